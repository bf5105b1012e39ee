import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { CHROMIUM_ARGUMENTS, chromiumPath } from './chromium.ts'

export type Site = TestApp & { address: string }

const BUILT = join(import.meta.dirname, '../../client/dist/index.html')

/** The real application listening at a port of its own, with the built client. */
export async function startSite(settings: Record<string, string> = {}): Promise<Site> {
  if (!existsSync(BUILT)) throw new Error('The browser tests need the built client: run "npm run build" first.')
  const port = await freePort()
  // Chromium keeps a Secure cookie at localhost without TLS.
  const address = `http://localhost:${port}`
  const app = await startApp({ PUBLIC_URL: address, ...settings })
  await app.server.listen({ port, host: 'localhost' })
  return { ...app, address }
}

export function freePort(): Promise<number> {
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
  /** What nobody expected: errors and warnings of the console, broken policies, exceptions, calls refused or unanswered. */
  complaints: string[]
}

/** What the browser remarks by itself when a call is refused or the line is lost, as tests of refusals mean it to. */
const OF_REFUSALS = [/answered (4\d\d|503)$/, /^WebSocket connection to/, /failed: net::ERR/]

/** One person's browser: cookies of its own, a language, a scheme, a screen. `expected` complaints are not kept. */
export async function openTab(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  expected: RegExp[] = OF_REFUSALS,
): Promise<Tab> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  return Object.assign(page, { complaints: watch(page, expected) })
}

function watch(page: Page, expected: RegExp[]): string[] {
  const complaints: string[] = []
  const complain = (complaint: string) => {
    if (!expected.some((pattern) => pattern.test(complaint))) complaints.push(complaint)
  }
  page.on('pageerror', (error) => complain(String(error)))
  page.on('console', (message) => {
    // A failed call is told below, with its address.
    const told = /^Failed to load resource/.test(message.text())
    if (['error', 'warning'].includes(message.type()) && !told) complain(message.text())
  })
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    // Asking who is there is how the page learns that nobody is signed in.
    if (response.status() < 400 || (path === '/api/me' && response.status() === 401)) return
    complain(`${response.request().method()} ${path} answered ${response.status()}`)
  })
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // Whoever leaves a page leaves its calls.
    if (why !== 'net::ERR_ABORTED') complain(`${request.method()} ${new URL(request.url()).pathname} failed: ${why}`)
  })
  return complaints
}

export async function signInAt(tab: Page, who: { email: string; password: string }): Promise<void> {
  await tab.locator('input[type=email]:visible').fill(who.email)
  await tab.locator('input[autocomplete=current-password]').fill(who.password)
  await tab.locator('button[type=submit]').click()
  await tab.locator('.menu-button').waitFor()
}

/** axe finds nothing, nothing is wider than the screen, and the console was quiet. */
export async function expectSound(tab: Tab, what: string): Promise<void> {
  await expectAxeClean(tab, what)
  await expectOneDirection(tab, what)
  expect(tab.complaints, what).toEqual([])
}

/** `colours`: what else there is was looked at in the other scheme. */
export type AxeRules = 'all' | 'colours'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const OPTIONS: Record<AxeRules, axe.RunOptions> = {
  // The only rule of WCAG 2.2 is off unless asked for. What is in order need not be told.
  all: { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } },
  colours: { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] },
}

/** All rules of WCAG 2.2 A and AA, and what axe calls best practice. */
export async function expectAxeClean(tab: Page, what: string, rules: AxeRules = 'all'): Promise<void> {
  // To hand it over takes as long as to run it: once for each document.
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(AXE)
  const found = await tab.evaluate(async (options) => {
    const { run }: typeof axe = Reflect.get(window, 'axe')
    const { violations } = await run(document, options)
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    )
  }, OPTIONS[rules])
  expect(found.join('\n'), `axe on ${what}`).toBe('')
}

/** A page scrolls up and down only; what is wider scrolls in a box of its own. */
export async function expectOneDirection(tab: Page, what: string): Promise<void> {
  const wide = await tab.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const boxes = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return right > clientWidth + 1 || left < -1
    })
    return [`${scrollWidth} of ${clientWidth}`, ...boxes.slice(0, 8).map((box) => box.outerHTML.slice(0, 160))]
  })
  expect(wide, `${what} is wider than the screen`).toEqual([])
}
