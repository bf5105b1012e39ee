export const words = {
  hours: '{date}, {from} — {until} ({zone})',
  state_of_session:
    '{state, select, draft {Готовится; об этом пока никому не сообщено.} announced {Объявлено.} open {Заседание сейчас открыто.} closed {Заседание завершено.} other {Заседание отменено.}}',
  when_is_it: 'Дата и время',
  where_is_it: 'Место',
  link_to_it: 'Ссылка',
  interpretation_of_it: 'Устный перевод',
  no_interpretation: 'Устный перевод не обеспечивается.',
  how_attributed: 'Указание авторства',
  agenda_of_session: 'Повестка дня',
  item_limits: 'Регламент в минутах: {group} от имени группы, {state} в национальном качестве.',
  item_questions:
    '{count, plural, one {Под рукой # разосланный вопрос.} few {Под рукой # разосланных вопроса.} many {Под рукой # разосланных вопросов.} other {Под рукой # разосланного вопроса.}}',
  observers_speak_after: 'Наблюдатели выступают после государств-членов.',
  look_into_room: 'Посмотреть ход заседания',
  enter_room: 'Войти в зал',
  read_record: 'Отчёт',
  read_own_record: 'Что сказала ваша делегация',
  calendar_file: 'Файл для календаря',
  session_open_now: 'Заседание сейчас открыто',
  see_session: 'О заседании',
  own_record_of: 'Сказано делегацией: {delegation}',
  own_record_for_whom:
    'Эта запись предназначена только для вашей делегации. Делегация названа в ней и там, где отчёт о заседании никого не называет.',
  own_record_provisional: 'Предварительно: заседание ещё не закрыто.',
  own_record_anonymous:
    'На этом заседании идеи принимались без указания авторства. Ничто не связывает их с вашей делегацией, поэтому здесь их нет.',
  print_own_record: 'Печать',
  own_record_docx: 'В формате Word',
  own_record_pdf: 'В формате PDF',
  own_record_empty: 'Ваша делегация на этом заседании ничего не говорила и не писала.',
  own_place:
    '{state, select, spoken {Выступила.} speaking {Выступает.} withdrawn {Снялась со списка ораторов.} yielded {Уступила место в списке ораторов.} other {Записана в список ораторов.}}',
  own_ideas: 'Идеи',
  own_idea_hidden: 'Скрыто президиумом: {reason}',
  own_remarks: 'В обсуждениях',
}
