import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  addCluster,
  changeIdea,
  clusterIdea,
  givePoints,
  mergeCluster,
  mergeIdea,
  moderateIdea,
  movePhase,
  renameCluster,
  undoMerge,
  withdrawIdea,
  writeIdea,
} from '../../shared/board.ts'
import type { BoardPhase } from '../../shared/rules/board.ts'
import { moveSession } from '../../shared/sessions.ts'
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
})

const commandId = () => randomUUID()
const moving = (from: BoardPhase, to: BoardPhase, who: Person = s.chair) =>
  who.ask(movePhase, { params: { itemId: s.itemId }, body: { commandId: commandId(), from, to } })
const PHASES: BoardPhase[] = ['idle', 'writing', 'revealed', 'clustering', 'prioritising', 'discussing', 'closed']
/** Brings the board to a phase, step by step from where it is. */
async function upTo(phase: BoardPhase, from: BoardPhase = 'idle') {
  for (let at = PHASES.indexOf(from); at < PHASES.indexOf(phase); at++)
    expect((await moving(PHASES[at]!, PHASES[at + 1]!)).status).toBe(200)
}
const writing = (who: Person, text: string) =>
  who.ask(writeIdea, { params: { itemId: s.itemId }, body: { commandId: commandId(), text, language: 'en' } })
const writes = async (who: Person, text: string) => {
  const answer = await writing(who, text)
  expect(answer.status).toBe(200)
  return (answer.body as { id: string }).id
}
const ready = (...names: (keyof OpenedSession['people'])[]) =>
  Promise.all(names.map((name) => s.people[name]!.ready() as Promise<Person>))
const HEADS = ['headGhana', 'headNorway', 'headSenegal', 'headEcuador', 'headChina', 'headKazakhstan'] as const

const ISO: Record<string, string> = { Ghana: 'GHA', Ecuador: 'ECU', Senegal: 'SEN' }
const ofFive = (name: string) => Array.from({ length: 5 }, (_, n) => `${name} ${n}`)
const writtenBy = (ideas: readonly { text: string }[], name: string) =>
  ideas.map(({ text }) => text).filter((text) => text.startsWith(name))

