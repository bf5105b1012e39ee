import { randomBytes } from 'node:crypto'
import { streams } from '@consultation/shared/live.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import {
  type ASSIGNED_BY,
  chosen,
  type GroupToFill,
  type Lot,
  mayChoose,
  mixed,
  type Placed,
  type ToPlace,
} from '@consultation/shared/rules/retreats.ts'
import type { InvitedAs } from '@consultation/shared/rules/rooms.ts'
import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { leaveLists } from '../floor/speakers.ts'
import { sha256 } from '../journal/journal.ts'
import { tell } from '../notices/notices.ts'
import { delegations } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import { tellInvited } from '../sessions/letters.ts'
import { standingIn } from '../sessions/room.ts'
import { announce, lookAgain, regroup } from '../sessions/sessions.ts'
import { sessionInvited, sessions } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import { groupsOf, type SlotRow, sessionsAt, slotIn } from './programme.ts'
import { partIn, type RetreatRow, retreatOf } from './reading.ts'
import { invitedAs, programmeChanged, refuseStale, tellAll } from './retreats.ts'
import { declines, groupChoices, retreatSessions, retreatSlots } from './tables.ts'

type By = (typeof ASSIGNED_BY)[number]
type Groups = Awaited<ReturnType<typeof sessionsAt>>

/** Where the delegation would like to go; kept as it was sent last. Refuses: not_found, choice_closed, invalid. */
export async function choose(work: Work, slotId: string, sessionIds: readonly string[]): Promise<RetreatRow> {
  const { slot, retreat, delegationId } = await partAt(work, slotId)
  if (retreat.state !== 'announced' || !mayChoose(slot, work.now)) throw new Refused('choice_closed')
  const known = await groupsOf(work, slotId, sessionIds)
  if (known.length !== sessionIds.length || new Set(sessionIds).size !== sessionIds.length)
    throw new Refused('invalid', { field: 'sessionIds' })
  const wish = { sessionIds: [...sessionIds], at: work.now }
  await work.tx
    .insert(groupChoices)
    .values({ slotId, delegationId, ...wish })
    .onConflictDoUpdate({ target: [groupChoices.slotId, groupChoices.delegationId], set: wish })
  await work.write(streams.delegation(delegationId), 'retreat.group_chosen', retreat.id, { slotId, sessionIds })
  // The others learn neither what was wished for nor that somebody chose.
  await work.write(streams.retreatStaff(retreat.id), 'retreat.group_chosen', retreat.id, { slotId })
  return retreat
}

async function partAt(work: Work, slotId: string) {
  const [slot] = await work.tx.select().from(retreatSlots).where(eq(retreatSlots.id, slotId))
  if (!slot) throw new Refused('not_found')
  const retreat = await retreatOf(work.tx, work.caller, slot.retreatId)
  const delegationId = partIn(work.caller, retreat)
  if (delegationId === null) throw new Refused('not_found')
  return { slot, retreat, delegationId }
}

// ── put together ──────────────────────────────────────────────────────────────────────────────

/** By hand. Refuses: not_found, retreat_closed, changed_meanwhile, moved_meanwhile (told already), too_few_seats, invalid. */
export async function assign(
  work: Work,
  slotId: string,
  revision: number,
  wanted: readonly { sessionId: string; delegationIds: readonly string[] }[],
): Promise<RetreatRow> {
  const { slot, retreat } = await untold(work, slotId)
  await refuseStale(work, retreat, revision)
  const groups = await sessionsAt(work.tx, slotId)
  const placed = new Map<string, string[]>(groups.map(({ id }) => [id, []]))
  const seen = new Set<string>()
  for (const [at, { sessionId, delegationIds }] of wanted.entries()) {
    const group = groups.find(({ id }) => id === sessionId)
    if (!group || (placed.get(sessionId)?.length ?? 0) > 0) throw new Refused('invalid', { field: `groups.${at}` })
    for (const id of delegationIds) {
      if (seen.has(id) || !retreat.participantIds.includes(id)) throw new Refused('invalid', { field: `groups.${at}` })
      seen.add(id)
    }
    if (group.seats !== null && delegationIds.length > group.seats)
      throw new Refused('too_few_seats', { field: `groups.${at}` })
    placed.set(sessionId, [...delegationIds])
  }
  return put(work, slot, retreat, groups, placed, 'hand', null)
}

