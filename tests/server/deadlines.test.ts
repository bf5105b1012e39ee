import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deadlineIn } from '../../server/seed/sample-lists.ts'
import { listAnswers } from '../../shared/answers.ts'
import { streams } from '../../shared/live.ts'
import {
  closeList,
  type Deadline,
  extendList,
  type ListView,
  monitorList,
  readList,
  remind,
  sayInPreparation,
} from '../../shared/question-lists.ts'
import { openResponse, submitResponse } from '../../shared/responses.ts'
import { wallTime } from '../../shared/rules/deadlines.ts'
import { NEW_YORK } from '../../shared/wire.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { circulatedList, delegationIds, draftList, moveDeadline, moveExtension } from '../support/lists.ts'
import { answered, drafted, submits } from '../support/responses.ts'

const HOUR = 3_600

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const read = (reader: CastMember, list: { id: string }) => reader.does(readList, { params: { listId: list.id } })
const openIn = (hours: number): Deadline => ({
  local: wallTime(new Date(Date.now() + hours * HOUR * 1_000), NEW_YORK),
  zone: NEW_YORK,
})
const extend = (list: { id: string }, deadline: Deadline, delegationId: string | null = null) => ({
  params: { listId: list.id },
  body: { commandId: randomUUID(), deadline, delegationId },
})
const begin = (member: CastMember, list: { id: string }) =>
  member.ask(openResponse, {
    params: { listId: list.id },
    body: { commandId: randomUUID(), capacity: { kind: 'national' } },
  })
const submitting = (head: CastMember, response: { id: string; digest: string }) =>
  head.ask(submitResponse, {
    params: { responseId: response.id },
    body: { commandId: randomUUID(), digest: response.digest, signatory: { name: 'Head of delegation', title: null } },
  })
const kindsIn = async (stream: string) =>
  (await app.sql<{ kind: string }>('select kind from journal where stream = $1 order by seq', [stream])).map(
    (row) => row.kind,
  )

describe('[P6] the deadline holds by the database’s clock', () => {
  test('before it a response is taken, after it refused, where late answers are refused', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'], lateAnswers: 'refused' })
    const ghana = await drafted(people.drafterGhana, list, { 1: 'Fewer forms.' })
    await moveDeadline(app, list.id, 60)
    expect((await read(people.drafterGhana, list)).open).toBe('open')
    expect((await submits(people.headGhana, ghana)).receivedLate).toBe(false)
    const norway = await drafted(people.drafterNorway, list, { 1: 'Shorter time limits.' })
    const other = await circulatedList(app, { addressed: ['GHA'], lateAnswers: 'refused' })
    await moveDeadline(app, other.id, -1)
    await moveDeadline(app, list.id, -1)
    expect(await read(people.drafterNorway, list)).toMatchObject({ open: 'closed', may: { answer: false } })
    for (const refused of [await submitting(people.headNorway, norway), await begin(people.drafterGhana, other)]) {
      expect([refused.status, refused.body.code]).toEqual([409, 'list_closed'])
    }
  })

  test('after it a response is taken and marked as received late, where late answers are marked', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'], lateAnswers: 'marked' })
    const response = await drafted(people.drafterGhana, list, { 1: 'Fewer forms.' })
    await moveDeadline(app, list.id, -1)
    expect(await read(people.headGhana, list)).toMatchObject({ open: 'late', may: { answer: true } })
    const submitted = await submits(people.headGhana, response)
    expect(submitted.receivedLate).toBe(true)
    const [ghana] = await delegationIds(app, ['GHA'])
    const { rows } = await people.staff.does(monitorList, { params: { listId: list.id } })
    expect(rows.find((row) => row.delegationId === ghana)?.receivedLate).toBe(true)
  })

  test('a clock that is wrong on the server changes nothing', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'], lateAnswers: 'refused' })
    const now = Date.now
    try {
      await moveDeadline(app, list.id, 300)
      Date.now = () => now() + 600_000
      expect((await begin(people.drafterGhana, list)).status).toBe(200)
      await moveDeadline(app, list.id, -300)
      Date.now = () => now() - 600_000
      const say = { params: { listId: list.id }, body: { inPreparation: true } }
      expect((await people.headGhana.ask(sayInPreparation, say)).body.code).toBe('list_closed')
    } finally {
      Date.now = now
    }
  })
})

