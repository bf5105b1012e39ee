import { cancelExport, downloadExport, listExports, makeExport, readExport } from '@consultation/shared/exports.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import { ask, cancel, exportOf, exportsOf, fetchFile, presentExport, stopHere } from './exports.ts'

export function exportRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, makeExport, ({ params, body, work }) =>
    work(async (w) => presentExport(await ask(w, params.listId, body))),
  )
  answer(app, parts, listExports, ({ caller, params, read }) =>
    read(async (tx, now) => ({ exports: (await exportsOf(tx, caller, params.listId, now)).map(presentExport) })),
  )
  answer(app, parts, readExport, ({ caller, params, read }) =>
    read(async (tx, now) => presentExport(await exportOf(tx, caller, params.exportId, now))),
  )
  answer(app, parts, cancelExport, async ({ params, work }) => {
    const view = await work(async (w) => presentExport(await cancel(w, params.exportId)))
    stopHere(params.exportId)
    return view
  })
  answer(app, parts, downloadExport, ({ params, work }) => work((w) => fetchFile(w, params.exportId)))
}
