import { randomUUID } from 'node:crypto'
import type { LiveEvent, StreamName } from '@consultation/shared/live.ts'
import pg from 'pg'
import { type Asking, type Database, type Look, lookingFor, type Tx } from '../database/database.ts'
import { headsOf } from '../journal/heads.ts'
import { behind, linesFor, type News, newsOf, type Told, toldOf } from '../journal/journal.ts'
import { together } from '../together.ts'
import { BATCH, type Follower, isCrowd, Room } from './room.ts'

const CHANNEL = 'journal'
const POLL_MS = 1_000
/** Wakes of other servers go out together: a NOTIFY takes a lock that all commits share. */
const GATHER_MS = 15
/** A payload holds 8,000 bytes: eighty names of at most 90. */
const NAMES_MAX = 80

/** A follower with a stream of its own hears that one first: what it may hear of others rests on it. */
export interface Guest extends Follower {
  readonly own: StreamName | null
}

/** News with what it changes, for all who follow the stream. Knows the domain, which rooms do not. */
export type Presenter = {
  /** What is read beside the stream's news, of the same moment; null where news is told as it is. */
  beside(stream: StreamName): Look | null
  /** `rows` are those; `reads` is for what else is needed, as the same reader. */
  present(stream: StreamName, events: LiveEvent[], rows: readonly object[], reads: () => Tx): Promise<LiveEvent[]>
}
const PLAIN: Presenter = { beside: () => null, present: async (_stream, events) => events }

/** One that waits for its news. */
type Asked = {
  stream: StreamName
  after: number
  done(events: LiveEvent[]): void
  failed(error: unknown): void
}
/** Streams whose news is read in one trip. */
const STREAMS_MAX = 16
/** Streams come together in ever other ways. */
const TOGETHER_MAX = 32
const NONE_TOLD = toldOf(new Map())

/** A room, who is on the way into it, and who asked to be in it. It is kept while there is either. */
type Place = {
  room: Promise<Room>
  opened: Room | null
  wanted: Map<Guest, symbol>
  /** Somebody's own stream. */
  isOwn: boolean
  /** The own streams of those who follow this one, as they were put together last. */
  owns: Owns | null
}

/** As of so many changes. */
type Owns = { asOf: number; told: Told }

/**
 * The rooms of this server. A commit here wakes them at once; one on another server by LISTEN/NOTIFY;
 * a poll every second guarantees what a lost notification would have told.
 */
export class Rooms {
  private readonly places = new Map<StreamName, Place>()
  private readonly database: Database
  private readonly appUrl: string
  private readonly report: (error: unknown) => void
  private readonly presenter: Presenter
  /** Signs this server's notifications, which come back to it too. */
  private readonly id = randomUUID()
  private listener: pg.Client | null = null
  private retry: NodeJS.Timeout | null = null
  private poll: NodeJS.Timeout | null = null
  private looking = false
  private gathered = new Set<StreamName>()
  private sending: NodeJS.Timeout | null = null
  private closed = false
  /** Counts what changes who follows what, or how far own streams were told: a thousand of these are not put together for each event. */
  private changes = 0
  /** Own streams wait for none, and all others for them: the two are never read together, or two trips would wait for each other. */
  private readonly asked = { own: [] as Asked[], others: [] as Asked[] }
  private readonly ownsTogether = new Map<string, Owns>()
  private readonly watchers = new Set<(stream: StreamName) => void>()
  /** A thousand who come back in one moment ask in a few trips. */
  private readonly headOf = together((streams: readonly StreamName[]) => headsOf(this.database, streams))
  private readonly isBehind = together((rooms: readonly Room[]) => this.whichAreBehind(rooms))

  constructor(database: Database, appUrl: string, report: (error: unknown) => void, presenter: Presenter = PLAIN) {
    this.database = database
    this.appUrl = appUrl
    this.report = report
    this.presenter = presenter
  }

  async start(): Promise<void> {
    await this.listen()
    this.poll = setInterval(() => void this.look().catch(this.report), POLL_MS)
    this.poll.unref()
  }

  /** Calls back with every stream followed here that has news, before anybody is told it. */
  watch(callback: (stream: StreamName) => void): () => void {
    this.watchers.add(callback)
    return () => this.watchers.delete(callback)
  }

