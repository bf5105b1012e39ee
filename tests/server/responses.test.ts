import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../../shared/contract.ts'
import { type ListView, monitorList } from '../../shared/question-lists.ts'
import {
  addComment,
  clearResponse,
  downloadVersion,
  listComments,
  listResponses,
  moveResponse,
  openResponse,
  type ResponseView,
  readAnswerHistory,
  readLetter,
  readResponse,
  readSubmission,
  readVersion,
  removeComment,
  removeLetter,
  returnResponse,
  saveAnswer,
  submitResponse,
} from '../../shared/responses.ts'
import { ORIGIN, startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast, delegationId } from '../support/cast.ts'
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
  list = await circulatedList(app, { addressed: ['GHA', 'NOR', 'FJI', 'TUV'] })
  ghana = await drafted(people.drafterGhana, list, { 1: 'Words that are nobody else’s business' })
  const comment = await people.drafterGhana.does(addComment, {
    params: { responseId: ghana.id },
    body: { commandId: randomUUID(), questionId: null, text: 'Nor is this comment' },
  })
  commentId = comment.id
})
afterAll(() => app.close())

type Sent = { params: Record<string, string | number>; query?: object; body?: object; ifMatch?: number }
/** Every call on a response, as somebody would make it who has got hold of its id. */
const calls = (responseId: string, comment: string): [Endpoint, Sent][] => {
  const command = { commandId: randomUUID() }
  const digest = 'a'.repeat(64)
  const params = { responseId }
  const question = { ...params, questionId: questionAt(list, 1) }
  return [
    [readResponse, { params }],
    [saveAnswer, { params: question, body: answered('Intruder'), ifMatch: 1 }],
    [readAnswerHistory, { params: question }],
    [listComments, { params }],
    [addComment, { params, body: { ...command, questionId: null, text: 'Intruder' } }],
    [removeComment, { params: { ...params, commentId: comment } }],
    [removeLetter, { params }],
    [readLetter, { params }],
    [moveResponse, { params, body: { ...command, move: 'send_for_clearance' } }],
    [returnResponse, { params, body: { ...command, note: 'Intruder' } }],
    [clearResponse, { params, body: { ...command, digest } }],
    [submitResponse, { params, body: { ...command, digest, signatory: { name: 'Intruder' } } }],
    [readVersion, { params: { ...params, version: 1 } }],
    [downloadVersion, { params: { ...params, version: 1 }, query: { format: 'pdf', language: 'en' } }],
  ]
}
const ask = (who: CastMember, call: Endpoint, sent: Sent) => who.ask(call, sent as Parameters<typeof who.ask>[1])
const asItIs = async () => ({
  rows: await app.sql('select * from responses where id = $1', [ghana.id]),
  answers: await app.sql('select * from draft_answers where response_id = $1', [ghana.id]),
  comments: await app.sql('select * from comments where response_id = $1', [ghana.id]),
})

