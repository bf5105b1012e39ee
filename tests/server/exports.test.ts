import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CompilationFile } from '../../server/exports/json.ts'
import { say } from '../../server/exports/words.ts'
import { listAnswers } from '../../shared/answers.ts'
import {
  cancelExport,
  downloadExport,
  EXPORT_FORMATS,
  listExports,
  makeExport,
  readExport,
} from '../../shared/exports.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { closeList, extendList, type ListView, monitorList } from '../../shared/question-lists.ts'
import { attachLetter, listResponses, moveResponse, type ResponseView, submitResponse } from '../../shared/responses.ts'
import { signOut } from '../../shared/sign-in.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast, delegationId } from '../support/cast.ts'
import { exported, fileOf, textIn } from '../support/exports.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, submits } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const unnamed = { attribution: 'not_for_attribution' } as const
type Answers = Parameters<typeof drafted>[2]
const submitted = async (list: ListView, head: CastMember, answers: Answers) =>
  submits(head, await drafted(head, list, answers))
const close = (list: ListView) =>
  people.staff.does(closeList, { params: { listId: list.id }, body: { commandId: randomUUID() } })
const ask = (person: CastMember, listId: string, more: Record<string, unknown> = {}) =>
  person.ask(makeExport, {
    params: { listId },
    body: { commandId: randomUUID(), format: 'csv', language: 'en', ...more },
  })

/** The compilation as data, which the other formats are drawn from. */
async function compiled(list: ListView, wishes: Parameters<typeof fileOf>[4] = {}): Promise<CompilationFile> {
  const { bytes } = await fileOf(app, people.staff, list.id, 'json', wishes)
  return CompilationFile.parse(JSON.parse(bytes.toString('utf8')))
}
const everything = (file: CompilationFile) => JSON.stringify(file)

