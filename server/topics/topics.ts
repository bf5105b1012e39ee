import { randomUUID } from 'node:crypto'
import type { Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import type { Change, RemarkView, TopicView } from '@consultation/shared/room-view.ts'
import { mayInRoom } from '@consultation/shared/rules/rooms.ts'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { clusters } from '../board/tables.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import { atItem, contributed, type Look, type RoomPart } from '../sessions/room.ts'
import { seatFor } from '../sessions/seats.ts'
import { sessionItems } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import { remarkSources, remarks, topics } from './tables.ts'

type TopicRow = typeof topics.$inferSelect
type RemarkRow = typeof remarks.$inferSelect
type SourceRow = typeof remarkSources.$inferSelect

/** Opens a topic under an item or a cluster. Refuses: not_found, forbidden, session_not_open, invalid. */
export async function open(work: Work, itemId: string, clusterId: string | null, title: string): Promise<TopicRow> {
  const { session } = await atItem(work, itemId, 'topic.open')
  await refuseElsewhere(work.tx, itemId, clusterId)
  const [topic] = await work.tx
    .insert(topics)
    .values({ sessionId: session.id, itemId, clusterId, title, movedFrom: [] })
    .returning()
  await work.write(streams.sessionAll(session.id), 'topic.opened', topic!.id, { title, clusterId })
  return topic!
}

type Said = { replyTo: string | null; quotes: string | null; language: Language; text: string }

/**
 * A delegation's remark, or the podium's; a reply to a resolved topic opens it again, from either side. Refuses: not_found,
 * forbidden, session_not_open, not_in_anonymous, invalid.
 */
export async function say(work: Work, topicId: string, said: Said): Promise<string> {
  const known = await topicOf(work.tx, topicId)
  const { session, standing } = await atItem(work, known.itemId, 'follow')
  const asDelegation = mayInRoom(standing, 'remark.make')
  if (!asDelegation && !mayInRoom(standing, 'topic.run')) throw new Refused('forbidden')
  if (asDelegation && session.mode === 'anonymous') throw new Refused('not_in_anonymous')
  for (const field of ['replyTo', 'quotes'] as const) await refuseOther(work.tx, topicId, said[field], field)
  const [{ place } = { place: 1 }] = await work.tx
    .select({ place: sql<number>`coalesce(max(${remarks.place}), 0) + 1` })
    .from(remarks)
    .where(eq(remarks.topicId, topicId))
  const id = randomUUID()
  await work.tx.insert(remarks).values({ id, sessionId: session.id, topicId, place, at: work.now, ...said })
  await work.tx.insert(remarkSources).values({
    remarkId: id,
    sessionId: session.id,
    delegationId: asDelegation ? standing.delegationId : null,
    named: session.mode === 'attributed',
  })
  if (asDelegation) await contributed(work, session)
  const all = streams.sessionAll(session.id)
  await work.write(all, 'remark.made', id, said)
  const { resolvedAt } = await topicOf(work.tx, topicId)
  if (resolvedAt === null) return id
  await work.tx.update(topics).set({ resolvedAt: null }).where(eq(topics.id, topicId))
  await work.write(all, 'topic.resolved', topicId, { resolved: false })
  return id
}

async function refuseOther(tx: Tx, topicId: string, remarkId: string | null, field: string): Promise<void> {
  if (remarkId === null) return
  const [row] = await tx.select({ topicId: remarks.topicId }).from(remarks).where(eq(remarks.id, remarkId))
  if (row?.topicId !== topicId) throw new Refused('invalid', { field })
}

/** Refuses: not_found, forbidden, session_not_open. */
export async function resolve(work: Work, topicId: string, resolved: boolean): Promise<TopicRow> {
  const known = await topicOf(work.tx, topicId)
  const { session } = await atItem(work, known.itemId, 'topic.run')
  const before = await topicOf(work.tx, topicId)
  const [topic] = await work.tx
    .update(topics)
    .set({ resolvedAt: resolved ? (before.resolvedAt ?? work.now) : null })
    .where(eq(topics.id, topicId))
    .returning()
  await work.write(streams.sessionAll(session.id), 'topic.resolved', topicId, { resolved })
  return topic!
}

/**
 * Moves a topic, which remembers where it stood: whoever has a link to it still finds it. Refuses: not_found, forbidden,
 * session_not_open, invalid.
 */
export async function move(work: Work, topicId: string, itemId: string, clusterId: string | null): Promise<TopicRow> {
  const known = await topicOf(work.tx, topicId)
  const { session } = await atItem(work, known.itemId, 'topic.run')
  const [target] = await work.tx.select().from(sessionItems).where(eq(sessionItems.id, itemId))
  if (target?.sessionId !== session.id) throw new Refused('invalid', { field: 'itemId' })
  await refuseElsewhere(work.tx, itemId, clusterId)
  const before = await topicOf(work.tx, topicId)
  const crumb = { itemId: before.itemId, clusterId: before.clusterId, at: work.now.toISOString() }
  const [topic] = await work.tx
    .update(topics)
    .set({ itemId, clusterId, movedFrom: [...before.movedFrom, crumb] })
    .where(eq(topics.id, topicId))
    .returning()
  await work.write(streams.sessionAll(session.id), 'topic.moved', topicId, { itemId, clusterId })
  return topic!
}

async function refuseElsewhere(tx: Tx, itemId: string, clusterId: string | null): Promise<void> {
  if (clusterId === null) return
  const [row] = await tx.select().from(clusters).where(eq(clusters.id, clusterId))
  if (row?.itemId !== itemId || row.mergedInto !== null) throw new Refused('invalid', { field: 'clusterId' })
}

/** Refuses: not_found. */
async function topicOf(tx: Tx, topicId: string): Promise<TopicRow> {
  const [topic] = await tx.select().from(topics).where(eq(topics.id, topicId))
  if (!topic) throw new Refused('not_found')
  return topic
}

// ── what a room is shown ──────────────────────────────────────────────────────────────────────

export const presentTopic = (row: TopicRow): TopicView => ({
  id: row.id,
  itemId: row.itemId,
  clusterId: row.clusterId,
  title: row.title,
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
  movedFrom: row.movedFrom,
})

function presentRemark(row: RemarkRow, source: SourceRow | null, { session, seen }: Look): RemarkView {
  // What PostgreSQL left out was sealed; the podium is nobody's secret.
  const author = source && { delegationId: source.delegationId, groupId: null }
  const seat = author?.delegationId === null ? { kind: 'podium' as const } : seatFor(author, session.mode, seen)
  return {
    id: row.id,
    topicId: row.topicId,
    replyTo: row.replyTo,
    quotes: row.quotes,
    seat,
    language: row.language,
    text: row.text,
    at: seat.kind === 'withheld' ? null : row.at.toISOString(),
    place: row.place,
  }
}

export async function remarksIn(tx: Tx, look: Look, ids?: readonly string[]): Promise<RemarkView[]> {
  const rows = await tx
    .select({ remark: remarks, source: remarkSources })
    .from(remarks)
    .leftJoin(remarkSources, eq(remarkSources.remarkId, remarks.id))
    .where(and(eq(remarks.sessionId, look.session.id), ids ? inArray(remarks.id, [...ids]) : undefined))
    .orderBy(remarks.place)
  return rows.map(({ remark, source }) => presentRemark(remark, source, look))
}

export async function topicsIn(tx: Tx, { session }: Look, ids?: readonly string[]): Promise<TopicView[]> {
  const rows = await tx
    .select()
    .from(topics)
    .where(and(eq(topics.sessionId, session.id), ids ? inArray(topics.id, [...ids]) : undefined))
  return rows.map(presentTopic)
}

/** Topics and what is said in them are the same for everybody in the room. */
export const topicPart: RoomPart = {
  nouns: ['topic', 'remark'],
  async whole(tx, look) {
    if (look.seen.kind !== 'all') return {}
    return { topics: await topicsIn(tx, look), remarks: await remarksIn(tx, look) }
  },
  async changed(tx, look, noun, subjects): Promise<Change[]> {
    if (look.seen.kind !== 'all') return []
    return noun === 'topic'
      ? (await topicsIn(tx, look, subjects)).map((value) => ({ set: 'topics', value }))
      : (await remarksIn(tx, look, subjects)).map((value) => ({ set: 'remarks', value }))
  },
}
