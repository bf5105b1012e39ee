import { z } from 'zod'
import { ConsultationSummary } from './consultations.ts'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { CITATIONS_MAX, Citation } from './links.ts'
import { line, StoredTranslatedBlocks, Translated, TranslatedBlocks, TranslatedLine } from './text.ts'
import { Rest } from './things.ts'
import { CommandId, Done, Id, Instant } from './wire.ts'

export const REPORT_PARTS = ['heading', 'paragraph'] as const
export const PARAGRAPHS_MAX = 500

const ofConsultation = z.strictObject({ consultationId: Id })
const ofReport = z.strictObject({ reportId: Id })
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

export const ReportView = z.object({
  id: Id,
  consultation: ConsultationSummary,
  reference: z.string(),
  title: Translated,
  languages: z.array(Language),
  paragraphs: z.array(ReportParagraphView),
  publishedAt: Instant.nullable(),
  revision: z.number().int(),
  may: z.object({ write: z.boolean(), publish: z.boolean() }),
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

export const beginReport = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/report',
  permission: 'report.write',
  summary: 'Begins the outline of the report, of which a consultation has one.',
  params: ofConsultation,
  body: z.strictObject({
    commandId: CommandId,
    title: TranslatedLine.refine((title) => Object.values(title).some(Boolean), 'required'),
  }),
  reply: ReportView,
})

export const changeReport = endpoint({
  method: 'PUT',
  path: '/api/reports/:reportId',
  permission: 'report.write',
  summary: 'Changes the title of the report; the languages of the title are those of the report.',
  params: ofReport,
  body: z.strictObject({ title: TranslatedLine.refine((title) => Object.values(title).some(Boolean), 'required') }),
  precondition: true,
  reply: ReportView,
})

const ParagraphBody = z.strictObject({
  texts: TranslatedBlocks,
  /** Why it rests on nothing that was said; empty where it has sources. */
  editorial: z.union([z.literal(''), line(600)]).default(''),
  /** Published versions of findings, measures, contributions. */
  citations: z.array(Citation).max(CITATIONS_MAX).default([]),
})
export type ParagraphBody = z.infer<typeof ParagraphBody>

/** Before which other it stands; null is the end. */
const before = Id.nullable()

export const addParagraph = endpoint({
  method: 'POST',
  path: '/api/reports/:reportId/paragraphs',
  permission: 'report.write',
  summary: 'Adds a heading or a paragraph.',
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
  summary: 'Removes a heading or a paragraph.',
  params: ofParagraph,
  reply: Done,
})

export const publishReport = endpoint({
  method: 'POST',
  path: '/api/reports/:reportId/publish',
  permission: 'report.publish',
  summary: 'Opens the report to every delegation; refused while a paragraph has neither source nor editorial reason.',
  params: ofReport,
  body: z.strictObject({ commandId: CommandId, revision: z.int().min(1) }),
  reply: ReportView,
})
