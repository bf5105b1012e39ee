import { streams } from '@consultation/shared/live.ts'
import { inOrder, isWaiting, limitFor, UNDO_MS, usedBy } from '@consultation/shared/rules/floor.ts'
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { changeLast } from '../database/database.ts'
import { Refused } from '../refused.ts'
import { atItem, type ItemRow, type SessionRow } from '../sessions/room.ts'
import { sessionItems } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import { lapse, lapseAll, presentSpeaker, type SpeakerRow, sameSeat, speakersAt } from './speakers.ts'
import { closeStatementOf, openStatementOf } from './statements.ts'
import { floorGivings, speakers } from './tables.ts'

const STOPPED = { clockStartedAt: null, clockUsedMs: 0, clockLimitMs: 0 }

const clockOf = (item: ItemRow) => ({
  startedAt: item.clockStartedAt?.toISOString() ?? null,
  usedMs: item.clockUsedMs,
  limitMs: item.clockLimitMs,
})

/**
 * Gives the floor to the next in order, or to the one named; `end` gives it to nobody. It carries who was seen to have it:
 * pressed twice, or by two, it advances once. Refuses: not_found, forbidden, session_not_open, floor_moved_on, moved_meanwhile.
 */
export async function give(
  work: Work,
  itemId: string,
  { from, to, end }: { from: string | null; to?: string | null; end: boolean },
): Promise<void> {
  const { session, item } = await atItem(work, itemId, 'speakers.run')
  const here = await speakersAt(work.tx, itemId)
  const speaking = here.find(({ state }) => state === 'speaking')
  if ((speaking?.id ?? null) !== from)
    throw new Refused('floor_moved_on', { current: speaking ? presentSpeaker(speaking) : null })
  const next = end ? undefined : to ? here.find(({ id }) => id === to) : inOrder(here, session.observersAfter)[0]
  if (to && (!next || !isWaiting(next.state))) throw new Refused('moved_meanwhile')
  await work.tx.insert(floorGivings).values({
    itemId,
    fromSpeakerId: speaking?.id ?? null,
    toSpeakerId: next?.id ?? null,
    before: {
      clockStartedAt: item.clockStartedAt?.toISOString() ?? null,
      clockUsedMs: item.clockUsedMs,
      clockLimitMs: item.clockLimitMs,
      fromUsedMs: speaking?.usedMs ?? 0,
      toState: next?.state ?? null,
    },
    at: work.now,
  })
  if (speaking) await finish(work, session, item, speaking)
  if (next) {
    await lapse(work, next.id)
    await work.tx.update(speakers).set({ state: 'speaking', spokeAt: work.now }).where(eq(speakers.id, next.id))
  }
  const clock = next
    ? { clockStartedAt: work.now, clockUsedMs: 0, clockLimitMs: limitFor(next.capacity, limitsOf(item)) * 1_000 }
    : STOPPED
  setItem(work, item, clock)
  const all = streams.sessionAll(session.id)
  if (speaking) await work.write(all, 'speaker.changed', speaking.id, { spoken: speaking.id })
  if (next) await work.write(all, 'speaker.given_floor', next.id, { from, to: next.id })
  await work.write(all, 'item.changed', itemId, { clock })
}

async function finish(work: Work, session: SessionRow, item: ItemRow, speaking: SpeakerRow): Promise<void> {
  const usedMs = speaking.usedMs + Math.round(usedBy(clockOf(item), work.now.getTime()))
  await work.tx.update(speakers).set({ state: 'spoken', usedMs }).where(eq(speakers.id, speaking.id))
  await openStatementOf(work, session, speaking)
}

const limitsOf = (item: ItemRow) => ({ state: item.secondsState, group: item.secondsGroup })

/**
 * Takes the last giving back: speaker, list and clock as they were, the clock as if it had gone on. Refuses: not_found,
 * forbidden, session_not_open, too_late_to_undo, floor_moved_on.
 */
export async function takeBack(work: Work, itemId: string): Promise<void> {
  const { session, item } = await atItem(work, itemId, 'speakers.run')
  const [giving] = await work.tx
    .select()
    .from(floorGivings)
    .where(and(eq(floorGivings.itemId, itemId), isNull(floorGivings.takenBackAt)))
    .orderBy(desc(floorGivings.at))
    .limit(1)
  if (!giving || work.now.getTime() - giving.at.getTime() > UNDO_MS) throw new Refused('too_late_to_undo')
  const here = await speakersAt(work.tx, itemId)
  const speaking = here.find(({ state }) => state === 'speaking')
  if ((speaking?.id ?? null) !== giving.toSpeakerId) throw new Refused('floor_moved_on')
  const { before } = giving
  const all = streams.sessionAll(session.id)
  if (speaking && before.toState) {
    const state = before.toState === 'confirmed' ? 'confirmed' : 'requested'
    await work.tx.update(speakers).set({ state, spokeAt: null }).where(eq(speakers.id, speaking.id))
  }
  const from = here.find(({ id }) => id === giving.fromSpeakerId)
  if (from) {
    await dropSecondPlace(work, session, from, here)
    await work.tx.update(speakers).set({ state: 'speaking', usedMs: before.fromUsedMs }).where(eq(speakers.id, from.id))
    await closeStatementOf(work, session, from)
  }
  setItem(work, item, {
    clockStartedAt: before.clockStartedAt ? new Date(before.clockStartedAt) : null,
    clockUsedMs: before.clockUsedMs,
    clockLimitMs: before.clockLimitMs,
  })
  await work.tx.update(floorGivings).set({ takenBackAt: work.now }).where(eq(floorGivings.id, giving.id))
  for (const id of [giving.fromSpeakerId, giving.toSpeakerId])
    if (id) await work.write(all, 'speaker.floor_taken_back', id, { giving: giving.id })
  await work.write(all, 'item.changed', itemId, { giving: giving.id })
}