  /** After commit: these streams have news. */
  wake(streams: Iterable<StreamName>): void {
    if (this.closed) return
    for (const stream of streams) {
      this.advance(stream)
      this.gathered.add(stream)
    }
    this.sending ??= setTimeout(() => {
      this.sending = null
      const names = [...this.gathered]
      this.gathered.clear()
      void this.notify(names)
    }, GATHER_MS)
  }

  /** Follows the stream from `after`; null is from now on. Who leaves meanwhile is not let in. */
  async join(stream: StreamName, guest: Guest, after: number | null): Promise<void> {
    // Where it stands is read after this call, if it is opened by it.
    const already = this.places.has(stream)
    const place = this.placeOf(stream)
    const wish = Symbol(stream)
    place.wanted.set(guest, wish)
    if (guest.own === stream) place.isOwn = true
    this.changes++
    const stillWanted = () => place.wanted.get(guest) === wish
    try {
      const room = await place.room
      // What was committed before this call belongs to the past.
      if (already && (await this.isBehind(room))) await room.advance()
      if (stillWanted()) await room.join(guest, after)
    } catch (error) {
      if (stillWanted()) this.leave(stream, guest)
      throw error
    }
  }

  leave(stream: StreamName, guest: Guest): void {
    const place = this.places.get(stream)
    if (!place) return
    place.wanted.delete(guest)
    place.opened?.leave(guest)
    this.changes++
    if (place.wanted.size === 0) this.places.delete(stream)
  }

  async close(): Promise<void> {
    this.closed = true
    if (this.poll) clearInterval(this.poll)
    if (this.sending) clearTimeout(this.sending)
    if (this.retry) clearTimeout(this.retry)
    const { listener } = this
    this.listener = null
    await listener?.end().catch(() => {})
  }

  private advance(stream: StreamName): void {
    void this.places.get(stream)?.opened?.advance().catch(this.report)
  }

  private placeOf(stream: StreamName): Place {
    const known = this.places.get(stream)
    if (known) return known
    const place: Place = { room: this.open(stream), opened: null, wanted: new Map(), isOwn: false, owns: null }
    this.places.set(stream, place)
    place.room.then(
      (room) => {
        place.opened = room
        this.changes++
      },
      () => {
        // Whoever waits for it is told by the join; the next one tries again.
        if (this.places.get(stream) === place) this.places.delete(stream)
      },
    )
    return place
  }

  private async open(stream: StreamName): Promise<Room> {
    const head = (await this.headOf(stream)) ?? 0
    const read = (_stream: StreamName, after: number) => this.read(stream, after)
    const moved = () => {
      if (this.places.get(stream)?.isOwn) this.changes++
    }
    return new Room(stream, head, read, () => this.inCrowds(), moved)
  }

  private async whichAreBehind(rooms: readonly Room[]): Promise<Map<Room, boolean>> {
    const told = toldOf(new Map(rooms.map(({ stream, cursor }) => [stream, cursor])))
    const names = new Set(await behind(this.database, told))
    return new Map(rooms.map((room) => [room, names.has(room.stream)]))
  }

  private inCrowds(): number {
    let count = 0
    for (const { opened } of this.places.values()) if (opened && isCrowd(opened.size)) count += opened.size
    return count
  }

  /** News of a stream, read together with that of others which are asked for in the same moment: one command has several audiences. */
  private read(stream: StreamName, after: number): Promise<LiveEvent[]> {
    // Who is gone is waited for by nobody.
    const isOwn = this.places.get(stream)?.isOwn ?? true
    const asked = isOwn ? this.asked.own : this.asked.others
    return new Promise((done, failed) => {
      // Not before all timers of this turn have come: rooms that wait for the same moment have one each.
      if (asked.length === 0) setImmediate(() => this.readAsked(asked))
      asked.push({ stream, after, done, failed })
    })
  }

  private readAsked(asked: Asked[]): void {
    while (asked.length > 0) void this.readFor(asked.splice(0, STREAMS_MAX))
  }

  private async readFor(all: readonly Asked[]): Promise<void> {
    try {
      const told = await this.newsFor(all)
      for (const [at, { done }] of all.entries()) done(told[at]!)
    } catch (error) {
      // One that cannot be read or shown does not keep the others from being told.
      if (all.length === 1) all[0]!.failed(error)
      else for (const one of all) void this.readFor([one])
    }
  }

