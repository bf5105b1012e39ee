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
  readStatementVersions,
  setClock,
  setSpeakersList,
  speakersFile,
  takeBackFloor,
} from '../../shared/floor.ts'
import type { AskedCapacity } from '../../shared/rules/floor.ts'
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
type More = { capacity?: AskedCapacity; groupId?: string | null; delegationId?: string | null }
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

  test('[M3] the podium confirms a place, and a delegation gives its own up; neither is the other’s to do', async () => {
    const [ghana, norway] = [await s.people.headGhana.ready(), await s.people.headNorway.ready()]
    const [a, b] = [await asks(ghana), await asks(norway)]
    const to = (who: Person, speakerId: string, state: 'confirmed' | 'yielded') =>
      who.ask(moveSpeaker, { params: { speakerId }, body: { commandId: commandId(), to: state } })
    expect((await to(ghana, a.id, 'confirmed')).status).toBe(403)
    expect((await to(s.moderator, a.id, 'confirmed')).status).toBe(200)
    expect((await to(norway, a.id, 'yielded')).status).toBe(403)
    expect((await to(ghana, a.id, 'yielded')).status).toBe(200)
    const states = (await listNow()).speakers.map(({ id, state }) => [id, state])
    expect(Object.fromEntries(states)).toEqual({ [a.id]: 'yielded', [b.id]: 'requested' })
    expect((await listNow()).waiting).toEqual([b.id])
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

  test('[C18] a trade accepted ends every other offer of the two places, and tells those concerned', async () => {
    const ghana = await s.people.headGhana.ready()
    const norway = await s.people.headNorway.ready()
    const senegal = await s.people.headSenegal.ready()
    const china = await s.people.headChina.ready()
    const [a, b, c, d] = [await asks(ghana), await asks(norway), await asks(senegal), await asks(china)]
    const offers = (who: Person, own: { id: string }, to: { id: string }) =>
      who.does(offerTrade, { params: { speakerId: own.id }, body: { commandId: commandId(), with: to.id } })
    await offers(ghana, a, b)
    await offers(senegal, c, a)
    await offers(norway, b, c)
    await offers(senegal, c, d)
    const watching = await Promise.all([ghana, norway, senegal, china].map((who) => watchRoom(who, s.sessionId)))
    const accepted = (await s.room(norway)).trades.find(({ mine }) => !mine)!
    await norway.does(answerTrade, { params: { tradeId: accepted.id }, body: { commandId: commandId(), accept: true } })
    const states = []
    for (const one of watching) states.push((await one.agrees()).trades.map(({ state }) => state).toSorted())
    // Ghana: its own, and Senegal’s; Senegal’s with China names neither place and stands.
    expect(states).toEqual([
      ['accepted', 'lapsed'],
      ['accepted', 'lapsed'],
      ['lapsed', 'lapsed', 'offered'],
      ['offered'],
    ])
    expect((await listNow()).waiting).toEqual([b.id, a.id, c.id, d.id])
    for (const one of watching) one.leave()
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
    expect(bad.body).toMatchObject({ code: 'invalid', field: 'csv.2.code' })
    expect((await listNow()).waiting).toHaveLength(1)
    const good = await s.chair.does(importSpeakers, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), csv: 'code;capacity\nNOR;national\nGHA;national\n' },
    })
    expect(good).toEqual({ added: 1, known: 1 })
    const again = await s.chair.does(importSpeakers, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), csv: 'code\nNOR\nGHA\n' },
    })
    expect(again).toEqual({ added: 0, known: 2 })
  })
})

