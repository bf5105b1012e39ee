import { z } from 'zod'
import { AnswerFilter } from './answers.ts'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { RefusalCode } from './refusals.ts'
import { CommandId, Id, Instant } from './wire.ts'

export const EXPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const
export const ExportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof ExportFormat>
/** Papers of a retreat, and of what became of a consultation. */
export const RETREAT_PAPERS = ['findings', 'convergence', 'report_backs'] as const
export const RESULT_PAPERS = ['action_plan', 'report'] as const
/** One file for each summary, which is named beside it. */
export const SUMMARY_PAPERS = ['summary'] as const
export const PAPERS = [...RETREAT_PAPERS, ...RESULT_PAPERS, ...SUMMARY_PAPERS] as const
export type Paper = (typeof PAPERS)[number]
export const EXPORT_STATES = ['waiting', 'running', 'ready', 'failed', 'cancelled'] as const

export const ExportView = z.object({
  id: Id,
  /** What it is made of: a list's answers, a session's record, or a paper of a retreat or a consultation. */
  listId: Id.nullable(),
  sessionId: Id.nullable(),
  retreatId: Id.nullable(),
  consultationId: Id.nullable(),
  paper: z.enum(PAPERS).nullable(),
  format: ExportFormat,
  language: Language,
  state: z.enum(EXPORT_STATES),
  /** 0 to 1. */
  progress: z.number(),
  fileName: z.string().nullable(),
  bytes: z.number().int().nullable(),
  failure: RefusalCode.nullable(),
  askedAt: Instant,
  /** The file is deleted after this. */
  until: Instant,
})
export type ExportView = z.infer<typeof ExportView>

export const makeExport = endpoint({
  method: 'POST',
  path: '/api/lists/:listId/exports',
  permission: 'export.make',
  summary: 'Asks for a compilation of the answers as a file; made beside the server, with progress.',
  params: z.strictObject({ listId: Id }),
  body: z.strictObject({
    commandId: CommandId,
    format: ExportFormat,
    language: Language,
    filter: AnswerFilter.default({ delegation: [], region: [], language: [] }),
  }),
  reply: ExportView,
})

export const listExports = endpoint({
  method: 'GET',
  path: '/api/lists/:listId/exports',
  permission: 'export.make',
  summary: 'The exports the caller asked for.',
  params: z.strictObject({ listId: Id }),
  reply: z.object({ exports: z.array(ExportView) }),
})

export const readExport = endpoint({
  method: 'GET',
  path: '/api/exports/:exportId',
  permission: 'export.make',
  summary: 'How far an export is.',
  params: z.strictObject({ exportId: Id }),
  reply: ExportView,
})

export const cancelExport = endpoint({
  method: 'DELETE',
  path: '/api/exports/:exportId',
  permission: 'export.make',
  summary: 'Cancels an export, or deletes its file.',
  params: z.strictObject({ exportId: Id }),
  reply: ExportView,
})

export const downloadExport = endpoint({
  method: 'GET',
  path: '/api/exports/:exportId/file',
  permission: 'export.make',
  summary: 'The finished file, for the person who asked, in the sign-in in which it was asked.',
  params: z.strictObject({ exportId: Id }),
  file: true,
  reply: z.unknown(),
})
