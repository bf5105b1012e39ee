import {
  type ClientMessage,
  LIVE_EVENTS_PATH,
  LIVE_PATH,
  LIVE_PROTOCOL,
  type StreamName,
} from '@consultation/shared/live.ts'
import { actingFor, screenToken } from './api.ts'

/** A way to be told: by websocket, or by server-sent events where a proxy breaks those. */
export type Line = {
  byEvents: boolean
  say(message: ClientMessage): void
  close(): void
}
type Ears = { heard: (data: string) => void; lost: (code: number) => void }
type Said = { follow: ReadonlyMap<StreamName, { seq: number | null }>; hello: ClientMessage }

export function helloNow(): ClientMessage {
  const screen = screenToken()
  const who = screen === null ? { actingFor: actingFor() } : { actingFor: null, screen }
  return { type: 'hello', protocol: LIVE_PROTOCOL, ...who }
}

export function socketLine({ hello }: Said, { heard, lost }: Ears): Line {
  const socket = new WebSocket(screenToken() === null ? LIVE_PATH : `${LIVE_PATH}?screen`)
  const say = (message: ClientMessage) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }
  socket.addEventListener('open', () => say(hello))
  socket.addEventListener('message', ({ data }) => heard(String(data)))
  socket.addEventListener('close', ({ code }) => lost(code))
  return { byEvents: false, say, close: () => socket.close(1000) }
}

/** Read by fetch and not by EventSource, which can say neither for whom one acts nor which screen it is. */
export function eventsLine({ follow }: Said, { heard, lost }: Ears): Line {
  const stop = new AbortController()
  const query = new URLSearchParams([...follow].map(([stream, { seq }]) => ['follow', `${stream}@${seq ?? ''}`]))
  const screen = screenToken()
  const acting = actingFor()
  const headers = new Headers({ accept: 'text/event-stream' })
  if (screen !== null) headers.set('x-screen', screen)
  else if (acting !== null) headers.set('x-acting-for', acting)
  let code = 1006
  const read = async () => {
    const response = await fetch(`${LIVE_EVENTS_PATH}?${query}`, { headers, signal: stop.signal, cache: 'no-store' })
    if (!response.ok || !response.body) return
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const lines = block.split('\n')
        const data = lines.find((line) => line.startsWith('data: '))?.slice(6)
        if (data === undefined) continue
        if (lines.includes('event: closed')) code = Number(data)
        else heard(data)
      }
    }
  }
  read()
    .catch(() => undefined)
    .finally(() => lost(code))
  return { byEvents: true, say: () => undefined, close: () => stop.abort() }
}
