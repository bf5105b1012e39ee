import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { LIVE_PATH, LIVE_PROTOCOL, type ServerMessage, type StreamName } from '../../shared/live.ts'
import { ORIGIN } from '../support/app.ts'
import type { Durable } from './platform.ts'

export type Seat = { cookie: string; actingFor: string | null }

/** Somebody whose page follows the room, and comes back from where it stands whenever the line breaks. */
export class Follower {
  readonly seqs: number[] = []
  /** What a page must never be told while the server keeps its promise. */
  readonly faults: string[] = []
  returns = -1
  private socket: WebSocket | null = null
  private left = false
  private readonly seat: Seat
  private readonly ports: readonly number[]
  private readonly room: StreamName
  private at: number

  constructor(seat: Seat, ports: readonly number[], at: number, room: StreamName) {
    this.seat = seat
    this.ports = ports
    this.at = at
    this.room = room
    this.dial()
  }

  get head(): number {
    return this.seqs.at(-1) ?? 0
  }

  leave(): void {
    this.left = true
    this.socket?.terminate()
  }

  private dial(): void {
    const { cookie, actingFor } = this.seat
    const socket = new WebSocket(`ws://127.0.0.1:${this.ports[this.at % this.ports.length]}${LIVE_PATH}`, {
      headers: { origin: ORIGIN, cookie },
    })
    this.socket = socket
    const say = (message: unknown) => socket.send(JSON.stringify(message))
    socket.on('open', () => say({ type: 'hello', protocol: LIVE_PROTOCOL, actingFor }))
    socket.on('message', (data) => {
      const message: ServerMessage = JSON.parse(data.toString())
      if (message.type === 'welcome') {
        this.returns++
        say({ type: 'subscribe', stream: this.room, after: this.head })
      }
      if (message.type === 'ping') say({ type: 'pong' })
      if (message.type === 'reload' || message.type === 'refused') this.faults.push(JSON.stringify(message))
      if (message.type === 'events' && message.stream === this.room)
        this.seqs.push(...message.events.map(({ seq }) => seq))
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      if (this.left) return
      // The next server, as a proxy before them would choose.
      this.at++
      setTimeout(() => this.dial(), 40 + Math.random() * 80)
    })
  }
}

export async function headOf(durable: Durable, room: StreamName): Promise<number> {
  const [row] = await durable.sql<{ seq: number }>('select seq from streams where name = $1', [room])
  return row?.seq ?? 0
}

export async function until(holds: () => boolean | Promise<boolean>, limit = 15_000): Promise<number> {
  const begun = Date.now()
  while (!(await holds())) {
    if (Date.now() - begun > limit) throw new Error(`not within ${limit} ms`)
    await wait(20)
  }
  return Date.now() - begun
}

/** Everybody who follows it has been told every line of the room, once, in order. */
export async function toldAll(durable: Durable, room: StreamName, followers: readonly Follower[]): Promise<void> {
  const head = await headOf(durable, room)
  await until(() => followers.every((one) => one.head >= head))
  const all = Array.from({ length: head }, (_, index) => index + 1)
  for (const { seqs, faults } of followers) {
    expect(faults).toEqual([])
    expect(seqs).toEqual(all)
  }
}
