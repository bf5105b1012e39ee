import type { RegionalGroup } from '@consultation/shared/people.ts'
import type { GroupView, SlotView } from '@consultation/shared/retreats.ts'

/** Who is in which group of a slot, by the id of its session. */
export type Placement = ReadonlyMap<string, readonly string[]>
/** A participant with the regional group whose share counts; null for those of none. */
export type ToShow = { id: string; region: RegionalGroup | null }

export type SlotState = 'planned' | 'told' | 'meeting' | 'over'

export function slotStateOf({
  assignedAt,
  sessions,
}: Pick<SlotView, 'assignedAt'> & { sessions: readonly Pick<GroupView, 'state'>[] }): SlotState {
  const states = sessions.map(({ state }) => state)
  if (states.includes('open')) return 'meeting'
  if (states.length > 0 && states.every((state) => state === 'closed' || state === 'cancelled')) return 'over'
  return assignedAt ? 'told' : 'planned'
}

export const placementOf = ({
  sessions,
}: {
  sessions: readonly Pick<GroupView, 'sessionId' | 'assigned'>[]
}): Placement =>
  new Map(
    sessions.map(({ sessionId, assigned }) => [sessionId, (assigned ?? []).map(({ delegationId }) => delegationId)]),
  )

export const placedIn = (slot: Pick<SlotView, 'sessions'>) =>
  slot.sessions.reduce((sum, { assigned }) => sum + (assigned?.length ?? 0), 0)

/** Who is told of it: to a plenary everybody comes, to a group who is placed in it. */
export const toldIn = (
  { participantIds }: { participantIds: readonly string[] | null },
  { kind, assignedAt, sessions }: Pick<SlotView, 'kind' | 'assignedAt' | 'sessions'>,
): readonly string[] =>
  kind === 'plenary' && assignedAt === null
    ? (participantIds ?? [])
    : sessions.flatMap(({ assigned }) => (assigned ?? []).map(({ delegationId }) => delegationId))

export const bodyOfPlacement = (placement: Placement) => ({
  groups: [...placement].map(([sessionId, delegationIds]) => ({ sessionId, delegationIds: [...delegationIds] })),
})

/** Some delegations moved into one group, or out of all of them; whoever is there already stays where it stands. */
export function movedTo(placement: Placement, ids: readonly string[], to: string | null): Placement {
  const going = new Set(ids)
  return new Map(
    [...placement].map(([sessionId, inside]) => {
      if (sessionId !== to) return [sessionId, inside.filter((id) => !going.has(id))]
      return [sessionId, [...inside, ...ids.filter((id) => !inside.includes(id))]]
    }),
  )
}

export const groupOf = (placement: Placement, id: string): string | null =>
  [...placement].find(([, inside]) => inside.includes(id))?.[0] ?? null

export const samePlacement = (a: Placement, b: Placement) =>
  a.size === b.size &&
  [...a].every(([sessionId, inside]) => {
    const other = b.get(sessionId)
    return other !== undefined && other.length === inside.length && inside.every((id) => other.includes(id))
  })

/** How many of each region are in each group, so that one sees at a glance whether they mix. */
export function balanceOf(placement: Placement, people: readonly ToShow[], regions: readonly (RegionalGroup | null)[]) {
  const regionOf = new Map(people.map(({ id, region }) => [id, region]))
  return [...placement].map(([sessionId, inside]) => ({
    sessionId,
    all: inside.length,
    of: regions.map((region) => inside.filter((id) => (regionOf.get(id) ?? null) === region).length),
  }))
}

/** How many got their first wish, their second and so on, some other group, and how many wished for nothing. */
export function wishesMet(placement: Placement, choices: NonNullable<SlotView['choices']>) {
  const met: number[] = []
  let elsewhere = 0
  for (const { delegationId, sessionIds } of choices) {
    if (sessionIds.length === 0) continue
    const place = sessionIds.indexOf(groupOf(placement, delegationId) ?? '')
    if (place < 0) elsewhere++
    else met[place] = (met[place] ?? 0) + 1
  }
  return { met: Array.from(met, (count) => count ?? 0), elsewhere }
}
