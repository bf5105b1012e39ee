import { WebSocket } from 'ws'
import { LIVE_PATH, LIVE_PROTOCOL, type ServerMessage, type StreamName } from '../../shared/live.ts'
import { ORIGIN, type Person, type TestApp } from './app.ts'

/** How long something awaited may take: a busy machine is slow, not wrong. */
export const PATIENCE_MS = 20_000

/** Opens the application’s port, for what cannot be injected; the tests’ origin stays the one it believes in. */
export async function listen(app: TestApp): Promise<string> {
  const known = app.server.server.address()
  if (typeof known === 'object' && known) return `127.0.0.1:${known.port}`
  return new URL(await app.server.listen({ port: 0, host: '127.0.0.1' })).host
}

/** A person’s websocket: what it was told, and when and why it was closed. */
export type Line = {
  messages: ServerMessage[]
  /** Kinds of the events told so far. */
  kinds(): string[]
  send(message: unknown): void
  /** Resolves once a message fits. */
  told(fits: (message: ServerMessage) => boolean): Promise<ServerMessage>
  closed: Promise<number>
  close(): void
}

export async function connect(person: Person, streams: StreamName[] = []): Promise<Line> {
  const host = await listen(person.app)
  // A plenary screen has no sign-in, and says what it is in its address and its token in the first message.
  const { screen } = person
  const socket = new WebSocket(`ws://${host}${LIVE_PATH}${screen === null ? '' : '?screen='}`, {
    headers: { origin: ORIGIN, ...(person.cookie ? { cookie: person.cookie } : {}) },
  })
  const messages: ServerMessage[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    messages.push(JSON.parse(data.toString()))
    for (const look of waiting) look()
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  const line: Line = {
    messages,
    kinds: () => messages.flatMap((m) => (m.type === 'events' ? m.events.map((event) => event.kind) : [])),
    send: (message) => socket.send(JSON.stringify(message)),
    told: (fits) =>
      new Promise((resolve, reject) => {
        const timeout = setTimeout(() => reject(new Error(`not told; only ${JSON.stringify(messages)}`)), PATIENCE_MS)
        const look = () => {
          const found = messages.find(fits)
          if (!found) return
          clearTimeout(timeout)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    closed,
    close: () => socket.close(),
  }
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  line.send({
    type: 'hello',
    protocol: LIVE_PROTOCOL,
    actingFor: person.actingFor,
    ...(screen === null ? {} : { screen }),
  })
  await line.told((m) => m.type === 'welcome')
  // A person's own stream is followed after the welcome: what is written between the two is the past, and never told.
  if (screen === null) await line.told((m) => m.type === 'subscribed' && m.stream.startsWith('person:'))
  for (const stream of streams) {
    line.send({ type: 'subscribe', stream, after: null })
    await line.told((m) => m.type === 'subscribed' && m.stream === stream)
  }
  return line
}

/** How long after `from` the line was closed, in milliseconds, and with which code. */
export async function closing(line: Line, from: number): Promise<{ code: number; after: number }> {
  const code = await Promise.race([
    line.closed,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('not closed')), PATIENCE_MS)),
  ])
  return { code, after: Date.now() - from }
}
