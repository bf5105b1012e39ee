import { LIVE_PATH } from '@consultation/shared/live.ts'
import type { Acting, Caller, MemberRole, OfficeRole, Permission } from '@consultation/shared/rules/access.ts'
import { watchSignIn } from '@consultation/shared/sign-in.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Database, looking } from '../database/database.ts'
import { restOn } from '../database/standing.ts'
import { sha256 } from '../journal/journal.ts'
import { Refused } from '../refused.ts'
import { Remembered } from '../remembered.ts'
import { ABSOLUTE_HOURS, type HeldMembership, IDLE_MINUTES, type openLucia, SLIDE_MINUTES } from './lucia.ts'

export type Sessions = ReturnType<typeof openLucia>
export const ACTING_FOR = 'x-acting-for'
/** Asked by a page by itself, without anybody at it: looked at, and not prolonged by it. */
export const UNATTENDED = 'x-unattended'
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
  if (!found) return NOBODY
  const caller = callerAs(found, actingOf(found.memberships, actingFor))
  foundAs.set(caller, found)
  return caller
}

// With what those were found who go on listening, so that they can be compared later.
const foundAs = new WeakMap<Caller, Found>()

/** Which of these `callerWith` would find just so again: a thousand who only listen are compared in one trip. */
export async function unchanged<C extends Caller>(database: Database, callers: readonly C[]): Promise<Set<C>> {
  const found = new Map(callers.flatMap((caller) => foundAs.get(caller) ?? []).map((one) => [one.signInId, one]))
  const known = [...found.values()]
  const { rows } = await looking<{ id: string; rights: string }>(database, 'system', {
    name: 'sign-ins-unchanged',
    text: `select s.id, s.rights from unnest($1::text[], $2::integer[]) as known (id, hours), lateral sign_in_of(known.id) s
      where s.expires_at > now() and s.started_at > now() - make_interval(hours => known.hours)`,
    values: [known.map(({ signInId }) => signInId), known.map(({ hours }) => String(hours))],
  })
  const now = new Map(rows.map(({ id, rights }) => [id, rights]))
  return new Set(
    callers.filter((caller) => {
      const one = foundAs.get(caller)
      return one !== undefined && now.get(one.signInId) === one.rights
    }),
  )
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

/**
 * Sign-ins that were looked up before, by digest. Who is remembered is no more than a guess: every transaction has PostgreSQL
 * compare it (`come_in`), and a call that makes none looks it up before it answers.
 */
class SignIns {
  private readonly found = new Remembered<Found>({ most: 5_000 })
  private readonly sessions: Sessions
  private readonly watching: Sessions
  constructor(sessions: Sessions, watching: Sessions) {
    this.sessions = sessions
    this.watching = watching
  }

  async callerWith(token: string, actingFor: string | null): Promise<Caller> {
    const known = this.known(token, actingFor)
    return known ? this.resting(known, actingFor, () => this.afresh(token, actingFor)) : this.afresh(token, actingFor)
  }

  /** The same for a page that asks by itself: nothing slides on, and what was looked up so is not remembered as used. */
  async watcherWith(token: string, actingFor: string | null): Promise<Caller> {
    const afresh = async () => {
      const found = await lookUp(this.watching, token)
      return found ? this.resting(found, actingFor, afresh, true) : NOBODY
    }
    const known = this.known(token, actingFor)
    return known ? this.resting(known, actingFor, afresh) : afresh()
  }

  private known(token: string, actingFor: string | null): Found | undefined {
    const known = this.found.get(sha256(token))
    // Whoever was admitted to that delegation since is not remembered as such.
    const fits = known && Date.now() < known.staleAt && (actingFor === null || holds(known, actingFor))
    return fits ? known : undefined
  }

  async afresh(token: string, actingFor: string | null): Promise<Caller> {
    const digest = sha256(token)
    this.found.forget(digest)
    const found = await lookUp(this.sessions, token)
    if (!found) return NOBODY
    this.found.set(digest, found)
    return this.resting(found, actingFor, () => this.afresh(token, actingFor), true)
  }

  private resting(found: Found, actingFor: string | null, afresh: () => Promise<Caller>, confirmed = false): Caller {
    return restOn(callerAs(found, actingOf(found.memberships, actingFor)), {
      signInId: found.signInId,
      rights: found.rights,
      hours: found.hours,
      confirmed,
      afresh,
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
  const remembered = new SignIns(sessions, watching)
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
    const actingFor = actingForOf(request)
    // A command is always somebody's.
    if (endpoint?.method === 'GET' && request.headers[UNATTENDED] === '1') {
      const inspite = WHOEVER.includes(endpoint.permission)
      request.caller = await remembered.watcherWith(token, inspite ? null : actingFor)
      return
    }
    // What is about the sign-in itself, and a line that stays open, rest on nothing remembered.
    if (!endpoint || WHOEVER.includes(endpoint.permission)) {
      request.caller = await remembered.afresh(token, endpoint ? null : actingFor)
      return
    }
    request.caller = await remembered.callerWith(token, actingFor)
  })
}

function actingForOf(request: FastifyRequest): string | null {
  const header = request.headers[ACTING_FOR]
  return typeof header === 'string' ? header : null
}
