import { setImmediate as breathe } from 'node:timers/promises'
import type { AnswerFilter } from '@consultation/shared/answers.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { REGIONAL_GROUPS, type RegionalGroup } from '@consultation/shared/people.ts'
import type { Capacity, STANCES } from '@consultation/shared/responses.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import {
  type Alignment,
  countStates,
  type Part,
  type StatementLink,
  tallyOfUnnamed,
  touchesAuthor,
} from '@consultation/shared/rules/numbers.ts'
import { type Block, isBlank, type Translated } from '@consultation/shared/text.ts'
import type pg from 'pg'
import { type Database, transaction } from '../database/database.ts'
import { append, digestOf } from '../journal/journal.ts'
import { dayOf, rosterOn } from '../people/groups.ts'
import { type LoadedList, listOf, type NumberedQuestion, questionsOf } from '../question-lists/loaded.ts'
import { isAskedFor, likeOf } from '../responses/answers.ts'
import type { Parts } from '../work.ts'
import { offersUnnamed, type Release, releasesOf, type Standing, standingOf } from './releases.ts'

type Stance = (typeof STANCES)[number]

/** Everything a compilation says, in no language yet, with the attribution of each reply respected. */
export type Compilation = {
  list: LoadedList
  filter: AnswerFilter
  delegations: ReadonlyMap<string, Delegation>
  groups: ReadonlyMap<string, Translated>
  regions: RegionFigures[]
  statements: ReadonlyMap<string, Statement>
  count: Count
  late: number
  /** SN6 Null where no figure may be given. */
  unnamedRespondents: number | null
  offersUnnamed: boolean
  questions: CompiledQuestion[]
  edition: Edition
}

export type Delegation = {
  id: string
  kind: 'member' | 'observer-state' | 'entity'
  names: Translated
  region: RegionalGroup | null
}
export type Count = ReturnType<typeof countStates>
export type RegionFigures = {
  region: RegionalGroup | null
  names: Translated | null
  addressed: number
} & Count['states']

/** A response of which at least something is for attribution; a file names no other. */
export type Statement = {
  id: string
  responseId: string
  delegationId: string
  capacity: Capacity
  groupName: Translated | null
  roster: string[]
  excepted: string[]
  joined: string[]
  aligned: string[]
  version: number
  submittedAt: string
  receivedLate: boolean
  letter: boolean
  /** Only the letter: it answers no question of its own. */
  letterAlone: boolean
}

export type NamedReply = {
  statementId: string
  stance: Stance
  groupId: string | null
  choice: string | null
  language: Language
  blocks: Block[]
}
export type UnnamedReply = { stance: Stance; blocks: Block[] }

export type CompiledQuestion = {
  question: NumberedQuestion
  count: Count
  named: NamedReply[]
  /** What becomes of the replies without a name; `none` where the list offers no such thing. */
  unnamed: 'none' | 'while_open' | 'filtered' | 'few' | UnnamedReply[]
  /** By choice, for a question with choices. */
  choices: { named: ReadonlyMap<string, Count>; unnamed: Part<string>[] | null } | null
}

/** When content like this first left the house, and the line of the journal that says so. */
export type Edition = { number: number; at: string; chainHead: string }

/**
 * Reads everything in one moment of the database, as the member of staff who asked. SN5 to SN9 (shared/rules/numbers.ts)
 * say what may be told of replies without a name; what they hold back is not even read. Refuses: not_found.
 */
export async function compile(
  parts: Parts,
  caller: Caller,
  listId: string,
  filter: AnswerFilter,
): Promise<Compilation> {
  const content = await transaction(
    parts.database,
    caller,
    'begin isolation level repeatable read read only',
    async (tx, client, now) => {
      const list = await listOf(tx, caller, listId, now)
      const members = filter.group ? new Set(await rosterOn(tx, filter.group, dayOf(list.circulatedAt ?? now))) : null
      return contentOf(client, list, filter, members)
    },
  )
  return { ...content, edition: await editionOf(parts.database, caller, listId, identityOf(content)) }
}

type Content = Omit<Compilation, 'edition'> & { releases: ReadonlyMap<string, Release> }

