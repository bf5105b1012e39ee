import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readHome } from '../../shared/home.ts'
import { listOffice } from '../../shared/people.ts'
import { type ListView, monitorList, readList } from '../../shared/question-lists.ts'
import { type ResponseView, saveAnswer, submitResponse } from '../../shared/responses.ts'
import { signOutEverywhere } from '../../shared/sign-in.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, questionAt } from '../support/responses.ts'
import { anotherServer, at } from '../support/servers.ts'

let app: TestApp
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
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const signInOf = (person: CastMember) =>
  createHash('sha256').update(person.cookie.replace('__Host-sign-in=', '')).digest('hex')
const rowOf = async (person: CastMember) =>
  (
    await app.sql<{ left: number }>(
      'select extract(epoch from expires_at - now())::float8 as left from sign_ins where id = $1',
      [signInOf(person)],
    )
  )[0]
const reading = (person: CastMember) => person.ask(readList, { params: { listId: list.id } })
const saving = (person: CastMember, ifMatch = 0) =>
  person.ask(saveAnswer, {
    params: { responseId: ghana.id, questionId: questionAt(list, 2) },
    ifMatch,
    body: answered('Words that must not be kept.'),
  })
const kept = () =>
  app.sql('select 1 from draft_answers where response_id = $1 and question_id = $2', [ghana.id, questionAt(list, 2)])

describe('a sign-in that the server remembers', () => {
  let drafter: CastMember
  beforeEach(async () => {
    drafter = await people.drafterGhana.otherDevice().ready()
    expect((await reading(drafter)).status).toBe(200)
  })

  test('costs no trip of its own', async () => {
    const alone = vi.spyOn(app.parts.database.pool, 'query')
    expect((await reading(drafter)).status).toBe(200)
    expect(alone).not.toHaveBeenCalled()
  })

  test('is refused on the very next call when it ended in the database, be it a read, a write or nonsense', async () => {
    for (const call of [
      reading,
      (one: CastMember) => saving(one),
      (one: CastMember) => one.ask(readHome),
      // Refused before anything is opened: who is gone is told that, not what was wrong.
      (one: CastMember) => one.ask(readList, { params: { listId: 'nonsense' } }),
      (one: CastMember) => one.ask(saveAnswer, { params: { responseId: ghana.id, questionId: list.id }, ifMatch: 0 }),
      (one: CastMember) => one.ask(monitorList, { params: { listId: list.id } }),
    ]) {
      const phone = await people.drafterGhana.otherDevice().ready()
      await reading(phone)
      await app.sql('delete from sign_ins where id = $1', [signInOf(phone)])
      const { status, body } = await call(phone)
      expect([status, body.code]).toEqual([401, 'signed_out'])
      expect((await reading(phone)).body.code).toBe('signed_out')
    }
    expect(await kept()).toEqual([])
    expect((await reading(drafter)).status).toBe(200)
  })

  test('is refused on the very next call when it ended on another server', async () => {
    const phone = await people.headEgypt.otherDevice().ready()
    expect((await reading(phone)).status).toBe(200)
    await (await at(other, phone)).does(signOutEverywhere)
    expect((await reading(phone)).body.code).toBe('signed_out')
  })

  test('[T56] ends by its idle and by its absolute end', async () => {
    await app.sql("update sign_ins set expires_at = now() - interval '1 second' where id = $1", [signInOf(drafter)])
    expect((await reading(drafter)).body.code).toBe('signed_out')
    expect(await rowOf(drafter)).toBeUndefined()
    for (const [person, hours] of [
      [people.drafterGhana.otherDevice(), 12],
      [people.staff.otherDevice(), 8],
    ] as const) {
      await person.ready()
      const startedAgo = (minutes: number) =>
        app.sql('update sign_ins set started_at = now() - make_interval(mins => $2) where id = $1', [
          signInOf(person),
          minutes,
        ])
      expect((await reading(person)).status).toBe(200)
      await startedAgo(hours * 60 - 1)
      expect((await reading(person)).status).toBe(200)
      await startedAgo(hours * 60)
      expect((await reading(person)).body.code).toBe('signed_out')
      expect(await rowOf(person)).toBeUndefined()
    }
  })

  test('[T56] slides on at half-time', async () => {
    expect((await rowOf(drafter))?.left).toBeCloseTo(1_800, -1)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 14 * 60_000 })
    expect((await reading(drafter)).status).toBe(200)
    expect((await rowOf(drafter))?.left).toBeCloseTo(1_800, -1)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 60_000 })
    expect((await reading(drafter)).status).toBe(200)
    expect((await rowOf(drafter))?.left).toBeCloseTo(1_800 + 16 * 60, -1)
  })
})

