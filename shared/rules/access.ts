/** What a person may be for the Organization; `irt` belongs to the Internal Review Team, which reads, codes and writes findings. */
export const OFFICE_ROLES = ['administrator', 'staff', 'irt'] as const
export type OfficeRole = (typeof OFFICE_ROLES)[number]
/** What a member may do in a delegation: clear and submit / draft / read; each for a period. */
export const MEMBER_ROLES = ['head', 'drafter', 'reader'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

export type Acting = { delegationId: string; role: MemberRole; membershipId: string }
/** Who asks. A person with two accreditations acts for one delegation at a time. */
export type Caller =
  | { kind: 'nobody' }
  /** A plenary screen: reads what everybody in that one room sees. */
  | { kind: 'screen'; screenId: string; sessionId: string }
  | { kind: 'person'; personId: string; signInId: string; office: readonly OfficeRole[]; acting: Acting | null }

type Rule = {
  anyone?: true
  signedIn?: true
  screen?: true
  office?: readonly OfficeRole[]
  member?: readonly MemberRole[]
}

const MEMBERS = MEMBER_ROLES
const WRITERS = ['head', 'drafter'] as const

/**
 * AC1 The policy table: who may try what. What a call touches is checked again when it is loaded,
 * and the same rules stand in PostgreSQL (migrations, row-level security).
 * AC2 An administrator looks after people and access, and reads no drafts and no answers.
 */
export const PERMISSIONS = {
  'sign_in.try': { anyone: true },
  'invitation.accept': { anyone: true },
  'health.read': { anyone: true },
  'me.read': { signedIn: true },
  'me.change': { signedIn: true },
  'reference.read': { signedIn: true, screen: true },
  'receipt.check': { signedIn: true },

  'people.read_all': { office: ['administrator', 'staff'] },
  'people.invite_office': { office: ['administrator'] },
  'people.remove_office': { office: ['administrator'] },
  'people.invite_head': { office: ['administrator', 'staff'] },
  'mission.read': { member: MEMBERS },
  'mission.manage': { member: ['head'] },
  'group.manage': { office: ['staff'] },
  'outbox.read': { office: ['administrator'] },

  'consultation.read': { office: ['administrator', 'staff', 'irt'], member: MEMBERS },
  'consultation.manage': { office: ['staff'] },
  'list.read': { office: ['staff', 'irt'], member: MEMBERS },
  'list.edit': { office: ['staff'] },
  'list.circulate': { office: ['staff'] },
  'list.extend': { office: ['staff'] },
  'list.close': { office: ['staff'] },
  'list.monitor': { office: ['staff'] },
  'list.remind': { office: ['staff'] },
  'list.acknowledge': { member: MEMBERS },
  'list.say_in_preparation': { member: WRITERS },

  'response.read': { member: MEMBERS },
  'response.draft': { member: WRITERS },
  'response.comment': { member: WRITERS },
  'response.return': { member: ['head'] },
  'response.clear': { member: ['head'] },
  'response.submit': { member: ['head'] },
  'response.align': { member: ['head'] },
  'submission.read': { office: ['staff'] },

  'answer.read': { office: ['staff', 'irt'], member: MEMBERS },
  'thread.read': { office: ['staff'], member: MEMBERS },
  'thread.open': { office: ['staff'] },
  'thread.reply': { office: ['staff'], member: WRITERS },
  'thread.resolve': { office: ['staff'] },

  'export.make': { office: ['staff'] },

  // In a session's room a second table decides, by the part one has in it (rules/rooms.ts).
  'session.read': { office: ['administrator', 'staff', 'irt'], member: MEMBERS },
  'session.manage': { office: ['administrator', 'staff'] },
  'room.follow': { office: ['staff', 'irt'], member: MEMBERS, screen: true },
  'room.attend': { member: MEMBERS },
  'room.speak': { office: ['staff', 'irt'], member: WRITERS },
  'room.write': { member: WRITERS },
  'room.run': { office: ['staff', 'irt'] },
  /** Without a sign-in, by a credit that says nothing of its holder. */
  'intake.try': { anyone: true },

  // What was found, what is said to it, what is done about it. Delegations read what is published.
  'finding.read': { office: ['staff', 'irt'], member: MEMBERS },
  'finding.write': { office: ['staff', 'irt'] },
  'finding.publish': { office: ['staff'] },
  'source.read': { office: ['staff', 'irt'] },
  'retreat.read': { office: ['staff', 'irt'], member: MEMBERS },
  'retreat.manage': { office: ['staff'] },
  'retreat.take_part': { member: WRITERS },
  'retreat.call': { office: ['staff', 'irt'], member: WRITERS },
  'feedback.read': { office: ['staff', 'irt'], member: MEMBERS },
  'feedback.give': { member: WRITERS },
  'feedback.associate': { member: ['head'] },
  'convergence.read': { office: ['staff', 'irt'], member: MEMBERS },
  'convergence.release': { office: ['staff'] },
  'measure.read': { office: ['staff', 'irt'], member: MEMBERS },
  'measure.manage': { office: ['staff'] },
  'report.read': { office: ['staff', 'irt'], member: MEMBERS },
  'report.write': { office: ['staff', 'irt'] },
  'report.publish': { office: ['staff'] },
  'trace.read': { office: ['staff', 'irt'], member: MEMBERS },
  'trace.own': { member: MEMBERS },
  'trace.set_aside': { office: ['staff', 'irt'] },

  'live.connect': { signedIn: true },
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof PERMISSIONS

/** AC1 Whether the caller may try this at all. */
export function may(caller: Caller, permission: Permission): boolean {
  const rule: Rule = PERMISSIONS[permission]
  if (rule.anyone) return true
  if (caller.kind === 'nobody') return false
  if (caller.kind === 'screen') return rule.screen ?? false
  if (rule.signedIn) return true
  if (rule.office?.some((role) => caller.office.includes(role))) return true
  return caller.acting !== null && (rule.member?.includes(caller.acting.role) ?? false)
}

/**
 * AC3 A membership counts from its first moment up to its last: the day after a stand-in's period ends, not.
 * AC4 Who only stands in for the head looks after members, but not after heads: no stand-in prolongs or replaces itself.
 */
export function holdsAt(period: { from: Date; until: Date | null }, now: Date): boolean {
  return period.from <= now && (period.until === null || now < period.until)
}

export const isStaff = (caller: Caller): boolean => caller.kind === 'person' && caller.office.includes('staff')
/** The Review Team, which sees no name that is not for attribution; who is of the staff too sees what the staff sees. */
export const isIrt = (caller: Caller): boolean =>
  caller.kind === 'person' && caller.office.includes('irt') && !caller.office.includes('staff')
/** The Secretariat's own readers. */
export const isReader = (caller: Caller): boolean => isStaff(caller) || isIrt(caller)
export const actsFor = (caller: Caller, delegationId: string): boolean =>
  caller.kind === 'person' && caller.acting?.delegationId === delegationId
