import type { EventKind, StreamName } from '@consultation/shared/live.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import type { FastifyBaseLogger } from 'fastify'
import type pg from 'pg'
import type { Config } from './config.ts'
import {
  type Asking,
  atTheEnd,
  changingAtOnce,
  type Database,
  type First,
  isUniqueViolation,
  NotAsKnown,
  patiently,
  type Statement,
  type Tx,
  transaction,
} from './database/database.ts'
import { append, appendLast, digestOf, type Entry, type OnlyIf, sha256 } from './journal/journal.ts'
import { Refused } from './refused.ts'
import type { Rooms } from './rooms/rooms.ts'

/** What the application is built from; handed in, so that tests hand in theirs. */
export type Parts = {
  config: Config
  database: Database
  rooms: Rooms
  log: FastifyBaseLogger
}

export type Work = {
  config: Config
  tx: Tx
  /** For the few statements drizzle cannot say, always with parameters. */
  client: pg.PoolClient
  caller: Caller
  /** The database's clock, once for the whole transaction. */
  now: Date
  /** Writes one line into the journal. Streams are locked in the order written: own delegation first, then the list's. */
  write(stream: StreamName, kind: EventKind, subject: string, content?: unknown): Promise<void>
  /** Writes one line at once and says where it stands, for a receipt. Its stream is locked until the end. */
  place(stream: StreamName, kind: EventKind, subject: string, content: unknown): Promise<Entry>
  /** Asks for something to be done after this, at a time of its own. */
  later(kind: string, subject: string, runAt?: Date): Promise<void>
}

/** A command's key and what was sent under it. */
export type Command = { id: string; digest: string }

/**
 * Check, decide, change, write the journal: one transaction, one moment. Rooms wake after commit.
 * With a command, a repetition gets the first answer; the key with other content is refused (key_reused).
 * `first` is a statement that needs nothing to be known before: its rows are there when the action begins.
 */
export async function work<T>(
  parts: Parts,
  caller: Asking,
  action: (work: Work, rows: readonly unknown[]) => Promise<T>,
  command?: Command,
  first?: First,
): Promise<T> {
  const touched = new Set<StreamName>()
  try {
    const result = await patiently(() => {
      touched.clear()
      const within = async (tx: Tx, client: pg.PoolClient, now: Date, rows: readonly unknown[]) => {
        const result = await action(workIn(parts.config, tx, client, caller, now, touched), rows)
        if (touched.size === 0) throw new Error('work finished without an event')
        if (command) remember(client, caller, command, result)
        return result
      }
      return transaction(parts.database, caller, 'begin', within, first)
    })
    parts.rooms.wake(touched)
    return result
  } catch (error) {
    // Done before (the key is taken), or refused because it was done before: the answer is the first one.
    if (command && (isUniqueViolation(error) || error instanceof Refused)) {
      const earlier = await answered<T>(parts.database, caller, command)
      // Perhaps it was this very attempt, and only the word of it got lost.
      if (earlier) parts.rooms.wake(touched)
      if (earlier) return earlier.reply
    }
    throw error
  }
}

type Line = {
  stream: StreamName
  kind: EventKind
  subject: string
  content?: unknown
  /** Only if this function of ours says so of that value, when all else is done. */
  onlyIf?: OnlyIf
}

/** A change that was judged beforehand by what is remembered. */
export type AtOnce = {
  /** What it takes its turn by. */
  turns?: readonly string[]
  /** Makes the change, and confirms what was remembered. */
  statement: Statement
  lines: readonly Line[]
}

/**
 * A change that was judged beforehand, with its lines in the journal and the answer under its command: one trip. Undefined, with
 * nothing done, where what was remembered no longer holds, or the command was done before: `work` says then what is to be said.
 */
export async function workAtOnce<Row extends object>(
  parts: Parts,
  caller: Caller,
  { turns = [], statement, lines }: AtOnce,
  answered?: { command: Command; reply: unknown },
): Promise<{ rows: Row[]; now: Date } | undefined> {
  const digests = new Map<unknown, string>()
  const digest = (content: unknown) => {
    const known = digests.get(content) ?? digestOf(content)
    digests.set(content, known)
    return known
  }
  const closing = (client: pg.PoolClient) => {
    for (const { stream, kind, subject, content = { subject }, onlyIf } of lines)
      appendLast(client, stream, kind, subject, digest(content), personOf(caller), onlyIf)
    if (answered) remember(client, caller, answered.command, answered.reply)
  }
  try {
    const done = await patiently(() =>
      changingAtOnce<Row>(parts.database, { asking: caller, turns, statement, closing }),
    )
    parts.rooms.wake(new Set(lines.map(({ stream }) => stream)))
    return done
  } catch (error) {
    if (error instanceof NotAsKnown || (answered && isUniqueViolation(error))) return undefined
    throw error
  }
}

function workIn(
  config: Config,
  tx: Tx,
  client: pg.PoolClient,
  asking: Asking,
  now: Date,
  touched: Set<StreamName>,
): Work {
  const caller: Caller = asking === 'system' ? { kind: 'nobody' } : asking
  const personId = caller.kind === 'person' ? caller.personId : null
  return {
    config,
    tx,
    client,
    caller,
    now,
    async write(stream, kind, subject, content = { subject }) {
      touched.add(stream)
      appendLast(client, stream, kind, subject, digestOf(content), personId)
    },
    async place(stream, kind, subject, content) {
      touched.add(stream)
      return append(client, stream, kind, subject, digestOf(content), personId)
    },
    async later(kind, subject, runAt = now) {
      atTheEnd(client, 'insert into jobs (kind, subject, run_at) values ($1, $2, $3)', [kind, subject, runAt])
    },
  }
}

const personOf = (asking: Asking) => (asking !== 'system' && asking.kind === 'person' ? asking.personId : null)

/** The same words sent for another delegation are another command. */
function digestFor(asking: Asking, command: Command): string {
  const acting = asking !== 'system' && asking.kind === 'person' ? asking.acting : null
  return sha256(`${command.digest}\n${acting?.delegationId ?? ''}`)
}

function remember(client: pg.PoolClient, caller: Asking, command: Command, reply: unknown): void {
  atTheEnd(client, 'insert into commands (person_id, command_id, digest, reply) values ($1, $2, $3, $4)', [
    personOf(caller),
    command.id,
    digestFor(caller, command),
    JSON.stringify(reply),
  ])
}

async function answered<T>(database: Database, caller: Asking, command: Command): Promise<{ reply: T } | undefined> {
  const found = await transaction(database, caller, 'begin read only', (_tx, client) =>
    client.query<{ digest: string; reply: string }>(
      'select digest, reply from commands where person_id = $1 and command_id = $2',
      [personOf(caller), command.id],
    ),
  )
  const [row] = found.rows
  if (!row) return undefined
  if (row.digest !== digestFor(caller, command)) throw new Refused('key_reused', { field: 'commandId' })
  return { reply: JSON.parse(row.reply) }
}
