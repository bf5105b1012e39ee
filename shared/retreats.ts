import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { AttributionMode, ReportBackView, SESSION_STATES, SignatureView } from './room-view.ts'
import { ATTRIBUTIONS } from './rules/attribution.ts'
import { BOARD_PHASES } from './rules/board.ts'
import { ASSIGNED_BY, RETREAT_STATES, SLOT_KINDS } from './rules/retreats.ts'
import { INVITED_AS, ROOM_ROLES } from './rules/rooms.ts'
import { SESSION_PRESETS } from './sessions.ts'
import { LinkAddress, line, prose, Translated, TranslatedLine, TranslatedProse } from './text.ts'
import { CommandId, Digest, Done, Id, Instant, TimeZone } from './wire.ts'

export const FINDINGS_OF_A_RETREAT = 60
export const GROUPS_OF_A_SLOT = 40
/** A retreat is days, not weeks: so many parts of its programme. */
export const SLOTS_MAX = 60

const ofConsultation = z.strictObject({ consultationId: Id })
const ofRetreat = z.strictObject({ retreatId: Id })
const ofSlot = z.strictObject({ slotId: Id })
const ofSession = z.strictObject({ sessionId: Id })
const told = prose(2_000).refine((text) => text !== '', 'required')
const command = z.strictObject({ commandId: CommandId })
const words = prose(2_000).default('')
/** Of the lots by which groups are drawn. */
const Seed = z.string().regex(/^[0-9a-f]{16,64}$/)

// ── the retreat ───────────────────────────────────────────────────────────────────────────────
export const RetreatBody = z.strictObject({
  title: TranslatedLine,
  note: TranslatedProse.default({}),
  place: z.union([z.literal(''), line(200)]).default(''),
  zone: TimeZone,
  participantIds: z.array(Id).max(250),
  /** In the order in which they are discussed; participants read the newest published version of each. */
  findingIds: z.array(Id).max(FINDINGS_OF_A_RETREAT).default([]),
  feedbackOpensAt: Instant,
  feedbackClosesAt: Instant,
  attributionOffered: z.array(z.enum(ATTRIBUTIONS)).min(1, 'required'),
  /** Whether participants see each other’s attributed feedback. */
  feedbackOpen: z.boolean().default(true),
})
export type RetreatBody = z.infer<typeof RetreatBody>

/** A finding put to the retreat, as it was published last: what is circulated beforehand. */
export const FindingPut = z.object({
  findingId: Id,
  versionId: Id,
  version: z.number().int(),
  number: z.number().int(),
  track: z.string(),
  title: Translated,
  languages: z.array(Language),
  publishedAt: Instant,
})
export type FindingPut = z.infer<typeof FindingPut>

/** A session of the programme: the plenary of its slot, or one of the breakout groups side by side. */
export const GroupView = z.object({
  sessionId: Id,
  slotId: Id,
  kind: z.enum(SLOT_KINDS),
  /** Of a breakout group, counted within its slot. */
  number: z.number().int(),
  reference: z.string(),
  title: Translated,
  note: Translated,
  mode: AttributionMode,
  state: z.enum(SESSION_STATES),
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  /** Languages of interpretation. */
  interpretation: z.array(Language),
  seats: z.number().int().nullable(),
  findingIds: z.array(Id),
  /** The plenary to which its points come back. */
  reportsTo: Id.nullable(),
  /** Who moderates and who reports: every participant may know. */
  roles: z.array(z.object({ personId: Id, name: z.string(), role: z.enum(ROOM_ROLES) })),
  /** Who is placed in it: for staff. */
  assigned: z.array(z.object({ delegationId: Id, as: z.enum(INVITED_AS) })).nullable(),
  /** Who left before it began, and why: for staff. */
  declines: z.array(z.object({ delegationId: Id, note: z.string(), at: Instant })).nullable(),
  /** How many delegations have come: for staff. */
  present: z.number().int().nullable(),
  /** What its board is at, under the item taken up, and how many points the rapporteur has so far: for staff. */
  phase: z.enum(BOARD_PHASES).nullable(),
  pointsSoFar: z.number().int().nullable(),
  /** Calls for the chair that wait: for staff. */
  calls: z.array(z.object({ id: Id, note: z.string(), at: Instant })).nullable(),
  /** How the caller’s delegation stands to it: once its group was told. */
  own: z.enum(['placed', 'declined']).nullable(),
  /** Where its points stand; null for a plenary. For a delegation once they came to the plenary, or its own group ended without. */
  reportBack: ReportBackView.nullable(),
  may: z.object({ enter: z.boolean(), decline: z.boolean(), choose: z.boolean() }),
})
export type GroupView = z.infer<typeof GroupView>

