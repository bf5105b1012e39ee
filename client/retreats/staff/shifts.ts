import type { SlotView } from '@consultation/shared/retreats.ts'

type Slot = Pick<SlotView, 'id' | 'title' | 'startsAt' | 'endsAt' | 'choiceUntil'>
export type Hours = { slot: Slot; startsAt: string; endsAt: string }

/** What would begin later, and when, if a part ended at that time: each as long as it was, and no more than it must. */
export function pushedBy(slots: readonly Slot[], of: Slot, endsAt: string): Hours[] {
  const after = slots
    .filter(({ id, startsAt }) => id !== of.id && startsAt >= of.endsAt)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  const pushed: Hours[] = []
  let free = Date.parse(endsAt)
  for (const slot of after) {
    const [from, until] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)]
    if (from >= free) break
    const to = free + until - from
    pushed.push({ slot, startsAt: new Date(free).toISOString(), endsAt: new Date(to).toISOString() })
    free = to
  }
  return pushed
}
