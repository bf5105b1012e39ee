import { LIVE_PATH } from '@consultation/shared/live.ts'
import type { Acting, Caller, MemberRole, OfficeRole, Permission } from '@consultation/shared/rules/access.ts'
import { watchSignIn } from '@consultation/shared/sign-in.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { restOn } from '../database/standing.ts'
import { sha256 } from '../journal/journal.ts'
import { Refused } from '../refused.ts'
import { ABSOLUTE_HOURS, type HeldMembership, IDLE_MINUTES, type openLucia, SLIDE_MINUTES } from './lucia.ts'

export type Sessions = ReturnType<typeof openLucia>
export const ACTING_FOR = 'x-acting-for'
/** The token of a plenary screen, which has no sign-in. */
export const SCREEN = 'x-screen'

/** A delegation one no longer belongs to must not keep one from signing out, or from seeing what one still belongs to. */
const WHOEVER: readonly (Permission | undefined)[] = ['sign_in.try', 'invitation.accept', 'me.read', 'me.change']
const NOBODY: Caller = { kind: 'nobody' }
const RANK: Record<MemberRole, number> = { head: 2, drafter: 1, reader: 0 }

/** A sign-in as it was found, with what its person held. */
type Found = {
  personId: string
  signInId: string
  office: OfficeRole[]
  memberships: HeldMembership[]
  rights: string
  hours: number
  /** When it slides on or ends, and has to be looked up for that. */
  staleAt: number
}

/** Who holds this token now, acting for that delegation; nobody when it has ended. Refuses: not_acting_for. */
export async function callerWith(sessions: Sessions, token: string | null, actingFor: string | null): Promise<Caller> {
  const found = token === null ? null : await lookUp(sessions, token)
  return found ? callerAs(found, actingOf(found.memberships, actingFor)) : NOBODY
}

async function lookUp(sessions: Sessions, token: string): Promise<Found | null> {
  const { session } = await sessions.validateSession(token)
  if (!session) return null
  const kind = session.office.length > 0 ? 'office' : 'members'
  const hours = ABSOLUTE_HOURS[kind]
  const endsAt = session.startedAt.getTime() + hours * 3_600_000
  if (Date.now() >= endsAt) {
    await sessions.invalidateSession(token)
    return null
  }
  // What Lucia says is meant for members; the office has less, and is looked up again after a minute.
  const unusedUntil = Math.min(session.expiresAt.getTime(), Date.now() + IDLE_MINUTES[kind] * 60_000)
  return {
    personId: session.userId,
    signInId: session.digest,
    office: session.office,
    memberships: session.memberships,
    rights: session.rights,
    hours,
    staleAt: Math.min(endsAt, unusedUntil - SLIDE_MINUTES[kind] * 60_000),
  }
}

const callerAs = ({ personId, signInId, office }: Found, acting: Acting | null): Caller => ({
  kind: 'person',
  personId,
  signInId,
  office,
  acting,
})

/** Sign-ins kept in memory. */
const REMEMBERED_MAX = 5_000

/**
 * Sign-ins that were looked up before, by digest. Who is remembered is no more than a guess: every transaction has PostgreSQL
 * compare it (`come_in`), and a call that makes none looks it up before it answers.
 */
class Remembered {
  private readonly found = new Map<string, Found>()
  private readonly sessions: Sessions
  constructor(sessions: Sessions) {
    this.sessions = sessions
  }

  async callerWith(token: string, actingFor: string | null): Promise<Caller> {
    const known = this.found.get(sha256(token))
    // Whoever was admitted to that delegation since is not remembered as such.
    const fits = known && Date.now() < known.staleAt && (actingFor === null || holds(known, actingFor))
    return fits ? this.resting(known, token, actingFor, false) : this.afresh(token, actingFor)
  }

  async afresh(token: string, actingFor: string | null): Promise<Caller> {
    const digest = sha256(token)
    this.found.delete(digest)
    const found = await lookUp(this.sessions, token)
    if (!found) return NOBODY
    const [oldest] = this.found.keys()
    if (this.found.size >= REMEMBERED_MAX && oldest !== undefined) this.found.delete(oldest)
    this.found.set(digest, found)
    return this.resting(found, token, actingFor, true)
  }

  private resting(found: Found, token: string, actingFor: string | null, confirmed: boolean): Caller {
    return restOn(callerAs(found, actingOf(found.memberships, actingFor)), {
      signInId: found.signInId,
      rights: found.rights,
      hours: found.hours,
      confirmed,
      afresh: () => this.afresh(token, actingFor),
    })
  }
}

const holds = ({ memberships }: Found, delegationId: string) =>
  memberships.some((membership) => membership.delegationId === delegationId)

/** The delegation a tab acts for, with the strongest role held in it now. Refuses: not_acting_for. */
function actingOf(held: HeldMembership[], actingFor: string | null): Acting | null {
  const only = new Set(held.map((membership) => membership.delegationId)).size === 1
  const wanted = actingFor ?? (only ? held[0]?.delegationId : undefined)
  if (wanted === undefined) return null
  const [strongest] = held
    .filter((membership) => membership.delegationId === wanted)
    .sort((a, b) => RANK[b.role] - RANK[a.role])
  if (!strongest) throw new Refused('not_acting_for')
  return { delegationId: strongest.delegationId, role: strongest.role, membershipId: strongest.id }
}

export function tokenOf(sessions: Sessions, request: { headers: { cookie?: string | undefined } }): string | null {
  return sessions.readSessionCookie(request.headers.cookie ?? '')
}

/** Says on every request who asks. */
export function knowCallers(
  app: FastifyInstance,
  { sessions, watching }: { sessions: Sessions; watching: Sessions },
  screenWith: (token: string) => Promise<Caller>,
): void {
  const remembered = new Remembered(sessions)
  app.decorateRequest('caller')
  app.addHook('onRequest', async (request) => {
    request.caller = NOBODY
    const endpoint = request.routeOptions.config?.endpoint
    if (!endpoint && request.routeOptions.url !== LIVE_PATH) return
    const screen = request.headers[SCREEN]
    if (endpoint && typeof screen === 'string') {
      // Whoever asks as a screen is nothing else, also in a browser where somebody has signed in.
      request.caller = await screenWith(screen)
      return
    }
    const token = tokenOf(sessions, request)
    if (!token) return
    // Who asks how long the sign-in lasts does not prolong it by asking.
    if (endpoint === watchSignIn) {
      request.caller = await callerWith(watching, token, null)
      return
    }
    // What is about the sign-in itself, and a line that stays open, rest on nothing remembered.
    if (!endpoint || WHOEVER.includes(endpoint.permission)) {
      request.caller = await remembered.afresh(token, endpoint ? null : actingForOf(request))
      return
    }
    request.caller = await remembered.callerWith(token, actingForOf(request))
  })
}

function actingForOf(request: FastifyRequest): string | null {
  const header = request.headers[ACTING_FOR]
  return typeof header === 'string' ? header : null
}
