export const words = {
  staff_help_title: 'Help for the Secretariat',
  staff_help_lead: 'From the first draft of a question list to the exported compilation.',
  staff_help_contents: 'On this page',
  staff_help_prepare: 'Preparing a list',
  staff_help_prepare_text:
    'Open the consultation, begin a question list and write it in one language after the other. “Show beside it” puts a second language next to the one you write, so that you can translate or compare; under each language stands how many texts are still missing.\nThe list saves itself as you type; the state of saving always stands at the top. If a colleague changes the list at the same time, both changes are brought together. Where you both changed the same text, the two wordings are shown side by side and you choose; nothing is lost.\nSay in “What becomes of the answers” to what use they will be put: delegations read this before they begin.',
  staff_help_deadline: 'Setting the deadline',
  staff_help_deadline_text:
    'A deadline is a day, a time and a time zone; New York is proposed. You are warned of a weekend, of an official holiday at Headquarters, of the general debate and of fewer than ten working days. A warning does not forbid anything; only a moment that has passed is refused.\nDecide at the same time what happens to answers that come later: they are refused, or received and marked as late until you close the list. Delegations see their own time beside that of New York.',
  staff_help_circulate: 'Checking and circulating',
  staff_help_circulate_text:
    'Before you circulate, read the list as a delegate will see it, in every language. The last review says to how many delegations it goes, who is left out, by when, and what can no longer be changed. If a language is incomplete you can leave it out; that is recorded.\nAfter circulation the text is frozen. You can extend the deadline, for all or for one delegation, send reminders, and close the list.',
  staff_help_follow: 'Following a list',
  staff_help_follow_text:
    'Each delegation has a place in the grid, by regional group and in protocol order; the table says the same line by line. The filters stand in the address, so that a view can be shared.\nThe page follows what happens by itself and leaves what you are reading where it is. Statements and distinct States are counted side by side: a statement of a group covers its members of that day, and each State counts once, by its own answer, by its alignment, or by the group.\nSelect delegations that have not submitted and send them a reminder. It goes to their heads and drafters.',
  staff_help_read: 'Reading the answers',
  staff_help_read_text:
    'Read by question or by delegation, and filter by regional group, group, language and words. The filter in force always stands above the answers as a sentence. The answers stand in the language in which they were given.\nSubmissions that come in while you read are announced and shown when you ask for them. A version number above 1 means that the delegation amended its response; open the submission to see what changed.',
  staff_help_clarify: 'Asking for a clarification',
  staff_help_clarify_text:
    'Choose an answer and write beside it. The delegation is told and replies in the same place; nobody else sees the exchange. Mark it as resolved when the matter is settled; a further message opens it again.\nA clarification does not change an answer: for that the delegation submits an amended version.',
  staff_help_sessions: 'Sessions',
  staff_help_sessions_text:
    'Schedule a session on the page of its consultation. The kind of session fills in attribution, time limits and points; all of it can be changed. Attribution binds from the first contribution on and can then only become stricter. Nobody is told before you announce it; after that, every change of time, place or link updates the invitations in the calendars.\nOn the page of the session you assign chair, moderators, rapporteur and note-takers, and make addresses for plenary screens. An address is shown once and can be taken back.\nThe rapporteur’s record grows during the session: points, each with what it rests on. It can be exported at any moment and is marked as provisional until the session is closed; then its points are handed over.',
  staff_help_findings: 'Themes and findings',
  staff_help_findings_text:
    'Under “Themes” you put passages of what was said under themes: select words, or take a paragraph or the whole. On the page of a finding you write it in one language after the other; each has the same number of paragraphs. Beside it you find what was said by its words and cite the passage. What you type is kept on this device until you save; if somebody else saved meanwhile, you see the difference and choose.\nThe Internal Review Team writes; staff publish. Publishing freezes a version that every delegation reads; from the second on it is said what changed. A withdrawn finding stays readable and says so. The Internal Review Team never sees the author of what is not for attribution.',
  staff_help_export: 'Exporting',
  staff_help_export_text:
    'An export takes over the filter in force. It is made in the background; you can go on working, and cancel it. The file is kept for a short time, only for you and only in the same sign-in. That a file was made and downloaded stands in the record.',
  staff_help_unseen: 'What staff cannot see',
  staff_help_unseen_text:
    'Of a draft you learn nothing: not that it exists, not its length, not its time. You see that a delegation has opened the list (it is told that you do), that it has said an answer is in preparation, and what it has submitted. Comments inside a delegation are never shown to anybody else.\nAdministrators look after people and access and read no answers.',
  staff_help_unnamed: 'Replies that are not for attribution',
  staff_help_unnamed_text:
    'You see the author of such a reply, with a mark; the author sees it too, and nobody else. Please do not copy the name into notes or messages.\nIn files and for other delegations such replies appear without a name once the list is closed, in drawn order, and only where at least five delegations could have written them. A filter that could name the author leaves them out.',
  staff_help_people: 'People and groups',
  staff_help_people_text:
    'Invite the head of each delegation by e-mail. The head invites colleagues, names a stand-in and removes members; that is the mission’s affair. An administrator can help a mission whose head has left.\nUnder “Groups of States” you see who belonged to a group on a day and who spoke for it. The right to speak for a group is dated, because chairs rotate.',
  staff_help_keys: 'Keyboard and reading aids',
  staff_help_keys_text:
    'Every page can be used with the keyboard alone. While reading, j and k go to the next and the previous answer, / goes to the search, ? shows the keys. In the grid the arrow keys move, Enter shows a delegation and the space bar selects it.\nChanges are announced to screen readers politely and together. Pages can be enlarged to 200 per cent and printed.',
  staff_help_retreat: 'Preparing and leading a retreat',
  staff_help_retreat_text:
    'Prepare a retreat on the page of its consultation: place, time zone, participants, the findings put to it, and until when and how delegations give feedback. Build the programme from parts, plenaries and breakout groups; the hours put them in order. Nobody is told before you announce the retreat.\nBreakout groups are put together by what delegations chose, by a mix of regional groups, as in an earlier part, or by hand. Look at the balance before you keep a draw; the seed of the lots is kept, so that anybody can draw the same again. Once you have told the groups, a delegation may decline with a note; you see it with the part and can give it another place. Whoever is moved is told at once.\nOn the day “Follow and lead” shows all groups side by side: who has come, the time left, the board, the points, and who calls the chair. More time is given to all groups at once; if something follows directly, you are asked whether it begins later. Closing loses nothing.\nThe rapporteur of a group drafts up to five points, each with what it rests on, and puts them to the group. Delegations sign, or note dissent in their words. Signed points are brought to the plenary with a place on its list of speakers. The retreat can end once each group that met has signed points or has said why it has none.',
  staff_help_feedback: 'Feedback and where views converge',
  staff_help_feedback_text:
    '“Feedback received” shows, finding by finding, what has come in and who has not been heard yet, by regional group; it moves by itself. Read what was said with a filter by stance, group, State or words; what was said without a name is left out where a filter would point to its author.\n“Where views converge” sorts the findings: support in every group, differences between or within groups, and what moved between versions. Each State stands there once, by its strongest link, and silence is no position; the order decides nothing. Each plot has its table. Participants see nothing of this before you show it. Before that you see exactly what will be shown: small figures are put together, so that none points to single States. What has been shown stays and cannot be taken back.',
  staff_help_results: 'Plan, report and what became of what was said',
  staff_help_results_text:
    'A measure has an office that carries it out, a track, a date as far as it is known, and what it answers; every status it has had is kept. It may wait for measures of any track; a ring is refused and named. Late follows from the date, held up from what it waits for: “Across the tracks” shows both. Delegations read a measure once it is published, one by one or all at once; that cannot be taken back.\nThe report is an outline of numbered paragraphs, the same in each of its languages. Each rests on findings, measures or contributions, or says why it does not; without one of the two it is not published. Before publishing, “What has not been decided on” lists what nobody has taken up: cite it, put it under a theme, or set it aside with a reason that its delegation reads word for word.',
}
