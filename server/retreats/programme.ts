import { streams } from '@consultation/shared/live.ts'
import type { GroupBody, SlotBody } from '@consultation/shared/retreats.ts'
import type { SLOT_KINDS } from '@consultation/shared/rules/retreats.ts'
import { PRESETS, type SessionBody } from '@consultation/shared/sessions.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { and, asc, eq, gt, inArray, lt, max, ne } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { newestVersions } from '../findings/findings.ts'
import { Refused } from '../refused.ts'
import * as sessionsOf from '../sessions/sessions.ts'
import { sessionInvited, sessions } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import type { RetreatRow } from './reading.ts'
import { manageable, programmeChanged, refuseStale } from './retreats.ts'
import { groupChoices, reportBacks, retreatSessions, retreatSlots } from './tables.ts'

export type SlotRow = typeof retreatSlots.$inferSelect
export type PlaceRow = typeof retreatSessions.$inferSelect
type Kind = (typeof SLOT_KINDS)[number]

/** Adds a part to the programme. Refuses: not_found, retreat_closed, slots_overlap, invalid. */
export async function addSlot(work: Work, retreatId: string, body: SlotBody & { kind: Kind }): Promise<RetreatRow> {
  const retreat = await manageable(work, retreatId)
  await refuseOverlap(work, retreatId, null, hoursOf(body))
  await work.tx.insert(retreatSlots).values({ retreatId, kind: body.kind, ...settled(body, body.kind) })
  return programmeChanged(work, retreat, 'retreat.changed', body)
}

/**
 * Changes it, and with its hours those of its sessions. From the first room that opens on its hours are a matter of extending.
 * Refuses: not_found, retreat_closed, changed_meanwhile, session_begun, slots_overlap, invalid.
 */
export async function changeSlot(work: Work, slotId: string, revision: number, body: SlotBody): Promise<RetreatRow> {
  const { slot, retreat } = await slotIn(work, slotId)
  await refuseStale(work, retreat, revision)
  const hours = hoursOf(body)
  const groups = await sessionsAt(work.tx, slotId)
  const moved = hours.startsAt.getTime() !== slot.startsAt.getTime() || hours.endsAt.getTime() !== slot.endsAt.getTime()
  if (moved && groups.some(({ state }) => state === 'open' || state === 'closed')) throw new Refused('session_begun')
  await refuseOverlap(work, retreat.id, slotId, hours)
  await work.tx.update(retreatSlots).set(settled(body, slot.kind)).where(eq(retreatSlots.id, slotId))
  if (moved) for (const { id } of groups) await sessionsOf.reschedule(work, id, hours.startsAt, hours.endsAt)
  return programmeChanged(work, retreat, 'retreat.changed', body)
}

/** Refuses: not_found, retreat_closed, session_begun. */
export async function removeSlot(work: Work, slotId: string): Promise<RetreatRow> {
  const { retreat } = await slotIn(work, slotId)
  const places = await work.tx
    .select({ id: retreatSessions.sessionId })
    .from(retreatSessions)
    .where(eq(retreatSessions.slotId, slotId))
    .orderBy(asc(retreatSessions.sessionId))
  for (const { id } of places) await takeOut(work, id)
  await work.tx.delete(groupChoices).where(eq(groupChoices.slotId, slotId))
  await work.tx.delete(retreatSlots).where(eq(retreatSlots.id, slotId))
  return programmeChanged(work, retreat, 'retreat.changed', { removed: slotId })
}

/**
 * Adds the session of a plenary, or a breakout group: a session like any other, with an agenda made of its findings.
 * Refuses: not_found, retreat_closed, moved_meanwhile (a plenary has one session), invalid.
 */
