import {
  addCluster,
  changeIdea,
  clusterIdea,
  drawCredits,
  givePoints,
  mergeCluster,
  mergeIdea,
  moderateIdea,
  movePhase as movePhaseCall,
  renameCluster,
  takeIn as takeInCall,
  undoMerge,
  withdrawIdea,
  writeIdea,
} from '@consultation/shared/board.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import { inTurnAt } from '../sessions/room.ts'
import type { Parts } from '../work.ts'
import { draw, takeIn } from './anonymous.ts'
import * as clusters from './clusters.ts'
import * as ideas from './ideas.ts'
import { movePhase } from './phases.ts'
import { give, giving, presentPoints } from './points.ts'

const DONE = { done: true } as const
/** Every idea taken in is answered in as many bytes. */
const HELD = { held: true, padding: '·'.repeat(400) } as const

export function boardRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, movePhaseCall, ({ params, body, caller, work }) =>
    work(
      async (w) => {
        await movePhase(w, params.itemId, body.from, body.to)
        return DONE
      },
      inTurnAt(caller, params.itemId),
    ),
  )
  answer(app, parts, writeIdea, async ({ params, body, caller, work, workAtOnce }) => {
    const written = await workAtOnce(ideas.writing(caller, params.itemId, body))
    return (
      written ??
      work(async (w) => ideas.presentOwn(await ideas.write(w, params.itemId, body)), inTurnAt(caller, params.itemId))
    )
  })
  answer(app, parts, changeIdea, ({ params, body, work }) =>
    work(async (w) => ideas.presentOwn(await ideas.change(w, params.ideaId, body))),
  )
  answer(app, parts, withdrawIdea, ({ params, work }) =>
    work(async (w) => ideas.presentOwn(await ideas.withdraw(w, params.ideaId))),
  )
  answer(app, parts, moderateIdea, ({ params, body, work }) =>
    work(async (w) => {
      await ideas.moderate(w, params.ideaId, body.to, body.reason)
      return DONE
    }),
  )
  answer(app, parts, clusterIdea, ({ params, body, work }) =>
    work(async (w) => {
      await ideas.cluster(w, params.ideaId, body.from, body.to)
      return DONE
    }),
  )
  answer(app, parts, mergeIdea, ({ params, body, work }) =>
    work(async (w) => {
      await ideas.merge(w, params.ideaId, body.into)
      return DONE
    }),
  )
  answer(app, parts, addCluster, ({ params, body, caller, work }) =>
    work(
      async (w) => clusters.presentCluster(await clusters.add(w, params.itemId, body.name, body.ideaIds)),
      inTurnAt(caller, params.itemId),
    ),
  )
  answer(app, parts, renameCluster, ({ params, body, work }) =>
    work(async (w) => clusters.presentCluster(await clusters.rename(w, params.clusterId, body.name))),
  )
  answer(app, parts, mergeCluster, ({ params, body, work }) =>
    work(async (w) => {
      await clusters.merge(w, params.clusterId, body.into)
      return DONE
    }),
  )
  answer(app, parts, undoMerge, ({ params, work }) =>
    work(async (w) => {
      await clusters.undo(w, params.clusterId)
      return DONE
    }),
  )
  answer(app, parts, givePoints, async ({ params, body, caller, work, workAtOnce }) => {
    const given = await workAtOnce(giving(caller, params.itemId, body))
    return (
      given ?? work(async (w) => presentPoints(await give(w, params.itemId, body)), inTurnAt(caller, params.itemId))
    )
  })
  answer(app, parts, drawCredits, ({ params, body, caller }) => draw(parts, caller, params.sessionId, body.count))
  // Who sends is looked at by nobody, whatever the request carries.
  answer(app, parts, takeInCall, async ({ body }) => {
    await takeIn(parts, body)
    return HELD
  })
}
