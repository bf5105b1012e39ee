import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAnswers } from '../../shared/answers.ts'
import type { ListView } from '../../shared/question-lists.ts'
import { listResponses, moveResponse } from '../../shared/responses.ts'
import {
  listThreads,
  openThread,
  readThread,
  replyInThread,
  resolveThread,
  type ThreadView,
} from '../../shared/threads.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, questionAt, submits } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
let list: ListView
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
  list = await circulatedList(app)
  const response = await drafted(people.drafterGhana, list, {
    1: answered('Simplify the forms.', { attribution: 'not_for_attribution' }),
    2: 'Train managers.',
    3: 'Plan earlier.',
  })
  await submits(people.headGhana, response)
  await submits(people.headNorway, await drafted(people.drafterNorway, list, { 1: 'Delegate.' }))
})
afterAll(() => app.close())

const answerOf = async (number: number, delegation = people.headGhana) => {
  const query = { question: questionAt(list, number) }
  const { answers } = await delegation.does(listAnswers, { params: { listId: list.id }, query: query as never })
  return answers[0]!.id
}
const open = async (number: number, text: string, staff: CastMember = people.staff) =>
  staff.does(openThread, { params: { answerId: await answerOf(number) }, body: { commandId: randomUUID(), text } })
const reply = (who: CastMember, thread: ThreadView, text: string, replyTo: string | null = null) =>
  who.does(replyInThread, { params: { threadId: thread.id }, body: { commandId: randomUUID(), text, replyTo } })
const mails = () =>
  app.sql<{ to: string; subject: string; text: string }>('select "to", subject, text from mails order by at, id')

