import type { words as en } from './en.ts'

export const words = {
  temperature: 'Temperatura de la sala',
  not_a_vote: 'Indicativo; no es una votación. El silencio no dice nada.',
  round: 'Ronda {number}',
  temperature_state:
    '{state, select, prepared {Preparada; la sala no la ve} open {Abierta a respuestas} closed {Cerrada; sin cifras difundidas} released {Cifras difundidas} other {No difundida; no se dan cifras}}',
  too_few_answered: 'Han respondido muy pocas delegaciones para dar cifras.',
  answer_is_given: 'La respuesta de su delegación se ha dado.',
  give_answer: 'Dar esta respuesta',
  your_delegations_answer: 'Respuesta de su delegación',
  changeable_until_closed: 'Una respuesta por delegación; puede cambiarse hasta el cierre.',
  feeling:
    '{choice, select, strong_reservations {Fuertes reservas} reservations {Reservas} undecided {Indecisa} inclined {Inclinada a favor} strongly_inclined {Muy inclinada a favor} no_position {Sin posición} other {En espera de instrucciones}}',
  delegations_answered:
    '{count, plural, one {Ha respondido # delegación.} many {Han respondido # delegaciones.} other {Han respondido # delegaciones.}}',
  figures_of_all: 'Todas las delegaciones, indicativo',
  answer_column: 'Respuesta',
  delegations_column: 'Delegaciones',
  round_before_column: 'Ronda anterior',
  not_comparable: 'no comparable',
  no_regional_group: 'Sin grupo regional',
  by_regional_groups: 'Por grupo regional',
  no_figures_for_groups:
    'No se muestran las respuestas por grupo: en alguno respaldan una respuesta demasiado pocas delegaciones.',
} satisfies Record<keyof typeof en, string>
