import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListView } from '../../shared/question-lists.ts'
import {
  clearResponse,
  moveResponse,
  type ResponseView,
  readAnswerHistory,
  readResponse,
  returnResponse,
  saveAnswer,
  submitResponse,
} from '../../shared/responses.ts'
import { blocksOf } from '../../shared/text.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { circulatedList, moveDeadline } from '../support/lists.ts'
import { answered, drafted, questionAt, submits } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

type Draft = { list: ListView; response: ResponseView }
async function draft(answers: Record<number, string> = { 1: 'Words', 2: 'More words' }): Promise<Draft> {
  const list = await circulatedList(app, { addressed: ['GHA'] })
  return { list, response: await drafted(people.drafterGhana, list, answers) }
}
type Move = 'send_for_clearance' | 'take_back' | 'amend' | 'drop_amendment'
const moves = (who: CastMember, { response }: Draft, move: Move) =>
  who.ask(moveResponse, { params: { responseId: response.id }, body: { commandId: randomUUID(), move } })
const clears = (who: CastMember, { response }: Draft, digest = response.digest) =>
  who.ask(clearResponse, { params: { responseId: response.id }, body: { commandId: randomUUID(), digest } })
const returns = (who: CastMember, { response }: Draft, note = 'Shorter, please') =>
  who.ask(returnResponse, { params: { responseId: response.id }, body: { commandId: randomUUID(), note } })
const submit = (who: CastMember, { response }: Draft, digest = response.digest) =>
  who.ask(submitResponse, {
    params: { responseId: response.id },
    body: { commandId: randomUUID(), digest, signatory: { name: 'Head of delegation' } },
  })
const edits = async (who: CastMember, { list, response }: Draft, text: string) => {
  const now = await reads(who, response)
  return who.ask(saveAnswer, {
    params: { responseId: response.id, questionId: questionAt(list, 1) },
    ifMatch: now.answers[0]?.revision ?? 0,
    body: answered(text),
  })
}
const reads = (who: CastMember, response: ResponseView) =>
  who.does(readResponse, { params: { responseId: response.id } })
const code = async (asked: Promise<{ status: number; body: { code: string } }>) => {
  const { status, body } = await asked
  return [status, body.code]
}
const stateOf = async ({ response }: Draft) => (await reads(people.headGhana, response)).state

