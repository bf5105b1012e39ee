import { createServer } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { CHROMIUM_ARGUMENTS, chromiumPath } from './chromium.ts'

/** The real application listening at a port of its own, with the built client. */
export async function startSite(settings: Record<string, string> = {}): Promise<TestApp & { address: string }> {
  const port = await freePort()
  // Chromium keeps a Secure cookie at localhost without TLS.
  const address = `http://localhost:${port}`
  const app = await startApp({ PUBLIC_URL: address, ...settings })
  await app.server.listen({ port, host: 'localhost' })
  return { ...app, address }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS })

export type Tab = Page & {
  /** What the console said that nobody expected. Refused calls and a lost line are the browser's own remarks. */
  complaints: string[]
}

/** One person's browser: cookies of its own, a language, a scheme, a screen. */
export async function openTab(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    const expected = /status of (4\d\d|503)|WebSocket connection to|net::ERR/
    if (['error', 'warning'].includes(message.type()) && !expected.test(message.text())) complaints.push(message.text())
  })
  return Object.assign(page, { complaints })
}

export async function signInAt(tab: Page, who: { email: string; password: string }): Promise<void> {
  await tab.locator('input[type=email]:visible').fill(who.email)
  await tab.locator('input[autocomplete=current-password]').fill(who.password)
  await tab.locator('button[type=submit]').click()
  await tab.locator('.menu-button').waitFor()
}

/** axe finds nothing, nothing is wider than the screen, and the console was quiet. */
export async function expectSound(tab: Tab, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: tab }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(found, what).toEqual([])
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `${what} is wider than the screen`).toBeLessThanOrEqual(0)
  expect(tab.complaints, what).toEqual([])
}
