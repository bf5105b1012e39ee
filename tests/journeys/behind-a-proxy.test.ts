import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { setSpeakersList } from '../../shared/floor.ts'
import { LIVE_EVENTS_PATH } from '../../shared/live.ts'
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
