import {
  acknowledgeList,
  addList,
  changeList,
  circulateList,
  closeList,
  discardList,
  extendList,
  monitorList,
  readList,
  remind,
  sayInPreparation,
} from '@consultation/shared/question-lists.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import { Refused } from '../refused.ts'
import type { Parts } from '../work.ts'
import { acknowledge, sayPreparing } from './addressees.ts'
import { circulate, extend, remindOf } from './circulation.ts'
import { close } from './closure.ts'
import { type ListRow, listOf, lookingFor } from './loaded.ts'
import { monitor } from './monitor.ts'
import { add, change, discard, presentList } from './question-lists.ts'

export function questionListRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, readList, async ({ params, caller, look }) => {
    const { statement, found } = lookingFor(caller, params.listId)
    const { rows, now } = await look<ListRow>(statement)
    return presentList(found(rows, now), caller)
  })
  answer(app, parts, addList, ({ params, body: { commandId: _, ...body }, caller, work }) =>
    work(async (w) => presentList(await add(w, params.consultationId, body), caller)),
  )
  answer(app, parts, changeList, ({ params, body, ifMatch, caller, work }) =>
    work(async (w) => presentList(await change(w, params.listId, ifMatch, body), caller)),
  )
  answer(app, parts, discardList, ({ params, work }) =>
    work(async (w) => {
      await discard(w, params.listId)
      return { done: true }
    }),
  )
  answer(app, parts, circulateList, ({ params, body, caller, work }) =>
    work(async (w) => presentList(await circulate(w, params.listId, body), caller)),
  )
  answer(app, parts, extendList, ({ params, body, caller, work }) =>
    work(async (w) => presentList(await extend(w, params.listId, body), caller)),
  )
  answer(app, parts, closeList, ({ params, caller, work }) =>
    work(async (w) => presentList(await close(w, params.listId), caller)),
  )
  answer(app, parts, monitorList, ({ params, caller, read }) =>
    read(async (tx, now) => monitor(tx, await listOf(tx, caller, params.listId, now))),
  )
  answer(app, parts, remind, ({ params, body, work }) =>
    work(async (w) => ({ reminded: await remindOf(w, params.listId, body.delegationIds) })),
  )

  // Said before, or by a colleague at the same moment: nothing happens, and nothing is written into the journal.
  answer(app, parts, acknowledgeList, async ({ params, caller, read, work }) => {
    const asItStands = () => read((tx, now) => listOf(tx, caller, params.listId, now))
    const list = await asItStands()
    if (list.addressee?.acknowledgedAt) return presentList(list, caller)
    return unlessSaid(
      () => work(async (w) => presentList(await acknowledge(w, params.listId), caller)),
      async () => presentList(await asItStands(), caller),
    )
  })
  answer(app, parts, sayInPreparation, async ({ params, body, caller, read, work }) => {
    const asItStands = () => read((tx, now) => listOf(tx, caller, params.listId, now))
    return unlessSaid(
      () => work(async (w) => presentList(await sayPreparing(w, params.listId, body.inPreparation), caller)),
      async () => presentList(await asItStands(), caller),
    )
  })
}

async function unlessSaid<T>(say: () => Promise<T>, asItStands: () => Promise<T>): Promise<T> {
  try {
    return await say()
  } catch (error) {
    if (error instanceof Refused && error.code === 'changed_meanwhile') return asItStands()
    throw error
  }
}
