import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import { StartFailure } from '../start-failure.ts'

export const OWNER_ROLE = 'consultation_owner'
export const APP_ROLE = 'consultation_app'

const OLDEST_MAJOR = 15
// Any number that no other program takes on this server: the start of the platform's name.
const PREPARING = 0x636f6e73

type Wishes = {
  /** Instead of the password derived from the administrator's. */
  appPassword?: string
  /** Where the application's role is made by somebody else: its whole address. */
  appUrl?: string
  /** Copies this database, which nobody may be using, instead of making an empty one. */
  template?: string
}

/**
 * Makes, where missing, the database and its two roles: one that owns everything and migrates, one that the platform works
 * as, which owns nothing. May run any number of times, and in several processes at once. Refuses with StartFailure.
 */
export async function prepareDatabase(
  adminUrl: string,
  databaseName: string,
  wishes: Wishes = {},
): Promise<{ ownerUrl: string; appUrl: string }> {
  const ownerUrl = ownerUrlOf(adminUrl, databaseName)
  const appUrl =
    wishes.appUrl ??
    withLogin(adminUrl, databaseName, APP_ROLE, wishes.appPassword ?? derivedPassword(adminUrl, APP_ROLE))
  try {
    await connected(adminUrl, async (admin) => {
      await admin.query('select pg_advisory_lock($1)', [PREPARING]) // released with the connection
      await prepareRole(admin, OWNER_ROLE, ownerUrl)
      await prepareRole(admin, APP_ROLE, wishes.appUrl ? undefined : appUrl)
      await createDatabase(admin, databaseName, wishes.template)
      if (wishes.appUrl) await admitTo(APP_ROLE, roleIn(wishes.appUrl), admin)
    })
    await connected(withDatabase(adminUrl, databaseName), async (admin) => {
      await checkServer(admin)
      await grant(admin, databaseName)
    })
  } catch (error) {
    throw plainly(error, adminUrl)
  }
  return { ownerUrl, appUrl }
}

/** How the role that owns everything gets in: for who migrates, and for who verifies the journal. */
export const ownerUrlOf = (adminUrl: string, databaseName: string): string =>
  withLogin(adminUrl, databaseName, OWNER_ROLE, derivedPassword(adminUrl, OWNER_ROLE))

type Safety = {
  warn: (line: string) => void
  /** On a database of somebody else's the checksums cannot be asked for, only wished. */
  external: boolean
  /** For tests only: accepts a PostgreSQL that is fast instead of safe. */
  withoutDurability?: boolean
}

/** Refuses (StartFailure) a role that could step over row-level security and a PostgreSQL that could lose what it confirmed. */
export async function assertSafeRole(
  pool: pg.Pool,
  { warn, external, withoutDurability = false }: Safety,
): Promise<void> {
  const { rows } = await pool.query<{ role: string; mighty: string | null; owned: string | null }>(`
    select current_user as role,
      (select rolname || case when rolsuper then ' (superuser)' else ' (BYPASSRLS)' end
        from pg_roles where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member')
        order by rolname = current_user desc limit 1) as mighty,
      (select min(relnamespace::regnamespace || '.' || relname)
        from pg_class where relkind in ('r', 'p', 'v', 'm') and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
        and pg_has_role(current_user, relowner, 'member')) as owned`)
  const found = rows[0]
  if (found?.mighty) {
    throw new StartFailure(
      `The platform must not work as the database role ${found.role}, which can step over row-level security by ${found.mighty}: use a role without SUPERUSER and BYPASSRLS.`,
    )
  }
  if (found?.owned) {
    throw new StartFailure(
      `The platform must not work as the database role ${found.role}, because it owns ${found.owned}: use a role that owns nothing.`,
    )
  }
  const off = await settingsOff(pool)
  const losing = off.filter((name) => name !== 'data_checksums')
  if (losing.length > 0 && !withoutDurability) {
    throw new StartFailure(
      `PostgreSQL runs with ${losing.join(', ')} off and could lose what it confirmed: switch ${losing.length > 1 ? 'them' : 'it'} on and start again.`,
    )
  }
  if (!off.includes('data_checksums')) return
  const advice =
    'PostgreSQL runs without data checksums and would not notice a damaged disk: run "pg_checksums --enable".'
  if (!external) throw new StartFailure(advice)
  warn(advice)
}

async function settingsOff(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    select name from pg_settings where setting = 'off'
      and name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') order by name`)
  return rows.map((row) => row.name)
}

/** Without an address the role cannot sign in: it only holds the rights that another role is admitted to. */
async function prepareRole(admin: pg.Client, role: string, url: string | undefined): Promise<void> {
  const { rows } = await admin.query<{ rolcanlogin: boolean }>('select rolcanlogin from pg_roles where rolname = $1', [
    role,
  ])
  const login = url ? `login password '${verifier(new URL(url).password)}'` : 'nologin'
  if (rows.length === 0) {
    await admin.query(
      `create role ${role} ${login} nosuperuser nobypassrls nocreatedb nocreaterole noreplication connection limit -1`,
    )
    await admin.query(`alter role ${role} set idle_in_transaction_session_timeout = '15s'`)
  } else if (url && !(await signsIn(admin, url, rows[0]?.rolcanlogin ?? false))) {
    await admin.query(`alter role ${role} ${login}`)
  }
}

