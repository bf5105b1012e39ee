import type { Caller } from '@consultation/shared/rules/access.ts'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { Refused } from '../refused.ts'
import { Outdated, type Standing, standingOf } from './standing.ts'

/** The drizzle handle of a transaction; its client is for the few statements drizzle cannot say, always with parameters. */
export type Tx = NodePgDatabase & { readonly $client: pg.PoolClient }
export type Database = { pool: pg.Pool; close(): Promise<void> }

/** Who asks, as PostgreSQL is told: a caller, or the platform on its own account (which sees no draft). */
export type Asking = Caller | 'system'

export function openDatabase(appUrl: string, connections: number): Database {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: connections,
    // What is sent without waiting for the answer before it is answered in order.
    pipeline: true,
    // A statement that runs longer is a fault of ours; it must not hold a connection.
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 15_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'consultation',
  })
  pool.on('error', () => {}) // an idle connection that breaks is replaced; whoever needs one next is told
  // One that breaks while it is lent out fails its query; unheard, the event beside it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  let closing: Promise<void> | undefined
  return {
    pool,
    close() {
      closing ??= pool.end()
      return closing
    },
  }
}

// Building a drizzle handle costs more than many a query: one per connection.
const handles = new WeakMap<pg.PoolClient, Tx>()
function handleOf(client: pg.PoolClient): Tx {
  const known = handles.get(client)
  if (known) return known
  const made: Tx = drizzle(client, { casing: 'snake_case' })
  handles.set(client, made)
  return made
}

/**
 * Begins, and tells PostgreSQL who asks, in one trip: half of what a small transaction costs is trips. A trip of several
 * statements takes no parameters; what stands in it is ids and roles, escaped like any literal.
 */
const opening = (mode: Mode, asking: Asking, more = ''): string[] => [mode, coming(asking, more)]

/** Each connection would plan a statement five times for its values before it kept a plan, and to plan one costs as much as ten of it. */
const PLANNED_ONCE = "set_config('plan_cache_mode', 'force_generic_plan', true)"

function coming(asking: Asking, more = ''): string {
  const [person, delegation, office] = whoAsks(asking).map(literal)
  const standing = standingBehind(asking)
  if (!standing)
    return `select set_config('app.person', ${person}, true), set_config('app.delegation', ${delegation}, true),
      set_config('app.office', ${office}, true), now() as now${more}`
  const [signIn, rights] = [standing.signInId, standing.rights].map(literal)
  return `select come_in(${signIn}, ${person}, ${delegation}, ${office}, ${rights}, ${standing.hours}) as now${more}`
}

/** The same for one who reads after another in a transaction; no row comes back. */
function becoming(asking: Asking): string {
  const [person, delegation, office] = whoAsks(asking).map(literal)
  return `select from set_config('app.person', ${person}, true) p, set_config('app.delegation', ${delegation}, true) d,
    set_config('app.office', ${office}, true) o`
}

const standingBehind = (asking: Asking): Standing | undefined => (asking === 'system' ? undefined : standingOf(asking))

/** The driver gives a trip of several statements back as a list, which its types do not say. */
function tripOf(results: unknown): pg.QueryResult[] {
  return Array.isArray(results) ? results : [results as pg.QueryResult]
}

function whoAsks(asking: Asking): [string, string, string] {
  if (asking === 'system') return ['', '', 'system']
  if (asking.kind === 'screen') return ['', '', `screen:${asking.sessionId}`]
  if (asking.kind === 'nobody') return ['', '', '']
  return [asking.personId, asking.acting?.delegationId ?? '', asking.office.join(',')]
}

type Mode = 'begin' | 'begin read only' | 'begin isolation level repeatable read read only'

// What is left for the end of the transaction under way on a connection.
const endings = new WeakMap<pg.PoolClient, string[]>()

/**
 * Does this last, in one trip with the commit: short, and what it locks is locked no longer than it must be.
 * The statement returns nothing to anybody; its values are escaped here.
 */
