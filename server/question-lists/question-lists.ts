import type { StreamName } from '@consultation/shared/live.ts'
import { streams } from '@consultation/shared/live.ts'
import type { ListBody, ListView } from '@consultation/shared/question-lists.ts'
import { type Caller, isIrt, isReader, isStaff, may } from '@consultation/shared/rules/access.ts'
import { instantOf, wallTime } from '@consultation/shared/rules/deadlines.ts'
import { completeLanguages } from '@consultation/shared/rules/wording.ts'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { consultations } from '../consultations/tables.ts'
import { type Database, looking, type Tx } from '../database/database.ts'
import { delegations } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { type LoadedList, listOf } from './loaded.ts'
import { questionLists, questions } from './tables.ts'

/** Begins a list as a draft that staff alone see. Refuses: not_found, invalid. */
export async function add(work: Work, consultationId: string, body: ListBody): Promise<LoadedList> {
  // Locked, so that two lists begun at once get two numbers.
  const [consultation] = await work.tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
    .for('update')
  if (!consultation) throw new Refused('not_found')
  const values = await rowOf(work.tx, body)
  const [begun] = await work.tx
    .insert(questionLists)
    .values({
      ...values,
      consultationId,
      number: sql`(select coalesce(max(number), 0) + 1 from question_lists where consultation_id = ${consultationId})`,
    })
    .returning({ id: questionLists.id })
  await work.write(streams.listStaff(begun!.id), 'list.begun', begun!.id, values)
  return listOf(work.tx, work.caller, begun!.id, work.now)
}

/** Replaces a draft. Refuses: not_found, list_frozen, changed_meanwhile, invalid. */
export async function change(work: Work, listId: string, revision: number, body: ListBody): Promise<LoadedList> {
  const { state } = await listOf(work.tx, work.caller, listId, work.now)
  if (state !== 'draft') throw new Refused('list_frozen')
  const values = await rowOf(work.tx, body)
  const [changed] = await work.tx
    .update(questionLists)
    .set({ ...values, revision: revision + 1 })
    .where(and(eq(questionLists.id, listId), eq(questionLists.state, 'draft'), eq(questionLists.revision, revision)))
    .returning({ id: questionLists.id })
  const list = await listOf(work.tx, work.caller, listId, work.now)
  if (!changed) throw new Refused('changed_meanwhile', { current: presentList(list, work.caller) })
  await work.write(streams.listStaff(listId), 'list.changed', listId, values)
  return list
}

/** Discards a draft. Refuses: not_found, list_frozen. */
export async function discard(work: Work, listId: string): Promise<void> {
  const list = await listOf(work.tx, work.caller, listId, work.now)
  const gone = await work.tx
    .delete(questionLists)
    .where(and(eq(questionLists.id, listId), eq(questionLists.state, 'draft')))
    .returning({ id: questionLists.id })
  if (list.state !== 'draft' || gone.length === 0) throw new Refused('list_frozen')
  await work.write(streams.listStaff(listId), 'list.discarded', listId)
}

/** What staff sent, as it stands in the table, after the checks that only the database can make. */
async function rowOf(tx: Tx, body: ListBody) {
  const { deadline, addresseeIds: named, ...rest } = body
  const addresseeIds = [...new Set(named)]
  const known =
    addresseeIds.length === 0
      ? []
      : await tx.select({ id: delegations.id }).from(delegations).where(inArray(delegations.id, addresseeIds))
  const knownIds = known.map(({ id }) => id)
  const unknown = named.findIndex((id) => !knownIds.includes(id))
  if (unknown >= 0) throw new Refused('invalid', { field: `addresseeIds.${unknown}` })
  await checkQuestionIds(tx, body)
  return {
    ...rest,
    addresseeIds,
    languages: completeLanguages(body),
    deadlineLocal: deadline?.local ?? null,
    deadlineZone: deadline?.zone ?? null,
    closesAt: deadline && instantOf(deadline.local, deadline.zone),
  }
}

/** A question is one question everywhere: its id stands once in the list and in no circulated one. */
async function checkQuestionIds(tx: Tx, { sections }: ListBody): Promise<void> {
  const fields = sections.flatMap((section, s) =>
    section.questions.map(({ id }, q) => ({ id, field: `sections.${s}.questions.${q}.id` })),
  )
  if (fields.length === 0) return
  const ids = fields.map(({ id }) => id)
  const taken = await tx.select({ id: questions.id }).from(questions).where(inArray(questions.id, ids))
  const wrong = fields.find(({ id }, index) => ids.indexOf(id) !== index || taken.some((other) => other.id === id))
  if (wrong) throw new Refused('invalid', { field: wrong.field })
}

/** The one door out for a list. */
export function presentList(list: LoadedList, viewer: Caller): ListView {
  const staff = isStaff(viewer)
  const own = list.addressee
  const closesAt = own?.extendedTo ?? list.closesAt
  const zone = list.deadlineZone
  const draft = list.state === 'draft'
  const answerable = list.window === 'open' || list.window === 'late'
  const readable = isReader(viewer) ? !draft : list.state === 'closed' && list.audience === 'participants'
  return {
    id: list.id,
    consultationId: list.consultationId,
    consultationTitle: list.consultation.title,
    number: list.number,
    reference: list.reference,
    state: list.state,
    title: list.title,
    note: list.note,
    purpose: list.purpose,
    outcome: list.outcome,
    contact: list.contact,
    sections: list.sections,
    deadline:
      list.deadlineLocal && zone
        ? { local: own?.extendedTo ? wallTime(own.extendedTo, zone) : list.deadlineLocal, zone }
        : null,
    closesAt: iso(closesAt),
    extendedFrom: list.firstClosesAt?.getTime() === closesAt?.getTime() ? null : iso(list.firstClosesAt),
    circulatedAt: iso(list.circulatedAt),
    closedAt: iso(list.closedAt),
    languages: list.languages,
    audience: list.audience,
    attributionOffered: list.attributionOffered,
    lateAnswers: list.lateAnswers,
    open: list.window,
    acknowledgedAt: iso(own?.acknowledgedAt ?? null),
    inPreparation: own?.inPreparation ?? false,
    addresseeIds: staff ? list.addresseeIds : null,
    extensions: list.extensions.map((one) => ({
      delegationId: one.delegationId,
      closesAt: one.closesAt.toISOString(),
      at: one.at.toISOString(),
    })),
    revision: list.revision,
    may: {
      edit: staff && draft,
      circulate: staff && draft,
      extend: staff && !draft,
      close: staff && list.state === 'circulated',
      answer: own !== null && answerable && may(viewer, 'response.draft'),
      readAnswers: readable,
      export: staff && !draft,
    },
  }
}

const iso = (at: Date | null) => at?.toISOString() ?? null

/** Whether this caller may be told of what happens in a list's stream. */
export async function mayFollowList(database: Database, caller: Caller, stream: StreamName): Promise<boolean> {
  const [, id = '', audience] = stream.split(':')
  if (caller.kind !== 'person') return false
  if (isStaff(caller)) return true
  if (audience === 'all' && isIrt(caller)) return true
  if (audience !== 'all' || !caller.acting) return false
  const { rows } = await looking<{ circulated: boolean }>(database, caller, {
    name: 'list-followed',
    text: "select state <> 'draft' and $2 = any(addressee_ids) as circulated from question_lists where id = $1",
    values: [id, caller.acting.delegationId],
  })
  return rows[0]?.circulated === true
}