describe('an export', () => {
  let list: ListView
  beforeAll(async () => {
    list = await circulatedList(app, { addressed: ['GHA', 'NOR', 'SEN', 'EGY'] })
    await submitted(list, people.headGhana, { 1: 'Simplify the forms.', 2: '=HYPERLINK("http://x")' })
    await submitted(list, people.headNorway, { 1: 'Delegate authority.' })
  })

  test('is made in every format, and its file is named after the platform’s own reference', async () => {
    for (const format of EXPORT_FORMATS) {
      const { name, bytes } = await fileOf(app, people.staff, list.id, format)
      expect(name).toMatch(new RegExp(`^attachment; filename="MR-[0-9-]+.*\\.${format}"`))
      expect(bytes.length).toBeGreaterThan(500)
      if (format !== 'pdf') expect(textIn(format, bytes)).toContain('Simplify the forms.')
    }
  })

  test('calls itself in its own language, over each page and in the name of the file', async () => {
    for (const [language, word] of [
      ['en', 'compilation'],
      ['fr', 'compilation'],
      ['es', 'recopilación'],
      ['ru', 'подборка'],
      ['zh', '汇编'],
      ['ar', 'تجميع'],
    ] as const) {
      const { name, bytes } = await fileOf(app, people.staff, list.id, 'json', { language })
      expect(decodeURIComponent(name)).toContain(word)
      const { reference } = CompilationFile.parse(JSON.parse(bytes.toString('utf8')))
      expect(reference).toBe(say(language, 'compilation_reference', { reference: list.reference }))
      expect(reference).toContain(word)
    }
  })

  test('[T79] the same edition exported twice is the same to the byte; one more reply makes a new edition', async () => {
    const first = await fileOf(app, people.staff, list.id, 'docx', { language: 'fr' })
    const second = await fileOf(app, people.secondStaff, list.id, 'docx', { language: 'fr' })
    expect(first.bytes.equals(second.bytes)).toBe(true)
    const before = await compiled(list)
    await submitted(list, people.headSenegal, { 1: answered('Déléguer.', { language: 'fr' }) })
    const after = await compiled(list)
    expect(after.release?.number).toBe((before.release?.number ?? 0) + 1)
    expect(after.release?.chainHead).not.toBe(before.release?.chainHead)
    const [line] = await app.sql<{ kind: string }>('select kind from journal where hash = $1', [
      after.release?.chainHead,
    ])
    expect(line?.kind).toBe('list.compiled')
  })

  test('[T66] a formula in an answer is text in CSV', async () => {
    const { bytes } = await fileOf(app, people.staff, list.id, 'csv')
    expect(bytes.toString('utf8')).toContain('"\'=HYPERLINK(""http://x"")"')
  })

  test('[P5] says the numbers that the monitor shows', async () => {
    const monitor = await people.staff.does(monitorList, { params: { listId: list.id } })
    const figures = (await compiled(list)).sheets[2]?.rows.at(-1)
    const { statements, groupStatements, states } = monitor.count
    expect(figures?.slice(1)).toEqual([
      statements,
      groupStatements,
      states.all,
      states.own,
      states.aligned,
      states.covered,
    ])
  })

  test('with a filter holds what the filter asks for, and says so', async () => {
    const file = await compiled(list, { filter: { delegation: [await delegationId(app, 'NOR')] } })
    const rows = file.sheets[0]?.rows.map((row) => row[3])
    expect(rows).toEqual(['Norway'])
    expect(everything(file)).toContain('contains only the replies that match')
  })

  test('[T15] is fetched by the person who asked, in the sign-in in which it was asked, and for an hour', async () => {
    const own = people.staff.otherDevice()
    const view = await exported(app, own, list.id, 'csv')
    const params = { exportId: view.id }
    const fetched = async (person: CastMember) => (await person.ask(downloadExport, { params })).status
    expect(await fetched(own)).toBe(200)
    expect(await fetched(people.secondStaff)).toBe(404)
    expect(await fetched(own.otherDevice())).toBe(404)
    expect((await people.secondStaff.ask(readExport, { params })).status).toBe(404)
    expect((await people.secondStaff.ask(cancelExport, { params })).status).toBe(404)
    expect(await fetched(people.headGhana)).toBe(403)

    const office = await app.sql<{ person_id: string; role: string }>(
      'delete from office_roles where person_id = (select person_id from exports where id = $1) returning person_id, role',
      [view.id],
    )
    expect(await fetched(own)).toBe(403)
    for (const { person_id, role } of office)
      await app.sql('insert into office_roles (person_id, role) values ($1, $2)', [person_id, role])
    expect(await fetched(own)).toBe(200)

    await app.sql(`update exports set until = now() - interval '1 second' where id = $1`, [view.id])
    expect(await fetched(own)).toBe(404)
    await app.sql(`update jobs set run_at = now() where kind = 'export.expire' and subject = $1`, [view.id])
    await app.jobs.settle()
    expect(await app.sql('select id from exports where id = $1', [view.id])).toEqual([])

    const another = await exported(app, own, list.id, 'csv')
    await own.does(signOut)
    expect((await own.ask(downloadExport, { params: { exportId: another.id } })).status).toBe(401)
    expect((await own.otherDevice().ask(downloadExport, { params: { exportId: another.id } })).status).toBe(404)
  })

  test('[T63] is not kept when the person who asked has lost the office meanwhile', async () => {
    const staff = people.secondStaff.otherDevice()
    const { body } = await ask(staff, list.id, { format: 'docx' })
    const [role] = await app.sql<{ person_id: string }>(
      `delete from office_roles where person_id = (select person_id from exports where id = $1) returning person_id`,
      [body.id],
    )
    try {
      await app.jobs.settle()
      const [row] = await app.sql<{ state: string; failure: string; content: Buffer | null }>(
        'select state, failure, content from exports where id = $1',
        [body.id],
      )
      expect(row).toEqual({ state: 'failed', failure: 'forbidden', content: null })
      expect((await staff.ask(downloadExport, { params: { exportId: body.id } })).status).toBe(403)
    } finally {
      await app.sql(`insert into office_roles (person_id, role) values ($1, 'staff')`, [role!.person_id])
    }
  })

  test('[T63] is not made for somebody who has signed out meanwhile', async () => {
    const staff = people.staff.otherDevice()
    const { body } = await ask(staff, list.id, { format: 'docx' })
    await staff.does(signOut)
    await app.jobs.settle()
    const [row] = await app.sql<{ state: string; failure: string; content: Buffer | null }>(
      'select state, failure, content from exports where id = $1',
      [body.id],
    )
    expect(row).toEqual({ state: 'failed', failure: 'forbidden', content: null })
  })

  test('can be cancelled while it waits or is made, and deleted when it is ready', async () => {
    const { body } = await ask(people.staff, list.id, { format: 'pdf' })
    const making = app.jobs.settle()
    const cancelled = await people.staff.does(cancelExport, { params: { exportId: body.id } })
    expect(cancelled.state).toBe('cancelled')
    await making
    const params = { exportId: body.id }
    expect((await people.staff.does(readExport, { params })).state).toBe('cancelled')
    expect((await people.staff.ask(downloadExport, { params })).body.code).toBe('cancelled')

    const ready = await exported(app, people.staff, list.id, 'csv')
    await people.staff.does(cancelExport, { params: { exportId: ready.id } })
    const [row] = await app.sql<{ content: Buffer | null }>('select content from exports where id = $1', [ready.id])
    expect(row?.content).toBeNull()
  })

  test('is asked for by staff of a circulated list, a few at a time', async () => {
    expect((await ask(people.headGhana, list.id)).status).toBe(403)
    expect((await ask(people.staff, randomUUID())).status).toBe(404)
    const { body } = await ask(people.staff, list.id, { filter: { question: randomUUID() } })
    expect([body.code, body.field]).toEqual(['not_in_list', 'filter.question'])
    const answers = await Promise.all(Array.from({ length: 7 }, () => ask(people.secondStaff, list.id)))
    expect(answers.some(({ body: refused }) => refused.code === 'busy')).toBe(true)
    await app.jobs.settle()
  })

  test('who asked and who fetched stands in the journal, and progress with the person alone', async () => {
    const view = await exported(app, people.staff, list.id, 'csv')
    await people.staff.ask(downloadExport, { params: { exportId: view.id } })
    const lines = await app.sql<{ stream: string; kind: string }>(
      'select stream, kind from journal where subject = $1 order by at, stream',
      [view.id],
    )
    const staff = lines.filter(({ stream }) => stream === `list:${list.id}:staff`).map(({ kind }) => kind)
    expect(staff).toEqual(['export.asked', 'export.downloaded'])
    const own = lines.filter(({ stream }) => stream.startsWith('person:')).map(({ kind }) => kind)
    expect(own[0]).toBe('export.asked')
    expect(own.at(-1)).toBe('export.ready')
    expect((await people.staff.does(listExports, { params: { listId: list.id } })).exports[0]?.id).toBe(view.id)
  })
})

