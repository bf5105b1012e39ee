import { z } from 'zod'
import { endpoint } from './contract.ts'
import { ExportFormat, ExportView, RESULT_PAPERS, RETREAT_PAPERS, SUMMARY_PAPERS } from './exports.ts'
import { Language } from './languages.ts'
import { CommandId, Id } from './wire.ts'

const ofRetreat = z.strictObject({ retreatId: Id })
const ofConsultation = z.strictObject({ consultationId: Id })
const ofSummary = z.strictObject({ summaryId: Id })
const asked = { commandId: CommandId, format: ExportFormat, language: Language }

export const makeRetreatPaper = endpoint({
  method: 'POST',
  path: '/api/retreats/:retreatId/papers',
  permission: 'export.make',
  summary:
    'Asks for a paper of a retreat as a file: findings with feedback, where views converge, what groups brought back.',
  params: ofRetreat,
  body: z.strictObject({ ...asked, paper: z.enum(RETREAT_PAPERS) }),
  reply: ExportView,
})

export const listRetreatPapers = endpoint({
  method: 'GET',
  path: '/api/retreats/:retreatId/papers',
  permission: 'export.make',
  summary: 'The papers of a retreat that the caller asked for.',
  params: ofRetreat,
  reply: z.object({ exports: z.array(ExportView) }),
})

export const makeResultPaper = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/papers',
  permission: 'export.make',
  summary: 'Asks for a paper of a consultation as a file: its action plan, or its report.',
  params: ofConsultation,
  body: z.strictObject({ ...asked, paper: z.enum(RESULT_PAPERS) }),
  reply: ExportView,
})

export const listResultPapers = endpoint({
  method: 'GET',
  path: '/api/consultations/:consultationId/papers',
  permission: 'export.make',
  summary: 'The papers of a consultation that the caller asked for.',
  params: ofConsultation,
  reply: z.object({ exports: z.array(ExportView) }),
})

export const makeSummaryPaper = endpoint({
  method: 'POST',
  path: '/api/summaries/:summaryId/papers',
  permission: 'export.make',
  summary: 'Asks for a summary as a file.',
  params: ofSummary,
  body: z.strictObject({ ...asked, paper: z.enum(SUMMARY_PAPERS) }),
  reply: ExportView,
})

export const listSummaryPapers = endpoint({
  method: 'GET',
  path: '/api/summaries/:summaryId/papers',
  permission: 'export.make',
  summary: 'The files of a summary that the caller asked for.',
  params: ofSummary,
  reply: z.object({ exports: z.array(ExportView) }),
})

export const makeOwnPaper = endpoint({
  method: 'GET',
  path: '/api/retreats/:retreatId/own-paper/:format',
  permission: 'trace.own',
  summary:
    'What the caller’s delegation said on the findings of a retreat, and groups in its name, what became of it, and what its breakout groups brought back: one file, for that delegation alone.',
  params: z.strictObject({ retreatId: Id, format: ExportFormat }),
  query: z.strictObject({ language: Language.default('en') }),
  file: true,
  reply: z.unknown(),
})
