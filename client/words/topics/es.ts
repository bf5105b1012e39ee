import type { words as en } from './en.ts'

export const words = {
  topics: 'Asuntos',
  open_topics_only: 'Solo los asuntos abiertos',
  remarks_in: '{count, plural, one {# observación} many {# observaciones} other {# observaciones}}',
  topic_resolved: 'resuelto',
  topic_of_cluster: 'Sobre el grupo de ideas: {cluster}',
  topic_came_from: 'Trasladado aquí desde: {place}',
  topic_went: '«{topic}» se ha trasladado a:',
  reply_to_remark: 'Responder',
  replying_to: 'Respuesta a: {text}',
  reply_to_whole: 'Responder al asunto',
  your_remark: 'Su observación',
  remark_language: 'Idioma de la observación',
  send_remark: 'Enviar',
} satisfies Record<keyof typeof en, string>
