import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castPerson } from '../../server/seed/cast.ts'
import { expectSound, launch, openTab, signInAt, startSite } from '../support/browser.ts'

const drafter = castPerson('drafterGhana')
let site: Awaited<ReturnType<typeof startSite>>
let browser: Browser

beforeAll(async () => {
  site = await startSite()
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const open = (options = {}) => openTab(browser, site.address, options)

test('the platform speaks the browser’s language; changing it keeps what was typed and is remembered', async () => {
  const tab = await open({ locale: 'fr-FR' })
  await tab.goto('/')
  await tab.getByRole('heading', { name: 'Connexion' }).waitFor()
  await expect.poll(() => tab.locator('html').getAttribute('lang')).toBe('fr')
  await tab.getByLabel('Adresse électronique').fill('somebody@mission.example.org')
  await tab.getByRole('link', { name: 'عربي' }).click()
  await tab.getByRole('heading', { name: 'تسجيل الدخول' }).waitFor()
  await expect.poll(() => tab.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await tab.locator('input[type=email]').inputValue()).toBe('somebody@mission.example.org')
  await tab.reload()
  await tab.getByRole('heading', { name: 'تسجيل الدخول' }).waitFor()
  await tab.context().close()
})

test('what is wrong in a form takes the focus, stands at its field, and nothing typed is lost', async () => {
  const tab = await open()
  await tab.goto('/')
  await tab.getByLabel('E-mail address').fill('not an address')
  await tab.getByRole('button', { name: 'Sign in' }).click()
  const summary = tab.getByRole('alert')
  await summary.waitFor()
  await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await tab.getByLabel('E-mail address').getAttribute('aria-invalid')).toBe('true')
  expect(await tab.getByLabel('E-mail address').inputValue()).toBe('not an address')
  await summary.getByRole('link', { name: 'E-mail address' }).click()
  await expect
    .poll(() => tab.getByLabel('E-mail address').evaluate((element) => element === document.activeElement))
    .toBe(true)
  await tab.context().close()
})

test('signing in shows the page one came for; its title, heading, focus and Back are right', async () => {
  const tab = await open()
  await tab.goto('/account')
  await signInAt(tab, drafter)
  await tab.getByRole('heading', { level: 1, name: 'Account settings' }).waitFor()
  expect(await tab.title()).toBe('Account settings · Consultation of Member States')
  await tab.evaluate(() => scrollTo(0, 300))
  await tab.getByRole('link', { name: 'Consultation of Member States' }).evaluate((link: HTMLElement) => link.click())
  await tab.waitForURL('/')
  const heading = tab.getByRole('heading', { level: 1 })
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await tab.evaluate(() => scrollY)).toBe(0)
  await tab.goBack()
  await tab.getByRole('heading', { level: 1, name: 'Account settings' }).waitFor()
  await expect.poll(() => tab.evaluate(() => scrollY)).toBe(300)
  expect(tab.complaints).toEqual([])
  await tab.context().close()
})

test('a sign-in that ends in the middle of typing asks for the password over the page and then does what was asked', async () => {
  const tab = await open()
  await tab.goto('/account')
  await signInAt(tab, drafter)
  await tab.getByLabel('Name').fill('Drafter (second), Mission of Ghana')
  await site.sql('delete from sign_ins')
  await tab.getByRole('button', { name: 'Save' }).click()
  const dialog = tab.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('Password', { exact: true }).fill(drafter.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await tab.getByText('Your settings are saved.').waitFor()
  const save = tab.getByRole('button', { name: 'Save' })
  await expect.poll(() => save.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await tab.getByLabel('Name').inputValue()).toBe('Drafter (second), Mission of Ghana')
  await tab.context().close()
})

test('a sign-in ended elsewhere is said at once, with a way to go on', async () => {
  const tab = await open()
  await tab.goto('/account')
  await signInAt(tab, drafter)
  await tab.getByRole('table').waitFor()
  expect(await tab.locator('.connection').count()).toBe(0)
  const phone = await open({ viewport: { width: 360, height: 740 } })
  await phone.goto('/account')
  await signInAt(phone, drafter)
  await phone.getByRole('button', { name: 'Sign out everywhere' }).click()
  await phone.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await phone.getByRole('heading', { name: 'Sign in' }).waitFor()
  await phone.context().close()
  await tab.locator('.connection').getByRole('button', { name: 'Sign in again' }).click()
  const dialog = tab.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('Password', { exact: true }).fill(drafter.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect.poll(() => tab.locator('.connection').count()).toBe(0)
  await tab.context().close()
})

const LOOKS = [
  { locale: 'en', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { locale: 'ar', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
] as const

for (const look of LOOKS) {
  const { locale, colorScheme, viewport } = look
  test(`axe finds nothing on the pages before and around the work (${locale}, ${colorScheme}, ${viewport.width} px)`, async () => {
    const tab = await open(look)
    for (const address of [
      '/',
      '/forgotten-password',
      `/password-resets/${'x'.repeat(43)}`,
      `/invitations/${'x'.repeat(43)}`,
    ]) {
      await tab.goto(address)
      await tab.locator('h1').waitFor()
      await expectSound(tab, address)
    }
    await tab.goto('/account')
    await signInAt(tab, castPerson('headGhana'))
    await tab.locator('table').waitFor()
    await tab.locator('.menu-button').click()
    await expectSound(tab, '/account')
    await tab.goto('/no-such-page')
    await tab.locator('h1').waitFor()
    await expectSound(tab, 'no such page')
    await tab.context().close()
  }, 60_000)
}

// Last, because the server does not come back.
test('a lost line is said while it lasts, with the moment up to which the page is true', async () => {
  const tab = await open()
  await tab.goto('/account')
  await signInAt(tab, drafter)
  await tab.getByRole('table').waitFor()
  await site.server.close()
  await tab.getByText(/^Reconnecting\. Last update \d\d:\d\d:\d\d\. What you typed is safe\.$/).waitFor()
  await tab.context().close()
})