describe('[C13] an extension', () => {
  test('for all replaces the deadline, is seen by all it concerns, and is told by mail and in the journal', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'], lateAnswers: 'refused' })
    await app.sql('delete from mails')
    const deadline = deadlineIn(25, new Date())
    const extended = await people.staff.does(extendList, extend(list, deadline))
    expect(extended.deadline).toEqual(deadline)
    expect(extended.extendedFrom).toBe(list.closesAt)
    for (const member of [people.drafterGhana, people.readerNorway]) {
      const seen = await read(member, list)
      expect(seen).toMatchObject({ closesAt: extended.closesAt, extendedFrom: list.closesAt, deadline })
      expect(seen.extensions).toEqual(extended.extensions)
    }
    const mails = await app.sql<{ to: string }>('select "to" from mails')
    expect(mails.map((mail) => mail.to)).toContain(people.headNorway.who.email)
    expect(mails.map((mail) => mail.to)).toContain(people.drafterGhana.who.email)
    expect(await kindsIn(streams.listAll(list.id))).toEqual(['list.circulated', 'list.extended'])
  })

  test('after the deadline opens the list again', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'], lateAnswers: 'refused' })
    await moveDeadline(app, list.id, -1)
    expect((await begin(people.drafterGhana, list)).body.code).toBe('list_closed')
    await app.jobs.settle()
    expect((await read(people.staff, list)).state).toBe('closed')
    await people.staff.does(extendList, extend(list, openIn(2)))
    expect(await read(people.staff, list)).toMatchObject({ state: 'circulated', closedAt: null, open: 'open' })
    expect((await begin(people.drafterGhana, list)).status).toBe(200)
  })

  test('for one concerns that one: it can answer, the others neither can nor learn of it', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'], lateAnswers: 'refused' })
    const [ghana] = await delegationIds(app, ['GHA'])
    await moveDeadline(app, list.id, -1)
    await app.jobs.settle()
    await app.sql('delete from mails')
    await people.staff.does(extendList, extend(list, openIn(3), ghana))
    const forGhana = await read(people.drafterGhana, list)
    expect(forGhana).toMatchObject({ open: 'open', may: { answer: true }, extensions: [{ delegationId: ghana }] })
    expect(forGhana.closesAt).toBe(forGhana.extensions[0]?.closesAt)
    expect(forGhana.deadline?.local).toBe(wallTime(new Date(forGhana.closesAt!), NEW_YORK))
    expect(await read(people.drafterNorway, list)).toMatchObject({ open: 'closed', extensions: [] })
    expect((await begin(people.drafterNorway, list)).body.code).toBe('list_closed')
    const response = await drafted(people.drafterGhana, list, { 1: 'Fewer forms.' })
    expect((await submits(people.headGhana, response)).receivedLate).toBe(false)
    const mails = await app.sql<{ to: string; text: string }>(`select "to" from mails where "to" like '%norway%'`)
    expect(mails).toEqual([])
    const { rows } = await people.staff.does(monitorList, { params: { listId: list.id } })
    expect(rows.find((row) => row.delegationId === ghana)?.extendedTo).toBe(forGhana.closesAt)
    expect(await kindsIn(streams.listAll(list.id))).not.toContain('list.extended')
  })

  test('for one ends too', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'], lateAnswers: 'refused' })
    const [ghana] = await delegationIds(app, ['GHA'])
    await people.staff.does(extendList, extend(list, deadlineIn(20, new Date()), ghana))
    await moveDeadline(app, list.id, -10)
    expect((await read(people.drafterGhana, list)).open).toBe('open')
    await moveExtension(app, list.id, ghana!, -1)
    expect((await begin(people.drafterGhana, list)).body.code).toBe('list_closed')
  })

  test('for all takes in what one had, where it ends no earlier', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
    const [ghana] = await delegationIds(app, ['GHA'])
    await people.staff.does(extendList, extend(list, deadlineIn(18, new Date()), ghana))
    const all = await people.staff.does(extendList, extend(list, deadlineIn(25, new Date())))
    expect((await read(people.drafterGhana, list)).closesAt).toBe(all.closesAt)
  })

  test('gives time and never takes any; it needs a circulated list and a delegation that was asked', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'] })
    const [norway] = await delegationIds(app, ['NOR'])
    const refused = async (asked: ReturnType<typeof extend>) => {
      const { status, body } = await people.staff.ask(extendList, asked)
      return [status, body.code, body.field]
    }
    expect(await refused(extend(list, openIn(-2)))).toEqual([409, 'deadline_past', 'deadline.local'])
    expect(await refused(extend(list, openIn(2)))).toEqual([400, 'invalid', 'deadline.local'])
    expect(await refused(extend(list, deadlineIn(25, new Date()), norway))).toEqual([400, 'invalid', 'delegationId'])
    const draft = await draftList(app, { addressed: ['GHA'] })
    expect(await refused(extend(draft, deadlineIn(25, new Date())))).toEqual([409, 'list_not_circulated', undefined])
    expect((await people.headGhana.ask(extendList, extend(list, deadlineIn(25, new Date())))).status).toBe(403)
  })
})

