import { buildApp } from '../../server/app.ts'
import { readConfig, withAddress } from '../../server/config.ts'
import { openDatabase } from '../../server/database/database.ts'
import { firstAdministratorLink } from '../../server/people/invitations.ts'

/**
 * The server as a process of its own, on a database of the tests: `APP_DATABASE_URL`, and any other setting, by environment.
 * Prints its address and the link for a first administrator as server/main.ts does, which would refuse a PostgreSQL that is
 * made quick for tests.
 */
const config = readConfig({ PORT: '0', ...process.env })
const appUrl = config.APP_DATABASE_URL
if (!appUrl) throw new Error('APP_DATABASE_URL is needed')
const app = await buildApp({ config, database: openDatabase(appUrl, config.DATABASE_POOL), appUrl })
const listening = new URL(await app.server.listen({ port: config.PORT, host: '127.0.0.1' }))
if (config.PORT === 0) Object.assign(app.parts.config, withAddress(config, undefined, Number(listening.port)))
const link = await firstAdministratorLink(app.parts)
console.log(`The platform is at ${app.parts.config.publicUrl}`)
if (link) console.log(link)
console.log('ready')
process.once('SIGTERM', () => void app.server.close().then(() => process.exit(0)))