async function contentOf(
  client: pg.PoolClient,
  list: LoadedList,
  filter: AnswerFilter,
  members: ReadonlySet<string> | null,
): Promise<Content> {
  const standing = await standingOf(client, list)
  const releases = await releasesOf(client, list.id)
  const [delegations, groups] = [await delegationsOn(client, list), await groupsOf(client)]
  const statements = await statementsOf(client, list, standing)
  const counting = { statements, delegations }
  const asked = (reply: NamedRow) => {
    const statement = statements.get(reply.submission_id)
    if (!statement || !reply.asked) return false
    const group = statement.capacity.kind === 'group' ? groups.get(statement.capacity.groupId) : undefined
    return isAskedFor(
      {
        delegationId: statement.delegationId,
        region: delegations.get(statement.delegationId)?.region ?? null,
        groupId: statement.capacity.kind === 'group' ? statement.capacity.groupId : null,
        groupKey: group?.key ?? null,
        isGroup: statement.groupName !== null,
        language: reply.language,
      },
      filter,
      members,
    )
  }
  const questions: CompiledQuestion[] = []
  for (const question of questionsOf(list)) {
    if (filter.question && filter.question !== question.id) continue
    const rows = await namedRepliesTo(client, list.id, question.id, filter)
    const replies = rows.filter(asked)
    const release = releases.get(question.id)
    const unnamed = release && !touchesAuthor(filter) ? await released(client, release, filter) : null
    questions.push({
      question,
      count: countOf(
        replies.map((reply) => reply.submission_id),
        counting,
      ),
      named: replies.map(namedReply),
      unnamed: unnamed?.filter((reply) => reply.asked && !isEmpty(reply)).map(unnamedReply) ?? whyNone(list, filter),
      choices:
        question.choices.length > 0 ? choicesOf(question, replies, filter.text ? null : unnamed, counting) : null,
    })
    // A list of thirteen questions answered by all is some megabytes: others are served in between.
    await breathe()
  }
  const all = [...statements.keys()]
  return {
    list,
    filter,
    delegations,
    groups: new Map([...groups].map(([id, { names }]) => [id, names])),
    regions: regionsOf(list, groups, all, counting),
    statements,
    count: countOf(all, counting),
    late: [...statements.values()].filter(({ receivedLate }) => receivedLate).length,
    unnamedRespondents: list.state === 'closed' && standing.unnamed.length > 0 ? standing.unnamed.length : null,
    offersUnnamed: offersUnnamed(list),
    questions,
    releases,
  }
}

const whyNone = (list: LoadedList, filter: AnswerFilter) => {
  if (!offersUnnamed(list)) return 'none'
  if (touchesAuthor(filter)) return 'filtered'
  return list.state === 'closed' ? 'few' : 'while_open'
}

