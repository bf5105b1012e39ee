import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { digestOf } from '../../server/journal/journal.ts'
import { TEMPERATURE_CHOICES, type TemperatureChoice, type TemperatureState } from '../../shared/rules/temperature.ts'
import { moveSession } from '../../shared/sessions.ts'
import {
  againTemperature,
  answerTemperature,
  askTemperature,
  moveTemperature,
  resetTemperature,
} from '../../shared/temperatures.ts'
import { moveTopic, openTopic, remark, resolveTopic } from '../../shared/topics.ts'
import { type Person, startApp, type TestApp } from '../support/app.ts'
import { watchRoom } from '../support/rooms.ts'
import { MODES, type OpenedSession, openedSession } from '../support/sessions.ts'

let app: TestApp
let s: OpenedSession
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  s = await openedSession(app)
})

const commandId = () => randomUUID()
const ready = (name: keyof OpenedSession['people']) => s.people[name]!.ready() as Promise<Person>
const asks = () =>
  s.moderator.does(askTemperature, {
    params: { itemId: s.itemId },
    body: { commandId: commandId(), question: { en: 'Is this a way to go?' } },
  })
const moving = (temperatureId: string, from: TemperatureState, to: TemperatureState, who: Person = s.chair) =>
  who.ask(moveTemperature, { params: { temperatureId }, body: { commandId: commandId(), from, to } })
const says = (who: Person, temperatureId: string, choice: TemperatureChoice) =>
  who.ask(answerTemperature, { params: { temperatureId }, body: { choice } })
const HEADS = [
  'headGhana',
  'headNorway',
  'headSenegal',
  'headEcuador',
  'headChina',
  'headKazakhstan',
  'headEgypt',
] as const

