import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  addCluster,
  changeIdea,
  clusterIdea,
  drawCredits,
  givePoints,
  mergeCluster,
  mergeIdea,
  moderateIdea,
  movePhase,
  takeIn,
  writeIdea,
} from '../../shared/board.ts'
import { giveFloor, giveStatement, inscribe, setSpeakersList, speakersFile } from '../../shared/floor.ts'
import { readHome } from '../../shared/home.ts'
import { streams } from '../../shared/live.ts'
import type { BoardPhase } from '../../shared/rules/board.ts'
import {
  addScreen,
  assignRoles,
  changeSession,
  listSessions,
  moveSession,
  readRoom,
  readSession,
} from '../../shared/sessions.ts'
import { answerTemperature, askTemperature, moveTemperature } from '../../shared/temperatures.ts'
import { blocksOf } from '../../shared/text.ts'
import { openTopic, remark } from '../../shared/topics.ts'
import { Person, startApp, type TestApp } from '../support/app.ts'
import { connect } from '../support/line.ts'
import { watchRoom } from '../support/rooms.ts'
import { type OpenedSession, openedSession, sessionBody } from '../support/sessions.ts'

let app: TestApp
let s: OpenedSession
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const commandId = () => randomUUID()
const PHASES: BoardPhase[] = ['idle', 'writing', 'revealed', 'clustering', 'prioritising', 'discussing', 'closed']
const moves = (from: BoardPhase, to: BoardPhase) =>
  s.chair.does(movePhase, { params: { itemId: s.itemId }, body: { commandId: commandId(), from, to } })
async function upTo(phase: BoardPhase, from: BoardPhase = 'idle') {
  for (let at = PHASES.indexOf(from); at < PHASES.indexOf(phase); at++) await moves(PHASES[at]!, PHASES[at + 1]!)
}
const ready = (name: keyof OpenedSession['people']) => s.people[name]!.ready() as Promise<Person>
const HEADS = ['headGhana', 'headNorway', 'headSenegal', 'headEcuador', 'headChina', 'headKazakhstan'] as const
/** Until somebody in this file's database waits for such a lock. */
const waitsFor = (lock: string) =>
  expect
    .poll(() =>
      app.sql(
        `select 1 from pg_locks where not granted and ${lock}
         and database = (select oid from pg_database where datname = current_database())`,
      ),
    )
    .not.toEqual([])
const writes = (who: Person, text: string) =>
  who.does(writeIdea, { params: { itemId: s.itemId }, body: { commandId: commandId(), text, language: 'en' } })
const states = (who: Person, channel: 'room' | 'writing', text: string) =>
  who.ask(giveStatement, {
    params: { itemId: s.itemId },
    body: { language: 'en', blocks: blocksOf(text), channel, groupId: null },
  })

/** Everything that a delegation reads of a session over HTTP, but for the time of day. */
async function everything(who: Person): Promise<unknown> {
  const { now: _now, ...room } = await who.does(readRoom, { params: { sessionId: s.sessionId } })
  return {
    room,
    session: await who.does(readSession, { params: { sessionId: s.sessionId } }),
    sessions: await who.does(listSessions, { params: { consultationId: s.consultationId } }),
    home: (await who.does(readHome)).sessions,
  }
}

