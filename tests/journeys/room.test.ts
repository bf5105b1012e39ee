import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { CastKey } from '../../server/seed/cast.ts'
import { givePoints, movePhase } from '../../shared/board.ts'
import { setSpeakersList } from '../../shared/floor.ts'
import { addScreen, readSession, type SessionBody, takeUpItem } from '../../shared/sessions.ts'
import { expectAxeClean, startSite, type Tab } from '../support/browser.ts'
import { expectStateSound, Stage, startSiteApart, wordsOf } from '../support/journey.ts'
import { giveRoles, type OpenedSession, openedSession } from '../support/sessions.ts'

// Five windows, and axe at every state.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'ar' }
const HALL = { viewport: { width: 1920, height: 1080 } }
const OFFLINE = [/failed: net::ERR/, /^WebSocket/]
const TEN_MINUTES = 600_000

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open(startSite())
})
afterEach(() => stage.clear())
afterAll(() => stage?.close())

type Seat = Tab & { heard: string[]; fetched: string[] }

/** Somebody in the room; everything its websocket is told is kept. */
async function enters(who: CastKey | null, address: string, wishes: Parameters<Stage['at']>[2] = {}): Promise<Seat> {
  const tab = who === null ? await stage.stranger(wishes) : await stage.signedIn(who, wishes)
  const heard: string[] = []
  const fetched: string[] = []
  tab.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  tab.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))))
  await tab.goto(address)
  await tab.locator('main h1').first().waitFor()
  return Object.assign(tab, { heard, fetched })
}

const roomOf = (session: OpenedSession) => `/sessions/${session.sessionId}/room`
const press = (tab: Pick<Page, 'getByRole'>, name: string | RegExp) =>
  tab.getByRole('button', { name, exact: true }).click()
const inDialog = (tab: Page) => tab.getByRole('dialog')

/** Presses Tab until what has the focus is called that. */
async function tabTo(tab: Tab, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let stop = 0; stop < 200; stop++) {
    const at = await tab.evaluate(() => {
      const element = document.activeElement
      const labelled = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      const words =
        element?.getAttribute('aria-label') ?? (labelled ? element.labels?.[0]?.textContent : element?.textContent)
      return (words ?? '').trim()
    })
    if (at === name) return
    await tab.keyboard.press(key)
  }
  throw new Error(`Tab never came to ${name}`)
}

/** How far apart the windows show the figures of their clocks, by the clock of the test: for so long, in order. */
async function watchClocks(tabs: readonly Tab[]): Promise<(forMs: number) => Promise<number[]>> {
  const shownAt = new Map<string, number[]>()
  await Promise.all(
    tabs.map(async (tab) => {
      await tab.exposeFunction('clockShows', (figure: string) => {
        shownAt.set(figure, [...(shownAt.get(figure) ?? []), Date.now()])
      })
      await tab.evaluate(() => {
        const face = document.querySelector('.clock-time')!
        const tell: (figure: string) => void = Reflect.get(window, 'clockShows')
        new MutationObserver(() => tell(face.textContent ?? '')).observe(face, {
          characterData: true,
          childList: true,
          subtree: true,
        })
      })
    }),
  )
  return async (forMs) => {
    shownAt.clear()
    await new Promise((done) => setTimeout(done, forMs))
    return [...shownAt.values()]
      .filter((times) => times.length === tabs.length)
      .map((times) => Math.max(...times) - Math.min(...times))
      .sort((a, b) => a - b)
  }
}

const ITEMS = [
  { title: { en: 'Fewer reports, better read', ar: 'تقارير أقل تُقرأ أفضل' }, note: {} },
  { title: { en: 'Mobility of staff', ar: 'تنقل الموظفين' }, note: {} },
].map((item) => ({ ...item, questionIds: [], seconds: { state: 180, group: 300 }, points: { budget: 5, cap: 3 } }))

