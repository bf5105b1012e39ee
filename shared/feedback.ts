import { z } from 'zod'
import { ShownAsView } from './answers.ts'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { RegionalGroup } from './people.ts'
import { ATTRIBUTIONS } from './rules/attribution.ts'
import { CONVERGENCES, MOVES, POSITION_BY } from './rules/convergence.ts'
import { ASSOCIATIONS, FEEDBACK_CHANNELS, FEEDBACK_STANCES, PRIORITIES_MAX } from './rules/feedback.ts'
import { Blocks, prose, StoredBlocks, Translated } from './text.ts'
import { CommandId, Cursor, Id, Instant, many, PAGE_MAX, whole } from './wire.ts'

/** Other words for so many paragraphs in one feedback. */
export const PROPOSALS_MAX = 60
/** Longest wording of one paragraph, and longest note beside an association. */
export const PROPOSAL_MAX = 8_000
export const NOTE_MAX = 2_000

const ofRetreat = z.strictObject({ retreatId: Id })
const ofVersion = z.strictObject({ retreatId: Id, versionId: Id })
const ofFeedback = z.strictObject({ feedbackId: Id })
const Stance = z.enum(FEEDBACK_STANCES)
const Channel = z.enum(FEEDBACK_CHANNELS)
const Attribution = z.enum(ATTRIBUTIONS)

/** A paragraph of a version by its place, the first being nought. */
const PLACES_MAX = 2_000
const Place = z.int().min(0).max(PLACES_MAX)

/** Other words for one paragraph, with the paragraph as it was when they were written. Empty words take the paragraph out. */
export const Proposal = z.strictObject({
  paragraph: Place,
  language: Language,
  was: prose(40_000),
  text: prose(PROPOSAL_MAX),
})
export type Proposal = z.infer<typeof Proposal>

export const AssociationView = z.object({
  delegationId: Id,
  association: z.enum(ASSOCIATIONS),
  note: z.string(),
  /** From which it dissociates itself, by their place from nought; none where it differs from the whole. */
  paragraphs: z.array(z.number().int()),
  at: Instant,
  /** The group has given newer words since: they were not said to these. */
  lapsed: z.boolean(),
})
export type AssociationView = z.infer<typeof AssociationView>

/** What was said to one version of a finding, for this viewer. AT5: with a withheld name go language, channel, time and place. */
export const FeedbackView = z.object({
  id: Id,
  findingId: Id,
  versionId: Id,
  version: z.number().int(),
  shownAs: ShownAsView,
  attribution: Attribution,
  /** To every participant, by name. */
  open: z.boolean(),
  stance: Stance,
  channel: Channel.nullable(),
  language: Language.nullable(),
  reason: StoredBlocks,
  proposals: z.array(
    z.object({ paragraph: z.number().int(), language: Language.nullable(), was: z.string(), text: z.string() }),
  ),
  at: Instant.nullable(),
  /** For the next change: of the caller’s own, and of a group’s for which it speaks. */
  revision: z.number().int().nullable(),
  /** For whom a group spoke that day. */
  rosterIds: z.array(Id),
  /** What its members said to it. */
  associations: z.array(AssociationView),
  /** Whether the caller’s delegation gave it, or a group gave it in its name. */
  concerns: z.enum(['own', 'in_our_name', 'other']),
})
export type FeedbackView = z.infer<typeof FeedbackView>

/** What was said, in a line: without its words. */
export const FeedbackLine = z.object({
  id: Id,
  versionId: Id,
  version: z.number().int(),
  groupId: Id.nullable(),
  stance: Stance,
  attribution: Attribution,
  at: Instant,
  revision: z.number().int(),
})
export type FeedbackLine = z.infer<typeof FeedbackLine>

export const DeskFinding = z.object({
  findingId: Id,
  number: z.number().int(),
  /** The newest published version: what feedback is given on. */
  versionId: Id,
  version: z.number().int(),
  title: Translated,
  change: Translated,
  track: z.string(),
  publishedAt: Instant,
  withdrawn: z.boolean(),
  /** What the caller’s delegation said, and what was said for a group it speaks for: of each version the newest. */
  own: z.array(FeedbackLine),
  /** What groups said in its name, with its own word on it. */
  inOurName: z.array(FeedbackLine.extend({ association: z.enum(ASSOCIATIONS).nullable() })),
})
export type DeskFinding = z.infer<typeof DeskFinding>

