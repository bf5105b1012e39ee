import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDemo } from '../../server/seed/demo.ts'
import { listAnswers } from '../../shared/answers.ts'
import { listConsultations, readConsultation } from '../../shared/consultations.ts'
import { readHome } from '../../shared/home.ts'
import { type ListView, monitorList, readList } from '../../shared/question-lists.ts'
import { readResponse } from '../../shared/responses.ts'
import { deadlineWarnings } from '../../shared/rules/deadlines.ts'
import { listSessions, readRoom } from '../../shared/sessions.ts'
import { listThreads } from '../../shared/threads.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { delegationIds } from '../support/lists.ts'

let app: TestApp
let people: ReturnType<typeof cast>
let list: ListView
beforeAll(async () => {
  app = await startApp({ SAMPLE: 'true' })
  people = cast(app)
  expect(await seedDemo(app.parts, app.ownerUrl)).toBe(true)
  const { staff } = people
  const { consultations } = await staff.does(listConsultations)
  expect(consultations).toHaveLength(1)
  const consultation = await staff.does(readConsultation, { params: { consultationId: consultations[0]!.id } })
  expect(consultation.lists.map(({ number, state }) => [number, state])).toEqual([
    [1, 'circulated'],
    [2, 'draft'],
  ])
  expect(consultation.description.fr).toContain('toutes les dates ont été décalées')
  list = await staff.does(readList, { params: { listId: consultation.lists[0]!.id } })
})
afterAll(() => app.close())

const home = async (member: CastMember) => {
  const { lists } = await member.does(readHome)
  return lists.find((one) => one.listId === list.id)
}
const contents = async () =>
  Object.fromEntries(
    await Promise.all(
      ['people', 'memberships', 'question_lists', 'responses', 'submissions', 'contributions', 'threads', 'messages']
        .concat(['comments', 'journal', 'mails', 'group_speakers', 'alignments', 'consultations'])
        .concat([
          'sessions',
          'session_items',
          'speakers',
          'statements',
          'ideas',
          'clusters',
          'points_given',
          'attendances',
        ])
        .map(async (table) => [table, (await app.sql(`select count(*)::int as rows from ${table}`))[0]]),
    ),
  )

test('the deadline lies ahead on a day of which nobody is warned', () => {
  expect(deadlineWarnings(new Date(list.closesAt!), new Date())).toEqual([])
  expect(list.addresseeIds).toHaveLength(195)
  expect(list.sections.flatMap((section) => section.questions)).toHaveLength(13)
})

test('the four delegations stand at four stages', async () => {
  const { headGhana, drafterSenegal, headEgypt, drafterNorway } = people
  expect((await home(headGhana))?.responses).toMatchObject([{ state: 'for_clearance', filled: 9 }])
  expect((await home(drafterSenegal))?.responses).toMatchObject([{ state: 'draft', returned: true }])
  expect((await home(headEgypt))?.responses).toMatchObject([{ state: 'submitted', version: 1 }])
  expect(await home(drafterNorway)).toMatchObject({ responses: [], open: 'open' })
  expect((await home(drafterNorway))?.acknowledgedAt).toBeTruthy()
  expect((await drafterNorway.does(readHome)).coming.length).toBeGreaterThan(0)
})

test('staff find answers in six languages from every regional group, some without a name, and count every State once', async () => {
  const { staff } = people
  const monitor = await staff.does(monitorList, { params: { listId: list.id } })
  for (const region of monitor.regions.filter(({ region }) => region !== null)) {
    expect([region.region, region.submitted >= 5]).toEqual([region.region, true])
  }
  expect(monitor.count).toMatchObject({ asked: 195, groupStatements: 2 })
  expect(monitor.count.states.own).toBeGreaterThanOrEqual(28)
  expect(monitor.count.states.aligned).toBe(3)
  expect(monitor.count.inPreparation).toBeGreaterThan(3)
  const languages = new Set<string | null>()
  const attributions = new Set<string>()
  for (let cursor: string | undefined; ; ) {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) }
    const page = await staff.does(listAnswers, { params: { listId: list.id }, query })
    for (const answer of page.answers) {
      languages.add(answer.language)
      attributions.add(answer.attribution)
    }
    if (page.next === null) break
    cursor = page.next
  }
  expect([...languages].sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
  expect([...attributions].sort()).toEqual(['attributed', 'not_for_attribution'])
})

