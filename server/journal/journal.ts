import { createHash } from 'node:crypto'
import type { EventKind, LiveEvent, StreamName } from '@consultation/shared/live.ts'
import { canonical } from '@consultation/shared/text.ts'
import type pg from 'pg'
import { atTheEnd } from '../database/database.ts'

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

/** The same in one trip with the commit, for whoever need not know where it stands. */
export function appendLast(
  client: pg.PoolClient,
  stream: StreamName,
  kind: EventKind,
  subject: string,
  digest: string,
  personId: string | null,
): void {
  atTheEnd(client, 'select journal_append($1, $2, $3, $4, $5)', [stream, kind, subject, digest, personId])
}

/** Lines of a stream after `after`, oldest first. The caller must be allowed to read them (row-level security). */
export async function linesAfter(
  client: pg.PoolClient,
  stream: StreamName,
  after: number,
  limit: number,
): Promise<LiveEvent[]> {
  const { rows } = await client.query<{ seq: number; kind: EventKind; subject: string; at: Date }>({
    name: 'journal-after',
    text: 'select seq, kind, subject, at from journal where stream = $1 and seq > $2 order by seq limit $3',
    values: [stream, after, limit],
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