test('four people and the screen hold a meeting: the floor, ideas, points, a temperature, a topic, to the close', async () => {
  const s = await openedSession(stage.site, {
    title: { en: 'Brainstorming on management reform', ar: 'عصف ذهني بشأن إصلاح الإدارة' },
    items: ITEMS as SessionBody['items'],
    upTo: 'announced',
  })
  const { path } = await s.chair.does(addScreen, {
    params: { sessionId: s.sessionId },
    body: { commandId: crypto.randomUUID() },
  })
  const words: Record<string, string> = { ...(await wordsOf('rooms', 'ar')), ...(await wordsOf('board', 'ar')) }
  const ar = (key: string) => words[key] ?? ''
  const room = roomOf(s)
  const [chair, desk, keys] = await Promise.all([
    enters('staff', room),
    enters('headNorway', room, { expected: OFFLINE }),
    enters('headGhana', room),
  ])
  const [phone, hall] = await Promise.all([enters('headEgypt', room, PHONE), enters(null, path, HALL)])

  // Nothing begins by itself: the chair opens.
  await expectStateSound('room', { chair, phone, hall }, 'announced')
  await press(chair, 'Open the session')
  for (const tab of [chair, desk, keys]) await tab.getByText('The session is open.').first().waitFor()
  await press(chair, 'Take up item 1')
  await hall.getByRole('heading', { name: 'Item 1. Fewer reports, better read' }).waitFor()
  await press(chair, 'Open the list of speakers')

  // Inscribed in two taps, by touch and by keyboard.
  await press(desk, 'Ask for the floor')
  await press(inDialog(desk), 'Ask for the floor')
  await desk.getByText(/^Your delegation is number 1 on the list/).waitFor()
  await phone.getByRole('button', { name: ar('ask_for_floor'), exact: true }).tap()
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: ar('ask_for_floor'), exact: true })
    .tap()
  await phone.locator('.own-place').waitFor()
  await keys.getByRole('button', { name: 'Ask for the floor' }).waitFor()
  await keys.keyboard.press('f')
  await inDialog(keys).waitFor()
  await tabTo(keys, 'Ask for the floor')
  await keys.keyboard.press('Enter')
  await keys.getByText(/^Your delegation is number 3 on the list/).waitFor()

  await press(chair, 'Give the floor to: Norway')
  for (const tab of [chair, desk, phone, keys, hall]) await tab.locator('.clock-time').waitFor()
  expect(await hall.locator('.screen-speaker').innerText()).toBe('Norway')
  await desk.getByText('Your delegation has the floor.').waitFor()
  await expectStateSound('room', { chair, desk, phone, hall }, 'the floor')

  // What everyone sees can be taken back.
  await press(chair, 'Undo')
  await hall.getByText('Nobody has the floor.').waitFor()
  await desk.getByText(/^Your delegation is number 1 on the list/).waitFor()
  await press(chair, 'Give the floor to: Norway')
  await hall.locator('.clock-time').waitFor()

  await writesInSilence()
  await clustersAndPoints()
  await takesTheTemperature()
  await talksItOver()
  await losesTheLine()

  await press(chair, 'Close the session')
  await inDialog(chair).getByRole('button', { name: 'Close the session' }).click()
  for (const tab of [chair, desk, keys]) await tab.getByText('The session is closed.').first().waitFor()
  await expect.poll(() => desk.getByRole('button', { name: 'Ask for the floor' }).count()).toBe(0)
  await expectStateSound('room', { chair, desk, phone, hall }, 'closed')
  // What only the podium does is not loaded by anybody else.
  const ofPodium = /\/assets\/(SessionControls|FloorControls|BoardControls|CardMenu|SealedIdeas|\w*Topic|podium)/
  expect(chair.fetched.some((path) => ofPodium.test(path))).toBe(true)
  for (const tab of [desk, keys, phone, hall]) expect(tab.fetched.filter((path) => ofPodium.test(path))).toEqual([])
  stage.expectQuiet()

  async function writesInSilence() {
    await press(chair, 'Open for silent writing')
    await desk.getByLabel(/^Your idea/).fill('Norway would merge the three annual reports.')
    await press(desk, 'Write the idea')
    await desk.getByText('Not yet revealed').waitFor()
    await phone.getByLabel(ar('your_idea_silent')).fill('تقترح مصر ملخصا من صفحتين.')
    await phone.getByRole('button', { name: ar('write_idea'), exact: true }).tap()
    await phone.locator('.card.own').waitFor()
    await keys.getByLabel(/^Your idea/).waitFor()
    await keys.keyboard.press('i')
    await keys.keyboard.type('Ghana asks who reads them.')
    await tabTo(keys, 'Write the idea')
    await keys.keyboard.press('Enter')
    await keys.getByText('Not yet revealed').waitFor()
    await chair.getByText('3 ideas that the room does not see').waitFor()
    await expectStateSound('room', { chair, desk, phone }, 'silent writing')
    const written = { desk: 'merge the three annual', phone: 'ملخصا من صفحتين', keys: 'who reads them' }
    for (const [name, tab] of Object.entries({ desk, phone, keys, hall })) {
      for (const [author, text] of Object.entries(written)) {
        if (author === name) continue
        expect(await tab.content(), `${author}'s idea on ${name}`).not.toContain(text)
        // Arabic may travel escaped or not.
        const told = tab.heard.map((frame) => frame + decoded(frame)).join('\n')
        expect(told, `${author}'s idea told to ${name}`).not.toContain(text)
      }
    }
    await press(chair, 'Reveal the ideas')
    for (const tab of [chair, desk, phone, keys])
      for (const text of Object.values(written)) await tab.getByText(text).first().waitFor()
    expect(hall.heard.join('\n')).toContain('merge the three annual')
    // The same drawn order for all.
    const orders = await Promise.all(
      [desk, keys, phone].map((tab) => tab.locator('.board .card .said').allInnerTexts()),
    )
    expect(orders[1]).toEqual(orders[0])
    expect(orders[2]).toEqual(orders[0])
    await chair.getByLabel('The plenary screen shows').selectOption('The ideas')
    await hall.getByText('merge the three annual').waitFor()
    await expectStateSound('room', { chair, phone, hall }, 'revealed')
  }

  async function clustersAndPoints() {
    await press(chair, 'Go on to clusters')
    await press(chair, 'Begin a cluster')
    await inDialog(chair).getByLabel('Name of the cluster').fill('Reports')
    await press(inDialog(chair), 'Begin a cluster')
    await inDialog(chair).waitFor({ state: 'detached' })
    await chair.getByRole('region', { name: /^Reports/ }).waitFor()
    // By keyboard alone, from the card to its menu to the cluster.
    const card = chair.locator('.card', { hasText: 'merge the three annual' })
    await card.getByRole('button', { name: /^What to do with/ }).focus()
    await chair.keyboard.press('Enter')
    await tabTo(chair, 'Move to: Reports')
    await chair.keyboard.press('Enter')
    for (const tab of [chair, desk, keys])
      await tab
        .getByRole('region', { name: /^Reports/ })
        .getByText('merge the three annual')
        .waitFor()
    await hall.getByText('Reports', { exact: true }).waitFor()
    await expectStateSound('room', { chair, phone, hall }, 'clusters')
    await press(chair, 'Go on to points')
    for (let points = 0; points < 3; points++) await press(desk, 'One point more: Reports')
    await press(desk, 'Give these points')
    await desk.getByText('2 points left').waitFor()
    await tabTo(keys, 'One point more: Reports')
    await keys.keyboard.press('Enter')
    await tabTo(keys, 'Give these points')
    await keys.keyboard.press('Enter')
    await keys.getByText('4 points left').waitFor()
    await expectStateSound('room', { chair, desk, phone }, 'points')
    // No sums before all have given theirs.
    expect(await keys.getByText(/points?, indicative/).count()).toBe(0)
    const cluster = (await s.room(s.chair)).clusters[0]?.id ?? ''
    for (const who of ['headSenegal', 'headChina', 'headEcuador'] as const)
      await stage.people[who].does(givePoints, {
        params: { itemId: s.itemId },
        body: { revision: 0, points: { [cluster]: 1 } },
      })
    await press(chair, 'Go on to discussion')
    await keys.getByText('7 points, indicative').waitFor()
  }

  async function takesTheTemperature() {
    await press(chair, 'Take the temperature')
    await inDialog(chair).getByLabel('Question to the room').fill('Shall one report replace three?')
    await press(inDialog(chair), 'Prepare the question')
    await press(chair, 'Open for answers')
    await desk.getByRole('radio', { name: 'Inclined to it', exact: true }).check()
    await press(desk, 'Give this answer')
    await desk.getByText('The answer of your delegation has been given.').waitFor()
    await keys.getByRole('radio', { name: 'Awaiting instructions' }).focus()
    await keys.keyboard.press('Space')
    await tabTo(keys, 'Give this answer')
    await keys.keyboard.press('Enter')
    await keys.getByText('The answer of your delegation has been given.').waitFor()
    await expectStateSound('room', { chair, desk, phone }, 'temperature')
    const question = chair.locator('.temperature')
    await question.getByRole('button', { name: 'Close the question' }).click()
    await desk.getByText('Closed; no figures have been given out').waitFor()
    await press(chair, 'Give the figures out')
    await press(inDialog(chair), 'Give the figures out')
    await desk.getByText('Too few delegations answered for figures.').first().waitFor()
    await chair.getByLabel('The plenary screen shows').selectOption('The figures given out')
    await hall.getByRole('heading', { name: 'Shall one report replace three?' }).waitFor()
    await expectStateSound('room', { chair, phone, hall }, 'released')
  }

  async function talksItOver() {
    await press(chair, 'Open a topic')
    await inDialog(chair).getByLabel('Title of the topic').fill('What must remain')
    await press(inDialog(chair), 'Open a topic')
    await desk.getByLabel('Your remark').fill('The report on composition.')
    await press(desk, 'Send')
    await keys.getByText('The report on composition.').first().waitFor()
    await keys.getByRole('button', { name: 'Reply', exact: true }).focus()
    await keys.keyboard.press('Enter')
    await tabTo(keys, 'Your remark')
    await keys.keyboard.type('And the one on posts.')
    await tabTo(keys, 'Send')
    await keys.keyboard.press('Enter')
    await desk.getByText('And the one on posts.').waitFor()
    await expectStateSound('room', { chair, desk, phone }, 'topic')
    // An address that names it leads there, also afresh and where it has been folded away.
    await press(chair, 'Mark as resolved')
    const topic = desk.locator('details.topic')
    await expect.poll(() => topic.getAttribute('open')).toBe(null)
    await desk.goto(`${desk.url()}#${await topic.getAttribute('id')}`)
    await desk.reload()
    await topic.getByText('And the one on posts.').waitFor()
    await expect
      .poll(() => topic.evaluate((one) => one.getBoundingClientRect().top < innerHeight && scrollY > 0))
      .toBe(true)
    await chair.locator('details.topic summary').click()
    await press(chair, 'Open again')

    const card = chair.locator('.card', { hasText: 'who reads them' })
    await card.getByRole('button', { name: /^What to do with/ }).click()
    await card.getByRole('button', { name: 'Hide' }).click()
    await inDialog(chair).getByLabel('Reason, for the author').fill('Asked already under item 2.')
    await press(inDialog(chair), 'Hide')
    await keys.getByText('Reason: Asked already under item 2.').waitFor()
    await expect.poll(() => desk.getByText('who reads them').count()).toBe(0)
    await expectStateSound('room', { chair, keys, phone }, 'hidden')
  }

  async function losesTheLine() {
    const text = 'Norway adds this from a lift.'
    await desk.context().setOffline(true)
    await desk.getByLabel(/^Your idea/).fill(text)
    await press(desk, 'Write the idea')
    await desk.getByText(/^Reconnecting\. Last update|^Connecting\./).waitFor({ timeout: 30_000 })
    expect(await desk.getByLabel(/^Your idea/).inputValue()).toBe(text)
    await expectStateSound('room', { desk }, 'line cut')
    // What the room does meanwhile is there when the line is back.
    await press(chair, 'End the statement')
    await desk.context().setOffline(false)
    await desk.getByText('Nobody has the floor.').waitFor({ timeout: 30_000 })
    await desk.locator('.connection').waitFor({ state: 'detached' })
    await press(desk, 'Write the idea')
    await keys.getByText(text).waitFor()
    await expect.poll(() => desk.getByLabel(/^Your idea/).inputValue()).toBe('')
    const [{ count } = { count: 0 }] = await stage.site.sql<{ count: number }>(
      'select count(*)::int as count from ideas where text = $1',
      [text],
    )
    expect(count).toBe(1)
  }
})

