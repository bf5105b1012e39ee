import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { RegionalGroup } from './people.ts'
import { Attribution, Stance } from './responses.ts'
import { StoredBlocks } from './text.ts'
import { Cursor, Id, Instant, many, PAGE_MAX, whole } from './wire.ts'

export const ShownAsView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delegation'), delegationId: Id, sealed: z.boolean() }),
  z.object({
    kind: z.literal('group'),
    groupId: Id.nullable(),
    groupName: z.string().nullable(),
    delegationId: Id,
    sealed: z.boolean(),
  }),
  z.object({ kind: z.literal('withheld') }),
])

/** A submitted answer for this viewer. What could name a withheld author is null, for all alike. */
export const AnswerView = z.object({
  id: Id,
  questionId: Id,
  shownAs: ShownAsView,
  attribution: Attribution,
  stance: Stance,
  /** With `see_group`. */
  groupId: Id.nullable(),
  choice: z.string().nullable(),
  blocks: StoredBlocks,
  language: Language.nullable(),
  version: z.number().int().nullable(),
  submittedAt: Instant.nullable(),
  submissionId: Id.nullable(),
  receivedLate: z.boolean().nullable(),
  thread: z.object({ id: Id, messages: z.number().int(), resolved: z.boolean(), waitsForUs: z.boolean() }).nullable(),
  may: z.object({ openThread: z.boolean() }),
})
export type AnswerView = z.infer<typeof AnswerView>

/** The filter in force; it writes itself into the address, and an export obeys it. */
export const AnswerFilter = z.strictObject({
  question: Id.optional(),
  delegation: many(Id),
  region: many(RegionalGroup),
  group: Id.optional(),
  language: many(Language),
  text: z.string().max(200).optional(),
})
export type AnswerFilter = z.infer<typeof AnswerFilter>

export const listAnswers = endpoint({
  method: 'GET',
  path: '/api/lists/:listId/answers',
  permission: 'answer.read',
  summary: 'Submitted answers by question or delegation, filtered, a page at a time.',
  params: z.strictObject({ listId: Id }),
  query: AnswerFilter.extend({
    /** Sorts State names in this language. */
    order: Language.default('en'),
    cursor: Cursor,
    limit: whole(1, PAGE_MAX).default(25),
  }),
  reply: z.object({ answers: z.array(AnswerView), total: z.number().int(), next: z.string().nullable() }),
})
