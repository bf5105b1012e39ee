import type { BodyOf, ReplyOf } from '@consultation/shared/contract.ts'
import { streams } from '@consultation/shared/live.ts'
import type { changeMembership, listHeads, MembershipView } from '@consultation/shared/people.ts'
import { type Caller, holdsAt, may } from '@consultation/shared/rules/access.ts'
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import {
  assertPeriod,
  cancelInvitation,
  type InvitationRow,
  isHead,
  mustBeHead,
  ownDelegation,
  pendingInvitations,
} from './invitations.ts'
import { invitations, memberships, people } from './tables.ts'

type MembershipRow = typeof memberships.$inferSelect
type Member = { memberships: MembershipRow; people: typeof people.$inferSelect }

/** The members of the caller’s delegation: those of now, of later and of before, then who was invited. */
export async function presentMission(tx: Tx, caller: Caller, now: Date): Promise<MembershipView[]> {
  const delegationId = ownDelegation(caller)
  const members = await tx
    .select()
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.delegationId, delegationId), isNull(memberships.removedAt)))
    .orderBy(asc(memberships.role), asc(memberships.from))
  const invited = await pendingInvitations(tx, now, eq(invitations.delegationId, delegationId))
  const heads = await isHead(tx, caller, now)
  return [
    ...members.map((member) => presentMember(member, caller, now, heads)),
    ...invited.map((invitation) => presentInvited(invitation, caller, heads)),
  ]
}

/** Changes what a member may do, the title or the period. Refuses: not_found, forbidden, last_head, required, invalid. */
export async function change(
  w: Work,
  membershipId: string,
  { role, title, period, standIn }: BodyOf<typeof changeMembership>,
): Promise<MembershipView> {
  const member = await memberOf(w, membershipId)
  const before = member.memberships
  const from = period ? (period.from ? new Date(period.from) : before.from) : before.from
  const until = period ? (period.until ? new Date(period.until) : null) : before.until
  const after = {
    role: role ?? before.role,
    title: title === undefined ? before.title : title,
    from,
    until,
    standIn: standIn ?? before.standIn,
  }
  if (before.role === 'head' || after.role === 'head') await mustBeHead(w)
  if (until && until <= from) throw new Refused('invalid', { field: 'period.until' })
  assertPeriod(after, w.now)
  const [changed] = await w.tx.update(memberships).set(after).where(eq(memberships.id, membershipId)).returning()
  if (!changed) throw new Refused('not_found')
  await assertHead(w, before, changed)
  await tellMembers(w, 'person.changed', changed)
  return presentMember({ memberships: changed, people: member.people }, w.caller, w.now)
}

/** Ends a membership, or an invitation. Access ends at once; the work stays. Refuses: not_found, forbidden, last_head. */
export async function remove(w: Work, membershipId: string): Promise<void> {
  const member = await memberOf(w, membershipId).catch((error: unknown) => {
    if (error instanceof Refused && error.code === 'not_found') return null
    throw error
  })
  if (!member) return cancelInvitation(w, membershipId)
  if (member.memberships.role === 'head') await mustBeHead(w)
  const [removed] = await w.tx
    .update(memberships)
    .set({ removedAt: w.now })
    .where(eq(memberships.id, membershipId))
    .returning()
  if (!removed) throw new Refused('not_found')
  await assertHead(w, member.memberships, removed)
  await tellMembers(w, 'person.removed', removed)
}

/** Whether each delegation has a head, and who was invited: all that the office sees of missions. */
export async function presentHeads(tx: Tx, now: Date): Promise<ReplyOf<typeof listHeads>['heads']> {
  const heads = await tx
    .select()
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.role, 'head'), isNull(memberships.removedAt)))
    .orderBy(asc(memberships.from))
  const invited = await pendingInvitations(
    tx,
    now,
    and(isNotNull(invitations.delegationId), eq(invitations.memberRole, 'head')),
  )
  return [
    ...heads.map(({ memberships: head, people: person }) => ({
      delegationId: head.delegationId,
      personName: person.name,
      email: person.email,
      state: stateOf(head, now),
    })),
    ...invited.flatMap(({ delegationId, email }) =>
      delegationId ? [{ delegationId, personName: '', email, state: 'invited' as const }] : [],
    ),
  ]
}

export function presentInvited(invitation: InvitationRow, caller: Caller, heads = true): MembershipView {
  if (!invitation.memberRole) throw new Error('an invitation to the office is none to a delegation')
  return {
    id: invitation.id,
    // Whether the address already has an account is nobody’s business before it accepts.
    personName: '',
    email: invitation.email,
    role: invitation.memberRole,
    title: invitation.title,
    from: (invitation.from ?? invitation.createdAt).toISOString(),
    until: invitation.until?.toISOString() ?? null,
    standIn: invitation.standIn,
    state: 'invited',
    may: { change: false, remove: may(caller, 'mission.manage') && (heads || invitation.memberRole !== 'head') },
  }
}

/** `heads`: whether the caller also says who heads the delegation (AC4). */
function presentMember(
  { memberships: row, people: person }: Member,
  caller: Caller,
  now: Date,
  heads = true,
): MembershipView {
  const manage = may(caller, 'mission.manage') && (heads || row.role !== 'head')
  return {
    id: row.id,
    personName: person.name,
    email: person.email,
    role: row.role,
    title: row.title,
    from: row.from.toISOString(),
    until: row.until?.toISOString() ?? null,
    standIn: row.standIn,
    state: stateOf(row, now),
    may: { change: manage, remove: manage },
  }
}

function stateOf(row: MembershipRow, now: Date): 'active' | 'coming' | 'ended' {
  if (now < row.from) return 'coming'
  return holdsAt(row, now) ? 'active' : 'ended'
}

/** A membership of one’s own delegation. All of them are locked: two heads must not remove each other at once. */
async function memberOf(w: Work, membershipId: string): Promise<Member> {
  const delegationId = ownDelegation(w.caller)
  const rows = await w.tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.delegationId, delegationId), isNull(memberships.removedAt)))
    .orderBy(asc(memberships.id))
    .for('update')
  const row = rows.find(({ id }) => id === membershipId)
  if (!row) throw new Refused('not_found')
  const [person] = await w.tx.select().from(people).where(eq(people.id, row.personId))
  if (!person) throw new Error('a membership without a person')
  return { memberships: row, people: person }
}

/** A delegation that has a head keeps one; a stand-in, whose period ends, does not count. Refuses: last_head. */
async function assertHead(w: Work, before: MembershipRow, after: MembershipRow): Promise<void> {
  const leads = (row: MembershipRow) =>
    row.role === 'head' && !row.standIn && row.removedAt === null && holdsAt(row, w.now)
  if (!leads(before) || leads(after)) return
  const rows = await w.tx.select().from(memberships).where(eq(memberships.delegationId, before.delegationId))
  if (!rows.some(leads)) throw new Refused('last_head')
}

/** The delegation hears of it, and whoever it concerns: their rights are looked at anew. */
async function tellMembers(w: Work, kind: 'person.changed' | 'person.removed', row: MembershipRow): Promise<void> {
  await w.write(streams.delegation(row.delegationId), kind, row.id, { role: row.role, standIn: row.standIn })
  await w.write(streams.person(row.personId), kind, row.id)
}
