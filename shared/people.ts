import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { MEMBER_ROLES, OFFICE_ROLES } from './rules/access.ts'
import { line, Translated, TranslatedLine } from './text.ts'
import { CommandId, Day, Done, Id, Instant, TimeZone } from './wire.ts'

export const REGIONAL_GROUPS = ['african', 'asia-pacific', 'eastern-european', 'grulac', 'weog'] as const
export const RegionalGroup = z.enum(REGIONAL_GROUPS)
export type RegionalGroup = z.infer<typeof RegionalGroup>
export const DELEGATION_KINDS = ['member', 'observer-state', 'entity'] as const
export const MemberRole = z.enum(MEMBER_ROLES)
export const OfficeRole = z.enum(OFFICE_ROLES)
export const Email = z.email('not_an_email').max(254, 'too_long').toLowerCase()

// Alphabets with letters that look the same in another of them.
const LOOKALIKES = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]
const mixesScripts = (word: string) => LOOKALIKES.filter((script) => script.test(word)).length > 1

/** A person's name: no word of it mixes alphabets, so that nobody passes for somebody else by a letter that looks alike. */
export const PersonName = line(120).refine((name) => !name.split(/[\s,/\p{Pd}]+/u).some(mixesScripts), 'mixed_scripts')

export const DelegationView = z.object({
  id: Id,
  /** ISO 3166 alpha-3, for grids and search; never instead of the name. */
  code: z.string(),
  kind: z.enum(DELEGATION_KINDS),
  names: Translated,
  formalNames: Translated,
  regionalGroup: RegionalGroup.nullable(),
  /** 1-193; observers have none and come after. */
  protocolOrder: z.number().int().nullable(),
  hasMembers: z.boolean(),
})
export type DelegationView = z.infer<typeof DelegationView>

export const MembershipView = z.object({
  id: Id,
  personName: z.string(),
  email: z.string(),
  role: MemberRole,
  /** As it stands on a submission: "Permanent Representative", "Chargé d’affaires a.i.". */
  title: z.string().nullable(),
  from: Instant,
  until: Instant.nullable(),
  standIn: z.boolean(),
  state: z.enum(['invited', 'active', 'coming', 'ended']),
  may: z.object({ change: z.boolean(), remove: z.boolean() }),
})
export type MembershipView = z.infer<typeof MembershipView>

export const OfficeMemberView = z.object({
  personId: Id.nullable(),
  personName: z.string(),
  email: z.string(),
  role: OfficeRole,
  state: z.enum(['invited', 'active']),
  invitationId: Id.nullable(),
})

export const GroupView = z.object({
  id: Id,
  /** Key of the reference data (`g77`), or null for a group that staff added. */
  key: z.string().nullable(),
  kind: z.enum(['regional', 'political', 'economic', 'geographic', 'other']),
  names: Translated,
  /** Members on the day asked for. */
  memberIds: z.array(Id),
  /** False: only what is certain. Never count with it. */
  complete: z.boolean(),
  speakers: z.array(z.object({ id: Id, delegationId: Id, from: Day, until: Day.nullable() })),
})
export type GroupView = z.infer<typeof GroupView>

export const listDelegations = endpoint({
  method: 'GET',
  path: '/api/delegations',
  permission: 'reference.read',
  summary: 'The delegations in protocol order.',
  reply: z.object({ delegations: z.array(DelegationView) }),
})

export const listGroups = endpoint({
  method: 'GET',
  path: '/api/groups',
  permission: 'reference.read',
  summary: 'The groups that speak together, with their members on a day.',
  query: z.strictObject({ on: Day.optional() }),
  reply: z.object({ groups: z.array(GroupView) }),
})

export const addGroup = endpoint({
  method: 'POST',
  path: '/api/groups',
  permission: 'group.manage',
  summary: 'Adds a group of States.',
  body: z.strictObject({
    commandId: CommandId,
    names: TranslatedLine.refine((names) => Object.keys(names).length > 0, 'required'),
    memberIds: z.array(Id).min(1, 'required').max(250),
  }),
  reply: GroupView,
})

/** Chairs rotate: the right to speak for a group is dated. */
export const addGroupSpeaker = endpoint({
  method: 'POST',
  path: '/api/groups/:groupId/speakers',
  permission: 'group.manage',
  summary: 'Says which delegation speaks for the group, from a day and until another.',
  params: z.strictObject({ groupId: Id }),
  body: z.strictObject({ commandId: CommandId, delegationId: Id, from: Day, until: Day.nullable() }),
  reply: GroupView,
})

