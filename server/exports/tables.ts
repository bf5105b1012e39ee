import type { AnswerFilter } from '@consultation/shared/answers.ts'
import { EXPORT_FORMATS, EXPORT_STATES, type Paper } from '@consultation/shared/exports.ts'
import type { Refusal } from '@consultation/shared/refusals.ts'
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { consultations } from '../consultations/tables.ts'
import { language, people } from '../people/tables.ts'
import { questionLists, questions } from '../question-lists/tables.ts'
import { reports } from '../reports/tables.ts'
import { bytes } from '../responses/tables.ts'
import { retreats } from '../retreats/tables.ts'
import { sessions } from '../sessions/tables.ts'

export const exportFormat = pgEnum('export_format', EXPORT_FORMATS)
export const exportState = pgEnum('export_state', EXPORT_STATES)

export const fileExports = pgTable(
  'exports',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** A compilation of this list's answers, the record of this session, or a paper of this retreat or consultation. */
    listId: uuid().references(() => questionLists.id),
    sessionId: uuid().references(() => sessions.id),
    retreatId: uuid().references(() => retreats.id),
    consultationId: uuid().references(() => consultations.id),
    paper: text().$type<Paper>(),
    /** Which of the consultation's summaries. */
    summaryId: uuid().references(() => reports.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** The sign-in that asked: the file ends with it. */
    signInId: text().notNull(),
    format: exportFormat().notNull(),
    language: language().notNull(),
    filter: jsonb().$type<AnswerFilter>().notNull(),
    state: exportState().notNull().default('waiting'),
    progress: real().notNull().default(0),
    fileName: text(),
    content: bytes(),
    failure: text().$type<Refusal>(),
    askedAt: timestamp({ withTimezone: true }).notNull(),
    until: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    index().on(t.personId),
    index().on(t.until),
    check(
      'exports_of_one_thing',
      sql`num_nonnulls(${t.listId}, ${t.sessionId}, ${t.retreatId}, ${t.consultationId}) = 1
        and (${t.paper} is not null) = (coalesce(${t.retreatId}, ${t.consultationId}) is not null)`,
    ),
    check('exports_of_summary', sql`(coalesce(${t.paper}, '') = 'summary') = (${t.summaryId} is not null)`),
  ],
)

/** Replies not for attribution as they left the house: which, and in which drawn order. Served as they are ever after. */
export const releases = pgTable(
  'releases',
  {
    listId: uuid()
      .notNull()
      .references(() => questionLists.id),
    questionId: uuid()
      .notNull()
      .references(() => questions.id),
    number: integer().notNull(),
    contributionIds: uuid().array().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.listId, t.questionId, t.number] })],
)
