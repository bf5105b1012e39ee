import { randomUUID } from 'node:crypto'
import { connect as connectTcp, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { WebSocket } from 'ws'
import { CATCH_UP_MAX } from '../../server/rooms/room.ts'
import { CLOSE, LIVE_BYTES_MAX, LIVE_PATH, type LiveEvent, type StreamName, streams } from '../../shared/live.ts'
import { changeMembership, listMembers, removeMember, removeOffice } from '../../shared/people.ts'
import type { ListView } from '../../shared/question-lists.ts'
import { type ResponseView, saveAnswer } from '../../shared/responses.ts'
import { changePassword, signOut, signOutEverywhere } from '../../shared/sign-in.ts'
import { ORIGIN, type Person, startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { closing, connect, type Line, listen, PATIENCE_MS } from '../support/line.ts'
import { circulatedList, draftList } from '../support/lists.ts'
import { answered, drafted, questionAt } from '../support/responses.ts'
import { anotherServer, at } from '../support/servers.ts'

/** Revocations are seen everywhere at once: long before anybody is looked at again, each half minute, on any machine. */
const SOON_MS = 10_000

let app: TestApp
/** Another server process would be no other: its own pool, its own rooms, the same database. */
let other: TestApp
let people: ReturnType<typeof cast>
let list: ListView
let ghana: ResponseView

beforeAll(async () => {
  app = await startApp()
  other = await anotherServer(app)
  people = cast(app)
  list = await circulatedList(app, { addressed: ['GHA', 'NOR', 'EGY', 'FJI', 'TUV'] })
  ghana = await drafted(people.drafterGhana, list, { 1: 'The first words.' })
})
afterAll(async () => {
  await other.close()
  await app.close()
})

let wording = 0
/** One more event in the delegation’s own stream. */
async function edits(drafter: Person, number = 1): Promise<void> {
  const questionId = questionAt(list, number)
  const params = { responseId: ghana.id, questionId }
  for (let ifMatch = revisions.get(number) ?? (number === 1 ? 1 : 0); ; ifMatch++) {
    const { status } = await drafter.ask(saveAnswer, { params, ifMatch, body: answered(`Wording ${++wording}.`) })
    revisions.set(number, ifMatch + 1)
    if (status === 200) return
    if (status !== 409) throw new Error(`saving answered ${status}`)
  }
}
const revisions = new Map<number, number>()

const eventsOn = (line: Line, stream: StreamName): LiveEvent[] =>
  line.messages.flatMap((message) => (message.type === 'events' && message.stream === stream ? message.events : []))
const seqsOn = (line: Line, stream: StreamName) => eventsOn(line, stream).map(({ seq }) => seq)
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i)

async function headOf(stream: StreamName): Promise<number> {
  const [row] = await app.sql<{ seq: number }>('select seq from streams where name = $1', [stream])
  return row?.seq ?? 0
}

/** Lines of the journal by the thousand, past every domain and without waking anybody. */
const writeLines = (stream: StreamName, lines: number, subject = 'line') =>
  app.sql(
    `select count(*) from generate_series(1, $2) n,
      lateral journal_append($1, 'response.edited', $3 || ' ' || n, repeat('0', 64), null)`,
    [stream, lines, subject],
  )

async function until(holds: () => boolean | Promise<boolean>, limit = PATIENCE_MS): Promise<void> {
  const begun = Date.now()
  while (!(await holds())) {
    if (Date.now() - begun > limit) throw new Error(`not within ${limit} ms`)
    await wait(10)
  }
}

async function asAdmin<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('adminUrl') })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

const databaseName = () => new URL(app.ownerUrl).pathname.slice(1)
const listeners = () =>
  asAdmin(async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'consultation rooms' and datname = $1",
      [databaseName()],
    )
    return rows.map(({ pid }) => pid)
  })
const cutListeners = async () => {
  const pids = await listeners()
  await asAdmin((client) => client.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [pids]))
}

