import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/database/database.ts'
import { ORIGIN, type TestApp } from './app.ts'
import { type CastMember, cast } from './cast.ts'

/** One more server on the same database: its own pool, its own rooms. `appUrl` may lead through a proxy. */
export async function anotherServer(first: TestApp, appUrl = first.appUrl): Promise<TestApp> {
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: ORIGIN })
  const server = await buildApp({ config, database: openDatabase(appUrl, 6), appUrl })
  await server.server.ready()
  return { ...first, ...server, close: () => server.server.close() }
}

/** The same person, with the same sign-in, at another server. */
export async function at(server: TestApp, person: CastMember): Promise<CastMember> {
  await person.ready()
  const there = cast(server)[person.key]
  return Object.assign(there, { signedIn: person.me(), cookie: person.cookie, actingFor: person.actingFor })
}
