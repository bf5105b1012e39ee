import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reformConsultation } from '../../server/seed/sample-lists.ts'
import { addConsultation } from '../../shared/consultations.ts'
import { readHome } from '../../shared/home.ts'
import { acknowledgeList } from '../../shared/question-lists.ts'
import { moveResponse, returnResponse } from '../../shared/responses.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { circulatedList, draftList, moveDeadline } from '../support/lists.ts'
import { answered, drafted, submits } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

test('a delegation sees what awaits it and by when; lists of others and drafts of staff are not there', async () => {
  const { drafterGhana, drafterNorway } = people
  const list = await circulatedList(app, { addressed: ['GHA'] })
  await draftList(app, { addressed: ['GHA'], consultationId: list.consultationId })
  const home = await drafterGhana.does(readHome)
  expect(home.lists).toEqual([
    {
      listId: list.id,
      consultationTitle: list.consultationTitle,
      title: list.title,
      questions: 13,
      closesAt: list.closesAt,
      open: 'open',
      acknowledgedAt: null,
      responses: [],
      openThreads: 0,
    },
  ])
  expect((await drafterNorway.does(readHome)).lists).toEqual([])
})

test('it follows the response from the first word to the receipt, and says whose turn it is', async () => {
  const { drafterSenegal, headSenegal } = people
  const list = await circulatedList(app, { addressed: ['SEN'] })
  const mine = async () => {
    const home = await headSenegal.does(readHome)
    return home.lists.find((one) => one.listId === list.id)?.responses[0]
  }
  await drafterSenegal.does(acknowledgeList, { params: { listId: list.id }, body: {} })
  const blank = answered('', { blocks: [{ kind: 'paragraph', content: [] }] })
  const noPosition = answered('', { stance: 'no_position', blocks: [] })
  const response = await drafted(drafterSenegal, list, { 1: 'Moins de formulaires.', 2: blank, 3: noPosition })
  expect(await mine()).toMatchObject({ state: 'draft', filled: 2, version: 0, returned: false, submittedAt: null })
  const params = { responseId: response.id }
  const send = { params, body: { commandId: randomUUID(), move: 'send_for_clearance' as const } }
  await drafterSenegal.does(moveResponse, send)
  expect(await mine()).toMatchObject({ state: 'for_clearance' })
  await headSenegal.does(returnResponse, { params, body: { commandId: randomUUID(), note: 'À préciser.' } })
  expect(await mine()).toMatchObject({ state: 'draft', returned: true })
  const receipt = await submits(headSenegal, response)
  expect(await mine()).toMatchObject({
    state: 'submitted',
    version: 1,
    filled: 2,
    returned: false,
    reference: receipt.reference,
    submittedAt: receipt.submittedAt,
  })
})

test('what can still be answered comes first, the nearest deadline on top; what is over comes last', async () => {
  const { drafterEgypt } = people
  const lists = []
  for (let i = 0; i < 4; i++) lists.push(await circulatedList(app, { addressed: ['EGY'], lateAnswers: 'refused' }))
  const [over, later, sooner, longOver] = lists.map((list) => list.id)
  await moveDeadline(app, over!, -60)
  await moveDeadline(app, later!, 7_200)
  await moveDeadline(app, sooner!, 3_600)
  await moveDeadline(app, longOver!, -7_200)
  const home = await drafterEgypt.does(readHome)
  expect(home.lists.map((list) => [list.listId, list.open])).toEqual([
    [sooner, 'open'],
    [later, 'open'],
    [over, 'closed'],
    [longOver, 'closed'],
  ])
})

test('what is coming are the milestones that are not over, a month until its last day', async () => {
  const { staff, drafterNorway } = people
  const month = new Date().toISOString().slice(0, 7)
  const year = new Date().getUTCFullYear() + 1
  const milestones = [
    { id: 'past', label: { en: 'Past' }, on: '2017-05-31', until: null },
    { id: 'report', label: { en: 'Report' }, on: String(year), until: null },
    { id: 'sessions', label: { en: 'Sessions' }, on: '2017-05', until: month },
  ]
  const consultation = await staff.does(addConsultation, {
    body: { commandId: randomUUID(), ...reformConsultation(), reference: 'MR-HOME', milestones },
  })
  await circulatedList(app, { addressed: ['NOR'], consultationId: consultation.id })
  await circulatedList(app, { addressed: ['NOR'], consultationId: consultation.id })
  const { coming } = await drafterNorway.does(readHome)
  expect(coming.map((one) => one.label.en)).toEqual(['Sessions', 'Report'])
})

test('whoever acts for no delegation has no such page', async () => {
  expect((await people.staff.ask(readHome)).status).toBe(403)
  expect((await people.adviserOfTwo.ask(readHome)).status).toBe(403)
  await people.adviserOfTwo.actsFor('FJI')
  expect((await people.adviserOfTwo.ask(readHome)).status).toBe(200)
})
