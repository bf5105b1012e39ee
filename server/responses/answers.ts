import type { AnswerFilter, AnswerView } from '@consultation/shared/answers.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { STANCES } from '@consultation/shared/responses.ts'
import { type Caller, isStaff, may } from '@consultation/shared/rules/access.ts'
import {
  type Attribution,
  type Author,
  type ShownAs,
  shownAs,
  withholdsTraces,
} from '@consultation/shared/rules/attribution.ts'
import { touchesAuthor } from '@consultation/shared/rules/numbers.ts'
import { type Block, fold, inLanguage, type Translated } from '@consultation/shared/text.ts'
import type pg from 'pg'
import type { Tx } from '../database/database.ts'
import { sha256 } from '../journal/journal.ts'
import { dayOf, rosterOn } from '../people/groups.ts'
import type { LoadedList } from '../question-lists/loaded.ts'
import { Refused } from '../refused.ts'

type Asked = AnswerFilter & { order: Language; cursor?: string | undefined; limit: number }
type Stance = (typeof STANCES)[number]
type List = Pick<LoadedList, 'id' | 'state' | 'audience' | 'circulatedAt'>

/**
 * The answers this caller may read, a page at a time: by question, groups' statements before States, in the order of the
 * language asked for, those without a name last in drawn order. Two statements beside the list: who, then the page's words.
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

type CandidateRow = {
  id: string
  number: number
  attribution: Attribution
  language: Language
  stance: Stance
  wordless: boolean
  published: boolean
  opened: boolean
  delegation_id: string | null
  region: string | null
  name: string | null
  submission_id: string | null
  group_id: string | null
  group_key: string | null
  group_name: Translated | null
}

const CANDIDATES = `
  select c.id, q.number, c.attribution, c.language, c.stance, c.search_text = '' as wordless, c.published,
    coalesce(app_delegation() = any (c.open_to), false) as opened,
    s.delegation_id, d.regional_group as region, coalesce(nullif(d.names ->> $2, ''), d.names ->> 'en') as name,
    sub.id as submission_id, sub.group_id, sub.group_name, g.key as group_key
  from contributions c
  join questions q on q.id = c.question_id
  left join contribution_sources s on s.contribution_id = c.id
  left join submissions sub on sub.id = s.submission_id
  left join delegations d on d.id = s.delegation_id
  left join groups g on g.id = sub.group_id
  where c.list_id = $1 and c.current and ($3::text is null or c.search_text like $3)`
// Two plans: one question is found by its index, without reading the rest of the list.
const TO_LIST = { name: 'answers-to-list', text: CANDIDATES }
const TO_QUESTION = { name: 'answers-to-question', text: `${CANDIDATES} and c.question_id = $4` }

async function candidates(
  client: pg.PoolClient,
  caller: Caller,
  list: List,
  asked: Asked,
  members: ReadonlySet<string> | null,
): Promise<Candidate[]> {
  const values = [list.id, asked.order, likeOf(asked.text)]
  const { rows } = await client.query<CandidateRow>(
    asked.question ? { ...TO_QUESTION, values: [...values, asked.question] } : { ...TO_LIST, values },
  )
  return rows.flatMap((row) => {
    const shown = shownTo(row, caller)
    if (!opensTo(row, shown, caller, list) || !matches(row, shown, asked, members)) return []
    const name = shown.kind === 'withheld' ? sha256(`${list.id} ${row.id}`) : nameOf(row, asked.order)
    return [{ id: row.id, number: row.number, shownAs: shown, name }]
  })
}

/** Words as the table folds them, found anywhere in the text; what LIKE reads as a sign stands for itself. */
export function likeOf(text: string | undefined): string | null {
  const words = fold(text ?? '')
  return words === '' ? null : `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

/** Of an author the database does not show, nothing is known here either. */
function shownTo(
  row: Pick<CandidateRow, 'delegation_id' | 'submission_id' | 'group_id' | 'group_name' | 'attribution'>,
  caller: Caller,
): ShownAs {
  if (row.delegation_id === null || row.submission_id === null) return { kind: 'withheld' }
  const author: Author = {
    delegationId: row.delegation_id,
    groupId: row.group_id,
    groupName: row.group_name && inLanguage(row.group_name, 'en').text,
  }
  return shownAs(author, row.attribution, caller)
}

/** The second wall before row-level security: one's own, what a group said for one, and what a closed list opens to all. */
function opensTo(row: CandidateRow, shown: ShownAs, caller: Caller, list: List): boolean {
  if (isStaff(caller)) return true
  const own = caller.kind === 'person' && caller.acting !== null && row.delegation_id === caller.acting.delegationId
  if (own) return true
  const closed = row.published && list.state === 'closed' && list.audience === 'participants'
  // SN2 Without a name only when the list is closed. SN9 Of such a reply only its words are shown: some there must be.
  if (shown.kind === 'withheld') return closed && !(row.wordless && row.stance === 'answered')
  return closed || row.opened
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
function matches(row: CandidateRow, shown: ShownAs, asked: Asked, members: ReadonlySet<string> | null): boolean {
  if (!touchesAuthor(asked)) return true
  if (shown.kind === 'withheld') return false
  return isAskedFor(
    {
      delegationId: shown.delegationId,
      region: row.region,
      groupId: row.group_id,
      groupKey: row.group_key,
      isGroup: shown.kind === 'group',
      language: row.language,
    },
    asked,
    members,
  )
}

const nameOf = (row: CandidateRow, order: Language) =>
  (row.group_name ? inLanguage(row.group_name, order).text : row.name) ?? ''

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
    left join contribution_sources s on s.contribution_id = c.id
    left join submissions sub on sub.id = s.submission_id
    left join threads t on t.response_id = sub.response_id and t.question_id = c.question_id
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
