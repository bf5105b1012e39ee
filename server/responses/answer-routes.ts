import { listAnswers } from '@consultation/shared/answers.ts'
import type { FastifyInstance } from 'fastify'
import { transaction } from '../database/database.ts'
import { answer } from '../http.ts'
import { listOf } from '../question-lists/loaded.ts'
import type { Parts } from '../work.ts'
import { answersTo } from './answers.ts'

export function answerRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, listAnswers, ({ caller, params, query }) =>
    transaction(parts.database, caller, 'begin read only', async (tx, client, now) => {
      const list = await listOf(tx, caller, params.listId, now)
      return answersTo(tx, client, caller, list, query)
    }),
  )
}
