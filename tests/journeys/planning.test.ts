import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { NEW_YORK } from '../../shared/house-style.ts'
import { instantOf, wallTime } from '../../shared/rules/deadlines.ts'
import { expectSound, type Tab } from '../support/browser.ts'
import { picture, Stage } from '../support/journey.ts'
import { openConsultation } from '../support/lists.ts'
import { openedSession } from '../support/sessions.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let stage: Stage

beforeAll(async () => {
  stage = await Stage.open()
})
afterEach(() => stage.clear())
afterAll(() => stage?.close())

const TITLE = 'Brainstorming on delegation of authority'
/** So far ahead that neither the machine's clock nor a weekend matters. */
const DAY = wallTime(new Date(Date.now() + 30 * 86_400_000), NEW_YORK).slice(0, 10)

test('[M1] Staff schedule a session and announce it; a delegate finds it at home and keeps it in the calendar', async () => {
  const { id: consultationId } = await openConsultation(stage.site)
  const staff = await stage.at('staff', `/consultations/${consultationId}`, { expected: [/sessions answered 400$/] })
  await staff.getByText('No session has been scheduled yet.').waitFor()
  await staff.getByRole('link', { name: 'Schedule a session' }).click()
  await staff.getByRole('heading', { level: 1, name: 'Schedule a session' }).waitFor()

  // Nothing filled in: what is missing is said at once, in a summary that has the focus and at the fields.
  await staff.getByRole('button', { name: 'Schedule the session' }).click()
  const summary = staff.getByRole('alert')
  await summary.getByText('There are 3 things to correct').waitFor()
  await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true)
  await summary.getByRole('link', { name: 'Title' }).click()
  const title = staff.getByRole('textbox', { name: 'Title', exact: true })
  await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true)

  await title.fill(TITLE)
  await staff.getByRole('radio', { name: /^Review of findings/ }).check()
  expect(await staff.getByRole('radio', { name: /^Attributed/ }).isChecked()).toBe(true)
  await staff.getByLabel('Day').fill(DAY)
  await staff.getByLabel('Time', { exact: true }).fill('10:00')
  await staff.getByRole('textbox', { name: /^Link/ }).fill('javascript:alert(1)')
  await staff.getByLabel('Title of the item').fill('Decisions closer to the point of delivery')
  await staff.getByRole('button', { name: 'Add an item' }).click()
  await staff.getByLabel('Title of the item').last().fill('What Member States need to see')
  await staff.getByRole('button', { name: 'Move up: What Member States need to see' }).click()
  await staff.getByLabel('Find a delegation').fill('Ghana')
  await staff.getByRole('checkbox', { name: 'Ghana' }).check()
  await picture(staff, 'planning-form')

  // The server refuses the address: it is said at the field, and all the rest is still there.
  await staff.getByRole('button', { name: 'Schedule the session' }).click()
  await summary.getByRole('link', { name: 'Link', exact: true }).waitFor()
  expect(await title.inputValue()).toBe(TITLE)
  await staff.getByRole('textbox', { name: /^Link/ }).fill('https://meetings.example.org/authority')
  await staff.getByRole('button', { name: 'Schedule the session' }).click()
  await staff.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  const address = new URL(staff.url()).pathname
  const agenda = staff.getByRole('region', { name: 'Agenda' }).getByRole('listitem')
  expect((await agenda.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
    'What Member States need to see',
    'Decisions closer to the point of delivery',
  ])
  await expectSound(staff, 'a session being prepared')

  const delegate = await stage.at('headGhana')
  await delegate.getByText('Nothing awaits your delegation now.').waitFor()
  await staff.getByRole('button', { name: 'Announce the session' }).click()
  const dialog = staff.getByRole('dialog', { name: 'Announce the session' })
  await dialog.getByText('1 delegation is invited').waitFor()
  await dialog.getByRole('button', { name: 'Announce the session' }).click()
  await staff.getByText('The session has been announced.').waitFor()

  // It comes to the delegate's page by itself.
  await delegate.getByRole('link', { name: TITLE }).waitFor()
  await delegate.getByText('10 a.m. to 1 p.m. (New York time)').waitFor()
  await expectSound(delegate, 'home with a session announced')
  await delegate.getByRole('link', { name: 'See the session' }).click()
  await delegate.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  expect(new URL(delegate.url()).pathname).toBe(address)
  await delegate.getByText('What is written here is shown with the name of the delegation.').waitFor()
  expect(await delegate.getByRole('heading', { name: 'Plenary screens' }).count()).toBe(0)
  const calendar = await downloaded(delegate, 'Calendar file')
  expect(calendar).toContain(`SUMMARY:${TITLE}`)
  expect(calendar).toContain(
    `DTSTART:${instantOf(`${DAY}T10:00`, NEW_YORK)
      .toISOString()
      .replace(/[-:]|\.000/g, '')}`,
  )
  await expectSound(delegate, 'a session announced')
  stage.expectQuiet()
})

