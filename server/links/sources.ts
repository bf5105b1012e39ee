import type { Language } from '@consultation/shared/languages.ts'
import type { Reference, SourceView } from '@consultation/shared/links.ts'
import type { AttributionMode } from '@consultation/shared/room-view.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { type Attribution, type ShownAs, shownAs, withholdsTraces } from '@consultation/shared/rules/attribution.ts'
import { type Block, blocksOf, inLanguage, type Translated } from '@consultation/shared/text.ts'
import type { Tx } from '../database/database.ts'
import { excerptOf, inShort } from './excerpts.ts'

type Kind = SourceView['kind']

/**
 * Contributions presented for the caller, by `kind:id`: the one door out for what is cited, coded or traced. PostgreSQL leaves
 * out what the caller may not read. Given a consultation, what belongs to another is left out too. Given which are wanted whole,
 * the others come as excerpts.
 */
export async function sourcesOf(
  tx: Tx,
  caller: Caller,
  refs: readonly Reference[],
  consultationId: string | null = null,
  whole: ReadonlySet<string> | null = null,
): Promise<Map<string, SourceView>> {
  const shown = new Map<string, SourceView>()
  const asked = Map.groupBy(refs, ({ kind }) => kind)
  await Promise.all(
    PRESENTERS.map(async ({ kind, statement, long, present }) => {
      const ids = [...new Set((asked.get(kind) ?? []).map(({ id }) => id))]
      if (ids.length === 0) return
      const values = [ids, consultationId, ...(long ? [wholeOf(kind, ids, whole)] : [])]
      const { rows } = await tx.$client.query<Row>({ ...statement, values })
      if (kind === 'answer') await nameLists(tx, rows)
      for (const row of rows) {
        const key = `${kind}:${row.id}`
        const isWhole = whole === null || whole.has(key)
        if (long && !isWhole) row.blocks = blocksOf(inShort(row.beginning))
        const view = present(row, caller)
        shown.set(key, { kind, id: row.id, ...view, ...(long || isWhole ? {} : { blocks: excerptOf(view.blocks) }) })
      }
    }),
  )
  return shown
}

const LISTS = { name: 'source-lists', text: 'select id, title from question_lists where id = any ($1)' }

/** Hundreds of answers to one list have its title, in six languages, read once. */
async function nameLists(tx: Tx, rows: readonly Row[]): Promise<void> {
  const values = [[...new Set(rows.map(({ listId }) => listId))]]
  const { rows: lists } = await tx.$client.query<{ id: string; title: Translated }>({ ...LISTS, values })
  const titles = new Map(lists.map(({ id, title }) => [id, title]))
  for (const row of rows) row.listTitle = titles.get(row.listId) ?? {}
}

const wholeOf = (kind: Kind, ids: readonly string[], whole: ReadonlySet<string> | null) =>
  whole && ids.filter((id) => whole.has(`${kind}:${id}`))

const isWhole = (id: string) => `($3::uuid[] is null or ${id} = any ($3))`
const wordsIn = (
  table: string,
  blocks: string,
) => `case when ${isWhole(`${table}.id`)} then ${table}.${blocks} end as blocks,
    case when not ${isWhole(`${table}.id`)} then ${table}.beginning end as beginning`

type Presented = Omit<SourceView, 'kind' | 'id'>
/** What any of the statements below may give; each gives what its presenter takes. */
type Row = {
  id: string
  delegationId: string | null
  groupId: string | null
  groupName: Translated | null
  /** For whom a group gave feedback. */
  roster: string[] | null
  /** Whether who said it is stored and the caller's to see; a podium's remark is stored without a delegation. */
  sourced: boolean
  language: Language
  at: Date | null
  text: string
  blocks: Block[]
  /** Of a long text, where it is not wanted whole, instead of them. */
  beginning: string
  superseded: boolean
  attribution: Attribution
  listId: string
  /** Of an answer it is read afterwards. */
  listTitle: Translated
  questionId: string
  question: number
  submissionId: string | null
  sessionId: string
  sessionTitle: Translated
  mode: AttributionMode
  itemId: string
  itemTitle: Translated
  findingId: string
  versionId: string
  number: number
  version: number
  findingTitle: Translated
}

const nameOf = (name: Translated | null) => (name ? inLanguage(name, 'en').text : null)

function authorOf(row: Row, attribution: Attribution | 'anonymous', caller: Caller): ShownAs {
  // Of an author the database does not show, nothing is known here either.
  if (!row.sourced || row.delegationId === null) return { kind: 'withheld' }
  const groupName = row.groupName ? nameOf(row.groupName) : null
  return shownAs({ delegationId: row.delegationId, groupId: row.groupId, groupName }, attribution, caller)
}

