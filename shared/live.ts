import { z } from 'zod'
import { Id, Instant, many } from './wire.ts'

export const LIVE_PROTOCOL = 1
export const LIVE_PATH = '/api/live'
/** The same by server-sent events, for whom a proxy breaks websockets. */
export const LIVE_EVENTS_PATH = '/api/live/events'
/** Larger messages from a client end the connection. */
export const LIVE_BYTES_MAX = 65_536
/** So often a line that has nothing to tell says that it is there. */
export const HEARTBEAT_MS = 3_000
/** A line silent for so long is lost: whoever follows a room is told within ten seconds. */
export const LOST_AFTER_MS = 7_000
export const SUBSCRIPTIONS_MAX = 50

/** Everything that can stand in the journal. */
export const EVENT_KINDS = [
  'consultation.opened',
  'consultation.changed',
  'list.begun',
  'list.changed',
  'list.discarded',
  'list.circulated',
  'list.extended',
  'list.closed',
  'list.acknowledged',
  'list.preparation_said',
  'list.preparation_taken_back',
  'list.reminded',
  'list.released',
  'list.compiled',
  'response.opened',
  'response.edited',
  'response.letter_attached',
  'response.letter_removed',
  'response.sent_for_clearance',
  'response.taken_back',
  'response.returned',
  'response.cleared',
  'response.submitted',
  'response.amendment_begun',
  'response.amendment_dropped',
  'response.aligned',
  'response.alignment_withdrawn',
  'comment.added',
  'comment.removed',
  'thread.opened',
  'thread.replied',
  'thread.resolved',
  'thread.reopened',
  'export.asked',
  'export.progressed',
  'export.ready',
  'export.failed',
  'export.cancelled',
  'export.downloaded',
  'person.invited',
  'person.joined',
  'person.changed',
  'person.removed',
  'person.signed_in',
  'person.signed_out',
  'person.password_changed',
  'group.added',
  'group.speaker_added',
  'group.speaker_removed',
  'session.added',
  'session.changed',
  'session.announced',
  'session.cancelled',
  'session.opened',
  'session.closed',
  'session.item_taken_up',
  'session.screen_directed',
  'session.record_keeping',
  'session.roles_assigned',
  'session.handed_over',
  'session.purged',
  'screen.added',
  'screen.revoked',
  'attendance.began',
  'attendance.ended',
  'item.changed',
  'item.counted',
  'speaker.inscribed',
  'speaker.changed',
  'speaker.moved',
  'speaker.given_floor',
  'speaker.floor_taken_back',
  'clock.changed',
  'trade.offered',
  'trade.answered',
  'statement.given',
  'statement.sealed',
  'board.moved',
  'board.released',
  'board.sealed',
  'idea.written',
  'idea.changed',
  'idea.withdrawn',
  'idea.moderated',
  'idea.clustered',
  'idea.merged',
  'cluster.added',
  'cluster.changed',
  'cluster.merged',
  'points.given',
  'temperature.asked',
  'temperature.moved',
  'temperature.reset',
  'temperature.answered',
  'topic.opened',
  'topic.resolved',
  'topic.moved',
  'remark.made',
  'remark.sealed',
  'note.added',
  'note.changed',
  'note.removed',
  'theme.added',
  'theme.changed',
  'finding.added',
  'finding.changed',
  'finding.published',
  'finding.withdrawn',
  'link.added',
  'link.removed',
  'contribution.set_aside',
  'contribution.taken_up_again',
  'retreat.added',
  'retreat.changed',
  'retreat.announced',
  'retreat.closed',
  'retreat.groups_told',
  'retreat.group_chosen',
  'retreat.group_declined',
  'retreat.moved_to_group',
  'retreat.slot_moved',
  'retreat.slot_extended',
  'message.sent',
  'call.made',
  'call.answered',
  'report_back.changed',
  'report_back.put',
  'report_back.signed',
  'report_back.given_up',
  'report_back.reported',
  'signature.given',
  'signature.taken_back',
  'feedback.given',
  'feedback.associated',
  'feedback.association_withdrawn',
  'priority.given',
  'convergence.released',
  'measure.added',
  'measure.changed',
  'measure.moved',
  'measure.published',
  'report.begun',
  'report.changed',
  'report.published',
  'summary.begun',
  'summary.changed',
  'summary.published',
  'summary.discarded',
] as const
export const EventKind = z.enum(EVENT_KINDS)
export type EventKind = z.infer<typeof EventKind>

