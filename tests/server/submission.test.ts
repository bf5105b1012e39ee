import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeList, type ListView, monitorList, readList } from '../../shared/question-lists.ts'
import {
  type Capacity,
  checkReceipt,
  downloadVersion,
  moveResponse,
  openResponse,
  type ReceiptView,
  type ResponseView,
  readResponse,
  readSubmission,
  readVersion,
  saveAnswer,
  submitResponse,
} from '../../shared/responses.ts'
import { blocksOf, canonical } from '../../shared/text.ts'
import { Person, startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast, delegationId } from '../support/cast.ts'
import { textIn } from '../support/exports.ts'
import { circulatedList, moveDeadline, moveExtension } from '../support/lists.ts'
import { answered, drafted, questionAt, submits } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const signatory = { name: 'Signatory of the mission', title: 'Permanent Representative' }
const submission = (response: ResponseView, more: object = {}) => ({
  params: { responseId: response.id },
  body: { commandId: randomUUID(), digest: response.digest, signatory, ...more },
})
const again = (who: Person, response: ResponseView) => who.does(readResponse, { params: { responseId: response.id } })
const code = async (asked: Promise<{ status: number; body: { code: string; field?: string } }>) => {
  const { status, body } = await asked
  return body.field === undefined ? [status, body.code] : [status, body.code, body.field]
}
const submissionId = async (receipt: ReceiptView) => {
  const [row] = await app.sql<{ id: string }>('select id from submissions where reference = $1', [receipt.reference])
  return row?.id ?? ''
}
const groupId = async (key: string) => {
  const [row] = await app.sql<{ id: string }>('select id from groups where key = $1', [key])
  return row?.id ?? ''
}

