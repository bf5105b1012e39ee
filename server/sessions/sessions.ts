import { type StreamName, streams } from '@consultation/shared/live.ts'
import { ATTRIBUTION_MODES } from '@consultation/shared/room-view.ts'
import { type Caller, isStaff, may } from '@consultation/shared/rules/access.ts'
import { mayInRoom, type RoomRole, type Standing } from '@consultation/shared/rules/rooms.ts'
import type { SessionBody, SessionSummary, SessionView } from '@consultation/shared/sessions.ts'
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import { namesOf } from '../people/people.ts'
import { delegations, officeRoles } from '../people/tables.ts'
import { questionsOf } from '../question-lists/loaded.ts'
import { questionLists } from '../question-lists/tables.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { presentHead } from './part.ts'
import { entered, type SessionRow, standingIn } from './room.ts'
import { attendances, sessionInvited, sessionItems, sessionRoles, sessions } from './tables.ts'

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

/** By date; a delegation sees those it is invited to. */
export async function sessionsOf(tx: Tx, caller: Caller, consultationId: string): Promise<SessionSummary[]> {
  if (caller.kind !== 'person') return []
  const office = caller.office.length > 0
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
  return rows.map(({ session, invited }) => presentSummary(session, office ? invited : null))
}

const mine = (caller: Caller) =>
  sql`exists (select from session_invited i where i.session_id = ${sessions.id}
    and i.delegation_id = ${caller.kind === 'person' ? (caller.acting?.delegationId ?? null) : null})`

/** Announced or open sessions the caller's delegation is invited to, by date. */
export async function comingSessions(tx: Tx, caller: Caller): Promise<SessionSummary[]> {
  if (caller.kind !== 'person' || !caller.acting) return []
  const rows = await tx
    .select()
    .from(sessions)
    .where(and(inArray(sessions.state, ['announced', 'open']), mine(caller)))
    .orderBy(asc(sessions.startsAt))
  return rows.map((row) => presentSummary(row, null))
}

/** Schedules a session as a draft; whoever does it is its chair. Refuses: not_found, invalid. */
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
  await work.tx.insert(sessionRoles).values({ sessionId, personId: work.caller.personId, role: 'chair' })
  await work.write(streams.sessionPodium(sessionId), 'session.added', sessionId, body)
  return sessionOf(work.tx, work.caller, sessionId)
}

/**
 * Changes what was settled. The mode only becomes stricter once something was contributed; an open or closed session keeps its
 * agenda, its mode and whom it invited. Refuses: not_found, changed_meanwhile, mode_only_stricter, session_begun, invalid.
 */
export async function change(
  work: Work,
  sessionId: string,
  revision: number,
  body: SessionBody,
): Promise<LoadedSession> {
  const { session: before } = await manageable(work, sessionId)
  await refuseStale(work, before, revision)
  if (before.state === 'closed' || before.state === 'cancelled') throw new Refused('session_begun')
  const asked = await questionsFor(work.tx, before.consultationId, body)
  refuseLooser(before, body)
  if (before.state === 'open' && !(await sameAgenda(work.tx, sessionId, body))) {
    throw new Refused('session_begun', { field: 'items' })
  }
  await work.tx
    .update(sessions)
    .set({ ...settled(body), revision: before.revision + 1 })
    .where(eq(sessions.id, sessionId))
  if (before.mode === 'attributed' && body.mode !== 'attributed') await sealNames(work, sessionId)
  await replaceItems(work, sessionId, body, asked)
  await work.tx.delete(sessionInvited).where(eq(sessionInvited.sessionId, sessionId))
  await invite(work, sessionId, body)
  await work.write(streams.sessionPodium(sessionId), 'session.changed', sessionId, body)
  await work.write(streams.sessionAll(sessionId), 'session.changed', sessionId, body)
  return sessionOf(work.tx, work.caller, sessionId)
}

/** From now on the session stands with whom it invites. Done once. Refuses: not_found, session_begun. */
export async function announce(work: Work, sessionId: string): Promise<LoadedSession> {
  const { session } = await manageable(work, sessionId)
  if (session.state !== 'draft') throw new Refused('session_begun')
  await work.tx
    .update(sessions)
    .set({ state: 'announced', announcedAt: work.now, revision: session.revision + 1 })
    .where(eq(sessions.id, sessionId))
  const loaded = await sessionOf(work.tx, work.caller, sessionId)
  for (const { delegationId } of loaded.invited.toSorted((a, b) => (a.delegationId < b.delegationId ? -1 : 1)))
    await work.write(streams.delegation(delegationId), 'session.announced', sessionId)
  await work.write(streams.sessionPodium(sessionId), 'session.announced', sessionId)
  await work.write(streams.sessionAll(sessionId), 'session.announced', sessionId)
  return loaded
}

