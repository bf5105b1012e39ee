import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Refused } from '../../server/refused.ts'
import { mustBeDocument } from '../../server/responses/letter-file.ts'
import { deadlineIn } from '../../server/seed/sample-lists.ts'
import { type AnswerView, listAnswers } from '../../shared/answers.ts'
import type { Endpoint } from '../../shared/contract.ts'
import { makeExport } from '../../shared/exports.ts'
import { CONTRACTS } from '../../shared/index-of-contracts.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { listMails } from '../../shared/notices.ts'
import { changeMembership, inviteMember, listMembers, removeMember } from '../../shared/people.ts'
import { closeList, extendList, type ListView, monitorList } from '../../shared/question-lists.ts'
import {
  addComment,
  attachLetter,
  checkReceipt,
  listResponses,
  moveResponse,
  readResponse,
  returnResponse,
} from '../../shared/responses.ts'
import { type Caller, may } from '../../shared/rules/access.ts'
import { canonical, line } from '../../shared/text.ts'
import { openThread } from '../../shared/threads.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast, delegationId } from '../support/cast.ts'
import { fileOf, textIn } from '../support/exports.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, questionAt, submits } from '../support/responses.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const unnamed = { attribution: 'not_for_attribution' } as const

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const sixHeads = () => [
  people.headNorway,
  people.headEgypt,
  people.headSenegal,
  people.headEcuador,
  people.headChina,
  people.headKazakhstan,
]
const speaks = async (head: CastMember, list: ListView, answers: Parameters<typeof drafted>[2]) =>
  submits(head, await drafted(head, list, answers))
const close = (list: ListView) =>
  people.staff.does(closeList, { params: { listId: list.id }, body: { commandId: randomUUID() } })
const extend = (list: ListView, to: string | null) =>
  people.staff.does(extendList, {
    params: { listId: list.id },
    body: {
      commandId: randomUUID(),
      deadline: to === null ? deadlineIn(25, new Date()) : { local: '2099-01-04T18:00', zone: 'America/New_York' },
      delegationId: to,
    },
  })
const amend = async (head: CastMember, list: ListView) => {
  const [own] = (await head.does(listResponses, { params: { listId: list.id } })).responses
  await head.does(moveResponse, { params: { responseId: own!.id }, body: { commandId: randomUUID(), move: 'amend' } })
}
const withoutName = async (reader: CastMember, list: ListView): Promise<AnswerView[]> => {
  const { answers } = await reader.does(listAnswers, { params: { listId: list.id } })
  return answers.filter(({ shownAs }) => shownAs.kind === 'withheld')
}
const textOf = ({ blocks }: Pick<AnswerView, 'blocks'>) => JSON.stringify(blocks)

