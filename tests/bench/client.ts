import { Agent, request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { Endpoint, ReplyOf, Sent } from '../../shared/contract.ts'
import { pathOf } from '../../shared/contract.ts'

/** A light load generator: one kept connection per lane. */
export class Http {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 })
  readonly origin: string
  constructor(origin: string) {
    this.origin = origin
  }

  send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<{ status: number; text: string; ms: number }> {
    const begun = performance.now()
    return new Promise((resolve, reject) => {
      const outgoing = request(
        `${this.origin}${path}`,
        {
          method,
          agent: this.agent,
          headers:
            body === undefined
              ? headers
              : { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => {
            const ms = performance.now() - begun
            const bytes = Buffer.concat(parts)
            const packed = answer.headers['content-encoding'] === 'gzip'
            resolve({
              status: answer.statusCode ?? 0,
              // Unpacked for who reads it: it shares the processors with what is measured.
              get text() {
                return (packed ? gunzipSync(bytes) : bytes).toString()
              },
              ms,
            })
          })
          answer.on('error', reject)
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}

/** Somebody signed in, calling what the contract names. */
export class Caller {
  private readonly http: Http
  readonly headers: Record<string, string>
  constructor(http: Http, token: string) {
    this.http = http
    this.headers = { origin: http.origin, cookie: `__Host-sign-in=${token}`, 'accept-language': 'en' }
  }

  /** Reads what a browser reads, which takes it packed, without looking into it. */
  async reads(path: string): Promise<void> {
    const answer = await this.http.send('GET', path, { ...this.headers, 'accept-encoding': 'gzip, deflate, br, zstd' })
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${answer.text.slice(0, 400)}`)
  }

  async ask<E extends Endpoint>(
    endpoint: E,
    sent: Sent<E> & { ifMatch?: number },
  ): Promise<{ reply: ReplyOf<E>; ms: number }> {
    const { params, query, body, ifMatch } = sent as {
      params?: Record<string, string>
      query?: Record<string, unknown>
      body?: unknown
      ifMatch?: number
    }
    const search = new URLSearchParams(
      Object.entries(query ?? {}).flatMap(([key, value]) =>
        [value].flat().map((one): [string, string] => [key, String(one)]),
      ),
    )
    const answer = await this.http.send(
      endpoint.method,
      `${pathOf(endpoint.path, params)}${search.size > 0 ? `?${search}` : ''}`,
      ifMatch === undefined ? this.headers : { ...this.headers, 'if-match': `"${ifMatch}"` },
      body === undefined ? undefined : JSON.stringify(body),
    )
    if (answer.status !== 200)
      throw new Error(`${endpoint.method} ${endpoint.path} answered ${answer.status}: ${answer.text.slice(0, 400)}`)
    return { reply: JSON.parse(answer.text), ms: answer.ms }
  }
}
