import type { words as en } from './en.ts'

export const words = {
  group_of_slot: 'الفريق {number}',
  group_minutes_left:
    '{count, plural, zero {لم تبق دقائق} one {بقيت دقيقة واحدة} two {بقيت دقيقتان} few {بقيت # دقائق} many {بقيت # دقيقة} other {بقيت # دقيقة}}',
  group_seconds_left:
    '{count, plural, zero {لم تبق ثوان} one {بقيت ثانية واحدة} two {بقيت ثانيتان} few {بقيت # ثوان} many {بقيت # ثانية} other {بقيت # ثانية}}',
  group_time_over: 'انتهى الوقت',
  group_until: 'حتى',
  call_chair: 'استدعاء الرئاسة',
  call_means: 'تُبلَّغ رئاسة المعتكف بأن هذا الفريق يستدعيها. ولا يُبلَّغ أحد بمن فعل ذلك في الفريق.',
  call_note: 'موضوع الاستدعاء',
  chair_is_called: 'استُدعيت رئاسة المعتكف.',
  chair_says: 'من رئاسة المعتكف،',
  chair_says_this: 'من رئاسة المعتكف: {text}',
  earlier_messages:
    '{count, plural, zero {لا رسائل سابقة} one {رسالة سابقة واحدة} two {رسالتان سابقتان} few {# رسائل سابقة} many {# رسالة سابقة} other {# رسالة سابقة}}',
  findings_at_hand:
    '{count, plural, zero {لا نتائج متاحة} one {نتيجة واحدة متاحة} two {نتيجتان متاحتان} few {# نتائج متاحة} many {# نتيجة متاحة} other {# نتيجة متاحة}}',
  points_put_to_you: 'عرض المقرر عليكم نقاط هذا الفريق',
  read_and_sign: 'قراءتها وتوقيعها',
  what_group_brings: 'ما يرفعه هذا الفريق إلى الجلسة العامة',
  points_being_drafted: 'يصوغ المقرر نقاطا لا تتجاوز {most}. وقبل انتهاء الفريق تقرؤونها وتوقعونها.',
  points_put_to_group: 'معروضة على الفريق للتوقيع',
  points_signed_at: 'وُقعت،',
  points_are_before_plenary: 'رُفعت إلى الجلسة العامة',
  ended_without_points: 'انتهى الفريق دون نقاط موقعة، للسبب التالي:',
  your_delegation_and_points: '{delegation} وهذه النقاط',
  signs_points: 'التوقيع',
  signs_points_help: 'تنقل النقاط بأمانة ما قيل في هذا الفريق. وليس في ذلك موافقة عليها.',
  dissents_from_points: 'تسجيل رأي مخالف',
  dissents_from_points_help: 'تُرفع كلماتكم إلى الجلسة العامة مع النقاط.',
  dissent_in_words: 'الرأي المخالف بكلماتكم',
  sign_points: 'توقيع',
  note_dissent: 'تسجيل الرأي المخالف',
  you_have_signed: '{delegation}: تم التوقيع.',
  dissent_is_noted: 'سُجل الرأي المخالف: {delegation}',
  say_otherwise: 'تغيير ذلك',
  leave_as_said: 'الإبقاء عليه',
  signed_by_count:
    '{count, plural, zero {لم يوقع أي وفد} one {وقعها وفد واحد} two {وقعها وفدان} few {وقعتها # وفود} many {وقعها # وفدا} other {وقعها # وفد}}',
  dissents_in_words: 'رأي مخالف:',
  dissents_count:
    '{count, plural, zero {لم يسجل أي وفد رأيا مخالفا} one {سجل وفد واحد رأيا مخالفا} two {سجل وفدان رأيا مخالفا} few {سجلت # وفود رأيا مخالفا} many {سجل # وفدا رأيا مخالفا} other {سجل # وفد رأيا مخالفا}}',
  reports_of_groups: 'ما تعود به الأفرقة',
  report_of: 'الفريق {number}: {group}',
  is_being_reported: 'يُعرض الآن',
  report_on_screen: 'إظهار التقرير على شاشة الجلسة العامة',
  no_report_yet: 'لم يقدم أي فريق تقريرا بعد.',
  group_time_changed_to: 'تغير وقت هذا الفريق: ينتهي في {time}.',
  chair_is_coming: 'سمعت رئاسة المعتكف الاستدعاء ({when}) وهي قادمة.',
  said_is_taken_back:
    'تغيرت النقاط، فسُحب معها توقيع الوفد ({delegation}) أو رأيه المخالف. ومتى عُرضت على الفريق من جديد، وقعها أو سجل رأيه المخالف مرة أخرى.',
  point_is_changed: 'تغيرت منذ آخر عرض للنقاط',
  point_rests_on:
    '{count, plural, zero {لا تستند إلى أي مساهمة} one {تستند إلى مساهمة واحدة} two {تستند إلى مساهمتين} few {تستند إلى # مساهمات} many {تستند إلى # مساهمة} other {تستند إلى # مساهمة}}',
  rests_on_kind:
    '{kind, select, idea {فكرة} cluster {مجموعة أفكار} statement {بيان} speaker {مداخلة} remark {ملاحظة} other {رد على قائمة أسئلة}}',
  moved_away: 'نُقل وفدكم',
  moved_to_group: 'مكانه الآن في الفريق {number}: {group}.',
  moved_nowhere: 'لم يعد له مكان في هذا الفريق. ويمكن للأمانة العامة أن تبين وجهته.',
  moved_keeps: 'كل ما كتبه وفدكم في الفريق الذي غادره باق فيه.',
  to_own_group: 'الذهاب إلى الفريق',
  to_retreat: 'إلى برنامج المعتكف',
  own_feedback_here: 'آراء وفدكم في النتائج',
  nobody_signs_here: 'تُجمع الأفكار هنا دون أسماء، فلا يمكن لأحد أن يوقع. وينتهي الفريق ببيان سبب عدم رفع نقاط موقعة.',
} satisfies Record<keyof typeof en, string>