/** AT5 Language and time go with the name. */
const said = (row: Row, shown: ShownAs | null, blocks: Block[]) => {
  const traces = shown !== null && !withholdsTraces(shown)
  return {
    shownAs: shown,
    blocks,
    language: traces ? row.language : null,
    at: traces ? (row.at?.toISOString() ?? null) : null,
    superseded: row.superseded,
  }
}

function presentAnswer(row: Row, caller: Caller): Presented {
  const shown = authorOf(row, row.attribution, caller)
  return {
    ...said(row, shown, row.blocks),
    // One that was replaced tells when its author wrote again.
    superseded: withholdsTraces(shown) ? false : row.superseded,
    place: {
      kind: 'list',
      listId: row.listId,
      title: row.listTitle,
      questionId: row.questionId,
      question: row.question,
      submissionId: withholdsTraces(shown) ? null : row.submissionId,
    },
  }
}

function presentLetter(row: Row, caller: Caller): Presented {
  return {
    ...said(row, authorOf(row, row.attribution, caller), blocksOf(row.text)),
    language: null,
    place: {
      kind: 'list',
      listId: row.listId,
      title: row.listTitle,
      questionId: null,
      question: null,
      submissionId: row.submissionId,
    },
  }
}

/** Where a room seals names, nothing that leaves it names anybody, the moderators’ own views apart; each knows itself. */
function fromRoom(row: Row, caller: Caller): ShownAs {
  const own = caller.kind === 'person' && caller.acting?.delegationId === row.delegationId
  return authorOf(row, row.mode, row.mode === 'attributed' || own ? caller : { kind: 'nobody' })
}

const roomOf = (row: Row): SourceView['place'] => ({
  kind: 'session',
  sessionId: row.sessionId,
  itemId: row.itemId,
  title: row.sessionTitle,
  item: row.itemTitle,
})

const presentStatement = (row: Row, caller: Caller): Presented => {
  const shown = fromRoom(row, caller)
  return {
    ...said(row, shown, row.blocks),
    superseded: withholdsTraces(shown) ? false : row.superseded,
    place: roomOf(row),
  }
}

const presentWords = (row: Row, caller: Caller): Presented => ({
  ...said(row, fromRoom(row, caller), blocksOf(row.text)),
  place: roomOf(row),
})

/** The podium speaks for no delegation, nor does a rapporteur who reports. */
const presentRemark = (row: Row, caller: Caller): Presented =>
  row.sourced && row.delegationId === null
    ? { ...said(row, null, blocksOf(row.text)), place: roomOf(row) }
    : presentWords(row, caller)

/** What the room made together has no author. */
const presentShared = (row: Row): Presented => ({ ...said(row, null, blocksOf(row.text)), place: roomOf(row) })

/** A group speaks for its members: each of them is its author, in every mode, as in feedback/reading.ts. */
function asAuthorOf({ delegationId, roster }: Row, caller: Caller): Caller {
  if (caller.kind !== 'person' || !caller.acting || delegationId === null) return caller
  if (!roster?.includes(caller.acting.delegationId)) return caller
  return { ...caller, acting: { ...caller.acting, delegationId } }
}

function presentFeedback(row: Row, caller: Caller): Presented {
  const shown = authorOf(row, row.attribution, asAuthorOf(row, caller))
  return {
    ...said(row, shown, row.blocks),
    superseded: withholdsTraces(shown) ? false : row.superseded,
    place: {
      kind: 'finding',
      findingId: row.findingId,
      versionId: row.versionId,
      number: row.number,
      version: row.version,
      title: row.findingTitle,
    },
  }
}

// `offset 0` keeps each source a look-up by its key, as in responses/answers.ts.
const ANSWER = `select c.id, ${wordsIn('c', 'blocks')}, c.language, c.attribution, not c.current as superseded,
    s.contribution_id is not null as sourced, s.delegation_id as "delegationId", sub.group_id as "groupId",
    sub.group_name as "groupName", sub.id as "submissionId", sub.submitted_at as at,
    l.id as "listId", c.question_id as "questionId", q.number as question
  from contributions c
  join question_lists l on l.id = c.list_id
  join questions q on q.id = c.question_id
  left join lateral (select * from contribution_sources s where s.contribution_id = c.id offset 0) s on true
  left join lateral (select * from submissions sub where sub.id = s.submission_id offset 0) sub on true
  where c.id = any ($1) and ($2::uuid is null or l.consultation_id = $2)`
// A letter is as open as the most reserved of the answers it came with.
const LETTER = `select t.id, t.name as text, sub.delegation_id as "delegationId", true as sourced, sub.group_id as "groupId",
    sub.group_name as "groupName", sub.id as "submissionId", sub.submitted_at as at, not sub.current as superseded,
    l.id as "listId", l.title as "listTitle",
    case when exists (select from contribution_sources s where s.submission_id = sub.id and s.attribution <> 'attributed')
      then 'not_for_attribution' else 'attributed' end as attribution
  from letters t
  join lateral (select * from submissions sub where sub.letter_id = t.id order by sub.version desc limit 1) sub on true
  join question_lists l on l.id = sub.list_id
  where t.id = any ($1) and t.submitted and ($2::uuid is null or l.consultation_id = $2)`
