import {
  listResultPapers,
  listRetreatPapers,
  listSummaryPapers,
  makeOwnPaper,
  makeResultPaper,
  makeRetreatPaper,
  makeSummaryPaper,
} from '@consultation/shared/papers.ts'
import type { FastifyInstance } from 'fastify'
import { consultationOf } from '../consultations/consultations.ts'
import { MEDIA_TYPES } from '../exports/document.ts'
import { askPaper, filesOf, presentExport } from '../exports/exports.ts'
import { fileNameOf } from '../exports/file-name.ts'
import { renderDocument, untilGone } from '../exports/render.ts'
import { answer } from '../http.ts'
import { Refused } from '../refused.ts'
import { reportOf } from '../reports/reports.ts'
import { summaryOf } from '../reports/summaries.ts'
import { retreatOf } from '../retreats/reading.ts'
import type { Parts } from '../work.ts'
import { ownPaperOf } from './papers.ts'

export function paperRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, makeRetreatPaper, ({ params, body, work }) =>
    work(async (w) => {
      await retreatOf(w.tx, w.caller, params.retreatId)
      return presentExport(await askPaper(w, params, body))
    }),
  )
  answer(app, parts, listRetreatPapers, ({ params, caller, read }) =>
    read(async (tx, now) => {
      await retreatOf(tx, caller, params.retreatId)
      return { exports: (await filesOf(tx, caller, params, now)).map(presentExport) }
    }),
  )
  answer(app, parts, makeResultPaper, ({ params, body, work }) =>
    work(async (w) => {
      await consultationOf(w.tx, w.caller, params.consultationId)
      if (body.paper === 'report' && !(await reportOf(w.tx, w.caller, params.consultationId, w.now)))
        throw new Refused('not_found')
      return presentExport(await askPaper(w, params, body))
    }),
  )
  answer(app, parts, listResultPapers, ({ params, caller, read }) =>
    read(async (tx, now) => {
      await consultationOf(tx, caller, params.consultationId)
      return { exports: (await filesOf(tx, caller, params, now)).map(presentExport) }
    }),
  )
  answer(app, parts, makeSummaryPaper, ({ params: { summaryId }, body, work }) =>
    work(async (w) => {
      const { consultation } = await summaryOf(w.tx, w.caller, summaryId, w.now)
      return presentExport(await askPaper(w, { consultationId: consultation.id, summaryId }, body))
    }),
  )
  answer(app, parts, listSummaryPapers, ({ params, caller, read }) =>
    read(async (tx, now) => {
      await summaryOf(tx, caller, params.summaryId, now)
      return { exports: (await filesOf(tx, caller, params, now)).map(presentExport) }
    }),
  )
  answer(app, parts, makeOwnPaper, async ({ params: { retreatId, format }, query, caller, read, reply }) => {
    const { language } = query
    const document = await read((tx, at) =>
      ownPaperOf({ tx, caller, ofId: retreatId, at, language, sample: parts.config.SAMPLE }),
    )
    const content = await renderDocument(document, format, { signal: untilGone(reply) })
    return { name: fileNameOf(`${document.reference} ${language}`, format).full, type: MEDIA_TYPES[format], content }
  })
}
