import { streams } from '@consultation/shared/live.ts'
import type { RegionalGroup } from '@consultation/shared/people.ts'
import { REGIONAL_GROUPS } from '@consultation/shared/people.ts'
import type { MonitorRow, MonitorView } from '@consultation/shared/question-lists.ts'
import { countStates } from '@consultation/shared/rules/numbers.ts'
import type { Tx } from '../database/database.ts'
import type { LoadedList } from './loaded.ts'

type AskedRow = {
  delegationId: string
  region: RegionalGroup | null
  acknowledgedAt: Date | null
  inPreparation: boolean
  extendedTo: Date | null
  seq: number
}
/** A current submission, national or for several States; `aligned` are those that aligned themselves with it. */
type Statement = {
  id: string
  delegationId: string
  responseId: string
  kind: 'national' | 'group' | 'ad_hoc'
  groupId: string | null
  submittedAt: Date
  version: number
  receivedLate: boolean
  /** States only: an entity speaks, but is no State. */
  roster: string[]
  ofState: boolean
  aligned: string[]
}
type Row = AskedRow & { national: Statement | null }

// The place in the stream is of this statement or earlier: what happens before the next is told again rather than missed.
const ASKED = {
  name: 'monitor-asked',
  text: `select a.delegation_id as "delegationId", d.regional_group as region, a.acknowledged_at as "acknowledgedAt",
      a.in_preparation as "inPreparation", a.extended_to as "extendedTo",
      coalesce((select seq from streams where name = $2), 0) as seq
    from addressees a join delegations d on d.id = a.delegation_id
    where a.list_id = $1
    order by d.protocol_order nulls last, d.code`,
}
// Apart from who was asked: joined there, the policies were checked for every pair of the two.
const STATEMENTS = {
  name: 'monitor-statements',
  text: `select s.id, s.delegation_id as "delegationId", s.response_id as "responseId", s.capacity ->> 'kind' as kind,
      s.group_id as "groupId", s.submitted_at as "submittedAt", s.version, s.received_late as "receivedLate",
      d.kind <> 'entity' as "ofState",
      case when s.capacity ->> 'kind' = 'national' then '{}' else array(
        select m.id from delegations m where m.id = any (s.roster) and m.kind <> 'entity') end as roster,
      array(select l.delegation_id from alignments l
        where l.response_id = s.response_id and l.withdrawn_at is null) as aligned
    from submissions s join delegations d on d.id = s.delegation_id
    where s.list_id = $1 and s.current`,
}

/** Who has said what, for staff. Rests on what delegations told the Secretariat; of a draft it could learn nothing. */
export async function monitor(tx: Tx, list: LoadedList): Promise<MonitorView> {
  const values = [list.id, streams.listStaff(list.id)]
  const asked = (await tx.$client.query<AskedRow>({ ...ASKED, values })).rows
  const statements = (await tx.$client.query<Statement>({ ...STATEMENTS, values: [list.id] })).rows
  const national = new Map(
    statements.flatMap((statement) => (statement.kind === 'national' ? [[statement.delegationId, statement]] : [])),
  )
  const rows = asked.map((row) => ({ ...row, national: national.get(row.delegationId) ?? null }))
  return {
    listId: list.id,
    rows: rowsOf(rows, statements),
    regions: regionsOf(rows),
    count: { ...figuresOf(rows), ...countOf(statements) },
    seq: rows[0]?.seq ?? 0,
  }
}

function rowsOf(rows: readonly Row[], statements: readonly Statement[]): MonitorRow[] {
  const coveredBy = new Map<string, string[]>()
  const alignedWith = new Map<string, string[]>()
  const note = (links: Map<string, string[]>, delegationId: string, groupId: string) => {
    links.set(delegationId, [...(links.get(delegationId) ?? []), groupId])
  }
  for (const { groupId, roster, aligned } of statements) {
    if (groupId === null) continue
    for (const id of roster) note(coveredBy, id, groupId)
    for (const id of aligned) note(alignedWith, id, groupId)
  }
  return rows.map((row) => ({
    delegationId: row.delegationId,
    acknowledgedAt: iso(row.acknowledgedAt),
    inPreparation: isPreparing(row),
    submittedAt: iso(row.national?.submittedAt ?? null),
    submissionId: row.national?.id ?? null,
    version: row.national?.version ?? null,
    receivedLate: row.national?.receivedLate ?? false,
    coveredBy: coveredBy.get(row.delegationId) ?? [],
    alignedWith: alignedWith.get(row.delegationId) ?? [],
    extendedTo: iso(row.extendedTo),
  }))
}

const iso = (at: Date | null) => at?.toISOString() ?? null
/** What has arrived is in preparation no more. */
const isPreparing = (row: Row) => row.inPreparation && row.national === null

function figuresOf(rows: readonly Row[]) {
  return {
    asked: rows.length,
    acknowledged: rows.filter((row) => row.acknowledgedAt !== null).length,
    inPreparation: rows.filter(isPreparing).length,
  }
}

function regionsOf(rows: readonly Row[]): MonitorView['regions'] {
  return [...REGIONAL_GROUPS, null].flatMap((region) => {
    const ofRegion = rows.filter((row) => row.region === region)
    if (ofRegion.length === 0) return []
    const submitted = ofRegion.filter((row) => row.national !== null).length
    return [{ region, ...figuresOf(ofRegion), submitted }]
  })
}

function countOf(statements: readonly Statement[]) {
  // Several States without a group are counted as a group of that one statement.
  const links = statements.map(({ delegationId, kind, groupId, responseId, roster, ofState }) => ({
    delegationId,
    groupId: kind === 'national' ? null : (groupId ?? responseId),
    roster,
    ofState,
  }))
  const alignments = statements.flatMap(({ aligned }) => aligned.map((delegationId) => ({ delegationId })))
  const { statements: all, groupStatements } = countStates(links, alignments)
  const { states } = countStates(
    links.filter(({ ofState, groupId }) => ofState || groupId !== null),
    alignments,
  )
  return { statements: all, groupStatements, states }
}
