import type { BodyOf } from '@consultation/shared/contract.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import type { beginSummary, ReportView, SummaryLine } from '@consultation/shared/reports.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { languagesOfReport, stateOfReport } from '@consultation/shared/rules/reports.ts'
import { blocksOf, inLanguage } from '@consultation/shared/text.ts'
import { and, asc, count, eq, inArray, max } from 'drizzle-orm'
import { consultationOf } from '../consultations/consultations.ts'
import { inTurn, type Tx } from '../database/database.ts'
import { clear, copyLinks, link } from '../links/links.ts'
import { questionLists } from '../question-lists/tables.ts'
import { notes } from '../records/tables.ts'
import { Refused } from '../refused.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import {
  begun,
  held,
  partsOf,
  presentReport,
  type ReportRow,
  referenceTo,
  refuseRestedOn,
  subjectsOf,
} from './reports.ts'
import { reportParagraphs, reports } from './tables.ts'

type Begun = Omit<BodyOf<typeof beginSummary>, 'commandId'>

/** The summaries of a consultation that the caller may read, in the order in which they were begun. Refuses: not_found. */
export async function summariesOf(tx: Tx, caller: Caller, consultationId: string): Promise<SummaryLine[]> {
  await consultationOf(tx, caller, consultationId)
  const rows = await tx
    .select()
    .from(reports)
    .where(and(eq(reports.consultationId, consultationId), eq(reports.kind, 'summary')))
    .orderBy(asc(reports.number))
  const [of, counted] = await Promise.all([subjectsOf(tx, rows), paragraphsCounted(tx, rows)])
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    of: of(row),
    state: stateOfReport(row),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    paragraphs: counted.get(row.id) ?? 0,
  }))
}

/** Refuses: not_found. */
export async function summaryOf(tx: Tx, caller: Caller, summaryId: string, now: Date): Promise<ReportView> {
  const [row] = await tx
    .select()
    .from(reports)
    .where(and(eq(reports.id, summaryId), eq(reports.kind, 'summary')))
  if (!row) throw new Refused('not_found')
  return presentReport(tx, caller, row, now)
}

/** Refuses: not_found, invalid (`of.id`, `pointsIn`), points_not_handed_over. */
export async function begin(work: Work, consultationId: string, { title, of, pointsIn }: Begun): Promise<ReportView> {
  const consultation = await consultationOf(work.tx, work.caller, consultationId)
  const subject = await subjectOf(work.tx, consultationId, of)
  if (pointsIn !== null && (subject.handedOverAt === undefined || !languagesOfReport(title).includes(pointsIn)))
    throw new Refused('invalid', { field: 'pointsIn' })
  if (pointsIn !== null && subject.handedOverAt === null) throw new Refused('points_not_handed_over')
  await inTurn(work, `summaries:${consultationId}`)
  const [{ last } = { last: null }] = await work.tx
    .select({ last: max(reports.number) })
    .from(reports)
    .where(eq(reports.consultationId, consultationId))
  const number = (last ?? 0) + 1
  const { listId = null, sessionId = null } = subject
  const [row] = await work.tx
    .insert(reports)
    .values({
      consultationId,
      kind: 'summary',
      number,
      listId,
      sessionId,
      title,
      reference: `${consultation.reference}/S${number}`,
    })
    .returning()
  if (pointsIn !== null && sessionId !== null) await takePoints(work, row!, sessionId, pointsIn)
  return begun(work, row!)
}

/** A draft alone, and on which nothing rests. Refuses: not_found, nothing_changed (it is final), rested_on. */
export async function discard(work: Work, summaryId: string): Promise<void> {
  const summary = await held(work, summaryId)
  if (summary.kind !== 'summary') throw new Refused('not_found')
  if (summary.publishedAt !== null) throw new Refused('nothing_changed')
  const parts = await partsOf(work.tx, summaryId)
  await refuseRestedOn(
    work.tx,
    summary,
    parts.map(({ id }) => id),
  )
  for (const { id } of parts) await clear(work, referenceTo(summary, id))
  await work.tx.delete(reportParagraphs).where(eq(reportParagraphs.reportId, summaryId))
  await work.tx.delete(reports).where(eq(reports.id, summaryId))
  await work.write(streams.consultation(summary.consultationId), 'summary.discarded', summaryId)
}

type Subject = { listId?: string; sessionId?: string; handedOverAt?: Date | null }

/** What is to be summed up: of this consultation, begun, and no rehearsal. Refuses: invalid (`of.id`). */
async function subjectOf(tx: Tx, consultationId: string, of: Begun['of']): Promise<Subject> {
  if (of.kind === 'consultation') return {}
  if (of.kind === 'list') {
    const [list] = await tx.select().from(questionLists).where(eq(questionLists.id, of.id))
    if (list?.consultationId === consultationId && list.state !== 'draft') return { listId: list.id }
  } else {
    const [session] = await tx.select().from(sessions).where(eq(sessions.id, of.id))
    const took = session?.state === 'open' || session?.state === 'closed'
    if (session?.consultationId === consultationId && took && !session.rehearsal)
      return { sessionId: session.id, handedOverAt: session.handedOverAt }
  }
  throw new Refused('invalid', { field: 'of.id' })
}

/**
 * The points of a record as first paragraphs, under their items where there are several. Each rests on its point and, beside it, on
 * what the point rests on, so that it stays two steps from the report to what was said; also where the caller was not shown who said it.
 */
async function takePoints(work: Work, summary: ReportRow, sessionId: string, language: Language): Promise<void> {
  const points = await work.tx
    .select({ id: notes.id, text: notes.text, itemId: sessionItems.id, title: sessionItems.title })
    .from(notes)
    .innerJoin(sessionItems, eq(sessionItems.id, notes.itemId))
    .where(eq(notes.sessionId, sessionId))
    .orderBy(asc(sessionItems.number), asc(notes.place))
  const items = new Set(points.map(({ itemId }) => itemId))
  let place = 0
  const add = async (kind: 'heading' | 'paragraph', text: string) => {
    const [part] = await work.tx
      .insert(reportParagraphs)
      .values({
        reportId: summary.id,
        consultationId: summary.consultationId,
        kind,
        place: ++place,
        texts: { [language]: blocksOf(text) },
      })
      .returning()
    return part!
  }
  let under: string | null = null
  for (const { id, text, itemId, title } of points) {
    if (items.size > 1 && itemId !== under) await add('heading', inLanguage(title, language).text)
    under = itemId
    const to = referenceTo(summary, (await add('paragraph', text)).id)
    await link(work, summary.consultationId, to, { source: { kind: 'point', id }, passage: null })
    await copyLinks(work, { kind: 'point', id }, to)
  }
}

async function paragraphsCounted(tx: Tx, rows: readonly ReportRow[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const counted = await tx
    .select({ id: reportParagraphs.reportId, paragraphs: count() })
    .from(reportParagraphs)
    .where(
      and(
        inArray(
          reportParagraphs.reportId,
          rows.map(({ id }) => id),
        ),
        eq(reportParagraphs.kind, 'paragraph'),
      ),
    )
    .groupBy(reportParagraphs.reportId)
  return new Map(counted.map(({ id, paragraphs }) => [id, paragraphs]))
}