describe('[P3] a reply without a name, guessed at from what is emitted', () => {
  test('[T41] cannot be tried against the receipts of all delegations until one of them stands', async () => {
    const list = await circulatedList(app, { audience: 'participants' })
    const receipts = new Map<CastMember, string>()
    for (const [at, head] of sixHeads().entries())
      receipts.set(head, (await speaks(head, list, { 1: answered(`Word ${at}.`, unnamed) })).reference)
    await close(list)
    const seen = await withoutName(people.headGhana, list)
    expect(seen.length).toBe(6)
    // References follow from the State's code; everything else under the digest is public but the language.
    const stands: string[] = []
    for (const reference of receipts.values()) {
      // Whoever has the patience: that checks are counted only makes it slow.
      await app.sql('update throttles set window_ends = now()')
      for (const reply of seen) {
        for (const language of LANGUAGES) {
          const said = { questionId: reply.questionId, stance: reply.stance, groupId: null, choice: null, language }
          const text = {
            capacity: { kind: 'national' },
            answers: [{ ...said, ...unnamed, blocks: reply.blocks }],
            letter: null,
          }
          const digest = createHash('sha256').update(canonical(text)).digest('hex')
          const check = await people.headGhana.does(checkReceipt, { body: { reference, digest } })
          if (check.stands) stands.push(reference)
        }
      }
    }
    expect(stands).toEqual([])
  })

  test('[T38] does not stand out when the list opens again for all and closes with one more', async () => {
    const list = await circulatedList(app, { audience: 'participants' })
    const [late, ...others] = sixHeads()
    for (const [at, head] of others.entries())
      await speaks(head, list, { 1: answered(`Reply ${at}.`, unnamed), 2: 'In the open.' })
    await close(list)
    const before = await withoutName(people.headGhana, list)
    expect(before.length).toBe(5)
    await extend(list, null)
    expect(await withoutName(people.headGhana, list)).toEqual([])
    await speaks(late!, list, { 1: answered('The one that came between.', unnamed), 2: 'Norway, in the open.' })
    await close(list)
    // Norway is new by name; one new reply without a name would be Norway's.
    expect((await withoutName(people.headGhana, list)).map(textOf)).toEqual(before.map(textOf))
  })

  test('[T38] keeps its words and its id when its author amends the rest between two closings', async () => {
    const list = await circulatedList(app, { audience: 'participants' })
    for (const [at, head] of sixHeads().entries())
      await speaks(head, list, { 1: answered(`Reply ${at}.`, unnamed), 2: 'In the open.' })
    await close(list)
    const before = await withoutName(people.headGhana, list)
    expect(before.length).toBe(6)
    await extend(list, null)
    await amend(people.headNorway, list)
    await speaks(people.headNorway, list, { 2: 'In the open, better said.' })
    await close(list)
    // Norway's open reply says Rev.1: the one reply without a name that came anew would be Norway's too.
    expect(await withoutName(people.headGhana, list)).toEqual(before)
  })

  test('[T38] is not what a file and the delegations’ page differ by', async () => {
    const list = await circulatedList(app, { audience: 'participants' })
    const [late, ...others] = sixHeads()
    for (const [at, head] of others.entries())
      await speaks(head, list, { 1: answered(`Reply ${at}.`, unnamed), 2: 'In the open.' })
    await close(list)
    await extend(list, await delegationId(app, 'NOR'))
    await speaks(late!, list, { 1: answered('Late and alone.', unnamed), 2: 'Late, in the open.' })
    const page = (await withoutName(people.headGhana, list)).map(textOf).sort()
    expect(page.length).toBe(5)
    const { bytes } = await fileOf(app, people.staff, list.id, 'json', { filter: { question: questionAt(list, 1) } })
    const file = textIn('json', bytes)
    for (const at of others.keys()) expect(file).toContain(`Reply ${at}.`)
    expect(file).not.toContain('Late and alone.')
  })

  test('[T39] is not its author’s because all others who are seen only sent a letter', async () => {
    const list = await circulatedList(app, { audience: 'participants' })
    await speaks(people.headNorway, list, { 1: answered('Norway’s, quietly.', unnamed), 2: 'Norway’s, in the open.' })
    for (const head of sixHeads().slice(1)) {
      const response = await drafted(head, list, {})
      const withLetter = await head.does(attachLetter, {
        params: { responseId: response.id },
        query: { name: 'letter.pdf' },
        file: { type: 'application/pdf', content: PDF },
      })
      await submits(head, withLetter)
    }
    await close(list)
    expect(await withoutName(people.headGhana, list)).toEqual([])
    const { bytes } = await fileOf(app, people.staff, list.id, 'json')
    expect(textIn('json', bytes)).toContain('in the open')
    expect(textIn('json', bytes)).not.toContain('quietly')
  })
})

