import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST } from '../../server/seed/cast.ts'
import { streams } from '../../shared/live.ts'
import { ORIGIN } from '../support/app.ts'
import { type Breakouts, drafts, openedBreakouts, puts, type Room } from '../support/breakouts.ts'
import type { CastMember } from '../support/cast.ts'
import { Follower, toldAll, until } from './follower.ts'
import { arrange, type Durable, freePort, ServerProcess, startDurable } from './platform.ts'

/** Between two messages of the chair to all groups. */
const EVERY_MS = 150
/** So many may each delegation write. */
const IDEAS = 15

let durable: Durable
let servers: [ServerProcess, ServerProcess]
let m: Breakouts
let digests: string[]
/** Who sits in which group. */
let seated: [CastMember, Room][]

beforeAll(async () => {
  durable = await startDurable()
  const app = await arrange(durable, CAST, (word) => hash(word, { memoryCost: 64, timeCost: 1, parallelism: 1 }))
  try {
    m = await openedBreakouts(app)
    const { headGhana, headSenegal, headNorway, headKazakhstan, headEcuador, headChina, headEgypt } = m.people
    const [first, second, third] = m.groups as [Room, Room, Room]
    seated = [
      [headGhana, first],
      [headSenegal, first],
      [headNorway, second],
      [headKazakhstan, second],
      [headEcuador, third],
      [headChina, third],
      [headEgypt, third],
    ]
    for (const [who] of seated) await who.ready()
    digests = []
    for (const room of m.groups) {
      await drafts(m.rapporteur, room, 3)
      digests.push((await puts(m.rapporteur, room)).digest!)
    }
    const groups = [m.groups.map(({ sessionId }) => sessionId)]
    await durable.sql("update session_items set phase = 'revealed' where session_id = any ($1)", groups)
    await durable.sql(`update sessions set ideas_of_one = ${IDEAS} where id = any ($1)`, groups)
  } finally {
    await app.close()
  }
  servers = [
    new ServerProcess(await freePort(), durable.databaseUrl),
    new ServerProcess(await freePort(), durable.databaseUrl),
  ]
  await Promise.all(servers.map((server) => server.start()))
}, 120_000)
afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.kill()))
  await durable?.stop()
})

/** As a page does that gets no answer: the same command again, at the other server, until it is answered, which must be that it is done. */
async function insists(who: CastMember, at: number, method: string, path: string, body: object): Promise<void> {
  for (let turn = at; ; turn++) {
    const answer = await fetch(`${servers[turn % 2]!.address}${path}`, {
      method,
      headers: {
        origin: ORIGIN,
        cookie: who.cookie,
        'content-type': 'application/json',
        ...(who.actingFor ? { 'x-acting-for': who.actingFor } : {}),
      },
      body: JSON.stringify(body),
    }).catch(() => null)
    if (answer?.status === 200) return
    if (answer && answer.status < 500) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    await wait(60)
  }
}

test('[M10] [M1] a server of the groups killed, and then the other: nothing is lost, nothing done or told twice', async () => {
  const ports = servers.map(({ port }) => port)
  const followers = new Map(
    m.groups.map((room, at) => [
      room.sessionId,
      seated
        .filter(([, own]) => own === room)
        .flatMap(([who]) => [0, 1, 2].map((n) => new Follower(who, ports, at + n, streams.sessionAll(room.sessionId)))),
    ]),
  )
  const all = [...followers.values()].flat()
  let over = false
  try {
    await until(() => all.every(({ returns }) => returns >= 0))
    const sent: string[] = []
    const chairing = (async () => {
      for (let turn = 0; !over; turn++) {
        const text = `Announcement ${turn}`
        const path = `/api/slots/${m.slotId}/messages`
        await insists(m.chair, turn, 'POST', path, { commandId: randomUUID(), text })
        sent.push(text)
        await wait(EVERY_MS)
      }
    })()
    const written: string[] = []
    const working = seated.map(async ([who, room], seat) => {
      for (let turn = 0; turn < IDEAS; turn++) {
        const idea = { commandId: randomUUID(), text: `${who.key} ${turn}`, language: 'en', groupId: null }
        await insists(who, seat + turn, 'POST', `/api/items/${room.itemId}/ideas`, idea)
        written.push(idea.text)
        await wait(250)
      }
      const digest = digests[m.groups.indexOf(room)]!
      const signature = { digest, dissents: seat % 3 === 1, note: seat % 3 === 1 ? `Not by ${who.key}` : '' }
      const path = `/api/sessions/${room.sessionId}/report-back/signature`
      await insists(who, seat, 'PUT', path, signature)
    })
    const killing = (async () => {
      for (const server of servers) {
        await wait(1_200)
        await server.kill()
        await wait(600)
        await server.start()
      }
    })()
    await Promise.all([killing, ...working])
    over = true
    await chairing

    // What was answered is there, once.
    expect(written).toHaveLength(seated.length * IDEAS)
    const ideas = await durable.sql<{ text: string }>("select text from ideas where text like 'head%' order by text")
    expect(ideas.map(({ text }) => text)).toEqual(written.toSorted())
    for (const { sessionId } of m.groups) {
      const messages = await durable.sql<{ text: string }>(
        'select text from room_messages where session_id = $1 order by text',
        [sessionId],
      )
      expect(messages.map(({ text }) => text)).toEqual(sent.toSorted())
    }
    const signatures = await durable.sql<{ delegation: string; note: string }>(
      'select delegation_id as delegation, note from signatures order by note',
    )
    expect(new Map(signatures.map(({ delegation, note }) => [delegation, note]))).toEqual(
      new Map(seated.map(([who], seat) => [who.actingFor, seat % 3 === 1 ? `Not by ${who.key}` : ''])),
    )
    expect(signatures).toHaveLength(seated.length)

    // Each was told all of its own room, once, in order, wherever it came back to.
    for (const [sessionId, some] of followers) await toldAll(durable, streams.sessionAll(sessionId), some)
    expect(Math.min(...all.map(({ returns }) => returns))).toBeGreaterThan(0)

    // The groups go on where they were: what was signed is signed by whom it was.
    for (const [at, { sessionId }] of m.groups.entries()) {
      const body = { commandId: randomUUID(), digest: digests[at] }
      const path = `/api/sessions/${sessionId}/report-back/signing`
      await insists(m.rapporteur, at, 'POST', path, body)
    }
    const closed = { commandId: randomUUID(), to: 'closed' }
    await insists(m.chair, 0, 'POST', `/api/slots/${m.slotId}/state`, closed)
    const kept = await durable.sql<{ count: number }>('select count(*)::int as count from ideas')
    expect(kept[0]!.count).toBe(written.length + m.groups.length)
  } finally {
    over = true
    for (const one of all) one.leave()
  }
}, 120_000)
