// What ours is compared with: the same frame to all who are there, by bare `ws` or by Socket.IO with recovery of connections.
// Told over HTTP what to say; no sign-in, no rights, no journal, no way to come back but Socket.IO's own.
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'

type Message = { type: string; stream: string; events: { seq: number; at: string }[] }

const [, , kind, port] = process.argv
let template: Message | null = null
let seq = 0

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    if (request.url === '/template') {
      template = JSON.parse(Buffer.concat(parts).toString())
    } else if (template) {
      const [event] = template.events
      say({ ...template, events: [{ ...event!, seq: ++seq, at: new Date().toISOString() }] })
    }
    response.end('{}')
  })
})

function broadcaster(): (message: Message) => void {
  if (kind === 'io') {
    const io = new Server(server, { connectionStateRecovery: {}, transports: ['websocket'], perMessageDeflate: false })
    return (message) => void io.emit('events', message)
  }
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket) => socket.send('{"type":"welcome"}'))
  return (message) => {
    const frame = JSON.stringify(message)
    for (const socket of sockets.clients) socket.send(frame)
  }
}
const say = broadcaster()

server.listen(Number(port), '127.0.0.1', () => console.log('ready'))
