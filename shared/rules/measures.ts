/** What has become of a measure. Late is not a state: it follows from the date. */
export const MEASURE_STATES = ['proposed', 'decided', 'under_way', 'done', 'dropped'] as const
export type MeasureState = (typeof MEASURE_STATES)[number]

/** ME1 Nothing more is expected of it. */
export const isSettled = (state: MeasureState) => state === 'done' || state === 'dropped'

/** ME2 A date known to the month or the year is past when that month or year is. `today` is a day. */
export const isPast = (due: string, today: string) => today.slice(0, due.length) > due

/** ME3 Late is what was due before today and is not settled. */
export const isLate = ({ due, state }: { due: string | null; state: MeasureState }, today: string) =>
  due !== null && !isSettled(state) && isPast(due, today)

export type Dependency = { measureId: string; needs: string }

/**
 * ME4 Nothing waits for itself: the ring that `needs` of a measure would close, beginning and ending with it; null if none.
 * `known` are the dependencies there are beside those of the measure itself.
 */
export function ringThrough(
  measureId: string,
  needs: readonly string[],
  known: readonly Dependency[],
): string[] | null {
  const next = new Map<string, string[]>()
  for (const { measureId: from, needs: to } of known) {
    if (from !== measureId) next.set(from, [...(next.get(from) ?? []), to])
  }
  const cameFrom = new Map<string, string>()
  const waiting = [...needs]
  for (const id of needs) cameFrom.set(id, measureId)
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (id === measureId) return pathBack(measureId, cameFrom)
    for (const to of next.get(id) ?? []) {
      if (cameFrom.has(to)) continue
      cameFrom.set(to, id)
      waiting.push(to)
    }
  }
  return null
}

function pathBack(measureId: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const ring = [measureId]
  for (let id = cameFrom.get(measureId); id !== undefined && id !== measureId; id = cameFrom.get(id)) ring.unshift(id)
  return [measureId, ...ring]
}

/** ME5 What waits for something that is late, or due only after it, is held up. */
export function isHeldUp(
  measure: { due: string | null; state: MeasureState },
  needed: { due: string | null; state: MeasureState },
  today: string,
): boolean {
  if (isSettled(measure.state) || needed.state === 'done') return false
  if (needed.state === 'dropped' || isLate(needed, today)) return true
  if (measure.due === null || needed.due === null) return false
  const shared = Math.min(measure.due.length, needed.due.length)
  return needed.due.slice(0, shared) > measure.due.slice(0, shared)
}