describe('who stands in for the head', () => {
  test('neither prolongs their own period nor takes the head’s place', async () => {
    const { standInGhana, headGhana } = people
    const { members } = await standInGhana.does(listMembers)
    const own = members.find(({ email, standIn }) => email === standInGhana.who.email && standIn)
    const head = members.find(({ email }) => email === headGhana.who.email)
    const change = (membershipId: string, body: object) =>
      standInGhana.ask(changeMembership, { params: { membershipId }, body } as never)
    for (const body of [
      { standIn: false },
      { period: { from: null, until: null } },
      { standIn: false, period: { from: null, until: null } },
    ])
      expect([body, (await change(own!.id, body)).body.code]).toEqual([body, 'forbidden'])
    expect((await change(head!.id, { role: 'reader' })).body.code).toBe('forbidden')
    expect((await standInGhana.ask(removeMember, { params: { membershipId: head!.id } })).body.code).toBe('forbidden')
    expect([own?.may, head?.may]).toEqual(Array(2).fill({ change: false, remove: false }))
    const drafter = members.find(({ role }) => role === 'drafter')
    expect(drafter?.may.change).toBe(true)
    expect((await change(drafter!.id, { role: 'reader' })).status).toBe(200)
    expect((await change(drafter!.id, { role: 'head' })).body.code).toBe('forbidden')
    expect((await change(drafter!.id, { role: 'drafter' })).status).toBe(200)
    const invite = (body: object) =>
      standInGhana.ask(inviteMember, {
        body: {
          commandId: randomUUID(),
          email: `${randomUUID()}@mission.example.org`,
          language: 'en',
          title: null,
          period: { from: null, until: null },
          standIn: false,
          ...body,
        },
      } as never)
    expect((await invite({ role: 'head' })).body.code).toBe('forbidden')
    const until = new Date(Date.now() + 9 * 86_400_000).toISOString()
    expect((await invite({ role: 'head', standIn: true, period: { from: null, until } })).body.code).toBe('forbidden')
    expect((await invite({ role: 'reader' })).status).toBe(200)
  })
})

test('[P2] an administrator does not read a one-time link that a mail server is about to carry', async () => {
  const own = await startApp({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'Consultation <no-reply@c.example>' })
  try {
    const email = cast(own).headGhana.who.email
    const link = `/password-resets/${'s'.repeat(43)}`
    for (const state of ['waiting', 'failed'])
      await own.sql(
        `insert into mails ("to", subject, text, language, state) values ($1, 'A new password', $2, 'en', $3)`,
        [email, `Open http://consultation.test${link}`, state],
      )
    const { mails } = await cast(own).administrator.does(listMails)
    const shown = mails.filter(({ to }) => to === email)
    expect(shown.length).toBe(2)
    for (const { text } of shown) expect(text).toBe('Open http://consultation.test/password-resets/…')
  } finally {
    await own.close()
  }
})

