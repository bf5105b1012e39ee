import { z } from 'zod'
import { ConsultationSummary } from './consultations.ts'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { CITATIONS_MAX, Citation } from './links.ts'
import { REPORT_STATES } from './rules/reports.ts'
import { line, StoredTranslatedBlocks, Translated, TranslatedBlocks, TranslatedLine } from './text.ts'
import { Rest } from './things.ts'
import { CommandId, Done, Id, Instant } from './wire.ts'

/**
 * Texts of numbered paragraphs, each with what it rests on: the report of a consultation, of which there is one, and the summaries
 * of what was said, on which the report may rest.
 */
export const REPORT_KINDS = ['report', 'summary'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]
export const REPORT_PARTS = ['heading', 'paragraph'] as const
export const PARAGRAPHS_MAX = 500
/** What a summary is of: a question list, a session, a breakout group's among them, or the consultation as a whole. */
export const SUMMARY_SUBJECTS = ['list', 'session', 'consultation'] as const

const ofConsultation = z.strictObject({ consultationId: Id })
const ofReport = z.strictObject({ reportId: Id })
const ofSummary = z.strictObject({ summaryId: Id })
const title = TranslatedLine.refine((words) => Object.values(words).some(Boolean), 'required')
const ofParagraph = z.strictObject({ paragraphId: Id })

/** Headings and paragraphs are one row each for all languages: paragraph 14 is paragraph 14 in six. */
export const ReportParagraphView = z.object({
  id: Id,
  kind: z.enum(REPORT_PARTS),
  /** Paragraphs are numbered through; null for a heading. */
  number: z.number().int().nullable(),
  texts: StoredTranslatedBlocks,
  /**
   * Why it rests on nothing that was said; empty where that is not so. Null for delegations: of a paragraph that is not editorial
   * and shows no source they would know that it rests on words without a name.
   */
  editorial: z.string().nullable(),
  /** As far as the viewer may read it; how much else there is, nothing says. */
  rests: z.array(Rest),
  /** Keeps the report from being published: neither source nor reason. Null for delegations. */
  unfounded: z.boolean().nullable(),
  revision: z.number().int(),
})
export type ReportParagraphView = z.infer<typeof ReportParagraphView>

/** Of what a summary is. Title and id are those of the list or session, where the viewer may know of it. */
const Subject = z.object({ kind: z.enum(SUMMARY_SUBJECTS), id: Id.nullable(), title: Translated.nullable() })

export const ReportView = z.object({
  id: Id,
  kind: z.enum(REPORT_KINDS),
  consultation: ConsultationSummary,
  reference: z.string(),
  title: Translated,
  /** Null for the report. */
  of: Subject.nullable(),
  state: z.enum(REPORT_STATES),
  languages: z.array(Language),
  paragraphs: z.array(ReportParagraphView),
  publishedAt: Instant.nullable(),
  revision: z.number().int(),
  may: z.object({ write: z.boolean(), publish: z.boolean(), discard: z.boolean() }),
})
export type ReportView = z.infer<typeof ReportView>

export const readReport = endpoint({
  method: 'GET',
  path: '/api/consultations/:consultationId/report',
  permission: 'report.read',
  summary: 'The report of a consultation as it stands; null while there is none that the caller may read.',
  params: ofConsultation,
  reply: z.object({
    consultation: ConsultationSummary,
    report: ReportView.nullable(),
    may: z.object({ begin: z.boolean() }),
  }),
})

/** A summary in a few words. */
export const SummaryLine = ReportView.pick({
  id: true,
  reference: true,
  title: true,
  of: true,
  state: true,
  publishedAt: true,
}).extend({ of: Subject, paragraphs: z.number().int() })
export type SummaryLine = z.infer<typeof SummaryLine>

export const listSummaries = endpoint({
  method: 'GET',
  path: '/api/consultations/:consultationId/summaries',
  permission: 'report.read',
  summary: 'The summaries of a consultation: those being written for who writes, the final ones for every delegation.',
  params: ofConsultation,
  reply: z.object({
    consultation: ConsultationSummary,
    summaries: z.array(SummaryLine),
    may: z.object({ begin: z.boolean() }),
  }),
})

