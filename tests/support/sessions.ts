import { randomUUID } from 'node:crypto'
import type { AttributionMode } from '../../shared/room-view.ts'
import type { RoomRole } from '../../shared/rules/rooms.ts'
import {
  addSession,
  announceSession,
  assignRoles,
  moveSession,
  type RoomView,
  readRoom,
  type SessionBody,
  type SessionView,
} from '../../shared/sessions.ts'
import { Person, type TestApp } from './app.ts'
import { type CastMember, cast } from './cast.ts'
import { delegationIds, openConsultation } from './lists.ts'

/** Who sits in the room: one delegation of each regional group but one, and one that speaks for the Group of 77. */
const SEATS = ['GHA', 'SEN', 'NOR', 'KAZ', 'CHN', 'ECU', 'EGY'] as const

type Wishes = Partial<Omit<SessionBody, 'items' | 'invited' | 'startsAt' | 'endsAt'>> & {
  /** Titles of the agenda items, or how many; two without it. */
  items?: number | SessionBody['items']
  /** ISO codes of those invited; the seven of the cast without it. */
  delegations?: readonly string[]
  /** Of them, who is invited as an observer. */
  observers?: readonly string[]
  consultationId?: string
  /** How far it is brought: opened without it. */
  upTo?: 'draft' | 'announced' | 'open'
}

export type OpenedSession = {
  sessionId: string
  consultationId: string
  itemIds: string[]
  /** The first agenda item. */
  itemId: string
  session: SessionView
  chair: CastMember
  moderator: CastMember
  /** Drafters and heads of delegations that are invited (unless `delegations` says otherwise), by key of the cast. */
  people: ReturnType<typeof cast>
  /** Ids of the delegations invited, by ISO code. */
  delegationIds: Record<string, string>
  /** The room as one sees it. */
  room(who: Person, headers?: Record<string, string>): Promise<RoomView>
}

/** On the minute, as people set times. */
const inHours = (hours: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * 3_600_000).toISOString()

/** A session as staff would write it down. */
export function sessionBody(wishes: Wishes, invited: SessionBody['invited']): SessionBody {
  const { items = 2, delegations: _d, observers: _o, consultationId: _c, upTo: _u, ...changed } = wishes
  return {
    title: { en: 'Brainstorming on management reform', fr: 'Réflexion sur la réforme de la gestion' },
    note: {},
    preset: 'brainstorm',
    mode: 'attributed',
    startsAt: inHours(1),
    endsAt: inHours(3),
    zone: 'America/New_York',
    place: 'Conference Room 4',
    link: '',
    interpretation: [],
    items:
      typeof items === 'number'
        ? Array.from({ length: items }, (_, at) => ({
            title: { en: `Agenda item ${at + 1}` },
            note: {},
            questionIds: [],
            seconds: { state: 180, group: 300 },
            points: { budget: 5, cap: 3 },
          }))
        : items,
    invited,
    observersAfter: true,
    prescreen: false,
    ideasOfOne: 20,
    rehearsal: false,
    ...changed,
  }
}

/**
 * A session that is scheduled, announced and opened by its chair through the HTTP door.
 *
 *   const { itemId, chair, moderator, people: { drafterGhana }, room } = await openedSession(app, { mode: 'anonymous' })
 */
export async function openedSession(app: TestApp, wishes: Wishes = {}): Promise<OpenedSession> {
  const people = cast(app)
  const { staff: chair, secondStaff: moderator } = people
  const consultationId = wishes.consultationId ?? (await openConsultation(app)).id
  const codes = [...(wishes.delegations ?? SEATS)]
  const ids = Object.fromEntries(
    await Promise.all(codes.map(async (code) => [code, (await delegationIds(app, [code]))[0]!] as const)),
  )
  const invited = codes.map((code) => ({
    delegationId: ids[code]!,
    as: wishes.observers?.includes(code) ? ('observer' as const) : ('delegate' as const),
  }))
  let session = await chair.does(addSession, {
    params: { consultationId },
    body: { commandId: randomUUID(), ...sessionBody(wishes, invited) },
  })
  const sessionId = session.id
  session = await giveRoles(session, chair, [{ who: moderator, role: 'moderator' }])
  const { upTo = 'open' } = wishes
  if (upTo !== 'draft')
    session = await chair.does(announceSession, { params: { sessionId }, body: { commandId: randomUUID() } })
  if (upTo === 'open')
    await chair.does(moveSession, {
      params: { sessionId },
      body: { commandId: randomUUID(), from: 'announced', to: 'open' },
    })
  const itemIds = session.items.map(({ id }) => id)
  return {
    sessionId,
    consultationId,
    itemIds,
    itemId: itemIds[0]!,
    session,
    chair,
    moderator,
    people,
    delegationIds: ids,
    room: (who, headers = {}) => who.does(readRoom, { params: { sessionId }, headers }),
  }
}

/** Beside the chair, who keeps the chair. */
export async function giveRoles(
  session: SessionView,
  chair: CastMember,
  wanted: { who: CastMember; role: RoomRole }[],
): Promise<SessionView> {
  const roles = await Promise.all(
    [{ who: chair, role: 'chair' as const }, ...wanted].map(async ({ who, role }) => ({
      personId: (await who.me()).person.id,
      role,
    })),
  )
  return chair.does(assignRoles, { params: { sessionId: session.id }, ifMatch: session.revision, body: { roles } })
}

/** A plenary screen: it has no sign-in, and says the token of its address with each call. */
export function screenAt(app: TestApp, path: string): Person {
  const screen = new Person(app)
  screen.screen = path.slice(path.indexOf('#') + 1)
  return screen
}

export const MODES: readonly AttributionMode[] = ['attributed', 'not_for_attribution', 'anonymous']
