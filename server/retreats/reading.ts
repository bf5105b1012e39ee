import type { HomeView } from '@consultation/shared/home.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type {
  FindingPut,
  GroupView,
  PlaceInRetreat,
  RetreatListed,
  RetreatSummary,
  RetreatView,
  SlotView,
} from '@consultation/shared/retreats.ts'
import type { AttributionMode } from '@consultation/shared/room-view.ts'
import { type Caller, isIrt, isStaff, may } from '@consultation/shared/rules/access.ts'
import { languagesOf } from '@consultation/shared/rules/findings.ts'
import { mayChoose, mayDecline } from '@consultation/shared/rules/retreats.ts'
import type { InvitedAs, RoomRole } from '@consultation/shared/rules/rooms.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import { newestVersions } from '../findings/findings.ts'
import { notes } from '../records/tables.ts'
import { Refused } from '../refused.ts'
import { type SessionRow, standingIn } from '../sessions/room.ts'
import { attendances, sessionInvited, sessionItems, sessionRoles, sessions } from '../sessions/tables.ts'
import { presentReport, type ReportRow, reportsOf } from './part.ts'
import { declines, groupChoices, podiumCalls, retreatSessions, retreatSlots, retreats } from './tables.ts'

export type RetreatRow = typeof retreats.$inferSelect

/** Any for staff, an announced one for who takes part. Refuses: not_found. */
export async function retreatOf(tx: Tx, caller: Caller, retreatId: string): Promise<RetreatRow> {
  const [retreat] = await tx.select().from(retreats).where(eq(retreats.id, retreatId))
  if (!retreat || !concerns(caller, retreat)) throw new Refused('not_found')
  return retreat
}

function concerns(caller: Caller, { state, participantIds }: RetreatRow): boolean {
  if (isStaff(caller)) return true
  if (state === 'draft' || caller.kind !== 'person') return false
  return isIrt(caller) || (caller.acting !== null && participantIds.includes(caller.acting.delegationId))
}

// ── the lists ─────────────────────────────────────────────────────────────────────────────────

// Named in full: of one table alone the query would name its columns without it, and mean those of the slots.
const SPAN = {
  startsAt: sql<Date | null>`(select min(s.starts_at) from retreat_slots s where s.retreat_id = retreats.id)`.mapWith(
    retreatSlots.startsAt,
  ),
  endsAt: sql<Date | null>`(select max(s.ends_at) from retreat_slots s where s.retreat_id = retreats.id)`.mapWith(
    retreatSlots.endsAt,
  ),
}

/** Refuses: not_found. */
export async function retreatsOf(tx: Tx, caller: Caller, consultationId: string): Promise<RetreatListed[]> {
  const [consultation] = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
  if (!consultation) throw new Refused('not_found')
  const rows = await tx
    .select({ retreat: retreats, ...SPAN })
    .from(retreats)
    .where(eq(retreats.consultationId, consultationId))
    .orderBy(asc(retreats.number))
  const concerning = rows.filter(({ retreat }) => concerns(caller, retreat))
  const places = await placesIn(
    tx,
    concerning.map(({ retreat }) => retreat.id),
  )
  return concerning.map((row) => ({ ...presentSummary(row), sessionIds: places.get(row.retreat.id) ?? [] }))
}

/** Their sessions, by retreat. */
async function placesIn(tx: Tx, retreatIds: string[]): Promise<Map<string, string[]>> {
  if (retreatIds.length === 0) return new Map()
  const rows = await tx
    .select({ retreatId: retreatSessions.retreatId, sessionId: retreatSessions.sessionId })
    .from(retreatSessions)
    .where(inArray(retreatSessions.retreatId, retreatIds))
    .orderBy(asc(retreatSessions.sessionId))
  return new Map(
    [...Map.groupBy(rows, ({ retreatId }) => retreatId)].map(([id, some]) => [id, some.map((one) => one.sessionId)]),
  )
}

