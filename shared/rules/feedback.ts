/** What a delegation says to a finding. None is a vote, and silence is none of them. */
export const FEEDBACK_STANCES = [
  'support',
  'support_with_change',
  'concern',
  'need_information',
  'no_position',
  'awaiting_instructions',
] as const
export type FeedbackStance = (typeof FEEDBACK_STANCES)[number]
/** By which way it came; none is below another. */
export const FEEDBACK_CHANNELS = ['plenary', 'breakout', 'writing'] as const
/** FB1 What a member of a group says to the group's feedback: it goes along, or it differs; silence is neither. */
export const ASSOCIATIONS = ['associates', 'differs'] as const
/** FB2 So many findings a delegation may name as those that matter most to it. */
export const PRIORITIES_MAX = 5
