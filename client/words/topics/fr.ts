import type { words as en } from './en.ts'

export const words = {
  topics: 'Sujets',
  open_topics_only: 'Seulement les sujets ouverts',
  remarks_in: '{count, plural, one {# remarque} many {# remarques} other {# remarques}}',
  topic_resolved: 'réglé',
  topic_of_cluster: 'Sur le groupe d’idées : {cluster}',
  topic_came_from: 'Déplacé ici depuis : {place}',
  topic_went: '« {topic} » a été déplacé vers :',
  reply_to_remark: 'Répondre',
  replying_to: 'Réponse à : {text}',
  reply_to_whole: 'Répondre plutôt au sujet',
  your_remark: 'Votre remarque',
  remark_language: 'Langue de l’remarque',
  send_remark: 'Envoyer',
} satisfies Record<keyof typeof en, string>
