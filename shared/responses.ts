import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { PersonName } from './people.ts'
import { ATTRIBUTIONS } from './rules/attribution.ts'
import { RESPONSE_STATES } from './rules/clearance.ts'
import { Blocks, isBlank, line, prose, StoredBlocks, Translated } from './text.ts'
import { CommandId, Digest, Done, Id, Instant } from './wire.ts'

/** What an answer says: words, openly no position, or a pointer to a group's statement. */
export const STANCES = ['answered', 'no_position', 'see_group'] as const
export const Stance = z.enum(STANCES)
export const Attribution = z.enum(ATTRIBUTIONS)
export const LETTER_BYTES_MAX = 10_000_000
export const LETTER_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const

/** For whom a response speaks: the State itself, a group, or States named one by one. */
export const Capacity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('national') }),
  z.strictObject({ kind: z.literal('group'), groupId: Id }),
  z.strictObject({ kind: z.literal('ad_hoc'), name: line(200), memberIds: z.array(Id).min(2, 'required').max(250) }),
])
export type Capacity = z.infer<typeof Capacity>

/** Choice, stance and words of one reply. Blank blocks with stance `answered` mean: not yet answered. */
export const AnswerBody = z.strictObject({
  stance: Stance,
  /** With `see_group`. */
  groupId: Id.nullable().default(null),
  choice: z.string().max(40).nullable().default(null),
  language: Language,
  attribution: Attribution,
  blocks: Blocks,
})
export type AnswerBody = z.infer<typeof AnswerBody>

/** Whether a reply holds anything: words, a choice, or a stance. What does not is not submitted. */
export const isFilled = (answer: Pick<AnswerBody, 'stance' | 'choice' | 'blocks'>) =>
  answer.stance !== 'answered' || answer.choice !== null || !isBlank(answer.blocks)

export const DraftAnswerView = AnswerBody.extend({
  blocks: StoredBlocks,
  questionId: Id,
  revision: z.number().int(),
  editedAt: Instant.nullable(),
  editedBy: z.string().nullable(),
  filled: z.boolean(),
})
export type DraftAnswerView = z.infer<typeof DraftAnswerView>

export const LetterView = z.object({
  name: z.string(),
  type: z.enum(LETTER_TYPES),
  bytes: z.number().int(),
  digest: Digest,
  attachedAt: Instant,
})
export type LetterView = z.infer<typeof LetterView>

/** Every submitted version has one: a page for the mission's file. */
export const ReceiptView = z.object({
  reference: z.string(),
  listReference: z.string(),
  listTitle: Translated,
  consultationTitle: Translated,
  delegationId: Id,
  capacity: Capacity,
  groupName: Translated.nullable(),
  rosterIds: z.array(Id),
  version: z.number().int(),
  submittedAt: Instant,
  receivedLate: z.boolean(),
  digest: Digest,
  signatory: z.object({ name: z.string(), title: z.string().nullable() }),
  answers: z.object({ answered: z.number().int(), noPosition: z.number().int(), seeGroup: z.number().int() }),
  letter: LetterView.nullable(),
  /** Where the journal says so. */
  journal: z.object({ stream: z.string(), seq: z.number().int(), hash: Digest }),
})
export type ReceiptView = z.infer<typeof ReceiptView>

export const ResponseView = z.object({
  id: Id,
  listId: Id,
  delegationId: Id,
  capacity: Capacity,
  groupName: Translated.nullable(),
  state: z.enum(RESPONSE_STATES),
  /** Submitted versions so far. Version 1 is the response, 2 is Rev.1. */
  version: z.number().int(),
  answers: z.array(DraftAnswerView),
  letter: LetterView.nullable(),
  excepted: z.array(Id),
  joined: z.array(Id),
  /** The head's word on what came back. */
  note: z.object({ text: z.string(), by: z.string(), at: Instant }).nullable(),
  clearedAt: Instant.nullable(),
  clearedBy: z.string().nullable(),
  /** By question; those on the response as a whole stand under `response`. */
  commentCounts: z.record(z.string(), z.number().int()),
  /** Over everything that would be submitted now; a submission names it. */
  digest: Digest,
  revision: z.number().int(),
  receipts: z.array(ReceiptView),
  may: z.object({
    edit: z.boolean(),
    sendForClearance: z.boolean(),
    takeBack: z.boolean(),
    return: z.boolean(),
    clear: z.boolean(),
    submit: z.boolean(),
    amend: z.boolean(),
    dropAmendment: z.boolean(),
  }),
})
export type ResponseView = z.infer<typeof ResponseView>

const ResponseParams = z.strictObject({ responseId: Id })

export const listResponses = endpoint({
  method: 'GET',
  path: '/api/lists/:listId/responses',
  permission: 'response.read',
  summary: 'The delegation’s own responses to a list: its own and those for groups.',
  params: z.strictObject({ listId: Id }),
  reply: z.object({
    responses: z.array(ResponseView),
    /** Groups for which the delegation may speak today. */
    speaksFor: z.array(Id),
  }),
})