describe('a submission', () => {
  let list: ListView
  let response: ResponseView
  let receipt: ReceiptView
  beforeAll(async () => {
    list = await circulatedList(app, { addressed: ['GHA', 'NOR', 'EGY'] })
    const [g77] = [await groupId('g77')]
    response = await drafted(people.drafterGhana, list, {
      1: answered('Words of the delegation', { attribution: 'not_for_attribution' }),
      2: answered('', { stance: 'no_position', blocks: [] }),
      4: answered('', { stance: 'see_group', groupId: g77, blocks: [] }),
      5: answered('   '),
    })
    receipt = await people.headGhana.does(submitResponse, submission(response))
  })

  test('[C14] is answered with a receipt: reference, version, time, digest, signatory, place in the journal', async () => {
    const [consultation] = await app.sql<{ reference: string }>(
      'select c.reference from consultations c join question_lists l on l.consultation_id = c.id where l.id = $1',
      [list.id],
    )
    expect(receipt).toMatchObject({
      reference: `${consultation?.reference}/Q1/GHA/1`,
      listReference: list.reference,
      version: 1,
      receivedLate: false,
      digest: response.digest,
      signatory,
      capacity: { kind: 'national' },
      rosterIds: [],
      letter: null,
    })
    const [line] = await app.sql<{ hash: string; kind: string }>(
      'select * from journal where stream = $1 and seq = $2',
      [receipt.journal.stream, receipt.journal.seq],
    )
    expect(line).toMatchObject({ kind: 'response.submitted', hash: receipt.journal.hash })
  })

  test('[C11] takes part answers, no position and a pointer to a group; blank words are left out', async () => {
    expect(receipt.answers).toEqual({ answered: 1, noPosition: 1, seeGroup: 1 })
    const submitted = await people.readerGhana.does(readVersion, { params: { responseId: response.id, version: 1 } })
    expect(submitted.answers.map((one) => [one.questionId, one.stance])).toEqual([
      [questionAt(list, 1), 'answered'],
      [questionAt(list, 2), 'no_position'],
      [questionAt(list, 4), 'see_group'],
    ])
  })

  test('the digest is over what was sent, so that the mission can work it out itself', async () => {
    const { answers } = await people.headGhana.does(readVersion, { params: { responseId: response.id, version: 1 } })
    const text = canonical({ response: response.id, capacity: { kind: 'national' }, answers, letter: null })
    expect(createHash('sha256').update(text).digest('hex')).toBe(receipt.digest)
  })

  test('every member reads the receipt, and is told by mail; other delegations learn nothing of it', async () => {
    for (const member of [people.drafterGhana, people.readerGhana, people.standInGhana])
      expect((await again(member, response)).receipts).toEqual([receipt])
    const mails = await app.sql<{ to: string; text: string }>('select * from mails where text like $1', [
      `%${receipt.reference}%`,
    ])
    expect(mails.map((mail) => mail.to).sort()).toEqual(
      [people.headGhana, people.drafterGhana, people.secondDrafterGhana, people.readerGhana, people.standInGhana]
        .map((member) => member.who.email)
        .sort(),
    )
    expect(JSON.stringify(mails)).not.toContain('Words of the delegation')
    for (const asked of [
      people.headNorway.ask(readResponse, { params: { responseId: response.id } }),
      people.headNorway.ask(readVersion, { params: { responseId: response.id, version: 1 } }),
    ])
      expect((await asked).status).toBe(404)
  })

  test('staff read it with its place in their own stream; a delegation has no way to that page', async () => {
    const params = { submissionId: await submissionId(receipt) }
    const seen = await people.staff.does(readSubmission, { params })
    expect(seen.receipt.journal.stream).toBe(`list:${list.id}:staff`)
    expect({ ...seen.receipt, journal: null }).toEqual({ ...receipt, journal: null })
    expect(seen.answers[0]?.blocks).toEqual(blocksOf('Words of the delegation'))
    expect((await people.headGhana.ask(readSubmission, { params })).status).toBe(403)
  })

  test('a receipt can be checked by anyone signed in, who is told only that it stands and since when', async () => {
    const checks = (reference: string, digest: string, who = people.headNorway) =>
      who.does(checkReceipt, { body: { reference, digest } })
    const standing = { stands: true, submittedAt: receipt.submittedAt }
    expect(await checks(receipt.reference, receipt.digest)).toEqual(standing)
    expect(await checks(receipt.reference, receipt.digest, people.administrator)).toEqual(standing)
    const nothing = { stands: false, submittedAt: null }
    expect(await checks(receipt.reference, 'a'.repeat(64))).toEqual(nothing)
    expect(await checks(receipt.reference.replace('GHA', 'NOR'), receipt.digest)).toEqual(nothing)
    const stranger = new Person(app)
    expect(
      (await stranger.ask(checkReceipt, { body: { reference: receipt.reference, digest: receipt.digest } })).status,
    ).toBe(401)
  })

  test('receipts are checked a hundred times in a quarter of an hour by one person, then not even a right one', async () => {
    const { reference, digest } = receipt
    const check = (who: CastMember, of = digest) => who.ask(checkReceipt, { body: { reference, digest: of } })
    const guesses = await Promise.all(Array.from({ length: 101 }, () => check(people.headKazakhstan, 'b'.repeat(64))))
    expect(guesses.filter(({ status }) => status === 200)).toHaveLength(100)
    const { status, body, headers } = await check(people.headKazakhstan)
    expect([status, body.code]).toEqual([429, 'too_many_attempts'])
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(body.retryAfter).toBeLessThanOrEqual(900)
    // Nobody else is kept out by it, and they are not for longer than that.
    expect((await check(people.headNorway)).body.stands).toBe(true)
    await app.sql('update throttles set window_ends = now()')
    expect((await check(people.headKazakhstan)).body.stands).toBe(true)
  })

  test('[P7] a receipt whose record was altered no longer stands', async () => {
    const id = await submissionId(receipt)
    await app.sql(`alter table submissions disable trigger submissions_immutable`)
    const alter = (name: string) => app.sql('update submissions set signatory_name = $2 where id = $1', [id, name])
    const { reference, digest } = receipt
    const stands = async () => (await people.headGhana.does(checkReceipt, { body: { reference, digest } })).stands
    await alter('Somebody else')
    expect(await stands()).toBe(false)
    await alter(signatory.name)
    expect(await stands()).toBe(true)
    await app.sql(`alter table submissions enable trigger submissions_immutable`)
  })

  test('can be fetched as a file for the mission, in the languages it works in', async () => {
    const file = (format: 'docx' | 'pdf', language: 'en' | 'ar') =>
      people.readerGhana.ask(downloadVersion, {
        params: { responseId: response.id, version: 1 },
        query: { format, language },
      })
    const [docx, pdf] = [await file('docx', 'en'), await file('pdf', 'ar')]
    expect(docx.raw.subarray(0, 2).toString()).toBe('PK')
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
    expect(docx.headers['content-disposition']).toMatch(/^attachment; filename="MR-\d{4}.*GHA.*\.docx"/)
    expect(docx.headers['x-content-type-options']).toBe('nosniff')
    const foreign = await people.headNorway.ask(downloadVersion, {
      params: { responseId: response.id, version: 1 },
      query: { format: 'pdf', language: 'en' },
    })
    expect(foreign.status).toBe(404)
  }, 60_000)
})