/** After its last hour a retreat stands before a delegation as long as it may give feedback. */
export async function comingRetreats(
  tx: Tx,
  delegationId: string,
  now: Date,
): Promise<(Omit<HomeView['retreats'][number], 'toRead'> & { findings: number })[]> {
  const rows = await tx
    .select({ retreat: retreats, ...SPAN, consultationTitle: consultations.title })
    .from(retreats)
    .innerJoin(consultations, eq(consultations.id, retreats.consultationId))
    .where(and(eq(retreats.state, 'announced'), sql`${delegationId}::uuid = any (${retreats.participantIds})`))
    .orderBy(asc(retreats.feedbackClosesAt))
  const ahead = rows.filter(
    ({ retreat, endsAt }) => retreat.feedbackClosesAt > now || (endsAt !== null && endsAt > now),
  )
  if (ahead.length === 0) return []
  const ids = ahead.map(({ retreat }) => retreat.id)
  const choices = await tx.$client.query<{ retreatId: string; slotId: string; title: Translated; until: Date }>({
    name: 'home-choices',
    text: `select s.retreat_id as "retreatId", s.id as "slotId", s.title, s.choice_until as until from retreat_slots s
      where s.retreat_id = any ($1) and s.assigned_at is null and s.choice_until > $2
        and not exists (select from group_choices c where c.slot_id = s.id and c.delegation_id = $3)
      order by s.choice_until`,
    values: [ids, now, delegationId],
  })
  const places = await placesIn(tx, ids)
  return ahead.map(({ retreat, startsAt, endsAt, consultationTitle }) => ({
    ...presentSummary({ retreat, startsAt, endsAt }),
    consultationTitle,
    findings: retreat.findingIds.length,
    toChoose: choices.rows
      .filter(({ retreatId }) => retreatId === retreat.id)
      .map(({ slotId, title, until }) => ({ slotId, title, until: until.toISOString() })),
    sessionIds: places.get(retreat.id) ?? [],
  }))
}

export const presentSummary = (row: {
  retreat: RetreatRow
  startsAt: Date | null
  endsAt: Date | null
}): RetreatSummary => ({
  id: row.retreat.id,
  consultationId: row.retreat.consultationId,
  number: row.retreat.number,
  reference: row.retreat.reference,
  title: row.retreat.title,
  place: row.retreat.place,
  zone: row.retreat.zone,
  state: row.retreat.state,
  startsAt: row.startsAt?.toISOString() ?? null,
  endsAt: row.endsAt?.toISOString() ?? null,
  feedbackOpensAt: row.retreat.feedbackOpensAt.toISOString(),
  feedbackClosesAt: row.retreat.feedbackClosesAt.toISOString(),
})

// ── the retreat as one sees it ────────────────────────────────────────────────────────────────

export const slotsOf = (tx: Tx, retreatId: string) =>
  tx
    .select()
    .from(retreatSlots)
    .where(eq(retreatSlots.retreatId, retreatId))
    .orderBy(asc(retreatSlots.startsAt), asc(retreatSlots.id))

type Told = {
  sessionId: string
  reference: string
  title: Translated
  note: Translated
  mode: AttributionMode
  state: SessionRow['state']
  startsAt: Date
  endsAt: Date
  place: string
  interpretation: Language[]
  roles: { personId: string; name: string; role: RoomRole }[]
}
const PROGRAMME = {
  name: 'retreat-programme',
  text: `select session_id as "sessionId", reference, title, note, mode, state, starts_at as "startsAt", ends_at as "endsAt",
      place, interpretation, roles from retreat_programme($1)`,
}