export const SlotView = z.object({
  id: Id,
  kind: z.enum(SLOT_KINDS),
  title: Translated,
  startsAt: Instant,
  endsAt: Instant,
  /** Until when delegations choose; null where staff put the groups together. */
  choiceUntil: Instant.nullable(),
  /** Told: from now on people know their group. */
  assignedAt: Instant.nullable(),
  /** How the groups were put together, and the seed of the lots: for staff, so that anybody can draw them again. */
  assignedBy: z.enum(ASSIGNED_BY).nullable(),
  seed: z.string().nullable(),
  sessions: z.array(GroupView),
  /** Its wishes in order, for a delegation: none where it leaves the choice to the Secretariat, null where it has sent nothing. */
  ownChoice: z.array(Id).nullable(),
  /** What was wished for: for staff. */
  choices: z.array(z.object({ delegationId: Id, sessionIds: z.array(Id) })).nullable(),
  /** Participants in none of the groups: for staff. */
  unplaced: z.array(Id).nullable(),
  may: z.object({
    change: z.boolean(),
    assign: z.boolean(),
    tell: z.boolean(),
    choose: z.boolean(),
    open: z.boolean(),
    close: z.boolean(),
    extend: z.boolean(),
    message: z.boolean(),
    move: z.boolean(),
  }),
})
export type SlotView = z.infer<typeof SlotView>

export const RetreatSummary = z.object({
  id: Id,
  consultationId: Id,
  number: z.number().int(),
  reference: z.string(),
  title: Translated,
  place: z.string(),
  zone: z.string(),
  state: z.enum(RETREAT_STATES),
  /** Of its programme; null while that is empty. */
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  feedbackOpensAt: Instant,
  feedbackClosesAt: Instant,
})
export type RetreatSummary = z.infer<typeof RetreatSummary>

export const RetreatView = RetreatSummary.extend({
  consultationTitle: Translated,
  note: Translated,
  attributionOffered: z.array(z.enum(ATTRIBUTIONS)),
  feedbackOpen: z.boolean(),
  /** For staff and the Review Team; null for a delegation. */
  participantIds: z.array(Id).nullable(),
  findings: z.array(FindingPut),
  /** Put to the retreat and not published yet: for who may read that. */
  unpublished: z.array(Id).nullable(),
  slots: z.array(SlotView),
  announcedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  /** The delegation for which this was read, where the caller acts for one that takes part. */
  delegationId: Id.nullable(),
  /** The server’s clock. */
  now: Instant,
  revision: z.number().int(),
  may: z.object({ manage: z.boolean(), announce: z.boolean(), close: z.boolean() }),
})
export type RetreatView = z.infer<typeof RetreatView>

/** In a list, with its sessions: they stand under it, and not among the other meetings of the consultation. */
export const RetreatListed = RetreatSummary.extend({ sessionIds: z.array(Id) })
export type RetreatListed = z.infer<typeof RetreatListed>

export const listRetreats = endpoint({
  method: 'GET',
  path: '/api/consultations/:consultationId/retreats',
  permission: 'retreat.read',
  summary: 'The retreats of a consultation: all for staff, those announced for who takes part.',
  params: ofConsultation,
  reply: z.object({ retreats: z.array(RetreatListed), may: z.object({ add: z.boolean() }) }),
})

export const addRetreat = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/retreats',
  permission: 'retreat.manage',
  summary: 'Begins to prepare a retreat.',
  params: ofConsultation,
  body: RetreatBody.extend({ commandId: CommandId }),
  reply: RetreatView,
})