describe('[P2] a draft is its delegation’s alone', () => {
  test('[T1][T2] another delegation’s response is answered as one that does not exist, and stays as it was', async () => {
    const before = await asItIs()
    const foreign = calls(ghana.id, commentId)
    const nowhere = calls(randomUUID(), randomUUID())
    for (const [index, [call, sent]] of foreign.entries()) {
      const [there, notThere] = [
        await ask(people.headNorway, call, sent),
        await ask(people.headNorway, ...nowhere[index]!),
      ]
      expect([call.path, there.status, there.body]).toEqual([call.path, 404, notThere.body])
    }
    expect(await asItIs()).toEqual(before)
  })

  test('[T1] and in the same time', async () => {
    const took = async (responseId: string) => {
      const start = performance.now()
      await people.headNorway.ask(readResponse, { params: { responseId } })
      return performance.now() - start
    }
    const times: { there: number[]; notThere: number[] } = { there: [], notThere: [] }
    for (let n = 0; n < 100; n++) {
      times.there.push(await took(ghana.id))
      times.notThere.push(await took(randomUUID()))
    }
    // Turn by turn on one machine, so that what else it does falls on both.
    const median = (of: number[]) => of.sort((a, b) => a - b)[50] ?? 0
    const ratio = median(times.there) / median(times.notThere)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  test('[T3] a field of somebody else’s is not to be asked for', async () => {
    for (const question of ['filter[author.email]=a', 'sort=drafts.body', 'delegationId=x']) {
      const answer = await app.server.inject({
        url: `/api/responses/${ghana.id}/versions/1/file?format=pdf&language=en&${question}`,
        headers: { cookie: (await people.headGhana.ready()).cookie },
      })
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'unknown_field'])
    }
    const { responses } = await people.headNorway.does(listResponses, { params: { listId: list.id } })
    expect(responses).toEqual([])
  })

  test('[T4] a comment or a question of one delegation is not reached through the response of another', async () => {
    const norway = await drafted(people.drafterNorway, list, { 1: 'Own words' })
    const remove = await people.drafterNorway.ask(removeComment, { params: { responseId: norway.id, commentId } })
    expect([remove.status, remove.body.code]).toEqual([404, 'not_found'])
    const { comments } = await people.readerGhana.does(listComments, { params: { responseId: ghana.id } })
    expect(comments).toHaveLength(1)
  })

  test('[T5] a submission carries nothing that is for the platform to say', async () => {
    const send = async (payload: string) => {
      const answer = await app.server.inject({
        method: 'POST',
        url: `/api/responses/${ghana.id}/submission`,
        headers: {
          origin: ORIGIN,
          cookie: (await people.headGhana.ready()).cookie,
          'content-type': 'application/json',
        },
        payload,
      })
      return [answer.statusCode, answer.json().code]
    }
    const body = { commandId: randomUUID(), digest: ghana.digest, signatory: { name: 'Head' } }
    for (const key of ['delegationId', 'role', 'state', 'submittedAt', 'clearedBy', 'version', 'receivedLate', 'id'])
      expect(await send(JSON.stringify({ ...body, [key]: 'x' }))).toEqual([400, 'unknown_field'])
    expect((await send(JSON.stringify(body).replace('{', '{"__proto__":{"role":"head"},')))[0]).toBe(400)
    expect((await people.headGhana.does(readResponse, { params: { responseId: ghana.id } })).version).toBe(0)
  })

  test('[T9] staff who ask for it learn the same of it as of one that does not exist, and no page of theirs knows it', async () => {
    const nowhere = calls(randomUUID(), randomUUID())
    for (const [index, [call, sent]] of calls(ghana.id, commentId).entries()) {
      const [there, notThere] = [await ask(people.staff, call, sent), await ask(people.staff, ...nowhere[index]!)]
      expect([call.path, there.status, there.body]).toEqual([call.path, notThere.status, notThere.body])
      expect([403, 404]).toContain(there.status)
    }
    expect((await people.staff.ask(readSubmission, { params: { submissionId: ghana.id } })).status).toBe(404)
    const monitor = await people.staff.does(monitorList, { params: { listId: list.id } })
    const row = monitor.rows.find((one) => one.delegationId === ghana.delegationId)
    expect(row).toMatchObject({ inPreparation: false, submittedAt: null, submissionId: null, version: null })
    expect(JSON.stringify(monitor)).not.toContain(ghana.id)
  })

  test('[T9] nor does the database give it to a query that forgot to ask whose it is', async () => {
    const client = new pg.Client({ connectionString: app.appUrl })
    await client.connect()
    const seenBy = async (office: string, delegation: string) => {
      await client.query('begin')
      await client.query(`select set_config('app.office', $1, true), set_config('app.delegation', $2, true)`, [
        office,
        delegation,
      ])
      const counts = []
      for (const table of ['responses', 'draft_answers', 'comments']) {
        const { rows } = await client.query(`select count(*)::int as count from ${table} where delegation_id = $1`, [
          ghana.delegationId,
        ])
        counts.push(rows[0].count)
      }
      await client.query('rollback')
      return counts
    }
    const norway = await delegationId(app, 'NOR')
    for (const [office, delegation] of [
      ['staff', ''],
      ['administrator', ''],
      ['system', ''],
      ['', norway],
      ['', ''],
    ] as const)
      expect(await seenBy(office, delegation)).toEqual([0, 0, 0])
    expect(await seenBy('', ghana.delegationId)).toEqual([1, 1, 1])
    await client.end()
  })

  test('[T14] ids are made by the server: none can be chosen to find out that it is taken', async () => {
    const answer = await people.headNorway.ask(openResponse, {
      params: { listId: list.id },
      body: { commandId: randomUUID(), capacity: { kind: 'national' }, id: ghana.id } as never,
    })
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([400, 'unknown_field', 'id'])
  })
})

describe('[C8] a person with two accreditations', () => {
  test('acts as one at a time: a tab for one State does not write for the other', async () => {
    const adviser = people.adviserOfTwo
    await adviser.actsFor('FJI')
    const fiji = await drafted(adviser, list, { 1: 'Words of Fiji' })
    const other = await (await adviser.secondTab()).actsFor('TUV')
    const save = (who: CastMember) =>
      who.ask(saveAnswer, {
        params: { responseId: fiji.id, questionId: questionAt(list, 1) },
        ifMatch: 1,
        body: answered('Meant for Tuvalu'),
      })
    expect((await save(other)).status).toBe(404)
    other.actingFor = null
    expect((await save(other)).status).toBe(403)
    other.actingFor = await delegationId(app, 'NOR')
    expect([(await save(other)).status, (await save(other)).body.code]).toEqual([403, 'not_acting_for'])
    expect((await save(adviser)).status).toBe(200)
  })
})

test('whoever is no longer a member reads no draft, from one moment to the next', async () => {
  const reads = () => people.readerGhana.ask(readResponse, { params: { responseId: ghana.id } })
  expect((await reads()).status).toBe(200)
  const [person] = await app.sql<{ id: string }>('select id from people where email = $1', [
    people.readerGhana.who.email,
  ])
  await app.sql('update memberships set removed_at = now() where person_id = $1', [person?.id])
  expect((await reads()).status).toBe(403)
  await app.sql('update memberships set removed_at = null where person_id = $1', [person?.id])
})

test('a refusal is said in the reader’s language', async () => {
  const asked = await people.drafterSenegal.ask(readResponse, { params: { responseId: ghana.id } })
  expect(asked.headers['content-language']).toBe('fr')
  expect(asked.body.title).not.toBe('')
})
