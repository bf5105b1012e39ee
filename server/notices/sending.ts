import { createTransport } from 'nodemailer'
import { type Database, transaction } from '../database/database.ts'
import type { JobKind } from '../journal/jobs.ts'
import type { Parts } from '../work.ts'
import { clearUp } from './clear-up.ts'
import { ONE_TIME_LINK } from './letters.ts'
import type { Calendar } from './tables.ts'

/** Over about a day: a mail server that asks to come again later (greylisting) means minutes, one that is down means hours. */
const ATTEMPTS_MAX = 10
/** Shorter together than the first pause between two attempts: a mail is never under way twice. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 25_000 }

type Mail = {
  id: string
  to: string
  subject: string
  text: string
  language: string
  attempts: number
  calendar: Calendar | null
}

/** Sends what waits. Any number of these may run at once: a mail is claimed by counting the attempt. */
async function sendWaiting(parts: Parts, _subject: string, signal: AbortSignal): Promise<void> {
  const { database, config } = parts
  if (!config.SMTP_URL) {
    // Written while there was a mail server; who has taken it away looks for them in the outbox.
    await system(database, "update mails set state = 'kept' where state = 'waiting'", [])
    return
  }
  const transport = createTransport({ url: config.SMTP_URL, pool: true, maxConnections: 1, ...TIMEOUTS })
  try {
    for (let mail = await claim(database); mail; mail = await claim(database)) {
      await sendOne(parts, (message) => transport.sendMail(message), mail)
      signal.throwIfAborted()
    }
  } finally {
    transport.close()
  }
}

/** The oldest that is due, with the attempt counted: nobody else takes it before the pause is over, also if we die now. */
async function claim(database: Database): Promise<Mail | undefined> {
  const { rows } = await system<Mail>(
    database,
    `update mails set attempts = attempts + 1
     where id = (select id from mails
       where state = 'waiting' and at + make_interval(mins => (2 ^ attempts)::integer - 1) <= now()
       order by at limit 1 for update skip locked)
     returning id, "to", subject, text, language, attempts, calendar`,
    [],
  )
  return rows[0]
}

type Send = (message: { messageId: string } & Record<string, unknown>) => Promise<unknown>

async function sendOne({ database, config, log }: Parts, send: Send, mail: Mail): Promise<void> {
  try {
    await send({
      // The same at every attempt, so that a mail that did arrive before is recognised.
      messageId: `<${mail.id}@${new URL(config.publicUrl).hostname}>`,
      from: config.MAIL_FROM,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      ...(mail.calendar ? { icalEvent: { ...mail.calendar, filename: 'session.ics' } } : {}),
      headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
      // A letter holds what we wrote alone: nothing in it may open a file or fetch an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    await system(
      database,
      `update mails set state = 'sent', text = regexp_replace(text, '${ONE_TIME_LINK}', '\\1…', 'g') where id = $1`,
      [mail.id],
    )
  } catch (error) {
    const final = mail.attempts >= ATTEMPTS_MAX || isFinal(error)
    // Without the address: a log must not say who was written to.
    log.warn({ code: codeOf(error), mail: mail.id, attempt: mail.attempts }, final ? 'a mail failed' : 'a mail waits')
    if (final) await system(database, "update mails set state = 'failed' where id = $1", [mail.id])
    else {
      await system(
        database,
        `insert into jobs (kind, subject, run_at)
         select 'mail.send', 'waiting', at + make_interval(mins => (2 ^ attempts)::integer - 1) from mails where id = $1`,
        [mail.id],
      )
    }
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)
/** A 5xx of the mail server: it will say the same again. Not so a password it refused, which somebody can put right. */
const isFinal = (error: unknown) =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500 &&
  codeOf(error) !== 'EAUTH'

const system = <Row extends object>(database: Database, text: string, values: unknown[]) =>
  transaction(database, 'system', 'begin', (_tx, client) => client.query<Row>(text, values))

export const noticeJobs: JobKind[] = [{ kind: 'mail.send', run: sendWaiting }, clearUp]
