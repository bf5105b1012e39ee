// A process of its own that follows rooms on a thousand raw sockets: it must cost less than what it measures. Reads what to
// do from its parent, counts every event on every socket, and says what was lost, doubled, and how late it came.
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from './measure.ts'

export type Kind = 'ours' | 'ws' | 'io'
export type Follower = { headers: string; first: string[] }
export type Order =
  | { open: { kind: Kind; port: number; path: string; followers: Follower[] } }
  | { take: Kind }
  /** From now on whoever loses the line comes back to it, from where it was. */
  | { comeBack: Kind }
export type Heard = { opened: Kind } | { took: Kind; tally: Tally } | { back: Kind }
export type Tally = {
  events: number
  frames: number
  lost: number
  doubled: number
  /** Sockets that ended, or were told to load afresh. */
  broken: number
  p50: number
  p95: number
  max: number
}

const EVENTS = Buffer.from('{"type":"events"')
const IO_EVENTS = Buffer.from('42["events"')

class Room {
  readonly kind: Kind
  /** Those that are still to come back, if whoever loses the line does. */
  away: number | null = null
  private late: number[] = []
  private tally = { events: 0, frames: 0, lost: 0, doubled: 0, broken: 0 }
  /** A frame is the same for all: it is looked into once. */
  private seen = new Map<string, { stream: string; events: { seq: number; at: number }[] }>()

  constructor(kind: Kind) {
    this.kind = kind
  }

  take(): Tally {
    const { late } = this
    const tally = { ...this.tally, p50: percentile(late, 0.5), p95: percentile(late, 0.95), max: percentile(late, 1) }
    this.late = []
    this.seen.clear()
    this.tally = { events: 0, frames: 0, lost: 0, doubled: 0, broken: 0 }
    return tally
  }

  broke(): void {
    this.tally.broken++
  }

  isBack(): void {
    if (this.away !== null && --this.away === 0) process.send?.({ back: this.kind } satisfies Heard)
  }

  hear(payload: Buffer, places: Map<string, number>): void {
    const key = payload.toString('latin1', 0, 16_384)
    let known = this.seen.get(key)
    if (!known) {
      const json = JSON.parse(payload.toString('utf8', this.kind === 'io' ? 2 : 0))
      const message: { stream: string; events: { seq: number; at: string }[] } = this.kind === 'io' ? json[1] : json
      known = {
        stream: message.stream,
        events: message.events.map(({ seq, at }) => ({ seq, at: Date.parse(at) })),
      }
      this.seen.set(key, known)
    }
    const now = Date.now()
    this.tally.frames++
    let place = places.get(known.stream)
    for (const { seq, at } of known.events) {
      if (place !== undefined && seq <= place) this.tally.doubled++
      else if (place !== undefined && seq > place + 1) this.tally.lost += seq - place - 1
      if (place === undefined || seq > place) place = seq
      this.tally.events++
      this.late.push(now - at)
    }
    if (place !== undefined) places.set(known.stream, place)
  }
}

const rooms = new Map<Kind, Room>()
const followersOf = new Map<Kind, number>()

/** A client's text frame. The mask of zeros leaves the bytes as they are. */
function framed(text: string): Buffer {
  const payload = Buffer.from(text)
  const length =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 0xff])
  return Buffer.concat([length, Buffer.alloc(4), payload])
}
const PONG = framed('{"type":"pong"}')
const IO_PONG = framed('3')

const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 30_000

/** As the client does it (client/live.ts): sooner at first, and no two in the same moment. */
async function comeBack(room: Room, port: number, path: string, { headers, first }: Follower, places: Places) {
  const again = first.map((said) => {
    const message: { type: string; stream?: string } = JSON.parse(said)
    return message.type === 'subscribe'
      ? JSON.stringify({ ...message, after: places.get(message.stream ?? '') ?? null })
      : said
  })
  for (let failures = 0; ; failures++) {
    const delay = Math.min(FIRST_DELAY_MS * 2 ** failures, LONGEST_DELAY_MS)
    await wait(delay / 2 + Math.random() * delay)
    try {
      await follow(room, port, path, { headers, first: again }, places)
      return room.isBack()
    } catch {
      // Not there yet.
    }
  }
}

