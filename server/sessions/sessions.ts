import type { HomeView } from '@consultation/shared/home.ts'
import { streams } from '@consultation/shared/live.ts'
import { ATTRIBUTION_MODES } from '@consultation/shared/room-view.ts'
import { type Caller, isIrt, isStaff, may } from '@consultation/shared/rules/access.ts'
import { type InvitedAs, mayHold, mayInRoom, type RoomRole, type Standing } from '@consultation/shared/rules/rooms.ts'
import type { SessionBody, SessionSummary, SessionView } from '@consultation/shared/sessions.ts'
import { canonical } from '@consultation/shared/text.ts'
import { and, asc, eq, gt, inArray, ne, or, sql } from 'drizzle-orm'
import { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import { heldAt, namesOf } from '../people/people.ts'
import { delegations, memberships, officeRoles } from '../people/tables.ts'
import { questionsOf } from '../question-lists/loaded.ts'
import { questionLists } from '../question-lists/tables.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { type SessionLetter, tellInvited } from './letters.ts'
import { presentHead } from './part.ts'
import { holdItems, type SessionRow, standingIn } from './room.ts'
import { sealNames } from './sealing.ts'
import { sessionInvited, sessionItems, sessionRoles, sessions } from './tables.ts'

export type LoadedSession = {
  session: SessionRow
  standing: Standing
  items: (typeof sessionItems.$inferSelect)[]
  invited: (typeof sessionInvited.$inferSelect)[]
  roles: { personId: string; name: string; role: RoomRole }[]
}

/** A session as settled beforehand: any for staff, an announced one for who is invited. Refuses: not_found. */
export async function sessionOf(tx: Tx, caller: Caller, sessionId: string): Promise<LoadedSession> {
  const { session, standing } = await standingIn(tx, caller, sessionId)
  const [items, invited, roles] = await Promise.all([
    tx.select().from(sessionItems).where(eq(sessionItems.sessionId, sessionId)).orderBy(asc(sessionItems.number)),
    tx.select().from(sessionInvited).where(eq(sessionInvited.sessionId, sessionId)),
    tx.select().from(sessionRoles).where(eq(sessionRoles.sessionId, sessionId)),
  ])
  const names = await namesOf(
    tx,
    roles.map(({ personId }) => personId),
  )
  return {
    session,
    standing,
    items,
    invited,
    roles: roles.map(({ personId, role }) => ({ personId, role, name: names.get(personId) ?? '' })),
  }
}

/** By date; a delegation sees those it is invited to. Refuses: not_found. */
export async function sessionsOf(tx: Tx, caller: Caller, consultationId: string): Promise<SessionSummary[]> {
  if (caller.kind !== 'person') return []
  const office = caller.office.length > 0
  const [consultation] = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
  if (!consultation) throw new Refused('not_found')
  const rows = await tx
    .select({
      session: sessions,
      invited: sql<number>`(select count(*)::int from session_invited i where i.session_id = ${sessions.id})`,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.consultationId, consultationId),
        office ? undefined : and(ne(sessions.state, 'draft'), mine(caller)),
      ),
    )
    .orderBy(asc(sessions.startsAt))
  return rows.map(({ session, invited }) => presentSummary(session, office && !isIrt(caller) ? invited : null))
}

const mine = (caller: Caller) =>
  sql`exists (select from session_invited i where i.session_id = ${sessions.id}
    and i.delegation_id = ${caller.kind === 'person' ? (caller.acting?.delegationId ?? null) : null})`

/** It may open late: for so long after its end one that was announced still stands before the delegation. */
const LATE_MS = 43_200_000

/** The sessions before a delegation, by date. */
export async function comingSessions(tx: Tx, delegationId: string, now: Date): Promise<HomeView['sessions']> {
  const rows = await tx
    .select({ session: sessions, consultationTitle: consultations.title })
    .from(sessions)
    .innerJoin(sessionInvited, eq(sessionInvited.sessionId, sessions.id))
    .innerJoin(consultations, eq(consultations.id, sessions.consultationId))
    .where(
      and(
        eq(sessionInvited.delegationId, delegationId),
        or(
          eq(sessions.state, 'open'),
          and(eq(sessions.state, 'announced'), gt(sessions.endsAt, new Date(now.getTime() - LATE_MS))),
        ),
      ),
    )
    .orderBy(asc(sessions.startsAt))
  return rows.map(({ session, consultationTitle }) => ({ ...presentSummary(session, null), consultationTitle }))
}

