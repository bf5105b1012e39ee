export const words = {
  temperature: 'Temperature',
  not_a_vote: 'Indicative, not a vote. Silence says nothing.',
  round: 'Round {number}',
  temperature_state:
    '{state, select, prepared {Prepared; the room does not see it} open {Open for answers} closed {Closed; no figures have been given out} released {Figures given out} other {Not released; no figures are given out}}',
  too_few_answered: 'Too few delegations answered for figures.',
  answer_is_given: 'The answer of your delegation has been given.',
  give_answer: 'Give this answer',
  your_delegations_answer: 'Your delegation’s answer',
  changeable_until_closed: 'One answer for the delegation; it can be changed until the question is closed.',
  feeling:
    '{choice, select, strong_reservations {Strong reservations} reservations {Reservations} undecided {Undecided} inclined {Inclined to it} strongly_inclined {Strongly inclined to it} no_position {No position} other {Awaiting instructions}}',
  delegations_answered: '{count, plural, one {# delegation answered.} other {# delegations answered.}}',
  figures_of_all: 'All delegations, indicative',
  answer_column: 'Answer',
  delegations_column: 'Delegations',
  round_before_column: 'Round before',
  not_comparable: 'not comparable',
  no_regional_group: 'No regional group',
  by_regional_groups: 'By regional group',
  no_figures_for_groups: 'What the groups answered is not shown: too few stand behind an answer in one of them.',
}
