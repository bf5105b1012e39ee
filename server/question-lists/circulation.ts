import { LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import type { Deadline } from '@consultation/shared/question-lists.ts'
import type { MemberRole } from '@consultation/shared/rules/access.ts'
import { instantOf, windowAt } from '@consultation/shared/rules/deadlines.ts'
import { missingTexts } from '@consultation/shared/rules/wording.ts'
import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import { type Letter, tell } from '../notices/notices.ts'
import { Refused } from '../refused.ts'
import { submissions } from '../responses/tables.ts'
import type { Work } from '../work.ts'
import { closeAfter, unpublish } from './closure.ts'
import { holdList, type LoadedList, listOf, questionsOf } from './loaded.ts'
import { presentList } from './question-lists.ts'
import { addressees, extensions, questionLists, questions } from './tables.ts'

const WHO_ANSWERS: readonly MemberRole[] = ['head', 'drafter']

/**
 * Circulates the list as it was checked; from then on only its deadline and its state change. Refuses: not_found, list_frozen,
 * changed_meanwhile, no_questions, deadline_missing, deadline_past, no_addressees, language_missing, required.
 */
export async function circulate(
  work: Work,
  listId: string,
  asked: { revision: number; withoutLanguages: readonly Language[] },
): Promise<LoadedList> {
  const draft = await locked(work, listId)
  if (draft.state !== 'draft') throw new Refused('list_frozen')
  if (draft.revision !== asked.revision) {
    throw new Refused('changed_meanwhile', { current: presentList(draft, work.caller) })
  }
  const languages = LANGUAGES.filter((language) => !asked.withoutLanguages.includes(language))
  checkComplete(draft, languages, work.now)

  // While it is a draft still: the database takes no question and no addressee of a circulated list.
  await work.tx.insert(questions).values(
    questionsOf(draft).map(({ id, number, choices }) => ({
      id,
      listId,
      number,
      choices: choices.map((choice) => choice.id),
    })),
  )
  await work.tx.insert(addressees).values(draft.addresseeIds.map((delegationId) => ({ listId, delegationId })))
  await work.tx
    .update(questionLists)
    .set({
      state: 'circulated',
      circulatedAt: work.now,
      firstClosesAt: draft.closesAt,
      languages,
      revision: draft.revision + 1,
    })
    .where(eq(questionLists.id, listId))
  const list = await listOf(work.tx, work.caller, listId, work.now)
  await closeAfter(work, listId, list.closesAt!)
  await tellEach(work, list.addresseeIds, letterOf('list_circulated', list))
  // The digest of what was circulated, so that the frozen list can be checked against the journal.
  const frozen = presentList(list, { kind: 'nobody' })
  await work.write(streams.listAll(listId), 'list.circulated', listId, frozen)
  await work.write(streams.listStaff(listId), 'list.circulated', listId, { ...frozen, waived: asked.withoutLanguages })
  await work.write(streams.consultation(list.consultationId), 'list.circulated', listId)
  return list
}

function checkComplete(list: LoadedList, languages: readonly Language[], now: Date): void {
  if (questionsOf(list).length === 0) throw new Refused('no_questions', { field: 'sections' })
  const empty = list.sections.findIndex((section) => section.questions.length === 0)
  if (empty >= 0) throw new Refused('no_questions', { field: `sections.${empty}.questions` })
  if (!list.closesAt) throw new Refused('deadline_missing', { field: 'deadline' })
  if (list.closesAt <= now) throw new Refused('deadline_past', { field: 'deadline' })
  if (list.addresseeIds.length === 0) throw new Refused('no_addressees', { field: 'addresseeIds' })
  if (languages.length === 0) throw new Refused('language_missing', { field: 'withoutLanguages' })
  const [missing] = missingTexts(list, languages)
  if (missing) throw new Refused('language_missing', { field: missing })
  for (const [s, section] of list.sections.entries()) {
    const q = section.questions.findIndex(({ kind, choices }) => kind === 'choice-and-text' && choices.length < 2)
    if (q >= 0) throw new Refused('required', { field: `sections.${s}.questions.${q}.choices` })
  }
}

/**
 * Replaces the deadline for all, or for one delegation; also after it has passed, and a closed list opens again when all get
 * more time. Recorded, and told to everybody it concerns. Refuses: not_found, list_not_circulated, deadline_past, invalid.
 */
export async function extend(
  work: Work,
  listId: string,
  asked: { deadline: Deadline; delegationId: string | null },
): Promise<LoadedList> {
  const before = await locked(work, listId)
  if (before.state === 'draft') throw new Refused('list_not_circulated')
  const closesAt = instantOf(asked.deadline.local, asked.deadline.zone)
  if (closesAt <= work.now) throw new Refused('deadline_past', { field: 'deadline.local' })
  return asked.delegationId === null
    ? extendForAll(work, before, asked.deadline, closesAt)
    : extendForOne(work, before, asked.delegationId, closesAt)
}

async function extendForAll(work: Work, before: LoadedList, deadline: Deadline, closesAt: Date): Promise<LoadedList> {
  // An extension gives time; it never takes any away.
  if (closesAt <= before.closesAt!) throw new Refused('invalid', { field: 'deadline.local' })
  await work.tx
    .update(questionLists)
    .set({
      closesAt,
      deadlineLocal: deadline.local,
      deadlineZone: deadline.zone,
      state: 'circulated',
      closedAt: null,
      revision: before.revision + 1,
    })
    .where(eq(questionLists.id, before.id))
  await work.tx.insert(extensions).values({ listId: before.id, delegationId: null, closesAt, at: work.now })
  // Whose own extension ends no later has nothing of its own any more.
  await work.tx
    .update(addressees)
    .set({ extendedTo: null })
    .where(and(eq(addressees.listId, before.id), lte(addressees.extendedTo, closesAt)))
  if (before.state === 'closed') await unpublish(work, before.id)
  await closeAfter(work, before.id, closesAt)
  const list = await listOf(work.tx, work.caller, before.id, work.now)
  await tellEach(work, list.addresseeIds, letterOf('list_extended', list))
  const content = { closesAt: closesAt.toISOString(), delegationId: null }
  await work.write(streams.listAll(list.id), 'list.extended', list.id, content)
  await work.write(streams.listStaff(list.id), 'list.extended', list.id, content)
  await work.write(streams.consultation(list.consultationId), 'list.extended', list.id, content)
  return list
}

async function extendForOne(work: Work, before: LoadedList, delegationId: string, closesAt: Date): Promise<LoadedList> {
  const mine = and(eq(addressees.listId, before.id), eq(addressees.delegationId, delegationId))
  const [row] = await work.tx.select().from(addressees).where(mine)
  if (!row) throw new Refused('invalid', { field: 'delegationId' })
  const inForce = [row.extendedTo, before.state === 'closed' ? null : before.closesAt]
  if (inForce.some((at) => at !== null && closesAt <= at)) throw new Refused('invalid', { field: 'deadline.local' })
  await work.tx.update(addressees).set({ extendedTo: closesAt }).where(mine)
  await work.tx.insert(extensions).values({ listId: before.id, delegationId, closesAt, at: work.now })
  const list = await listOf(work.tx, work.caller, before.id, work.now)
  await tellEach(work, [delegationId], letterOf('list_extended', { ...list, closesAt }))
  const content = { closesAt: closesAt.toISOString(), delegationId }
  await work.write(streams.delegation(delegationId), 'list.extended', list.id, content)
  await work.write(streams.listStaff(list.id), 'list.extended', list.id, content)
  return list
}

/**
 * Reminds those of the named delegations that were asked, can still answer and have not submitted; gives how many.
 * Refuses: not_found, list_not_circulated, list_closed.
 */
export async function remindOf(work: Work, listId: string, named: readonly string[]): Promise<number> {
  const list = await locked(work, listId)
  if (list.state === 'draft') throw new Refused('list_not_circulated')
  const submitted = await work.tx
    .select({ delegationId: submissions.delegationId })
    .from(submissions)
    .where(
      and(eq(submissions.listId, listId), submissions.current, sql`${submissions.capacity} ->> 'kind' = 'national'`),
    )
  const done = new Set(submitted.map(({ delegationId }) => delegationId))
  const asked = await work.tx
    .select()
    .from(addressees)
    .where(and(eq(addressees.listId, listId), inArray(addressees.delegationId, [...named])))
  const waiting = asked.filter(({ delegationId }) => !done.has(delegationId))
  const reached = waiting.filter(({ extendedTo }) => windowAt({ ...list, extendedTo }, work.now) !== 'closed')
  if (waiting.length > 0 && reached.length === 0) throw new Refused('list_closed')
  const delegationIds = reached.map(({ delegationId }) => delegationId)
  if (reached.length > 0) {
    await work.tx
      .update(addressees)
      .set({ remindedAt: work.now })
      .where(and(eq(addressees.listId, listId), inArray(addressees.delegationId, delegationIds)))
  }
  for (const { delegationId, extendedTo } of reached) {
    await tellEach(work, [delegationId], letterOf('reminder', { ...list, closesAt: extendedTo ?? list.closesAt }))
  }
  await work.write(streams.listStaff(listId), 'list.reminded', listId, { delegationIds })
  return reached.length
}

async function locked(work: Work, listId: string): Promise<LoadedList> {
  await holdList(work.tx, listId, 'changing')
  return listOf(work.tx, work.caller, listId, work.now)
}

async function tellEach(work: Work, delegationIds: readonly string[], letter: Letter): Promise<void> {
  for (const delegationId of delegationIds) await tell(work, { delegationId, roles: WHO_ANSWERS }, letter)
}

const letterOf = (kind: Letter['kind'], list: LoadedList): Letter => ({
  kind,
  link: `/lists/${list.id}`,
  facts: {
    list: list.title,
    deadline: { at: list.closesAt!.toISOString(), zone: list.deadlineZone! },
    reference: list.reference,
  },
})
