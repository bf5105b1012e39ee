import { doublePrecision, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { people } from '../people/tables.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'

/** Points of the record. What each rests on is in `links`. */
export const notes = pgTable(
  'notes',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    itemId: uuid()
      .notNull()
      .references(() => sessionItems.id),
    text: text().notNull(),
    place: doublePrecision().notNull(),
    revision: integer().notNull().default(1),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.sessionId)],
)
