import { expect } from 'vitest'
import { RoomStore } from '../../client/sessions/room-store.ts'
import type { StreamName } from '../../shared/live.ts'
import { type Change, COLLECTION_NAMES, type Collections } from '../../shared/room-view.ts'
import { type RoomView, readRoom } from '../../shared/sessions.ts'
import type { Person } from './app.ts'
import { connect, type Line, PATIENCE_MS } from './line.ts'

/** Somebody in a room: what their page shows, kept up to date by the line alone. */
export type Watcher = {
  /** The line now; another one after `back`. */
  readonly line: Line
  /** What is shown now. */
  view(): RoomView
  /** Everything the line told, as it came. */
  raw(): string
  /** Waits until the line has told all there is, and checks that the page shows what a newcomer would be shown. */
  agrees(): Promise<RoomView>
  leave(): void
  /** Comes back on a new line, from where the page stands; at another server, when one is named. */
  back(elsewhere?: Person): Promise<void>
}

export async function watchRoom(person: Person, sessionId: string): Promise<Watcher> {
  const read = () => person.does(readRoom, { params: { sessionId } })
  const store = new RoomStore()
  store.take(await read(), Date.now(), Date.now())
  let line = await connect(person)
  let told = ''
  let heard = 0
  const catchUp = () => {
    for (; heard < line.messages.length; heard++) {
      const message = line.messages[heard]!
      if (message.type === 'reload') throw new Error('the line gave up')
      if (message.type !== 'events') continue
      const { stream } = message
      store.hear(message.events.map(({ seq, changes }) => ({ stream, seq, changes: (changes ?? []) as Change[] })))
    }
  }
  const subscribe = async () => {
    for (const [stream, after] of Object.entries(store.viewNow()?.heads ?? {})) {
      line.send({ type: 'subscribe', stream, after })
      await line.told((m) => m.type === 'subscribed' && m.stream === (stream as StreamName))
    }
  }
  await subscribe()
  const view = () => {
    catchUp()
    return store.viewNow()!
  }
  return {
    get line() {
      return line
    },
    view,
    raw: () => told + JSON.stringify(line.messages),
    async agrees() {
      const fresh = await read()
      const until = Date.now() + PATIENCE_MS
      while (Object.entries(fresh.heads).some(([stream, seq]) => (view().heads[stream] ?? 0) < seq)) {
        if (Date.now() > until)
          throw new Error(`told up to ${JSON.stringify(view().heads)} of ${JSON.stringify(fresh.heads)}`)
        await new Promise((done) => setTimeout(done, 15))
      }
      expect(shown(view())).toEqual(shown(fresh))
      return fresh
    },
    leave: () => line.close(),
    async back(elsewhere = person) {
      catchUp()
      told += JSON.stringify(line.messages)
      line.close()
      line = await connect(elsewhere)
      heard = 0
      await subscribe()
    },
  }
}

/** Everything in a room, in one order. */
export const shown = (view: RoomView) =>
  Object.fromEntries(
    COLLECTION_NAMES.map((name: keyof Collections) => [name, [...view[name]].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  )
