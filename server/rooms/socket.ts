import type { IncomingMessage } from 'node:http'
import {
  CLOSE,
  ClientMessage,
  HEARTBEAT_MS,
  LIVE_BYTES_MAX,
  LIVE_PATH,
  LIVE_PROTOCOL,
  type Presence,
  type ServerMessage,
  type StreamName,
  SUBSCRIPTIONS_MAX,
  streams,
} from '@consultation/shared/live.ts'
import { type Caller, may } from '@consultation/shared/rules/access.ts'
import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'
import { Refused } from '../refused.ts'
import type { Follower } from './room.ts'
import type { Rooms } from './rooms.ts'

/** What a client may leave unread before it is cut off; it resumes when it can. */
const UNREAD_MAX = 1_048_576
/** Messages a client may send in ten seconds. */
const MESSAGES_MAX = 200
/** A right can end by time alone, without an event. */
const RECHECK_MS = 30_000

type Person = Extract<Caller, { kind: 'person' }>

/** What the application knows and rooms do not. */
export type LiveParts = {
  rooms: Rooms
  config: { readonly origins: readonly string[] }
  /** Who holds this connection's cookie now, acting for that delegation. */
  callerOf(request: IncomingMessage, actingFor: string | null): Promise<Caller>
  mayFollow(caller: Person, stream: StreamName): Promise<boolean>
  nameOf(personId: string): Promise<string>
  report(error: unknown): void
}

/** The sockets of this server. They only tell: commands go over HTTP. */
export class Sockets {
  private readonly open = new Set<Connection>()
  private readonly parts: LiveParts
  private readonly heartbeat: NodeJS.Timeout
  private readonly recheck: NodeJS.Timeout
  private readonly unwatch: () => void

  constructor(parts: LiveParts) {
    this.parts = parts
    this.heartbeat = setInterval(() => this.each((connection) => connection.beat()), HEARTBEAT_MS).unref()
    this.recheck = setInterval(() => this.each((connection) => void connection.recheck()), RECHECK_MS).unref()
    // Rights change with an entry in the person's own stream: look at once, on whichever server it was written.
    this.unwatch = parts.rooms.watch((stream) => {
      this.each((connection) => {
        if (connection.person && stream === streams.person(connection.person.personId)) void connection.recheck()
      })
    })
  }

  register(app: FastifyInstance): void {
    app.get(
      LIVE_PATH,
      {
        websocket: true,
        preValidation: async (request) => {
          const { origin } = request.headers
          if (origin === undefined || !this.parts.config.origins.includes(origin)) throw new Refused('wrong_origin')
          if (request.caller.kind === 'nobody' || !may(request.caller, 'live.connect')) throw new Refused('signed_out')
        },
      },
      (socket, request) => {
        // Handlers first, before anything is awaited: a message that comes meanwhile would be lost.
        const connection = new Connection(socket, request.raw, this.parts, this)
        this.open.add(connection)
        socket.on('close', () => {
          this.open.delete(connection)
          connection.leaveAll()
          if (connection.presence) this.tellPresence(connection.person)
        })
      },
    )
  }

  /** Who of a delegation is at which response. */
  presentIn(delegationId: string): Presence[] {
    return [...this.open].flatMap((connection) =>
      connection.person?.acting?.delegationId === delegationId && connection.presence ? [connection.presence] : [],
    )
  }

  tellPresence(person: Person | null): void {
    const delegationId = person?.acting?.delegationId
    if (!delegationId) return
    const message: ServerMessage = { type: 'presence', present: this.presentIn(delegationId) }
    this.each((connection) => {
      if (connection.person?.acting?.delegationId === delegationId) connection.send(message)
    })
  }

  close(): void {
    clearInterval(this.heartbeat)
    clearInterval(this.recheck)
    this.unwatch()
    this.each((connection) => connection.end(CLOSE.restart.code))
  }

  private each(action: (connection: Connection) => void): void {
    for (const connection of [...this.open]) action(connection)
  }
}

class Connection implements Follower {
  person: Person | null = null
  presence: Presence | null = null
  private readonly followed = new Set<StreamName>()
  private actingFor: string | null = null
  private alive = true
  private received = 0
  private windowEnds = 0
  private queue: Promise<void> = Promise.resolve()
  private readonly socket: WebSocket
  private readonly request: IncomingMessage
  private readonly parts: LiveParts
  private readonly sockets: Sockets

