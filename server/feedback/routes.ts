import {
  associate,
  giveFeedback,
  listFeedback,
  previewRelease,
  readConvergence,
  readDesk,
  readDissociations,
  readMoves,
  readUnheard,
  releaseConvergence,
  setPriorities,
  withdrawAssociation,
} from '@consultation/shared/feedback.ts'
import type { FastifyInstance } from 'fastify'
import { answer } from '../http.ts'
import type { Parts } from '../work.ts'
import { convergenceIn, movesIn, previewOf, release, unheardOn } from './convergence.ts'
import { deskOf } from './desk.ts'
import { dissociationsOf } from './dissociations.ts'
import {
  give,
  setPriorities as prioritize,
  associate as sayToGroup,
  withdrawAssociation as takeBack,
} from './feedback.ts'
import { feedbackOn, feedbackViewOf } from './reading.ts'

export function feedbackRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, readDesk, ({ params, caller, read }) =>
    read((tx, now) => deskOf(tx, caller, params.retreatId, now)),
  )
  answer(app, parts, listFeedback, ({ params, query, caller, read }) =>
    read((tx) => feedbackOn(tx, caller, params.retreatId, params.versionId, query)),
  )
  answer(app, parts, giveFeedback, ({ params, body, ifMatch, work }) =>
    work(async (w) => feedbackViewOf(w.tx, w.caller, await give(w, params.retreatId, params.versionId, ifMatch, body))),
  )
  answer(app, parts, associate, ({ params, body, work }) =>
    work(async (w) => {
      await sayToGroup(w, params.feedbackId, body.association, body.note, body.paragraphs)
      return feedbackViewOf(w.tx, w.caller, params.feedbackId)
    }),
  )
  answer(app, parts, withdrawAssociation, ({ params, work }) =>
    work(async (w) => {
      await takeBack(w, params.feedbackId)
      return feedbackViewOf(w.tx, w.caller, params.feedbackId)
    }),
  )
  answer(app, parts, readDissociations, ({ params, caller, read }) =>
    read(async (tx) => ({ dissociated: await dissociationsOf(tx, caller, params.versionId) })),
  )
  answer(app, parts, setPriorities, ({ params, body, ifMatch, work }) =>
    work((w) => prioritize(w, params.retreatId, ifMatch, body.findingIds)),
  )

  answer(app, parts, readConvergence, ({ params, caller, read }) =>
    read((tx, now) => convergenceIn(tx, caller, params.retreatId, now)),
  )
  answer(app, parts, readMoves, ({ params, caller, read }) =>
    read(async (tx) => ({ moved: await movesIn(tx, caller, params.retreatId, params.findingId) })),
  )
  answer(app, parts, readUnheard, ({ params, read }) => read((tx) => unheardOn(tx, params.retreatId, params.versionId)))
  answer(app, parts, previewRelease, ({ params, query, read }) =>
    read(async (tx) => ({ previews: await previewOf(tx, params.retreatId, query.version) })),
  )
  answer(app, parts, releaseConvergence, ({ params, body, work }) =>
    work(async (w) => ({ outcomes: await release(w, params.retreatId, body.versionIds) })),
  )
}