describe('what another delegation writes', () => {
  beforeEach(async () => {
    s = await openedSession(app, { mode: 'not_for_attribution' })
  })

  test('[M5] a first silent idea changes nothing that another delegation reads', async () => {
    await upTo('writing')
    const norway = await ready('headNorway')
    const before = await everything(norway)
    await writes(await ready('headGhana'), 'Nobody is to know that it is there')
    expect(await everything(norway)).toEqual(before)
  })

  test('[P3] a statement given again before it is delivered is news to nobody but its own and the podium', async () => {
    const norway = await watchRoom(await ready('headNorway'), s.sessionId)
    const ghana = await ready('headGhana')
    for (const text of ['As drafted', 'As corrected']) expect((await states(ghana, 'room', text)).status).toBe(200)
    await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
    await norway.agrees()
    expect(norway.line.kinds()).not.toContain('statement.given')
    // What the room has read and is taken back goes from its pages.
    expect((await states(ghana, 'writing', 'In writing')).status).toBe(200)
    expect((await norway.agrees()).statements).toHaveLength(1)
    expect((await states(ghana, 'room', 'To be delivered after all')).status).toBe(200)
    expect((await norway.agrees()).statements).toEqual([])
    norway.leave()
  })

  test('[P3] the list of speakers of a sealed session is no file, for it names who spoke', async () => {
    await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
    await (await ready('headGhana')).does(inscribe, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), capacity: 'national', groupId: null, delegationId: null },
    })
    const file = await s.chair.ask(speakersFile, { params: { itemId: s.itemId } })
    expect(file.status).toBe(403)
    expect(file.raw.toString()).not.toContain('GHA')
  })

  test('[P3] no frame, no reading and no replayed line tells Norway who wrote an idea, a remark or a statement', async () => {
    const [ghana, norway] = [await ready('headGhana'), await ready('headNorway')]
    const watching = await watchRoom(norway, s.sessionId)
    await upTo('writing')
    const silent = await writes(ghana, 'Written in silence')
    await upTo('revealed', 'writing')
    const open = await writes(ghana, 'Written openly')
    await states(ghana, 'writing', 'In writing')
    const topic = await s.chair.does(openTopic, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), title: 'Topic', clusterId: null },
    })
    await ghana.does(remark, {
      params: { topicId: topic.id },
      body: { commandId: commandId(), language: 'en', text: 'A remark', replyTo: null, quotes: null },
    })
    await watching.agrees()
    const line = await connect(norway)
    line.send({ type: 'subscribe', stream: streams.sessionAll(s.sessionId), after: 0 })
    await line.told((m) => m.type === 'events')
    line.send({ type: 'subscribe', stream: streams.sessionSeat(s.sessionId, s.delegationIds.GHA!), after: 0 })
    await line.told((m) => m.type === 'refused')
    line.send({ type: 'subscribe', stream: streams.sessionPodium(s.sessionId), after: 0 })
    await line.told((m) => m.type === 'refused' && m.stream === streams.sessionPodium(s.sessionId))
    const told = watching.raw() + JSON.stringify(line.messages) + JSON.stringify(await everything(norway))
    expect(told).toContain(silent.id)
    expect(told.replaceAll(streams.sessionSeat(s.sessionId, s.delegationIds.GHA!), '')).not.toContain(
      s.delegationIds.GHA!,
    )
    for (const who of [norway, await ready('headSenegal')])
      expect(
        (await who.ask(changeIdea, { params: { ideaId: open.id }, body: { text: 'Mine now', language: 'en' } })).status,
      ).toBe(404)
    watching.leave()
    line.close()
  })

  test('[M5] what waits before a moderator is not let through into the silence of others', async () => {
    s = await openedSession(app, { mode: 'not_for_attribution', prescreen: true })
    await upTo('revealed')
    const idea = await writes(await ready('headGhana'), 'Waits')
    await moves('revealed', 'writing')
    const answer = await s.chair.ask(moderateIdea, {
      params: { ideaId: idea.id },
      body: { commandId: commandId(), to: 'open', reason: '' },
    })
    expect(answer.body).toMatchObject({ code: 'phase_closed' })
    expect((await s.room(await ready('headNorway'))).ideas).toEqual([])
  })
})

