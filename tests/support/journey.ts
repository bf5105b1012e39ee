import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CastKey } from '../../server/seed/cast.ts'
import { startApp } from './app.ts'
import {
  expectAxeClean,
  expectOneDirection,
  freePort,
  launch,
  openTab,
  type Site,
  startSite,
  type Tab,
} from './browser.ts'
import { type CastMember, cast } from './cast.ts'

/** Longer than anything takes on a busy machine, shorter than the test: what did not come is named. */
const PATIENCE_MS = 10_000

type Wishes = BrowserContextOptions & {
  /** Complaints of the browser that belong to what is shown; everything else fails the test. */
  expected?: RegExp[]
}

/** One platform and one Chromium, and the people of the cast, each at a browser of their own. */
export class Stage {
  readonly site: Site
  readonly people: Record<CastKey, CastMember>
  private readonly browser: Browser
  private readonly tabs: Tab[] = []

  private constructor(site: Site, browser: Browser) {
    this.site = site
    this.browser = browser
    this.people = cast(site)
  }

  static async open(site: Promise<Site> = startSite()): Promise<Stage> {
    return new Stage(...(await Promise.all([site, launch()])))
  }

  /** Somebody who is not signed in. */
  async stranger({ expected = [], ...options }: Wishes = {}): Promise<Tab> {
    const tab = await openTab(this.browser, this.site.address, options, expected)
    tab.context().setDefaultTimeout(PATIENCE_MS)
    this.tabs.push(tab)
    return tab
  }

  /** Somebody signed in who has opened no page yet. */
  async signedIn(key: CastKey, wishes: Wishes = {}): Promise<Tab> {
    const [member, tab] = await Promise.all([this.people[key].ready(), this.stranger(wishes)])
    const [name = '', value = ''] = member.cookie.split('=')
    await tab.context().addCookies([
      // Secure belongs to the name; at localhost Chromium sends it without TLS.
      { name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' },
    ])
    return tab
  }

  /** Somebody signed in, at an address. */
  async at(key: CastKey, address = '/', wishes: Wishes = {}): Promise<Tab> {
    const tab = await this.signedIn(key, wishes)
    await arrives(tab, address)
    return tab
  }

  /** Another tab of the same browser. */
  async besides(tab: Tab, address: string): Promise<Tab> {
    const page = await tab.context().newPage()
    await arrives(page, address)
    return Object.assign(page, { complaints: tab.complaints })
  }

  /** What nobody expected, in any tab. For the end of every test. */
  expectQuiet() {
    expect(this.tabs.flatMap(({ complaints }) => complaints)).toEqual([])
  }

  /** Closes the tabs of a test. */
  async clear() {
    await Promise.all(this.tabs.splice(0).map((tab) => tab.context().close()))
  }

  async close() {
    await this.browser.close()
    await this.site.close()
  }
}

/** At an address, with its heading. Asked at each frame: a locator asks twice in a second. */
export async function arrives(tab: Page, address: string): Promise<void> {
  await tab.goto(address)
  await tab.waitForFunction(() => document.querySelector('h1')?.checkVisibility() === true)
}

/** The editor of an answer. */
export const editorOf = (tab: Page, question: number): Locator =>
  tab.getByRole('textbox', { name: `Answer to question ${question}`, exact: true })

/** Saved, as the page says it. */
export const saved = (tab: Page) => tab.getByText(/^Saved \d/).waitFor()

/** Pastes as from another program; Word's own clipboard cannot be had here. */
export const paste = (place: Locator, html: string, text = '') =>
  place.evaluate(
    (element, [html, text]) => {
      const clipboardData = new DataTransfer()
      if (html) clipboardData.setData('text/html', html)
      if (text) clipboardData.setData('text/plain', text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, text] as const,
  )

/** Waits until something in the page is as it should be. */
export const until = (tab: Page, holds: () => boolean) => tab.waitForFunction(holds)

/** One state of a room in the windows that show it: axe, in the other scheme too what colours decide, and nothing wider. */
export async function expectStateSound(room: string, tabs: Record<string, Tab>, what: string): Promise<void> {
  for (const [name, tab] of Object.entries(tabs)) {
    for (const [colorScheme, rules] of [
      ['dark', 'colours'],
      ['light', 'all'],
    ] as const) {
      // A button that is still fading into the other scheme is not looked at.
      await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expectAxeClean(tab, `${what}: ${name}, ${colorScheme}`, rules)
    }
    await expectOneDirection(tab, `${what}: ${name}`)
    await picture(tab, `${room} ${what} ${name}`, name !== 'hall')
  }
}

const SCREENSHOTS = process.env.SCREENSHOTS

/** A picture of the page as it is now, where SCREENSHOTS names a folder. */
export async function picture(tab: Page, name: string, whole = true): Promise<void> {
  if (!SCREENSHOTS) return
  mkdirSync(SCREENSHOTS, { recursive: true })
  await tab.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: whole })
}

/** The last that tests/support/serve.ts prints. */
const READY = 'ready\n'

/** `revive` gives the link for a first administrator, where there is none yet. */
export type SiteApart = Site & { kill(): Promise<void>; revive(): Promise<string | null> }

/** The server as a process of its own, so that it can be killed and come back; here is only what arranges and looks. */
export async function startSiteApart(): Promise<SiteApart> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const app = await startApp({ PUBLIC_URL: address })
  let server: ChildProcess | null = null

  async function revive() {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
      env: { PATH: process.env.PATH, PORT: String(port), PUBLIC_URL: address, APP_DATABASE_URL: app.appUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    server = child
    let said = ''
    for await (const line of child.stdout.iterator({ destroyOnReturn: false })) {
      said += line
      if (said.includes(READY)) break
    }
    return said.match(/http:\S+\/invitations\/\S+/)?.[0] ?? null
  }
  async function kill() {
    const child = server
    server = null
    if (!child || child.exitCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await revive()
  return {
    ...app,
    address,
    kill,
    revive,
    async close() {
      await kill()
      await app.close()
    },
  }
}

/** The sentences of one area of the interface, for whoever follows a page in another language than English. */
export async function wordsOf(area: string, language: string): Promise<Record<string, string>> {
  const folder = area === 'refusals' ? '../../shared/words' : '../../client/words'
  const file: { words: Record<string, string> } = await import(`${folder}/${area}/${language}.ts`)
  return file.words
}

/** A sentence of the interface as a pattern: what is filled in may be anything. */
export const pattern = (message = ''): RegExp =>
  new RegExp(
    message
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+'),
  )