export function atTheEnd(client: pg.PoolClient, statement: string, values: readonly Value[]): void {
  const written = statement.replace(/\$(\d)/g, (_, number: string) => literal(values[Number(number) - 1] ?? null))
  endings.set(client, [...(endings.get(client) ?? []), written])
}

/** Changes the row of this id last, where nothing is to be known of it. Its table and what is set are ours, never what somebody sent. */
export function changeLast<T extends PgTable>(
  client: pg.PoolClient,
  table: T,
  id: string,
  set: { [Name in keyof T['$inferInsert']]?: Extract<T['$inferInsert'][Name], Value> },
): void {
  const changes = Object.entries<Value>(set as Record<string, Value>)
  const written = changes.map(([name, value]) => `${toSnakeCase(name)} = ${literal(value)}`).join(', ')
  atTheEnd(client, `update ${getTableName(table)} set ${written} where id = $1`, [id])
}

type Value = string | number | boolean | Date | null | readonly string[]

/** Escaped here; PostgreSQL takes each for what its place asks for. */
function literal(value: Value): string {
  if (value === null) return 'null'
  const text = value instanceof Date ? value.toISOString() : isList(value) ? arrayOf(value) : String(value)
  // It would end the message in the middle.
  if (text.includes('\0')) throw new Refused('invalid')
  // As the driver does it, which takes a long text letter by letter and leaves as many strings behind.
  const quoted = `'${text.replaceAll("'", "''")}'`
  return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted
}

