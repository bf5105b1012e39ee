import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { WebSocket } from 'ws'
import { castPerson } from '../../server/seed/cast.ts'
import { createDatabaseFromTemplate } from '../support/postgres.ts'

const ROOT = join(import.meta.dirname, '../..')
const GOOD = 'brass kettle on a slow flame'

let server: ChildProcess
let database: Awaited<ReturnType<typeof createDatabaseFromTemplate>>
let owner: pg.Pool
let said = ''
let address = ''

beforeAll(async () => {
  database = await createDatabaseFromTemplate(inject('adminUrl'), inject('template'))
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
  await owner.query('delete from office_roles')
  // The whole server, as talkative as it gets.
  server = spawn(process.execPath, ['tests/support/serve.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'debug',
      APP_DATABASE_URL: database.appUrl,
    },
  })
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data) => (said += data))
  const [, found] = await until(/The platform is at (http:\S+)/)
  address = found ?? ''
})
afterAll(async () => {
  if (server.exitCode === null) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  await owner.end()
  await database.drop()
})

async function until(pattern: RegExp): Promise<RegExpMatchArray> {
  for (let wait = 0; wait < 300; wait++) {
    const found = said.match(pattern)
    if (found) return found
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`never said ${pattern}:\n${said}`)
}

async function call(method: string, path: string, body?: unknown, cookie = '') {
  const answer = await fetch(address + path, {
    method,
    headers: { origin: address, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const held = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { status: answer.status, held, text: await answer.text() }
}

test('[T58] no log line and no row shows a token, a password or an address somebody signed in with', async () => {
  const [, first = ''] = await until(/\/invitations\/([\w-]{43})/)
  const { email, password } = castPerson('headGhana')
  const joined = await call('POST', `/api/invitations/${first}/acceptance`, {
    name: 'Administrator',
    email: 'first@secretariat.example.org',
    password: GOOD,
  })
  expect(joined.status).toBe(200)
  const head = await call('POST', '/api/sign-in', { email, password })
  expect(head.status).toBe(200)
  const wrong = 'plum stones in a glass bowl'
  await call('POST', '/api/sign-in', { email, password: wrong })
  await call('POST', '/api/sign-in', `{"email":"${email}","password":"${wrong}`)
  await call('POST', '/api/password-resets', { email })
  const colleague = 'colleague@mission.example.org'
  const invited = await call(
    'POST',
    '/api/mission/invitations',
    { commandId: crypto.randomUUID(), email: colleague, role: 'drafter' },
    head.held,
  )
  expect(invited.status).toBe(200)
  await call('GET', `/api/nothing/${head.held}?token=${head.held}`, undefined, head.held)
  await call('PATCH', '/api/me', { name: 'x\u0000' }, head.held)

  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/live`, {
    headers: { origin: address, cookie: head.held },
  })
  const closed = once(socket, 'close')
  await once(socket, 'open')
  socket.send('{"type":"__proto__"}')
  socket.send('not json')
  await Promise.race([once(socket, 'message'), closed])

  const links = async () =>
    (await owner.query<{ text: string }>('select text from mails')).rows.flatMap(
      ({ text }) => text.match(/(?<=\/(?:invitations|password-resets)\/)[\w-]{43}/) ?? [],
    )
  for (let wait = 0; wait < 100 && (await links()).length < 2; wait++) await new Promise((done) => setTimeout(done, 50))
  const tokens = await links()
  expect(tokens).toHaveLength(2)
  await call('POST', `/api/password-resets/${tokens.at(0)}`, { password: 'short' })
  await call('DELETE', '/api/sign-in', undefined, head.held)
  socket.close()
  await closed

  expect(said).toContain('"level":')
  const withoutFirst = said.replace(first, '')
  const opening = [joined.held, head.held].map((cookie) => cookie.replace('__Host-sign-in=', ''))
  expect(opening.every((token) => token.length === 40)).toBe(true)
  for (const secret of [...opening, ...tokens, first, GOOD, password, wrong, email, colleague]) {
    expect(withoutFirst).not.toContain(secret)
  }

  const tables = await owner.query<{ name: string }>(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('public', 'migrations') and table_type = 'BASE TABLE'",
  )
  for (const { name } of tables.rows) {
    const { rows } = await owner.query<{ all: string | null }>(`select string_agg(t::text, ' ') as all from ${name} t`)
    // The letters themselves hold their links until they are sent.
    const secrets =
      name === 'public.mails' ? [...opening, GOOD, password, first] : [...opening, ...tokens, GOOD, password, first]
    for (const secret of secrets) expect(rows[0]?.all ?? '', name).not.toContain(secret)
  }
})

test('[T2] a look-up of what is not one’s own leaves one line: who, which call, how often; not what was asked for', async () => {
  const { email, password } = castPerson('headNorway')
  const { held } = await call('POST', '/api/sign-in', { email, password })
  const me = JSON.parse((await call('GET', '/api/me', undefined, held)).text) as { person: { id: string } }
  const id = crypto.randomUUID()
  expect((await call('GET', `/api/responses/${id}`, undefined, held)).status).toBe(404)
  expect((await call('GET', '/api/outbox', undefined, held)).status).toBe(403)
  expect((await call('GET', `/api/responses/${id}`)).status).toBe(401)
  const lines = () =>
    said
      .split('\n')
      .filter((line) => line.includes('"msg":"denied"'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ personId }) => personId === me.person.id)
  const saying = async (count: number) => {
    for (let wait = 0; wait < 100 && lines().length < count; wait++) await new Promise((done) => setTimeout(done, 50))
  }
  await saying(2)
  const denied = lines().map(({ time: _time, pid: _pid, hostname: _hostname, ...line }) => line)
  const line = { level: 40, msg: 'denied', personId: me.person.id }
  expect(denied).toEqual([
    { ...line, code: 'not_found', call: 'GET /api/responses/:responseId', times: 1 },
    { ...line, code: 'forbidden', call: 'GET /api/outbox', times: 2 },
  ])
  expect(said).not.toContain(id)

  // And no flood of them.
  await Promise.all(
    Array.from({ length: 200 }, () => call('GET', `/api/responses/${crypto.randomUUID()}`, undefined, held)),
  )
  await saying(101)
  expect(lines().at(-1)).toMatchObject({ times: 200 })
  expect(lines()).toHaveLength(101)
})