export async function addBreakoutGroup(work: Work, slotId: string, body: GroupBody): Promise<RetreatRow> {
  const { slot, retreat } = await slotIn(work, slotId)
  const [{ last } = { last: null }] = await work.tx
    .select({ last: max(retreatSessions.number) })
    .from(retreatSessions)
    .where(eq(retreatSessions.slotId, slotId))
  if (slot.kind === 'plenary' && last !== null) throw new Refused('moved_meanwhile')
  await refuseStrange(work, retreat, slot.kind, body)
  const { session } = await sessionsOf.add(work, retreat.consultationId, await sessionFor(work, retreat, slot, body))
  if (body.roles.length > 0) {
    const chair = work.caller.kind === 'person' ? [{ personId: work.caller.personId, role: 'chair' as const }] : []
    await sessionsOf.assign(work, session.id, session.revision, [...chair, ...body.roles])
  }
  await work.tx.insert(retreatSessions).values({
    sessionId: session.id,
    retreatId: retreat.id,
    slotId,
    kind: slot.kind,
    number: (last ?? 0) + 1,
    seats: body.seats,
    reportsTo: body.reportsTo,
    findingIds: body.findingIds,
  })
  if (slot.kind === 'breakouts') await work.tx.insert(reportBacks).values({ sessionId: session.id })
  return programmeChanged(work, retreat, 'retreat.changed', body)
}

/** Refuses: not_found, retreat_closed, changed_meanwhile, points_reported, too_few_seats, invalid. */
export async function changeGroup(
  work: Work,
  sessionId: string,
  revision: number,
  body: Pick<GroupBody, 'seats' | 'findingIds' | 'reportsTo'>,
): Promise<RetreatRow> {
  const { place, retreat } = await placeIn(work, sessionId)
  await refuseStale(work, retreat, revision)
  await refuseStrange(work, retreat, place.kind, body)
  const [report] = await work.tx.select().from(reportBacks).where(eq(reportBacks.sessionId, sessionId))
  if (report?.state === 'reported' && place.reportsTo !== body.reportsTo) throw new Refused('points_reported')
  const placed = await work.tx.$count(sessionInvited, eq(sessionInvited.sessionId, sessionId))
  if (body.seats !== null && placed > body.seats) throw new Refused('too_few_seats', { field: 'seats' })
  await work.tx.update(retreatSessions).set(body).where(eq(retreatSessions.sessionId, sessionId))
  // Its room shows where it reports to.
  if (report && place.reportsTo !== body.reportsTo)
    await work.write(streams.sessionAll(sessionId), 'report_back.changed', sessionId, { reportsTo: body.reportsTo })
  return programmeChanged(work, retreat, 'retreat.changed', body)
}

/** Refuses: not_found, retreat_closed, session_begun. */
export async function removeGroup(work: Work, sessionId: string): Promise<RetreatRow> {
  const { retreat } = await placeIn(work, sessionId)
  await takeOut(work, sessionId)
  return programmeChanged(work, retreat, 'retreat.changed', { removed: sessionId })
}

async function takeOut(work: Work, sessionId: string): Promise<void> {
  const [session] = await work.tx.select({ state: sessions.state }).from(sessions).where(eq(sessions.id, sessionId))
  if (session?.state !== 'cancelled') await sessionsOf.cancel(work, sessionId, '')
  const groups = await work.tx
    .update(retreatSessions)
    .set({ reportsTo: null })
    .where(eq(retreatSessions.reportsTo, sessionId))
    .returning({ id: retreatSessions.sessionId })
  const reports = await work.tx.delete(reportBacks).where(eq(reportBacks.sessionId, sessionId)).returning()
  await work.tx.delete(retreatSessions).where(eq(retreatSessions.sessionId, sessionId))
  // Their rooms show where they report to, and its own what it reports.
  for (const { id } of [...groups, ...reports.map((one) => ({ id: one.sessionId }))].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  ))
    await work.write(streams.sessionAll(id), 'report_back.changed', id, { removed: sessionId })
}

// ── parts ─────────────────────────────────────────────────────────────────────────────────────

/** A slot in its retreat, which is held. Refuses: not_found, retreat_closed. */
export async function slotIn(work: Work, slotId: string): Promise<{ slot: SlotRow; retreat: RetreatRow }> {
  const [known] = await work.tx.select().from(retreatSlots).where(eq(retreatSlots.id, slotId))
  if (!known) throw new Refused('not_found')
  const retreat = await manageable(work, known.retreatId)
  const [slot] = await work.tx.select().from(retreatSlots).where(eq(retreatSlots.id, slotId))
  if (!slot) throw new Refused('not_found')
  return { slot, retreat }
}

