import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { homeOf, placeFor, runAs } from '../../server/database/embedded.place.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/database/embedded.ts'
import { APP_ROLE, assertSafeRole, OWNER_ROLE, prepareDatabase } from '../../server/database/roles.ts'
import { StartFailure } from '../../server/start-failure.ts'
import { quickFolder, remove } from '../support/postgres.ts'

// Roles belong to the whole server, so these tests have one of their own.
const dataDir = mkdtempSync(join(quickFolder(), 'consultation-roles-'))
chmodSync(dataDir, 0o711)
let postgres: EmbeddedPostgres
let admin: pg.Client
const clients: pg.Client[] = []
const pools: pg.Pool[] = []
const warnings: string[] = []
const embedded = { warn: (line: string) => warnings.push(line), external: false }
const external = { ...embedded, external: true }

beforeAll(async () => {
  postgres = await startEmbeddedPostgres({ dataDir, log: () => {} })
  admin = await connect(postgres.adminUrl)
})

afterEach(async () => {
  await close()
  warnings.length = 0
  await admin.query('drop database if exists consultation with (force)')
  await admin.query('drop database if exists theirs with (force)')
  await admin.query(`drop role if exists ${APP_ROLE}, ${OWNER_ROLE}, works_for_us, managed`)
})

afterAll(async () => {
  await admin.end()
  await postgres.stop()
  remove(dataDir)
})

