import { streams } from '@consultation/shared/live.ts'
import type pg from 'pg'
import { digestOf } from '../journal/journal.ts'
import { type Broken, broken } from '../journal/verify.ts'
import { journalled } from './submission.ts'

type Row = {
  line: string | null
  seq: number | null
  stream: string | null
  id: string | null
  list_id: string
  delegation_id: string
  reference: string
  version: number
  digest: string
  roster: string[]
  received_late: boolean
  submitted_at: Date
  signatory_name: string
  signatory_title: string | null
}

const PAGE = 1_000

/**
 * Whether every submission is the one the journal vouches for, and every one it vouches for is there: beside the chain, which
 * knows only its own lines. Reads as the journal's owner, in one snapshot.
 */
export async function verifySubmissions(client: pg.ClientBase): Promise<Broken | null> {
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query(`declare submitted no scroll cursor for
      select j.digest as line, j.seq, j.stream, s.*
      from (select * from journal where kind = 'response.submitted') j full join submissions s on j.subject = s.id::text
      order by j.stream collate "C", j.seq`)
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${PAGE} from submitted`)
      if (rows.length === 0) break
      for (const row of rows) {
        const fault = faultOf(row)
        if (fault) return fault
      }
    }
    return null
  } finally {
    await client.query('rollback')
  }
}

function faultOf(row: Row): Broken | null {
  if (row.id === null) return broken(row.stream ?? '', row.seq ?? 0, 'submission missing')
  if (row.line === null) return broken(streams.delegation(row.delegation_id), 0, 'submission changed')
  const digest = digestOf(
    journalled({
      reference: row.reference,
      version: row.version,
      digest: row.digest,
      roster: row.roster,
      receivedLate: row.received_late,
      submittedAt: row.submitted_at,
      signatoryName: row.signatory_name,
      signatoryTitle: row.signatory_title,
    }),
  )
  return digest === row.line ? null : broken(row.stream ?? '', row.seq ?? 0, 'submission changed')
}
