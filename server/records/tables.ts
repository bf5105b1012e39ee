import type { NoteView } from '@consultation/shared/room-view.ts'
import { doublePrecision, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import { people } from '../people/tables.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'

/** Points of the record, with what each rests on. */
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
    sources: jsonb().$type<z.infer<typeof NoteView>['sources']>().notNull(),
    revision: integer().notNull().default(1),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.sessionId)],
)