/** Schedules a session as a draft; of the staff, whoever does it is its chair. Refuses: not_found, invalid. */
export async function add(work: Work, consultationId: string, body: SessionBody): Promise<LoadedSession> {
  const [consultation] = await work.tx
    .select({ id: consultations.id, reference: consultations.reference })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
    .for('update')
  if (!consultation || work.caller.kind !== 'person') throw new Refused('not_found')
  const asked = await questionsFor(work.tx, consultationId, body)
  const [{ number } = { number: 1 }] = await work.tx
    .select({ number: sql<number>`coalesce(max(${sessions.number}), 0) + 1` })
    .from(sessions)
    .where(eq(sessions.consultationId, consultationId))
  const [session] = await work.tx
    .insert(sessions)
    .values({ consultationId, number, reference: `${consultation.reference}/S${number}`, ...settled(body) })
    .returning()
  const sessionId = session!.id
  await work.tx.insert(sessionItems).values(body.items.map((item, at) => ({ sessionId, ...itemRow(item, at, asked) })))
  await invite(work, sessionId, body)
  // An administrator reads no contributions: whoever is to chair is named.
  if (isStaff(work.caller))
    await work.tx.insert(sessionRoles).values({ sessionId, personId: work.caller.personId, role: 'chair' })
  await work.write(streams.sessionPodium(sessionId), 'session.added', sessionId, body)
  return sessionOf(work.tx, work.caller, sessionId)
}

/**
 * Changes what was settled. The mode only becomes stricter once something was contributed; from its opening on, a session keeps
 * all but what helps people find it and who else is asked to come. Who is invited is told of what their calendar shows.
 * Refuses: not_found, changed_meanwhile, mode_only_stricter, session_begun, invalid.
 */
export async function change(
  work: Work,
  sessionId: string,
  revision: number,
  body: SessionBody,
): Promise<LoadedSession> {
  const itemIds = await holdItems(work, sessionId)
  const before = await manageable(work, sessionId)
  const { session } = before
  await refuseStale(work, session, revision)
  if (session.state === 'closed' || session.state === 'cancelled') throw new Refused('session_begun')
  const asked = await questionsFor(work.tx, session.consultationId, body)
  refuseLooser(session, body)
  if (session.state !== 'draft' && session.rehearsal !== body.rehearsal)
    throw new Refused('session_begun', { field: 'rehearsal' })
  if (session.state === 'open') refuseUnsafe(before, body)
  if (session.hasContributions && itemIds.some((id) => !body.items.some((item) => item.id === id)))
    throw new Refused('session_begun', { field: 'items' })

  const told = session.state !== 'draft'
  const moved = told && calendarSays(session) !== calendarSays(settled(body))
  const guests = await replaceInvited(work, before.invited, sessionId, body)
  // Whoever is no longer invited is told so too, and who is again must not be taken for who was before.
  const written = moved || (told && guests.come.length + guests.gone.length > 0)
  const [after] = await work.tx
    .update(sessions)
    .set({
      ...settled(body),
      revision: session.revision + 1,
      calendarSequence: session.calendarSequence + (written ? 1 : 0),
    })
    .where(eq(sessions.id, sessionId))
    .returning()
  if (session.state !== 'open') await replaceItems(work, sessionId, itemIds, body, asked)
  if (told) {
    await tellInvited(work, after!, 'session_uninvited', guests.gone)
    await tellInvited(work, after!, 'session_announced', guests.come)
    if (moved) await tellInvited(work, after!, 'session_changed', guests.stay)
    const concerned = [...guests.gone, ...guests.come, ...guests.stay].toSorted()
    for (const delegationId of concerned)
      await work.write(streams.delegation(delegationId), 'session.changed', sessionId)
    await lookAgain(work, sessionId, guests.gone)
  }
  await work.write(streams.sessionPodium(sessionId), 'session.changed', sessionId, body)
  await work.write(streams.sessionAll(sessionId), 'session.changed', sessionId, body)
  if (session.state === 'announced' || session.mode !== body.mode) await tellItems(work, sessionId, itemIds)
  if (session.mode === 'attributed' && body.mode !== 'attributed') await sealNames(work, sessionId, itemIds)
  return sessionOf(work.tx, work.caller, sessionId)
}