/**
 * By choice, by a mix of regional groups, or as in an earlier slot. The seed of the lots is kept with the slot: the one that was
 * looked at, or a new one. Refuses: not_found, retreat_closed, moved_meanwhile (told already), too_few_seats, invalid.
 */
export async function draw(work: Work, slotId: string, way: Way): Promise<RetreatRow> {
  const { slot, retreat } = await untold(work, slotId)
  const groups = await sessionsAt(work.tx, slotId)
  const { seed, placed } = await drawn(work.tx, slot, retreat, groups, way)
  return put(work, slot, retreat, groups, placed, way.by, way.by === 'earlier' ? null : seed)
}

/** What `draw` would do with this seed; nothing is kept. Refuses: not_found, moved_meanwhile (told already), too_few_seats, invalid. */
export async function preview(
  tx: Tx,
  caller: Caller,
  slotId: string,
  way: Way,
): Promise<{ seed: string; groups: { sessionId: string; delegationIds: string[] }[] }> {
  const [slot] = await tx.select().from(retreatSlots).where(eq(retreatSlots.id, slotId))
  if (slot?.kind !== 'breakouts') throw new Refused('not_found')
  const retreat = await retreatOf(tx, caller, slot.retreatId)
  if (slot.assignedAt !== null) throw new Refused('moved_meanwhile')
  const { seed, placed } = await drawn(tx, slot, retreat, await sessionsAt(tx, slotId), way)
  return { seed, groups: [...placed].map(([sessionId, delegationIds]) => ({ sessionId, delegationIds })) }
}

type Way = { by: Exclude<By, 'hand'>; earlierSlotId: string | null; seed: string | null }

/** The same seed and the same wishes draw the same groups, whoever draws. */
async function drawn(tx: Tx, slot: SlotRow, retreat: RetreatRow, groups: Groups, { by, earlierSlotId, ...way }: Way) {
  if (groups.length === 0) throw new Refused('invalid', { field: 'by' })
  const seed = way.seed ?? randomBytes(16).toString('hex')
  const placed =
    by === 'earlier'
      ? await asBefore(tx, retreat, groups, earlierSlotId)
      : await byLots(tx, slot, retreat, groups, by, (id) => sha256(`${seed} ${id}`))
  if (placed === null) throw new Refused('too_few_seats')
  return { seed, placed }
}

async function byLots(
  tx: Tx,
  slot: SlotRow,
  retreat: RetreatRow,
  groups: Groups,
  by: 'choice' | 'mix',
  lot: Lot,
): Promise<Placed> {
  const toFill: GroupToFill[] = groups.map(({ id, seats }) => ({ id, seats }))
  const people: ToPlace[] = await tx
    .select({ id: delegations.id, region: delegations.regionalGroup })
    .from(delegations)
    .where(inArray(delegations.id, retreat.participantIds))
  if (by === 'mix') return mixed(people, toFill, lot)
  const wishes = await tx.select().from(groupChoices).where(eq(groupChoices.slotId, slot.id))
  return chosen(people, toFill, new Map(wishes.map((one) => [one.delegationId, one.sessionIds])), lot)
}

/** Group by group, by number: who was in it then and still takes part. */
async function asBefore(tx: Tx, retreat: RetreatRow, groups: Groups, earlierSlotId: string | null): Promise<Placed> {
  const rows =
    earlierSlotId === null
      ? []
      : await tx
          .select({ number: retreatSessions.number, delegationId: sessionInvited.delegationId })
          .from(retreatSessions)
          .innerJoin(sessions, eq(sessions.id, retreatSessions.sessionId))
          .innerJoin(sessionInvited, eq(sessionInvited.sessionId, retreatSessions.sessionId))
          .where(
            and(
              eq(retreatSessions.slotId, earlierSlotId),
              eq(retreatSessions.retreatId, retreat.id),
              eq(retreatSessions.kind, 'breakouts'),
              ne(sessions.state, 'cancelled'),
            ),
          )
          .orderBy(asc(sessionInvited.delegationId))
  if (rows.length === 0) throw new Refused('invalid', { field: 'earlierSlotId' })
  const placed = new Map<string, string[]>()
  for (const { id, number, seats } of groups) {
    const here = rows.filter((row) => row.number === number && retreat.participantIds.includes(row.delegationId))
    if (seats !== null && here.length > seats) return null
    placed.set(
      id,
      here.map(({ delegationId }) => delegationId),
    )
  }
  return placed
}