/** Tried on the administrator's database, which is there before ours is. */
async function signsIn(admin: pg.Client, url: string, mayAtAll: boolean): Promise<boolean> {
  if (!mayAtAll) return false
  const client = new pg.Client({ connectionString: withDatabase(url, admin.database ?? 'postgres') })
  try {
    await client.connect()
    return true
  } catch (error) {
    // Only a wrong password calls for a new one; the right to connect comes later.
    return !(error instanceof pg.DatabaseError && error.code === '28P01')
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(admin: pg.Client, name: string, template: string | undefined): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount) return
  const from = template ? ` template ${pg.escapeIdentifier(template)}` : ''
  const { rows } = await admin.query<{ rolsuper: boolean; rolcreatedb: boolean }>(
    'select rolsuper, rolcreatedb from pg_roles where rolname = current_user',
  )
  if (!rows[0]?.rolsuper && !rows[0]?.rolcreatedb) {
    throw new StartFailure(
      `The database ${name} does not exist and the user of DATABASE_URL may not make it: make it first.`,
    )
  }
  await admin.query(`create database ${pg.escapeIdentifier(name)}${from}`)
  // A plain administrator keeps the database and hands on only the right to make things in it.
  if (rows[0].rolsuper) await admin.query(`alter database ${pg.escapeIdentifier(name)} owner to ${OWNER_ROLE}`)
}

/** Nobody else comes in; only the owner makes things. A plain owner of the database may grant all of this as well. */
async function grant(admin: pg.Client, databaseName: string): Promise<void> {
  const database = pg.escapeIdentifier(databaseName)
  await admin.query(`
    begin;
    select pg_advisory_xact_lock(${PREPARING});
    revoke all on database ${database} from public;
    revoke create on schema public from public;
    grant connect, create, temporary on database ${database} to ${OWNER_ROLE};
    grant usage, create on schema public to ${OWNER_ROLE};
    grant connect on database ${database} to ${APP_ROLE};
    grant usage on schema public to ${APP_ROLE};
    commit`)
  const { rows } = await admin.query<{ granted: boolean }>(
    `select has_database_privilege($1, current_database(), 'create') and has_schema_privilege($1, 'public', 'create') as granted`,
    [OWNER_ROLE],
  )
  if (!rows[0]?.granted) {
    // PostgreSQL only warns when somebody grants what is not theirs.
    throw new StartFailure(`The user of DATABASE_URL must own the database ${databaseName}.`)
  }
}

async function checkServer(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
  )
  const { version, encoding } = rows[0] ?? { version: 0, encoding: '' }
  if (version < OLDEST_MAJOR) {
    throw new StartFailure(
      `The PostgreSQL of DATABASE_URL is version ${version}, and the platform needs ${OLDEST_MAJOR} or later.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw new StartFailure(
      `The database that DATABASE_URL names keeps text as ${encoding}, which has no room for six languages: make one with encoding UTF8.`,
    )
  }
}

async function admitTo(role: string, member: string, admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ is: boolean }>(
    'select pg_has_role(rolname, $1, $2) as is from pg_roles where rolname = $3',
    [role, 'member', member],
  )
  if (!rows[0])
    throw new StartFailure(
      `The database role ${member}, which the platform shall work as, does not exist: make it first.`,
    )
  if (!rows[0].is) await admin.query(`grant ${role} to ${pg.escapeIdentifier(member)}`)
}

async function connected<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the query in hand reports it
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** The same in every process that knows the administrator's password, so that nothing has to be handed round or kept. */
function derivedPassword(adminUrl: string, role: string): string {
  const secret = decodeURIComponent(new URL(adminUrl).password)
  if (!secret) {
    throw new StartFailure(
      "DATABASE_URL names no password, from which the passwords of the platform's roles are derived: add one.",
    )
  }
  return createHmac('sha256', secret).update(`consultation: password of ${role}`).digest('hex')
}

/** What PostgreSQL keeps of a password (RFC 5803), made here so that the password itself stands in no statement and no log. */
function verifier(password: string): string {
  const rounds = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(decodeURIComponent(password), salt, rounds, 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const storedKey = createHash('sha256').update(clientKey).digest('base64')
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}

function withLogin(url: string, database: string, role: string, password: string): string {
  const changed = new URL(withDatabase(url, database))
  changed.username = role
  changed.password = password
  return changed.href
}

function roleIn(url: string): string {
  return decodeURIComponent(new URL(url).username)
}

function plainly(error: unknown, adminUrl: string): unknown {
  const { host, username } = new URL(adminUrl)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return new StartFailure(`No PostgreSQL answers at ${host}, which DATABASE_URL names (${code}).`)
    case '28P01':
    case '28000':
      return new StartFailure(`PostgreSQL at ${host} refuses the user ${username} of DATABASE_URL: check the password.`)
    case '3D000':
      return new StartFailure(
        `PostgreSQL at ${host} has no database of the name that DATABASE_URL gives: make it first.`,
      )
    case '42501':
      return new StartFailure(
        `The user ${username} of DATABASE_URL may not prepare the database (${error instanceof Error ? error.message : code}): it must own the database and have CREATEROLE.`,
      )
    default:
      return error
  }
}