describe('silent writing', () => {
  test('[M5] others get no text, no author and no count of single ideas, in no frame and no reading', async () => {
    const [ghana, norway] = await ready('headGhana', 'headNorway')
    await upTo('writing')
    const watching = await watchRoom(norway!, s.sessionId)
    const chair = await watchRoom(await s.chair.ready(), s.sessionId)
    for (let n = 1; n <= 4; n++) await writes(ghana!, `Ghana keeps this to itself ${n}`)
    let view = await watching.agrees()
    expect([view.ideas, view.ownIdeas, view.sealed, view.items[0]?.board.silentCount]).toEqual([[], [], [], 0])
    await writes(ghana!, 'The fifth')
    view = await watching.agrees()
    expect(view.items.find(({ id }) => id === s.itemId)?.board.silentCount).toBe(5)
    expect(watching.raw()).not.toContain('keeps this to itself')
    // One step was told, not five ideas.
    expect(watching.line.kinds().filter((kind) => kind.startsWith('item.'))).toEqual(['item.counted'])
    expect(watching.line.kinds()).not.toContain('idea.written')
    expect((await chair.agrees()).sealed).toHaveLength(5)
    expect((await s.room(ghana!)).ownIdeas).toHaveLength(5)
    for (const one of [watching, chair]) one.leave()
  })

  test('[M5] revealed, all see the same in one drawn order; who watched sees what a newcomer sees', async () => {
    const people = await ready(...HEADS)
    await upTo('writing')
    const written: string[] = []
    for (let round = 0; round < 4; round++)
      for (const who of people) written.push(await writes(who, `Idea ${written.length}`))
    const watching = await watchRoom(people[0]!, s.sessionId)
    await upTo('revealed', 'writing')
    const view = await watching.agrees()
    expect(new Set(view.ideas.map(({ id }) => id))).toEqual(new Set(written))
    const order = view.ideas.toSorted((a, b) => a.place - b.place).map(({ id }) => id)
    expect(order).not.toEqual(written)
    const other = (await s.room(people[1]!)).ideas.toSorted((a, b) => a.place - b.place).map(({ id }) => id)
    expect(other).toEqual(order)
    expect(view.ideas.every(({ seat }) => seat.kind === 'delegation')).toBe(true)
    watching.leave()
  })

  test('[M5] six hundred ideas are revealed in one telling', async () => {
    const [ghana] = await ready('headGhana')
    await upTo('writing')
    const watching = await watchRoom(ghana!, s.sessionId)
    await app.sql(
      `with written as (
         insert into ideas (id, session_id, item_id, text, language, state, place)
         select gen_random_uuid(), $1, $2, 'Idea ' || n, 'en', 'silent', random() from generate_series(1, 600) n returning id)
       insert into idea_sources (idea_id, session_id, delegation_id, named, at)
       select id, $1, $3, false, now() from written`,
      [s.sessionId, s.itemId, s.delegationIds.NOR],
    )
    await upTo('revealed', 'writing')
    expect((await watching.agrees()).ideas).toHaveLength(600)
    watching.leave()
  })

  test('[M5] a reveal that was a slip is taken back, and what was shown is gone from every page', async () => {
    const [ghana, norway] = await ready('headGhana', 'headNorway')
    await upTo('writing')
    await writes(ghana!, 'Too early')
    const watching = await watchRoom(norway!, s.sessionId)
    await upTo('revealed', 'writing')
    expect((await watching.agrees()).ideas).toHaveLength(1)
    expect((await moving('revealed', 'writing')).status).toBe(200)
    expect((await watching.agrees()).ideas).toEqual([])
    watching.leave()
  })

  test('[M5] a phase moves once, from where it was seen; what comes too late keeps its text and says why', async () => {
    const [ghana] = await ready('headGhana')
    const both = await Promise.all([moving('idle', 'writing'), moving('idle', 'writing', s.moderator)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'phase_moved_on' })
    expect((await moving('writing', 'discussing')).body).toMatchObject({ code: 'invalid', field: 'to' })
    expect((await moving('writing', 'revealed', ghana!)).status).toBe(403)
    await upTo('prioritising', 'writing')
    expect((await writing(ghana!, 'Late')).body).toMatchObject({ code: 'phase_closed' })
  })

  test('an idea of one’s own is changed and taken back while it is silent; nobody touches another’s', async () => {
    const [ghana, norway] = await ready('headGhana', 'headNorway')
    await upTo('writing')
    const ideaId = await writes(ghana!, 'First wording')
    const changed = await ghana!.does(changeIdea, {
      params: { ideaId },
      body: { text: 'Second wording', language: 'en' },
    })
    expect(changed.text).toBe('Second wording')
    expect((await norway!.ask(withdrawIdea, { params: { ideaId } })).status).toBe(404)
    await ghana!.does(withdrawIdea, { params: { ideaId } })
    await upTo('revealed', 'writing')
    expect((await s.room(norway!)).ideas).toEqual([])
  })

  test('a delegation writes so many ideas and no more, however many of it write at once', async () => {
    s = await openedSession(app, { ideasOfOne: 3 })
    const [head, drafter] = await ready('headGhana', 'drafterGhana')
    await upTo('writing')
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => writing(n % 2 ? head! : drafter!, `At once ${n}`)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'ideas_used_up' })
  })

  test('[M1] what comes at once goes together, and what is wrong among it is refused alone', async () => {
    s = await openedSession(app, { ideasOfOne: 6, observers: ['NOR'] })
    const [ghana, senegal, ecuador, norway, reader] = await ready(
      ...(['headGhana', 'headSenegal', 'headEcuador', 'headNorway', 'readerGhana'] as const),
    )
    await upTo('revealed')
    // From now on the room is remembered, and nothing of it is believed.
    await writes(ghana!, 'The first')
    await writes(ghana!, 'The second')
    const twice = { commandId: commandId(), text: 'Sent twice', language: 'en' as const }
    const again = () => senegal!.ask(writeIdea, { params: { itemId: s.itemId }, body: twice })
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, (_, n) => writing(ghana!, `Ghana ${n}`)),
      ...Array.from({ length: 5 }, (_, n) => writing(ecuador!, `Ecuador ${n}`)),
      again(),
      writing(norway!, 'As an observer'),
      again(),
      writing(reader!, 'As a reader'),
      ...Array.from({ length: 5 }, (_, n) => writing(senegal!, `Senegal ${n}`)),
    ])
    const codes = answers.map(({ status, body }) => (status === 200 ? 200 : body.code))
    expect(codes.slice(0, 6).toSorted()).toEqual([200, 200, 200, 200, 'ideas_used_up', 'ideas_used_up'])
    expect(codes.slice(6)).toEqual([...Array(6).fill(200), 'forbidden', 200, 'forbidden', ...Array(5).fill(200)])
    expect(answers[11]!.body).toEqual(answers[13]!.body)
    const { ideas } = await s.room(s.chair)
    expect(ideas.map(({ text }) => text).toSorted()).toEqual(
      [
        'The first',
        'The second',
        'Sent twice',
        ...ofFive('Ecuador'),
        ...ofFive('Senegal'),
        ...writtenBy(ideas, 'Ghana'),
      ].toSorted(),
    )
    // Room by room the names stand with their own words.
    for (const { text, seat } of ideas.filter((one) => /^(Ghana|Ecuador|Senegal) /.test(one.text)))
      expect([text, seat]).toEqual([
        text,
        expect.objectContaining({ delegationId: s.delegationIds[ISO[text.split(' ')[0]!]!] }),
      ])
    const journal = await app.sql<{ gaps: number }>(
      "select (max(seq) - count(*))::int as gaps from journal where stream = 'session:' || $1 || ':all'",
      [s.sessionId],
    )
    expect(journal[0]?.gaps).toBe(0)
  })

  test('an observer and a reader write nothing', async () => {
    s = await openedSession(app, { observers: ['NOR'] })
    const [norway, reader] = await ready('headNorway', 'readerGhana')
    await upTo('writing')
    expect((await writing(norway!, 'As an observer')).status).toBe(403)
    expect((await writing(reader!, 'As a reader')).status).toBe(403)
  })
})

