import type { words as en } from './en.ts'

export const words = {
  questions_to_us: 'Preguntas de la Secretaría',
  questions_to_us_lead:
    'Sobre respuestas presentadas por su delegación. Lo que aquí se escribe lo leen su delegación y la Secretaría.',
  under_question: 'Pregunta {number}',
  waits_for:
    '{side, select, secretariat {A la espera de la Secretaría} delegation {A la espera de la delegación} other {No se espera nada}}',
  resolved_on: 'Resuelto el {when}',
  side: '{side, select, secretariat {Secretaría} other {Delegación}}',
  reply_to_this: 'Responder a este mensaje',
  your_reply: 'Su respuesta',
  your_reply_to_this: 'Su respuesta a este mensaje',
  send_reply: 'Enviar la respuesta',
  mark_resolved: 'Marcar como resuelto',
  open_again: 'Abrir de nuevo',
  new_message: 'Ha llegado un nuevo mensaje a la conversación.',
  ask_clarification: 'Pedir una aclaración',
  ask_clarification_help: 'La delegación recibe aviso de inmediato y puede responder aquí.',
  send_question: 'Enviar la pregunta',
} satisfies Record<keyof typeof en, string>
