import type { Change } from '@consultation/shared/room-view.ts'
import { type RoomView, readRoom } from '@consultation/shared/sessions.ts'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { perform, RefusalError } from '../api.ts'
import { useRoomStreams } from '../live.ts'
import { RoomStore } from './room-store.ts'

export type Room = {
  view: RoomView
  /** The server’s clock now, in milliseconds: the same for every device, whatever its own shows. */
  now: () => number
  /** Shows what a command gave back about one’s own things at once. */
  own: (changes: readonly Change[]) => void
  /** How often the view was loaded afresh because messages were missed. */
  reloads: number
}
export type RoomState =
  | { status: 'loading' }
  | { status: 'refused'; refusal: RefusalError; again: () => void }
  | { status: 'ready'; room: Room }

/** The room, followed live. A gap in the messages loads it afresh; what is typed on the page is not touched by either. */
export function useRoom(sessionId: string): RoomState {
  const [store] = useState(() => new RoomStore())
  const [refusal, setRefusal] = useState<RefusalError | null>(null)
  const [reloads, setReloads] = useState(-1)
  const view = useSyncExternalStore(store.watch, store.viewNow)

  const load = useCallback(async () => {
    const askedAt = Date.now()
    try {
      const read = await perform(readRoom, { params: { sessionId } })
      store.take(read, askedAt, Date.now())
      setRefusal(null)
      setReloads((before) => before + 1)
    } catch (error) {
      setRefusal(error instanceof RefusalError ? error : new RefusalError({ code: 'unexpected' }))
    }
  }, [store, sessionId])
  useEffect(() => void load(), [load])

  useRoomStreams(
    view?.heads ?? null,
    (stream, events) =>
      store.hear(events.map(({ seq, changes }) => ({ stream, seq, changes: (changes ?? []) as Change[] }))),
    () => void load(),
  )

  if (view) return { status: 'ready', room: { view, now: store.now, own: (changes) => store.own(changes), reloads } }
  if (refusal) return { status: 'refused', refusal, again: () => void load() }
  return { status: 'loading' }
}
