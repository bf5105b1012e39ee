import type { words as en } from './en.ts'

export const words = {
  topics: 'المواضيع',
  open_topics_only: 'المواضيع المفتوحة فقط',
  remarks_in:
    '{count, plural, zero {لا ملاحظات} one {ملاحظة واحدة} two {ملاحظتان} few {# ملاحظات} many {# ملاحظة} other {# ملاحظة}}',
  topic_resolved: 'تمت تسويته',
  topic_of_cluster: 'بشأن مجموعة الأفكار: {cluster}',
  topic_came_from: 'نُقل إلى هنا من: {place}',
  topic_went: 'نُقل «{topic}» إلى:',
  reply_to_remark: 'رد',
  replying_to: 'ردا على: {text}',
  reply_to_whole: 'الرد على الموضوع بدلا من ذلك',
  your_remark: 'ملاحظتكم',
  remark_language: 'لغة الملاحظة',
  send_remark: 'إرسال',
} satisfies Record<keyof typeof en, string>
