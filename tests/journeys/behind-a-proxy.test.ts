import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { movePhase } from '../../shared/board.ts'
import { setSpeakersList } from '../../shared/floor.ts'
import { LIVE_EVENTS_PATH } from '../../shared/live.ts'
import { takeUpItem } from '../../shared/sessions.ts'
import { startSite } from '../support/browser.ts'
import { Stage } from '../support/journey.ts'
import { openedSession } from '../support/sessions.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open(startSite())
})
afterEach(() => stage.clear())
afterAll(() => stage?.close())

const OFFLINE = [/failed: net::ERR/, /^WebSocket/, /ERR_FAILED/]

test('[N10] where a proxy ends every websocket, the room is followed by server-sent events, and nobody notices', async () => {
  const s = await openedSession(stage.site, {})
  const tab = await stage.at('headGhana', '/account')
  await tab.routeWebSocket(/\/api\/live/, (socket) => socket.close())
  const followed: string[] = []
  tab.on('request', (request) => {
    if (new URL(request.url()).pathname === LIVE_EVENTS_PATH) followed.push(request.url())
  })
  await tab.goto(`/sessions/${s.sessionId}/room`)
  await tab.getByText('The list is closed.').waitFor()
  await vi.waitFor(() => expect(followed.length).toBeGreaterThan(0), { timeout: 20_000 })
  await tab.getByText(/^Reconnecting/).waitFor({ state: 'detached' })
  await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
  await tab.getByText('The list is open.').waitFor()
  tab.complaints.splice(0, Infinity, ...tab.complaints.filter((said) => !OFFLINE.some((known) => known.test(said))))
  expect(tab.complaints).toEqual([])
})

test('[N10] a websocket that does not come up in five seconds is not waited for: the room goes on by server-sent events', async () => {
  const s = await openedSession(stage.site, {})
  const tab = await stage.at('headGhana', '/account')
  // Opened, and never answered: nothing ends it, so that nothing but the client's patience does.
  await tab.routeWebSocket(/\/api\/live/, () => {})
  const followed = tab.waitForRequest((request) => new URL(request.url()).pathname === LIVE_EVENTS_PATH, {
    timeout: 30_000,
  })
  await tab.goto(`/sessions/${s.sessionId}/room`)
  await tab.getByText('The list is closed.').waitFor()
  await followed
  await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
  await tab.getByText('The list is open.').waitFor({ timeout: 20_000 })
})

test('[M2] a line that falls silent is shown within ten seconds and said once, what was typed is kept, and it comes back', async () => {
  const s = await openedSession(stage.site, { items: 1 })
  const params = { itemId: s.itemId }
  await s.chair.does(takeUpItem, {
    params: { sessionId: s.sessionId },
    body: { commandId: randomUUID(), from: null, to: s.itemId },
  })
  await s.chair.does(movePhase, { params, body: { commandId: randomUUID(), from: 'idle', to: 'writing' } })
  const tab = await stage.at('headGhana', '/account')
  // Nothing ends the line and nothing is refused: no byte comes through any more.
  let silent = false
  await tab.routeWebSocket(/\/api\/live/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => (silent ? undefined : server.send(message)))
    server.onMessage((message) => (silent ? undefined : socket.send(message)))
  })
  await tab.route(`**${LIVE_EVENTS_PATH}*`, (route) => (silent ? undefined : route.continue()))
  await tab.clock.install()
  await tab.goto(`/sessions/${s.sessionId}/room`)
  await tab.getByLabel(/^Your idea/).fill('Ghana types in a tunnel.')
  const connection = tab.locator('.connection')
  expect(await connection.count()).toBe(0)

  // By the clock of the page, which goes on only when it is told to.
  await tab.clock.pauseAt((await tab.evaluate(() => Date.now())) + 500)
  silent = true
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 100) await tab.clock.runFor(100)
  }
  await pass(10_000)
  await connection.waitFor()
  const said = await connection.innerText()
  expect(said).toMatch(/^Reconnecting\. Last update \d\d:\d\d:\d\d\. What you typed is safe\.$/)
  expect(await connection.getAttribute('role')).toBe('status')
  await pass(5_000)
  expect(await connection.innerText()).toBe(said)
  const idea = tab.getByLabel(/^Your idea/)
  expect(await idea.inputValue()).toBe('Ghana types in a tunnel.')
  expect(await idea.isEditable()).toBe(true)

  silent = false
  await tab.clock.resume()
  await connection.waitFor({ state: 'detached', timeout: 40_000 })
  await tab.getByRole('button', { name: 'Write the idea', exact: true }).click()
  await tab.locator('.card.own', { hasText: 'Ghana types in a tunnel.' }).waitFor()
  await expect.poll(() => idea.inputValue()).toBe('')
})

test('[N10] where nothing comes through at all, the page says so and fetches afresh now and then', async () => {
  const s = await openedSession(stage.site, {})
  const tab = await stage.at('headGhana', '/account')
  await tab.routeWebSocket(/\/api\/live/, (socket) => socket.close())
  await tab.route(`**${LIVE_EVENTS_PATH}*`, (route) => route.abort())
  await tab.goto(`/sessions/${s.sessionId}/room`)
  await tab.getByText('The list is closed.').waitFor()
  await tab.locator('.connection').first().waitFor({ timeout: 15_000 })
  await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
  await tab.getByText('The list is open.').waitFor({ timeout: 25_000 })
})