describe('amended versions', () => {
  let list: ListView
  let response: ResponseView
  let first: ReceiptView
  let second: ReceiptView
  const amend = () =>
    people.drafterGhana.does(moveResponse, {
      params: { responseId: response.id },
      body: { commandId: randomUUID(), move: 'amend' },
    })
  const save = async (number: number, body: ReturnType<typeof answered>) => {
    const now = await again(people.drafterGhana, response)
    const questionId = questionAt(list, number)
    return people.drafterGhana.ask(saveAnswer, {
      params: { responseId: response.id, questionId },
      ifMatch: now.answers.find((one) => one.questionId === questionId)?.revision ?? 0,
      body,
    })
  }
  beforeAll(async () => {
    list = await circulatedList(app, { addressed: ['GHA'] })
    response = await drafted(people.drafterGhana, list, {
      1: 'First words',
      2: answered('Sealed', { attribution: 'not_for_attribution' }),
    })
    first = await submits(people.headGhana, response)
    await amend()
    await save(1, answered('Better words'))
    second = await submits(people.headGhana, await again(people.headGhana, response))
  })

  test('are numbered, and each keeps its words and its receipt', async () => {
    expect([second.version, second.reference]).toEqual([2, `${first.reference} Rev.1`])
    const version = (number: number) =>
      people.headGhana.does(readVersion, { params: { responseId: response.id, version: number } })
    const [one, two] = [await version(1), await version(2)]
    expect([one.current, two.current]).toEqual([false, true])
    expect(one.answers[0]?.blocks).toEqual(blocksOf('First words'))
    expect(two.answers[0]?.blocks).toEqual(blocksOf('Better words'))
    expect(one.versions.map((each) => each.version)).toEqual([1, 2])
    expect((await again(people.headGhana, response)).receipts).toEqual([first, second])
    expect((await people.headGhana.ask(readVersion, { params: { responseId: response.id, version: 3 } })).status).toBe(
      404,
    )
  })

  test('replace the earlier one for staff: one current answer per question', async () => {
    const rows = await app.sql<{ text: string }>(
      'select search_text as text from contributions where list_id = $1 and current order by text',
      [list.id],
    )
    expect(rows.map((row) => row.text)).toEqual(['better words', 'sealed'])
  })

  test('[AT4] words once given not for attribution are not attributed by a later version', async () => {
    await amend()
    expect(await code(save(2, answered('Sealed')))).toEqual([409, 'attribution_not_offered', 'attribution'])
    expect((await save(1, answered('Better words', { attribution: 'not_for_attribution' }))).status).toBe(200)
    // Once submitted so, it stays so, also after a version without the answer.
    await submits(people.headGhana, await again(people.headGhana, response))
    await amend()
    await save(1, answered('', { attribution: 'not_for_attribution' }))
    await submits(people.headGhana, await again(people.headGhana, response))
    await amend()
    expect(await code(save(1, answered('Openly')))).toEqual([409, 'attribution_not_offered', 'attribution'])
  })
})