describe('moderation', () => {
  test('[S3] where ideas are screened they wait, come back with a reason and go in again', async () => {
    s = await openedSession(app, { prescreen: true })
    const [ghana, norway] = await ready('headGhana', 'headNorway')
    await upTo('revealed')
    const watching = await watchRoom(norway!, s.sessionId)
    const ideaId = await writes(ghana!, 'Names a colleague')
    const to = (what: 'open' | 'returned', reason = '') =>
      s.moderator.ask(moderateIdea, { params: { ideaId }, body: { commandId: commandId(), to: what, reason } })
    expect((await to('returned')).body).toMatchObject({ code: 'reason_required', field: 'reason' })
    expect((await to('returned', 'Please name nobody.')).status).toBe(200)
    expect((await s.room(ghana!)).ownIdeas).toMatchObject([{ state: 'returned', reason: 'Please name nobody.' }])
    await ghana!.does(changeIdea, { params: { ideaId }, body: { text: 'Names nobody', language: 'en' } })
    expect((await watching.agrees()).ideas).toEqual([])
    expect((await to('open')).status).toBe(200)
    expect((await watching.agrees()).ideas).toMatchObject([{ text: 'Names nobody' }])
    expect(watching.raw()).not.toContain('Names a colleague')
    watching.leave()
  })

  test('an idea that is hidden goes from every page, its author reads why, and it can be shown again', async () => {
    const [ghana, norway] = await ready('headGhana', 'headNorway')
    await upTo('revealed')
    const watching = await watchRoom(norway!, s.sessionId)
    const ideaId = await writes(ghana!, 'Off the subject')
    const hide = { commandId: commandId(), to: 'hidden' as const, reason: 'Off the subject.' }
    await s.moderator.does(moderateIdea, { params: { ideaId }, body: hide })
    expect((await watching.agrees()).ideas).toEqual([])
    expect((await s.room(ghana!)).ownIdeas).toMatchObject([{ state: 'hidden', reason: 'Off the subject.' }])
    await s.chair.does(moderateIdea, { params: { ideaId }, body: { commandId: commandId(), to: 'open' } })
    expect((await watching.agrees()).ideas).toHaveLength(1)
    watching.leave()
  })
})

