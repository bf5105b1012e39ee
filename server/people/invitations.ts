import type { BodyOf } from '@consultation/shared/contract.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import type {
  InvitationBody,
  inviteHead as inviteHeadCall,
  inviteOffice as inviteOfficeCall,
} from '@consultation/shared/people.ts'
import { type Caller, holdsAt, type MemberRole, type OfficeRole } from '@consultation/shared/rules/access.ts'
import { and, eq, gt, isNull, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { reading, type Tx } from '../database/database.ts'
import { tell } from '../notices/notices.ts'
import { Refused } from '../refused.ts'
import { digestOfToken, newLinkToken } from '../sign-in/links.ts'
import { type Parts, type Work, work } from '../work.ts'
import { nameOf } from './people.ts'
import { delegations, invitations, memberships, officeRoles, people } from './tables.ts'

const DAYS = 7

export type InvitationRow = typeof invitations.$inferSelect
type Draft = Pick<typeof invitations.$inferInsert, 'officeRole' | 'delegationId' | 'memberRole'> &
  Partial<Pick<typeof invitations.$inferInsert, 'title' | 'from' | 'until' | 'standIn'>>

const pending = (now: Date) =>
  and(isNull(invitations.usedAt), isNull(invitations.cancelledAt), gt(invitations.expiresAt, now))

/** Invitations that can still be accepted, oldest first. */
export const pendingInvitations = (tx: Tx, now: Date, which: SQL | undefined): Promise<InvitationRow[]> =>
  tx
    .select()
    .from(invitations)
    .where(and(pending(now), which))
    .orderBy(invitations.createdAt)

/** Stores the invitation and sends the link; what was sent before for the same thing opens nothing any more. */
async function invite(
  w: Work,
  to: { email: string; language: Language },
  draft: Draft,
  replaces: SQL | undefined,
): Promise<InvitationRow> {
  const { token, digest } = newLinkToken()
  const invitedBy = w.caller.kind === 'person' ? w.caller.personId : null
  await w.tx
    .update(invitations)
    .set({ cancelledAt: w.now })
    .where(and(pending(w.now), replaces))
  const [invitation] = await w.tx
    .insert(invitations)
    .values({
      ...draft,
      ...to,
      tokenDigest: digest,
      invitedBy,
      createdAt: w.now,
      expiresAt: new Date(w.now.getTime() + DAYS * 86_400_000),
    })
    .returning()
  if (!invitation) throw new Error('an invitation was not stored')
  const [delegation] = draft.delegationId
    ? await w.tx.select().from(delegations).where(eq(delegations.id, draft.delegationId))
    : []
  const role = draft.memberRole ?? draft.officeRole
  await tell(w, to, {
    kind: 'invitation',
    link: `/invitations/${token}`,
    facts: {
      ...(delegation ? { delegation: delegation.names } : {}),
      ...(role ? { role } : {}),
      ...(invitedBy ? { by: await nameOf(w.tx, invitedBy) } : {}),
    },
  })
  return invitation
}

/** The head invites a colleague, or a stand-in head for a period. Refuses: forbidden, already_invited, required, invalid. */
export async function inviteMember(w: Work, body: z.output<typeof InvitationBody>): Promise<InvitationRow> {
  const delegationId = ownDelegation(w.caller)
  const { email, language, role, title, standIn } = body
  const from = body.period.from ? new Date(body.period.from) : null
  const until = body.period.until ? new Date(body.period.until) : null
  assertPeriod({ role, standIn, until }, w.now)
  if (role === 'head') await mustBeHead(w)
  // A member can be invited once more to stand in for the head: afterwards the own role is still there.
  if (!standIn && (await isMember(w.tx, delegationId, email, w.now))) {
    throw new Refused('already_invited', { field: 'email' })
  }
  const invitation = await invite(
    w,
    { email, language },
    { delegationId, memberRole: role, title, from, until, standIn },
    and(eq(invitations.email, email), eq(invitations.delegationId, delegationId)),
  )
  await w.write(streams.delegation(delegationId), 'person.invited', invitation.id, { email, role, standIn })
  return invitation
}

/**
 * Staff invite the first head of a delegation; once there is one, who else belongs to it is the mission’s affair. An
 * administrator can help a mission whose head is gone. Refuses: not_found, forbidden, already_invited.
 */
export async function inviteHead(
  w: Work,
  delegationId: string,
  { email, language }: BodyOf<typeof inviteHeadCall>,
): Promise<void> {
  const [delegation] = await w.tx.select().from(delegations).where(eq(delegations.id, delegationId))
  if (!delegation) throw new Refused('not_found')
  const held = await w.tx
    .select()
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.delegationId, delegationId), eq(memberships.role, 'head'), isNull(memberships.removedAt)))
  const heads = held.filter(({ memberships: head }) => !head.standIn && holdsAt(head, w.now))
  if (heads.some((head) => head.people.email === email)) throw new Refused('already_invited', { field: 'email' })
  const isAdministrator = w.caller.kind === 'person' && w.caller.office.includes('administrator')
  if (heads.length > 0 && !isAdministrator) throw new Refused('forbidden')
  // Whatever the address: a link that went to a wrong one must not stay good.
  const invitation = await invite(
    w,
    { email, language },
    { delegationId, memberRole: 'head' },
    and(eq(invitations.delegationId, delegationId), eq(invitations.memberRole, 'head'), eq(invitations.standIn, false)),
  )
  await w.write(streams.delegation(delegationId), 'person.invited', invitation.id, { email, role: 'head' })
  await w.write(streams.people, 'person.invited', invitation.id, { email, role: 'head', delegationId })
}

