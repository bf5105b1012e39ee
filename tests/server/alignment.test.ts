import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ListView, monitorList } from '../../shared/question-lists.ts'
import {
  align,
  type Capacity,
  listGroupStatements,
  moveResponse,
  type ResponseView,
  readResponse,
  submitResponse,
  withdrawAlignment,
} from '../../shared/responses.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast, delegationId } from '../support/cast.ts'
import { circulatedList, moveDeadline } from '../support/lists.ts'
import { answered, drafted, submits } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
let capacity: Capacity
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
  const [g77] = await app.sql<{ id: string }>(`select id from groups where key = 'g77'`)
  capacity = { kind: 'group', groupId: g77?.id ?? '' }
})
afterAll(() => app.close())

/** A statement of the Group of 77, delivered by Ecuador, with Norway joining and China excepted. */
async function statement(
  attribution: 'attributed' | 'not_for_attribution' = 'attributed',
  wishes: object = {},
): Promise<{ list: ListView; response: ResponseView }> {
  const list = await circulatedList(app, { addressed: ['ECU', 'GHA', 'SEN', 'CHN', 'NOR', 'KAZ'], ...wishes })
  const words = answered('The Group holds', { attribution })
  const response = await drafted(people.drafterEcuador, list, { 1: words }, capacity)
  await people.headEcuador.does(submitResponse, {
    params: { responseId: response.id },
    body: {
      commandId: randomUUID(),
      digest: response.digest,
      signatory: { name: 'Chair of the Group' },
      excepted: [await delegationId(app, 'CHN')],
      joined: [await delegationId(app, 'NOR')],
    },
  })
  return { list, response }
}
const statements = async (who: CastMember, list: ListView) =>
  (await who.does(listGroupStatements, { params: { listId: list.id } })).statements
const aligns = (who: CastMember, submissionId: string, more: object = {}) =>
  who.ask(align, { params: { submissionId }, body: { commandId: randomUUID(), extent: 'whole', ...more } })
const withdraws = (who: CastMember, submissionId: string) => who.ask(withdrawAlignment, { params: { submissionId } })
const code = async (asked: Promise<{ status: number; body: { code: string } }>) => {
  const { status, body } = await asked
  return [status, body.code]
}
const alignedInMonitor = async (list: ListView, iso3: string) => {
  const monitor = await people.staff.does(monitorList, { params: { listId: list.id } })
  const id = await delegationId(app, iso3)
  return {
    with: monitor.rows.find((row) => row.delegationId === id)?.alignedWith,
    aligned: monitor.count.states.aligned,
    covered: monitor.count.states.covered,
  }
}

describe('a group’s statement', () => {
  test('[C3] is shown to those for whom it speaks, not to who was excepted, nor to others', async () => {
    const { list } = await statement()
    const [seen] = await statements(people.headGhana, list)
    expect(seen).toMatchObject({
      groupId: capacity.kind === 'group' ? capacity.groupId : null,
      deliveredBy: await delegationId(app, 'ECU'),
      covers: true,
      aligned: null,
      may: { align: true },
    })
    expect(await statements(people.headNorway, list)).toHaveLength(1)
    expect(await statements(people.headChina, list)).toEqual([])
    expect(await statements(people.headKazakhstan, list)).toEqual([])
    // Its own author does not align with itself.
    expect(await statements(people.headEcuador, list)).toEqual([])
    expect((await people.staff.ask(listGroupStatements, { params: { listId: list.id } })).status).toBe(403)
  })

  test('[P3] given not for attribution it is shown to nobody it speaks for', async () => {
    const { list } = await statement('not_for_attribution')
    for (const member of [people.headGhana, people.headNorway, people.headSenegal])
      expect(await statements(member, list)).toEqual([])
  })
})

