import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { castPerson } from '../../server/seed/cast.ts'
import type { ListView } from '../../shared/question-lists.ts'
import { type ResponseView, readResponse } from '../../shared/responses.ts'
import { plainText } from '../../shared/text.ts'
import { expectAxeClean, signInAt, type Tab } from '../support/browser.ts'
import { editorOf, picture, type SiteApart, Stage, saved, startSiteApart } from '../support/journey.ts'
import { circulatedList } from '../support/lists.ts'
import { drafted, questionAt } from '../support/responses.ts'

/** The promise: what was typed longer ago than this is safe, whatever happens. */
const PROMISE_MS = 2_000

vi.setConfig({ testTimeout: 60_000 })

let site: SiteApart
let stage: Stage
let list: ListView
let response: ResponseView

beforeAll(async () => {
  site = await startSiteApart()
  stage = await Stage.open(Promise.resolve(site))
  list = await circulatedList(site)
  response = await drafted(stage.people.drafterGhana, list, { 1: 'The first draft.' })
})
afterEach(() => stage.clear())
afterAll(() => stage?.close())

const addressOf = (number: number) => `/lists/${list.id}/response/${response.id}?question=${questionAt(list, number)}`

async function stored(number: number): Promise<string> {
  const { answers } = await stage.people.readerGhana.does(readResponse, { params: { responseId: response.id } })
  const answer = answers.find(({ questionId }) => questionId === questionAt(list, number))
  return plainText(answer?.blocks ?? [])
}

/** Until it is there: a line that comes back after the leap in time is use of the sign-in, and then it leaps again. */
const shown = (place: Locator, leap: () => Promise<void>) =>
  expect
    .poll(
      async () => {
        await leap()
        return place.waitFor({ timeout: 2_000 }).then(
          () => true,
          () => false,
        )
      },
      { timeout: 30_000 },
    )
    .toBe(true)

const keptOn = (tab: Tab) =>
  tab.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('draft ')))

test('[T93] a tab that crashes two seconds after the last letter has lost nothing', async () => {
  const tab = await stage.at('drafterGhana', addressOf(2))
  await editorOf(tab, 2).click()
  await tab.keyboard.type('We support one report instead of four.')
  const typedAt = Date.now()
  const devtools = await tab.context().newCDPSession(tab)
  // Two seconds, or longer where the machine is so busy that the page does not yet say so.
  await Promise.all([new Promise((done) => setTimeout(done, typedAt + PROMISE_MS - Date.now())), saved(tab)])
  // No page handler runs: not as when somebody closes it.
  devtools.send('Page.crash').catch(() => {})
  await tab.waitForEvent('crash')
  expect(await stored(2)).toBe('We support one report instead of four.')
})

test('[T93] a tab that is closed in the middle of a word, without a server, goes on where it was', async () => {
  const tab = await stage.at('drafterGhana', addressOf(3), { expected: [/failed: net::ERR/, /^WebSocket/] })
  await editorOf(tab, 3).click()
  await site.kill()
  await tab.keyboard.type('Closed in the middle of a wo')
  const closed = tab.waitForEvent('close')
  await tab.close({ runBeforeUnload: true })
  await closed
  await site.revive()
  expect(await stored(3)).toBe('')
  const again = await stage.besides(tab, addressOf(3))
  await again.getByText('What you had typed on this device was not yet saved. It is here again.').waitFor()
  expect(await editorOf(again, 3).innerText()).toBe('Closed in the middle of a wo')
  await expect.poll(() => stored(3)).toBe('Closed in the middle of a wo')
  await expect.poll(() => keptOn(again)).toEqual([])
})

