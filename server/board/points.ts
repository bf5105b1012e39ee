import { streams } from '@consultation/shared/live.ts'
import type { OwnPointsView } from '@consultation/shared/room-view.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { pointsFit, takesPoints } from '@consultation/shared/rules/board.ts'
import { mayInRoom } from '@consultation/shared/rules/rooms.ts'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { Refused } from '../refused.ts'
import { atItem, contributed, knownItem, rememberItem } from '../sessions/room.ts'
import type { AtOnce, Work } from '../work.ts'
import { clusters, pointsGiven } from './tables.ts'

type PointsRow = typeof pointsGiven.$inferSelect
type OwnPoints = z.infer<typeof OwnPointsView>
type Given = { revision: number; points: Record<string, number> }

// As with ideas: judged by what was found the last time, in one trip. Confirmed are also the revision and that all the clusters
// stand here.
const GIVE = {
  name: 'give-points',
  text: `with given as (
      insert into points_given (item_id, session_id, delegation_id, points, total, budget, revision)
      select $1, $2, $3, $4, $5, $6, $7
      where room_facts($1) = $8
        and coalesce((select p.revision from points_given p where p.item_id = $1 and p.delegation_id = $3), 0) = $7 - 1
        and (select count(*) from clusters c where c.item_id = $1 and c.merged_into is null and c.id = any ($9::uuid[]))
          = cardinality($9::uuid[])
      on conflict (item_id, delegation_id) do update
        set points = excluded.points, total = excluded.total, budget = excluded.budget, revision = excluded.revision
      returning revision
    )
    select as_known(exists (select from given)) as known`,
}

/** Points in one trip, and what the delegation is shown of them; undefined for everything that `give` must judge. */
export function giving(
  caller: Caller,
  itemId: string,
  { revision, points }: Given,
): (AtOnce & { view: OwnPoints }) | undefined {
  const there = knownItem(caller, itemId)
  if (!there) return undefined
  const { session, item, standing, facts } = there
  const { delegationId } = standing
  if (delegationId === null || !mayInRoom(standing, 'points.give') || !takesPoints(item.phase)) return undefined
  const given = withoutNone(points)
  if (!pointsFit(given, item.budget, item.cap)) return undefined
  // Nothing, by who gave nothing before: only `give` knows whether there is anything to give to.
  if (revision === 0 && Object.keys(given).length === 0) return undefined
  return {
    turns: [itemId],
    statement: {
      ...GIVE,
      values: [
        itemId,
        session.id,
        delegationId,
        JSON.stringify(given),
        sum(given),
        item.budget,
        revision + 1,
        facts,
        Object.keys(given),
      ],
    },
    lines: [givenLine(session.id, delegationId, itemId)],
    view: { id: itemId, points: given, revision: revision + 1 },
  }
}

// Nobody but the delegation learns of it, not even that there is one more; and the journal keeps no digest of so few
// possible words, which could be tried one after the other when the points themselves are gone.
const givenLine = (sessionId: string, delegationId: string, itemId: string) => ({
  stream: streams.sessionSeat(sessionId, delegationId),
  kind: 'points.given' as const,
  subject: itemId,
})

const withoutNone = (points: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(points).filter(([, n]) => n !== 0))
const sum = (points: Readonly<Record<string, number>>) => Object.values(points).reduce((all, n) => all + n, 0)

/**
 * The delegation's points as a whole: one budget, whoever of it gives them. Refuses: not_found, forbidden,
 * session_not_open, phase_closed, points_exceeded, invalid (not a cluster here, or none at all), changed_meanwhile.
 */
export async function give(work: Work, itemId: string, { revision, points }: Given): Promise<PointsRow> {
  const at = await atItem(work, itemId, 'points.give')
  const { session, item, standing } = at
  const { delegationId } = standing
  if (delegationId === null) throw new Refused('forbidden')
  if (!takesPoints(item.phase)) throw new Refused('phase_closed')
  const [here, [before]] = await Promise.all([
    work.tx
      .select({ id: clusters.id, mergedInto: clusters.mergedInto })
      .from(clusters)
      .where(eq(clusters.itemId, itemId)),
    work.tx
      .select()
      .from(pointsGiven)
      .where(and(eq(pointsGiven.itemId, itemId), eq(pointsGiven.delegationId, delegationId))),
  ])
  // Where names are sealed nobody is told that points are gone unless there are clusters.
  if (here.length === 0) throw new Refused('invalid', { field: 'points' })
  const given = toStanding(points, new Map(here.map(({ id, mergedInto }) => [id, mergedInto])))
  if (!pointsFit(given, item.budget, item.cap)) throw new Refused('points_exceeded', { field: 'points' })
  if ((before?.revision ?? 0) !== revision)
    throw new Refused('changed_meanwhile', { current: before ? presentPoints(before) : null })
  const values = {
    points: given,
    total: sum(given),
    budget: item.budget,
    revision: revision + 1,
  }
  const [row] = await work.tx
    .insert(pointsGiven)
    .values({ itemId, sessionId: session.id, delegationId, ...values })
    .onConflictDoUpdate({ target: [pointsGiven.itemId, pointsGiven.delegationId], set: values })
    .returning()
  await contributed(work, session)
  const { stream, kind, subject } = givenLine(session.id, delegationId, itemId)
  await work.write(stream, kind, subject)
  await rememberItem(work, at)
  return row!
}

/** Points of a cluster that was merged meanwhile go along with it. Refuses: invalid (not a cluster here). */
function toStanding(
  points: Readonly<Record<string, number>>,
  mergedInto: ReadonlyMap<string, string | null>,
): Record<string, number> {
  const given: Record<string, number> = {}
  for (const [clusterId, n] of Object.entries(withoutNone(points))) {
    if (!mergedInto.has(clusterId)) throw new Refused('invalid', { field: 'points' })
    let standing = clusterId
    for (let next = mergedInto.get(standing); next; next = mergedInto.get(standing)) standing = next
    given[standing] = (given[standing] ?? 0) + n
  }
  return given
}

export const presentPoints = (row: PointsRow): OwnPoints => ({
  id: row.itemId,
  points: row.points,
  revision: row.revision,
})