export const DeskView = z.object({
  retreatId: Id,
  consultationId: Id,
  reference: z.string(),
  title: Translated,
  window: z.enum(['before', 'open', 'after']),
  opensAt: Instant,
  closesAt: Instant,
  attributionOffered: z.array(Attribution),
  /** Whether delegations see each other’s attributed feedback. */
  openToAll: z.boolean(),
  /** The delegation for which this was read; null for staff and the Review Team. */
  delegationId: Id.nullable(),
  /** Groups for which it may speak today. */
  speaksFor: z.array(Id),
  findings: z.array(DeskFinding),
  priorities: z.object({ findingIds: z.array(Id), revision: z.number().int() }),
  may: z.object({
    /** Its own feedback, by a delegation that takes part, observers too, while the window is open. */
    give: z.boolean(),
    giveForGroup: z.boolean(),
    associate: z.boolean(),
    prioritize: z.boolean(),
    readAll: z.boolean(),
    readUnheard: z.boolean(),
  }),
  /** The server’s clock. */
  now: Instant,
})
export type DeskView = z.infer<typeof DeskView>

export const readDesk = endpoint({
  method: 'GET',
  path: '/api/retreats/:retreatId/feedback',
  permission: 'feedback.read',
  summary:
    'The findings put to a retreat, with what the caller’s delegation said to each and what groups said in its name.',
  params: ofRetreat,
  reply: DeskView,
})

export const FeedbackFilter = z.strictObject({
  stance: many(Stance),
  region: many(RegionalGroup),
  group: Id.optional(),
  delegation: many(Id),
  channel: many(Channel),
  /** With other words proposed. */
  proposals: z.literal('yes').optional(),
  /** What the caller’s delegation gave, and what groups gave in its name. */
  ours: z.literal('yes').optional(),
  q: z.string().max(200).optional(),
})
export type FeedbackFilter = z.infer<typeof FeedbackFilter>

export const listFeedback = endpoint({
  method: 'GET',
  path: '/api/retreats/:retreatId/versions/:versionId/feedback',
  permission: 'feedback.read',
  summary:
    'What was said to one version as far as the caller may read it: groups, then States in protocol order, then what has no name in drawn order. A filter by author leaves the last out.',
  params: ofVersion,
  query: FeedbackFilter.extend({ cursor: Cursor, limit: whole(1, PAGE_MAX).default(50) }),
  reply: z.object({ feedback: z.array(FeedbackView), total: z.number().int(), next: z.string().nullable() }),
})

export const FeedbackBody = z.strictObject({
  commandId: CommandId,
  /** The group it is given for; null for the State itself. */
  groupId: Id.nullable().default(null),
  /** Members of the group for which it does not speak this time. */
  excepted: z.array(Id).max(250).default([]),
  /** Participants outside the group who join it this time. */
  joined: z.array(Id).max(250).default([]),
  stance: Stance,
  channel: Channel.default('writing'),
  language: Language,
  attribution: Attribution,
  reason: Blocks.default([]),
  proposals: z.array(Proposal).max(PROPOSALS_MAX).default([]),
})
export type FeedbackBody = z.infer<typeof FeedbackBody>

export const giveFeedback = endpoint({
  method: 'PUT',
  path: '/api/retreats/:retreatId/versions/:versionId/feedback',
  permission: 'feedback.give',
  summary:
    'Gives feedback on the newest version of a finding, for the State or a group it speaks for. What was given before, for a group by any of its speakers, is kept and this takes its place; `If-Match` names the revision it rests on, 0 for the first.',
  params: ofVersion,
  body: FeedbackBody,
  bodyLimit: 2_000_000,
  precondition: true,
  reply: FeedbackView,
})

/** With version_superseded: where the words can be given instead. */
export const NewerVersion = z.object({ versionId: Id, version: z.number().int() })
export type NewerVersion = z.infer<typeof NewerVersion>