test('[T93] the server is killed and comes back while somebody types; the page says so and nothing is lost', async () => {
  const tab = await stage.at('drafterGhana', addressOf(4), { expected: [/failed: net::ERR/, /^WebSocket/] })
  await editorOf(tab, 4).click()
  await tab.keyboard.type('Before the server went, ')
  await saved(tab)
  await site.kill()
  await tab.keyboard.type('while it was away, ')
  await tab.getByText('Not saved: no connection. Kept on this device and sent when the line is back.').waitFor()
  await site.revive()
  await tab.keyboard.type('and after it came back.')
  await saved(tab)
  expect(await stored(4)).toBe('Before the server went, while it was away, and after it came back.')
  expect(await editorOf(tab, 4).innerText()).toBe('Before the server went, while it was away, and after it came back.')
  stage.expectQuiet()
})

test('a line that is cut while one types is said, and what was typed is sent when it is back', async () => {
  const tab = await stage.at('drafterGhana', addressOf(5), { expected: [/failed: net::ERR/, /^WebSocket/] })
  await editorOf(tab, 5).click()
  await tab.context().setOffline(true)
  await tab.keyboard.type('Typed in a lift.')
  await tab.getByText('Not saved: no connection.').first().waitFor()
  expect(await keptOn(tab)).toHaveLength(1)
  await tab.context().setOffline(false)
  await saved(tab)
  expect(await stored(5)).toBe('Typed in a lift.')
  expect(await keptOn(tab)).toEqual([])
  stage.expectQuiet()
})

