import type { AnswerFilter, AnswerView } from '@consultation/shared/answers.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { STANCES } from '@consultation/shared/responses.ts'
import { type Caller, isIrt, isReader, isStaff, may } from '@consultation/shared/rules/access.ts'
import { type Attribution, type ShownAs, shownAs, withholdsTraces } from '@consultation/shared/rules/attribution.ts'
import { touchesAuthor } from '@consultation/shared/rules/numbers.ts'
import { type Block, fold, inLanguage, type Translated } from '@consultation/shared/text.ts'
import type pg from 'pg'
import type { Tx } from '../database/database.ts'
import { sha256 } from '../journal/journal.ts'
import { dayOf, rosterOn } from '../people/groups.ts'
import { type LoadedList, questionsOf } from '../question-lists/loaded.ts'
import { Refused } from '../refused.ts'

type Asked = AnswerFilter & { order: Language; cursor?: string | undefined; limit: number }
type Stance = (typeof STANCES)[number]
type List = Pick<LoadedList, 'id' | 'state' | 'audience' | 'circulatedAt' | 'sections'>

/**
 * The answers this caller may read, a page at a time: by question, groups' statements before States, in the order of the
 * language asked for, those without a name last in drawn order. Three statements beside the list: what there is, whose it is, and the page’s words.
 */
export async function answersTo(tx: Tx, client: pg.PoolClient, caller: Caller, list: List, asked: Asked) {
  // Members on the day the list went out, however the group has changed since.
  const members = asked.group ? new Set(await rosterOn(tx, asked.group, dayOf(list.circulatedAt ?? new Date()))) : null
  const found = await candidates(client, caller, list, asked, members)
  const places = inOrder(found, asked.order)
  const from = asked.cursor === undefined ? 0 : after(places, cursorIn(asked.cursor), asked.order)
  const page = places.slice(from, from + asked.limit)
  const last = page.at(-1)
  return {
    answers: await presented(client, caller, page, asked.order),
    total: places.length,
    next: last && from + page.length < places.length ? cursorAfter(last) : null,
  }
}

/** One answer's place: everything that decides whether and where it stands, and nothing that it says. */
type Candidate = {
  id: string
  number: number
  shownAs: ShownAs
  /** The name it is sorted by; of a withheld one a number drawn for it, which says nothing. */
  name: string
}
type Place = Candidate & { rank: 0 | 1 | 2 }

type SaidRow = {
  id: string
  question_id: string
  attribution: Attribution
  language: Language
  stance: Stance
  wordless: boolean
  current: boolean
  published: boolean
  opened: boolean
  delegation_id: string | null
  submission_id: string | null
}

type AuthorRow = {
  id: string
  region: string | null
  name: string
  group_id: string | null
  group_key: string | null
  group_name: Translated | null
}

// `offset 0` keeps each source a look-up by its key: the planner cannot guess what the policies let through, and would read
// the whole table once for every answer.
const SAID = `
  select c.id, c.question_id, c.attribution, c.language, c.stance, c.search_text = '' as wordless, c.current, c.published,
    coalesce(app_delegation() = any (c.open_to), false) as opened, s.delegation_id, s.submission_id
  from contributions c
  left join lateral (
    select s.delegation_id, s.submission_id from contribution_sources s where s.contribution_id = c.id offset 0) s on true
  where c.list_id = $1 and ($2::text is null or c.search_text like $2)`
// Two plans: one question is found by its index, without reading the rest of the list.
const TO_LIST = { name: 'answers-to-list', text: `${SAID} and c.current` }
const TO_QUESTION = { name: 'answers-to-question', text: `${SAID} and c.current and c.question_id = $3` }
const STANDING = {
  name: 'answers-standing',
  text: `${SAID} and not c.current and c.published and c.attribution <> 'attributed' and ($3::uuid is null or c.question_id = $3)`,
}

const AUTHORS = {
  name: 'answers-authors',
  text: `select sub.id, d.regional_group as region, coalesce(nullif(d.names ->> $2, ''), d.names ->> 'en', '') as name,
      sub.group_id, g.key as group_key, sub.group_name
    from unnest($1::uuid[]) wanted (id)
    join lateral (select * from submissions s where s.id = wanted.id offset 0) sub on true
    join delegations d on d.id = sub.delegation_id
    left join groups g on g.id = sub.group_id`,
}

async function candidates(
  client: pg.PoolClient,
  caller: Caller,
  list: List,
  asked: Asked,
  members: ReadonlySet<string> | null,
): Promise<Candidate[]> {
  const said = await saidIn(client, caller, list, asked)
  const submissionIds = [...new Set(said.map((row) => row.submission_id))].filter((id) => id !== null)
  const { rows } = await client.query<AuthorRow>({ ...AUTHORS, values: [submissionIds, asked.order] })
  const authors = new Map(rows.map((row) => [row.id, row]))
  const numbers = new Map(questionsOf(list).map(({ id, number }) => [id, number]))
  return said.flatMap((row) => {
    const author = authors.get(row.submission_id ?? '')
    const shown = shownTo(row, author, caller)
    if (!opensTo(row, shown, caller, list) || !matches(row, author, shown, asked, members)) return []
    const name = shown.kind === 'withheld' || !author ? sha256(`${list.id} ${row.id}`) : nameOf(author, asked.order)
    return [{ id: row.id, number: numbers.get(row.question_id) ?? 0, shownAs: shown, name }]
  })
}