test('Egypt has been asked for a clarification and has answered; the receipt stands in the journal', async () => {
  const { headEgypt, staff } = people
  const [egypt] = await delegationIds(app, ['EGY'])
  const { threads } = await staff.does(listThreads, { params: { listId: list.id } })
  expect(threads.find((thread) => thread.delegationId === egypt)?.messages).toHaveLength(2)
  const responseId = (await home(headEgypt))?.responses[0]?.responseId ?? ''
  const { receipts } = await headEgypt.does(readResponse, { params: { responseId } })
  const [line] = await app.sql('select from journal where stream = $1 and seq = $2 and hash = $3', [
    receipts[0]?.journal.stream,
    receipts[0]?.journal.seq,
    receipts[0]?.journal.hash,
  ])
  expect(line).toBeDefined()
})

test('one session has taken place, with its speakers, statements, ideas and points, and one is open and can be joined', async () => {
  const { staff, drafterGhana, headNorway } = people
  const params = { consultationId: list.consultationId }
  const { sessions } = await staff.does(listSessions, { params })
  expect(sessions.map(({ number, state, mode }) => [number, state, mode])).toEqual([
    [1, 'closed', 'attributed'],
    [2, 'open', 'not_for_attribution'],
  ])
  const [held, open] = sessions.map(({ id }) => ({ params: { sessionId: id } }))
  const record = await drafterGhana.does(readRoom, held)
  expect(record.speakers.map(({ state }) => state)).toEqual(Array(6).fill('spoken'))
  expect(record.speakers.every(({ usedMs }) => usedMs > 60_000)).toBe(true)
  expect(new Set(record.statements.map(({ language }) => language)).size).toBeGreaterThanOrEqual(5)
  expect(record.ideas).toHaveLength(14)
  expect(record.clusters.map(({ points }) => (points ?? 0) > 0)).toEqual([true, true, true])
  expect(record.temperatures).toMatchObject([{ state: 'released' }])
  expect(record.temperatures[0]?.result?.all).not.toBeNull()
  expect(record.remarks.map(({ language }) => language).sort()).toEqual(['ar', 'en', 'fr'])
  expect((await staff.does(readRoom, held)).notes).toHaveLength(3)
  const room = await headNorway.does(readRoom, open)
  expect(room.temperatures).toMatchObject([{ state: 'open' }])
  expect(room.may).toMatchObject({ 'speakers.inscribe': true, 'idea.write': true })
  expect(room.items.find(({ id }) => id === room.sessions[0]?.currentItemId)).toMatchObject({
    listOpen: true,
    board: { phase: 'writing', silentCount: 5 },
  })
  expect((await headNorway.does(readHome)).sessions.map(({ state }) => state)).toEqual(['open'])
})

test('a second run doubles nothing, also when the second list was discarded meanwhile', async () => {
  await app.sql(`delete from question_lists where state = 'draft'`)
  const before = await contents()
  expect(await seedDemo(app.parts, app.ownerUrl)).toBe(false)
  expect(await contents()).toEqual(before)
})

test('a run that was cut off is taken up where it was', async () => {
  // As if it had ended before its last act.
  await app.sql('update consultations set revision = 1')
  const before = await contents()
  expect(await seedDemo(app.parts, app.ownerUrl)).toBe(true)
  const { journal: _, question_lists: __, ...after } = await contents()
  expect(before).toMatchObject(after)
})
