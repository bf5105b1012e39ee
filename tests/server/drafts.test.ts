import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeList, type ListView } from '../../shared/question-lists.ts'
import {
  addComment,
  type DraftAnswerView,
  listComments,
  openResponse,
  type ResponseView,
  readAnswerHistory,
  readResponse,
  removeComment,
  saveAnswer,
} from '../../shared/responses.ts'
import { ANSWER_MAX, blocksOf } from '../../shared/text.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { circulatedList, moveDeadline, moveExtension } from '../support/lists.ts'
import { answered, drafted, questionAt, submits } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
let list: ListView
let response: ResponseView
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
  list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
  response = await drafted(people.drafterGhana, list, {})
})
afterAll(() => app.close())

type Body = Parameters<typeof answered>[1] & object
const save = (who: CastMember, number: number, ifMatch: number, body: string | Body, to = response) =>
  who.ask(saveAnswer, {
    params: { responseId: to.id, questionId: questionAt(list, number) },
    ifMatch,
    body: typeof body === 'string' ? answered(body) : answered('Words', body),
  })
const fresh = (who: CastMember = people.drafterGhana) => who.does(readResponse, { params: { responseId: response.id } })
const code = async (asked: Promise<{ status: number; body: { code: string; field?: string } }>) => {
  const { status, body } = await asked
  return body.field === undefined ? [status, body.code] : [status, body.code, body.field]
}
const wordsOf = (answer: DraftAnswerView | undefined) => answer?.blocks
const revisionAt = async (number: number) =>
  (await fresh()).answers.find((one) => one.questionId === questionAt(list, number))?.revision ?? 0

describe('opening', () => {
  test('a response begun twice, also by two colleagues at once, is one', async () => {
    const own = await circulatedList(app, { addressed: ['GHA'] })
    const open = (who: CastMember) =>
      who.does(openResponse, {
        params: { listId: own.id },
        body: { commandId: randomUUID(), capacity: { kind: 'national' } },
      })
    const opened = await Promise.all([
      open(people.drafterGhana),
      open(people.secondDrafterGhana),
      open(people.headGhana),
    ])
    expect(new Set(opened.map((one) => one.id)).size).toBe(1)
    expect((await open(people.drafterGhana)).id).toBe(opened[0]?.id)
    const [journalled] = await app.sql<{ count: number }>(
      `select count(*)::int as count from journal where kind = 'response.opened' and subject = $1`,
      [opened[0]?.id],
    )
    expect(journalled?.count).toBeLessThanOrEqual(3)
  })

  test('a delegation that was not asked finds no list to answer; one that was begins', async () => {
    const open = (who: CastMember) =>
      who.ask(openResponse, {
        params: { listId: list.id },
        body: { commandId: randomUUID(), capacity: { kind: 'national' } },
      })
    expect(await code(open(people.headSenegal))).toEqual([404, 'not_found'])
    expect((await open(people.headNorway)).status).toBe(200)
  })

  test('nobody begins on a list that takes nothing more', async () => {
    const closed = await circulatedList(app, { addressed: ['GHA'], lateAnswers: 'refused' })
    await moveDeadline(app, closed.id, -1)
    const asked = people.drafterGhana.ask(openResponse, {
      params: { listId: closed.id },
      body: { commandId: randomUUID(), capacity: { kind: 'national' } },
    })
    expect(await code(asked)).toEqual([409, 'list_closed'])
  })
})

