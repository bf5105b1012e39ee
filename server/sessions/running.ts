import { streams } from '@consultation/shared/live.ts'
import { and, eq, sql } from 'drizzle-orm'
import { changeLast } from '../database/database.ts'
import type { JobKind } from '../journal/jobs.ts'
import { Refused } from '../refused.ts'
import { type Work, work } from '../work.ts'
import { entered, holdItems, type SessionRow } from './room.ts'
import { attendances, sessionItems, sessions } from './tables.ts'

/** What each domain ends when a session closes; put together in app.ts. All items are held while it does. */
export type Closings = readonly ((work: Work, session: SessionRow) => Promise<void>)[]

/** Says that the delegation is there. The first time counts. Refuses: not_found, forbidden, session_not_open. */
export async function attend(work: Work, sessionId: string): Promise<void> {
  const { session, standing } = await entered(work.tx, work.caller, sessionId, 'attend')
  const { delegationId } = standing
  if (session.state !== 'open' || delegationId === null) throw new Refused('session_not_open')
  const [came] = await work.tx
    .insert(attendances)
    .values({ sessionId, delegationId, since: work.now })
    .onConflictDoNothing()
    .returning({ id: attendances.id })
  // A second device of the delegation is news to nobody but itself.
  if (came) await work.write(streams.sessionPodium(sessionId), 'attendance.began', came.id)
  else await work.write(streams.sessionSeat(sessionId, delegationId), 'attendance.began', sessionId)
}

/** A screen’s address is good for this long after the session: whoever finds it on the machine of the hall then finds nothing. */
const SCREENS_MS = 86_400_000

/** Opens the room or closes it, from the state it was seen in. Refuses: not_found, forbidden, moved_meanwhile, session_begun. */
export async function move(
  work: Work,
  sessionId: string,
  from: SessionRow['state'],
  to: 'open' | 'closed',
  closings: Closings,
): Promise<void> {
  const { session } = await entered(work.tx, work.caller, sessionId, to === 'open' ? 'session.open' : 'session.close')
  if (session.state !== from) throw new Refused('moved_meanwhile')
  await moveFrom(work, session, to, closings)
}

/** The same for who opens or closes many rooms at once, and was asked elsewhere whether they may. */
export async function moveFrom(
  work: Work,
  { id: sessionId, state: from }: Pick<SessionRow, 'id' | 'state'>,
  to: 'open' | 'closed',
  closings: Closings,
): Promise<void> {
  if (from !== (to === 'open' ? 'announced' : 'open')) throw new Refused('session_begun')
  // What is under way in the room comes first; what comes after finds it closed.
  const itemIds = to === 'closed' ? await holdItems(work, sessionId) : []
  const [moved] = await work.tx
    .update(sessions)
    .set({
      state: to,
      revision: sql`${sessions.revision} + 1`,
      ...(to === 'open' ? { openedAt: work.now } : { closedAt: work.now }),
    })
    .where(and(eq(sessions.id, sessionId), eq(sessions.state, from)))
    .returning()
  if (!moved) throw new Refused('moved_meanwhile')
  const kind = to === 'open' ? 'session.opened' : 'session.closed'
  if (to === 'closed') {
    for (const close of closings) await close(work, moved)
    await work.later(SCREENS_END, sessionId, new Date(work.now.getTime() + SCREENS_MS))
  }
  await work.write(streams.sessionPodium(sessionId), kind, sessionId)
  await work.write(streams.sessionAll(sessionId), kind, sessionId)
  // Each with its list closed and its clock stopped.
  for (const id of itemIds) await work.write(streams.sessionAll(sessionId), 'item.changed', id)
}

/** Refuses: not_found, forbidden, session_not_open, moved_meanwhile (somebody else took one up), invalid. */
export async function takeUp(work: Work, sessionId: string, from: string | null, to: string | null): Promise<void> {
  const { session } = await entered(work.tx, work.caller, sessionId, 'item.take_up')
  if (session.state !== 'open') throw new Refused('session_not_open')
  if (to !== null) {
    const [item] = await work.tx
      .select({ id: sessionItems.id })
      .from(sessionItems)
      .where(and(eq(sessionItems.id, to), eq(sessionItems.sessionId, sessionId)))
    if (!item) throw new Refused('invalid', { field: 'to' })
  }
  const [moved] = await work.tx
    .update(sessions)
    .set({ currentItemId: to })
    .where(and(eq(sessions.id, sessionId), sql`${sessions.currentItemId} is not distinct from ${from}`))
    .returning({ id: sessions.id })
  if (!moved) throw new Refused('moved_meanwhile')
  await work.write(streams.sessionAll(sessionId), 'session.item_taken_up', sessionId, { to })
}

/** Also before the session opens: who is early reads something. Refuses: not_found, forbidden, session_not_open. */
export async function direct(
  work: Work,
  sessionId: string,
  screen: { show: SessionRow['screenShow']; message: string },
): Promise<void> {
  const { session } = await entered(work.tx, work.caller, sessionId, 'screen.direct')
  if (session.state !== 'open' && session.state !== 'announced') throw new Refused('session_not_open')
  changeLast(work.client, sessions, sessionId, { screenShow: screen.show, screenMessage: screen.message })
  await work.write(streams.sessionAll(sessionId), 'session.screen_directed', sessionId, screen)
}

/** Refuses: not_found, forbidden, session_not_open. */
export async function keepRecord(work: Work, sessionId: string, kept: boolean): Promise<void> {
  const { session } = await entered(work.tx, work.caller, sessionId, 'record.keep')
  if (session.state !== 'open') throw new Refused('session_not_open')
  changeLast(work.client, sessions, sessionId, { recordKept: kept })
  await work.write(streams.sessionAll(sessionId), 'session.record_keeping', sessionId, { kept })
}

const SCREENS_END = 'session.screens_end'

const screensEnd: JobKind = {
  kind: SCREENS_END,
  run: (parts, sessionId) =>
    work(parts, 'system', async (w) => {
      await w.client.query('update session_screens set revoked_at = $2 where session_id = $1 and revoked_at is null', [
        sessionId,
        w.now,
      ])
      await w.write(streams.sessionAll(sessionId), 'screen.revoked', sessionId)
    }),
}
export const sessionJobs: JobKind[] = [screensEnd]
