import { type Caller, isIrt, isStaff } from './access.ts'
import type { ShownAs } from './attribution.ts'

/** How a thing passed into another: coded under a theme, put together with others, merged into one like it, or cited. */
export const WAYS = ['coded', 'clustered', 'merged', 'cited'] as const
export type Way = (typeof WAYS)[number]

/** What became of a contribution. `undecided`: nobody has said yet. */
export const OUTCOMES = ['taken_up', 'cited', 'merged', 'coded', 'set_aside', 'undecided'] as const
export type Outcome = (typeof OUTCOMES)[number]

/**
 * TR1 Taken up where a finding, a measure or a paragraph of the report rests on it, in however many steps. TR2 Set aside counts until
 * it is taken up after all. TR3 Grouped, merged or coded alone is said as that, and not as taken up. TR5 In a summary alone it is
 * cited: it was heard, which is no word yet of what follows.
 */
export function outcomeOf({
  inResult,
  inSummary,
  ways,
  setAside,
}: {
  inResult: boolean
  inSummary: boolean
  ways: readonly Way[]
  setAside: boolean
}): Outcome {
  if (inResult) return 'taken_up'
  if (setAside) return 'set_aside'
  if (inSummary) return 'cited'
  if (ways.includes('merged') || ways.includes('clustered')) return 'merged'
  return ways.includes('coded') ? 'coded' : 'undecided'
}

/**
 * TR4 A delegation is shown, of what others said, what bears a name, and what a room made together: that a thing rests on words
 * without a name is not said, nor how many. The Secretariat and the Review Team write with them and see that they are there.
 */
export const isTraceable = (shown: ShownAs | null, caller: Caller): boolean =>
  shown === null || shown.kind !== 'withheld' || isStaff(caller) || isIrt(caller)
