import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAnswers } from '../../shared/answers.ts'
import { closeList, type ListView } from '../../shared/question-lists.ts'
import type { ShownAs } from '../../shared/rules/attribution.ts'
import { startApp, type TestApp } from './../support/app.ts'
import { cast, delegationId } from '../support/cast.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, questionAt, submits } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const closed = (list: ListView) =>
  people.staff.does(closeList, { params: { listId: list.id }, body: { commandId: randomUUID() } })
const unnamed = { attribution: 'not_for_attribution' } as const

describe('answers to a list', () => {
  let list: ListView
  beforeAll(async () => {
    list = await circulatedList(app, { audience: 'participants' })
    const { headGhana, headNorway, headEgypt, headSenegal, headEcuador, headChina, headKazakhstan } = people
    const say = async (head: typeof headGhana, answers: Parameters<typeof drafted>[2]) =>
      submits(head, await drafted(head, list, answers))
    await say(headNorway, { 1: 'Delegate authority over travel.', 2: answered('A quiet word on staffing.', unnamed) })
    await say(headGhana, { 1: 'Simplify the forms 50%_ more.', 2: 'Train managers first.' })
    await say(headEgypt, {
      1: answered('تفويض السلطة أولا', { language: 'ar' }),
      2: answered('كلمة', { ...unnamed, language: 'ar' }),
    })
    await say(headSenegal, { 1: answered('Déléguer d’abord.', { language: 'fr' }) })
    await say(headChina, { 1: answered('授权', { language: 'zh' }) })
    await say(headKazakhstan, { 1: answered('Делегировать полномочия', { language: 'ru' }) })
    await say(headEcuador, { 1: answered('Delegar.', { language: 'es' }) })
  })

  const ask = (who: typeof people.staff, query: Record<string, unknown> = {}) =>
    who.does(listAnswers, { params: { listId: list.id }, query: query as never })
  const authors = async (ids: { shownAs: ShownAs }[]) => {
    const rows = await app.sql<{ id: string; code: string }>('select id, code from delegations')
    const codes = new Map(rows.map(({ id, code }) => [id, code]))
    return ids.map(({ shownAs }) => (shownAs.kind === 'withheld' ? '-' : codes.get(shownAs.delegationId)))
  }

  test('[C33] replies stand in the alphabetical order of the language asked for', async () => {
    const first = { question: questionAt(list, 1) }
    expect(await authors((await ask(people.staff, { ...first, order: 'en' })).answers)).toEqual([
      'CHN',
      'ECU',
      'EGY',
      'GHA',
      'KAZ',
      'NOR',
      'SEN',
    ])
    expect(await authors((await ask(people.staff, { ...first, order: 'fr' })).answers)).toEqual([
      ...['CHN', 'EGY', 'ECU', 'GHA', 'KAZ', 'NOR', 'SEN'],
    ])
  })

  test('pages follow each other without a gap or a repetition', async () => {
    const all = await ask(people.staff)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await ask(people.staff, { limit: 2, ...(cursor ? { cursor } : {}) })
      expect(page.total).toBe(all.total)
      seen.push(...page.answers.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual(all.answers.map(({ id }) => id))
    const { status, body } = await people.staff.ask(listAnswers, {
      params: { listId: list.id },
      query: { cursor: 'x' },
    })
    expect([status, body.field]).toEqual([400, 'cursor'])
  })

  test('text is found without accents and case, and signs stand for themselves', async () => {
    const found = async (text: string) => authors((await ask(people.staff, { text })).answers)
    expect(await found("DELEGUER D'ABORD")).toEqual(['SEN'])
    expect(await found('50%_ more')).toEqual(['GHA'])
    expect(await found('5_%')).toEqual([])
    expect(await found('%')).toEqual(['GHA'])
  })

  test('staff see who wrote an answer not for attribution, marked as sealed', async () => {
    const { answers } = await ask(people.staff, { question: questionAt(list, 2) })
    expect(await authors(answers)).toEqual(['EGY', 'GHA', 'NOR'])
    expect(answers.map(({ shownAs }) => 'sealed' in shownAs && shownAs.sealed)).toEqual([true, false, true])
  })

  test('filters by region, group and language find what they name', async () => {
    const one = { question: questionAt(list, 1) }
    expect(await authors((await ask(people.staff, { ...one, region: 'african' })).answers)).toEqual([
      'EGY',
      'GHA',
      'SEN',
    ])
    expect(await authors((await ask(people.staff, { ...one, language: ['ru', 'zh'] })).answers)).toEqual(['CHN', 'KAZ'])
    const [nordic] = await app.sql<{ id: string }>(`select id from groups where key = 'nordic'`)
    expect(await authors((await ask(people.staff, { ...one, group: nordic!.id })).answers)).toEqual(['NOR'])
    const delegation = await delegationId(app, 'GHA')
    expect((await ask(people.staff, { delegation })).total).toBe(2)
  })

  test('[P2] before the list is closed a delegation reads its own answers alone', async () => {
    const own = await ask(people.headGhana)
    expect([...new Set(await authors(own.answers))]).toEqual(['GHA'])
    expect((await ask(people.headNorway)).total).toBe(2)
    expect((await people.administrator.ask(listAnswers, { params: { listId: list.id } })).status).toBe(403)
  })

  describe('when the list is closed', () => {
    beforeAll(() => closed(list))

    test('every addressed delegation reads the answers, those not for attribution last and without a trace', async () => {
      const two = { question: questionAt(list, 2) }
      const { answers } = await ask(people.headSenegal, two)
      expect(await authors(answers)).toEqual(['GHA', '-', '-'])
      for (const answer of answers.slice(1)) {
        const { id: _id, blocks: _blocks, ...rest } = answer
        expect(rest).toEqual({
          questionId: two.question,
          shownAs: { kind: 'withheld' },
          attribution: 'not_for_attribution',
          stance: 'answered',
          groupId: null,
          choice: null,
          language: null,
          version: null,
          submittedAt: null,
          submissionId: null,
          receivedLate: null,
          thread: null,
          may: { openThread: false },
        })
      }
      const own = await ask(people.headNorway, two)
      expect(await authors(own.answers)).toEqual(['GHA', 'NOR', '-'])
    })

    test('[P3] no filter by author tells a delegation who wrote an answer without a name', async () => {
      const two = { question: questionAt(list, 2) }
      const norway = await delegationId(app, 'NOR')
      const [nordic] = await app.sql<{ id: string }>(`select id from groups where key = 'nordic'`)
      for (const filter of [{ delegation: norway }, { region: 'weog' }, { language: 'en' }, { group: nordic!.id }]) {
        const { answers } = await ask(people.headSenegal, { ...two, ...filter })
        expect((await authors(answers)).filter((code) => code !== 'GHA')).toEqual([])
      }
      expect((await ask(people.headSenegal, { ...two, text: 'quiet word' })).total).toBe(1)
    })
  })
})
