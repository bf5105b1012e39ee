import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hashPassword } from '../../server/sign-in/passwords.ts'
import { guessingAt } from '../../server/sign-in/throttle.ts'
import { listConsultations } from '../../shared/consultations.ts'
import { readHome } from '../../shared/home.ts'
import {
  askPasswordReset,
  changeMe,
  changePassword,
  endSignIn,
  listSignIns,
  readMe,
  resetPassword,
  signIn,
  signOut,
  signOutEverywhere,
  watchSignIn,
} from '../../shared/sign-in.ts'
import { ORIGIN, Person, startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { closing, connect } from '../support/line.ts'
import { mailsTo, tokenSentTo } from '../support/mails.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const tokenIn = (cookie: string) => cookie.replace('__Host-sign-in=', '')
const somebody = () => new Person(app)
const tryWith = (email: string, password: string, person = somebody()) =>
  person.ask(signIn, { body: { email, password } })
const WRONG = 'a wrong guess at the password'
const GOOD = 'brass kettle on a slow flame'

test('who signs in is told who they are and what they may be', async () => {
  const { adviserOfTwo, staff } = people
  const me = await adviserOfTwo.me()
  expect(me.person).toMatchObject({
    name: adviserOfTwo.who.name,
    email: adviserOfTwo.who.email,
    timeZone: 'Pacific/Fiji',
  })
  expect(me.memberships.map((one) => [one.delegation.en, one.role])).toEqual([
    ['Fiji', 'drafter'],
    ['Tuvalu', 'drafter'],
  ])
  expect(me.office).toEqual([])
  expect((await staff.me()).office).toEqual(['staff'])
  expect(await staff.does(readMe)).toEqual(await staff.me())
})

test('an address is known however it is written; anything else about it is not', async () => {
  const { headNorway } = people
  const { email, password } = headNorway.who
  expect((await tryWith(email.toUpperCase(), password)).status).toBe(200)
  expect((await tryWith(email, `${password} `)).body.code).toBe('wrong_credentials')
  expect((await tryWith(email, password.toUpperCase())).body.code).toBe('wrong_credentials')
})

test('[T59] the cookie is bound to this host, unreadable for scripts, sent over TLS and to our own pages alone', async () => {
  const { staff } = people
  const answer = await tryWith(staff.who.email, staff.who.password)
  const [name, ...attributes] = String(answer.headers['set-cookie']).split('; ')
  expect(name).toMatch(/^__Host-sign-in=[a-z2-7]{40}$/)
  expect(attributes.map((one) => one.toLowerCase()).sort()).toEqual(['httponly', 'path=/', 'samesite=strict', 'secure'])
  expect(answer.headers['cache-control']).toBe('no-store')
})

test('[T65] a wrong address and a wrong password are told alike: the same status, text and time', async () => {
  const { headSenegal } = people
  // At the full cost of a real account; the cast’s are made cheap.
  await app.sql('update people set password_hash = $2 where email = $1', [
    headSenegal.who.email,
    await hashPassword(GOOD),
  ])
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let round = 0; round < 9; round++) {
    for (const [kind, email] of [
      ['known', headSenegal.who.email],
      ['unknown', 'nobody@mission.example.org'],
    ] as const) {
      const from = performance.now()
      const answer = await tryWith(email, WRONG)
      times[kind].push(performance.now() - from)
      expect(answer.status).toBe(401)
      expect(answer.body).toEqual({
        type: '/api/docs#refusal-wrong_credentials',
        title: expect.stringContaining('do not go together'),
        status: 401,
        code: 'wrong_credentials',
      })
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[4] ?? 0
  const ratio = median(times.known) / median(times.unknown)
  expect(ratio, JSON.stringify(times)).toBeGreaterThan(0.5)
  expect(ratio, JSON.stringify(times)).toBeLessThan(2)
  await app.sql('delete from throttles')
})

test('[T65] a reset for an unknown address is answered as one for a known address; only the known one gets a mail', async () => {
  const { drafterEgypt } = people
  const answers = [
    await somebody().ask(askPasswordReset, { body: { email: 'stranger@mission.example.org' } }),
    await somebody().ask(askPasswordReset, { body: { email: drafterEgypt.who.email } }),
  ]
  for (const answer of answers) expect([answer.status, answer.body]).toEqual([200, { done: true }])
  await app.jobs.settle()
  expect(await mailsTo(app, 'stranger@mission.example.org')).toEqual([])
  const mails = await mailsTo(app, drafterEgypt.who.email)
  expect(mails).toMatchObject([{ language: 'ar', subject: 'كلمة سر جديدة' }])
})

test('[T55] what a browser held before a sign-in opens nothing after it, and its row is gone', async () => {
  const { drafterNorway, headNorway } = people
  const shared = somebody()
  await tryWith(drafterNorway.who.email, drafterNorway.who.password, shared)
  const before = shared.cookie
  await tryWith(headNorway.who.email, headNorway.who.password, shared)
  expect(shared.cookie).not.toBe(before)
  expect(await app.sql('select 1 from sign_ins where id = $1', [digest(tokenIn(before))])).toEqual([])
  const old = somebody()
  old.cookie = before
  expect((await old.ask(readMe)).body.code).toBe('signed_out')
  expect((await shared.does(readMe)).person.email).toBe(headNorway.who.email)
})

test('[T55] a token somebody else chose is never taken over', async () => {
  const { headNorway } = people
  const planted = `__Host-sign-in=${'a'.repeat(40)}`
  const victim = somebody()
  victim.cookie = planted
  await tryWith(headNorway.who.email, headNorway.who.password, victim)
  expect(victim.cookie).not.toBe(planted)
  const attacker = somebody()
  attacker.cookie = planted
  expect((await attacker.ask(readMe)).status).toBe(401)
})

test('[T56] a sign-in ends after 12 hours however much it is used, one of the office after 8', async () => {
  for (const [person, hours] of [
    [people.headGhana.otherDevice(), 12],
    [people.staff.otherDevice(), 8],
  ] as const) {
    const me = await person.me()
    expect(Date.parse(me.signIn.until) - Date.now()).toBeCloseTo(hours * 3_600_000, -5)
    const id = digest(tokenIn(person.cookie))
    const startedAgo = (minutes: number) =>
      app.sql('update sign_ins set started_at = now() - make_interval(mins => $2) where id = $1', [id, minutes])
    await startedAgo(hours * 60 - 1)
    expect((await person.ask(readMe)).status).toBe(200)
    await startedAgo(hours * 60)
    expect((await person.ask(readMe)).body.code).toBe('signed_out')
    expect(await app.sql('select 1 from sign_ins where id = $1', [id])).toEqual([])
  }
})

test.each([
  ['half an hour', 'headGhana', 1_800],
  ['a quarter of an hour in the office', 'staff', 900],
  ['a quarter of an hour in the office', 'administrator', 900],
] as const)(
  '[T56] a sign-in that is not used ends after %s (%s); one that is used slides on',
  async (_, key, seconds) => {
    const person = people[key].otherDevice()
    const me = await person.me()
    expect((Date.parse(me.signIn.idleUntil) - Date.now()) / 1_000).toBeCloseTo(seconds, -1)
    const id = digest(tokenIn(person.cookie))
    const left = async () => {
      const [row] = await app.sql<{ left: number }>(
        'select extract(epoch from expires_at - now())::float8 as left from sign_ins where id = $1',
        [id],
      )
      return row?.left
    }
    expect(await left()).toBeCloseTo(seconds, -1)
    await app.sql("update sign_ins set expires_at = now() + interval '5 minutes' where id = $1", [id])
    expect((await person.ask(readMe)).status).toBe(200)
    expect(await left()).toBeCloseTo(seconds, -1)
    await app.sql("update sign_ins set expires_at = now() - interval '1 second' where id = $1", [id])
    expect((await person.ask(readMe)).body.code).toBe('signed_out')
    expect(await left()).toBeUndefined()
  },
)

test('[T56] who holds an office keeps a sign-in by using it once a minute, also where it is remembered', async () => {
  const person = people.staff.otherDevice()
  await person.me()
  const id = digest(tokenIn(person.cookie))
  const left = async () => {
    const [row] = await app.sql<{ left: number }>(
      'select extract(epoch from expires_at - now())::float8 as left from sign_ins where id = $1',
      [id],
    )
    return row?.left ?? 0
  }
  const later = (minutes: number) =>
    app.sql('update sign_ins set expires_at = expires_at - make_interval(mins => $2) where id = $1', [id, minutes])
  const uses = async () => (await person.ask(listConsultations)).status
  expect(await uses()).toBe(200)
  await later(10)
  // Remembered from a moment ago, so that nothing is written; a minute later it is looked up, and slides on.
  vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] })
  try {
    expect(await uses()).toBe(200)
  } finally {
    vi.useRealTimers()
  }
  expect(await left()).toBeGreaterThan(890)
  await later(16)
  expect(await uses()).toBe(401)
})