/** It has the floor again: a place it asked for since would be its second. */
async function dropSecondPlace(
  work: Work,
  session: SessionRow,
  from: SpeakerRow,
  here: readonly SpeakerRow[],
): Promise<void> {
  const second = here.find((one) => one.id !== from.id && sameSeat(one, from) && isWaiting(one.state))
  if (!second) return
  await lapse(work, second.id)
  await work.tx.update(speakers).set({ state: 'withdrawn' }).where(eq(speakers.id, second.id))
  await work.write(streams.sessionAll(session.id), 'speaker.changed', second.id, { to: 'withdrawn' })
}

/**
 * Starts, stops, sets back, or gives more time. Nothing starts it but a press here or the giving of the floor. Refuses:
 * not_found, forbidden, session_not_open, clock_moved_on.
 */
export async function setClock(
  work: Work,
  itemId: string,
  { revision, to, addSeconds = 0 }: { revision: number; to?: 'start' | 'stop' | 'reset'; addSeconds?: number },
): Promise<void> {
  const { session, item } = await atItem(work, itemId, 'clock.run')
  if (item.revision !== revision) throw new Refused('clock_moved_on')
  const running = item.clockStartedAt !== null
  const limit = item.clockLimitMs > 0 ? item.clockLimitMs : item.secondsState * 1_000
  const used = Math.round(usedBy(clockOf(item), work.now.getTime()))
  const clockLimitMs = Math.max(0, limit + addSeconds * 1_000)
  const clock = {
    start: { clockStartedAt: running ? item.clockStartedAt : work.now, clockUsedMs: item.clockUsedMs },
    stop: { clockStartedAt: null, clockUsedMs: used },
    reset: { clockStartedAt: running ? work.now : null, clockUsedMs: 0 },
    as_it_is: { clockStartedAt: item.clockStartedAt, clockUsedMs: item.clockUsedMs },
  }[to ?? 'as_it_is']
  setItem(work, item, { ...clock, clockLimitMs })
  await work.write(streams.sessionAll(session.id), 'clock.changed', itemId, { to, addSeconds })
}

/** Opens or closes the list, or changes the limits of those to come. Refuses: not_found, forbidden, session_not_open. */
export async function setList(
  work: Work,
  itemId: string,
  { open, limits }: { open: boolean; limits?: { state: number; group: number } | undefined },
): Promise<void> {
  const { session, item } = await atItem(work, itemId, 'speakers.run')
  changeLast(work.client, sessionItems, itemId, {
    listOpen: open,
    ...(limits ? { secondsState: limits.state, secondsGroup: limits.group } : {}),
    revision: item.revision + 1,
  })
  await work.write(streams.sessionAll(session.id), 'item.changed', itemId, { open, limits })
}

const setItem = (
  work: Work,
  item: ItemRow,
  clock: { clockStartedAt: Date | null; clockUsedMs: number; clockLimitMs: number },
) => changeLast(work.client, sessionItems, item.id, { ...clock, revision: item.revision + 1 })

/** When a session closes: whoever speaks has spoken, offers lapse, lists are closed and clocks stand. */
export async function closeFloor(work: Work, session: SessionRow): Promise<void> {
  const items = await work.tx.select().from(sessionItems).where(eq(sessionItems.sessionId, session.id))
  const speaking = await work.tx
    .select()
    .from(speakers)
    .where(and(eq(speakers.sessionId, session.id), inArray(speakers.state, ['speaking'])))
  for (const one of speaking) {
    const item = items.find(({ id }) => id === one.itemId)
    if (item) await finish(work, session, item, one)
  }
  await lapseAll(work, session)
  await work.tx
    .update(sessionItems)
    .set({ listOpen: false, ...STOPPED })
    .where(eq(sessionItems.sessionId, session.id))
  for (const one of speaking) await work.write(streams.sessionAll(session.id), 'speaker.changed', one.id)
  // The items themselves are told with the session (session.closed).
}