describe('saving', () => {
  test('each save rests on the revision that was seen', async () => {
    const first = await save(people.drafterGhana, 1, 0, 'First')
    expect([first.status, first.body.answer.revision, first.body.answer.editedBy]).toEqual([
      200,
      1,
      people.drafterGhana.who.name,
    ])
    expect((await save(people.drafterGhana, 1, 1, 'Second')).body.answer.revision).toBe(2)
    const stale = await save(people.drafterGhana, 1, 1, 'Third')
    expect([stale.status, stale.body.code]).toEqual([409, 'changed_meanwhile'])
    expect(stale.body.current).toMatchObject({ revision: 2, blocks: blocksOf('Second') })
    const unknown = await save(people.drafterGhana, 2, 7, 'No such revision')
    expect([unknown.status, unknown.body.code]).toEqual([409, 'changed_meanwhile'])
    expect(await revisionAt(2)).toBe(0)
  })

  test('without the revision nothing is saved', async () => {
    const asked = people.drafterGhana.ask(saveAnswer, {
      params: { responseId: response.id, questionId: questionAt(list, 1) },
      body: answered('Blind'),
    })
    expect(await code(asked)).toEqual([428, 'precondition_required', 'if-match'])
  })

  test('a save whose answer got lost may be repeated; a colleague’s same words are still a colleague’s', async () => {
    const before = await revisionAt(3)
    const first = await save(people.drafterGhana, 3, before, 'The line dropped here')
    const again = await save(people.drafterGhana, 3, before, 'The line dropped here')
    expect(again.status).toBe(200)
    expect(again.body.answer).toEqual(first.body.answer)
    expect((await save(people.secondDrafterGhana, 3, before, 'The line dropped here')).status).toBe(409)
  })

  test('[T91] two drafters at once: one is refused with the other’s words, and both wordings are kept', async () => {
    const start = await revisionAt(4)
    const both = await Promise.all([
      save(people.drafterGhana, 4, start, 'Words of the first'),
      save(people.secondDrafterGhana, 4, start, 'Words of the second'),
    ])
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
    const [won, lost] = both[0]?.status === 200 ? both : [both[1], both[0]]
    const wonWords = won?.body.answer.blocks
    expect(lost?.body.current).toMatchObject({
      blocks: wonWords,
      editedBy: won?.body.answer.editedBy,
      revision: start + 1,
    })

    const loser = lost === both[0] ? people.drafterGhana : people.secondDrafterGhana
    expect((await save(loser, 4, start + 1, 'Both together')).status).toBe(200)
    const { wordings } = await people.headGhana.does(readAnswerHistory, {
      params: { responseId: response.id, questionId: questionAt(list, 4) },
    })
    expect(wordsOf(wordings[0])).toEqual(wonWords)
    expect(wordings[0]?.editedBy).toBe(won?.body.answer.editedBy)
    expect((await fresh()).answers.find((one) => one.questionId === questionAt(list, 4))?.blocks).toEqual(
      blocksOf('Both together'),
    )
  })

  test('100 saves at once by two people: each acknowledged one is in the chain of revisions exactly once', async () => {
    const start = await revisionAt(5)
    let revision = start
    let acknowledged = 0
    for (let round = 0; round < 10; round++) {
      const saves = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          save(n % 2 ? people.drafterGhana : people.secondDrafterGhana, 5, revision, `Round ${round}, try ${n}`),
        ),
      )
      const taken = saves.filter((one) => one.status === 200)
      expect(taken).toHaveLength(1)
      acknowledged += taken.length
      revision = taken[0]?.body.answer.revision ?? revision
    }
    expect(await revisionAt(5)).toBe(start + acknowledged)
  })

  test('[C2] the head sees who changed what, and earlier wordings after a pause', async () => {
    await save(people.drafterGhana, 6, 0, 'In the morning')
    await app.sql(`update draft_answers set edited_at = now() - interval '11 minutes' where question_id = $1`, [
      questionAt(list, 6),
    ])
    await save(people.drafterGhana, 6, 1, 'In the afternoon')
    await save(people.drafterGhana, 6, 2, 'A moment later')
    await save(people.headGhana, 6, 3, 'Word of the head')
    const { wordings } = await people.headGhana.does(readAnswerHistory, {
      params: { responseId: response.id, questionId: questionAt(list, 6) },
    })
    expect(wordings.map((one) => [one.revision, one.editedBy])).toEqual([
      [3, people.drafterGhana.who.name],
      [1, people.drafterGhana.who.name],
    ])
    expect((await fresh()).answers.find((one) => one.questionId === questionAt(list, 6))?.editedBy).toBe(
      people.headGhana.who.name,
    )
  })

  test('a reader reads the draft and changes nothing', async () => {
    expect((await fresh(people.readerGhana)).may).toMatchObject({ edit: false, sendForClearance: false, submit: false })
    expect(await code(save(people.readerGhana, 1, await revisionAt(1), 'Reader'))).toEqual([403, 'forbidden'])
  })

  test('an answer to a question of another list is refused', async () => {
    const other = await circulatedList(app, { addressed: ['GHA'] })
    const asked = (questionId: string) =>
      people.drafterGhana.ask(saveAnswer, {
        params: { responseId: response.id, questionId },
        ifMatch: 0,
        body: answered('Astray'),
      })
    expect(await code(asked(questionAt(other, 1)))).toEqual([409, 'not_in_list'])
    expect(await code(asked(randomUUID()))).toEqual([409, 'not_in_list'])
    expect((await asked(questionAt(list, 7))).status).toBe(200)
  })

  test('only a choice that the question offers is taken', async () => {
    const questions = list.sections.flatMap((section) => section.questions)
    const number = questions.findIndex((one) => one.choices.length > 0) + 1
    const offered = questions[number - 1]?.choices[0]?.id ?? ''
    expect(await code(save(people.drafterGhana, number, await revisionAt(number), { choice: 'perhaps' }))).toEqual([
      409,
      'choice_not_offered',
      'choice',
    ])
    expect(await code(save(people.drafterGhana, 1, await revisionAt(1), { choice: offered }))).toEqual([
      409,
      'choice_not_offered',
      'choice',
    ])
    const saved = await save(people.drafterGhana, number, await revisionAt(number), { choice: offered, blocks: [] })
    expect([saved.status, saved.body.answer.filled]).toEqual([200, true])
  })

  test('only an attribution that the list offers is taken', async () => {
    const open = await circulatedList(app, { addressed: ['GHA'], attributionOffered: ['attributed'] })
    const draft = await drafted(people.drafterGhana, open, {})
    const asked = (attribution: 'attributed' | 'not_for_attribution') =>
      people.drafterGhana.ask(saveAnswer, {
        params: { responseId: draft.id, questionId: questionAt(open, 1) },
        ifMatch: 0,
        body: answered('Words', { attribution }),
      })
    expect(await code(asked('not_for_attribution'))).toEqual([409, 'attribution_not_offered', 'attribution'])
    expect((await asked('attributed')).status).toBe(200)
  })

  test('[C11] no position and a pointer to a group’s statement are answers; blank words are none', async () => {
    const [group] = await app.sql<{ id: string }>(`select id from groups where key = 'g77'`)
    const filled = async (body: Body) => {
      const saved = await save(people.drafterGhana, 9, await revisionAt(9), { blocks: [], ...body })
      return saved.status === 200 ? saved.body.answer.filled : saved.body.code
    }
    expect(await filled({ stance: 'no_position' })).toBe(true)
    expect(await filled({ stance: 'see_group', groupId: group?.id ?? '' })).toBe(true)
    expect(await filled({ stance: 'see_group' })).toBe('required')
    expect(await filled({ stance: 'see_group', groupId: randomUUID() })).toBe('invalid')
    expect(await filled({ stance: 'answered' })).toBe(false)
    // A group without the stance that needs one is not kept.
    expect((await fresh()).answers.find((one) => one.questionId === questionAt(list, 9))?.groupId).toBe(null)
  })
})

