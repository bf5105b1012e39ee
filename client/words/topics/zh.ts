import type { words as en } from './en.ts'

export const words = {
  topics: '议题',
  open_topics_only: '只看未解决的议题',
  remarks_in: '{count, plural, other {#条评论}}',
  topic_resolved: '已解决',
  topic_of_cluster: '关于想法组：{cluster}',
  topic_came_from: '移自：{place}',
  topic_went: '“{topic}”已移至：',
  reply_to_remark: '回复',
  replying_to: '回复：{text}',
  reply_to_whole: '改为回复议题',
  your_remark: '您的评论',
  remark_language: '评论的语文',
  send_remark: '发送',
} satisfies Record<keyof typeof en, string>