describe('[P2] [T1] [T4] a draft of Ghana, asked for through every call there is', () => {
  const WORDS = ['Drafted in Accra and nowhere else', 'A comment among colleagues', 'Returned by the capital']
  const OF_GHANA = ['responseId', 'commentId', 'submissionId', 'membershipId', 'threadId', 'answerId', 'exportId']
  const ids: Record<string, string> = {}
  let draft: ListView

  beforeAll(async () => {
    const { drafterGhana, headGhana, staff } = people
    draft = await circulatedList(app, { audience: 'participants' })
    const params = { responseId: (await drafted(drafterGhana, draft, { 1: WORDS[0]! })).id }
    const comment = await drafterGhana.does(addComment, {
      params,
      body: { commandId: randomUUID(), questionId: questionAt(draft, 1), text: WORDS[1]! },
    })
    await headGhana.does(attachLetter, {
      params,
      query: { name: 'letter.pdf' },
      file: { type: 'application/pdf', content: PDF },
    })
    await drafterGhana.does(moveResponse, { params, body: { commandId: randomUUID(), move: 'send_for_clearance' } })
    await headGhana.does(returnResponse, { params, body: { commandId: randomUUID(), note: WORDS[2]! } })
    // Beside it something submitted, so that every kind of id is one that exists.
    const other = await circulatedList(app)
    const { reference } = await speaks(headGhana, other, { 1: 'Said to the Secretariat.' })
    const [row] = await app.sql<{ submission: string; answer: string }>(
      `select s.submission_id as submission, s.contribution_id as answer from contribution_sources s
      join submissions b on b.id = s.submission_id where b.reference = $1`,
      [reference],
    )
    const thread = await staff.does(openThread, {
      params: { answerId: row!.answer },
      body: { commandId: randomUUID(), text: 'Which forms?' },
    })
    const { members } = await headGhana.does(listMembers)
    const file = await staff.does(makeExport, {
      params: { listId: other.id },
      body: { commandId: randomUUID(), format: 'csv', language: 'en', filter: {} },
    })
    Object.assign(ids, {
      ...params,
      commentId: comment.id,
      submissionId: row!.submission,
      answerId: row!.answer,
      threadId: thread.id,
      membershipId: members.find(({ role }) => role === 'drafter')!.id,
      exportId: file.id,
    })
  })

  const asked = (endpoint: Endpoint, real: boolean) => {
    const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const own: Record<string, string> = { listId: draft.id, questionId: questionAt(draft, 1), version: '1' }
    const params = names.map((name) => [name, own[name] ?? (real ? ids[name] : undefined) ?? randomUUID()])
    return {
      params: Object.fromEntries(params),
      ...(endpoint.body ? { body: known(endpoint.body, BODIES()) } : {}),
      ...(endpoint.query
        ? { query: known(endpoint.query, { name: 'letter.pdf', format: 'docx', language: 'en' }) }
        : {}),
      ...(endpoint.upload ? { file: { type: 'application/pdf', content: PDF } } : {}),
      ...(endpoint.precondition ? { ifMatch: 1 } : {}),
    }
  }
  // Well formed, so that it is not the body that is refused.
  const BODIES = () => ({
    commandId: randomUUID(),
    ...answered('Overwritten.'),
    text: 'Read by others.',
    note: 'Read by others.',
    questionId: null,
    replyTo: null,
    resolved: true,
    move: 'take_back',
    digest: 'a'.repeat(64),
    signatory: { name: 'Somebody else', title: null },
    extent: 'whole',
    role: 'reader',
  })
  const known = (schema: z.ZodType, values: Record<string, unknown>) =>
    schema instanceof z.ZodObject
      ? Object.fromEntries(Object.entries(values).filter(([key]) => key in schema.shape))
      : values

  test('is answered to another delegation, to staff and to an administrator like one that never was', async () => {
    const { headNorway, adviserOfTwo, administrator, secondStaff } = people
    await adviserOfTwo.actsFor('FJI')
    const calls = CONTRACTS.filter(({ endpoint }) => OF_GHANA.some((name) => endpoint.path.includes(`:${name}`)))
    expect(calls.length).toBeGreaterThan(25)
    for (const who of [headNorway, adviserOfTwo, administrator, secondStaff]) {
      for (const { name, endpoint } of calls) {
        // What was submitted is for staff to read and to ask about.
        const forStaff = !endpoint.path.includes('responseId') && may(callerOf(who), endpoint.permission)
        if (who === secondStaff && forStaff && !endpoint.path.includes('exportId')) continue
        const real = await who.ask(endpoint as Endpoint, asked(endpoint, true) as never)
        const none = await who.ask(endpoint as Endpoint, asked(endpoint, false) as never)
        expect([who.key, name, real.status, real.body]).toEqual([who.key, name, none.status, none.body])
        expect([name, [403, 404]]).toEqual([name, expect.arrayContaining([real.status])])
      }
    }
    expect(
      (await people.headGhana.does(readResponse, { params: { responseId: ids.responseId! } })).answers,
    ).toHaveLength(1)
  })

  test('shows no word, id or number in what is read without naming it, nor in mail or outbox', async () => {
    const { headNorway, administrator, secondStaff, staff } = people
    const reads = CONTRACTS.filter(
      ({ endpoint }) => endpoint.method === 'GET' && !OF_GHANA.some((name) => endpoint.path.includes(`:${name}`)),
    )
    for (const who of [headNorway, administrator, secondStaff, staff]) {
      for (const { endpoint } of reads) {
        const { body, headers } = await who.ask(endpoint as Endpoint, asked(endpoint, true) as never)
        const text = JSON.stringify([body, headers])
        for (const trace of [...WORDS, ids.responseId!, ids.commentId!]) expect(text).not.toContain(trace)
      }
    }
    const row = (await staff.does(monitorList, { params: { listId: draft.id } })).rows.find(
      ({ delegationId }) => delegationId === people.headGhana.actingFor,
    )
    expect(row).toMatchObject({ acknowledgedAt: null, inPreparation: false, submittedAt: null, version: null })
    const mails = JSON.stringify(await app.sql('select subject, text from mails'))
    for (const words of WORDS) expect(mails).not.toContain(words)
  })
})

