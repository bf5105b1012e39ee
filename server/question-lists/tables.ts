import type { Language } from '@consultation/shared/languages.ts'
import { AUDIENCES, LATE_ANSWERS, LIST_STATES, type Section } from '@consultation/shared/question-lists.ts'
import type { Attribution } from '@consultation/shared/rules/attribution.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { consultations } from '../consultations/tables.ts'
import { delegations } from '../people/tables.ts'

export const listState = pgEnum('list_state', LIST_STATES)
export const audience = pgEnum('audience', AUDIENCES)
export const lateAnswers = pgEnum('late_answers', LATE_ANSWERS)

export const questionLists = pgTable(
  'question_lists',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid()
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    state: listState().notNull().default('draft'),
    title: jsonb().$type<Translated>().notNull(),
    note: jsonb().$type<Translated>().notNull(),
    purpose: jsonb().$type<Translated>().notNull(),
    outcome: jsonb().$type<Translated>().notNull(),
    contact: jsonb().$type<Translated>().notNull(),
    sections: jsonb().$type<Section[]>().notNull(),
    deadlineLocal: text(),
    deadlineZone: text(),
    closesAt: timestamp({ withTimezone: true }),
    /** The deadline as first circulated. */
    firstClosesAt: timestamp({ withTimezone: true }),
    audience: audience().notNull(),
    attributionOffered: text().array().$type<Attribution[]>().notNull(),
    lateAnswers: lateAnswers().notNull(),
    /** Beside the rows in `addressees`, so that row-level security compares a column. */
    addresseeIds: uuid().array().notNull(),
    languages: text().array().$type<Language[]>().notNull(),
    circulatedAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
    revision: integer().notNull().default(1),
  },
  (t) => [
    unique().on(t.consultationId, t.number),
    check(
      'lists_circulated_complete',
      sql`${t.state} = 'draft' or (${t.circulatedAt} is not null and ${t.closesAt} is not null)`,
    ),
    check('lists_closed_has_time', sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
  ],
)

/** The questions of a circulated list, numbered through. */
export const questions = pgTable(
  'questions',
  {
    id: uuid().primaryKey(),
    listId: uuid()
      .notNull()
      .references(() => questionLists.id),
    number: integer().notNull(),
    choices: text().array().notNull(),
  },
  (t) => [unique().on(t.listId, t.number), unique().on(t.listId, t.id)],
)

export const addressees = pgTable(
  'addressees',
  {
    listId: uuid()
      .notNull()
      .references(() => questionLists.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    acknowledgedAt: timestamp({ withTimezone: true }),
    inPreparation: boolean().notNull().default(false),
    extendedTo: timestamp({ withTimezone: true }),
    remindedAt: timestamp({ withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.listId, t.delegationId] }), index().on(t.delegationId)],
)

export const extensions = pgTable(
  'extensions',
  {
    id: uuid().primaryKey().defaultRandom(),
    listId: uuid()
      .notNull()
      .references(() => questionLists.id),
    delegationId: uuid().references(() => delegations.id),
    closesAt: timestamp({ withTimezone: true }).notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.listId)],
)