describe('taking the temperature', () => {
  test('[M8] the room sees a question from its opening on, and no figure and no answer of another before its release', async () => {
    const { id } = await asks()
    const norway = await watchRoom(await ready('headNorway'), s.sessionId)
    const chair = await watchRoom(await s.chair.ready(), s.sessionId)
    expect([norway.view().temperatures, chair.view().preparedTemperatures.length]).toEqual([[], 1])
    await moving(id, 'prepared', 'open')
    const people = await Promise.all(HEADS.slice(0, 6).map(ready))
    for (const [at, who] of people.entries()) await says(who, id, at < 3 ? 'inclined' : 'awaiting_instructions')
    await says(people[0]!, id, 'reservations')
    for (const one of [norway, chair]) {
      const view = await one.agrees()
      expect(view.temperatures).toMatchObject([{ state: 'open', result: null }])
    }
    // Norway's own answer is told to Norway; that of the others to nobody, not that there is one.
    expect(norway.line.kinds().filter((kind) => kind === 'temperature.answered')).toHaveLength(1)
    expect(chair.line.kinds()).not.toContain('temperature.answered')
    await moving(id, 'open', 'closed')
    expect((await says(people[0]!, id, 'inclined')).body).toMatchObject({ code: 'temperature_closed' })
    expect((await norway.agrees()).temperatures).toMatchObject([{ state: 'closed', result: null }])
    await moving(id, 'closed', 'released')
    const [released] = (await norway.agrees()).temperatures
    expect(released?.result).toMatchObject({ answered: 6, parts: [] })
    for (const one of [norway, chair]) one.leave()
  })

  test('[M8] one answer for a delegation, whoever of it gives it last', async () => {
    const { id } = await asks()
    await moving(id, 'prepared', 'open')
    await says(await ready('drafterGhana'), id, 'inclined')
    await says(await ready('headGhana'), id, 'undecided')
    expect((await s.room(await ready('drafterGhana'))).ownTemperatures).toEqual([{ id, choice: 'undecided' }])
    expect(await app.sql('select 1 from temperature_answers where temperature_id = $1', [id])).toHaveLength(1)
  })

  test('[M8] with fewer than five answers there are no figures, and it says so', async () => {
    const { id } = await asks()
    await moving(id, 'prepared', 'open')
    for (const name of HEADS.slice(0, 4)) await says(await ready(name), id, 'inclined')
    await moving(id, 'open', 'closed')
    await moving(id, 'closed', 'released')
    expect((await s.room(s.chair)).temperatures).toMatchObject([{ state: 'released', result: null }])
  })

  test('[M8] a second round keeps the first, and serves its figures where too little changed to be told', async () => {
    const { id } = await asks()
    await moving(id, 'prepared', 'open')
    const people = await Promise.all(HEADS.map(ready))
    for (const who of people) await says(who, id, 'undecided')
    await moving(id, 'open', 'closed')
    await moving(id, 'closed', 'released')
    const next = await s.chair.does(againTemperature, {
      params: { temperatureId: id },
      body: { commandId: commandId() },
    })
    await moving(next.id, 'prepared', 'open')
    for (const [at, who] of people.entries()) await says(who, next.id, at === 0 ? 'inclined' : 'undecided')
    await moving(next.id, 'open', 'closed')
    await moving(next.id, 'closed', 'released')
    const { temperatures } = await s.room(s.chair)
    const [first, second] = [id, next.id].map((one) => temperatures.find((known) => known.id === one))
    expect(second).toMatchObject({ round: 2, earlierId: id, result: first?.result })
  })

  test('begun anew, the answers so far are gone for everybody, and the room is told', async () => {
    const { id } = await asks()
    await moving(id, 'prepared', 'open')
    const ghana = await watchRoom(await ready('headGhana'), s.sessionId)
    await says(await ready('headGhana'), id, 'inclined')
    expect((await ghana.agrees()).ownTemperatures).toHaveLength(1)
    await s.chair.does(resetTemperature, { params: { temperatureId: id }, body: { commandId: commandId() } })
    expect((await ghana.agrees()).ownTemperatures).toEqual([])
    expect(ghana.line.kinds()).toContain('temperature.reset')
    ghana.leave()
  })

  test('two who press at once move it once, and a delegate moves nothing', async () => {
    const { id } = await asks()
    const both = await Promise.all([moving(id, 'prepared', 'open'), moving(id, 'prepared', 'open', s.moderator)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await moving(id, 'open', 'closed', await ready('headGhana'))).status).toBe(403)
    expect((await moving(id, 'open', 'released')).body).toMatchObject({ code: 'invalid', field: 'to' })
  })

  test('[R5] [R10] a round in which one of seven changes the answer serves the figures given out before, as they were', async () => {
    const people = await Promise.all(HEADS.map(ready))
    const taken = async (id: string, inclined: number) => {
      await moving(id, 'prepared', 'open')
      for (const [at, who] of people.entries()) await says(who, id, at < inclined ? 'inclined' : 'reservations')
      await moving(id, 'open', 'closed')
      return (await moving(id, 'closed', 'released')).body.result
    }
    const { id } = await asks()
    const first = await taken(id, 3)
    expect(first).toMatchObject({ number: 1, answered: 7, parts: [] })
    expect(first?.all?.map(({ figure }) => figure).sort()).toEqual([3, 4])
    const next = await s.chair.does(againTemperature, {
      params: { temperatureId: id },
      body: { commandId: commandId() },
    })
    expect(await taken(next.id, 4)).toEqual(first)
    const { temperatures } = await s.room(s.chair)
    expect(temperatures.find((one) => one.id === id)?.result).toEqual(first)
  })

  test('[P3] where names are sealed, what each answered goes with the release, and its own device is told', async () => {
    for (const mode of MODES) {
      s = await openedSession(app, { mode })
      const { id } = await asks()
      await moving(id, 'prepared', 'open')
      const people = await Promise.all(HEADS.slice(0, 5).map(ready))
      const ghana = await watchRoom(people[0]!, s.sessionId)
      for (const who of people) await says(who, id, 'inclined')
      await moving(id, 'open', 'closed')
      expect((await ghana.agrees()).ownTemperatures).toHaveLength(1)
      await moving(id, 'closed', 'released')
      expect((await ghana.agrees()).ownTemperatures).toHaveLength(mode === 'attributed' ? 1 : 0)
      const left = await app.sql('select 1 from temperature_answers where temperature_id = $1', [id])
      expect(left, mode).toHaveLength(mode === 'attributed' ? 5 : 0)
      const guesses = TEMPERATURE_CHOICES.flatMap((choice) => [digestOf({ choice }), digestOf(choice)])
      const found = await app.sql('select 1 from journal where digest = any ($1)', [guesses])
      expect(found).toEqual([])
      ghana.leave()
    }
  })

  test('closed with the session, its figures are given out where enough answered, and else it says that they are not', async () => {
    for (const mode of MODES) {
      s = await openedSession(app, { mode })
      const [many, few, kept, open] = [await asks(), await asks(), await asks(), await asks()]
      for (const { id } of [many, few, kept, open]) await moving(id, 'prepared', 'open')
      const people = await Promise.all(HEADS.map(ready))
      for (const [at, who] of people.entries())
        for (const { id } of at < 4 ? [many, few, kept, open] : [many, kept, open])
          expect((await says(who, id, 'inclined')).status).toBe(200)
      for (const { id } of [many, few, kept]) await moving(id, 'open', 'closed')
      expect((await moving(kept.id, 'closed', 'kept_back')).status).toBe(200)
      const norway = await watchRoom(await ready('headNorway'), s.sessionId)
      await s.chair.does(moveSession, {
        params: { sessionId: s.sessionId },
        body: { commandId: commandId(), from: 'open', to: 'closed' },
      })
      await app.jobs.settle()
      const view = await norway.agrees()
      const stateOf = ({ id }: { id: string }) => view.temperatures.find((one) => one.id === id)
      expect(stateOf(many)).toMatchObject({ state: 'released', result: { answered: 7 } })
      expect(stateOf(open)).toMatchObject({ state: 'released', result: { answered: 7 } })
      expect(stateOf(few)).toMatchObject({ state: 'kept_back', result: null })
      expect(stateOf(kept)).toMatchObject({ state: 'kept_back', result: null })
      const [left] = await app.sql<{ count: number }>(
        'select count(*)::int as count from temperature_answers where session_id = $1',
        [s.sessionId],
      )
      expect(left?.count === 0, mode).toBe(mode !== 'attributed')
      norway.leave()
    }
  })

  test('[P3] where names are sealed, what each answered goes also when the figures are kept back, and cannot be given out later', async () => {
    s = await openedSession(app, { mode: 'not_for_attribution' })
    const { id } = await asks()
    await moving(id, 'prepared', 'open')
    for (const who of await Promise.all(HEADS.map(ready))) await says(who, id, 'inclined')
    await moving(id, 'open', 'closed')
    expect((await moving(id, 'closed', 'kept_back', await ready('headNorway'))).status).toBe(403)
    expect((await moving(id, 'closed', 'kept_back')).status).toBe(200)
    expect((await moving(id, 'kept_back', 'released')).status).not.toBe(200)
    expect(await app.sql('select 1 from temperature_answers where temperature_id = $1', [id])).toEqual([])
  })

  test('[P3] where names are sealed, what each answered is destroyed when the session closes', async () => {
    for (const mode of MODES) {
      s = await openedSession(app, { mode })
      const { id } = await asks()
      await moving(id, 'prepared', 'open')
      await says(await ready('headGhana'), id, 'inclined')
      await s.chair.does(moveSession, {
        params: { sessionId: s.sessionId },
        body: { commandId: commandId(), from: 'open', to: 'closed' },
      })
      await app.jobs.settle()
      const left = await app.sql('select 1 from temperature_answers where temperature_id = $1', [id])
      expect(left, mode).toHaveLength(mode === 'attributed' ? 1 : 0)
      expect((await s.room(s.chair)).temperatures).toMatchObject([{ state: 'kept_back' }])
    }
  })
})

