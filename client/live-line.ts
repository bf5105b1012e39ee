import { type ClientMessage, LIVE_PATH, LIVE_PROTOCOL, type StreamName } from '@consultation/shared/live.ts'
import { actingFor, screenToken } from './api.ts'

/** A way to be told: by websocket, or by server-sent events where a proxy breaks those. */
export type Line = {
  byEvents: boolean
  say(message: ClientMessage): void
  close(): void
}
type Ears = { heard: (data: string) => void; lost: (code: number) => void }
export type Said = { follow: ReadonlyMap<StreamName, { seq: number | null }>; hello: ClientMessage }

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

/** Fetched only where it is needed: most never need it. */
export function eventsLine(said: Said, ears: Ears): Line {
  const stop = new AbortController()
  import('./live-events.ts')
    .then(({ readEvents }) => readEvents(said, ears.heard, stop.signal))
    .then(ears.lost, () => ears.lost(1006))
  return { byEvents: true, say: () => undefined, close: () => stop.abort() }
}
