import { streams } from '@consultation/shared/live.ts'
import type { OwnPointsView } from '@consultation/shared/room-view.ts'
import { pointsFit, takesPoints } from '@consultation/shared/rules/board.ts'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { Refused } from '../refused.ts'
import { atItem, contributed } from '../sessions/room.ts'
import type { Work } from '../work.ts'
import { clusters, pointsGiven } from './tables.ts'

type PointsRow = typeof pointsGiven.$inferSelect

/**
 * The delegation's points as a whole: one budget, whoever of it gives them. Refuses: not_found, forbidden,
 * session_not_open, phase_closed, points_exceeded, invalid (not a cluster here), changed_meanwhile.
 */
export async function give(
  work: Work,
  itemId: string,
  { revision, points }: { revision: number; points: Record<string, number> },
): Promise<PointsRow> {
  const { session, item, standing } = await atItem(work, itemId, 'points.give')
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
  const given = toStanding(points, new Map(here.map(({ id, mergedInto }) => [id, mergedInto])))
  if (!pointsFit(given, item.budget, item.cap)) throw new Refused('points_exceeded', { field: 'points' })
  if ((before?.revision ?? 0) !== revision)
    throw new Refused('changed_meanwhile', { current: before ? presentPoints(before) : null })
  const values = {
    points: given,
    total: Object.values(given).reduce((sum, n) => sum + n, 0),
    budget: item.budget,
    revision: revision + 1,
  }
  const [row] = await work.tx
    .insert(pointsGiven)
    .values({ itemId, sessionId: session.id, delegationId, ...values })
    .onConflictDoUpdate({ target: [pointsGiven.itemId, pointsGiven.delegationId], set: values })
    .returning()
  await contributed(work, session)
  // Nobody but the delegation learns of it, not even that there is one more; and the journal keeps no digest of so few
  // possible words, which could be tried one after the other when the points themselves are gone.
  await work.write(streams.sessionSeat(session.id, delegationId), 'points.given', itemId)
  return row!
}

/** Points of a cluster that was merged meanwhile go along with it. Refuses: invalid (not a cluster here). */
function toStanding(
  points: Readonly<Record<string, number>>,
  mergedInto: ReadonlyMap<string, string | null>,
): Record<string, number> {
  const given: Record<string, number> = {}
  for (const [clusterId, n] of Object.entries(points)) {
    if (n === 0) continue
    if (!mergedInto.has(clusterId)) throw new Refused('invalid', { field: 'points' })
    let standing = clusterId
    for (let next = mergedInto.get(standing); next; next = mergedInto.get(standing)) standing = next
    given[standing] = (given[standing] ?? 0) + n
  }
  return given
}

export const presentPoints = (row: PointsRow): z.infer<typeof OwnPointsView> => ({
  id: row.itemId,
  points: row.points,
  revision: row.revision,
})