/** A connection with nothing said on it yet. */
async function dial(person: CastMember, server = app): Promise<WebSocket> {
  const host = await listen(server)
  const { cookie } = await person.ready()
  const socket = new WebSocket(`ws://${host}${LIVE_PATH}`, { headers: { origin: ORIGIN, cookie } })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  socket.on('error', () => {})
  return socket
}

/** Answer to a handshake as it came over the wire. */
async function handshake(headers: Record<string, string>): Promise<string> {
  const socket = await rawUpgrade(headers)
  try {
    return await said(socket)
  } finally {
    socket.destroy()
  }
}

async function rawUpgrade(headers: Record<string, string>): Promise<Socket> {
  const [host = '', port] = (await listen(app)).split(':')
  const socket = connectTcp(Number(port), host)
  socket.on('error', () => {})
  const all = {
    host: 'consultation.test',
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  socket.write(`GET ${LIVE_PATH} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  return socket
}

const said = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    socket.once('data', (data) => resolve(data.toString('latin1').split('\r\n')[0] ?? ''))
    socket.once('close', () => resolve('closed'))
  })

const isAlive = async () => (await app.server.inject({ url: '/api/health' })).statusCode === 200

describe('who was away', () => {
  test('[T43] [P4] gets all missed events once and in order, then what comes', async () => {
    const { drafterGhana, headGhana } = people
    const own = streams.delegation(await drafterGhana.delegationId())
    const first = await connect(await headGhana.ready(), [own])
    await edits(drafterGhana)
    await first.told((m) => m.type === 'events')
    const last = seqsOn(first, own).at(-1)!
    first.close()
    await writeLines(own, 700)
    for (let i = 0; i < 3; i++) await edits(drafterGhana)
    const back = await connect(headGhana)
    back.send({ type: 'subscribe', stream: own, after: last })
    // Written while it is still catching up.
    await Promise.all([writeLines(own, 50), edits(drafterGhana)])
    const head = await headOf(own)
    await until(() => seqsOn(back, own).at(-1) === head)
    expect(seqsOn(back, own)).toEqual(from(last + 1, head))
    back.close()
  })

  test('[T43] [P4] for too long is told to load afresh, and then sees what comes', async () => {
    const { drafterGhana, headGhana } = people
    const own = streams.delegation(await drafterGhana.delegationId())
    const before = await headOf(own)
    await writeLines(own, 5_000)
    const back = await connect(await headGhana.ready())
    back.send({ type: 'subscribe', stream: own, after: before })
    const reload = await back.told((m) => m.type === 'reload')
    expect(reload).toEqual({ type: 'reload', stream: own, seq: before + 5_000 })
    await edits(drafterGhana)
    await back.told((m) => m.type === 'events')
    expect(seqsOn(back, own)).toEqual([before + 5_001])
    expect(before + 5_000).toBeGreaterThan(CATCH_UP_MAX)
    back.close()
  })

  test('[P4] who knows more than the journal, after a restore, is told to load afresh', async () => {
    const { headGhana } = people
    const own = streams.delegation(await headGhana.delegationId())
    const line = await connect(headGhana)
    const head = await headOf(own)
    line.send({ type: 'subscribe', stream: own, after: head + 3 })
    expect(await line.told((m) => m.type === 'reload')).toEqual({ type: 'reload', stream: own, seq: head })
    line.close()
  })

  test('[P4] who is there misses nothing that was written without a word, by the poll', async () => {
    const { headGhana } = people
    const own = streams.delegation(await headGhana.delegationId())
    const line = await connect(headGhana, [own])
    const head = await headOf(own)
    await writeLines(own, 450)
    await until(() => seqsOn(line, own).length === 450)
    expect(seqsOn(line, own)).toEqual(from(head + 1, head + 450))
    line.close()
  })
})

describe('the handshake', () => {
  test('[T44] takes the exact origin alone, and refuses before the upgrade', async () => {
    const { cookie } = await people.drafterGhana.ready()
    const { host } = new URL(ORIGIN)
    const foreign = [
      'http://evil.example',
      'null',
      '',
      `${ORIGIN}.evil.example`,
      `http://evil.example/${host}`,
      `https://${host}`,
      `${ORIGIN}:8080`,
      `${ORIGIN}/`,
      ORIGIN.toUpperCase(),
      `http://www.${host}`,
    ]
    for (const origin of foreign) expect([origin, await handshake({ origin, cookie })]).toEqual([origin, FORBIDDEN])
    expect(await handshake({ cookie })).toBe(FORBIDDEN)
    expect(await handshake({ origin: ORIGIN, cookie })).toBe('HTTP/1.1 101 Switching Protocols')
  })

  test('takes nobody who is not signed in', async () => {
    const { cookie } = await people.drafterGhana.ready()
    for (const wrong of [
      '',
      '__Host-sign-in=0123456789abcdefghijklmnopqrstuvwxyz0123',
      `${cookie}x`,
      cookie.slice(0, -1),
    ])
      expect(await handshake({ origin: ORIGIN, cookie: wrong })).toBe('HTTP/1.1 401 Unauthorized')
  })

  test('[T51] with two thousand headers is refused', async () => {
    const many = Object.fromEntries(from(1, 2_000).map((i) => [`x-${i}`, 'a']))
    expect(await handshake({ origin: ORIGIN, ...many })).toMatch(/ 431 |closed/)
    expect(await isAlive()).toBe(true)
  })
})

