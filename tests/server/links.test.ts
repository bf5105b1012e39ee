import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addTheme } from '../../shared/findings.ts'
import { codePassage, listSources, setAside, takeUpAgain } from '../../shared/links.ts'
import { closeList, type ListView } from '../../shared/question-lists.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { begun, published } from '../support/findings.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, questionAt, submits } from '../support/responses.ts'
import { openedSession } from '../support/sessions.ts'

let app: TestApp
let people: ReturnType<typeof cast>
let list: ListView
const command = () => ({ commandId: randomUUID() })

beforeAll(async () => {
  app = await startApp()
  people = cast(app)
  list = await circulatedList(app, { addressed: ['GHA', 'NOR', 'EGY', 'SEN'] })
  const { headGhana, headNorway, headEgypt, headSenegal } = people
  await submits(headGhana, await drafted(headGhana, list, { 1: 'Simplify procedures.', 2: 'Train the managers.' }))
  await submits(headNorway, await drafted(headNorway, list, { 1: 'Simplify the budget.' }))
  await submits(headEgypt, await drafted(headEgypt, list, { 1: answered('تَبسيط الإجراءات', { language: 'ar' }) }))
  await submits(
    headSenegal,
    await drafted(headSenegal, list, { 3: answered('Déléguer l’autorité', { language: 'fr' }) }),
  )
  await people.staff.does(closeList, { params: { listId: list.id }, body: command() })
  const { itemId, sessionId } = await openedSession(app, { consultationId: list.consultationId })
  await app.sql(
    `insert into ideas (session_id, item_id, text, language, state, place) values
      ($1, $2, 'Simplify travel, says an idea', 'en', 'open', 1), ($1, $2, 'Simplify in silence', 'en', 'silent', 2)`,
    [sessionId, itemId],
  )
})
afterAll(() => app.close())

type Query = { [Key in 'q' | 'question' | 'unused' | 'theme']?: string } & {
  kind?: string[]
  limit?: number
  cursor?: string
}
const search = (query: Query = {}) =>
  people.irt.does(listSources, { params: { consultationId: list.consultationId }, query: query as never })
const found = async (query: Query) => (await search(query)).sources

describe('what there is to cite', () => {
  test('is found by its words, folded, of every kind the caller may read', async () => {
    const kinds = async (q: string) => (await found({ q })).map(({ kind }) => kind)
    expect(await kinds('SIMPLIFY')).toEqual(['answer', 'answer', 'idea'])
    expect(await kinds("deleguer l'autorite")).toEqual(['answer'])
    expect(await kinds('تبسيط')).toEqual(['answer'])
    expect(await kinds('in silence')).toEqual([])
    expect(await kinds('100%')).toEqual([])
    expect((await found({ q: 'simplify', kind: ['idea'] })).length).toBe(1)
    expect((await found({ question: questionAt(list, 2) })).length).toBe(1)
  })

  test('comes page by page, each once, and a foreign cursor is refused', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof search>> = await search({ limit: 2, ...(cursor ? { cursor } : {}) })
      seen.push(...page.sources.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    const whole = await found({ limit: 100 })
    expect(seen).toEqual(whole.map(({ id }) => id))
    expect(new Set(seen).size).toBe(seen.length)
    const wrong = await people.irt.ask(listSources, {
      params: { consultationId: list.consultationId },
      query: { cursor: 'bm90IG91cnM' },
    })
    expect([wrong.status, wrong.body.field]).toEqual([400, 'cursor'])
  })

  test('says where it was said, and by whom', async () => {
    const [travel] = await found({ q: 'travel' })
    expect(travel).toMatchObject({ kind: 'idea', shownAs: { kind: 'withheld' }, place: { kind: 'session' } })
    const [managers] = await found({ q: 'managers' })
    expect(managers).toMatchObject({
      shownAs: { kind: 'delegation', sealed: false },
      language: 'en',
      place: { kind: 'list', listId: list.id, question: 2 },
    })
  })
})

describe('what became of it', () => {
  test('coded, cited and set aside are told apart, and what is none of these can be listed', async () => {
    const { consultationId } = list
    const one = async (q: string) => (await found({ q }))[0]!
    const before = await found({ unused: 'yes', limit: 100 })
    const theme = await people.irt.does(addTheme, {
      params: { consultationId },
      body: { ...command(), title: { en: 'Procedures' } },
    })
    const [procedures, budget, managers] = await Promise.all([one('procedures'), one('budget'), one('managers')])
    const reference = ({ kind, id }: { kind: 'answer' | string; id: string }) => ({ kind: kind as 'answer', id })
    await people.irt.does(codePassage, {
      params: { themeId: theme.id },
      body: { ...command(), source: reference(procedures!) },
    })
    await begun(people.irt, consultationId, { citations: [{ source: reference(budget!) }] })
    const params = { consultationId }
    await people.irt.does(setAside, {
      params,
      body: { ...command(), source: reference(managers!), reason: 'Belongs to another track.' },
    })
    expect((await one('procedures')).themeIds).toEqual([theme.id])
    expect(await one('budget')).toMatchObject({ cited: true, themeIds: [] })
    expect((await one('managers')).setAside).toBe('Belongs to another track.')
    expect((await found({ unused: 'yes', limit: 100 })).length).toBe(before.length - 3)
    expect((await found({ theme: theme.id })).map(({ id }) => id)).toEqual([procedures!.id])

    const again = { params, body: { ...command(), source: reference(managers!) } }
    await people.irt.does(takeUpAgain, again)
    expect((await one('managers')).setAside).toBe(null)
    expect((await people.irt.ask(takeUpAgain, { ...again, body: { ...again.body, ...command() } })).status).toBe(404)
    const strange = await people.irt.ask(setAside, {
      params,
      body: { ...command(), source: { kind: 'answer', id: randomUUID() }, reason: 'Nowhere' },
    })
    expect([strange.status, strange.body.field]).toEqual([400, 'source'])
  })

  test('a contribution of another consultation is none to cite, and a finding rests on no finding', async () => {
    const elsewhere = await circulatedList(app)
    const [budget] = await found({ q: 'budget' })
    await expect(
      begun(people.irt, elsewhere.consultationId, { citations: [{ source: { kind: 'answer', id: budget!.id } }] }),
    ).rejects.toThrow('citations.0')
    const version = (await published(people.staff, await begun(people.irt, list.consultationId))).versions[0]!
    await expect(
      begun(people.irt, list.consultationId, { citations: [{ source: { kind: 'finding', id: version.id } }] }),
    ).rejects.toThrow('citations.0')
  })
})
