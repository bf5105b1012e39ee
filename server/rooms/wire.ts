import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'

/** A way to tell one client: a websocket, or a reply that does not end (server-sent events). */
export type Wire = {
  readonly open: boolean
  /** Bytes written that the client has not taken yet. */
  readonly unread: number
  /** Whether the client answers a ping on the same way. */
  readonly answers: boolean
  /** False where more is waiting than goes out at once. */
  send(frame: string): boolean
  close(code: number): void
  terminate(): void
}

/** A frame goes to many, one after the other: it is encoded once, and they share the bytes. */
function sharing(encode: (frame: string) => Buffer): (frame: string) => Buffer {
  let last = ''
  let bytes: Buffer = Buffer.alloc(0)
  return (frame) => {
    if (frame === last) return bytes
    last = frame
    bytes = encode(frame)
    return bytes
  }
}
const asMessage = sharing((frame) => textFrame(Buffer.from(frame)))
const asEvent = sharing((frame) => Buffer.from(`data: ${frame}\n\n`))

const FINAL_TEXT = 0x81

/** A text message as it goes over the line: RFC 6455, section 5.2, whole and unmasked. */
function textFrame(payload: Buffer): Buffer {
  const { length } = payload
  if (length < 126) return Buffer.concat([Buffer.from([FINAL_TEXT, length]), payload])
  const head = Buffer.alloc(length < 65_536 ? 4 : 10)
  head[0] = FINAL_TEXT
  if (length < 65_536) {
    head[1] = 126
    head.writeUInt16BE(length, 2)
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  return Buffer.concat([head, payload])
}

/**
 * `line` is the connection beneath the socket. Bytes shared by a thousand are written to it as they are: put together for each, they
 * cost a quarter more. Without compression the socket itself writes at once, so its own frames never fall in between.
 */
export const socketWire = (socket: WebSocket, line: Socket): Wire => ({
  // The line ends with the socket, and it is the one that is written to: a thousand sockets are not looked into for each event.
  get open() {
    return line.writable
  },
  get unread() {
    return line.writableLength
  },
  answers: true,
  send: (frame) => line.write(asMessage(frame)),
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
    send: (frame) => response.write(asEvent(frame)),
    close: (code) => void response.end(`event: closed\ndata: ${code}\n\n`),
    terminate: () => void response.destroy(),
  }
}
