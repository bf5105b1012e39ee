import { type StreamName, streams } from '@consultation/shared/live.ts'
import type { SpeakerView } from '@consultation/shared/room-view.ts'
import { type AskedCapacity, inOrder, isWaiting, mayInscribe, sameKind } from '@consultation/shared/rules/floor.ts'
import { mayInRoom } from '@consultation/shared/rules/rooms.ts'
import { and, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { dayOf, groupsSpokenFor } from '../people/groups.ts'
import { delegations } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import { atItem, contributed, type SessionRow } from '../sessions/room.ts'
import { namedSeat } from '../sessions/seats.ts'
import { sessionInvited } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import { speakers, trades } from './tables.ts'

export type SpeakerRow = typeof speakers.$inferSelect
type TradeRow = typeof trades.$inferSelect
type Settled = Pick<TradeRow, 'id' | 'sessionId' | 'fromDelegationId' | 'toDelegationId' | 'state'>

type Asked = { capacity: AskedCapacity; groupId: string | null; delegationId: string | null }

/**
 * Puts a delegation on the list: itself, or by the podium for one that asked from its seat. One place for each capacity.
 * Refuses: not_found, forbidden, session_not_open, speakers_list_closed, not_speaker, already_inscribed, invalid.
 */
export async function inscribe(work: Work, itemId: string, asked: Asked): Promise<SpeakerRow> {
  const bySelf = asked.delegationId === null
  const { session, item, standing } = await atItem(
    work,
    itemId,
    bySelf ? 'speakers.inscribe' : 'speakers.inscribe_other',
  )
  const delegationId = asked.delegationId ?? standing.delegationId
  if (delegationId === null) throw new Refused('forbidden')
  if (!mayInscribe(item.listOpen, asked.capacity)) throw new Refused('speakers_list_closed')
  if ((asked.capacity === 'group') !== (asked.groupId !== null)) throw new Refused('invalid', { field: 'groupId' })
  if (asked.groupId !== null) await refuseWhoSpeaksNot(work, delegationId, asked.groupId)
  const here = await speakersAt(work.tx, itemId)
  const taken = here.some(
    (one) =>
      one.delegationId === delegationId &&
      one.capacity === asked.capacity &&
      one.groupId === asked.groupId &&
      holdsPlace(one.state),
  )
  if (taken) throw new Refused('already_inscribed')
  const [speaker] = await work.tx
    .insert(speakers)
    .values({
      sessionId: session.id,
      itemId,
      delegationId,
      groupId: asked.groupId,
      capacity: asked.capacity,
      state: bySelf ? 'requested' : 'confirmed',
      place: last(here),
      observer: await isObserver(work, session, delegationId),
      requestedAt: work.now,
    })
    .returning()
  // Whoever asks to speak does so under the mode that stands: the record of a looser one would name them.
  await contributed(work, session)
  await told(work, speaker!, 'speaker.inscribed', asked)
  return speaker!
}

const last = (here: readonly { place: number }[]) => Math.max(0, ...here.map(({ place }) => Math.ceil(place))) + 1

async function refuseWhoSpeaksNot(work: Work, delegationId: string, groupId: string): Promise<void> {
  const groups = await groupsSpokenFor(work.tx, delegationId, dayOf(work.now))
  if (!groups.includes(groupId)) throw new Refused('not_speaker', { field: 'groupId' })
}

/** Whoever is invited as an observer, and whoever is no Member State. Refuses: invalid (not invited). */
async function isObserver(work: Work, session: SessionRow, delegationId: string): Promise<boolean> {
  const [row] = await work.tx
    .select({ kind: delegations.kind, as: sessionInvited.invitedAs })
    .from(sessionInvited)
    .innerJoin(delegations, eq(delegations.id, sessionInvited.delegationId))
    .where(and(eq(sessionInvited.sessionId, session.id), eq(sessionInvited.delegationId, delegationId)))
  if (!row) throw new Refused('invalid', { field: 'delegationId' })
  return row.as === 'observer' || row.kind !== 'member'
}

/**
 * A delegation withdraws, yields or comes back last; the podium also confirms. Refuses: not_found, forbidden,
 * session_not_open, speakers_list_closed, already_inscribed, not_speaker, moved_meanwhile (it speaks or has spoken).
 */
export async function move(
  work: Work,
  speakerId: string,
  to: 'withdrawn' | 'yielded' | 'confirmed' | 'requested',
): Promise<SpeakerRow> {
  const known = await speakerOf(work.tx, speakerId)
  const { item, standing } = await atItem(work, known.itemId, 'follow')
  const runs = mayInRoom(standing, 'speakers.run')
  const own = mayInRoom(standing, 'speakers.inscribe') && standing.delegationId === known.delegationId
  if (!(own || runs) || (to === 'confirmed' && !runs)) throw new Refused('forbidden')
  const before = await speakerOf(work.tx, speakerId)
  const here = await speakersAt(work.tx, item.id)
  const returns = !isWaiting(before.state) && to === 'requested'
  if (before.state === 'speaking' || before.state === 'spoken') throw new Refused('moved_meanwhile')
  if (!isWaiting(before.state) && !returns) throw new Refused('moved_meanwhile')
  if (returns && !mayInscribe(item.listOpen, before.capacity)) throw new Refused('speakers_list_closed')
  if (returns && here.some((one) => sameSeat(one, before) && holdsPlace(one.state)))
    throw new Refused('already_inscribed')
  if (returns && before.groupId !== null && before.delegationId !== null)
    await refuseWhoSpeaksNot(work, before.delegationId, before.groupId)
  const [speaker] = await work.tx
    .update(speakers)
    .set({ state: to, ...(returns ? { place: last(here), movedFor: null } : {}) })
    .where(eq(speakers.id, speakerId))
    .returning()
  if (to === 'withdrawn' || to === 'yielded') await lapse(work, speakerId)
  await told(work, speaker!, 'speaker.changed', { to })
  return speaker!
}

/** Waiting or speaking: no second place beside it. */
const holdsPlace = (state: SpeakerRow['state']) => isWaiting(state) || state === 'speaking'

export const sameSeat = (a: SpeakerRow, b: SpeakerRow) =>
  a.delegationId === b.delegationId &&
  a.capacity === b.capacity &&
  a.groupId === b.groupId &&
  a.report?.sessionId === b.report?.sessionId

/**
 * The chair moves somebody before another, or to the end, within those of the same kind (FL2), and says why.
 * Refuses: not_found, forbidden, session_not_open, moved_meanwhile.
 */
export async function place(work: Work, speakerId: string, before: string | null, reason: string): Promise<SpeakerRow> {
  const known = await speakerOf(work.tx, speakerId)
  const { session, item } = await atItem(work, known.itemId, 'speakers.run')
  const here = await speakersAt(work.tx, item.id)
  const self = here.find(({ id }) => id === speakerId)
  if (!self || !isWaiting(self.state)) throw new Refused('moved_meanwhile')
  const { observersAfter } = session
  const alike = inOrder(here, observersAfter).filter(
    (one) => sameKind(one, self, observersAfter) && one.id !== speakerId,
  )
  const at = before === null ? alike.length : alike.findIndex(({ id }) => id === before)
  if (at < 0) throw new Refused('moved_meanwhile')
  const [above, below] = [alike[at - 1]?.place, alike[at]?.place]
  const found = between(above, below, last(here))
  const fits = (above === undefined || above < found) && (below === undefined || found < below)
  // No number is left between the two: those of this kind get new places, in the same order.
  if (!fits) await renumber(work, alike.toSpliced(at, 0, self), last(here))
  const [speaker] = await work.tx
    .update(speakers)
    .set({ ...(fits ? { place: found } : {}), movedFor: reason })
    .where(eq(speakers.id, speakerId))
    .returning()
  await told(work, speaker!, 'speaker.moved', { before, reason })
  return speaker!
}

function between(above: number | undefined, below: number | undefined, end: number): number {
  if (below === undefined) return end
  return above === undefined ? below - 1 : (above + below) / 2
}

async function renumber(work: Work, order: readonly SpeakerRow[], first: number): Promise<void> {
  for (const [at, one] of order.entries()) {
    await work.tx
      .update(speakers)
      .set({ place: first + at })
      .where(eq(speakers.id, one.id))
    await told(work, one, 'speaker.moved', { place: first + at })
  }
}

// ── trading places ────────────────────────────────────────────────────────────────────────────

/** Refuses: not_found, forbidden, session_not_open, invalid (not of the same kind), moved_meanwhile. */
export async function offer(work: Work, speakerId: string, withId: string): Promise<void> {
  const known = await speakerOf(work.tx, speakerId)
  const { session, standing } = await atItem(work, known.itemId, 'speakers.inscribe')
  const [from, to] = [await speakerOf(work.tx, speakerId), await speakerOf(work.tx, withId)]
  if (from.delegationId === null || from.delegationId !== standing.delegationId) throw new Refused('not_found')
  // A group that reports trades with nobody: it has no delegation to be asked.
  if (to.delegationId === null) throw new Refused('invalid', { field: 'with' })
  if (to.itemId !== from.itemId || to.delegationId === from.delegationId || !sameKind(from, to, session.observersAfter))
    throw new Refused('invalid', { field: 'with' })
  if (!isWaiting(from.state) || !isWaiting(to.state)) throw new Refused('moved_meanwhile')
  const [before] = await work.tx
    .select()
    .from(trades)
    .where(and(eq(trades.fromSpeakerId, speakerId), eq(trades.toSpeakerId, withId), eq(trades.state, 'offered')))
  const offered =
    before ??
    (
      await work.tx
        .insert(trades)
        .values({
          sessionId: session.id,
          itemId: from.itemId,
          fromSpeakerId: speakerId,
          toSpeakerId: withId,
          fromDelegationId: from.delegationId,
          toDelegationId: to.delegationId,
          state: 'offered',
          at: work.now,
        })
        .returning()
    )[0]!
  await toldParties(work, 'trade.offered', [offered])
}

/** The one asked accepts or declines; the one who offered may take it back. Refuses: not_found, forbidden, session_not_open, moved_meanwhile. */
export async function answer(work: Work, tradeId: string, accept: boolean): Promise<void> {
  const known = await tradeOf(work.tx, tradeId)
  const { session, standing } = await atItem(work, known.itemId, 'speakers.inscribe')
  const trade = await tradeOf(work.tx, tradeId)
  const asked = standing.delegationId === trade.toDelegationId
  if (!asked && standing.delegationId !== trade.fromDelegationId) throw new Refused('not_found')
  if (trade.state !== 'offered') throw new Refused('moved_meanwhile')
  if (accept && !asked) throw new Refused('forbidden')
  const settled = accept
    ? await tradePlaces(work, tradeId)
    : await work.tx.update(trades).set({ state: 'declined' }).where(eq(trades.id, tradeId)).returning()
  if (settled.length === 0) throw new Refused('moved_meanwhile')
  await toldParties(work, 'trade.answered', settled)
  if (!accept) return
  for (const id of [trade.fromSpeakerId, trade.toSpeakerId])
    await work.write(streams.sessionAll(session.id), 'speaker.moved', id, { trade: tradeId })
}

/** The trade accepted, and every other offer of the two places, which it ends; nothing where they are no longer waited in. */
async function tradePlaces(work: Work, tradeId: string): Promise<Settled[]> {
  const { rows } = await work.client.query<Settled>(
    `select id, state, session_id as "sessionId", from_delegation_id as "fromDelegationId",
       to_delegation_id as "toDelegationId" from trade_places($1)`,
    [tradeId],
  )
  return rows
}

/** An offer ends when one of the two no longer waits. */
export const lapse = (work: Work, speakerId: string) =>
  lapseWhere(work, or(eq(trades.fromSpeakerId, speakerId), eq(trades.toSpeakerId, speakerId)))
export const lapseAll = (work: Work, session: SessionRow) => lapseWhere(work, eq(trades.sessionId, session.id))

async function lapseWhere(work: Work, where: SQL | undefined): Promise<void> {
  const ended = await work.tx
    .update(trades)
    .set({ state: 'lapsed' })
    .where(and(eq(trades.state, 'offered'), where))
    .returning()
  await toldParties(work, 'trade.answered', ended)
}

/** Each is told of its own; in one order of delegations, for two who write to the same ones must not wait for each other. */
async function toldParties(
  work: Work,
  kind: 'trade.offered' | 'trade.answered',
  told: readonly Settled[],
): Promise<void> {
  const lines = told
    .flatMap((trade) => [trade.fromDelegationId, trade.toDelegationId].map((delegationId) => ({ trade, delegationId })))
    .toSorted((a, b) => (a.delegationId < b.delegationId ? -1 : 1))
  for (const { trade, delegationId } of lines)
    await work.write(streams.sessionSeat(trade.sessionId, delegationId), kind, trade.id, {
      tradeId: trade.id,
      state: trade.state,
    })
}

// ── reading ───────────────────────────────────────────────────────────────────────────────────

/** Refuses: not_found. */
async function speakerOf(tx: Tx, speakerId: string): Promise<SpeakerRow> {
  const [speaker] = await tx.select().from(speakers).where(eq(speakers.id, speakerId))
  if (!speaker) throw new Refused('not_found')
  return speaker
}

async function tradeOf(tx: Tx, tradeId: string): Promise<TradeRow> {
  const [trade] = await tx.select().from(trades).where(eq(trades.id, tradeId))
  if (!trade) throw new Refused('not_found')
  return trade
}

export const speakersAt = (tx: Tx, itemId: string): Promise<SpeakerRow[]> =>
  tx.select().from(speakers).where(eq(speakers.itemId, itemId))

export const speakersWith = (tx: Tx, ids: readonly string[]): Promise<SpeakerRow[]> =>
  tx
    .select()
    .from(speakers)
    .where(inArray(speakers.id, [...ids]))

async function told(
  work: Work,
  speaker: SpeakerRow,
  kind: 'speaker.inscribed' | 'speaker.changed' | 'speaker.moved',
  content: object,
): Promise<void> {
  await work.write(allOf(speaker), kind, speaker.id, { speaker: speaker.id, ...content })
}

const allOf = ({ sessionId }: { sessionId: string }): StreamName => streams.sessionAll(sessionId)

/** Everybody in the room sees who is on the list, in every mode; what leaves the room is the record's matter. */
export const presentSpeaker = (row: SpeakerRow): SpeakerView => ({
  id: row.id,
  itemId: row.itemId,
  seat: seatOf(row),
  capacity: row.capacity,
  state: row.state,
  place: row.place,
  observer: row.observer,
  movedFor: row.movedFor,
  usedMs: row.usedMs,
  spokeAt: row.spokeAt?.toISOString() ?? null,
})

const seatOf = ({ delegationId, groupId, report }: SpeakerRow): SpeakerView['seat'] => {
  if (delegationId !== null) return namedSeat(delegationId, groupId)
  if (report === null) throw new Error('a place on the list is a delegation’s or a group’s')
  return { kind: 'report', ...report }
}

/** Whoever leaves the room leaves its lists: where it waits it is withdrawn. What it said stays. */
export async function leaveLists(work: Work, sessionId: string, delegationId: string): Promise<void> {
  const left = await work.tx
    .update(speakers)
    .set({ state: 'withdrawn' })
    .where(
      and(
        eq(speakers.sessionId, sessionId),
        eq(speakers.delegationId, delegationId),
        inArray(speakers.state, ['requested', 'confirmed']),
      ),
    )
    .returning()
  for (const speaker of left) {
    await lapse(work, speaker.id)
    await told(work, speaker, 'speaker.changed', { to: 'withdrawn' })
  }
}

/**
 * Puts a breakout group that reports on the list of an item of its plenary; whether its points are signed and it may report there
 * is held by the database. Null where it may not. Call it with the item in turn.
 */
export async function inscribeReport(work: Work, groupSessionId: string, itemId: string): Promise<string | null> {
  const { rows } = await work.client.query<{ id: string | null }>('select inscribe_report($1, $2, $3) as id', [
    groupSessionId,
    itemId,
    work.now,
  ])
  return rows[0]?.id ?? null
}

/** Time spoken across the sessions of a consultation, for its chair; rehearsals apart. */
export async function speakingTime(tx: Tx, session: SessionRow) {
  const { rows } = await tx.$client.query<{
    delegationId: string
    region: string | null
    ms: number
    interventions: number
    invited: boolean
  }>(
    `select d.id as "delegationId", d.regional_group as region,
       coalesce(sum(p.used_ms), 0)::int as ms, count(p.id)::int as interventions,
       exists (select from session_invited i where i.session_id = $1 and i.delegation_id = d.id) as invited
     from delegations d
     left join (speakers p join sessions s on s.id = p.session_id and s.consultation_id = $2 and not s.rehearsal)
       on p.delegation_id = d.id and p.state in ('speaking', 'spoken')
     group by d.id
     having count(p.id) > 0 or exists (select from session_invited i where i.session_id = $1 and i.delegation_id = d.id)
     order by d.protocol_order nulls last, d.code`,
    [session.id, session.consultationId],
  )
  return rows
}
