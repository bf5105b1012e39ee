import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Cursor, Id, Instant } from './wire.ts'

export const MAIL_STATES = ['waiting', 'sent', 'kept', 'failed'] as const

export const MailView = z.object({
  id: Id,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  language: z.string(),
  at: Instant,
  /** `kept`: no SMTP_URL is set, so the letter stands here alone. */
  state: z.enum(MAIL_STATES),
})

export const listMails = endpoint({
  method: 'GET',
  path: '/api/outbox',
  permission: 'outbox.read',
  summary: 'Mails of an installation without SMTP, newest first; administrators alone.',
  query: z.strictObject({ cursor: Cursor }),
  reply: z.object({ mails: z.array(MailView), next: z.string().nullable() }),
})
