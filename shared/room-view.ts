import { z } from 'zod'
import { Language } from './languages.ts'
import { RegionalGroup } from './people.ts'
import { BOARD_PHASES, IDEA_STATES } from './rules/board.ts'
import { FLOOR_CAPACITIES, SPEAKER_STATES } from './rules/floor.ts'
import { REPORT_BACK_STATES } from './rules/retreats.ts'
import { TEMPERATURE_CHOICES, TEMPERATURE_STATES } from './rules/temperature.ts'
import { StoredBlocks, Translated } from './text.ts'
import { Id, Instant } from './wire.ts'

// What is seen of a room, in collections of things by id. A message sets or drops whole things, so to hear it twice is harmless,
// and what a newcomer is given is the same things at once. Each collection belongs to one audience: hidden text cannot be in a
// message to all, because all have no collection for it.

export const ATTRIBUTION_MODES = ['attributed', 'not_for_attribution', 'anonymous'] as const
export const AttributionMode = z.enum(ATTRIBUTION_MODES)
export type AttributionMode = z.infer<typeof AttributionMode>
export const SESSION_STATES = ['draft', 'announced', 'open', 'closed', 'cancelled'] as const
export const SCREEN_SHOWS = ['item', 'speakers', 'board', 'temperature', 'report', 'message'] as const

/** A seat as it may be shown: the delegation, in its own name or for a group; `withheld` where it may not be named. */
export const Seat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delegation'), delegationId: Id }),
  z.object({ kind: z.literal('group'), groupId: Id, delegationId: Id }),
  z.object({ kind: z.literal('podium') }),
  /** A breakout group that brings its points back: the session in which it met. */
  z.object({ kind: z.literal('report'), sessionId: Id, title: Translated }),
  z.object({ kind: z.literal('withheld') }),
])
export type Seat = z.infer<typeof Seat>

export const ClockView = z.object({
  startedAt: Instant.nullable(),
  usedMs: z.number().int(),
  limitMs: z.number().int(),
})

// ── told to everyone in the room ──────────────────────────────────────────────────────────────
export const SessionHead = z.object({
  id: Id,
  consultationId: Id,
  reference: z.string(),
  title: Translated,
  note: Translated,
  mode: AttributionMode,
  state: z.enum(SESSION_STATES),
  startsAt: Instant,
  endsAt: Instant,
  zone: z.string(),
  place: z.string(),
  link: z.string(),
  currentItemId: Id.nullable(),
  screen: z.object({ show: z.enum(SCREEN_SHOWS), message: z.string() }),
  /** Whether the podium is taking notes of what is said: everybody in the room sees it. */
  recordKept: z.boolean(),
  rehearsal: z.boolean(),
  observersAfter: z.boolean(),
})
export type SessionHead = z.infer<typeof SessionHead>

export const ItemView = z.object({
  id: Id,
  number: z.number().int(),
  title: Translated,
  note: Translated,
  /** Questions of circulated lists whose submitted answers are at hand. */
  questions: z.array(z.object({ listId: Id, questionId: Id, number: z.number().int(), text: Translated })),
  listOpen: z.boolean(),
  limits: z.object({ state: z.number().int(), group: z.number().int() }),
  /** Of whoever speaks; also while nobody does, so that it can be set. */
  clock: ClockView,
  board: z.object({
    phase: z.enum(BOARD_PHASES),
    budget: z.number().int(),
    cap: z.number().int(),
    /** While all write in silence: how many, in steps (BO3); null in an anonymous session. */
    silentCount: z.number().int().nullable(),
  }),
  /** Grows with every change of list, clock or board: what a command says it saw. */
  revision: z.number().int(),
})
export type ItemView = z.infer<typeof ItemView>

export const SpeakerView = z.object({
  id: Id,
  itemId: Id,
  seat: Seat,
  capacity: z.enum(FLOOR_CAPACITIES),
  state: z.enum(SPEAKER_STATES),
  place: z.number(),
  observer: z.boolean(),
  /** Why the chair moved it; null when as inscribed. */
  movedFor: z.string().nullable(),
  usedMs: z.number().int(),
  spokeAt: Instant.nullable(),
})
export type SpeakerView = z.infer<typeof SpeakerView>

export const IdeaView = z.object({
  id: Id,
  itemId: Id,
  text: z.string(),
  language: Language,
  seat: Seat,
  clusterId: Id.nullable(),
  /** Merged into another, which is shown for both. */
  mergedInto: Id.nullable(),
  pinned: z.boolean(),
  /** Drawn once when revealed, the same for all. */
  place: z.number(),
})
export type IdeaView = z.infer<typeof IdeaView>

export const ClusterView = z.object({
  id: Id,
  itemId: Id,
  name: z.string(),
  place: z.number(),
  /** Once prioritising is over; never presented as a vote. */
  points: z.number().int().nullable(),
})
export type ClusterView = z.infer<typeof ClusterView>

