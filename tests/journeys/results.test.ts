import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { changeMeasure, listMeasures } from '../../shared/measures.ts'
import { closeList } from '../../shared/question-lists.ts'
import { addNote, handOverRecord } from '../../shared/records.ts'
import { listSummaries } from '../../shared/reports.ts'
import { keepRecord, moveSession, readSession } from '../../shared/sessions.ts'
import { expectSound, type Tab } from '../support/browser.ts'
import { picture, Stage, wordsOf } from '../support/journey.ts'
import { circulatedList } from '../support/lists.ts'
import { readPdf } from '../support/pdf.ts'
import { answered, drafted, submits } from '../support/responses.ts'
import { addedMeasure, citing, measureBody, publishedFinding } from '../support/results.ts'
import { giveRoles, openedSession } from '../support/sessions.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const SAID = 'Simplify the forms first of all.'
const SEALED = 'A quiet word on the forms.'
const MEASURE = 'Set out in one public table who may decide what'
const SUMMED = 'Forms were found to be too long.'
const SUMMARY = 'What delegations said of procedures'
const PARAGRAPH = 'Authority will be given to those who answer for results.'

let stage: Stage
let consultationId = ''
let listId = ''

beforeAll(async () => {
  stage = await Stage.open()
  const list = await circulatedList(stage.site, { audience: 'participants' })
  const { headGhana, headNorway, staff } = stage.people
  await submits(headGhana, await drafted(headGhana, list, everything()))
  const sealed = answered(SEALED, { attribution: 'not_for_attribution' })
  await submits(headNorway, await drafted(headNorway, list, { 1: sealed }))
  await staff.does(closeList, { params: { listId: list.id }, body: { commandId: randomUUID() } })
  const [answer] = await stage.site.sql<{ id: string }>(
    `select id from contributions where blocks::text like '%Simplify%'`,
  )
  consultationId = list.consultationId
  listId = list.id
  await publishedFinding(staff, consultationId, [citing('answer', answer?.id ?? '')], 'Procedures are too long')
})
afterAll(() => stage?.close())

/** An answer to each of the thirteen questions, as long as answers are. */
const everything = () =>
  Object.fromEntries(
    Array.from({ length: 13 }, (_, index) => [
      index + 1,
      index === 0 ? SAID : 'Delegate more to the field. '.repeat(1 + index * 4),
    ]),
  )

const textbox = (tab: Tab, name: string) => tab.getByRole('textbox', { name, exact: true })
const button = (tab: Tab, name: string | RegExp) => tab.getByRole('button', { name, exact: typeof name === 'string' })
const dialog = (tab: Tab) => tab.getByRole('dialog')