describe('alignment', () => {
  test('is an act of the head; it is counted apart from being covered, and a member that says nothing is covered only', async () => {
    const { list } = await statement()
    const [seen] = await statements(people.headGhana, list)
    const id = seen?.submissionId ?? ''
    const before = await alignedInMonitor(list, 'GHA')
    expect([before.with, before.aligned]).toEqual([[], 0])
    expect(await code(aligns(people.drafterGhana, id))).toEqual([403, 'forbidden'])
    const done = await aligns(people.headGhana, id, { extent: 'with_additions', note: 'And pace matters' })
    expect(done.body).toMatchObject({
      aligned: { extent: 'with_additions', note: 'And pace matters' },
      may: { align: false },
    })
    const after = await alignedInMonitor(list, 'GHA')
    expect(after.with).toHaveLength(1)
    expect([after.aligned, after.covered]).toEqual([1, before.covered - 1])
    expect((await statements(people.drafterGhana, list))[0]).toMatchObject({
      aligned: { extent: 'with_additions' },
      may: { align: false },
    })
    expect((await statements(people.headSenegal, list))[0]?.aligned).toBe(null)
  })

  test('stands once: a second one is refused with the first, two at once are one', async () => {
    const { list } = await statement()
    const id = (await statements(people.headGhana, list))[0]?.submissionId ?? ''
    const both = await Promise.all([aligns(people.headGhana, id), aligns(people.standInGhana, id)])
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
    const again = await aligns(people.headGhana, id, { extent: 'except' })
    expect([again.status, again.body.code]).toEqual([409, 'changed_meanwhile'])
    expect(again.body.current).toMatchObject({ aligned: { extent: 'whole' } })
  })

  test('[C6] withdrawn it leaves the count and stays in the record; it can be made anew', async () => {
    const { list } = await statement()
    const id = (await statements(people.headGhana, list))[0]?.submissionId ?? ''
    expect(await code(withdraws(people.headGhana, id))).toEqual([404, 'not_found'])
    await aligns(people.headGhana, id)
    expect((await withdraws(people.headGhana, id)).body).toMatchObject({ aligned: null, may: { align: true } })
    expect((await alignedInMonitor(list, 'GHA')).aligned).toBe(0)
    const rows = await app.sql<{ at: Date; withdrawn_at: Date | null }>(
      'select at, withdrawn_at from alignments where list_id = $1',
      [list.id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.withdrawn_at).not.toBe(null)
    const lines = await app.sql<{ kind: string }>(
      `select kind from journal where stream = $1 and kind like 'response.align%' order by seq`,
      [`list:${list.id}:staff`],
    )
    expect(lines.map((line) => line.kind)).toEqual(['response.aligned', 'response.alignment_withdrawn'])
    expect((await aligns(people.headGhana, id)).status).toBe(200)
  })

  test('with what the delegation cannot read is refused as if it were not there', async () => {
    const open = await statement()
    const sealed = await statement('not_for_attribution')
    const id = (await statements(people.headGhana, open.list))[0]?.submissionId ?? ''
    const [hidden] = await app.sql<{ id: string }>('select id from submissions where list_id = $1', [sealed.list.id])
    const national = await drafted(people.drafterSenegal, open.list, { 1: 'Own words' })
    await submits(people.headSenegal, national)
    const [own] = await app.sql<{ id: string }>('select id from submissions where response_id = $1', [national.id])
    for (const [who, what] of [
      [people.headChina, id],
      [people.headEcuador, id],
      [people.headGhana, hidden?.id],
      [people.headGhana, own?.id],
      [people.headGhana, randomUUID()],
    ] as const)
      expect(await code(aligns(who, what ?? ''))).toEqual([404, 'not_found'])
    expect((await aligns(people.headGhana, id)).status).toBe(200)
  })

  test('outlives an amended version of the statement', async () => {
    const { list, response } = await statement()
    await aligns(people.headGhana, (await statements(people.headGhana, list))[0]?.submissionId ?? '')
    await people.headEcuador.does(moveResponse, {
      params: { responseId: response.id },
      body: { commandId: randomUUID(), move: 'amend' },
    })
    const amended = await people.headEcuador.does(readResponse, { params: { responseId: response.id } })
    await submits(people.headEcuador, amended)
    const seen = await statements(people.headGhana, list)
    expect(seen).toHaveLength(1)
    expect(seen[0]?.aligned).not.toBe(null)
    expect((await alignedInMonitor(list, 'GHA')).aligned).toBe(1)
  })

  test('is made while the list takes responses; it can be withdrawn at any time', async () => {
    const { list } = await statement('attributed', { lateAnswers: 'refused' })
    const id = (await statements(people.headGhana, list))[0]?.submissionId ?? ''
    await aligns(people.headGhana, id)
    await moveDeadline(app, list.id, -1)
    expect(await code(aligns(people.headSenegal, id))).toEqual([409, 'list_closed'])
    expect((await withdraws(people.headGhana, id)).status).toBe(200)
  })
})