describe('the mode', () => {
  const loosens = async () => {
    const { revision } = await s.chair.does(readSession, { params: { sessionId: s.sessionId } })
    const view = await s.chair.does(readSession, { params: { sessionId: s.sessionId } })
    return s.chair.ask(changeSession, {
      params: { sessionId: s.sessionId },
      ifMatch: revision,
      body: {
        ...sessionBody({}, view.invited),
        title: view.title,
        startsAt: view.startsAt,
        endsAt: view.endsAt,
        items: view.items,
        mode: 'attributed',
      } as never,
    })
  }

  beforeEach(async () => {
    s = await openedSession(app, { mode: 'not_for_attribution' })
  })

  test('[M2] is bound by a place on the speakers list: the record of a looser one would name who spoke', async () => {
    await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
    const ghana = await (await ready('headGhana')).does(inscribe, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), capacity: 'national', groupId: null, delegationId: null },
    })
    await s.chair.does(giveFloor, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), from: null, to: ghana.id, end: false },
    })
    expect((await loosens()).body).toMatchObject({ code: 'mode_only_stricter' })
  })

  test('[M2] is bound by points and by the answer to a temperature', async () => {
    await upTo('clustering')
    const { id } = await s.chair.does(addCluster, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), name: 'A', ideaIds: [] },
    })
    await upTo('prioritising', 'clustering')
    const ghana = await ready('headGhana')
    await ghana.does(givePoints, { params: { itemId: s.itemId }, body: { revision: 0, points: { [id]: 1 } } })
    expect((await loosens()).body).toMatchObject({ code: 'mode_only_stricter' })

    s = await openedSession(app, { mode: 'not_for_attribution' })
    const asked = await s.chair.does(askTemperature, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), question: { en: 'Shall we?' } },
    })
    await s.chair.does(moveTemperature, {
      params: { temperatureId: asked.id },
      body: { commandId: commandId(), from: 'prepared', to: 'open' },
    })
    await (await ready('headNorway')).does(answerTemperature, {
      params: { temperatureId: asked.id },
      body: { choice: 'undecided' },
    })
    expect((await loosens()).body).toMatchObject({ code: 'mode_only_stricter' })
  })
})

describe('figures', () => {
  test('[M8] sums given out again after one delegation changed its points are the sums given out before', async () => {
    s = await openedSession(app)
    await upTo('clustering')
    const [a, b] = await Promise.all(
      ['A', 'B'].map((name) =>
        s.chair.does(addCluster, {
          params: { itemId: s.itemId },
          body: { commandId: commandId(), name, ideaIds: [] },
        }),
      ),
    )
    await upTo('prioritising', 'clustering')
    const people = await Promise.all(HEADS.map(ready))
    const gives = (who: Person, revision: number, points: Record<string, number>) =>
      who.does(givePoints, { params: { itemId: s.itemId }, body: { revision, points } })
    const sums = async () =>
      Object.fromEntries((await s.room(s.chair)).clusters.map(({ name, points }) => [name, points]))
    for (const who of people) await gives(who, 0, { [a!.id]: 2 })
    await upTo('discussing', 'prioritising')
    expect(await sums()).toEqual({ A: 12, B: 0 })
    await moves('discussing', 'prioritising')
    await gives(people[0]!, 1, { [b!.id]: 3 })
    await upTo('discussing', 'prioritising')
    expect(await sums()).toEqual({ A: 12, B: 0 })
    await moves('discussing', 'prioritising')
    for (const who of people.slice(1)) await gives(who, 1, { [b!.id]: 1 })
    await upTo('discussing', 'prioritising')
    expect(await sums()).toEqual({ A: 0, B: 8 })
  })
})

describe('a release that is pressed while answers still come', () => {
  test('[M8] gives out no figures from before the closing', async () => {
    s = await openedSession(app)
    const { id } = await s.chair.does(askTemperature, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), question: { en: 'Shall we?' } },
    })
    const presses = (from: 'prepared' | 'closed', to: 'open' | 'released') =>
      s.chair.ask(moveTemperature, { params: { temperatureId: id }, body: { commandId: commandId(), from, to } })
    await presses('prepared', 'open')
    for (const name of HEADS)
      await (await ready(name)).does(answerTemperature, {
        params: { temperatureId: id },
        body: { choice: 'undecided' },
      })
    const other = new pg.Client({ connectionString: app.ownerUrl })
    await other.connect()
    try {
      await other.query('begin')
      await other.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [s.itemId])
      const released = presses('closed', 'released')
      await waitsFor("locktype = 'advisory'")
      await other.query("update temperature_answers set choice = 'inclined' where temperature_id = $1", [id])
      await other.query("update temperatures set state = 'closed' where id = $1", [id])
      await other.query('commit')
      expect((await released).body).toMatchObject({ code: 'moved_meanwhile' })
    } finally {
      await other.end()
    }
    expect((await presses('closed', 'released')).status).toBe(200)
  })
})

