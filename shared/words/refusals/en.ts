import type { Refusal } from '../../refusals.ts'

export const words = {
  signed_out: 'You are no longer signed in. Please sign in again; what you typed is kept.',
  wrong_credentials: 'This e-mail address and password do not go together. Please check both and try again.',
  forbidden: 'Your role does not include this. Please ask your head of delegation or the Secretariat.',
  wrong_origin: 'This request did not come from the platform itself. Please open the platform anew and try again.',
  not_acting_for:
    'You are not, or no longer, accredited to this delegation. Please choose the delegation for which you act.',
  not_found: 'There is nothing at this address, or it is not open to you.',
  link_used: 'This link has already been used. Please sign in, or ask for a new one.',
  link_expired: 'This link is no longer valid. Please ask for a new one.',
  too_many_attempts: 'There have been too many attempts. Please wait a few minutes and try again.',
  invalid: 'This cannot be accepted as it stands. Please check it.',
  required: 'Please fill this in.',
  too_long: 'This is longer than can be accepted. Please shorten it.',
  too_short: 'This is too short. A password has at least 15 characters.',
  too_common: 'This password is too easy to guess. Please choose another, for example several words in a row.',
  not_an_email: 'Please give a complete e-mail address, such as name@mission.example.',
  not_a_date: 'Please give a date that exists.',
  unknown_field: 'This part is not known to the platform. Please load the page again.',
  unreadable_characters:
    'The text contains characters that cannot be seen or read. Please remove them or type the passage anew.',
  direction_marks:
    'The text contains hidden marks that change the direction of reading. Please remove them or type the passage anew.',
  link_not_allowed:
    'Only links to web pages and e-mail addresses can be accepted, without a user name or password in them. Please correct or remove this one.',
  mixed_scripts: 'A name is written in one alphabet; a word of this one mixes letters of several. Please type it anew.',
  too_large: 'This is larger than can be accepted. Please reduce it or send it in parts.',
  wrong_media_type: 'A file of this kind cannot be accepted. Please send a PDF or Word (DOCX) file.',
  not_a_document:
    'This file could not be opened as a document. Please save it again as PDF or DOCX and attach it anew.',
  key_reused: 'This was already sent with a different content. Please load the page again before you continue.',
  changed_meanwhile:
    'Somebody has changed this in the meantime. Your text is kept; please compare it with the present version.',
  precondition_required: 'It is not clear which version you have before you. Please load the page again.',
  list_frozen: 'This list has been circulated and can no longer be changed.',
  list_not_circulated: 'This list has not yet been circulated.',
  list_closed:
    'This list is closed; the deadline has passed. Please contact the Secretariat if your delegation still wishes to respond.',
  list_not_closed: 'This list is still open. This will be possible once it is closed.',
  language_missing: 'The list is not yet complete in all the languages chosen. Please supply the missing texts.',
  no_addressees: 'No delegation is addressed yet. Please choose at least one.',
  no_questions: 'The list has no question yet. Please add at least one.',
  deadline_missing: 'No deadline is set yet. Please set the date, the time and the time zone.',
  deadline_past: 'This deadline has already passed. Please set a later one.',
  not_cleared: 'The head of delegation has not cleared the response yet. It can be submitted once cleared.',
  not_for_clearance: 'The response is not before the head of delegation. Please send it for clearance first.',
  cleared_text_changed: 'The text has changed since it was cleared. Please review the changes and clear it again.',
  already_submitted: 'The response has already been submitted. Until the deadline an amended version can be prepared.',
  nothing_to_submit:
    'The response is empty. Please answer at least one question, state that there is no position, or attach a letter.',
  not_in_list: 'This question is not part of the list. Please load the page again.',
  not_speaker: 'Your delegation does not speak for this group at present. Please contact the Secretariat.',
  attribution_not_offered:
    'This list does not provide for that form of attribution. Please choose one of those offered.',
  choice_not_offered: 'This choice is not among those offered by the question. Please choose one of them.',
  already_invited: 'This person has already been invited or is already a member.',
  last_head: 'A delegation must keep at least one head. Please name another one first.',
  last_administrator: 'The platform must keep at least one administrator. Please invite another one first.',
  not_ready: 'The file is still being prepared. It can be downloaded once it is ready.',
  cancelled: 'This was cancelled. It can be started again at any time.',
  thread_resolved: 'This exchange has been closed. It must be reopened before a reply can be added.',
  busy: 'The platform is very busy at the moment. Please try again shortly; what you typed is kept.',
  unavailable:
    'The platform cannot be reached at the moment. Please check your connection and try again; what you typed is kept.',
  unexpected: 'Something went wrong on our side; it has been recorded. Please try again; what you typed is kept.',
} satisfies Record<Refusal, string>
