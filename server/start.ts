import { resolve } from 'node:path'
import { type App, buildApp } from './app.ts'
import { type Config, withAddress } from './config.ts'
import { openDatabase } from './database/database.ts'
import { startEmbeddedPostgres } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { assertSafeRole, prepareDatabase } from './database/roles.ts'
import { firstAdministratorLink } from './people/invitations.ts'
import { seedReference } from './seed/reference.ts'
import { StartFailure } from './start-failure.ts'

export type Running = { app: App; address: string; ownerUrl: string; firstLink: string | null; stop(): Promise<void> }

/** Requests under way when the platform is told to stop have this long to end. */
const DRAIN_MS = 8_000

/** PostgreSQL, roles, migrations, application, port: in this order; what was started is stopped in the other. */
export async function start(config: Config): Promise<Running> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    // Whatever one of them says, the next is stopped too.
    const faults: unknown[] = []
    for (const undo of stops.splice(0).reverse()) await undo().catch((fault: unknown) => faults.push(fault))
    if (faults.length > 0) throw faults[0]
  }
  try {
    const name = config.DATABASE_URL ? databaseIn(config.DATABASE_URL) : 'consultation'
    const say = (line: string) => console.log(line)
    const embedded = config.DATABASE_URL
      ? null
      : await startEmbeddedPostgres({ dataDir: resolve(config.DATA_DIR), log: say })
    if (embedded) stops.push(() => embedded.stop())
    const adminUrl = config.DATABASE_URL ?? embedded!.adminUrl
    const { ownerUrl, appUrl } = await prepareDatabase(
      adminUrl,
      name,
      config.APP_DATABASE_URL ? { appUrl: config.APP_DATABASE_URL } : {},
    )
    await migrate(ownerUrl)
    await seedReference(ownerUrl)

    const database = openDatabase(appUrl, config.DATABASE_POOL)
    stops.push(() => database.close())
    await assertSafeRole(database.pool, { warn: say, external: embedded === null })
    const app = await buildApp({ config, database, appUrl })
    stops.push(() => drain(app))
    await listen(app, config)
    const firstLink = await firstAdministratorLink(app.parts)
    return { app, address: app.parts.config.publicUrl, ownerUrl, firstLink, stop }
  } catch (error) {
    await stop().catch(() => {}) // the first fault is the one to tell
    throw error
  }
}

/** The database that the address names; nothing is guessed. */
function databaseIn(url: string): string {
  const { pathname } = new URL(url)
  let name = ''
  try {
    name = decodeURIComponent(pathname.slice(1))
  } catch {
    // a lone % names nothing
  }
  if (name === '' || name.includes('/'))
    throw new StartFailure(
      'DATABASE_URL names no database: put its name at the end, as in postgres://user:password@host:5432/consultation.',
    )
  return name
}

async function drain({ server }: App): Promise<void> {
  const enough = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS)
  await server.close().finally(() => clearTimeout(enough))
}

async function listen(app: App, config: Config): Promise<void> {
  try {
    await app.server.listen({ port: config.PORT, host: config.HOST })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new StartFailure(`Port ${config.PORT} is in use: stop the other program, or choose another with PORT=...`)
    if (code === 'EACCES')
      throw new StartFailure(`Port ${config.PORT} may not be opened by this user: choose one above 1023 with PORT=...`)
    throw error
  }
  const [address] = app.server.addresses()
  if (config.PORT === 0 && typeof address === 'object')
    Object.assign(app.parts.config, withAddress(config, undefined, address.port))
}
