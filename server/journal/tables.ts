import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** One row per audience; its lock gives the order, its `hash` is the head of the chain. */
export const streams = pgTable('streams', {
  name: text().primaryKey(),
  seq: integer().notNull().default(0),
  hash: text().notNull(),
})

/** Order, identity and digest of everything that happened; never content. Written by `journal_append` alone. */
export const journal = pgTable(
  'journal',
  {
    stream: text()
      .notNull()
      .references(() => streams.name),
    seq: integer().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    digest: text().notNull(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stream, t.seq] }), index().on(t.subject)],
)

/** Who did it, beside the journal and readable by nobody the server serves. */
export const journalActors = pgTable(
  'journal_actors',
  { stream: text().notNull(), seq: integer().notNull(), personId: uuid().notNull() },
  (t) => [primaryKey({ columns: [t.stream, t.seq] })],
)

/** A command that was carried out and what was answered: the same key again gets the same answer. */
export const commands = pgTable(
  'commands',
  {
    personId: uuid().notNull(),
    commandId: uuid().notNull(),
    digest: text().notNull(),
    reply: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.commandId] }), index().on(t.at)],
)

/** What has a time of its own: closing at the deadline, mails, exports, clearing up. */
export const jobs = pgTable(
  'jobs',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().notNull(),
    subject: text().notNull(),
    runAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    lockedUntil: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.runAt)],
)