describe('clearance', () => {
  test('the drafter sends, the head clears and submits; a drafter can do neither', async () => {
    const it = await draft()
    expect((await moves(people.drafterGhana, it, 'send_for_clearance')).body.state).toBe('for_clearance')
    expect(await code(clears(people.drafterGhana, it))).toEqual([403, 'forbidden'])
    expect(await code(submit(people.drafterGhana, it))).toEqual([403, 'forbidden'])
    expect(await code(returns(people.drafterGhana, it))).toEqual([403, 'forbidden'])
    const cleared = await clears(people.headGhana, it)
    expect([cleared.body.state, cleared.body.clearedBy]).toEqual(['cleared', people.headGhana.who.name])
    expect((await submit(people.headGhana, it)).status).toBe(200)
    expect(await stateOf(it)).toBe('submitted')
  })

  test('a reader moves nothing', async () => {
    const it = await draft()
    expect(await code(moves(people.readerGhana, it, 'send_for_clearance'))).toEqual([403, 'forbidden'])
    expect(await code(clears(people.readerGhana, it))).toEqual([403, 'forbidden'])
    expect(await stateOf(it)).toBe('draft')
  })

  test('the head returns it with a note that the members read, and that is gone when it comes again', async () => {
    const it = await draft()
    expect(await code(returns(people.headGhana, it))).toEqual([409, 'not_for_clearance'])
    await moves(people.drafterGhana, it, 'send_for_clearance')
    expect((await returns(people.headGhana, it, '')).body.code).toBe('required')
    const returned = await returns(people.headGhana, it)
    expect(returned.body).toMatchObject({
      state: 'draft',
      note: { text: 'Shorter, please', by: people.headGhana.who.name },
    })
    expect((await reads(people.readerGhana, it.response)).note?.text).toBe('Shorter, please')
    expect((await moves(people.drafterGhana, it, 'send_for_clearance')).body.note).toBe(null)
    // A cleared response can still be given back.
    await clears(people.headGhana, it)
    expect((await returns(people.headGhana, it)).body).toMatchObject({ state: 'draft', clearedAt: null })
  })

  test('[P2] the note stands in no mail', async () => {
    const it = await draft()
    await moves(people.drafterGhana, it, 'send_for_clearance')
    await returns(people.headGhana, it, 'The ministry is not happy')
    const mails = await app.sql<{ text: string; to: string }>('select * from mails')
    expect(mails.some((mail) => mail.to === people.drafterGhana.who.email)).toBe(true)
    expect(JSON.stringify(mails)).not.toContain('ministry')
  })

  test('the drafter takes back what waits, and nothing else', async () => {
    const it = await draft()
    expect(await code(moves(people.drafterGhana, it, 'take_back'))).toEqual([409, 'not_for_clearance'])
    await moves(people.drafterGhana, it, 'send_for_clearance')
    expect((await moves(people.drafterGhana, it, 'take_back')).body.state).toBe('draft')
  })

  test('sent twice is refused with the response as it stands', async () => {
    const it = await draft()
    await moves(people.drafterGhana, it, 'send_for_clearance')
    const again = await moves(people.secondDrafterGhana, it, 'send_for_clearance')
    expect([again.status, again.body.code]).toEqual([409, 'changed_meanwhile'])
    expect(again.body.current).toMatchObject({ state: 'for_clearance' })
  })

  test('an empty response is neither sent nor cleared nor submitted', async () => {
    const it = await draft({ 1: '   ' })
    expect(await code(moves(people.drafterGhana, it, 'send_for_clearance'))).toEqual([409, 'nothing_to_submit'])
    expect(await code(clears(people.headGhana, it))).toEqual([409, 'nothing_to_submit'])
    expect(await code(submit(people.headGhana, it))).toEqual([409, 'nothing_to_submit'])
    expect(await stateOf(it)).toBe('draft')
  })
})

describe('a clearance is for the text that was read', () => {
  test('[T94] clearing names a text; another one is not cleared', async () => {
    const it = await draft()
    await edits(people.drafterGhana, it, 'Changed while the head was reading')
    expect(await code(clears(people.headGhana, it))).toEqual([409, 'cleared_text_changed'])
    const now = await reads(people.headGhana, it.response)
    expect((await clears(people.headGhana, it, now.digest)).status).toBe(200)
  })

  test('[T94] an edit after clearance voids it, and a submission that names the old text is refused', async () => {
    const it = await draft()
    await clears(people.headGhana, it)
    expect((await edits(people.drafterGhana, it, 'Changed after clearance')).body.state).toBe('draft')
    expect(await reads(people.headGhana, it.response)).toMatchObject({
      state: 'draft',
      clearedAt: null,
      clearedBy: null,
    })
    expect(await code(submit(people.headGhana, it))).toEqual([409, 'cleared_text_changed'])
    expect(await stateOf(it)).toBe('draft')
    const now = await reads(people.headGhana, it.response)
    expect(now.digest).not.toBe(it.response.digest)
    expect((await submit(people.headGhana, it, now.digest)).status).toBe(200)
  })

  test('an edit and a submission at once: the submission is of the text it names, or is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const it = await draft()
      const [edited, submitted] = await Promise.all([
        edits(people.drafterGhana, it, `At the same moment ${round}`),
        submit(people.headGhana, it),
      ])
      expect([
        [200, 409],
        [409, 200],
      ]).toContainEqual([edited.status, submitted.status])
      if (submitted.status === 200) expect(submitted.body.digest).toBe(it.response.digest)
    }
  })

  test('a head may clear and submit a draft at once', async () => {
    const it = await draft()
    expect((await submit(people.headGhana, it)).status).toBe(200)
    expect(await reads(people.headGhana, it.response)).toMatchObject({ clearedBy: people.headGhana.who.name })
  })
})