export const openResponse = endpoint({
  method: 'POST',
  path: '/api/lists/:listId/responses',
  permission: 'response.draft',
  summary: 'Begins a response, or gives the one already begun in that capacity.',
  params: z.strictObject({ listId: Id }),
  body: z.strictObject({ commandId: CommandId, capacity: Capacity }),
  reply: ResponseView,
})

export const readResponse = endpoint({
  method: 'GET',
  path: '/api/responses/:responseId',
  permission: 'response.read',
  summary: 'A response of the caller’s own delegation.',
  params: ResponseParams,
  reply: ResponseView,
})

export const saveAnswer = endpoint({
  method: 'PUT',
  path: '/api/responses/:responseId/answers/:questionId',
  permission: 'response.draft',
  summary: 'Saves one answer of a draft. `If-Match` names the revision it rests on; 0 for the first.',
  params: z.strictObject({ responseId: Id, questionId: Id }),
  body: AnswerBody,
  precondition: true,
  bodyLimit: 2_000_000,
  reply: z.object({ answer: DraftAnswerView, state: z.enum(RESPONSE_STATES), responseRevision: z.number().int() }),
})

/** Who changed what: earlier wordings kept when another person goes on, or after a pause. */
export const readAnswerHistory = endpoint({
  method: 'GET',
  path: '/api/responses/:responseId/answers/:questionId/history',
  permission: 'response.read',
  summary: 'Earlier wordings of a draft answer, newest first.',
  params: z.strictObject({ responseId: Id, questionId: Id }),
  reply: z.object({ wordings: z.array(DraftAnswerView) }),
})

export const CommentView = z.object({
  id: Id,
  questionId: Id.nullable(),
  text: z.string(),
  by: z.string(),
  mine: z.boolean(),
  at: Instant,
})
export type CommentView = z.infer<typeof CommentView>

export const listComments = endpoint({
  method: 'GET',
  path: '/api/responses/:responseId/comments',
  permission: 'response.read',
  summary: 'Comments inside the delegation; nobody else ever sees them.',
  params: ResponseParams,
  reply: z.object({ comments: z.array(CommentView) }),
})

export const addComment = endpoint({
  method: 'POST',
  path: '/api/responses/:responseId/comments',
  permission: 'response.comment',
  summary: 'Adds a comment for colleagues.',
  params: ResponseParams,
  body: z.strictObject({
    commandId: CommandId,
    questionId: Id.nullable(),
    text: prose().refine((t) => t !== '', 'required'),
  }),
  reply: CommentView,
})

export const removeComment = endpoint({
  method: 'DELETE',
  path: '/api/responses/:responseId/comments/:commentId',
  permission: 'response.comment',
  summary: 'Removes one’s own comment.',
  params: z.strictObject({ responseId: Id, commentId: Id }),
  reply: Done,
})

export const attachLetter = endpoint({
  method: 'PUT',
  path: '/api/responses/:responseId/letter',
  permission: 'response.draft',
  summary: 'Attaches a letter (PDF or DOCX), which alone is a response too. Its name is given as `?name=`.',
  params: ResponseParams,
  query: z.strictObject({ name: line(200) }),
  upload: { bytes: LETTER_BYTES_MAX, types: LETTER_TYPES },
  reply: ResponseView,
})

export const removeLetter = endpoint({
  method: 'DELETE',
  path: '/api/responses/:responseId/letter',
  permission: 'response.draft',
  summary: 'Takes the letter off the draft.',
  params: ResponseParams,
  reply: ResponseView,
})

export const readLetter = endpoint({
  method: 'GET',
  path: '/api/responses/:responseId/letter',
  permission: 'response.read',
  summary: 'The letter attached to the draft.',
  params: ResponseParams,
  file: true,
  reply: z.unknown(),
})

/** Moves that carry nothing but themselves. */
export const moveResponse = endpoint({
  method: 'POST',
  path: '/api/responses/:responseId/moves',
  permission: 'response.draft',
  summary: 'Sends for clearance, takes back, begins an amended version or drops it.',
  params: ResponseParams,
  body: z.strictObject({
    commandId: CommandId,
    move: z.enum(['send_for_clearance', 'take_back', 'amend', 'drop_amendment']),
  }),
  reply: ResponseView,
})

export const returnResponse = endpoint({
  method: 'POST',
  path: '/api/responses/:responseId/return',
  permission: 'response.return',
  summary: 'The head returns the response to the drafters with a note.',
  params: ResponseParams,
  body: z.strictObject({ commandId: CommandId, note: prose().refine((t) => t !== '', 'required') }),
  reply: ResponseView,
})

