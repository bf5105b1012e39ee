import type { words as en } from './en.ts'

export const words = {
  temperature: 'Настроение зала',
  not_a_vote: 'Для ориентира; это не голосование. Молчание ничего не означает.',
  round: 'Раунд {number}',
  temperature_state:
    '{state, select, prepared {Подготовлен; зал его не видит} open {Открыт для ответов} closed {Закрыт; цифры не оглашены} released {Цифры оглашены} other {Не оглашено; цифры не приводятся}}',
  too_few_answered: 'Для цифр ответило слишком мало делегаций.',
  answer_is_given: 'Ответ вашей делегации дан.',
  give_answer: 'Дать этот ответ',
  your_delegations_answer: 'Ответ вашей делегации',
  changeable_until_closed: 'Один ответ от делегации; его можно изменить до закрытия вопроса.',
  feeling:
    '{choice, select, strong_reservations {Серьёзные оговорки} reservations {Оговорки} undecided {Не определилась} inclined {Склоняется к поддержке} strongly_inclined {Решительно склоняется к поддержке} no_position {Позиции нет} other {В ожидании инструкций}}',
  delegations_answered:
    '{count, plural, one {Ответила # делегация.} few {Ответили # делегации.} many {Ответили # делегаций.} other {Ответили # делегации.}}',
  figures_of_all: 'Все делегации, для ориентира',
  answer_column: 'Ответ',
  delegations_column: 'Делегации',
  round_before_column: 'Прошлый раунд',
  not_comparable: 'несопоставимо',
  no_regional_group: 'Вне региональных групп',
  by_regional_groups: 'По региональным группам',
  no_figures_for_groups: 'Ответы по группам не показаны: в одной из них за каким-то ответом слишком мало делегаций.',
} satisfies Record<keyof typeof en, string>
