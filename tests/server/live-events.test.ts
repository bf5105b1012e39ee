import { randomUUID } from 'node:crypto'
import { createServer, get, request as httpRequest, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { setSpeakersList } from '../../shared/floor.ts'
import { LIVE_EVENTS_PATH, type ServerMessage, streams } from '../../shared/live.ts'
import { directScreen } from '../../shared/sessions.ts'
import { signOut } from '../../shared/sign-in.ts'
import { type Person, startApp, type TestApp } from '../support/app.ts'
import { listen, PATIENCE_MS } from '../support/line.ts'
import { type OpenedSession, openedSession } from '../support/sessions.ts'

let app: TestApp
let s: OpenedSession
let host: string
beforeAll(async () => {
  app = await startApp()
  host = await listen(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  s = await openedSession(app)
})

type Told = {
  status: number
  headers: IncomingMessage['headers']
  messages: ServerMessage[]
  closed: Promise<number>
  told(fits: (message: ServerMessage) => boolean): Promise<ServerMessage>
  leave(): void
}

/** The reply that does not end, read as the client reads it. */
function follow(
  who: Person | null,
  following: string[],
  more: Record<string, string> = {},
  through = host,
): Promise<Told> {
  const query = new URLSearchParams(following.map((one) => ['follow', one]))
  return new Promise((resolve, reject) => {
    const asked = get(
      `http://${through}${LIVE_EVENTS_PATH}?${query}`,
      {
        headers: {
          ...(who?.cookie ? { cookie: who.cookie } : {}),
          ...(who?.actingFor ? { 'x-acting-for': who.actingFor } : {}),
          ...more,
        },
      },
      (response) => {
        const messages: ServerMessage[] = []
        const waiting = new Set<() => void>()
        let end: (code: number) => void = () => {}
        const closed = new Promise<number>((done) => {
          end = done
        })
        let rest = ''
        response.setEncoding('utf8').on('data', (text: string) => {
          const blocks = (rest + text).split('\n\n')
          rest = blocks.pop() ?? ''
          for (const block of blocks) {
            const data = block
              .split('\n')
              .find((line) => line.startsWith('data: '))
              ?.slice(6)
            if (data === undefined) continue
            if (block.includes('event: closed')) end(Number(data))
            else messages.push(JSON.parse(data))
          }
          for (const look of waiting) look()
        })
        response.on('error', () => {})
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          messages,
          closed,
          leave: () => asked.destroy(),
          told: (fits) =>
            new Promise((found, missed) => {
              const late = setTimeout(
                () => missed(new Error(`not told; only ${JSON.stringify(messages)}`)),
                PATIENCE_MS,
              )
              const look = () => {
                const message = messages.find(fits)
                if (!message) return
                clearTimeout(late)
                waiting.delete(look)
                found(message)
              }
              waiting.add(look)
              look()
            }),
        })
      },
    )
    asked.on('error', reject)
  })
}

const opensList = (open: boolean) => s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open } })
const isEvent = (kind: string) => (message: ServerMessage) =>
  message.type === 'events' && message.events.some((event) => event.kind === kind)

describe('[N10] a room followed by server-sent events', () => {
  test('tells the same as a websocket, with what changes, and is not to be kept or held back on the way', async () => {
    const ghana = await s.people.headGhana.ready()
    const line = await follow(ghana, [`${streams.sessionAll(s.sessionId)}@`])
    expect(line.status).toBe(200)
    expect(line.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      'cache-control': 'no-store, no-transform',
    })
    await line.told((m) => m.type === 'subscribed' && m.stream.startsWith('session:'))
    await opensList(true)
    const told = await line.told(isEvent('item.changed'))
    expect(told).toMatchObject({ events: [{ changes: [{ set: 'items', value: { listOpen: true } }] }] })
    line.leave()
  })

  test('[P4] resumes from where it was: what was missed once, and in order', async () => {
    const ghana = await s.people.headGhana.ready()
    const stream = streams.sessionAll(s.sessionId)
    const { heads } = await s.room(ghana)
    await opensList(true)
    await opensList(false)
    await opensList(true)
    const line = await follow(ghana, [`${stream}@${heads[stream]}`])
    await line.told(isEvent('item.changed'))
    const seqs = line.messages.flatMap((m) =>
      m.type === 'events' && m.stream === stream ? m.events.map(({ seq }) => seq) : [],
    )
    expect(seqs).toEqual([1, 2, 3].map((n) => (heads[stream] ?? 0) + n))
    line.leave()
  })

  test('[T46] refuses what one may not follow, and tells nothing of it', async () => {
    const ghana = await s.people.headGhana.ready()
    const podium = streams.sessionPodium(s.sessionId)
    const line = await follow(ghana, [`${podium}@`, `session:${randomUUID()}:all@`])
    await line.told((m) => m.type === 'refused' && m.stream === podium)
    line.leave()
  })

  test('[T45] ends at once with the sign-in, and says why; without one it does not begin', async () => {
    const ghana = s.people.headGhana.otherDevice()
    await ghana.ready()
    const line = await follow(ghana, [`${streams.sessionAll(s.sessionId)}@`])
    await line.told((m) => m.type === 'welcome')
    await ghana.does(signOut, {})
    expect(await line.closed).toBe(4401)
    const nobody = await follow(null, [])
    expect(await nobody.closed).toBe(4401)
  })

  test('[T60] a page of another site is refused, and so is an address that names no stream', async () => {
    const ghana = await s.people.headGhana.ready()
    expect((await follow(ghana, [], { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await follow(ghana, ['nonsense'])).status).toBe(400)
  })

  test('[N10] comes through a proxy that refuses websockets and gathers what it passes on', async () => {
    // Holds back until it has two kilobytes, as proxies that buffer do.
    const proxy = createServer((incoming, outgoing) => {
      const upstream = httpRequest(
        `http://${host}${incoming.url}`,
        { method: incoming.method, headers: incoming.headers },
        (response) => {
          outgoing.writeHead(response.statusCode ?? 502, response.headers)
          let held = Buffer.alloc(0)
          let flowing = false
          response.on('data', (data: Buffer) => {
            if (flowing) return void outgoing.write(data)
            held = Buffer.concat([held, data])
            if (held.length < 2_048) return
            flowing = true
            outgoing.write(held)
          })
          response.on('end', () => outgoing.end())
        },
      )
      upstream.on('error', () => outgoing.destroy())
      outgoing.on('close', () => upstream.destroy())
      incoming.pipe(upstream)
    })
    proxy.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
    const address = proxy.address()
    const through = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const line = await follow(await s.people.headGhana.ready(), [`${streams.sessionAll(s.sessionId)}@`], {}, through)
    await line.told((m) => m.type === 'subscribed' && m.stream.startsWith('session:'))
    await s.chair.does(directScreen, {
      params: { sessionId: s.sessionId },
      body: { show: 'message', message: 'We resume at three' },
    })
    await line.told(isEvent('session.screen_directed'))
    line.leave()
    proxy.closeAllConnections()
    await new Promise((done) => proxy.close(done))
  })
})