describe('a group’s statement', () => {
  test('[C3] names who is excepted and who joined, and counts the members but those, plus these', async () => {
    const list = await circulatedList(app, { addressed: ['ECU', 'GHA', 'NOR', 'CHN'] })
    const [g77] = await app.sql<{ id: string }>(`select id from groups where key = 'g77'`)
    const draft = await drafted(
      people.headEcuador,
      list,
      { 1: 'The Group speaks.' },
      { kind: 'group', groupId: g77!.id },
    )
    const receipt = await people.headEcuador.does(submitResponse, {
      params: { responseId: draft.id },
      body: {
        commandId: randomUUID(),
        digest: draft.digest,
        signatory: { name: 'Head of delegation', title: null },
        excepted: [await delegationId(app, 'GHA')],
        joined: [await delegationId(app, 'NOR')],
      },
    })
    const file = await compiled(list)
    const notes = file.parts.flatMap((part) => (part.kind === 'text' ? (part.notes ?? []) : []))
    expect(notes).toContain('Delivered by: Ecuador')
    expect(notes).toContain('Except: Ghana')
    expect(notes).toContain('Joined by: Norway')
    const figures = file.sheets[2]?.rows.at(-1)
    expect(figures?.slice(1)).toEqual([1, 1, receipt.rosterIds.length, 0, 0, receipt.rosterIds.length])
  })
})

