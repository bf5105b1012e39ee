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

/** PostgreSQL, roles, migrations, application, port: in this order; what was started is stopped in the other. */
export async function start(config: Config): Promise<Running> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const undo of stops.reverse()) await undo()
  }
  try {
    const say = (line: string) => console.log(line)
    const embedded = config.DATABASE_URL
      ? null
      : await startEmbeddedPostgres({ dataDir: resolve(config.DATA_DIR), log: say })
    if (embedded) stops.push(() => embedded.stop())
    const adminUrl = config.DATABASE_URL ?? embedded!.adminUrl
    const name = config.DATABASE_URL ? new URL(config.DATABASE_URL).pathname.slice(1) : 'consultation'
    const { ownerUrl, appUrl } = await prepareDatabase(
      adminUrl,
      name,
      config.APP_DATABASE_URL ? { appUrl: config.APP_DATABASE_URL } : {},
    )
    await migrate(ownerUrl)
    await seedReference(ownerUrl)

    const database = openDatabase(appUrl, config.DATABASE_POOL)
    await assertSafeRole(database.pool, { warn: say, external: embedded === null })
    const app = await buildApp({ config, database, appUrl })
    stops.push(() => app.server.close())
    await listen(app, config)
    const firstLink = await firstAdministratorLink(app.parts)
    return { app, address: app.parts.config.publicUrl, ownerUrl, firstLink, stop }
  } catch (error) {
    await stop()
    throw error
  }
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
