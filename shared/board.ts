import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { ClusterView, OwnIdeaView, OwnPointsView } from './room-view.ts'
import { BOARD_PHASES } from './rules/board.ts'
import { line, prose } from './text.ts'
import { CommandId, Done, Id } from './wire.ts'

/** An idea is a card, not a statement. */
export const IDEA_MAX = 1_000
export const CLUSTERS_MAX = 60
/** Credits a device may draw at once for writing without a name. */
export const CREDITS_AT_ONCE = 5

const ofItem = z.strictObject({ itemId: Id })
const ofIdea = z.strictObject({ ideaId: Id })
const ofCluster = z.strictObject({ clusterId: Id })
const ideaText = prose(IDEA_MAX).refine((text) => text !== '', 'required')

export const movePhase = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/board/phase',
  permission: 'room.run',
  summary: 'Moves the board to its next phase, or one back. Carries the phase it saw.',
  params: ofItem,
  body: z.strictObject({ commandId: CommandId, from: z.enum(BOARD_PHASES), to: z.enum(BOARD_PHASES) }),
  reply: Done,
})

export const writeIdea = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/ideas',
  permission: 'room.write',
  summary: 'Writes an idea. In silence nobody else sees it; in an anonymous session ideas go by the intake instead.',
  params: ofItem,
  body: z.strictObject({
    commandId: CommandId,
    text: ideaText,
    language: Language,
    groupId: Id.nullable().default(null),
  }),
  reply: OwnIdeaView,
})

export const changeIdea = endpoint({
  method: 'PUT',
  path: '/api/ideas/:ideaId',
  permission: 'room.write',
  summary: 'Changes an idea of one’s own delegation while it is not yet seen, or one that came back.',
  params: ofIdea,
  body: z.strictObject({ text: ideaText, language: Language }),
  reply: OwnIdeaView,
})

export const withdrawIdea = endpoint({
  method: 'DELETE',
  path: '/api/ideas/:ideaId',
  permission: 'room.write',
  summary: 'Takes an idea of one’s own delegation back.',
  params: ofIdea,
  reply: OwnIdeaView,
})

export const moderateIdea = endpoint({
  method: 'POST',
  path: '/api/ideas/:ideaId/moderation',
  permission: 'room.run',
  summary: 'Lets an idea through, returns it or hides it with a reason the author reads, shows it again, pins it.',
  params: ofIdea,
  body: z.strictObject({
    commandId: CommandId,
    to: z.enum(['open', 'returned', 'hidden', 'pinned', 'unpinned']),
    reason: prose(500).default(''),
  }),
  reply: Done,
})

export const clusterIdea = endpoint({
  method: 'POST',
  path: '/api/ideas/:ideaId/cluster',
  permission: 'room.run',
  summary: 'Moves an idea to a cluster, or out of it. Says where it was seen: of two who move it, one is told.',
  params: ofIdea,
  body: z.strictObject({ commandId: CommandId, from: Id.nullable(), to: Id.nullable() }),
  reply: Done,
})

export const mergeIdea = endpoint({
  method: 'POST',
  path: '/api/ideas/:ideaId/merging',
  permission: 'room.run',
  summary:
    'Merges an idea into another, whose card then stands for both; null takes it out again. The original is kept.',
  params: ofIdea,
  body: z.strictObject({ commandId: CommandId, into: Id.nullable() }),
  reply: Done,
})

export const addCluster = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/clusters',
  permission: 'room.run',
  summary: 'Begins a cluster, with the ideas named.',
  params: ofItem,
  body: z.strictObject({ commandId: CommandId, name: line(200), ideaIds: z.array(Id).max(600).default([]) }),
  reply: ClusterView,
})

export const renameCluster = endpoint({
  method: 'PUT',
  path: '/api/clusters/:clusterId',
  permission: 'room.run',
  summary: 'Renames a cluster.',
  params: ofCluster,
  body: z.strictObject({ name: line(200) }),
  reply: ClusterView,
})

export const mergeCluster = endpoint({
  method: 'POST',
  path: '/api/clusters/:clusterId/merging',
  permission: 'room.run',
  summary: 'Merges a cluster into another: its ideas, points and topics go along.',
  params: ofCluster,
  body: z.strictObject({ commandId: CommandId, into: Id }),
  reply: Done,
})

export const undoMerge = endpoint({
  method: 'POST',
  path: '/api/clusters/:clusterId/merging/undo',
  permission: 'room.run',
  summary: 'Undoes the merging of this cluster in one step.',
  params: ofCluster,
  body: z.strictObject({ commandId: CommandId }),
  reply: Done,
})

export const givePoints = endpoint({
  method: 'PUT',
  path: '/api/items/:itemId/points',
  permission: 'room.write',
  summary: 'The delegation’s points, whole: by cluster. One budget for the delegation, whoever gives them.',
  params: ofItem,
  body: z.strictObject({ revision: z.int().min(0), points: z.record(Id, z.int().min(0).max(20)) }),
  reply: OwnPointsView,
})

export const drawCredits = endpoint({
  method: 'POST',
  path: '/api/sessions/:sessionId/credits',
  permission: 'room.write',
  summary:
    'Draws the right to write without a name, some at a time and before there is anything to write: the right says nothing of the idea.',
  params: z.strictObject({ sessionId: Id }),
  body: z.strictObject({ count: z.int().min(1).max(CREDITS_AT_ONCE) }),
  reply: z.object({ credits: z.array(z.string()), left: z.number().int() }),
})

export const takeIn = endpoint({
  method: 'POST',
  path: '/api/intake',
  permission: 'intake.try',
  summary: 'An idea without a name: sent without a sign-in, held until enough are there, released in a shuffled batch.',
  body: z.strictObject({ credit: z.string().max(200), itemId: Id, text: ideaText, language: Language }),
  reply: z.object({ held: z.literal(true), padding: z.string() }),
})
