import type { Language } from '@consultation/shared/languages.ts'
import { ATTRIBUTION_MODES, type ItemView, type SCREEN_SHOWS, SESSION_STATES } from '@consultation/shared/room-view.ts'
import { BOARD_PHASES } from '@consultation/shared/rules/board.ts'
import { INVITED_AS, ROOM_ROLES } from '@consultation/shared/rules/rooms.ts'
import type { SESSION_PRESETS } from '@consultation/shared/sessions.ts'
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
import { delegations, people } from '../people/tables.ts'

export const attributionMode = pgEnum('attribution_mode', ATTRIBUTION_MODES)
export const sessionState = pgEnum('session_state', SESSION_STATES)
export const roomRole = pgEnum('room_role', ROOM_ROLES)
export const invitedAs = pgEnum('invited_as', INVITED_AS)
export const boardPhase = pgEnum('board_phase', BOARD_PHASES)

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid()
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    reference: text().notNull().unique(),
    title: jsonb().$type<Translated>().notNull(),
    note: jsonb().$type<Translated>().notNull(),
    preset: text().$type<(typeof SESSION_PRESETS)[number]>().notNull(),
    mode: attributionMode().notNull(),
    state: sessionState().notNull().default('draft'),
    startsAt: timestamp({ withTimezone: true }).notNull(),
    endsAt: timestamp({ withTimezone: true }).notNull(),
    zone: text().notNull(),
    place: text().notNull(),
    link: text().notNull(),
    interpretation: text().array().$type<Language[]>().notNull(),
    observersAfter: boolean().notNull(),
    prescreen: boolean().notNull(),
    ideasOfOne: integer().notNull(),
    rehearsal: boolean().notNull(),
    currentItemId: uuid(),
    screenShow: text().$type<(typeof SCREEN_SHOWS)[number]>().notNull().default('item'),
    screenMessage: text().notNull().default(''),
    recordKept: boolean().notNull().default(false),
    /** Something was contributed: the mode can only become stricter. Set once, by whatever takes the first contribution in. */
    hasContributions: boolean().notNull().default(false),
    /** SEQUENCE of the calendar file: grows when what it says changes. */
    calendarSequence: integer().notNull().default(0),
    revision: integer().notNull().default(1),
    announcedAt: timestamp({ withTimezone: true }),
    openedAt: timestamp({ withTimezone: true }),
    closedAt: timestamp({ withTimezone: true }),
    handedOverAt: timestamp({ withTimezone: true }),
    purgedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    unique().on(t.consultationId, t.number),
    check('sessions_ends_after_start', sql`${t.endsAt} > ${t.startsAt}`),
  ],
)

export const sessionItems = pgTable(
  'session_items',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    number: integer().notNull(),
    title: jsonb().$type<Translated>().notNull(),
    note: jsonb().$type<Translated>().notNull(),
    /** Of circulated lists, whose wording no longer changes: kept here, for who is in the room need not be asked by the list. */
    questions: jsonb().$type<ItemView['questions']>().notNull(),
    listOpen: boolean().notNull().default(false),
    secondsState: integer().notNull(),
    secondsGroup: integer().notNull(),
    clockStartedAt: timestamp({ withTimezone: true, precision: 3 }),
    clockUsedMs: integer().notNull().default(0),
    clockLimitMs: integer().notNull().default(0),
    phase: boardPhase().notNull().default('idle'),
    budget: integer().notNull(),
    cap: integer().notNull(),
    /** What all are shown of the silent ideas (BO3). */
    silentCount: integer().notNull().default(0),
    revision: integer().notNull().default(1),
  },
  (t) => [index().on(t.sessionId)],
)

export const sessionRoles = pgTable(
  'session_roles',
  {
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: roomRole().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId, t.role] })],
)

export const sessionInvited = pgTable(
  'session_invited',
  {
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    invitedAs: invitedAs().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.delegationId] }), index().on(t.delegationId)],
)

export const sessionScreens = pgTable('session_screens', {
  id: uuid().primaryKey().defaultRandom(),
  sessionId: uuid()
    .notNull()
    .references(() => sessions.id),
  tokenDigest: text().notNull().unique(),
  madeAt: timestamp({ withTimezone: true }).notNull(),
  revokedAt: timestamp({ withTimezone: true }),
})

export const attendances = pgTable(
  'attendances',
  {
    id: uuid().notNull().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    since: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.delegationId] })],
)
