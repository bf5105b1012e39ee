import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../../shared/contract.ts'
import { CONTRACTS } from '../../shared/index-of-contracts.ts'
import { type Caller, may, PERMISSIONS } from '../../shared/rules/access.ts'
import { Person, startApp, type TestApp } from '../support/app.ts'
import { type CastMember, cast } from '../support/cast.ts'

/** One of each kind; what a kind may try is read from the policy table, what it gets from the door. */
const ACTORS = ['nobody', 'administrator', 'staff', 'irt', 'headGhana', 'drafterGhana', 'readerGhana'] as const
type Actor = (typeof ACTORS)[number]

const acting = (role: 'head' | 'drafter' | 'reader') => ({ delegationId: 'd', role, membershipId: 'm' })
const CALLERS: Record<Actor, Caller> = {
  nobody: { kind: 'nobody' },
  administrator: { kind: 'person', personId: 'p', signInId: 's', office: ['administrator'], acting: null },
  staff: { kind: 'person', personId: 'p', signInId: 's', office: ['staff'], acting: null },
  irt: { kind: 'person', personId: 'p', signInId: 's', office: ['irt'], acting: null },
  headGhana: { kind: 'person', personId: 'p', signInId: 's', office: [], acting: acting('head') },
  drafterGhana: { kind: 'person', personId: 'p', signInId: 's', office: [], acting: acting('drafter') },
  readerGhana: { kind: 'person', personId: 'p', signInId: 's', office: [], acting: acting('reader') },
}
/** These end or change the sign-in of the actor itself, which the other cells need. */
const LEFT_TO_OTHER_TESTS = ['signOut', 'signOutEverywhere', 'changePassword']

let app: TestApp
let people: Record<Actor, Person>
beforeAll(async () => {
  app = await startApp()
  const everybody = cast(app)
  people = {
    nobody: new Person(app),
    administrator: everybody.administrator,
    staff: everybody.staff,
    irt: everybody.irt,
    headGhana: everybody.headGhana,
    drafterGhana: everybody.drafterGhana,
    readerGhana: everybody.readerGhana,
  }
})
afterAll(() => app.close())

/** Well-formed addresses of things that do not exist: what is allowed comes as far as "not found" or "invalid". */
function attempt(endpoint: Endpoint) {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const params = Object.fromEntries(
    names.map((name) => [name, name === 'version' ? '1' : name === 'role' ? 'staff' : randomUUID()]),
  )
  return { params, ...(endpoint.body ? { body: {} } : {}), ...(endpoint.precondition ? { ifMatch: 1 } : {}) }
}

describe('the policy table holds cell by cell through HTTP', () => {
  for (const { name, endpoint } of CONTRACTS.filter(({ name }) => !LEFT_TO_OTHER_TESTS.includes(name))) {
    test(`${name}: ${endpoint.method} ${endpoint.path} (${endpoint.permission})`, async () => {
      for (const actor of ACTORS) {
        const { status } = await people[actor].ask(endpoint as Endpoint, attempt(endpoint))
        const allowed = may(CALLERS[actor], endpoint.permission)
        const refusedForRole = status === 403 || (status === 401 && actor === 'nobody' && name !== 'signIn')
        expect({ actor, refusedForRole }).toEqual({ actor, refusedForRole: !allowed })
        expect(status).toBeLessThan(500)
      }
    })
  }
})

test('every permission in the table guards something', () => {
  const guarding = new Set(CONTRACTS.map(({ endpoint }) => endpoint.permission))
  const elsewhere = ['live.connect']
  expect(Object.keys(PERMISSIONS).filter((name) => !guarding.has(name as never) && !elsewhere.includes(name))).toEqual(
    [],
  )
})