/** A frame with what is escaped in it written out. */
const decoded = (frame: string) =>
  frame.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))

test('the clock shows the same on every device, also where one’s own is ten minutes wrong', async () => {
  const s = await openedSession(stage.site)
  const wrong = await stage.at('headGhana', '/account')
  await wrong.clock.install({ time: Date.now() + TEN_MINUTES })
  await wrong.goto(roomOf(s))
  const { path } = await s.chair.does(addScreen, {
    params: { sessionId: s.sessionId },
    body: { commandId: crypto.randomUUID() },
  })
  const [chair, desk, hall] = await Promise.all([
    enters('staff', roomOf(s)),
    enters('headNorway', roomOf(s)),
    enters(null, path, HALL),
  ])
  await press(chair, 'Take up item 1')
  await press(chair, 'Open the list of speakers')
  await press(desk, 'Ask for the floor')
  await inDialog(desk).getByRole('button', { name: 'Ask for the floor' }).click()
  await press(chair, 'Give the floor to: Norway')
  const tabs = [chair, desk, wrong, hall]
  for (const tab of tabs) await tab.locator('.clock-time').waitFor()
  const spreadsOf = await watchClocks(tabs)
  // On a busy machine all are late now and then; one that is wrong is wrong every time.
  await expect
    .poll(
      async () => {
        const spreads = await spreadsOf(5_000)
        return spreads.length >= 3 ? spreads[spreads.length >> 1] : Number.POSITIVE_INFINITY
      },
      { timeout: 60_000 },
    )
    .toBeLessThanOrEqual(500)

  // Set right in the middle of the meeting, it goes on with the others.
  const readAgain = wrong.waitForResponse((response) => response.url().endsWith(`/api${roomOf(s)}`))
  await wrong.clock.setSystemTime(Date.now())
  await readAgain
  const seconds = async (tab: Tab) => {
    const [minutes = 0, rest = 0] = (await tab.locator('.clock-time').innerText()).split(':').map(Number)
    return minutes * 60 + rest
  }
  await expect.poll(async () => Math.abs((await seconds(wrong)) - (await seconds(chair)))).toBeLessThanOrEqual(1)
  stage.expectQuiet()
})

