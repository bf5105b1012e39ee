import { z } from 'zod'
import { endpoint } from './contract.ts'
import { LANGUAGES } from './languages.ts'
import {
  AttributionMode,
  AUDIENCE_OF,
  COLLECTION_NAMES,
  CollectionsSchema,
  SCREEN_SHOWS,
  SESSION_STATES,
  SessionHead,
} from './room-view.ts'
import { INVITED_AS, ROOM_COMMANDS, ROOM_ROLES, type RoomCommand } from './rules/rooms.ts'
import { LinkAddress, line, prose, Translated, TranslatedLine, TranslatedProse } from './text.ts'
import { CommandId, Done, Id, Instant, TimeZone } from './wire.ts'

export const SESSION_PRESETS = ['brainstorm', 'review', 'town_hall'] as const
export const ITEMS_MAX = 30
/** Idea cards a delegation may write in one session, unless staff set otherwise. */
export const IDEAS_OF_ONE = 20

/** What a kind of session begins with; staff change what they like before anybody is invited. */
export const PRESETS: Record<
  (typeof SESSION_PRESETS)[number],
  {
    mode: AttributionMode
    prescreen: boolean
    ideasOfOne: number
    seconds: { state: number; group: number }
    points: { budget: number; cap: number }
  }
> = {
  // Thinking aloud: nobody is quoted, many short cards.
  brainstorm: {
    mode: 'not_for_attribution',
    prescreen: false,
    ideasOfOne: IDEAS_OF_ONE,
    seconds: { state: 180, group: 300 },
    points: { budget: 5, cap: 3 },
  },
  // Positions on findings: longer, and by name.
  review: {
    mode: 'attributed',
    prescreen: false,
    ideasOfOne: 10,
    seconds: { state: 300, group: 480 },
    points: { budget: 5, cap: 2 },
  },
  // Many voices: brief, and what comes from the floor passes a moderator.
  town_hall: {
    mode: 'attributed',
    prescreen: true,
    ideasOfOne: 5,
    seconds: { state: 120, group: 240 },
    points: { budget: 3, cap: 1 },
  },
}

const RoomRole = z.enum(ROOM_ROLES)
const InvitedAs = z.enum(INVITED_AS)

const ItemBody = z.strictObject({
  /** Kept from an earlier reading; absent for a new item. */
  id: Id.optional(),
  title: TranslatedLine,
  note: TranslatedProse.default({}),
  /** Of circulated lists of the same consultation. */
  questionIds: z.array(Id).max(20).default([]),
  seconds: z
    .strictObject({ state: z.int().min(30).max(1_800), group: z.int().min(30).max(1_800) })
    .default({ state: 180, group: 300 }),
  points: z
    .strictObject({ budget: z.int().min(1).max(20), cap: z.int().min(1).max(20) })
    .default({ budget: 5, cap: 3 }),
})

/** Everything staff set beforehand. `mode` can only become stricter once something was contributed. */
export const SessionBody = z.strictObject({
  title: TranslatedLine,
  note: TranslatedProse.default({}),
  preset: z.enum(SESSION_PRESETS).default('brainstorm'),
  mode: AttributionMode,
  /** The hour on the wall where the session is, and its zone: what people are told. */
  startsAt: Instant,
  endsAt: Instant,
  zone: TimeZone,
  place: z.union([z.literal(''), line(200)]).default(''),
  link: z.union([z.literal(''), LinkAddress]).default(''),
  /** Languages of interpretation, as far as there is any. */
  interpretation: z.array(z.enum(LANGUAGES)).max(6).default([]),
  items: z.array(ItemBody).min(1, 'required').max(ITEMS_MAX),
  invited: z.array(z.strictObject({ delegationId: Id, as: InvitedAs.default('delegate') })).max(250),
  observersAfter: z.boolean().default(true),
  /** Ideas written after the reveal wait for a moderator. */
  prescreen: z.boolean().default(false),
  ideasOfOne: z.int().min(1).max(100).default(IDEAS_OF_ONE),
  /** Played with simulated delegations; never part of a record that leaves. */
  rehearsal: z.boolean().default(false),
})
export type SessionBody = z.infer<typeof SessionBody>

