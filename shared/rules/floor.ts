/** How a delegation asks for the floor. */
export const ASKED_CAPACITIES = ['national', 'group', 'point_of_order', 'right_of_reply'] as const
export type AskedCapacity = (typeof ASKED_CAPACITIES)[number]
/** And a breakout group, which brings its points back. */
export const FLOOR_CAPACITIES = [...ASKED_CAPACITIES, 'report'] as const
export type FloorCapacity = (typeof FLOOR_CAPACITIES)[number]
export const SPEAKER_STATES = ['requested', 'confirmed', 'speaking', 'spoken', 'withdrawn', 'yielded'] as const
export type SpeakerState = (typeof SPEAKER_STATES)[number]

const WAITING: readonly SpeakerState[] = ['requested', 'confirmed']
export const isWaiting = (state: SpeakerState) => WAITING.includes(state)

/** A list inscribed on: what decides the order. `moved` is a place the chair gave by hand. */
export type Inscribed = {
  id: string
  capacity: FloorCapacity
  state: SpeakerState
  /** As inscribed; after a trade or a move, the place held instead. */
  place: number
  observer: boolean
}

/** FL1 A point of order comes first, then what breakout groups report; a right of reply after everybody; groups before States; observers after Member States where the session says so. */
function rank(one: Pick<Inscribed, 'capacity' | 'observer'>, observersAfter: boolean): number {
  if (one.capacity === 'point_of_order') return 0
  if (one.capacity === 'report') return 1
  if (one.capacity === 'right_of_reply') return 5
  if (one.capacity === 'group') return 2
  return one.observer && observersAfter ? 4 : 3
}

/** Among whom one is moved, and with whom a place can be traded. */
export const sameKind = (
  a: Pick<Inscribed, 'capacity' | 'observer'>,
  b: Pick<Inscribed, 'capacity' | 'observer'>,
  observersAfter: boolean,
) => rank(a, observersAfter) === rank(b, observersAfter)

/**
 * FL2 The order of those who wait: by kind, then as inscribed. A place given by hand is a number in the same kind,
 * so the chair moves within a kind; to put one before another kind the chair gives the floor to it by name. A place held
 * twice is one order still, the same on every page.
 */
export function inOrder<T extends Inscribed>(list: readonly T[], observersAfter: boolean): T[] {
  return list
    .filter(({ state }) => isWaiting(state))
    .sort((a, b) => rank(a, observersAfter) - rank(b, observersAfter) || a.place - b.place || (a.id < b.id ? -1 : 1))
}

/** FL3 A closed list takes points of order, rights of reply and what groups report, nobody else. */
export const mayInscribe = (listOpen: boolean, capacity: FloorCapacity) =>
  listOpen || capacity === 'point_of_order' || capacity === 'right_of_reply' || capacity === 'report'

/** FL4 Seconds a speaker has; a report has a group's; a point of order is brief by its nature, a right of reply as a State's. */
export function limitFor(capacity: FloorCapacity, limits: { state: number; group: number }): number {
  if (capacity === 'group' || capacity === 'report') return limits.group
  if (capacity === 'point_of_order') return Math.min(limits.state, 120)
  return limits.state
}

/** One clock for all: when it runs it is told from its start by the server's time; stopped, it is what was used. */
export type Clock = { startedAt: string | null; usedMs: number; limitMs: number }
export const usedBy = (clock: Clock, nowMs: number) =>
  clock.usedMs + (clock.startedAt === null ? 0 : Math.max(0, nowMs - Date.parse(clock.startedAt)))
export const leftOf = (clock: Clock, nowMs: number) => clock.limitMs - usedBy(clock, nowMs)
/** Amber in the last fifth of the time, and at least in the last thirty seconds. */
export function stageOf(clock: Clock, nowMs: number): 'running_well' | 'ending' | 'over' {
  const left = leftOf(clock, nowMs)
  if (left <= 0) return 'over'
  return left <= Math.max(30_000, clock.limitMs / 5) ? 'ending' : 'running_well'
}

/** What everybody sees can be taken back for so long. */
export const UNDO_MS = 30_000
