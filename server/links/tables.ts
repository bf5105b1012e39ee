import { LINKED_KINDS, type Passage } from '@consultation/shared/links.ts'
import { index, jsonb, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { consultations } from '../consultations/tables.ts'
import { people } from '../people/tables.ts'

export const linkedKind = pgEnum('linked_kind', LINKED_KINDS)

/**
 * The one relation between what was said and what became of it: `to` rests on `from`. No names: who said it is asked where the
 * contribution is.
 */
export const links = pgTable(
  'links',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid()
      .notNull()
      .references(() => consultations.id),
    fromKind: linkedKind().notNull(),
    fromId: uuid().notNull(),
    /** Null: the whole of it. */
    passage: jsonb().$type<Passage>(),
    toKind: linkedKind().notNull(),
    /** A finding's version once it is published; while it is being written the finding's own id. */
    toId: uuid().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.fromKind, t.fromId), index().on(t.toKind, t.toId), index().on(t.consultationId)],
)

/** A contribution that was read and is taken up nowhere, with the reason its delegation is told. */
export const settingsAside = pgTable(
  'settings_aside',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid()
      .notNull()
      .references(() => consultations.id),
    fromKind: linkedKind().notNull(),
    fromId: uuid().notNull(),
    reason: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.fromKind, t.fromId)],
)
