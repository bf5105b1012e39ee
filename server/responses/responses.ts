import { streams } from '@consultation/shared/live.ts'
import {
  type AnswerBody,
  type Capacity,
  type DraftAnswerView,
  isFilled,
  type LetterView,
  type ReceiptView,
  type ResponseView,
} from '@consultation/shared/responses.ts'
import type { Acting, Caller } from '@consultation/shared/rules/access.ts'
import { mayMove } from '@consultation/shared/rules/clearance.ts'
import type { Window } from '@consultation/shared/rules/deadlines.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { and, count, eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { digestOf } from '../journal/journal.ts'
import { journal } from '../journal/tables.ts'
import { groupNames } from '../people/groups.ts'
import { namesOf } from '../people/people.ts'
import { type LoadedList, listOf, questionsOf } from '../question-lists/loaded.ts'
import { Refused } from '../refused.ts'
import { comments, draftAnswers, letters, responses, submissions } from './tables.ts'

export type ResponseRow = typeof responses.$inferSelect
export type LoadedResponse = ResponseRow & { list: LoadedList; acting: Acting }
export type DraftAnswerRow = typeof draftAnswers.$inferSelect
export type SubmissionRow = typeof submissions.$inferSelect
/** A letter without its bytes. */
export type LetterRow = Omit<typeof letters.$inferSelect, 'content'>

const { content: _bytes, ...letterColumns } = getTableColumns(letters)

/** The delegation the caller acts for. Refuses: forbidden. */
export function actingOf(caller: Caller): Acting {
  if (caller.kind !== 'person' || !caller.acting) throw new Refused('forbidden')
  return caller.acting
}

export function personOf(caller: Caller): string {
  if (caller.kind !== 'person') throw new Refused('signed_out')
  return caller.personId
}

/** A response of the caller's own delegation; `for update` keeps others from it until the end. Refuses: not_found. */
export async function responseOf(
  tx: Tx,
  caller: Caller,
  responseId: string,
  now: Date,
  purpose: 'read' | 'update' = 'read',
): Promise<LoadedResponse> {
  const acting = actingOf(caller)
  const query = tx
    .select()
    .from(responses)
    .where(and(eq(responses.id, responseId), eq(responses.delegationId, acting.delegationId)))
  const [row] = await (purpose === 'update' ? query.for('update') : query)
  if (!row) throw new Refused('not_found')
  return { ...row, list: await listOf(tx, caller, row.listId, now), acting }
}

/** Whether something can still be changed and sent; after that drafts are only read. */
export const takesResponses = (window: Window) => window === 'open' || window === 'late'

export function capacityOf(
  row: Pick<ResponseRow, 'capacityKind' | 'groupId' | 'adHocName' | 'adHocMembers'>,
): Capacity {
  if (row.groupId !== null) return { kind: 'group', groupId: row.groupId }
  if (row.adHocName === null) return { kind: 'national' }
  return { kind: 'ad_hoc', name: row.adHocName, memberIds: row.adHocMembers ?? [] }
}

/** What States named one by one call themselves is not translated. */
export function groupNameOf(capacity: Capacity, names: ReadonlyMap<string, Translated>): Translated | null {
  switch (capacity.kind) {
    case 'national':
      return null
    case 'group':
      return names.get(capacity.groupId) ?? {}
    case 'ad_hoc':
      return { en: capacity.name }
  }
}

type Said = AnswerBody & { questionId: string }

export const saidIn = (answer: Said): Said => ({
  questionId: answer.questionId,
  stance: answer.stance,
  groupId: answer.groupId,
  choice: answer.choice,
  language: answer.language,
  attribution: answer.attribution,
  blocks: answer.blocks,
})

/**
 * Over everything that would go to the Secretariat. Answers come in the order of their questions. The response's id, which its
 * delegation alone is told, goes in too: words read without a name could else be tried against every delegation's receipt (T41).
 */
export function digestOfResponse(
  responseId: string,
  capacity: Capacity,
  answers: readonly Said[],
  letterDigest: string | null,
): string {
  const said = answers.filter(isFilled).map(saidIn)
  return digestOf({ response: responseId, capacity, answers: said, letter: letterDigest })
}

export function presentAnswer(row: DraftAnswerRow, editedBy: string | null): DraftAnswerView {
  return {
    ...saidIn(row),
    revision: row.revision,
    editedAt: row.editedAt.toISOString(),
    editedBy,
    filled: isFilled(row),
  }
}

export function presentLetter(letter: LetterRow): LetterView {
  return {
    name: letter.name,
    type: letter.type,
    bytes: letter.size,
    digest: letter.digest,
    attachedAt: letter.attachedAt.toISOString(),
  }
}

/** What a receipt says of its list. */
export type ReceiptList = { reference: string; title: Translated; consultationTitle: Translated }
type Place = { stream: string; seq: number; hash: string }

export function presentReceipt(
  row: SubmissionRow,
  letter: LetterRow | null,
  list: ReceiptList,
  place: Place,
): ReceiptView {
  return {
    reference: row.reference,
    listReference: list.reference,
    listTitle: list.title,
    consultationTitle: list.consultationTitle,
    delegationId: row.delegationId,
    capacity: row.capacity,
    groupName: row.groupName,
    rosterIds: row.roster,
    version: row.version,
    submittedAt: row.submittedAt.toISOString(),
    receivedLate: row.receivedLate,
    digest: row.digest,
    signatory: { name: row.signatoryName, title: row.signatoryTitle },
    answers: { answered: row.answered, noPosition: row.noPosition, seeGroup: row.seeGroup },
    letter: letter && presentLetter(letter),
    journal: { stream: place.stream, seq: place.seq, hash: place.hash },
  }
}

