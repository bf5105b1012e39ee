import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { RegionalGroup } from './people.ts'
import { SpeakerView, StatementView } from './room-view.ts'
import { ASKED_CAPACITIES } from './rules/floor.ts'
import { Blocks, isBlank, prose } from './text.ts'
import { CommandId, Done, Id } from './wire.ts'

const ofItem = z.strictObject({ itemId: Id })
const ofSpeaker = z.strictObject({ speakerId: Id })
const reason = prose(500)

export const inscribe = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/speakers',
  permission: 'room.speak',
  summary:
    'Asks for the floor, in the national capacity, for a group, on a point of order or for a right of reply. The podium may inscribe a delegation.',
  params: ofItem,
  body: z.strictObject({
    commandId: CommandId,
    capacity: z.enum(ASKED_CAPACITIES),
    groupId: Id.nullable().default(null),
    /** By the podium, for a delegation that asked from its seat. */
    delegationId: Id.nullable().default(null),
  }),
  reply: SpeakerView,
})

export const moveSpeaker = endpoint({
  method: 'POST',
  path: '/api/speakers/:speakerId/state',
  permission: 'room.speak',
  summary: 'Withdraws, yields the floor, or comes back last; the podium also confirms.',
  params: ofSpeaker,
  body: z.strictObject({ commandId: CommandId, to: z.enum(['withdrawn', 'yielded', 'confirmed', 'requested']) }),
  reply: SpeakerView,
})

export const placeSpeaker = endpoint({
  method: 'POST',
  path: '/api/speakers/:speakerId/place',
  permission: 'room.run',
  summary: 'The chair moves a speaker, with the reason; `before` null is the end.',
  params: ofSpeaker,
  body: z.strictObject({
    commandId: CommandId,
    before: Id.nullable(),
    reason: reason.refine((t) => t !== '', 'required'),
  }),
  reply: SpeakerView,
})

export const offerTrade = endpoint({
  method: 'POST',
  path: '/api/speakers/:speakerId/trade',
  permission: 'room.speak',
  summary: 'Offers another delegation, of the same kind on the list, to trade places.',
  params: ofSpeaker,
  body: z.strictObject({ commandId: CommandId, with: Id }),
  reply: Done,
})

export const answerTrade = endpoint({
  method: 'POST',
  path: '/api/trades/:tradeId/answer',
  permission: 'room.speak',
  summary: 'Accepts or declines a trade of places; the one who offered may take it back.',
  params: z.strictObject({ tradeId: Id }),
  body: z.strictObject({ commandId: CommandId, accept: z.boolean() }),
  reply: Done,
})

export const setSpeakersList = endpoint({
  method: 'PUT',
  path: '/api/items/:itemId/speakers-list',
  permission: 'room.run',
  summary: 'Opens or closes the list, or changes the time limits.',
  params: ofItem,
  body: z.strictObject({
    open: z.boolean(),
    limits: z.strictObject({ state: z.int().min(30).max(1_800), group: z.int().min(30).max(1_800) }).optional(),
  }),
  reply: Done,
})

export const giveFloor = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/floor',
  permission: 'room.run',
  summary: 'Gives the floor to the next, or to the one named. Carries who had it: pressed twice, it advances once.',
  params: ofItem,
  body: z.strictObject({
    commandId: CommandId,
    from: Id.nullable(),
    to: Id.nullable().optional(),
    end: z.boolean().default(false),
  }),
  reply: Done,
})

export const takeBackFloor = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/floor/undo',
  permission: 'room.run',
  summary: 'Takes the last giving of the floor back, within thirty seconds.',
  params: ofItem,
  body: z.strictObject({ commandId: CommandId }),
  reply: Done,
})

export const setClock = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/clock',
  permission: 'room.run',
  summary: 'Starts, stops or sets back the clock, or gives more time. Carries the revision of the item it saw.',
  params: ofItem,
  body: z.strictObject({
    commandId: CommandId,
    revision: z.int(),
    to: z.enum(['start', 'stop', 'reset']).optional(),
    addSeconds: z.int().min(-600).max(1_800).optional(),
  }),
  reply: Done,
})

export const giveStatement = endpoint({
  method: 'PUT',
  path: '/api/items/:itemId/statement',
  permission: 'room.speak',
  summary:
    'The written statement: to be delivered from a place on the list, or in writing instead. One per capacity; what the room has read is kept as an earlier version.',
  params: ofItem,
  body: z.strictObject({
    groupId: Id.nullable().default(null),
    language: Language,
    blocks: Blocks.refine((blocks) => !isBlank(blocks), 'required'),
    /** Delivered in the room, or put in writing by who could not attend. */
    channel: z.enum(['room', 'writing']),
  }),
  bodyLimit: 1_048_576,
  reply: StatementView,
})

export const readStatementVersions = endpoint({
  method: 'GET',
  path: '/api/statements/:statementId/versions',
  permission: 'room.follow',
  summary: 'A version of a statement and those before it, as far as the caller may read them; the latest first.',
  params: z.strictObject({ statementId: Id }),
  reply: z.object({ versions: z.array(StatementView) }),
})

export const speakersFile = endpoint({
  method: 'GET',
  path: '/api/items/:itemId/speakers.csv',
  permission: 'room.run',
  summary: 'The speakers list as a table.',
  params: ofItem,
  file: true,
  reply: z.unknown(),
})

export const importSpeakers = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/speakers-import',
  permission: 'room.run',
  summary: 'Takes in a speakers list: code of the delegation, capacity, group. All lines or none.',
  params: ofItem,
  body: z.strictObject({ commandId: CommandId, csv: z.string().max(200_000, 'too_long') }),
  reply: z.object({ added: z.number().int(), known: z.number().int() }),
})

export const SpeakingTime = z.object({
  delegations: z.array(z.object({ delegationId: Id, ms: z.number().int(), interventions: z.number().int() })),
  regions: z.array(
    z.object({ region: RegionalGroup.nullable(), ms: z.number().int(), interventions: z.number().int() }),
  ),
  /** Invited to this session and never heard in the series. */
  notYetHeard: z.array(Id),
})
export const readSpeakingTime = endpoint({
  method: 'GET',
  path: '/api/sessions/:sessionId/speaking-time',
  permission: 'room.run',
  summary: 'Time spoken across the sessions of the consultation; for the chair alone.',
  params: z.strictObject({ sessionId: Id }),
  reply: SpeakingTime,
})