describe('the time in which a draft may change', () => {
  const inTime = async (lateAnswers: 'refused' | 'marked') => {
    const own = await circulatedList(app, { addressed: ['GHA'], lateAnswers })
    const draft = await drafted(people.drafterGhana, own, { 1: 'In time' })
    const saving = (revision: number) =>
      people.drafterGhana.ask(saveAnswer, {
        params: { responseId: draft.id, questionId: questionAt(own, 1) },
        ifMatch: revision,
        body: answered(`After ${revision}`),
      })
    return { own, draft, saving }
  }

  test('ends at the deadline where late answers are refused, begins again with an extension, and what is typed stays', async () => {
    const { own, draft, saving } = await inTime('refused')
    await moveDeadline(app, own.id, -1)
    expect(await code(saving(1))).toEqual([409, 'list_closed'])
    const kept = await people.drafterGhana.does(readResponse, { params: { responseId: draft.id } })
    expect([kept.answers[0]?.revision, kept.may.edit, kept.may.submit]).toEqual([1, false, false])
    await moveExtension(app, own.id, draft.delegationId, 60)
    expect((await saving(1)).status).toBe(200)
  })

  test('goes on after it where they are marked', async () => {
    const { own, saving } = await inTime('marked')
    await moveDeadline(app, own.id, -1)
    expect((await saving(1)).status).toBe(200)
  })

  test('what the last save found is not believed: each is confirmed by the one that follows', async () => {
    const own = await circulatedList(app, {
      addressed: ['GHA', 'NOR'],
      attributionOffered: ['attributed'],
      lateAnswers: 'refused',
    })
    const ours = await drafted(people.drafterGhana, own, {})
    const question = questionAt(own, 1)
    let revision = 0
    const goes = async (who: CastMember = people.drafterGhana, body: Body = {}) => {
      const sent = await who.ask(saveAnswer, {
        params: { responseId: ours.id, questionId: question },
        ifMatch: revision,
        body: answered(`Words on top of ${revision}`, body),
      })
      if (sent.status === 200) ({ revision } = sent.body.answer)
      return sent.status === 200 ? 200 : sent.body.code
    }
    const twice = async () => [await goes(), await goes()]
    expect(await twice()).toEqual([200, 200])
    // Another delegation, who only reads, what the list does not offer, a colleague.
    expect(await goes(people.drafterNorway)).toBe('not_found')
    expect(await goes(people.readerGhana)).toBe('forbidden')
    expect(await goes(people.drafterGhana, { attribution: 'not_for_attribution' })).toBe('attribution_not_offered')
    expect(await twice()).toEqual([200, 200])
    expect(await goes(people.secondDrafterGhana)).toBe(200)
    const before = revision
    expect(await twice()).toEqual([200, 200])
    revision = before
    expect(await goes(people.secondDrafterGhana)).toBe('changed_meanwhile')
    ;({ revision } = (await people.drafterGhana.does(readResponse, { params: { responseId: ours.id } })).answers[0]!)
    // A pause: the words before it are kept.
    await app.sql("update draft_answers set edited_at = now() - interval '11 minutes' where response_id = $1", [
      ours.id,
    ])
    expect(await twice()).toEqual([200, 200])
    const { wordings } = await people.drafterGhana.does(readAnswerHistory, {
      params: { responseId: ours.id, questionId: question },
    })
    expect(wordings.map((one) => one.revision)).toContain(revision - 2)
    // The deadline comes while facts of before are remembered, by the clock of PostgreSQL.
    await moveDeadline(app, own.id, 3)
    expect(await twice()).toEqual([200, 200])
    await expect.poll(() => goes(), { timeout: 20_000 }).toBe('list_closed')
    await moveDeadline(app, own.id, 3_600)
    expect(await twice()).toEqual([200, 200])
    await people.staff.does(closeList, { params: { listId: own.id }, body: { commandId: randomUUID() } })
    expect(await goes()).toBe('list_closed')
    expect(await app.sql('select state from responses where id = $1', [ours.id])).toEqual([{ state: 'draft' }])
    const lines = await app.sql<{ n: number }>(
      "select count(*)::int as n from journal where kind = 'response.edited' and subject = $1",
      [`${ours.id}/${question}`],
    )
    expect(lines).toEqual([{ n: revision }])
  })

  test('ends with the submission', async () => {
    const { draft, saving } = await inTime('marked')
    await submits(people.headGhana, await people.headGhana.does(readResponse, { params: { responseId: draft.id } }))
    expect(await code(saving(1))).toEqual([409, 'already_submitted'])
  })
})

