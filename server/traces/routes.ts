import { readOwnTraces, readTrace } from '@consultation/shared/traces.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import { becameOf } from './own.ts'
import { traceOf } from './traces.ts'

export function traceRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, readTrace, ({ params, caller, read }) => read((tx, now) => traceOf(tx, caller, params, now)))
  answer(app, parts, readOwnTraces, ({ caller, read }) =>
    read(async (tx, now) => ({ became: await becameOf(tx, caller, now) })),
  )
}