export const SessionView = SessionHead.extend({
  number: z.number().int(),
  preset: z.enum(SESSION_PRESETS),
  interpretation: z.array(z.enum(LANGUAGES)),
  items: z.array(
    z.object({
      id: Id,
      title: Translated,
      note: Translated,
      questionIds: z.array(Id),
      seconds: z.object({ state: z.number().int(), group: z.number().int() }),
      points: z.object({ budget: z.number().int(), cap: z.number().int() }),
    }),
  ),
  /** For staff; a delegation sees only how it is invited itself. */
  invited: z.array(z.object({ delegationId: Id, as: InvitedAs })),
  roles: z.array(z.object({ personId: Id, name: z.string(), role: RoomRole })),
  prescreen: z.boolean(),
  ideasOfOne: z.number().int(),
  revision: z.number().int(),
  announcedAt: Instant.nullable(),
  /** Something was contributed: the mode can only become stricter. */
  hasContributions: z.boolean(),
  may: z.object({
    edit: z.boolean(),
    announce: z.boolean(),
    cancel: z.boolean(),
    handOver: z.boolean(),
    enter: z.boolean(),
  }),
})
export type SessionView = z.infer<typeof SessionView>

export const SessionSummary = z.object({
  id: Id,
  consultationId: Id,
  number: z.number().int(),
  reference: z.string(),
  title: Translated,
  mode: AttributionMode,
  state: z.enum(SESSION_STATES),
  startsAt: Instant,
  endsAt: Instant,
  zone: z.string(),
  place: z.string(),
  link: z.string(),
  rehearsal: z.boolean(),
  /** How many are invited, for staff; null for delegates. */
  invited: z.number().int().nullable(),
})
export type SessionSummary = z.infer<typeof SessionSummary>

const ofSession = z.strictObject({ sessionId: Id })

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/consultations/:consultationId/sessions',
  permission: 'session.read',
  summary: 'The sessions of a consultation: all for staff, those announced to it for a delegation; by date.',
  params: z.strictObject({ consultationId: Id }),
  reply: z.object({ sessions: z.array(SessionSummary), may: z.object({ add: z.boolean() }) }),
})

export const addSession = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/sessions',
  permission: 'session.manage',
  summary: 'Schedules a session; whoever does it is its chair until somebody else is.',
  params: z.strictObject({ consultationId: Id }),
  body: SessionBody.extend({ commandId: CommandId }),
  reply: SessionView,
})

export const readSession = endpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId',
  permission: 'session.read',
  summary: 'What is settled about a session beforehand.',
  params: ofSession,
  reply: SessionView,
})

export const changeSession = endpoint({
  method: 'PUT',
  path: '/api/sessions/:sessionId',
  permission: 'session.manage',
  summary: 'Changes a session. Announced and moved, every invitation is updated in its calendar.',
  params: ofSession,
  body: SessionBody,
  precondition: true,
  reply: SessionView,
})

export const announceSession = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/announcement',
  permission: 'session.manage',
  summary: 'Invites: from now on the session stands with those invited, who get a calendar file.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId }),
  reply: SessionView,
})

export const cancelSession = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/cancellation',
  permission: 'session.manage',
  summary: 'Cancels a session that has not begun; calendars are told.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId, reason: prose(1_000).default('') }),
  reply: SessionView,
})

export const assignRoles = endpoint({
  method: 'PUT',
  path: '/api/sessions/:sessionId/roles',
  permission: 'session.manage',
  summary:
    'Says who chairs, moderates, reports and takes notes. Only the chair or an administrator hands over the chair.',
  params: ofSession,
  body: z.strictObject({ roles: z.array(z.strictObject({ personId: Id, role: RoomRole })).max(40) }),
  precondition: true,
  reply: SessionView,
})

