import { setTimeout as wait } from 'node:timers/promises'
import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/database/database.ts'
import { CAST } from '../../server/seed/cast.ts'
import { type StreamName, streams } from '../../shared/live.ts'
import { ORIGIN, type TestApp } from '../support/app.ts'
import type { CastMember } from '../support/cast.ts'
import { startProxy } from '../support/proxy.ts'
import { watchRoom } from '../support/rooms.ts'
import { at } from '../support/servers.ts'
import { openedSession } from '../support/sessions.ts'
import { toldAll as allTold, Follower, headOf as headIn, type Seat, until } from './follower.ts'
import { arrange, type Durable, freePort, ServerProcess, startDurable } from './platform.ts'

const FOLLOWERS = 24
/** Between two commands; twenty a second. */
const EVERY_MS = 50
/** The promise after a line has come back. */
const CATCH_UP_MS = 2_000

let durable: Durable
let servers: [ServerProcess, ServerProcess]
let sessionId: string
let room: StreamName
let chair: Seat
let seats: CastMember[]

beforeAll(async () => {
  durable = await startDurable()
  const app = await arrange(durable, CAST, (word) => hash(word, { memoryCost: 64, timeCost: 1, parallelism: 1 }))
  try {
    const session = await openedSession(app)
    sessionId = session.sessionId
    room = streams.sessionAll(sessionId)
    const { headGhana, drafterGhana, headNorway, headSenegal, headEcuador } = session.people
    const delegates = [headGhana, drafterGhana, headNorway, headSenegal, headEcuador]
    for (const one of [session.chair, ...delegates]) await one.ready()
    chair = session.chair
    seats = delegates
  } finally {
    await app.close()
  }
  servers = [
    new ServerProcess(await freePort(), durable.databaseUrl),
    new ServerProcess(await freePort(), durable.databaseUrl),
  ]
  await Promise.all(servers.map((server) => server.start()))
})
afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.kill()))
  await durable?.stop()
})

const ports = () => servers.map(({ port }) => port)
const gathered = (across = ports()) =>
  Array.from({ length: FOLLOWERS }, (_, index) => new Follower(seats[index % seats.length]!, across, index, room))

async function direct(turn: number, port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/sessions/${sessionId}/screen`, {
    method: 'PUT',
    headers: { origin: ORIGIN, cookie: chair.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ show: 'message', message: `Announcement ${turn}` }),
  }).catch(() => null)
  return answer?.status === 200
}

/** The chair works on, by turns at both servers, whatever happens to them; how often it was told that it is done. */
function working(): { stop(): Promise<number> } {
  let over = false
  const work = (async () => {
    let done = 0
    for (let turn = 0; !over; turn++) {
      if (await direct(turn, ports()[turn % 2]!)) done++
      await wait(EVERY_MS)
    }
    return done
  })()
  return {
    stop: () => {
      over = true
      return work
    },
  }
}

const headOf = () => headIn(durable, room)
const toldAll = (followers: Follower[]) => allTold(durable, room, followers)

test('[M1] a server killed in the middle of a meeting, and then the other: nothing is lost and nothing told twice', async () => {
  const followers = gathered()
  try {
    await until(() => followers.every(({ returns }) => returns >= 0))
    const before = await headOf()
    const chairing = working()
    for (const server of servers) {
      await wait(1_500)
      await server.kill()
      await wait(700)
      await server.start()
    }
    await wait(1_000)
    const done = await chairing.stop()
    expect(done).toBeGreaterThan(20)
    expect(await headOf()).toBeGreaterThanOrEqual(before + done)
    await toldAll(followers)
    expect(Math.min(...followers.map(({ returns }) => returns))).toBeGreaterThan(0)
  } finally {
    for (const one of followers) one.leave()
  }
}, 60_000)

test('[M1] PostgreSQL restarted in the middle of a meeting: nothing is lost and nothing told twice', async () => {
  const followers = gathered()
  try {
    await until(() => followers.every(({ returns }) => returns >= 0))
    const chairing = working()
    for (const what of ['postmaster', 'backend'] as const) {
      await wait(1_500)
      await durable.kill(what)
    }
    await wait(3_000)
    expect(await chairing.stop()).toBeGreaterThan(10)
    await toldAll(followers)
  } finally {
    for (const one of followers) one.leave()
  }
}, 60_000)

/** A third server in this process, whose lines to PostgreSQL go through proxies: for notifications, and for all else. */
async function thirdServer() {
  const [words, work] = [await startProxy(durable.appUrl), await startProxy(durable.appUrl)]
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: ORIGIN })
  const app = await buildApp({ config, database: openDatabase(work.url, 6), appUrl: words.url })
  const { port } = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }))
  const server: TestApp = { ...durable, ...app, close: () => app.server.close() }
  return {
    server,
    port: Number(port),
    words,
    work,
    async close() {
      await app.server.close()
      await words.close()
      await work.close()
    },
  }
}

const medianOf = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!

/** A minute, to a tenth of its length. */
const CUT_MS = 6_000

test('[M1] while nobody is notified for a minute everybody is told all the same, and at once when the line is back', async () => {
  const third = await thirdServer()
  const page = await watchRoom(await at(third.server, seats[0]!), sessionId)
  const followers = gathered([third.port])
  try {
    await until(() => followers.every(({ head, returns }) => returns >= 0 && head > 0))
    third.words.down()
    const cutAt = Date.now()
    const late: number[] = []
    for (let turn = 0; Date.now() - cutAt < CUT_MS; turn++) {
      expect(await direct(turn, servers[turn % 2]!.port)).toBe(true)
      const head = await headOf()
      late.push(await until(() => followers.every((one) => one.head >= head)))
    }
    third.words.up()
    // The next notification gets through again: sooner than the poll found it, time after time.
    await wait(CATCH_UP_MS)
    const prompt: number[] = []
    for (let turn = 0; turn < 6; turn++) {
      await direct(turn, servers[turn % 2]!.port)
      const head = await headOf()
      prompt.push(await until(() => followers.every((one) => one.head >= head)))
    }
    expect(medianOf(prompt)).toBeLessThan(medianOf(late))
    await toldAll(followers)
    expect(followers.every(({ returns }) => returns === 0)).toBe(true)
    await page.agrees()
  } finally {
    page.leave()
    for (const one of followers) one.leave()
    await third.close()
  }
}, 60_000)

test('[M1] a server without its database for a minute tells all it missed when it returns, with nothing new written', async () => {
  const third = await thirdServer()
  const page = await watchRoom(await at(third.server, seats[0]!), sessionId)
  const followers = gathered([third.port])
  try {
    await until(() => followers.every(({ head, returns }) => returns >= 0 && head > 0))
    third.words.down()
    third.work.down()
    for (let turn = 0; turn < 20; turn++) {
      expect(await direct(turn, servers[turn % 2]!.port)).toBe(true)
      await wait(CUT_MS / 20)
    }
    const head = await headOf()
    expect(followers.some((one) => one.head >= head)).toBe(false)
    third.words.up()
    third.work.up()
    await until(() => followers.every((one) => one.head >= head))
    await toldAll(followers)
    // Its line may have been ended when rights could not be looked up; a page comes back from where it stands.
    await page.back()
    await page.agrees()
  } finally {
    page.leave()
    for (const one of followers) one.leave()
    await third.close()
  }
}, 60_000)
