import type { words as en } from './en.ts'

export const words = {
  questions_to_us: '秘书处的询问',
  questions_to_us_lead: '涉及贵代表团已提交的答复。此处所写内容由贵代表团和秘书处阅读。',
  under_question: '问题 {number}',
  waits_for: '{side, select, secretariat {等待秘书处} delegation {等待代表团} other {无须回复}}',
  resolved_on: '已于 {when} 解决',
  side: '{side, select, secretariat {秘书处} other {代表团}}',
  reply_to_this: '回复此信息',
  your_reply: '您的回复',
  your_reply_to_this: '您对此信息的回复',
  send_reply: '发送回复',
  mark_resolved: '标明为已解决',
  open_again: '重新开启',
  new_message: '交流中有一条新信息。',
  ask_clarification: '要求澄清',
  ask_clarification_help: '代表团将立即获知，并可在此回复。',
  send_question: '发送询问',
} satisfies Record<keyof typeof en, string>
