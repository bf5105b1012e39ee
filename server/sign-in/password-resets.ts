import { and, eq, gt, isNull } from 'drizzle-orm'
import { reading, transaction } from '../database/database.ts'
import type { JobKind } from '../journal/jobs.ts'
import { tell } from '../notices/notices.ts'
import { passwordResets, people } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import { type Parts, work } from '../work.ts'
import { personWithEmail, setPassword } from './accounts.ts'
import { digestOfToken, newLinkToken } from './links.ts'
import { assertGoodPassword, hashPassword } from './passwords.ts'
import { askingForResets, countTry, forgetTries } from './throttle.ts'

const HOURS = 1

/**
 * Notes that somebody asks for a link. Whether the address is known is looked at later, by the job, so that neither the
 * answer nor its time tells. Refuses: too_many_attempts.
 */
export async function askForReset(parts: Parts, email: string, ip: string): Promise<void> {
  await countTry(parts.database, askingForResets(email, ip))
  await transaction(parts.database, 'system', 'begin', (_tx, client) =>
    client.query("insert into jobs (kind, subject) values ('password-reset.asked', $1)", [email]),
  )
}

async function sendResetLink(parts: Parts, email: string): Promise<void> {
  const person = await personWithEmail(parts, email)
  // Who was invited and has not accepted has no account: a reset is no way around an invitation.
  if (!person?.passwordHash) return
  const { token, digest } = newLinkToken()
  await work(parts, 'system', async (w) => {
    const expiresAt = new Date(w.now.getTime() + HOURS * 3_600_000)
    await w.tx.insert(passwordResets).values({ tokenDigest: digest, personId: person.id, expiresAt })
    await tell(w, { people: [person.id] }, { kind: 'password_reset', link: `/password-resets/${token}`, facts: {} })
    await w.write(`person:${person.id}`, 'person.changed', person.id)
  })
}

/** Sets the password by a link, once, and ends every sign-in. Refuses: link_used, link_expired, too_short, too_common. */
export async function resetPassword(parts: Parts, token: string, password: string, ip: string): Promise<void> {
  const digest = digestOfToken(token)
  const person = await reading(parts.database, 'system', async (tx, now) => {
    const [found] = await tx
      .select()
      .from(passwordResets)
      .innerJoin(people, eq(people.id, passwordResets.personId))
      .where(eq(passwordResets.tokenDigest, digest))
    if (found?.password_resets.usedAt) throw new Refused('link_used')
    if (!found || found.password_resets.expiresAt <= now) throw new Refused('link_expired')
    return found.people
  })
  assertGoodPassword(password, 'password', person)
  const passwordHash = await hashPassword(password)
  await work(parts, 'system', async (w) => {
    const [used] = await w.tx
      .update(passwordResets)
      .set({ usedAt: w.now })
      .where(
        and(eq(passwordResets.tokenDigest, digest), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, w.now)),
      )
      .returning()
    if (!used) throw new Refused('link_used')
    // Other links that were asked for open nothing any more.
    await w.tx
      .update(passwordResets)
      .set({ usedAt: w.now })
      .where(and(eq(passwordResets.personId, person.id), isNull(passwordResets.usedAt)))
    await setPassword(w, person.id, passwordHash)
  })
  await forgetTries(parts.database, person.email, ip)
}

export const resetJobs: JobKind[] = [{ kind: 'password-reset.asked', run: sendResetLink }]
