import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { CastKey } from '../../server/seed/cast.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../shared/languages.ts'
import type { ListView } from '../../shared/question-lists.ts'
import { editorOf, pattern, picture, Stage, wordsOf } from '../support/journey.ts'
import { circulatedList } from '../support/lists.ts'
import { drafted, questionAt } from '../support/responses.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Somebody who works in each. */
const WHO: Record<Language, CastKey> = {
  ar: 'headEgypt',
  zh: 'headChina',
  en: 'headNorway',
  fr: 'headSenegal',
  ru: 'headKazakhstan',
  es: 'headEcuador',
}

let stage: Stage
let list: ListView

beforeAll(async () => {
  stage = await Stage.open()
  list = await circulatedList(stage.site)
})
afterAll(() => stage?.close())

test('Six languages: whoever changes the language while typing loses no letter, and every part of the page follows', async () => {
  const response = await drafted(stage.people.drafterGhana, list, {})
  const tab = await stage.at(
    'drafterGhana',
    `/lists/${list.id}/response/${response.id}?question=${questionAt(list, 1)}`,
  )
  const editor = tab.locator('.ProseMirror')
  await editorOf(tab, 1).click()
  let typed = ''
  for (const language of [...LANGUAGES.filter((one) => one !== 'en'), 'en' as const]) {
    await tab.keyboard.type(`${language}.`)
    typed += `${language}.`
    await tab.getByRole('link', { name: LANGUAGE_NAMES[language], exact: true }).click()
    const words = await wordsOf('answering', language)
    await tab.getByRole('heading', { name: words.comments, exact: true }).waitFor()
    await tab.getByRole('radio', { name: words.stance_no_position, exact: true }).waitFor()
    await expect.poll(() => tab.locator('html').getAttribute('lang')).toBe(language)
    expect(await tab.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await editor.innerText()).toBe(typed)
    await editor.click()
    await tab.keyboard.press('Control+End')
  }
  await tab.getByText(/^Saved \d/).waitFor()
  await tab.reload()
  await editorOf(tab, 1).waitFor()
  expect(await editor.innerText()).toBe(typed)
  stage.expectQuiet()
})

for (const language of LANGUAGES) {
  test(`Six languages: what awaits a delegation, in ${language}`, async () => {
    const [tab, words, common] = await Promise.all([
      stage.at(WHO[language]),
      wordsOf('home', language),
      wordsOf('common', language),
    ])
    await tab.getByRole('heading', { level: 1, name: pattern(words.awaits) }).waitFor()
    await tab.getByRole('link', { name: words.card_answer, exact: true }).waitFor()
    await tab
      .getByRole('navigation', { name: common.navigation })
      .getByRole('link', { name: common.nav_help })
      .waitFor()
    // The title of the list too, and both clocks.
    await tab
      .getByText(list.title[language] ?? '')
      .first()
      .waitFor()
    await expect.poll(() => tab.locator('html').getAttribute('lang')).toBe(language)
    await picture(tab, `home-${language}`)
    stage.expectQuiet()
  })
}