/** Everything in a retreat that the caller may know. */
export async function presentRetreat(tx: Tx, caller: Caller, retreat: RetreatRow, now: Date): Promise<RetreatView> {
  const staff = isStaff(caller)
  const delegationId = partIn(caller, retreat)
  const [slots, places, programme, reports, known, findings, [consultation]] = await Promise.all([
    slotsOf(tx, retreat.id),
    tx
      .select()
      .from(retreatSessions)
      .where(eq(retreatSessions.retreatId, retreat.id))
      .orderBy(asc(retreatSessions.number)),
    tx.$client.query<Told>({ ...PROGRAMME, values: [retreat.id] }),
    reportsOf(tx, retreat.id),
    knownOf(tx, caller, retreat.id),
    findingsPut(tx, retreat.consultationId, retreat.findingIds),
    tx.select({ title: consultations.title }).from(consultations).where(eq(consultations.id, retreat.consultationId)),
  ])
  const told = new Map(programme.rows.map((row) => [row.sessionId, row]))
  const look: Look = { caller, staff, delegationId, retreat, now, known, reports }
  const views = slots.map((slot) =>
    presentSlot(
      look,
      slot,
      places.flatMap((place) => {
        const session = told.get(place.sessionId)
        return session && place.slotId === slot.id ? [presentGroup(look, slot, place, session)] : []
      }),
    ),
  )
  const put = new Set(findings.map(({ findingId }) => findingId))
  const reader = staff || isIrt(caller)
  return {
    ...presentSummary({ retreat, startsAt: slots[0]?.startsAt ?? null, endsAt: lastOf(slots) }),
    consultationTitle: consultation?.title ?? {},
    note: retreat.note,
    attributionOffered: retreat.attributionOffered,
    feedbackOpen: retreat.feedbackOpen,
    participantIds: reader ? retreat.participantIds : null,
    findings,
    unpublished: reader ? retreat.findingIds.filter((id) => !put.has(id)) : null,
    slots: views,
    announcedAt: retreat.announcedAt?.toISOString() ?? null,
    closedAt: retreat.closedAt?.toISOString() ?? null,
    delegationId,
    now: now.toISOString(),
    revision: retreat.revision,
    may: {
      manage: staff && retreat.state !== 'closed',
      announce: staff && retreat.state === 'draft',
      close: staff && retreat.state === 'announced',
    },
  }
}

const lastOf = (slots: readonly { endsAt: Date }[]) =>
  slots.reduce<Date | null>((last, { endsAt }) => (last === null || endsAt > last ? endsAt : last), null)

/** The delegation the caller acts for, where it takes part. */
export function partIn(caller: Caller, retreat: Pick<RetreatRow, 'participantIds'>): string | null {
  const delegationId = caller.kind === 'person' ? (caller.acting?.delegationId ?? null) : null
  return delegationId !== null && retreat.participantIds.includes(delegationId) ? delegationId : null
}

/** Of these findings what was published last and stands, in this order. */
async function findingsPut(tx: Tx, consultationId: string, findingIds: readonly string[]): Promise<FindingPut[]> {
  if (findingIds.length === 0) return []
  const versions = await newestVersions(tx, consultationId)
  const byFinding = new Map(versions.map((version) => [version.findingId, version]))
  return findingIds.flatMap((id) => {
    const version = byFinding.get(id)
    if (!version || version.withdrawnAt !== null) return []
    return {
      findingId: id,
      versionId: version.id,
      version: version.version,
      number: version.number,
      track: version.track,
      title: version.title,
      languages: languagesOf(version.texts),
      publishedAt: version.publishedAt.toISOString(),
    }
  })
}

