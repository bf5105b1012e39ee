export const RETREAT_STATES = ['draft', 'announced', 'closed'] as const
export const SLOT_KINDS = ['plenary', 'breakouts'] as const
/** What a breakout group brings back: being drafted, put to the group, signed, brought to the plenary, or given up with a reason. */
export const REPORT_BACK_STATES = ['drafting', 'put', 'signed', 'reported', 'given_up'] as const
/** RT1 A group brings back at most so many points. */
export const POINTS_OF_A_GROUP = 5