describe('who has no part in the room', () => {
  test('[AC2] an administrator makes no address by which it would read the room', async () => {
    s = await openedSession(app)
    const { administrator } = s.people
    const made = await administrator.ask(addScreen, {
      params: { sessionId: s.sessionId },
      body: { commandId: commandId() },
    })
    expect(made.status).toBe(403)
    expect((await administrator.ask(readRoom, { params: { sessionId: s.sessionId } })).status).toBe(403)
  })

  test('the chair is handed over by nobody but the chair and an administrator, whatever else changes with it', async () => {
    s = await openedSession(app)
    const { revision } = await s.chair.does(readSession, { params: { sessionId: s.sessionId } })
    const moderator = (await s.moderator.me()).person.id
    const chair = (await s.chair.me()).person.id
    for (const roles of [
      [{ personId: moderator, role: 'chair' as const }],
      [
        { personId: moderator, role: 'chair' as const },
        { personId: chair, role: 'chair' as const },
      ],
      [{ personId: moderator, role: 'moderator' as const }],
    ])
      expect(
        (await s.moderator.ask(assignRoles, { params: { sessionId: s.sessionId }, ifMatch: revision, body: { roles } }))
          .status,
      ).toBeGreaterThanOrEqual(400)
    const { roles } = await s.chair.does(readSession, { params: { sessionId: s.sessionId } })
    expect(roles.find(({ role }) => role === 'chair')?.personId).toBe(chair)
  })
})

