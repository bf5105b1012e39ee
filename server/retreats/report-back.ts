import { streams } from '@consultation/shared/live.ts'
import type { ReportBackView, SignatureView } from '@consultation/shared/room-view.ts'
import { THRESHOLD } from '@consultation/shared/rules/numbers.ts'
import { mayBecomeReport, POINTS_OF_A_GROUP, type ReportBackState } from '@consultation/shared/rules/retreats.ts'
import type { RoomCommand } from '@consultation/shared/rules/rooms.ts'
import { asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { inTurn } from '../database/database.ts'
import { inscribeReport } from '../floor/speakers.ts'
import { digestOf } from '../journal/journal.ts'
import { withSources } from '../records/notes.ts'
import { notes } from '../records/tables.ts'
import { Refused } from '../refused.ts'
import { entered, type SessionRow } from '../sessions/room.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import { presentReport, presentSignature, type ReportRow, reportsIn } from './part.ts'
import { type Outcome, type Points, reportBacks, retreats, signatures } from './tables.ts'

/**
 * The points as they stand are put to the group. Refuses: not_found, forbidden, session_not_open, not_in_anonymous, no_points,
 * points_unlinked, too_many_points, points_reported, moved_meanwhile, retreat_closed.
 */
export async function putPoints(work: Work, sessionId: string): Promise<ReportBackView> {
  const { session, report } = await reportAt(work, sessionId, 'report.put')
  refuseWrongStep(report, 'put')
  if (session.mode === 'anonymous') throw new Refused('not_in_anonymous')
  const points = await pointsOf(work.tx, sessionId)
  if (points.length === 0) throw new Refused('no_points')
  if (points.length > POINTS_OF_A_GROUP) throw new Refused('too_many_points')
  const unlinked = points.findIndex(({ sources }) => sources.length === 0)
  if (unlinked >= 0) throw new Refused('points_unlinked', { field: `points.${unlinked}` })
  await become(work, sessionId, 'put', { digest: digestOf(points), points, putAt: work.now, reason: '' })
  await takeBack(work, sessionId)
  await told(work, report, 'report_back.put', { points })
  return present(work, sessionId)
}

/**
 * A delegation signs the points it read, or dissents in its own words; what it said last counts until the signing ends. Refuses:
 * not_found, forbidden, session_not_open, points_not_put, points_changed (with the points as they are), not_in_anonymous.
 */
export async function sign(
  work: Work,
  sessionId: string,
  said: { digest: string; dissents: boolean; note: string },
): Promise<SignatureView> {
  const { session, standing, report } = await reportAt(work, sessionId, 'report.sign')
  const { delegationId } = standing
  if (delegationId === null || work.caller.kind !== 'person') throw new Refused('forbidden')
  if (session.mode === 'anonymous') throw new Refused('not_in_anonymous')
  if (report.state !== 'put') throw new Refused('points_not_put')
  refuseOutdated(report, said.digest)
  const row = { ...said, by: work.caller.personId, at: work.now }
  const [signature] = await work.tx
    .insert(signatures)
    .values({ sessionId, delegationId, ...row })
    .onConflictDoUpdate({ target: [signatures.sessionId, signatures.delegationId], set: row })
    .returning()
  await work.write(streams.sessionAll(sessionId), 'signature.given', delegationId, { delegationId, ...said })
  await work.write(streams.retreatStaff(report.retreatId), 'report_back.changed', sessionId)
  return presentSignature(signature!)
}

/** Refuses: not_found, forbidden, session_not_open, points_not_put, points_changed, points_not_signed (nobody has), retreat_closed. */
export async function closeSignatures(work: Work, sessionId: string, digest: string): Promise<ReportBackView> {
  const { session, report } = await reportAt(work, sessionId, 'report.put')
  if (report.state !== 'put') throw new Refused('points_not_put')
  refuseOutdated(report, digest)
  const given = await work.tx.select().from(signatures).where(eq(signatures.sessionId, sessionId))
  if (!given.some(({ dissents }) => !dissents)) throw new Refused('points_not_signed')
  await become(work, sessionId, 'signed', { signedAt: work.now, outcome: outcomeOf(session, given) })
  await told(work, report, 'report_back.signed', { digest })
  return present(work, sessionId)
}

/** What leaves the room: no name where the session names none, no figure so small that it would be one. */
function outcomeOf(session: SessionRow, given: readonly (typeof signatures.$inferSelect)[]): Outcome {
  const named = session.mode === 'attributed'
  const signed = given.filter(({ dissents }) => !dissents).length
  const key = (one: (typeof given)[number]) => (named ? one.delegationId : one.note)
  return {
    signed: named || signed >= THRESHOLD ? signed : null,
    dissents: given
      .filter(({ dissents }) => dissents)
      .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
      .map(({ delegationId, note }) => ({ delegationId: named ? delegationId : null, note })),
  }
}

/** RT3 Refuses: not_found, forbidden, session_not_open, moved_meanwhile, points_reported, retreat_closed. */
export async function giveUp(work: Work, sessionId: string, reason: string): Promise<ReportBackView> {
  const { report } = await reportAt(work, sessionId, 'report.put')
  refuseWrongStep(report, 'given_up')
  await become(work, sessionId, 'given_up', { ...WITHOUT_POINTS, reason })
  await takeBack(work, sessionId)
  await told(work, report, 'report_back.given_up', { reason })
  return present(work, sessionId)
}

/**
 * A place on the plenary's list, and the points at hand in its room. Refuses: not_found, forbidden, session_not_open (either),
 * points_not_signed, points_reported, retreat_closed, invalid (no plenary, or another's item).
 */
export async function bringToPlenary(work: Work, sessionId: string, asked: string | null): Promise<ReportBackView> {
  const { report } = await reportAt(work, sessionId, 'report.put')
  if (report.state === 'reported') throw new Refused('points_reported')
  if (report.state !== 'signed') throw new Refused('points_not_signed')
  if (report.reportsTo === null) throw new Refused('invalid', { field: 'reportsTo' })
  const [plenary] = await work.tx.select().from(sessions).where(eq(sessions.id, report.reportsTo))
  if (plenary?.state !== 'announced' && plenary?.state !== 'open') throw new Refused('session_not_open')
  const itemId = asked ?? plenary.currentItemId ?? (await firstItem(work.tx, plenary.id))
  if (itemId === null) throw new Refused('invalid', { field: 'itemId' })
  await inTurn(work, itemId)
  const speakerId = await inscribeReport(work, sessionId, itemId)
  if (speakerId === null) throw new Refused('invalid', { field: 'itemId' })
  await become(work, sessionId, 'reported', { speakerId })
  await work.write(streams.sessionAll(plenary.id), 'speaker.inscribed', speakerId, { report: sessionId })
  await work.write(streams.sessionAll(plenary.id), 'report_back.reported', sessionId, { speakerId })
  await told(work, report, 'report_back.reported', { speakerId })
  await work.write(streams.retreatAll(report.retreatId), 'report_back.reported', sessionId)
  return present(work, sessionId)
}

async function firstItem(tx: Tx, sessionId: string): Promise<string | null> {
  const [first] = await tx
    .select({ id: sessionItems.id })
    .from(sessionItems)
    .where(eq(sessionItems.sessionId, sessionId))
    .orderBy(asc(sessionItems.number))
    .limit(1)
  return first?.id ?? null
}

/**
 * A point of a breakout group was added, changed, moved or removed: not more than five, none of them once they were reported, and
 * whoever signed others has not signed these. Refuses: too_many_points, points_reported.
 */
export async function pointsChanged(work: Work, { id: sessionId }: Pick<SessionRow, 'id'>): Promise<void> {
  await inTurn(work, `report-back:${sessionId}`)
  const report = await reportIn(work.tx, sessionId)
  if (!report) return
  if (report.state === 'reported') throw new Refused('points_reported')
  const points = await pointsOf(work.tx, sessionId)
  if (points.length > POINTS_OF_A_GROUP) throw new Refused('too_many_points')
  if (report.digest === null || report.digest === digestOf(points)) return
  await become(work, sessionId, 'drafting', WITHOUT_POINTS)
  await takeBack(work, sessionId)
  await told(work, report, 'report_back.changed', { points })
}

// ── parts ─────────────────────────────────────────────────────────────────────────────────────

const WITHOUT_POINTS = { digest: null, points: [], putAt: null, signedAt: null, outcome: null }

/** The rapporteur's points in the order of the record, with what they rest on. */
async function pointsOf(tx: Tx, sessionId: string): Promise<Points> {
  const rows = await tx
    .select()
    .from(notes)
    .innerJoin(sessionItems, eq(sessionItems.id, notes.itemId))
    .where(eq(notes.sessionId, sessionId))
    .orderBy(asc(sessionItems.number), asc(notes.place), asc(notes.id))
  const points = await withSources(
    tx,
    rows.map((row) => row.notes),
  )
  // In one order, for the digest: the same links made in another order are the same.
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return points.map(({ id, text, sources }) => ({ id, text, sources: sources.toSorted(byId) }))
}

const reportIn = async (tx: Tx, sessionId: string): Promise<ReportRow | undefined> =>
  (await reportsIn(tx, sessionId)).find((row) => row.sessionId === sessionId)

/** The report-back of a group in which the caller may do this; its commands follow one another from here to the commit. */
async function reportAt(work: Work, sessionId: string, command: RoomCommand) {
  const { session, standing } = await entered(work.tx, work.caller, sessionId, command)
  await inTurn(work, `report-back:${sessionId}`)
  const report = await reportIn(work.tx, sessionId)
  if (!report) throw new Refused('not_found')
  // Also after the room was closed: closing takes nothing from the group.
  if (session.state !== 'open' && session.state !== 'closed') throw new Refused('session_not_open')
  const [retreat] = await work.tx
    .select({ state: retreats.state })
    .from(retreats)
    .where(eq(retreats.id, report.retreatId))
  if (retreat?.state === 'closed') throw new Refused('retreat_closed')
  return { session, standing, report }
}

function refuseWrongStep({ state }: ReportRow, to: ReportBackState): void {
  if (state === 'reported') throw new Refused('points_reported')
  if (!mayBecomeReport(state, to)) throw new Refused('moved_meanwhile')
}

function refuseOutdated(report: ReportRow, digest: string): void {
  if (report.digest !== digest) throw new Refused('points_changed', { current: presentReport(report, 'group') })
}

async function become(
  work: Work,
  sessionId: string,
  state: ReportBackState,
  more: Partial<typeof reportBacks.$inferInsert>,
): Promise<void> {
  await work.tx
    .update(reportBacks)
    .set({ ...more, state, revision: sql`${reportBacks.revision} + 1` })
    .where(eq(reportBacks.sessionId, sessionId))
}

/** Signatures to other points than those that are put now go, and the room sees them go. */
async function takeBack(work: Work, sessionId: string): Promise<void> {
  const { rows } = await work.client.query<{ delegationId: string }>(
    'select t as "delegationId" from take_signatures_back($1) t order by 1',
    [sessionId],
  )
  for (const { delegationId } of rows)
    await work.write(streams.sessionAll(sessionId), 'signature.taken_back', delegationId)
}

async function told(
  work: Work,
  { sessionId, retreatId }: ReportRow,
  kind: Parameters<Work['write']>[1],
  content: object,
): Promise<void> {
  await work.write(streams.sessionAll(sessionId), kind, sessionId, content)
  await work.write(streams.retreatStaff(retreatId), kind, sessionId, content)
}

async function present(work: Work, sessionId: string): Promise<ReportBackView> {
  const report = await reportIn(work.tx, sessionId)
  if (!report) throw new Refused('not_found')
  return presentReport(report, 'group')
}
