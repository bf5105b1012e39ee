import { setTimeout as wait } from 'node:timers/promises'
import { hash } from '@node-rs/argon2'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { CAST, type CastPerson } from '../../server/seed/cast.ts'
import { STATES } from '../../server/seed/reference-data.ts'
import { CLOSE, LIVE_PATH } from '../../shared/live.ts'
import type { ListView } from '../../shared/question-lists.ts'
import { signIn } from '../../shared/sign-in.ts'
import { ORIGIN, Person, type TestApp } from '../support/app.ts'
import { delegationId } from '../support/cast.ts'
import { circulatedList } from '../support/lists.ts'
import { faultsIn } from './checker.ts'
import { Mission } from './mission.ts'
import { arrange, type Durable, freePort, ServerProcess, startDurable } from './platform.ts'

const MISSIONS = 24
const OPERATIONS = 2_000
const SERVER_KILLS = 10
const POSTGRES_KILLS = ['backend', 'postmaster', 'backend'] as const
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)

const password = 'one of many seats in the hall'
const heads: CastPerson[] = STATES.filter(({ iso3 }) => !CAST.some((p) => p.memberships.some((m) => m.iso3 === iso3)))
  .slice(0, MISSIONS + 2)
  .map(({ iso3 }) => ({
    key: `head${iso3}`,
    name: `Head of delegation (${iso3})`,
    email: `head.${iso3.toLowerCase()}@mission.example.org`,
    password,
    language: 'en',
    timeZone: 'UTC',
    officeRoles: [],
    memberships: [{ iso3, role: 'head' }],
  }))

type Seat = { cookie: string; delegationId: string }

let durable: Durable
let servers: [ServerProcess, ServerProcess]
let list: ListView
const seats: Seat[] = []
const missions: Mission[] = []

/** Mulberry32: the same decisions for the same seed, though not the same moments. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
const random = randomOf(SEED)

beforeAll(async () => {
  durable = await startDurable()
  const cheaply = (word: string) => hash(word, { memoryCost: 64, timeCost: 1, parallelism: 1 })
  const app = await arrange(durable, [...CAST, ...heads], cheaply)
  try {
    list = await circulatedList(app, { addressed: heads.map(({ memberships }) => memberships[0]!.iso3) })
    for (const head of heads) seats.push(await seatOf(app, head))
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

async function seatOf(app: TestApp, head: CastPerson): Promise<Seat> {
  const person = new Person(app)
  await person.does(signIn, { body: { email: head.email, password } })
  return { cookie: person.cookie, delegationId: await delegationId(app, head.memberships[0]!.iso3) }
}

/** One server that answers, by turns; while none does, whichever. */
function address(): string {
  const ready = servers.filter((server) => server.isReady)
  const candidates = ready.length > 0 ? ready : servers
  return candidates[Math.floor(random() * candidates.length)]!.address
}

describe('[T95] [P1] [P7] the server and PostgreSQL killed at random moments', () => {
  test(`of ${OPERATIONS} concurrent saves, comments and submissions none acknowledged is lost or doubled, and the journal verifies`, {
    timeout: 240_000,
  }, async () => {
    for (const seat of seats.slice(0, MISSIONS))
      missions.push(new Mission({ ...seat, address }, list, randomOf(random() * 2 ** 32)))
    const done = () => missions.reduce((sum, mission) => sum + mission.done, 0)
    let kills = 0
    let postgresKills = 0
    let over = false
    const enough = () => done() >= OPERATIONS && kills >= SERVER_KILLS && postgresKills >= POSTGRES_KILLS.length
    const working = Promise.all(
      missions.map(async (mission) => {
        await mission.open()
        while (!enough()) await mission.round()
      }),
    ).finally(() => {
      over = true
    })
    const killing = (async () => {
      // By what was done, not by the clock: on a slow machine as much gets done between two kills.
      for (let next = 0; !over && (kills < SERVER_KILLS || postgresKills < POSTGRES_KILLS.length); ) {
        await wait(random() * 60)
        if (done() < next) continue
        const due = POSTGRES_KILLS[postgresKills]
        if (due && kills >= 3 * (postgresKills + 1)) {
          await durable.kill(due)
          postgresKills++
        }
        const standing = servers.filter((server) => server.isReady)
        const victim = standing[Math.floor(random() * standing.length)]
        if (!victim) continue
        kills++
        next = done() + 100 + random() * 140
        await victim.kill()
        startAgain(victim)
      }
    })()
    const begun = Date.now()
    await Promise.all([working, killing])
    const histories = missions.map(({ history }) => history)
    const repetitions = histories.reduce((sum, history) => sum + history.repetitions, 0)
    console.info(
      `seed ${SEED}: ${done()} acknowledged, ${repetitions} sent again, ${kills} kills of servers and ${postgresKills} of PostgreSQL in ${((Date.now() - begun) / 1000).toFixed(1)} s`,
    )
    expect(await faultsIn(durable.databaseUrl, histories), `seed ${SEED}`).toEqual([])
    expect(repetitions).toBeGreaterThan(0)
  })
})

