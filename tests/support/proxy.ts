import { connect, createServer, type Socket } from 'node:net'

/** A line to PostgreSQL that breaks when it is told to. */
export type BreakableLine = {
  url: string
  /** The next commit arrives, and its answer does not come back. */
  cutAfterCommit(): void
  /** The next commit does not arrive. */
  cutBeforeCommit(): void
  /** How often it was cut so. */
  cuts(): number
  /** Ends every line, and lets nobody through until it is up again. */
  down(): void
  up(): void
  close(): Promise<void>
}

export async function startProxy(databaseUrl: string): Promise<BreakableLine> {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  let next: 'before' | 'after' | null = null
  let cuts = 0
  let isDown = false
  const server = createServer((client) => {
    if (isDown) return void client.destroy()
    const upstream = connect(Number(target.port), target.hostname)
    let waitingForAnswer = false
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        open.delete(socket)
        end()
      })
    }
    client.on('data', (data) => {
      if (next && data.includes('commit')) {
        cuts++
        waitingForAnswer = next === 'after'
        next = null
        if (!waitingForAnswer) return end()
      }
      upstream.write(data)
    })
    upstream.on('data', (data) => {
      if (waitingForAnswer) end()
      else client.write(data)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: url.href,
    cutAfterCommit: () => {
      next = 'after'
    },
    cutBeforeCommit: () => {
      next = 'before'
    },
    cuts: () => cuts,
    down: () => {
      isDown = true
      cut()
    },
    up: () => {
      isDown = false
    },
    close: () => {
      cut()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
