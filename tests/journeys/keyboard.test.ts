import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { castPerson } from '../../server/seed/cast.ts'
import type { Tab } from '../support/browser.ts'
import { Stage, saved } from '../support/journey.ts'
import { circulatedList, draftList } from '../support/lists.ts'
import { drafted, submits } from '../support/responses.ts'

vi.setConfig({ testTimeout: 120_000 })

/** More stops than any page has. */
const STOPS_MAX = 400

let stage: Stage
let listId: string

beforeAll(async () => {
  stage = await Stage.open()
  listId = (await circulatedList(stage.site)).id
})
afterAll(() => stage?.close())

test('By keyboard alone: a drafter signs in, answers a question and sends it for clearance', async () => {
  const tab = await stage.stranger()
  const { email, password } = castPerson('drafterGhana')
  await tab.goto('/')
  await tab.getByRole('heading', { name: 'Sign in' }).waitFor()

  // The first stop leads past what stands on every page.
  await tab.keyboard.press('Tab')
  expect(await focused(tab)).toBe('Skip to the content')
  await tab.keyboard.press('Enter')
  await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('main')
  await goesTo(tab, 'E-mail address')
  await tab.keyboard.type(email)
  await goesTo(tab, 'Password')
  await tab.keyboard.type(password)
  await tab.keyboard.press('Enter')

  // The form that was sent is gone; the heading of what came in its place has the focus.
  await expect.poll(() => focused(tab)).toBe('What awaits Ghana')
  await goesTo(tab, 'Open the list and answer')
  await tab.keyboard.press('Enter')
  await tab.getByRole('button', { name: 'Answer for Ghana' }).waitFor()
  await goesTo(tab, 'Answer for Ghana')
  await tab.keyboard.press('Enter')
  await tab.getByRole('textbox', { name: 'Answer to question 1' }).waitFor()

  await goesTo(tab, 'Answer to question 1')
  await tab.keyboard.type('Typed without a mouse.')
  await saved(tab)

  // The tools are one stop; the arrows go from tool to tool; a dialog gives the focus back.
  await goesTo(tab, 'Bold', 'Shift+Tab')
  for (let step = 0; step < 12 && (await focused(tab)) !== 'Link'; step++) await tab.keyboard.press('ArrowRight')
  expect(await focused(tab)).toBe('Link')
  await tab.keyboard.press('Enter')
  const link = tab.getByRole('dialog', { name: 'Link' })
  await link.waitFor()
  await expect.poll(() => tab.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
  await tab.keyboard.press('Escape')
  await link.waitFor({ state: 'detached' })
  await expect.poll(() => focused(tab)).toBe('Link')

  await goesTo(tab, 'We answer', 'Shift+Tab')
  await goesTo(tab, 'Next question')
  await tab.keyboard.press('Enter')
  await tab.getByRole('textbox', { name: 'Answer to question 2' }).waitFor()
  await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('question')
  await goesTo(tab, 'We answer')
  await tab.keyboard.press('ArrowDown')
  await expect.poll(() => tab.getByRole('radio', { name: 'No position at this stage' }).isChecked()).toBe(true)
  await saved(tab)

  await goesTo(tab, 'Send for clearance', 'Shift+Tab')
  await tab.keyboard.press('Enter')
  await tab.getByText('With the head of delegation for clearance', { exact: true }).waitFor()
  await expect.poll(() => tab.evaluate(() => document.activeElement?.id)).toBe('next-step')
  // The button is gone; where one was is not lost for the next key.
  await goesTo(tab, 'Take back from clearance')
  stage.expectQuiet()
})

test('By keyboard alone: a passage is put under a theme, and a finding is written that rests on it', async () => {
  const list = await circulatedList(stage.site, { audience: 'participants' })
  const { headGhana } = stage.people
  const answer = 'Recruitment takes two hundred days.\nSimplify the forms first of all.'
  await submits(headGhana, await drafted(headGhana, list, { 1: answer }))
  const tab = await stage.at('irt', `/consultations/${list.consultationId}/themes`)
  const presses = async (name: string) => {
    await goesTo(tab, name)
    await tab.keyboard.press('Enter')
  }

  await presses('Add a theme')
  await goesTo(tab, 'Name of the theme')
  await tab.keyboard.type('Recruitment')
  await tab.keyboard.press('Enter')
  await tab.getByRole('heading', { level: 2, name: 'Recruitment' }).waitFor()
  await goesTo(tab, 'Search in what was said')
  await tab.keyboard.type('forms')
  await tab.keyboard.press('Enter')
  await tab.getByText('Simplify the forms').waitFor()
  await presses('Put under the theme')
  await presses('Put under the theme: paragraph 2')
  await tab.getByText('1 passage', { exact: true }).waitFor()

  await tab.goto(`/consultations/${list.consultationId}/findings`)
  await tab.locator('h1').waitFor()
  await presses('Begin a finding')
  await tab.getByRole('textbox', { name: 'Text (English)' }).waitFor()
  await goesTo(tab, 'Title')
  await tab.keyboard.type('Recruitment is slow')
  await goesTo(tab, 'Text (English)')
  await tab.keyboard.type('Posts stay empty.')
  await goesTo(tab, 'Theme')
  await tab.keyboard.type('1')
  await presses('Cite')
  await presses('Cite: paragraph 1')
  await tab.getByRole('button', { name: 'Do not cite' }).waitFor()
  await goesTo(tab, 'Save', 'Shift+Tab')
  await tab.keyboard.press('Enter')
  await tab.getByText('Not saved yet').waitFor({ state: 'detached' })
  await tab.reload()
  await tab.getByRole('heading', { level: 1, name: 'Recruitment is slow' }).waitFor()
  expect(await tab.getByLabel('Theme').evaluate((field: HTMLSelectElement) => field.selectedOptions[0]?.text)).toBe(
    '1. Recruitment',
  )
  await tab.locator('blockquote', { hasText: 'two hundred days' }).first().waitFor()
  stage.expectQuiet()
  await stage.clear()
})

test('By keyboard alone: a dialog takes the focus, keeps it and gives it back; a menu closes on Escape', async () => {
  const head = await stage.at('headGhana', '/mission')
  await goesTo(head, 'Invite a colleague')
  await head.keyboard.press('Enter')
  const dialog = head.getByRole('dialog', { name: 'Invite a colleague' })
  await dialog.waitFor()
  for (let stop = 0; stop < 25; stop++) {
    await head.keyboard.press('Tab')
    const outside = await head.evaluate(() => {
      const at = document.activeElement
      return at !== document.body && at?.closest('dialog') === null ? at.outerHTML : null
    })
    expect(outside).toBe(null)
  }
  await head.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => focused(head)).toBe('Invite a colleague')

  await goesTo(head, /^Ghana, Head of delegation/, 'Shift+Tab')
  await head.keyboard.press('Enter')
  await goesTo(head, 'Account settings')
  await head.keyboard.press('Escape')
  await expect.poll(() => focused(head)).toMatch(/^Ghana, Head of delegation/)
  expect(await head.getByRole('link', { name: 'Account settings' }).isVisible()).toBe(false)
  stage.expectQuiet()
})