describe('[P3] not for attribution', () => {
  test('the room reads ideas without a name, in no frame and no reading; the podium and the author know', async () => {
    s = await openedSession(app, { mode: 'not_for_attribution' })
    const [ghana, norway] = await ready('headGhana', 'headNorway')
    await upTo('writing')
    const watching = await watchRoom(norway!, s.sessionId)
    await writes(ghana!, 'Nobody is to know')
    await upTo('revealed', 'writing')
    const view = await watching.agrees()
    expect(view.ideas).toMatchObject([{ text: 'Nobody is to know', seat: { kind: 'withheld' } }])
    expect(watching.raw()).not.toContain(s.delegationIds.GHA)
    const chair = await s.room(s.chair)
    expect(chair.sealed).toMatchObject([{ idea: { seat: { delegationId: s.delegationIds.GHA } } }])
    expect(chair.ideas).toMatchObject([{ seat: { kind: 'withheld' } }])
    watching.leave()
  })
})

describe('clusters', () => {
  let ids: string[]
  let ghana: Person
  beforeEach(async () => {
    ;[ghana] = (await ready('headGhana')) as [Person]
    await upTo('writing')
    ids = [await writes(ghana, 'One'), await writes(ghana, 'Two'), await writes(ghana, 'Three')]
    await upTo('clustering', 'writing')
  })
  const begin = (name: string, ideaIds: string[] = []) =>
    s.chair.does(addCluster, { params: { itemId: s.itemId }, body: { commandId: commandId(), name, ideaIds } })

  test('[M7] of two who move one card one wins, and the other is told', async () => {
    const [a, b] = [await begin('A'), await begin('B')]
    const to = (who: Person, clusterId: string) =>
      who.ask(clusterIdea, {
        params: { ideaId: ids[0]! },
        body: { commandId: commandId(), from: null, to: clusterId },
      })
    const both = await Promise.all([to(s.chair, a.id), to(s.moderator, b.id)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'moved_meanwhile' })
  })

  test('[M7] merging keeps the originals, and is undone in one step, for cards and for clusters', async () => {
    const watching = await watchRoom(ghana, s.sessionId)
    const [a, b] = [await begin('A', [ids[0]!, ids[1]!]), await begin('B', [ids[2]!])]
    await s.chair.does(mergeIdea, { params: { ideaId: ids[0]! }, body: { commandId: commandId(), into: ids[1]! } })
    expect((await watching.agrees()).ideas.find(({ id }) => id === ids[0])).toMatchObject({
      text: 'One',
      mergedInto: ids[1],
    })
    await s.chair.does(mergeIdea, { params: { ideaId: ids[0]! }, body: { commandId: commandId(), into: null } })
    await s.chair.does(mergeCluster, { params: { clusterId: a.id }, body: { commandId: commandId(), into: b.id } })
    let view = await watching.agrees()
    expect(view.clusters.map(({ name }) => name)).toEqual(['B'])
    expect(view.ideas.every(({ clusterId }) => clusterId === b.id)).toBe(true)
    await s.moderator.does(undoMerge, { params: { clusterId: a.id }, body: { commandId: commandId() } })
    view = await watching.agrees()
    expect(view.ideas.map(({ clusterId }) => clusterId).sort()).toEqual([a.id, a.id, b.id].sort())
    await s.chair.does(renameCluster, { params: { clusterId: a.id }, body: { name: 'A again' } })
    expect((await watching.agrees()).clusters.map(({ name }) => name)).toContain('A again')
    watching.leave()
  })

  test('[M7] the budget of a delegation is never exceeded, however many of it give points at once', async () => {
    const [a, b] = [await begin('A'), await begin('B')]
    await upTo('prioritising', 'clustering')
    const drafter = (await ready('drafterGhana'))[0]!
    const give = (who: Person, points: Record<string, number>, revision = 0) =>
      who.ask(givePoints, { params: { itemId: s.itemId }, body: { revision, points } })
    expect((await give(ghana, { [a.id]: 4 })).body).toMatchObject({ code: 'points_exceeded' })
    expect((await give(ghana, { [a.id]: 3, [b.id]: 3 })).body).toMatchObject({ code: 'points_exceeded' })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => give(n % 2 ? ghana : drafter, { [a.id]: 3, [b.id]: n % 3 })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const [row] = await app.sql<{ total: number }>('select total from points_given where item_id = $1', [s.itemId])
    expect(row!.total).toBeLessThanOrEqual(5)
  })

  test('[M7] [fuzz] fifty write the points of one delegation at once, again and again, and never exceed its budget', async () => {
    const all = [await begin('A'), await begin('B'), await begin('C')].map(({ id }) => id)
    await upTo('prioritising', 'clustering')
    const drafter = (await ready('drafterGhana'))[0]!
    let revision = 0
    for (let round = 0; round < 4; round++) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          (n % 2 ? ghana : drafter).ask(givePoints, {
            params: { itemId: s.itemId },
            body: { revision, points: Object.fromEntries(all.map((id) => [id, Math.floor(Math.random() * 5)])) },
          }),
        ),
      )
      const rows = await app.sql<{ points: Record<string, number>; total: number; revision: number }>(
        'select points, total, revision from points_given where item_id = $1',
        [s.itemId],
      )
      const taken = answers.filter(({ status }) => status === 200)
      expect(taken.length).toBeLessThanOrEqual(1)
      expect(rows.length).toBeLessThanOrEqual(1)
      for (const row of rows) {
        const given = Object.values(row.points)
        expect(given.reduce((sum, n) => sum + n, 0)).toBe(row.total)
        expect(row.total).toBeLessThanOrEqual(5)
        expect(Math.max(0, ...given)).toBeLessThanOrEqual(3)
      }
      revision = rows[0]?.revision ?? 0
    }
  })

  test('[M7] points given before two clusters were merged are summed with the one that stands, and go back with the undo', async () => {
    const [a, b] = [await begin('A'), await begin('B')]
    await upTo('prioritising', 'clustering')
    for (const who of await ready('headGhana', 'headNorway', 'headSenegal', 'headEcuador', 'headChina'))
      await who.does(givePoints, {
        params: { itemId: s.itemId },
        body: { revision: 0, points: { [a.id]: 2, [b.id]: 1 } },
      })
    expect((await moving('prioritising', 'clustering')).status).toBe(200)
    await s.chair.does(mergeCluster, { params: { clusterId: a.id }, body: { commandId: commandId(), into: b.id } })
    await upTo('discussing', 'clustering')
    expect((await s.room(s.chair)).clusters).toMatchObject([{ name: 'B', points: 15 }])
    await s.chair.does(undoMerge, { params: { clusterId: a.id }, body: { commandId: commandId() } })
    const sums = (await s.room(s.chair)).clusters.map(({ name, points }) => [name, points])
    expect(sums.sort()).toEqual([
      ['A', 10],
      ['B', 5],
    ])
  })

  test('[M8] where names are sealed no single allocation outlives the board, also when it went back before it was closed', async () => {
    s = await openedSession(app, { mode: 'not_for_attribution' })
    await upTo('clustering')
    const a = await begin('A')
    await upTo('prioritising', 'clustering')
    await ghana.does(givePoints, { params: { itemId: s.itemId }, body: { revision: 0, points: { [a.id]: 2 } } })
    expect((await moving('prioritising', 'clustering')).status).toBe(200)
    expect((await moving('clustering', 'closed')).status).toBe(200)
    expect(await app.sql('select 1 from points_given where item_id = $1', [s.itemId])).toEqual([])
  })

  test('[M8] whoever gave points and wrote nothing sees them gone when they are destroyed, also where the board went back before', async () => {
    for (const way of [['discussing'], ['closed'], ['clustering', 'closed'], ['discussing', 'prioritising']] as const) {
      s = await openedSession(app, { mode: 'not_for_attribution' })
      await upTo('clustering')
      const a = await begin('A')
      await upTo('prioritising', 'clustering')
      const norway = (await ready('headNorway'))[0]!
      const watching = await watchRoom(norway, s.sessionId)
      await norway.does(givePoints, { params: { itemId: s.itemId }, body: { revision: 0, points: { [a.id]: 2 } } })
      expect((await watching.agrees()).ownPoints).toHaveLength(1)
      let from: BoardPhase = 'prioritising'
      for (const to of way) {
        expect((await moving(from, to)).status).toBe(200)
        from = to
      }
      expect((await watching.agrees()).ownPoints).toEqual([])
      watching.leave()
    }
  })

  test('[M8] no points are given where there is no cluster, not even none: nobody would be told that they are gone', async () => {
    s = await openedSession(app, { mode: 'not_for_attribution' })
    await upTo('prioritising')
    const norway = (await ready('headNorway'))[0]!
    const none = () => norway.ask(givePoints, { params: { itemId: s.itemId }, body: { revision: 0, points: {} } })
    expect((await none()).body).toMatchObject({ code: 'invalid', field: 'points' })
    await moving('prioritising', 'clustering')
    await begin('A')
    await moving('clustering', 'prioritising')
    expect((await none()).status).toBe(200)
  })

  test('[M8] in an attributed session own points stay on the page with the sums', async () => {
    const a = await begin('A')
    await upTo('prioritising', 'clustering')
    const norway = (await ready('headNorway'))[0]!
    const watching = await watchRoom(norway, s.sessionId)
    await norway.does(givePoints, { params: { itemId: s.itemId }, body: { revision: 0, points: { [a.id]: 2 } } })
    await upTo('discussing', 'prioritising')
    expect((await watching.agrees()).ownPoints).toMatchObject([{ points: { [a.id]: 2 } }])
    watching.leave()
  })

  test('[M8] sums of points are shown after the phase and only where five delegations gave some; the room hears no single one', async () => {
    const a = await begin('A')
    await upTo('prioritising', 'clustering')
    const watching = await watchRoom(await s.chair.ready(), s.sessionId)
    const people = await ready(...HEADS)
    const give = (who: Person) =>
      who.does(givePoints, { params: { itemId: s.itemId }, body: { revision: 0, points: { [a.id]: 2 } } })
    for (const who of people.slice(0, 4)) await give(who)
    expect(watching.line.kinds()).not.toContain('points.given')
    await upTo('discussing', 'prioritising')
    expect((await watching.agrees()).clusters).toMatchObject([{ points: null }])
    expect((await moving('discussing', 'prioritising')).status).toBe(200)
    await give(people[4]!)
    await upTo('discussing', 'prioritising')
    expect((await watching.agrees()).clusters).toMatchObject([{ points: 10 }])
    watching.leave()
  })
})

test('[M13] what was written in silence is shown at the close also where the board was taken back to its beginning', async () => {
  const [ghana] = await ready('headGhana')
  await upTo('writing')
  await writes(ghana!, 'Not lost either')
  expect((await moving('writing', 'idle')).status).toBe(200)
  const end = { commandId: commandId(), from: 'open' as const, to: 'closed' as const }
  await s.chair.does(moveSession, { params: { sessionId: s.sessionId }, body: end })
  expect((await s.room(s.chair)).ideas).toMatchObject([{ text: 'Not lost either' }])
})

test('[M13] a session that ends early keeps what was still silent: it is shown, for it was written to be', async () => {
  const [ghana] = await ready('headGhana')
  await upTo('writing')
  await writes(ghana!, 'Not lost')
  const end = { commandId: commandId(), from: 'open' as const, to: 'closed' as const }
  await s.chair.does(moveSession, { params: { sessionId: s.sessionId }, body: end })
  expect((await s.room(s.chair)).ideas).toMatchObject([{ text: 'Not lost' }])
})