test('[T57] what stands in the table of sign-ins opens nothing', async () => {
  const { staff } = people
  await staff.ready()
  const stored = await app.sql<{ id: string }>('select id from sign_ins')
  expect(stored.length).toBeGreaterThan(0)
  expect(stored.map(({ id }) => id)).not.toContain(tokenIn(staff.cookie))
  for (const { id } of stored.slice(0, 5)) {
    const thief = somebody()
    thief.cookie = `__Host-sign-in=${id}`
    expect((await thief.ask(readMe)).body.code).toBe('signed_out')
  }
})

test('ten wrong guesses from one network close the account to that network, also for the right password', async () => {
  const { headEgypt, headChina } = people
  const { email, password } = headEgypt.who
  for (let guess = 0; guess < 9; guess++) expect((await tryWith(email, WRONG)).status).toBe(401)
  // The right one begins the count anew.
  expect((await tryWith(email, password)).status).toBe(200)
  for (let guess = 0; guess < 10; guess++) expect((await tryWith(email, WRONG)).status).toBe(401)
  const refused = await tryWith(email, password)
  expect(refused.status).toBe(429)
  expect(refused.body.code).toBe('too_many_attempts')
  expect(refused.body.retryAfter).toBeGreaterThan(840)
  expect(refused.headers['retry-after']).toBe(String(refused.body.retryAfter))
  expect(refused.headers['set-cookie']).toBeUndefined()
  // Somebody else here is not kept out, nor is the same person elsewhere.
  expect((await tryWith(headChina.who.email, headChina.who.password)).status).toBe(200)
  const elsewhere = await app.server.inject({
    method: 'POST',
    url: '/api/sign-in',
    remoteAddress: '203.0.113.7',
    headers: { origin: ORIGIN, 'content-type': 'application/json' },
    payload: { email, password },
  })
  expect(elsewhere.statusCode).toBe(200)
  // The window ends.
  for (let guess = 0; guess < 11; guess++) await tryWith(email, WRONG)
  await app.sql("update throttles set window_ends = now() - interval '1 second'")
  expect((await tryWith(email, password)).status).toBe(200)
})