test('What a delegation said is carried into a measure and a paragraph, and read there and back by the delegation', async () => {
  const staff = await stage.at('staff', `/consultations/${consultationId}`, {
    expected: [/measures\/[\w-]+ answered (409|412|422)$/, /measures answered 400$/, /set-aside answered 409$/],
  })
  await staff.getByRole('heading', { name: 'Plan and report' }).waitFor()
  await staff.getByRole('link', { name: 'Action plan' }).click()
  await staff.getByText('There are no measures yet.').waitFor()
  await expectSound(staff, 'an action plan without measures')

  // A measure that answers a finding.
  await button(staff, 'Add a measure').click()
  await textbox(staff, 'Measure').fill(MEASURE)
  await staff.getByLabel('Carried out by').fill('Department of Management')
  await staff.getByLabel(/^Due/).fill('2017-09-31')
  await button(staff, 'Cite').click()
  await expectSound(staff, 'a measure being written')
  await button(staff, 'Keep the measure').click()
  // No such day: told at the field, nothing typed is lost.
  await staff.getByText('There is one thing to correct').waitFor()
  expect(await textbox(staff, 'Measure').inputValue()).toBe(MEASURE)
  await picture(staff, 'measure-to-correct', false)
  await staff.getByLabel(/^Due/).fill('2017-09')
  await button(staff, 'Keep the measure').click()
  await dialog(staff).waitFor({ state: 'detached' })
  await staff.getByText('Measures: 1. Late: 1. Held up: 0. Not published: 1.').waitFor()

  // A second that waits for it; the first cannot wait for the second.
  await addedMeasure(stage.people.staff, consultationId, {
    title: { en: 'Train those who take over authority' },
    needs: [await firstMeasure()],
  })
  await staff.getByText('Measures: 2. Late: 2. Held up: 1.').waitFor()
  await button(staff, 'Change: measure 1').click()
  await staff.getByRole('combobox', { name: 'Waits for' }).fill('train')
  await staff.getByRole('option', { name: /Train those/ }).waitFor()
  await staff.keyboard.press('Enter')
  await button(staff, 'Keep the measure').click()
  await staff.getByText('These measures would wait for one another in a ring.').first().waitFor()
  await staff.getByText('Measure 1 (Set out').first().waitFor()
  await picture(staff, 'measure-ring', false)
  await expectSound(staff, 'a ring of measures refused')
  await dialog(staff).getByRole('listitem').filter({ hasText: 'Train those' }).getByRole('button').click()

  // Somebody else changes it meanwhile: theirs is shown, mine is kept.
  await textbox(staff, 'Text (optional)').fill('Published on one page.')
  await changedByAnother()
  await staff.getByText('Somebody has changed it meanwhile.').waitFor()
  expect(await textbox(staff, 'Text (optional)').inputValue()).toBe('Published on one page.')
  await picture(staff, 'measure-meanwhile', false)
  await button(staff, 'I have read it; go on with mine').click()
  await button(staff, 'Keep the measure').click()
  await dialog(staff).waitFor({ state: 'detached' })

  await button(staff, 'Say how far it is: measure 1').click()
  await staff.getByRole('radio', { name: 'Under way' }).check()
  await textbox(staff, 'Note (optional)').fill('The table is with the departments.')
  await expectSound(staff, 'the state of a measure')
  await button(staff, 'Keep this status').click()
  await dialog(staff).waitFor({ state: 'detached' })
  await button(staff, /^Publish all not yet published/).click()
  await picture(staff, 'plan-to-publish', false)
  await button(staff, 'Publish').click()
  await staff.getByText('Every delegation reads the action plan now.').waitFor()
  await picture(staff, 'plan-staff')
  await expectSound(staff, 'the action plan of staff')

  // The answers are summed up: what was said, with the words it rests on.
  await staff.goto(`/consultations/${consultationId}`)
  await staff.getByRole('link', { name: 'Begin a summary' }).click()
  await staff.getByRole('heading', { level: 1, name: 'Begin a summary' }).waitFor()
  await staff.getByLabel('What it sums up').selectOption({ index: 1 })
  await textbox(staff, 'Title of the summary').fill(SUMMARY)
  await picture(staff, 'summary-to-begin')
  await expectSound(staff, 'a summary to be begun')
  await button(staff, 'Begin a summary').click()
  await staff.getByText('There is nothing in the summary yet.').waitFor()
  await expectSound(staff, 'a summary without paragraphs')
  await button(staff, 'Add a paragraph').click()
  await textbox(staff, 'Text (English)').fill(SUMMED)
  // What was said alone is offered.
  expect(await staff.getByLabel('Where').locator('option').first().textContent()).toBe('Everything that was said')
  const offered = dialog(staff).getByRole('listitem').filter({ hasText: SAID })
  await offered.getByRole('button', { name: 'Cite', exact: true }).click()
  await offered.getByRole('button', { name: 'Cite: the whole' }).click()
  await picture(staff, 'summary-paragraph-being-written', false)
  await expectSound(staff, 'a paragraph of a summary being written')
  await button(staff, 'Keep').click()
  await dialog(staff).waitFor({ state: 'detached' })
  await staff.getByText('Every paragraph rests on something').waitFor()
  await picture(staff, 'summary-being-written')
  await button(staff, 'Make the summary final').click()
  // Of this list alone: what nobody has decided on.
  await staff.getByText('Nothing is said yet of what becomes of these.').waitFor()
  await picture(staff, 'summary-to-be-final', false)
  await expectSound(staff, 'a summary to be made final')
  await dialog(staff).getByRole('button', { name: 'Make the summary final' }).click()
  await staff.getByText('Every delegation reads the summary now.').waitFor()

  // The Review Team writes the report.
  const irt = await stage.at('irt', `/consultations/${consultationId}/report`)
  await irt.getByLabel(/^Title of the report/).fill('Shifting the management paradigm')
  await button(irt, 'Begin the outline').click()
  await irt.getByText('There is nothing in the outline yet.').waitFor()
  await button(irt, 'Add a heading').click()
  await textbox(irt, 'Text (English)').fill('Who decides')
  await button(irt, 'Keep').click()
  await dialog(irt).waitFor({ state: 'detached' })
  await button(irt, 'Add a paragraph').click()
  await textbox(irt, 'Text (English)').fill(PARAGRAPH)
  await irt.getByLabel('Where').selectOption({ label: 'Measures' })
  await irt.getByRole('listitem').filter({ hasText: MEASURE }).getByRole('button', { name: 'Cite' }).click()
  await irt.getByLabel('Where').selectOption({ label: 'Paragraphs of summaries' })
  await irt.getByText(SUMMARY).click()
  await irt.getByRole('listitem').filter({ hasText: SUMMED }).getByRole('button', { name: 'Cite' }).click()
  await picture(irt, 'paragraph-being-written', false)
  await expectSound(irt, 'a paragraph being written')
  await button(irt, 'Keep').click()
  await dialog(irt).waitFor({ state: 'detached' })
  await irt.getByText('Every paragraph rests on something').waitFor()
  await picture(irt, 'report-being-written')
  await expectSound(irt, 'the outline of the report')

  // Before it is published, what nobody has decided on is named, and set aside with a reason.
  await staff.goto(`/consultations/${consultationId}/report`)
  await button(staff, 'Publish the report').click()
  await staff.getByText('Nothing is said yet of what becomes of these.').waitFor()
  await picture(staff, 'report-to-publish', false)
  await expectSound(staff, 'a report to be published')
  await staff.getByRole('link', { name: 'Decide on them' }).click()
  // The dialog that is left names the same words.
  await staff.getByRole('heading', { level: 1, name: 'What has not been decided on' }).waitFor()
  const sealed = staff.getByRole('listitem').filter({ hasText: SEALED })
  await sealed.waitFor()
  await picture(staff, 'undecided')
  await expectSound(staff, 'what has not been decided on')
  await sealed.getByRole('button', { name: 'Set aside' }).click()
  await dialog(staff).getByRole('button', { name: 'Set aside' }).click()
  await dialog(staff).getByText('Please give the reason').waitFor()
  await textbox(staff, 'Reason').fill('It is covered by the review of forms under way.')
  await dialog(staff).getByRole('button', { name: 'Set aside' }).click()
  await sealed.waitFor({ state: 'detached' })
  await staff.goto(`/consultations/${consultationId}/report`)
  await button(staff, 'Publish the report').click()
  await button(staff, 'Publish').click()
  await staff.getByText('Every delegation reads the report now.').waitFor()

  // The delegation: from its response to where its answer went, by keyboard, and back.
  const ghana = await stage.at('headGhana', `/lists/${listId}`)
  await ghana.getByRole('link', { name: 'What became of these answers' }).click()
  await ghana.getByRole('heading', { level: 1, name: 'What became of what we said' }).waitFor()
  await ghana.getByText('Said: 13. Taken up: 1. Not decided yet: 12.').waitFor()
  await picture(ghana, 'own-traces')
  await expectSound(ghana, 'what became of what a delegation said')
  const own = ghana.getByRole('listitem').filter({ hasText: SAID })
  await own.getByText('Taken up').waitFor()
  await own.getByRole('link', { name: /^Finding 1/ }).waitFor()
  await own.getByRole('link', { name: /^Measure 1/ }).waitFor()
  await ghana.getByRole('listitem').filter({ hasText: 'Delegate more' }).first().getByText('Not decided yet').waitFor()
  await own.getByRole('link', { name: 'Paragraph 1 of the report' }).focus()
  await ghana.keyboard.press('Enter')
  await ghana.getByRole('heading', { level: 1, name: 'Paragraph 1 of the report' }).waitFor()
  await ghana.getByText(PARAGRAPH).waitFor()
  await picture(ghana, 'trace-of-paragraph')
  await expectSound(ghana, 'a paragraph with what it rests on')
  await ghana
    .getByRole('link', { name: /^Finding 1/ })
    .first()
    .click()
  await ghana.getByRole('heading', { level: 1, name: 'Finding 1, version 1' }).waitFor()
  await ghana.getByText(SAID).waitFor()
  await picture(ghana, 'trace-of-finding')
  await ghana.goBack()
  await ghana.getByRole('link', { name: 'Open it in its place' }).click()
  await ghana.getByText('What it rests on (2)').click()
  await picture(ghana, 'report-delegate')
  await expectSound(ghana, 'the report as a delegation reads it')
  await ghana.goBack()
  await ghana.goBack()
  // By way of the summary, which it reads as a whole.
  await own.getByRole('link', { name: `Paragraph 1 of the summary: ${SUMMARY}` }).click()
  await ghana.getByRole('heading', { level: 1, name: 'Paragraph 1 of a summary' }).waitFor()
  await ghana.getByText(SAID).waitFor()
  await expectSound(ghana, 'a paragraph of a summary with what it rests on and what became of it')
  await ghana.getByRole('link', { name: 'Open it in its place' }).click()
  await ghana.getByRole('heading', { level: 1, name: SUMMARY }).waitFor()
  await ghana.getByText('What it rests on (1)').click()
  await picture(ghana, 'summary-delegate')
  await expectSound(ghana, 'a summary as a delegation reads it')
  await ghana.goBack()
  await ghana.goBack()
  await own.getByText('Taken up').waitFor()
  expect(await ghana.content()).not.toContain(SEALED)

  const norway = await stage.at('headNorway', '/traces/own')
  await norway.getByText('It is covered by the review of forms under way.').waitFor()
  await norway.getByRole('listitem').getByText('Set aside').waitFor()
  await norway.goto(`/consultations/${consultationId}/measures`)
  await norway.getByRole('heading', { name: `Measure 1: ${MEASURE}` }).waitFor()
  await norway.getByText('History of its status (2)').click()
  await norway.getByText('The table is with the departments.').waitFor()
  await picture(norway, 'plan-delegate')
  await expectSound(norway, 'the action plan as a delegation reads it')
  stage.expectQuiet()
  await stage.clear()
})

