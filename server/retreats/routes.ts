import * as contract from '@consultation/shared/retreats.ts'
import { may } from '@consultation/shared/rules/access.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Closings } from '../sessions/running.ts'
import type { Parts, Work } from '../work.ts'
import * as groups from './groups.ts'
import * as meeting from './meeting.ts'
import * as programme from './programme.ts'
import * as reading from './reading.ts'
import * as reportBack from './report-back.ts'
import * as retreats from './retreats.ts'

const DONE = { done: true } as const

/** `closings` is what other domains end when a session closes. */
export function retreatRoutes(app: FastifyInstance, parts: Parts, { closings }: { closings: Closings }): void {
  const shown = async (w: Work, retreat: reading.RetreatRow) =>
    reading.presentRetreat(w.tx, w.caller, await reading.retreatOf(w.tx, w.caller, retreat.id), w.now)

  answer(app, parts, contract.listRetreats, ({ params, caller, read }) =>
    read(async (tx) => ({
      retreats: await reading.retreatsOf(tx, caller, params.consultationId),
      may: { add: may(caller, 'retreat.manage') },
    })),
  )
  answer(app, parts, contract.addRetreat, ({ params, body: { commandId: _, ...body }, work }) =>
    work(async (w) => shown(w, await retreats.add(w, params.consultationId, body))),
  )
  answer(app, parts, contract.readRetreat, ({ params, caller, read }) =>
    read(async (tx, now) =>
      reading.presentRetreat(tx, caller, await reading.retreatOf(tx, caller, params.retreatId), now),
    ),
  )
  answer(app, parts, contract.changeRetreat, ({ params, body, ifMatch, work }) =>
    work(async (w) => shown(w, await retreats.change(w, params.retreatId, ifMatch, body))),
  )
  answer(app, parts, contract.announceRetreat, ({ params, work }) =>
    work(async (w) => shown(w, await retreats.announce(w, params.retreatId))),
  )
  answer(app, parts, contract.closeRetreat, ({ params, work }) =>
    work(async (w) => shown(w, await retreats.close(w, params.retreatId))),
  )

  answer(app, parts, contract.addSlot, ({ params, body, work }) =>
    work(async (w) => shown(w, await programme.addSlot(w, params.retreatId, body))),
  )
  answer(app, parts, contract.changeSlot, ({ params, body, ifMatch, work }) =>
    work(async (w) => shown(w, await programme.changeSlot(w, params.slotId, ifMatch, body))),
  )
  answer(app, parts, contract.removeSlot, ({ params, work }) =>
    work(async (w) => shown(w, await programme.removeSlot(w, params.slotId))),
  )
  answer(app, parts, contract.addBreakoutGroup, ({ params, body: { commandId: _, ...body }, work }) =>
    work(async (w) => shown(w, await programme.addBreakoutGroup(w, params.slotId, body))),
  )
  answer(app, parts, contract.changeGroup, ({ params, body, ifMatch, work }) =>
    work(async (w) => shown(w, await programme.changeGroup(w, params.sessionId, ifMatch, body))),
  )
  answer(app, parts, contract.removeGroup, ({ params, work }) =>
    work(async (w) => shown(w, await programme.removeGroup(w, params.sessionId))),
  )
  answer(app, parts, contract.readPlaceInRetreat, ({ params, caller, read }) =>
    read(async (tx) => ({ place: await reading.placeOf(tx, caller, params.sessionId) })),
  )

  answer(app, parts, contract.chooseGroups, ({ params, body, work }) =>
    work(async (w) => shown(w, await groups.choose(w, params.slotId, body.sessionIds))),
  )
  answer(app, parts, contract.assignGroups, ({ params, body, ifMatch, work }) =>
    work(async (w) => shown(w, await groups.assign(w, params.slotId, ifMatch, body.groups))),
  )
  answer(app, parts, contract.drawGroups, ({ params, body, work }) =>
    work(async (w) => shown(w, await groups.draw(w, params.slotId, body))),
  )
  answer(app, parts, contract.previewGroups, ({ params, query, caller, read }) =>
    read((tx) =>
      groups.preview(tx, caller, params.slotId, {
        by: query.by,
        earlierSlotId: query.earlierSlotId ?? null,
        seed: query.seed ?? null,
      }),
    ),
  )
  answer(app, parts, contract.tellGroups, ({ params, work }) =>
    work(async (w) => shown(w, await groups.tellGroups(w, params.slotId))),
  )
  answer(app, parts, contract.declineGroup, ({ params, body, work }) =>
    work(async (w) => shown(w, await groups.decline(w, params.sessionId, body.note))),
  )
  answer(app, parts, contract.moveToGroup, ({ params, body, work }) =>
    work(async (w) => shown(w, await groups.move(w, params.slotId, body))),
  )

  answer(app, parts, contract.moveGroups, ({ params, body, work }) =>
    work(async (w) => shown(w, await meeting.moveAll(w, params.slotId, body.to, closings))),
  )
  answer(app, parts, contract.extendGroups, ({ params, body, work }) =>
    work(async (w) => shown(w, await meeting.extend(w, params.slotId, new Date(body.from), new Date(body.endsAt)))),
  )
  answer(app, parts, contract.messageGroups, ({ params, body, work }) =>
    work(async (w) => {
      await meeting.message(w, params.slotId, body.text)
      return DONE
    }),
  )
  answer(app, parts, contract.callChair, ({ params, body, work }) =>
    work(async (w) => {
      await meeting.call(w, params.sessionId, body.note)
      return DONE
    }),
  )
  answer(app, parts, contract.answerCall, ({ params, work }) =>
    work(async (w) => {
      await meeting.answerCall(w, params.callId)
      return DONE
    }),
  )

  answer(app, parts, contract.putPoints, ({ params, work }) => work((w) => reportBack.putPoints(w, params.sessionId)))
  answer(app, parts, contract.signPoints, ({ params, body, work }) =>
    work((w) => reportBack.sign(w, params.sessionId, body)),
  )
  answer(app, parts, contract.closeSignatures, ({ params, body, work }) =>
    work((w) => reportBack.closeSignatures(w, params.sessionId, body.digest)),
  )
  answer(app, parts, contract.giveUpPoints, ({ params, body, work }) =>
    work((w) => reportBack.giveUp(w, params.sessionId, body.reason)),
  )
  answer(app, parts, contract.bringToPlenary, ({ params, body, work }) =>
    work((w) => reportBack.bringToPlenary(w, params.sessionId, body.itemId)),
  )
}