test('a claim to come from elsewhere does not help, where no proxy is trusted', async () => {
  const { email } = people.headEgypt.who
  const guess = (n: number) =>
    somebody().ask(signIn, { body: { email, password: WRONG }, headers: { 'x-forwarded-for': `198.51.100.${n}` } })
  for (let n = 0; n < 10; n++) expect((await guess(n)).status).toBe(401)
  expect((await guess(11)).status).toBe(429)
  await app.sql('delete from throttles')
})

test('guesses made at once are all counted', async () => {
  const email = 'at.once@mission.example.org'
  const answers = await Promise.all(Array.from({ length: 30 }, () => tryWith(email, WRONG)))
  const counted = Object.groupBy(answers, ({ status }) => String(status))
  expect(counted['401']?.length).toBe(10)
  expect(counted['429']?.length).toBe(20)
  await app.sql('delete from throttles')
})

test('an unknown account is closed as a known one is; a network that tries many is closed to all', async () => {
  for (let guess = 0; guess < 10; guess++) await tryWith('ghost@mission.example.org', WRONG)
  expect((await tryWith('ghost@mission.example.org', WRONG)).status).toBe(429)
  const [, , network] = guessingAt('', '127.0.0.1')
  await app.sql('update throttles set count = 200 where key = $1', [digest(network?.key ?? '')])
  const { email, password } = people.headChina.who
  expect((await tryWith(email, password)).body.code).toBe('too_many_attempts')
  await app.sql('delete from throttles')
})

