import { z } from 'zod'
import { endpoint } from './contract.ts'
import { prose, Translated } from './text.ts'
import { CommandId, Id, Instant } from './wire.ts'

export const MESSAGE_MAX = 8_000
export const THREAD_DEPTH_MAX = 3

export const MessageView = z.object({
  id: Id,
  replyTo: Id.nullable(),
  /** The office, or the delegation; the person's name only to the person's own side. */
  side: z.enum(['secretariat', 'delegation']),
  by: z.string().nullable(),
  mine: z.boolean(),
  text: z.string(),
  at: Instant,
})
export type MessageView = z.infer<typeof MessageView>

export const ThreadView = z.object({
  id: Id,
  listId: Id,
  questionId: Id,
  /** The answer it stands under, in its current version; null when that was withdrawn. */
  answerId: Id.nullable(),
  /** The response that answer is part of: a delegation may have one for itself and one for a group. */
  responseId: Id,
  delegationId: Id,
  questionText: Translated,
  questionNumber: z.number().int(),
  resolvedAt: Instant.nullable(),
  waitsFor: z.enum(['secretariat', 'delegation', 'nobody']),
  messages: z.array(MessageView),
  may: z.object({ reply: z.boolean(), resolve: z.boolean() }),
})
export type ThreadView = z.infer<typeof ThreadView>

export const listThreads = endpoint({
  method: 'GET',
  path: '/api/lists/:listId/threads',
  permission: 'thread.read',
  summary: 'The threads under answers to a list: all for staff, its own for a delegation.',
  params: z.strictObject({ listId: Id }),
  reply: z.object({ threads: z.array(ThreadView) }),
})

export const readThread = endpoint({
  method: 'GET',
  path: '/api/threads/:threadId',
  permission: 'thread.read',
  summary: 'One thread.',
  params: z.strictObject({ threadId: Id }),
  reply: ThreadView,
})

const text = prose(MESSAGE_MAX).refine((t) => t !== '', 'required')

export const openThread = endpoint({
  method: 'POST',
  path: '/api/answers/:answerId/thread',
  permission: 'thread.open',
  summary: 'Staff ask for a clarification of an answer; goes on in the thread there is.',
  params: z.strictObject({ answerId: Id }),
  body: z.strictObject({ commandId: CommandId, text }),
  reply: ThreadView,
})

export const replyInThread = endpoint({
  method: 'POST',
  path: '/api/threads/:threadId/messages',
  permission: 'thread.reply',
  summary: 'Replies in a thread, to the whole or to one message.',
  params: z.strictObject({ threadId: Id }),
  body: z.strictObject({ commandId: CommandId, replyTo: Id.nullable().default(null), text }),
  reply: ThreadView,
})

export const resolveThread = endpoint({
  method: 'PUT',
  path: '/api/threads/:threadId/resolution',
  permission: 'thread.resolve',
  summary: 'Marks a thread resolved, or opens it again.',
  params: z.strictObject({ threadId: Id }),
  body: z.strictObject({ resolved: z.boolean() }),
  reply: ThreadView,
})
