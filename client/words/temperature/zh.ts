import type { words as en } from './en.ts'

export const words = {
  temperature: '全场倾向',
  not_a_vote: '仅供参考，并非表决。沉默不代表任何意见。',
  round: '第{number}轮',
  temperature_state:
    '{state, select, prepared {已准备，全场看不到} open {开放答复} closed {已关闭，尚未公布数字} released {数字已公布} other {未公布，不提供数字}}',
  too_few_answered: '答复的代表团太少，无法公布数字。',
  answer_is_given: '贵代表团的答复已提交。',
  give_answer: '提交此答复',
  your_delegations_answer: '贵代表团的答复',
  changeable_until_closed: '每个代表团一个答复，问题关闭前可更改。',
  feeling:
    '{choice, select, strong_reservations {强烈保留} reservations {保留} undecided {未定} inclined {倾向赞同} strongly_inclined {强烈倾向赞同} no_position {无立场} other {等待指示}}',
  delegations_answered: '{count, plural, other {#个代表团已答复。}}',
  figures_of_all: '全部代表团，仅供参考',
  answer_column: '答复',
  delegations_column: '代表团',
  round_before_column: '上一轮',
  not_comparable: '不可比',
  no_regional_group: '无区域组',
  by_regional_groups: '按区域组',
  no_figures_for_groups: '不显示各组的回答：其中有一组支持某一回答的代表团过少。',
} satisfies Record<keyof typeof en, string>
