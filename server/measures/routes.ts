import {
  addMeasure,
  changeMeasure,
  listMeasures,
  moveMeasure,
  publishMeasure,
  publishMeasures,
  readMeasure,
  readTracks,
} from '@consultation/shared/measures.ts'
import { may } from '@consultation/shared/rules/access.ts'
import type { FastifyInstance } from 'fastify'
import { consultationOf, presentSummary } from '../consultations/consultations.ts'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import { add, change, measureOf, measuresOf, move, publish, publishAll } from './measures.ts'
import { tracksOf } from './tracks.ts'

export function measureRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, listMeasures, ({ params, caller, read }) =>
    read(async (tx, now) => ({
      consultation: presentSummary(await consultationOf(tx, caller, params.consultationId)),
      measures: await measuresOf(tx, caller, params.consultationId, now),
      may: { add: may(caller, 'measure.manage'), publish: may(caller, 'measure.manage') },
    })),
  )
  answer(app, parts, readMeasure, ({ params, caller, read }) =>
    read((tx, now) => measureOf(tx, caller, params.measureId, now)),
  )
  answer(app, parts, addMeasure, ({ params, body: { commandId: _, ...body }, work }) =>
    work(async (w) => measureOf(w.tx, w.caller, await add(w, params.consultationId, body), w.now)),
  )
  answer(app, parts, changeMeasure, ({ params, body, ifMatch, work }) =>
    work(async (w) => {
      await change(w, params.measureId, ifMatch, body)
      return measureOf(w.tx, w.caller, params.measureId, w.now)
    }),
  )
  answer(app, parts, moveMeasure, ({ params, body, work }) =>
    work(async (w) => {
      await move(w, params.measureId, body)
      return measureOf(w.tx, w.caller, params.measureId, w.now)
    }),
  )
  answer(app, parts, publishMeasure, ({ params, work }) =>
    work(async (w) => {
      await publish(w, params.measureId)
      return measureOf(w.tx, w.caller, params.measureId, w.now)
    }),
  )
  answer(app, parts, publishMeasures, ({ params, work }) =>
    work(async (w) => ({ published: await publishAll(w, params.consultationId) })),
  )
  answer(app, parts, readTracks, ({ read }) => read((tx, now) => tracksOf(tx, now)))
}