/** Refuses: already_invited. */
export async function inviteOffice(
  w: Work,
  { email, language, role }: BodyOf<typeof inviteOfficeCall>,
): Promise<InvitationRow> {
  const [has] = await w.tx
    .select()
    .from(officeRoles)
    .innerJoin(people, eq(people.id, officeRoles.personId))
    .where(and(eq(people.email, email), eq(officeRoles.role, role)))
  if (has) throw new Refused('already_invited', { field: 'email' })
  const invitation = await invite(
    w,
    { email, language },
    { officeRole: role },
    and(eq(invitations.email, email), eq(invitations.officeRole, role)),
  )
  await w.write(streams.people, 'person.invited', invitation.id, { email, role })
  return invitation
}

/** An invitation of one’s own delegation. Refuses: forbidden, not_found. */
export async function cancelInvitation(w: Work, invitationId: string): Promise<void> {
  const delegationId = ownDelegation(w.caller)
  const [invitation] = await w.tx.select().from(invitations).where(eq(invitations.id, invitationId))
  if (invitation?.delegationId === delegationId && invitation.memberRole === 'head') await mustBeHead(w)
  const [cancelled] = await w.tx
    .update(invitations)
    .set({ cancelledAt: w.now })
    .where(and(pending(w.now), eq(invitations.id, invitationId), eq(invitations.delegationId, delegationId)))
    .returning()
  if (!cancelled) throw new Refused('not_found')
  await w.write(streams.delegation(delegationId), 'person.removed', invitationId)
}

/** The invitation of a link. One that never was, one replaced and one out of date are told alike. Refuses: link_used, link_expired. */
export async function invitationWith(tx: Tx, token: string, now: Date): Promise<InvitationRow> {
  const [found] = await tx
    .select()
    .from(invitations)
    .where(eq(invitations.tokenDigest, digestOfToken(token)))
  if (found?.usedAt) throw new Refused('link_used')
  if (!found || found.cancelledAt || found.expiresAt <= now) throw new Refused('link_expired')
  return found
}

