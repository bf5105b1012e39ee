import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { RemarkView, TopicView } from './room-view.ts'
import { line, prose } from './text.ts'
import { CommandId, Id } from './wire.ts'

export const REMARK_MAX = 2_000
const ofTopic = z.strictObject({ topicId: Id })

export const openTopic = endpoint({
  method: 'POST',
  path: '/api/items/:itemId/topics',
  permission: 'room.run',
  summary: 'Opens a topic under a cluster or the agenda item.',
  params: z.strictObject({ itemId: Id }),
  body: z.strictObject({ commandId: CommandId, clusterId: Id.nullable().default(null), title: line(200) }),
  reply: TopicView,
})

export const remark = endpoint({
  method: 'POST',
  path: '/api/topics/:topicId/remarks',
  permission: 'room.speak',
  summary:
    'Replies in a topic, to the whole or to one remark, with a quotation by reference. Opens a resolved one again.',
  params: ofTopic,
  body: z.strictObject({
    commandId: CommandId,
    replyTo: Id.nullable().default(null),
    quotes: Id.nullable().default(null),
    language: Language,
    text: prose(REMARK_MAX).refine((t) => t !== '', 'required'),
  }),
  reply: RemarkView,
})

export const resolveTopic = endpoint({
  method: 'PUT',
  path: '/api/topics/:topicId/resolution',
  permission: 'room.run',
  summary: 'Marks a topic resolved, or opens it again.',
  params: ofTopic,
  body: z.strictObject({ resolved: z.boolean() }),
  reply: TopicView,
})

export const moveTopic = endpoint({
  method: 'PUT',
  path: '/api/topics/:topicId/place',
  permission: 'room.run',
  summary: 'Moves a topic to another cluster or item; where it was keeps a link to where it is.',
  params: ofTopic,
  body: z.strictObject({ itemId: Id, clusterId: Id.nullable() }),
  reply: TopicView,
})
