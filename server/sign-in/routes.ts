import { streams } from '@consultation/shared/live.ts'
import {
  acceptInvitation,
  askPasswordReset,
  changeMe,
  changePassword,
  endSignIn,
  listSignIns,
  readInvitation,
  readMe,
  resetPassword,
  signIn,
  signOut,
  signOutEverywhere,
  watchSignIn,
} from '@consultation/shared/sign-in.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { reading } from '../database/database.ts'
import { answer } from '../http.ts'
import { sha256 } from '../journal/journal.ts'
import { Refused } from '../refused.ts'
import { type Parts, type Work, work } from '../work.ts'
import { changeSettings, ownAccount, personBy, setPassword } from './accounts.ts'
import type { Sessions } from './caller.ts'
import { deviceOf } from './device.ts'
import { join, presentInvitation } from './joining.ts'
import { cookieWith } from './lucia.ts'
import { askForReset, resetPassword as resetPasswordBy } from './password-resets.ts'
import { assertGoodPassword, hashPassword, passwordMatches } from './passwords.ts'
import * as signIns from './sign-ins.ts'
import { countTry, forgetTries, guessingAt, tryingLinks } from './throttle.ts'

const DONE = { done: true } as const

export function signInRoutes(app: FastifyInstance, parts: Parts, sessions: Sessions): void {
  const { database, config } = parts

  /** A new sign-in for whoever has just shown who they are; what this browser held before ends. */
  async function enter(
    request: FastifyRequest,
    reply: FastifyReply,
    personId: string,
    alsoDo: (w: Work) => Promise<void> = async () => {},
  ) {
    const token = await work(parts, 'system', async (w) => {
      await alsoDo(w)
      return signIns.beginSignIn(w, personId, deviceOf(request.headers['user-agent']))
    })
    await leave(request)
    reply.header('set-cookie', cookieWith(sessions, token))
    return reading(database, signIns.asPerson(personId), (tx, now) =>
      signIns.presentMe(tx, now, sha256(token), config.SAMPLE),
    )
  }

  async function leave(request: FastifyRequest): Promise<void> {
    const { caller } = request
    if (caller.kind === 'person') await work(parts, caller, signIns.leave)
  }

  const me = (request: FastifyRequest) => {
    const caller = signIns.signedIn(request.caller)
    return reading(database, caller, (tx, now) => signIns.presentMe(tx, now, caller.signInId, config.SAMPLE))
  }

  const forgetCookie = (reply: FastifyReply) =>
    reply.header('set-cookie', sessions.createBlankSessionCookie().serialize())

  answer(app, parts, watchSignIn, ({ caller, read }) =>
    read((tx, now) => signIns.endsOf(tx, now, signIns.signedIn(caller))),
  )
  answer(app, parts, signIn, async ({ body, request, reply }) => {
    const person = await personBy(parts, body.email, body.password, request.ip)
    return enter(request, reply, person.id)
  })

  answer(app, parts, signOut, async ({ request, reply }) => {
    await leave(request)
    forgetCookie(reply)
    return DONE
  })

  answer(app, parts, signOutEverywhere, async ({ caller, work, reply }) => {
    const { personId } = signIns.signedIn(caller)
    await work(async (w) => {
      await signIns.endSignInsOf(w.tx, personId)
      await w.write(streams.person(personId), 'person.signed_out', personId)
      return DONE
    })
    forgetCookie(reply)
    return DONE
  })

  answer(app, parts, listSignIns, ({ caller, read }) =>
    read(async (tx, now) => ({ signIns: await signIns.signInsOf(tx, signIns.signedIn(caller), now) })),
  )

  answer(app, parts, endSignIn, async ({ params, caller, work, reply }) => {
    await work(async (w) => {
      await signIns.endSignIn(w, params.id)
      return DONE
    })
    if (params.id === signIns.signedIn(caller).signInId) forgetCookie(reply)
    return DONE
  })

  answer(app, parts, readMe, ({ request }) => me(request))

  answer(app, parts, changeMe, async ({ body, request }) => {
    await work(parts, request.caller, (w) => changeSettings(w, body))
    return me(request)
  })

  answer(app, parts, changePassword, async ({ body, caller, work, request }) => {
    const asking = signIns.signedIn(caller)
    const person = await ownAccount(parts, asking)
    await countTry(database, guessingAt(person.email, request.ip))
    if (!(await passwordMatches(person.passwordHash, body.current))) {
      throw new Refused('wrong_credentials', { field: 'current' })
    }
    await forgetTries(database, person.email, request.ip)
    assertGoodPassword(body.replacement, 'replacement', person)
    const passwordHash = await hashPassword(body.replacement)
    return work(async (w) => {
      await setPassword(w, person.id, passwordHash, asking.signInId)
      return DONE
    })
  })

  answer(app, parts, askPasswordReset, async ({ body, request }) => {
    await askForReset(parts, body.email, request.ip)
    return DONE
  })

  answer(app, parts, resetPassword, async ({ params, body, request }) => {
    await countTry(database, tryingLinks(request.ip))
    await resetPasswordBy(parts, params.token, body.password, request.ip)
    return DONE
  })

  answer(app, parts, readInvitation, async ({ params, request }) => {
    await countTry(database, tryingLinks(request.ip))
    return presentInvitation(parts, params.token)
  })

  answer(app, parts, acceptInvitation, async ({ params, body, request, reply }) => {
    await countTry(database, tryingLinks(request.ip))
    const { personId, accept } = await join(parts, params.token, body, request.ip)
    return enter(request, reply, personId, accept)
  })
}
