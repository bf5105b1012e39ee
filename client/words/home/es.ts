import type { words as en } from './en.ts'

export const words = {
  awaits: 'Lo que espera a la delegación: {delegation}',
  acting_for_one:
    'Actúa en nombre de la delegación siguiente: {delegation}. Está acreditado ante {count, plural, one {# delegación} many {# de delegaciones} other {# delegaciones}}; el menú de la parte superior permite cambiar a otra.',
  to_do: 'Por hacer',
  card_title:
    '{count, plural, one {Responder a # pregunta} many {Responder a # de preguntas} other {Responder a # preguntas}} – {name}: {list}',
  by_when: 'Plazo: {when}',
  was_due: 'El plazo vencía el {when}; lo que se envíe ahora se marcará como recibido con retraso.',
  drafted_of:
    '{filled, plural, one {# pregunta redactada de {count}} many {# de preguntas redactadas de {count}} other {# preguntas redactadas de {count}}}',
  amended_version: 'se prepara una versión enmendada; entretanto sigue en vigor la presentada',
  has_nobody: 'Sin comenzar',
  has_drafters: 'En manos de quienes redactan',
  has_drafters_returned: 'Devuelta a quienes redactan, con una nota',
  has_head: 'En manos de la jefatura de la delegación, para su aprobación',
  has_head_cleared: 'Aprobada; en manos de la jefatura de la delegación, para su presentación',
  card_answer: 'Abrir la lista y responder',
  card_reply: 'Responder',
  reply_title:
    '{count, plural, one {La Secretaría pregunta sobre una de sus respuestas} many {La Secretaría pregunta sobre # de sus respuestas} other {La Secretaría pregunta sobre # de sus respuestas}}',
  nothing_awaits: 'Nada espera a su delegación en este momento.',
  next_expected: 'Lo siguiente: {what}, {when}.',
  coming: 'Próximamente',
  done: 'Lo que se ha hecho',
  done_on: 'Presentada en nombre de {name} el {when}.',
  receipt_number: 'Acuse de recibo {reference}',
  open_submitted: 'Abrir o preparar una versión enmendada',
  announce_for_clearance: 'Se ha enviado una respuesta para su aprobación.',
  announce_returned: 'Se ha devuelto una respuesta a quienes la redactan.',
  announce_submitted: 'Se ha presentado una respuesta.',
  announce_asked: 'La Secretaría ha pedido una aclaración.',
  announce_circulated: 'Se ha distribuido una lista de preguntas.',
  see_what_became: 'Qué ha sido de lo que dijimos',
  announce_moved: 'Su delegación ha recibido un lugar en otro grupo del retiro.',
} satisfies Record<keyof typeof en, string>
