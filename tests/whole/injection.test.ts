import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { listAnswers } from '../../shared/answers.ts'
import type { Endpoint } from '../../shared/contract.ts'
import { CONTRACTS } from '../../shared/index-of-contracts.ts'
import { type ListView, readList } from '../../shared/question-lists.ts'
import { checkReceipt, readResponse } from '../../shared/responses.ts'
import { changeMe } from '../../shared/sign-in.ts'
import { openThread, readThread } from '../../shared/threads.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'
import { circulatedList } from '../support/lists.ts'
import { drafted, submits } from '../support/responses.ts'

/** What a scanner tries: to break out of a string, to make a condition true, to make the database wait, to add a statement. */
const PAYLOADS = [
  `'`,
  `"`,
  `\\`,
  `' or '1'='1`,
  `1 or 1=1`,
  `') or pg_sleep(50) is not null --`,
  `'; select pg_sleep(50); --`,
  `1; drop table people; --`,
  `' union select email, password_hash from people --`,
  `$1`,
  `\${x}`,
  `%27%20or%201=1`,
  `$$; select pg_sleep(50); $$`,
]
const WAITED_MS = 30_000
const TOLD = /syntax error|unterminated|pg_|password_hash|relation "|column "/i

let app: TestApp
let list: ListView
let responseId: string
const actors: CastMember[] = []
beforeAll(async () => {
  app = await startApp()
  const { staff, administrator, headGhana } = cast(app)
  for (const person of [staff, administrator, headGhana]) actors.push(await person.ready())
  list = await circulatedList(app, { addressed: ['GHA', 'NOR'] })
  const draft = await drafted(headGhana, list, { 1: 'Simplify the forms.', 2: 'Train managers.' })
  await submits(headGhana, draft)
  responseId = draft.id
})
afterAll(() => app.close())

/** The call as it would go out, with ids of things that exist where there are some. */
function address(endpoint: Endpoint, instead: Record<string, string> = {}): string {
  const known: Record<string, string> = {
    listId: list.id,
    consultationId: list.consultationId,
    responseId,
    version: '1',
  }
  return endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(instead[name] ?? known[name] ?? randomUUID()),
  )
}

async function isHarmless(person: CastMember, endpoint: Endpoint, url: string, headers: Record<string, string> = {}) {
  const begun = performance.now()
  const { statusCode, body } = await app.server.inject({
    method: endpoint.method,
    url,
    headers: {
      origin: app.parts.config.publicUrl,
      cookie: person.cookie,
      ...(person.actingFor ? { 'x-acting-for': person.actingFor } : {}),
      ...(endpoint.body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(endpoint.body ? { payload: '{}' } : {}),
  })
  const what = `${person.key}: ${endpoint.method} ${url} ${JSON.stringify(headers)}`
  expect(statusCode, what).toBeLessThan(500)
  expect(body.replace(/"field":"[^"]*"/g, ''), what).not.toMatch(TOLD)
  expect(performance.now() - begun, what).toBeLessThan(WAITED_MS)
  return statusCode
}

test('[T87] no part of an address or a query reaches the database as SQL, whoever sends it', async () => {
  let tried = 0
  for (const { endpoint } of CONTRACTS as readonly { endpoint: Endpoint }[]) {
    const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const queries = endpoint.query instanceof z.ZodObject ? Object.keys(endpoint.query.shape) : []
    for (const person of actors) {
      for (const payload of PAYLOADS) {
        for (const name of names) {
          const status = await isHarmless(person, endpoint, address(endpoint, { [name]: payload }))
          expect(status, `${endpoint.path} with ${name} ${payload}`).toBeGreaterThanOrEqual(400)
          tried++
        }
        for (const name of queries) {
          await isHarmless(person, endpoint, `${address(endpoint)}?${new URLSearchParams({ [name]: payload })}`)
          tried++
        }
      }
    }
  }
  expect(tried).toBeGreaterThan(1_000)
}, 240_000)

test('[T87] nor does a header that the platform reads', async () => {
  const [staff] = actors
  for (const payload of PAYLOADS) {
    const plain = payload.replace(/[^\x20-\x7e]/g, '')
    for (const name of ['x-acting-for', 'if-match', 'accept-language', 'user-agent', 'x-forwarded-for'])
      await isHarmless(staff!, readList, address(readList), { [name]: plain })
    const cookie = `__Host-sign-in=${encodeURIComponent(plain)}`
    expect(await isHarmless(staff!, readList, address(readList), { cookie })).toBe(401)
    expect(await isHarmless(staff!, readList, address(readList), { cookie: `__Host-sign-in=${plain}` })).toBe(401)
  }
})

test('[T87] what is searched for is words: no condition, and no pattern either', async () => {
  const { staff } = cast(app)
  const found = async (text: string) =>
    (await staff.does(listAnswers, { params: { listId: list.id }, query: { text } })).answers.length
  expect(await found('forms')).toBe(1)
  for (const text of [...PAYLOADS, `forms' or '1'='1`, `f%s`, `form_`, `for.s`, `forms & !zebra`])
    expect([text, await found(text)]).toEqual([text, 0])
})

test('[T87] what is written is kept as it was written', async () => {
  const { staff, headGhana } = cast(app)
  const { answers } = await staff.does(listAnswers, { params: { listId: list.id } })
  for (const payload of PAYLOADS) {
    const me = await headGhana.does(changeMe, { body: { name: payload } })
    expect(me.person.name).toBe(payload)
    const { id } = await staff.does(openThread, {
      params: { answerId: answers[0]!.id },
      body: { commandId: randomUUID(), text: payload },
    })
    const { messages } = await headGhana.does(readThread, { params: { threadId: id } })
    expect(messages.at(-1)?.text).toBe(payload)
    const check = await staff.does(checkReceipt, { body: { reference: payload, digest: 'a'.repeat(64) } })
    expect(check.stands).toBe(false)
  }
  expect((await headGhana.does(readResponse, { params: { responseId } })).answers).toHaveLength(2)
})