const ROOM = `n.id as "sessionId", n.title as "sessionTitle", n.mode, i.id as "itemId", i.title as "itemTitle"`
const STATEMENT = `select t.id, ${wordsIn('t', 'blocks')}, t.language, t.at, t.replaced_by is not null as superseded,
    s.statement_id is not null as sourced, s.delegation_id as "delegationId", s.group_id as "groupId",
    null as "groupName", ${ROOM}
  from statements t
  join sessions n on n.id = t.session_id
  join session_items i on i.id = t.item_id
  left join statement_sources s on s.statement_id = t.id
  where t.id = any ($1) and (t.open or s.delegation_id = app_delegation()) and ($2::uuid is null or n.consultation_id = $2)`
const IDEA = `select t.id, t.text, t.language, s.at, false as superseded, s.idea_id is not null as sourced,
    s.delegation_id as "delegationId", s.group_id as "groupId", null as "groupName", ${ROOM}
  from ideas t
  join sessions n on n.id = t.session_id
  join session_items i on i.id = t.item_id
  left join idea_sources s on s.idea_id = t.id
  where t.id = any ($1) and (t.state = 'open' or s.delegation_id = app_delegation())
    and ($2::uuid is null or n.consultation_id = $2)`
const CLUSTER = `select t.id, t.name as text, t.merged_into is not null as superseded, ${ROOM}
  from clusters t
  join sessions n on n.id = t.session_id
  join session_items i on i.id = t.item_id
  where t.id = any ($1) and ($2::uuid is null or n.consultation_id = $2)`
// Where names are sealed a place on the list would be one: it is no source there.
const SPEAKER = `select t.id, '' as text, t.spoke_at as at, false as superseded, true as sourced,
    t.delegation_id as "delegationId", t.group_id as "groupId", null as "groupName", ${ROOM}
  from speakers t
  join sessions n on n.id = t.session_id
  join session_items i on i.id = t.item_id
  where t.id = any ($1) and n.mode = 'attributed' and t.delegation_id is not null and ($2::uuid is null or n.consultation_id = $2)`
const REMARK = `select t.id, t.text, t.language, t.at, false as superseded, s.remark_id is not null as sourced,
    s.delegation_id as "delegationId", null as "groupId", null as "groupName", ${ROOM}
  from remarks t
  join topics p on p.id = t.topic_id
  join sessions n on n.id = t.session_id
  join session_items i on i.id = p.item_id
  left join remark_sources s on s.remark_id = t.id
  where t.id = any ($1) and ($2::uuid is null or n.consultation_id = $2)`
const POINT = `select t.id, t.text, false as superseded, ${ROOM}
  from notes t
  join sessions n on n.id = t.session_id
  join session_items i on i.id = t.item_id
  where t.id = any ($1) and ($2::uuid is null or n.consultation_id = $2)`
const FEEDBACK = `select t.id, ${wordsIn('t', 'reason')}, t.language, t.attribution, not t.current as superseded,
    s.feedback_id is not null as sourced, s.delegation_id as "delegationId", s.group_id as "groupId", s.roster,
    null as "groupName", s.at,
    v.finding_id as "findingId", v.id as "versionId", v.number, v.version, v.title as "findingTitle"
  from feedback t
  join finding_versions v on v.id = t.finding_version_id
  left join lateral (select * from feedback_sources s where s.feedback_id = t.id offset 0) s on true
  where t.id = any ($1) and ($2::uuid is null or v.consultation_id = $2)`

type Presenter = {
  kind: Kind
  statement: { name: string; text: string }
  /** Its statement can give the beginning alone. */
  long?: true
  present: (row: Row, caller: Caller) => Presented
}
const PRESENTERS: readonly Presenter[] = [
  { kind: 'answer', statement: { name: 'source-answers', text: ANSWER }, long: true, present: presentAnswer },
  { kind: 'letter', statement: { name: 'source-letters', text: LETTER }, present: presentLetter },
  {
    kind: 'statement',
    statement: { name: 'source-statements', text: STATEMENT },
    long: true,
    present: presentStatement,
  },
  { kind: 'idea', statement: { name: 'source-ideas', text: IDEA }, present: presentWords },
  { kind: 'cluster', statement: { name: 'source-clusters', text: CLUSTER }, present: presentShared },
  { kind: 'speaker', statement: { name: 'source-speakers', text: SPEAKER }, present: presentRemark },
  { kind: 'remark', statement: { name: 'source-remarks', text: REMARK }, present: presentRemark },
  { kind: 'point', statement: { name: 'source-points', text: POINT }, present: presentShared },
  { kind: 'feedback', statement: { name: 'source-feedback', text: FEEDBACK }, long: true, present: presentFeedback },
]
