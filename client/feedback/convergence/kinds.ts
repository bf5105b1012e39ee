import type { Convergence, Leaning, Move } from '@consultation/shared/rules/convergence.ts'
import type { FeedbackStance } from '@consultation/shared/rules/feedback.ts'

export const CONVERGENCE = {
  support_across: { title: 'support_across_title', text: 'support_across_text' },
  divides_between: { title: 'divides_between_title', text: 'divides_between_text' },
  divides_within: { title: 'divides_within_title', text: 'divides_within_text' },
  concern_across: { title: 'concern_across_title', text: 'concern_across_text' },
  not_all_heard: { title: 'not_all_heard_title', text: 'not_all_heard_text' },
} as const satisfies Record<Convergence, { title: string; text: string }>

export const LEANING = {
  supports: 'leans_support',
  concerned: 'leans_concern',
  divided: 'leans_both',
  open: 'leans_open',
} as const satisfies Record<Leaning, string>

export const MOVE = {
  towards: 'views_towards',
  same: 'views_same',
  away: 'views_away',
  taken: 'views_taken',
  opened: 'views_opened',
} as const satisfies Record<Move, string>

/** Told apart by pattern as well as by colour: plain, striped, crossed, dotted, ruled and empty. */
export const STANCE_FILL: Record<FeedbackStance, Fill> = {
  support: 'for',
  support_with_change: 'for-striped',
  concern: 'but',
  need_information: 'dotted',
  no_position: 'ruled',
  awaiting_instructions: 'empty',
}
export const MOVE_FILL: Record<Move, Fill> = {
  towards: 'for',
  taken: 'for-striped',
  same: 'ruled',
  opened: 'dotted',
  away: 'but',
}
export const FILLS = ['for', 'for-striped', 'for-crossed', 'but', 'dotted', 'ruled', 'empty', 'mixed'] as const
export type Fill = (typeof FILLS)[number]

/** Of what was put together for the small-numbers rule: still one side where all of it is. */
export function fillOf<K extends string>(keys: readonly K[], fills: Record<K, Fill>): Fill {
  const used = [...new Set(keys.map((key) => fills[key]))]
  if (used.length === 1) return used[0]!
  return used.every((one) => one.startsWith('for')) ? 'for-crossed' : 'mixed'
}