export const associate = endpoint({
  method: 'PUT',
  path: '/api/feedback/:feedbackId/association',
  permission: 'feedback.associate',
  summary:
    'Says of a group’s feedback given in the delegation’s name that it goes along with it or differs from it, why, and from which paragraphs.',
  params: ofFeedback,
  body: z.strictObject({
    commandId: CommandId,
    association: z.enum(ASSOCIATIONS),
    note: prose(NOTE_MAX).default(''),
    /** Of the version, from which a member that differs dissociates itself. */
    paragraphs: z.array(Place).max(PLACES_MAX).default([]),
  }),
  reply: FeedbackView,
})

export const withdrawAssociation = endpoint({
  method: 'DELETE',
  path: '/api/feedback/:feedbackId/association',
  permission: 'feedback.associate',
  summary: 'Takes back what the delegation said to its group’s feedback.',
  params: ofFeedback,
  reply: FeedbackView,
})

export const DissociatedView = z.object({
  /** Its place from nought. */
  paragraph: z.number().int(),
  members: z.array(z.object({ delegationId: Id, sealed: z.boolean() })),
  /** How many more, where names are withheld and they are enough. */
  unnamed: z.number().int(),
})
export type DissociatedView = z.infer<typeof DissociatedView>

export const readDissociations = endpoint({
  method: 'GET',
  path: '/api/finding-versions/:versionId/dissociations',
  permission: 'feedback.read',
  summary:
    'From which paragraphs of a version members dissociate themselves from what their group said: by name as far as the caller may know it, else how many once the retreat is closed.',
  params: z.strictObject({ versionId: Id }),
  reply: z.object({ dissociated: z.array(DissociatedView) }),
})

export const setPriorities = endpoint({
  method: 'PUT',
  path: '/api/retreats/:retreatId/priorities',
  permission: 'feedback.give',
  summary:
    'The findings that matter most to the delegation, in its own order, five at most. `If-Match` names the revision; 0 for the first.',
  params: ofRetreat,
  body: z.strictObject({ findingIds: z.array(Id).max(PRIORITIES_MAX) }),
  precondition: true,
  reply: z.object({ findingIds: z.array(Id), revision: z.number().int() }),
})

export const readUnheard = endpoint({
  method: 'GET',
  path: '/api/retreats/:retreatId/versions/:versionId/unheard',
  permission: 'convergence.release',
  summary:
    'Who has not been heard on a version: delegations that said nothing, are covered by a group alone, or await instructions.',
  params: ofVersion,
  reply: z.object({
    silent: z.array(Id),
    /** A group spoke for them; they themselves did not. */
    covered: z.array(Id),
    /** Differ from what their group said and gave nothing of their own, or are covered by groups that say different things. */
    unclear: z.array(Id),
    awaiting: z.array(Id),
  }),
})

// ── where views converge ──────────────────────────────────────────────────────────────────────

const Region = RegionalGroup.nullable()
const figuresOf = <K extends z.ZodType>(key: K) => {
  const figured = z.array(z.object({ keys: z.array(key), figure: z.number().int() })).nullable()
  return z.object({
    /** States with a position; never a total of votes. */
    answered: z.number().int(),
    all: figured,
    parts: z.array(z.object({ regions: z.array(Region), answered: z.number().int(), figures: figured })),
  })
}
export const StanceFigures = figuresOf(Stance)
export type StanceFigures = z.infer<typeof StanceFigures>
export const MoveFigures = figuresOf(z.enum(MOVES))
export type MoveFigures = z.infer<typeof MoveFigures>

export const VersionConvergence = z.object({
  versionId: Id,
  version: z.number().int(),
  /** Null: too few, or nothing was given out. */
  figures: StanceFigures.nullable(),
  /** By which link States are counted; for staff. */
  by: z.object({ own: z.number().int(), association: z.number().int(), group: z.number().int() }).nullable(),
  /** How many statements there are, beside the States; null where only what was given out is shown. */
  statements: z.object({ national: z.number().int(), group: z.number().int(), unnamed: z.number().int() }).nullable(),
  /** What became of each position on the version before. */
  moves: MoveFigures.nullable(),
  /** When its figures were given out, if they were. */
  releasedAt: Instant.nullable(),
  /** The caller’s delegation’s own position, and by which link. */
  own: z.object({ stance: Stance, by: z.enum(POSITION_BY), move: z.enum(MOVES).nullable() }).nullable(),
})
export type VersionConvergence = z.infer<typeof VersionConvergence>

