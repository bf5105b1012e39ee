import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { SERVER_FLAGS } from '../../server/bin/flags.mjs'
import { startEmbeddedPostgres } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { prepareDatabase } from '../../server/database/roles.ts'
import { sha256 } from '../../server/journal/journal.ts'
import { seedReference } from '../../server/seed/reference.ts'
import { remove } from '../support/postgres.ts'
import { Caller, Http } from './client.ts'
import { Processors } from './measure.ts'

const root = join(import.meta.dirname, '../..')

export type Delegation = { id: string; code: string; head: Caller }
export type Place = {
  http: Http
  bare: Http
  staff: Caller
  delegations: Delegation[]
  owner: pg.Client
  /** Processor time of ours and of the bare server, each with PostgreSQL. */
  ours: Processors
  reference: Processors
  serverPid: number
  /** The same for one more server that does without the platform. */
  beside(pid: number): Processors
  /** One more server of the platform on the same database. */
  another(port: number): Promise<ChildProcess>
  /** How often PostgreSQL was asked by servers launched while this runs. */
  asked(action: () => Promise<void>): Promise<number>
  /** Milliseconds from `npm start` to the first answer. */
  startMs: number
  stop(): Promise<void>
}

/** The platform as it runs for a user, on a PostgreSQL that keeps what it confirms, and the bare limit on the same one. */
export async function openPlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'consultation-bench-'))
  chmodSync(dataDir, 0o711)
  let asked = 0
  const log = (line: string) => {
    if (/LOG: {2}(statement|execute)/.test(line)) asked++
  }
  const postgres = await startEmbeddedPostgres({ dataDir, log })
  const children: ChildProcess[] = []
  const stop = async () => {
    for (const child of children) await ended(child)
    await owner.end()
    await postgres.stop()
    remove(dataDir)
  }
  const { ownerUrl } = await prepareDatabase(postgres.adminUrl, 'platform')
  await prepareDatabase(postgres.adminUrl, 'bare')
  await migrate(ownerUrl)
  await seedReference(ownerUrl)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()

  const port = await freePort()
  const settings = { DATABASE_URL: withDatabase(postgres.adminUrl, 'platform'), LOG_LEVEL: 'error' }
  const begun = performance.now()
  const server = await launched([...SERVER_FLAGS, ...profiled(), 'server/main.ts'], { ...settings, PORT: String(port) })
  children.push(server)
  const startMs = performance.now() - begun
  const barePort = await freePort()
  const bare = await launched(
    ['tests/bench/bare-server.ts', withDatabase(postgres.adminUrl, 'bare'), String(barePort)],
    {},
  )
  children.push(bare)

  const http = new Http(`http://localhost:${port}`)
  const postmaster = await postmasterOf(owner)
  return {
    http,
    bare: new Http(`http://127.0.0.1:${barePort}`),
    staff: await signedIn(owner, http, 'staff', null),
    delegations: await heads(owner, http),
    owner,
    ours: new Processors(server.pid ?? 0, postmaster),
    reference: new Processors(bare.pid ?? 0, postmaster),
    serverPid: server.pid ?? 0,
    beside: (pid) => new Processors(pid, postmaster),
    async another(port) {
      const child = await launched([...SERVER_FLAGS, 'server/main.ts'], { ...settings, PORT: String(port) })
      children.push(child)
      return child
    },
    async asked(action) {
      const admin = new pg.Client({ connectionString: postgres.adminUrl })
      await admin.connect()
      try {
        await admin.query("alter database platform set log_statement = 'all'")
        const before = asked
        await action()
        return asked - before
      } finally {
        await admin.query('alter database platform reset log_statement')
        await admin.end()
      }
    },
    startMs,
    stop,
  }
}

/** 195 delegations, each with a head whose sign-in is laid into the table as it would stand there. */
async function heads(owner: pg.Client, http: Http): Promise<Delegation[]> {
  const { rows } = await owner.query<{ id: string; code: string }>(
    "select id, code from delegations where kind <> 'entity' order by protocol_order nulls last",
  )
  const all: Delegation[] = []
  for (const row of rows) all.push({ ...row, head: await signedIn(owner, http, `head.${row.code}`, row.id) })
  return all
}

async function signedIn(owner: pg.Client, http: Http, name: string, delegationId: string | null): Promise<Caller> {
  const token = randomBytes(20).toString('hex')
  const { rows } = await owner.query<{ id: string }>('insert into people (email, name) values ($1, $2) returning id', [
    `${name}@bench.example.org`.toLowerCase(),
    name,
  ])
  const personId = rows[0]?.id
  if (delegationId)
    await owner.query("insert into memberships (delegation_id, person_id, role) values ($1, $2, 'head')", [
      delegationId,
      personId,
    ])
  else await owner.query("insert into office_roles (person_id, role) values ($1, 'staff')", [personId])
  await owner.query(
    "insert into sign_ins (id, person_id, started_at, seen_at, expires_at) values ($1, $2, now(), now(), now() + interval '30 minutes')",
    [sha256(token), personId],
  )
  return new Caller(http, token)
}

export async function launched(args: string[], settings: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((ready, failed) => {
    child.stdout?.on('data', (text: Buffer) => /ready|The platform is at/.test(text.toString()) && ready())
    child.on('exit', (code) => failed(new Error(`${args[0]} ended with ${code}`)))
  })
  return child
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.on('exit', done))
  child.kill('SIGTERM')
  await gone
}

async function postmasterOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return Number(readFileSync(`/proc/${rows[0]?.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
}

/** With BENCH_PROFILE=folder the server leaves a processor profile there, for whoever looks where the time goes. */
const profiled = () => (process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [])

const withDatabase = (url: string, name: string) => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

export const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