/** From now on the session stands with whom it invites. Done once. Refuses: not_found, no_addressees, changed_meanwhile. */
export async function announce(
  work: Work,
  sessionId: string,
  letter: SessionLetter = 'session_announced',
): Promise<LoadedSession> {
  const { session, invited } = await manageable(work, sessionId)
  if (session.state !== 'draft') await refuseAsChanged(work, sessionId)
  if (invited.length === 0) throw new Refused('no_addressees', { field: 'invited' })
  const [announced] = await work.tx
    .update(sessions)
    .set({ state: 'announced', announcedAt: work.now, revision: session.revision + 1 })
    .where(eq(sessions.id, sessionId))
    .returning()
  await tellInvited(work, announced!, letter, idsOf(invited))
  await tellAll(work, sessionId, 'session.announced', idsOf(invited))
  return sessionOf(work.tx, work.caller, sessionId)
}

/** Refuses: not_found, session_begun. */
export async function cancel(work: Work, sessionId: string, reason: string): Promise<LoadedSession> {
  const { session, invited } = await manageable(work, sessionId)
  if (session.state !== 'draft' && session.state !== 'announced') throw new Refused('session_begun')
  const [cancelled] = await work.tx
    .update(sessions)
    .set({ state: 'cancelled', revision: session.revision + 1, calendarSequence: session.calendarSequence + 1 })
    .where(eq(sessions.id, sessionId))
    .returning()
  const told = session.state === 'announced' ? idsOf(invited) : []
  await tellInvited(work, cancelled!, 'session_cancelled', told, reason)
  await tellAll(work, sessionId, 'session.cancelled', told, { reason })
  return sessionOf(work.tx, work.caller, sessionId)
}

/**
 * Who chairs, moderates, reports and takes notes: people of the staff or the Review Team. The chair changes hands only by the chair itself or an
 * administrator. Refuses: not_found, forbidden, changed_meanwhile, invalid.
 */
export async function assign(
  work: Work,
  sessionId: string,
  revision: number,
  wanted: readonly { personId: string; role: RoomRole }[],
): Promise<LoadedSession> {
  const { session, standing } = await manageable(work, sessionId)
  await refuseStale(work, session, revision)
  const held = await work.tx.select().from(sessionRoles).where(eq(sessionRoles.sessionId, sessionId))
  const chairs = (roles: readonly { personId: string; role: RoomRole }[]) =>
    roles.flatMap(({ personId, role }) => (role === 'chair' ? [personId] : [])).toSorted()
  if (chairs(wanted).length !== 1) throw new Refused('invalid', { field: 'roles' })
  const handsOver = chairs(held).join() !== chairs(wanted).join()
  if (handsOver && !mayInRoom(standing, 'session.hand_over')) throw new Refused('forbidden')
  const people = [...new Set(wanted.map(({ personId }) => personId))]
  const offices = Map.groupBy(
    await work.tx.select().from(officeRoles).where(inArray(officeRoles.personId, people)),
    ({ personId }) => personId,
  )
  const fits = wanted.every(({ personId, role }) => {
    const office = (offices.get(personId) ?? []).map((one) => one.role)
    return mayHold({ kind: 'person', personId, signInId: '', office, acting: null }, role, session.mode)
  })
  if (!fits) throw new Refused('invalid', { field: 'roles' })
  await work.tx.delete(sessionRoles).where(eq(sessionRoles.sessionId, sessionId))
  await work.tx
    .insert(sessionRoles)
    .values(wanted.map(({ personId, role }) => ({ sessionId, personId, role })))
    .onConflictDoNothing()
  await work.tx
    .update(sessions)
    .set({ revision: session.revision + 1 })
    .where(eq(sessions.id, sessionId))
  // Whoever gained or lost a part is looked at again before anything else is told.
  for (const personId of [...new Set([...people, ...held.map((one) => one.personId)])].toSorted())
    await work.write(streams.person(personId), 'session.roles_assigned', sessionId)
  await work.write(streams.sessionPodium(sessionId), 'session.roles_assigned', sessionId, wanted)
  return sessionOf(work.tx, work.caller, sessionId)
}

// ── for who plans many sessions together ──────────────────────────────────────────────────────

/**
 * Who comes and who goes, also while the session is open: what the one who goes wrote there stays. Once it is announced, both
 * are told. Refuses: not_found, session_begun (it is over).
 */
