import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { changeFinding, listFindings, readFinding } from '../../shared/findings.ts'
import { NEW_YORK } from '../../shared/house-style.ts'
import { changeMeasure, listMeasures } from '../../shared/measures.ts'
import { closeList } from '../../shared/question-lists.ts'
import { addNote, handOverRecord } from '../../shared/records.ts'
import { wallTime } from '../../shared/rules/deadlines.ts'
import { keepRecord, moveSession, readSession } from '../../shared/sessions.ts'
import { breakoutsIn } from '../support/breakouts.ts'
import { expectSound, type Tab } from '../support/browser.ts'
import { findingBody } from '../support/findings.ts'
import { picture, Stage, wordsOf } from '../support/journey.ts'
import { circulatedList, delegationIds } from '../support/lists.ts'
import { readPdf } from '../support/pdf.ts'
import { answered, drafted, submits } from '../support/responses.ts'
import { addedMeasure, measureBody } from '../support/results.ts'
import { giveRoles, openedSession } from '../support/sessions.ts'

// One story in the order of its tests: what was said to a list and in a retreat, until the delegations read what became of it.
// Pages as they stand are looked at in pages.test.ts; here what somebody does on them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const SAID = 'Simplify the forms first of all.'
const SEALED = 'A quiet word on the forms.'
const TITLE = 'Services reach the field late'
const IDEA = 'Let those decide who deliver.'
const POINT = 'Decisions should be taken closer to delivery.'
const DISSENT = 'We would not name who decides.'
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
  consultationId = list.consultationId
  listId = list.id
  const { headGhana, headNorway } = stage.people
  await submits(headGhana, await drafted(headGhana, list, everything()))
  const sealed = answered(SEALED, { attribution: 'not_for_attribution' })
  await submits(headNorway, await drafted(headNorway, list, { 1: sealed }))
})
afterAll(() => stage?.close())

/** An answer to each of the thirteen questions, as long as answers are. */
const everything = () =>
  Object.fromEntries(
    Array.from({ length: 13 }, (_, index) => [
      index + 1,
      index === 0
        ? `Recruitment takes two hundred days.\n${SAID}`
        : 'Delegate more to the field. '.repeat(1 + index * 4),
    ]),
  )

const textbox = (tab: Tab, name: string) => tab.getByRole('textbox', { name, exact: true })
const button = (tab: Pick<Tab, 'getByRole'>, name: string | RegExp) =>
  tab.getByRole('button', { name, exact: typeof name === 'string' })
const dialog = (tab: Tab) => tab.getByRole('dialog')
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
  stage.expectQuiet()
  await stage.clear()
})

