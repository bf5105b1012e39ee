import type { Caller } from '@consultation/shared/rules/access.ts'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { Refused } from '../refused.ts'

/** The drizzle handle of a transaction; its client is for the few statements drizzle cannot say, always with parameters. */
export type Tx = NodePgDatabase & { readonly $client: pg.PoolClient }
export type Database = { pool: pg.Pool; close(): Promise<void> }

/** Who asks, as PostgreSQL is told: a caller, or the platform on its own account (which sees no draft). */
export type Asking = Caller | 'system'

export function openDatabase(appUrl: string, connections: number): Database {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: connections,
    // A statement that runs longer is a fault of ours; it must not hold a connection.
    statement_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'consultation',
  })
  pool.on('error', () => {}) // an idle connection that breaks is replaced; whoever needs one next is told
  return { pool, close: () => pool.end() }
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

const TELL_WHO_ASKS = {
  name: 'tell-who-asks',
  text: `select set_config('app.person', $1, true), set_config('app.delegation', $2, true), set_config('app.office', $3, true),
    now() as now`,
}

function whoAsks(asking: Asking): [string, string, string] {
  if (asking === 'system') return ['', '', 'system']
  if (asking.kind === 'nobody') return ['', '', '']
  return [asking.personId, asking.acting?.delegationId ?? '', asking.office.join(',')]
}

type Mode = 'begin' | 'begin read only' | 'begin isolation level repeatable read read only'

/** One transaction in which PostgreSQL knows who asks; the time is the database's. */
export async function transaction<T>(
  database: Database,
  asking: Asking,
  mode: Mode,
  action: (tx: Tx, client: pg.PoolClient, now: Date) => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    const [, told] = await Promise.all([
      client.query(mode),
      client.query<{ now: Date }>({ ...TELL_WHO_ASKS, values: whoAsks(asking) }),
    ])
    const result = await action(handleOf(client), client, told.rows[0]!.now)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Reads of one moment. */
export function reading<T>(database: Database, asking: Asking, action: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
  return transaction(database, asking, 'begin read only', (tx, _client, now) => action(tx, now))
}

const codeOf = (error: unknown): string | undefined => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}
export const isUniqueViolation = (error: unknown) => codeOf(error) === '23505'
const RETRIED = ['40001', '40P01']
const GONE = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08003', '53300']

/** Runs again what two transactions got in each other's way with; five times, then says it is busy. */
export async function patiently<T>(action: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action()
    } catch (error) {
      const code = codeOf(error)
      if (code && GONE.includes(code)) throw new Refused('unavailable', { retryAfter: 2 })
      if (
        error instanceof Error &&
        /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
      ) {
        throw new Refused('unavailable', { retryAfter: 2 })
      }
      if (!code || !RETRIED.includes(code)) throw error
      if (attempt === 5) throw new Refused('busy', { retryAfter: 1 })
      await new Promise((done) => setTimeout(done, 5 * attempt + Math.random() * 20))
    }
  }
}