test('From the record of a session its points are taken into a summary in one step, and a draft can be discarded', async () => {
  const s = await openedSession(stage.site, { consultationId, items: 1 })
  const params = { sessionId: s.sessionId }
  const command = () => ({ commandId: randomUUID() })
  await giveRoles(await s.chair.does(readSession, { params }), s.chair, [{ who: s.moderator, role: 'rapporteur' }])
  await s.chair.does(keepRecord, { params, body: { kept: true } })
  await s.moderator.does(addNote, {
    params: { itemId: s.itemId },
    body: { ...command(), text: 'Training was called for.', sources: [] },
  })
  await s.chair.does(moveSession, { params, body: { ...command(), from: 'open', to: 'closed' } })
  await s.moderator.does(handOverRecord, { params, body: command() })

  const staff = await stage.at('staff', `/sessions/${s.sessionId}/record`)
  await staff.getByRole('link', { name: 'Write the summary from these points' }).focus()
  await staff.keyboard.press('Enter')
  await staff.getByRole('heading', { level: 1, name: 'Begin a summary' }).waitFor()
  expect(await staff.getByRole('checkbox', { name: /^Begin with the points/ }).isChecked()).toBe(true)
  expect(await textbox(staff, 'Title of the summary').inputValue()).toBe('Brainstorming on management reform')
  await expectSound(staff, 'a summary of a session to be begun')
  await textbox(staff, 'Title of the summary').press('Enter')
  await staff.getByRole('listitem').filter({ hasText: 'Training was called for.' }).waitFor()
  await staff.getByText('Every paragraph rests on something').waitFor()
  await picture(staff, 'summary-from-points')
  await expectSound(staff, 'a summary from the points of a record')
  await button(staff, 'Discard the draft').click()
  await expectSound(staff, 'a draft to be discarded')
  await dialog(staff).getByRole('button', { name: 'Discard the draft' }).click()
  await staff.getByText('The draft has been discarded.').waitFor()
  await staff.getByRole('heading', { name: 'Plan and report' }).waitFor()
  await staff.getByRole('link', { name: SUMMARY }).waitFor()
  await picture(staff, 'consultation-with-summary')
  expect(await staff.getByRole('link', { name: 'Brainstorming on management reform' }).count()).toBe(1)
  stage.expectQuiet()
  await stage.clear()
})