test('[T7] every route under /api is a call of the contract, so none is without a policy', () => {
  const routes = app.server.printRoutes({ commonPrefix: false, includeMeta: false })
  const known = new Set(CONTRACTS.map(({ endpoint }) => endpoint.path))
  const open = ['/api/live', '/api/docs', '/api/openapi.json', '/api/schemas/compilation.json']
  const served = [...routes.matchAll(/(\/api\/[^\s(]*)/g)].map(([path]) => path)
  expect(served.length).toBeGreaterThan(10)
  expect(served.filter((path) => !known.has(path as never) && !open.includes(path))).toEqual([])
})

test('[T5] a body that carries more than the call names is refused, and nothing is merged', async () => {
  const { headGhana } = people
  for (const extra of ['delegationId', 'role', 'state', 'submittedAt', 'clearedBy', 'constructor']) {
    const response = await app.server.inject({
      method: 'PATCH',
      url: '/api/me',
      headers: { origin: 'http://consultation.test', cookie: headGhana.cookie, 'content-type': 'application/json' },
      payload: `{"language":"en","${extra}":"x"}`,
    })
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ code: 'unknown_field', field: extra })
  }
  const poisoned = await app.server.inject({
    method: 'PATCH',
    url: '/api/me',
    headers: { origin: 'http://consultation.test', cookie: headGhana.cookie, 'content-type': 'application/json' },
    payload: '{"language":"en","__proto__":{"office":["administrator"]}}',
  })
  expect(poisoned.statusCode).toBe(400)
})

test('[T60] [T61] a command from another page, or with another kind of body, is refused', async () => {
  const { headGhana } = people
  const tried = (headers: Record<string, string>) =>
    app.server.inject({
      method: 'PATCH',
      url: '/api/me',
      headers: { cookie: headGhana.cookie, 'content-type': 'application/json', ...headers },
      payload: '{"language":"en"}',
    })
  const own = { origin: 'http://consultation.test' }
  expect((await tried(own)).statusCode).toBe(200)
  for (const origin of [
    'https://consultation.test',
    'http://consultation.test.evil.org',
    'http://consultation.test:81',
    'null',
  ])
    expect((await tried({ origin })).statusCode).toBe(403)
  expect((await tried({})).statusCode).toBe(403)
  expect((await tried({ ...own, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  for (const type of [
    'text/plain',
    'application/json\tx',
    'application/json garbage',
    'application/x-www-form-urlencoded',
  ])
    expect((await tried({ ...own, 'content-type': type })).statusCode).toBe(415)
})

test('[P8] an unknown address and a broken body get a problem in the reader’s language, never a stack', async () => {
  const { headGhana } = people
  const response = await app.server.inject({
    method: 'PATCH',
    url: '/api/me',
    headers: {
      origin: 'http://consultation.test',
      cookie: headGhana.cookie,
      'content-type': 'application/json',
      'accept-language': 'fr',
    },
    payload: '{"language":',
  })
  expect(response.statusCode).toBe(400)
  expect(response.headers['content-type']).toContain('application/problem+json')
  expect(response.headers['content-language']).toBe('fr')
  expect(response.body).not.toMatch(/ at |node_modules|\.ts:/)
  expect((await app.server.inject({ url: '/api/nothing-here' })).json()).toMatchObject({
    code: 'not_found',
    status: 404,
  })
})

test('[T8] what a reply schema does not name does not leave, whatever the handler returns', async () => {
  const me = await (people.headGhana as CastMember).me()
  expect(Object.keys(me).sort()).toEqual(['memberships', 'office', 'person', 'sample', 'signIn'])
})

test('[T3] a query that the call does not name is refused, naming it', async () => {
  const { cookie } = people.staff
  for (const [url, field] of [
    ['/api/consultations?filter[author.email]=a', 'filter[author.email]'],
    ['/api/me?sort=drafts.body', 'sort'],
  ]) {
    const response = await app.server.inject({ url, headers: { cookie } })
    expect(response.json()).toMatchObject({ status: 400, code: 'unknown_field', field })
  }
})