export const removeGroupSpeaker = endpoint({
  method: 'DELETE',
  path: '/api/groups/:groupId/speakers/:speakerId',
  permission: 'group.manage',
  summary: 'Takes back the right to speak for the group.',
  params: z.strictObject({ groupId: Id, speakerId: Id }),
  reply: GroupView,
})

export const listMembers = endpoint({
  method: 'GET',
  path: '/api/mission/members',
  permission: 'mission.read',
  summary: 'The members of the delegation the caller acts for.',
  reply: z.object({
    members: z.array(MembershipView),
    /** AC4 Whoever stands in for the head invites colleagues, but appoints no head. */
    may: z.object({ invite: z.boolean(), appointHead: z.boolean() }),
  }),
})

export const Period = z
  .strictObject({ from: Instant.nullable().default(null), until: Instant.nullable().default(null) })
  .refine((p) => !p.from || !p.until || p.from < p.until, { path: ['until'], error: 'invalid' })

export const InvitationBody = z.strictObject({
  commandId: CommandId,
  email: Email,
  role: MemberRole,
  title: line(120).nullable().default(null),
  language: Language.default('en'),
  period: Period.default({ from: null, until: null }),
  standIn: z.boolean().default(false),
})

export const inviteMember = endpoint({
  method: 'POST',
  path: '/api/mission/invitations',
  permission: 'mission.manage',
  summary: 'The head invites a colleague by a one-time link.',
  body: InvitationBody,
  reply: MembershipView,
})

export const changeMembership = endpoint({
  method: 'PATCH',
  path: '/api/mission/members/:membershipId',
  permission: 'mission.manage',
  summary: 'Changes a member’s role, title or period.',
  params: z.strictObject({ membershipId: Id }),
  body: z.strictObject({
    role: MemberRole.optional(),
    title: line(120).nullable().optional(),
    period: Period.optional(),
    standIn: z.boolean().optional(),
  }),
  reply: MembershipView,
})

export const removeMember = endpoint({
  method: 'DELETE',
  path: '/api/mission/members/:membershipId',
  permission: 'mission.manage',
  summary: 'Removes a member: access ends at once, the work stays with the delegation.',
  params: z.strictObject({ membershipId: Id }),
  reply: Done,
})

/** Staff appoint the first head of a delegation and nothing more; who else belongs to it is the mission's affair. */
export const inviteHead = endpoint({
  method: 'POST',
  path: '/api/delegations/:delegationId/head',
  permission: 'people.invite_head',
  summary: 'Staff invite the head of a delegation by a one-time link.',
  params: z.strictObject({ delegationId: Id }),
  body: z.strictObject({ commandId: CommandId, email: Email, language: Language.default('en') }),
  reply: Done,
})

export const listHeads = endpoint({
  method: 'GET',
  path: '/api/delegations/heads',
  permission: 'people.read_all',
  summary: 'For each delegation, whether it has a head and who was invited.',
  reply: z.object({
    heads: z.array(
      z.object({
        delegationId: Id,
        personName: z.string(),
        email: z.string(),
        state: z.enum(['invited', 'active', 'coming', 'ended']),
      }),
    ),
  }),
})

export const listOffice = endpoint({
  method: 'GET',
  path: '/api/office',
  permission: 'people.read_all',
  summary: 'The administrators and the staff.',
  reply: z.object({
    members: z.array(OfficeMemberView),
    may: z.object({ invite: z.boolean(), remove: z.boolean() }),
  }),
})

export const inviteOffice = endpoint({
  method: 'POST',
  path: '/api/office/invitations',
  permission: 'people.invite_office',
  summary: 'An administrator invites a member of staff or another administrator.',
  body: z.strictObject({ commandId: CommandId, email: Email, role: OfficeRole, language: Language.default('en') }),
  reply: OfficeMemberView,
})

export const removeOffice = endpoint({
  method: 'DELETE',
  path: '/api/office/:personId/:role',
  permission: 'people.remove_office',
  summary: 'Takes a role of the office away; the person’s sockets close at once.',
  params: z.strictObject({ personId: Id, role: OfficeRole }),
  reply: Done,
})

export const PersonSettings = z.strictObject({
  name: PersonName.optional(),
  language: Language.optional(),
  timeZone: TimeZone.nullable().optional(),
})