/** `list:<id>:all`, `list:<id>:staff`, `session:<id>:all`, `session:<id>:podium`, `session:<id>:seat:<delegation>`,
 * `retreat:<id>:all` (its participants), `retreat:<id>:staff`, `delegation:<id>`, `person:<id>`, `consultation:<id>` (staff and
 * the Review Team), `consultation:<id>:all` (every delegation: what is published), `people`. */
export const StreamName = z
  .string()
  .regex(
    /^(people|(consultation|delegation|person):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|consultation:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:all|(list|retreat):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:(all|staff)|session:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:(all|podium|seat:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}))$/,
  )
export type StreamName = z.infer<typeof StreamName>
export const streams = {
  people: 'people',
  consultation: (id: string) => `consultation:${id}`,
  consultationAll: (id: string) => `consultation:${id}:all`,
  retreatAll: (id: string) => `retreat:${id}:all`,
  retreatStaff: (id: string) => `retreat:${id}:staff`,
  listAll: (id: string) => `list:${id}:all`,
  listStaff: (id: string) => `list:${id}:staff`,
  sessionAll: (id: string) => `session:${id}:all`,
  sessionPodium: (id: string) => `session:${id}:podium`,
  sessionSeat: (id: string, delegationId: string) => `session:${id}:seat:${delegationId}`,
  delegation: (id: string) => `delegation:${id}`,
  person: (id: string) => `person:${id}`,
} as const

export const ClientMessage = z.discriminatedUnion('type', [
  /** A plenary screen has no sign-in and says its own token. */
  z.strictObject({
    type: z.literal('hello'),
    protocol: z.literal(LIVE_PROTOCOL),
    actingFor: Id.nullable(),
    screen: z.string().max(200).optional(),
  }),
  /** `after` null: from now on. */
  z.strictObject({ type: z.literal('subscribe'), stream: StreamName, after: z.int().min(0).nullable() }),
  z.strictObject({ type: z.literal('unsubscribe'), stream: StreamName }),
  /** Who else is at this response; told to its own delegation only. */
  z.strictObject({ type: z.literal('here'), responseId: Id.nullable(), questionId: Id.nullable() }),
  z.strictObject({ type: z.literal('pong') }),
])
export type ClientMessage = z.infer<typeof ClientMessage>

/** `follow=<stream>@<after>` for each stream; without a number from now on. */
export const EventsQuery = z.strictObject({
  follow: many(
    z
      .string()
      .max(200)
      .transform((text, context) => {
        const [name, after = ''] = text.split('@')
        const stream = StreamName.safeParse(name)
        if (stream.success && /^\d{0,9}$/.test(after))
          return { stream: stream.data, after: after === '' ? null : Number(after) }
        context.addIssue({ code: 'custom', message: 'invalid' })
        return z.NEVER
      }),
  ),
})
export type EventsQuery = z.infer<typeof EventsQuery>

/**
 * What happened, by reference: the client asks for the thing as it is now, and gets it presented for itself. In a session's room a
 * thousand would ask at once: there the thing as it is now travels along, presented once for all who follow the stream.
 */
export const LiveEvent = z.object({
  seq: z.int(),
  kind: EventKind,
  subject: z.string(),
  at: Instant,
  /** What is to be changed in a room's view (`apply` in room-view.ts); rooms themselves do not look into it. */
  changes: z.array(z.looseObject({})).optional(),
})
export type LiveEvent = z.infer<typeof LiveEvent>

export const Presence = z.object({ personId: Id, name: z.string(), responseId: Id, questionId: Id.nullable() })
export type Presence = z.infer<typeof Presence>

export const ServerMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), protocol: z.literal(LIVE_PROTOCOL), at: Instant }),
  z.object({ type: z.literal('subscribed'), stream: StreamName, seq: z.int() }),
  z.object({ type: z.literal('events'), stream: StreamName, events: z.array(LiveEvent) }),
  /** Too much was missed: load afresh, then go on from `seq`. */
  z.object({ type: z.literal('reload'), stream: StreamName, seq: z.int() }),
  z.object({ type: z.literal('refused'), stream: StreamName.nullable(), code: z.string() }),
  z.object({ type: z.literal('presence'), present: z.array(Presence) }),
  z.object({ type: z.literal('ping') }),
])
export type ServerMessage = z.infer<typeof ServerMessage>

/** Close codes; the final ones are not retried. */
export const CLOSE = {
  signedOut: { code: 4401, final: true },
  forbidden: { code: 4403, final: true },
  protocol: { code: 4400, final: true },
  tooSlow: { code: 4408, final: false },
  flood: { code: 4429, final: false },
  fault: { code: 1011, final: false },
  restart: { code: 1012, final: false },
} as const
