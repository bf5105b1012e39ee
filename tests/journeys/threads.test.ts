import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listAnswers } from '../../shared/answers.ts'
import { openThread } from '../../shared/threads.ts'
import { Stage } from '../support/journey.ts'
import { circulatedList } from '../support/lists.ts'
import { drafted, questionAt, submits } from '../support/responses.ts'

vi.setConfig({ testTimeout: 120_000 })

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open()
})
afterAll(() => stage?.close())

test('What the Secretariat asks about an answer comes, live, under its question on the page of the response', async () => {
  const { drafterGhana, headGhana, staff } = stage.people
  const list = await circulatedList(stage.site)
  const response = await drafted(drafterGhana, list, { 1: 'Simplify the forms.', 2: 'Train managers.' })
  await submits(headGhana, response)
  const address = `/lists/${list.id}/response/${response.id}`
  const drafter = await stage.at('drafterGhana', `${address}?question=${questionAt(list, 2)}`)
  const conversation = drafter.getByRole('region', { name: 'Questions from the Secretariat' })
  await drafter.getByRole('region', { name: 'Comments' }).waitFor()
  expect(await conversation.count()).toBe(0)

  const { answers } = await staff.does(listAnswers, {
    params: { listId: list.id },
    query: { question: questionAt(list, 2) },
  })
  const text = 'Which managers?'
  await staff.does(openThread, {
    params: { answerId: answers[0]?.id ?? '' },
    body: { commandId: randomUUID(), text },
  })
  await conversation.getByText(text).waitFor()
  await conversation.getByLabel('Your reply', { exact: true }).fill('Those newly appointed.')
  await conversation.getByRole('button', { name: 'Send the reply' }).click()
  await conversation.getByText('Those newly appointed.').waitFor()

  await drafter.goto(`${address}?question=${questionAt(list, 1)}`)
  await drafter.getByRole('region', { name: 'Comments' }).waitFor()
  expect(await conversation.count()).toBe(0)
  stage.expectQuiet()
})
