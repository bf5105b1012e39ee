import type { MemberRole, OfficeRole } from '@consultation/shared/rules/access.ts'
import {
  type Adapter,
  type DatabaseSession,
  type DatabaseUser,
  Lucia,
  type RegisteredDatabaseSessionAttributes,
  TimeSpan,
} from 'lucia'
import type pg from 'pg'
import { type Database, patiently, transaction } from '../database/database.ts'
import { sha256 } from '../journal/journal.ts'
import { together } from '../together.ts'

/** A sign-in that is not used ends after this; one that is used slides on. SP21: that of whoever holds an office sooner. */
export const IDLE_MINUTES = { members: 30, office: 15 } as const
/** With so much left it slides on: at half-time as Lucia does; in the office, where the time is short, after a minute. */
export const SLIDE_MINUTES = { members: 15, office: 14 } as const
/** Whatever happens, it ends after this. Staff, who can export, sooner. */
export const ABSOLUTE_HOURS = { members: 12, office: 8 } as const

export type HeldMembership = { id: string; delegationId: string; role: MemberRole }
type Attributes = {
  digest: string
  startedAt: Date
  seenAt: Date
  device: string
  office: OfficeRole[]
  memberships: HeldMembership[]
  /** Offices and memberships in one text, to be compared. */
  rights: string
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Attributes>
    DatabaseSessionAttributes: Attributes
  }
}

const system =
  (database: Database): Run =>
  (text, values) =>
    transaction(database, 'system', 'begin', (_tx, client) => client.query(text, values))

/** Lucia with what it lacks: only digests of its ids are stored, and what stands in the table opens nothing. */
export const openLucia = (database: Database) => lucia(new DigestAdapter(finding(database), system(database)))

/** For connections that only listen: a page left open must not keep a sign-in alive that nobody uses. */
export const openWatchingLucia = (database: Database) => lucia(new WatchingAdapter(finding(database), system(database)))

/** What it begins or ends is part of the transaction. */
export const luciaWithin = (client: pg.PoolClient) =>
  lucia(
    new DigestAdapter(
      async (digest) => (await signInsOf(client, [digest])).get(digest),
      (text, values) => client.query(text, values),
    ),
  )

function lucia(adapter: Adapter) {
  return new Lucia<Attributes>(adapter, {
    sessionExpiresIn: new TimeSpan(IDLE_MINUTES.members, 'm'),
    sessionCookie: {
      name: '__Host-sign-in',
      attributes: { secure: true, sameSite: 'strict', path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
  })
}

/** As a header: it goes with the browser’s window, whatever the server thinks. Lucia would keep it for 400 days. */
export function cookieWith(sessions: ReturnType<typeof openLucia>, token: string): string {
  const cookie = sessions.createSessionCookie(token)
  delete cookie.attributes.maxAge
  return cookie.serialize()
}

type Run = (text: string, values: unknown[]) => Promise<unknown>
type Reads = Pick<pg.Pool | pg.PoolClient, 'query'>
type Find = (digest: string) => Promise<SignInRow | undefined>

async function signInsOf(reads: Reads, digests: readonly string[]): Promise<Map<string, SignInRow>> {
  const { rows } = await patiently(() =>
    reads.query<SignInRow>({
      name: 'sign-ins-of',
      text: 'select s.* from unnest($1::text[]) as asked (digest), lateral sign_in_of(asked.digest) s',
      values: [digests],
    }),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

// One for each database: who comes in is looked up together with who goes on listening.
const findings = new WeakMap<Database, Find>()

/** A thousand whose server comes back are looked up in a few trips. */
function finding(database: Database): Find {
  const known = findings.get(database)
  if (known) return known
  const made = together((digests: readonly string[]) => signInsOf(database.pool, digests))
  findings.set(database, made)
  return made
}

type SignInRow = {
  id: string
  person_id: string
  started_at: Date
  seen_at: Date
  expires_at: Date
  office: OfficeRole[]
  memberships: HeldMembership[]
  rights: string
}

// Lucia knows one idle time for everybody, that of members. Two things make a shorter one of it for whoever holds an office:
// what is written, and that Lucia is shown a little more than is left, so that it does not write at every look.
const SHOWN_MORE_MS = (SLIDE_MINUTES.members - SLIDE_MINUTES.office) * 60_000
const shownEnd = ({ expires_at, office }: SignInRow) =>
  office.length > 0 && expires_at.getTime() > Date.now() ? new Date(expires_at.getTime() + SHOWN_MORE_MS) : expires_at
const endOf = (personId: string, expiresAt: string) =>
  `least(${expiresAt}::timestamptz, (select now() + make_interval(mins => ${IDLE_MINUTES.office})
    from office_roles o where o.person_id = ${personId} limit 1))`

class DigestAdapter implements Adapter {
  private readonly find: Find
  private readonly run: Run
  constructor(find: Find, run: Run) {
    this.find = find
    this.run = run
  }

  async getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await this.find(sha256(token))
    if (!row) return [null, null]
    const attributes: RegisteredDatabaseSessionAttributes = {
      digest: row.id,
      startedAt: row.started_at,
      seenAt: row.seen_at,
      device: '',
      office: row.office,
      memberships: row.memberships,
      rights: row.rights,
    }
    return [
      { id: token, userId: row.person_id, expiresAt: shownEnd(row), attributes },
      { id: row.person_id, attributes: {} },
    ]
  }

  async setSession(session: DatabaseSession): Promise<void> {
    await this.run(
      `insert into sign_ins (id, person_id, started_at, seen_at, expires_at, device)
       values ($1, $2, now(), now(), ${endOf('$2', '$3')}, $4)`,
      [sha256(session.id), session.userId, session.expiresAt, session.attributes.device],
    )
  }

  async updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
    await this.run(
      `update sign_ins set expires_at = ${endOf('sign_ins.person_id', '$2')}, seen_at = now() where id = $1`,
      [sha256(token), expiresAt],
    )
  }

  async deleteSession(token: string): Promise<void> {
    await this.run('delete from sign_ins where id = $1', [sha256(token)])
  }

  async deleteUserSessions(personId: string): Promise<void> {
    await this.run('delete from sign_ins where person_id = $1', [personId])
  }

  async deleteExpiredSessions(): Promise<void> {
    await this.run('delete from sign_ins where expires_at < now()', [])
  }

  /** Listing is our own affair: a digest is not a token. */
  async getUserSessions(): Promise<DatabaseSession[]> {
    return []
  }
}

class WatchingAdapter extends DigestAdapter {
  override async updateSessionExpiration(): Promise<void> {}
}
