import type { words as en } from './en.ts'

export const words = {
  group_of_slot: 'Группа {number}',
  group_minutes_left:
    '{count, plural, one {Осталась # минута} few {Осталось # минуты} many {Осталось # минут} other {Осталось # минуты}}',
  group_seconds_left:
    '{count, plural, one {Осталась # секунда} few {Осталось # секунды} many {Осталось # секунд} other {Осталось # секунды}}',
  group_time_over: 'Время истекло',
  group_until: 'до',
  call_chair: 'Позвать председателя',
  call_means:
    'Председателю совещания сообщают, что его зовёт эта группа. Кто именно в группе это сделал, не сообщается никому.',
  call_note: 'О чём речь',
  chair_is_called: 'Председатель совещания вызван.',
  chair_says: 'От председателя совещания,',
  chair_says_this: 'От председателя совещания: {text}',
  earlier_messages:
    '{count, plural, one {# прежнее сообщение} few {# прежних сообщения} many {# прежних сообщений} other {# прежнего сообщения}}',
  findings_at_hand:
    '{count, plural, one {# вывод под рукой} few {# вывода под рукой} many {# выводов под рукой} other {# вывода под рукой}}',
  points_put_to_you: 'Докладчик представил вам тезисы этой группы',
  read_and_sign: 'Прочитать и подписать',
  what_group_brings: 'Что группа выносит на пленарное заседание',
  points_being_drafted:
    'Докладчик составляет тезисы, не более {most}. До окончания работы группы вы их читаете и подписываете.',
  points_put_to_group: 'Представлены группе на подпись',
  points_signed_at: 'Подписаны,',
  points_are_before_plenary: 'Вынесены на пленарное заседание',
  ended_without_points: 'Группа завершила работу без подписанных тезисов по следующей причине:',
  your_delegation_and_points: '{delegation} и эти тезисы',
  signs_points: 'Подписывает',
  signs_points_help: 'Тезисы верно передают сказанное в группе. Это не означает согласия с ними.',
  dissents_from_points: 'Заявляет особое мнение',
  dissents_from_points_help: 'Ваши слова выносятся на пленарное заседание вместе с тезисами.',
  dissent_in_words: 'Особое мнение вашими словами',
  sign_points: 'Подписать',
  note_dissent: 'Заявить особое мнение',
  you_have_signed: '{delegation}: подписано.',
  dissent_is_noted: 'Особое мнение отмечено: {delegation}',
  say_otherwise: 'Изменить',
  leave_as_said: 'Оставить как есть',
  signed_by_count:
    '{count, plural, one {Подписала # делегация} few {Подписали # делегации} many {Подписали # делегаций} other {Подписали # делегации}}',
  dissents_in_words: 'Особое мнение:',
  dissents_count:
    '{count, plural, one {Особое мнение заявила # делегация} few {Особое мнение заявили # делегации} many {Особое мнение заявили # делегаций} other {Особое мнение заявили # делегации}}',
  reports_of_groups: 'С чем возвращаются группы',
  report_of: 'Группа {number}: {group}',
  is_being_reported: 'докладывается сейчас',
  report_on_screen: 'Показать доклад на экране пленарного заседания',
  no_report_yet: 'Ни одна группа ещё не доложила.',
  group_time_changed_to: 'Время работы группы изменилось: до {time}.',
  chair_is_coming: 'Председатель совещания услышал вызов ({when}) и идёт.',
  said_is_taken_back:
    'Тезисы изменились, поэтому подпись или особое мнение делегации ({delegation}) сняты. Когда тезисы снова представят группе, она подписывает их или заявляет особое мнение заново.',
  point_is_changed: 'Изменён с прошлого представления',
  point_rests_on:
    '{count, plural, one {Основан на # выступлении или идее} few {Основан на # выступлениях или идеях} many {Основан на # выступлениях или идеях} other {Основан на # выступления или идеи}}',
  rests_on_kind:
    '{kind, select, idea {Идея} cluster {Группа идей} statement {Заявление} speaker {Выступление} remark {Замечание} other {Ответ на перечень вопросов}}',
  moved_away: 'Ваша делегация переведена',
  moved_to_group: 'Теперь её место в группе {number}: {group}.',
  moved_nowhere: 'Места в этой группе у неё больше нет. Куда перейти, скажет Секретариат.',
  moved_keeps: 'Всё, что ваша делегация написала в прежней группе, в ней остаётся.',
  to_own_group: 'Перейти в группу',
  to_retreat: 'К программе совещания',
  own_feedback_here: 'Отзывы вашей делегации о выводах',
  nobody_signs_here:
    'Идеи собираются здесь без имён, поэтому подписать никто не может. Группа завершает работу, указав, почему подписанных тезисов нет.',
} satisfies Record<keyof typeof en, string>
