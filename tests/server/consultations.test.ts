import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reformConsultation } from '../../server/seed/sample-lists.ts'
import { addConsultation, changeConsultation, listConsultations, readConsultation } from '../../shared/consultations.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { circulatedList, draftList, openConsultation } from '../support/lists.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

test('staff open a consultation with its track, office and milestones, and everybody addressed or not may read it', async () => {
  const { staff, drafterGhana, administrator } = people
  const body = { commandId: randomUUID(), ...reformConsultation(), reference: 'MR-OPEN' }
  const opened = await staff.does(addConsultation, { body })
  expect(opened.milestones).toEqual(reformConsultation().milestones)
  expect(opened.may).toEqual({ edit: true, addList: true })
  for (const reader of [drafterGhana, administrator]) {
    const seen = await reader.does(readConsultation, { params: { consultationId: opened.id } })
    expect(seen).toMatchObject({ reference: 'MR-OPEN', track: 'management', may: { edit: false, addList: false } })
    const { consultations, may } = await reader.does(listConsultations)
    expect(consultations.map((one) => one.id)).toContain(opened.id)
    expect(may.add).toBe(false)
  }
})

test('only staff open and change consultations', async () => {
  const consultation = await openConsultation(app)
  for (const key of ['headGhana', 'drafterGhana', 'administrator'] as const) {
    const refused = await people[key].ask(addConsultation, {
      body: { commandId: randomUUID(), ...reformConsultation() },
    })
    expect([key, refused.status, refused.body.code]).toEqual([key, 403, 'forbidden'])
    const changing = await people[key].ask(changeConsultation, {
      params: { consultationId: consultation.id },
      ifMatch: consultation.revision,
      body: reformConsultation(),
    })
    expect([key, changing.body.code]).toEqual([key, 'forbidden'])
  }
})

test('of two who change a consultation at once the second is shown what the first wrote', async () => {
  const { staff, secondStaff } = people
  const consultation = await openConsultation(app)
  const { id, revision, reference } = consultation
  const body = { ...reformConsultation(), reference }
  const first = await staff.does(changeConsultation, {
    params: { consultationId: id },
    ifMatch: revision,
    body: { ...body, title: { en: 'Reform of management' } },
  })
  const second = await secondStaff.ask(changeConsultation, {
    params: { consultationId: id },
    ifMatch: revision,
    body: { ...body, title: { en: 'Management' } },
  })
  expect([second.status, second.body.code]).toEqual([409, 'changed_meanwhile'])
  expect(second.body.current).toMatchObject({ title: { en: 'Reform of management' }, revision: first.revision })
  const unseen = await staff.ask(changeConsultation, { params: { consultationId: id }, body })
  expect([unseen.status, unseen.body.code]).toEqual([428, 'precondition_required'])
})

test('no two consultations share a reference', async () => {
  const { reference } = await openConsultation(app)
  const refused = await people.staff.ask(addConsultation, {
    body: { commandId: randomUUID(), ...reformConsultation(), reference },
  })
  expect([refused.status, refused.body.code, refused.body.field]).toEqual([400, 'invalid', 'reference'])
})

test('[P8] a milestone without a date is named by its field', async () => {
  const milestones = [{ id: 'retreat', label: { en: 'Retreat' }, on: 'mid-July' }]
  const refused = await people.staff.ask(addConsultation, {
    body: { commandId: randomUUID(), ...reformConsultation(), reference: 'MR-X', milestones },
  })
  expect([refused.body.code, refused.body.field]).toEqual(['not_a_date', 'milestones.0.on'])
})

test('[P2] a delegation sees the lists addressed to it, and of drafts and figures nothing', async () => {
  const { staff, drafterGhana, drafterNorway, administrator } = people
  const { id: consultationId } = await openConsultation(app)
  const toGhana = await circulatedList(app, { consultationId, addressed: ['GHA', 'SEN'] })
  const draft = await draftList(app, { consultationId })
  const listsFor = async (reader: typeof staff) =>
    (await reader.does(readConsultation, { params: { consultationId } })).lists
  expect((await listsFor(staff)).map((list) => [list.id, list.number, list.figures])).toEqual([
    [toGhana.id, 1, { asked: 2, submitted: 0 }],
    [draft.id, 2, null],
  ])
  expect((await listsFor(drafterGhana)).map((list) => [list.id, list.figures])).toEqual([[toGhana.id, null]])
  expect(await listsFor(drafterNorway)).toEqual([])
  expect(await listsFor(administrator)).toEqual([])
})

test('a consultation that does not exist is not found', async () => {
  const refused = await people.staff.ask(readConsultation, { params: { consultationId: randomUUID() } })
  expect([refused.status, refused.body.code]).toEqual([404, 'not_found'])
})