/** As whoever runs the platform does, also when PostgreSQL is away at that moment. */
function startAgain(server: ServerProcess): void {
  server.start().catch(async () => {
    await wait(300)
    startAgain(server)
  })
}

describe('the check itself', () => {
  const short = async (seat: Seat, forgetful: boolean) => {
    const lose = () => random() < 0.3
    const mission = new Mission({ ...seat, address, lose, forgetful }, list, randomOf(random() * 2 ** 32))
    await mission.open()
    for (let i = 0; i < 12; i++) await mission.comment()
    for (let i = 0; i < 6; i++) await mission.save()
    return mission.history
  }

  test('[T97] finds nothing when replies are lost and keys are kept, and finds what is doubled when they are not', async () => {
    await ready()
    const kept = await short(seats[MISSIONS]!, false)
    expect(kept.repetitions).toBeGreaterThan(0)
    expect(await faultsIn(durable.databaseUrl, [kept])).toEqual([])
    const forgotten = await short(seats[MISSIONS + 1]!, true)
    expect(await faultsIn(durable.databaseUrl, [forgotten])).toContainEqual(expect.stringMatching(/^doubled: "Comment/))
  })

  test('[T96] finds every kind of acknowledged thing that is no longer there', async () => {
    const histories = missions.map(({ history }) => history)
    const [first, second, third] = histories.filter(({ submissions }) => submissions.length > 0)
    const { reference } = first!.submissions[0]!.receipt
    const saved = second!.saves.at(-1)!
    const client = new pg.Client({ connectionString: durable.databaseUrl })
    await client.connect()
    // Past every trigger, as only who owns the machine can.
    await client.query('set session_replication_role = replica')
    await client.query('delete from submissions where reference = $1', [reference])
    await client.query(
      `update draft_answers set revision = revision - 1, blocks = '[]' where response_id = $1 and question_id = $2`,
      [second!.responseId, saved.questionId],
    )
    await client.query('delete from comments where text = $1', [histories.flatMap(({ comments }) => comments)[0]])
    const { stream, seq } = third!.submissions[0]!.receipt.journal
    await client.query('delete from journal where stream = $1 and seq = $2', [stream, seq])
    await client.end()
    const faults = await faultsIn(durable.databaseUrl, histories)
    expect(faults).toContainEqual(expect.stringContaining(`lost: submission ${reference}`))
    expect(faults).toContainEqual(expect.stringContaining(`lost: words of save of ${second!.responseId}`))
    expect(faults).toContainEqual(expect.stringMatching(/^lost: "Comment/))
    expect(faults).toContainEqual(expect.stringMatching(/^lost: receipt /))
    expect(faults).toContainEqual(expect.stringContaining('journal broken'))
  })
})

describe('a server that is told to stop', () => {
  test('[T109] answers what is under way, sends its sockets to another, and takes nothing more', async () => {
    await ready()
    const [server, other] = servers
    const { cookie } = seats[0]!
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${LIVE_PATH}`, { headers: { origin: ORIGIN, cookie } })
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await new Promise((resolve) => socket.once('open', resolve))
    const mission = new Mission({ ...seats[0]!, address: () => server.address }, list, random)
    Object.assign(mission.history, { responseId: missions[0]!.history.responseId })
    const blocker = new pg.Client({ connectionString: durable.databaseUrl })
    await blocker.connect()
    await blocker.query('begin; lock table comments in access exclusive mode')
    const commenting = mission.comment()
    await until(async () => {
      const { rowCount } = await blocker.query(
        "select 1 from pg_locks where relation = 'comments'::regclass and not granted",
      )
      return rowCount !== 0
    })
    server.signal('SIGTERM')
    expect(await closed).toBe(CLOSE.restart.code)
    await until(() =>
      fetch(`${server.address}/api/health`).then(
        () => false,
        () => true,
      ),
    )
    await wait(200)
    await blocker.query('rollback')
    await blocker.end()
    await commenting
    // Answered by the first attempt: not one repetition, though the port was closed before.
    expect(mission.history.repetitions).toBe(0)
    expect(await server.ended()).toBe(0)
    const kept = await durable.sql('select 1 from comments where text = $1', [mission.history.comments[0]])
    expect(kept).toHaveLength(1)
    expect((await fetch(`${other.address}/api/health`)).status).toBe(200)
  })
})

const ready = () => until(() => servers.every((server) => server.isReady))

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 600; turn++) {
    if (await holds()) return
    await wait(25)
  }
  throw new Error('not within 15 s')
}
