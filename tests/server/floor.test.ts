import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  answerTrade,
  giveFloor,
  giveStatement,
  importSpeakers,
  inscribe,
  moveSpeaker,
  offerTrade,
  placeSpeaker,
  readSpeakingTime,
  setClock,
  setSpeakersList,
  speakersFile,
  takeBackFloor,
} from '../../shared/floor.ts'
import type { FloorCapacity } from '../../shared/rules/floor.ts'
import { inOrder } from '../../shared/rules/floor.ts'
import { moveSession } from '../../shared/sessions.ts'
import { blocksOf } from '../../shared/text.ts'
import { type Person, startApp, type TestApp } from '../support/app.ts'
import { watchRoom } from '../support/rooms.ts'
import { type OpenedSession, openedSession } from '../support/sessions.ts'

let app: TestApp
let s: OpenedSession
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  s = await openedSession(app)
  await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
})

const commandId = () => randomUUID()
type More = { capacity?: FloorCapacity; groupId?: string | null; delegationId?: string | null }
const asking = (who: Person, { capacity = 'national', groupId = null, delegationId = null }: More = {}) =>
  who.ask(inscribe, {
    params: { itemId: s.itemId },
    body: { commandId: commandId(), capacity, groupId, delegationId },
  })
const asks = async (who: Person, more: More = {}) => {
  const answer = await asking(who, more)
  expect(answer.status).toBe(200)
  return answer.body as { id: string }
}
const listNow = async () => {
  const view = await s.room(s.chair)
  return {
    speaking: view.speakers.find(({ state }) => state === 'speaking')?.id ?? null,
    waiting: inOrder(view.speakers, true).map(({ id }) => id),
    item: view.items.find(({ id }) => id === s.itemId)!,
    speakers: view.speakers,
  }
}
const giving = (from: string | null, more: { to?: string; end?: boolean } = {}, who: Person = s.chair) =>
  who.ask(giveFloor, { params: { itemId: s.itemId }, body: { commandId: commandId(), from, ...more } })

