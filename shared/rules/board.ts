/** The phases of an idea board. The chair moves them; nothing moves by itself. */
export const BOARD_PHASES = [
  'idle',
  'writing',
  'revealed',
  'clustering',
  'prioritising',
  'discussing',
  'closed',
] as const
export type BoardPhase = (typeof BOARD_PHASES)[number]

/** What stands with an idea. `waiting` is before a moderator, `returned` and `hidden` carry a reason. */
export const IDEA_STATES = ['silent', 'waiting', 'open', 'returned', 'hidden', 'withdrawn'] as const
export type IdeaState = (typeof IDEA_STATES)[number]

/** BO1 One step on, or one back, which undoes it; a board may be closed from anywhere but before it began. */
export function mayMove(from: BoardPhase, to: BoardPhase): boolean {
  const step = BOARD_PHASES.indexOf(to) - BOARD_PHASES.indexOf(from)
  return Math.abs(step) === 1 || (to === 'closed' && from !== 'idle')
}
/** BO2 Ideas may be written in silence, and afterwards openly until the board is closed. */
export const takesIdeas = (phase: BoardPhase) => phase !== 'idle' && phase !== 'closed' && phase !== 'prioritising'
export const isSilent = (phase: BoardPhase) => phase === 'idle' || phase === 'writing'
export const takesClusters = (phase: BoardPhase) => ['revealed', 'clustering', 'discussing'].includes(phase)
export const takesPoints = (phase: BoardPhase) => phase === 'prioritising'

/** BO3 While all write in silence others see only how many, in steps of five below twenty: a step is not one hand. */
export function shownCount(ideas: number): number {
  return ideas < 20 ? Math.floor(ideas / 5) * 5 : ideas
}

/** BO4 A delegation's points: never more than the budget in all, nor than the cap on one. */
export function pointsFit(points: Readonly<Record<string, number>>, budget: number, cap: number): boolean {
  const given = Object.values(points)
  return given.every((n) => Number.isInteger(n) && n >= 0 && n <= cap) && given.reduce((a, b) => a + b, 0) <= budget
}
