import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRoom } from '../../shared/sessions.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { openedSession } from '../support/sessions.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('[M1] one reading gives whoever is invited the room, and nobody else', async () => {
  const { sessionId, itemIds, people, room, chair, moderator } = await openedSession(app, { delegations: ['GHA'] })
  const seen = await room(people.drafterGhana)
  expect(seen.items.map(({ id }) => id)).toEqual(itemIds)
  expect(seen).toMatchObject({ invitedAs: 'delegate', roles: [], sessions: [{ id: sessionId, state: 'open' }] })
  expect(seen.may).toMatchObject({ 'idea.write': true, 'speakers.run': false, 'podium.follow': false })
  expect((await room(chair)).roles).toEqual(['chair'])
  expect((await room(moderator)).may).toMatchObject({ 'speakers.run': true, 'session.close': false })
  const outside = await people.drafterNorway.ask(readRoom, { params: { sessionId } })
  const nowhere = await people.drafterNorway.ask(readRoom, { params: { sessionId: randomUUID() } })
  expect([outside.status, outside.body]).toEqual([nowhere.status, nowhere.body])
  expect(outside.status).toBe(404)
})
