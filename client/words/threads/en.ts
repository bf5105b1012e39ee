export const words = {
  questions_to_us: 'Questions from the Secretariat',
  questions_to_us_lead:
    'About answers your delegation submitted. What is written here is seen by your delegation and by the Secretariat.',
  under_question: 'Question {number}',
  waits_for:
    '{side, select, secretariat {Waits for the Secretariat} delegation {Waits for the delegation} other {Waits for nobody}}',
  resolved_on: 'Resolved on {when}',
  side: '{side, select, secretariat {Secretariat} other {Delegation}}',
  reply_to_this: 'Reply to this message',
  your_reply: 'Your reply',
  your_reply_to_this: 'Your reply to this message',
  send_reply: 'Send the reply',
  mark_resolved: 'Mark as resolved',
  open_again: 'Open again',
  new_message: 'A new message has arrived in the conversation.',
  ask_clarification: 'Ask for a clarification',
  ask_clarification_help: 'The delegation is told at once and can reply here.',
  send_question: 'Send the question',
}
