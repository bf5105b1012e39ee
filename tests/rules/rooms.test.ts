import { describe, expect, test } from 'vitest'
import type { Caller, MemberRole, OfficeRole } from '../../shared/rules/access.ts'
import {
  type InvitedAs,
  isAdmitted,
  mayHold,
  mayInRoom,
  onPodium,
  ROOM_COMMANDS,
  ROOM_ROLES,
  type RoomCommand,
  type RoomRole,
  type Standing,
  standingOf,
} from '../../shared/rules/rooms.ts'

const ATTRIBUTED = { mode: 'attributed' as const, closed: false }
const SEALED = { mode: 'not_for_attribution' as const, closed: false }
const person = (office: OfficeRole[], role?: MemberRole): Caller => ({
  kind: 'person',
  personId: 'p',
  signInId: 's',
  office,
  acting: role ? { delegationId: 'ghana', role, membershipId: 'm' } : null,
})
const standing = (
  caller: Caller,
  roles: RoomRole[] = [],
  invitedAs: InvitedAs | null = null,
  room: { mode: 'attributed' | 'not_for_attribution' | 'anonymous'; closed: boolean } = ATTRIBUTED,
): Standing => standingOf(caller, { roles, invitedAs, sessionId: 'session', ...room })

/** Everybody who can stand before a room, in its table or not. */
const WHO = {
  nobody: standing({ kind: 'nobody' }),
  screen: standing({ kind: 'screen', screenId: 'c', sessionId: 'session' }),
  otherScreen: standing({ kind: 'screen', screenId: 'c', sessionId: 'another' }),
  administrator: standing(person(['administrator'])),
  staff: standing(person(['staff'])),
  chair: standing(person(['staff']), ['chair']),
  moderator: standing(person(['staff']), ['moderator']),
  rapporteur: standing(person(['staff']), ['rapporteur']),
  noteTaker: standing(person(['staff']), ['note_taker']),
  team: standing(person(['irt'])),
  teamAtSealed: standing(person(['irt']), [], null, SEALED),
  teamAfterwards: standing(person(['irt']), [], null, { ...SEALED, closed: true }),
  teamModerator: standing(person(['irt']), ['moderator']),
  teamRapporteur: standing(person(['irt']), ['moderator', 'rapporteur'], null, SEALED),
  formerChair: standing(person([]), ['chair']),
  delegate: standing(person([], 'head'), [], 'delegate'),
  drafter: standing(person([], 'drafter'), [], 'delegate'),
  reader: standing(person([], 'reader'), [], 'delegate'),
  observer: standing(person([], 'drafter'), [], 'observer'),
  uninvited: standing(person([], 'head')),
  moderatorAndMember: standing(person(['staff'], 'drafter'), ['moderator'], 'delegate'),
} satisfies Record<string, Standing>

const LEADS = 'chair moderator teamModerator moderatorAndMember'
const PODIUM = `${LEADS} rapporteur noteTaker teamRapporteur`
const DELEGATES = 'delegate drafter moderatorAndMember'
const SEATS = `${DELEGATES} observer`
const ADMITTED = `screen staff team ${PODIUM} reader ${SEATS}`

/** The room's table written down a second time. */
const EXPECTED: Record<RoomCommand, string> = {
  follow: ADMITTED,
  attend: SEATS,
  'attendance.mark': LEADS,
  'session.open': 'chair',
  'session.close': 'chair',
  'session.hand_over': 'chair administrator',
  'item.take_up': LEADS,
  'screen.direct': LEADS,
  'record.keep': 'chair',
  'speakers.inscribe': SEATS,
  'speakers.inscribe_other': LEADS,
  'speakers.run': LEADS,
  'clock.run': LEADS,
  'speaking_time.read': 'chair',
  'statement.give': SEATS,
  'idea.write': DELEGATES,
  'board.run': LEADS,
  'idea.moderate': LEADS,
  'points.give': DELEGATES,
  'temperature.run': LEADS,
  'temperature.answer': DELEGATES,
  'topic.open': LEADS,
  'remark.make': DELEGATES,
  'topic.run': LEADS,
  'note.write': PODIUM,
  'record.read': `${PODIUM} teamAfterwards`,
  'record.hand_over': 'chair rapporteur teamRapporteur',
  'report.put': `${LEADS} rapporteur teamRapporteur`,
  'report.sign': DELEGATES,
  'podium.follow': PODIUM,
}

describe('RR1 the table of a room, cell by cell', () => {
  test.each(Object.keys(ROOM_COMMANDS) as RoomCommand[])('%s', (command) => {
    const allowed = Object.entries(WHO).flatMap(([who, one]) => (mayInRoom(one, command) ? [who] : []))
    expect(allowed.toSorted()).toEqual([...new Set(EXPECTED[command].split(' '))].toSorted())
  })
})

test('RR2 admitted is who is invited, has a part, belongs to the staff, or is the screen of this very session', () => {
  const admitted = Object.entries(WHO).flatMap(([who, one]) => (isAdmitted(one) ? [who] : []))
  expect(admitted.toSorted()).toEqual([...new Set(ADMITTED.split(' '))].toSorted())
})

test('RR3 where names are sealed the Review Team reports and takes notes, and does not run the room', () => {
  const team = person(['irt'])
  const held = (mode: 'attributed' | 'not_for_attribution' | 'anonymous') =>
    ROOM_ROLES.filter((role) => mayHold(team, role, mode))
  expect(held('attributed')).toEqual([...ROOM_ROLES])
  expect(held('anonymous')).toEqual([...ROOM_ROLES])
  expect(held('not_for_attribution')).toEqual(['rapporteur', 'note_taker'])
  expect(ROOM_ROLES.filter((role) => mayHold(person([]), role, 'attributed'))).toEqual([])
  expect(ROOM_ROLES.filter((role) => mayHold(person(['staff']), role, 'not_for_attribution'))).toEqual([...ROOM_ROLES])
})

test('a part in the room is the office’s: whoever has left the office sits on no podium', () => {
  expect(onPodium(WHO.formerChair)).toBe(false)
  expect(onPodium(WHO.chair)).toBe(true)
})
