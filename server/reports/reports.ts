import { streams } from '@consultation/shared/live.ts'
import {
  PARAGRAPHS_MAX,
  type ParagraphBody,
  type ReportParagraphView,
  type ReportView,
} from '@consultation/shared/reports.ts'
import { type Caller, may } from '@consultation/shared/rules/access.ts'
import { unequalLanguages } from '@consultation/shared/rules/findings.ts'
import {
  isUnfounded,
  languagesOfReport,
  maySummaryRestOn,
  numbersOf,
  refusesReport,
  stateOfReport,
} from '@consultation/shared/rules/reports.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { presentSummary as presentConsultation } from '../consultations/consultations.ts'
import { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import { cite, clear, linksTo, usesOf } from '../links/links.ts'
import { restsOf } from '../links/results.ts'
import { questionLists } from '../question-lists/tables.ts'
import { Refused } from '../refused.ts'
import { sessions } from '../sessions/tables.ts'
import type { Work } from '../work.ts'
import { reportParagraphs, reports } from './tables.ts'

export type ReportRow = typeof reports.$inferSelect
type PartRow = typeof reportParagraphs.$inferSelect
/** How each kind is told of, and as what its paragraphs are cited. */
const AS = {
  report: { part: 'paragraph', begun: 'report.begun', changed: 'report.changed', published: 'report.published' },
  summary: { part: 'summary', begun: 'summary.begun', changed: 'summary.changed', published: 'summary.published' },
} as const

/** The report of a consultation; null where there is none that the caller may read. */
export async function reportOf(tx: Tx, caller: Caller, consultationId: string, now: Date): Promise<ReportView | null> {
  const [row] = await tx
    .select()
    .from(reports)
    .where(and(eq(reports.consultationId, consultationId), eq(reports.kind, 'report')))
  return row ? presentReport(tx, caller, row, now) : null
}

/** Refuses: not_found (the consultation), nothing_changed (there is one already). */
export async function begin(work: Work, consultationId: string, title: Translated): Promise<ReportView> {
  const [consultation] = await work.tx.select().from(consultations).where(eq(consultations.id, consultationId))
  if (!consultation) throw new Refused('not_found')
  const [row] = await work.tx
    .insert(reports)
    .values({ consultationId, title, reference: `${consultation.reference}/R` })
    .onConflictDoNothing()
    .returning()
  if (!row) throw new Refused('nothing_changed')
  return begun(work, row)
}

/** Tells who follows that it is there. */
export async function begun(work: Work, row: ReportRow): Promise<ReportView> {
  await work.write(streams.consultation(row.consultationId), AS[row.kind].begun, row.id, row.title)
  return presentReport(work.tx, work.caller, row, work.now)
}

/** Refuses: not_found, forbidden, changed_meanwhile; of a published report what RP4 says. */
export async function rename(work: Work, reportId: string, revision: number, title: Translated): Promise<ReportView> {
  const report = await held(work, reportId)
  if (report.revision !== revision)
    throw new Refused('changed_meanwhile', { current: await presentReport(work.tx, work.caller, report, work.now) })
  await work.tx.update(reports).set({ title }).where(eq(reports.id, reportId))
  return changed(work, { ...report, title }, { title })
}

type Added = ParagraphBody & { kind: PartRow['kind']; before: string | null }

/** Refuses: not_found, forbidden, invalid (`before`, `citations.N`), too_long, paragraphs_differ; if published what RP4 says. */
export async function addPart(
  work: Work,
  reportId: string,
  { citations, before, ...words }: Added,
): Promise<ReportView> {
  const report = await held(work, reportId)
  const parts = await partsOf(work.tx, reportId)
  if (parts.length >= PARAGRAPHS_MAX) throw new Refused('too_long', { field: 'paragraphs' })
  refuseUnequal(words)
  refuseStrange(report, citations)
  const [part] = await work.tx
    .insert(reportParagraphs)
    .values({ reportId, consultationId: report.consultationId, place: placeBefore(parts, before), ...words })
    .returning()
  await cite(work, report.consultationId, referenceTo(report, part!.id), citations)
  return changed(work, report, { ...words, before, citations })
}

/** Refuses: not_found, forbidden, changed_meanwhile, invalid, paragraphs_differ; of a published report what RP4 says. */
export async function changePart(
  work: Work,
  partId: string,
  revision: number,
  { citations, ...words }: ParagraphBody,
): Promise<ReportParagraphView> {
  const { report, part } = await partHeld(work, partId)
  if (part.revision !== revision) {
    const { paragraphs } = await presentReport(work.tx, work.caller, report, work.now)
    throw new Refused('changed_meanwhile', { current: paragraphs.find(({ id }) => id === partId) })
  }
  refuseUnequal(words)
  refuseStrange(report, citations)
  await work.tx
    .update(reportParagraphs)
    .set({ ...words, revision: revision + 1 })
    .where(eq(reportParagraphs.id, partId))
  await cite(work, report.consultationId, referenceTo(report, partId), citations)
  const { paragraphs } = await changed(work, report, { part: partId, ...words, citations })
  return paragraphs.find(({ id }) => id === partId)!
}

/** Refuses: not_found, forbidden, invalid (`before`). */
export async function movePart(work: Work, partId: string, before: string | null): Promise<ReportView> {
  const { report } = await partHeld(work, partId)
  const others = (await partsOf(work.tx, report.id)).filter(({ id }) => id !== partId)
  await work.tx
    .update(reportParagraphs)
    .set({ place: placeBefore(others, before) })
    .where(eq(reportParagraphs.id, partId))
  return changed(work, report, { part: partId, before })
}

/** Refuses: not_found, forbidden, rested_on; required (a published report keeps a paragraph). */
export async function removePart(work: Work, partId: string): Promise<void> {
  const { report } = await partHeld(work, partId)
  await refuseRestedOn(work.tx, report, [partId])
  await clear(work, referenceTo(report, partId))
  await work.tx.delete(reportParagraphs).where(eq(reportParagraphs.id, partId))
  await changed(work, report, { removed: partId })
}

/** Refuses: not_found, changed_meanwhile (something was changed since it was read), and what RP4 says. */
export async function publish(work: Work, reportId: string, revision: number): Promise<ReportView> {
  const report = await held(work, reportId)
  if (report.revision !== revision)
    throw new Refused('changed_meanwhile', { current: await presentReport(work.tx, work.caller, report, work.now) })
  if (report.publishedAt !== null) throw new Refused('nothing_changed')
  await mayStand(work, report)
  await work.tx.update(reports).set({ publishedAt: work.now }).where(eq(reports.id, reportId))
  for (const stream of [streams.consultation(report.consultationId), streams.consultationAll(report.consultationId)])
    await work.write(stream, AS[report.kind].published, reportId)
  return presentReport(work.tx, work.caller, { ...report, publishedAt: work.now }, work.now)
}

/** One writer at a time, so that numbers and places are of one moment. What delegations read only staff change. */
export async function held(work: Work, reportId: string): Promise<ReportRow> {
  const [report] = await work.tx.select().from(reports).where(eq(reports.id, reportId)).for('update')
  if (!report) throw new Refused('not_found')
  if (report.publishedAt !== null && !may(work.caller, 'report.publish')) throw new Refused('forbidden')
  return report
}

async function partHeld(work: Work, partId: string): Promise<{ report: ReportRow; part: PartRow }> {
  const find = () => work.tx.select().from(reportParagraphs).where(eq(reportParagraphs.id, partId))
  const [known] = await find()
  if (!known) throw new Refused('not_found')
  const report = await held(work, known.reportId)
  // It may have been removed or changed while the report was another's.
  const [part] = await find()
  if (!part) throw new Refused('not_found')
  return { report, part }
}

/** Raises the revision, holds a published report to its rules, and tells who follows. */
async function changed(work: Work, report: ReportRow, content: object): Promise<ReportView> {
  if (report.publishedAt !== null) await mayStand(work, report)
  const [raised] = await work.tx
    .update(reports)
    .set({ revision: report.revision + 1 })
    .where(eq(reports.id, report.id))
    .returning()
  await work.write(streams.consultation(report.consultationId), AS[report.kind].changed, report.id, content)
  if (report.publishedAt !== null)
    await work.write(streams.consultationAll(report.consultationId), AS[report.kind].changed, report.id)
  return presentReport(work.tx, work.caller, raised!, work.now)
}

async function mayStand(work: Work, report: ReportRow): Promise<void> {
  const parts = await partsOf(work.tx, report.id)
  const sources = await sourcesCounted(work.tx, report, parts)
  const refusal = refusesReport(
    parts.map((part) => ({ ...part, sources: sources.get(part.id) ?? 0 })),
    languagesOfReport(report.title),
  )
  if (refusal) throw new Refused(refusal.code, { field: refusal.field })
}

function refuseUnequal({ texts }: Pick<ParagraphBody, 'texts'>): void {
  const [unequal] = unequalLanguages(texts)
  if (unequal) throw new Refused('paragraphs_differ', { field: `texts.${unequal}` })
}

function refuseStrange({ kind }: ReportRow, citations: ParagraphBody['citations']): void {
  if (kind !== 'summary') return
  const at = citations.findIndex(({ source }) => !maySummaryRestOn(source.kind))
  if (at >= 0) throw new Refused('invalid', { field: `citations.${at}` })
}

/** What something else rests on does not vanish beneath it. Refuses: rested_on. */
export async function refuseRestedOn(tx: Tx, report: ReportRow, partIds: readonly string[]): Promise<void> {
  const uses = await usesOf(
    tx,
    partIds.map((id) => referenceTo(report, id)),
  )
  if (uses.length > 0) throw new Refused('rested_on')
}

/** Between the one named and that before it; null is the end. Refuses: invalid. */
function placeBefore(parts: readonly PartRow[], before: string | null): number {
  if (before === null) return (parts.at(-1)?.place ?? 0) + 1
  const at = parts.findIndex(({ id }) => id === before)
  if (at < 0) throw new Refused('invalid', { field: 'before' })
  return (parts[at]!.place + (parts[at - 1]?.place ?? parts[at]!.place - 2)) / 2
}

export const partsOf = (tx: Tx, reportId: string): Promise<PartRow[]> =>
  tx
    .select()
    .from(reportParagraphs)
    .where(eq(reportParagraphs.reportId, reportId))
    .orderBy(asc(reportParagraphs.place), asc(reportParagraphs.id))

export const referenceTo = ({ kind }: Pick<ReportRow, 'kind'>, id: string) => ({ kind: AS[kind].part, id })
const asReferences = (report: ReportRow, parts: readonly PartRow[]) => parts.map(({ id }) => referenceTo(report, id))

/** All there are, whoever may read them: for who writes. */
async function sourcesCounted(tx: Tx, report: ReportRow, parts: readonly PartRow[]): Promise<Map<string, number>> {
  const links = parts.length === 0 ? [] : await linksTo(tx, asReferences(report, parts))
  return new Map([...Map.groupBy(links, ({ toId }) => toId)].map(([id, some]) => [id, some.length]))
}

// ── what is shown ─────────────────────────────────────────────────────────────────────────────

export async function presentReport(tx: Tx, caller: Caller, report: ReportRow, now: Date): Promise<ReportView> {
  const [[consultation], parts, subjects] = await Promise.all([
    tx.select().from(consultations).where(eq(consultations.id, report.consultationId)),
    partsOf(tx, report.id),
    subjectsOf(tx, [report]),
  ])
  const rests = parts.length === 0 ? new Map() : await restsOf(tx, caller, asReferences(report, parts), now)
  const writes = may(caller, 'report.write')
  const sources = writes ? await sourcesCounted(tx, report, parts) : null
  const numbers = numbersOf(parts)
  return {
    id: report.id,
    kind: report.kind,
    consultation: presentConsultation(consultation!),
    reference: report.reference,
    title: report.title,
    of: report.kind === 'summary' ? subjects(report) : null,
    state: stateOfReport(report),
    languages: languagesOfReport(report.title),
    paragraphs: parts.map((part) => ({
      id: part.id,
      kind: part.kind,
      number: numbers.get(part.id) ?? null,
      texts: part.texts,
      editorial: writes ? part.editorial : null,
      rests: rests.get(part.id) ?? [],
      unfounded: sources && isUnfounded({ ...part, sources: sources.get(part.id) ?? 0 }),
      revision: part.revision,
    })),
    publishedAt: report.publishedAt?.toISOString() ?? null,
    revision: report.revision,
    may: {
      write: writes && (report.publishedAt === null || may(caller, 'report.publish')),
      publish: may(caller, 'report.publish') && report.publishedAt === null,
      discard: writes && report.kind === 'summary' && report.publishedAt === null,
    },
  }
}

type Subject = NonNullable<ReportView['of']>

/** Of what each summary is. A list or a session that the reader may not know of is said by its kind alone. */
export async function subjectsOf(
  tx: Tx,
  rows: readonly ReportRow[],
): Promise<(row: Pick<ReportRow, 'listId' | 'sessionId'>) => Subject> {
  const listIds = rows.flatMap(({ listId }) => listId ?? [])
  const sessionIds = rows.flatMap(({ sessionId }) => sessionId ?? [])
  const [lists, meetings] = await Promise.all([
    listIds.length > 0
      ? tx
          .select({ id: questionLists.id, title: questionLists.title })
          .from(questionLists)
          .where(inArray(questionLists.id, listIds))
      : [],
    sessionIds.length > 0
      ? tx.select({ id: sessions.id, title: sessions.title }).from(sessions).where(inArray(sessions.id, sessionIds))
      : [],
  ])
  const known = new Map([...lists, ...meetings].map((one) => [one.id, one]))
  return ({ listId, sessionId }) => {
    const kind = listId ? 'list' : sessionId ? 'session' : 'consultation'
    const { id, title } = known.get(listId ?? sessionId ?? '') ?? { id: null, title: null }
    return { kind, id, title }
  }
}