export const FindingConvergence = z.object({
  findingId: Id,
  number: z.number().int(),
  title: Translated,
  track: z.string(),
  /** Of the newest version, as far as the figures shown tell. */
  convergence: z.enum(CONVERGENCES).nullable(),
  /** The newest first. */
  versions: z.array(VersionConvergence),
  /** How many name it among those that matter most; for staff. */
  priority: z.number().int().nullable(),
})
export type FindingConvergence = z.infer<typeof FindingConvergence>

export const ConvergenceView = z.object({
  retreatId: Id,
  consultationId: Id,
  reference: z.string(),
  title: Translated,
  /** Whose figures: all that was said (staff), what was said by name (the Review Team), what was given out (everybody else). */
  basis: z.enum(['all', 'named', 'released']),
  /** States that take part. */
  states: z.number().int().nullable(),
  findings: z.array(FindingConvergence),
  may: z.object({ release: z.boolean(), readNames: z.boolean() }),
  now: Instant,
})
export type ConvergenceView = z.infer<typeof ConvergenceView>

export const readConvergence = endpoint({
  method: 'GET',
  path: '/api/retreats/:retreatId/convergence',
  permission: 'convergence.read',
  summary:
    'Where views converge, finding by finding, by regional group, and what moved between versions. It is not a vote.',
  params: ofRetreat,
  reply: ConvergenceView,
})

export const MovedView = z.object({
  delegationId: Id,
  fromVersion: z.number().int(),
  toVersion: z.number().int(),
  from: z.object({ stance: Stance, by: z.enum(POSITION_BY) }),
  to: z.object({ stance: Stance, by: z.enum(POSITION_BY) }),
  move: z.enum(MOVES),
})
export type MovedView = z.infer<typeof MovedView>

export const readMoves = endpoint({
  method: 'GET',
  path: '/api/retreats/:retreatId/findings/:findingId/moves',
  permission: 'convergence.read',
  summary:
    'Whose position moved between the versions of a finding: by name for staff, of what was said by name for the Review Team, its own for a delegation.',
  params: z.strictObject({ retreatId: Id, findingId: Id }),
  reply: z.object({ moved: z.array(MovedView) }),
})

/** Figures that may not follow those given out before stay as they were; the reason is told. */
export const RELEASE_OUTCOMES = ['released', 'unchanged', 'too_few', 'too_close'] as const

export const releaseConvergence = endpoint({
  method: 'POST',
  path: '/api/retreats/:retreatId/convergence/release',
  permission: 'convergence.release',
  summary:
    'Gives out the figures of the versions named, by the rule for small numbers; what was given out once is never taken back.',
  params: ofRetreat,
  body: z.strictObject({ commandId: CommandId, versionIds: z.array(Id).min(1, 'required').max(200) }),
  reply: z.object({ outcomes: z.array(z.object({ versionId: Id, outcome: z.enum(RELEASE_OUTCOMES) })) }),
})

export const ReleasePreview = z.object({
  versionId: Id,
  outcome: z.enum(RELEASE_OUTCOMES),
  /** What participants would see; null where nothing can be given out. */
  figures: StanceFigures.nullable(),
  moves: MoveFigures.nullable(),
})
export type ReleasePreview = z.infer<typeof ReleasePreview>

export const previewRelease = endpoint({
  method: 'GET',
  path: '/api/retreats/:retreatId/convergence/release',
  permission: 'convergence.release',
  summary: 'What a release of these versions would give out now, one after the other. It gives out nothing.',
  params: ofRetreat,
  query: z.strictObject({ version: many(Id) }),
  reply: z.object({ previews: z.array(ReleasePreview) }),
})