export const readSummary = endpoint({
  method: 'GET',
  path: '/api/summaries/:summaryId',
  permission: 'report.read',
  summary: 'A summary as it stands.',
  params: ofSummary,
  reply: ReportView,
})

export const beginSummary = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/summaries',
  permission: 'report.write',
  summary:
    'Begins a summary of a question list, a session or the consultation; of a session with the points that were handed over, if wished.',
  params: ofConsultation,
  body: z.strictObject({
    commandId: CommandId,
    title,
    of: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('list'), id: Id }),
      z.strictObject({ kind: z.literal('session'), id: Id }),
      z.strictObject({ kind: z.literal('consultation') }),
    ]),
    /** The language in which the rapporteur's points were written, which become its first paragraphs; null begins it empty. */
    pointsIn: Language.nullable().default(null),
  }),
  reply: ReportView,
})

export const discardSummary = endpoint({
  method: 'DELETE',
  path: '/api/summaries/:summaryId',
  permission: 'report.write',
  summary: 'Discards a summary that is still a draft and on which nothing rests.',
  params: ofSummary,
  reply: Done,
})

export const beginReport = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/report',
  permission: 'report.write',
  summary: 'Begins the outline of the report, of which a consultation has one.',
  params: ofConsultation,
  body: z.strictObject({ commandId: CommandId, title }),
  reply: ReportView,
})

export const changeReport = endpoint({
  method: 'PUT',
  path: '/api/reports/:reportId',
  permission: 'report.write',
  summary: 'Changes the title of the report, or of a summary; the languages of the title are those of the whole.',
  params: ofReport,
  body: z.strictObject({ title }),
  precondition: true,
  reply: ReportView,
})

const ParagraphBody = z.strictObject({
  texts: TranslatedBlocks,
  /** Why it rests on nothing that was said; empty where it has sources. */
  editorial: z.union([z.literal(''), line(600)]).default(''),
  /** In the report published versions of findings, measures, paragraphs of summaries, contributions; in a summary contributions. */
  citations: z.array(Citation).max(CITATIONS_MAX).default([]),
})
export type ParagraphBody = z.infer<typeof ParagraphBody>

/** Before which other it stands; null is the end. */
const before = Id.nullable()

export const addParagraph = endpoint({
  method: 'POST',
  path: '/api/reports/:reportId/paragraphs',
  permission: 'report.write',
  summary: 'Adds a heading or a paragraph to the report or to a summary.',
  params: ofReport,
  body: ParagraphBody.extend({ commandId: CommandId, kind: z.enum(REPORT_PARTS), before }),
  bodyLimit: 2_000_000,
  reply: ReportView,
})

export const changeParagraph = endpoint({
  method: 'PUT',
  path: '/api/report-paragraphs/:paragraphId',
  permission: 'report.write',
  summary: 'Changes a heading or a paragraph and what it rests on.',
  params: ofParagraph,
  body: ParagraphBody,
  bodyLimit: 2_000_000,
  precondition: true,
  reply: ReportParagraphView,
})

export const moveParagraph = endpoint({
  method: 'POST',
  path: '/api/report-paragraphs/:paragraphId/place',
  permission: 'report.write',
  summary: 'Moves a heading or a paragraph; the numbers follow.',
  params: ofParagraph,
  body: z.strictObject({ commandId: CommandId, before }),
  reply: ReportView,
})

export const removeParagraph = endpoint({
  method: 'DELETE',
  path: '/api/report-paragraphs/:paragraphId',
  permission: 'report.write',
  summary: 'Removes a heading or a paragraph; refused while something rests on it.',
  params: ofParagraph,
  reply: Done,
})

export const publishReport = endpoint({
  method: 'POST',
  path: '/api/reports/:reportId/publish',
  permission: 'report.publish',
  summary:
    'Opens the report, or a summary, to every delegation; refused while a paragraph has neither source nor editorial reason.',
  params: ofReport,
  body: z.strictObject({ commandId: CommandId, revision: z.int().min(1) }),
  reply: ReportView,
})