describe('preparing the database', () => {
  test('makes an owner that may make tables and a role to work as that may not', async () => {
    const { ownerUrl, appUrl } = await prepareDatabase(postgres.adminUrl, 'consultation')
    const owner = await connect(ownerUrl)
    await owner.query(`create extension pg_trgm; create table kept (id int); grant select on kept to ${APP_ROLE}`)
    const app = await connect(appUrl)
    expect((await app.query('select current_user as role, count(*)::int from kept')).rows).toEqual([
      { role: APP_ROLE, count: 0 },
    ])
    await expect(app.query('create table own (id int)')).rejects.toThrow('permission denied for schema public')
    await expect(app.query('create temporary table own (id int)')).rejects.toThrow('permission denied')
    await expect(app.query(`set role ${OWNER_ROLE}`)).rejects.toThrow('permission denied to set role')
  })

  test('can be done by several processes at once and again, which gives each the same addresses', async () => {
    const at = () => prepareDatabase(postgres.adminUrl, 'consultation')
    const [first, ...others] = [...(await Promise.all([at(), at(), at(), at()])), await at()]
    for (const other of others) expect(other).toEqual(first)
    await connect(first?.appUrl ?? '')
  })

  test('keeps passwords apart that differ, and lets them be given', async () => {
    const derived = await prepareDatabase(postgres.adminUrl, 'consultation')
    expect(new URL(derived.appUrl).password).not.toBe(new URL(derived.ownerUrl).password)
    expect(derived.appUrl).not.toContain(new URL(postgres.adminUrl).password)
    const given = await prepareDatabase(postgres.adminUrl, 'consultation', { appPassword: 'with a space & more' })
    await connect(given.appUrl)
    await expect(connect(derived.appUrl)).rejects.toThrow('password authentication failed')
  })

  test('works for a plain owner with CREATEROLE, as a managed PostgreSQL has', async () => {
    const managed = await managedUrl('createrole')
    const { ownerUrl, appUrl } = await prepareDatabase(managed, 'theirs')
    expect(await prepareDatabase(managed, 'theirs')).toEqual({ ownerUrl, appUrl })
    const owner = await connect(ownerUrl)
    await owner.query(`create extension pg_trgm; create table kept (id int); grant select on kept to ${APP_ROLE}`)
    await expect(assertSafeRole(pool(appUrl), external)).resolves.toBeUndefined()
  })

  test('takes a role that somebody else made, and gives it the rights of ours', async () => {
    await admin.query("create role works_for_us login password 'theirs'")
    const theirs = new URL(postgres.adminUrl)
    Object.assign(theirs, { username: 'works_for_us', password: 'theirs', pathname: '/consultation' })
    const { ownerUrl, appUrl } = await prepareDatabase(postgres.adminUrl, 'consultation', { appUrl: theirs.href })
    const owner = await connect(ownerUrl)
    await owner.query(`create table kept (id int); grant select on kept to ${APP_ROLE}`)
    const app = await connect(appUrl)
    expect((await app.query('select current_user as role from kept right join (values (1)) on true')).rows).toEqual([
      { role: 'works_for_us' },
    ])
    await expect(assertSafeRole(pool(appUrl), embedded)).resolves.toBeUndefined()
  })

  test.each([
    ['may not make roles', '', 'theirs', 'may not prepare the database'],
    ['may not make databases', 'createrole', 'missing', 'The database missing does not exist'],
  ])('ends with a sentence for a user who %s', async (_, rights, name, sentence) => {
    const managed = await managedUrl(rights)
    const refused = prepareDatabase(managed, name)
    await expect(refused).rejects.toBeInstanceOf(StartFailure)
    await expect(refused).rejects.toThrow(sentence)
  })

  test.each([
    [
      'a wrong password',
      /:\w+@/,
      ':wrong@',
      'refuses the user consultation_admin of DATABASE_URL: check the password.',
    ],
    ['a port where nobody answers', /:\d+\//, ':1/', 'No PostgreSQL answers at 127.0.0.1:1, which DATABASE_URL names'],
    ['no password', /:\w+@/, '@', 'DATABASE_URL names no password'],
    ['no such database', /postgres$/, 'nowhere', 'has no database of the name that DATABASE_URL gives'],
  ])('ends with a sentence for an address with %s', async (_, part, instead, sentence) => {
    const refused = prepareDatabase(postgres.adminUrl.replace(part, instead), 'consultation')
    await expect(refused).rejects.toBeInstanceOf(StartFailure)
    await expect(refused).rejects.toThrow(sentence)
  })
})

describe('the platform refuses to work', () => {
  test('[12] as a superuser, and works as the role made for it', async () => {
    const { appUrl } = await prepareDatabase(postgres.adminUrl, 'consultation')
    await expect(assertSafeRole(pool(postgres.adminUrl), embedded)).rejects.toThrow(
      'The platform must not work as the database role consultation_admin, which can step over row-level security by consultation_admin (superuser)',
    )
    await expect(assertSafeRole(pool(appUrl), embedded)).resolves.toBeUndefined()
  })

  test.each([
    ['[12] as the owner of a table', `alter table kept owner to ${APP_ROLE}`, 'because it owns public.kept'],
    ['[12] as a member of the owner', `grant ${OWNER_ROLE} to ${APP_ROLE}`, 'because it owns public.kept'],
    ['[12] with BYPASSRLS', `alter role ${APP_ROLE} bypassrls`, `by ${APP_ROLE} (BYPASSRLS)`],
    ['[12] as a superuser of the right name', `alter role ${APP_ROLE} superuser`, `by ${APP_ROLE} (superuser)`],
    [
      '[98] with synchronous_commit off',
      `alter role ${APP_ROLE} set synchronous_commit = off`,
      'synchronous_commit off',
    ],
  ])('%s', async (_, change, sentence) => {
    const { ownerUrl, appUrl } = await prepareDatabase(postgres.adminUrl, 'consultation')
    await (await connect(ownerUrl)).query('create table kept (id int)')
    await expect(assertSafeRole(pool(appUrl), embedded)).resolves.toBeUndefined()
    await (await connect(postgres.adminUrl.replace(/postgres$/, 'consultation'))).query(change)
    const refused = assertSafeRole(pool(appUrl), embedded)
    await expect(refused).rejects.toBeInstanceOf(StartFailure)
    await expect(refused).rejects.toThrow(sentence)
  })

  test('[98] with fsync and full_page_writes off, except in tests', async () => {
    const { appUrl } = await prepareDatabase(postgres.adminUrl, 'consultation')
    for (const name of ['fsync', 'full_page_writes']) await admin.query(`alter system set ${name} = off`)
    const quick = await otherServer({ durable: false })
    try {
      const { appUrl: quickUrl } = await prepareDatabase(quick.adminUrl, 'consultation')
      const app = pool(quickUrl)
      await expect(assertSafeRole(app, embedded)).rejects.toThrow(
        'PostgreSQL runs with fsync, full_page_writes, synchronous_commit off and could lose what it confirmed: switch them on and start again.',
      )
      await expect(assertSafeRole(app, { ...embedded, withoutDurability: true })).resolves.toBeUndefined()
      await close()
    } finally {
      await quick.end()
    }
    // What the platform starts PostgreSQL with outweighs what somebody wrote into its files.
    await admin.query('select pg_reload_conf()')
    await expect(assertSafeRole(pool(appUrl), embedded)).resolves.toBeUndefined()
    await admin.query('alter system reset all')
  })

  test('[98] without data checksums on its own PostgreSQL, and warns of that on another', async () => {
    const bare = await otherServer({ checksums: false })
    try {
      const { appUrl } = await prepareDatabase(bare.adminUrl, 'consultation')
      const app = pool(appUrl)
      await expect(assertSafeRole(app, embedded)).rejects.toThrow('PostgreSQL runs without data checksums')
      await expect(assertSafeRole(app, external)).resolves.toBeUndefined()
      expect(warnings).toEqual([expect.stringContaining('PostgreSQL runs without data checksums')])
      await close()
    } finally {
      await bare.end()
    }
  })
})

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the tests drop databases under it
  await client.connect()
  if (url !== postgres.adminUrl) clients.push(client)
  return client
}

