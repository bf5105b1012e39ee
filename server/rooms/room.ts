import type { LiveEvent, StreamName } from '@consultation/shared/live.ts'

/** More than this behind, and loading afresh is quicker than catching up. */
export const CATCH_UP_MAX = 1_000
export const BATCH = 200

/** Someone who follows a stream: knows nothing of sockets. `events` is handed over already written, once per stream. */
export interface Follower {
  deliver(frame: string): void
}

export type Read = (stream: StreamName, after: number, limit: number) => Promise<LiveEvent[]>
export type Head = (stream: StreamName) => Promise<number>

type Place = { cursor: number }

/**
 * One stream and who follows it. The journal gives the order; a follower gets every line after its cursor, once each,
 * in order, or is told to load afresh: everything or a clear failure, never a part.
 */
export class Room {
  readonly stream: StreamName
  /** Up to here the journal has been read and told. */
  cursor: number
  private readonly places = new Map<Follower, Place>()
  private readonly read: Read
  private running: Promise<void> | null = null
  private again = false

  constructor(stream: StreamName, cursor: number, read: Read) {
    this.stream = stream
    this.cursor = cursor
    this.read = read
  }

  get size(): number {
    return this.places.size
  }

  /** Reads what is new and tells it. One reading at a time; a wake during one starts another. */
  advance(): Promise<void> {
    if (this.running) {
      this.again = true
      return this.running
    }
    this.running = this.readOn().finally(() => {
      this.running = null
    })
    return this.running
  }

  private async readOn(): Promise<void> {
    do {
      this.again = false
      const events = await this.read(this.stream, this.cursor, BATCH)
      if (events.length > 0) this.tell(events)
      if (events.length === BATCH) this.again = true
    } while (this.again)
  }

  private tell(events: LiveEvent[]): void {
    const from = this.cursor
    const to = events.at(-1)!.seq
    const whole = frame(this.stream, events)
    this.cursor = to
    for (const [follower, place] of this.places) {
      // Further on: it joined during the read and has some of this already. Behind: it is still catching up by itself.
      if (place.cursor < from || place.cursor >= to) continue
      const missing =
        place.cursor === from
          ? whole
          : frame(
              this.stream,
              events.filter((e) => e.seq > place.cursor),
            )
      place.cursor = to
      follower.deliver(missing)
    }
  }

  /** Follows from `after`; null is from now on. */
  async join(follower: Follower, after: number | null): Promise<void> {
    const start = after === null || after > this.cursor ? this.cursor : after
    if (this.cursor - start > CATCH_UP_MAX) {
      this.places.set(follower, { cursor: this.cursor })
      follower.deliver(JSON.stringify({ type: 'reload', stream: this.stream, seq: this.cursor }))
      return
    }
    const place: Place = { cursor: start }
    this.places.set(follower, place)
    follower.deliver(JSON.stringify({ type: 'subscribed', stream: this.stream, seq: start }))
    while (place.cursor < this.cursor && this.places.get(follower) === place) {
      const events = await this.read(this.stream, place.cursor, BATCH)
      const upTo = events.filter((event) => event.seq > place.cursor)
      if (upTo.length === 0) return
      if (this.places.get(follower) !== place) return
      place.cursor = upTo.at(-1)!.seq
      follower.deliver(frame(this.stream, upTo))
    }
  }

  leave(follower: Follower): void {
    this.places.delete(follower)
  }
}

const frame = (stream: StreamName, events: LiveEvent[]) => JSON.stringify({ type: 'events', stream, events })