const FORBIDDEN = 'HTTP/1.1 403 Forbidden'

describe('a right that ends', () => {
  test('[T45] with the sign-in: the socket closes at once, and nothing committed afterwards is told', async () => {
    const { drafterGhana } = people
    const own = streams.delegation(await drafterGhana.delegationId())
    const phone = await people.headGhana.otherDevice().ready()
    const line = await connect(phone, [own])
    const begun = Date.now()
    await phone.does(signOut)
    const known = await headOf(own)
    await edits(drafterGhana)
    const { code, after } = await closing(line, begun)
    expect(code).toBe(CLOSE.signedOut.code)
    expect(after).toBeLessThan(SOON_MS)
    await wait(100)
    expect(seqsOn(line, own).filter((seq) => seq > known)).toEqual([])
  })

  test('[T46] with the membership: not one event after the removal reaches who was removed, however many are on their way', async () => {
    const { headGhana, secondDrafterGhana, drafterGhana } = people
    const own = streams.delegation(await headGhana.delegationId())
    const elsewhere = await at(other, drafterGhana)
    const lines = await Promise.all([
      connect(await secondDrafterGhana.ready(), [own]),
      connect(await at(other, secondDrafterGhana), [own]),
    ])
    const staying = await connect(await at(other, headGhana), [own])
    const begun = Date.now()
    const editing = (async () => {
      for (let i = 0; i < 25; i++) await Promise.all([edits(drafterGhana, 2), edits(elsewhere, 3)])
    })()
    await wait(60)
    await removed(headGhana, secondDrafterGhana)
    for (const line of lines) {
      const { code, after } = await closing(line, begun)
      expect(code).toBe(CLOSE.forbidden.code)
      expect(after).toBeLessThan(SOON_MS)
    }
    await editing
    const head = await headOf(own)
    await until(() => seqsOn(staying, own).at(-1) === head)
    const removal = eventsOn(staying, own).find(({ kind }) => kind === 'person.removed')!.seq
    expect(seqsOn(staying, own).at(-1)).toBeGreaterThan(removal)
    for (const line of lines) {
      const seqs = seqsOn(line, own)
      expect(seqs.filter((seq) => seq >= removal)).toEqual([])
      expect(seqs.length).toBeGreaterThan(0)
    }
    staying.close()
  })

  test('[T46] with an office: its streams are refused at once, and the socket stays for what is left', async () => {
    const { administrator, secondStaff, staff } = people
    const me = (await secondStaff.me()).person.id
    const line = await connect(secondStaff, [streams.listStaff(list.id)])
    const remaining = await connect(await staff.ready(), [streams.listStaff(list.id)])
    await administrator.does(removeOffice, { params: { personId: me, role: 'staff' } })
    await line.told((m) => m.type === 'refused' && m.stream === streams.listStaff(list.id))
    await writeLines(streams.listStaff(list.id), 3)
    await remaining.told((m) => m.type === 'events')
    expect(eventsOn(line, streams.listStaff(list.id))).toEqual([])
    line.send({ type: 'subscribe', stream: streams.listStaff(list.id), after: 0 })
    await until(() => line.messages.filter((m) => m.type === 'refused').length === 2)
    line.close()
    remaining.close()
  })

  test('[T46] a role that changes keeps the delegation’s stream, and nothing is lost on the way', async () => {
    const { headNorway, drafterNorway } = people
    const own = streams.delegation(await headNorway.delegationId())
    const line = await connect(await drafterNorway.ready(), [own])
    const head = await headOf(own)
    const membershipId = await membershipOf(headNorway, drafterNorway)
    await headNorway.does(changeMembership, { params: { membershipId }, body: { role: 'reader' } })
    await headNorway.does(changeMembership, { params: { membershipId }, body: { role: 'drafter' } })
    await until(() => seqsOn(line, own).length === 2)
    expect(seqsOn(line, own)).toEqual([head + 1, head + 2])
    line.close()
  })

  test('[T47] with the password: every other sign-in loses its sockets, this one keeps them', async () => {
    const { headKazakhstan } = people
    const phone = await headKazakhstan.otherDevice().ready()
    const here = await connect(await headKazakhstan.ready())
    const there = await connect(await at(other, phone))
    const begun = Date.now()
    await headKazakhstan.does(changePassword, {
      body: { current: headKazakhstan.who.password, replacement: 'a kettle that sings at noon' },
    })
    const { code, after } = await closing(there, begun)
    expect([code, after < SOON_MS]).toEqual([CLOSE.signedOut.code, true])
    const own = streams.person((await headKazakhstan.me()).person.id)
    await until(() => eventsOn(here, own).some(({ kind }) => kind === 'person.password_changed'))
    here.close()
  })

  test('[T48] on one server ends it on the other, also while the notifications between them are cut', async () => {
    const phone = await people.headEgypt.otherDevice().ready()
    const line = await connect(await at(other, phone))
    await cutListeners()
    const begun = Date.now()
    await people.headEgypt.does(signOutEverywhere)
    const { code, after } = await closing(line, begun)
    expect([code, after < SOON_MS]).toEqual([CLOSE.signedOut.code, true])
    // One listener each comes back, not one more with every fault.
    await until(async () => (await listeners()).length === 2)
    await wait(1_300)
    expect(await listeners()).toHaveLength(2)
  })

  test('is seen also by a client that no longer wants to hear of itself', async () => {
    const phone = await people.headChina.otherDevice().ready()
    const line = await connect(phone)
    line.send({ type: 'unsubscribe', stream: streams.person((await phone.me()).person.id) })
    line.send({ type: 'subscribe', stream: streams.delegation(await phone.delegationId()), after: null })
    await line.told((m) => m.type === 'subscribed' && m.stream.startsWith('delegation:'))
    const begun = Date.now()
    await phone.does(signOut)
    expect((await closing(line, begun)).code).toBe(CLOSE.signedOut.code)
  })

  const membershipOf = async (head: Person, member: CastMember) =>
    (await head.does(listMembers)).members.find(({ email }) => email === member.who.email)?.id ?? ''
  const removed = async (head: Person, member: CastMember) =>
    head.does(removeMember, { params: { membershipId: await membershipOf(head, member) } })
})