test('resets are sent to an address four times an hour at most', async () => {
  const ask = () => somebody().ask(askPasswordReset, { body: { email: 'often@mission.example.org' } })
  for (let time = 0; time < 4; time++) expect((await ask()).status).toBe(200)
  expect((await ask()).body).toMatchObject({ code: 'too_many_attempts', retryAfter: expect.any(Number) })
})

test('signing out ends this sign-in, signing out everywhere all of them', async () => {
  const [here, there, further] = [0, 1, 2].map(() => people.secondDrafterGhana.otherDevice())
  if (!here || !there || !further) throw new Error('three devices')
  for (const device of [here, there, further]) await device.ready()
  const before = here.cookie
  await here.does(signOut)
  expect(here.cookie).toBe('__Host-sign-in=')
  const back = somebody()
  back.cookie = before
  expect((await back.ask(readMe)).status).toBe(401)
  expect((await there.ask(readMe)).status).toBe(200)
  await there.does(signOutEverywhere)
  expect((await there.ask(readMe)).status).toBe(401)
  expect((await further.ask(readMe)).status).toBe(401)
})

test('a person sees where they are signed in and ends one of them; nobody ends another’s', async () => {
  const laptop = people.readerNorway.otherDevice()
  await laptop.ready()
  const phone = somebody()
  await phone.ask(signIn, {
    body: { email: laptop.who.email, password: laptop.who.password },
    headers: {
      'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari/604.1',
    },
  })
  const { signIns } = await laptop.does(listSignIns)
  expect(signIns.map(({ device, current }) => [device, current]).sort()).toEqual([
    ['', true],
    ['Safari, iPhone', false],
  ])
  const id = signIns.find(({ current }) => !current)?.id ?? ''
  expect((await people.headNorway.ask(endSignIn, { params: { id } })).body.code).toBe('not_found')
  expect((await people.headNorway.ask(endSignIn, { params: { id: 'f'.repeat(64) } })).body.code).toBe('not_found')
  expect((await phone.ask(readMe)).status).toBe(200)
  await laptop.does(endSignIn, { params: { id } })
  expect((await phone.ask(readMe)).body.code).toBe('signed_out')
  expect((await laptop.does(listSignIns)).signIns).toHaveLength(1)
})

test('a new password ends every other sign-in and opens the account, the old one no longer', async () => {
  const here = people.readerGhana.otherDevice()
  const there = people.readerGhana.otherDevice()
  await here.ready()
  await there.ready()
  const { email, password } = here.who
  const wrong = await here.ask(changePassword, { body: { current: WRONG, replacement: GOOD } })
  expect(wrong.body).toMatchObject({ code: 'wrong_credentials', field: 'current' })
  expect((await there.ask(readMe)).status).toBe(200)
  await here.does(changePassword, { body: { current: password, replacement: GOOD } })
  expect((await here.ask(readMe)).status).toBe(200)
  expect((await there.ask(readMe)).body.code).toBe('signed_out')
  expect((await tryWith(email, password)).status).toBe(401)
  expect((await tryWith(email, GOOD)).status).toBe(200)
  await here.does(changePassword, { body: { current: GOOD, replacement: password } })
})

