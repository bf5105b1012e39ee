import { streams } from '@consultation/shared/live.ts'
import type { RetreatBody } from '@consultation/shared/retreats.ts'
import { isAnswered, isLooser } from '@consultation/shared/rules/retreats.ts'
import type { InvitedAs } from '@consultation/shared/rules/rooms.ts'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import { findings } from '../findings/tables.ts'
import { tell } from '../notices/notices.ts'
import { delegations } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import { lookAgain, regroup } from '../sessions/sessions.ts'
import { sessionInvited, sessions } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import { presentRetreat, type RetreatRow, retreatOf } from './reading.ts'
import { reportBacks, retreatSessions, retreats } from './tables.ts'

/** One change of a retreat at a time. Refuses: not_found, retreat_closed. */
export async function manageable(work: Work, retreatId: string): Promise<RetreatRow> {
  await work.tx.select({ id: retreats.id }).from(retreats).where(eq(retreats.id, retreatId)).for('update')
  const retreat = await retreatOf(work.tx, work.caller, retreatId)
  if (retreat.state === 'closed') throw new Refused('retreat_closed')
  return retreat
}

/** Refuses: changed_meanwhile, with the retreat as it is. */
export async function refuseStale(work: Work, retreat: RetreatRow, revision: number): Promise<void> {
  if (retreat.revision === revision) return
  throw new Refused('changed_meanwhile', { current: await presentRetreat(work.tx, work.caller, retreat, work.now) })
}

/** The programme was changed: whoever saw an earlier one is told so. */
export async function programmeChanged(
  work: Work,
  retreat: RetreatRow,
  kind: Parameters<Work['write']>[1],
  content?: unknown,
): Promise<RetreatRow> {
  const [after] = await work.tx
    .update(retreats)
    .set({ revision: retreat.revision + 1 })
    .where(eq(retreats.id, retreat.id))
    .returning()
  await tellAll(work, after!, kind, content)
  return after!
}

export async function tellAll(
  work: Work,
  retreat: Pick<RetreatRow, 'id' | 'state'>,
  kind: Parameters<Work['write']>[1],
  content: unknown = { retreat: retreat.id },
): Promise<void> {
  await work.write(streams.retreatStaff(retreat.id), kind, retreat.id, content)
  if (retreat.state !== 'draft') await work.write(streams.retreatAll(retreat.id), kind, retreat.id, content)
}

// ── what staff do ─────────────────────────────────────────────────────────────────────────────

/** Refuses: not_found, invalid. */
export async function add(work: Work, consultationId: string, body: RetreatBody): Promise<RetreatRow> {
  const [consultation] = await work.tx
    .select({ id: consultations.id, reference: consultations.reference })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
    .for('update')
  if (!consultation) throw new Refused('not_found')
  await refuseStrange(work.tx, consultationId, body)
  const [{ number } = { number: 1 }] = await work.tx
    .select({ number: sql<number>`coalesce(max(${retreats.number}), 0) + 1` })
    .from(retreats)
    .where(eq(retreats.consultationId, consultationId))
  const [retreat] = await work.tx
    .insert(retreats)
    .values({ consultationId, number, reference: `${consultation.reference}/R${number}`, ...settled(body) })
    .returning()
  await work.write(streams.consultation(consultationId), 'retreat.added', retreat!.id, body)
  await work.write(streams.retreatStaff(retreat!.id), 'retreat.added', retreat!.id, body)
  return retreat!
}

/** Refuses: not_found, retreat_closed, changed_meanwhile, mode_only_stricter, finding_has_feedback, invalid. */
export async function change(work: Work, retreatId: string, revision: number, body: RetreatBody): Promise<RetreatRow> {
  const before = await manageable(work, retreatId)
  await refuseStale(work, before, revision)
  await refuseStrange(work.tx, before.consultationId, body)
  const spokenTo = await spokenToIn(work, retreatId)
  const looser = isLooser(before, body)
  if (looser && spokenTo.length > 0) throw new Refused('mode_only_stricter', { field: looser })
  if (spokenTo.some((id) => !body.findingIds.includes(id)))
    throw new Refused('finding_has_feedback', { field: 'findingIds' })
  const gone = before.participantIds.filter((id) => !body.participantIds.includes(id)).toSorted()
  const come = body.participantIds.filter((id) => !before.participantIds.includes(id)).toSorted()
  const [after] = await work.tx
    .update(retreats)
    .set({ ...settled(body), revision: before.revision + 1 })
    .where(eq(retreats.id, retreatId))
    .returning()
  await regroupProgramme(work, retreatId, come, gone)
  if (before.state === 'announced') {
    await invite(work, after!, come)
    for (const delegationId of [...come, ...gone].toSorted())
      await work.write(streams.delegation(delegationId), 'retreat.changed', retreatId)
    await lookAgain(work, retreatId, gone, 'retreat.changed')
  }
  await tellAll(work, after!, 'retreat.changed', body)
  return after!
}

/** Findings with feedback. It stands on the retreat, so it is asked of the database alone. */
async function spokenToIn(work: Work, retreatId: string): Promise<string[]> {
  const asked = 'select distinct finding_id as id from feedback where retreat_id = $1'
  return (await work.client.query<{ id: string }>(asked, [retreatId])).rows.map(({ id }) => id)
}