function pool(url: string): pg.Pool {
  const made = new pg.Pool({ connectionString: url })
  made.on('error', () => {})
  pools.push(made)
  return made
}

async function close(): Promise<void> {
  for (const client of clients.splice(0)) await client.end()
  for (const made of pools.splice(0)) await made.end()
}

/** The address of a user who owns the database `theirs` and is nobody else. */
async function managedUrl(rights: string): Promise<string> {
  await admin.query(`create role managed login ${rights} password 'a "quoted" word'`)
  await admin.query('create database theirs owner managed')
  const url = new URL(postgres.adminUrl)
  Object.assign(url, { username: 'managed', password: 'a "quoted" word', pathname: '/theirs' })
  return url.href
}

/** A second server, made unsafe in one way. */
async function otherServer({ durable = true, checksums = true }) {
  const folder = mkdtempSync(join(quickFolder(), 'consultation-unsafe-'))
  chmodSync(folder, 0o711)
  const begin = () => startEmbeddedPostgres({ dataDir: folder, log: () => {}, durable })
  let server = await begin()
  if (!checksums) {
    await server.stop()
    remakeWithoutChecksums(folder, new URL(server.adminUrl).password)
    server = await begin()
  }
  return {
    adminUrl: server.adminUrl,
    async end() {
      await server.stop()
      remove(folder)
    },
  }
}

function remakeWithoutChecksums(folder: string, password: string): void {
  const place = placeFor(folder, () => {})
  const desk = join(homeOf(folder) ?? '', 'desk')
  mkdirSync(desk)
  chmodSync(desk, 0o777)
  const script =
    'umask 077 && printf %s "$1" > "$2/password" && exec "$3" -D "$2/data" -U consultation_admin --pwfile="$2/password" --no-data-checksums --no-sync -A scram-sha-256 -E UTF8 --locale=C'
  const made = spawnSync('/bin/sh', ['-c', script, 'sh', password, desk, join(place.binaries, 'initdb')], {
    ...runAs(place.user),
    encoding: 'utf8',
  })
  expect(made.stderr).toBe('')
  rmSync(place.data, { recursive: true })
  renameSync(join(desk, 'data'), place.data)
}