/** Refuses: not_found, retreat_closed. */
async function placeIn(work: Work, sessionId: string): Promise<{ place: PlaceRow; retreat: RetreatRow }> {
  const [known] = await work.tx.select().from(retreatSessions).where(eq(retreatSessions.sessionId, sessionId))
  if (!known) throw new Refused('not_found')
  const retreat = await manageable(work, known.retreatId)
  const [place] = await work.tx.select().from(retreatSessions).where(eq(retreatSessions.sessionId, sessionId))
  if (!place) throw new Refused('not_found')
  return { place, retreat }
}

/** The sessions of a slot that are not cancelled, in the one order in which they are changed together. */
export const sessionsAt = (tx: Tx, slotId: string) =>
  tx
    .select({ id: sessions.id, state: sessions.state, number: retreatSessions.number, seats: retreatSessions.seats })
    .from(retreatSessions)
    .innerJoin(sessions, eq(sessions.id, retreatSessions.sessionId))
    .where(and(eq(retreatSessions.slotId, slotId), ne(sessions.state, 'cancelled')))
    .orderBy(asc(sessions.id))

function hoursOf({ startsAt, endsAt }: SlotBody): { startsAt: Date; endsAt: Date } {
  if (Date.parse(endsAt) <= Date.parse(startsAt)) throw new Refused('invalid', { field: 'endsAt' })
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
}

/** People are in one place at a time. Refuses: slots_overlap. */
export async function refuseOverlap(
  work: Work,
  retreatId: string,
  slotId: string | null,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<void> {
  const [other] = await work.tx
    .select({ id: retreatSlots.id })
    .from(retreatSlots)
    .where(
      and(
        eq(retreatSlots.retreatId, retreatId),
        lt(retreatSlots.startsAt, endsAt),
        gt(retreatSlots.endsAt, startsAt),
        slotId === null ? undefined : ne(retreatSlots.id, slotId),
      ),
    )
    .limit(1)
  if (other) throw new Refused('slots_overlap', { field: 'endsAt' })
}

const settled = (body: SlotBody, kind: Kind) => ({
  title: body.title,
  ...hoursOf(body),
  choiceUntil: kind === 'breakouts' && body.choiceUntil !== null ? new Date(body.choiceUntil) : null,
})

async function refuseStrange(
  work: Work,
  retreat: RetreatRow,
  kind: Kind,
  { findingIds, reportsTo }: Pick<GroupBody, 'findingIds' | 'reportsTo'>,
): Promise<void> {
  if (findingIds.some((id) => !retreat.findingIds.includes(id)) || new Set(findingIds).size !== findingIds.length)
    throw new Refused('invalid', { field: 'findingIds' })
  if (reportsTo === null) return
  const [plenary] = await work.tx
    .select({ kind: retreatSessions.kind })
    .from(retreatSessions)
    .where(and(eq(retreatSessions.sessionId, reportsTo), eq(retreatSessions.retreatId, retreat.id)))
  if (kind !== 'breakouts' || plenary?.kind !== 'plenary') throw new Refused('invalid', { field: 'reportsTo' })
}

async function sessionFor(work: Work, retreat: RetreatRow, slot: SlotRow, body: GroupBody): Promise<SessionBody> {
  const { seconds, points, prescreen, ideasOfOne } = PRESETS[body.preset]
  const versions =
    body.findingIds.length === 0
      ? []
      : (await newestVersions(work.tx, retreat.consultationId)).filter(({ findingId }) =>
          body.findingIds.includes(findingId),
        )
  const titles = body.findingIds.flatMap((id): Translated[] => {
    const version = versions.find(({ findingId }) => findingId === id)
    return version ? [version.title] : []
  })
  return {
    title: body.title,
    note: body.note,
    preset: body.preset,
    mode: body.mode,
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    zone: retreat.zone,
    place: body.place,
    link: body.link,
    interpretation: body.interpretation,
    items: (titles.length > 0 ? titles.slice(0, 30) : [body.title]).map((title) => ({
      title,
      note: {},
      questionIds: [],
      seconds,
      points,
    })),
    invited: [],
    observersAfter: true,
    prescreen,
    ideasOfOne,
    rehearsal: false,
  }
}

/** Of these, the ones that are groups of the slot. */
export async function groupsOf(work: Work, slotId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await work.tx
    .select({ id: retreatSessions.sessionId })
    .from(retreatSessions)
    .where(and(eq(retreatSessions.slotId, slotId), inArray(retreatSessions.sessionId, [...ids])))
  return rows.map(({ id }) => id)
}
