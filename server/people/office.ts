import type { ReplyOf } from '@consultation/shared/contract.ts'
import { streams } from '@consultation/shared/live.ts'
import type { listOffice, OfficeMemberView } from '@consultation/shared/people.ts'
import { type Caller, may, type OfficeRole } from '@consultation/shared/rules/access.ts'
import { and, asc, eq, isNotNull, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { type InvitationRow, pendingInvitations } from './invitations.ts'
import { invitations, officeRoles, people } from './tables.ts'

type OfficeMember = z.infer<typeof OfficeMemberView>

export async function presentOffice(tx: Tx, caller: Caller, now: Date): Promise<ReplyOf<typeof listOffice>> {
  const members = await tx
    .select()
    .from(officeRoles)
    .innerJoin(people, eq(people.id, officeRoles.personId))
    .orderBy(asc(officeRoles.role), asc(people.name))
  // The link that makes the first administrator was sent to nobody, and nobody waits for it.
  const invited = await pendingInvitations(tx, now, and(isNotNull(invitations.officeRole), ne(invitations.email, '')))
  return {
    members: [
      ...members.map(({ office_roles: { role }, people: person }) => ({
        personId: person.id,
        personName: person.name,
        email: person.email,
        role,
        state: 'active' as const,
        invitationId: null,
      })),
      ...invited.map(presentInvitedToOffice),
    ],
    may: { invite: may(caller, 'people.invite_office'), remove: may(caller, 'people.remove_office') },
  }
}

export function presentInvitedToOffice(invitation: InvitationRow): OfficeMember {
  if (!invitation.officeRole) throw new Error('an invitation to a delegation is none to the office')
  return {
    personId: null,
    personName: '',
    email: invitation.email,
    role: invitation.officeRole,
    state: 'invited',
    invitationId: invitation.id,
  }
}

/** Takes a role away; the person’s connections are looked at anew at once. Refuses: not_found, last_administrator. */
export async function removeFromOffice(w: Work, personId: string, role: OfficeRole): Promise<void> {
  // Locked, so that two administrators do not remove each other at once.
  const holders = await w.tx
    .select()
    .from(officeRoles)
    .where(eq(officeRoles.role, role))
    .orderBy(asc(officeRoles.personId))
    .for('update')
  if (!holders.some((holder) => holder.personId === personId)) throw new Refused('not_found')
  if (role === 'administrator' && holders.length === 1) throw new Refused('last_administrator')
  await w.tx.delete(officeRoles).where(and(eq(officeRoles.personId, personId), eq(officeRoles.role, role)))
  await w.write(streams.person(personId), 'person.removed', personId, { role })
  await w.write(streams.people, 'person.removed', personId, { role })
}
