import type { LetterWords } from '../letters.ts'

export const words: LetterWords = {
  letters: {
    invitation: {
      subject: 'Invitation to a consultation of Member States',
      opening: 'You are invited to work on the platform on which the United Nations consults its Member States.',
      action: 'To accept, please open this link within seven days. It works once and is meant for you alone:',
    },
    password_reset: {
      subject: 'A new password',
      opening:
        'A new password was asked for with this address. If it was not you, nothing needs to be done: your password stays as it is.',
      action: 'To choose a new password, please open this link within one hour. It works once:',
    },
    list_circulated: {
      subject: 'List of questions: {title}',
      opening: 'The Secretariat has circulated a list of questions to your delegation.',
      action: 'To read the questions and to answer:',
    },
    list_extended: {
      subject: 'New deadline: {title}',
      opening: 'The deadline of this list of questions has been extended.',
      action: 'To read the questions and to answer:',
    },
    reminder: {
      subject: 'Reminder: {title}',
      opening: 'The Secretariat has not yet received a response of your delegation to this list of questions.',
      action: 'To read the questions and to answer:',
    },
    for_clearance: {
      subject: 'For clearance: {title}',
      opening: 'A response of your delegation is before you for clearance.',
      action: 'To read it, and to clear or return it:',
    },
    returned: {
      subject: 'Returned: {title}',
      opening:
        'A response of your delegation was returned for further work. The note that goes with it can be read on the platform.',
      action: 'To continue:',
    },
    submitted: {
      subject: 'Submitted: {title}',
      opening: 'A response of your delegation was submitted. The receipt is meant for the files of the mission.',
      action: 'To see the receipt:',
    },
    amendment_begun: {
      subject: 'Amendment: {title}',
      opening:
        'Your delegation has begun an amended version of its response. Until that is submitted, the earlier version stands.',
      action: 'To continue:',
    },
    clarification_asked: {
      subject: 'Clarification requested: {title}',
      opening: 'The Secretariat has a question about an answer of your delegation.',
      action: 'To read it and to reply:',
    },
    clarification_answered: {
      subject: 'Clarification received: {title}',
      opening: 'A request for clarification was answered.',
      action: 'To read the reply:',
    },
    session_announced: {
      subject: 'Session: {title}',
      opening:
        'The Office of the Chef de Cabinet invites your delegation to a session. The file attached enters it in your calendar.',
      action: 'To see the agenda, and to enter the room when it opens:',
    },
    session_changed: {
      subject: 'Session changed: {title}',
      opening: 'A session to which your delegation is invited has changed. The file attached updates your calendar.',
      action: 'To see the session:',
    },
    session_cancelled: {
      subject: 'Session cancelled: {title}',
      opening:
        'A session to which your delegation was invited will not take place. The file attached removes it from your calendar.',
      action: 'To see it on the platform:',
    },
    session_uninvited: {
      subject: 'No longer invited: {title}',
      opening:
        'Your delegation is no longer among those invited to this session. The file attached removes it from your calendar.',
      action: 'To see what else awaits your delegation:',
    },
    session_group: {
      subject: 'Your group: {title}',
      opening:
        'The Office of the Chef de Cabinet has placed your delegation in this group of the retreat. The file attached enters it in your calendar. Until it begins, your delegation may decline it.',
      action: 'To see the group, and to decline it if need be:',
    },
    retreat_announced: {
      subject: 'Retreat: {title}',
      opening:
        'The Office of the Chef de Cabinet invites your delegation to a retreat. The findings that will be discussed can be read beforehand.',
      action: 'To read the findings and the programme:',
    },
    group_declined: {
      subject: 'Declined: {title}',
      opening: 'A delegation will not take part in the group in which it was placed. Its place is free.',
      action: 'To see the groups:',
    },
  },
  facts: {
    list: 'List:',
    reference: 'Reference:',
    deadline: 'Deadline:',
    by: 'From:',
    note: 'Note:',
    delegation: 'Delegation:',
    role: 'Role:',
    session: 'Session:',
    begins: 'Begins:',
    ends: 'Ends:',
    place: 'Place:',
    retreat: 'Retreat:',
    feedback_until: 'Feedback until:',
  },
  roles: {
    head: 'Head of delegation',
    drafter: 'Drafter',
    reader: 'Reader',
    administrator: 'Administrator',
    staff: 'Staff',
    irt: 'Internal Review Team',
  },
  closing: 'The platform sent this message. Replies to it are not read.',
}
