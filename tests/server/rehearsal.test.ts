import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDemo } from '../../server/seed/demo.ts'
import { beginRehearsal, play } from '../../server/seed/rehearsal.ts'
import { movePhase } from '../../shared/board.ts'
import { setSpeakersList } from '../../shared/floor.ts'
import { readRecord } from '../../shared/records.ts'
import { readRoom } from '../../shared/sessions.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { listen } from '../support/line.ts'

let app: TestApp
let origin: string
const PORT = 20_000 + (process.pid % 20_000)
beforeAll(async () => {
  app = await startApp({ SAMPLE: 'true', PUBLIC_URL: `http://127.0.0.1:${PORT}` })
  await seedDemo(app.parts, app.ownerUrl)
  await app.server.listen({ port: PORT, host: '127.0.0.1' })
  origin = `http://${await listen(app)}`
}, 120_000)
afterAll(() => app.close())

test('[S9] simulated delegations inscribe, write in silence and are marked as a rehearsal; the chair is a person', async () => {
  const rehearsal = await beginRehearsal(origin, 4)
  const { chair, sessionId } = rehearsal
  const room = () => chair.does(readRoom, { params: { sessionId } })
  const { items, sessions } = await room()
  expect(sessions[0]).toMatchObject({ rehearsal: true, state: 'open' })
  const params = { itemId: items.toSorted((a, b) => a.number - b.number)[0]!.id }
  await chair.does(setSpeakersList, { params, body: { open: true } })
  await chair.does(movePhase, { params, body: { commandId: randomUUID(), from: 'idle', to: 'writing' } })

  const stop = new AbortController()
  const playing = play(rehearsal, stop.signal, { least: 20, most: 80 })
  const until = Date.now() + 50_000
  for (let view = await room(); view.sealed.length < 4 || view.attendances.length < 4; view = await room()) {
    expect(Date.now()).toBeLessThan(until)
    await new Promise((done) => setTimeout(done, 50))
  }
  stop.abort()
  await playing
  const record = await chair.does(readRecord, { params: { sessionId } })
  expect(record.session.rehearsal).toBe(true)
})

test('where there are real texts no rehearsal is played', async () => {
  const real = await startApp({ PUBLIC_URL: `http://127.0.0.1:${PORT + 1}` })
  await real.server.listen({ port: PORT + 1, host: '127.0.0.1' })
  await expect(beginRehearsal(`http://127.0.0.1:${PORT + 1}`, 2)).rejects.toThrow(/only where all there is/)
  await real.close()
})
