import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { changeFinding, listFindings, readFinding } from '../../shared/findings.ts'
import { expectSound, type Tab } from '../support/browser.ts'
import { findingBody } from '../support/findings.ts'
import { picture, Stage } from '../support/journey.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, submits } from '../support/responses.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let stage: Stage
let consultationId: string

beforeAll(async () => {
  stage = await Stage.open()
  const list = await circulatedList(stage.site, { audience: 'participants' })
  consultationId = list.consultationId
  const { headGhana, headNorway } = stage.people
  const answer = 'Recruitment takes two hundred days.\nSimplify the forms first of all.'
  await submits(headGhana, await drafted(headGhana, list, { 1: answer }))
  const quiet = answered('A quiet word on the forms.', { attribution: 'not_for_attribution' })
  await submits(headNorway, await drafted(headNorway, list, { 1: quiet }))
})
afterAll(() => stage?.close())

const TITLE = 'Services reach the field late'
const textbox = (tab: Tab, name: string) => tab.getByRole('textbox', { name, exact: true })
const heading = (tab: Tab, name: string | RegExp) => tab.getByRole('heading', { level: 1, name }).waitFor()

async function save(tab: Tab) {
  await tab.getByRole('button', { name: 'Save', exact: true }).click()
  await tab.getByText('Not saved yet').waitFor({ state: 'detached' })
}

async function publish(staff: Tab, version: number) {
  await staff.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = staff.getByRole('dialog', { name: `Publish as version ${version}` })
  await dialog.getByText('It rests on 1 source.').waitFor()
  await picture(staff, `finding-publish-${version}`)
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await staff.getByText(`Finding 1 is published as version ${version}.`).waitFor()
}

test('A finding is written on what was said, published, read by a delegation, revised, and the difference is read', async () => {
  const irt = await stage.at('irt', '/', { expected: [/findings\/[\w-]+ answered 409$/] })
  await irt.getByRole('link', { name: 'Management reform' }).first().click()
  await irt.getByText('There are no findings yet.').waitFor()
  await irt.getByRole('link', { name: 'All findings' }).click()
  await irt.getByRole('button', { name: 'Begin a finding' }).click()
  await heading(irt, 'Finding 1, without a title')

  await textbox(irt, 'Title').fill(TITLE)
  await textbox(irt, 'Text (English)').fill('Support reaches missions late.')
  await irt.getByRole('searchbox', { name: 'Search in what was said' }).fill('forms')
  await irt.keyboard.press('Enter')
  await irt
    .getByRole('listitem')
    .filter({ hasText: 'Simplify' })
    .getByRole('button', { name: 'Cite', exact: true })
    .click()
  // What is not for attribution waits until the list is closed, and never has a name here.
  expect(await irt.getByText(/quiet word|Norway/).count()).toBe(0)
  await irt.getByRole('button', { name: 'Cite: paragraph 2' }).click()
  await save(irt)
  await picture(irt, 'finding-written')
  await expectSound(irt, 'a finding being written')

  // Staff read it where the Review Team writes it, and publish.
  const staff = await stage.at('staff', `/consultations/${consultationId}/findings`)
  await staff.getByRole('link', { name: TITLE }).click()
  await publish(staff, 1)

  // A delegation finds it in the consultation, with the passage it rests on.
  const ghana = await stage.at('headGhana', '/consultations')
  await ghana.getByRole('link', { name: 'Management reform' }).first().click()
  await picture(ghana, 'consultation-of-delegation')
  await ghana.getByRole('link', { name: TITLE }).click()
  await heading(ghana, `1. ${TITLE}`)
  await ghana.getByText('Support reaches missions late.').waitFor()
  const sources = ghana.getByRole('region', { name: 'What it rests on' })
  await sources.getByText('Simplify the forms first of all.').waitFor()
  expect(await sources.getByText('two hundred days').count()).toBe(0)
  await picture(ghana, 'finding-read')
  await expectSound(ghana, 'a finding as a delegation reads it')

  // Both write the next version at once: whoever is later chooses, and nothing typed is lost.
  await textbox(irt, 'Text (English)').fill('Support reaches most missions late.')
  await textbox(irt, 'What changes against version 1').fill('It is not every mission.')
  const [finding] = (await stage.people.staff.does(listFindings, { params: { consultationId } })).findings
  const params = { findingId: finding?.id ?? '' }
  const { revision, draft } = await stage.people.staff.does(readFinding, { params })
  const citations = (draft?.rests ?? []).map(({ thing: { kind, id }, passage }) => ({ source: { kind, id }, passage }))
  const body = findingBody({ title: { en: 'Written by somebody else' }, citations })
  await stage.people.staff.does(changeFinding, { params, body, ifMatch: revision })
  await irt.getByText('Somebody else has saved this finding since you began.').waitFor()
  await irt.getByRole('button', { name: 'Save', exact: true }).click()
  await irt.getByText('Somebody else has saved this finding meanwhile').waitFor()
  await picture(irt, 'finding-meanwhile')
  await irt.getByRole('button', { name: 'Save mine' }).click()
  await irt.getByText('Not saved yet').waitFor({ state: 'detached' })
  expect(await textbox(irt, 'Title').inputValue()).toBe(TITLE)

  // Who leaves the page leaves nothing unsaved behind.
  await textbox(irt, 'What changes against version 1').fill('It is not every mission.\nNothing else.')
  await irt.getByRole('link', { name: /· Findings$/ }).click()
  await heading(irt, 'Findings')
  await irt.getByRole('link', { name: TITLE }).click()
  await heading(irt, TITLE)
  expect(await textbox(irt, 'What changes against version 1').inputValue()).toContain('Nothing else.')
  expect(await irt.getByText('Not saved yet').count()).toBe(0)

  // The new version tells itself to who is reading the old one, and shows what differs.
  await staff.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await publish(staff, 2)
  await ghana.getByRole('link', { name: 'version 2', exact: true }).click()
  await ghana.getByText('It is not every mission.').waitFor()
  await ghana.getByText('Show what differs from version 1').click()
  await ghana.locator('ins', { hasText: 'most' }).waitFor()
  await picture(ghana, 'finding-difference')
  await expectSound(ghana, 'a finding compared with its version before')
  stage.expectQuiet()
})
