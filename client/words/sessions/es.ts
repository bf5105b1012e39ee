export const words = {
  hours: '{date}, {from} a {until} ({zone})',
  state_of_session:
    '{state, select, draft {En preparación; todavía no se ha informado a nadie.} announced {Anunciada.} open {La sesión está abierta en este momento.} closed {La sesión ha terminado.} other {La sesión se ha cancelado.}}',
  when_is_it: 'Fecha y hora',
  where_is_it: 'Lugar',
  link_to_it: 'Enlace',
  interpretation_of_it: 'Interpretación',
  no_interpretation: 'No se presta servicio de interpretación.',
  how_attributed: 'Atribución',
  agenda_of_session: 'Orden del día',
  item_limits: 'Tiempo de intervención en minutos: {group} en nombre de un grupo, {state} a título nacional.',
  item_questions:
    '{count, plural, one {Se dispone de # pregunta distribuida.} many {Se dispone de # preguntas distribuidas.} other {Se dispone de # preguntas distribuidas.}}',
  observers_speak_after: 'Los observadores intervienen después de los Estados Miembros.',
  look_into_room: 'Consultar la sala',
  enter_room: 'Entrar en la sala',
  read_record: 'Acta',
  read_own_record: 'Lo que dijo su delegación',
  calendar_file: 'Archivo de calendario',
  session_open_now: 'La sesión está abierta en este momento',
  see_session: 'Ver la sesión',
  own_record_of: 'Lo que dijo: {delegation}',
  own_record_for_whom:
    'Este registro es solo para su delegación. La nombra incluso cuando el acta de la sesión no nombra a nadie.',
  own_record_provisional: 'Provisional: la sesión todavía no se ha cerrado.',
  own_record_anonymous:
    'En esta sesión las ideas se recibieron sin nombre. Nada las vincula con su delegación, por lo que no pueden figurar aquí.',
  print_own_record: 'Imprimir',
  own_record_docx: 'En formato Word',
  own_record_pdf: 'En formato PDF',
  own_record_empty: 'Su delegación no ha dicho ni escrito nada en esta sesión.',
  own_place:
    '{state, select, spoken {Hizo uso de la palabra.} speaking {Está en uso de la palabra.} withdrawn {Se retiró de la lista de oradores.} yielded {Renunció a su lugar en la lista de oradores.} other {Inscrita en la lista de oradores.}}',
  own_ideas: 'Ideas',
  own_idea_hidden: 'Ocultada por la mesa: {reason}',
  own_remarks: 'En los hilos de discusión',
}