async function put(
  work: Work,
  slot: SlotRow,
  retreat: RetreatRow,
  groups: Groups,
  placed: ReadonlyMap<string, readonly string[]>,
  by: By,
  seed: string | null,
): Promise<RetreatRow> {
  const as = await asInvited(work, [...placed.values()].flat())
  await work.tx.delete(sessionInvited).where(
    inArray(
      sessionInvited.sessionId,
      groups.map(({ id }) => id),
    ),
  )
  const rows = [...placed].flatMap(([sessionId, ids]) =>
    ids.map((delegationId) => ({ sessionId, delegationId, invitedAs: as.get(delegationId) ?? ('delegate' as const) })),
  )
  if (rows.length > 0) await work.tx.insert(sessionInvited).values(rows)
  await work.tx.update(retreatSlots).set({ assignedBy: by, seed }).where(eq(retreatSlots.id, slot.id))
  // Not told yet: nothing of it is for the participants.
  return programmeChanged(work, { ...retreat, state: 'draft' }, 'retreat.changed', { slot: slot.id, by, seed, rows })
}

const asInvited = async (work: Work, ids: readonly string[]) =>
  new Map<string, InvitedAs>((await invitedAs(work.tx, ids)).map((one) => [one.delegationId, one.as]))

/** A slot of groups that were not told. Refuses: not_found, retreat_closed, moved_meanwhile. */
async function untold(work: Work, slotId: string) {
  const found = await slotIn(work, slotId)
  if (found.slot.kind !== 'breakouts') throw new Refused('not_found')
  if (found.slot.assignedAt !== null) throw new Refused('moved_meanwhile')
  return found
}

// ── told, left, moved ─────────────────────────────────────────────────────────────────────────

/**
 * Once; a group in which nobody is placed is told of when somebody comes to it. Refuses: not_found, retreat_closed,
 * retreat_not_announced, moved_meanwhile, no_addressees.
 */
export async function tellGroups(work: Work, slotId: string): Promise<RetreatRow> {
  const { slot, retreat } = await slotIn(work, slotId)
  if (retreat.state !== 'announced') throw new Refused('retreat_not_announced')
  const drafts = (await sessionsAt(work.tx, slotId)).filter(({ state }) => state === 'draft').map(({ id }) => id)
  // The session of a plenary may have been taken out and another put in its place.
  if (slot.assignedAt !== null && (slot.kind === 'breakouts' || drafts.length === 0))
    throw new Refused('moved_meanwhile')
  if (slot.kind === 'plenary') {
    const come = await invitedAs(work.tx, retreat.participantIds)
    for (const id of drafts) await regroup(work, id, { come, gone: [] })
  }
  const placed = await work.tx
    .selectDistinct({ sessionId: sessionInvited.sessionId })
    .from(sessionInvited)
    .where(inArray(sessionInvited.sessionId, drafts))
    .orderBy(asc(sessionInvited.sessionId))
  if (placed.length === 0) throw new Refused('no_addressees')
  for (const { sessionId } of placed)
    await announce(work, sessionId, slot.kind === 'plenary' ? 'session_announced' : 'session_group')
  await work.tx.update(retreatSlots).set({ assignedAt: work.now }).where(eq(retreatSlots.id, slotId))
  return programmeChanged(work, retreat, 'retreat.groups_told', { slotId })
}