test('without names: the idea goes out without cookie and delegation, and the page says what is promised', async () => {
  const s = await openedSession(stage.site, { mode: 'anonymous' })
  await s.chair.does(takeUpItem, {
    params: { sessionId: s.sessionId },
    body: { commandId: crypto.randomUUID(), from: null, to: s.itemId },
  })
  const [chair, ghana, norway] = await Promise.all([
    enters('staff', roomOf(s)),
    enters('headGhana', roomOf(s)),
    enters('headNorway', roomOf(s)),
  ])
  await ghana.getByText(/^Ideas are taken without a name: no link to your delegation is stored/).waitFor()
  await press(chair, 'Open for silent writing')
  // The right to write was drawn when the page opened, before anything was written.
  await expect.poll(() => ghana.fetched.filter((path) => path.endsWith('/credits')).length).toBeGreaterThan(0)
  const text = 'Nobody is to know who says this.'
  await ghana.getByLabel(/^Your idea/).fill(text)
  await ghana.getByText(/^Sent without your name and without your sign-in/).waitFor()
  await expectStateSound('room', { ghana, chair }, 'without names')
  const [sent] = await Promise.all([
    ghana.waitForRequest((request) => request.postData()?.includes(text) ?? false),
    press(ghana, 'Write the idea'),
  ])
  const headers = await sent.allHeaders()
  for (const name of ['cookie', 'x-acting-for', 'referer', 'authorization']) expect(headers).not.toHaveProperty(name)
  const said: Record<string, unknown> = JSON.parse(sent.postData() ?? '{}')
  expect(Object.keys(said).sort()).toEqual(['credit', 'itemId', 'language', 'text'])
  await expect.poll(() => ghana.getByLabel(/^Your idea/).inputValue()).toBe('')
  for (const tab of [chair, norway]) expect(tab.heard.join()).not.toContain(text)
  // One alone is not released before the close.
  await press(chair, 'Reveal the ideas')
  await norway.getByText('The ideas are revealed, in drawn order.').waitFor()
  expect(await norway.getByText(text).count()).toBe(0)
  await press(chair, 'Close the session')
  await inDialog(chair).getByRole('button', { name: 'Close the session' }).click()
  await norway.getByText(text).waitFor()
  expect(norway.heard.join()).not.toMatch(
    new RegExp(`${s.delegationIds.GHA}[^{}]*${text}|${text}[^{}]*${s.delegationIds.GHA}`),
  )
  stage.expectQuiet()
})

