import type { words as en } from './en.ts'

export const words = {
  awaits: 'Что ожидает делегацию: {delegation}',
  acting_for_one:
    'Вы действуете от имени делегации: {delegation}. Вы аккредитованы при {count, plural, one {# делегации} few {# делегациях} many {# делегациях} other {# делегации}}; другую можно выбрать в меню вверху.',
  to_do: 'К исполнению',
  card_title:
    '{count, plural, one {Ответить на # вопрос} few {Ответить на # вопроса} many {Ответить на # вопросов} other {Ответить на # вопроса}} – {name}: {list}',
  by_when: 'Срок: {when}',
  was_due: 'Срок истёк: {when}; то, что будет направлено сейчас, будет отмечено как полученное с опозданием.',
  drafted_of:
    '{filled, plural, one {Составлен ответ на # вопрос из {count}} few {Составлены ответы на # вопроса из {count}} many {Составлены ответы на # вопросов из {count}} other {Составлены ответы на # вопроса из {count}}}',
  amended_version: 'готовится пересмотренная редакция; до её представления действует представленная',
  has_nobody: 'Работа не начата',
  has_drafters: 'У составителей',
  has_drafters_returned: 'Возвращён составителям с замечанием',
  has_head: 'У главы делегации, на утверждении',
  has_head_cleared: 'Утверждён; у главы делегации, для представления',
  card_answer: 'Открыть перечень и ответить',
  card_reply: 'Ответить',
  reply_title:
    '{count, plural, one {Секретариат задаёт вопрос о # вашем ответе} few {Секретариат задаёт вопросы о # ваших ответах} many {Секретариат задаёт вопросы о # ваших ответах} other {Секретариат задаёт вопросы о # вашего ответа}}',
  nothing_awaits: 'Сейчас вашу делегацию ничего не ожидает.',
  next_expected: 'Далее: {what}, {when}.',
  coming: 'Что предстоит',
  done: 'Что сделано',
  done_on: 'Представлен от имени: {name}, {when}.',
  receipt_number: 'Подтверждение о получении {reference}',
  open_submitted: 'Открыть или подготовить пересмотренную редакцию',
  announce_for_clearance: 'Ответ направлен на утверждение.',
  announce_returned: 'Ответ возвращён составителям.',
  announce_submitted: 'Ответ представлен.',
  announce_asked: 'Секретариат просит дать разъяснение.',
  announce_circulated: 'Распространён перечень вопросов.',
  see_what_became: 'Что стало с тем, что мы сказали',
} satisfies Record<keyof typeof en, string>