test('The tracks, the plan and the list are read in Arabic on a phone, and the list prints on two pages', async () => {
  const traces = await wordsOf('traces', 'ar')
  const phone = { locale: 'ar', viewport: { width: 360, height: 740 } }
  await stage.site.sql('update people set language = $1', ['ar'])
  const ghana = await stage.at('headGhana', '/tracks', phone)
  await ghana.getByRole('heading', { level: 1, name: traces.tracks_title ?? '' }).waitFor()
  await ghana.getByRole('heading', { level: 2, name: traces.on_track_management ?? '' }).waitFor()
  await picture(ghana, 'tracks-arabic-phone')
  await expectSound(ghana, 'the tracks in Arabic on a phone')
  // Cards for the eye, and nothing scrolls sideways; still a table for whoever hears it.
  await ghana.getByRole('table').first().getByRole('columnheader').first().waitFor()
  expect(
    await ghana.evaluate(() =>
      [...document.querySelectorAll('.tracks-line, .table-frame')].every(
        (box) => box.scrollWidth <= box.clientWidth + 1,
      ),
    ),
  ).toBe(true)
  for (const [address, name] of [
    ['/traces/own', 'own-traces'],
    [`/consultations/${consultationId}/measures`, 'plan'],
    [`/consultations/${consultationId}/report`, 'report'],
    [`/summaries/${await firstSummary()}`, 'summary'],
  ] as const) {
    await ghana.goto(address)
    await ghana.locator('h1').waitFor()
    await picture(ghana, `${name}-arabic-phone`)
    await expectSound(ghana, `${address} in Arabic on a phone`)
  }
  await ghana.goto('/traces/own')
  await ghana.locator('h1').waitFor()
  expect((await readPdf(await ghana.pdf())).pages.length).toBeLessThanOrEqual(2)
  const staff = await stage.at('staff', `/consultations/${consultationId}/measures`, phone)
  await picture(staff, 'plan-staff-arabic-phone')
  await expectSound(staff, 'the plan of staff in Arabic on a phone')
  for (const [address, name] of [
    [`/summaries/${await firstSummary()}`, 'summary-staff'],
    [`/consultations/${consultationId}/summaries/new`, 'summary-begin'],
  ] as const) {
    await staff.goto(address)
    await staff.locator('h1').waitFor()
    await picture(staff, `${name}-arabic-phone`)
    await expectSound(staff, `${address} in Arabic on a phone`)
  }
  await staff.setViewportSize({ width: 1280, height: 900 })
  await staff.goto('/tracks')
  await staff.locator('h1').waitFor()
  await picture(staff, 'tracks-arabic-wide')
  await expectSound(staff, 'the tracks in Arabic')
  stage.expectQuiet()
})

async function firstMeasure(): Promise<string> {
  const { measures } = await stage.people.staff.does(listMeasures, { params: { consultationId } })
  return measures.find(({ number }) => number === 1)?.id ?? ''
}

async function firstSummary(): Promise<string> {
  const { summaries } = await stage.people.staff.does(listSummaries, { params: { consultationId } })
  return summaries[0]?.id ?? ''
}

async function changedByAnother() {
  const { measures } = await stage.people.staff.does(listMeasures, { params: { consultationId } })
  const first = measures.find(({ number }) => number === 1)
  await stage.people.staff.does(changeMeasure, {
    params: { measureId: first?.id ?? '' },
    ifMatch: first?.revision ?? 0,
    body: measureBody({ due: '2017-09', text: { en: 'Written by somebody else.' } }),
  })
}
