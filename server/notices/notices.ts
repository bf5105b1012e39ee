import type { Language } from '@consultation/shared/languages.ts'
import type { MailView } from '@consultation/shared/notices.ts'
import type { MemberRole } from '@consultation/shared/rules/access.ts'
import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { isWithinDelegation, type Letter, withoutOneTimeLink, writeLetter } from './letters.ts'
import { type Calendar, mails } from './tables.ts'

export type { Letter } from './letters.ts'
export { noticeJobs } from './sending.ts'

export type Recipients =
  | { people: readonly string[] }
  | { delegationId: string; roles: readonly MemberRole[] }
  | { delegationIds: readonly string[]; roles: readonly MemberRole[] }
  | { email: string; language: Language }

type Reader = { email: string; language: Language; timeZone: string | null }

const WRITE = `insert into mails ("to", subject, text, language, confidential, state, calendar)
  select address, subject, text, language, $5, $6, calendar
    from unnest($1::text[], $2::text[], $3::text[], $4::language[], $7::jsonb[])
      as written(address, subject, text, language, calendar)`
const WRITE_AND_SEND = `with sending as (insert into jobs (kind, subject) values ('mail.send', 'waiting')) ${WRITE}`

/** One job sends all that a work has written: a list can go to 195 delegations at once. */
const announced = new WeakSet<Work>()

/**
 * Writes the letter to each, in their language, as part of the work: no mail about what did not happen. With it goes a calendar
 * file made for the reader, where there is one.
 */
export async function tell(
  work: Work,
  recipients: Recipients,
  letter: Letter,
  calendarFor?: (reader: Reader) => Calendar,
): Promise<void> {
  const readers = await readersOf(work, recipients)
  if (readers.length === 0) return
  const written = readers.map((reader) => writeLetter(letter, reader, work.config))
  // Without a mail server nothing is sent: the outbox is where the letter stays, and it can be read at once.
  const sent = work.config.SMTP_URL !== undefined
  const first = sent && !announced.has(work)
  announced.add(work)
  await work.client.query({
    name: first ? 'write-and-send-mails' : 'write-mails',
    text: first ? WRITE_AND_SEND : WRITE,
    values: [
      readers.map(({ email }) => email),
      written.map(({ subject }) => subject),
      written.map(({ text }) => text),
      readers.map(({ language }) => language),
      isWithinDelegation(letter.kind),
      sent ? 'waiting' : 'kept',
      readers.map((reader) => (calendarFor ? JSON.stringify(calendarFor(reader)) : null)),
    ],
  })
}

async function readersOf({ client, now }: Work, recipients: Recipients): Promise<Reader[]> {
  if ('email' in recipients) return [{ ...recipients, timeZone: null }]
  if ('people' in recipients) {
    const { rows } = await client.query<Reader>({
      name: 'readers-by-id',
      text: 'select email, language, time_zone as "timeZone" from people where id = any($1) order by email',
      values: [recipients.people],
    })
    return rows
  }
  const { rows } = await client.query<Reader>({
    name: 'readers-by-role',
    text: `select distinct p.email, p.language, p.time_zone as "timeZone"
      from memberships m join people p on p.id = m.person_id
      where m.delegation_id = any($1) and m.role = any($2::member_role[]) and m.removed_at is null
        and m."from" <= $3 and (m.until is null or $3 < m.until)
      order by p.email`,
    values: [
      'delegationIds' in recipients ? recipients.delegationIds : [recipients.delegationId],
      recipients.roles,
      now,
    ],
  })
  return rows
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
    // Without a mail server whoever looks after people passes the letter on; else its link is between the server and the reader.
    text: row.state === 'kept' ? row.text : withoutOneTimeLink(row.text),
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
