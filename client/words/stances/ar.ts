export const words = {
  says_support: 'تأييد',
  says_support_with_change: 'تأييد مع تعديل',
  says_concern: 'شواغل',
  says_need_information: 'حاجة إلى معلومات',
  says_no_position: 'لا موقف',
  says_awaiting_instructions: 'في انتظار التعليمات',
  came_plenary: 'في الجلسة العامة',
  came_breakout: 'في فريق مناقشة',
  came_writing: 'كتابةً',
  said_sealed: 'دون إسناد: لا يُرى الاسم إلا هنا',
  said_without_name: 'دون إسناد',
  said_for_group_by: 'قدّمه وفد {delegation}',
  proposed_on: 'مقترح للفقرة {number}',
  proposed_out: 'تُحذف الفقرة.',
  spoke_for:
    '{count, plural, zero {باسم # دولة} one {باسم دولة واحدة} two {باسم دولتين} few {باسم # دول} many {باسم # دولة} other {باسم # دولة}}',
  member_associates: '{delegation}: يضم صوته إليه.',
  member_differs: '{delegation}: له رأي آخر.',
  member_dissociates: 'الفقرات التي ينأى بنفسه عنها: {paragraphs}.',
  association_lapsed: '(قيل عن صيغة سابقة للمجموعة)',
  window_before: 'يمكن إبداء الآراء ابتداء من {when}.',
  window_open: 'يمكن إبداء الآراء حتى {when}.',
  window_after: 'استُقبلت الآراء حتى {when}. ويبقى ما أُبدي حتى ذلك الحين.',
  window_hours:
    '{count, plural, zero {لم تبق ساعة كاملة.} one {بقيت ساعة واحدة.} two {بقيت ساعتان.} few {بقيت # ساعات.} many {بقيت # ساعة.} other {بقيت # ساعة.}}',
  window_minutes:
    '{count, plural, zero {لم تبق دقيقة كاملة.} one {بقيت دقيقة واحدة.} two {بقيت دقيقتان.} few {بقيت # دقائق.} many {بقيت # دقيقة.} other {بقيت # دقيقة.}}',
}
