import { MAIL_STATES } from '@consultation/shared/notices.ts'
import { boolean, index, integer, jsonb, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { language } from '../people/tables.ts'

/** What a calendar makes of it is in its method (RFC 5546). */
export type Calendar = { method: 'REQUEST' | 'CANCEL'; content: string }

export const mailState = pgEnum('mail_state', MAIL_STATES)

export const mails = pgTable(
  'mails',
  {
    id: uuid().primaryKey().defaultRandom(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    language: language().notNull(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
    state: mailState().notNull().default('waiting'),
    attempts: integer().notNull().default(0),
    /** About work that only the delegation may know of: no administrator sees it in the outbox. */
    confidential: boolean().notNull().default(false),
    /** A calendar file that goes with it (RFC 5545). */
    calendar: jsonb().$type<Calendar>(),
  },
  (t) => [index().on(t.at, t.id)],
)
