import { randomInt } from 'node:crypto'
import { streams } from '@consultation/shared/live.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import type { Attribution } from '@consultation/shared/rules/attribution.ts'
import { couldHaveWritten, nextRelease, repliedByName, unnamedRespondents } from '@consultation/shared/rules/numbers.ts'
import type pg from 'pg'
import { transaction } from '../database/database.ts'
import { append, digestOf } from '../journal/journal.ts'
import { type LoadedList, listOf, questionsOf } from '../question-lists/loaded.ts'
import type { Parts } from '../work.ts'

export type Release = { number: number; contributionIds: string[]; at: Date }

/**
 * Draws, for every question of a closed list, the order in which its unnamed replies leave the house, where SN2 and SN3 let
 * them. Done before a file is compiled, by the member of staff who asked; what was drawn is served as it is ever after.
 */
export async function drawReleases(parts: Parts, caller: Caller, listId: string): Promise<void> {
  const drawn = await transaction(parts.database, caller, 'begin', async (tx, client, now) => {
    // Two exports at once draw one order.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`releases ${listId}`])
    const list = await listOf(tx, caller, listId, now)
    if (list.state !== 'closed' || !offersUnnamed(list)) return false
    const [standing, earlier] = [await standingOf(client, list), await releasesOf(client, listId)]
    const next = questionsOf(list).flatMap(({ id }) => {
      const here = standing.questions.get(id) ?? { named: [], unnamed: [] }
      const before = earlier.get(id)
      const authors = couldHaveWritten(standing.writers, here.named, standing.unnamed)
      const ids = nextRelease(before?.contributionIds ?? null, here.unnamed, authors)
      return ids ? [{ questionId: id, number: (before?.number ?? 0) + 1, contributionIds: shuffled(ids) }] : []
    })
    for (const { questionId, number, contributionIds } of next) {
      await client.query(
        'insert into releases (list_id, question_id, number, contribution_ids, at) values ($1, $2, $3, $4, $5)',
        [listId, questionId, number, contributionIds, now],
      )
    }
    if (next.length === 0 || caller.kind !== 'person') return false
    await append(client, streams.listStaff(listId), 'list.released', listId, digestOf(next), caller.personId)
    return true
  })
  if (drawn) parts.rooms.wake([streams.listStaff(listId)])
}

export const offersUnnamed = (list: Pick<LoadedList, 'attributionOffered'>) =>
  list.attributionOffered.includes('not_for_attribution')

function shuffled<T>(items: readonly T[]): T[] {
  const drawn = [...items]
  for (let last = drawn.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const kept = drawn[last] as T
    drawn[last] = drawn[other] as T
    drawn[other] = kept
  }
  return drawn
}

/** The newest release of each question. */
export async function releasesOf(client: pg.PoolClient, listId: string): Promise<Map<string, Release>> {
  const { rows } = await client.query<{ question_id: string; number: number; contribution_ids: string[]; at: Date }>(
    `select distinct on (question_id) question_id, number, contribution_ids, at from releases
     where list_id = $1 order by question_id, number desc`,
    [listId],
  )
  return new Map(
    rows.map((row) => [row.question_id, { number: row.number, contributionIds: row.contribution_ids, at: row.at }]),
  )
}

/** What SN5 to SN7 rest on. */
export type Standing = {
  /** Delegations that a file names as having replied, and those that stand in one figure only. */
  named: readonly string[]
  unnamed: readonly string[]
  /** Those named by an answer: a delegation named by its letter alone has written no reply. */
  writers: readonly string[]
  /**
   * By question: delegations named under it, and the replies without a name. Where those are open to the delegations, they are
   * the ones that were opened: one that came since would be what the file and the page differ by.
   */
  questions: ReadonlyMap<string, { named: string[]; unnamed: string[] }>
}

export async function standingOf(client: pg.PoolClient, list: LoadedList): Promise<Standing> {
  const { rows: replies } = await client.query<{
    id: string
    question_id: string
    attribution: Attribution
    delegation_id: string
  }>(
    `select c.id, c.question_id, c.attribution, s.delegation_id
     from contributions c join contribution_sources s on s.contribution_id = c.id
     where c.list_id = $1 and case when $2 and c.attribution <> 'attributed' then c.published else c.current end`,
    [list.id, list.audience === 'participants'],
  )
  const questions = new Map<string, { named: string[]; unnamed: string[] }>()
  for (const reply of replies) {
    const here = questions.get(reply.question_id) ?? { named: [], unnamed: [] }
    questions.set(reply.question_id, here)
    if (reply.attribution === 'attributed') here.named.push(reply.delegation_id)
    else here.unnamed.push(reply.id)
  }
  const versions = await versionsOf(client, list.id)
  const offered = list.attributionOffered.includes('attributed')
  const closings = await closingsOf(client, list.id)
  const now = respondents(
    versions.filter(({ current }) => current),
    offered,
  )
  return {
    named: now.named,
    writers: now.writers,
    unnamed: unnamedRespondents(closings.map((at) => respondents(standingAt(versions, at), offered).unnamed)),
    questions,
  }
}

type Version = {
  response_id: string
  delegation_id: string
  version: number
  submitted_at: Date
  current: boolean
  letter: boolean
  attributed: number
  unnamed: number
}

async function versionsOf(client: pg.PoolClient, listId: string): Promise<Version[]> {
  const { rows } = await client.query<Version>(
    `select sub.response_id, sub.delegation_id, sub.version, sub.submitted_at, sub.current, sub.letter_id is not null as letter,
       count(*) filter (where s.attribution = 'attributed')::int as attributed,
       count(*) filter (where s.attribution <> 'attributed')::int as unnamed
     from submissions sub left join contribution_sources s on s.submission_id = sub.id
     where sub.list_id = $1 group by sub.id order by sub.version`,
    [listId],
  )
  return rows
}

/** When the list was closed, each time: kept by the journal, also after it was opened again. */
async function closingsOf(client: pg.PoolClient, listId: string): Promise<Date[]> {
  const { rows } = await client.query<{ at: Date }>(
    `select at from journal where stream = $1 and kind = 'list.closed' order by seq`,
    [streams.listAll(listId)],
  )
  return rows.map(({ at }) => at)
}

/** The newest version of each response at a moment; versions come oldest first. */
function standingAt(versions: Version[], at: Date): Version[] {
  const newest = new Map<string, Version>()
  for (const version of versions) if (version.submitted_at <= at) newest.set(version.response_id, version)
  return [...newest.values()]
}

/** SN5 Delegations by whether they gave their name, over all they submitted for themselves and for groups. */
function respondents(
  versions: Version[],
  attributionOffered: boolean,
): { named: string[]; unnamed: string[]; writers: string[] } {
  const totals = new Map<string, { attributed: number; unnamed: number; letter: boolean }>()
  for (const version of versions) {
    const total = totals.get(version.delegation_id) ?? { attributed: 0, unnamed: 0, letter: false }
    totals.set(version.delegation_id, {
      attributed: total.attributed + version.attributed,
      unnamed: total.unnamed + version.unnamed,
      letter: total.letter || version.letter,
    })
  }
  const isNamed = (total: { attributed: number; unnamed: number; letter: boolean }) =>
    repliedByName({ ...total, attributionOffered })
  const all = [...totals]
  return {
    named: all.filter(([, total]) => isNamed(total)).map(([id]) => id),
    unnamed: all.filter(([, total]) => !isNamed(total)).map(([id]) => id),
    writers: all.filter(([, { attributed }]) => attributed > 0).map(([id]) => id),
  }
}