describe('the list under many hands', () => {
  test('[M3] fifty who ask at once get fifty places, and all see one order', async () => {
    const codes = await app.sql<{ code: string }>(
      "select code from delegations where kind = 'member' order by code limit 50",
    )
    s = await openedSession(app, { delegations: codes.map(({ code }) => code) })
    await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
    const watching = await watchRoom(s.moderator, s.sessionId)
    const answers = await Promise.all(
      Object.values(s.delegationIds).map((delegationId, at) =>
        asking(at % 2 ? s.chair : s.moderator, { delegationId }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
    const { waiting, speakers } = await listNow()
    expect(new Set(speakers.map(({ place }) => place)).size).toBe(50)
    expect(inOrder((await watching.agrees()).speakers, true).map(({ id }) => id)).toEqual(waiting)
    watching.leave()
  })

  test('[M3] whatever is done to a list, the order is the one that was asked for, and nobody is lost', async () => {
    // A seed of its own for each step; the model is a plain list.
    let seed = 20_170_711
    const drawn = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    const model: string[] = []
    for (const delegationId of Object.values(s.delegationIds)) model.push((await asks(s.chair, { delegationId })).id)
    const away: string[] = []
    for (let step = 0; step < 60; step++) {
      const at = drawn(model.length)
      const speakerId = model[at]!
      const what = drawn(4)
      if (what === 0 && model.length > 3) {
        await s.chair.does(moveSpeaker, { params: { speakerId }, body: { commandId: commandId(), to: 'withdrawn' } })
        away.push(...model.splice(at, 1))
      } else if (what === 1 && away.length > 0) {
        const back = away.shift()!
        await s.chair.does(moveSpeaker, {
          params: { speakerId: back },
          body: { commandId: commandId(), to: 'requested' },
        })
        model.push(back)
      } else {
        model.splice(at, 1)
        const before = model[drawn(model.length + 1)] ?? null
        await s.chair.does(placeSpeaker, {
          params: { speakerId },
          body: { commandId: commandId(), before, reason: 'Asked from the podium.' },
        })
        model.splice(before === null ? model.length : model.indexOf(before), 0, speakerId)
      }
      expect((await listNow()).waiting, `step ${step}`).toEqual(model)
    }
  })

  test('[M3] two that are put before each other again and again stay where they were put', async () => {
    const order = []
    for (const delegationId of Object.values(s.delegationIds).slice(0, 3))
      order.push((await asks(s.chair, { delegationId })).id)
    const [first, ...two] = order as [string, string, string]
    for (let step = 0; step < 60; step++) {
      two.reverse()
      await s.chair.does(placeSpeaker, {
        params: { speakerId: two[0]! },
        body: { commandId: commandId(), before: two[1]!, reason: 'Once more.' },
      })
    }
    const { waiting, speakers } = await listNow()
    expect(waiting).toEqual([first, ...two])
    expect(new Set(speakers.map(({ place }) => place)).size).toBe(3)
  })

  test('one is moved among its like, and a point of order by an observer is like any other', async () => {
    s = await openedSession(app, { observers: ['NOR'] })
    await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
    const a = await asks(await s.people.headGhana.ready(), { capacity: 'point_of_order' })
    const b = await asks(await s.people.headNorway.ready(), { capacity: 'point_of_order' })
    await s.chair.does(placeSpeaker, {
      params: { speakerId: b.id },
      body: { commandId: commandId(), before: a.id, reason: 'It was first.' },
    })
    expect((await listNow()).waiting).toEqual([b.id, a.id])
  })

  test('one that comes back while it speaks from another place is told so', async () => {
    const ghana = await s.people.headGhana.ready()
    const first = await asks(ghana)
    await ghana.does(moveSpeaker, {
      params: { speakerId: first.id },
      body: { commandId: commandId(), to: 'withdrawn' },
    })
    const second = await asks(ghana)
    await giving(null)
    expect((await listNow()).speaking).toBe(second.id)
    const answer = await ghana.ask(moveSpeaker, {
      params: { speakerId: first.id },
      body: { commandId: commandId(), to: 'requested' },
    })
    expect(answer.body).toMatchObject({ code: 'already_inscribed' })
  })

  test('whoever may no longer speak for a group does not come back for it', async () => {
    const ecuador = await s.people.headEcuador.ready()
    const groupId = (await s.room(ecuador)).speaksFor[0]!
    const place = await asks(ecuador, { capacity: 'group', groupId })
    await ecuador.does(moveSpeaker, {
      params: { speakerId: place.id },
      body: { commandId: commandId(), to: 'withdrawn' },
    })
    const back = () =>
      ecuador.ask(moveSpeaker, { params: { speakerId: place.id }, body: { commandId: commandId(), to: 'requested' } })
    const spoke = [s.delegationIds.ECU, groupId]
    const until = await app.sql<{ id: string; until: string | null }>(
      'select id, until::text from group_speakers where delegation_id = $1 and group_id = $2',
      spoke,
    )
    await app.sql('update group_speakers set "until" = "from" where delegation_id = $1 and group_id = $2', spoke)
    try {
      expect((await back()).body).toMatchObject({ code: 'not_speaker' })
    } finally {
      for (const one of until)
        await app.sql('update group_speakers set "until" = $2 where id = $1', [one.id, one.until])
    }
    expect((await back()).status).toBe(200)
  })
})

describe('the list as a file', () => {
  const importing = (csv: string, itemId = s.itemId) =>
    s.chair.ask(importSpeakers, { params: { itemId }, body: { commandId: commandId(), csv } })

  test('[S8] what goes out comes in on another item in the same order; whoever has left the list does not come back by it', async () => {
    const [ghana, norway] = [await s.people.headGhana.ready(), await s.people.headNorway.ready()]
    const ecuador = await s.people.headEcuador.ready()
    const groupId = (await s.room(ecuador)).speaksFor[0]!
    const gone = await asks(ghana)
    await asks(norway)
    await asks(ecuador, { capacity: 'group', groupId })
    await ghana.does(moveSpeaker, { params: { speakerId: gone.id }, body: { commandId: commandId(), to: 'withdrawn' } })
    const file = await s.chair.ask(speakersFile, { params: { itemId: s.itemId } })
    const other = s.itemIds[1]!
    await s.chair.does(setSpeakersList, { params: { itemId: other }, body: { open: true } })
    expect((await importing(file.raw.toString(), other)).body).toEqual({ added: 2, known: 0 })
    const seats = inOrder(
      (await s.room(s.chair)).speakers.filter(({ itemId }) => itemId === other),
      true,
    )
    expect(seats.map(({ seat }) => seat)).toMatchObject([
      { kind: 'group', groupId, delegationId: s.delegationIds.ECU },
      { kind: 'delegation', delegationId: s.delegationIds.NOR },
    ])
  })

  test('[S8] it is told which line is at fault, and which of its fields', async () => {
    const faults = {
      'code,capacity\nNOR,national\nXXX,national': 'csv.2.code',
      'code,capacity\nNOR,loudly': 'csv.1.capacity',
      'code,capacity,group\nECU,group,no-such-group': 'csv.1.group',
      'code,capacity,group\nGHA,national,\nNOR,group,': 'csv.2.group',
      'capacity\nnational': 'csv.1.code',
    }
    for (const [csv, field] of Object.entries(faults))
      expect((await importing(csv)).body, csv).toMatchObject({ code: 'invalid', field })
    const unheard = await importing('code\nNOR\nFJI')
    expect(unheard.body).toMatchObject({ code: 'invalid', field: 'csv.2.code' })
    expect((await listNow()).waiting).toEqual([])
  })

  test('[S8] a name with a comma does not shift the fields of a file set to semicolons', async () => {
    const csv = 'place;code;delegation;capacity\n1;NOR;Norway, Kingdom of;national\n'
    expect((await importing(csv)).body).toEqual({ added: 1, known: 0 })
  })

  test('[C17] where names are sealed no list leaves the room', async () => {
    for (const mode of ['not_for_attribution', 'anonymous'] as const) {
      s = await openedSession(app, { mode })
      const file = await s.chair.ask(speakersFile, { params: { itemId: s.itemId } })
      expect(file.status).toBe(403)
    }
  })
})

describe('the floor', () => {
  test('[M3] taken back, it returns also to one that has asked again since', async () => {
    const ghana = await s.people.headGhana.ready()
    const [a, b] = [await asks(ghana), await asks(await s.people.headNorway.ready())]
    await giving(null)
    await giving(a.id)
    const again = await asks(ghana)
    const watching = await watchRoom(ghana, s.sessionId)
    const back = await s.chair.ask(takeBackFloor, { params: { itemId: s.itemId }, body: { commandId: commandId() } })
    expect(back.status).toBe(200)
    const { speaking, waiting, speakers } = await listNow()
    expect([speaking, waiting]).toEqual([a.id, [b.id]])
    // It has the floor again: what it asked for since would be a second place.
    expect(speakers.find(({ id }) => id === again.id)?.state).toBe('withdrawn')
    await watching.agrees()
    watching.leave()
  })

  test('[C18] an offer to trade ends with the session', async () => {
    const [ghana, norway] = [await s.people.headGhana.ready(), await s.people.headNorway.ready()]
    const [a, b] = [await asks(ghana), await asks(norway)]
    await ghana.does(offerTrade, { params: { speakerId: a.id }, body: { commandId: commandId(), with: b.id } })
    const watching = await watchRoom(norway, s.sessionId)
    await s.chair.does(moveSession, {
      params: { sessionId: s.sessionId },
      body: { commandId: commandId(), from: 'open', to: 'closed' },
    })
    expect((await watching.agrees()).trades).toMatchObject([{ state: 'lapsed' }])
    watching.leave()
  })

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

  test('[C17] a text to be delivered stays closed after a point of order or a reply: its speaker has not delivered it', async () => {
    const ghana = await s.people.headGhana.ready()
    for (const capacity of ['point_of_order', 'right_of_reply'] as const) {
      const spoke = await asks(ghana, { capacity })
      await giving(null)
      await giving(spoke.id, { end: true })
    }
    expect((await give(ghana, 'room', 'Still to be delivered')).status).toBe(200)
    expect((await s.room(await s.people.headNorway.ready())).statements).toEqual([])
  })

  test('[P3] what the room does not read yet is not mentioned to it, however often it is given again', async () => {
    s = await openedSession(app, { mode: 'not_for_attribution' })
    const ghana = await s.people.headGhana.ready()
    const norway = await watchRoom(await s.people.headNorway.ready(), s.sessionId)
    for (const words of ['First', 'Second', 'Third']) expect((await give(ghana, 'room', words)).status).toBe(200)
    const [own] = (await s.room(ghana)).ownStatements
    await norway.agrees()
    expect(norway.raw()).not.toContain(own!.id)
    const lines = await app.sql('select 1 from journal where stream = $1 and subject = $2', [
      `session:${s.sessionId}:all`,
      own!.id,
    ])
    expect(lines).toEqual([])
    norway.leave()
  })

  test('[C17] put in writing and then kept for delivery, it leaves the room again', async () => {
    const ghana = await s.people.headGhana.ready()
    const norway = await watchRoom(await s.people.headNorway.ready(), s.sessionId)
    await give(ghana, 'writing', 'In writing')
    expect((await norway.agrees()).statements).toHaveLength(1)
    await give(ghana, 'room', 'To be delivered after all')
    expect((await norway.agrees()).statements).toEqual([])
    norway.leave()
  })

  test('[N1] given again for a group on another day, it stands for the members of that day', async () => {
    const ecuador = await s.people.headEcuador.ready()
    const groupId = (await s.room(ecuador)).speaksFor[0]!
    const giveForGroup = () =>
      ecuador.does(giveStatement, {
        params: { itemId: s.itemId },
        body: { ...text('For the group'), channel: 'writing', groupId },
      })
    const rosterOf = async (id: string) => {
      const [row] = await app.sql<{ roster: string[] }>(
        'select roster from statement_sources where statement_id = $1',
        [id],
      )
      return row?.roster
    }
    const first = await giveForGroup()
    const then = await rosterOf(first.id)
    expect(then?.length).toBeGreaterThan(50)
    await app.sql("update statement_sources set roster = '{}' where statement_id = $1", [first.id])
    const second = await giveForGroup()
    // The version of that day keeps the members of that day.
    expect([await rosterOf(first.id), await rosterOf(second.id)]).toEqual([[], then])
  })

  test('what the room has read stays as it was: given again it is another version, and both are readable where it is', async () => {
    s = await openedSession(app, { delegations: ['GHA', 'NOR'] })
    const ghana = await s.people.headGhana.ready()
    const norway = await watchRoom(await s.people.headNorway.ready(), s.sessionId)
    await give(ghana, 'writing', 'As first given')
    const [first] = (await norway.agrees()).statements
    await give(ghana, 'writing', 'As given again')
    const shown = (await norway.agrees()).statements
    expect(shown).toMatchObject([{ version: 2, replaced: false, blocks: blocksOf('As given again') }])
    expect(shown[0]!.id).not.toBe(first!.id)
    for (const who of [ghana, await s.people.headNorway.ready(), s.chair]) {
      const { versions } = await who.does(readStatementVersions, { params: { statementId: shown[0]!.id } })
      expect(versions).toMatchObject([
        { version: 2, blocks: blocksOf('As given again') },
        { id: first!.id, version: 1, replaced: true, blocks: blocksOf('As first given') },
      ])
    }
    // Nothing in the database may change it either, and whoever is not in the room learns nothing of it.
    await expect(app.sql("update statements set blocks = '[]' where id = $1", [first!.id])).rejects.toThrow(
      'the room has read it',
    )
    await expect(app.sql('delete from statements where id = $1', [first!.id])).rejects.toThrow('the room has read it')
    const outside = await (await s.people.headChina.ready()).ask(readStatementVersions, {
      params: { statementId: first!.id },
    })
    expect(outside.status).toBe(404)
    norway.leave()
  })

  test('what was corrected before it was delivered leaves no version, and what was withdrawn is no longer the room’s to read', async () => {
    const ghana = await s.people.headGhana.ready()
    const norway = await s.people.headNorway.ready()
    for (const words of ['A draft', 'The same corrected']) await give(ghana, 'room', words)
    expect((await s.room(ghana)).ownStatements).toMatchObject([{ version: 1, blocks: blocksOf('The same corrected') }])
    await give(ghana, 'writing', 'Put in writing')
    await give(ghana, 'room', 'Kept for delivery')
    expect((await s.room(ghana)).ownStatements).toMatchObject([{ version: 2, blocks: blocksOf('Kept for delivery') }])
    const [own] = (await s.room(ghana)).ownStatements
    const versionsFor = async (who: Person) =>
      (await who.ask(readStatementVersions, { params: { statementId: own!.id } })).body
    expect(await versionsFor(norway)).toMatchObject({ code: 'not_found' })
    expect(await versionsFor(ghana)).toMatchObject({ versions: [{ version: 2 }, { version: 1 }] })
    const a = await asks(ghana)
    await giving(null)
    await giving(a.id, { end: true })
    expect(await versionsFor(norway)).toMatchObject({ versions: [{ version: 2 }] })
  })

  test('a second time on the floor taken back closes nothing that the first had opened', async () => {
    const ghana = await s.people.headGhana.ready()
    await give(ghana, 'room', 'Distinguished chair')
    const a = await asks(ghana)
    await giving(null)
    await giving(a.id, { end: true })
    const again = await asks(ghana)
    await giving(null)
    await giving(again.id, { end: true })
    await s.chair.does(takeBackFloor, { params: { itemId: s.itemId }, body: { commandId: commandId() } })
    expect((await s.room(await s.people.headNorway.ready())).statements).toHaveLength(1)
  })
})