describe('disturbance', () => {
  beforeEach(async () => {
    s = await openedSession(app)
    await upTo('revealed')
  })

  test('[P8] bad texts, foreign ids and commands of another session are refused and change nothing', async () => {
    const ghana = await ready('headGhana')
    const here = s
    const foreign = await openedSession(app, { mode: 'not_for_attribution' })
    const own = await writes(ghana, 'Stays as it is')
    const bad: unknown[] = ['x'.repeat(100_000), 'x'.repeat(300_000), '\u0000', '\ud800', '', {}, null, 7]
    for (const text of bad) {
      const answer = await ghana.ask(writeIdea, {
        params: { itemId: s.itemId },
        body: { commandId: commandId(), text, language: 'en' } as never,
      })
      expect([400, 413, 422]).toContain(answer.status)
      const intake = await new Person(app).ask(takeIn, {
        body: { credit: 'a.b', itemId: s.itemId, text, language: 'en' } as never,
      })
      expect([400, 404, 413, 422]).toContain(intake.status)
    }
    for (const credit of ['', '.', 'a.b.c', '\u0000.\u0000', `${'x'.repeat(99)}.${'y'.repeat(99)}`])
      expect(
        (await new Person(app).ask(takeIn, { body: { credit, itemId: s.itemId, text: 'x', language: 'en' } })).status,
      ).toBe(404)
    const body = (extra: object) => ({ commandId: commandId(), ...extra }) as never
    const into = (await s.chair
      .does(addCluster, {
        params: { itemId: s.itemIds[1]! },
        body: body({ name: 'Elsewhere', ideaIds: [] }),
      })
      .catch(() => null)) as { id: string } | null
    const attempts = [
      s.chair.ask(mergeIdea, { params: { ideaId: own.id }, body: body({ into: own.id }) }),
      s.chair.ask(mergeIdea, { params: { ideaId: own.id }, body: body({ into: randomUUID() }) }),
      s.chair.ask(clusterIdea, {
        params: { ideaId: own.id },
        body: body({ from: null, to: into?.id ?? randomUUID() }),
      }),
      s.chair.ask(addCluster, {
        params: { itemId: s.itemId },
        body: body({ name: 'C', ideaIds: [own.id, randomUUID()] }),
      }),
      s.chair.ask(mergeCluster, { params: { clusterId: randomUUID() }, body: body({ into: randomUUID() }) }),
      s.chair.ask(giveFloor, { params: { itemId: s.itemId }, body: body({ from: null, to: randomUUID() }) }),
      s.chair.ask(giveFloor, { params: { itemId: s.itemId }, body: body({ from: randomUUID() }) }),
      ghana.ask(givePoints, { params: { itemId: s.itemId }, body: { revision: 0, points: { [randomUUID()]: 1 } } }),
      ghana.ask(givePoints, {
        params: { itemId: s.itemId },
        body: { revision: Number.MAX_SAFE_INTEGER, points: { __proto__: 1 } } as never,
      }),
      ghana.ask(movePhase, { params: { itemId: s.itemId }, body: body({ from: 'revealed', to: 'closed' }) }),
      ghana.ask(drawCredits, { params: { sessionId: s.sessionId }, body: { count: 5 } }),
      ghana.ask(remark, { params: { topicId: randomUUID() }, body: body({ language: 'en', text: 'x' }) }),
      s.people.headGhana.ask(readRoom, { params: { sessionId: 'x' } as never }),
      ghana.ask(moveSession, { params: { sessionId: foreign.sessionId }, body: body({ from: 'open', to: 'closed' }) }),
    ]
    for (const { status } of await Promise.all(attempts)) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
    s = here
    const view = await s.room(ghana)
    expect(view.ideas).toMatchObject([{ id: own.id, clusterId: null, mergedInto: null }])
    expect(view.clusters).toEqual([])
  })

  test('[M15] malformed and flooding frames end their own line and disturb nobody else', async () => {
    const [ghana, norway] = [await ready('headGhana'), await ready('headNorway')]
    const watching = await watchRoom(norway, s.sessionId)
    const bad = await connect(ghana)
    for (const message of [
      null,
      7,
      [],
      {},
      { type: 'subscribe' },
      { type: 'subscribe', stream: 'session:x:all', after: 0 },
      { type: 'subscribe', stream: streams.sessionAll(s.sessionId), after: -1 },
      { type: 'subscribe', stream: streams.sessionAll(s.sessionId), after: 1e300 },
      { type: 'subscribe', stream: streams.sessionAll(randomUUID()), after: 0 },
      { type: 'unsubscribe', stream: streams.sessionPodium(s.sessionId) },
    ])
      bad.send(message)
    await new Promise((done) => setTimeout(done, 200))
    for (let n = 0; n < 300; n++) bad.send({ type: 'pong' })
    expect(await bad.closed).toBe(4429)
    await writes(ghana, 'Told all the same')
    expect((await watching.agrees()).ideas).toHaveLength(1)
    watching.leave()
  })

  test('[M13] a session that closes and destroys its rights does not stand in the way of another that goes on', async () => {
    s = await openedSession(app, { mode: 'anonymous' })
    const { credits } = await (await ready('headGhana')).does(drawCredits, {
      params: { sessionId: s.sessionId },
      body: { count: 2 },
    })
    await upTo('writing')
    // As far as an idea has come in another session, that has looked its right up and not yet the intake.
    const other = new pg.Client({ connectionString: app.ownerUrl })
    await other.connect()
    try {
      await other.query('begin')
      await other.query('select from credit_keys')
      await s.chair.does(moveSession, {
        params: { sessionId: s.sessionId },
        body: { commandId: commandId(), from: 'open', to: 'closed' },
      })
      await waitsFor("mode = 'AccessExclusiveLock'")
      // Refused at once, were it held.
      await other.query('lock table intake in access share mode nowait')
      await other.query('select from intake')
      await other.query('commit')
    } finally {
      await other.end()
    }
    await app.jobs.settle()
    expect(credits).toHaveLength(2)
    expect(await app.sql('select 1 from credit_keys where session_id = $1', [s.sessionId])).toEqual([])
  })
})