describe('bad input', () => {
  const bodyWith = (blocks: unknown) => ({ stance: 'answered', language: 'en', attribution: 'attributed', blocks })
  const raw = async (payload: string) => {
    await people.drafterGhana.ready()
    const answer = await app.server.inject({
      method: 'PUT',
      url: `/api/responses/${response.id}/answers/${questionAt(list, 10)}`,
      headers: {
        origin: 'http://consultation.test',
        cookie: people.drafterGhana.cookie,
        'content-type': 'application/json',
        'if-match': '"0"',
      },
      payload,
    })
    return [answer.statusCode, answer.json().code]
  }
  const sending = (blocks: unknown) => raw(JSON.stringify(bodyWith(blocks)))
  const paragraph = (text: string, more: object = {}) => ({ kind: 'paragraph', content: [{ text, ...more }] })

  test('2 MB pasted get a clear no, and nothing is half kept', async () => {
    expect(await sending([paragraph('x'.repeat(2_100_000))])).toEqual([413, 'too_large'])
    expect(await sending([paragraph('x'.repeat(1_900_000))])).toEqual([400, 'too_long'])
    expect(await sending([paragraph('x'.repeat(ANSWER_MAX + 1))])).toEqual([400, 'too_long'])
    expect(await revisionAt(10)).toBe(0)
  })

  test('a script in a link is refused, an address is taken', async () => {
    expect(await sending([paragraph('x', { link: 'javascript:alert(1)' })])).toEqual([400, 'link_not_allowed'])
    expect(
      (
        await save(people.drafterGhana, 11, 0, {
          blocks: [{ kind: 'paragraph', content: [{ text: 'x', link: 'https://www.un.org/' }] }],
        })
      ).status,
    ).toBe(200)
  })

  test('[T80][T83] deceiving direction marks, lone surrogates and U+0000 are refused', async () => {
    expect(await sending([paragraph('a\u202eb')])).toEqual([400, 'direction_marks'])
    expect(await sending([paragraph('a\u0000b')])).toEqual([400, 'unreadable_characters'])
    expect(await raw(JSON.stringify(bodyWith([paragraph('X')])).replace('X', '\\ud800'))).toEqual([
      400,
      'unreadable_characters',
    ])
  })

  test('[T84] exactly the limit in Chinese and in Arabic is taken', async () => {
    for (const letter of ['改', 'ع'])
      expect(
        (await save(people.drafterGhana, 12, await revisionAt(12), { blocks: blocksOf(letter.repeat(ANSWER_MAX)) }))
          .status,
      ).toBe(200)
  })

  test('[T82] the same words composed otherwise are the same save', async () => {
    const first = await save(people.drafterGhana, 13, 0, 'État')
    const again = await save(people.drafterGhana, 13, 0, 'E\u0301tat')
    expect([again.status, again.body.answer.revision]).toEqual([200, first.body.answer.revision])
    expect(again.body.answer.blocks).toEqual(blocksOf('État'))
  })

  test('[T5] keys that are not the client’s to send are refused by name', async () => {
    for (const key of ['delegationId', 'state', 'revision', 'submittedAt', 'editedBy', 'clearedBy', 'role'])
      expect(await raw(JSON.stringify({ ...bodyWith([]), [key]: 'x' }))).toEqual([400, 'unknown_field'])
    expect((await raw(JSON.stringify(bodyWith([])).replace('{', '{"__proto__":{"role":"head"},')))[0]).toBe(400)
    expect((await raw(JSON.stringify(bodyWith([])).replace('{', '{"constructor":{"prototype":{}},')))[0]).toBe(400)
    expect(await revisionAt(10)).toBe(0)
  })

  test('[T6] nothing is bent into shape', async () => {
    for (const wrong of [
      { ...bodyWith([]), stance: ['answered'] },
      { ...bodyWith([]), attribution: true },
      { ...bodyWith([]), language: {} },
      bodyWith('text'),
      bodyWith([{ kind: 'list', ordered: 'true', items: [] }]),
      bodyWith([paragraph('x', { bold: 'true' })]),
      bodyWith([paragraph('x', { bold: false })]),
    ])
      expect((await raw(JSON.stringify(wrong)))[0]).toBe(400)
    expect(await revisionAt(10)).toBe(0)
  })
})

