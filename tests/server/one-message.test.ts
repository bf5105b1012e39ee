import { afterAll, beforeAll, expect, test } from 'vitest'
import { readResponse, saveAnswer } from '../../shared/responses.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, questionAt } from '../support/responses.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const WORDS = [
  "It's the delegation's, and ''theirs''.",
  "'); commit; delete from draft_answers; --",
  "C:\\new\\table \\' \\x27 and a last \\",
  "E'\\'; select 1; --",
  '$1 $2 $$ $& $` $tag$ words $tag$',
  '{"a", "b\\"}',
]

test('[P1] words that look like a statement are kept letter by letter, the first time and again', async () => {
  const { drafterGhana } = cast(app)
  const list = await circulatedList(app, { addressed: ['GHA'] })
  const response = await drafted(drafterGhana, list, { 1: 'The first words.' })
  for (const [at, words] of WORDS.entries()) {
    const params = { responseId: response.id, questionId: questionAt(list, at + 2) }
    for (const ifMatch of [0, 1]) {
      const body = answered(`${words} ${ifMatch}`)
      expect((await drafterGhana.does(saveAnswer, { params, ifMatch, body })).answer.blocks).toEqual(body.blocks)
      const { answers } = await drafterGhana.does(readResponse, { params: { responseId: response.id } })
      expect(answers.find((one) => one.questionId === params.questionId)?.blocks).toEqual(body.blocks)
    }
  }
  const kept = await app.sql('select 1 from draft_answers where response_id = $1', [response.id])
  expect(kept).toHaveLength(WORDS.length + 1)
})

test('a letter that would end a message in the middle is refused, and the connection goes on', async () => {
  const { drafterGhana } = cast(app)
  const list = await circulatedList(app, { addressed: ['GHA'] })
  const response = await drafted(drafterGhana, list, { 1: 'The first words.' })
  const params = { responseId: response.id, questionId: questionAt(list, 1) }
  const { status } = await drafterGhana.ask(saveAnswer, {
    params,
    ifMatch: 1,
    body: { ...answered('Words.'), choice: "a\0'; drop table people; --" },
  })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect((await drafterGhana.does(saveAnswer, { params, ifMatch: 1, body: answered('Other words.') })).state).toBe(
    'draft',
  )
})