test('[T62] a sign-in that ends in the middle of typing is asked for over the page, and the same text is there', async () => {
  const tab = await stage.at('standInGhana', addressOf(6), { expected: [/answered 401$/, /^WebSocket/] })
  await editorOf(tab, 6).click()
  await tab.keyboard.type('The sign-in ends ')
  await saved(tab)
  await site.sql('delete from sign_ins where person_id = (select id from people where email = $1)', [
    castPerson('standInGhana').email,
  ])
  await tab.keyboard.type('in the middle of this sentence.')
  const dialog = tab.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('Password', { exact: true }).fill(castPerson('standInGhana').password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await dialog.waitFor({ state: 'detached' })
  await saved(tab)
  expect(await editorOf(tab, 6).innerText()).toBe('The sign-in ends in the middle of this sentence.')
  expect(await stored(6)).toBe('The sign-in ends in the middle of this sentence.')
  stage.expectQuiet()
})

test('[T62] two minutes before a sign-in ends the page says so, by the clock of the server, and one click keeps it', async () => {
  const tab = await stage.stranger({ expected: [/^WebSocket/, /failed: net::ERR/] })
  // A device whose clock is three hours behind.
  await tab.clock.install({ time: Date.now() - 3 * 3_600_000 })
  const { email, password } = castPerson('readerGhana')
  await tab.goto('/')
  await signInAt(tab, { email, password })
  const endsIn = (seconds: number) =>
    site.sql(
      `update sign_ins set expires_at = now() + make_interval(secs => $2)
       where person_id = (select id from people where email = $1)`,
      [email, seconds],
    )
  const ends = async () => {
    const [row] = await site.sql<{ at: Date }>(
      'select max(expires_at) as at from sign_ins where person_id = (select id from people where email = $1)',
      [email],
    )
    return row!.at
  }
  const warning = tab.getByRole('status').filter({ hasText: 'You will be signed out at' })
  expect(await warning.count()).toBe(0)

  // Nothing is done for half an hour; the page looks when the two minutes would begin.
  await shown(warning, async () => {
    await endsIn(110)
    await tab.clock.fastForward('28:01')
  })
  const before = await ends()
  const said = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', timeZone: 'America/New_York' })
  const minute = said.formatToParts(before).find(({ type }) => type === 'minute')!.value
  expect(await warning.innerText()).toContain(minute)
  await tab.locator('h1').waitFor()
  await expectAxeClean(tab, 'the warning')
  await picture(tab, 'sign-in-ends', false)
  await warning.getByRole('button', { name: 'Stay signed in' }).click()
  await warning.waitFor({ state: 'detached' })
  expect((await ends()).getTime() - before.getTime()).toBeGreaterThan(20 * 60_000)

  // What another tab does is use as well, and takes the warning away here.
  await shown(warning, async () => {
    await endsIn(110)
    await tab.clock.fastForward('28:01')
  })
  const other = await stage.besides(tab, '/mission')
  await tab.clock.runFor(6_000)
  await warning.waitFor({ state: 'detached' })
  await other.close()

  // The end that comes whatever is done offers nothing that would not help.
  const last = tab.getByRole('status').filter({ hasText: 'This sign-in ends at' })
  await shown(last, async () => {
    await site.sql(
      `update sign_ins set started_at = now() - interval '12 hours' + interval '110 seconds'
       where person_id = (select id from people where email = $1)`,
      [email],
    )
    await tab.clock.fastForward('28:01')
  })
  expect(await last.innerText()).toContain('you will be asked to sign in again. What you typed is kept.')
  expect(await last.getByRole('button').count()).toBe(0)
  stage.expectQuiet()
})

test('[T91] of two who write on one answer neither overwrites the other unseen: both texts are shown, and one decides', async () => {
  const refused = { expected: [/answered 412$/, /answered 409$/, /failed: net::ERR/, /^WebSocket/] }
  const [first, second] = await Promise.all([
    stage.at('drafterGhana', addressOf(7)),
    stage.at('secondDrafterGhana', addressOf(7), refused),
  ])
  await first.getByText(/^Second drafter, Mission of Ghana is at this question too/).waitFor()
  await editorOf(second, 7).click()
  await second.context().setOffline(true)
  await second.keyboard.type('Ours is a text about mobility.')
  await second.getByText('Not saved: no connection.').first().waitFor()
  await editorOf(first, 7).click()
  await first.keyboard.type('This one is about the budget.')
  await saved(first)
  await second.context().setOffline(false)
  const panel = second.getByRole('alert').filter({ hasText: 'Two of you changed this answer' })
  await panel.getByText('Ours is a text about mobility.').waitFor()
  await panel.getByText('This one is about the budget.').waitFor()
  expect(await stored(7)).toBe('This one is about the budget.')
  await panel.getByRole('button', { name: 'Join both' }).click()
  await saved(second)
  expect(await stored(7)).toBe('This one is about the budget.\nOurs is a text about mobility.')
  // The colleague, who is not typing now, sees it without doing anything.
  await editorOf(first, 7).getByText('Ours is a text about mobility.').waitFor()
  stage.expectQuiet()
})

test('[T92] what a colleague saves meanwhile moves neither the caret nor the focus nor the text of who types', async () => {
  const [typing, colleague] = await Promise.all([
    stage.at('drafterGhana', addressOf(8)),
    stage.at('secondDrafterGhana', addressOf(9)),
  ])
  await editorOf(typing, 8).click()
  await typing.keyboard.type('The middle is missing here.')
  for (const _ of ' here.') await typing.keyboard.press('ArrowLeft')
  await editorOf(colleague, 9).click()
  await colleague.keyboard.type('Another answer.')
  await saved(colleague)
  await typing
    .getByRole('navigation', { name: 'Questions' })
    .getByText(/^Second drafter.* is here/)
    .waitFor()
  await typing.getByRole('link', { name: /^9 .*Drafted/ }).waitFor()
  await typing.keyboard.type(' still')
  await saved(typing)
  expect(await stored(8)).toBe('The middle is missing still here.')
  stage.expectQuiet()
})

test('[T93] after signing out no text of a draft is on the device, and what was typed last is with the server', async () => {
  const tab = await stage.at('drafterGhana', addressOf(10))
  await editorOf(tab, 10).click()
  await tab.keyboard.type('Typed just before leaving.')
  await expect.poll(() => keptOn(tab)).toHaveLength(1)
  await tab.getByRole('button', { name: /^Ghana, Drafter/ }).click()
  await tab.getByRole('button', { name: 'Sign out' }).click()
  await tab.getByRole('heading', { name: 'Sign in' }).waitFor()
  const everything = await tab.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(everything).not.toContain('Typed just')
  expect(everything).not.toContain('draft ')
  await tab.goBack()
  await tab.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await tab.content()).not.toContain('Typed just')
  expect(await stored(10)).toBe('Typed just before leaving.')
  stage.expectQuiet()
})
