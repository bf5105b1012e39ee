import type { words as en } from './en.ts'

export const words = {
  topics: 'Темы',
  open_topics_only: 'Только открытые темы',
  remarks_in: '{count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}',
  topic_resolved: 'закрыта',
  topic_of_cluster: 'По группе идей: {cluster}',
  topic_came_from: 'Перемещено сюда из: {place}',
  topic_went: '«{topic}» перемещено в:',
  reply_to_remark: 'Ответить',
  replying_to: 'Ответ на: {text}',
  reply_to_whole: 'Ответить на тему в целом',
  your_remark: 'Ваше замечание',
  remark_language: 'Язык замечания',
  send_remark: 'Отправить',
} satisfies Record<keyof typeof en, string>