/** Uses the invitation up and gives the person what it is for. Refuses: link_used. */
export async function accept(w: Work, invitation: InvitationRow, personId: string): Promise<void> {
  const [used] = await w.tx
    .update(invitations)
    .set({ usedAt: w.now })
    .where(and(pending(w.now), eq(invitations.id, invitation.id)))
    .returning()
  if (!used) throw new Refused('link_used')
  if (used.officeRole) {
    await w.tx.insert(officeRoles).values({ personId, role: used.officeRole }).onConflictDoNothing()
    await w.write(streams.people, 'person.joined', personId, { role: used.officeRole })
  }
  if (used.delegationId && used.memberRole) {
    const from = used.from && used.from > w.now ? used.from : w.now
    // A period that ended before the link was opened leaves nothing to join.
    if (used.until && used.until <= from) throw new Refused('link_expired')
    const [membership] = await w.tx
      .insert(memberships)
      .values({
        delegationId: used.delegationId,
        personId,
        role: used.memberRole,
        title: used.title,
        from,
        until: used.until,
        standIn: used.standIn,
      })
      .returning()
    if (!membership) throw new Error('a membership was not stored')
    await w.write(streams.delegation(used.delegationId), 'person.joined', membership.id, { role: used.memberRole })
  }
}

/**
 * The link that makes the first administrator; null once there is one. A new one at each start, and the earlier ones end:
 * what was printed on a screen long ago must not open the platform.
 */
export async function firstAdministratorLink(parts: Parts): Promise<string | null> {
  const [someone] = await reading(parts.database, 'system', (tx) =>
    tx.select().from(officeRoles).where(eq(officeRoles.role, 'administrator')).limit(1),
  )
  if (someone) return null
  const { token, digest } = newLinkToken()
  await work(parts, 'system', async (w) => {
    const first = and(eq(invitations.officeRole, 'administrator'), isNull(invitations.invitedBy))
    await w.tx
      .update(invitations)
      .set({ cancelledAt: w.now })
      .where(and(pending(w.now), first))
    const [invitation] = await w.tx
      .insert(invitations)
      .values({
        tokenDigest: digest,
        email: '',
        language: 'en',
        officeRole: 'administrator',
        expiresAt: new Date(w.now.getTime() + DAYS * 86_400_000),
      })
      .returning()
    await w.write(streams.people, 'person.invited', invitation?.id ?? '')
  })
  return new URL(`/invitations/${token}`, parts.config.publicUrl).href
}

export function ownDelegation(caller: Caller): string {
  if (caller.kind !== 'person' || !caller.acting) throw new Refused('not_acting_for')
  return caller.acting.delegationId
}

/** AC4 Whether the caller is head of the delegation acted for, and not only standing in for the head. */
export async function isHead(tx: Tx, caller: Caller, now: Date): Promise<boolean> {
  if (caller.kind !== 'person' || !caller.acting) return false
  const held = await tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.delegationId, caller.acting.delegationId),
        eq(memberships.personId, caller.personId),
        isNull(memberships.removedAt),
      ),
    )
  return held.some((row) => row.role === 'head' && !row.standIn && holdsAt(row, now))
}

/** Refuses: forbidden. */
export async function mustBeHead(w: Work): Promise<void> {
  if (!(await isHead(w.tx, w.caller, w.now))) throw new Refused('forbidden')
}

/** A stand-in is a head for a period that ends. Refuses: invalid, required. */
export function assertPeriod(
  { role, standIn, until }: { role: MemberRole | OfficeRole; standIn: boolean; until: Date | null },
  now: Date,
): void {
  if (standIn && role !== 'head') throw new Refused('invalid', { field: 'role' })
  if (standIn && !until) throw new Refused('required', { field: 'period.until' })
  if (until && until <= now) throw new Refused('invalid', { field: 'period.until' })
}

async function isMember(tx: Tx, delegationId: string, email: string, now: Date): Promise<boolean> {
  const rows = await tx
    .select()
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.delegationId, delegationId),
        eq(people.email, email),
        eq(memberships.standIn, false),
        isNull(memberships.removedAt),
      ),
    )
  // Who comes later is a member already; who has left is not.
  return rows.some(({ memberships: row }) => row.until === null || row.until > now)
}
