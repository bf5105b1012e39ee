import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartFailure } from '../start-failure.ts'
import { lockFolder } from './embedded.lock.ts'
import { homeOf, type Place, placeFor, runAs } from './embedded.place.ts'
import { environment, type Postmaster, PostmasterFailed, startPostmaster, stopEarlier } from './embedded.postmaster.ts'

const MAJOR = '18'
const ADMIN = 'consultation_admin'
const RESTARTS_MAX = 10

export type EmbeddedPostgres = { adminUrl: string; port: number; stop(): Promise<void> }

type Wishes = {
  dataDir: string
  log: (line: string) => void
  /** Without it: the port of last time if it is free, or any free one. */
  port?: number
  /** For tests only: false gives up safety against power cuts for speed. */
  durable?: boolean
}

/**
 * Starts the PostgreSQL that comes with the platform on this data folder, initialising it the first time, and keeps it
 * running until stop(). It ends by itself when this process dies. Every refusal is a StartFailure.
 */
export async function startEmbeddedPostgres({ dataDir, log, port, durable = true }: Wishes): Promise<EmbeddedPostgres> {
  try {
    const place = placeFor(dataDir, log)
    const lock = lockFolder(place.home)
    try {
      await stopEarlier(place, log)
      sweep(place)
      const password = existsSync(join(place.data, 'PG_VERSION'))
        ? checkedPassword(place)
        : await initialise(place, durable, log)
      const { postmaster, chosen } = await startOnPort(place, port, durable, log)
      const stop = keepRunning(postmaster, () => startPostmaster(place, settings(chosen, durable), log), log)
      return {
        adminUrl: urlFor(password, chosen),
        port: chosen,
        async stop() {
          await stop()
          lock.release()
        },
      }
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw plainly(error, dataDir)
  }
}

/** The address of the PostgreSQL that another process of the platform runs on this folder; undefined if none ever has. */
export function embeddedAdminUrl(dataDir: string): string | undefined {
  const home = homeOf(dataDir)
  if (!home || !existsSync(join(home, 'port'))) return undefined
  return urlFor(readFileSync(join(home, 'password'), 'utf8'), Number(readFileSync(join(home, 'port'), 'utf8')))
}

function urlFor(password: string, port: number): string {
  return `postgres://${ADMIN}:${password}@127.0.0.1:${port}/postgres`
}

function settings(port: number, durable: boolean): Record<string, string> {
  const safe = durable ? 'on' : 'off'
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    jit: 'off',
    fsync: safe,
    full_page_writes: safe,
    synchronous_commit: safe,
    track_commit_timestamp: 'off', // commit times would tell who wrote what
    idle_in_transaction_session_timeout: '15s',
    TimeZone: 'UTC',
    // Nothing that somebody wrote may reach a log: no parameters, no statements, no "Failing row contains ...".
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '',
    log_destination: 'stderr',
    logging_collector: 'off',
  }
}

