import {
  answerTrade,
  giveFloor,
  giveStatement,
  importSpeakers as importSpeakersCall,
  inscribe as inscribeCall,
  moveSpeaker,
  offerTrade,
  placeSpeaker,
  readSpeakingTime,
  readStatementVersions,
  setClock as setClockCall,
  setSpeakersList,
  speakersFile as speakersFileCall,
  takeBackFloor,
} from '@consultation/shared/floor.ts'
import { REGIONAL_GROUPS } from '@consultation/shared/people.ts'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '../database/database.ts'
import { answer } from '../http.ts'
import { Refused } from '../refused.ts'
import { entered, inTurnAt } from '../sessions/room.ts'
import { sessionItems } from '../sessions/tables.ts'
import type { Parts } from '../work.ts'
import { give, setClock, setList, takeBack } from './giving.ts'
import { inscribe, move, offer, place, presentSpeaker, speakingTime, answer as trade } from './speakers.ts'
import { importSpeakers, speakersFile } from './speakers-file.ts'
import { give as giveText, statementsIn, statementVersions } from './statements.ts'

const DONE = { done: true } as const

export function floorRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, inscribeCall, ({ params, body, caller, work }) =>
    work(async (w) => presentSpeaker(await inscribe(w, params.itemId, body)), inTurnAt(caller, params.itemId)),
  )
  answer(app, parts, moveSpeaker, ({ params, body, work }) =>
    work(async (w) => presentSpeaker(await move(w, params.speakerId, body.to))),
  )
  answer(app, parts, placeSpeaker, ({ params, body, work }) =>
    work(async (w) => presentSpeaker(await place(w, params.speakerId, body.before, body.reason))),
  )
  answer(app, parts, offerTrade, ({ params, body, work }) =>
    work(async (w) => {
      await offer(w, params.speakerId, body.with)
      return DONE
    }),
  )
  answer(app, parts, answerTrade, ({ params, body, work }) =>
    work(async (w) => {
      await trade(w, params.tradeId, body.accept)
      return DONE
    }),
  )
  answer(app, parts, setSpeakersList, ({ params, body, caller, work }) =>
    work(
      async (w) => {
        await setList(w, params.itemId, body)
        return DONE
      },
      inTurnAt(caller, params.itemId),
    ),
  )
  answer(app, parts, giveFloor, ({ params, body, caller, work }) =>
    work(
      async (w) => {
        await give(w, params.itemId, { from: body.from, to: body.to ?? null, end: body.end })
        return DONE
      },
      inTurnAt(caller, params.itemId),
    ),
  )
  answer(app, parts, takeBackFloor, ({ params, caller, work }) =>
    work(
      async (w) => {
        await takeBack(w, params.itemId)
        return DONE
      },
      inTurnAt(caller, params.itemId),
    ),
  )
  answer(app, parts, setClockCall, ({ params, body, caller, work }) =>
    work(
      async (w) => {
        const { revision, to, addSeconds = 0 } = body
        await setClock(w, params.itemId, { revision, addSeconds, ...(to ? { to } : {}) })
        return DONE
      },
      inTurnAt(caller, params.itemId),
    ),
  )
  answer(app, parts, giveStatement, ({ params, body, caller, work }) =>
    work(
      async (w) => {
        const id = await giveText(w, params.itemId, body)
        const { session, standing } = await sessionAt(w.tx, caller, params.itemId, 'statement.give')
        const seen = { kind: 'seat', delegationId: standing.delegationId ?? '' } as const
        const [statement] = await statementsIn(w.tx, { session, seen }, [id])
        return statement!
      },
      inTurnAt(caller, params.itemId),
    ),
  )
  answer(app, parts, readStatementVersions, ({ params, caller, read }) =>
    read(async (tx) => ({ versions: await statementVersions(tx, caller, params.statementId) })),
  )
  answer(app, parts, speakersFileCall, ({ params, caller, read }) =>
    read(async (tx) => {
      const { session, item } = await sessionAt(tx, caller, params.itemId, 'speakers.run')
      return speakersFile(tx, session, item)
    }),
  )
  answer(app, parts, importSpeakersCall, ({ params, body, work }) =>
    work((w) => importSpeakers(w, params.itemId, body.csv)),
  )
  answer(app, parts, readSpeakingTime, ({ params, caller, read }) =>
    read(async (tx) => {
      const { session } = await entered(tx, caller, params.sessionId, 'speaking_time.read')
      return presentSpeakingTime(await speakingTime(tx, session))
    }),
  )
}

async function sessionAt(
  tx: Tx,
  caller: Parameters<typeof entered>[1],
  itemId: string,
  command: Parameters<typeof entered>[3],
) {
  const [item] = await tx.select().from(sessionItems).where(eq(sessionItems.id, itemId))
  if (!item) throw new Refused('not_found')
  return { item, ...(await entered(tx, caller, item.sessionId, command)) }
}

function presentSpeakingTime(rows: Awaited<ReturnType<typeof speakingTime>>) {
  const regions = [...REGIONAL_GROUPS, null].map((region) => {
    const here = rows.filter((row) => row.region === region)
    return {
      region,
      ms: here.reduce((sum, { ms }) => sum + ms, 0),
      interventions: here.reduce((sum, { interventions }) => sum + interventions, 0),
    }
  })
  return {
    delegations: rows
      .filter(({ interventions }) => interventions > 0)
      .map(({ delegationId, ms, interventions }) => ({ delegationId, ms, interventions })),
    regions,
    notYetHeard: rows
      .filter(({ invited, interventions }) => invited && interventions === 0)
      .map(({ delegationId }) => delegationId),
  }
}