/** Refuses: not_found, session_begun. */
export async function cancel(work: Work, sessionId: string, reason: string): Promise<LoadedSession> {
  const { session } = await manageable(work, sessionId)
  if (session.state !== 'draft' && session.state !== 'announced') throw new Refused('session_begun')
  await work.tx
    .update(sessions)
    .set({ state: 'cancelled', revision: session.revision + 1, calendarSequence: session.calendarSequence + 1 })
    .where(eq(sessions.id, sessionId))
  await work.write(streams.sessionPodium(sessionId), 'session.cancelled', sessionId, { reason })
  await work.write(streams.sessionAll(sessionId), 'session.cancelled', sessionId, { reason })
  return sessionOf(work.tx, work.caller, sessionId)
}

/**
 * Who chairs, moderates, reports and takes notes: people of the office. The chair changes hands only by the chair itself or an
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
  const office = await work.tx
    .selectDistinct({ personId: officeRoles.personId })
    .from(officeRoles)
    .where(inArray(officeRoles.personId, people))
  if (office.length !== people.length) throw new Refused('invalid', { field: 'roles' })
  await work.tx.delete(sessionRoles).where(eq(sessionRoles.sessionId, sessionId))
  await work.tx.insert(sessionRoles).values(wanted.map(({ personId, role }) => ({ sessionId, personId, role })))
  await work.tx
    .update(sessions)
    .set({ revision: session.revision + 1 })
    .where(eq(sessions.id, sessionId))
  // Whoever gained or lost a part is looked at again before anything else is told.
  for (const personId of [...new Set([...people, ...held.map((one) => one.personId)])].toSorted())
    await work.write(streams.person(personId), 'session.roles_assigned', sessionId)
  await work.write(
    streams.sessionPodium(sessionId),
    handsOver ? 'session.handed_over' : 'session.roles_assigned',
    sessionId,
    wanted,
  )
  return sessionOf(work.tx, work.caller, sessionId)
}

/** Says that the delegation is there. The first time counts. Refuses: not_found, forbidden, session_not_open. */
export async function attend(work: Work, sessionId: string): Promise<void> {
  const { session, standing } = await entered(work.tx, work.caller, sessionId, 'attend')
  if (session.state !== 'open' || standing.delegationId === null) throw new Refused('session_not_open')
  const { delegationId } = standing
  await work.tx.insert(attendances).values({ sessionId, delegationId, since: work.now }).onConflictDoNothing()
  const [there] = await work.tx
    .select({ id: attendances.id })
    .from(attendances)
    .where(and(eq(attendances.sessionId, sessionId), eq(attendances.delegationId, delegationId)))
  await work.write(streams.sessionPodium(sessionId), 'attendance.began', there?.id ?? sessionId)
}

type Running = (work: Work, session: SessionRow) => Promise<void>

/** What each domain ends when a session closes; put together in app.ts. */
export type Closings = readonly Running[]