describe('closing', () => {
  test('happens at the deadline by itself where late answers are refused, and once', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'], lateAnswers: 'refused' })
    await app.jobs.settle()
    expect((await read(people.staff, list)).state).toBe('circulated')
    await moveDeadline(app, list.id, -1)
    await app.jobs.settle()
    expect(await read(people.staff, list)).toMatchObject({ state: 'closed', open: 'closed', may: { close: false } })
    expect(await kindsIn(streams.listAll(list.id))).toEqual(['list.circulated', 'list.closed'])
    const again = await people.staff.ask(closeList, { params: { listId: list.id }, body: { commandId: randomUUID() } })
    expect([again.status, again.body.code]).toEqual([409, 'list_closed'])
  })

  test('waits for staff where late answers are marked', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'], lateAnswers: 'marked' })
    await moveDeadline(app, list.id, -1)
    await app.jobs.settle()
    expect(await read(people.staff, list)).toMatchObject({ state: 'circulated', open: 'late', may: { close: true } })
    await people.staff.does(closeList, { params: { listId: list.id }, body: { commandId: randomUUID() } })
    expect((await begin(people.drafterGhana, list)).body.code).toBe('list_closed')
    const say = { params: { listId: list.id }, body: { inPreparation: true } }
    expect((await people.drafterGhana.ask(sayInPreparation, say)).body.code).toBe('list_closed')
    const reminding = {
      params: { listId: list.id },
      body: { commandId: randomUUID(), delegationIds: list.addresseeIds! },
    }
    expect((await people.staff.ask(remind, reminding)).body.code).toBe('list_closed')
  })

  test('does not happen at a deadline that was extended meanwhile', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'], lateAnswers: 'refused' })
    await people.staff.does(extendList, extend(list, deadlineIn(25, new Date())))
    await app.sql('update jobs set run_at = now() where subject = $1', [list.id])
    await app.jobs.settle()
    expect((await read(people.staff, list)).state).toBe('circulated')
  })

  test('a draft is not closed', async () => {
    const draft = await draftList(app, { addressed: ['GHA'] })
    const refused = await people.staff.ask(closeList, {
      params: { listId: draft.id },
      body: { commandId: randomUUID() },
    })
    expect([refused.status, refused.body.code]).toEqual([409, 'list_not_circulated'])
  })
})

