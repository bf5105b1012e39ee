import { type Caller, isIrt, isStaff } from './access.ts'
import type { Attribution } from './attribution.ts'

type AttributionMode = Attribution | 'anonymous'

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
  /** Of the Review Team, where names are no secret: in a sealed room only who has a part in it is let in. */
  listens: boolean
  /** Of the Review Team, once the session is closed: its record names nobody who was not named. */
  readsAfterwards: boolean
}

const LEADS = ['chair', 'moderator'] as const
const PODIUM = ROOM_ROLES

type Rule = {
  roles?: readonly RoomRole[]
  seat?: 'delegate' | 'any'
  admitted?: true
  handOver?: true
  afterwards?: true
}

/** RR1 The room's own table: who may do what, once admitted. `seat` acts for an invited delegation. */
export const ROOM_COMMANDS = {
  follow: { admitted: true },
  attend: { seat: 'any' },
  'attendance.mark': { roles: LEADS },

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
  'record.read': { roles: PODIUM, afterwards: true },
  'record.hand_over': { roles: ['chair', 'rapporteur'] },
  'report.put': { roles: ['chair', 'moderator', 'rapporteur'] },
  'report.sign': { seat: 'delegate' },
  'podium.follow': { roles: PODIUM },
} as const satisfies Record<string, Rule>
export type RoomCommand = keyof typeof ROOM_COMMANDS

/** RR2 Whoever is invited, has a role here, belongs to the staff, is this session's screen, or may listen for the Review Team. */
export const isAdmitted = (standing: Standing) =>
  standing.roles.length > 0 || standing.invitedAs !== null || standing.staff || standing.screen || standing.listens

export function mayInRoom(standing: Standing, command: RoomCommand): boolean {
  const rule: Rule = ROOM_COMMANDS[command]
  if (rule.admitted) return isAdmitted(standing)
  if (rule.handOver) return standing.roles.includes('chair') || standing.administrator
  if (rule.roles?.some((role) => standing.roles.includes(role))) return true
  if (rule.afterwards && standing.readsAfterwards) return true
  if (!rule.seat || !standing.speaks || standing.invitedAs === null) return false
  return rule.seat === 'any' || standing.invitedAs === 'delegate'
}

export const onPodium = (standing: Standing) => standing.roles.length > 0

/**
 * RR3 A part in the room is the office's to have: whoever has left it keeps none. Who runs a room where names are sealed is told
 * them, and so of the staff; the Review Team reports and takes notes there, and while it does the podium is told no name.
 */
export function mayHold(caller: Caller, role: RoomRole, mode: AttributionMode): boolean {
  if (isStaff(caller)) return true
  return isIrt(caller) && (mode !== 'not_for_attribution' || !(LEADS as readonly RoomRole[]).includes(role))
}

/** A member who may draft speaks for the delegation in the room; clearance by the head is for responses. */
export function standingOf(
  caller: Caller,
  known: {
    roles: readonly RoomRole[]
    invitedAs: InvitedAs | null
    sessionId: string
    mode: AttributionMode
    closed: boolean
  },
): Standing {
  if (caller.kind !== 'person')
    return {
      roles: [],
      invitedAs: null,
      delegationId: null,
      speaks: false,
      staff: false,
      administrator: false,
      listens: false,
      readsAfterwards: false,
      screen: caller.kind === 'screen' && caller.sessionId === known.sessionId,
    }
  return {
    roles: known.roles.filter((role) => mayHold(caller, role, known.mode)),
    invitedAs: known.invitedAs,
    delegationId: caller.acting?.delegationId ?? null,
    speaks: caller.acting !== null && caller.acting.role !== 'reader',
    staff: isStaff(caller),
    administrator: caller.office.includes('administrator'),
    screen: false,
    listens: isIrt(caller) && known.mode === 'attributed',
    readsAfterwards: isIrt(caller) && known.closed,
  }
}
