import type { Question } from '@consultation/shared/question-lists.ts'
import { type Caller, isStaff } from '@consultation/shared/rules/access.ts'
import { type Window, windowAt } from '@consultation/shared/rules/deadlines.ts'
import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import { addressees, questionLists } from './tables.ts'

/** A deadline replaced, for everybody or for one delegation. */
export type Extension = { delegationId: string | null; closesAt: Date; at: Date }

export type LoadedList = typeof questionLists.$inferSelect & {
  /** For staff; empty for a delegation, which is told of nobody but itself. */
  addresseeIds: string[]
  consultation: Pick<typeof consultations.$inferSelect, 'id' | 'reference' | 'title' | 'office'>
  /** `MR-2017/Q1`: the platform’s own, never a document symbol. */
  reference: string
  /** The caller’s own row, for a delegation. */
  addressee: typeof addressees.$inferSelect | null
  /** All for staff; those for everybody and its own for a delegation. */
  extensions: Extension[]
  /** Open for this caller; for staff, open in general. */
  window: Window
}

/** A list the caller may see: staff any, a delegation one addressed to it and circulated. Refuses: not_found. */
export async function listOf(tx: Tx, caller: Caller, listId: string, now: Date): Promise<LoadedList> {
  if (caller.kind !== 'person') throw new Refused('not_found')
  const delegationId = caller.acting?.delegationId ?? null
  const [row] = await rowOf(tx, { listId, delegationId, staff: isStaff(caller) })
  if (!row) throw new Refused('not_found')
  const { list, consultation, addressee } = row
  // A place among the addressees comes with circulation: where there is one, the list is no draft.
  if (!isStaff(caller) && !addressee) throw new Refused('not_found')
  return {
    ...list,
    consultation,
    reference: referenceOf(consultation.reference, list.number),
    addressee,
    extensions: row.extensions
      .filter((one) => isStaff(caller) || one.delegationId === null || one.delegationId === delegationId)
      .map((one) => ({ ...one, closesAt: new Date(one.closesAt), at: new Date(one.at) })),
    window: windowAt({ ...list, extendedTo: addressee?.extendedTo ?? null }, now),
  }
}

const LOCKS = {
  /** One change of the list at a time; responses go on being written. */
  changing: { name: 'list-changing', text: 'select id from question_lists where id = $1 for no key update' },
  /** Waits for every response that is being written under the list too: each holds a key lock on its row. */
  closing: { name: 'list-closing', text: 'select id from question_lists where id = $1 for update' },
}

/** Holds the list until the transaction ends. Only who may change lists gets hold of one. */
export async function holdList(tx: Tx, listId: string, why: keyof typeof LOCKS): Promise<void> {
  await tx.$client.query({ ...LOCKS[why], values: [listId] })
}

export const referenceOf = (consultation: string, number: number) => `${consultation}/Q${number}`

type Written = { delegationId: string | null; closesAt: string; at: string }

const { title, note, purpose, outcome, contact, sections, ...changing } = getTableColumns(questionLists)
const FROZEN = { title, note, purpose, outcome, contact, sections }
type Frozen = Pick<typeof questionLists.$inferSelect, keyof typeof FROZEN>

/** Lists whose texts are kept here. */
const KEPT_MAX = 100
/**
 * The texts of circulated lists, read once: the database lets nobody change them, and six languages of thirteen questions
 * are most of what the page that delegates open most would read. Whether somebody may see a list, its row says each time.
 */
const kept = new Map<string, Frozen>()

function keep(listId: string, { title, note, purpose, outcome, contact, sections }: Frozen): void {
  const [oldest] = kept.keys()
  if (kept.size >= KEPT_MAX && oldest !== undefined) kept.delete(oldest)
  kept.set(listId, { title, note, purpose, outcome, contact, sections })
}

type Asked = { listId: string; delegationId: string | null; staff: boolean }

async function rowOf(tx: Tx, asked: Asked) {
  const frozen = kept.get(asked.listId)
  const { whole, known } = statementsFor(tx)
  if (frozen) return (await known.execute(asked)).map((row) => ({ ...row, list: { ...row.list, ...frozen } }))
  const rows = await whole.execute(asked)
  for (const { list } of rows) if (list.state !== 'draft') keep(list.id, list)
  return rows
}

// Building a statement costs more than running it, so each connection keeps its own.
const statements = new WeakMap<Tx, { whole: Whole; known: Known }>()
type Whole = ReturnType<typeof prepareWhole>
type Known = ReturnType<typeof prepareKnown>

function statementsFor(tx: Tx) {
  const made = statements.get(tx) ?? { whole: prepareWhole(tx), known: prepareKnown(tx) }
  statements.set(tx, made)
  return made
}

const beside = {
  consultation: {
    id: consultations.id,
    reference: consultations.reference,
    title: consultations.title,
    office: consultations.office,
  },
  addressee: addressees,
  extensions: sql<Written[]>`coalesce((select json_agg(json_build_object(
    'delegationId', e.delegation_id, 'closesAt', e.closes_at, 'at', e.at) order by e.at)
    from extensions e where e.list_id = ${questionLists.id}), '[]')`,
}
const small = {
  ...changing,
  // Reading 195 ids that nobody is shown costs as much as the rest of the row.
  addresseeIds: sql<
    string[]
  >`case when ${sql.placeholder('staff')}::boolean then ${questionLists.addresseeIds} else '{}' end`,
}
const consultationOfList = eq(consultations.id, questionLists.consultationId)
const ownRow = and(
  eq(addressees.listId, questionLists.id),
  eq(addressees.delegationId, sql.placeholder('delegationId')),
)
const thisList = eq(questionLists.id, sql.placeholder('listId'))

const prepareWhole = (tx: Tx) =>
  tx
    .select({ list: { ...small, ...FROZEN }, ...beside })
    .from(questionLists)
    .innerJoin(consultations, consultationOfList)
    .leftJoin(addressees, ownRow)
    .where(thisList)
    .prepare('list-of')

const prepareKnown = (tx: Tx) =>
  tx
    .select({ list: small, ...beside })
    .from(questionLists)
    .innerJoin(consultations, consultationOfList)
    .leftJoin(addressees, ownRow)
    .where(thisList)
    .prepare('list-of-known')

export type NumberedQuestion = Question & { number: number; sectionId: string }

/** Questions numbered through, as every view and file numbers them. */
export function questionsOf(list: { sections: LoadedList['sections'] }): NumberedQuestion[] {
  return list.sections
    .flatMap((section) => section.questions.map((question) => ({ ...question, sectionId: section.id })))
    .map((question, index) => ({ ...question, number: index + 1 }))
}