/** Under the names they had on the day the list was circulated. */
async function delegationsOn(client: pg.PoolClient, list: LoadedList): Promise<Map<string, Delegation>> {
  const day = dayOf(list.circulatedAt ?? new Date())
  const { rows } = await client.query<{
    id: string
    kind: Delegation['kind']
    names: Translated
    former_names: { until: string | null; names: Translated }[]
    regional_group: RegionalGroup | null
  }>('select id, kind, names, former_names, regional_group from delegations')
  return new Map(
    rows.map((row) => {
      const [then] = row.former_names
        .filter(({ until }) => until !== null && day < until)
        .sort((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
      return [row.id, { id: row.id, kind: row.kind, names: then?.names ?? row.names, region: row.regional_group }]
    }),
  )
}

async function groupsOf(client: pg.PoolClient): Promise<Map<string, { key: string | null; names: Translated }>> {
  const { rows } = await client.query<{ id: string; key: string | null; names: Translated }>(
    'select id, key, names from groups',
  )
  return new Map(rows.map(({ id, ...group }) => [id, group]))
}

/** SN5 The newest version of each response that says anything openly. */
async function statementsOf(
  client: pg.PoolClient,
  list: LoadedList,
  standing: Standing,
): Promise<Map<string, Statement>> {
  const { rows } = await client.query<{
    id: string
    response_id: string
    delegation_id: string
    capacity: Capacity
    group_name: Translated | null
    roster: string[]
    excepted: string[]
    joined: string[]
    aligned: string[]
    version: number
    submitted_at: Date
    received_late: boolean
    letter: boolean
    attributed: number
    answers: number
  }>(
    `select sub.id, sub.response_id, sub.delegation_id, sub.capacity, sub.group_name, sub.roster, sub.excepted, sub.joined,
       array(select a.delegation_id from alignments a where a.response_id = sub.response_id and a.withdrawn_at is null) as aligned,
       sub.version, sub.submitted_at, sub.received_late, sub.letter_id is not null as letter,
       (select count(*)::int from contribution_sources s where s.submission_id = sub.id and s.attribution = 'attributed') as attributed,
       (select count(*)::int from contribution_sources s where s.submission_id = sub.id) as answers
     from submissions sub where sub.list_id = $1 and sub.current`,
    [list.id],
  )
  const open = rows.filter(
    (row) => row.attributed > 0 || (row.answers === 0 && standing.named.includes(row.delegation_id)),
  )
  return new Map(
    open.map((row) => [
      row.id,
      {
        id: row.id,
        responseId: row.response_id,
        delegationId: row.delegation_id,
        capacity: row.capacity,
        groupName: row.group_name,
        roster: row.roster,
        excepted: row.excepted,
        joined: row.joined,
        aligned: row.aligned,
        version: row.version,
        submittedAt: row.submitted_at.toISOString(),
        receivedLate: row.received_late,
        letter: row.letter,
        letterAlone: row.answers === 0,
      },
    ]),
  )
}

type NamedRow = {
  submission_id: string
  stance: Stance
  group_id: string | null
  choice: string | null
  language: Language
  blocks: Block[]
  asked: boolean
}

async function namedRepliesTo(
  client: pg.PoolClient,
  listId: string,
  questionId: string,
  filter: AnswerFilter,
): Promise<NamedRow[]> {
  const { rows } = await client.query<NamedRow>(
    `select s.submission_id, c.stance, c.group_id, c.choice, c.language, c.blocks,
       ($3::text is null or c.search_text like $3) as asked
     from contributions c join contribution_sources s on s.contribution_id = c.id
     where c.list_id = $1 and c.question_id = $2 and c.current and c.attribution = 'attributed'`,
    [listId, questionId, likeOf(filter.text)],
  )
  return rows
}

const namedReply = (row: NamedRow): NamedReply => ({
  statementId: row.submission_id,
  stance: row.stance,
  groupId: row.group_id,
  choice: row.choice,
  language: row.language,
  blocks: row.blocks,
})

type UnnamedRow = { id: string; stance: Stance; choice: string | null; blocks: Block[]; asked: boolean }

/** As they were drawn, whatever became of them since. */
async function released(client: pg.PoolClient, release: Release, filter: AnswerFilter): Promise<UnnamedRow[]> {
  const { rows } = await client.query<UnnamedRow>(
    `select c.id, c.stance, c.choice, c.blocks, ($2::text is null or c.search_text like $2) as asked
     from contributions c where c.id = any ($1)`,
    [release.contributionIds, likeOf(filter.text)],
  )
  const drawn = new Map(rows.map((row) => [row.id, row]))
  return release.contributionIds.flatMap((id) => drawn.get(id) ?? [])
}

const unnamedReply = ({ stance, blocks }: UnnamedRow): UnnamedReply => ({ stance, blocks })
/** SN9 A reply that only chose stands in the tally alone. */
const isEmpty = ({ stance, blocks }: UnnamedRow) => stance === 'answered' && isBlank(blocks)

type Counting = { statements: ReadonlyMap<string, Statement>; delegations: ReadonlyMap<string, Delegation> }

/** NU1, NU2 over these statements. An invited entity makes a statement and is no State. */
function countOf(statementIds: readonly string[], { statements, delegations }: Counting): Count {
  const given = statementIds.flatMap((id) => statements.get(id) ?? [])
  const isState = (id: string) => delegations.get(id)?.kind !== 'entity'
  const links = given.map(
    (one): StatementLink => ({
      delegationId: one.delegationId,
      groupId: one.groupName === null ? null : one.responseId,
      roster: one.roster.filter(isState),
    }),
  )
  const alignments: Alignment[] = given.flatMap((one) =>
    one.aligned.filter(isState).map((delegationId) => ({ delegationId })),
  )
  const states = countStates(
    links.filter((link) => link.groupId !== null || isState(link.delegationId)),
    alignments,
  ).states
  return { ...countStates(links, alignments), states }
}

/** SN6 By region only those who replied by name, and those whom they carry. */
function regionsOf(
  list: LoadedList,
  groups: ReadonlyMap<string, { key: string | null; names: Translated }>,
  statementIds: string[],
  counting: Counting,
): RegionFigures[] {
  const namesOf = (region: RegionalGroup) => [...groups.values()].find(({ key }) => key === region)?.names ?? null
  const regionOf = (id: string) => counting.delegations.get(id)?.region ?? null
  const regions: (RegionalGroup | null)[] = [...REGIONAL_GROUPS, null]
  return regions.flatMap((region) => {
    const within = (ids: string[]) => ids.filter((id) => regionOf(id) === region)
    const addressed = within(list.addresseeIds).length
    const statements = new Map(
      [...counting.statements].map(([id, one]) => [
        id,
        { ...one, roster: within(one.roster), aligned: within(one.aligned) },
      ]),
    )
    const here = statementIds.filter((id) => {
      const one = counting.statements.get(id)
      return one !== undefined && (one.groupName !== null || regionOf(one.delegationId) === region)
    })
    const { states } = countOf(here, { ...counting, statements })
    return addressed + states.all === 0 ? [] : [{ region, names: region && namesOf(region), addressed, ...states }]
  })
}

function choicesOf(
  question: NumberedQuestion,
  named: NamedRow[],
  unnamed: UnnamedRow[] | null,
  counting: Counting,
): CompiledQuestion['choices'] {
  const ids = question.choices.map(({ id }) => id)
  const chose = (id: string) => named.filter(({ choice }) => choice === id).map((row) => row.submission_id)
  return {
    named: new Map(ids.map((id) => [id, countOf(chose(id), counting)])),
    unnamed:
      unnamed && tallyOfUnnamed(new Map(ids.map((id) => [id, unnamed.filter(({ choice }) => choice === id).length]))),
  }
}

/** What makes two files the same edition, whatever their language and form: everything they show, by reference. */
function identityOf(content: Content): string {
  const { list, filter, questions, statements, count, regions, releases } = content
  return digestOf({
    filter,
    list: [list.id, list.state, list.closesAt, list.closedAt, list.addresseeIds],
    statements: [...statements.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    count,
    regions,
    unnamedRespondents: content.unnamedRespondents,
    questions: questions.map(({ question, named, unnamed }) => [
      question.id,
      named.map(({ statementId }) => statementId).sort(),
      typeof unnamed === 'string' ? unnamed : (releases.get(question.id)?.number ?? 0),
    ]),
  })
}

/**
 * The line of the journal under which content like this first left the house; written if this is the first time. A file's
 * date and number come from it, so that the same edition exported twice is the same to the byte (T79).
 */
function editionOf(database: Database, caller: Caller, listId: string, identity: string): Promise<Edition> {
  const stream = streams.listStaff(listId)
  const find = (client: pg.PoolClient) =>
    client.query<{ number: number; at: Date; hash: string }>(
      `select j.at, j.hash,
         (select count(*)::int from journal k where k.stream = j.stream and k.kind = j.kind and k.seq <= j.seq) as number
       from journal j where j.stream = $1 and j.kind = 'list.compiled' and j.digest = $2 order by j.seq limit 1`,
      [stream, identity],
    )
  return transaction(database, caller, 'begin', async (_tx, client) => {
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`editions ${listId}`])
    const known = await find(client)
    if (known.rows.length === 0)
      await append(client, stream, 'list.compiled', listId, identity, caller.kind === 'person' ? caller.personId : null)
    const [edition] = known.rows.length > 0 ? known.rows : (await find(client)).rows
    if (!edition) throw new Error('an edition was written and is not there')
    return { number: edition.number, at: edition.at.toISOString(), chainHead: edition.hash }
  })
}
