import { type Caller, isStaff } from './access.ts'

/** What a person may be in one session's room, whatever else they are. Hand-over only by the chair or an administrator. */
export const ROOM_ROLES = ['chair', 'moderator', 'rapporteur', 'note_taker'] as const
export type RoomRole = (typeof ROOM_ROLES)[number]
/** How a delegation is invited: an observer listens and asks for the floor, and neither writes ideas nor spends points. */
export const INVITED_AS = ['delegate', 'observer'] as const
export type InvitedAs = (typeof INVITED_AS)[number]

/** Who somebody is in a room: loaded once per call, then asked. */
export type Standing = {
  roles: readonly RoomRole[]
  invitedAs: InvitedAs | null
  delegationId: string | null
  /** Readers of a delegation follow; they do not speak for it. */
  speaks: boolean
  staff: boolean
  administrator: boolean
  screen: boolean
}

const LEADS = ['chair', 'moderator'] as const
const PODIUM = ROOM_ROLES

type Rule = { roles?: readonly RoomRole[]; seat?: 'delegate' | 'any'; admitted?: true; handOver?: true }

/** RR1 The room's own table: who may do what, once admitted. `seat` acts for an invited delegation. */
export const ROOM_COMMANDS = {
  follow: { admitted: true },
  attend: { seat: 'any' },

  'session.open': { roles: ['chair'] },
  'session.close': { roles: ['chair'] },
  'session.hand_over': { handOver: true },
  'item.take_up': { roles: LEADS },
  'screen.direct': { roles: LEADS },
  'record.keep': { roles: ['chair'] },

  'speakers.inscribe': { seat: 'any' },
  'speakers.inscribe_other': { roles: LEADS },
  'speakers.run': { roles: LEADS },
  'clock.run': { roles: LEADS },
  'speaking_time.read': { roles: ['chair'] },
  'statement.give': { seat: 'any' },

  'idea.write': { seat: 'delegate' },
  'board.run': { roles: LEADS },
  'idea.moderate': { roles: LEADS },
  'points.give': { seat: 'delegate' },

  'temperature.run': { roles: LEADS },
  'temperature.answer': { seat: 'delegate' },

  'topic.open': { roles: LEADS },
  'remark.make': { seat: 'delegate' },
  'topic.run': { roles: LEADS },

  'note.write': { roles: PODIUM },
  'record.read': { roles: PODIUM },
  'record.hand_over': { roles: ['chair', 'rapporteur'] },
  'podium.follow': { roles: PODIUM },
} as const satisfies Record<string, Rule>
export type RoomCommand = keyof typeof ROOM_COMMANDS

/** RR2 Whoever is invited, has a role here, belongs to the staff, or is this session's screen. */
export const isAdmitted = (standing: Standing) =>
  standing.roles.length > 0 || standing.invitedAs !== null || standing.staff || standing.screen

export function mayInRoom(standing: Standing, command: RoomCommand): boolean {
  const rule: Rule = ROOM_COMMANDS[command]
  if (rule.admitted) return isAdmitted(standing)
  if (rule.handOver) return standing.roles.includes('chair') || standing.administrator
  if (rule.roles?.some((role) => standing.roles.includes(role))) return true
  if (!rule.seat || !standing.speaks || standing.invitedAs === null) return false
  return rule.seat === 'any' || standing.invitedAs === 'delegate'
}

export const onPodium = (standing: Standing) => standing.roles.length > 0

/** A member who may draft speaks for the delegation in the room; clearance by the head is for responses. */
export function standingOf(
  caller: Caller,
  known: { roles: readonly RoomRole[]; invitedAs: InvitedAs | null; sessionId: string },
): Standing {
  if (caller.kind !== 'person')
    return {
      roles: [],
      invitedAs: null,
      delegationId: null,
      speaks: false,
      staff: false,
      administrator: false,
      screen: caller.kind === 'screen' && caller.sessionId === known.sessionId,
    }
  return {
    // A part in the room is the office's to have: whoever has left it keeps none.
    roles: isStaff(caller) ? known.roles : [],
    invitedAs: known.invitedAs,
    delegationId: caller.acting?.delegationId ?? null,
    speaks: caller.acting !== null && caller.acting.role !== 'reader',
    staff: isStaff(caller),
    administrator: caller.office.includes('administrator'),
    screen: false,
  }
}
