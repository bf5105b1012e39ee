export const words = {
  topics: 'Topics',
  open_topics_only: 'Only topics still open',
  remarks_in: '{count, plural, one {# remark} other {# remarks}}',
  topic_resolved: 'resolved',
  topic_of_cluster: 'On the cluster: {cluster}',
  topic_was_moved: '(moved here)',
  reply_to_remark: 'Reply',
  replying_to: 'Reply to: {text}',
  reply_to_whole: 'Reply to the topic instead',
  your_remark: 'Your remark',
  remark_language: 'Language of the remark',
  send_remark: 'Send',
}