const callerOf = ({ who }: CastMember): Caller => ({
  kind: 'person',
  personId: '',
  signInId: '',
  office: who.officeRoles,
  acting: null,
})

test('[T10] with the application’s policy out of the way nobody makes themselves a member of a delegation', async () => {
  const role = new pg.Client({ connectionString: app.appUrl })
  await role.connect()
  const as = async (who: [person: string, delegation: string, office: string], text: string, values: unknown[]) => {
    await role.query('begin')
    try {
      await role.query(
        "select set_config('app.person', $1, true), set_config('app.delegation', $2, true), set_config('app.office', $3, true)",
        who,
      )
      return (await role.query(text, values)).rowCount
    } finally {
      await role.query('rollback')
    }
  }
  try {
    const { person } = await people.headNorway.me()
    const norway = await people.headNorway.delegationId()
    const ghana = await delegationId(app, 'GHA')
    const join = `insert into memberships (delegation_id, person_id, role) values ($1, $2, 'head')`
    for (const who of [
      [person.id, norway, ''],
      [person.id, '', 'staff'],
      [person.id, '', 'staff,administrator'],
    ] as [string, string, string][]) {
      await expect(as(who, join, [ghana, person.id])).rejects.toThrow(/row-level security/)
      expect(await as(who, `update memberships set role = 'head' where delegation_id = $1`, [ghana])).toBe(0)
    }
    const own = 'update memberships set delegation_id = $1 where person_id = $2'
    await expect(as([person.id, norway, ''], own, [ghana, person.id])).rejects.toThrow(/row-level security/)
  } finally {
    await role.end()
  }
})

test('[T74] a letter that opens as a PDF and as an archive is refused, also where something follows the archive', () => {
  const archive = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
  const pdf = (hidden: Buffer) =>
    Buffer.concat([PDF.subarray(0, -6), hidden, Buffer.from('\n% not a comment of the archive\n%%EOF\n')])
  expect(() => mustBeDocument('letter.pdf', 'application/pdf', pdf(Buffer.alloc(0)))).not.toThrow()
  expect(() => mustBeDocument('letter.pdf', 'application/pdf', pdf(archive))).toThrow(Refused)
})

test('[T80] [T81] a line is one line wherever it is read, and shows something', () => {
  for (const text of ['Ghana\u2028Norway', 'Ghana\u0085Norway', 'Gh\u009bana', '\u115f', 'Gha\u3164na', '\uffa0'])
    expect([text, line(120).safeParse(text).error?.issues[0]?.message]).toEqual([text, 'unreadable_characters'])
  for (const text of ['Côte d’Ivoire', 'جمهورية مصر العربية', '中国', 'Қазақстан', '대한민국'])
    expect(line(120).parse(text)).toBe(text.normalize('NFC'))
})
