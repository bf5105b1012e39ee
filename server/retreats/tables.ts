import type { ReportBackView } from '@consultation/shared/room-view.ts'
import type { Attribution } from '@consultation/shared/rules/attribution.ts'
import {
  type ASSIGNED_BY,
  REPORT_BACK_STATES,
  RETREAT_STATES,
  SLOT_KINDS,
} from '@consultation/shared/rules/retreats.ts'
import type { Translated } from '@consultation/shared/text.ts'
import {
  boolean,
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
import { delegations, people } from '../people/tables.ts'
import { sessions } from '../sessions/tables.ts'

export const retreatState = pgEnum('retreat_state', RETREAT_STATES)
export const slotKind = pgEnum('slot_kind', SLOT_KINDS)
export const reportBackState = pgEnum('report_back_state', REPORT_BACK_STATES)

export const retreats = pgTable(
  'retreats',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid()
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    reference: text().notNull().unique(),
    title: jsonb().$type<Translated>().notNull(),
    note: jsonb().$type<Translated>().notNull(),
    place: text().notNull(),
    zone: text().notNull(),
    state: retreatState().notNull().default('draft'),
    /** Beside nothing else, so that row-level security compares a column. */
    participantIds: uuid().array().notNull(),
    /** The findings put to it, in the order in which they are discussed. */
    findingIds: uuid().array().notNull(),
    /** Feedback can be given before, during and until a set time after. */
    feedbackOpensAt: timestamp({ withTimezone: true }).notNull(),
    feedbackClosesAt: timestamp({ withTimezone: true }).notNull(),
    attributionOffered: text().array().$type<Attribution[]>().notNull(),
    /** Whether delegations see each other's attributed feedback. */
    feedbackOpen: boolean().notNull(),
    announcedAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
    revision: integer().notNull().default(1),
  },
  (t) => [unique().on(t.consultationId, t.number)],
)

/** A stretch of the programme: one plenary, or breakout groups side by side. */
export const retreatSlots = pgTable(
  'retreat_slots',
  {
    id: uuid().primaryKey().defaultRandom(),
    retreatId: uuid()
      .notNull()
      .references(() => retreats.id),
    kind: slotKind().notNull(),
    title: jsonb().$type<Translated>().notNull(),
    startsAt: timestamp({ withTimezone: true }).notNull(),
    endsAt: timestamp({ withTimezone: true }).notNull(),
    /** Until when delegations choose their group; null where staff put them together. */
    choiceUntil: timestamp({ withTimezone: true }),
    /** How the groups were put together, and the seed of the lots: whoever has it draws them again. */
    assignedBy: text().$type<(typeof ASSIGNED_BY)[number]>(),
    seed: text(),
    /** Told to the participants: from now on people know their group and may decline. */
    assignedAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.retreatId)],
)

/** A session of the programme. It is a session like any other: this only says where in the retreat it stands. */
export const retreatSessions = pgTable(
  'retreat_sessions',
  {
    sessionId: uuid()
      .primaryKey()
      .references(() => sessions.id),
    retreatId: uuid()
      .notNull()
      .references(() => retreats.id),
    slotId: uuid()
      .notNull()
      .references(() => retreatSlots.id),
    kind: slotKind().notNull(),
    /** Of a breakout group, counted within its slot. */
    number: integer().notNull(),
    seats: integer(),
    /** The plenary to which a group's points come back. */
    reportsTo: uuid().references(() => sessions.id),
    findingIds: uuid().array().notNull(),
  },
  (t) => [index().on(t.retreatId), index().on(t.slotId)],
)

/** Where a delegation would like to go, in its own order. */
export const groupChoices = pgTable(
  'group_choices',
  {
    slotId: uuid()
      .notNull()
      .references(() => retreatSlots.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    sessionIds: uuid().array().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.slotId, t.delegationId] })],
)

export const declines = pgTable(
  'declines',
  {
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    note: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.delegationId] })],
)

/** What the retreat's chair tells every group at once; it stands in each room. */
export const roomMessages = pgTable(
  'room_messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    text: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.sessionId)],
)

/** A group calls the chair of the retreat. Nobody's name: the group calls. */
export const podiumCalls = pgTable(
  'podium_calls',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    retreatId: uuid().notNull(),
    note: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    answeredAt: timestamp({ withTimezone: true }),
  },
  (t) => [index().on(t.retreatId)],
)

export type Points = ReportBackView['points']
export type Outcome = { signed: number | null; dissents: { delegationId: string | null; note: string }[] }

/** What a group brings back: the rapporteur's points (notes of its session), put to the group, signed, taken to the plenary. */
export const reportBacks = pgTable('report_backs', {
  sessionId: uuid()
    .primaryKey()
    .references(() => sessions.id),
  state: reportBackState().notNull().default('drafting'),
  /** Of the points as they were put: a change of them takes the signatures back. */
  digest: text(),
  /** As they were put; nobody but the podium reads the notes. */
  points: jsonb().$type<Points>().notNull().default([]),
  putAt: timestamp({ withTimezone: true }),
  /** Why the group ended without signed points. */
  reason: text().notNull().default(''),
  signedAt: timestamp({ withTimezone: true }),
  /** What the plenary is told of the signatures: no delegation where the group's session names none. */
  outcome: jsonb().$type<Outcome>(),
  /** Its place on the plenary's speakers list. */
  speakerId: uuid(),
  revision: integer().notNull().default(1),
})

export const signatures = pgTable(
  'signatures',
  {
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    digest: text().notNull(),
    dissents: boolean().notNull(),
    note: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => people.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.delegationId] })],
)

/** Which findings a delegation would have discussed first; in its own order. */
export const priorities = pgTable(
  'priorities',
  {
    retreatId: uuid()
      .notNull()
      .references(() => retreats.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    findingIds: uuid().array().notNull(),
    revision: integer().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.retreatId, t.delegationId] }), index().on(t.delegationId)],
)
