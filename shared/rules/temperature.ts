/** What a delegation may say. It is indicative and never a vote; silence is not consent. */
export const FEELINGS = ['strong_reservations', 'reservations', 'undecided', 'inclined', 'strongly_inclined'] as const
export const OUTSIDE_SCALE = ['no_position', 'awaiting_instructions'] as const
export const TEMPERATURE_CHOICES = [...FEELINGS, ...OUTSIDE_SCALE] as const
export type TemperatureChoice = (typeof TEMPERATURE_CHOICES)[number]
/** `kept_back`: closed, and no figures are given out: the chair kept them back, or too few had answered when the session closed. */
export const TEMPERATURE_STATES = ['prepared', 'open', 'closed', 'released', 'kept_back'] as const
export type TemperatureState = (typeof TEMPERATURE_STATES)[number]
