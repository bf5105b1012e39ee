import { IDEA_STATES } from '@consultation/shared/rules/board.ts'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { delegations, groups, language } from '../people/tables.ts'
import { bytes } from '../responses/tables.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'

export const ideaState = pgEnum('idea_state', IDEA_STATES)

/** What was written, and nothing of who wrote it or when. */
export const ideas = pgTable(
  'ideas',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    itemId: uuid()
      .notNull()
      .references(() => sessionItems.id),
    text: text().notNull(),
    language: language().notNull(),
    state: ideaState().notNull(),
    reason: text(),
    /** Drawn when it is first shown. */
    place: doublePrecision().notNull(),
    clusterId: uuid().references(() => clusters.id),
    mergedInto: uuid(),
    pinned: boolean().notNull().default(false),
    /** Of a batch without names: which release. */
    release: integer(),
  },
  (t) => [index().on(t.sessionId), index().on(t.itemId)],
)

/** Who wrote it. In an anonymous session there is no such row, and the database refuses one. */
export const ideaSources = pgTable(
  'idea_sources',
  {
    ideaId: uuid()
      .primaryKey()
      .references(() => ideas.id),
    sessionId: uuid().notNull(),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    groupId: uuid().references(() => groups.id),
    /** The room may read it: an attributed session, and the idea is open. */
    named: boolean().notNull().default(false),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.sessionId), index().on(t.delegationId)],
)

export const clusters = pgTable(
  'clusters',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid().notNull(),
    itemId: uuid()
      .notNull()
      .references(() => sessionItems.id),
    name: text().notNull(),
    place: doublePrecision().notNull(),
    mergedInto: uuid(),
    /** Points as they were when prioritising ended; null before, and where too few gave any. */
    points: integer(),
  },
  (t) => [index().on(t.sessionId)],
)

/** What a merging took along, so that it can be undone in one step. */
export const clusterMergings = pgTable('cluster_mergings', {
  id: uuid().primaryKey().defaultRandom(),
  clusterId: uuid()
    .notNull()
    .references(() => clusters.id),
  into: uuid().notNull(),
  ideaIds: uuid().array().notNull(),
  topicIds: uuid().array().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  undoneAt: timestamp({ withTimezone: true }),
})

export const pointsGiven = pgTable(
  'points_given',
  {
    itemId: uuid()
      .notNull()
      .references(() => sessionItems.id),
    sessionId: uuid().notNull(),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    points: jsonb().$type<Record<string, number>>().notNull(),
    total: integer().notNull(),
    budget: integer().notNull(),
    revision: integer().notNull(),
    /** What of it stands in the sums given out last. */
    summed: jsonb().$type<Record<string, number>>(),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.delegationId] }),
    check('points_within_budget', sql`${t.total} between 0 and ${t.budget}`),
  ],
)

/** Writing without a name (security note e3): how many rights a delegation drew, and nothing of what was written with them. */
export const creditsDrawn = pgTable(
  'credits_drawn',
  {
    sessionId: uuid().notNull(),
    delegationId: uuid().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.delegationId] })],
)
/** Signs the credits of one session; thrown away when it is closed. */
export const creditKeys = pgTable('credit_keys', { sessionId: uuid().primaryKey(), key: bytes().notNull() })
/** Held until a batch is large enough. The digest of the credit's number is the lock against using it twice. */
export const intake = pgTable(
  'intake',
  {
    creditDigest: text().primaryKey(),
    sessionId: uuid().notNull(),
    itemId: uuid().notNull(),
    text: text().notNull(),
    language: language().notNull(),
  },
  (t) => [index().on(t.itemId)],
)
/** Credits used in released batches, until the session is closed: a digest, in drawn order. */
export const creditsSpent = pgTable(
  'credits_spent',
  {
    creditDigest: text().primaryKey(),
    sessionId: uuid().notNull(),
    /** Of the words: a repetition after a lost line is known as one. */
    textDigest: text().notNull(),
  },
  (t) => [index().on(t.sessionId)],
)