const isList = (value: Value): value is readonly string[] => Array.isArray(value)
/** An array as PostgreSQL reads one. */
export const arrayOf = (words: readonly string[]): string =>
  `{${words.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

/** A statement that each connection prepares once; after that its name and values travel with what is around it. */
export type Statement = { name: string; text: string; values: readonly Value[] }

// By a name of their own: the driver knows nothing of these.
const prepared = new WeakMap<pg.PoolClient, Set<string>>()

/** One after the other in one message. Those sent before the statement take no parameters. */
type Part = { before: readonly string[]; statement?: Statement | undefined; after?: readonly string[] }

/** Sends the parts as one message, whose answers come back in one. */
async function inOneMessage(client: pg.PoolClient, parts: readonly Part[]): Promise<pg.QueryResult[]> {
  const known = prepared.get(client) ?? new Set()
  prepared.set(client, known)
  const unknown = new Map<string, string>()
  const message: string[] = []
  for (const { before, statement, after = [] } of parts) {
    message.push(...before)
    if (statement) {
      const name = pg.escapeIdentifier(`${statement.name} in one`)
      if (!known.has(name)) unknown.set(name, statement.text)
      message.push(`execute ${name}(${statement.values.map(literal).join(', ')})`)
    }
    message.push(...after)
  }
  const sent = inOnePacket(client, () =>
    Promise.all([
      ...[...unknown].map(([name, text]) => client.query(`prepare ${name} as ${text}`).then(() => known.add(name))),
      client.query(message.join('; ')),
    ]),
  )
  return tripOf((await sent).at(-1))
}

/** What was left for the end, which is then nobody's any more. */
function endingsOf(client: pg.PoolClient): string[] {
  const last = endings.get(client) ?? []
  endings.delete(client)
  return last
}

/** What a transaction reads as it opens, when it is its turn by these names. */
export type First = Statement & { turns?: readonly string[] }

// What was read as the transaction under way on a connection opened.
const foreseen = new WeakMap<pg.PoolClient, { first: First; rows: unknown[] }>()

/** What was read as the transaction opened, for the first who asks for just that; else read now. */
export async function found<Row extends object>({ $client: client }: Tx, first: First): Promise<Row[]> {
  const known = foreseen.get(client)
  foreseen.delete(client)
  const isThat = known?.first.name === first.name && known.first.values.every((value, at) => value === first.values[at])
  if (known && isThat) return known.rows as Row[]
  const { name, text, values, turns = [] } = first
  // Sent together and done one after the other: what is read is read when it is its turn.
  const [{ rows }] = await inOnePacket(client, () => {
    const waiting = turns.map((turn) => inTurn({ client }, turn))
    return Promise.all([client.query<Row>({ name, text, values: [...values] }), ...waiting])
  })
  return rows
}

/**
 * One transaction in which PostgreSQL knows who asks; the time is the database's. `first` travels with the opening: its rows
 * are there when the action begins, and for who asks for them (`found`). Throws Outdated where the caller's sign-in or rights have changed. Refuses: unavailable, busy.
 */
export function transaction<T>(
  database: Database,
  asking: Asking,
  mode: Mode,
  action: (tx: Tx, client: pg.PoolClient, now: Date, rows: readonly unknown[]) => Promise<T>,
  first?: First,
): Promise<T> {
  return connected(database, async (client) => {
    const before = [...opening(mode, asking), ...turnsOf(first?.turns)]
    const results = await inOneMessage(client, [{ before, statement: first }])
    const rows = (first && results[before.length]?.rows) ?? []
    if (first) foreseen.set(client, { first, rows })
    const result = await action(handleOf(client), client, cameAt(results[1], asking), rows)
    mustBeCommitted(tripOf(await client.query([...endingsOf(client), 'commit'].join('; '))))
    return result
  })
}

/** For what asks many statements by ids: they are planned once too. Goes ahead of what is asked beside it. */
export async function planOnce(tx: Tx): Promise<void> {
  await tx.$client.query({ name: 'plan-once', text: `select ${PLANNED_ONCE}` })
}

/** A table's columns for a statement written by hand, whose rows are then as those the table describes. */
export const columnsOf = (table: PgTable): string =>
  Object.keys(getTableColumns(table))
    .map((name) => `${toSnakeCase(name)} as "${name}"`)
    .join(', ')

/** A row of a table that came as JSON, as the table describes it. */
export function rowOf<T extends PgTable>(table: T, json: object): T['$inferSelect'] {
  const row: Record<string, unknown> = { ...json }
  for (const name of timesIn(table)) if (typeof row[name] === 'string') row[name] = new Date(row[name])
  return row
}
const times = new WeakMap<PgTable, string[]>()
function timesIn(table: PgTable): string[] {
  const known = times.get(table)
  if (known) return known
  const found = Object.entries(getTableColumns(table)).flatMap(([name, { dataType }]) =>
    dataType === 'date' ? name : [],
  )
  times.set(table, found)
  return found
}

type Said<Row> = { rows: Row[]; now: Date }

/** Reads what one statement says, in one trip. Throws and refuses as above. */
export const looking = <Row extends object>(
  database: Database,
  asking: Asking,
  statement: Statement,
): Promise<Said<Row>> =>
  connected(database, async (client) => {
    const results = await inOneMessage(client, [
      { before: opening('begin read only', asking, `, ${PLANNED_ONCE}`), statement, after: ['commit'] },
    ])
    mustBeCommitted(results)
    return { rows: results[2]?.rows ?? [], now: cameAt(results[1], asking) }
  })

/** What is read first, and as whom. */
export type Look = { asking: Asking; statement: Statement }

/**
 * Reads for several, each as who they are and all as of one moment. What each reads first comes in one trip; who needs more goes
 * on `as` who they are. The platform's own readers alone: nobody's sign-in is confirmed. Throws and refuses as above.
 */
export function lookingFor<T>(
  database: Database,
  looks: readonly Look[],
  action: (rows: readonly (readonly object[])[], as: (asking: Asking) => Tx) => Promise<T>,
): Promise<T> {
  return connected(database, async (client) => {
    const parts = looks.map(({ asking, statement }) => ({ before: [becoming(asking)], statement }))
    const begin = [
      'begin isolation level repeatable read read only',
      "set local plan_cache_mode = 'force_generic_plan'",
    ]
    const results = await inOneMessage(client, [{ before: begin }, ...parts])
    let now = looks.at(-1)?.asking
    const as = (asking: Asking) => {
      // What follows fails with it.
      if (asking !== now) void client.query(becoming(asking)).catch(() => {})
      now = asking
      return handleOf(client)
    }
    const result = await action(
      looks.map((_, at) => results[begin.length + 2 * at + 1]?.rows ?? []),
      as,
    )
    mustBeCommitted(tripOf(await client.query('commit')))
    return result
  })
}

/** A change about which everything is known beforehand. */
export type Change = {
  asking: Asking
  /** It is made when it is its turn by these names. */
  turns: readonly string[]
  /** Makes it, and confirms what was known (`as_known`). */
  statement: Statement
  /** Asks for what comes at the end. */
  closing(client: pg.PoolClient): void
}

/**
 * Changes something in one trip. What waits for the same turn meanwhile goes together, in one transaction: they would come one
 * after the other anyway, each with a commit of its own. Throws NotAsKnown, with nothing done, and as above.
 */
export async function changingAtOnce<Row extends object>(database: Database, change: Change): Promise<Said<Row>> {
  const [name] = change.turns
  const said = name === undefined ? (await changed(database, [change]))[0] : await gathered(database, name, change)
  return said as Said<Row>
}

/** In one message, so that nobody else holds the turn for long. */
const TOGETHER_MAX = 16

type Waiting = { change: Change; done(said: Said<object>): void; failed(error: unknown): void }
// By database and turn; there is a queue while something is under way.
const queues = new WeakMap<Database, Map<string, Waiting[]>>()

function gathered(database: Database, name: string, change: Change): Promise<Said<object>> {
  const waiting = queues.get(database) ?? new Map<string, Waiting[]>()
  queues.set(database, waiting)
  return new Promise((done, failed) => {
    const one = { change, done, failed }
    const queue = waiting.get(name)
    if (queue) queue.push(one)
    else void inOrder(database, waiting, name, one)
  })
}

async function inOrder(database: Database, queues: Map<string, Waiting[]>, name: string, first: Waiting) {
  const queue = [first]
  queues.set(name, queue)
  while (queue.length > 0) await together(database, queue.splice(0, TOGETHER_MAX))
  queues.delete(name)
}

/** Each for itself where one of them cannot be done: the others know nothing of it. */
async function together(database: Database, all: Waiting[]): Promise<void> {
  const said =
    all.length > 1 &&
    (await changed(
      database,
      all.map(({ change }) => change),
    ).catch(() => undefined))
  if (said) return all.forEach(({ done }, at) => done(said[at]!))
  for (const { change, done, failed } of all) await changed(database, [change]).then(([one]) => done(one!), failed)
}

function changed(database: Database, changes: readonly Change[]): Promise<Said<object>[]> {
  return connected(database, async (client) => {
    const parts = changes.map(({ asking, turns, statement, closing }): Part => {
      closing(client)
      // A statement sees what was there when it began: the turn is waited for in one before it.
      const before = [coming(asking), ...turnsOf(turns)]
      return { before, statement, after: endingsOf(client) }
    })
    const results = await inOneMessage(client, [{ before: ['begin'] }, ...parts, { before: ['commit'] }])
    mustBeCommitted(results)
    let at = 1
    return changes.map(({ asking, turns }, index) => {
      const said = { rows: results[at + turns.length + 1]?.rows ?? [], now: cameAt(results[at], asking) }
      at += turns.length + 2 + (parts[index]?.after?.length ?? 0)
      return said
    })
  })
}

const turnsOf = (names: readonly string[] = []) => names.map((name) => `select ${turn(literal(name))}`)
const turn = (name: string) => `pg_advisory_xact_lock(hashtextextended(${name}, 7))`

/** One after the other for whatever bears this name, until the transaction ends: a delegation holds no lock on rows it may not change. */
export async function inTurn({ client }: { client: pg.PoolClient }, name: string): Promise<void> {
  await client.query({ name: 'in-turn', text: `select ${turn('$1')}`, values: [name] })
}

/** What a change rested on is no longer so, and nothing was done. Never told to anybody. */
export class NotAsKnown extends Error {}

async function connected<T>(database: Database, use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect().catch((error: unknown) => {
    throw plainly(error)
  })
  let broken: Error | undefined
  try {
    return await use(client)
  } catch (error) {
    endings.delete(client)
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw plainly(error)
  } finally {
    foreseen.delete(client)
    client.release(broken)
  }
}

function cameAt(came: pg.QueryResult | undefined, asking: Asking): Date {
  const standing = standingBehind(asking)
  if (standing) standing.confirmed = true
  return came?.rows[0].now
}

/** To commit what has failed is to roll it back, and PostgreSQL does not call that an error. */
function mustBeCommitted(ended: readonly pg.QueryResult[]): void {
  if (ended.at(-1)?.command !== 'COMMIT') throw new Error('a failed statement was passed over in a transaction')
}

/** What is asked in there, up to where an answer is first waited for, goes as one packet: each of its own costs as much as what it asks. */
export function inOnePacket<T>(client: pg.PoolClient, send: () => T): T {
  const { stream } = client.connection
  stream.cork()
  try {
    return send()
  } finally {
    stream.uncork()
  }
}

/** Reads of one moment. */
export function reading<T>(database: Database, asking: Asking, action: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
  return transaction(database, asking, 'begin read only', (tx, _client, now) => action(tx, now))
}

/** What PostgreSQL or the line to it said, under whatever drizzle wrapped around it. */
const origin = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Error ? origin(error.cause) : error
const codeOf = (error: unknown): string | undefined => {
  const cause = origin(error)
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}
/** The key by which a row pointed to one that is not there. */
export function brokenReference(error: unknown): string | undefined {
  const cause = origin(error)
  return cause instanceof pg.DatabaseError && cause.code === '23503' ? cause.constraint : undefined
}
export const isUniqueViolation = (error: unknown) => codeOf(error) === '23505'

const RETRIED = ['40001', '40P01']
/** Row-level security, of what a check had let pass: a right that went away in between, or our fault. */
const NOT_PERMITTED = '42501'
/** What `come_in` and `as_known` raise. */
const OUTDATED = 'CS001'
const NOT_AS_KNOWN = 'CS002'
/** No line to PostgreSQL, or none any more. What was under way may have been done: only a repetition can tell. */
const GONE = /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|08\w{3}|57P0\d|25P03|53300)$/
const GONE_WITHOUT_CODE =
  /^(Connection terminated|Client (has encountered|was closed)|timeout expired|Cannot use a pool)/
const ALL_LENT_OUT = /^timeout exceeded when trying to connect/

/** Faults of the machine as refusals; everything else as it is. */
function plainly(error: unknown): unknown {
  const cause = origin(error)
  if (!(cause instanceof Error) || cause instanceof Refused) return error
  if (codeOf(cause) === OUTDATED) return new Outdated()
  if (codeOf(cause) === NOT_AS_KNOWN) return new NotAsKnown()
  if (ALL_LENT_OUT.test(cause.message)) return new Refused('busy', { retryAfter: 2 })
  const gone = GONE.test(codeOf(cause) ?? '') || GONE_WITHOUT_CODE.test(cause.message)
  return gone ? new Refused('unavailable', { retryAfter: 2 }) : error
}

/**
 * Runs again what two transactions got in each other's way with; five times, then says it is busy. What lost its right on the way
 * is asked for once more, so that it is refused as it would be a moment later.
 */
export async function patiently<T>(action: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action()
    } catch (error) {
      const code = codeOf(error) ?? ''
      if (!RETRIED.includes(code) && !(code === NOT_PERMITTED && attempt === 1)) throw plainly(error)
      if (attempt === 5) throw new Refused('busy', { retryAfter: 1 })
      await new Promise((done) => setTimeout(done, 5 * attempt + Math.random() * 20))
    }
  }
}