/** What was given out: merged until each part rests on enough delegations, and served so ever after. */
export const TemperatureResult = z.object({
  number: z.number().int(),
  answered: z.number().int(),
  /** Null where too few answered. Choices merged until each part is large enough. */
  all: z.array(z.object({ choices: z.array(z.enum(TEMPERATURE_CHOICES)), figure: z.number().int() })).nullable(),
  parts: z.array(
    z.object({
      /** Null stands for delegations of no regional group. */
      regions: z.array(RegionalGroup.nullable()),
      answered: z.number().int(),
      figures: z
        .array(z.object({ choices: z.array(z.enum(TEMPERATURE_CHOICES)), figure: z.number().int() }))
        .nullable(),
    }),
  ),
  at: Instant,
})
export type TemperatureResult = z.infer<typeof TemperatureResult>

export const TemperatureView = z.object({
  id: Id,
  itemId: Id,
  question: Translated,
  round: z.number().int(),
  /** The round before, which is kept. */
  earlierId: Id.nullable(),
  state: z.enum(TEMPERATURE_STATES),
  result: TemperatureResult.nullable(),
})
export type TemperatureView = z.infer<typeof TemperatureView>

export const TopicView = z.object({
  id: Id,
  itemId: Id,
  clusterId: Id.nullable(),
  title: z.string(),
  resolvedAt: Instant.nullable(),
  /** Where it stood before it was moved or merged: a link to it still finds it. */
  movedFrom: z.array(z.object({ itemId: Id.optional(), clusterId: Id.nullable(), at: Instant })),
})
export type TopicView = z.infer<typeof TopicView>

export const RemarkView = z.object({
  id: Id,
  topicId: Id,
  replyTo: Id.nullable(),
  quotes: Id.nullable(),
  seat: Seat,
  language: Language,
  text: z.string(),
  /** Withheld with the name (AT5). */
  at: Instant.nullable(),
  place: z.number(),
})
export type RemarkView = z.infer<typeof RemarkView>

export const StatementView = z.object({
  /** Of this version: a citation points at it and does not move. */
  id: Id,
  itemId: Id,
  seat: Seat,
  channel: z.enum(['room', 'writing']),
  language: Language,
  blocks: StoredBlocks,
  at: Instant.nullable(),
  version: z.number().int(),
  /** A later version stands in its place. */
  replaced: z.boolean(),
})
export type StatementView = z.infer<typeof StatementView>

/** What the chair of the retreat tells every group. */
export const MessageView = z.object({ id: Id, text: z.string(), at: Instant })
export type MessageView = z.infer<typeof MessageView>

/** That the group calls the chair of the retreat, and that it is heard: nobody’s name is on it, and what it is about is told to staff alone. */
export const CallView = z.object({ id: Id, at: Instant, answeredAt: Instant.nullable() })
export type CallView = z.infer<typeof CallView>

/** Its id is the delegation’s: each says one thing to the points as they were put. Who signs is seen in the room, and nowhere else but where all are named. */
export const SignatureView = z.object({ id: Id, seat: Seat, dissents: z.boolean(), note: z.string() })
export type SignatureView = z.infer<typeof SignatureView>

const PointSource = z.object({
  kind: z.enum(['idea', 'cluster', 'statement', 'speaker', 'remark', 'answer']),
  id: Id,
})
/** Its id is that of the group’s session. In the group’s room from the beginning, in the plenary’s once it was brought there. */
export const ReportBackView = z.object({
  id: Id,
  retreatId: Id,
  reference: z.string(),
  title: Translated,
  /** Of the group, within its slot. */
  number: z.number().int(),
  state: z.enum(REPORT_BACK_STATES),
  /** The points as they were put; none while they are being drafted. What they rest on is for the group, in whose room it is. */
  points: z.array(z.object({ id: Id, text: z.string(), sources: z.array(PointSource) })),
  /** Of the points: what a signature names. */
  digest: z.string().nullable(),
  putAt: Instant.nullable(),
  signedAt: Instant.nullable(),
  /** Why the group ended without signed points. */
  reason: z.string(),
  /** The plenary, and the place on its speakers list. */
  reportsTo: Id.nullable(),
  speakerId: Id.nullable(),
  /** In the plenary: how many delegations signed, where that names nobody; null in the group’s room, which sees the signatures. */
  signed: z.number().int().nullable(),
  /** In the plenary: dissent in its words, by name where the group’s session names. */
  dissents: z.array(z.object({ seat: Seat, note: z.string() })),
})
export type ReportBackView = z.infer<typeof ReportBackView>

// ── told to the podium ────────────────────────────────────────────────────────────────────────
export const SealedView = z.object({
  id: Id,
  ideaId: Id,
  itemId: Id,
  /** Whole, while the room does not see it. */
  idea: IdeaView,
  state: z.enum(IDEA_STATES),
  reason: z.string().nullable(),
})
/** A point of the rapporteur's, with what it rests on. */
export const NoteView = z.object({
  id: Id,
  itemId: Id,
  text: z.string(),
  place: z.number(),
  sources: z.array(PointSource),
  revision: z.number().int(),
})
export type NoteView = z.infer<typeof NoteView>
export const AttendanceView = z.object({ id: Id, delegationId: Id, since: Instant })

