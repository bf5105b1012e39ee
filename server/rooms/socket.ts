import type { IncomingHttpHeaders } from 'node:http'
import {
  CLOSE,
  type ClientMessage,
  EventsQuery,
  HEARTBEAT_MS,
  LIVE_EVENTS_PATH,
  LIVE_PATH,
  LIVE_PROTOCOL,
  type Presence,
  type ServerMessage,
} from '@consultation/shared/live.ts'
import { may } from '@consultation/shared/rules/access.ts'
import type { FastifyInstance } from 'fastify'
import { Refused } from '../refused.ts'
import { Connection, type Known, type LiveParts } from './connection.ts'
import { eventsWire, socketWire } from './wire.ts'

/** A right can end by time alone, without an event. */
const RECHECK_MS = 30_000
/** A few at a time: a thousand looked up in one moment would wait for each other until they were cut off. */
const RECHECK_STEP_MS = 250
/** A screen says its token in its first message; a line that says nothing for so long is let go. */
const SILENCE_MS = 10_000
/** Tabs and devices of one person; more is a fault or a flood. */
const OF_ONE_PERSON_MAX = 40

/** The lines of this server: sockets, and answers that go on where a proxy breaks sockets. They only tell: commands go over HTTP. */
export class Sockets {
  private readonly open = new Set<Connection>()
  /** Those who have said who they are: news is looked through for a few of a thousand, and for each audience anew. */
  private readonly byHolder = new Map<string, Set<Connection>>()
  private readonly screens = new Set<Connection>()
  private readonly parts: LiveParts
  private readonly heartbeat: NodeJS.Timeout
  private readonly recheck: NodeJS.Timeout
  private readonly unwatch: () => void
  private closed = false

  constructor(parts: LiveParts) {
    this.parts = parts
    this.heartbeat = setInterval(() => this.each((connection) => connection.beat()), HEARTBEAT_MS).unref()
    this.recheck = setInterval(() => void this.recheckDue(), RECHECK_STEP_MS).unref()
    // Rights change with an entry in the person's own stream: look before anything else is told.
    this.unwatch = parts.rooms.watch((stream) => {
      const [kind, id = ''] = stream.split(':', 2)
      if (kind === 'person') for (const connection of [...(this.byHolder.get(id) ?? [])]) void connection.recheck(true)
      // A screen's address is taken back in the stream of its room.
      if (kind !== 'session') return
      for (const screen of [...this.screens]) if (screen.follows(stream)) void screen.recheck()
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
          // Which screen it is, is said in the first message: an address would be written down on the way.
          if (isScreen(request.query)) return
          if (request.caller.kind === 'nobody' || !may(request.caller, 'live.connect')) throw new Refused('signed_out')
        },
      },
      (socket, request) => {
        // Handlers first, before anything is awaited: a message that comes meanwhile would be lost.
        const connection = new Connection(socketWire(socket, request.raw.socket), request.raw, this.parts, this)
        socket.on('message', (data, binary) => connection.receive(data.toString(), binary))
        socket.on('error', () => connection.end(CLOSE.protocol.code))
        socket.on('close', () => connection.end(CLOSE.restart.code))
        this.welcome(connection)
      },
    )

    // The same, told by a reply that does not end. What it follows it says in the address; to follow more it asks anew.
    app.get(LIVE_EVENTS_PATH, (request, reply) => {
      const site = request.headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin') throw new Refused('wrong_origin')
      const asked = EventsQuery.safeParse(request.query)
      if (!asked.success) throw new Refused('invalid')
      reply.hijack()
      const connection = new Connection(eventsWire(reply.raw), request.raw, this.parts, this)
      request.raw.on('close', () => connection.end(CLOSE.restart.code))
      this.welcome(connection)
      for (const message of saidBy(asked.data, request.headers)) connection.receive(JSON.stringify(message))
    })
  }

  private welcome(connection: Connection): void {
    this.open.add(connection)
    connection.lookAgainAt = performance.now() + RECHECK_MS * Math.random()
    setTimeout(() => {
      if (connection.who === null) connection.end(CLOSE.signedOut.code)
    }, SILENCE_MS).unref()
    if (this.closed) connection.end(CLOSE.restart.code)
  }

  admit(connection: Connection, who: Known): boolean {
    const holder = holderOf(who)
    const theirs = this.byHolder.get(holder) ?? new Set()
    if (theirs.size >= OF_ONE_PERSON_MAX) return false
    this.byHolder.set(holder, theirs.add(connection))
    if (who.kind === 'screen') this.screens.add(connection)
    return true
  }

  /** Who of a delegation is at which response, told to those who act for it. */
  tellPresence(delegationId: string): void {
    const there = [...this.open].filter(({ person }) => person?.acting?.delegationId === delegationId)
    const present = there.flatMap(({ presence }): Presence[] => (presence ? [presence] : []))
    const message: ServerMessage = { type: 'presence', present }
    for (const connection of there) connection.tellPresent(message)
  }

  forget(connection: Connection): void {
    this.open.delete(connection)
    this.screens.delete(connection)
    const holder = connection.who ? holderOf(connection.who) : ''
    const theirs = this.byHolder.get(holder)
    if (theirs?.delete(connection) && theirs.size === 0) this.byHolder.delete(holder)
  }

  close(): void {
    this.closed = true
    clearInterval(this.heartbeat)
    clearInterval(this.recheck)
    this.unwatch()
    this.each((connection) => connection.end(CLOSE.restart.code))
  }

  /** Those who are due are asked for together; who is not what they were, or could not be asked for, is looked up by itself. */
  private async recheckDue(): Promise<void> {
    const now = performance.now()
    const due = [...this.open].filter(({ lookAgainAt }) => lookAgainAt <= now)
    if (due.length === 0) return
    // Those who came in one moment are not due in one moment for ever.
    for (const connection of due) connection.lookAgainAt = now + RECHECK_MS * (0.6 + 0.4 * Math.random())
    const people = due.flatMap(({ person }) => person ?? [])
    const unchanged = await this.parts.unchanged(people).catch(() => new Set())
    for (const connection of due) {
      const { person } = connection
      if (person === null || !unchanged.has(person)) void connection.recheck()
    }
  }

  private each(action: (connection: Connection) => void): void {
    for (const connection of [...this.open]) action(connection)
  }
}

const holderOf = (who: Known) => (who.kind === 'person' ? who.personId : who.screenId)

const isScreen = (query: unknown) => typeof query === 'object' && query !== null && 'screen' in query

/** What a client on a websocket would have said: who it is, and what it follows from where. */
function saidBy({ follow }: EventsQuery, headers: IncomingHttpHeaders): ClientMessage[] {
  const [actingFor, screen] = [headers['x-acting-for'], headers['x-screen']]
  return [
    {
      type: 'hello',
      protocol: LIVE_PROTOCOL,
      actingFor: typeof actingFor === 'string' ? actingFor : null,
      ...(typeof screen === 'string' ? { screen } : {}),
    },
    ...follow.map(({ stream, after }) => ({ type: 'subscribe' as const, stream, after })),
  ]
}
