import { randomUUID } from 'node:crypto'
import type { Language } from '@consultation/shared/languages.ts'
import type { MailView } from '@consultation/shared/notices.ts'
import type { MemberRole } from '@consultation/shared/rules/access.ts'
import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../database/database.ts'
import { membersWith } from '../people/people.ts'
import { people } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { isWithinDelegation, type Letter, writeLetter } from './letters.ts'
import { mails } from './tables.ts'

export type { Letter } from './letters.ts'
export { noticeJobs } from './sending.ts'

export type Recipients =
  | { people: readonly string[] }
  | { delegationId: string; roles: readonly MemberRole[] }
  | { email: string; language: Language }

type Reader = { email: string; language: Language; timeZone: string | null }

/** Writes the letter to each, in their language, as part of the work: no mail about what did not happen. */
export async function tell(work: Work, recipients: Recipients, letter: Letter): Promise<void> {
  const readers = await readersOf(work, recipients)
  if (readers.length === 0) return
  const confidential = isWithinDelegation(letter.kind)
  // Without asking for the rows back: whoever writes a letter may not read the outbox.
  await work.tx.insert(mails).values(
    readers.map((reader) => ({
      id: randomUUID(),
      to: reader.email,
      language: reader.language,
      confidential,
      ...writeLetter(letter, reader, work.config),
    })),
  )
  await work.later('mail.send', 'waiting')
}

async function readersOf(work: Work, recipients: Recipients): Promise<Reader[]> {
  if ('email' in recipients) return [{ ...recipients, timeZone: null }]
  const ids =
    'people' in recipients
      ? [...recipients.people]
      : await membersWith(work.tx, recipients.delegationId, recipients.roles, work.now)
  if (ids.length === 0) return []
  return work.tx
    .select({ email: people.email, language: people.language, timeZone: people.timeZone })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(people.email)
}

const PAGE = 50

/** The outbox, newest first. Mails about drafts are not in it (row-level security). Refuses: invalid. */
export async function presentOutbox(tx: Tx, cursor: string | undefined) {
  const after = cursor === undefined ? null : placeIn(cursor)
  const rows = await tx
    .select()
    .from(mails)
    .where(after ? or(lt(mails.at, after.at), and(eq(mails.at, after.at), lt(mails.id, after.id))) : undefined)
    .orderBy(desc(mails.at), desc(mails.id))
    .limit(PAGE + 1)
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return {
    mails: rows.slice(0, PAGE).map(presentMail),
    next: last ? Buffer.from(`${last.at.toISOString()} ${last.id}`).toString('base64url') : null,
  }
}

function presentMail(row: typeof mails.$inferSelect): z.infer<typeof MailView> {
  return {
    id: row.id,
    to: row.to,
    subject: row.subject,
    text: row.text,
    language: row.language,
    at: row.at.toISOString(),
    state: row.state,
  }
}

function placeIn(cursor: string): { at: Date; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new Refused('invalid', { field: 'cursor' })
  return { at: new Date(at), id }
}