test.each([
  ['four words', 'too_short'],
  ['aaaaaaaaaaaaaaaaaaaa', 'too_common'],
  ['lagoonlagoonlagoonlagoon', 'too_common'],
  ['abcdefghijklmnopqrstuvwxyz', 'too_common'],
  ['123456789012345678', 'too_common'],
  ['qwertyuiopasdfghjkl', 'too_common'],
  ['йцукенгшщзхъфывапро', 'too_common'],
  ['correct horse battery staple', 'too_common'],
  ['Correct-Horse-Battery-Staple-1', 'too_common'],
  ['head.kazakhstan2017', 'too_common'],
  ['United Nations 2017!', 'too_common'],
  ['ConsultationPassword', 'too_common'],
] as const)('as a password “%s” is refused: %s', async (replacement, code) => {
  const { headKazakhstan } = people
  const answer = await headKazakhstan.ask(changePassword, {
    body: { current: headKazakhstan.who.password, replacement },
  })
  expect(answer.body).toMatchObject({ code, field: 'replacement' })
})

test('a password of 201 characters is refused, one of 200 taken, in any script', async () => {
  const { headKazakhstan } = people
  const long = 'слива под мостом у реки '.repeat(9)
  const change = (current: string, replacement: string) =>
    headKazakhstan.ask(changePassword, { body: { current, replacement } })
  const { password } = headKazakhstan.who
  expect((await change(password, `${long.slice(0, 190)} 8 гусей и`)).status).toBe(200)
  expect((await change(`${long.slice(0, 190)} 8 гусей и`, password)).status).toBe(200)
  expect((await change(password, `${long.slice(0, 190)} 8 гусей и.`)).body).toMatchObject({
    code: 'too_long',
    field: 'replacement',
  })
})

test('[T65c] a reset link works once and for an hour; then it and every other one open nothing, and all sign-ins end', async () => {
  const device = people.drafterEcuador.otherDevice()
  await device.ready()
  const { email, password } = device.who
  const tokens: string[] = []
  for (let link = 0; link < 3; link++) {
    await somebody().does(askPasswordReset, { body: { email } })
    await app.jobs.settle()
    tokens.push(await tokenSentTo(app, email))
  }
  const [first = '', second = '', third = ''] = tokens
  const stored = await app.sql<{ digest: string }>('select token_digest as digest from password_resets')
  expect(stored.map((row) => row.digest)).toContain(digest(first))
  const reset = (token: string, to = GOOD) =>
    somebody().ask(resetPassword, { params: { token }, body: { password: to } })
  await app.sql("update password_resets set expires_at = now() - interval '1 second' where token_digest = $1", [
    digest(third),
  ])
  expect((await reset(third)).body.code).toBe('link_expired')
  expect((await reset('x'.repeat(43))).body.code).toBe('link_expired')
  // Refused for what was typed, the link stays good.
  expect((await reset(first, 'drafter.ecuador')).body).toMatchObject({ code: 'too_common', field: 'password' })
  expect((await device.ask(readMe)).status).toBe(200)
  const twice = await Promise.all([reset(first), reset(first)])
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 410])
  expect((await reset(first)).body.code).toBe('link_used')
  expect((await reset(second)).body.code).toBe('link_used')
  expect((await device.ask(readMe)).body.code).toBe('signed_out')
  expect((await tryWith(email, password)).status).toBe(401)
  expect((await tryWith(email, GOOD)).status).toBe(200)
})

test('a person changes name, language and time zone; what is sent wrongly is named', async () => {
  const { drafterSenegal } = people
  const me = await drafterSenegal.does(changeMe, { body: { language: 'en', timeZone: 'America/New_York' } })
  expect(me.person).toMatchObject({ name: drafterSenegal.who.name, language: 'en', timeZone: 'America/New_York' })
  const wrong = await drafterSenegal.ask(changeMe, { body: { timeZone: 'Mars/Olympus' } })
  expect(wrong.body).toMatchObject({ code: 'invalid', field: 'timeZone' })
  const marked = await drafterSenegal.ask(changeMe, { body: { name: 'Dele\u202egate' } })
  expect(marked.body).toMatchObject({ code: 'direction_marks', field: 'name' })
  await drafterSenegal.does(changeMe, { body: { language: 'fr', timeZone: null } })
})