describe('rights that the server remembers', () => {
  const membership = (change: string, person: CastMember) =>
    app.sql(`update memberships set ${change} where person_id = (select id from people where email = $1)`, [
      person.who.email,
    ])

  test('a membership that ended a second ago is none on the very next call', async () => {
    const drafter = await people.drafterGhana.otherDevice().ready()
    expect((await reading(drafter)).status).toBe(200)
    await membership("until = now() - interval '1 second'", drafter)
    for (const call of [reading, (one: CastMember) => saving(one), (one: CastMember) => one.ask(readHome)])
      expect((await call(drafter)).body.code).toBe('not_acting_for')
    const bare = await people.drafterGhana.otherDevice().ready()
    expect((await bare.ask(readHome)).status).toBe(403)
    expect(await kept()).toEqual([])
    await membership('until = null', drafter)
    expect((await reading(drafter)).status).toBe(200)
  })

  test('a membership that runs out between two calls is none, without anybody having ended it', async () => {
    const drafter = await people.drafterGhana.otherDevice().ready()
    await reading(drafter)
    await membership("until = now() + interval '2 seconds'", drafter)
    expect((await reading(drafter)).status).toBe(200)
    await new Promise((done) => setTimeout(done, 2_050))
    expect((await saving(drafter)).body.code).toBe('not_acting_for')
    expect(await kept()).toEqual([])
    await membership('until = null', drafter)
  })

  test('a role that changes counts from the very next call, given or taken', async () => {
    const drafter = await people.drafterGhana.otherDevice().ready()
    const submits = () =>
      drafter.ask(submitResponse, {
        params: { responseId: ghana.id },
        body: { commandId: crypto.randomUUID(), digest: '0'.repeat(64), signatory: { name: 'Head of delegation' } },
      })
    expect((await submits()).status).toBe(403)
    await membership("role = 'head'", drafter)
    expect((await submits()).status).not.toBe(403)
    await membership("role = 'reader'", drafter)
    expect((await saving(drafter)).status).toBe(403)
    expect(await kept()).toEqual([])
    await membership("role = 'drafter'", drafter)
    expect((await saving(drafter)).status).toBe(200)
  })

  test('an office is held no longer on the very next call, and a new one counts at once', async () => {
    const staff = await people.staff.otherDevice().ready()
    const { id } = (await staff.me()).person
    expect((await staff.ask(monitorList, { params: { listId: list.id } })).status).toBe(200)
    expect((await staff.ask(listOffice)).status).toBe(200)
    await app.sql("delete from office_roles where person_id = $1 and role = 'staff'", [id])
    expect((await staff.ask(monitorList, { params: { listId: list.id } })).body.code).toBe('forbidden')
    expect((await reading(staff)).body.code).toBe('forbidden')
    await app.sql("insert into office_roles (person_id, role) values ($1, 'staff')", [id])
    expect((await reading(staff)).status).toBe(200)
  })

  test('who is admitted to a second delegation is remembered for neither alone', async () => {
    const head = await people.headNorway.otherDevice().ready()
    expect((await head.ask(readHome)).status).toBe(200)
    const { id } = (await head.me()).person
    const [fiji] = await app.sql<{ id: string }>("select id from delegations where code = 'FJI'")
    await app.sql("insert into memberships (delegation_id, person_id, role) values ($1, $2, 'reader')", [fiji?.id, id])
    const norway = head.actingFor
    head.actingFor = null
    expect((await head.ask(readHome)).status).toBe(403)
    head.actingFor = fiji?.id ?? null
    expect((await head.ask(readHome)).body.delegationId).toBe(fiji?.id)
    head.actingFor = norway
    expect((await head.ask(readHome)).body.delegationId).toBe(norway)
  })
})
