import type { words as en } from './en.ts'

export const words = {
  temperature: 'Température de la salle',
  not_a_vote: 'Indicatif ; ce n’est pas un vote. Le silence ne dit rien.',
  round: 'Tour {number}',
  temperature_state:
    '{state, select, prepared {Préparée ; la salle ne la voit pas} open {Ouverte aux réponses} closed {Close ; aucun chiffre communiqué} released {Chiffres communiqués} other {Non communiqué ; aucun chiffre n’est donné}}',
  too_few_answered: 'Trop peu de délégations ont répondu pour donner des chiffres.',
  answer_is_given: 'La réponse de votre délégation est donnée.',
  give_answer: 'Donner cette réponse',
  your_delegations_answer: 'Réponse de votre délégation',
  changeable_until_closed: 'Une réponse par délégation ; elle peut être modifiée jusqu’à la clôture.',
  feeling:
    '{choice, select, strong_reservations {Fortes réserves} reservations {Réserves} undecided {Indécise} inclined {Plutôt favorable} strongly_inclined {Très favorable} no_position {Pas de position} other {En attente d’instructions}}',
  delegations_answered:
    '{count, plural, one {# délégation a répondu.} many {# délégations ont répondu.} other {# délégations ont répondu.}}',
  figures_of_all: 'Toutes les délégations, à titre indicatif',
  answer_column: 'Réponse',
  delegations_column: 'Délégations',
  round_before_column: 'Tour précédent',
  not_comparable: 'non comparable',
  no_regional_group: 'Sans groupe régional',
  by_regional_groups: 'Par groupe régional',
  no_figures_for_groups:
    'Les réponses par groupe ne sont pas montrées : trop peu de délégations en appuient une dans l’un d’eux.',
} satisfies Record<keyof typeof en, string>
