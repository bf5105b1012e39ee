import type { words as en } from './en.ts'

export const words = {
  ideas: 'الأفكار',
  phase_sentence:
    '{phase, select, idle {لم تُفتح اللوحة.} writing {يكتب الجميع في صمت. ولا يرى أحد ما تكتبونه حتى تكشفه المنصة.} revealed {كُشفت الأفكار بترتيب بالقرعة.} clustering {تجمع المنصة الأفكار في مجموعات.} prioritising {يوزع كل وفد نقاطه.} discussing {تُناقش المجموعات.} other {اللوحة مقفلة.}}',
  ideas_written:
    '{exact, select, yes {{count, plural, zero {لم تُكتب أفكار.} one {كُتبت فكرة واحدة.} two {كُتبت فكرتان.} few {كُتبت # أفكار.} many {كُتبت # فكرة.} other {كُتبت # فكرة.}}} other {{count, plural, =0 {كُتبت أقل من خمس أفكار.} zero {كُتبت أقل من خمس أفكار.} one {كُتبت فكرة واحدة على الأقل.} two {كُتبت فكرتان على الأقل.} few {كُتبت # أفكار على الأقل.} many {كُتبت # فكرة على الأقل.} other {كُتبت # فكرة على الأقل.}}}}',
  ideas_in_cluster:
    '{count, plural, zero {لا أفكار} one {فكرة واحدة} two {فكرتان} few {# أفكار} many {# فكرة} other {# فكرة}}',
  points_of_cluster:
    '{count, plural, zero {لا نقاط} one {نقطة واحدة، للاستئناس} two {نقطتان، للاستئناس} few {# نقاط، للاستئناس} many {# نقطة، للاستئناس} other {# نقطة، للاستئناس}}',
  not_in_cluster: 'خارج المجموعات',
  all_ideas: 'جميع الأفكار',
  no_ideas: 'لا أفكار على هذه اللوحة.',
  pinned: 'مثبتة من المنصة',
  yours: 'كتبها وفدكم',
  merged_here:
    '{count, plural, zero {لا أفكار مدمجة} one {دُمجت هنا فكرة أخرى} two {دُمجت هنا فكرتان أخريان} few {دُمجت هنا # أفكار أخرى} many {دُمجت هنا # فكرة أخرى} other {دُمجت هنا # فكرة أخرى}}',
  idea_taken_in: 'تُلقيت الفكرة دون اسم. وستظهر مع غيرها بترتيب بالقرعة.',
  idea_written: 'كُتبت الفكرة.',
  your_idea_silent: 'فكرتكم (لا يراها أحد بعد)',
  your_idea: 'فكرتكم',
  idea_unnamed_help: 'تُرسل دون اسمكم ودون تسجيل دخولكم. ولا يمكن تعديلها أو سحبها بعد ذلك لأن أحدا لا يعرف صاحبها.',
  idea_too_long:
    '{count, plural, zero {لا زيادة} one {حرف زائد} two {حرفان زائدان} few {# أحرف زائدة} many {# حرفا زائدا} other {# حرف زائد}}',
  idea_language: 'لغة الفكرة',
  idea_for: 'باسم',
  idea_national: 'الوفد',
  write_idea: 'كتابة الفكرة',
  your_ideas:
    '{count, plural, zero {لا أفكار غير ظاهرة} one {فكرة لوفدكم لا تراها القاعة} two {فكرتان لوفدكم لا تراهما القاعة} few {# أفكار لوفدكم لا تراها القاعة} many {# فكرة لوفدكم لا تراها القاعة} other {# فكرة لوفدكم لا تراها القاعة}}',
  own_state:
    '{state, select, silent {لم تُكشف بعد} waiting {لدى الميسّر} returned {أُعيدت إليكم} hidden {أخفتها المنصة} other {ظاهرة}}',
  reason_given: 'السبب: {reason}',
  change_idea: 'تعديل',
  withdraw_idea: 'سحب',
  save_idea: 'حفظ',
  leave_idea: 'تركها',
  idea_withdrawn: 'سُحبت الفكرة.',
  too_few_gave_points: 'لا تظهر المجاميع لأن أقل من خمسة وفود منحت نقاطا.',
  nothing_to_prioritise: 'لا مجموعات لمنحها نقاطا.',
  your_points: 'نقاط وفدكم',
  points_explained:
    '{budget, plural, zero {لا نقاط} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}} للوفد كله، و{cap, number} على الأكثر لمجموعة واحدة. وهي تبين من أين تبدأ المناقشة وليست تصويتا. وتظهر المجاميع عند انتهاء المرحلة.',
  points_left:
    '{count, plural, zero {لم تبق نقاط} one {بقيت نقطة واحدة} two {بقيت نقطتان} few {بقيت # نقاط} many {بقيت # نقطة} other {بقيت # نقطة}}',
  one_point_less: 'نقطة أقل: {cluster}',
  one_point_more: 'نقطة أكثر: {cluster}',
  give_points: 'منح هذه النقاط',
  leave_points: 'كما كانت',
  points_given: 'مُنحت نقاط وفدكم. ويمكن تغييرها حتى نهاية المرحلة.',
} satisfies Record<keyof typeof en, string>
