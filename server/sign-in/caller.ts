import { LIVE_PATH } from '@consultation/shared/live.ts'
import type { Acting, Caller, MemberRole, Permission } from '@consultation/shared/rules/access.ts'
import type { FastifyInstance } from 'fastify'
import { Refused } from '../refused.ts'
import { ABSOLUTE_HOURS, type HeldMembership, type openLucia } from './lucia.ts'

export type Sessions = ReturnType<typeof openLucia>
export const ACTING_FOR = 'x-acting-for'

/** A delegation one no longer belongs to must not keep one from signing out, or from seeing what one still belongs to. */
const WHOEVER: readonly (Permission | undefined)[] = ['sign_in.try', 'invitation.accept', 'me.read', 'me.change']
const NOBODY: Caller = { kind: 'nobody' }
const RANK: Record<MemberRole, number> = { head: 2, drafter: 1, reader: 0 }

/** Who holds this token now, acting for that delegation; nobody when it has ended. */
export async function callerWith(sessions: Sessions, token: string | null, actingFor: string | null): Promise<Caller> {
  if (!token) return NOBODY
  const { session } = await sessions.validateSession(token)
  if (!session) return NOBODY
  const hours = session.office.length > 0 ? ABSOLUTE_HOURS.office : ABSOLUTE_HOURS.members
  if (Date.now() - session.startedAt.getTime() >= hours * 3_600_000) {
    await sessions.invalidateSession(token)
    return NOBODY
  }
  return {
    kind: 'person',
    personId: session.userId,
    signInId: session.digest,
    office: session.office,
    acting: actingOf(session.memberships, actingFor),
  }
}

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
export function knowCallers(app: FastifyInstance, sessions: Sessions): void {
  app.decorateRequest('caller')
  app.addHook('onRequest', async (request) => {
    request.caller = NOBODY
    const endpoint = request.routeOptions.config?.endpoint
    if (!endpoint && request.routeOptions.url !== LIVE_PATH) return
    const header = request.headers[ACTING_FOR]
    const actingFor = typeof header === 'string' && !WHOEVER.includes(endpoint?.permission) ? header : null
    request.caller = await callerWith(sessions, tokenOf(sessions, request), actingFor)
  })
}