/** Its place becomes free, and who leads the group is told. Refuses: not_found, session_begun. */
export async function decline(work: Work, sessionId: string, note: string): Promise<RetreatRow> {
  const { session, standing } = await standingIn(work.tx, work.caller, sessionId)
  const [place] = await work.tx.select().from(retreatSessions).where(eq(retreatSessions.sessionId, sessionId))
  const { delegationId } = standing
  if (place?.kind !== 'breakouts' || delegationId === null || standing.invitedAs === null)
    throw new Refused('not_found')
  const retreat = await retreatOf(work.tx, work.caller, place.retreatId)
  const { rows } = await work.client.query<{ leads: string[] | null }>('select leave_group($1) as leads', [sessionId])
  const leads = rows[0]?.leads
  if (!leads) throw new Refused('session_begun')
  const said = { note, at: work.now }
  await work.tx
    .insert(declines)
    .values({ sessionId, delegationId, ...said })
    .onConflictDoUpdate({ target: [declines.sessionId, declines.delegationId], set: said })
  await tellInvited(work, { ...session, calendarSequence: session.calendarSequence + 1 }, 'session_uninvited', [
    delegationId,
  ])
  const [delegation] = await work.tx.select().from(delegations).where(eq(delegations.id, delegationId))
  await tell(
    work,
    { people: leads },
    {
      kind: 'group_declined',
      link: `/retreats/${retreat.id}`,
      facts: {
        session: {
          title: session.title,
          startsAt: session.startsAt.toISOString(),
          endsAt: session.endsAt.toISOString(),
          zone: session.zone,
          place: session.place,
        },
        reference: session.reference,
        ...(delegation ? { delegation: delegation.names } : {}),
        ...(note ? { note } : {}),
      },
    },
  )
  await work.write(streams.delegation(delegationId), 'retreat.group_declined', retreat.id, { sessionId, note })
  await lookAgain(work, sessionId, [delegationId])
  await work.write(streams.retreatStaff(retreat.id), 'retreat.group_declined', retreat.id, { sessionId })
  return retreat
}

/**
 * Into another group, out of one, or into one, also while they meet: what it wrote stays where it wrote it. Refuses: not_found,
 * retreat_closed, moved_meanwhile (it is not where it was seen), session_begun (a group is over), too_few_seats, invalid.
 */
export async function move(
  work: Work,
  slotId: string,
  { delegationId, from, to }: { delegationId: string; from: string | null; to: string | null },
): Promise<RetreatRow> {
  const { slot, retreat } = await slotIn(work, slotId)
  if (slot.kind !== 'breakouts') throw new Refused('not_found')
  if (!retreat.participantIds.includes(delegationId)) throw new Refused('invalid', { field: 'delegationId' })
  const groups = await sessionsAt(work.tx, slotId)
  const target = groups.find(({ id }) => id === to)
  if ((to !== null && !target) || from === to) throw new Refused('invalid', { field: 'to' })
  const here = await work.tx
    .select({ sessionId: sessionInvited.sessionId, delegationId: sessionInvited.delegationId })
    .from(sessionInvited)
    .where(
      inArray(
        sessionInvited.sessionId,
        groups.map(({ id }) => id),
      ),
    )
  const now = here.find((one) => one.delegationId === delegationId)?.sessionId ?? null
  if (now !== from) throw new Refused('moved_meanwhile')
  const taken = here.filter(({ sessionId }) => sessionId === to).length
  if (target?.seats != null && taken >= target.seats) throw new Refused('too_few_seats')
  if (from !== null) {
    await regroup(work, from, { come: [], gone: [delegationId] })
    await leaveLists(work, from, delegationId)
  }
  if (target) {
    await regroup(work, target.id, { come: await invitedAs(work.tx, [delegationId]), gone: [] }, 'session_group')
    // The first in a group that was empty when the others were told.
    if (slot.assignedAt !== null && target.state === 'draft') await announce(work, target.id, 'session_group')
  }
  if (slot.assignedAt !== null)
    await work.write(streams.delegation(delegationId), 'retreat.moved_to_group', retreat.id, { from, to })
  await tellAll(work, { ...retreat, state: 'draft' }, 'retreat.moved_to_group', { delegationId, from, to })
  return retreat
}
