import type { words as en } from './en.ts'

export const words = {
  awaits: 'ما ينتظر وفد {delegation}',
  acting_for_one:
    'تعملون باسم وفد {delegation}. وأنتم معتمدون لدى {count, plural, zero {لا وفود} one {وفد واحد} two {وفدين} few {# وفود} many {# وفدا} other {# وفد}}؛ ويمكن الانتقال إلى غيره من القائمة في أعلى الصفحة.',
  to_do: 'المطلوب',
  card_title:
    '{count, plural, zero {لا أسئلة للإجابة} one {الإجابة عن سؤال واحد} two {الإجابة عن سؤالين} few {الإجابة عن # أسئلة} many {الإجابة عن # سؤالا} other {الإجابة عن # سؤال}} باسم {name}: {list}',
  by_when: 'الموعد النهائي: {when}',
  was_due: 'انقضت المهلة: {when}؛ وما يُرسل الآن يُشار إلى وروده متأخرا.',
  drafted_of:
    '{filled, plural, zero {لم تُصغ أي إجابة من أصل {count}} one {صيغت إجابة واحدة من أصل {count}} two {صيغت إجابتان من أصل {count}} few {صيغت # إجابات من أصل {count}} many {صيغت # إجابة من أصل {count}} other {صيغت # إجابة من أصل {count}}}',
  amended_version: 'يجري إعداد صيغة معدلة؛ وتظل الصيغة المقدمة قائمة في الأثناء',
  has_nobody: 'لم يبدأ العمل بعد',
  has_drafters: 'لدى القائمين على الصياغة',
  has_drafters_returned: 'أعيد إلى القائمين على الصياغة مع ملاحظة',
  has_head: 'لدى رئيس الوفد لإجازته',
  has_head_cleared: 'أجيز؛ وهو لدى رئيس الوفد لتقديمه',
  card_answer: 'فتح القائمة والإجابة',
  card_reply: 'الرد',
  reply_title:
    '{count, plural, zero {لا أسئلة من الأمانة العامة} one {تسأل الأمانة العامة عن إجابة من إجاباتكم} two {تسأل الأمانة العامة عن إجابتين من إجاباتكم} few {تسأل الأمانة العامة عن # إجابات من إجاباتكم} many {تسأل الأمانة العامة عن # إجابة من إجاباتكم} other {تسأل الأمانة العامة عن # إجابة من إجاباتكم}}',
  nothing_awaits: 'لا شيء ينتظر وفدكم حاليا.',
  next_expected: 'التالي: {what}، {when}.',
  coming: 'المقبل',
  done: 'ما أنجز',
  done_on: 'قُدم باسم {name} في {when}.',
  receipt_number: 'إشعار الاستلام {reference}',
  open_submitted: 'فتح الرد أو إعداد صيغة معدلة',
  announce_for_clearance: 'أحيل رد للإجازة.',
  announce_returned: 'أعيد رد إلى القائمين على الصياغة.',
  announce_submitted: 'قُدم رد.',
  announce_asked: 'طلبت الأمانة العامة توضيحا.',
  announce_circulated: 'عُممت قائمة أسئلة.',
  see_what_became: 'ما آل إليه ما قلناه',
  announce_moved: 'نُقل وفدكم إلى فريق آخر من أفرقة المعتكف.',
} satisfies Record<keyof typeof en, string>
