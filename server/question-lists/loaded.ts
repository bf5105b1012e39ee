import type { Question } from '@consultation/shared/question-lists.ts'
import { type Caller, isReader, isStaff } from '@consultation/shared/rules/access.ts'
import { type Window, windowAt } from '@consultation/shared/rules/deadlines.ts'
import type { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import type { addressees, questionLists } from './tables.ts'

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

/** A list the caller may see: staff any, the Review Team a circulated one, a delegation one addressed to it and circulated. Refuses: not_found. */
export async function listOf(tx: Tx, caller: Caller, listId: string, now: Date): Promise<LoadedList> {
  const { statement, found } = lookingFor(caller, listId)
  const { rows } = await tx.$client.query<ListRow>({ ...statement, values: [...statement.values] })
  return found(rows, now)
}

/** The same as one statement, and what to make of its rows, for who reads nothing else. Refuses: not_found. */
export function lookingFor(caller: Caller, listId: string) {
  if (caller.kind !== 'person') throw new Refused('not_found')
  const staff = isStaff(caller)
  const reads = isReader(caller)
  const delegationId = caller.acting?.delegationId ?? null
  // Held on to until the rows are there: another list may push it out meanwhile.
  const frozen = kept.get(listId)
  return {
    statement: { ...(frozen ? KNOWN : WHOLE), values: [listId, delegationId, staff] },
    found(rows: readonly ListRow[], now: Date): LoadedList {
      const [row] = rows
      // A place among the addressees comes with circulation: where there is one, the list is no draft.
      if (!row || (!reads && !row.addressed) || (!staff && row.state === 'draft')) throw new Refused('not_found')
      if (!frozen && row.state !== 'draft') keep(listId, row)
      return loaded({ ...row, ...frozen }, staff, delegationId, now)
    },
  }
}

function loaded(row: ListRow, staff: boolean, delegationId: string | null, now: Date): LoadedList {
  const { consultationReference, consultationTitle, consultationOffice, addressed, extensions, ...rest } = row
  const { acknowledgedAt, inPreparation, extendedTo, remindedAt, ...list } = rest
  return {
    ...list,
    consultation: {
      id: list.consultationId,
      reference: consultationReference,
      title: consultationTitle,
      office: consultationOffice,
    },
    reference: referenceOf(consultationReference, list.number),
    addressee: addressed
      ? { listId: list.id, delegationId: addressed, acknowledgedAt, inPreparation, extendedTo, remindedAt }
      : null,
    extensions: extensions
      .filter((one) => staff || one.delegationId === null || one.delegationId === delegationId)
      .map((one) => ({ ...one, closesAt: new Date(one.closesAt), at: new Date(one.at) })),
    window: windowAt({ ...list, extendedTo }, now),
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

const FROZEN = ['title', 'note', 'purpose', 'outcome', 'contact', 'sections'] as const
type Frozen = Pick<typeof questionLists.$inferSelect, (typeof FROZEN)[number]>

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

type Addressee = typeof addressees.$inferSelect
export type ListRow = typeof questionLists.$inferSelect &
  Omit<Addressee, 'listId' | 'delegationId'> & {
    consultationReference: string
    consultationTitle: typeof consultations.$inferSelect.title
    consultationOffice: typeof consultations.$inferSelect.office
    /** The delegation, where it has a row of its own; else that row's columns are null. */
    addressed: string | null
    extensions: { delegationId: string | null; closesAt: string; at: string }[]
  }

// One lean statement, for this is the page that is opened most. Reading 195 ids that nobody is shown costs as much as the
// rest of the row.
const asking = (...texts: string[]) => `select l.id, l.consultation_id as "consultationId", l.number, l.state,
    l.deadline_local as "deadlineLocal", l.deadline_zone as "deadlineZone", l.closes_at as "closesAt",
    l.first_closes_at as "firstClosesAt", l.audience, l.attribution_offered as "attributionOffered",
    l.late_answers as "lateAnswers", l.languages, l.circulated_at as "circulatedAt", l.closed_at as "closedAt", l.revision,
    case when $3 then l.addressee_ids::text[] else '{}' end as "addresseeIds", ${texts.map((text) => `l.${text}, `).join('')}
    c.reference as "consultationReference", c.title as "consultationTitle", c.office as "consultationOffice",
    a.delegation_id as addressed, a.acknowledged_at as "acknowledgedAt", a.in_preparation as "inPreparation",
    a.extended_to as "extendedTo", a.reminded_at as "remindedAt",
    coalesce((select json_agg(json_build_object('delegationId', e.delegation_id, 'closesAt', e.closes_at, 'at', e.at)
      order by e.at) from extensions e where e.list_id = l.id), '[]') as extensions
  from question_lists l
  join consultations c on c.id = l.consultation_id
  left join addressees a on a.list_id = l.id and a.delegation_id = $2
  where l.id = $1`
const WHOLE = { name: 'list-whole', text: asking(...FROZEN) }
const KNOWN = { name: 'list-known', text: asking() }

export type NumberedQuestion = Question & { number: number; sectionId: string }

/** Questions numbered through, as every view and file numbers them. */
export function questionsOf(list: { sections: LoadedList['sections'] }): NumberedQuestion[] {
  return list.sections
    .flatMap((section) => section.questions.map((question) => ({ ...question, sectionId: section.id })))
    .map((question, index) => ({ ...question, number: index + 1 }))
}
