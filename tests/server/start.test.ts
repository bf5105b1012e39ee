import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { embeddedAdminUrl } from '../../server/database/embedded.ts'
import { start } from '../../server/start.ts'
import { StartFailure } from '../../server/start-failure.ts'
import { quickFolder, remove } from '../support/postgres.ts'

const PROJECT = join(import.meta.dirname, '../..')
const children: ChildProcess[] = []
let dataDir = ''

beforeAll(() => {
  dataDir = mkdtempSync(join(quickFolder(), `consultation-test-${process.pid}-`))
  chmodSync(dataDir, 0o711)
})
afterEach(async () => {
  for (const child of children.splice(0)) await stopped(child, 'SIGKILL')
})
afterAll(() => remove(dataDir))

type Started = { child: ChildProcess; lines: string[]; address: string; link: string | undefined }

function run(
  program: string,
  words: string[],
  settings: Record<string, string>,
): { child: ChildProcess; lines: string[] } {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(program, words, {
    cwd: PROJECT,
    env: { PATH, HOME, LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: npm starts Node, which starts the server.
    detached: true,
  })
  children.push(child)
  const lines: string[] = []
  for (const stream of [child.stdout!, child.stderr!]) createInterface(stream).on('line', (line) => lines.push(line))
  return { child, lines }
}

const server = (settings: Record<string, string>) => run(process.execPath, ['server/main.ts'], settings)

/** Waits for the address, and for the link if there is one. */
async function up({ child, lines }: { child: ChildProcess; lines: string[] }): Promise<Started> {
  for (;;) {
    const at = lines.findIndex((line) => line.startsWith('The platform is at '))
    const announced = lines.findIndex((line) => line.startsWith('Nobody is registered yet.'))
    if (at >= 0 && (announced < 0 || lines[announced + 1])) {
      const address = lines[at]!.replace('The platform is at ', '')
      return { child, lines, address, link: announced < 0 ? undefined : lines[announced + 1] }
    }
    if (child.exitCode !== null) throw new Error(`ended: ${lines.join('\n')}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  process.kill(-child.pid!, signal)
  await exit
  return child.exitCode
}

/** Ends by itself, with these lines and nothing else. */
async function refused(settings: Record<string, string>): Promise<string> {
  const { child, lines } = server(settings)
  if (child.exitCode === null) await once(child, 'close')
  expect(child.exitCode).toBe(1)
  return lines.join('\n')
}

const accept = (address: string, link: string, email: string) =>
  fetch(`${address}/api/invitations/${link.split('/').at(-1)}/acceptance`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'First administrator', email, password: 'a long walk to the first key' }),
  })

test('an empty installation prints one link, which makes the first administrator, once; afterwards there is none', {
  timeout: 60_000,
}, async () => {
  const first = await up(run('npm', ['start'], { DATA_DIR: dataDir, PORT: '0' }))
  expect(first.address).toMatch(/^http:\/\/localhost:\d+$/)
  expect(first.link).toMatch(new RegExp(`^${first.address}/invitations/[\\w-]{40,}$`))
  const health = await fetch(`${first.address}/api/health`)
  expect([health.status, (await health.json()).status]).toEqual([200, 'ok'])

  // A second one at the same folder is told so, and the first goes on.
  await expect(start(readConfig({ DATA_DIR: dataDir, PORT: '0' }))).rejects.toThrow(
    /^Another copy of the platform is already running on this data folder/,
  )

  const accepted = await accept(first.address, first.link!, 'first@secretariat.example.org')
  expect([accepted.status, (await accepted.json()).office]).toEqual([200, ['administrator']])
  const again = await accept(first.address, first.link!, 'second@secretariat.example.org')
  expect([again.status, (await again.json()).code]).toEqual([410, 'link_used'])

  // Two on one database are two servers of one platform.
  const databaseUrl = Object.assign(new URL(embeddedAdminUrl(dataDir)!), { pathname: '/consultation' }).href
  const second = await start(readConfig({ DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'silent' }))
  expect(second.firstLink).toBeNull()
  expect((await fetch(`${second.address}/api/health`)).status).toBe(200)
  await second.stop()

  // A database whose name must be written with a %.
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('create database "consultation of 2017"')
  await client.end()
  const named = Object.assign(new URL(databaseUrl), { pathname: '/consultation%20of%202017' }).href
  const third = await start(readConfig({ DATABASE_URL: named, PORT: '0', LOG_LEVEL: 'silent' }))
  expect(third.firstLink).toContain('/invitations/')
  await third.stop()

  await stopped(first.child)
  await expect(fetch(`${first.address}/api/health`)).rejects.toThrow()
})

describe('a start that cannot succeed says why in plain words', () => {
  test('every wrong setting is named', { timeout: 60_000 }, async () => {
    const said = await refused({
      PORT: 'three thousand',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://x/y',
      SAMPLE: 'yes',
    })
    expect(said.split('\n')[0]).toBe('Wrong settings:')
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL', 'SAMPLE'])
      expect(said).toMatch(new RegExp(`^  ${name}: `, 'm'))
    expect(said).not.toContain('    at ')
  })

  test.each([
    'postgres://somebody:secret@127.0.0.1:1',
    'postgres://somebody:secret@127.0.0.1:1/',
    'postgres://somebody:secret@127.0.0.1:1/%',
  ])('%s names no database', async (url) => {
    await expect(start(readConfig({ DATABASE_URL: url }))).rejects.toThrow(
      new StartFailure(
        'DATABASE_URL names no database: put its name at the end, as in postgres://user:password@host:5432/consultation.',
      ),
    )
  })

  test('no PostgreSQL answers', async () => {
    const url = 'postgres://somebody:secret@127.0.0.1:1/consultation'
    await expect(start(readConfig({ DATABASE_URL: url }))).rejects.toThrow(
      new StartFailure('No PostgreSQL answers at 127.0.0.1:1, which DATABASE_URL names (ECONNREFUSED).'),
    )
  })

  test('[T98] PostgreSQL could lose what it confirmed, and no connection is left behind', async () => {
    const name = `start_${process.pid}`
    const url = Object.assign(new URL(inject('adminUrl')), { pathname: `/${name}` }).href
    const admin = new pg.Client({ connectionString: inject('adminUrl') })
    await admin.connect()
    await admin.query(`create database ${name}`)
    await expect(start(readConfig({ DATABASE_URL: url, PORT: '0' }))).rejects.toThrow(
      /^PostgreSQL runs with fsync.* off and could lose/,
    )
    // A backend needs a moment to go after its connection was closed.
    const connections = async () =>
      (await admin.query('select application_name from pg_stat_activity where datname = $1', [name])).rows
    await expect.poll(connections, { timeout: 20_000 }).toEqual([])
    await admin.query(`drop database ${name}`)
    await admin.end()
  })

  test('the port belongs to another program', { timeout: 60_000 }, async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address ? address.port : 0
    try {
      expect(await refused({ DATA_DIR: dataDir, PORT: String(port) })).toContain(`Port ${port} is in use`)
    } finally {
      taken.close()
    }
  })
})
