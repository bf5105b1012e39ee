import { listThreads, openThread, readThread, replyInThread, resolveThread } from '@consultation/shared/threads.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import { open, presentThread, reply, resolve, threadOf, threadsOf } from './threads.ts'

export function threadRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, listThreads, ({ caller, params, read }) =>
    read(async (tx, now) => ({
      threads: (await threadsOf(tx, caller, params.listId, now)).map((thread) => presentThread(thread, caller)),
    })),
  )
  answer(app, parts, readThread, ({ caller, params, read }) =>
    read(async (tx, now) => presentThread(await threadOf(tx, caller, params.threadId, now), caller)),
  )
  answer(app, parts, openThread, ({ params, body, work }) =>
    work(async (w) => presentThread(await open(w, params.answerId, body.text), w.caller)),
  )
  answer(app, parts, replyInThread, ({ params, body, work }) =>
    work(async (w) => presentThread(await reply(w, params.threadId, body), w.caller)),
  )
  answer(app, parts, resolveThread, ({ params, body, work }) =>
    work(async (w) => presentThread(await resolve(w, params.threadId, body.resolved), w.caller)),
  )
}
