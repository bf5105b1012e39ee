import { streams } from '@consultation/shared/live.ts'
import type { PersonSettings } from '@consultation/shared/people.ts'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { reading } from '../database/database.ts'
import { people } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import type { Parts, Work } from '../work.ts'
import { passwordMatches } from './passwords.ts'
import { endSignInsOf, type Signed, signedIn } from './sign-ins.ts'
import { countTry, forgetTries, guessingAt } from './throttle.ts'

export type PersonRow = typeof people.$inferSelect

export const personWithEmail = (parts: Parts, email: string): Promise<PersonRow | undefined> =>
  reading(parts.database, 'system', async (tx) => (await tx.select().from(people).where(eq(people.email, email)))[0])

/**
 * The person whose password this is. Nothing tells a wrong address from a wrong password: not the text, the status or the
 * time. Refuses: wrong_credentials, too_many_attempts, busy.
 */
export async function personBy(parts: Parts, email: string, password: string, ip: string): Promise<PersonRow> {
  await countTry(parts.database, guessingAt(email, ip))
  const person = await personWithEmail(parts, email)
  const right = await passwordMatches(person?.passwordHash, password)
  if (!right || !person) throw new Refused('wrong_credentials')
  await forgetTries(parts.database, email, ip)
  return person
}

/** The caller’s own row. */
export async function ownAccount(parts: Parts, caller: Signed): Promise<PersonRow> {
  const [person] = await reading(parts.database, caller, (tx) =>
    tx.select().from(people).where(eq(people.id, caller.personId)),
  )
  if (!person) throw new Refused('signed_out')
  return person
}

/** Every sign-in but the one kept ends with the old password. */
export async function setPassword(work: Work, personId: string, passwordHash: string, kept?: string): Promise<void> {
  await work.tx.update(people).set({ passwordHash }).where(eq(people.id, personId))
  await endSignInsOf(work.tx, personId, kept)
  await work.write(streams.person(personId), 'person.password_changed', personId)
}

export async function changeSettings(work: Work, settings: z.infer<typeof PersonSettings>): Promise<void> {
  const { personId } = signedIn(work.caller)
  const changes = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  if (Object.keys(changes).length > 0) await work.tx.update(people).set(changes).where(eq(people.id, personId))
  await work.write(streams.person(personId), 'person.changed', personId, changes)
}
