import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deadlineIn } from '../../server/seed/sample-lists.ts'
import { type AnswerView, listAnswers } from '../../shared/answers.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { listMails } from '../../shared/notices.ts'
import { changeMembership, inviteMember, listMembers, removeMember } from '../../shared/people.ts'
import { closeList, extendList, type ListView } from '../../shared/question-lists.ts'
import { attachLetter, checkReceipt, listResponses, moveResponse } from '../../shared/responses.ts'
import { canonical } from '../../shared/text.ts'
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
