import type { Question } from '@consultation/shared/question-lists.ts'
import { type Caller, isStaff } from '@consultation/shared/rules/access.ts'
import { type Window, windowAt } from '@consultation/shared/rules/deadlines.ts'
import { and, eq, isNull, or } from 'drizzle-orm'
import { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import { addressees, extensions, questionLists } from './tables.ts'

export type LoadedList = typeof questionLists.$inferSelect & {
  consultation: typeof consultations.$inferSelect
  /** `MR-2017, questions 1`: the platform’s own, never a document symbol. */
  reference: string
  /** The caller’s own row, for a delegation. */
  addressee: typeof addressees.$inferSelect | null
  extensions: (typeof extensions.$inferSelect)[]
  /** Open for this caller; for staff, open in general. */
  window: Window
}

/** A list the caller may see: staff any, a delegation one addressed to it and circulated. Refuses: not_found. */
export async function listOf(tx: Tx, caller: Caller, listId: string, now: Date): Promise<LoadedList> {
  if (caller.kind === 'nobody') throw new Refused('not_found')
  const delegationId = caller.acting?.delegationId
  const [row] = await tx
    .select()
    .from(questionLists)
    .innerJoin(consultations, eq(consultations.id, questionLists.consultationId))
    .where(eq(questionLists.id, listId))
  if (!row) throw new Refused('not_found')
  const list = row.question_lists
  const addressed = delegationId !== undefined && list.state !== 'draft' && list.addresseeIds.includes(delegationId)
  if (!isStaff(caller) && !addressed) throw new Refused('not_found')
  const [addressee] = addressed
    ? await tx
        .select()
        .from(addressees)
        .where(and(eq(addressees.listId, listId), eq(addressees.delegationId, delegationId)))
    : []
  return {
    ...list,
    consultation: row.consultations,
    reference: `${row.consultations.reference}, questions ${list.number}`,
    addressee: addressee ?? null,
    extensions: await extensionsFor(tx, caller, listId),
    window: windowAt({ ...list, extendedTo: addressee?.extendedTo ?? null }, now),
  }
}

/** All of them for staff; those for everybody and its own for a delegation. */
function extensionsFor(tx: Tx, caller: Caller, listId: string) {
  const own = caller.kind === 'person' ? caller.acting?.delegationId : undefined
  const concerns = isStaff(caller)
    ? undefined
    : or(isNull(extensions.delegationId), own ? eq(extensions.delegationId, own) : undefined)
  return tx
    .select()
    .from(extensions)
    .where(and(eq(extensions.listId, listId), concerns))
    .orderBy(extensions.at)
}

export type NumberedQuestion = Question & { number: number; sectionId: string }

/** Questions numbered through, as every view and file numbers them. */
export function questionsOf(list: { sections: LoadedList['sections'] }): NumberedQuestion[] {
  return list.sections
    .flatMap((section) => section.questions.map((question) => ({ ...question, sectionId: section.id })))
    .map((question, index) => ({ ...question, number: index + 1 }))
}