  /**
   * When there is some, the followers' own streams are brought up to date first: whatever took a right away before this news was
   * written stands in one of them, and is acted on before anybody is told.
   */
  private async newsFor(all: readonly Asked[]): Promise<LiveEvent[][]> {
    const besides = all.map(({ stream }) => this.presenter.beside(stream))
    const news: Look = { asking: 'system', statement: newsOf(all, BATCH, this.ownStreamsIn(all)) }
    const looks = besides.flatMap((look) => look ?? [])
    const { lines, behind, shown } = await lookingFor(this.database, [news, ...looks], async ([first, ...rows], as) => {
      const [found] = first as News[]
      const lines = linesFor(all, found!)
      const { behind } = found!.found
      return { lines, behind, shown: behind.length > 0 ? null : await this.shown(all, lines, besides, rows, as) }
    })
    if (shown) return shown
    await Promise.all(behind.map((own) => this.places.get(own)?.opened?.advance()))
    return lookingFor(this.database, looks, (rows, as) => this.shown(all, lines, besides, rows, as))
  }

  private async shown(
    all: readonly Asked[],
    lines: readonly LiveEvent[][],
    besides: readonly (Look | null)[],
    rows: readonly (readonly object[])[],
    as: (asking: Asking) => Tx,
  ): Promise<LiveEvent[][]> {
    const left = [...rows]
    const shown: LiveEvent[][] = []
    for (const [at, { stream }] of all.entries()) {
      const look = besides[at]
      const read = look ? left.shift()! : []
      const events = lines[at]!
      if (events.length > 0) for (const callback of this.watchers) callback(stream)
      const told = look && events.length > 0
      shown.push(told ? await this.presenter.present(stream, events, read, () => as(look.asking)) : events)
    }
    return shown
  }

  /** The followers' own streams, with how far each has been told; none for one of these. */
  private ownStreamsIn(all: readonly { stream: StreamName }[]): Told {
    const places = all.flatMap(({ stream }) => this.places.get(stream) ?? []).filter(({ isOwn }) => !isOwn)
    if (places.length === 0) return NONE_TOLD
    const [only, ...more] = places
    const of = more.length > 0 ? all.map(({ stream }) => stream).join(' ') : null
    const known = of === null ? only!.owns : this.ownsTogether.get(of)
    if (known?.asOf === this.changes) return known.told
    const owns = new Map<StreamName, number>()
    for (const { wanted } of places)
      for (const { own } of wanted.keys()) {
        const room = own === null || owns.has(own) ? null : this.places.get(own)?.opened
        if (own && room) owns.set(own, room.cursor)
      }
    const put = { asOf: this.changes, told: toldOf(owns) }
    if (of === null) only!.owns = put
    else {
      // Once who follows what has changed, none of them is good any more.
      const [one] = this.ownsTogether.values()
      if (one?.asOf !== this.changes || this.ownsTogether.size >= TOGETHER_MAX) this.ownsTogether.clear()
      this.ownsTogether.set(of, put)
    }
    return put.told
  }

  /** The guarantee behind the notifications: one query for all open rooms. */
  private async look(): Promise<void> {
    const told = new Map(
      [...this.places].flatMap(([name, { opened }]) => (opened ? [[name, opened.cursor] as const] : [])),
    )
    if (this.looking || told.size === 0) return
    this.looking = true
    try {
      for (const name of await behind(this.database, toldOf(told))) this.advance(name)
    } finally {
      this.looking = false
    }
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.appUrl,
      application_name: 'consultation rooms',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      // Two that wake at once do not wait for each other.
      pipeline: true,
    })
    let over = false
    const lost = (error: unknown) => {
      // A connection that breaks says so more than once; a new one is made once.
      if (over) return
      over = true
      if (this.listener === client) this.listener = null
      void client.end().catch(() => {})
      if (this.closed) return
      this.report(error)
      this.retry = setTimeout(() => void this.listen(), POLL_MS).unref()
    }
    client.on('error', lost)
    client.on('notification', ({ payload = '' }) => {
      const [sender, ...names] = payload.split(' ')
      if (sender !== this.id) for (const name of names) this.advance(name as StreamName)
    })
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
    } catch (error) {
      return lost(error)
    }
    if (this.closed) await client.end().catch(() => {})
    else this.listener = client
  }

  private async notify(names: StreamName[]): Promise<void> {
    for (let at = 0; at < names.length; at += NAMES_MAX) {
      const payload = [this.id, ...names.slice(at, at + NAMES_MAX)].join(' ')
      // What is not sent, the other servers' poll finds.
      await this.listener?.query(`notify ${CHANNEL}, ${pg.escapeLiteral(payload)}`).catch(() => {})
    }
  }
}