export const readRetreat = endpoint({
  method: 'GET',
  path: '/api/retreats/:retreatId',
  permission: 'retreat.read',
  summary: 'A retreat with its programme, the findings put to it, and where the caller has its place in it.',
  params: ofRetreat,
  reply: RetreatView,
})

export const changeRetreat = endpoint({
  method: 'PUT',
  path: '/api/retreats/:retreatId',
  permission: 'retreat.manage',
  summary: 'Changes a retreat. Whoever comes to it anew, or no longer, is told.',
  params: ofRetreat,
  body: RetreatBody,
  precondition: true,
  reply: RetreatView,
})

export const announceRetreat = endpoint({
  method: 'POST',
  path: '/api/retreats/:retreatId/announcement',
  permission: 'retreat.manage',
  summary: 'Invites: from now on the retreat and its documents stand with who takes part.',
  params: ofRetreat,
  body: command,
  reply: RetreatView,
})

export const closeRetreat = endpoint({
  method: 'POST',
  path: '/api/retreats/:retreatId/closing',
  permission: 'retreat.manage',
  summary: 'Ends a retreat, once each group that met has signed points or said why it has none.',
  params: ofRetreat,
  body: command,
  reply: RetreatView,
})

// ── the programme ─────────────────────────────────────────────────────────────────────────────
export const SlotBody = z.strictObject({
  title: TranslatedLine,
  startsAt: Instant,
  endsAt: Instant,
  choiceUntil: Instant.nullable().default(null),
})
export type SlotBody = z.infer<typeof SlotBody>

export const addSlot = endpoint({
  method: 'POST',
  path: '/api/retreats/:retreatId/slots',
  permission: 'retreat.manage',
  summary: 'Adds a part to the programme: a plenary, or breakout groups side by side.',
  params: ofRetreat,
  body: SlotBody.extend({ commandId: CommandId, kind: z.enum(SLOT_KINDS) }),
  reply: RetreatView,
})

export const changeSlot = endpoint({
  method: 'PUT',
  path: '/api/slots/:slotId',
  permission: 'retreat.manage',
  summary:
    'Changes a part of the programme, and with its times those of its sessions; calendars are told. If-Match is the retreat’s.',
  params: ofSlot,
  body: SlotBody,
  precondition: true,
  reply: RetreatView,
})

export const removeSlot = endpoint({
  method: 'POST',
  path: '/api/slots/:slotId/removal',
  permission: 'retreat.manage',
  summary: 'Takes a part out of the programme; its sessions, none of which has begun, are cancelled.',
  params: ofSlot,
  body: command,
  reply: RetreatView,
})

/** Times and zone are the slot’s, the agenda is made of the findings: an item for each, or one for all where there is none. */
export const GroupBody = z.strictObject({
  title: TranslatedLine,
  note: TranslatedProse.default({}),
  preset: z.enum(SESSION_PRESETS).default('review'),
  mode: AttributionMode,
  place: z.union([z.literal(''), line(200)]).default(''),
  link: z.union([z.literal(''), LinkAddress]).default(''),
  interpretation: z.array(Language).max(6).default([]),
  seats: z.int().min(1).max(250).nullable().default(null),
  findingIds: z.array(Id).max(FINDINGS_OF_A_RETREAT).default([]),
  reportsTo: Id.nullable().default(null),
  /** Beside the chair, who is whoever adds it: moderators, rapporteurs, note-takers; also of the Review Team. */
  roles: z
    .array(z.strictObject({ personId: Id, role: z.enum(['moderator', 'rapporteur', 'note_taker']) }))
    .max(20)
    .default([]),
})
export type GroupBody = z.infer<typeof GroupBody>

export const addBreakoutGroup = endpoint({
  method: 'POST',
  path: '/api/slots/:slotId/sessions',
  permission: 'retreat.manage',
  summary: 'Adds the session of a plenary, or a breakout group; whoever does it is its chair until somebody else is.',
  params: ofSlot,
  body: GroupBody.extend({ commandId: CommandId }),
  reply: RetreatView,
})