// ── told to one delegation ────────────────────────────────────────────────────────────────────
export const OwnIdeaView = z.object({
  id: Id,
  itemId: Id,
  text: z.string(),
  language: Language,
  groupId: Id.nullable(),
  state: z.enum(IDEA_STATES),
  reason: z.string().nullable(),
})
/** Its id is the item's. */
export const OwnPointsView = z.object({
  id: Id,
  points: z.record(Id, z.number().int()),
  revision: z.number().int(),
})
/** Its id is the temperature question's. */
export const OwnTemperatureView = z.object({ id: Id, choice: z.enum(TEMPERATURE_CHOICES) })
export const TradeView = z.object({
  id: Id,
  itemId: Id,
  fromSpeakerId: Id,
  toSpeakerId: Id,
  state: z.enum(['offered', 'accepted', 'declined', 'lapsed']),
  mine: z.boolean(),
})

/** Every collection, and the audience that is told of it. */
export const AUDIENCE_OF = {
  sessions: 'all',
  items: 'all',
  speakers: 'all',
  ideas: 'all',
  clusters: 'all',
  temperatures: 'all',
  topics: 'all',
  remarks: 'all',
  statements: 'all',
  messages: 'all',
  calls: 'all',
  reportBacks: 'all',
  signatures: 'all',
  sealed: 'podium',
  notes: 'podium',
  /** Questions to take the temperature that the room does not see yet. */
  preparedTemperatures: 'podium',
  attendances: 'podium',
  /** Every statement, also those still to be delivered, with who gives it. */
  attached: 'podium',
  ownIdeas: 'seat',
  ownPoints: 'seat',
  ownStatements: 'seat',
  ownTemperatures: 'seat',
  trades: 'seat',
} as const satisfies Record<string, 'all' | 'podium' | 'seat'>
export type Collection = keyof typeof AUDIENCE_OF
export type Audience = (typeof AUDIENCE_OF)[Collection]
export const COLLECTION_NAMES = Object.keys(AUDIENCE_OF) as Collection[]

export const CollectionsSchema = z.object({
  sessions: z.array(SessionHead),
  items: z.array(ItemView),
  speakers: z.array(SpeakerView),
  ideas: z.array(IdeaView),
  clusters: z.array(ClusterView),
  temperatures: z.array(TemperatureView),
  topics: z.array(TopicView),
  remarks: z.array(RemarkView),
  statements: z.array(StatementView),
  messages: z.array(MessageView),
  calls: z.array(CallView),
  reportBacks: z.array(ReportBackView),
  signatures: z.array(SignatureView),
  sealed: z.array(SealedView),
  notes: z.array(NoteView),
  preparedTemperatures: z.array(TemperatureView),
  attendances: z.array(AttendanceView),
  attached: z.array(StatementView),
  ownIdeas: z.array(OwnIdeaView),
  ownPoints: z.array(OwnPointsView),
  ownStatements: z.array(StatementView),
  ownTemperatures: z.array(OwnTemperatureView),
  trades: z.array(TradeView),
} satisfies Record<Collection, z.ZodArray<z.ZodType<{ id: string }>>>)
export type Collections = z.infer<typeof CollectionsSchema>
export type Thing<C extends Collection> = Collections[C][number]

/**
 * Sets a thing as it is now, drops one that this audience does not see (any more), or clears away all of an agenda item before
 * they are set anew: who tells it need not know what was there.
 */
export type Change = {
  [C in Collection]: { set: C; value: Thing<C> } | { drop: C; id: string } | { clear: C; itemId: string }
}[Collection]

const itemOf = (thing: object) => ('itemId' in thing ? thing.itemId : null)

/** Collections with the changes made; what did not change stays the same object, so that a page draws only what did. */
export function apply(view: Collections, changes: readonly Change[]): Collections {
  const next: Record<string, { id: string }[]> = { ...view }
  for (const change of changes) {
    if ('clear' in change) {
      next[change.clear] = (next[change.clear] ?? []).filter((thing) => itemOf(thing) !== change.itemId)
      continue
    }
    const name = 'set' in change ? change.set : change.drop
    const id = 'set' in change ? change.value.id : change.id
    const before = next[name] ?? []
    const at = before.findIndex((thing) => thing.id === id)
    if ('drop' in change) {
      if (at >= 0) next[name] = before.toSpliced(at, 1)
    } else next[name] = at < 0 ? [...before, change.value] : before.with(at, change.value)
  }
  return next as Collections
}

export const NO_COLLECTIONS = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, []])) as Record<
  keyof Collections,
  never[]
> as Collections
