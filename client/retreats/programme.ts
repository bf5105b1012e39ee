import type { GroupView, RetreatView, SlotView } from '@consultation/shared/retreats.ts'
import { dayIn } from '@consultation/shared/rules/deadlines.ts'

export type Day = { day: string; startsAt: string; slots: SlotView[] }

/** The programme by day where the retreat is held, each in the order of the hours. */
export function daysOf({ slots, zone }: Pick<RetreatView, 'slots' | 'zone'>): Day[] {
  const days = new Map<string, SlotView[]>()
  for (const slot of slots.toSorted(
    (a, b) => a.startsAt.localeCompare(b.startsAt) || a.endsAt.localeCompare(b.endsAt),
  )) {
    const day = dayIn(new Date(slot.startsAt), zone)
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  return [...days].map(([day, of]) => ({ day, startsAt: of[0]!.startsAt, slots: of }))
}

export const inNumberOrder = (sessions: readonly GroupView[]) => sessions.toSorted((a, b) => a.number - b.number)

/** Where the caller’s delegation sits in this part of the programme. */
export const ownGroupOf = (slot: Pick<SlotView, 'sessions'>) =>
  slot.sessions.find(({ own, state }) => own === 'placed' && state !== 'cancelled') ?? null

/** One step up or down in an order, past whose ends there is nowhere to go. */
export function moved(order: readonly string[], id: string, step: -1 | 1): string[] {
  const at = order.indexOf(id)
  const to = at + step
  if (at < 0 || to < 0 || to >= order.length) return [...order]
  return order.toSpliced(at, 1).toSpliced(to, 0, id)
}

/** Whole minutes up to the end, begun ones counted; negative once it is over. */
export const minutesLeft = (endsAt: string, now: number): number => Math.ceil((Date.parse(endsAt) - now) / 60_000)