export const changeGroup = endpoint({
  method: 'PUT',
  path: '/api/sessions/:sessionId/group',
  permission: 'retreat.manage',
  summary:
    'Seats, findings and where the points come back to. All else is changed as in any session. If-Match is the retreat’s.',
  params: ofSession,
  body: z.strictObject({
    seats: z.int().min(1).max(250).nullable(),
    findingIds: z.array(Id).max(FINDINGS_OF_A_RETREAT),
    reportsTo: Id.nullable(),
  }),
  precondition: true,
  reply: RetreatView,
})

export const removeGroup = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/group/removal',
  permission: 'retreat.manage',
  summary: 'Takes a session that has not begun out of the programme and cancels it.',
  params: ofSession,
  body: command,
  reply: RetreatView,
})

/** Where a session stands in a retreat: what it discusses, where its points go. Null for a session of no retreat. */
export const PlaceInRetreat = z.object({
  retreatId: Id,
  reference: z.string(),
  title: Translated,
  slotId: Id,
  slotTitle: Translated,
  kind: z.enum(SLOT_KINDS),
  number: z.number().int(),
  findings: z.array(FindingPut),
  reportsTo: Id.nullable(),
})
export type PlaceInRetreat = z.infer<typeof PlaceInRetreat>

export const readPlaceInRetreat = endpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/retreat',
  permission: 'retreat.read',
  summary:
    'Where a session stands in a retreat, for who is in it: the findings at hand, and where its points come back to.',
  params: ofSession,
  reply: z.object({ place: PlaceInRetreat.nullable() }),
})

// ── who goes where ────────────────────────────────────────────────────────────────────────────
export const chooseGroups = endpoint({
  method: 'PUT',
  path: '/api/slots/:slotId/choice',
  permission: 'retreat.take_part',
  summary: 'Where the delegation would like to go, in its own order; none is a choice too.',
  params: ofSlot,
  body: z.strictObject({ sessionIds: z.array(Id).max(GROUPS_OF_A_SLOT) }),
  reply: RetreatView,
})

export const assignGroups = endpoint({
  method: 'PUT',
  path: '/api/slots/:slotId/assignment',
  permission: 'retreat.manage',
  summary: 'Puts the groups together by hand, until they are told. If-Match is the retreat’s.',
  params: ofSlot,
  body: z.strictObject({
    groups: z.array(z.strictObject({ sessionId: Id, delegationIds: z.array(Id).max(250) })).max(GROUPS_OF_A_SLOT),
  }),
  precondition: true,
  reply: RetreatView,
})

export const drawGroups = endpoint({
  method: 'POST',
  path: '/api/slots/:slotId/assignment',
  permission: 'retreat.manage',
  summary:
    'Puts the groups together by what delegations chose, by a mix of regional groups, or as in an earlier slot (group by group, by number).',
  params: ofSlot,
  body: z.strictObject({
    commandId: CommandId,
    by: z.enum(['choice', 'mix', 'earlier']),
    /** With `earlier`. */
    earlierSlotId: Id.nullable().default(null),
    /** Of the draw that was looked at: the same comes out as long as nothing else changed. */
    seed: Seed.nullable().default(null),
  }),
  reply: RetreatView,
})

export const previewGroups = endpoint({
  method: 'GET',
  path: '/api/slots/:slotId/draw',
  permission: 'retreat.manage',
  summary: 'How the groups would be put together; nothing is kept. Without a seed it is drawn anew.',
  params: ofSlot,
  query: z.strictObject({
    by: z.enum(['choice', 'mix', 'earlier']),
    earlierSlotId: Id.optional(),
    seed: Seed.optional(),
  }),
  reply: z.object({
    seed: z.string(),
    groups: z.array(z.object({ sessionId: Id, delegationIds: z.array(Id) })),
  }),
})

export const tellGroups = endpoint({
  method: 'POST',
  path: '/api/slots/:slotId/telling',
  permission: 'retreat.manage',
  summary: 'Tells each delegation its group, or of the plenary, with a file for its calendar. Once.',
  params: ofSlot,
  body: command,
  reply: RetreatView,
})

