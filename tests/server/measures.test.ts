import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addMeasure,
  changeMeasure,
  listMeasures,
  moveMeasure,
  publishMeasure,
  publishMeasures,
  readMeasure,
  readTracks,
} from '../../shared/measures.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { circulatedList, openConsultation } from '../support/lists.ts'
import { answered, drafted, submits } from '../support/responses.ts'
import { addedMeasure, citing, measureBody, publishedFinding } from '../support/results.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const opened = async () => (await openConsultation(app)).id
const command = () => ({ commandId: randomUUID() })

test('a measure takes the next number, keeps its states, and is late by its date alone', async () => {
  const { staff } = people
  const consultationId = await opened()
  const first = await addedMeasure(staff, consultationId, { due: '2017-06' })
  const second = await addedMeasure(staff, consultationId, { due: '2999' })
  expect([first.number, second.number]).toEqual([1, 2])
  expect([first.late, second.late]).toEqual([true, false])
  const params = { measureId: first.id }
  const note = { en: 'Decided by the Secretary-General.' }
  await staff.does(moveMeasure, { params, body: { ...command(), from: 'proposed', to: 'decided', note } })
  const done = await staff.does(moveMeasure, { params, body: { ...command(), from: 'decided', to: 'done' } })
  expect(done.late).toBe(false)
  expect(done.history.map(({ state }) => state)).toEqual(['done', 'decided', 'proposed'])
  expect(done.history[1]).toMatchObject({ note })
  const stale = await staff.ask(moveMeasure, { params, body: { ...command(), from: 'decided', to: 'dropped' } })
  expect(stale).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', current: { state: 'done' } } })
  await expect(app.sql('update measure_history set note = $1', ['{}'])).rejects.toThrow()
})

test('two who change one measure: the second is told, and nothing of the first is lost', async () => {
  const { staff, secondStaff } = people
  const { id: measureId, revision } = await addedMeasure(staff, await opened())
  const params = { measureId }
  await staff.does(changeMeasure, { params, ifMatch: revision, body: measureBody({ due: '2018' }) })
  const late = await secondStaff.ask(changeMeasure, { params, ifMatch: revision, body: measureBody({ due: '2019' }) })
  expect(late).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', current: { due: '2018' } } })
  const bad = await staff.ask(changeMeasure, {
    params,
    ifMatch: revision + 1,
    body: measureBody({ due: '2018-02-31' }),
  })
  expect(bad).toMatchObject({ status: 400, body: { code: 'not_a_date', field: 'due' } })
})

describe('what depends on what', () => {
  test('goes across consultations, and a ring is refused naming it', async () => {
    const { staff } = people
    const [here, there] = [await opened(), await opened()]
    const a = await addedMeasure(staff, here)
    const b = await addedMeasure(staff, there, { needs: [a.id], track: 'development' })
    const c = await addedMeasure(staff, here, { needs: [b.id] })
    expect(c.needs.map(({ id }) => id)).toEqual([b.id])
    const ring = await staff.ask(changeMeasure, {
      params: { measureId: a.id },
      ifMatch: a.revision,
      body: measureBody({ needs: [c.id] }),
    })
    expect(ring).toMatchObject({ status: 409, body: { code: 'circular', field: 'needs.0' } })
    expect((ring.body.current as { id: string }[]).map(({ id }) => id)).toEqual([a.id, c.id, b.id, a.id])
    const itself = await staff.ask(changeMeasure, {
      params: { measureId: a.id },
      ifMatch: a.revision,
      body: measureBody({ needs: [a.id] }),
    })
    expect(itself).toMatchObject({ status: 409, body: { code: 'circular' } })
    const strange = await staff.ask(changeMeasure, {
      params: { measureId: a.id },
      ifMatch: a.revision,
      body: measureBody({ needs: [randomUUID()] }),
    })
    expect(strange).toMatchObject({ status: 400, body: { code: 'invalid', field: 'needs.0' } })
  })

  test('two at once cannot close a ring between them', async () => {
    const { staff, secondStaff } = people
    const consultationId = await opened()
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await addedMeasure(staff, consultationId), await addedMeasure(staff, consultationId)]
      const answers = await Promise.all(
        [
          { who: staff, from: a, to: b },
          { who: secondStaff, from: b, to: a },
        ].map(({ who, from, to }) =>
          who.ask(changeMeasure, {
            params: { measureId: from.id },
            ifMatch: from.revision,
            body: measureBody({ needs: [to.id] }),
          }),
        ),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    }
  })

  test('nor three, each in the consultation of its own track', async () => {
    const { staff, secondStaff } = people
    const [a, b, c] = [
      await addedMeasure(staff, await opened()),
      await addedMeasure(staff, await opened()),
      await addedMeasure(staff, await opened()),
    ]
    const waits = (who: typeof staff, from: typeof a, to: typeof a) =>
      who.ask(changeMeasure, {
        params: { measureId: from.id },
        ifMatch: from.revision,
        body: measureBody({ needs: [to.id] }),
      })
    const answers = await Promise.all([waits(staff, a, b), waits(secondStaff, b, c), waits(staff, c, a)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409])
    const { body } = answers.find(({ status }) => status === 409)!
    expect(body.code).toBe('circular')
    expect(body.current).toHaveLength(4)
  })
})