export async function regroup(
  work: Work,
  sessionId: string,
  { come, gone }: { come: readonly { delegationId: string; as: InvitedAs }[]; gone: readonly string[] },
  letter: SessionLetter = 'session_announced',
): Promise<SessionRow> {
  const { session } = await manageable(work, sessionId)
  if (session.state === 'closed' || session.state === 'cancelled') throw new Refused('session_begun')
  if (gone.length > 0)
    await work.tx
      .delete(sessionInvited)
      .where(and(eq(sessionInvited.sessionId, sessionId), inArray(sessionInvited.delegationId, [...gone])))
  if (come.length > 0)
    await work.tx
      .insert(sessionInvited)
      .values(come.map(({ delegationId, as }) => ({ sessionId, delegationId, invitedAs: as })))
      .onConflictDoNothing()
  const told = session.state !== 'draft'
  const [after] = await work.tx
    .update(sessions)
    .set({ revision: session.revision + 1, calendarSequence: session.calendarSequence + (told ? 1 : 0) })
    .where(eq(sessions.id, sessionId))
    .returning()
  if (!told) return after!
  await tellInvited(work, after!, 'session_uninvited', gone)
  await tellInvited(work, after!, letter, idsOf(come))
  for (const delegationId of [...gone, ...idsOf(come)].toSorted())
    await work.write(streams.delegation(delegationId), 'session.changed', sessionId)
  await lookAgain(work, sessionId, gone)
  return after!
}

/**
 * Other hours: before it begins everybody's calendar is told, in an open session the clock on the page. Refuses: not_found,
 * session_begun (it is over).
 */
export async function reschedule(work: Work, sessionId: string, startsAt: Date, endsAt: Date): Promise<void> {
  const { session, invited } = await manageable(work, sessionId)
  if (session.state === 'closed' || session.state === 'cancelled') throw new Refused('session_begun')
  const told = session.state !== 'draft'
  const [after] = await work.tx
    .update(sessions)
    .set({
      startsAt,
      endsAt,
      revision: session.revision + 1,
      calendarSequence: session.calendarSequence + (told ? 1 : 0),
    })
    .where(eq(sessions.id, sessionId))
    .returning()
  if (session.state === 'announced') {
    await tellInvited(work, after!, 'session_changed', idsOf(invited))
    for (const delegationId of idsOf(invited))
      await work.write(streams.delegation(delegationId), 'session.changed', sessionId)
  }
  await work.write(streams.sessionPodium(sessionId), 'session.changed', sessionId, { startsAt, endsAt })
  await work.write(streams.sessionAll(sessionId), 'session.changed', sessionId, { startsAt, endsAt })
}

// ── parts ─────────────────────────────────────────────────────────────────────────────────────
/** One change of a session at a time. Refuses: not_found. */
async function manageable(work: Work, sessionId: string): Promise<LoadedSession> {
  await work.tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, sessionId)).for('update')
  return sessionOf(work.tx, work.caller, sessionId)
}

const idsOf = (invited: readonly { delegationId: string }[]) =>
  invited.map(({ delegationId }) => delegationId).toSorted()

async function tellAll(
  work: Work,
  sessionId: string,
  kind: 'session.announced' | 'session.cancelled',
  delegationIds: readonly string[],
  content: object = {},
): Promise<void> {
  for (const delegationId of delegationIds) await work.write(streams.delegation(delegationId), kind, sessionId)
  await work.write(streams.sessionPodium(sessionId), kind, sessionId, content)
  await work.write(streams.sessionAll(sessionId), kind, sessionId, content)
}

/** Whoever follows the room for a delegation that is no longer invited is looked at again before anything else is told. */
export async function lookAgain(
  work: Work,
  subject: string,
  gone: readonly string[],
  kind: 'session.changed' | 'retreat.changed' = 'session.changed',
): Promise<void> {
  if (gone.length === 0) return
  const members = await work.tx
    .selectDistinct({ personId: memberships.personId })
    .from(memberships)
    .where(and(inArray(memberships.delegationId, [...gone]), heldAt(work.now)))
  for (const { personId } of members.toSorted((a, b) => (a.personId < b.personId ? -1 : 1)))
    await work.write(streams.person(personId), kind, subject)
}

/** The agenda as it is now, with what is no longer on it. */
async function tellItems(work: Work, sessionId: string, before: readonly string[]): Promise<void> {
  const rows = await work.tx
    .select({ id: sessionItems.id })
    .from(sessionItems)
    .where(eq(sessionItems.sessionId, sessionId))
  for (const id of new Set([...before, ...rows.map((row) => row.id)]))
    await work.write(streams.sessionAll(sessionId), 'item.changed', id)
}

/** What a calendar shows of a session. */
const calendarSays = ({ title, startsAt, endsAt, zone, place, link }: ReturnType<typeof settled>) =>
  canonical({ title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), zone, place, link })

