import { createServer, type Socket } from 'node:net'

export type Received = {
  from: string
  to: string[]
  raw: string
  header(name: string): string | undefined
  body: string
}

/**
 * A mail server as far as one is needed: takes what it is given over SMTP, or refuses a recipient as told. `refuse` gets an
 * address and answers with the line to refuse it with, or nothing.
 */
export async function startMailServer(refuse: (to: string) => string | undefined = () => undefined) {
  const received: Received[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    let [from, to, text, inBody, rest] = ['', [] as string[], '', false, '']
    const say = (line: string) => socket.write(`${line}\r\n`)
    const take = (line: string) => {
      if (inBody) {
        if (line !== '.') {
          text += `${line.replace(/^\./, '')}\r\n`
          return
        }
        received.push(letterOf(from, to, text))
        inBody = false
        say('250 taken')
        return
      }
      const address = line.match(/<([^>]*)>/)?.[1] ?? ''
      switch (line.slice(0, 4).toUpperCase()) {
        case 'EHLO':
          say('250-here\r\n250 SMTPUTF8')
          break
        case 'MAIL':
          ;[from, to, text] = [address, [], '']
          say('250 yes')
          break
        case 'RCPT': {
          const no = refuse(address)
          if (!no) to = [...to, address]
          say(no ?? '250 yes')
          break
        }
        case 'DATA':
          inBody = true
          say('354 go on')
          break
        case 'QUIT':
          say('221 bye')
          socket.end()
          break
        default:
          say('250 yes')
      }
    }
    socket.on('data', (data) => {
      const lines = (rest + data.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) take(line)
    })
    say('220 here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the mail server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function letterOf(from: string, to: string[], raw: string): Received {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => head.match(new RegExp(`^${name}: (.*)$`, 'im'))?.[1]
  const coded = raw.slice(end + 4)
  const encoding = header('content-transfer-encoding')?.toLowerCase()
  const body =
    encoding === 'base64'
      ? Buffer.from(coded, 'base64').toString()
      : encoding === 'quoted-printable'
        ? Buffer.from(
            coded
              .replace(/=\r\n/g, '')
              .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString()
        : coded
  return { from, to, raw, header, body }
}