test('with a moderator before the room: an idea is returned with a reason, changed and let through', async () => {
  const s = await openedSession(stage.site, { prescreen: true })
  const [chair, ghana, norway] = await Promise.all([
    enters('staff', roomOf(s)),
    enters('headGhana', roomOf(s)),
    enters('headNorway', roomOf(s)),
  ])
  await press(chair, 'Take up item 1')
  await press(chair, 'Open for silent writing')
  await norway.getByLabel(/^Your idea/).waitFor()
  await press(chair, 'Reveal the ideas')
  await ghana.getByLabel('Your idea', { exact: true }).fill('Too long and about something else.')
  await press(ghana, 'Write the idea')
  await ghana.getByText('With a moderator').waitFor()
  await press(chair, 'Return to the author')
  await inDialog(chair).getByLabel('Reason, for the author').fill('Please say which report.')
  await press(inDialog(chair), 'Return to the author')
  await ghana.getByText('Reason: Please say which report.').waitFor()
  await expectStateSound('room', { ghana, chair }, 'returned')
  await press(ghana, 'Change')
  await ghana.locator('.card.own').getByLabel('Your idea').fill('The report on consultants.')
  await press(ghana, 'Save')
  await ghana.getByText('With a moderator').waitFor()
  expect(await norway.content()).not.toContain('report on consultants')
  expect(norway.heard.join()).not.toContain('report on consultants')
  await press(chair, 'Let through')
  await norway.getByText('The report on consultants.').waitFor()
  stage.expectQuiet()
})