test('It is put to a retreat: a group brings a point of it back, and three delegations say what they think of it', async () => {
  const { people, site } = stage
  await people.staff.does(closeList, { params: { listId }, body: { commandId: randomUUID() } })
  await site.sql("update people set language = 'en' where email = any ($1)", [
    [people.headEgypt.who.email, people.secondStaff.who.email],
  ])
  const staff = await stage.at('staff', `/consultations/${consultationId}`)
  await staff.getByRole('link', { name: 'Prepare a retreat' }).click()
  await textbox(staff, 'Title').fill('Informal retreat on management reform')
  await staff.getByLabel('Place', { exact: false }).first().fill('Manhasset')
  for (const [legend, days] of [
    ['Feedback opens', -1],
    ['Feedback closes', 5],
  ] as const) {
    const [day = '', time = ''] = wallTime(new Date(Date.now() + days * 86_400_000), NEW_YORK).split('T')
    const group = staff.getByRole('group', { name: legend })
    await group.getByLabel('Day').fill(day)
    await group.getByLabel('Time', { exact: true }).fill(time.slice(0, 5))
  }
  await button(staff, 'Add the finding left').click()
  for (const name of ['Egypt', 'Ghana', 'Norway']) {
    await staff.getByLabel('Find a delegation').fill(name)
    await staff.getByRole('checkbox', { name, exact: true }).check()
  }
  await button(staff, 'Save').click()
  await button(staff, 'Announce the retreat').click()
  await button(dialog(staff), 'Announce the retreat').click()
  await staff.getByText('The retreat has been announced.').waitFor()

  // A group meets, with a member of the Review Team to moderate it and a rapporteur.
  const retreatId = new URL(staff.url()).pathname.split('/')[2] ?? ''
  const [finding] = (await people.staff.does(listFindings, { params: { consultationId } })).findings
  const { id: findingId = '', versionId, version = 0 } = finding ?? {}
  const { groups, chair, rapporteur } = await breakoutsIn(
    {
      retreatId,
      consultationId,
      findings: [{ findingId, versionId: versionId ?? '', version }],
      people,
      ids: Object.fromEntries(
        await Promise.all(['GHA', 'EGY', 'NOR'].map(async (code) => [code, (await delegationIds(site, [code]))[0]])),
      ),
    },
    { groups: [['GHA', 'EGY'], ['NOR']] },
  )
  const { sessionId } = groups[0]!
  await giveRoles(await chair.does(readSession, { params: { sessionId } }), chair, [
    { who: people.irt, role: 'moderator' },
    { who: rapporteur, role: 'rapporteur' },
  ])
  const room = `/sessions/${sessionId}/room`
  const ghana = await stage.at('headGhana', room)
  const moderator = await stage.at('irt', room)
  const reporter = await stage.at('secondStaff', room)
  await button(moderator, 'Take up item 1').click()
  await button(moderator, 'Open for silent writing').click()
  await ghana.getByLabel(/^Your idea/).fill(IDEA)
  await button(ghana, 'Write the idea').click()
  await ghana.getByText('The idea has been written.').first().waitFor()
  await button(moderator, 'Reveal the ideas').click()
  const points = reporter.getByRole('group', { name: 'Points of the group' })
  await button(points, 'Add a point to item 1').click()
  await points.getByLabel('Text of the point', { exact: true }).fill(POINT)
  await points.getByText('What it rests on', { exact: true }).click()
  await points.getByRole('checkbox', { name: IDEA }).check()
  await button(points, 'Save the point').click()
  await reporter.getByText(POINT).first().waitFor()
  await button(points, 'Put the points to the group').click()
  await ghana.getByRole('radio', { name: /^Signs/ }).check()
  await button(ghana, 'Sign').click()
  await ghana.getByText('Ghana has signed.').first().waitFor()
  const egypt = await stage.at('headEgypt', room)
  await egypt.getByRole('radio', { name: /^Notes dissent/ }).check()
  await egypt.getByLabel('The dissent in your words').fill(DISSENT)
  await button(egypt, 'Note the dissent').click()
  await reporter.getByText(DISSENT).first().waitFor()
  await button(points, 'End the signing').click()
  await button(dialog(reporter), 'End the signing').click()
  await button(points, 'Bring the points to the plenary').click()
  await ghana.getByText('Brought to the plenary').first().waitFor()

  // In writing: two by name and one without.
  const norway = await stage.at('headNorway', '/')
  for (const [tab, name, stance, attribution] of [
    [ghana, 'Ghana', /^Support(?! with)/, 'By name'],
    [egypt, 'Egypt', 'Concern', 'By name'],
    [norway, 'Norway', 'Concern', 'Not for attribution'],
  ] as const) {
    await tab.goto(`/retreats/${retreatId}/feedback/${findingId}`)
    await tab.getByRole('radio', { name: stance }).check()
    await tab.getByRole('textbox', { name: 'Reasons and remarks' }).fill(`So it looks to the field: ${attribution}.`)
    await tab.getByRole('radio', { name: attribution }).check()
    await button(tab, `Give it for ${name}`).click()
    await tab.getByText('It has been given').waitFor()
  }
  await staff.goto(`/retreats/${retreatId}/feedback/${findingId}`)
  for (const name of ['Ghana', 'Egypt', 'Norway']) await staff.getByRole('article', { name }).waitFor()
  await moderator.goto(`/retreats/${retreatId}/feedback/${findingId}`)
  await moderator.getByRole('article', { name: 'Egypt' }).waitFor()
  expect(await moderator.getByRole('article', { name: 'Norway' }).count()).toBe(0)
  stage.expectQuiet()
  await stage.clear()
})