test('who names a delegation no longer held is still let out and told what is left', async () => {
  const person = people.drafterNorway.otherDevice()
  await person.ready()
  person.actingFor = await people.headGhana.delegationId()
  expect((await person.ask(readHome)).body.code).toBe('not_acting_for')
  expect((await person.ask(readMe)).status).toBe(200)
  expect((await person.ask(signOut)).status).toBe(200)
})

test.each([
  ['a foreign origin', { origin: 'https://consultation.test.evil.example' }, 403],
  ['another scheme', { origin: 'https://consultation.test' }, 403],
  ['another port', { origin: 'http://consultation.test:8080' }, 403],
  ['an origin of null', { origin: 'null' }, 403],
  ['a cross-site fetch', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }, 403],
  ['a same-site fetch', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }, 403],
  ['plain text', { origin: ORIGIN, 'content-type': 'text/plain' }, 415],
  ['a form', { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['[T61] a tab after the type', { origin: ORIGIN, 'content-type': 'application/json\tx' }, 415],
  ['[T61] words after the type', { origin: ORIGIN, 'content-type': 'application/json garbage' }, 415],
  ['our own page', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, 200],
] as const)('[T60] a command from %s', async (_name, headers, status) => {
  const { headNorway } = people
  const answer = await app.server.inject({
    method: 'POST',
    url: '/api/sign-in',
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ email: headNorway.who.email, password: headNorway.who.password }),
  })
  expect(answer.statusCode).toBe(status)
})

test('[T60] a command that says nothing of where it comes from is refused', async () => {
  const answer = await app.server.inject({ method: 'DELETE', url: '/api/sign-in' })
  expect(answer.json().code).toBe('wrong_origin')
})

test.each([
  'signs out',
  'is ended from another device',
  'is ended everywhere',
  'loses the password',
  'runs out',
] as const)('[T45] a sign-in that %s loses its socket within two seconds, and hears nothing later', async (how) => {
  const person = people.drafterGhana.otherDevice()
  const other = people.drafterGhana.otherDevice()
  await person.ready()
  await other.ready()
  const stream = `delegation:${await person.delegationId()}` as const
  const line = await connect(person, [stream])
  const staying = await connect(people.headGhana, [stream])
  const from = Date.now()
  const id = digest(tokenIn(person.cookie))
  const { email, password } = person.who
  switch (how) {
    case 'signs out':
      await person.does(signOut)
      break
    case 'is ended from another device':
      await other.does(endSignIn, { params: { id } })
      break
    case 'is ended everywhere':
      await other.does(signOutEverywhere)
      break
    case 'loses the password': {
      await somebody().does(askPasswordReset, { body: { email } })
      await app.jobs.settle()
      const params = { token: await tokenSentTo(app, email) }
      await somebody().does(resetPassword, { params, body: { password } })
      break
    }
    case 'runs out':
      await app.sql("update sign_ins set started_at = now() - interval '13 hours' where id = $1", [id])
      // A right that ends by time is looked at every half minute, and with whatever happens to the person.
      await other.does(changeMe, { body: { language: 'en' } })
  }
  expect(await closing(line, from)).toEqual({ code: 4401, after: expect.toSatisfy((ms: number) => ms < 2_000) })
  const heard = line.kinds().length
  await app.parts.database.pool.query("select journal_append($1, 'response.opened', 'x', 'x', null)", [stream])
  await staying.told((m) => m.type === 'events' && m.events.some((event) => event.kind === 'response.opened'))
  expect(line.kinds()).toHaveLength(heard)
  staying.close()
})