describe('what the others read', () => {
  const close = (list: ListView) =>
    people.staff.does(closeList, { params: { listId: list.id }, body: { commandId: randomUUID() } })
  const textsFor = async (reader: CastMember, list: ListView) => {
    const answer = await reader.ask(listAnswers, { params: { listId: list.id } })
    return answer.status === 200 ? answer.body.answers.map((one) => one.blocks) : answer.body.code
  }

  test('is nothing before the list is closed; then the attributed answers, with their source', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'], audience: 'participants' })
    const response = await drafted(people.drafterGhana, list, { 1: 'Fewer forms.' })
    await submits(people.headGhana, response)
    const nothing = await textsFor(people.drafterNorway, list)
    expect(nothing).toEqual([])
    await close(list)
    expect((await read(people.drafterNorway, list)).may.readAnswers).toBe(true)
    const { answers } = await people.drafterNorway.does(listAnswers, { params: { listId: list.id } })
    const [ghana] = await delegationIds(app, ['GHA'])
    expect(answers.map((one) => one.shownAs)).toEqual([{ kind: 'delegation', delegationId: ghana, sealed: false }])
  })

  test('is nothing where the Secretariat alone reads the answers', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'], audience: 'secretariat' })
    await submits(people.headGhana, await drafted(people.drafterGhana, list, { 1: 'Fewer forms.' }))
    await close(list)
    expect((await read(people.drafterNorway, list)).may.readAnswers).toBe(false)
    const published = await app.sql('select from contributions where list_id = $1 and published', [list.id])
    expect(published).toEqual([])
  })

  test('[P3] an answer without a name stays shut while too few could have written it', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR', 'EGY', 'SEN', 'ECU', 'CHN', 'KAZ'] })
    const unnamed = answered('Slower, not faster.', { attribution: 'not_for_attribution' })
    await submits(people.headGhana, await drafted(people.drafterGhana, list, { 1: unnamed, 2: unnamed }))
    const norway = await drafted(people.drafterNorway, list, { 2: 'Fewer forms.', 3: 'Shorter time limits.' })
    await submits(people.headNorway, norway)
    for (const [drafter, head] of [
      [people.drafterEgypt, people.headEgypt],
      [people.drafterSenegal, people.headSenegal],
      [people.drafterEcuador, people.headEcuador],
    ] as const) {
      await submits(head, await drafted(drafter, list, { 3: 'Fewer forms.' }))
    }
    const [china, kazakhstan] = [people.headChina, people.headKazakhstan]
    await submits(china, await drafted(china, list, { 3: 'Fewer forms.' }))
    await submits(kazakhstan, await drafted(kazakhstan, list, { 2: 'Fewer forms.' }))
    await close(list)
    const published = await app.sql<{ number: number }>(
      `select q.number from contributions c join questions q on q.id = c.question_id
      where c.list_id = $1 and c.published and c.attribution = 'not_for_attribution'`,
      [list.id],
    )
    // Five and more who are seen could have written the reply to question 1; to question 2 two of them replied under their names.
    expect(published).toEqual([{ number: 1 }])
    const named = await app.sql(
      `select from contribution_sources s join submissions b on b.id = s.submission_id
      where b.list_id = $1 and s.published and s.attribution = 'not_for_attribution'`,
      [list.id],
    )
    expect(named).toEqual([])
  })

  test('is shut again when the list opens again for all', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
    await submits(people.headGhana, await drafted(people.drafterGhana, list, { 1: 'Fewer forms.' }))
    await close(list)
    await people.staff.does(extendList, extend(list, deadlineIn(25, new Date())))
    expect((await read(people.drafterNorway, list)).may.readAnswers).toBe(false)
    const published = await app.sql('select from contributions where list_id = $1 and published', [list.id])
    expect(published).toEqual([])
  })
})