describe('topics', () => {
  const opens = (title = 'How to begin') =>
    s.moderator.does(openTopic, { params: { itemId: s.itemId }, body: { commandId: commandId(), title } })
  const remarks = (who: Person, topicId: string, text: string, more: { replyTo?: string; quotes?: string } = {}) =>
    who.ask(remark, { params: { topicId }, body: { commandId: commandId(), text, language: 'en', ...more } })

  test('[M12] both sides talk, reply and quote; resolved it is opened again by a reply', async () => {
    const topic = await opens()
    const norway = await watchRoom(await ready('headNorway'), s.sessionId)
    const first = await remarks(await ready('headGhana'), topic.id, 'A first word')
    const firstId = (first.body as { id: string }).id
    await remarks(s.chair, topic.id, 'From the podium', { quotes: firstId })
    let view = await norway.agrees()
    expect(view.remarks.map(({ seat }) => seat.kind)).toEqual(['delegation', 'podium'])
    await s.chair.does(resolveTopic, { params: { topicId: topic.id }, body: { resolved: true } })
    expect((await norway.agrees()).topics[0]?.resolvedAt).not.toBeNull()
    await remarks(await ready('headNorway'), topic.id, 'Not yet', { replyTo: firstId })
    view = await norway.agrees()
    expect(view.topics[0]?.resolvedAt).toBeNull()
    expect(view.remarks).toHaveLength(3)
    const other = await opens('Another')
    expect((await remarks(s.chair, other.id, 'Across', { replyTo: firstId })).body).toMatchObject({
      code: 'invalid',
      field: 'replyTo',
    })
    norway.leave()
  })

  test('[M12] moved to another item, it remembers where it stood, and what is said in it goes along', async () => {
    const topic = await opens()
    await remarks(await ready('headGhana'), topic.id, 'Stays with it')
    const to = s.itemIds[1]!
    const moved = await s.chair.does(moveTopic, {
      params: { topicId: topic.id },
      body: { itemId: to, clusterId: null },
    })
    expect(moved).toMatchObject({ itemId: to, movedFrom: [{ itemId: s.itemId, clusterId: null }] })
    expect((await s.room(s.chair)).remarks).toHaveLength(1)
    expect((await moveAs(await ready('headGhana'), topic.id, s.itemId)).status).toBe(403)
  })
  const moveAs = (who: Person, topicId: string, itemId: string) =>
    who.ask(moveTopic, { params: { topicId }, body: { itemId, clusterId: null } })

  test('[P3] sealed, a remark bears neither name nor time; in an anonymous session delegations make none', async () => {
    s = await openedSession(app, { mode: 'not_for_attribution' })
    let topic = await opens()
    const norway = await watchRoom(await ready('headNorway'), s.sessionId)
    await remarks(await ready('headGhana'), topic.id, 'Nobody is to know')
    await remarks(s.chair, topic.id, 'From the podium')
    expect((await norway.agrees()).remarks).toMatchObject([
      { seat: { kind: 'withheld' }, at: null },
      { seat: { kind: 'podium' } },
    ])
    expect(norway.raw()).not.toContain(s.delegationIds.GHA)
    norway.leave()
    s = await openedSession(app, { mode: 'anonymous' })
    topic = await opens()
    expect((await remarks(await ready('headGhana'), topic.id, 'Mine')).body).toMatchObject({ code: 'not_in_anonymous' })
  })
})