describe('comments', () => {
  const params = () => ({ responseId: response.id })
  const say = (who: CastMember, text: string, questionId: string | null = null) =>
    who.ask(addComment, { params: params(), body: { commandId: randomUUID(), questionId, text } })

  test('stand inside the delegation, counted by question, and are removed by who wrote them', async () => {
    const mine = await say(people.drafterGhana, 'Ask the capital', questionAt(list, 1))
    await say(people.headGhana, 'Shorter, please')
    const { comments } = await people.readerGhana.does(listComments, { params: params() })
    expect(comments.map((one) => [one.text, one.by, one.mine])).toEqual([
      ['Ask the capital', people.drafterGhana.who.name, false],
      ['Shorter, please', people.headGhana.who.name, false],
    ])
    expect((await fresh()).commentCounts).toEqual({ [questionAt(list, 1)]: 1, response: 1 })
    const remove = (who: CastMember) => who.ask(removeComment, { params: { ...params(), commentId: mine.body.id } })
    expect(await code(remove(people.headGhana))).toEqual([403, 'forbidden'])
    expect((await remove(people.drafterGhana)).status).toBe(200)
    expect(await code(remove(people.drafterGhana))).toEqual([404, 'not_found'])
  })

  test('a reader comments nothing, nobody comments on a question of another list, and a blank comment is none', async () => {
    expect(await code(say(people.readerGhana, 'Hm'))).toEqual([403, 'forbidden'])
    expect(await code(say(people.drafterGhana, 'Hm', randomUUID()))).toEqual([409, 'not_in_list'])
    expect(await code(say(people.drafterGhana, '  '))).toEqual([400, 'required', 'text'])
  })

  test('the same command twice is one comment', async () => {
    const commandId = randomUUID()
    const body = { commandId, questionId: null, text: 'Once' }
    const [first, second] = await Promise.all([
      people.drafterGhana.does(addComment, { params: params(), body }),
      people.drafterGhana.does(addComment, { params: params(), body }),
    ])
    expect(second).toEqual(first)
    const { comments } = await people.drafterGhana.does(listComments, { params: params() })
    expect(comments.filter((one) => one.text === 'Once')).toHaveLength(1)
  })
})

test('[P2] whatever was drafted here stands in the delegation’s own stream of the journal and in no other', async () => {
  const rows = await app.sql<{ stream: string; kind: string }>(
    `select distinct stream, kind from journal where kind like 'response.%' or kind like 'comment.%'`,
  )
  const foreign = rows.filter((row) => !row.stream.startsWith('delegation:') && row.kind !== 'response.submitted')
  expect(foreign).toEqual([])
  expect(rows.some((row) => row.kind === 'response.edited')).toBe(true)
})
