import pg from 'pg'
import { inject } from 'vitest'
import { type App, buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/database/database.ts'
import type { Endpoint, ReplyOf, Sent } from '../../shared/contract.ts'
import { pathOf } from '../../shared/contract.ts'
import type { Problem } from '../../shared/refusals.ts'
import { createDatabaseFromTemplate } from './postgres.ts'

/** Where the tests' application believes to be reached, unless told otherwise; every command carries it as Origin. */
export const ORIGIN = 'http://consultation.test'

export type TestApp = App & {
  ownerUrl: string
  appUrl: string
  /** Straight to the database as its owner, past every policy: to arrange and to look, never to act. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** The real application on a database of this test file's own, copied from the migrated and seeded template. */
export async function startApp(
  settings: Record<string, string> = {},
  logTo?: { write(line: string): void },
): Promise<TestApp> {
  const { ownerUrl, appUrl, drop } = await createDatabaseFromTemplate(inject('adminUrl'), inject('template'))
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: ORIGIN, ...settings })
  const database = openDatabase(appUrl, config.DATABASE_POOL)
  const app = await buildApp({ config, database, appUrl, ...(logTo ? { logTo } : {}) })
  await app.server.ready()
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  owner.on('error', () => {})
  return {
    ...app,
    ownerUrl,
    appUrl,
    sql: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await owner.query<Row>(text, values)).rows,
    async close() {
      await app.server.close()
      await owner.end()
      await drop()
    },
  }
}

export type Answer<T> = {
  status: number
  headers: Record<string, string | number | string[] | undefined>
  body: T
  raw: Buffer
}

/** Somebody at a browser: a cookie, a delegation acted for, and the calls of the contract. */
export class Person {
  readonly app: TestApp
  cookie = ''
  actingFor: string | null = null
  /** The token of a plenary screen, for one who is that. */
  screen: string | null = null
  language = 'en'

  constructor(app: TestApp) {
    this.app = app
  }

  /** The call as the client makes it; whatever comes back. */
  async ask<E extends Endpoint>(
    endpoint: E,
    sent: Partial<Sent<E>> & {
      ifMatch?: number
      file?: { type: string; content: Buffer }
      headers?: Record<string, string>
    } = {},
  ): Promise<Answer<ReplyOf<E> & Problem>> {
    const {
      params = {},
      query = {},
      body,
    } = sent as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([key, value]) =>
        value === undefined
          ? []
          : (Array.isArray(value) ? value : [value]).map((one) => [key, String(one)] as [string, string]),
      ),
    )
    const payload = sent.file?.content ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await this.app.server.inject({
      method: endpoint.method,
      url: `${pathOf(endpoint.path, params)}${search.size > 0 ? `?${search}` : ''}`,
      headers: {
        origin: this.app.parts.config.publicUrl,
        'accept-language': this.language,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.screen ? { 'x-screen': this.screen } : {}),
        ...(this.actingFor ? { 'x-acting-for': this.actingFor } : {}),
        ...(sent.ifMatch === undefined ? {} : { 'if-match': `"${sent.ifMatch}"` }),
        ...(payload === undefined ? {} : { 'content-type': sent.file?.type ?? 'application/json' }),
        ...sent.headers,
      },
      ...(payload === undefined ? {} : { payload }),
    })
    const set = response.headers['set-cookie']
    for (const one of Array.isArray(set) ? set : set ? [set] : []) this.cookie = one.split(';')[0] ?? ''
    const json = String(response.headers['content-type'] ?? '').includes('json')
    return {
      status: response.statusCode,
      headers: response.headers,
      // What it is was promised by the contract; `does` and the tests look.
      body: (json ? response.json() : undefined) as ReplyOf<E> & Problem,
      raw: response.rawPayload,
    }
  }

  /** The call, which must succeed; its reply. */
  async does<E extends Endpoint>(endpoint: E, sent: Parameters<typeof this.ask<E>>[1] = {}): Promise<ReplyOf<E>> {
    const { status, body } = await this.ask(endpoint, sent)
    if (status !== 200) {
      throw new Error(`${endpoint.method} ${endpoint.path} answered ${status}: ${JSON.stringify(body)}`)
    }
    return body as ReplyOf<E>
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
    template: string
  }
}
