import type {
  AttributionMode,
  CallView,
  Change,
  MessageView,
  ReportBackView,
  Seat,
  SignatureView,
} from '@consultation/shared/room-view.ts'
import type { ReportBackState } from '@consultation/shared/rules/retreats.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import type { Look, RoomPart } from '../sessions/room.ts'
import { namedSeat } from '../sessions/seats.ts'
import { type Outcome, type Points, podiumCalls, roomMessages, signatures } from './tables.ts'

export type ReportRow = {
  sessionId: string
  retreatId: string
  number: number
  reportsTo: string | null
  reference: string
  title: Translated
  mode: AttributionMode
  state: ReportBackState
  digest: string | null
  points: Points
  putAt: Date | null
  reason: string
  signedAt: Date | null
  outcome: Outcome | null
  speakerId: string | null
}
const COLUMNS = `r.session_id as "sessionId", r.retreat_id as "retreatId", r.number, r.reports_to as "reportsTo", r.reference,
  r.title, r.mode, r.state, r.digest, r.points, r.put_at as "putAt", r.reason, r.signed_at as "signedAt", r.outcome,
  r.speaker_id as "speakerId"`
const HERE = {
  name: 'reports-in-room',
  text: `select ${COLUMNS} from reports_in($1) r order by r.number, r.session_id`,
}
const OF_RETREAT = {
  name: 'reports-of-retreat',
  text: `select distinct on (r.number, r.session_id) ${COLUMNS}
    from retreat_sessions t cross join lateral reports_in(t.session_id) r where t.retreat_id = $1 order by r.number, r.session_id`,
}

/** What is reported in this room: the group's own, or what was brought to this plenary. */
export const reportsIn = async (tx: Tx, sessionId: string): Promise<ReportRow[]> =>
  (await tx.$client.query<ReportRow>({ ...HERE, values: [sessionId] })).rows
export const reportsOf = async (tx: Tx, retreatId: string): Promise<ReportRow[]> =>
  (await tx.$client.query<ReportRow>({ ...OF_RETREAT, values: [retreatId] })).rows

/** As the group sees it, which reads the signatures themselves, or as the plenary is told. */
export function presentReport(row: ReportRow, where: 'group' | 'plenary'): ReportBackView {
  const outcome = where === 'plenary' ? row.outcome : null
  return {
    id: row.sessionId,
    retreatId: row.retreatId,
    reference: row.reference,
    title: row.title,
    number: row.number,
    state: row.state,
    points: row.points.map((point) => ({ ...point, sources: where === 'group' ? point.sources : [] })),
    digest: row.digest,
    putAt: row.putAt?.toISOString() ?? null,
    signedAt: row.signedAt?.toISOString() ?? null,
    reason: row.reason,
    reportsTo: row.reportsTo,
    speakerId: row.speakerId,
    signed: outcome?.signed ?? null,
    dissents: (outcome?.dissents ?? []).map(({ delegationId, note }) => ({
      seat: dissenting(row, delegationId),
      note,
    })),
  }
}

const dissenting = ({ mode }: ReportRow, delegationId: string | null): Seat =>
  delegationId === null || mode !== 'attributed' ? { kind: 'withheld' } : namedSeat(delegationId, null)

/** The room sees who signs, as it sees who speaks; an anonymous one takes no signatures. */
export const presentSignature = (row: typeof signatures.$inferSelect): SignatureView => ({
  id: row.delegationId,
  seat: namedSeat(row.delegationId, null),
  dissents: row.dissents,
  note: row.note,
})

const presentMessage = (row: typeof roomMessages.$inferSelect): MessageView => ({
  id: row.id,
  text: row.text,
  at: row.at.toISOString(),
})
const presentCall = (row: typeof podiumCalls.$inferSelect): CallView => ({
  id: row.id,
  at: row.at.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
})

async function messagesIn(tx: Tx, { session }: Look, ids?: readonly string[]): Promise<MessageView[]> {
  const rows = await tx
    .select()
    .from(roomMessages)
    .where(and(eq(roomMessages.sessionId, session.id), ids ? inArray(roomMessages.id, [...ids]) : undefined))
    .orderBy(asc(roomMessages.at))
  return rows.map(presentMessage)
}

async function callsIn(tx: Tx, { session }: Look, ids?: readonly string[]) {
  const rows = await tx
    .select()
    .from(podiumCalls)
    .where(and(eq(podiumCalls.sessionId, session.id), ids ? inArray(podiumCalls.id, [...ids]) : undefined))
    .orderBy(asc(podiumCalls.at))
  return rows.map(presentCall)
}

async function reportsHere(tx: Tx, { session }: Look): Promise<ReportBackView[]> {
  const rows = await reportsIn(tx, session.id)
  return rows.map((row) => presentReport(row, row.sessionId === session.id ? 'group' : 'plenary'))
}

async function signaturesIn(tx: Tx, { session }: Look, ids?: readonly string[]): Promise<SignatureView[]> {
  if (session.mode === 'anonymous') return []
  const rows = await tx
    .select()
    .from(signatures)
    .where(and(eq(signatures.sessionId, session.id), ids ? inArray(signatures.delegationId, [...ids]) : undefined))
    .orderBy(asc(signatures.delegationId))
  return rows.map(presentSignature)
}

/** What the chair of the retreat says to all groups, calls for it, and what a group brings back. */
export const retreatPart: RoomPart = {
  nouns: ['message', 'call', 'report_back', 'signature'],

  async whole(tx, look) {
    if (look.seen.kind !== 'all') return {}
    const [messages, calls, reportBacks, signed] = await Promise.all([
      messagesIn(tx, look),
      callsIn(tx, look),
      reportsHere(tx, look),
      signaturesIn(tx, look),
    ])
    return { messages, calls, reportBacks, signatures: signed }
  },

  async changed(tx, look, noun, subjects) {
    if (look.seen.kind !== 'all') return []
    if (noun === 'call')
      return told(subjects, await callsIn(tx, look, subjects), 'calls', (value) => ({ set: 'calls', value }))
    if (noun === 'message')
      return told(subjects, await messagesIn(tx, look, subjects), 'messages', (value) => ({ set: 'messages', value }))
    if (noun === 'signature')
      return told(subjects, await signaturesIn(tx, look, subjects), 'signatures', (value) => ({
        set: 'signatures',
        value,
      }))
    return told(subjects, await reportsHere(tx, look), 'reportBacks', (value) => ({ set: 'reportBacks', value }))
  },
}

/** What is there is set, what is not (any more) for this audience is dropped. */
function told<T extends { id: string }>(
  subjects: readonly string[],
  shown: readonly T[],
  drop: 'messages' | 'calls' | 'reportBacks' | 'signatures',
  set: (value: T) => Change,
): Change[] {
  const there = new Map(shown.map((value) => [value.id, value]))
  return subjects.map((id) => {
    const value = there.get(id)
    return value ? set(value) : { drop, id }
  })
}