describe('a delegation', () => {
  test('reads what is published, and of the rest neither a line, a dependency nor a number', async () => {
    const { staff, readerGhana, headNorway } = people
    const consultationId = await opened()
    const hidden = await addedMeasure(staff, consultationId, { title: { en: 'Not to be known yet' } })
    const shown = await addedMeasure(staff, consultationId, { needs: [hidden.id] })
    const params = { consultationId }
    expect((await readerGhana.does(listMeasures, { params })).measures).toEqual([])
    await staff.does(publishMeasure, { params: { measureId: shown.id }, body: command() })
    const { measures, may } = await readerGhana.does(listMeasures, { params })
    expect(measures).toMatchObject([{ id: shown.id, needs: [], neededBy: [], may: { change: false, publish: false } }])
    expect(may).toEqual({ add: false, publish: false })
    const tracks = await headNorway.ask(readTracks)
    expect(tracks.raw.toString()).toContain(shown.id)
    for (const raw of [tracks.raw, (await readerGhana.ask(readMeasure, { params: { measureId: shown.id } })).raw]) {
      expect(raw.toString()).not.toContain(hidden.id)
      expect(raw.toString()).not.toContain('Not to be known yet')
    }
    expect((await readerGhana.ask(readMeasure, { params: { measureId: hidden.id } })).status).toBe(404)
    // The one thing by which it differs: once published, the link is there.
    expect(await staff.does(publishMeasures, { params, body: command() })).toEqual({ published: 1 })
    const all = await readerGhana.does(readTracks)
    expect(all.dependencies).toContainEqual({ measureId: shown.id, needs: hidden.id, holdsUp: true })
  })

  test('sees of what a measure answers what it may read, and nothing of a sealed answer', async () => {
    const { staff, headGhana, headNorway, headEgypt, readerGhana } = people
    const list = await circulatedList(app, { audience: 'secretariat' })
    const response = await drafted(headGhana, list, {
      1: answered('Sealed words of one State.', { attribution: 'not_for_attribution' }),
    })
    await submits(headGhana, response)
    const [answer] = await app.sql<{ id: string }>('select id from contributions where list_id = $1', [list.id])
    const { consultationId } = list
    const finding = await publishedFinding(staff, consultationId, [citing('answer', answer!.id)])
    const bare = await addedMeasure(staff, consultationId, { citations: [citing('finding', finding.id)] })
    const resting = await addedMeasure(staff, consultationId, {
      citations: [citing('finding', finding.id), citing('answer', answer!.id)],
    })
    expect(resting.rests.map(({ thing }) => thing.kind)).toEqual(['finding', 'answer'])
    await staff.does(publishMeasures, { params: { consultationId }, body: command() })
    const seen = async (who: typeof staff, measureId: string) =>
      (await who.does(readMeasure, { params: { measureId } })).rests.map(({ thing }) => thing.kind)
    for (const who of [headNorway, headEgypt]) {
      expect(await seen(who, resting.id)).toEqual(await seen(who, bare.id))
      const { raw } = await who.ask(readMeasure, { params: { measureId: resting.id } })
      expect(raw.toString()).not.toContain(answer!.id)
      expect(raw.toString()).not.toContain('Sealed words')
    }
    expect(await seen(readerGhana, resting.id)).toEqual(['finding', 'answer'])
  })
})

test('a measure cannot be linked to what is not there or not yet published', async () => {
  const { staff } = people
  const consultationId = await opened()
  for (const kind of ['answer', 'finding', 'measure'] as const) {
    const refused = await staff.ask(addMeasure, {
      params: { consultationId },
      body: { ...command(), ...measureBody({ citations: [citing(kind, randomUUID())] }) },
    })
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid', field: 'citations.0' } })
  }
})

test('the view across the tracks puts each consultation under its track, with the milestones of the letter', async () => {
  const { staff } = people
  const { id, track, milestones } = await openConsultation(app)
  const { tracks, today } = await staff.does(readTracks)
  expect(today).toMatch(/^\d{4}-\d\d-\d\d$/)
  const mine = tracks.find((one) => one.track === track)?.consultations.find((one) => one.id === id)
  expect(mine?.milestones).toEqual(milestones)
  expect(tracks).toHaveLength(9)
})

test('row-level security: of a plan that is not published a delegation’s role in the database sees nothing', async () => {
  const { staff, headGhana, irt } = people
  const consultationId = await opened()
  const a = await addedMeasure(staff, consultationId)
  await addedMeasure(staff, consultationId, { needs: [a.id], citations: [citing('measure', a.id)] })
  const role = new pg.Client({ connectionString: app.appUrl })
  await role.connect()
  const counted = async (person: string, delegation: string, office: string) => {
    await role.query('begin')
    await role.query(
      `select set_config('app.person', $1, true), set_config('app.delegation', $2, true), set_config('app.office', $3, true)`,
      [person, delegation, office],
    )
    const { rows } = await role.query<{ found: number }>(
      `select count(*)::int as found from measures m where consultation_id = $1
        union all select count(*)::int from measure_history h where measure_id = $2
        union all select count(*)::int from measure_dependencies where needs = $2
        union all select count(*)::int from links where from_id = $2`,
      [consultationId, a.id],
    )
    const changed = await role.query('update measures set due = null where id = $1', [a.id])
    await role.query('rollback')
    return [...rows.map(({ found }) => found), changed.rowCount]
  }
  const person = (await headGhana.me()).person.id
  const ghana = await headGhana.delegationId()
  expect(await counted(person, ghana, '')).toEqual([0, 0, 0, 0, 0])
  expect(await counted((await irt.me()).person.id, '', 'irt')).toEqual([2, 1, 1, 1, 0])
  expect(await counted((await staff.me()).person.id, '', 'staff')).toEqual([2, 1, 1, 1, 1])
  await staff.does(publishMeasure, { params: { measureId: a.id }, body: command() })
  expect(await counted(person, ghana, '')).toEqual([1, 1, 0, 0, 0])
  await role.end()
})
