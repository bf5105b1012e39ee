import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { homeOf } from '../../server/database/embedded.place.ts'
import { startEmbeddedPostgres } from '../../server/database/embedded.ts'
import { prepareDatabase } from '../../server/database/roles.ts'

const PREFIX = 'consultation-test-'
const ROOM_NEEDED = 3e9

/** One real PostgreSQL for a run of the tests, on a free port, fast instead of safe against power cuts. */
export async function startTestPostgres(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  removeLeftovers()
  const dataDir = mkdtempSync(join(quickFolder(), `${PREFIX}${process.pid}-`))
  chmodSync(dataDir, 0o711) // else the system user could not enter and the data would go elsewhere
  const said: string[] = []
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, durable: false, log: (line) => said.push(line) })
    return {
      adminUrl: postgres.adminUrl,
      async stop() {
        await postgres.stop()
        remove(dataDir)
      },
    }
  } catch (error) {
    console.error(said.join('\n'))
    remove(dataDir)
    throw error
  }
}

/** Makes the database that every test file gets a copy of; `migrate` gets the address of its owner. */
export async function createTemplate(
  adminUrl: string,
  migrate: (ownerUrl: string) => Promise<unknown>,
  name = 'template_migrated',
): Promise<string> {
  const { ownerUrl } = await prepareDatabase(adminUrl, name)
  await migrate(ownerUrl)
  return name
}

/** A database of a test file's own: nothing that another file does is seen in it. */
export async function createDatabaseFromTemplate(
  adminUrl: string,
  template: string,
): Promise<{ ownerUrl: string; appUrl: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const urls = await prepareDatabase(adminUrl, name, { template })
  return {
    ...urls,
    async drop() {
      const admin = new pg.Client({ connectionString: adminUrl })
      await admin.connect()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

/** In memory where there is room: copying databases means making files by the hundred. */
export function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    if (bavail * bsize > ROOM_NEEDED) return '/dev/shm'
  } catch {
    // not every system has it
  }
  return tmpdir()
}

/** A run that was killed could not clean up. */
function removeLeftovers(): void {
  const folder = quickFolder()
  for (const name of readdirSync(folder).filter((name) => name.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0])
    if (owner && !isRunning(owner)) remove(join(folder, name))
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The folder and, where the system user could not enter it, the place its data went to. */
export function remove(dataDir: string): void {
  try {
    const home = homeOf(dataDir)
    if (home) rmSync(home, { recursive: true, force: true })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