test('On a narrow window the filters of the answers are folded behind one button, and the key for the search unfolds them', async () => {
  const staff = await stage.at('staff', `/lists/${listId}/answers`, { viewport: { width: 360, height: 740 } })
  const fold = staff.getByRole('button', { name: 'Change the filter' })
  const words = staff.getByRole('searchbox', { name: 'Words in the answer' })
  await staff.getByRole('status').filter({ hasText: 'answers' }).first().waitFor()
  expect(await words.isVisible()).toBe(false)
  await fold.click()
  expect(await words.isVisible()).toBe(true)
  expect(await fold.getAttribute('aria-expanded')).toBe('true')
  await fold.click()
  expect(await words.isVisible()).toBe(false)
  await staff.keyboard.press('/')
  await expect.poll(() => focused(staff)).toBe('Words in the answer')
  await staff.setViewportSize({ width: 1280, height: 900 })
  await expect.poll(() => fold.isVisible()).toBe(false)
  expect(await words.isVisible()).toBe(true)
  await staff.context().close()
  stage.expectQuiet()
})

test('A refusal to circulate leads to the field it is about, in the language that is missing', async () => {
  const draft = await draftList(stage.site, { title: { en: 'A list with a title in one language' } })
  const staff = await stage.at('staff', `/lists/${draft.id}/preview`, { expected: [/circulation answered 409$/] })
  await staff.getByRole('button', { name: 'Circulate', exact: true }).click()
  const dialog = staff.getByRole('dialog', { name: 'Circulate the list' })
  await dialog.getByRole('button', { name: 'Circulate', exact: true }).click()
  await dialog.getByRole('link', { name: 'Go to what is to be corrected' }).click()
  await expect.poll(() => staff.evaluate(() => document.activeElement?.id)).toBe('text-of-title')
  expect(await staff.evaluate(() => document.activeElement?.getAttribute('lang'))).toBe('ar')
  // Not under the bar that stays at the top.
  const seen = () =>
    staff.evaluate(() => {
      const at = document.activeElement?.getBoundingClientRect()
      return at ? document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2)?.id : null
    })
  await expect.poll(seen).toBe('text-of-title')
  await staff.context().close()
  stage.expectQuiet()
})

/** Presses Tab until the focus is there; on the way every stop is visible, and seen to be the one. */
async function goesTo(tab: Tab, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const passed: string[] = []
  for (let stop = 0; stop < STOPS_MAX; stop++) {
    await tab.keyboard.press(key)
    const at = await focused(tab)
    if (at !== '') expect(await unseen(tab), `the focus at “${at}”`).toBe(null)
    if (typeof name === 'string' ? at === name : name.test(at)) return
    passed.push(at)
  }
  throw new Error(`Tab never came to ${name}, only to ${passed.slice(0, 60).join(' | ')}`)
}

/** How a screen reader would call what has the focus. */
const focused = (tab: Tab): Promise<string> =>
  tab.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return ''
    const labels =
      at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement
    const words = at.getAttribute('aria-label') ?? (labels ? at.labels?.[0]?.textContent : at.textContent) ?? ''
    return words.trim().replace(/\s+/g, ' ')
  })

/** What is wrong with how the focus shows, or null. */
const unseen = (tab: Tab): Promise<string | null> =>
  tab.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement)) return 'nothing'
    const { width, height, bottom, right, top, left } = at.getBoundingClientRect()
    const html = at.outerHTML.slice(0, 200)
    if (width === 0 || height === 0) return `has no size: ${html}`
    if (bottom < 0 || right < 0 || top > innerHeight || left > innerWidth) return `is outside the window: ${html}`
    // An editor may draw the ring around itself and its tools; a control around itself and its label.
    for (
      let element: HTMLElement | null = at, levels = 0;
      element && levels < 3;
      element = element.parentElement, levels++
    ) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return null
      if ((levels === 0 || at.isContentEditable) && boxShadow !== 'none') return null
    }
    return `shows no ring: ${html}`
  })