describe('replies not for attribution', () => {
  const heads = () => [
    people.headNorway,
    people.headEgypt,
    people.headSenegal,
    people.headEcuador,
    people.headChina,
    people.headKazakhstan,
  ]
  const unnamedTexts = (file: CompilationFile) =>
    file.sheets[0]?.rows.filter((row) => row[3] === null).map((row) => row[7]) ?? []

  test('[T35] are left out while the list is open, and the file says why in each language', async () => {
    const list = await circulatedList(app)
    await submitted(list, people.headGhana, { 1: 'In the open.' })
    await submitted(list, people.headNorway, { 1: answered('Behind the curtain.', unnamed) })
    for (const language of LANGUAGES) {
      const file = await compiled(list, { language })
      expect(everything(file)).not.toContain('Behind the curtain')
      const note = file.parts.find((part) => part.kind === 'note')
      expect(note?.paragraphs).toContain(say(language, 'unnamed_while_open'))
    }
  })

  test('[T36] are left out of a closed list where fewer than five delegations could have written them', async () => {
    const list = await circulatedList(app)
    await submitted(list, people.headGhana, { 1: 'In the open.', 2: 'Here too.' })
    await submitted(list, people.headNorway, { 1: answered('Behind the curtain.', unnamed) })
    await submitted(list, people.headEgypt, { 2: 'A second in the open.' })
    await close(list)
    const file = await compiled(list)
    expect(everything(file)).not.toContain('Behind the curtain')
    expect(everything(file)).toContain('fewer than 5 delegations could have written them')
    // Whoever replied without a name is in no figure either.
    expect(file.sheets[2]?.rows.at(-1)?.slice(1)).toEqual([2, 0, 2, 2, 0, 0])
    expect(everything(file)).not.toContain('Norway')
  })

  test('[T22] leave a closed list in drawn order, without language or time, and are served as they were drawn', async () => {
    const list = await circulatedList(app)
    await submitted(list, people.headGhana, { 1: 'In the open.' })
    const words = heads().map((_, at) => `Unnamed reply ${at + 1}.`)
    for (const [at, head] of heads().entries()) await submitted(list, head, { 1: answered(words[at] ?? '', unnamed) })
    await close(list)
    const first = unnamedTexts(await compiled(list))
    expect(first.toSorted()).toEqual(words)
    expect(unnamedTexts(await compiled(list, { language: 'zh' }))).toEqual(first)
    const file = await compiled(list)
    expect(everything(file)).toContain('6 delegations had replied not for attribution only')
    const rows = file.sheets[0]?.rows.filter((row) => row[3] === null) ?? []
    for (const row of rows) expect([row[4], row[5], row[6], row[9], row[10]]).toEqual([null, null, null, null, null])
  })

  test('[T38] a reply that comes after the first release does not change what two files differ by', async () => {
    const list = await circulatedList(app)
    await submitted(list, people.headGhana, { 2: 'In the open.' })
    for (const head of heads().slice(0, 5)) await submitted(list, head, { 1: answered('One of five.', unnamed) })
    await close(list)
    const before = await compiled(list)
    const deadline = { local: '2099-01-04T18:00', zone: 'America/New_York' }
    await people.staff.does(extendList, {
      params: { listId: list.id },
      body: { commandId: randomUUID(), deadline, delegationId: await delegationId(app, 'KAZ') },
    })
    await submitted(list, people.headKazakhstan, { 1: answered('Late and alone.', unnamed) })
    const after = await compiled(list)
    expect(unnamedTexts(after)).toEqual(unnamedTexts(before))
    expect(after).toEqual(before)
  })

  test('are left out of a file whose filter touches their authors', async () => {
    const list = await circulatedList(app)
    for (const head of heads()) await submitted(list, head, { 1: answered('A reply without a name.', unnamed) })
    await close(list)
    expect(unnamedTexts(await compiled(list)).length).toBe(6)
    expect(unnamedTexts(await compiled(list, { filter: { text: 'without a name' } })).length).toBe(6)
    for (const filter of [{ region: ['african' as const] }, { language: ['en' as const] }]) {
      const file = await compiled(list, { filter })
      expect(unnamedTexts(file)).toEqual([])
      expect(everything(file)).toContain('would narrow down')
    }
  })

  test('[T37] what they chose is in no file where a figure would rest on fewer than five', async () => {
    const list = await circulatedList(app)
    await submitted(list, people.headGhana, { 4: answered('Openly so.', { choice: 'not-in-favour' }) })
    for (const head of heads())
      await submitted(list, head, { 4: answered('Quietly so.', { ...unnamed, choice: 'favour' }) })
    await close(list)
    const file = await compiled(list)
    expect(unnamedTexts(file).length).toBe(6)
    // All six chose the same: to say how many did would say what each of them chose.
    const tables = file.parts.flatMap((part) => (part.kind === 'table' ? [part] : []))
    const [tally, ...more] = tables.filter(({ columns }) => columns[0]?.title === 'Choice')
    expect(more).toEqual([])
    expect(tally?.rows.map((row) => row.slice(1))).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
      [0, 0],
    ])
    expect(file.sheets[0]?.rows.filter((row) => row[3] === null && row[6] !== null)).toEqual([])
  })

  test('a letter alone is listed by name, one beside replies without a name is not', async () => {
    const list = await circulatedList(app)
    const attach = async (head: CastMember, response: ResponseView) =>
      head.does(attachLetter, {
        params: { responseId: response.id },
        query: { name: 'letter.pdf' },
        file: { type: 'application/pdf', content: PDF },
      })
    await submits(people.headGhana, await attach(people.headGhana, await drafted(people.headGhana, list, {})))
    const quiet = await drafted(people.headNorway, list, { 1: answered('Without a name.', unnamed) })
    await submits(people.headNorway, await attach(people.headNorway, quiet))
    await close(list)
    const file = await compiled(list)
    expect(file.sheets[1]?.rows.map(([name]) => name)).toEqual(['Ghana'])
    expect(everything(file)).toContain('Replied by letter.')
    expect(everything(file)).not.toContain('Norway')
  })

  test('[T38] an opened reply that a late version replaces stands as it was opened to the delegations', async () => {
    const list = await circulatedList(app, { audience: 'participants' })
    await submitted(list, people.headGhana, { 2: 'In the open.' })
    for (const [at, head] of heads().entries())
      await submitted(list, head, { 1: answered(`Reply ${at + 1}.`, unnamed) })
    await close(list)
    const read = async () => {
      const { answers } = await people.headGhana.does(listAnswers, { params: { listId: list.id } })
      return answers.filter(({ shownAs }) => shownAs.kind === 'withheld')
    }
    const before = await read()
    expect(before.length).toBe(6)
    const deadline = { local: '2099-01-04T18:00', zone: 'America/New_York' }
    await people.staff.does(extendList, {
      params: { listId: list.id },
      body: { commandId: randomUUID(), deadline, delegationId: await delegationId(app, 'KAZ') },
    })
    const [own] = (await people.headKazakhstan.does(listResponses, { params: { listId: list.id } })).responses
    await people.headKazakhstan.does(moveResponse, {
      params: { responseId: own!.id },
      body: { commandId: randomUUID(), move: 'amend' },
    })
    await submitted(list, people.headKazakhstan, { 1: answered('Another word.', unnamed) })
    expect(await read()).toEqual(before)
    const mine = await people.headKazakhstan.does(listAnswers, { params: { listId: list.id } })
    expect(mine.answers.filter(({ shownAs }) => 'sealed' in shownAs && shownAs.sealed).length).toBe(1)
  })
})
