import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { type Place, runAs } from './embedded.place.ts'

const START_LIMIT_MS = 120_000 // a large recovery after a kill takes its time
const STOP_LIMIT_MS = 60_000

// What PostgreSQL says at every start and end, of interest to nobody; a recovery after a kill is none of these.
const ROUTINE = new RegExp(
  [
    'LOG:  (starting PostgreSQL|listening on|database system (was shut down at|is ready|is shut down)|received fast shutdown)',
    'LOG:  (aborting any active transactions|background worker .* exited with exit code 1|shutting down|redo |checkpoint )',
    'LOG:  invalid record length at', // where a log of changes ends after a kill
    'FATAL:  (terminating connection due to administrator command|the database system is (starting up|shutting down))',
  ].join('|'),
)

/** Thrown with what PostgreSQL itself said. */
export class PostmasterFailed extends Error {}

export type Postmaster = { ended: Promise<void>; lastWords(): string; stop(): Promise<void> }

// The shell stands between us and PostgreSQL and holds a pipe to us: when we die, even by kill -9, the pipe closes and it
// stops PostgreSQL; to stop it ourselves we close the pipe. A session of its own keeps Ctrl-C in the terminal away from both.
const WATCH = `
"$@" </dev/null & postmaster=$!
exec >/dev/null 2>&1
trap '' HUP INT TERM
read -r _
kill -INT "$postmaster"
wait "$postmaster"`

/** Starts PostgreSQL and waits until it takes connections. Nobody else may have the folder. */
export async function startPostmaster(
  place: Place,
  settings: Record<string, string>,
  log: (line: string) => void,
): Promise<Postmaster> {
  rmSync(join(place.data, 'postmaster.pid'), { force: true }) // stale: stopEarlier() has looked
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const watch = spawn(
    '/bin/sh',
    ['-c', WATCH, 'consultation-postgresql', join(place.binaries, 'postgres'), '-D', place.data, ...options],
    { ...runAs(place.user), detached: true, stdio: ['pipe', 'ignore', 'pipe'], env: environment() },
  )
  const said: string[] = []
  const { ended } = listen(watch, (line) => {
    said.push(line)
    if (said.length > 40) said.shift()
    if (!ROUTINE.test(line)) log(`PostgreSQL: ${line}`)
  })
  const lastWords = () => said.join('\n')
  let over = false
  void ended.then(() => {
    over = true
  })

  for (const limit = Date.now() + START_LIMIT_MS; !isReady(place.data); await wait(10)) {
    if (over) throw new PostmasterFailed(lastWords())
    if (Date.now() > limit) {
      await stopPostmaster(place, watch, ended)
      throw new PostmasterFailed(lastWords() || `not ready after ${START_LIMIT_MS / 1000} s`)
    }
  }
  return { ended, lastWords, stop: () => stopPostmaster(place, watch, ended) }
}

/** Stops what a killed platform left running on this folder; whoever calls has the folder's lock, so it is nobody's. */
export async function stopEarlier(place: Place, log: (line: string) => void): Promise<void> {
  const left = processesOn(place.data)
  if (left.length === 0) return
  log('Stopping the PostgreSQL that an earlier run left on this data folder.')
  await endProcesses(place)
}

async function stopPostmaster(place: Place, watch: ChildProcess, ended: Promise<void>): Promise<void> {
  watch.stdin?.end()
  const late = new AbortController()
  const inTime = await Promise.race([
    ended.then(() => true),
    wait(STOP_LIMIT_MS, false, { signal: late.signal }).catch(() => true),
  ])
  late.abort()
  if (!inTime) await endProcesses(place)
  await ended
}

/** Politely, then less so; PostgreSQL recovers from each of these without loss. */
async function endProcesses(place: Place): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', STOP_LIMIT_MS / 2],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    const running = processesOn(place.data)
    const head = running.includes(recorded(place.data)) ? [recorded(place.data)] : running
    // SIGKILL to the head alone would leave its children, which hold the shared memory.
    for (const id of signal === 'SIGKILL' ? running : head) send(id, signal)
    for (const limit = Date.now() + patience; Date.now() < limit; await wait(20)) {
      if (processesOn(place.data).length === 0) return
    }
  }
}

/** The running PostgreSQL processes that work in this very folder: a process id alone may be somebody else's by now. */
function processesOn(data: string): number[] {
  let folder: string
  try {
    folder = realpathSync(data)
  } catch {
    return []
  }
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .map(Number)
      .filter((id) => id > 0 && workingFolder(id) === folder && /postgres/.test(nameOf(id)))
  }
  const id = recorded(data)
  const command = id ? spawnSync('ps', ['-o', 'command=', '-p', String(id)], { encoding: 'utf8' }).stdout : ''
  return id && command.includes('postgres') && command.includes(data) ? [id] : []
}

function workingFolder(id: number): string | undefined {
  try {
    return readlinkSync(`/proc/${id}/cwd`)
  } catch {
    return undefined // gone, or not ours to see
  }
}

function nameOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/comm`, 'utf8')
  } catch {
    return ''
  }
}

/** The process id in postmaster.pid, 0 when there is none. */
function recorded(data: string): number {
  return Number(statusLines(data)[0]) || 0
}

function isReady(data: string): boolean {
  return statusLines(data)[7]?.trim() === 'ready'
}

function statusLines(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function send(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal)
  } catch {
    // it was quicker
  }
}

/** PostgreSQL has ended when nobody holds its error output any more. */
function listen(watch: ChildProcess, hear: (line: string) => void): { ended: Promise<void> } {
  const ended = new Promise<void>((resolve) => {
    watch.on('error', (error) => {
      hear(error.message)
      resolve()
    })
    watch.stdin?.on('error', () => {}) // the shell may be gone before we close the pipe
    if (!watch.stderr) return
    const lines = createInterface({ input: watch.stderr })
    lines.on('line', hear)
    lines.on('close', () => {
      watch.stdin?.end()
      resolve()
    })
  })
  return { ended }
}

/** Settings of the machine's own PostgreSQL must not reach ours, and its messages are read here in English. */
export function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}