export const clearResponse = endpoint({
  method: 'POST',
  path: '/api/responses/:responseId/clearance',
  permission: 'response.clear',
  summary: 'The head clears exactly the text with this digest; an edit afterwards voids it.',
  params: ResponseParams,
  body: z.strictObject({ commandId: CommandId, digest: Digest }),
  reply: ResponseView,
})

export const submitResponse = endpoint({
  method: 'POST',
  path: '/api/responses/:responseId/submission',
  permission: 'response.submit',
  summary: 'Submits to the Secretariat exactly the text with this digest; the answer is the receipt.',
  params: ResponseParams,
  body: z.strictObject({
    commandId: CommandId,
    digest: Digest,
    signatory: z.strictObject({ name: PersonName, title: line(120).nullable().default(null) }),
    /** For a group's statement: members for whom it does not speak, and States that join it. */
    excepted: z.array(Id).max(250).default([]),
    joined: z.array(Id).max(250).default([]),
  }),
  reply: ReceiptView,
})

/** A response as it was submitted: immutable. */
export const SubmissionView = z.object({
  id: Id,
  receipt: ReceiptView,
  current: z.boolean(),
  versions: z.array(z.object({ id: Id, version: z.number().int(), submittedAt: Instant })),
  answers: z.array(AnswerBody.extend({ blocks: StoredBlocks, questionId: Id })),
})
export type SubmissionView = z.infer<typeof SubmissionView>

export const readVersion = endpoint({
  method: 'GET',
  path: '/api/responses/:responseId/versions/:version',
  permission: 'response.read',
  summary: 'A submitted version of the delegation’s own response.',
  params: z.strictObject({ responseId: Id, version: z.coerce.number<string | number>().int().min(1).max(1000) }),
  reply: SubmissionView,
})

export const readSubmission = endpoint({
  method: 'GET',
  path: '/api/submissions/:submissionId',
  permission: 'submission.read',
  summary: 'A submitted version, for staff.',
  params: z.strictObject({ submissionId: Id }),
  reply: SubmissionView,
})

export const readSubmittedLetter = endpoint({
  method: 'GET',
  path: '/api/submissions/:submissionId/letter',
  permission: 'answer.read',
  summary: 'The letter of a submission, for staff and its delegation.',
  params: z.strictObject({ submissionId: Id }),
  file: true,
  reply: z.unknown(),
})

export const downloadVersion = endpoint({
  method: 'GET',
  path: '/api/responses/:responseId/versions/:version/file',
  permission: 'response.read',
  summary: 'The response as submitted, as a file for the mission.',
  params: z.strictObject({ responseId: Id, version: z.coerce.number<string | number>().int().min(1).max(1000) }),
  query: z.strictObject({ format: z.enum(['docx', 'pdf']), language: Language }),
  file: true,
  reply: z.unknown(),
})

/** Anyone who holds a receipt can check it against the journal. */
export const checkReceipt = endpoint({
  method: 'POST',
  path: '/api/receipt-checks',
  permission: 'receipt.check',
  summary: 'Says whether a receipt with this reference and digest stands in the journal.',
  body: z.strictObject({ reference: line(80), digest: Digest }),
  reply: z.object({ stands: z.boolean(), submittedAt: Instant.nullable() }),
})

/** An act of the aligning delegation, never deduced from membership. */
export const GroupStatementView = z.object({
  submissionId: Id,
  groupId: Id.nullable(),
  groupName: Translated,
  deliveredBy: Id,
  submittedAt: Instant,
  covers: z.boolean(),
  aligned: z
    .object({ id: Id, extent: z.enum(['whole', 'with_additions', 'except']), note: z.string(), at: Instant })
    .nullable(),
  may: z.object({ align: z.boolean() }),
})
export type GroupStatementView = z.infer<typeof GroupStatementView>

export const listGroupStatements = endpoint({
  method: 'GET',
  path: '/api/lists/:listId/group-statements',
  permission: 'response.read',
  summary: 'Attributed statements of groups to this list that the delegation may align itself with.',
  params: z.strictObject({ listId: Id }),
  reply: z.object({ statements: z.array(GroupStatementView) }),
})

export const align = endpoint({
  method: 'POST',
  path: '/api/submissions/:submissionId/alignment',
  permission: 'response.align',
  summary: 'Aligns the delegation with a group’s statement.',
  params: z.strictObject({ submissionId: Id }),
  body: z.strictObject({
    commandId: CommandId,
    extent: z.enum(['whole', 'with_additions', 'except']),
    note: prose(1_000).default(''),
  }),
  reply: GroupStatementView,
})

export const withdrawAlignment = endpoint({
  method: 'DELETE',
  path: '/api/submissions/:submissionId/alignment',
  permission: 'response.align',
  summary: 'Withdraws the alignment: it leaves the count and stays in the record.',
  params: z.strictObject({ submissionId: Id }),
  reply: GroupStatementView,
})
