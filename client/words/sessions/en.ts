export const words = {
  hours: '{date}, {from} to {until} ({zone})',
  state_of_session:
    '{state, select, draft {Being prepared; nobody has been told of it yet.} announced {Announced.} open {The session is open now.} closed {The session has ended.} other {The session has been cancelled.}}',
  when_is_it: 'When',
  where_is_it: 'Place',
  link_to_it: 'Link',
  interpretation_of_it: 'Interpretation',
  no_interpretation: 'No interpretation is provided.',
  how_attributed: 'Attribution',
  agenda_of_session: 'Agenda',
  item_limits: 'Time limits in minutes: {group} on behalf of a group, {state} in the national capacity.',
  item_questions:
    '{count, plural, one {# circulated question is at hand.} other {# circulated questions are at hand.}}',
  observers_speak_after: 'Observers speak after Member States.',
  look_into_room: 'Look into the room',
  enter_room: 'Enter the room',
  read_record: 'Record',
  read_own_record: 'What your delegation said',
  calendar_file: 'Calendar file',
  session_open_now: 'The session is open now',
  see_session: 'See the session',
  own_record_of: 'What was said by: {delegation}',
  own_record_for_whom:
    'This record is for your delegation alone. It names your delegation even where the record of the session names nobody.',
  own_record_provisional: 'Provisional: the session has not been closed yet.',
  own_record_anonymous:
    'Ideas were taken without a name in this session. Nothing links them to your delegation, so they cannot stand here.',
  print_own_record: 'Print',
  own_record_docx: 'As a Word document',
  own_record_pdf: 'As a PDF',
  own_record_empty: 'Your delegation has said and written nothing in this session.',
  own_place:
    '{state, select, spoken {Took the floor.} speaking {Has the floor.} withdrawn {Withdrew from the list of speakers.} yielded {Gave up its place on the list of speakers.} other {Inscribed on the list of speakers.}}',
  own_ideas: 'Ideas',
  own_idea_hidden: 'Hidden by the podium: {reason}',
  own_remarks: 'In the threads',
}
