export const words = {
  says_support: 'Поддержка',
  says_support_with_change: 'Поддержка с изменением',
  says_concern: 'Обеспокоенность',
  says_need_information: 'Нужна информация',
  says_no_position: 'Позиции нет',
  says_awaiting_instructions: 'В ожидании инструкций',
  came_plenary: 'На пленарном заседании',
  came_breakout: 'В дискуссионной группе',
  came_writing: 'В письменном виде',
  said_sealed: 'Без указания авторства: название видно только здесь',
  said_without_name: 'Без указания авторства',
  said_for_group_by: 'от группы выступает {delegation}',
  proposed_on: 'Предложено для пункта {number}',
  proposed_out: 'Пункт исключается.',
  spoke_for:
    '{count, plural, one {От имени # государства} few {От имени # государств} many {От имени # государств} other {От имени # государства}}',
  member_associates: '{delegation}: присоединяется.',
  member_differs: '{delegation}: иное мнение.',
  member_dissociates: 'Не присоединяется к пунктам: {paragraphs}.',
  association_lapsed: '(относится к прежним словам группы)',
  window_before: 'Отзывы можно представлять начиная с {when}.',
  window_open: 'Отзывы можно представлять до {when}.',
  window_after: 'Отзывы принимались до {when}. Представленное к этому времени сохраняется.',
  window_hours:
    '{count, plural, one {Остался # час.} few {Осталось # часа.} many {Осталось # часов.} other {Осталось # часа.}}',
  window_minutes:
    '{count, plural, one {Осталась # минута.} few {Осталось # минуты.} many {Осталось # минут.} other {Осталось # минуты.}}',
}