test('A screen’s address is shown once and taken back; the chair stays one; two who edit at once lose nothing', async () => {
  const { sessionId } = await openedSession(stage.site, { upTo: 'announced' })
  const staff = await stage.at('staff', `/sessions/${sessionId}`, { expected: [/answered 409$/] })
  await staff.getByRole('button', { name: 'Make an address for a screen' }).click()
  const shown = await staff.locator('.screen-address code').innerText()
  expect(shown).toMatch(new RegExp(`^${stage.site.address}/sessions/${sessionId}/screen#?`))
  await staff.reload()
  await staff.getByRole('button', { name: 'Take back the address of screen 1' }).waitFor()
  expect(await staff.locator('body').innerText()).not.toContain(shown)
  await staff.getByRole('button', { name: 'Take back the address of screen 1' }).click()
  await staff.getByText('taken back').waitFor()

  await staff.getByRole('button', { name: 'Assign the roles' }).click()
  const roles = staff.getByRole('dialog', { name: 'Assign the roles' })
  await roles
    .getByRole('checkbox', { name: /: Note-taker$/ })
    .first()
    .check()
  await expectSound(staff, 'roles')
  await roles.getByRole('button', { name: 'Save' }).click()
  await roles.waitFor({ state: 'detached' })
  await staff.getByText(/^Note-taker: /).waitFor()

  const [mine, theirs] = await Promise.all([
    stage.besides(staff, `/sessions/${sessionId}/edit`),
    stage.besides(staff, `/sessions/${sessionId}/edit`),
  ])
  await theirs.getByLabel('Place').fill('Economic and Social Council Chamber')
  await theirs.getByRole('button', { name: 'Save' }).click()
  await theirs.getByText('The session has been saved.', { exact: false }).waitFor()
  await mine.getByLabel('Place').fill('Trusteeship Council Chamber')
  await mine.getByRole('button', { name: 'Save' }).click()
  await mine.getByText('A colleague has changed this session meanwhile').waitFor()
  expect(await mine.getByText('Changed there', { exact: false }).allInnerTexts()).toEqual(['Changed there: Place.'])
  expect(await mine.getByLabel('Place').inputValue()).toBe('Trusteeship Council Chamber')
  await picture(mine, 'planning-conflict')
  await mine.getByRole('button', { name: 'Save mine instead' }).click()
  await mine.getByText('Trusteeship Council Chamber').waitFor()

  await mine.getByRole('button', { name: 'Cancel the session' }).click()
  const cancelling = mine.getByRole('dialog', { name: 'Cancel the session' })
  await cancelling.getByText('7 delegations are told').waitFor()
  await cancelling.getByRole('button', { name: 'Cancel the session' }).click()
  await mine.getByText('The session has been cancelled.').first().waitFor()
  stage.expectQuiet()
})

test('The rapporteur notes a point, mends it against a colleague’s change, moves it, and has it as a file', async () => {
  const { sessionId } = await openedSession(stage.site, { mode: 'attributed' })
  const staff = await stage.at('staff', `/sessions/${sessionId}/record`, { expected: [/answered 409$/] })
  await staff.getByText('Provisional', { exact: true }).waitFor()
  // Nobody writes a record that the room does not know of.
  if (await staff.getByText('No notes are being taken.', { exact: false }).count()) {
    await stage.site.sql('update sessions set record_kept = true where id = $1', [sessionId])
    await staff.reload()
  }
  for (const text of ['The first point', 'The second point']) {
    await staff.getByRole('button', { name: 'Add a point to item 1' }).click()
    await staff.getByLabel('Text of the point').fill(text)
    await staff.getByRole('button', { name: 'Save the point' }).click()
    await staff.getByRole('listitem').filter({ hasText: text }).waitFor()
  }
  await staff.getByRole('button', { name: 'Move up: point 2' }).click()
  await staff.locator('.record-points > li').first().filter({ hasText: 'The second point' }).waitFor()

  const colleague = await stage.besides(staff, `/sessions/${sessionId}/record`)
  await staff.getByRole('button', { name: 'Edit point 1' }).click()
  await staff.getByLabel('Text of the point').fill('My wording')
  await colleague.getByRole('button', { name: 'Edit point 1' }).click()
  await colleague.getByLabel('Text of the point').fill('Their wording')
  await colleague.getByRole('button', { name: 'Save the point' }).click()
  await colleague.getByRole('listitem').filter({ hasText: 'Their wording' }).waitFor()
  await staff.getByRole('button', { name: 'Save the point' }).click()
  await staff.getByRole('alert').getByText('Their wording').waitFor()
  expect(await staff.getByLabel('Text of the point').inputValue()).toBe('My wording')
  await picture(staff, 'record-conflict')
  await staff.getByRole('button', { name: 'Save my wording instead' }).click()
  await staff.getByRole('listitem').filter({ hasText: 'My wording' }).waitFor()
  await expectSound(staff, 'the record')

  await staff.getByRole('radio', { name: /CSV/ }).check()
  await staff.getByRole('button', { name: 'Make the file' }).click()
  await staff.getByRole('button', { name: 'Download' }).waitFor({ timeout: 60_000 })
  expect(await downloaded(staff, 'Download')).toContain('My wording')
  stage.expectQuiet()
})

async function downloaded(tab: Tab, name: string): Promise<string> {
  const [file] = await Promise.all([
    tab.waitForEvent('download'),
    tab.getByRole('button', { name, exact: true }).click(),
  ])
  return readFile(await file.path(), 'utf8')
}
