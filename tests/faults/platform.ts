import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/database/database.ts'
import { homeOf } from '../../server/database/embedded.place.ts'
import { startEmbeddedPostgres } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { prepareDatabase } from '../../server/database/roles.ts'
import type { CastPerson } from '../../server/seed/cast.ts'
import { seedCast, seedReference } from '../../server/seed/reference.ts'
import { ORIGIN, type TestApp } from '../support/app.ts'
import { quickFolder, remove } from '../support/postgres.ts'

const PROJECT = join(import.meta.dirname, '../..')
const NAME = 'consultation'

/** A durable PostgreSQL of its own, which may be killed, and the platform's database in it. */
export type Durable = {
  adminUrl: string
  databaseUrl: string
  ownerUrl: string
  appUrl: string
  /** Straight to the database as its administrator, also while PostgreSQL comes back. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** kill -9: of the postmaster, or of one process that serves a connection; both end every connection. */
  kill(what: 'postmaster' | 'backend'): Promise<void>
  stop(): Promise<void>
}

export async function startDurable(): Promise<Durable> {
  const dataDir = mkdtempSync(join(quickFolder(), `consultation-test-${process.pid}-`))
  chmodSync(dataDir, 0o711)
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => {} })
  const { ownerUrl, appUrl } = await prepareDatabase(postgres.adminUrl, NAME)
  const databaseUrl = Object.assign(new URL(postgres.adminUrl), { pathname: `/${NAME}` }).href
  const sql = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
    for (let attempt = 0; ; attempt++) {
      const client = new pg.Client({ connectionString: databaseUrl })
      client.on('error', () => {})
      try {
        await client.connect()
        return (await client.query<Row>(text, values)).rows
      } catch (error) {
        // Only a statement that PostgreSQL itself refused is the caller's fault.
        if (attempt > 100 || (error instanceof pg.DatabaseError && !error.code?.startsWith('57'))) throw error
        await wait(50)
      } finally {
        await client.end().catch(() => {})
      }
    }
  }
  return {
    adminUrl: postgres.adminUrl,
    databaseUrl,
    ownerUrl,
    appUrl,
    sql,
    async kill(what) {
      if (what === 'postmaster') {
        const file = readFileSync(join(homeOf(dataDir) ?? '', 'data/postmaster.pid'), 'utf8')
        return void process.kill(Number(file.split('\n')[0]), 'SIGKILL')
      }
      const [row] = await sql<{ pid: number }>(
        "select pid from pg_stat_activity where application_name = 'consultation' order by random() limit 1",
      )
      if (row) process.kill(row.pid, 'SIGKILL')
    },
    async stop() {
      await postgres.stop()
      remove(dataDir)
    },
  }
}

/** The migrated database with these people, and the application in this process to arrange with. */
export async function arrange(
  durable: Durable,
  people: readonly CastPerson[],
  hash: (password: string) => Promise<string>,
): Promise<TestApp> {
  await migrate(durable.ownerUrl)
  await seedReference(durable.ownerUrl)
  await seedCast(durable.ownerUrl, people, hash)
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: ORIGIN })
  const app = await buildApp({ config, database: openDatabase(durable.appUrl, 6), appUrl: durable.appUrl })
  await app.server.ready()
  return { ...app, ...durable, close: () => app.server.close() }
}

/** server/main.ts as a process of its own, at a port it keeps when it is started again. */
export class ServerProcess {
  readonly port: number
  private readonly databaseUrl: string
  private child: ChildProcess | null = null
  isReady = false
  said: string[] = []

  constructor(port: number, databaseUrl: string) {
    this.port = port
    this.databaseUrl = databaseUrl
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['server/main.ts'], {
      cwd: PROJECT,
      env: {
        PATH: process.env.PATH ?? '',
        DATABASE_URL: this.databaseUrl,
        PORT: String(this.port),
        PUBLIC_URL: ORIGIN,
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child = child
    const ready = new Promise<void>((resolve, reject) => {
      const hear = (line: string) => {
        this.said.push(line)
        if (line.startsWith('The platform is at')) resolve()
      }
      createInterface(child.stdout!).on('line', hear)
      createInterface(child.stderr!).on('line', hear)
      child.once('exit', () => reject(new Error(`the server ended: ${this.said.slice(-5).join('\n')}`)))
    })
    await ready
    this.isReady = true
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal)
  }

  /** Resolves with the exit code, null for one that was killed. */
  async ended(): Promise<number | null> {
    const { child } = this
    if (!child) return null
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    this.isReady = false
    return child.exitCode
  }

  async kill(): Promise<void> {
    this.isReady = false
    this.signal('SIGKILL')
    await this.ended()
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
