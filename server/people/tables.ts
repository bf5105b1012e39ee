import { LANGUAGES } from '@consultation/shared/languages.ts'
import { DELEGATION_KINDS, REGIONAL_GROUPS } from '@consultation/shared/people.ts'
import { MEMBER_ROLES, OFFICE_ROLES } from '@consultation/shared/rules/access.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
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

export const language = pgEnum('language', LANGUAGES)
export const memberRole = pgEnum('member_role', MEMBER_ROLES)
export const officeRole = pgEnum('office_role', OFFICE_ROLES)
export const delegationKind = pgEnum('delegation_kind', DELEGATION_KINDS)
export const regionalGroup = pgEnum('regional_group', REGIONAL_GROUPS)

/** `until` is null where the day of the change is not known. */
export type FormerNames = { until: string | null; names: Translated; formalNames: Translated }

export const delegations = pgTable('delegations', {
  id: uuid().primaryKey().defaultRandom(),
  code: text().notNull().unique(),
  kind: delegationKind().notNull(),
  names: jsonb().$type<Translated>().notNull(),
  formalNames: jsonb().$type<Translated>().notNull(),
  /** Names borne before, each up to the day of its change: a record of 2017 shows the names of its day. */
  formerNames: jsonb().$type<FormerNames[]>().notNull().default([]),
  regionalGroup: regionalGroup(),
  protocolOrder: integer(),
})

export const groups = pgTable('groups', {
  id: uuid().primaryKey().defaultRandom(),
  key: text().unique(),
  kind: text().$type<'regional' | 'political' | 'economic' | 'geographic' | 'other'>().notNull(),
  names: jsonb().$type<Translated>().notNull(),
  complete: boolean().notNull(),
})

/** Membership by date, so that the roster of any day can be told. `until` is the first day without it. */
export const groupMembers = pgTable(
  'group_members',
  {
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    from: date(),
    until: date(),
  },
  (t) => [index().on(t.groupId)],
)

export const groupSpeakers = pgTable(
  'group_speakers',
  {
    id: uuid().primaryKey().defaultRandom(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    from: date().notNull(),
    until: date(),
  },
  (t) => [index().on(t.delegationId)],
)

export const people = pgTable('people', {
  id: uuid().primaryKey().defaultRandom(),
  email: text().notNull().unique(),
  name: text().notNull(),
  language: language().notNull().default('en'),
  timeZone: text(),
  passwordHash: text(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

export const officeRoles = pgTable(
  'office_roles',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: officeRole().notNull(),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
)

export const memberships = pgTable(
  'memberships',
  {
    id: uuid().primaryKey().defaultRandom(),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: memberRole().notNull(),
    title: text(),
    from: timestamp({ withTimezone: true }).notNull().defaultNow(),
    until: timestamp({ withTimezone: true }),
    standIn: boolean().notNull().default(false),
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.personId),
    index().on(t.delegationId),
    check('memberships_period', sql`${t.until} is null or ${t.from} < ${t.until}`),
    check('memberships_stand_in_ends', sql`not ${t.standIn} or (${t.role} = 'head' and ${t.until} is not null)`),
  ],
)

/** A one-time link; only the digest of its token is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey().defaultRandom(),
    tokenDigest: text().notNull().unique(),
    email: text().notNull(),
    language: language().notNull(),
    officeRole: officeRole(),
    delegationId: uuid().references(() => delegations.id),
    memberRole: memberRole(),
    title: text(),
    from: timestamp({ withTimezone: true }),
    until: timestamp({ withTimezone: true }),
    standIn: boolean().notNull().default(false),
    invitedBy: uuid().references(() => people.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
    cancelledAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.delegationId),
    check(
      'invitations_for_one_thing',
      sql`(${t.officeRole} is not null and ${t.delegationId} is null and ${t.memberRole} is null)
       or (${t.officeRole} is null and ${t.delegationId} is not null and ${t.memberRole} is not null)`,
    ),
  ],
)

/** Lucia’s sessions. `id` is a digest: what stands here opens nothing. */
export const signIns = pgTable(
  'sign_ins',
  {
    id: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    startedAt: timestamp({ withTimezone: true }).notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    device: text().notNull().default(''),
  },
  (t) => [index().on(t.personId), index().on(t.expiresAt)],
)

export const passwordResets = pgTable(
  'password_resets',
  {
    tokenDigest: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.personId)],
)

/** Failed attempts per account and per address, in windows; keys are digests. */
export const throttles = pgTable(
  'throttles',
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    windowEnds: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.windowEnds), unique().on(t.key)],
)