test('What a delegation said is carried into a measure and a paragraph, and read there and back by the delegation', async () => {
  const staff = await stage.at('staff', `/consultations/${consultationId}`, {
    expected: [/measures\/[\w-]+ answered (409|412|422)$/, /measures answered 400$/, /set-aside answered 409$/],
  })
  await staff.getByRole('heading', { name: 'Plan and report' }).waitFor()
  await staff.getByRole('link', { name: 'Action plan' }).click()
  await staff.getByText('There are no measures yet.').waitFor()

  // A measure that answers a finding.
  await button(staff, 'Add a measure').click()
  await textbox(staff, 'Measure').fill(MEASURE)
  await staff.getByLabel('Carried out by').fill('Department of Management')
  await staff.getByLabel(/^Due/).fill('2017-09-31')
  await button(staff, 'Cite').click()
  // It answers a group of the retreat too: the point it brought back, and the idea that stands behind it.
  for (const [where, words] of [
    ['Rapporteurs’ points', POINT],
    ['Ideas', IDEA],
  ] as const) {
    await staff.getByLabel('Where').selectOption({ label: where })
    const offered = dialog(staff)
      .getByRole('listitem')
      .filter({ hasText: words })
      .filter({ has: button(staff, 'Cite') })
    await button(offered, 'Cite').click()
    await button(dialog(staff), 'Cite: the whole').click()
  }
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
  await ghana
    .getByRole('link', { name: /^Finding 1/ })
    .first()
    .click()
  await ghana.getByRole('heading', { level: 1, name: 'Finding 1, version 2' }).waitFor()
  await ghana.getByText(SAID).waitFor()
  await picture(ghana, 'trace-of-finding')
  await ghana.goBack()
  await ghana.getByRole('link', { name: 'Open it in its place' }).click()
  await ghana.getByText('What it rests on (2)').click()
  await picture(ghana, 'report-delegate')
  await ghana.goBack()
  await ghana.goBack()
  // By way of the summary, which it reads as a whole.
  await own.getByRole('link', { name: `Paragraph 1 of the summary: ${SUMMARY}` }).click()
  await ghana.getByRole('heading', { level: 1, name: 'Paragraph 1 of a summary' }).waitFor()
  await ghana.getByText(SAID).waitFor()
  await ghana.getByRole('link', { name: 'Open it in its place' }).click()
  await ghana.getByRole('heading', { level: 1, name: SUMMARY }).waitFor()
  await ghana.getByText('What it rests on (1)').click()
  await picture(ghana, 'summary-delegate')
  await ghana.goBack()
  await ghana.goBack()
  await own.getByText('Taken up').waitFor()
  // What it said in the retreat stands beside it.
  await ghana.goto('/traces/own')
  const idea = ghana.getByRole('listitem').filter({ hasText: IDEA })
  await idea.getByText('Taken up').waitFor()
  await idea
    .getByRole('link', { name: /^Measure 1/ })
    .first()
    .waitFor()
  await ghana.getByText('So it looks to the field: By name.').waitFor()
  for (const words of [SEALED, 'Not for attribution.']) expect(await ghana.content()).not.toContain(words)

  const norway = await stage.at('headNorway', '/traces/own')
  await norway.getByText('It is covered by the review of forms under way.').waitFor()
  await norway.getByRole('listitem').getByText('Set aside').waitFor()
  await norway.goto(`/consultations/${consultationId}/measures`)
  await norway.getByRole('heading', { name: `Measure 1: ${MEASURE}` }).waitFor()
  await norway.getByText('History of its status (2)').click()
  await norway.getByText('The table is with the departments.').waitFor()
  await picture(norway, 'plan-delegate')
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

test('The list of what became of it and the tracks are read in Arabic on a phone, and the list prints on two pages', async () => {
  const traces = await wordsOf('traces', 'ar')
  await stage.site.sql('update people set language = $1', ['ar'])
  const phone = { locale: 'ar', viewport: { width: 360, height: 740 } }
  const ghana = await stage.at('headGhana', '/traces/own', phone)
  await ghana.getByRole('heading', { level: 1, name: traces.became_title ?? '' }).waitFor()
  await picture(ghana, 'own-traces-arabic-phone')
  expect((await readPdf(await ghana.pdf())).pages.length).toBeLessThanOrEqual(2)
  await ghana.goto('/tracks')
  await ghana.getByRole('heading', { level: 2, name: traces.on_track_management ?? '' }).waitFor()
  // Cards for the eye, and nothing scrolls sideways; still a table for whoever hears it.
  await ghana.getByRole('table').first().getByRole('columnheader').first().waitFor()
  expect(
    await ghana.evaluate(() =>
      [...document.querySelectorAll('.tracks-line, .table-frame')].every(
        (box) => box.scrollWidth <= box.clientWidth + 1,
      ),
    ),
  ).toBe(true)
  stage.expectQuiet()
})

async function firstMeasure(): Promise<string> {
  const { measures } = await stage.people.staff.does(listMeasures, { params: { consultationId } })
  return measures.find(({ number }) => number === 1)?.id ?? ''
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
