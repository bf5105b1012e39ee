import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelExport, makeExport, readExport } from '../../shared/exports.ts'
import { listMembers, removeMember } from '../../shared/people.ts'
import type { ListView } from '../../shared/question-lists.ts'
import {
  addComment,
  listComments,
  listResponses,
  type ResponseView,
  readAnswerHistory,
  readResponse,
  removeComment,
  saveAnswer,
} from '../../shared/responses.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, questionAt } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
let list: ListView
let ghana: ResponseView
let commentId: string
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
  list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
  ghana = await drafted(people.drafterGhana, list, { 1: 'Held by the first layer alone' })
  const comment = await people.drafterGhana.does(addComment, {
    params: { responseId: ghana.id },
    body: { commandId: randomUUID(), questionId: null, text: 'And this as well' },
  })
  commentId = comment.id
})
afterAll(() => app.close())

test('[T16] what another delegation or colleague made is not theirs to remove, and stays', async () => {
  const mission = await people.headGhana.does(listMembers)
  const member = mission.members.find(({ role }) => role === 'drafter')
  const membership = { params: { membershipId: member?.id ?? '' } }
  expect((await people.headNorway.ask(removeMember, membership)).status).toBe(404)
  expect((await people.headGhana.does(listMembers)).members).toHaveLength(mission.members.length)

  const comment = { params: { responseId: ghana.id, commentId } }
  expect((await people.drafterNorway.ask(removeComment, comment)).status).toBe(404)
  expect((await people.secondDrafterGhana.ask(removeComment, comment)).status).not.toBe(200)

  const file = await people.staff.does(makeExport, {
    params: { listId: list.id },
    body: { commandId: randomUUID(), format: 'json', language: 'en', filter: {} },
  })
  expect((await people.secondStaff.ask(cancelExport, { params: { exportId: file.id } })).status).toBe(404)
  // It may be under way already, in the server's own time.
  await expect
    .poll(
      async () => {
        await app.jobs.settle()
        return (await people.staff.does(readExport, { params: { exportId: file.id } })).state
      },
      { timeout: 30_000 },
    )
    .toBe('ready')
})

describe('[P2] [T11] with row-level security switched off', () => {
  beforeAll(async () => {
    const tables = await app.sql<{ name: string }>(
      "select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace",
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) await app.sql(`alter table ${name} disable row level security`)
  })

  test('the policy still keeps a draft from everybody but its delegation', async () => {
    const params = { responseId: ghana.id }
    const question = { ...params, questionId: questionAt(list, 1) }
    for (const who of [
      people.drafterNorway,
      people.headNorway,
      people.adviserOfTwo,
      people.staff,
      people.administrator,
    ]) {
      if (who === people.adviserOfTwo) await who.actsFor('FJI')
      // Who may not try such calls at all is told so, whatever the id.
      const hidden = who === people.staff || who === people.administrator ? 403 : 404
      expect((await who.ask(readResponse, { params })).status, who.key).toBe(hidden)
      expect((await who.ask(listComments, { params })).status, who.key).toBe(hidden)
      expect((await who.ask(readAnswerHistory, { params: question })).status, who.key).toBe(hidden)
      const saved = await who.ask(saveAnswer, { params: question, ifMatch: 1, body: answered('Intruder') })
      expect(saved.status, who.key).toBe(hidden)
    }
    expect((await people.headNorway.does(listResponses, { params: { listId: list.id } })).responses).toEqual([])
    const own = await people.drafterGhana.does(readResponse, { params })
    expect(JSON.stringify(own.answers)).toContain('Held by the first layer alone')
  })
})
