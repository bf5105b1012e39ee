import { createHash } from 'node:crypto'
import type { EventKind, LiveEvent, StreamName } from '@consultation/shared/live.ts'
import { canonical } from '@consultation/shared/text.ts'
import type pg from 'pg'
import { arrayOf, atTheEnd, type Database, looking, type Statement } from '../database/database.ts'

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
/** Over the canonical form: `jsonb` gives its keys back in another order. */
export const digestOf = (value: unknown): string => sha256(canonical(value))

export type Entry = { stream: StreamName; seq: number; hash: string }

const APPEND = { name: 'journal-append', text: 'select seq, hash from journal_append($1, $2, $3, $4, $5)' }

/** Writes one line; takes `seq` under the stream's row lock, so it comes last in a transaction. */
export async function append(
  client: pg.PoolClient,
  stream: StreamName,
  kind: EventKind,
  subject: string,
  digest: string,
  personId: string | null,
): Promise<Entry> {
  const { rows } = await client.query<{ seq: number; hash: string }>({
    ...APPEND,
    values: [stream, kind, subject, digest, personId],
  })
  return { stream, ...rows[0]! }
}

/** A function of ours that says whether there is something to tell of this value. */
export type OnlyIf = { says: 'count_silent'; of: string }

/** The same in one trip with the commit, for whoever need not know where it stands. */
export function appendLast(
  client: pg.PoolClient,
  stream: StreamName,
  kind: EventKind,
  subject: string,
  digest: string,
  personId: string | null,
  onlyIf?: OnlyIf,
): void {
  const line = [stream, kind, subject, digest, personId]
  if (!onlyIf) return atTheEnd(client, 'select journal_append($1, $2, $3, $4, $5)', line)
  const asked = `with asked as materialized (select ${onlyIf.says}($6) as said)`
  atTheEnd(client, `${asked} select journal_append($1, $2, $3, $4, $5) from asked where said`, [...line, onlyIf.of])
}

/** Streams, and in the same order how far each was told: as PostgreSQL takes them, for they are sent again and again. */
export type Told = { names: string; seqs: string }
export const toldOf = (streams: ReadonlyMap<StreamName, number>): Told => ({
  names: arrayOf([...streams.keys()]),
  seqs: arrayOf([...streams.values()].map(String)),
})

const NEWS = {
  name: 'news-of-streams',
  // In one column of one row, with times as they are told.
  text: `select to_json(o) as found from (select
    array(select json_build_array(asked.nth, line.seq, line.kind, line.subject, line.at)
      from unnest($1::text[], $2::integer[]) with ordinality as asked (name, after, nth), lateral (
        select j.seq, j.kind, j.subject, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
          from journal j where j.stream = asked.name and j.seq > asked.after order by j.seq limit $3) line
      order by asked.nth, line.seq) as lines,
    array(select s.name from unnest($4::text[], $5::integer[]) as told (name, seq)
      join streams s on s.name = told.name and s.seq > told.seq) as behind) o`,
}
/** What `newsOf` finds. */
export type News = {
  found: { lines: [nth: number, seq: number, EventKind, subject: string, at: string][]; behind: StreamName[] }
}

/**
 * The next lines of these streams, and those of other streams in which there is more than was told: all as of one moment. Of
 * hundreds hardly one is behind, and those that are not are not sent back.
 */
export function newsOf(asked: readonly { stream: StreamName; after: number }[], limit: number, told: Told): Statement {
  const names = asked.map(({ stream }) => stream)
  const after = asked.map(({ after }) => String(after))
  return { ...NEWS, values: [names, after, limit, told.names, told.seqs] }
}

/** The same for each that was asked for, in that order. */
export function linesFor(asked: readonly unknown[], { found }: News): LiveEvent[][] {
  const lines = asked.map((): LiveEvent[] => [])
  for (const [nth, seq, kind, subject, at] of found.lines) lines[nth - 1]!.push({ seq, kind, subject, at })
  return lines
}

/** Of these streams those in which there is more than was told. */
export async function behind(database: Database, told: Told): Promise<StreamName[]> {
  const { rows } = await looking<{ name: StreamName }>(database, 'system', {
    name: 'streams-behind',
    text: `select s.name from unnest($1::text[], $2::integer[]) as told (name, seq)
      join streams s on s.name = told.name and s.seq > told.seq`,
    values: [told.names, told.seqs],
  })
  return rows.map(({ name }) => name)
}
