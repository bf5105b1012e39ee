import { randomUUID } from 'node:crypto'
import type { BodyOf, ReplyOf } from '@consultation/shared/contract.ts'
import type { acceptInvitation, readInvitation } from '@consultation/shared/sign-in.ts'
import { eq } from 'drizzle-orm'
import { reading } from '../database/database.ts'
import { accept, type InvitationRow, invitationWith } from '../people/invitations.ts'
import { delegations, people } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import type { Parts, Work } from '../work.ts'
import { personBy } from './accounts.ts'
import { assertGoodPassword, hashPassword } from './passwords.ts'

/** What an invitation is for. Refuses: link_used, link_expired. */
export function presentInvitation(parts: Parts, token: string): Promise<ReplyOf<typeof readInvitation>> {
  return reading(parts.database, 'system', async (tx, now) => {
    const invitation = await invitationWith(tx, token, now)
    const role = invitation.memberRole ?? invitation.officeRole
    if (!role) throw new Error('an invitation is for something')
    const [delegation] = invitation.delegationId
      ? await tx.select().from(delegations).where(eq(delegations.id, invitation.delegationId))
      : []
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, invitation.email))
    return {
      email: invitation.email || null,
      language: invitation.language,
      delegation: delegation?.names ?? null,
      role,
      known: known !== undefined,
      until: invitation.expiresAt.toISOString(),
    }
  })
}

/**
 * Who accepts, and how: a known address with its own password, which an invitation never sets anew; a new one with a name and
 * a password. Refuses: link_used, link_expired, required, too_short, too_common, wrong_credentials, too_many_attempts.
 */
export async function join(
  parts: Parts,
  token: string,
  body: BodyOf<typeof acceptInvitation>,
  ip: string,
): Promise<{ personId: string; accept: (w: Work) => Promise<void> }> {
  const invitation = await reading(parts.database, 'system', (tx, now) => invitationWith(tx, token, now))
  const email = invitation.email || body.email
  if (!email) throw new Refused('required', { field: 'email' })
  const known = await reading(parts.database, 'system', async (tx) => {
    const [row] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
    return row !== undefined
  })
  if (known) {
    const person = await personBy(parts, email, body.password, ip)
    return { personId: person.id, accept: (w) => accept(w, invitation, person.id) }
  }
  if (!body.name) throw new Refused('required', { field: 'name' })
  const name = body.name
  assertGoodPassword(body.password, 'password', { email, name })
  const passwordHash = await hashPassword(body.password)
  const personId = randomUUID()
  return { personId, accept: (w) => acceptAsNew(w, invitation, { id: personId, email, name, passwordHash }) }
}

async function acceptAsNew(
  w: Work,
  invitation: InvitationRow,
  person: { id: string; email: string; name: string; passwordHash: string },
): Promise<void> {
  const added = await w.tx
    .insert(people)
    .values({ ...person, language: invitation.language })
    .onConflictDoNothing()
    .returning({ id: people.id })
  // Another invitation to the same address was accepted in this moment: from now on its password counts.
  if (added.length === 0) throw new Refused('changed_meanwhile')
  await accept(w, invitation, person.id)
}
