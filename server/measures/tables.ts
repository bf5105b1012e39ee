import { MEASURE_STATES } from '@consultation/shared/rules/measures.ts'
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
import { people } from '../people/tables.ts'

export const measureState = pgEnum('measure_state', MEASURE_STATES)

/** An immediate measure of the action plan. What it answers is in `links`. */
export const measures = pgTable(
  'measures',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid()
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    title: jsonb().$type<Translated>().notNull(),
    text: jsonb().$type<Translated>().notNull(),
    /** The office that carries it out. */
    owner: jsonb().$type<Translated>().notNull(),
    track: text().notNull(),
    /** As far as it is known: a day, a month, a year. */
    due: text(),
    state: measureState().notNull().default('proposed'),
    /** Delegations see the plan once it is published; a measure added later is published of its own. */
    published: boolean().notNull().default(false),
    revision: integer().notNull().default(1),
  },
  (t) => [unique().on(t.consultationId, t.number), index().on(t.track)],
)

/** Every state it has had, never changed. */
export const measureHistory = pgTable(
  'measure_history',
  {
    id: uuid().primaryKey().defaultRandom(),
    measureId: uuid()
      .notNull()
      .references(() => measures.id),
    state: measureState().notNull(),
    note: jsonb().$type<Translated>().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.measureId)],
)

/** What must be there before: a measure of this or another track. */
export const measureDependencies = pgTable(
  'measure_dependencies',
  {
    measureId: uuid()
      .notNull()
      .references(() => measures.id),
    needs: uuid()
      .notNull()
      .references(() => measures.id),
  },
  (t) => [
    primaryKey({ columns: [t.measureId, t.needs] }),
    index().on(t.needs),
    check('dependencies_not_on_itself', sql`${t.measureId} <> ${t.needs}`),
  ],
)
