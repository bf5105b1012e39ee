import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { castPerson } from '../../server/seed/cast.ts'
import { deadlineIn } from '../../server/seed/sample-lists.ts'
import type { ExportFormat } from '../../shared/exports.ts'
import type { ListView } from '../../shared/question-lists.ts'
import { expectSound, signInAt, type Tab } from '../support/browser.ts'
import { textIn } from '../support/exports.ts'
import { editorOf, paste, pattern, picture, Stage, saved, wordsOf } from '../support/journey.ts'
import { draftList } from '../support/lists.ts'

vi.setConfig({ testTimeout: 120_000 })

const OPEN_WORDS = 'Reporting lines should be shorter, and each of them known.'
const SEALED_WORDS = 'Posts were kept vacant without our being told.'
const ARABIC_WORDS = 'ينبغي أن تكون التقارير أقصر وأقل عددا.'

/** As Word puts it on the clipboard: its own styles, a list made of paragraphs, and a picture. */
const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-family:Calibri}</style></head><body>
<p class=MsoNormal><span style='color:red;font-size:18pt'>${SEALED_WORDS}</span><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>First, <b>candour</b>.</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>Second, time.</p>
<img src="file:///c:/secret.png"></body></html>`

let stage: Stage
let list: ListView

beforeAll(async () => {
  stage = await Stage.open()
  list = await draftList(stage.site, { deadline: null })
})
afterAll(() => stage?.close())

test('From a circulated question to an exported summary', async () => {
  const staff = await stage.stranger()
  await circulates(staff)

  const [drafter, head, egypt] = await Promise.all([
    stage.at('drafterGhana'),
    stage.at('headGhana'),
    stage.at('headEgypt', '/', { viewport: { width: 360, height: 740 }, locale: 'ar', colorScheme: 'dark' }),
  ])
  await opensAndAnswers(drafter)
  await staff.getByRole('option', { name: 'Ghana: Opened' }).waitFor()

  await returnsWithNote(head)
  await correctsAndSendsAgain(drafter)
  await Promise.all([clearsAndSubmits(head), answersInArabic(egypt)])
  // The drafter was told too, without doing anything.
  await drafter.getByRole('link', { name: 'Receipt' }).waitFor()

  // Neither was the page of the staff loaded again.
  await staff.getByRole('option', { name: 'Ghana: Submitted' }).waitFor()
  await staff.getByRole('option', { name: 'Egypt: Submitted' }).waitFor()
  expect(await staff.evaluate(() => 'still the same page' in window)).toBe(true)
  await picture(staff, 'monitor')

  await drafter.goto(`/lists/${list.id}`)
  await readsAndAsks(staff)
  await repliesLive(drafter)
  await resolves(staff)
  await drafter.getByText(/^Resolved on/).waitFor()

  const norway = await stage.at('headNorway', `/lists/${list.id}/answers`)
  await norway.getByText(/^Once the list is closed, the answers of all delegations/).waitFor()
  await closes(staff)
  // Whoever waited for it reads on without loading again.
  await norway.getByRole('article', { name: 'Ghana' }).waitFor()
  await drafter.getByText(/^The Secretariat closed this list on/).waitFor()
  await norway.goto(`/lists/${list.id}`)
  await readsTheOthers(norway)
  await exports(staff)
  stage.expectQuiet()
})

async function circulates(staff: Tab) {
  await staff.goto('/')
  await signInAt(staff, castPerson('staff'))
  await staff.getByRole('heading', { level: 1, name: 'Consultations' }).waitFor()
  await staff.goto(`/lists/${list.id}/edit`)
  const guidance = staff.getByLabel('Guidance (optional)').first()
  await guidance.fill('Two paragraphs are enough.')

  const deadline = staff.getByRole('group', { name: 'Deadline' })
  await deadline.getByLabel('Day').fill(weekendSoon())
  await staff.getByText('This is a day of the weekend in New York.').waitFor()
  await staff.getByText(/^That leaves \d+ working days?; fewer than 10 are too few/).waitFor()
  const { local } = deadlineIn(15, new Date())
  await deadline.getByLabel('Day').fill(local.slice(0, 10))
  await staff.getByText(/^\d+ working days in New York from today\.$/).waitFor()
  await staff.getByText(/^Saved at/).waitFor()
  await picture(staff, 'edit')

  await staff.getByRole('button', { name: 'Check as a delegate will see it' }).click()
  await staff.getByRole('heading', { name: 'The list as a delegate will see it' }).waitFor()
  await staff.getByText('Two paragraphs are enough.').waitFor()
  await picture(staff, 'preview')
  await staff.getByRole('button', { name: 'Circulate', exact: true }).click()
  const dialog = staff.getByRole('dialog', { name: 'Circulate the list' })
  await dialog
    .getByText(/6\sp\.m\./)
    .first()
    .waitFor()
  // Guidance was written in one language; the others are left out on purpose or completed.
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await picture(staff, 'circulate', false)
  await dialog.getByRole('button', { name: /^Circulate to \d+ delegations$/ }).click()
  await staff.getByRole('option', { name: 'Ghana: Not yet opened' }).waitFor()
  await staff.evaluate(() => Object.assign(window, { 'still the same page': true }))
}

async function opensAndAnswers(drafter: Tab) {
  await drafter.getByRole('heading', { name: 'What awaits Ghana' }).waitFor()
  await drafter
    .getByText(/6\sp\.m\..*New York/)
    .first()
    .waitFor()
  await drafter.getByRole('link', { name: 'Open the list and answer' }).click()
  await drafter.getByText(/^This is the first time your delegation opens this list/).waitFor()
  await drafter.getByRole('button', { name: 'Answer for Ghana' }).click()

  await editorOf(drafter, 1).click()
  await drafter.keyboard.type(OPEN_WORDS)
  await drafter.keyboard.press('Enter')
  await drafter.keyboard.press('Control+b')
  await drafter.keyboard.type('Soon.')
  await saved(drafter)
  expect(await editorOf(drafter, 1).locator('strong').innerText()).toBe('Soon.')

  await drafter.getByRole('link', { name: 'Next question' }).click()
  await paste(editorOf(drafter, 2), FROM_WORD)
  const pasted = editorOf(drafter, 2)
  await pasted.getByText(SEALED_WORDS).waitFor()
  expect(await pasted.locator('ol > li').allInnerTexts()).toEqual(['First, candour.', 'Second, time.'])
  expect(await pasted.locator('[style], img').count()).toBe(0)
  await drafter.getByRole('button', { name: 'Change', exact: true }).click()
  await drafter.getByRole('radio', { name: /^Not for attribution/ }).check()
  await drafter.getByText(/^This answer is not for attribution/).waitFor()
  await saved(drafter)

  await drafter.getByLabel('A comment for colleagues').fill('Please check with capital.')
  await drafter.getByRole('button', { name: 'Add the comment' }).click()
  await drafter.getByText('Please check with capital.').waitFor()

  await drafter.getByRole('link', { name: 'Next question' }).click()
  await drafter.getByRole('radio', { name: 'No position at this stage' }).check()
  await saved(drafter)
  await picture(drafter, 'answering')
  expect(await drafter.getByRole('button', { name: /submit/i }).count()).toBe(0)
  await drafter.getByRole('button', { name: 'Send for clearance' }).click()
  await drafter.getByText('The response is with the head of delegation for clearance.').waitFor()
}

async function returnsWithNote(head: Tab) {
  // The card changed while the page was open, and the list says the same.
  await head.getByRole('link', { name: 'Read and clear' }).waitFor()
  await head.goto(`/lists/${list.id}`)
  await head.getByRole('link', { name: 'Read and clear' }).click()
  await head.getByRole('link', { name: /^2 .*1 comment/ }).waitFor()
  await head.getByRole('button', { name: 'Return with a note' }).click()
  const dialog = head.getByRole('dialog', { name: 'Return with a note' })
  await dialog.getByLabel('Note to the drafters').fill('Please name the year.')
  await dialog.getByRole('button', { name: 'Return to the drafters' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function correctsAndSendsAgain(drafter: Tab) {
  await drafter.getByText('Please name the year.').waitFor()
  await drafter.getByRole('link', { name: /^1 / }).click()
  await editorOf(drafter, 1).getByText(OPEN_WORDS).click()
  await drafter.keyboard.press('Control+End')
  await drafter.keyboard.type(' By 2019.')
  await saved(drafter)
  await drafter.getByRole('button', { name: 'Send for clearance' }).click()
  await drafter.getByText('With the head of delegation for clearance', { exact: true }).waitFor()
}

async function clearsAndSubmits(head: Tab) {
  await head.getByRole('button', { name: 'Clear and submit for Ghana' }).click()
  await head.getByRole('heading', { level: 1, name: 'Submit for Ghana' }).waitFor()
  await head.getByText(SEALED_WORDS).waitFor()
  await head.getByText('By 2019.').waitFor()
  await head.getByText('10 questions without an answer').waitFor()
  expect(await head.getByLabel('Name').inputValue()).toBe(castPerson('headGhana').name)
  await picture(head, 'submission')
  await head.getByRole('button', { name: 'Clear and submit for Ghana' }).click()
  await head.getByRole('heading', { level: 1, name: 'Receipt' }).waitFor()
  await head.getByText(/^Submitted on behalf of/).waitFor()
  await head.getByText('2 answers; no position on 1 question').waitFor()
  await picture(head, 'receipt')
  const [file] = await Promise.all([
    head.waitForEvent('download'),
    head.getByRole('button', { name: 'Download as DOCX' }).click(),
  ])
  expect(textIn('docx', await readFile(await file.path()))).toContain(OPEN_WORDS)
}

async function answersInArabic(egypt: Tab) {
  const [home, answering] = await Promise.all([wordsOf('home', 'ar'), wordsOf('answering', 'ar')])
  expect(await egypt.locator('html').getAttribute('dir')).toBe('rtl')
  await egypt.getByRole('link', { name: home.card_answer, exact: true }).click()
  await egypt.getByRole('button', { name: pattern(answering.answer_for) }).click()
  const editor = egypt.getByRole('textbox', { name: answering.answer_to?.replace('{number}', '1') ?? '' })
  await editor.click()
  await egypt.keyboard.type(ARABIC_WORDS)
  await egypt.getByText(pattern(answering.saved_at)).waitFor()
  expect(await editor.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  await picture(egypt, 'answering-arabic-narrow')
  const submit = pattern(answering.clear_and_submit_for)
  await egypt.getByRole('button', { name: submit }).click()
  await egypt.getByText(answering.submission_lead ?? '').waitFor()
  await egypt.getByRole('button', { name: submit }).click()
  await egypt.getByRole('heading', { level: 1, name: answering.receipt, exact: true }).waitFor()
  await picture(egypt, 'receipt-arabic-narrow')
}

async function readsAndAsks(staff: Tab) {
  await staff.getByRole('link', { name: 'Read the answers' }).click()
  await staff
    .getByRole('status')
    .filter({ hasText: /^4 answers$/ })
    .waitFor()
  await staff.getByLabel('Regional group').selectOption({ label: 'Group of African States' })
  await staff.getByLabel('Language of the answer').selectOption({ label: 'English' })
  await staff.getByLabel('Words in the answer').fill('shorter')
  await staff.getByText(/^1 answer from the .*, in English, with the words “shorter”$/).waitFor()
  // The view has an address: loaded again, it is the same.
  const answer = staff.getByRole('article', { name: 'Ghana' })
  await answer.getByText(OPEN_WORDS).click()
  await staff.getByLabel('Ask for a clarification').fill('Which reporting line do you mean?')
  await staff.getByRole('button', { name: 'Send the question' }).click()
  await answer.getByText('1 message, waits for the delegation').waitFor()
  await picture(staff, 'reading')
}

async function repliesLive(drafter: Tab) {
  await drafter.getByText('Which reporting line do you mean?').waitFor()
  await drafter.getByRole('button', { name: 'Reply to this message' }).click()
  await drafter.getByLabel('Your reply to this message').fill('The one to the Fifth Committee.')
  await drafter.getByRole('button', { name: 'Send the reply' }).click()
  await drafter.getByText('The one to the Fifth Committee.').waitFor()
  await picture(drafter, 'thread')
}

async function resolves(staff: Tab) {
  const thread = staff.getByRole('complementary')
  await thread.getByText('The one to the Fifth Committee.').waitFor()
  await thread.getByRole('button', { name: 'Mark as resolved' }).click()
  await thread.getByText(/^Resolved on/).waitFor()
}

async function closes(staff: Tab) {
  await staff.goto(`/lists/${list.id}`)
  await staff.getByRole('button', { name: 'Close the list' }).click()
  const dialog = staff.getByRole('dialog', { name: 'Close the list?' })
  await dialog.getByText(/delegations have not submitted/).waitFor()
  await dialog.getByRole('button', { name: 'Close the list' }).click()
  await staff.getByText(/Closed on/).waitFor()
}

async function readsTheOthers(norway: Tab) {
  await norway.getByRole('link', { name: 'Read the answers of all delegations' }).click()
  await norway.getByRole('article', { name: 'Ghana' }).getByText(OPEN_WORDS).waitFor()
  await norway.getByRole('article', { name: 'Egypt' }).getByText(ARABIC_WORDS).waitFor()
  await norway.getByLabel('Question', { exact: true }).selectOption({ index: 1 })
  // What is not for attribution has too few here to hide among.
  await norway.getByText('There are no answers to this question that can be read here.').waitFor()
  await expectSound(norway, 'the answers of all delegations')
}

const FORMATS: [ExportFormat, string][] = [
  ['docx', 'Word document (DOCX)'],
  ['pdf', 'PDF'],
  ['xlsx', 'Excel workbook (XLSX)'],
  ['csv', 'Table as text (CSV)'],
  ['json', 'Structured data (JSON)'],
]

async function exports(staff: Tab) {
  await staff.getByRole('link', { name: 'Export', exact: true }).click()
  for (const [, label] of FORMATS) {
    await staff.getByRole('radio', { name: label }).check()
    await staff.getByRole('button', { name: 'Make the file' }).click()
    await staff
      .getByRole('listitem')
      .filter({ hasText: `${label}, English` })
      .waitFor()
  }
  for (const [format, label] of FORMATS) {
    const line = staff.getByRole('listitem').filter({ hasText: `${label}, English` })
    const [file] = await Promise.all([
      staff.waitForEvent('download', { timeout: 30_000 }),
      line.getByRole('button', { name: 'Download' }).click({ timeout: 30_000 }),
    ])
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`))
    const said = textIn(format, await readFile(await file.path())).replace(/\s+/g, ' ')
    expect(said, format).toContain(OPEN_WORDS)
    expect(said, format).toContain('By 2019.')
    // Of two delegations nobody could be hidden among the others: what is not for attribution is left out altogether.
    expect(said, format).not.toContain(SEALED_WORDS)
    expect(said, format).not.toContain('Please check with capital.')
    expect(said, format).not.toContain('Which reporting line do you mean?')
    for (const key of ['drafterGhana', 'headGhana', 'headEgypt'] as const)
      expect(said, format).not.toContain(castPerson(key).name)
  }
  await picture(staff, 'exports')
}

function weekendSoon(): string {
  const day = new Date()
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() !== 6)
  return day.toISOString().slice(0, 10)
}