export const sessionCalendar = endpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/calendar',
  permission: 'session.read',
  summary: 'The session as a calendar file (RFC 5545).',
  params: ofSession,
  file: true,
  reply: z.unknown(),
})

/** What the viewer may do here, by name of the command. */
export const RoomMay = z.object(
  Object.fromEntries(Object.keys(ROOM_COMMANDS).map((name) => [name, z.boolean()])) as Record<
    RoomCommand,
    z.ZodBoolean
  >,
)

export const RoomView = CollectionsSchema.extend({
  sessionId: Id,
  /** Where each stream stood when this was read: later messages apply to it, earlier ones are in it. */
  heads: z.record(z.string(), z.number().int()),
  /** The server’s clock, so that a device whose own is wrong shows the same time left. */
  now: Instant,
  roles: z.array(RoomRole),
  invitedAs: InvitedAs.nullable(),
  delegationId: Id.nullable(),
  /** Groups for which the caller’s delegation may speak today. */
  speaksFor: z.array(Id),
  may: RoomMay,
})
export type RoomView = z.infer<typeof RoomView>

export const readRoom = endpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/room',
  permission: 'room.follow',
  summary: 'Everything in the room that the caller sees, in one reading.',
  params: ofSession,
  reply: RoomView,
  kept: COLLECTION_NAMES.filter((name) => AUDIENCE_OF[name] === 'all'),
})

export const attend = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/attendance',
  permission: 'room.attend',
  summary: 'Says that the delegation is there; told to the podium. Once per delegation.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId }),
  reply: Done,
})

export const markAttendance = endpoint({
  method: 'PUT',
  path: '/api/sessions/:sessionId/attendances/:delegationId',
  permission: 'room.run',
  summary: 'The roll call: says that a delegation is there or is not, for those without a device.',
  params: z.strictObject({ sessionId: Id, delegationId: Id }),
  body: z.strictObject({ present: z.boolean() }),
  reply: Done,
})

export const moveSession = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/state',
  permission: 'room.run',
  summary: 'Opens the room or closes it. Says in which state it was seen: two who press at once do it once.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId, from: z.enum(SESSION_STATES), to: z.enum(['open', 'closed']) }),
  reply: Done,
})

export const takeUpItem = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/current-item',
  permission: 'room.run',
  summary: 'Takes an agenda item up.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId, from: Id.nullable(), to: Id.nullable() }),
  reply: Done,
})

export const directScreen = endpoint({
  method: 'PUT',
  path: '/api/sessions/:sessionId/screen',
  permission: 'room.run',
  summary: 'Says what the plenary screen shows.',
  params: ofSession,
  body: z.strictObject({ show: z.enum(SCREEN_SHOWS), message: z.union([z.literal(''), line(300)]).default('') }),
  reply: Done,
})

export const keepRecord = endpoint({
  method: 'PUT',
  path: '/api/sessions/:sessionId/record-keeping',
  permission: 'room.run',
  summary: 'Begins or ends the taking of notes; everybody in the room sees which.',
  params: ofSession,
  body: z.strictObject({ kept: z.boolean() }),
  reply: Done,
})

export const ScreenView = z.object({ id: Id, madeAt: Instant, revokedAt: Instant.nullable() })

export const addScreen = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/screens',
  permission: 'session.manage',
  summary: 'Makes an address for a plenary screen: it reads what everybody sees, and nothing else. Shown once.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId }),
  reply: ScreenView.extend({ path: z.string() }),
})

export const listScreens = endpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/screens',
  permission: 'session.manage',
  summary: 'The screens of a session.',
  params: ofSession,
  reply: z.object({ screens: z.array(ScreenView) }),
})

export const revokeScreen = endpoint({
  method: 'DELETE',
  path: '/api/screens/:screenId',
  permission: 'session.manage',
  summary: 'Takes a screen’s address back; what is open goes dark.',
  params: z.strictObject({ screenId: Id }),
  reply: ScreenView,
})
