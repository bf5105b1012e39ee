export const words = {
  help_title: 'Help for delegations',
  help_lead:
    'The platform in a few short answers. There is nothing to learn first: “What awaits you” always shows the next step.',
  help_contents: 'On this page',
  help_first: 'What to do first',
  help_first_text:
    'Open “What awaits you”. Each card names one thing to do, its deadline in New York and in your own time, and who in your delegation has it now.\nOpening a question list tells the Secretariat that your delegation has opened it, and nothing else. Before the first question you read what the list is for, what becomes of the answers, who will see them and whether an answer can be given without attribution.',
  help_writing: 'Writing an answer',
  help_writing_text:
    'Choose “Answer for” your State. Answer the questions in any order; an answer to some of them is welcome, and “No position at this stage” is an answer. You may write in any of the six languages and say which one.\nWhat you type saves itself within two seconds; the line at the top always says so. If the line drops, the text stays on this device and is sent when the line is back. Text pasted from Word keeps paragraphs, bold, italic, lists, quotations and links.\nA letter in PDF or DOCX, alone or beside the answers, is a response too.',
  help_together: 'Working with colleagues',
  help_together_text:
    'You see who else is at the response and at which question. If two people change the same answer at the same time, both texts are shown side by side and you decide: nothing is overwritten unseen. Earlier wordings stay under “Earlier wordings”. Comments are for your delegation alone.',
  help_clearing: 'Clearing and submitting',
  help_clearing_text:
    'A drafter sends the response for clearance. The head of delegation, or a stand-in head for a period, returns it with a note or clears and submits it. An edit after clearance voids the clearance: what is submitted is the text that was read.\nBefore submission one page shows exactly what goes, who will see it and how each answer is attributed. After it you have a receipt for the mission’s file, and can download the response as submitted. Until the deadline an amended version can follow; every submitted version is kept.',
  help_group: 'Submitting for a group',
  help_group_text:
    'A delegation that speaks for a group finds “Answer for” that group on the page of the list. The statement keeps the roster of the day on which it is submitted, without members for whom it does not speak and with States that join it.\nA delegation may align itself with the statement of a group, wholly, with additions or with exceptions. That is its own act, by its head; it is never deduced from membership.',
  help_sessions: 'Sessions',
  help_sessions_text:
    'Your invitation comes by e-mail with a calendar file, and the session stands on “What awaits you” with the time of the place and your own. The page of the session says how what is said there is attributed; read that first.\nIn the room your delegation asks for the floor, in the national capacity or on behalf of a group, sees its place on the list, writes ideas, gives its points, answers the question now open and attaches its statement. In each capacity one request waits at a time; once you have spoken, you may ask again while the list is open. Who cannot attend gives statements in writing to the same items, on the same footing. Afterwards “What your delegation said” keeps all of it for your file.',
  help_findings: 'Findings',
  help_findings_text:
    'Under “Consultations” you find what the Internal Review Team found, once it is published. Paragraphs are numbered, the same in every language, so that you can refer to them. Below the text stands what the finding rests on, as far as your delegation may read it; what was said without attribution is never shown with a name.\nA published version does not change any more. When a new one takes its place, the page says so and what changed; you can set it against any earlier version, paragraph by paragraph, and print it.',
  help_retreat: 'The retreat',
  help_retreat_text:
    'Once the retreat is announced, it stands on “What awaits you” with its dates at both clocks and what is asked of your delegation until then. Its page holds the programme by day, the findings to read beforehand and, as soon as it is told, your own group with its languages, its moderator and its rapporteur.\nWhere delegations choose, put the groups in your own order until the time that is given. To name a group that many want first never costs you your next wish. A group that does not suit can be declined, with a note, until it meets.\nOn each finding your delegation supports, supports with a change written into the text itself, has a concern, needs information, or has no position; also before the retreat and until a set time after it. What was given is kept with the version it was given on, and silence is never counted as agreement.',
  help_breakout: 'In a breakout group',
  help_breakout_text:
    'The room of a group is a room as in the sessions. Above it stand the time left, the messages of the chair of the retreat, and the way to call the chair; nobody is told who in the group called. If your delegation is given a place in another group, the page says so and leads there; what you wrote stays where it was written.\nThe rapporteur drafts up to five points, each with what it rests on, and puts them to the group. Your delegation signs that they report fairly what was said, which is no agreement to them, or notes dissent in its own words, which go to the plenary with the points. If a point changes, every signature is taken back, and you are asked again. Nobody who says nothing is counted. A group that ends without points says why.',
  help_feedback: 'Feedback on the findings',
  help_feedback_text:
    'Give feedback finding by finding: choose what you say to it, propose other words right in a paragraph, add the reasons. What you type stays on this device until it is given; what was given can be changed until the window closes. If a new version is published while you write, the page shows what changed and takes your words over; a proposal whose paragraph reads differently waits until you have placed it. If a colleague gave something meanwhile, both texts stand beside each other. What a group said in the name of your State stands beside your own words; the head of delegation may associate the State with it or differ.\nUnder “Where views converge” you read the figures that the Secretariat has shown, as plots and as tables, and how your own position stands. Figures that would point to single States are put together. Silence is no position.\nWho differs from its group may name the paragraphs from which it dissociates itself. The page of the finding says so under each of them: by name where the group’s words bear one, else as a figure once the retreat is closed and five members or more did. A group has one word on a version: if another of its speakers gave it meanwhile, you read both and decide.',
  help_late: 'After the deadline',
  help_late_text:
    'The list says whether a late response is refused, or taken and marked as received late. The deadline holds by the clock of the platform, and the time itself still counts. The Secretariat can extend it for all or for one delegation; you are told.',
  help_attribution: 'Attribution',
  help_attribution_text:
    'An attributed answer is shown with the name of your State or group. An answer not for attribution is shown with your name to the members of the Secretariat who follow the list, and to nobody else; summaries and exports never name it. Once submitted without attribution, an answer cannot be attributed later.',
  help_privacy: 'Who sees a draft',
  help_privacy_text:
    'Nobody outside your delegation: not the Secretariat, not another delegation, not that it exists. The Secretariat sees that the list was opened, that an answer is in preparation if you say so, and what you submit.\nOn a computer that others use, switch on “Keep nothing on this device” beside the saving line. Signing out removes everything in any case.',
  help_keyboard: 'Keyboard and reading aids',
  help_keyboard_text:
    'Every page works by keyboard alone, with a screen reader and at 200 per cent. In the editor Ctrl+B makes bold, Ctrl+I italic, Ctrl+Z takes back, Tab in a list indents; Shift+Tab leads from the editor to its tools, where the arrow keys go from one to the next.\nEvery page can be printed; a receipt prints on one page.',
  help_results: 'What became of what you said',
  help_results_text:
    '“What became of what we said” lists everything your delegation answered, stated and wrote, and where each went: under a theme, into a summary, a finding, a measure or a paragraph of the report, together with others, or set aside with the reason. Where nothing has been decided yet, it says so. Only your delegation reads this list, also for what it said not for attribution; it prints on two pages.\nA final summary of a question list or a session stands beside the report, on the page of the consultation. From the action plan and from each paragraph of a summary or the report you follow what it rests on, as far as you may read it, and come back the same way. What others said without a name is not shown there, nor how much of it there is.\nThe list also holds what groups said in your name, marked so, with what your delegation said to it itself. From the page of a retreat “Report to the capital” gives you one file: your feedback with what became of it, and what your breakout groups brought back.',
}