describe('what a socket may be sent', () => {
  test('[T49] a message over 64 KiB ends it', async () => {
    const socket = await dial(people.drafterGhana)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.send('x'.repeat(LIVE_BYTES_MAX + 1))
    expect(await closed).toBe(1009)
  })

  test('[T50] fragments without end are cut off', async () => {
    const socket = await dial(people.drafterGhana)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    for (let i = 0; i < 100_000 && socket.readyState === socket.OPEN; i++) {
      socket.send('a', { fin: false })
      if (i % 500 === 0) await wait(1)
    }
    expect([1008, 1006]).toContain(await closed)
    expect(await isAlive()).toBe(true)
  })

  test('[T51] malformed frames end it, and the server goes on', async () => {
    const { cookie } = await people.drafterGhana.ready()
    const frames: Record<string, number[]> = {
      'a reserved opcode': [0x83, 0x80, 0, 0, 0, 0],
      'reserved bits, as if compressed': [0xc1, 0x81, 0, 0, 0, 0, 0x61],
      'a frame without a mask': [0x81, 0x01, 0x61],
      'text that is not UTF-8': [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28],
      'a ping too long': [0x89, 0xfe, 0x00, 0x80, 0, 0, 0, 0],
      'a continuation of nothing': [0x80, 0x80, 0, 0, 0, 0],
      'a length beyond every number': [0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
      'a close with half a code': [0x88, 0x81, 0, 0, 0, 0, 0x03],
    }
    for (const [what, bytes] of Object.entries(frames)) {
      const socket = await rawUpgrade({ origin: ORIGIN, cookie })
      await said(socket)
      const closed = new Promise((resolve) => socket.once('close', () => resolve('closed')))
      socket.on('end', () => socket.end())
      socket.resume()
      socket.write(Buffer.from(bytes))
      expect([what, await Promise.race([closed, wait(4_000)])]).toEqual([what, 'closed'])
    }
    expect(await isAlive()).toBe(true)
  })

  test('[T52] nonsense is refused without detail, and the connection goes on', async () => {
    const line = await connect(await people.headSenegal.ready())
    const nonsense = [
      null,
      [],
      7,
      'hello',
      {},
      { type: '__proto__' },
      { type: 'constructor', protocol: 1 },
      { type: 'subscribe' },
      { type: 'subscribe', stream: 'delegation:*', after: null },
      { type: 'subscribe', stream: 'people', after: -1 },
      { type: 'subscribe', stream: 'people', after: 1.5 },
      { type: 'subscribe', stream: 'people', after: null, as: 'staff' },
      { type: 'here', responseId: 'not an id', questionId: null },
    ]
    for (const one of nonsense) line.send(one)
    await until(() => line.messages.filter((m) => m.type === 'refused').length === nonsense.length)
    const refusals = line.messages.filter((m) => m.type === 'refused')
    for (const refusal of refusals) expect(refusal).toEqual({ type: 'refused', stream: null, code: 'invalid' })
    line.send({ type: 'subscribe', stream: streams.delegation(await people.headSenegal.delegationId()), after: null })
    await line.told((m) => m.type === 'subscribed' && m.stream.startsWith('delegation:'))
    line.close()
  })

  test('[T52] what is not a hello ends a connection that nobody has introduced; so does a second one', async () => {
    for (const first of ['null', '{', '{"type":"pong"}', '{"type":"hello","protocol":2,"actingFor":null}']) {
      const socket = await dial(people.drafterGhana)
      const closed = new Promise((resolve) => socket.once('close', resolve))
      socket.send(first)
      expect([first, await closed]).toEqual([first, CLOSE.protocol.code])
    }
    const { adviserOfTwo } = people
    const fiji = await (await adviserOfTwo.actsFor('FJI')).delegationId()
    const line = await connect(adviserOfTwo, [streams.delegation(fiji)])
    const tuvalu = await (await adviserOfTwo.actsFor('TUV')).delegationId()
    line.send({ type: 'hello', protocol: 1, actingFor: tuvalu })
    expect((await closing(line, Date.now())).code).toBe(CLOSE.protocol.code)
  })

  test('[T52] a fault of ours ends the connection so that it comes back, and not the process', async () => {
    const line = await connect(await people.headSenegal.ready())
    await app.sql('revoke execute on function sign_in_of(text) from consultation_app')
    try {
      const own = streams.person((await people.headSenegal.me()).person.id)
      await writeLines(own, 1)
      expect((await closing(line, Date.now())).code).toBe(CLOSE.fault.code)
    } finally {
      await app.sql('grant execute on function sign_in_of(text) to consultation_app')
    }
    expect(await isAlive()).toBe(true)
    const again = await connect(people.headSenegal)
    again.close()
  })

  test('two hundred messages in ten seconds are enough', async () => {
    const line = await connect(await people.headSenegal.ready())
    for (let i = 0; i < 250; i++) line.send({ type: 'pong' })
    expect((await closing(line, Date.now())).code).toBe(CLOSE.flood.code)
  })

  test('[T53] a reader that never reads is dropped, and the others do not wait', async () => {
    const { headGhana, drafterGhana } = people
    const own = streams.delegation(await headGhana.delegationId())
    await writeLines(own, 1_000, 'long '.repeat(120))
    const attentive = await connect(headGhana, [own])
    const sockets = await connections()
    const lazy = await dial(headGhana)
    lazy.send(JSON.stringify({ type: 'hello', protocol: 1, actingFor: await headGhana.delegationId() }))
    lazy.pause()
    const head = await headOf(own)
    for (let i = 0; i < 40; i++) lazy.send(JSON.stringify({ type: 'subscribe', stream: own, after: head - 900 }))
    await edits(drafterGhana)
    // Sooner than silence is given up on.
    await until(() => seqsOn(attentive, own).at(-1) === head + 1, 8_000)
    await until(async () => (await connections()) === sockets)
    expect(attentive.messages.filter(({ type }) => type !== 'ping').at(-1)?.type).toBe('events')
    lazy.terminate()
    attentive.close()
  })

  const connections = () =>
    new Promise<number>((resolve) => app.server.server.getConnections((_error, count) => resolve(count)))

  test('forty tabs of one person are enough', async () => {
    const { readerNorway } = people
    const lines = await Promise.all(from(1, 40).map(() => readerNorway.ready().then((person) => connect(person))))
    const socket = await dial(readerNorway)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.send(JSON.stringify({ type: 'hello', protocol: 1, actingFor: null }))
    expect(await closed).toBe(CLOSE.flood.code)
    for (const line of lines) line.close()
  })
})

describe('what a socket is told', () => {
  test('[T54] a stream that is not one’s own is answered like one that never was', async () => {
    const { drafterNorway, headChina } = people
    const draft = await draftList(app, { addressed: ['NOR'] })
    const unknown = randomUUID()
    const norway = streams.delegation(await drafterNorway.delegationId())
    const asked: [CastMember, StreamName][] = [
      [drafterNorway, streams.delegation(await people.drafterGhana.delegationId())],
      [drafterNorway, streams.delegation(unknown)],
      [drafterNorway, streams.listStaff(list.id)],
      [drafterNorway, streams.listStaff(unknown)],
      [drafterNorway, streams.listAll(unknown)],
      [drafterNorway, streams.listAll(draft.id)],
      [drafterNorway, streams.person((await people.drafterGhana.me()).person.id)],
      [drafterNorway, streams.people],
      // Not addressed by the list.
      [headChina, streams.listAll(list.id)],
      [people.staff, norway],
      [people.staff, streams.people],
      [people.administrator, norway],
      [people.administrator, streams.listStaff(list.id)],
      [people.administrator, streams.listAll(list.id)],
    ]
    for (const [person, stream] of asked) {
      const line = await connect(await person.ready())
      line.send({ type: 'subscribe', stream, after: 0 })
      const answer = await line.told((m) => 'stream' in m && m.stream === stream)
      expect([person.key, answer]).toEqual([person.key, { type: 'refused', stream, code: 'not_found' }])
      line.close()
    }
    const line = await connect(drafterNorway, [norway, streams.listAll(list.id)])
    line.close()
  })

  test('[T54] no more than fifty streams are followed at once', async () => {
    const line = await connect(await people.staff.ready())
    for (let i = 0; i < 50; i++) line.send({ type: 'subscribe', stream: streams.listAll(randomUUID()), after: null })
    await line.told((m) => m.type === 'refused')
    expect(line.messages.filter((m) => m.type === 'subscribed')).toHaveLength(50)
    line.close()
  })

  test('[P2] staff hear nothing while a delegation drafts', async () => {
    const { staff, drafterGhana, headGhana } = people
    const own = streams.delegation(await drafterGhana.delegationId())
    const { consultationId } = list
    const watching = await connect(await staff.ready(), [
      streams.listStaff(list.id),
      streams.listAll(list.id),
      streams.consultation(consultationId),
    ])
    const colleague = await connect(headGhana, [own])
    const before = watching.messages.length
    for (let i = 0; i < 5; i++) await edits(drafterGhana)
    await until(() => eventsOn(colleague, own).length === 5)
    await wait(150)
    expect(watching.messages.slice(before)).toEqual([])
    watching.close()
    colleague.close()
  })

  test('who is at a response is told inside the delegation alone, and only while they are there', async () => {
    const { headGhana, drafterGhana, drafterNorway, staff, readerGhana } = people
    const [head, drafter, norway, office] = await Promise.all([
      connect(await headGhana.ready()),
      connect(await drafterGhana.ready()),
      connect(await drafterNorway.ready()),
      connect(await staff.ready()),
    ])
    const questionId = questionAt(list, 1)
    drafter.send({ type: 'here', responseId: ghana.id, questionId })
    const told = await head.told((m) => m.type === 'presence' && m.present.length === 1)
    const me = (await drafterGhana.me()).person
    expect(told).toEqual({
      type: 'presence',
      present: [{ personId: me.id, name: me.name, responseId: ghana.id, questionId }],
    })
    const reading = await connect(await readerGhana.ready())
    reading.send({ type: 'here', responseId: ghana.id, questionId: null })
    await head.told((m) => m.type === 'presence' && m.present.length === 2)
    // Who is removed is no longer there, though the page is still open.
    const membership = (await headGhana.does(listMembers)).members.find((m) => m.email === readerGhana.who.email)
    await headGhana.does(removeMember, { params: { membershipId: membership!.id } })
    await until(() => lastPresent(head)?.length === 1)
    drafter.close()
    await until(() => lastPresent(head)?.length === 0)
    for (const line of [norway, office]) expect(line.messages.filter((m) => m.type === 'presence')).toEqual([])
    for (const line of [head, norway, office]) line.close()
  })

  test('who acts for two delegations shows in each only what is done for it', async () => {
    const { adviserOfTwo } = people
    const fiji = await connect(await (await adviserOfTwo.actsFor('FJI')).secondTab())
    const tuvalu = await connect(await (await adviserOfTwo.actsFor('TUV')).secondTab())
    fiji.send({ type: 'here', responseId: randomUUID(), questionId: null })
    await fiji.told((m) => m.type === 'presence')
    await wait(100)
    expect(tuvalu.messages.filter((m) => m.type === 'presence')).toEqual([])
    fiji.close()
    tuvalu.close()
  })

  test('two servers tell each other', async () => {
    const { drafterGhana, headGhana } = people
    const own = streams.delegation(await headGhana.delegationId())
    const line = await connect(await at(other, headGhana), [own])
    await edits(drafterGhana)
    await line.told((m) => m.type === 'events')
    line.close()
  })

  const lastPresent = (line: Line) => {
    const last = line.messages.findLast((m) => m.type === 'presence')
    return last?.type === 'presence' ? last.present : undefined
  }
})
