import {
  addConsultation,
  changeConsultation,
  listConsultations,
  readConsultation,
} from '@consultation/shared/consultations.ts'
import { may } from '@consultation/shared/rules/access.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import { allConsultations, change, consultationOf, open, presentConsultation, presentSummary } from './consultations.ts'

export function consultationRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, listConsultations, ({ caller, read }) =>
    read(async (tx) => ({
      consultations: (await allConsultations(tx)).map(presentSummary),
      may: { add: may(caller, 'consultation.manage') },
    })),
  )
  answer(app, parts, readConsultation, ({ params, caller, read }) =>
    read(async (tx) => presentConsultation(await consultationOf(tx, caller, params.consultationId), caller)),
  )
  answer(app, parts, addConsultation, ({ body: { commandId: _, ...body }, caller, work }) =>
    work(async (w) => presentConsultation(await open(w, body), caller)),
  )
  answer(app, parts, changeConsultation, ({ params, body, ifMatch, caller, work }) =>
    work(async (w) => presentConsultation(await change(w, params.consultationId, ifMatch, body), caller)),
  )
}
