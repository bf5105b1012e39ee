import type { words as en } from './en.ts'

export const words = {
  temperature: 'اتجاه القاعة',
  not_a_vote: 'للاستئناس وليس تصويتا. والصمت لا يعني شيئا.',
  round: 'الجولة {number}',
  temperature_state:
    '{state, select, prepared {معدّ ولا تراه القاعة} open {مفتوح للإجابات} closed {مقفل ولم تُعلن أرقام} released {أُعلنت الأرقام} other {لم يُعلن؛ لا تُعطى أرقام}}',
  too_few_answered: 'عدد الوفود المجيبة أقل من أن تُعلن أرقام.',
  answer_is_given: 'قُدمت إجابة وفدكم.',
  give_answer: 'تقديم هذا الرد',
  your_delegations_answer: 'إجابة وفدكم',
  changeable_until_closed: 'إجابة واحدة للوفد؛ ويمكن تغييرها حتى إقفال السؤال.',
  feeling:
    '{choice, select, strong_reservations {تحفظات شديدة} reservations {تحفظات} undecided {لم يتقرر} inclined {ميل إلى التأييد} strongly_inclined {ميل شديد إلى التأييد} no_position {لا موقف} other {في انتظار التعليمات}}',
  delegations_answered:
    '{count, plural, zero {لم يجب أي وفد.} one {أجاب وفد واحد.} two {أجاب وفدان.} few {أجابت # وفود.} many {أجاب # وفدا.} other {أجاب # وفد.}}',
  figures_of_all: 'جميع الوفود، للاستئناس',
  answer_column: 'الإجابة',
  delegations_column: 'الوفود',
  round_before_column: 'الجولة السابقة',
  not_comparable: 'غير قابل للمقارنة',
  no_regional_group: 'دون مجموعة إقليمية',
  by_regional_groups: 'حسب المجموعة الإقليمية',
  no_figures_for_groups: 'لا تُعرض إجابات المجموعات: ففي إحداها إجابة يقف خلفها عدد أقل مما يجوز إظهاره.',
} satisfies Record<keyof typeof en, string>
