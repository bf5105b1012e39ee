import type { LiveEvent, StreamName } from '@consultation/shared/live.ts'

/** More than this behind, and loading afresh is quicker than catching up. */
export const CATCH_UP_MAX = 1_000
export const BATCH = 200

/** Someone who follows a stream: knows nothing of sockets. `events` is handed over already written, once per stream. */
export interface Follower {
  deliver(frame: string, stream: StreamName): void
}

export type Read = (stream: StreamName, after: number, limit: number) => Promise<LiveEvent[]>

type Place = { cursor: number }
/** A stretch of the stream, and the same written down. */
type Piece = { events: LiveEvent[]; whole: string }

/** From so many followers on, what happens close together is told together: most of the cost is in the writes. */
const CROWD = 50
/** Of patience for each who is told: telling one costs a third of it, so that telling never takes more than that of the time. */
const GATHER_EACH_MS = 0.025
/** What nobody notices; p95 from commit to a thousand clients may be half a second. */
const GATHER_MAX_MS = 100
/** Who comes back so much later is not told what was read for others: it may have been withdrawn. */
const TOGETHER_MS = 1_000
export const isCrowd = (followers: number) => followers >= CROWD

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
  /** How many this server tells in its crowded rooms together: they share its processor. */
  private readonly crowd: () => number
  /** After the cursor went on. */
  private readonly moved: () => void
  private running: Promise<void> | null = null
  private readAt = 0
  /** Those who come back together from one place share one reading, as long as nothing is told meanwhile. */
  private readonly catchingUp = new Map<number, Promise<Piece>>()
  private again = false

  constructor(stream: StreamName, cursor: number, read: Read, crowd = () => this.size, moved = () => {}) {
    this.stream = stream
    this.cursor = cursor
    this.read = read
    this.crowd = crowd
    this.moved = moved
  }

  get size(): number {
    return this.places.size
  }

  /** Reads what is new and tells it. One reading at a time; a wake during one starts another. */
  advance(): Promise<void> {
    if (this.running) this.again = true
    else this.running = this.readOn()
    return this.running
  }

  private async readOn(): Promise<void> {
    try {
      do {
        await this.gather()
        this.again = false
        const events = await this.read(this.stream, this.cursor, BATCH)
        if (events.length > 0) this.tell(events)
        if (events.length === BATCH) this.again = true
      } while (this.again)
    } finally {
      // In the same turn as the last look at `again`: a wake in between would be lost.
      this.running = null
    }
  }

  /** In a crowd, a moment's patience; when it has been quiet, none. */
  private async gather(): Promise<void> {
    const patience = isCrowd(this.size) ? Math.min(this.crowd() * GATHER_EACH_MS, GATHER_MAX_MS) : 0
    const wait = this.readAt + patience - performance.now()
    if (wait > 0) await new Promise((done) => setTimeout(done, wait))
    this.readAt = performance.now()
  }

  private tell(events: LiveEvent[]): void {
    const from = this.cursor
    const to = events.at(-1)!.seq
    const whole = frame(this.stream, events)
    this.cursor = to
    this.catchingUp.clear()
    this.moved()
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
      follower.deliver(missing, this.stream)
    }
  }

  /** Follows from `after`; null is from now on. A failed read leaves the follower outside. */
  async join(follower: Follower, after: number | null): Promise<void> {
    const start = after ?? this.cursor
    // Ahead of the journal: it was restored to an earlier day, and the same numbers will mean other things.
    if (start > this.cursor || this.cursor - start > CATCH_UP_MAX) return this.reload(follower)
    const place: Place = { cursor: start }
    this.places.set(follower, place)
    follower.deliver(JSON.stringify({ type: 'subscribed', stream: this.stream, seq: start }), this.stream)
    try {
      while (place.cursor < this.cursor && this.places.get(follower) === place) {
        const from = place.cursor
        const { events, whole } = await this.since(from)
        if (this.places.get(follower) !== place) return
        const missed = events.filter((event) => event.seq > place.cursor)
        if (missed.length === 0) return this.reload(follower)
        const written = place.cursor === from ? whole : frame(this.stream, missed)
        place.cursor = missed.at(-1)!.seq
        follower.deliver(written, this.stream)
      }
    } catch (error) {
      if (this.places.get(follower) === place) this.places.delete(follower)
      throw error
    }
  }

  private since(after: number): Promise<Piece> {
    const known = this.catchingUp.get(after)
    if (known) return known
    const reading = this.read(this.stream, after, BATCH).then((events) => ({
      events,
      whole: frame(this.stream, events),
    }))
    this.catchingUp.set(after, reading)
    const forget = () => {
      if (this.catchingUp.get(after) === reading) this.catchingUp.delete(after)
    }
    reading.then(() => setTimeout(forget, TOGETHER_MS).unref(), forget)
    return reading
  }

  private reload(follower: Follower): void {
    this.places.set(follower, { cursor: this.cursor })
    follower.deliver(JSON.stringify({ type: 'reload', stream: this.stream, seq: this.cursor }), this.stream)
  }

  leave(follower: Follower): void {
    this.places.delete(follower)
  }
}

const frame = (stream: StreamName, events: LiveEvent[]) => JSON.stringify({ type: 'events', stream, events })
