import { setTimeout as wait } from 'node:timers/promises'
import { LIVE_PATH, LIVE_PROTOCOL, streams } from '../../shared/live.ts'
import type { SessionView } from '../../shared/sessions.ts'
import type { Follower } from './listeners.ts'
import type { Line } from './measure.ts'
import { freePort, type Place } from './place.ts'
import { Listeners, opened, write } from './rooms.ts'

const FOLLOWERS = 1_000
/** Written while there is no server. */
const MISSED = 40

/** A thousand lose their server, miss something, and all come back to the one that takes its place. */
export async function returnLines(place: Place): Promise<Line[]> {
  const listeners = new Listeners()
  try {
    const session = await opened(place)
    const stream = streams.sessionAll(session.id)
    const port = await freePort()
    const first = await place.another(port)
    await listeners.open('ours', `http://localhost:${port}`, LIVE_PATH, followersOf(place, session, port))
    await write(place, [stream], [session.id])
    await wait(1_500)
    await listeners.take('ours')

    const back = listeners.comeBack('ours')
    const gone = new Promise((done) => first.once('exit', done))
    const begun = performance.now()
    first.kill('SIGKILL')
    await gone
    for (let line = 0; line < MISSED; line++) await write(place, [stream], [session.id])
    let ms = 0
    const asked = await place.asked(async () => {
      await place.another(port)
      await back
      ms = performance.now() - begun
      await wait(2_000)
    })
    const { events, lost, doubled, broken } = await listeners.take('ours')
    const what = `${FOLLOWERS} come back after their server was killed`
    return [
      { name: `${what}: the last is there`, unit: 'ms', ours: ms, reference: null, goal: 20_000 },
      {
        name: `${what}: PostgreSQL is asked, for each`,
        unit: 'times',
        ours: asked / FOLLOWERS,
        reference: null,
        goal: 2,
      },
      {
        name: `${what}: events lost, doubled, or loaded afresh`,
        unit: '',
        ours: lost + doubled + broken,
        reference: null,
        goal: 0,
      },
      { name: `${what}: events not told`, unit: '', ours: FOLLOWERS * MISSED - events, reference: null, goal: 0 },
    ]
  } finally {
    listeners.stop()
  }
}

/** A line for each, of all delegations. */
function followersOf(place: Place, session: SessionView, port: number): Follower[] {
  return Array.from({ length: FOLLOWERS }, (_, index) => {
    const { head, id } = place.delegations[index % place.delegations.length]!
    return {
      headers: `origin: http://localhost:${port}\r\ncookie: ${head.headers.cookie}\r\n`,
      first: [
        { type: 'hello', protocol: LIVE_PROTOCOL, actingFor: id },
        { type: 'subscribe', stream: streams.sessionAll(session.id), after: null },
      ].map((message) => JSON.stringify(message)),
    }
  })
}
