import { streams } from '@consultation/shared/live.ts'
import { and, eq, isNull } from 'drizzle-orm'
import { inTurn } from '../database/database.ts'
import { Refused } from '../refused.ts'
import { entered, holdItems } from '../sessions/room.ts'
import { type Closings, moveFrom } from '../sessions/running.ts'
import { reschedule } from '../sessions/sessions.ts'
import { sessions } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import { refuseOverlap, sessionsAt, slotIn } from './programme.ts'
import type { RetreatRow } from './reading.ts'
import { programmeChanged } from './retreats.ts'
import { podiumCalls, retreatSessions, retreatSlots, roomMessages } from './tables.ts'

/** All rooms of a slot that can be. Refuses: not_found, retreat_closed, groups_not_told, moved_meanwhile. */
export async function moveAll(
  work: Work,
  slotId: string,
  to: 'open' | 'closed',
  closings: Closings,
): Promise<RetreatRow> {
  const { slot, retreat } = await slotIn(work, slotId)
  if (slot.assignedAt === null) throw new Refused('groups_not_told')
  const known = await sessionsAt(work.tx, slotId)
  // In the order in which the rooms' own commands take what they hold.
  if (to === 'closed') for (const { id } of known) await holdItems(work, id)
  for (const { id } of known)
    await work.tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, id)).for('update')
  const from = to === 'open' ? 'announced' : 'open'
  const rooms = (await sessionsAt(work.tx, slotId)).filter(({ state }) => state === from)
  if (rooms.length === 0) throw new Refused('moved_meanwhile')
  for (const { id } of rooms) {
    if (to === 'open' && slot.kind === 'breakouts') await keepPoints(work, id)
    await moveFrom(work, { id, state: from }, to, closings)
  }
  return programmeChanged(work, retreat, 'retreat.slot_moved', { slotId, to })
}

/** A group meets to bring points back: they are written down from the beginning, and everybody in the room sees that they are. */
async function keepPoints(work: Work, sessionId: string): Promise<void> {
  await work.tx.update(sessions).set({ recordKept: true }).where(eq(sessions.id, sessionId))
  await work.write(streams.sessionAll(sessionId), 'session.record_keeping', sessionId, { kept: true })
}

/**
 * One end for all groups of the slot, told to every clock in one moment. Refuses: not_found, retreat_closed, moved_meanwhile
 * (another end than the one seen), session_begun (all are over), slots_overlap, invalid.
 */
export async function extend(work: Work, slotId: string, from: Date, endsAt: Date): Promise<RetreatRow> {
  const { slot, retreat } = await slotIn(work, slotId)
  if (slot.endsAt.getTime() !== from.getTime()) throw new Refused('moved_meanwhile')
  if (endsAt <= slot.startsAt || endsAt <= work.now) throw new Refused('invalid', { field: 'endsAt' })
  const meeting = (await sessionsAt(work.tx, slotId)).filter(({ state }) => state !== 'closed')
  if (meeting.length === 0) throw new Refused('session_begun')
  await refuseOverlap(work, retreat.id, slotId, { startsAt: slot.startsAt, endsAt })
  for (const { id } of meeting) await reschedule(work, id, slot.startsAt, endsAt)
  await work.tx.update(retreatSlots).set({ endsAt }).where(eq(retreatSlots.id, slotId))
  return programmeChanged(work, retreat, 'retreat.slot_extended', { slotId, endsAt })
}

/** Refuses: not_found, retreat_closed, session_not_open. */
export async function message(work: Work, slotId: string, text: string): Promise<void> {
  const { retreat } = await slotIn(work, slotId)
  const open = (await sessionsAt(work.tx, slotId)).filter(({ state }) => state === 'open')
  if (open.length === 0) throw new Refused('session_not_open')
  const written = await work.tx
    .insert(roomMessages)
    .values(open.map(({ id }) => ({ sessionId: id, text, at: work.now })))
    .returning()
  for (const { id, sessionId } of written.toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1)))
    await work.write(streams.sessionAll(sessionId), 'message.sent', id, { text })
  await work.write(streams.retreatStaff(retreat.id), 'message.sent', slotId, { text })
}

/** One call waits at a time: who calls again has called. Refuses: not_found, forbidden, session_not_open. */
export async function call(work: Work, sessionId: string, note: string): Promise<void> {
  const { session } = await entered(work.tx, work.caller, sessionId, 'follow')
  const [place] = await work.tx.select().from(retreatSessions).where(eq(retreatSessions.sessionId, sessionId))
  if (!place) throw new Refused('not_found')
  if (session.state !== 'open') throw new Refused('session_not_open')
  await inTurn(work, `call:${sessionId}`)
  const [waiting] = await work.tx
    .select({ id: podiumCalls.id })
    .from(podiumCalls)
    .where(and(eq(podiumCalls.sessionId, sessionId), isNull(podiumCalls.answeredAt)))
  const [made] = waiting
    ? [waiting]
    : await work.tx
        .insert(podiumCalls)
        .values({ sessionId, retreatId: place.retreatId, note, at: work.now })
        .returning({ id: podiumCalls.id })
  await work.write(streams.sessionAll(sessionId), 'call.made', made!.id)
  await work.write(streams.retreatStaff(place.retreatId), 'call.made', made!.id, { note })
}

/** Refuses: not_found, moved_meanwhile. */
export async function answerCall(work: Work, callId: string): Promise<void> {
  const [known] = await work.tx.select().from(podiumCalls).where(eq(podiumCalls.id, callId)).for('update')
  if (!known) throw new Refused('not_found')
  if (known.answeredAt !== null) throw new Refused('moved_meanwhile')
  await work.tx.update(podiumCalls).set({ answeredAt: work.now }).where(eq(podiumCalls.id, callId))
  await work.write(streams.sessionAll(known.sessionId), 'call.answered', callId)
  await work.write(streams.retreatStaff(known.retreatId), 'call.answered', callId)
}