/** Made beside its final place and moved there whole, so that a kill in the middle leaves nothing half made. */
async function initialise(place: Place, durable: boolean, log: (line: string) => void): Promise<string> {
  const started = Date.now()
  const password = randomBytes(24).toString('hex')
  const desk = mkdtempSync(join(place.home, 'initialising-'))
  try {
    const passwordFile = join(desk, 'password')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (place.user) for (const path of [desk, passwordFile]) chownSync(path, place.user.uid, place.user.gid)
    await run(join(place.binaries, 'initdb'), place, [
      `--pgdata=${join(desk, 'data')}`,
      `--username=${ADMIN}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ])
    // The password first: a folder with data has one.
    keep(place, 'password', password)
    renameSync(join(desk, 'data'), place.data)
  } finally {
    rmSync(desk, { recursive: true, force: true })
  }
  log(`Made a new database in ${place.home} in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  return password
}

/** What a first start that was killed left half made; its initdb may still be at it, then the next start sweeps. */
function sweep(place: Place): void {
  for (const name of readdirSync(place.home).filter((name) => name.startsWith('initialising-'))) {
    try {
      rmSync(join(place.home, name), { recursive: true, force: true })
    } catch {
      // in the way of nothing
    }
  }
}

function checkedPassword(place: Place): string {
  const version = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
  if (version !== MAJOR) {
    const wayOut =
      Number(version) < Number(MAJOR)
        ? `export it with pg_dumpall of PostgreSQL ${version}, move the folder away, start again and import the dump`
        : 'start it with the later release of the platform that made it'
    throw new StartFailure(
      `The data folder ${place.home} holds a database of PostgreSQL ${version} and this platform runs PostgreSQL ${MAJOR}: ${wayOut}, or name another folder in DATA_DIR.`,
    )
  }
  const file = join(place.home, 'password')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  throw new StartFailure(
    `The file ${file} with the database's password is gone: bring it back from a copy, or name another folder in DATA_DIR.`,
  )
}

async function startOnPort(place: Place, asked: number | undefined, durable: boolean, log: (line: string) => void) {
  const remembered = existsSync(join(place.home, 'port')) ? Number(readFileSync(join(place.home, 'port'), 'utf8')) : 0
  for (let attempt = 0; ; attempt++) {
    const chosen = asked ?? (await freePort(attempt === 0 ? remembered : 0))
    try {
      const postmaster = await startPostmaster(place, settings(chosen, durable), log)
      keep(place, 'port', String(chosen))
      return { postmaster, chosen }
    } catch (error) {
      if (!(error instanceof PostmasterFailed)) throw error
      const taken = /could not bind|could not create any TCP\/IP sockets/.test(error.message)
      // The memory of a PostgreSQL killed a moment ago goes with the last of its processes.
      const leaving = /shared memory block .* is still in use/.test(error.message)
      if (taken && asked) {
        throw new StartFailure(
          `The port ${asked} asked for PostgreSQL is in use by another program: name another one, or none to have a free one chosen.`,
        )
      }
      if (attempt >= 10 || !(taken || leaving)) throw error
      if (leaving) await wait(500)
    }
  }
}

/** The wished port if nobody listens there, else one the system chooses. */
async function freePort(wished: number): Promise<number> {
  for (const candidate of [wished, 0]) {
    const probe = createServer()
    const got = await new Promise<number>((resolve) => {
      probe.on('error', () => resolve(0))
      probe.listen({ port: candidate, host: '127.0.0.1' }, () => {
        const address = probe.address()
        resolve(address && typeof address === 'object' ? address.port : 0)
      })
    })
    if (got === 0) continue
    await new Promise((resolve) => probe.close(resolve))
    return got
  }
  throw new StartFailure('This machine has no free port on 127.0.0.1 for PostgreSQL.')
}

/** Starts PostgreSQL again when it ends without being told to; gives back how to tell it. */
function keepRunning(first: Postmaster, again: () => Promise<Postmaster>, log: (line: string) => void) {
  let stopping = false
  let current: Postmaster | undefined = first
  const watching = (async () => {
    for (let failures = 0; failures < RESTARTS_MAX; ) {
      await current?.ended
      if (stopping) return
      log('PostgreSQL ended unexpectedly; starting it again.')
      await wait(100 * 2 ** failures)
      if (stopping) return
      try {
        current = await again()
        failures = 0
      } catch (error) {
        current = undefined
        failures++
        log(`PostgreSQL did not start again: ${error instanceof Error ? error.message : error}`)
      }
    }
    log('PostgreSQL does not start any more; giving up. Restart the platform when the cause is mended.')
  })()
  return async () => {
    stopping = true
    await current?.stop()
    await watching
    // A restart may have been under way when we were asked.
    await current?.stop()
  }
}

/** Written whole or not at all, readable to us alone. */
function keep(place: Place, name: string, text: string): void {
  const file = join(place.home, name)
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  chmodSync(`${file}.new`, 0o600)
  if (process.getuid?.() === 0) {
    const { uid, gid } = statSync(place.home)
    chownSync(`${file}.new`, uid, gid)
  }
  renameSync(`${file}.new`, file)
}

async function run(program: string, place: Place, words: string[]): Promise<void> {
  const child = spawn(program, words, { ...runAs(place.user), stdio: ['ignore', 'ignore', 'pipe'], env: environment() })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      said += error.message
      resolve(-1)
    })
    child.on('close', resolve)
  })
  if (code !== 0) throw new PostmasterFailed(said)
}

/** One sentence for what a newcomer can meet; anything else stays the error it is. */
function plainly(error: unknown, dataDir: string): unknown {
  if (error instanceof StartFailure || !(error instanceof Error)) return error
  const { message } = error
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || /No space left on device/.test(message)) {
    return new StartFailure(
      `The disk that holds the data folder ${dataDir} is full: make room, or name another folder in DATA_DIR.`,
    )
  }
  if (code === 'EROFS' || /Read-only file system/.test(message)) {
    return new StartFailure(`The data folder ${dataDir} is on a read-only disk: name another folder in DATA_DIR.`)
  }
  if (code === 'EACCES' || code === 'EPERM' || /Permission denied/i.test(message)) {
    return new StartFailure(
      `The data folder ${dataDir} is not open to the user who starts the platform: start as the user it belongs to, or name another folder in DATA_DIR.`,
    )
  }
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EEXIST' || code === 'ELOOP' || code === 'ENAMETOOLONG') {
    return new StartFailure(`There can be no data folder at ${dataDir} (${code}): name another folder in DATA_DIR.`)
  }
  if (error instanceof PostmasterFailed) {
    const reason = message.match(/(?:FATAL|PANIC|error):\s+(.*)/)?.[1] ?? message.trim().split('\n').at(-1)
    return new StartFailure(`PostgreSQL did not start on the data folder ${dataDir}: ${reason}.`, { cause: error })
  }
  return error
}
