import type pg from 'pg'
import { sha256 } from './journal.ts'

export type Verified = { streams: number; lines: number }
export type Broken = { broken: { stream: string; seq: number; why: Why } }
/** What is wrong with the first line that does not fit. */
export type Why =
  | 'changed'
  | 'missing'
  | 'added'
  | 'out of order'
  | 'without its stream'
  /** The line stands; the submission it vouches for is not the one in the table, or is not there. */
  | 'submission changed'
  | 'submission missing'

type Line = {
  stream: string
  seq: number
  kind: string
  subject: string
  digest: string
  at: string
  previous: string
  hash: string
}
type Head = { name: string; seq: number; hash: string }

const PAGE = 5_000

/**
 * Recomputes the chain of every stream in one snapshot, a page at a time, while the platform goes on. Names the first line
 * that was changed, removed, added or moved. The client must be able to read all of the journal: its owner, or an administrator.
 * A chain that was rewritten as a whole, heads and all, shows only against what others keep: receipts and exported files.
 */
export async function verifyJournal(client: pg.ClientBase): Promise<Verified | Broken> {
  await client.query('begin isolation level repeatable read read only')
  try {
    const heads = new Map((await headsOf(client)).map((head) => [head.name, head]))
    let lines = 0
    let chain = null as Chain | null
    for await (const line of linesIn(client)) {
      if (chain?.head.name !== line.stream) {
        const cut: Broken | null = chain && endOf(chain)
        if (cut) return cut
        const head = heads.get(line.stream)
        if (!head) return broken(line.stream, line.seq, 'without its stream')
        heads.delete(line.stream)
        chain = { head, seq: 0, hash: sha256(`stream\n${line.stream}`) }
      }
      const fault = faultOf(chain, line)
      if (fault) return fault
      chain.seq = line.seq
      chain.hash = line.hash
      lines++
    }
    const cut = chain && endOf(chain)
    if (cut) return cut
    const emptied = [...heads.values()].find((head) => head.seq > 0)
    if (emptied) return broken(emptied.name, 1, 'missing')
    return { streams: await streamsIn(client), lines }
  } finally {
    await client.query('rollback')
  }
}

/** How far a stream has been read, and where it should end. */
type Chain = { head: Head; seq: number; hash: string }

function faultOf(chain: Chain, line: Line): Broken | null {
  const expected = chain.seq + 1
  if (line.seq > expected) return broken(line.stream, expected, 'missing')
  if (line.seq < expected) return broken(line.stream, line.seq, 'added')
  if (line.seq > chain.head.seq) return broken(line.stream, line.seq, 'added')
  const intact = hashOf(line) === line.hash
  if (line.previous === chain.hash) return intact ? null : broken(line.stream, line.seq, 'changed')
  // Whole in itself but not a successor of what stands before it: lines have changed places, or the earlier one is new.
  return broken(line.stream, line.seq, intact ? 'out of order' : 'changed')
}

function endOf({ head, seq, hash }: Chain): Broken | null {
  if (seq < head.seq) return broken(head.name, seq + 1, 'missing')
  return hash === head.hash ? null : broken(head.name, seq, 'changed')
}

export const broken = (stream: string, seq: number, why: Why): Broken => ({ broken: { stream, seq, why } })

/** The canonical form of `journal_append` (migrations): the fields in order, a line each. */
const hashOf = ({ stream, seq, kind, subject, digest, at, previous }: Line) =>
  sha256([stream, seq, kind, subject, digest, at, previous].join('\n'))

async function headsOf(client: pg.ClientBase): Promise<Head[]> {
  return (await client.query<Head>('select name, seq, hash from streams')).rows
}

const streamsIn = async (client: pg.ClientBase) =>
  (await client.query<{ count: number }>('select count(*)::int as count from streams where seq > 0')).rows[0]?.count ??
  0

async function* linesIn(client: pg.ClientBase): AsyncGenerator<Line> {
  await client.query(`declare journal_lines no scroll cursor for
    select stream, seq, kind, subject, digest, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, previous, hash
    from journal order by stream collate "C", seq`)
  for (;;) {
    const { rows } = await client.query<Line>(`fetch ${PAGE} from journal_lines`)
    if (rows.length === 0) return
    yield* rows
  }
}