type Known = Awaited<ReturnType<typeof knownOf>>
/** Who is where and said what about it: row-level security leaves a delegation what is its own. */
async function knownOf(tx: Tx, caller: Caller, retreatId: string) {
  const here = sql`(select t.session_id from retreat_sessions t where t.retreat_id = ${retreatId})`
  const [invited, declined, wishes, present, calls, underWay, parts] = await Promise.all([
    tx
      .select()
      .from(sessionInvited)
      .where(sql`${sessionInvited.sessionId} in ${here}`)
      .orderBy(asc(sessionInvited.delegationId)),
    tx.select().from(declines).where(sql`${declines.sessionId} in ${here}`).orderBy(asc(declines.at)),
    tx
      .select({
        slotId: groupChoices.slotId,
        delegationId: groupChoices.delegationId,
        sessionIds: groupChoices.sessionIds,
      })
      .from(groupChoices)
      .innerJoin(retreatSlots, eq(retreatSlots.id, groupChoices.slotId))
      .where(eq(retreatSlots.retreatId, retreatId))
      .orderBy(asc(groupChoices.delegationId)),
    tx
      .select({ sessionId: attendances.sessionId, delegationId: attendances.delegationId })
      .from(attendances)
      .where(sql`${attendances.sessionId} in ${here}`),
    tx
      .select()
      .from(podiumCalls)
      .where(and(eq(podiumCalls.retreatId, retreatId), isNull(podiumCalls.answeredAt)))
      .orderBy(asc(podiumCalls.at)),
    tx
      .select({
        sessionId: sessions.id,
        phase: sessionItems.phase,
        points: sql<number>`(select count(*)::int from ${notes} where ${notes.sessionId} = ${sessions.id})`,
      })
      .from(sessions)
      .leftJoin(sessionItems, eq(sessionItems.id, sessions.currentItemId))
      .where(sql`${sessions.id} in ${here}`),
    // The programme names who moderates and reports; who takes notes has a part as well.
    isIrt(caller) && caller.kind === 'person'
      ? tx
          .select({ sessionId: sessionRoles.sessionId })
          .from(sessionRoles)
          .where(and(eq(sessionRoles.personId, caller.personId), sql`${sessionRoles.sessionId} in ${here}`))
      : [],
  ])
  return { invited, declined, wishes, present, calls, underWay, parts }
}

type Look = {
  caller: Caller
  staff: boolean
  delegationId: string | null
  retreat: RetreatRow
  now: Date
  known: Known
  reports: readonly ReportRow[]
}
type SlotRow = typeof retreatSlots.$inferSelect
type PlaceRow = typeof retreatSessions.$inferSelect

function presentSlot(look: Look, slot: SlotRow, groups: GroupView[]): SlotView {
  const { staff, delegationId, retreat, known } = look
  const wishes = known.wishes.filter(({ slotId }) => slotId === slot.id)
  const placed = new Set(groups.flatMap(({ assigned }) => (assigned ?? []).map((one) => one.delegationId)))
  const manages = staff && retreat.state !== 'closed'
  const running = manages && groups.some(({ state }) => state === 'open')
  const over = groups.some(({ state }) => state === 'closed')
  return {
    id: slot.id,
    kind: slot.kind,
    title: slot.title,
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    choiceUntil: slot.choiceUntil?.toISOString() ?? null,
    assignedAt: slot.assignedAt?.toISOString() ?? null,
    assignedBy: staff ? slot.assignedBy : null,
    seed: staff ? slot.seed : null,
    sessions: groups,
    ownChoice: wishes.find((one) => one.delegationId === delegationId)?.sessionIds ?? null,
    choices: staff ? wishes.map((one) => ({ delegationId: one.delegationId, sessionIds: one.sessionIds })) : null,
    unplaced: staff && slot.kind === 'breakouts' ? retreat.participantIds.filter((id) => !placed.has(id)) : null,
    may: {
      change: manages && !running && !over,
      assign: manages && slot.kind === 'breakouts' && slot.assignedAt === null,
      tell:
        manages &&
        retreat.state === 'announced' &&
        (slot.assignedAt === null || slot.kind === 'plenary') &&
        groups.some(({ state }) => state === 'draft'),
      choose: chooses(look, slot),
      open: manages && groups.some(({ state }) => state === 'announced'),
      close: running,
      extend: manages && groups.some(({ state }) => state === 'open' || state === 'announced'),
      message: running,
      move:
        manages && slot.kind === 'breakouts' && groups.some(({ state }) => state !== 'closed' && state !== 'cancelled'),
    },
  }
}