describe('the list', () => {
  test('[M3] two members of one delegation who inscribe at once get one place, and both see it', async () => {
    const { drafterGhana, headGhana } = s.people
    const watching = await watchRoom(await headGhana.ready(), s.sessionId)
    const both = await Promise.all([asking(await drafterGhana.ready()), asking(headGhana)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const view = await watching.agrees()
    expect(view.speakers).toHaveLength(1)
    watching.leave()
  })

  test('[M3] whoever asks at once gets places of their own, and the order stays', async () => {
    const ids = Object.values(s.delegationIds)
    const answers = await Promise.all(
      ids.flatMap((delegationId) =>
        (['national', 'point_of_order', 'right_of_reply'] as const).map((capacity) =>
          asking(s.chair, { delegationId, capacity }),
        ),
      ),
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const { waiting, speakers } = await listNow()
    expect(waiting).toHaveLength(ids.length * 3)
    expect(new Set(speakers.map(({ place }) => place)).size).toBe(speakers.length)
    expect((await listNow()).waiting).toEqual(waiting)
  })

  test('[C18] groups speak before States, a point of order before all, a right of reply after; a group has more time', async () => {
    const { headGhana, headNorway } = s.people
    const national = await asks(await headNorway.ready())
    const reply = await asks(await headGhana.ready(), { capacity: 'right_of_reply' })
    const groupId = (await s.room(s.people.headEcuador ? await s.people.headEcuador.ready() : headGhana)).speaksFor[0]
    const order = [national.id, reply.id]
    if (groupId) {
      const group = await asks(s.people.headEcuador!, { capacity: 'group', groupId })
      order.unshift(group.id)
    }
    const point = await asks(headNorway, { capacity: 'point_of_order' })
    expect((await listNow()).waiting).toEqual([point.id, ...order])
    expect(groupId).toBeDefined()
    await giving(null, { to: order[0]! })
    expect((await listNow()).item.clock.limitMs).toBe(300_000)
  })

  test('nobody speaks for a group whose right to it is not on record', async () => {
    const { rows } = { rows: await app.sql<{ id: string }>("select id from groups where key = 'eu'") }
    const answer = await asking(await s.people.headGhana.ready(), { capacity: 'group', groupId: rows[0]!.id })
    expect(answer.body).toMatchObject({ code: 'not_speaker', field: 'groupId' })
  })

  test('[M3] a closed list takes points of order and rights of reply, and nobody else', async () => {
    await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: false } })
    const norway = await s.people.headNorway.ready()
    expect((await asking(norway)).body).toMatchObject({ code: 'speakers_list_closed' })
    expect((await asking(norway, { capacity: 'point_of_order' })).status).toBe(200)
    expect((await asking(norway, { capacity: 'right_of_reply' })).status).toBe(200)
  })

  test('[M3] the chair moves a speaker with a reason that all see; within those of its kind', async () => {
    const [a, b] = [await asks(await s.people.headGhana.ready()), await asks(await s.people.headNorway.ready())]
    const moved = await s.moderator.does(placeSpeaker, {
      params: { speakerId: b.id },
      body: { commandId: commandId(), before: a.id, reason: 'The minister must leave.' },
    })
    expect(moved.movedFor).toBe('The minister must leave.')
    expect((await listNow()).waiting).toEqual([b.id, a.id])
  })

  test('[C18] two delegations trade their places, by the act of the one that is asked', async () => {
    const [ghana, norway] = [await s.people.headGhana.ready(), await s.people.headNorway.ready()]
    const [a, b] = [await asks(ghana), await asks(norway)]
    const watching = await watchRoom(norway, s.sessionId)
    await ghana.does(offerTrade, { params: { speakerId: a.id }, body: { commandId: commandId(), with: b.id } })
    const [trade] = (await watching.agrees()).trades
    const own = await ghana.ask(answerTrade, {
      params: { tradeId: trade!.id },
      body: { commandId: commandId(), accept: true },
    })
    expect(own.body).toMatchObject({ code: 'forbidden' })
    expect((await s.room((await s.people.headSenegal?.ready()) ?? s.chair)).trades).toEqual([])
    await norway.does(answerTrade, { params: { tradeId: trade!.id }, body: { commandId: commandId(), accept: true } })
    expect((await listNow()).waiting).toEqual([b.id, a.id])
    await watching.agrees()
    watching.leave()
  })

  test('an offer to trade ends when one of the two withdraws', async () => {
    const [ghana, norway] = [await s.people.headGhana.ready(), await s.people.headNorway.ready()]
    const [a, b] = [await asks(ghana), await asks(norway)]
    await ghana.does(offerTrade, { params: { speakerId: a.id }, body: { commandId: commandId(), with: b.id } })
    const tradeId = (await s.room(norway)).trades[0]!.id
    await ghana.does(moveSpeaker, { params: { speakerId: a.id }, body: { commandId: commandId(), to: 'withdrawn' } })
    const answer = await norway.ask(answerTrade, {
      params: { tradeId },
      body: { commandId: commandId(), accept: true },
    })
    expect(answer.body).toMatchObject({ code: 'moved_meanwhile' })
  })

  test('[T82] a list goes out as a table and comes in whole or not at all', async () => {
    await asks(await s.people.headGhana.ready())
    const file = await s.chair.ask(speakersFile, { params: { itemId: s.itemId } })
    expect(file.raw.toString()).toContain('"GHA"')
    const bad = await s.chair.ask(importSpeakers, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), csv: 'code,capacity\nNOR,national\nXXX,national\n' },
    })
    expect(bad.body).toMatchObject({ code: 'invalid', field: 'csv.2' })
    expect((await listNow()).waiting).toHaveLength(1)
    const good = await s.chair.does(importSpeakers, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), csv: 'code;capacity\nNOR;national\nGHA;national\n' },
    })
    expect(good).toEqual({ added: 1, known: 1 })
  })
})

