import type { words as en } from './en.ts'

export const words = {
  questions_to_us: 'Вопросы Секретариата',
  questions_to_us_lead:
    'Они касаются ответов, представленных вашей делегацией. Написанное здесь читают ваша делегация и Секретариат.',
  under_question: 'Вопрос {number}',
  waits_for:
    '{side, select, secretariat {Ожидается ответ Секретариата} delegation {Ожидается ответ делегации} other {Ответ не ожидается}}',
  resolved_on: 'Вопрос снят {when}',
  side: '{side, select, secretariat {Секретариат} other {Делегация}}',
  reply_to_this: 'Ответить на это сообщение',
  your_reply: 'Ваш ответ',
  your_reply_to_this: 'Ваш ответ на это сообщение',
  send_reply: 'Отправить ответ',
  mark_resolved: 'Отметить как снятый',
  open_again: 'Открыть снова',
  new_message: 'Поступило новое сообщение.',
  ask_clarification: 'Попросить разъяснение',
  ask_clarification_help: 'Делегация сразу получит уведомление и сможет ответить здесь.',
  send_question: 'Отправить вопрос',
} satisfies Record<keyof typeof en, string>