/**
 * The newest version of each answer. Where the answers are open to all, those without a name stand as they were opened: one
 * that was replaced by a late version would else be seen to go, and with it whose extension it was (SN3).
 */
async function saidIn(client: pg.PoolClient, caller: Caller, list: List, asked: Asked): Promise<SaidRow[]> {
  const values = [list.id, likeOf(asked.text)]
  const { rows } = await client.query<SaidRow>(
    asked.question ? { ...TO_QUESTION, values: [...values, asked.question] } : { ...TO_LIST, values },
  )
  if (isReader(caller) || !isOpenToAll(list)) return rows
  const standing = await client.query<SaidRow>({ ...STANDING, values: [...values, asked.question ?? null] })
  return [...rows, ...standing.rows]
}

const isOpenToAll = (list: List) => list.state === 'closed' && list.audience === 'participants'

/** Words as the table folds them, found anywhere in the text; what LIKE reads as a sign stands for itself. */
export function likeOf(text: string | undefined): string | null {
  const words = fold(text ?? '')
  return words === '' ? null : `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

/** Of an author the database does not show, nothing is known here either. */
function shownTo(row: SaidRow, author: AuthorRow | undefined, caller: Caller): ShownAs {
  if (row.delegation_id === null || !author) return { kind: 'withheld' }
  const { group_id: groupId, group_name } = author
  const groupName = group_name && inLanguage(group_name, 'en').text
  return shownAs({ delegationId: row.delegation_id, groupId, groupName }, row.attribution, caller)
}

const saysSomething = (row: SaidRow) => !(row.wordless && row.stance === 'answered')

/** The second wall before row-level security: one's own, what a group said for one, and what a closed list opens to all. */
function opensTo(row: SaidRow, shown: ShownAs, caller: Caller, list: List): boolean {
  if (isStaff(caller)) return row.current
  const own = caller.kind === 'person' && caller.acting !== null && row.delegation_id === caller.acting.delegationId
  if (own) return row.current
  // The Review Team reads a list before its delegations do; of who asked not to be named only when no answer comes any more.
  if (isIrt(caller))
    return row.current && (shown.kind !== 'withheld' || (list.state === 'closed' && saysSomething(row)))
  const open = row.published && isOpenToAll(list)
  // SN2 Without a name only when the list is closed. SN9 Of such a reply only its words are shown: some there must be.
  if (shown.kind === 'withheld') return open && saysSomething(row)
  return row.current && (open || row.opened)
}

/** Who wrote a reply and in what language, as far as a filter can ask for it. */
type Authored = {
  delegationId: string
  region: string | null
  groupId: string | null
  groupKey: string | null
  isGroup: boolean
  language: Language
}

/**
 * Whether a named reply is one that the filter asks for. A region takes its States and the group of that region; a group
 * takes its own statement and the replies of its members, but not what a member said for another group.
 */
export function isAskedFor(reply: Authored, filter: AnswerFilter, members: ReadonlySet<string> | null): boolean {
  const regions: readonly (string | null)[] = filter.region
  return (
    (filter.delegation.length === 0 || filter.delegation.includes(reply.delegationId)) &&
    (filter.language.length === 0 || filter.language.includes(reply.language)) &&
    (regions.length === 0 || regions.includes(reply.isGroup ? reply.groupKey : reply.region)) &&
    (members === null || (reply.isGroup ? reply.groupId === filter.group : members.has(reply.delegationId)))
  )
}

/** SN8 Whoever filters by author sees the named alone. */
function matches(
  row: SaidRow,
  author: AuthorRow | undefined,
  shown: ShownAs,
  asked: Asked,
  members: ReadonlySet<string> | null,
): boolean {
  if (!touchesAuthor(asked)) return true
  if (shown.kind === 'withheld' || !author) return false
  return isAskedFor(
    {
      delegationId: shown.delegationId,
      region: author.region,
      groupId: author.group_id,
      groupKey: author.group_key,
      isGroup: shown.kind === 'group',
      language: row.language,
    },
    asked,
    members,
  )
}

const nameOf = (author: AuthorRow, order: Language) =>
  author.group_name ? inLanguage(author.group_name, order).text : author.name

const RANK = { group: 0, delegation: 1, withheld: 2 } as const
const collators = new Map<Language, Intl.Collator>()
function collatorFor(language: Language): Intl.Collator {
  const known = collators.get(language) ?? new Intl.Collator(language)
  collators.set(language, known)
  return known
}

function inOrder(found: Candidate[], order: Language): Place[] {
  const { compare } = collatorFor(order)
  // Each name is compared once with its neighbours, not once for each of its answers.
  const alphabet = new Map(
    [...new Set(found.map(({ name }) => name))].sort(compare).map((name, index) => [name, index]),
  )
  return found
    .map((one): Place => ({ ...one, rank: RANK[one.shownAs.kind] }))
    .sort(
      (a, b) =>
        a.number - b.number ||
        a.rank - b.rank ||
        (alphabet.get(a.name) ?? 0) - (alphabet.get(b.name) ?? 0) ||
        (a.id < b.id ? -1 : 1),
    )
}

type Cursor = { number: number; rank: number; name: string; id: string }

const cursorAfter = ({ number, rank, name, id }: Place) =>
  Buffer.from(JSON.stringify([number, rank, name.slice(0, 64), id])).toString('base64url')

function cursorIn(text: string): Cursor {
  try {
    const [number, rank, name, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (typeof number === 'number' && typeof rank === 'number' && typeof name === 'string' && typeof id === 'string')
      return { number, rank, name, id }
  } catch {
    // not one of ours
  }
  throw new Refused('invalid', { field: 'cursor' })
}

/** Where to go on: behind the last answer seen or, when an amended version has replaced it, where it would stand. */
function after(places: Place[], cursor: Cursor, order: Language): number {
  const seen = places.findIndex(({ id }) => id === cursor.id)
  if (seen >= 0) return seen + 1
  const { compare } = collatorFor(order)
  const next = places.findIndex(
    (one) => (one.number - cursor.number || one.rank - cursor.rank || compare(one.name.slice(0, 64), cursor.name)) > 0,
  )
  return next < 0 ? places.length : next
}

type WordsRow = {
  id: string
  question_id: string
  attribution: Attribution
  stance: Stance
  group_id: string | null
  choice: string | null
  language: Language
  blocks: Block[]
  submission_id: string | null
  version: number
  submitted_at: Date
  received_late: boolean
  group_name: Translated | null
  thread_id: string | null
  messages: number
  resolved: boolean
  last_side: 'secretariat' | 'delegation'
}

// The thread comes with it, past its own module: a page of answers is one statement.
const WORDS = {
  name: 'answers-words',
  text: `select c.id, c.question_id, c.attribution, c.stance, c.group_id, c.choice, c.language, c.blocks,
      sub.id as submission_id, sub.version, sub.submitted_at, sub.received_late, sub.group_name,
      t.id as thread_id, t.resolved_at is not null as resolved, t.last_side,
      (select count(*)::int from messages m where m.thread_id = t.id) as messages
    from contributions c
    left join lateral (
      select s.submission_id from contribution_sources s where s.contribution_id = c.id offset 0) s on true
    left join lateral (select * from submissions sub where sub.id = s.submission_id offset 0) sub on true
    left join lateral (
      select * from threads t where t.response_id = sub.response_id and t.question_id = c.question_id offset 0) t on true
    where c.id = any ($1)`,
}

async function presented(client: pg.PoolClient, caller: Caller, page: Place[], order: Language): Promise<AnswerView[]> {
  if (page.length === 0) return []
  const { rows } = await client.query<WordsRow>({ ...WORDS, values: [page.map(({ id }) => id)] })
  const words = new Map(rows.map((row) => [row.id, row]))
  return page.flatMap((place) => {
    const row = words.get(place.id)
    return row ? [presentAnswer(row, place.shownAs, caller, order)] : []
  })
}

/** The one door out for an answer. AT5: with the name go language, version and times, and what else could stand for it. */
function presentAnswer(row: WordsRow, shown: ShownAs, viewer: Caller, order: Language): AnswerView {
  const withheld = withholdsTraces(shown)
  const staff = isStaff(viewer)
  return {
    id: row.id,
    questionId: row.question_id,
    shownAs:
      shown.kind === 'group' && row.group_name
        ? { ...shown, groupName: inLanguage(row.group_name, order).text }
        : shown,
    attribution: row.attribution,
    stance: row.stance,
    groupId: withheld ? null : row.group_id,
    choice: withheld ? null : row.choice,
    blocks: row.blocks,
    language: withheld ? null : row.language,
    version: withheld ? null : row.version,
    submittedAt: withheld ? null : row.submitted_at.toISOString(),
    submissionId: withheld ? null : row.submission_id,
    receivedLate: withheld ? null : row.received_late,
    thread:
      row.thread_id === null || withheld
        ? null
        : {
            id: row.thread_id,
            messages: row.messages,
            resolved: row.resolved,
            waitsForUs: !row.resolved && row.last_side === (staff ? 'delegation' : 'secretariat'),
          },
    may: { openThread: may(viewer, 'thread.open') },
  }
}
