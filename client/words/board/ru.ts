import type { words as en } from './en.ts'

export const words = {
  ideas: 'Идеи',
  phase_sentence:
    '{phase, select, idle {Доска не открыта.} writing {Все пишут молча. Никто не видит написанного вами, пока президиум не откроет идеи.} revealed {Идеи открыты, в порядке жеребьёвки.} clustering {Президиум группирует идеи.} prioritising {Каждая делегация распределяет баллы.} discussing {Обсуждаются группы идей.} other {Доска закрыта.}}',
  ideas_written:
    '{exact, select, yes {{count, plural, one {Написана # идея.} few {Написано # идеи.} many {Написано # идей.} other {Написано # идеи.}}} other {{count, plural, =0 {Написано менее пяти идей.} one {Написано не менее # идеи.} few {Написано не менее # идей.} many {Написано не менее # идей.} other {Написано не менее # идеи.}}}}',
  ideas_in_cluster: '{count, plural, one {# идея} few {# идеи} many {# идей} other {# идеи}}',
  points_of_cluster:
    '{count, plural, one {# балл, для ориентира} few {# балла, для ориентира} many {# баллов, для ориентира} other {# балла, для ориентира}}',
  not_in_cluster: 'Вне групп',
  all_ideas: 'Все идеи',
  no_ideas: 'На этой доске нет идей.',
  pinned: 'Закреплено президиумом',
  yours: 'Написано вашей делегацией',
  merged_here:
    '{count, plural, one {Здесь объединена ещё # идея} few {Здесь объединены ещё # идеи} many {Здесь объединено ещё # идей} other {Здесь объединено ещё # идеи}}',
  idea_taken_in: 'Идея принята без указания авторства. Она появится вместе с другими в порядке жеребьёвки.',
  idea_written: 'Идея записана.',
  your_idea_silent: 'Ваша идея (пока её никто не видит)',
  your_idea: 'Ваша идея',
  idea_unnamed_help:
    'Отправляется без вашего имени и без учётной записи. Изменить или отозвать её потом нельзя, так как никто не знает, чья она.',
  idea_too_long:
    '{count, plural, one {Лишний # знак} few {Лишних # знака} many {Лишних # знаков} other {Лишних # знака}}',
  idea_language: 'Язык идеи',
  idea_for: 'От чьего имени',
  idea_national: 'Делегация',
  write_idea: 'Записать идею',
  your_ideas:
    '{count, plural, one {# идея вашей делегации, не видная залу} few {# идеи вашей делегации, не видные залу} many {# идей вашей делегации, не видных залу} other {# идеи вашей делегации, не видные залу}}',
  own_state:
    '{state, select, silent {Ещё не открыта} waiting {У модератора} returned {Возвращена вам} hidden {Скрыта президиумом} other {Показана}}',
  reason_given: 'Причина: {reason}',
  change_idea: 'Изменить',
  withdraw_idea: 'Отозвать',
  save_idea: 'Сохранить',
  leave_idea: 'Оставить',
  idea_withdrawn: 'Идея отозвана.',
  too_few_gave_points: 'Суммы не показываются: баллы дали менее пяти делегаций.',
  nothing_to_prioritise: 'Нет групп, которым можно дать баллы.',
  your_points: 'Баллы вашей делегации',
  points_explained:
    '{budget, plural, one {# балл} few {# балла} many {# баллов} other {# балла}} на всю делегацию, не более {cap, number} одной группе. Они подсказывают, с чего начать обсуждение; это не голосование. Суммы показываются по завершении этапа.',
  points_left:
    '{count, plural, one {Остался # балл} few {Осталось # балла} many {Осталось # баллов} other {Осталось # балла}}',
  one_point_less: 'На балл меньше: {cluster}',
  one_point_more: 'На балл больше: {cluster}',
  give_points: 'Дать эти баллы',
  leave_points: 'Как было',
  points_given: 'Баллы вашей делегации распределены. Их можно изменить до конца этапа.',
} satisfies Record<keyof typeof en, string>