async function refuseStale(work: Work, session: SessionRow, revision: number): Promise<void> {
  if (session.revision !== revision) await refuseAsChanged(work, session.id)
}

async function refuseAsChanged(work: Work, sessionId: string): Promise<never> {
  const current = await sessionOf(work.tx, work.caller, sessionId)
  throw new Refused('changed_meanwhile', { current: presentSession(current, work.caller) })
}

/** What may not change in an open session: anything that people have begun to act upon. */
function refuseUnsafe(before: LoadedSession, body: SessionBody): void {
  const was = bodyOf(before)
  for (const field of [
    'title',
    'preset',
    'startsAt',
    'endsAt',
    'zone',
    'items',
    'observersAfter',
    'rehearsal',
  ] as const)
    if (canonical(was[field]) !== canonical(sameForm(body)[field])) throw new Refused('session_begun', { field })
  const asked = new Map(body.invited.map(({ delegationId, as }) => [delegationId, as]))
  if (before.invited.some(({ delegationId, invitedAs }) => asked.get(delegationId) !== invitedAs))
    throw new Refused('session_begun', { field: 'invited' })
}

/** Times in one form, items without what only says that they are new. */
const sameForm = (body: SessionBody) => ({
  ...body,
  startsAt: new Date(body.startsAt).toISOString(),
  endsAt: new Date(body.endsAt).toISOString(),
  items: body.items.map(({ id = '', title, note, questionIds }) => ({ id, title, note, questionIds })),
})

const bodyOf = ({ session, items }: LoadedSession) => ({
  ...session,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  // Not limits and points: those the podium sets in the room.
  items: items.map(({ id, title, note, questions }) => ({
    id,
    title,
    note,
    questionIds: questions.map(({ questionId }) => questionId),
  })),
})

function refuseLooser(before: SessionRow, { mode }: SessionBody): void {
  if (!before.hasContributions || mode === before.mode) return
  const stricter = ATTRIBUTION_MODES.indexOf(mode) > ATTRIBUTION_MODES.indexOf(before.mode)
  // Who wrote what is stored by now: what is asked for would promise what is no longer true.
  if (!stricter || mode === 'anonymous') throw new Refused('mode_only_stricter', { field: 'mode' })
}

type AskedQuestion = (typeof sessionItems.$inferSelect)['questions'][number]

/** The questions that items name, as circulated lists of the consultation word them. Refuses: invalid. */
async function questionsFor(tx: Tx, consultationId: string, body: SessionBody): Promise<Map<string, AskedQuestion>> {
  if (Date.parse(body.endsAt) <= Date.parse(body.startsAt)) throw new Refused('invalid', { field: 'endsAt' })
  await refuseUnknownDelegations(tx, body)
  const asked = new Set(body.items.flatMap(({ questionIds }) => questionIds))
  if (asked.size === 0) return new Map()
  const lists = await tx
    .select({ id: questionLists.id, sections: questionLists.sections })
    .from(questionLists)
    .where(and(eq(questionLists.consultationId, consultationId), ne(questionLists.state, 'draft')))
  const known = new Map(
    lists.flatMap((list) =>
      questionsOf(list)
        .filter(({ id }) => asked.has(id))
        .map(({ id, number, text }) => [id, { listId: list.id, questionId: id, number, text }] as const),
    ),
  )
  if (known.size !== asked.size) throw new Refused('invalid', { field: 'items' })
  return known
}

async function refuseUnknownDelegations(tx: Tx, { invited }: SessionBody): Promise<void> {
  const ids = invited.map(({ delegationId }) => delegationId)
  if (new Set(ids).size !== ids.length) throw new Refused('invalid', { field: 'invited' })
  if (ids.length === 0) return
  const there = await tx.select({ id: delegations.id }).from(delegations).where(inArray(delegations.id, ids))
  if (there.length !== ids.length) throw new Refused('invalid', { field: 'invited' })
}

const settled = (body: SessionBody) => ({
  title: body.title,
  note: body.note,
  preset: body.preset,
  mode: body.mode,
  startsAt: new Date(body.startsAt),
  endsAt: new Date(body.endsAt),
  zone: body.zone,
  place: body.place,
  link: body.link,
  interpretation: body.interpretation,
  observersAfter: body.observersAfter,
  prescreen: body.prescreen,
  ideasOfOne: body.ideasOfOne,
  rehearsal: body.rehearsal,
})

