import { streams } from '@consultation/shared/live.ts'
import { type BoardPhase, isSilent, mayMove, takesPoints } from '@consultation/shared/rules/board.ts'
import { and, eq, exists, inArray, ne, or } from 'drizzle-orm'
import { Refused } from '../refused.ts'
import { atItem, type ItemRow, type SessionRow } from '../sessions/room.ts'
import { invitedTo } from '../sessions/seats.ts'
import { sessionItems } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import { RELEASE_AT_CLOSE, RELEASE_IF_ENOUGH } from './anonymous.ts'
import { clusters, ideaSources, ideas } from './tables.ts'

/**
 * Moves the board from the phase it was seen in. Nothing moves by itself. Refuses: not_found, forbidden, session_not_open,
 * phase_moved_on (somebody moved it), invalid (not a step).
 */
export async function movePhase(work: Work, itemId: string, from: BoardPhase, to: BoardPhase): Promise<void> {
  const { session, item } = await atItem(work, itemId, 'board.run')
  if (item.phase !== from) throw new Refused('phase_moved_on')
  if (!mayMove(from, to)) throw new Refused('invalid', { field: 'to' })
  await enter(work, session, item, to)
}

async function enter(work: Work, session: SessionRow, item: ItemRow, to: BoardPhase): Promise<void> {
  await work.tx
    .update(sessionItems)
    .set({ phase: to, revision: item.revision + 1, ...(isSilent(to) ? {} : { silentCount: 0 }) })
    .where(eq(sessionItems.id, item.id))
  if (isSilent(item.phase) && !isSilent(to)) await reveal(work, session, item.id)
  if (!isSilent(item.phase) && isSilent(to)) await cover(work, item.id)
  // While points are given, or are to be given anew, no sum is shown.
  if (to === 'clustering' || to === 'prioritising')
    await work.tx.update(clusters).set({ points: null }).where(eq(clusters.itemId, item.id))
  else if (item.phase === 'prioritising' || to === 'closed') await work.client.query('select sum_points($1)', [item.id])
  // Each sees what became of its own; the rest of the room sees the board as it now is.
  for (const delegationId of await seatsTold(work, session, item, to))
    await work.write(streams.sessionSeat(session.id, delegationId), 'board.moved', item.id, { to })
  await work.write(streams.sessionPodium(session.id), 'board.moved', item.id, { to })
  await work.write(streams.sessionAll(session.id), 'board.moved', item.id, { to })
  if (session.mode === 'anonymous' && !isSilent(to)) await work.later(RELEASE_IF_ENOUGH, item.id)
}

/** Shown to all at once, in an order drawn when they were written: neither who nor when can be read from it. */
async function reveal(work: Work, session: SessionRow, itemId: string): Promise<void> {
  const shown = await work.tx
    .update(ideas)
    .set({ state: 'open' })
    .where(and(eq(ideas.itemId, itemId), eq(ideas.state, 'silent')))
    .returning({ id: ideas.id })
  if (session.mode !== 'attributed' || shown.length === 0) return
  await work.tx
    .update(ideaSources)
    .set({ named: true })
    .where(
      inArray(
        ideaSources.ideaId,
        shown.map(({ id }) => id),
      ),
    )
}

/** A reveal that was a slip is taken back: what was shown is silent again. */
async function cover(work: Work, itemId: string): Promise<void> {
  const covered = await work.tx
    .update(ideas)
    .set({ state: 'silent' })
    .where(and(eq(ideas.itemId, itemId), eq(ideas.state, 'open')))
    .returning({ id: ideas.id })
  if (covered.length > 0)
    await work.tx
      .update(ideaSources)
      .set({ named: false })
      .where(
        inArray(
          ideaSources.ideaId,
          covered.map(({ id }) => id),
        ),
      )
  await work.client.query('select count_silent($1)', [itemId])
}

/** Where names are sealed, points end with their sums: whoever may have given some is told, so that the number of lines says nothing. */
async function seatsTold(work: Work, session: SessionRow, item: ItemRow, to: BoardPhase): Promise<string[]> {
  const destroyed = to === 'closed' || (to === 'discussing' && takesPoints(item.phase))
  const authors = await authorsAt(work, item.id)
  if (session.mode === 'attributed' || !destroyed || !(await hasClusters(work, item.id))) return authors
  return [...new Set([...authors, ...(await invitedTo(work, session.id))])].sort()
}

async function hasClusters(work: Work, itemId: string): Promise<boolean> {
  const found = await work.tx.select({ id: clusters.id }).from(clusters).where(eq(clusters.itemId, itemId)).limit(1)
  return found.length > 0
}

async function authorsAt(work: Work, itemId: string): Promise<string[]> {
  const rows = await work.tx
    .selectDistinct({ delegationId: ideaSources.delegationId })
    .from(ideaSources)
    .innerJoin(ideas, eq(ideas.id, ideaSources.ideaId))
    .where(eq(ideas.itemId, itemId))
  return rows.map(({ delegationId }) => delegationId).sort()
}

/**
 * When a session closes: boards that began are closed, and what was still silent is shown, for it was written to be. Ideas
 * without a name that are still held are released by a job, which then destroys what could tell of their order.
 */
export async function closeBoards(work: Work, session: SessionRow): Promise<void> {
  const begun = await work.tx
    .select()
    .from(sessionItems)
    .where(
      and(
        eq(sessionItems.sessionId, session.id),
        ne(sessionItems.phase, 'closed'),
        // One taken back to its beginning may still hold what was written.
        or(
          ne(sessionItems.phase, 'idle'),
          exists(
            work.tx
              .select({ id: ideas.id })
              .from(ideas)
              .where(and(eq(ideas.itemId, sessionItems.id), eq(ideas.state, 'silent'))),
          ),
        ),
      ),
    )
    .orderBy(sessionItems.number)
  for (const item of begun) await enter(work, session, item, 'closed')
  if (session.mode === 'anonymous') await work.later(RELEASE_AT_CLOSE, session.id)
}
