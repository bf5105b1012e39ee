import { moveTopic, openTopic, remark, resolveTopic } from '@consultation/shared/topics.ts'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import { standingIn } from '../sessions/room.ts'
import type { Parts } from '../work.ts'
import { remarks } from './tables.ts'
import { move, open, presentTopic, remarksIn, resolve, say } from './topics.ts'

export function topicRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, openTopic, ({ params, body, work }) =>
    work(async (w) => presentTopic(await open(w, params.itemId, body.clusterId, body.title))),
  )
  answer(app, parts, remark, ({ params, body: { commandId: _, ...said }, caller, work }) =>
    work(async (w) => {
      const id = await say(w, params.topicId, said)
      const [row] = await w.tx.select({ sessionId: remarks.sessionId }).from(remarks).where(eq(remarks.id, id))
      const { session } = await standingIn(w.tx, caller, row!.sessionId)
      const [made] = await remarksIn(w.tx, { session, seen: { kind: 'all' } }, [id])
      return made!
    }),
  )
  answer(app, parts, resolveTopic, ({ params, body, work }) =>
    work(async (w) => presentTopic(await resolve(w, params.topicId, body.resolved))),
  )
  answer(app, parts, moveTopic, ({ params, body, work }) =>
    work(async (w) => presentTopic(await move(w, params.topicId, body.itemId, body.clusterId))),
  )
}
