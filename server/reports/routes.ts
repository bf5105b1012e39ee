import {
  addParagraph,
  beginReport,
  beginSummary,
  changeParagraph,
  changeReport,
  discardSummary,
  listSummaries,
  moveParagraph,
  publishReport,
  readReport,
  readSummary,
  removeParagraph,
} from '@consultation/shared/reports.ts'
import { may } from '@consultation/shared/rules/access.ts'
import type { FastifyInstance } from 'fastify'
import { consultationOf, presentSummary } from '../consultations/consultations.ts'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import { addPart, begin, changePart, movePart, publish, removePart, rename, reportOf } from './reports.ts'
import { begin as beginSummed, discard, summariesOf, summaryOf } from './summaries.ts'

export function reportRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, readReport, ({ params, caller, read }) =>
    read(async (tx, now) => {
      const consultation = presentSummary(await consultationOf(tx, caller, params.consultationId))
      const report = await reportOf(tx, caller, params.consultationId, now)
      return { consultation, report, may: { begin: report === null && may(caller, 'report.write') } }
    }),
  )
  answer(app, parts, beginReport, ({ params, body, work }) => work((w) => begin(w, params.consultationId, body.title)))
  answer(app, parts, listSummaries, ({ params, caller, read }) =>
    read(async (tx) => {
      const consultation = presentSummary(await consultationOf(tx, caller, params.consultationId))
      const summaries = await summariesOf(tx, caller, params.consultationId)
      return { consultation, summaries, may: { begin: may(caller, 'report.write') } }
    }),
  )
  answer(app, parts, readSummary, ({ params, caller, read }) =>
    read((tx, now) => summaryOf(tx, caller, params.summaryId, now)),
  )
  answer(app, parts, beginSummary, ({ params, body: { commandId: _, ...body }, work }) =>
    work((w) => beginSummed(w, params.consultationId, body)),
  )
  answer(app, parts, discardSummary, ({ params, work }) =>
    work(async (w) => {
      await discard(w, params.summaryId)
      return { done: true as const }
    }),
  )
  answer(app, parts, changeReport, ({ params, body, ifMatch, work }) =>
    work((w) => rename(w, params.reportId, ifMatch, body.title)),
  )
  answer(app, parts, addParagraph, ({ params, body: { commandId: _, ...body }, work }) =>
    work((w) => addPart(w, params.reportId, body)),
  )
  answer(app, parts, changeParagraph, ({ params, body, ifMatch, work }) =>
    work((w) => changePart(w, params.paragraphId, ifMatch, body)),
  )
  answer(app, parts, moveParagraph, ({ params, body, work }) =>
    work((w) => movePart(w, params.paragraphId, body.before)),
  )
  answer(app, parts, removeParagraph, ({ params, work }) =>
    work(async (w) => {
      await removePart(w, params.paragraphId)
      return { done: true as const }
    }),
  )
  answer(app, parts, publishReport, ({ params, body, work }) => work((w) => publish(w, params.reportId, body.revision)))
}
