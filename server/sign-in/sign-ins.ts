import { streams } from '@consultation/shared/live.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import type { MeView } from '@consultation/shared/sign-in.ts'
import { and, desc, eq, gt, isNull, lte, ne, or } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { delegations, memberships, officeRoles, people, signIns } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { ABSOLUTE_HOURS, luciaWithin } from './lucia.ts'

export type Signed = Extract<Caller, { kind: 'person' }>

/** For what is done in the name of somebody who is about to be signed in. */
export const asPerson = (personId: string): Signed => ({
  kind: 'person',
  personId,
  signInId: '',
  office: [],
  acting: null,
})

export function signedIn(caller: Caller): Signed {
  if (caller.kind !== 'person') throw new Refused('signed_out')
  return caller
}

/** A new sign-in with a new token, which is told once and never stored. */
export async function beginSignIn(work: Work, personId: string, device: string): Promise<string> {
  const session = await luciaWithin(work.client).createSession(personId, {
    digest: '',
    startedAt: work.now,
    seenAt: work.now,
    device,
    office: [],
    memberships: [],
    rights: '',
  })
  await work.write(streams.person(personId), 'person.signed_in', personId)
  return session.id
}

/** Ends the sign-in that asks; whatever is connected with it is cut off at once. */
export async function leave(work: Work): Promise<void> {
  const { personId, signInId } = signedIn(work.caller)
  await work.tx.delete(signIns).where(eq(signIns.id, signInId))
  await work.write(streams.person(personId), 'person.signed_out', personId)
}

/** Ends one of the caller’s own sign-ins. Refuses: not_found. */
export async function endSignIn(work: Work, signInId: string): Promise<void> {
  const { personId } = signedIn(work.caller)
  const ended = await work.tx
    .delete(signIns)
    .where(and(eq(signIns.id, signInId), eq(signIns.personId, personId)))
    .returning({ id: signIns.id })
  if (ended.length === 0) throw new Refused('not_found')
  await work.write(streams.person(personId), 'person.signed_out', personId)
}

/** Ends all sign-ins of a person, but for the one that is kept; the caller writes why into the person’s stream. */
export async function endSignInsOf(tx: Tx, personId: string, kept?: string): Promise<void> {
  await tx
    .delete(signIns)
    .where(and(eq(signIns.personId, personId), kept === undefined ? undefined : ne(signIns.id, kept)))
}

export async function signInsOf(tx: Tx, caller: Signed, now: Date) {
  const rows = await tx
    .select()
    .from(signIns)
    .where(and(eq(signIns.personId, caller.personId), gt(signIns.expiresAt, now)))
    .orderBy(desc(signIns.seenAt))
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.startedAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    device: row.device,
    current: row.id === caller.signInId,
  }))
}

/** When a sign-in ends if nothing is done, and when whatever is done. Refuses: signed_out. */
export async function endsOf(tx: Tx, now: Date, { signInId, office }: Signed) {
  const [row] = await tx
    .select({ startedAt: signIns.startedAt, expiresAt: signIns.expiresAt })
    .from(signIns)
    .where(eq(signIns.id, signInId))
  if (!row) throw new Refused('signed_out')
  return {
    now: now.toISOString(),
    idleUntil: row.expiresAt.toISOString(),
    until: absoluteEnd(row.startedAt, office.length > 0).toISOString(),
  }
}

const absoluteEnd = (startedAt: Date, office: boolean) =>
  new Date(startedAt.getTime() + (office ? ABSOLUTE_HOURS.office : ABSOLUTE_HOURS.members) * 3_600_000)

/** The person a sign-in is of, with what is held now. Refuses: signed_out, when the sign-in is gone meanwhile. */
export async function presentMe(tx: Tx, now: Date, signInId: string, sample: boolean): Promise<MeView> {
  const [row] = await tx
    .select()
    .from(signIns)
    .innerJoin(people, eq(people.id, signIns.personId))
    .where(eq(signIns.id, signInId))
  if (!row) throw new Refused('signed_out')
  const { people: person, sign_ins: signIn } = row
  const office = await tx.select().from(officeRoles).where(eq(officeRoles.personId, person.id))
  const held = await tx
    .select()
    .from(memberships)
    .innerJoin(delegations, eq(delegations.id, memberships.delegationId))
    .where(
      and(
        eq(memberships.personId, person.id),
        isNull(memberships.removedAt),
        lte(memberships.from, now),
        or(isNull(memberships.until), gt(memberships.until, now)),
      ),
    )
    .orderBy(delegations.protocolOrder, memberships.from)
  const until = absoluteEnd(signIn.startedAt, office.length > 0)
  return {
    person: {
      id: person.id,
      name: person.name,
      email: person.email,
      language: person.language,
      timeZone: person.timeZone,
    },
    office: office.map(({ role }) => role),
    memberships: held.map(({ memberships: membership, delegations: delegation }) => ({
      id: membership.id,
      delegationId: delegation.id,
      delegation: delegation.names,
      role: membership.role,
      title: membership.title,
      until: membership.until?.toISOString() ?? null,
      standIn: membership.standIn,
    })),
    signIn: {
      idleUntil: new Date(Math.min(signIn.expiresAt.getTime(), until.getTime())).toISOString(),
      until: until.toISOString(),
    },
    sample,
  }
}