describe('a stand-in head', () => {
  test('[C1] clears and submits within the period; the day after, not', async () => {
    const [one, another] = [await draft(), await draft()]
    await moves(people.drafterGhana, one, 'send_for_clearance')
    expect((await clears(people.standInGhana, one)).status).toBe(200)
    expect((await submit(people.standInGhana, one)).status).toBe(200)

    await app.sql(
      `update memberships set until = now() - interval '1 second', "from" = now() - interval '15 days'
       where stand_in and person_id = (select id from people where email = $1)`,
      [people.standInGhana.who.email],
    )
    expect((await clears(people.standInGhana, another)).status).toBe(403)
    expect((await submit(people.standInGhana, another)).status).toBe(403)
    expect(await stateOf(another)).toBe('draft')
    expect((await submit(people.headGhana, another)).status).toBe(200)
  })
})

describe('an amended version', () => {
  test('begins beside the submitted one, which stands until the next is submitted', async () => {
    const it = await draft()
    expect((await moves(people.drafterGhana, it, 'amend')).status).toBe(409)
    await submits(people.headGhana, it.response)
    expect(await code(moves(people.drafterGhana, it, 'send_for_clearance'))).toEqual([409, 'already_submitted'])
    const begun = await moves(people.drafterGhana, it, 'amend')
    expect(begun.body).toMatchObject({ state: 'draft', version: 1, clearedAt: null })
    expect(begun.body.answers[0]?.blocks).toEqual(blocksOf('Words'))
    expect(begun.body.receipts).toHaveLength(1)
    const [standing] = await app.sql<{ current: boolean }>('select current from submissions where response_id = $1', [
      it.response.id,
    ])
    expect(standing?.current).toBe(true)
  })

  test('may be dropped: what was submitted is in the draft again, and the dropped words are among the earlier wordings', async () => {
    const it = await draft({ 1: 'As submitted' })
    expect(await code(moves(people.drafterGhana, it, 'drop_amendment'))).toEqual([400, 'invalid'])
    await submits(people.headGhana, it.response)
    await moves(people.drafterGhana, it, 'amend')
    await edits(people.drafterGhana, it, 'Second thoughts')
    await people.drafterGhana.does(saveAnswer, {
      params: { responseId: it.response.id, questionId: questionAt(it.list, 3) },
      ifMatch: 0,
      body: answered('A new answer'),
    })
    const dropped = await moves(people.drafterGhana, it, 'drop_amendment')
    expect(dropped.body).toMatchObject({ state: 'submitted', version: 1 })
    expect(dropped.body.digest).toBe(it.response.digest)
    expect(dropped.body.answers.filter((one) => one.filled).map((one) => one.blocks)).toEqual([
      blocksOf('As submitted'),
    ])
    const { wordings } = await people.drafterGhana.does(readAnswerHistory, {
      params: { responseId: it.response.id, questionId: questionAt(it.list, 1) },
    })
    expect(wordings[0]?.blocks).toEqual(blocksOf('Second thoughts'))
  })

  test('begins and is cleared only until the deadline; after it, it can still be dropped', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'], lateAnswers: 'refused' })
    const it = { list, response: await drafted(people.drafterGhana, list, { 1: 'In time' }) }
    await submits(people.headGhana, it.response)
    await moves(people.drafterGhana, it, 'amend')
    await moveDeadline(app, list.id, -1)
    expect(await code(moves(people.drafterGhana, it, 'send_for_clearance'))).toEqual([409, 'list_closed'])
    expect(await code(clears(people.headGhana, it))).toEqual([409, 'list_closed'])
    expect((await moves(people.drafterGhana, it, 'drop_amendment')).body.state).toBe('submitted')
    expect(await code(moves(people.drafterGhana, it, 'amend'))).toEqual([409, 'list_closed'])
  })
})