describe('a thread under an answer', () => {
  test('goes from question to reply to resolution, and says whose turn it is', async () => {
    const asked = await open(2, 'Which managers?')
    expect(asked.waitsFor).toBe('delegation')
    expect(asked.answerId).toBe(await answerOf(2))
    const { responses } = await people.drafterGhana.does(listResponses, { params: { listId: list.id } })
    expect(asked.responseId).toBe(responses[0]?.id)
    const replied = await reply(people.drafterGhana, asked, 'Those newly appointed.')
    expect(replied.waitsFor).toBe('secretariat')
    const resolved = await people.staff.does(resolveThread, {
      params: { threadId: asked.id },
      body: { resolved: true },
    })
    expect([resolved.waitsFor, resolved.resolvedAt !== null]).toEqual(['nobody', true])
    const { answers } = await people.staff.does(listAnswers, { params: { listId: list.id }, query: {} })
    expect(answers.find(({ id }) => id === asked.answerId)?.thread).toEqual({
      id: asked.id,
      messages: 2,
      resolved: true,
      waitsForUs: false,
    })
  })

  test('a reply to a resolved thread opens it again', async () => {
    const [thread] = (await people.drafterGhana.does(listThreads, { params: { listId: list.id } })).threads
    const again = await reply(people.drafterGhana, thread!, 'And one more thing.')
    expect([again.resolvedAt, again.waitsFor]).toEqual([null, 'secretariat'])
  })

  test('names a person to their own side only', async () => {
    const [thread] = (await people.headGhana.does(listThreads, { params: { listId: list.id } })).threads
    const seenByGhana = thread!.messages.map(({ side, by }) => [side, by])
    expect(seenByGhana[0]).toEqual(['secretariat', null])
    expect(seenByGhana[1]).toEqual(['delegation', 'Drafter, Mission of Ghana'])
    const seenByStaff = (await people.secondStaff.does(readThread, { params: { threadId: thread!.id } })).messages
    expect(seenByStaff.map(({ by }) => by).slice(0, 2)).toEqual([
      'Consultation officer, Office of the Chef de Cabinet',
      null,
    ])
    const bytes = JSON.stringify(seenByStaff)
    expect(bytes).not.toContain('Drafter, Mission of Ghana')
  })

  test('[P3] reaches staff and the author’s delegation alone, also under an answer not for attribution', async () => {
    const thread = await open(1, 'Which forms?')
    expect((await people.headGhana.does(readThread, { params: { threadId: thread.id } })).messages.length).toBe(1)
    for (const other of [people.headNorway, people.headSenegal]) {
      expect((await other.ask(readThread, { params: { threadId: thread.id } })).status).toBe(404)
      const { status } = await other.ask(replyInThread, {
        params: { threadId: thread.id },
        body: { commandId: randomUUID(), text: 'x' },
      })
      expect(status).toBe(404)
      const { threads } = await other.does(listThreads, { params: { listId: list.id } })
      expect(threads.map(({ delegationId }) => delegationId)).not.toContain(thread.delegationId)
    }
    const lines = await app.sql<{ stream: string }>('select distinct stream from journal where subject = $1', [
      thread.id,
    ])
    expect(lines.map(({ stream }) => stream).sort()).toEqual([
      `delegation:${thread.delegationId}`,
      `list:${list.id}:staff`,
    ])
  })

  test('staff open it, and a reader of the delegation only reads it', async () => {
    const body = { commandId: randomUUID(), text: 'May I?' }
    expect((await people.headGhana.ask(openThread, { params: { answerId: await answerOf(3) }, body })).status).toBe(403)
    expect((await people.staff.ask(openThread, { params: { answerId: randomUUID() }, body })).status).toBe(404)
    const [thread] = (await people.readerGhana.does(listThreads, { params: { listId: list.id } })).threads
    expect(thread!.may).toEqual({ reply: false, resolve: false })
    expect((await people.readerGhana.ask(replyInThread, { params: { threadId: thread!.id }, body })).status).toBe(403)
    const resolution = { params: { threadId: thread!.id }, body: { resolved: true } }
    expect((await people.headGhana.ask(resolveThread, resolution)).status).toBe(403)
  })

  test('[T4] a reply goes under a message of the same thread, three deep', async () => {
    const [one, two] = [await open(2, 'Another question.'), await open(1, 'And here.')]
    const foreign = two.messages[0]!.id
    const { status, body } = await people.headGhana.ask(replyInThread, {
      params: { threadId: one.id },
      body: { commandId: randomUUID(), text: 'x', replyTo: foreign },
    })
    expect([status, body.field]).toEqual([400, 'replyTo'])
    let above = one.messages[0]!.id
    const places: (string | null)[] = []
    for (const who of [people.headGhana, people.staff, people.headGhana, people.staff]) {
      const message = (await reply(who, one, 'Under the last one.', above)).messages.at(-1)!
      places.push(message.replyTo)
      above = message.id
    }
    const messages = (await people.staff.does(readThread, { params: { threadId: one.id } })).messages
    const depth = (id: string): number => {
      const parent = messages.find((message) => message.id === id)?.replyTo
      return parent ? 1 + depth(parent) : 1
    }
    expect(Math.max(...messages.map(({ id }) => depth(id)))).toBe(3)
    expect(places[0]).toBe(one.messages[0]!.id)
  })

  test('goes on under the amended version of the answer', async () => {
    const before = await open(3, 'How much earlier?')
    const [first] = await app.sql<{ response_id: string }>('select response_id from threads where id = $1', [before.id])
    await people.headGhana.does(moveResponse, {
      params: { responseId: first!.response_id },
      body: { commandId: randomUUID(), move: 'amend' },
    })
    const amended = await drafted(people.drafterGhana, list, { 3: 'Plan a year earlier.' })
    await submits(people.headGhana, amended)
    const after = await people.staff.does(readThread, { params: { threadId: before.id } })
    expect(after.answerId).toBe(await answerOf(3))
    expect(after.answerId).not.toBe(before.answerId)
    expect((await open(3, 'Thank you.')).id).toBe(before.id)
  })

  test('is told by mail when the word passes to the other side, without a word of it', async () => {
    const before = (await mails()).length
    const thread = await people.staff.does(openThread, {
      params: { answerId: await answerOf(1, people.headNorway) },
      body: { commandId: randomUUID(), text: 'A sentence that stays in the house.' },
    })
    await reply(people.staff, thread, 'And a second one.')
    const asked = (await mails()).slice(before)
    expect(asked.map(({ to }) => to).sort()).toEqual([
      'drafter.norway@mission.example.org',
      'head.norway@mission.example.org',
    ])
    await reply(people.headNorway, thread, 'An answer that stays in the house.')
    const answeredBy = (await mails()).slice(before + asked.length)
    expect(answeredBy.map(({ to }) => to)).toEqual(['officer@secretariat.example.org'])
    for (const mail of [...asked, ...answeredBy]) expect(JSON.stringify(mail)).not.toContain('stays in the house')
  })

  test('[T88] one command sent many times says one thing', async () => {
    const thread = await open(3, 'Once.')
    const body = { commandId: randomUUID(), text: 'Said once.', replyTo: null }
    const tries = Array.from({ length: 10 }, () =>
      people.drafterGhana.ask(replyInThread, { params: { threadId: thread.id }, body }),
    )
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(Array(10).fill(200))
    const { messages } = await people.staff.does(readThread, { params: { threadId: thread.id } })
    expect(messages.filter(({ text }) => text === 'Said once.').length).toBe(1)
  })
})