export const receiptList = (list: LoadedList): ReceiptList => ({
  reference: list.reference,
  title: list.title,
  consultationTitle: list.consultation.title,
})

/** Receipts of these submissions, as the viewer's own stream of the journal holds them. */
export async function receiptsOf(
  tx: Tx,
  rows: readonly SubmissionRow[],
  list: LoadedList,
  stream: string,
): Promise<Map<string, ReceiptView>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map((row) => row.id)
  const places = await tx
    .select({ subject: journal.subject, stream: journal.stream, seq: journal.seq, hash: journal.hash })
    .from(journal)
    .where(and(inArray(journal.subject, ids), eq(journal.stream, stream), eq(journal.kind, 'response.submitted')))
  const placeOf = new Map(places.map((place) => [place.subject, place]))
  const lettersById = await lettersOf(
    tx,
    rows.map((row) => row.letterId),
  )
  return new Map(
    rows.map((row) => {
      const place = placeOf.get(row.id)
      if (!place) throw new Error('a submission is missing from the journal')
      return [row.id, presentReceipt(row, lettersById.get(row.letterId ?? '') ?? null, receiptList(list), place)]
    }),
  )
}

export async function lettersOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, LetterRow>> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await tx.select(letterColumns).from(letters).where(inArray(letters.id, wanted))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Draft answers by response, each in the order of the questions. */
export async function draftAnswersOf(
  tx: Tx,
  list: LoadedList,
  responseIds: readonly string[],
): Promise<Map<string, DraftAnswerRow[]>> {
  const numberOf = new Map(questionsOf(list).map((question) => [question.id, question.number]))
  const rows = await tx
    .select()
    .from(draftAnswers)
    .where(inArray(draftAnswers.responseId, [...responseIds]))
  rows.sort((a, b) => (numberOf.get(a.questionId) ?? 0) - (numberOf.get(b.questionId) ?? 0))
  return Map.groupBy(rows, (row) => row.responseId)
}

export async function presentResponse(tx: Tx, response: LoadedResponse): Promise<ResponseView> {
  const [view] = await presentResponses(tx, response.list, response.acting, [response])
  return view!
}

/** For members of the delegation alone: nobody else has a way to a response. */
export async function presentResponses(
  tx: Tx,
  list: LoadedList,
  acting: Acting,
  rows: readonly ResponseRow[],
): Promise<ResponseView[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const answersByResponse = await draftAnswersOf(tx, list, ids)
  const submitted = await tx
    .select()
    .from(submissions)
    .where(inArray(submissions.responseId, ids))
    .orderBy(submissions.version)
  const receipts = await receiptsOf(tx, submitted, list, streams.delegation(acting.delegationId))
  const draftLetters = await lettersOf(
    tx,
    rows.map((row) => row.letterId),
  )
  const counts = await tx
    .select({ responseId: comments.responseId, questionId: comments.questionId, comments: count() })
    .from(comments)
    .where(inArray(comments.responseId, ids))
    .groupBy(comments.responseId, comments.questionId)
  const names = await namesOf(tx, [
    ...new Set([
      ...[...answersByResponse.values()].flat().map((answer) => answer.editedBy),
      ...rows.flatMap((row) => [row.noteBy, row.clearedBy]).filter((id) => id !== null),
    ]),
  ])
  const groups = rows.some((row) => row.groupId !== null) ? await groupNames(tx) : new Map<string, Translated>()

  return rows.map((row): ResponseView => {
    const answers = answersByResponse.get(row.id) ?? []
    const capacity = capacityOf(row)
    const letter = draftLetters.get(row.letterId ?? '') ?? null
    const versions = submitted.filter((one) => one.responseId === row.id)
    const last = versions.at(-1)
    return {
      id: row.id,
      listId: row.listId,
      delegationId: row.delegationId,
      capacity,
      groupName: groupNameOf(capacity, groups),
      state: row.state,
      version: row.version,
      answers: answers.map((answer) => presentAnswer(answer, names.get(answer.editedBy) ?? null)),
      letter: letter && presentLetter(letter),
      excepted: last?.excepted ?? [],
      joined: last?.joined ?? [],
      note:
        row.noteText === null || row.noteBy === null || row.noteAt === null
          ? null
          : { text: row.noteText, by: names.get(row.noteBy) ?? '', at: row.noteAt.toISOString() },
      clearedAt: row.clearedAt?.toISOString() ?? null,
      clearedBy: row.clearedBy && (names.get(row.clearedBy) ?? null),
      commentCounts: Object.fromEntries(
        counts.filter((one) => one.responseId === row.id).map((one) => [one.questionId ?? 'response', one.comments]),
      ),
      digest: digestOfResponse(row.id, capacity, answers, letter?.digest ?? null),
      revision: row.revision,
      receipts: versions.map((version) => receipts.get(version.id)!),
      may: mayDo(row, acting, list.window),
    }
  })
}

function mayDo(row: ResponseRow, { role }: Acting, window: Window): ResponseView['may'] {
  const takes = takesResponses(window)
  return {
    edit: takes && mayMove(row.state, 'edit', role),
    sendForClearance: takes && mayMove(row.state, 'send_for_clearance', role),
    takeBack: mayMove(row.state, 'take_back', role),
    return: mayMove(row.state, 'return', role),
    clear: takes && mayMove(row.state, 'clear', role),
    submit: takes && mayMove(row.state, 'submit', role),
    amend: takes && mayMove(row.state, 'amend', role),
    dropAmendment: row.version > 0 && mayMove(row.state, 'drop_amendment', role),
  }
}
