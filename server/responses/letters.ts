import { streams } from '@consultation/shared/live.ts'
import type { LETTER_TYPES } from '@consultation/shared/responses.ts'
import { type Caller, isStaff } from '@consultation/shared/rules/access.ts'
import { mayMove } from '@consultation/shared/rules/clearance.ts'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { fileNameOf } from '../exports/file-name.ts'
import type { FileReply } from '../http.ts'
import { sha256 } from '../journal/journal.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { removeUnsent, UNCLEARED } from './clearance.ts'
import { mustBeDocument } from './letter-file.ts'
import { type LoadedResponse, responseOf, takesResponses } from './responses.ts'
import { letters, responses, submissions } from './tables.ts'

type LetterFile = { name: string; type: (typeof LETTER_TYPES)[number]; content: Buffer }

/** Puts a letter on the draft in place of an earlier one. Refuses: not_found, already_submitted, list_closed, not_a_document. */
export async function attach(work: Work, responseId: string, file: LetterFile): Promise<LoadedResponse> {
  mustBeDocument(file.name, file.type, file.content)
  const response = await mustBeEditable(work, responseId)
  const [ending = ''] = file.name.match(/[^.]+$/) ?? []
  const [letter] = await work.tx
    .insert(letters)
    .values({
      delegationId: response.delegationId,
      name: fileNameOf(file.name.slice(0, -ending.length - 1), ending.toLowerCase()).full,
      type: file.type,
      size: file.content.length,
      digest: sha256(file.content),
      content: file.content,
      attachedAt: work.now,
    })
    .returning({ id: letters.id, digest: letters.digest })
  const changed = await setLetter(work, response, letter!.id)
  await work.write(streams.delegation(response.delegationId), 'response.letter_attached', responseId, {
    response: responseId,
    letter: letter!.digest,
  })
  return changed
}

/** Takes the letter off the draft; one that was submitted stays with its version. Refuses: as above. */
export async function detach(work: Work, responseId: string): Promise<LoadedResponse> {
  const response = await mustBeEditable(work, responseId)
  if (response.letterId === null) throw new Refused('not_found')
  const changed = await setLetter(work, response, null)
  await work.write(streams.delegation(response.delegationId), 'response.letter_removed', responseId)
  return changed
}

async function mustBeEditable(work: Work, responseId: string): Promise<LoadedResponse> {
  const response = await responseOf(work.tx, work.caller, responseId, work.now, 'update')
  if (response.state === 'submitted') throw new Refused('already_submitted')
  if (!mayMove(response.state, 'edit', response.acting.role)) throw new Refused('forbidden')
  if (!takesResponses(response.list.window)) throw new Refused('list_closed')
  return response
}

async function setLetter(work: Work, response: LoadedResponse, letterId: string | null): Promise<LoadedResponse> {
  const [row] = await work.tx
    .update(responses)
    .set({ ...UNCLEARED, letterId, state: 'draft', revision: sql`${responses.revision} + 1` })
    .where(eq(responses.id, response.id))
    .returning()
  await removeUnsent(work, response.letterId)
  return { ...response, ...row! }
}

export async function draftLetter(tx: Tx, response: LoadedResponse): Promise<FileReply> {
  return fileOf(tx, response.letterId)
}

/** The letter of a submission: for staff and its own delegation. Refuses: not_found. */
export async function submittedLetter(tx: Tx, caller: Caller, submissionId: string): Promise<FileReply> {
  const [row] = await tx
    .select({ letterId: submissions.letterId, delegationId: submissions.delegationId })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
  const own = caller.kind === 'person' && row?.delegationId === caller.acting?.delegationId
  if (!row || !(own || isStaff(caller))) throw new Refused('not_found')
  return fileOf(tx, row.letterId)
}

async function fileOf(tx: Tx, letterId: string | null): Promise<FileReply> {
  if (letterId === null) throw new Refused('not_found')
  const [letter] = await tx.select().from(letters).where(eq(letters.id, letterId))
  if (!letter) throw new Refused('not_found')
  return { name: letter.name, type: letter.type, content: letter.content }
}
