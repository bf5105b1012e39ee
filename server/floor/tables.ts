import type { Language } from '@consultation/shared/languages.ts'
import { FLOOR_CAPACITIES, SPEAKER_STATES } from '@consultation/shared/rules/floor.ts'
import type { Block, Translated } from '@consultation/shared/text.ts'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { delegations, groups, language } from '../people/tables.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'

export const floorCapacity = pgEnum('floor_capacity', FLOOR_CAPACITIES)
export const speakerState = pgEnum('speaker_state', SPEAKER_STATES)

/** The breakout group that reports, by its session: named here, for the plenary is not in that room. */
export type Reporting = { sessionId: string; title: Translated }

/**
 * A place on the list belongs to a delegation, or to a breakout group that reports. Who may be seen on it is the room's own matter:
 * everybody there sees who speaks.
 */
export const speakers = pgTable(
  'speakers',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    itemId: uuid()
      .notNull()
      .references(() => sessionItems.id),
    delegationId: uuid().references(() => delegations.id),
    groupId: uuid().references(() => groups.id),
    report: jsonb().$type<Reporting>(),
    capacity: floorCapacity().notNull(),
    state: speakerState().notNull(),
    place: doublePrecision().notNull(),
    observer: boolean().notNull(),
    movedFor: text(),
    usedMs: integer().notNull().default(0),
    requestedAt: timestamp({ withTimezone: true }).notNull(),
    spokeAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.itemId),
    index().on(t.sessionId),
    uniqueIndex('speakers_one_place')
      .on(
        t.itemId,
        t.delegationId,
        t.capacity,
        sql`coalesce(${t.groupId}, '00000000-0000-0000-0000-000000000000'::uuid)`,
      )
      .where(sql`${t.state} in ('requested', 'confirmed', 'speaking')`),
    uniqueIndex('speakers_one_speaks').on(t.itemId).where(sql`${t.state} = 'speaking'`),
    check('speakers_delegation_or_report', sql`(${t.delegationId} is null) = (${t.report} is not null)`),
    // Compared as text: a value is not usable in the transaction that adds it.
    check('speakers_report_reports', sql`(${t.capacity}::text = 'report') = (${t.report} is not null)`),
  ],
)

/** Each giving of the floor, so that the last can be taken back. */
export const floorGivings = pgTable(
  'floor_givings',
  {
    id: uuid().primaryKey().defaultRandom(),
    itemId: uuid()
      .notNull()
      .references(() => sessionItems.id),
    fromSpeakerId: uuid(),
    toSpeakerId: uuid(),
    /** The item's clock and list as they were. */
    before: jsonb()
      .$type<{
        clockStartedAt: string | null
        clockUsedMs: number
        clockLimitMs: number
        fromUsedMs: number
        toState: string | null
      }>()
      .notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    takenBackAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.itemId)],
)

export const trades = pgTable(
  'trades',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid().notNull(),
    itemId: uuid()
      .notNull()
      .references(() => sessionItems.id),
    fromSpeakerId: uuid()
      .notNull()
      .references(() => speakers.id),
    toSpeakerId: uuid()
      .notNull()
      .references(() => speakers.id),
    fromDelegationId: uuid().notNull(),
    toDelegationId: uuid().notNull(),
    state: text().$type<'offered' | 'accepted' | 'declined' | 'lapsed'>().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.itemId)],
)

/** What was or will be delivered, or was put in writing: one row for each version that can be cited. Nothing of who said it. */
export const statements = pgTable(
  'statements',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    itemId: uuid()
      .notNull()
      .references(() => sessionItems.id),
    channel: text().$type<'room' | 'writing'>().notNull(),
    language: language().$type<Language>().notNull(),
    blocks: jsonb().$type<Block[]>().notNull(),
    /** What is shown of it among many. */
    beginning: text().generatedAlwaysAs(sql`beginning_of(blocks)`),
    /** Seen by the room: a written one at once, one to be delivered when its speaker has spoken. */
    open: boolean().notNull(),
    /** Where it stands among the others; drawn, where names are withheld. The same for its versions. */
    place: doublePrecision().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    version: integer().notNull().default(1),
    /** The version that took its place. */
    replacedBy: uuid().references((): AnyPgColumn => statements.id),
    /** The room has read it: its words no longer change (a trigger sets it and holds it). */
    fixed: boolean().notNull().default(false),
  },
  (t) => [index().on(t.sessionId), index().on(t.replacedBy)],
)
export const statementSources = pgTable(
  'statement_sources',
  {
    statementId: uuid()
      .primaryKey()
      .references(() => statements.id),
    sessionId: uuid().notNull(),
    itemId: uuid().notNull(),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    groupId: uuid().references(() => groups.id),
    /** For whom a group spoke that day. */
    roster: uuid().array().notNull(),
    /** The room may read it: an attributed session, and the statement is open. */
    named: boolean().notNull().default(false),
    speakerId: uuid(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index().on(t.sessionId),
    uniqueIndex('statements_one_per_capacity').on(
      t.itemId,
      t.delegationId,
      sql`coalesce(${t.groupId}, '00000000-0000-0000-0000-000000000000'::uuid)`,
      t.version,
    ),
  ],
)