export const declineGroup = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/decline',
  permission: 'retreat.take_part',
  summary: 'Leaves a group before it begins, with a note; the place becomes free and staff are told.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId, note: words }),
  reply: RetreatView,
})

export const moveToGroup = endpoint({
  method: 'POST',
  path: '/api/slots/:slotId/moves',
  permission: 'retreat.manage',
  summary:
    'Moves a delegation into another group, also while they meet; what it wrote stays. `from` is where it was seen, null for nowhere.',
  params: ofSlot,
  body: z.strictObject({ commandId: CommandId, delegationId: Id, from: Id.nullable(), to: Id.nullable() }),
  reply: RetreatView,
})

// ── while groups meet ─────────────────────────────────────────────────────────────────────────
export const moveGroups = endpoint({
  method: 'POST',
  path: '/api/slots/:slotId/state',
  permission: 'retreat.manage',
  summary: 'Opens all sessions of a slot that are announced, or closes all that are open; what was written stays.',
  params: ofSlot,
  body: z.strictObject({ commandId: CommandId, to: z.enum(['open', 'closed']) }),
  reply: RetreatView,
})

export const extendGroups = endpoint({
  method: 'POST',
  path: '/api/slots/:slotId/extension',
  permission: 'retreat.manage',
  summary: 'Gives all groups of a slot more time, or less, at once. `from` is the end that was seen.',
  params: ofSlot,
  body: z.strictObject({ commandId: CommandId, from: Instant, endsAt: Instant }),
  reply: RetreatView,
})

export const messageGroups = endpoint({
  method: 'POST',
  path: '/api/slots/:slotId/messages',
  permission: 'retreat.manage',
  summary: 'Says something to all groups that meet; it stands in each room.',
  params: ofSlot,
  body: z.strictObject({ commandId: CommandId, text: told }),
  reply: Done,
})

export const callChair = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/calls',
  permission: 'retreat.call',
  summary: 'The group calls the chair of the retreat. It says nothing of who called.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId, note: prose(500).default('') }),
  reply: Done,
})

export const answerCall = endpoint({
  method: 'POST',
  path: '/api/calls/:callId/answer',
  permission: 'retreat.manage',
  summary: 'Says that the call was answered.',
  params: z.strictObject({ callId: Id }),
  body: command,
  reply: Done,
})

// ── what a group brings back ──────────────────────────────────────────────────────────────────
export const putPoints = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/report-back/put',
  permission: 'room.run',
  summary: 'Puts the points as they stand, five at most, to the group for its signatures.',
  params: ofSession,
  body: command,
  reply: ReportBackView,
})

export const signPoints = endpoint({
  method: 'PUT',
  path: '/api/sessions/:sessionId/report-back/signature',
  permission: 'room.write',
  summary: 'Signs the points that were read, or notes dissent with its words. The digest says which were read.',
  params: ofSession,
  body: z
    .strictObject({ digest: Digest, dissents: z.boolean(), note: words })
    .refine(({ dissents, note }) => !dissents || note !== '', { path: ['note'], message: 'required' }),
  reply: SignatureView,
})

export const closeSignatures = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/report-back/signing',
  permission: 'room.run',
  summary: 'Ends the signing: at least one delegation has signed; whoever said nothing has said nothing.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId, digest: Digest }),
  reply: ReportBackView,
})

export const giveUpPoints = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/report-back/reason',
  permission: 'room.run',
  summary: 'Says why the group ends without signed points.',
  params: ofSession,
  body: z.strictObject({ commandId: CommandId, reason: told }),
  reply: ReportBackView,
})

export const bringToPlenary = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/report-back/plenary',
  permission: 'room.run',
  summary: 'Brings signed points to the plenary: a place on its speakers list, and the points at hand in its room.',
  params: ofSession,
  /** Under which agenda item of the plenary; else the one taken up, else its first. */
  body: z.strictObject({ commandId: CommandId, itemId: Id.nullable().default(null) }),
  reply: ReportBackView,
})