test('[T47] a new password closes the sockets of all other sign-ins and leaves this one’s', async () => {
  const here = people.headSenegal.otherDevice()
  await app.sql('update people set password_hash = $2 where email = $1', [
    here.who.email,
    await hashPassword(here.who.password),
  ])
  const there = people.headSenegal.otherDevice()
  await here.ready()
  await there.ready()
  const lines = { here: await connect(here), there: await connect(there) }
  const from = Date.now()
  await here.does(changePassword, { body: { current: here.who.password, replacement: GOOD } })
  expect(await closing(lines.there, from)).toEqual({ code: 4401, after: expect.toSatisfy((ms: number) => ms < 2_000) })
  lines.here.send({ type: 'subscribe', stream: `delegation:${await here.delegationId()}`, after: null })
  await lines.here.told((m) => m.type === 'subscribed' && m.stream.startsWith('delegation:'))
  lines.here.close()
})

test('[T62] who asks when a sign-in ends is told, and does not prolong it by asking', async () => {
  const { drafterGhana } = people
  const device = drafterGhana.otherDevice()
  await device.does(signIn, { body: { email: drafterGhana.who.email, password: drafterGhana.who.password } })
  const inTwoMinutes = async () =>
    app.sql(`update sign_ins set expires_at = now() + interval '2 minutes' where id = $1`, [
      digest(tokenIn(device.cookie ?? '')),
    ])
  await inTwoMinutes()
  const first = await device.does(watchSignIn, {})
  const again = await device.does(watchSignIn, {})
  expect(again.idleUntil).toBe(first.idleUntil)
  expect(Date.parse(first.idleUntil) - Date.parse(first.now)).toBeLessThanOrEqual(120_000)
  expect(Date.parse(first.until)).toBeGreaterThan(Date.parse(first.idleUntil))

  await device.does(readMe, {})
  const used = await device.does(watchSignIn, {})
  expect(Date.parse(used.idleUntil)).toBeGreaterThan(Date.parse(first.idleUntil))
})

test('[SP21] what a page asks by itself does not keep a sign-in alive; what somebody asks does, and what they change', async () => {
  const unattended = { 'x-unattended': '1' }
  const begins = async () => {
    const person = people.headNorway.otherDevice()
    await person.ready()
    const id = digest(tokenIn(person.cookie))
    await app.sql("update sign_ins set expires_at = now() + interval '5 minutes' where id = $1", [id])
    const left = async () => {
      const [row] = await app.sql<{ left: number }>(
        'select extract(epoch from expires_at - now())::float8 as left from sign_ins where id = $1',
        [id],
      )
      return row?.left ?? 0
    }
    return { person, id, left }
  }
  for (const endpoint of [readMe, readHome]) {
    const { person, id, left } = await begins()
    for (let again = 0; again < 3; again++) await person.does(endpoint, { headers: unattended })
    expect(await left()).toBeLessThan(301)
    await person.does(endpoint, {})
    expect(await left()).toBeGreaterThan(301)
    // What has ended is not there for a page either.
    await app.sql('update sign_ins set expires_at = now() where id = $1', [id])
    expect((await person.ask(endpoint, { headers: unattended })).status).toBe(401)
  }
  // By the header alone nobody acts unseen.
  const { person, left } = await begins()
  await person.does(changeMe, { body: { language: 'en' }, headers: unattended })
  expect(await left()).toBeGreaterThan(301)
})

test('a page left open does not keep a sign-in alive that nobody uses', async () => {
  const person = people.headNorway.otherDevice()
  const other = people.headNorway.otherDevice()
  await person.ready()
  await other.ready()
  const line = await connect(person)
  const id = digest(tokenIn(person.cookie))
  await app.sql("update sign_ins set expires_at = now() + interval '5 minutes' where id = $1", [id])
  // The socket is looked at anew, and that is not use.
  await other.does(changeMe, { body: { language: 'en' } })
  await line.told((m) => m.type === 'events' && m.events.some((event) => event.kind === 'person.changed'))
  line.send({ type: 'subscribe', stream: `delegation:${await person.delegationId()}`, after: null })
  await line.told((m) => m.type === 'subscribed' && m.stream.startsWith('delegation:'))
  const [row] = await app.sql<{ left: number }>(
    'select extract(epoch from expires_at - now())::float8 as left from sign_ins where id = $1',
    [id],
  )
  expect(row?.left).toBeLessThan(301)
  line.close()
})
