import {
  addNote,
  changeNote,
  exportOwnRecord,
  exportRecord,
  handOverRecord,
  listRecordExports,
  readOwnRecord,
  readRecord,
  removeNote,
} from '@consultation/shared/records.ts'
import type { FastifyInstance } from 'fastify'
import { reading } from '../database/database.ts'
import { MEDIA_TYPES } from '../exports/document.ts'
import { askRecord, type Documents, filesOf, presentExport } from '../exports/exports.ts'
import { fileNameOf } from '../exports/file-name.ts'
import { renderDocument, untilGone } from '../exports/render.ts'
import { answer } from '../http.ts'
import { Refused } from '../refused.ts'
import { entered } from '../sessions/room.ts'
import type { Parts } from '../work.ts'
import { add, change, type PointsChanged, presentNote, remove } from './notes.ts'
import { ownDocument } from './own-document.ts'
import { namesFor, RecordBook } from './record-book.ts'
import { recordDocument } from './record-document.ts'
import { handOver, ownRecordOf, recordOf } from './records.ts'

/** The record as whoever asked for the file may read it when it is made. Refuses: not_found, forbidden. */
export const recordFor: Documents['record'] = (parts, caller, sessionId, language) =>
  reading(parts.database, caller, async (tx, at) => {
    const record = await recordOf(tx, caller, sessionId)
    const book = new RecordBook(await namesFor(tx, record.session.consultationId), language)
    return recordDocument({ record, book, at, sample: parts.config.SAMPLE })
  })

/** `pointsChanged` is what another domain makes of the points: a breakout group signs them. */
export function recordRoutes(
  app: FastifyInstance,
  parts: Parts,
  { pointsChanged }: { pointsChanged: PointsChanged },
): void {
  answer(app, parts, addNote, ({ params, body, work }) =>
    work(async (w) => presentNote(await add(w, params.itemId, body, pointsChanged))),
  )
  answer(app, parts, changeNote, ({ params, body, ifMatch, work }) =>
    work(async (w) => presentNote(await change(w, params.noteId, ifMatch, body, pointsChanged))),
  )
  answer(app, parts, removeNote, ({ params, work }) =>
    work(async (w) => {
      await remove(w, params.noteId, pointsChanged)
      return { done: true } as const
    }),
  )
  answer(app, parts, readRecord, ({ params, caller, read }) => read((tx) => recordOf(tx, caller, params.sessionId)))
  answer(app, parts, handOverRecord, ({ params, caller, work }) =>
    work(async (w) => {
      await handOver(w, params.sessionId)
      return recordOf(w.tx, caller, params.sessionId)
    }),
  )
  answer(app, parts, listRecordExports, ({ params, caller, read }) =>
    read(async (tx, now) => {
      await entered(tx, caller, params.sessionId, 'record.read')
      return { exports: (await filesOf(tx, caller, { sessionId: params.sessionId }, now)).map(presentExport) }
    }),
  )
  answer(app, parts, exportRecord, ({ params, body, work }) =>
    work(async (w) => {
      const { session } = await entered(w.tx, w.caller, params.sessionId, 'record.read')
      // What nobody said must not lie about as a document that looks as if somebody had.
      if (session.rehearsal && body.format !== 'json') throw new Refused('invalid', { field: 'format' })
      return presentExport(await askRecord(w, params.sessionId, body))
    }),
  )
  answer(app, parts, readOwnRecord, ({ params, caller, read }) =>
    read((tx) => ownRecordOf(tx, caller, params.sessionId)),
  )
  answer(app, parts, exportOwnRecord, async ({ params: { sessionId, format }, query, caller, read, reply }) => {
    const document = await read(async (tx, at) => {
      const record = await ownRecordOf(tx, caller, sessionId)
      const book = new RecordBook(await namesFor(tx, record.session.consultationId), query.language)
      return ownDocument({ record, book, at, sample: parts.config.SAMPLE })
    })
    const content = await renderDocument(document, format, { signal: untilGone(reply) })
    return {
      name: fileNameOf(`${document.reference} ${query.language}`, format).full,
      type: MEDIA_TYPES[format],
      content,
    }
  })
}
