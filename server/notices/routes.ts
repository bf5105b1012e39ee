import { listMails } from '@consultation/shared/notices.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import { planClearUp } from './clear-up.ts'
import { presentOutbox } from './notices.ts'

export function noticeRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, listMails, ({ query, read }) => read((tx) => presentOutbox(tx, query.cursor)))
  app.addHook('onReady', () => planClearUp(parts.database, 0))
}