const chooses = ({ caller, delegationId, retreat, now }: Look, slot: SlotRow) =>
  delegationId !== null &&
  may(caller, 'retreat.take_part') &&
  retreat.state === 'announced' &&
  slot.kind === 'breakouts' &&
  mayChoose(slot, now)

function presentGroup(look: Look, slot: SlotRow, place: PlaceRow, session: Told): GroupView {
  const { staff, delegationId, known, reports, caller } = look
  const here = <T extends { sessionId: string }>(rows: readonly T[]) =>
    rows.filter(({ sessionId }) => sessionId === place.sessionId)
  // Who was placed in a group that does not meet is in none.
  const invited = session.state === 'cancelled' ? [] : here(known.invited)
  const isPlaced = slot.assignedAt !== null && invited.some((one) => one.delegationId === delegationId)
  const hasDeclined = here(known.declined).some((one) => one.delegationId === delegationId)
  const report = here(reports)[0]
  const under = here(known.underWay)[0]
  const writes = may(caller, 'retreat.take_part')
  const hasPart = here(known.parts).length > 0
  const there = session.state !== 'draft' && session.state !== 'cancelled'
  return {
    sessionId: place.sessionId,
    slotId: slot.id,
    kind: place.kind,
    number: place.number,
    reference: session.reference,
    title: session.title,
    note: session.note,
    mode: session.mode,
    state: session.state,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    place: session.place,
    interpretation: session.interpretation,
    seats: place.seats,
    findingIds: place.findingIds,
    reportsTo: place.reportsTo,
    roles: session.roles,
    assigned: staff
      ? invited.map((one) => ({ delegationId: one.delegationId, as: one.invitedAs satisfies InvitedAs }))
      : null,
    declines: staff
      ? here(known.declined).map((one) => ({
          delegationId: one.delegationId,
          note: one.note,
          at: one.at.toISOString(),
        }))
      : null,
    present: staff ? here(known.present).length : null,
    phase: staff ? (under?.phase ?? null) : null,
    pointsSoFar: staff ? (under?.points ?? 0) : null,
    calls: staff ? here(known.calls).map((one) => ({ id: one.id, note: one.note, at: one.at.toISOString() })) : null,
    own: isPlaced ? 'placed' : hasDeclined ? 'declined' : null,
    reportBack: report && (delegationId === null || isOver(report, session)) ? presentReport(report, 'plenary') : null,
    may: {
      enter: there && (staff || isPlaced || hasPart),
      decline: isPlaced && writes && place.kind === 'breakouts' && mayDecline(session),
      choose: session.state !== 'cancelled' && chooses(look, slot),
    },
  }
}

/** Its points came to the plenary, or it has ended without: until then a report is a matter of the group’s own room. */
const isOver = ({ state }: ReportRow, session: Told) =>
  state === 'reported' || (state === 'given_up' && session.state === 'closed')

/** Where a session stands in a retreat, for who is in it; null for a session of none. Refuses: not_found. */
export async function placeOf(tx: Tx, caller: Caller, sessionId: string): Promise<PlaceInRetreat | null> {
  await standingIn(tx, caller, sessionId)
  const [found] = await tx
    .select({ place: retreatSessions, slot: retreatSlots, retreat: retreats })
    .from(retreatSessions)
    .innerJoin(retreatSlots, eq(retreatSlots.id, retreatSessions.slotId))
    .innerJoin(retreats, eq(retreats.id, retreatSessions.retreatId))
    .where(eq(retreatSessions.sessionId, sessionId))
  if (!found || !concerns(caller, found.retreat)) return null
  const { place, slot, retreat } = found
  return {
    retreatId: retreat.id,
    reference: retreat.reference,
    title: retreat.title,
    slotId: slot.id,
    slotTitle: slot.title,
    kind: place.kind,
    number: place.number,
    findings: await findingsPut(tx, retreat.consultationId, place.findingIds),
    reportsTo: place.reportsTo,
  }
}
