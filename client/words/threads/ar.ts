import type { words as en } from './en.ts'

export const words = {
  questions_to_us: 'أسئلة الأمانة العامة',
  questions_to_us_lead: 'تتعلق بإجابات قدمها وفدكم. وما يُكتب هنا يقرؤه وفدكم والأمانة العامة.',
  under_question: 'السؤال {number}',
  waits_for: '{side, select, secretariat {في انتظار الأمانة العامة} delegation {في انتظار الوفد} other {لا شيء منتظر}}',
  resolved_on: 'سُوي في {when}',
  side: '{side, select, secretariat {الأمانة العامة} other {الوفد}}',
  reply_to_this: 'الرد على هذه الرسالة',
  your_reply: 'ردكم',
  your_reply_to_this: 'ردكم على هذه الرسالة',
  send_reply: 'إرسال الرد',
  mark_resolved: 'الإشارة إلى تسويته',
  open_again: 'إعادة الفتح',
  new_message: 'وصلت رسالة جديدة في هذا التبادل.',
  ask_clarification: 'طلب توضيح',
  ask_clarification_help: 'يُبلَّغ الوفد فورا ويمكنه الرد هنا.',
  send_question: 'إرسال السؤال',
} satisfies Record<keyof typeof en, string>