describe('two at once', () => {
  test('[T88] 50 submissions with one key are one, with 50 equal receipts', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'] })
    const response = await drafted(people.drafterGhana, list, { 1: 'Once' })
    const once = submission(response)
    const answers = await Promise.all(Array.from({ length: 50 }, () => people.headGhana.ask(submitResponse, once)))
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200]))
    expect(new Set(answers.map((one) => canonical(one.body))).size).toBe(1)
    const [row] = await app.sql<{ count: number }>(
      'select count(*)::int as count from submissions where response_id = $1',
      [response.id],
    )
    expect(row?.count).toBe(1)
  })

  test('[T90] 50 submissions with keys of their own: one is submitted, 49 are told that it is', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'] })
    const response = await drafted(people.drafterGhana, list, { 1: 'Once' })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        (n % 2 ? people.headGhana : people.standInGhana).ask(submitResponse, submission(response)),
      ),
    )
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
    expect(answers.filter((one) => one.status === 409 && one.body.code === 'already_submitted')).toHaveLength(49)
    const rows = await app.sql('select 1 from contributions where list_id = $1', [list.id])
    expect(rows).toHaveLength(1)
  })

  test('[T89] the same key for other words is refused; the same key of another delegation is new', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
    const ghana = await drafted(people.drafterGhana, list, { 1: 'Ghana' })
    const norway = await drafted(people.drafterNorway, list, { 1: 'Norway' })
    const commandId = randomUUID()
    await people.headGhana.does(submitResponse, submission(ghana, { commandId }))
    expect(
      await code(
        people.headGhana.ask(submitResponse, submission(ghana, { commandId, signatory: { name: 'Somebody else' } })),
      ),
    ).toEqual([422, 'key_reused', 'commandId'])
    const theirs = await people.headNorway.does(submitResponse, submission(norway, { commandId }))
    expect(theirs.delegationId).toBe(norway.delegationId)
  })

  test('two responses of one delegation submitted at once get references of their own', async () => {
    const list = await circulatedList(app, { addressed: ['ECU', 'GHA', 'NOR'] })
    const members = [await delegationId(app, 'GHA'), await delegationId(app, 'NOR')]
    const own = await drafted(people.drafterEcuador, list, { 1: 'Own' })
    const joint = await drafted(
      people.drafterEcuador,
      list,
      { 1: 'Joint' },
      { kind: 'ad_hoc', name: 'Three', memberIds: members },
    )
    const receipts = await Promise.all([submits(people.headEcuador, own), submits(people.headEcuador, joint)])
    expect(receipts.map((one) => one.reference.slice(-2)).sort()).toEqual(['/1', '/2'])
  })
})

describe('[P6] the deadline', () => {
  const drafting = async (lateAnswers: 'refused' | 'marked') => {
    const list = await circulatedList(app, { addressed: ['GHA'], lateAnswers })
    return { list, response: await drafted(people.drafterGhana, list, { 1: 'Words' }) }
  }

  test('[C13] after it a response is taken and marked as received late, where the list says so', async () => {
    const { list, response } = await drafting('marked')
    await moveDeadline(app, list.id, -1)
    const receipt = await submits(people.headGhana, response)
    expect(receipt.receivedLate).toBe(true)
    expect((await again(people.readerGhana, response)).receipts[0]?.receivedLate).toBe(true)
  })

  test('after it a response is refused, where the list says so, and nothing is half done; an extension opens it again', async () => {
    const { list, response } = await drafting('refused')
    await moveDeadline(app, list.id, -1)
    expect(await code(people.headGhana.ask(submitResponse, submission(response)))).toEqual([409, 'list_closed'])
    expect(await again(people.headGhana, response)).toMatchObject({ state: 'draft', version: 0, receipts: [] })
    expect(await app.sql('select 1 from contributions where list_id = $1', [list.id])).toEqual([])
    await moveExtension(app, list.id, response.delegationId, 60)
    expect((await submits(people.headGhana, response)).receivedLate).toBe(false)
  })

  test('nothing is refused before it', async () => {
    const { list, response } = await drafting('refused')
    await moveDeadline(app, list.id, 5)
    expect((await submits(people.headGhana, response)).receivedLate).toBe(false)
  })

  test('a list that staff close takes nothing more; one that closes while responses come in has each of them or refused it', async () => {
    const list = await circulatedList(app, { addressed: ['GHA', 'NOR', 'EGY', 'SEN'] })
    const drafts = [
      { head: people.headGhana, response: await drafted(people.drafterGhana, list, { 1: 'Ghana' }) },
      { head: people.headNorway, response: await drafted(people.drafterNorway, list, { 1: 'Norway' }) },
      { head: people.headEgypt, response: await drafted(people.drafterEgypt, list, { 1: 'Egypt' }) },
    ]
    const late = await drafted(people.drafterSenegal, list, { 1: 'Senegal' })
    const [closed, ...answers] = await Promise.all([
      people.staff.ask(closeList, { params: { listId: list.id }, body: { commandId: randomUUID() } }),
      ...drafts.map(({ head, response }) => head.ask(submitResponse, submission(response))),
    ])
    expect(closed.status).toBe(200)
    const taken = answers.filter((one) => one.status === 200).length
    for (const one of answers) if (one.status !== 200) expect(one.body.code).toBe('list_closed')
    const published = await app.sql('select 1 from contributions where list_id = $1 and current and published', [
      list.id,
    ])
    expect(published).toHaveLength(taken)
    expect(await code(people.headSenegal.ask(submitResponse, submission(late)))).toEqual([409, 'list_closed'])
    // An extension of its own after closing: its words join those that are open already.
    await moveExtension(app, list.id, late.delegationId, 60)
    await submits(people.headSenegal, late)
    const now = await app.sql('select 1 from contributions where list_id = $1 and current and published', [list.id])
    expect(now).toHaveLength(taken + 1)
  })
})

