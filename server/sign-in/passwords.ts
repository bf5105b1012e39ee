import { randomBytes } from 'node:crypto'
import { PASSWORD_MIN } from '@consultation/shared/sign-in.ts'
import { hash, verify } from '@node-rs/argon2'
import { Refused } from '../refused.ts'
import { isObvious } from './obvious-passwords.ts'

/** Argon2id by OWASP's floor: 19 MiB, two passes, one lane; about 30 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** More at once would take the processors from everybody who is at work. */
const AT_ONCE = 2
/** Who would wait longer than a few seconds is told to come again. */
const WAITING_MAX = 150

let running = 0
const waiting: (() => void)[] = []

/** Refuses: busy. */
async function inTurn<T>(action: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MAX) throw new Refused('busy', { retryAfter: 5 })
    // The place is handed on, not freed: nobody slips in between.
    await new Promise<void>((go) => waiting.push(go))
  } else running++
  try {
    return await action()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** The same letters typed on two keyboards are the same password (NIST SP 800-63B, 3.1.1.2). */
const asTyped = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(asTyped(password), COST))

// For accounts that do not exist: the answer takes as long as for one that does.
const nobodys = hashPassword(randomBytes(32).toString('hex'))

/** Takes the same time whether there is an account or not. Never inside a transaction: it would hold a connection. */
export async function passwordMatches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const known = passwordHash ?? (await nobodys)
  const matches = await inTurn(() => verify(known, asTyped(password)))
  return matches && passwordHash !== null && passwordHash !== undefined
}

/** Refuses: too_short, too_common. */
export function assertGoodPassword(password: string, field: string, person: { email: string; name: string }): void {
  if ([...password].length < PASSWORD_MIN) throw new Refused('too_short', { field })
  if (isObvious(password, person)) throw new Refused('too_common', { field })
}
