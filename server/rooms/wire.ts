import type { ServerResponse } from 'node:http'
import type { WebSocket } from 'ws'

/** A way to tell one client: a websocket, or a reply that does not end (server-sent events). */
export type Wire = {
  readonly open: boolean
  /** Bytes written that the client has not taken yet. */
  readonly unread: number
  /** Whether the client answers a ping on the same way. */
  readonly answers: boolean
  send(frame: string): void
  close(code: number): void
  terminate(): void
}

/** A frame goes to many, one after the other: it is encoded once, and they share the bytes. */
function sharing(encode: (frame: string) => string): (frame: string) => Buffer {
  let last = ''
  let bytes = Buffer.alloc(0)
  return (frame) => {
    if (frame === last) return bytes
    last = frame
    bytes = Buffer.from(encode(frame))
    return bytes
  }
}
const asMessage = sharing((frame) => frame)
const asEvent = sharing((frame) => `data: ${frame}\n\n`)

export const socketWire = (socket: WebSocket): Wire => ({
  get open() {
    return socket.readyState === socket.OPEN
  },
  get unread() {
    return socket.bufferedAmount
  },
  answers: true,
  send: (frame) => socket.send(asMessage(frame), { binary: false }),
  close: (code) => socket.close(code),
  terminate: () => socket.terminate(),
})

/** Proxies that wait for a full buffer are given one to begin with. */
const PADDING = `:${' '.repeat(2_048)}\n\n`

/** The same frames as server-sent events, for whom a proxy breaks websockets. What the client says it says by asking anew. */
export function eventsWire(response: ServerResponse): Wire {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // nginx and those that follow it pass on what comes as it comes.
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  response.write(PADDING)
  return {
    get open() {
      return !response.writableEnded && !response.destroyed
    },
    get unread() {
      return response.writableLength
    },
    answers: false,
    send: (frame) => void response.write(asEvent(frame)),
    close: (code) => void response.end(`event: closed\ndata: ${code}\n\n`),
    terminate: () => void response.destroy(),
  }
}
