import type { words as en } from './en.ts'

export const words = {
  ideas: 'Ideas',
  phase_sentence:
    '{phase, select, idle {El tablero no se ha abierto.} writing {Todos escriben en silencio. Nadie más ve lo que escribe hasta que la mesa lo revele.} revealed {Las ideas se han revelado, por orden de sorteo.} clustering {La mesa agrupa las ideas.} prioritising {Cada delegación asigna sus puntos.} discussing {Se examinan los grupos de ideas.} other {El tablero está cerrado.}}',
  ideas_written:
    '{exact, select, yes {{count, plural, one {Se ha escrito # idea.} many {Se han escrito # ideas.} other {Se han escrito # ideas.}}} other {{count, plural, =0 {Se han escrito menos de cinco ideas.} one {Se ha escrito al menos # idea.} many {Se han escrito al menos # ideas.} other {Se han escrito al menos # ideas.}}}}',
  ideas_in_cluster: '{count, plural, one {# idea} many {# ideas} other {# ideas}}',
  points_of_cluster:
    '{count, plural, one {# punto, indicativo} many {# puntos, indicativos} other {# puntos, indicativos}}',
  not_in_cluster: 'Sin agrupar',
  all_ideas: 'Todas las ideas',
  no_ideas: 'No hay ideas en este tablero.',
  pinned: 'Fijada por la mesa',
  yours: 'Escrita por su delegación',
  merged_here:
    '{count, plural, one {# idea más está reunida aquí} many {# ideas más están reunidas aquí} other {# ideas más están reunidas aquí}}',
  idea_taken_in: 'La idea se ha recibido sin nombre. Aparecerá con otras, por orden de sorteo.',
  idea_written: 'La idea se ha escrito.',
  your_idea_silent: 'Su idea (nadie más la ve todavía)',
  your_idea: 'Su idea',
  idea_unnamed_help:
    'Se envía sin su nombre ni su sesión. Después no puede modificarse ni retirarse, porque nadie sabe de quién es.',
  idea_too_long: '{count, plural, one {Sobra # carácter} many {Sobran # caracteres} other {Sobran # caracteres}}',
  idea_language: 'Idioma de la idea',
  idea_for: 'Escrita en nombre de',
  idea_national: 'La delegación',
  write_idea: 'Escribir la idea',
  your_ideas:
    '{count, plural, one {Idea de su delegación que la sala no ve} many {# ideas de su delegación que la sala no ve} other {# ideas de su delegación que la sala no ve}}',
  own_state:
    '{state, select, silent {Aún no revelada} waiting {En manos de un moderador} returned {Devuelta} hidden {Ocultada por la mesa} other {Visible}}',
  reason_given: 'Motivo: {reason}',
  change_idea: 'Cambiar',
  withdraw_idea: 'Retirar',
  save_idea: 'Guardar',
  leave_idea: 'Dejarla como está',
  idea_withdrawn: 'La idea se ha retirado.',
  too_few_gave_points: 'No se muestran sumas: menos de cinco delegaciones asignaron puntos.',
  nothing_to_prioritise: 'No hay grupos de ideas a los que asignar puntos.',
  your_points: 'Puntos de su delegación',
  points_explained:
    '{budget, plural, one {# punto} many {# puntos} other {# puntos}} para toda la delegación, como máximo {cap, number} para un grupo. Indican por dónde empezar el debate; no son una votación. Las sumas se muestran al cerrar la fase.',
  points_left: '{count, plural, one {Queda # punto} many {Quedan # puntos} other {Quedan # puntos}}',
  one_point_less: 'Un punto menos: {cluster}',
  one_point_more: 'Un punto más: {cluster}',
  give_points: 'Asignar estos puntos',
  leave_points: 'Como antes',
  points_given: 'Los puntos de su delegación se han asignado. Pueden cambiarse hasta el final de la fase.',
} satisfies Record<keyof typeof en, string>