/** Opens the room or closes it, from the state it was seen in. Refuses: not_found, forbidden, moved_meanwhile, session_begun. */
export async function move(
  work: Work,
  sessionId: string,
  from: SessionRow['state'],
  to: 'open' | 'closed',
  closings: Closings,
): Promise<void> {
  const { session } = await entered(work.tx, work.caller, sessionId, to === 'open' ? 'session.open' : 'session.close')
  const follows = to === 'open' ? session.state === 'announced' : session.state === 'open'
  if (session.state !== from) throw new Refused('moved_meanwhile')
  if (!follows) throw new Refused('session_begun')
  const [moved] = await work.tx
    .update(sessions)
    .set({ state: to, ...(to === 'open' ? { openedAt: work.now } : { closedAt: work.now }) })
    .where(and(eq(sessions.id, sessionId), eq(sessions.state, from)))
    .returning()
  if (!moved) throw new Refused('moved_meanwhile')
  if (to === 'closed') for (const close of closings) await close(work, moved)
  const kind = to === 'open' ? 'session.opened' : 'session.closed'
  await work.write(streams.sessionPodium(sessionId), kind, sessionId)
  await work.write(streams.sessionAll(sessionId), kind, sessionId)
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

/** Refuses: not_found, forbidden. */
export async function direct(
  work: Work,
  sessionId: string,
  screen: { show: SessionRow['screenShow']; message: string },
): Promise<void> {
  await entered(work.tx, work.caller, sessionId, 'screen.direct')
  await work.tx
    .update(sessions)
    .set({ screenShow: screen.show, screenMessage: screen.message })
    .where(eq(sessions.id, sessionId))
  await work.write(streams.sessionAll(sessionId), 'session.screen_directed', sessionId, screen)
}

/** Refuses: not_found, forbidden. */
export async function keepRecord(work: Work, sessionId: string, kept: boolean): Promise<void> {
  await entered(work.tx, work.caller, sessionId, 'record.keep')
  await work.tx.update(sessions).set({ recordKept: kept }).where(eq(sessions.id, sessionId))
  await work.write(streams.sessionAll(sessionId), 'session.record_keeping', sessionId, { kept })
}

/** Whether this caller may be told of what happens in a session's stream. */
export async function mayFollowSession(tx: Tx, caller: Caller, stream: StreamName): Promise<boolean> {
  const [, sessionId = '', audience, delegationId] = stream.split(':')
  try {
    const { standing } = await standingIn(tx, caller, sessionId)
    if (audience === 'all') return mayInRoom(standing, 'follow')
    if (audience === 'podium') return mayInRoom(standing, 'podium.follow')
    return standing.invitedAs !== null && standing.delegationId === delegationId
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

// ── parts ─────────────────────────────────────────────────────────────────────────────────────
async function manageable(work: Work, sessionId: string) {
  await work.tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, sessionId)).for('update')
  return standingIn(work.tx, work.caller, sessionId)
}

async function refuseStale(work: Work, session: SessionRow, revision: number): Promise<void> {
  if (session.revision === revision) return
  throw new Refused('changed_meanwhile', {
    current: presentSession(await sessionOf(work.tx, work.caller, session.id), work.caller),
  })
}

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
  budget: item.points.budget,
  cap: item.points.cap,
})

async function invite(work: Work, sessionId: string, { invited }: SessionBody): Promise<void> {
  if (invited.length === 0) return
  await work.tx
    .insert(sessionInvited)
    .values(invited.map(({ delegationId, as }) => ({ sessionId, delegationId, invitedAs: as })))
}

/** Items keep their ids; one taken off the agenda before the session opens goes. */
async function replaceItems(
  work: Work,
  sessionId: string,
  { items }: SessionBody,
  asked: ReadonlyMap<string, AskedQuestion>,
): Promise<void> {
  const before = await work.tx
    .select({ id: sessionItems.id })
    .from(sessionItems)
    .where(eq(sessionItems.sessionId, sessionId))
  const known = new Set(before.map(({ id }) => id))
  const kept = new Set(items.flatMap(({ id }) => (id ? [id] : [])))
  for (const id of kept) if (!known.has(id)) throw new Refused('invalid', { field: 'items' })
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  if (gone.length > 0) await work.tx.delete(sessionItems).where(inArray(sessionItems.id, gone))
  for (const [at, item] of items.entries()) {
    if (item.id)
      await work.tx
        .update(sessionItems)
        .set(itemRow(item, at, asked))
        .where(eq(sessionItems.id, item.id))
    else await work.tx.insert(sessionItems).values({ sessionId, ...itemRow(item, at, asked) })
  }
}

async function sameAgenda(tx: Tx, sessionId: string, { items }: SessionBody): Promise<boolean> {
  const before = await tx
    .select({ id: sessionItems.id })
    .from(sessionItems)
    .where(eq(sessionItems.sessionId, sessionId))
    .orderBy(asc(sessionItems.number))
  return before.map(({ id }) => id).join() === items.map(({ id }) => id ?? '').join()
}

/** Names that the room could read until now are sealed. */
async function sealNames(work: Work, sessionId: string): Promise<void> {
  for (const table of ['idea_sources', 'statement_sources', 'remark_sources'] as const)
    await work.client.query(`update ${table} set named = false where session_id = $1 and named`, [sessionId])
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
    hasContributions: session.hasContributions,
    may: {
      edit: manages && !begun,
      announce: manages && session.state === 'draft',
      cancel: manages && (session.state === 'draft' || session.state === 'announced'),
      handOver: mayInRoom(standing, 'session.hand_over'),
      enter: session.state !== 'draft' && session.state !== 'cancelled' && mayInRoom(standing, 'follow'),
    },
  }
}