test('whoever is given another part in the session sees the room as that at once', async () => {
  const s = await openedSession(stage.site)
  const room = roomOf(s)
  const moderator = await enters('secondStaff', room, { locale: 'en', expected: [/answered 40[34]$/, /^WebSocket/] })
  const takeUp = moderator.locator('.room-agenda fieldset .button').first()
  await takeUp.waitFor()
  const read = () => s.chair.does(readSession, { params: { sessionId: s.sessionId } })
  await giveRoles(await read(), s.chair, [{ who: s.moderator, role: 'note_taker' }])
  await takeUp.waitFor({ state: 'detached' })
  await giveRoles(await read(), s.chair, [{ who: s.moderator, role: 'moderator' }])
  await takeUp.waitFor()
  stage.expectQuiet()
})

test('[M15] “?” lists the keys there are; they do what they say, and not while one types or has turned them off', async () => {
  const s = await openedSession(stage.site, {})
  const tab = await enters('headGhana', roomOf(s))
  await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
  await s.chair.does(movePhase, {
    params: { itemId: s.itemId },
    body: { commandId: crypto.randomUUID(), from: 'idle', to: 'writing' },
  })
  await tab.getByLabel(/^Your idea/).waitFor()
  await tab.keyboard.press('?')
  const sheet = inDialog(tab)
  await expect.poll(() => sheet.locator('kbd').allInnerTexts()).toEqual(['f', 'i', '?'])
  await expectAxeClean(tab, 'the sheet of keys')
  await tab.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await tab.keyboard.press('i')
  await tab.keyboard.type('if? fine')
  expect(await tab.getByLabel(/^Your idea/).inputValue()).toBe('if? fine')
  expect(await inDialog(tab).count()).toBe(0)
  await tab.getByRole('heading', { level: 1 }).focus()
  await tab.keyboard.press('f')
  await inDialog(tab).getByRole('button', { name: 'Ask for the floor' }).waitFor()
  await tab.keyboard.press('Escape')
  await tab.keyboard.press('?')
  await inDialog(tab).getByRole('checkbox').uncheck()
  await tab.keyboard.press('Escape')
  await tab.keyboard.press('f')
  expect(await inDialog(tab).count()).toBe(0)
  stage.expectQuiet()
})