const itemRow = (item: SessionBody['items'][number], at: number, asked: ReadonlyMap<string, AskedQuestion>) => ({
  number: at + 1,
  title: item.title,
  note: item.note,
  questions: item.questionIds.flatMap((id) => asked.get(id) ?? []),
  secondsState: item.seconds.state,
  secondsGroup: item.seconds.group,
  clockLimitMs: item.seconds.state * 1_000,
  budget: item.points.budget,
  cap: item.points.cap,
})

async function invite(work: Work, sessionId: string, { invited }: SessionBody): Promise<void> {
  if (invited.length === 0) return
  await work.tx
    .insert(sessionInvited)
    .values(invited.map(({ delegationId, as }) => ({ sessionId, delegationId, invitedAs: as })))
}

/** Who comes anew, who no longer, who stays. */
async function replaceInvited(
  work: Work,
  before: LoadedSession['invited'],
  sessionId: string,
  body: SessionBody,
): Promise<{ come: string[]; gone: string[]; stay: string[] }> {
  const was = idsOf(before)
  const is = idsOf(body.invited)
  await work.tx.delete(sessionInvited).where(eq(sessionInvited.sessionId, sessionId))
  await invite(work, sessionId, body)
  return {
    come: is.filter((id) => !was.includes(id)),
    gone: was.filter((id) => !is.includes(id)),
    stay: is.filter((id) => was.includes(id)),
  }
}

/** Items keep their ids; one taken off the agenda before the session opens goes. Refuses: invalid. */
async function replaceItems(
  work: Work,
  sessionId: string,
  known: readonly string[],
  { items }: SessionBody,
  asked: ReadonlyMap<string, AskedQuestion>,
): Promise<void> {
  const kept = items.flatMap(({ id }) => id ?? [])
  const wrong = items.findIndex(
    ({ id }) => id !== undefined && (!known.includes(id) || kept.indexOf(id) !== kept.lastIndexOf(id)),
  )
  if (wrong >= 0) throw new Refused('invalid', { field: `items.${wrong}.id` })
  const gone = known.filter((id) => !kept.includes(id))
  if (gone.length > 0) await work.tx.delete(sessionItems).where(inArray(sessionItems.id, gone))
  for (const [at, item] of items.entries()) {
    const row = itemRow(item, at, asked)
    if (item.id) {
      await work.tx
        .update(sessionItems)
        .set({ ...row, revision: sql`${sessionItems.revision} + 1` })
        .where(eq(sessionItems.id, item.id))
    } else await work.tx.insert(sessionItems).values({ sessionId, ...row })
  }
}

// ── the door out ──────────────────────────────────────────────────────────────────────────────
const presentSummary = (session: SessionRow, invited: number | null): SessionSummary => ({
  id: session.id,
  consultationId: session.consultationId,
  number: session.number,
  reference: session.reference,
  title: session.title,
  mode: session.mode,
  state: session.state,
  startsAt: session.startsAt.toISOString(),
  endsAt: session.endsAt.toISOString(),
  zone: session.zone,
  place: session.place,
  link: session.link,
  rehearsal: session.rehearsal,
  invited,
})

export function presentSession(loaded: LoadedSession, viewer: Caller): SessionView {
  const { session, standing } = loaded
  const manages = may(viewer, 'session.manage')
  const begun = session.state === 'closed' || session.state === 'cancelled'
  return {
    ...presentHead(session),
    number: session.number,
    preset: session.preset,
    interpretation: session.interpretation,
    items: loaded.items.map((item) => ({
      id: item.id,
      title: item.title,
      note: item.note,
      questionIds: item.questions.map(({ questionId }) => questionId),
      seconds: { state: item.secondsState, group: item.secondsGroup },
      points: { budget: item.budget, cap: item.cap },
    })),
    invited: loaded.invited
      .filter(({ delegationId }) => manages || isStaff(viewer) || delegationId === standing.delegationId)
      .map(({ delegationId, invitedAs }) => ({ delegationId, as: invitedAs })),
    roles: manages ? loaded.roles : [],
    prescreen: session.prescreen,
    ideasOfOne: session.ideasOfOne,
    revision: session.revision,
    announcedAt: session.announcedAt?.toISOString() ?? null,
    // To whom does not settle the mode it would tell of a first silent idea.
    hasContributions: manages && session.hasContributions,
    may: {
      edit: manages && !begun,
      announce: manages && session.state === 'draft',
      cancel: manages && (session.state === 'draft' || session.state === 'announced'),
      handOver: mayInRoom(standing, 'session.hand_over'),
      enter: session.state !== 'draft' && session.state !== 'cancelled' && mayInRoom(standing, 'follow'),
    },
  }
}
