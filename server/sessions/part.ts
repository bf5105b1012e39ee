import type { Change, ItemView, SessionHead } from '@consultation/shared/room-view.ts'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import type { ItemRow, Look, RoomPart, SessionRow } from './room.ts'
import { attendances, sessionItems } from './tables.ts'

export const presentHead = (session: SessionRow): SessionHead => ({
  id: session.id,
  consultationId: session.consultationId,
  reference: session.reference,
  title: session.title,
  note: session.note,
  mode: session.mode,
  state: session.state,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  zone: session.zone,
  place: session.place,
  link: session.link,
  currentItemId: session.currentItemId,
  screen: { show: session.screenShow, message: session.screenMessage },
  recordKept: session.recordKept,
  rehearsal: session.rehearsal,
  observersAfter: session.observersAfter,
})

export const presentItem = (row: ItemRow, session: SessionRow): ItemView => ({
  id: row.id,
  number: row.number,
  title: row.title,
  note: row.note,
  questions: row.questions,
  listOpen: row.listOpen,
  limits: { state: row.secondsState, group: row.secondsGroup },
  clock: {
    startedAt: row.clockStartedAt?.toISOString() ?? null,
    usedMs: row.clockUsedMs,
    limitMs: row.clockLimitMs,
  },
  board: {
    phase: row.phase,
    budget: row.budget,
    cap: row.cap,
    // A number that moves would say that somebody here has just written.
    silentCount: session.mode === 'anonymous' ? null : row.silentCount,
  },
  revision: row.revision,
})

/** These items as they are: for every domain whose changes show on the item itself (list, clock, board). */
export async function itemChanges(tx: Tx, { session, seen }: Look, itemIds: readonly string[]): Promise<Change[]> {
  // The agenda belongs to everybody's stream alone.
  if (seen.kind !== 'all') return []
  const rows = await tx
    .select()
    .from(sessionItems)
    .where(inArray(sessionItems.id, [...itemIds]))
  const found = new Map(rows.filter(({ sessionId }) => sessionId === session.id).map((row) => [row.id, row]))
  return itemIds.map((id) => {
    const row = found.get(id)
    return row ? { set: 'items', value: presentItem(row, session) } : { drop: 'items', id }
  })
}

/** The session itself, its agenda, and for the podium who is there. */
export const sessionPart: RoomPart = {
  nouns: ['session', 'item', 'attendance', 'screen'],

  async whole(tx, { session, seen }) {
    if (seen.kind === 'podium') {
      const there = await tx.select().from(attendances).where(eq(attendances.sessionId, session.id))
      return { attendances: there.map(presentAttendance) }
    }
    if (seen.kind === 'seat') return {}
    const rows = await tx
      .select()
      .from(sessionItems)
      .where(eq(sessionItems.sessionId, session.id))
      .orderBy(asc(sessionItems.number))
    return { sessions: [presentHead(session)], items: rows.map((row) => presentItem(row, session)) }
  },

  known({ session, seen }, noun) {
    if (seen.kind !== (noun === 'attendance' ? 'podium' : 'all')) return []
    if (noun === 'screen') return []
    return noun === 'session' ? [{ set: 'sessions', value: presentHead(session) }] : undefined
  },

  async changed(tx, look, noun, subjects) {
    const { session } = look
    if (noun === 'attendance') {
      const there = await tx
        .select()
        .from(attendances)
        .where(inArray(attendances.id, [...subjects]))
      const found = new Map(there.filter(({ sessionId }) => sessionId === session.id).map((row) => [row.id, row]))
      return subjects.map((id): Change => {
        const row = found.get(id)
        return row ? { set: 'attendances', value: presentAttendance(row) } : { drop: 'attendances', id }
      })
    }
    return itemChanges(tx, look, subjects)
  },
}

const presentAttendance = (row: typeof attendances.$inferSelect) => ({
  id: row.id,
  delegationId: row.delegationId,
  since: row.since.toISOString(),
})