type Places = Map<string, number>

function follow(room: Room, port: number, path: string, follower: Follower, places: Places = new Map()): Promise<void> {
  const { headers, first } = follower
  return new Promise((ready, failed) => {
    const socket: Socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let upgraded = false
    let there = false
    let left = first.length
    // Of a large frame the pieces are put together once, when the last is there.
    let pieces: Buffer[] = []
    let held = 0
    let wanted = 0
    socket.on('error', failed)
    socket.on('close', () => {
      if (room.away === null) return room.broke()
      if (there) void comeBack(room, port, path, follower, places)
      else failed(new Error('ended on the way in'))
    })
    socket.write(
      `GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: Upgrade\r\nupgrade: websocket\r\n` +
        `sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`,
    )
    const say = () => {
      const next = first[first.length - left--]
      if (next !== undefined) return void socket.write(framed(next))
      there = true
      ready()
    }
    const take = (payload: Buffer) => {
      if (payload.subarray(0, EVENTS.length).equals(EVENTS)) return room.hear(payload, places)
      if (payload.subarray(0, IO_EVENTS.length).equals(IO_EVENTS)) return room.hear(payload, places)
      const text = payload.toString()
      if (text === '{"type":"ping"}') return void socket.write(PONG)
      if (text === '2') return void socket.write(IO_PONG)
      if (text.startsWith('{"type":"reload"') || text.startsWith('{"type":"refused"')) return room.broke()
      if (text.startsWith('{"type":"subscribed"')) {
        const { stream, seq } = JSON.parse(text)
        // Of what one comes back to, what was missed is still to be told.
        if (!places.has(stream)) places.set(stream, seq)
        // One's own stream is followed without a word.
        if (stream.startsWith('person:')) return
      }
      // Each answer allows the next word; the first of all is the greeting.
      say()
    }
    socket.on('data', (data) => {
      pieces.push(data)
      held += data.length
      if (held < wanted) return
      let bytes = pieces.length === 1 ? data : Buffer.concat(pieces)
      if (!upgraded) {
        const end = bytes.indexOf('\r\n\r\n')
        if (end < 0) return
        if (!bytes.toString('latin1', 0, 12).endsWith('101')) return failed(new Error(bytes.toString('latin1', 0, end)))
        upgraded = true
        bytes = bytes.subarray(end + 4)
        // Engine.IO greets by itself.
        if (room.kind !== 'io') say()
      }
      wanted = 0
      for (;;) {
        if (bytes.length < 2) break
        const short = bytes[1]! & 0x7f
        const head = short < 126 ? 2 : short === 126 ? 4 : 10
        if (bytes.length < head) break
        const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
        wanted = head + length
        if (bytes.length < wanted) break
        wanted = 0
        if ((bytes[0]! & 0x0f) === 1) take(bytes.subarray(head, head + length))
        bytes = bytes.subarray(head + length)
      }
      pieces = bytes.length > 0 ? [Buffer.from(bytes)] : []
      held = bytes.length
    })
  })
}

process.on('message', async (order: Order) => {
  if ('open' in order) {
    const { kind, port, path, followers } = order.open
    const room = new Room(kind)
    rooms.set(kind, room)
    followersOf.set(kind, followers.length)
    // Not all in one moment: it is not the coming that is measured.
    for (let at = 0; at < followers.length; at += 25)
      await Promise.all(followers.slice(at, at + 25).map((one) => follow(room, port, path, one)))
    process.send?.({ opened: kind } satisfies Heard)
  } else if ('comeBack' in order) {
    rooms.get(order.comeBack)!.away = followersOf.get(order.comeBack) ?? 0
  } else {
    process.send?.({ took: order.take, tally: rooms.get(order.take)!.take() } satisfies Heard)
  }
})
process.on('disconnect', () => process.exit(0))
