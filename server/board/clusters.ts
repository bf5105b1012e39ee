import { CLUSTERS_MAX } from '@consultation/shared/board.ts'
import { streams } from '@consultation/shared/live.ts'
import type { ClusterView } from '@consultation/shared/room-view.ts'
import { isSilent, takesClusters } from '@consultation/shared/rules/board.ts'
import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import { atItem } from '../sessions/room.ts'
import { topics } from '../topics/tables.ts'
import type { Work } from '../work.ts'
import { clusterMergings, clusters, ideas } from './tables.ts'

export type ClusterRow = typeof clusters.$inferSelect

/** Begins a cluster with the open ideas named. Refuses: not_found, forbidden, session_not_open, phase_closed, invalid. */
export async function add(work: Work, itemId: string, name: string, ideaIds: readonly string[]): Promise<ClusterRow> {
  const { session, item } = await atItem(work, itemId, 'board.run')
  if (!takesClusters(item.phase)) throw new Refused('phase_closed')
  const [{ known, last } = { known: 0, last: 0 }] = await work.tx
    .select({ known: sql<number>`count(*)::int`, last: sql<number>`coalesce(max(${clusters.place}), 0)` })
    .from(clusters)
    .where(and(eq(clusters.itemId, itemId), isNull(clusters.mergedInto)))
  if (known >= CLUSTERS_MAX) throw new Refused('invalid', { field: 'name' })
  const [cluster] = await work.tx
    .insert(clusters)
    .values({ sessionId: session.id, itemId, name, place: last + 1 })
    .returning()
  if (ideaIds.length > 0) {
    const moved = await work.tx
      .update(ideas)
      .set({ clusterId: cluster!.id })
      .where(and(inArray(ideas.id, [...ideaIds]), eq(ideas.itemId, itemId), eq(ideas.state, 'open')))
      .returning({ id: ideas.id })
    if (moved.length !== new Set(ideaIds).size) throw new Refused('invalid', { field: 'ideaIds' })
  }
  await work.write(streams.sessionAll(session.id), 'cluster.added', cluster!.id, { name, ideaIds })
  if (ideaIds.length > 0) await redrawn(work, session.id, itemId)
  return cluster!
}

/** Refuses: not_found, forbidden, session_not_open, phase_closed, moved_meanwhile (merged). */
export async function rename(work: Work, clusterId: string, name: string): Promise<ClusterRow> {
  const { session } = await standingCluster(work, clusterId)
  const [cluster] = await work.tx.update(clusters).set({ name }).where(eq(clusters.id, clusterId)).returning()
  await work.write(streams.sessionAll(session.id), 'cluster.changed', clusterId, { name })
  return cluster!
}

/**
 * Merges a cluster into another of its board: ideas, points and topics go along, and links to them still find them.
 * Refuses: the same, and invalid.
 */
export async function merge(work: Work, clusterId: string, into: string): Promise<void> {
  const { session, cluster } = await standingCluster(work, clusterId)
  const [target] = await work.tx.select().from(clusters).where(eq(clusters.id, into))
  if (!target || target.itemId !== cluster.itemId || into === clusterId) throw new Refused('invalid', { field: 'into' })
  if (target.mergedInto !== null) throw new Refused('moved_meanwhile')
  const moved = await work.tx
    .update(ideas)
    .set({ clusterId: into })
    .where(eq(ideas.clusterId, clusterId))
    .returning({ id: ideas.id })
  const movedTopics = await work.tx
    .update(topics)
    .set({ clusterId: into, movedFrom: breadcrumb(clusterId, work.now) })
    .where(eq(topics.clusterId, clusterId))
    .returning({ id: topics.id })
  await work.tx.update(clusters).set({ mergedInto: into }).where(eq(clusters.id, clusterId))
  if (cluster.points !== null && target.points !== null)
    await work.tx
      .update(clusters)
      .set({ points: target.points + cluster.points })
      .where(eq(clusters.id, into))
  await work.tx.insert(clusterMergings).values({
    clusterId,
    into,
    ideaIds: moved.map(({ id }) => id),
    topicIds: movedTopics.map(({ id }) => id),
    at: work.now,
  })
  await work.write(streams.sessionAll(session.id), 'cluster.merged', clusterId, { into })
  await redrawn(work, session.id, cluster.itemId)
  for (const { id } of movedTopics) await work.write(streams.sessionAll(session.id), 'topic.moved', id, { into })
}

