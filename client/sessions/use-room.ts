import type { Refusal } from '@consultation/shared/refusals.ts'
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
  /** Reads the room anew, for one who now sees it otherwise. */
  again: () => void
  /** How often the view was loaded afresh because messages were missed. */
  reloads: number
}
export type RoomState =
  | { status: 'loading' }
  | { status: 'refused'; refusal: RefusalError }
  | { status: 'ready'; room: Room }

/** What is over by itself. */
const PASSING: ReadonlySet<Refusal> = new Set<Refusal>(['unavailable', 'busy', 'too_many_attempts'])
const AGAIN_MS = 4_000
const JUMP_MS = 500
const LOOK_MS = 3_000

/** The room, followed live. A gap in the messages loads it afresh; what is typed on the page is not touched by either. */
export function useRoom(sessionId: string): RoomState {
  const [store] = useState(() => new RoomStore())
  const [refusal, setRefusal] = useState<RefusalError | null>(null)
  const [reloads, setReloads] = useState(0)
  const view = useSyncExternalStore(store.watch, store.viewNow)

  const load = useCallback(async () => {
    const askedAt = Date.now()
    try {
      const read = await perform(readRoom, { params: { sessionId } })
      store.take(read, askedAt, Date.now())
      setRefusal(null)
    } catch (error) {
      setRefusal(error instanceof RefusalError ? error : new RefusalError({ code: 'unexpected' }))
    }
  }, [store, sessionId])
  useEffect(() => void load(), [load])
  // A device that slept, or whose clock was set right, no longer knows how far it is from the server’s.
  useEffect(() => {
    let apart = Date.now() - performance.now()
    const timer = setInterval(() => {
      const seen = Date.now() - performance.now()
      if (Math.abs(seen - apart) < JUMP_MS) return
      apart = seen
      void load()
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [load])
  // A server in the middle of a restart is asked again, by a page that is shown something and by one that is not.
  useEffect(() => {
    if (!refusal || !PASSING.has(refusal.code)) return
    const timer = setTimeout(() => void load(), AGAIN_MS / 2 + Math.random() * AGAIN_MS)
    return () => clearTimeout(timer)
  }, [refusal, load])

  useRoomStreams(
    view?.heads ?? null,
    (stream, events) =>
      store.hear(events.map(({ seq, changes }) => ({ stream, seq, changes: (changes ?? []) as Change[] }))),
    () => {
      setReloads((before) => before + 1)
      void load()
    },
  )

  // Whoever is no longer in the room is shown nothing of it, not even what they saw.
  if (refusal && !PASSING.has(refusal.code)) return { status: 'refused', refusal }
  if (view) {
    const own = (changes: readonly Change[]) => store.own(changes)
    return { status: 'ready', room: { view, now: store.now, own, again: () => void load(), reloads } }
  }
  return { status: 'loading' }
}