  constructor(socket: WebSocket, request: IncomingMessage, parts: LiveParts, sockets: Sockets) {
    this.socket = socket
    this.request = request
    this.parts = parts
    this.sockets = sockets
    socket.on('message', (data, binary) => this.receive(data.toString(), binary))
    socket.on('error', () => this.end(CLOSE.protocol.code))
  }

  /** The one place that writes to a socket. */
  deliver(frame: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > UNREAD_MAX) return this.end(CLOSE.tooSlow.code)
    this.socket.send(frame)
  }

  send(message: ServerMessage): void {
    this.deliver(JSON.stringify(message))
  }

  end(code: number): void {
    this.leaveAll()
    this.socket.close(code)
    // Who does not answer the closing is not waited for.
    setTimeout(() => this.socket.terminate(), 2_000).unref()
  }

  beat(): void {
    if (!this.alive) return this.socket.terminate()
    this.alive = false
    this.send({ type: 'ping' })
  }

  leaveAll(): void {
    for (const stream of this.followed) this.parts.rooms.leave(stream, this)
    this.followed.clear()
  }

  /** Asks again who this is and what it may follow: rights can have changed since the handshake. */
  async recheck(): Promise<void> {
    if (!this.person) return
    try {
      const caller = await this.parts.callerOf(this.request, this.actingFor)
      if (caller.kind === 'nobody') return this.end(CLOSE.signedOut.code)
      this.person = caller
      for (const stream of [...this.followed]) {
        if (await this.parts.mayFollow(caller, stream)) continue
        this.leave(stream)
        this.send({ type: 'refused', stream, code: 'forbidden' })
      }
    } catch (error) {
      if (error instanceof Refused) return this.end(CLOSE.forbidden.code)
      this.parts.report(error)
    }
  }

  private receive(text: string, binary: boolean): void {
    const now = Date.now()
    if (now > this.windowEnds) {
      this.windowEnds = now + 10_000
      this.received = 0
    }
    if (++this.received > MESSAGES_MAX) return this.end(CLOSE.flood.code)
    if (binary || text.length > LIVE_BYTES_MAX) return this.end(CLOSE.protocol.code)
    // One after the other: a subscription must not overtake the hello it rests on.
    this.queue = this.queue
      .then(() => this.take(text))
      .catch((error: unknown) => {
        if (error instanceof Refused) return this.end(CLOSE.forbidden.code)
        this.parts.report(error)
        this.end(CLOSE.protocol.code)
      })
  }

  private async take(text: string): Promise<void> {
    const parsed = ClientMessage.safeParse(readJson(text))
    if (!parsed.success) return this.send({ type: 'refused', stream: null, code: 'invalid' })
    const message = parsed.data
    if (!this.person && message.type !== 'hello') return this.end(CLOSE.protocol.code)
    switch (message.type) {
      case 'hello':
        return this.greet(message.actingFor)
      case 'subscribe':
        return this.subscribe(message.stream, message.after)
      case 'unsubscribe':
        return this.leave(message.stream)
      case 'here':
        return this.show(message.responseId, message.questionId)
      case 'pong':
        this.alive = true
        return
    }
  }

  private async greet(actingFor: string | null): Promise<void> {
    const caller = await this.parts.callerOf(this.request, actingFor)
    if (caller.kind === 'nobody') return this.end(CLOSE.signedOut.code)
    this.actingFor = actingFor
    this.person = caller
    this.send({ type: 'welcome', protocol: LIVE_PROTOCOL, at: new Date().toISOString() })
    await this.follow(streams.person(caller.personId), null)
  }

  private async subscribe(stream: StreamName, after: number | null): Promise<void> {
    const person = this.person
    if (!person) return
    if (this.followed.size >= SUBSCRIPTIONS_MAX || !(await this.parts.mayFollow(person, stream))) {
      return this.send({ type: 'refused', stream, code: 'not_found' })
    }
    await this.follow(stream, after)
  }

  private async follow(stream: StreamName, after: number | null): Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return
    this.followed.add(stream)
    await this.parts.rooms.join(stream, this, after)
    if (this.socket.readyState !== this.socket.OPEN) this.leave(stream)
  }

  private leave(stream: StreamName): void {
    this.followed.delete(stream)
    this.parts.rooms.leave(stream, this)
  }

  private async show(responseId: string | null, questionId: string | null): Promise<void> {
    const person = this.person
    if (!person?.acting) return
    this.presence = responseId
      ? { personId: person.personId, name: await this.parts.nameOf(person.personId), responseId, questionId }
      : null
    this.sockets.tellPresence(person)
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