/** Who comes to the retreat anew comes to its plenaries; who no longer takes part leaves every session that is not over. */
async function regroupProgramme(work: Work, retreatId: string, come: readonly string[], gone: readonly string[]) {
  if (come.length + gone.length === 0) return
  const rows = await work.tx
    .select({ id: sessions.id, state: sessions.state, kind: retreatSessions.kind })
    .from(retreatSessions)
    .innerJoin(sessions, eq(sessions.id, retreatSessions.sessionId))
    .where(and(eq(retreatSessions.retreatId, retreatId), inArray(sessions.state, ['draft', 'announced', 'open'])))
    .orderBy(asc(sessions.id))
  const guests = await invitedAs(work.tx, come)
  for (const { id, state, kind } of rows) {
    const invited = await work.tx
      .select({ delegationId: sessionInvited.delegationId })
      .from(sessionInvited)
      .where(and(eq(sessionInvited.sessionId, id), inArray(sessionInvited.delegationId, [...gone])))
    const leave = invited.map(({ delegationId }) => delegationId).toSorted()
    const enter = kind === 'plenary' && state !== 'draft' ? guests : []
    if (leave.length + enter.length > 0) await regroup(work, id, { come: enter, gone: leave })
  }
}

/** As what each is invited: who is no Member State asks for the floor and writes no ideas. */
export async function invitedAs(tx: Tx, ids: readonly string[]): Promise<{ delegationId: string; as: InvitedAs }[]> {
  const rows = await tx
    .select({ id: delegations.id, kind: delegations.kind })
    .from(delegations)
    .where(inArray(delegations.id, [...ids]))
    .orderBy(asc(delegations.id))
  return rows.map(({ id, kind }) => ({ delegationId: id, as: kind === 'member' ? 'delegate' : 'observer' }))
}

/** Done once. Refuses: not_found, no_addressees, moved_meanwhile, retreat_closed. */
export async function announce(work: Work, retreatId: string): Promise<RetreatRow> {
  const before = await manageable(work, retreatId)
  if (before.state !== 'draft') throw new Refused('moved_meanwhile')
  if (before.participantIds.length === 0) throw new Refused('no_addressees', { field: 'participantIds' })
  const [after] = await work.tx
    .update(retreats)
    .set({ state: 'announced', announcedAt: work.now, revision: before.revision + 1 })
    .where(eq(retreats.id, retreatId))
    .returning()
  await invite(work, after!, after!.participantIds)
  for (const delegationId of after!.participantIds.toSorted())
    await work.write(streams.delegation(delegationId), 'retreat.announced', retreatId)
  await work.write(streams.consultation(after!.consultationId), 'retreat.announced', retreatId)
  await tellAll(work, after!, 'retreat.announced')
  return after!
}

async function invite(work: Work, retreat: RetreatRow, delegationIds: readonly string[]): Promise<void> {
  if (delegationIds.length === 0) return
  await tell(
    work,
    { delegationIds, roles: ['head', 'drafter'] },
    {
      kind: 'retreat_announced',
      link: `/retreats/${retreat.id}`,
      facts: {
        retreat: {
          title: retreat.title,
          place: retreat.place,
          feedbackUntil: { at: retreat.feedbackClosesAt.toISOString(), zone: retreat.zone },
        },
        reference: retreat.reference,
      },
    },
  )
}

/** RT3 Refuses: not_found, moved_meanwhile, session_begun (one is still open), reports_missing, retreat_closed. */
export async function close(work: Work, retreatId: string): Promise<RetreatRow> {
  const before = await manageable(work, retreatId)
  if (before.state !== 'announced') throw new Refused('moved_meanwhile')
  const rows = await work.tx
    .select({ state: sessions.state, reference: sessions.reference, report: reportBacks.state })
    .from(retreatSessions)
    .innerJoin(sessions, eq(sessions.id, retreatSessions.sessionId))
    .leftJoin(reportBacks, eq(reportBacks.sessionId, retreatSessions.sessionId))
    .where(eq(retreatSessions.retreatId, retreatId))
  if (rows.some(({ state }) => state === 'open')) throw new Refused('session_begun')
  const silent = rows.find(({ state, report }) => state === 'closed' && report !== null && !isAnswered(report))
  if (silent) throw new Refused('reports_missing', { field: silent.reference })
  const [after] = await work.tx
    .update(retreats)
    .set({ state: 'closed', closedAt: work.now, revision: before.revision + 1 })
    .where(eq(retreats.id, retreatId))
    .returning()
  for (const delegationId of after!.participantIds.toSorted())
    await work.write(streams.delegation(delegationId), 'retreat.closed', retreatId)
  await tellAll(work, after!, 'retreat.closed')
  return after!
}

const settled = (body: RetreatBody) => ({
  title: body.title,
  note: body.note,
  place: body.place,
  zone: body.zone,
  participantIds: body.participantIds,
  findingIds: body.findingIds,
  feedbackOpensAt: new Date(body.feedbackOpensAt),
  feedbackClosesAt: new Date(body.feedbackClosesAt),
  attributionOffered: [...new Set(body.attributionOffered)],
  feedbackOpen: body.feedbackOpen,
})

const twice = (ids: readonly string[]) => new Set(ids).size !== ids.length

async function refuseStrange(tx: Tx, consultationId: string, body: RetreatBody): Promise<void> {
  if (Date.parse(body.feedbackClosesAt) <= Date.parse(body.feedbackOpensAt))
    throw new Refused('invalid', { field: 'feedbackClosesAt' })
  const there = await invitedAs(tx, body.participantIds)
  if (there.length !== body.participantIds.length || twice(body.participantIds))
    throw new Refused('invalid', { field: 'participantIds' })
  const known = await tx
    .select({ id: findings.id })
    .from(findings)
    .where(and(eq(findings.consultationId, consultationId), inArray(findings.id, body.findingIds)))
  if (known.length !== body.findingIds.length || twice(body.findingIds))
    throw new Refused('invalid', { field: 'findingIds' })
}