describe('the floor', () => {
  test('[M3] pressed twice, or by two moderators, it advances once', async () => {
    const a = await asks(await s.people.headGhana.ready())
    await asks(await s.people.headNorway.ready())
    const both = await Promise.all([giving(null), giving(null, {}, s.moderator)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'floor_moved_on',
      current: { id: a.id },
    })
    expect((await listNow()).speaking).toBe(a.id)
  })

  test('[M3] within thirty seconds it is taken back: speaker, list and clock as they were', async () => {
    const [a, b] = [await asks(await s.people.headGhana.ready()), await asks(await s.people.headNorway.ready())]
    await giving(null)
    const before = await listNow()
    await giving(a.id)
    expect((await listNow()).speaking).toBe(b.id)
    await s.chair.does(takeBackFloor, { params: { itemId: s.itemId }, body: { commandId: commandId() } })
    const after = await listNow()
    expect([after.speaking, after.waiting]).toEqual([before.speaking, before.waiting])
    expect(after.item.clock).toEqual(before.item.clock)

    await giving(a.id)
    await app.sql("update floor_givings set at = at - interval '31 seconds'")
    const late = await s.chair.ask(takeBackFloor, { params: { itemId: s.itemId }, body: { commandId: commandId() } })
    expect(late.body).toMatchObject({ code: 'too_late_to_undo' })
  })

  test('[M4] the clock is one start on the server; stopped it keeps what was used, and says when it was changed meanwhile', async () => {
    await asks(await s.people.headGhana.ready())
    await giving(null)
    const { item } = await listNow()
    expect(item.clock.startedAt).not.toBeNull()
    await app.sql(
      "update session_items set clock_started_at = clock_started_at - interval '20 seconds' where id = $1",
      [s.itemId],
    )
    const stop = { commandId: commandId(), revision: item.revision, to: 'stop' as const }
    await s.chair.does(setClock, { params: { itemId: s.itemId }, body: stop })
    const stopped = (await listNow()).item
    expect(stopped.clock.startedAt).toBeNull()
    expect(stopped.clock.usedMs).toBeGreaterThanOrEqual(20_000)
    const stale = await s.moderator.ask(setClock, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), revision: item.revision, to: 'start' },
    })
    expect(stale.body).toMatchObject({ code: 'clock_moved_on' })
  })

  test('a delegate runs nothing, and nobody who is not invited asks for the floor', async () => {
    const ghana = await s.people.headGhana.ready()
    expect((await giving(null, {}, ghana)).status).toBe(403)
    const { headFiji } = s.people as Record<string, Person & { ready(): Promise<Person> }>
    if (headFiji) expect((await asking(await headFiji.ready())).status).toBe(404)
  })

  test('[S1] the time spoken across the sessions of a consultation is for the chair alone', async () => {
    const a = await asks(await s.people.headGhana.ready())
    await giving(null)
    await app.sql(
      "update session_items set clock_started_at = clock_started_at - interval '60 seconds' where id = $1",
      [s.itemId],
    )
    await giving(a.id, { end: true })
    const times = await s.chair.does(readSpeakingTime, { params: { sessionId: s.sessionId } })
    const ghana = s.delegationIds.GHA!
    expect(times.delegations).toEqual([{ delegationId: ghana, ms: expect.any(Number), interventions: 1 }])
    expect(times.delegations[0]!.ms).toBeGreaterThanOrEqual(60_000)
    expect(times.notYetHeard).not.toContain(ghana)
    expect(times.notYetHeard).toHaveLength(Object.keys(s.delegationIds).length - 1)
    expect((await s.moderator.ask(readSpeakingTime, { params: { sessionId: s.sessionId } })).status).toBe(403)
  })
})

describe('statements', () => {
  const text = (words: string) => ({ language: 'en' as const, blocks: blocksOf(words) })
  const give = (who: Person, channel: 'room' | 'writing', words: string) =>
    who.ask(giveStatement, { params: { itemId: s.itemId }, body: { ...text(words), channel, groupId: null } })

  test('[C17] one to be delivered is read by the podium at once and by the room when it was delivered', async () => {
    const ghana = await s.people.headGhana.ready()
    const norway = await watchRoom(await s.people.headNorway.ready(), s.sessionId)
    const a = await asks(ghana)
    expect((await give(ghana, 'room', 'Distinguished chair')).status).toBe(200)
    expect((await norway.agrees()).statements).toEqual([])
    expect((await s.room(s.chair)).attached).toHaveLength(1)
    expect((await s.room(ghana)).ownStatements).toHaveLength(1)
    await giving(null)
    await giving(a.id, { end: true })
    expect((await norway.agrees()).statements).toMatchObject([
      { channel: 'room', seat: { kind: 'delegation', delegationId: s.delegationIds.GHA } },
    ])
    norway.leave()
  })

  test('[N4] one in writing stands with the others at once, and for a week after the session', async () => {
    const ghana = await s.people.headGhana.ready()
    await s.chair.does(moveSession, {
      params: { sessionId: s.sessionId },
      body: { commandId: commandId(), from: 'open', to: 'closed' },
    })
    expect((await give(ghana, 'writing', 'In writing')).status).toBe(200)
    expect((await give(ghana, 'room', 'Too late to deliver')).body).toMatchObject({ code: 'session_not_open' })
    expect((await s.room(await s.people.headNorway.ready())).statements).toHaveLength(1)
    await app.sql("update sessions set closed_at = closed_at - interval '8 days' where id = $1", [s.sessionId])
    expect((await give(ghana, 'writing', 'Too late')).body).toMatchObject({ code: 'session_not_open' })
  })

  test('[P3] not for attribution, neither name nor time nor order goes with it, but to the podium and its own', async () => {
    s = await openedSession(app, { mode: 'not_for_attribution' })
    const ghana = await s.people.headGhana.ready()
    const norway = await watchRoom(await s.people.headNorway.ready(), s.sessionId)
    expect((await give(ghana, 'writing', 'Nobody is to know')).status).toBe(200)
    const [statement] = (await norway.agrees()).statements
    expect(statement).toMatchObject({ seat: { kind: 'withheld' }, at: null })
    expect(norway.raw()).not.toContain(s.delegationIds.GHA)
    expect((await s.room(s.chair)).attached).toMatchObject([{ seat: { delegationId: s.delegationIds.GHA } }])
    norway.leave()
  })

  test('an anonymous session takes none, for it would have to know whose it is', async () => {
    s = await openedSession(app, { mode: 'anonymous' })
    expect((await give(await s.people.headGhana.ready(), 'writing', 'Mine')).body).toMatchObject({
      code: 'not_in_anonymous',
    })
  })
})
