import type { words as en } from './en.ts'

export const words = {
  group_of_slot: 'Grupo {number}',
  group_minutes_left: '{count, plural, one {Queda # minuto} many {Quedan # de minutos} other {Quedan # minutos}}',
  group_seconds_left: '{count, plural, one {Queda # segundo} many {Quedan # de segundos} other {Quedan # segundos}}',
  group_time_over: 'Se ha agotado el tiempo',
  group_until: 'hasta',
  call_chair: 'Llamar a la presidencia',
  call_means:
    'Se comunica a la presidencia del retiro que este grupo llama. A nadie se le dice quién del grupo lo hizo.',
  call_note: 'De qué se trata',
  chair_is_called: 'Se ha llamado a la presidencia del retiro.',
  chair_says: 'De la presidencia del retiro,',
  chair_says_this: 'De la presidencia del retiro: {text}',
  earlier_messages:
    '{count, plural, one {# mensaje anterior} many {# de mensajes anteriores} other {# mensajes anteriores}}',
  findings_at_hand:
    '{count, plural, one {# conclusión a mano} many {# de conclusiones a mano} other {# conclusiones a mano}}',
  points_put_to_you: 'El relator le presenta los puntos de este grupo',
  read_and_sign: 'Leerlos y firmarlos',
  what_group_brings: 'Lo que este grupo lleva a la plenaria',
  points_being_drafted:
    'El relator redacta hasta {most} puntos. Antes de que termine el grupo, usted los lee y los firma.',
  points_put_to_group: 'Presentados al grupo para su firma',
  points_signed_at: 'Firmados,',
  points_are_before_plenary: 'Llevados a la plenaria',
  ended_without_points: 'El grupo terminó sin puntos firmados, por este motivo:',
  your_delegation_and_points: '{delegation} y estos puntos',
  signs_points: 'Firma',
  signs_points_help: 'Los puntos reflejan fielmente lo que dijo este grupo. Eso no supone aceptarlos.',
  dissents_from_points: 'Hace constar su disentimiento',
  dissents_from_points_help: 'Sus palabras van a la plenaria junto con los puntos.',
  dissent_in_words: 'El disentimiento en sus palabras',
  sign_points: 'Firmar',
  note_dissent: 'Hacer constar el disentimiento',
  you_have_signed: '{delegation}: puntos firmados.',
  dissent_is_noted: 'Consta el disentimiento: {delegation}',
  say_otherwise: 'Cambiar',
  leave_as_said: 'Dejarlo así',
  signed_by_count:
    '{count, plural, one {Firmado por # delegación} many {Firmado por # de delegaciones} other {Firmado por # delegaciones}}',
  dissents_in_words: 'Disentimiento:',
  dissents_count:
    '{count, plural, one {# delegación hace constar su disentimiento} many {# de delegaciones hacen constar su disentimiento} other {# delegaciones hacen constar su disentimiento}}',
  reports_of_groups: 'Lo que traen los grupos',
  report_of: 'Grupo {number}: {group}',
  is_being_reported: 'se presenta ahora',
  report_on_screen: 'Mostrar el informe en la pantalla de la plenaria',
  no_report_yet: 'Ningún grupo ha informado todavía.',
  group_time_changed_to: 'Ha cambiado el horario de este grupo: termina a las {time}.',
  chair_is_coming: 'La presidencia del retiro ha oído la llamada ({when}) y viene.',
  said_is_taken_back:
    'Los puntos han cambiado, por lo que se ha retirado la firma o el disentimiento de la delegación ({delegation}). Cuando vuelvan a presentarse al grupo, firma o hace constar su disentimiento de nuevo.',
  point_is_changed: 'Modificado desde la última presentación',
  point_rests_on:
    '{count, plural, one {Se basa en # contribución} many {Se basa en # de contribuciones} other {Se basa en # contribuciones}}',
  rests_on_kind:
    '{kind, select, idea {Idea} cluster {Grupo de ideas} statement {Declaración} speaker {Intervención} remark {Observación} other {Respuesta a una lista de preguntas}}',
  moved_away: 'Su delegación ha cambiado de grupo',
  moved_to_group: 'Ahora tiene su lugar en el grupo {number}: {group}.',
  moved_nowhere: 'Ya no tiene lugar en este grupo. La Secretaría puede indicar adónde va.',
  moved_keeps: 'Todo lo que su delegación escribió en el grupo anterior permanece en él.',
  to_own_group: 'Ir al grupo',
  to_retreat: 'Al programa del retiro',
  own_feedback_here: 'Opinión de su delegación sobre las conclusiones',
  nobody_signs_here:
    'Aquí las ideas se recogen sin nombres, por lo que nadie puede firmar. El grupo termina diciendo por qué no lleva puntos firmados.',
} satisfies Record<keyof typeof en, string>