const breadcrumb = (from: string, now: Date) =>
  sql`${topics.movedFrom} || ${JSON.stringify([{ clusterId: from, at: now.toISOString() }])}::jsonb`

/** Undoes the last merging of this cluster: what it took along and still stands there goes back. Refuses: the same. */
export async function undo(work: Work, clusterId: string): Promise<void> {
  const [known] = await work.tx.select().from(clusters).where(eq(clusters.id, clusterId))
  if (!known) throw new Refused('not_found')
  const { session, item } = await atItem(work, known.itemId, 'board.run')
  if (isSilent(item.phase) || item.phase === 'closed') throw new Refused('phase_closed')
  const [merging] = await work.tx
    .select()
    .from(clusterMergings)
    .where(and(eq(clusterMergings.clusterId, clusterId), isNull(clusterMergings.undoneAt)))
    .orderBy(desc(clusterMergings.at))
    .limit(1)
  if (!merging) throw new Refused('moved_meanwhile')
  const { into, ideaIds, topicIds } = merging
  if (ideaIds.length > 0)
    await work.tx
      .update(ideas)
      .set({ clusterId })
      .where(and(inArray(ideas.id, ideaIds), eq(ideas.clusterId, into)))
  if (topicIds.length > 0)
    await work.tx
      .update(topics)
      .set({ clusterId, movedFrom: breadcrumb(into, work.now) })
      .where(and(inArray(topics.id, topicIds), eq(topics.clusterId, into)))
  const [target] = await work.tx.select().from(clusters).where(eq(clusters.id, into))
  if (known.points !== null && target?.points != null)
    await work.tx
      .update(clusters)
      .set({ points: target.points - known.points })
      .where(eq(clusters.id, into))
  await work.tx.update(clusters).set({ mergedInto: null }).where(eq(clusters.id, clusterId))
  await work.tx.update(clusterMergings).set({ undoneAt: work.now }).where(eq(clusterMergings.id, merging.id))
  await work.write(streams.sessionAll(session.id), 'cluster.changed', clusterId, { undone: merging.id })
  await redrawn(work, session.id, known.itemId)
  for (const id of topicIds) await work.write(streams.sessionAll(session.id), 'topic.moved', id, { undone: merging.id })
}

async function standingCluster(work: Work, clusterId: string) {
  const [known] = await work.tx.select().from(clusters).where(eq(clusters.id, clusterId))
  if (!known) throw new Refused('not_found')
  const { session, item } = await atItem(work, known.itemId, 'board.run')
  if (!takesClusters(item.phase)) throw new Refused('phase_closed')
  const [cluster] = await work.tx.select().from(clusters).where(eq(clusters.id, clusterId))
  if (!cluster || cluster.mergedInto !== null) throw new Refused('moved_meanwhile')
  return { session, cluster }
}

/** Which cluster stands for one that was merged, however often: what rests on it rests on that one. */
export async function standingClusters(tx: Tx, sessionId: string): Promise<(id: string) => string> {
  const rows = await tx
    .select({ id: clusters.id, into: clusters.mergedInto })
    .from(clusters)
    .where(and(eq(clusters.sessionId, sessionId), isNotNull(clusters.mergedInto)))
  const into = new Map(rows.map((row) => [row.id, row.into]))
  return (id) => {
    let standing = id
    for (let next = into.get(standing); next; next = into.get(standing)) standing = next
    return standing
  }
}

/** Many cards at once have changed their place: the board is told whole. */
async function redrawn(work: Work, sessionId: string, itemId: string): Promise<void> {
  await work.write(streams.sessionPodium(sessionId), 'board.moved', itemId)
  await work.write(streams.sessionAll(sessionId), 'board.moved', itemId)
}

export const presentCluster = (row: ClusterRow): ClusterView => ({
  id: row.id,
  itemId: row.itemId,
  name: row.name,
  place: row.place,
  points: row.points,
})
