import type { ConsultationSummary, ConsultationView, Milestone } from '@consultation/shared/consultations.ts'
import { streams } from '@consultation/shared/live.ts'
import { type Caller, isReader, isStaff, may } from '@consultation/shared/rules/access.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { and, desc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { consultations } from './tables.ts'

type ConsultationRow = typeof consultations.$inferSelect
export type LoadedConsultation = ConsultationRow & { lists: ListLine[] }
type ListLine = {
  id: string
  number: number
  title: Translated
  state: 'draft' | 'circulated' | 'closed'
  closesAt: Date | null
  asked: number
  submitted: number
}
export type ConsultationBody = {
  reference: string
  title: Translated
  track: ConsultationRow['track']
  description: Translated
  office: Translated
  milestones: Milestone[]
}

// The Review Team's row-level security leaves it the circulated lists. A delegation's leaves it the circulated lists that address it, and of submissions its own.
const LISTS = {
  name: 'lists-of-consultation',
  text: `select l.id, l.number, l.title, l.state, coalesce(a.extended_to, l.closes_at) as "closesAt",
      cardinality(l.addressee_ids) as asked,
      (select count(distinct s.delegation_id)::int from submissions s
        where s.list_id = l.id and s.current and s.capacity ->> 'kind' = 'national') as submitted
    from question_lists l
    left join addressees a on a.list_id = l.id and a.delegation_id = $2
    where l.consultation_id = $1 and ($3 or (l.state <> 'draft' and $2 = any (l.addressee_ids)))
    order by l.number`,
}

/** A consultation with the lists the caller may see. Refuses: not_found. */
export async function consultationOf(tx: Tx, caller: Caller, consultationId: string): Promise<LoadedConsultation> {
  if (caller.kind !== 'person') throw new Refused('not_found')
  const [row] = await tx.select().from(consultations).where(eq(consultations.id, consultationId))
  if (!row) throw new Refused('not_found')
  const lists = await tx.$client.query<ListLine>({
    ...LISTS,
    values: [consultationId, caller.acting?.delegationId ?? null, isReader(caller)],
  })
  return { ...row, lists: lists.rows }
}

/** Newest first. */
export const allConsultations = (tx: Tx): Promise<ConsultationRow[]> =>
  tx.select().from(consultations).orderBy(desc(consultations.openedAt), consultations.reference)

/** Refuses: invalid (the reference is taken). */
export async function open(work: Work, body: ConsultationBody): Promise<LoadedConsultation> {
  await refuseTaken(work.tx, body.reference)
  const [opened] = await work.tx
    .insert(consultations)
    .values({ ...body, openedAt: work.now })
    .returning()
  await work.write(streams.consultation(opened!.id), 'consultation.opened', opened!.id, body)
  return { ...opened!, lists: [] }
}

/** Refuses: not_found, changed_meanwhile, invalid (the reference is taken). */
export async function change(
  work: Work,
  consultationId: string,
  revision: number,
  body: ConsultationBody,
): Promise<LoadedConsultation> {
  await refuseTaken(work.tx, body.reference, consultationId)
  const [changed] = await work.tx
    .update(consultations)
    .set({ ...body, revision: revision + 1 })
    .where(and(eq(consultations.id, consultationId), eq(consultations.revision, revision)))
    .returning({ id: consultations.id })
  const consultation = await consultationOf(work.tx, work.caller, consultationId)
  if (!changed) {
    throw new Refused('changed_meanwhile', { current: presentConsultation(consultation, work.caller) })
  }
  await work.write(streams.consultation(consultationId), 'consultation.changed', consultationId, body)
  return consultation
}

/** Receipts and files carry the reference, so two consultations never share one. */
async function refuseTaken(tx: Tx, reference: string, by?: string): Promise<void> {
  const [taken] = await tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.reference, reference))
  if (taken && taken.id !== by) throw new Refused('invalid', { field: 'reference' })
}

export const presentSummary = (row: ConsultationRow): z.infer<typeof ConsultationSummary> => ({
  id: row.id,
  reference: row.reference,
  title: row.title,
  track: row.track,
})

export function presentConsultation(consultation: LoadedConsultation, viewer: Caller): ConsultationView {
  const staff = isStaff(viewer)
  return {
    ...presentSummary(consultation),
    description: consultation.description,
    office: consultation.office,
    milestones: consultation.milestones,
    revision: consultation.revision,
    lists: consultation.lists.map((list) => ({
      id: list.id,
      number: list.number,
      title: list.title,
      state: list.state,
      closesAt: list.closesAt?.toISOString() ?? null,
      figures: staff && list.state !== 'draft' ? { asked: list.asked, submitted: list.submitted } : null,
    })),
    may: { edit: may(viewer, 'consultation.manage'), addList: may(viewer, 'list.edit') },
  }
}