describe('on behalf of others', () => {
  const g77: { list: ListView; id: string; members: string[] } = { list: {} as ListView, id: '', members: [] }
  beforeAll(async () => {
    g77.id = await groupId('g77')
    const rows = await app.sql<{ id: string }>(
      'select delegation_id as id from group_members where group_id = $1 and until is null',
      [g77.id],
    )
    g77.members = rows.map((row) => row.id)
    g77.list = await circulatedList(app, { addressed: ['ECU', 'GHA', 'CHN', 'NOR', 'PSE', 'EGY'] })
  })
  const capacity = (): Capacity => ({ kind: 'group', groupId: g77.id })
  const open = (who: CastMember, list: ListView, as: Capacity) =>
    who.ask(openResponse, { params: { listId: list.id }, body: { commandId: randomUUID(), capacity: as } })

  test('[C3] a statement except X, joined by Y, speaks for all members but X, and for Y', async () => {
    const [ghana, norway] = [await delegationId(app, 'GHA'), await delegationId(app, 'NOR')]
    const response = await drafted(people.drafterEcuador, g77.list, { 1: 'The Group holds' }, capacity())
    const submitting = (more: object) => people.headEcuador.ask(submitResponse, submission(response, more))
    expect(await code(submitting({ excepted: [norway] }))).toEqual([400, 'invalid', 'excepted'])
    expect(await code(submitting({ joined: [randomUUID()] }))).toEqual([400, 'invalid', 'joined'])
    const { body: receipt } = await submitting({ excepted: [ghana], joined: [norway] })
    expect(receipt.capacity).toEqual(capacity())
    expect(receipt.groupName?.en).toMatch(/77/)
    expect([...receipt.rosterIds].sort()).toEqual([...g77.members.filter((id) => id !== ghana), norway].sort())
    expect(await again(people.headEcuador, response)).toMatchObject({ excepted: [ghana], joined: [norway] })

    const file = await people.headEcuador.ask(downloadVersion, {
      params: { responseId: response.id, version: 1 },
      query: { format: 'docx', language: 'en' },
    })
    expect(textIn('docx', file.raw)).toMatch(/Except: Ghana[\s\S]*Joined by: Norway/)

    // Whom it speaks for may read it; whom it excepts may not.
    const [contribution] = await app.sql<{ open_to: string[] }>(
      'select open_to from contributions where list_id = $1 and current',
      [g77.list.id],
    )
    expect(contribution?.open_to).toEqual(receipt.rosterIds)
    const monitor = await people.staff.does(monitorList, { params: { listId: g77.list.id } })
    const coveredBy = (id: string) => monitor.rows.find((row) => row.delegationId === id)?.coveredBy
    expect(coveredBy(ghana)).toEqual([])
    expect(coveredBy(norway)).toEqual([g77.id])
  })

  test('[C5] the roster of the day stays when membership changes', async () => {
    const [before] = await app.sql<{ roster: string[] }>(
      'select roster from submissions where list_id = $1 and current',
      [g77.list.id],
    )
    const leaving = await delegationId(app, 'CHN')
    await app.sql(`update group_members set until = current_date - 1 where group_id = $1 and delegation_id = $2`, [
      g77.id,
      leaving,
    ])
    const [after] = await app.sql<{ roster: string[] }>(
      'select roster from submissions where list_id = $1 and current',
      [g77.list.id],
    )
    expect(after?.roster).toEqual(before?.roster)
    expect(after?.roster).toContain(leaving)
    const another = await circulatedList(app, { addressed: ['ECU'] })
    const response = await drafted(people.drafterEcuador, another, { 1: 'The Group holds' }, capacity())
    expect((await submits(people.headEcuador, response)).rosterIds).not.toContain(leaving)
    await app.sql(`update group_members set until = null where group_id = $1 and delegation_id = $2`, [g77.id, leaving])
  })

  test('the right to speak for a group is dated, and asked again at submission', async () => {
    expect(await code(open(people.headGhana, g77.list, capacity()))).toEqual([409, 'not_speaker', 'capacity.groupId'])
    const another = await circulatedList(app, { addressed: ['ECU'] })
    const response = await drafted(people.drafterEcuador, another, { 1: 'The Group holds' }, capacity())
    await app.sql(`update group_speakers set until = current_date - 1 where group_id = $1`, [g77.id])
    expect(await code(people.headEcuador.ask(submitResponse, submission(response)))).toEqual([
      409,
      'not_speaker',
      'capacity.groupId',
    ])
    await app.sql(`update group_speakers set until = null where group_id = $1`, [g77.id])
    expect((await people.headEcuador.ask(submitResponse, submission(response))).status).toBe(200)
  })

  test('[C7] the State of Palestine chairs the Group and submits for it', async () => {
    const palestine = await delegationId(app, 'PSE')
    await people.headGhana.ready()
    const [head] = await app.sql<{ id: string }>('select id from people where email = $1', [
      people.secondStaff.who.email,
    ])
    await app.sql(`delete from office_roles where person_id = $1`, [head?.id])
    await app.sql(
      `insert into memberships (delegation_id, person_id, role, title) values ($1, $2, 'head', 'Permanent Observer')`,
      [palestine, head?.id],
    )
    await app.sql(`insert into group_speakers (group_id, delegation_id, "from") values ($1, $2, current_date - 1)`, [
      g77.id,
      palestine,
    ])
    const observer = people.secondStaff
    const response = await drafted(observer, g77.list, { 1: 'The Group holds' }, capacity())
    const receipt = await submits(observer, response)
    expect(receipt.delegationId).toBe(palestine)
    expect(receipt.rosterIds).toEqual(expect.arrayContaining(g77.members))
  })

  test('States named one by one speak together under a name of their own', async () => {
    const memberIds = [await delegationId(app, 'GHA'), await delegationId(app, 'EGY')]
    const three: Capacity = { kind: 'ad_hoc', name: 'Group of friends of reform', memberIds }
    expect(
      await code(open(people.headGhana, g77.list, { ...three, memberIds: [memberIds[0] ?? '', randomUUID()] })),
    ).toEqual([400, 'invalid', 'capacity.memberIds'])
    expect((await open(people.headGhana, g77.list, { ...three, name: 'Friends\u202e' })).body.code).toBe(
      'direction_marks',
    )
    const response = await drafted(people.drafterGhana, g77.list, { 1: 'Together' }, three)
    expect(await code(people.headGhana.ask(submitResponse, submission(response, { joined: [memberIds[0]] })))).toEqual([
      400,
      'invalid',
      'joined',
    ])
    const receipt = await submits(people.headGhana, response)
    expect(receipt).toMatchObject({ capacity: three, rosterIds: memberIds, groupName: { en: three.name } })
  })

  test('[P3] a group’s answer not for attribution is open to none of its members', async () => {
    const another = await circulatedList(app, { addressed: ['ECU', 'GHA'] })
    const sealed = answered('The Group whispers', { attribution: 'not_for_attribution' })
    await submits(people.headEcuador, await drafted(people.drafterEcuador, another, { 1: sealed }, capacity()))
    const rows = await app.sql('select open_to from contributions where list_id = $1', [another.id])
    expect(rows).toEqual([{ open_to: [] }])
  })
})

test('staff follow submissions without reloading: each stands once in their stream, and nothing of a draft does', async () => {
  const list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
  const response = await drafted(people.drafterGhana, list, { 1: 'Words', 2: 'Words' })
  await submits(people.headGhana, response)
  const lines = await app.sql<{ kind: string }>('select kind from journal where stream = $1 order by seq', [
    `list:${list.id}:staff`,
  ])
  expect(lines.filter((line) => line.kind.startsWith('response.')).map((line) => line.kind)).toEqual([
    'response.submitted',
  ])
  expect((await people.staff.does(readList, { params: { listId: list.id } })).state).toBe('circulated')
})