test('[M15] what happens is read out together, once in five seconds at most, and leaves the focus where it is', async () => {
  const s = await openedSession(stage.site, {})
  const [first = '', second = ''] = s.itemIds
  const takesUp = (from: string | null, to: string) =>
    s.chair.does(takeUpItem, {
      params: { sessionId: s.sessionId },
      body: { commandId: crypto.randomUUID(), from, to },
    })
  await takesUp(null, first)
  await s.chair.does(movePhase, {
    params: { itemId: first },
    body: { commandId: crypto.randomUUID(), from: 'idle', to: 'writing' },
  })
  const tab = await stage.at('headGhana', '/account')
  await tab.clock.install()
  await tab.goto(roomOf(s))
  await tab.getByLabel(/^Your idea/).fill('Read the reports aloud.')
  const read = await tab.evaluateHandle(() => {
    const read: { text: string; at: number }[] = []
    const log = document.querySelector('[role=log]')!
    const listen = () => read.push({ text: log.textContent ?? '', at: Date.now() })
    new MutationObserver(listen).observe(log, { characterData: true, childList: true, subtree: true })
    return read
  })
  const readOut = () => read.evaluate((all) => all)
  // By the clock of the page, which goes on only when it is told to.
  await tab.clock.pauseAt((await tab.evaluate(() => Date.now())) + 500)
  const shows = async (number: number) => {
    const heading = tab.getByRole('heading', { level: 2, name: `Agenda item ${number}` })
    for (let turn = 0; turn < 10 && !(await heading.isVisible()); turn++) {
      await tab.clock.runFor(300)
      await new Promise((done) => setTimeout(done, 300))
    }
    await heading.waitFor()
  }
  await press(tab, 'Write the idea')
  await tab.locator('.card.own').waitFor()
  const title = tab.getByRole('heading', { level: 1 })
  await title.focus()
  await takesUp(first, second)
  await shows(2)
  expect(await readOut()).toEqual([])
  await tab.clock.runFor(5_000)
  await expect.poll(async () => (await readOut()).length).toBe(1)
  const [together] = await readOut()
  expect(together?.text).toContain('The idea has been written.')
  expect(together?.text).toContain('Agenda item 2')
  await takesUp(second, first)
  await shows(1)
  expect(await readOut()).toHaveLength(1)
  await tab.clock.runFor(5_000)
  await expect.poll(async () => (await readOut()).length).toBe(2)
  const [, later] = await readOut()
  expect(later?.text).toContain('Agenda item 1')
  expect(later?.text).not.toContain('Agenda item 2')
  expect((later?.at ?? 0) - (together?.at ?? 0)).toBeGreaterThanOrEqual(5_000)
  expect(await tab.locator('[role=log]').getAttribute('aria-live')).toBe('polite')
  expect(await title.evaluate((heading) => heading === document.activeElement)).toBe(true)
  stage.expectQuiet()
})

test('a screen whose server goes away comes back by itself', async () => {
  const site = await startSiteApart()
  const apart = await Stage.open(Promise.resolve(site))
  try {
    const s = await openedSession(site)
    const { path } = await s.chair.does(addScreen, {
      params: { sessionId: s.sessionId },
      body: { commandId: crypto.randomUUID() },
    })
    const hall = await apart.stranger({ ...HALL, expected: [...OFFLINE, /answered 503$/] })
    await hall.goto(path)
    await hall.getByText('The session is open.').waitFor()
    expect(await hall.evaluate(() => getComputedStyle(document.querySelector('.screen')!).cursor)).toBe('none')
    await site.kill()
    await hall.locator('.connection').waitFor({ timeout: 30_000 })
    await s.chair.does(takeUpItem, {
      params: { sessionId: s.sessionId },
      body: { commandId: crypto.randomUUID(), from: null, to: s.itemId },
    })
    await site.revive()
    await hall.getByRole('heading', { name: 'Item 1. Agenda item 1' }).waitFor({ timeout: 60_000 })
    await hall.locator('.connection').waitFor({ state: 'detached', timeout: 30_000 })
    // Everything is large enough for the back of the hall, and nothing is below the edge.
    const small = await hall.evaluate(() =>
      [...document.querySelectorAll('.screen *')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < innerHeight * 0.04 - 0.5)
        .map((element) => element.outerHTML),
    )
    expect(small).toEqual([])
    expect(await hall.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true)
    apart.expectQuiet()
  } finally {
    await apart.close()
  }
})
