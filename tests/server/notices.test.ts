import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { LETTER_KINDS, type Letter, writeLetter } from '../../server/notices/letters.ts'
import { tell } from '../../server/notices/notices.ts'
import { work } from '../../server/work.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { listMails } from '../../shared/notices.ts'
import { SAMPLE_MARK } from '../../shared/sample-mark.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { startMailServer } from '../support/mail-server.ts'
import { mailsTo } from '../support/mails.ts'

let app: TestApp
let people: ReturnType<typeof cast>
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
})
afterAll(() => app.close())
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const LETTER: Letter = {
  kind: 'list_circulated',
  link: '/lists/2f1c3a52-6c8d-4f2e-9d3b-1a2b3c4d5e6f',
  facts: {
    list: { en: 'Questions on management reform', ar: 'أسئلة عن إصلاح الإدارة' },
    reference: 'MR-2017/Q1',
    deadline: { at: '2017-06-23T22:00:00Z', zone: 'America/New_York' },
  },
}

/** Writes a letter as the platform does, for an application of the test’s own. */
const write = (one: TestApp, recipients: Parameters<typeof tell>[1], letter = LETTER) =>
  work(one.parts, 'system', async (w) => {
    await tell(w, recipients, letter)
    await w.write('people', 'person.changed', 'x')
  })

test('a letter is written in the reader’s language, with the time there and in New York', async () => {
  const { drafterEgypt, headNorway } = people
  await write(app, { people: [(await drafterEgypt.me()).person.id, (await headNorway.me()).person.id] })
  const [arabic] = await mailsTo(app, drafterEgypt.who.email)
  expect(arabic).toMatchObject({ language: 'ar', subject: 'قائمة أسئلة: أسئلة عن إصلاح الإدارة' })
  expect(arabic?.text).toContain('24 حزيران/يونيه 2017، الساعة 00:00')
  expect(arabic?.text).toContain('23 حزيران/يونيه 2017، الساعة 18:00 (بتوقيت نيويورك)')
  const [english] = await mailsTo(app, headNorway.who.email)
  expect(english?.text).toContain('Saturday, 24 June 2017, midnight')
  expect(english?.text).toContain('Friday, 23 June 2017, 6\u00a0p.m. (New York time)')
  expect(english?.text).toContain('http://consultation.test/lists/2f1c3a52-6c8d-4f2e-9d3b-1a2b3c4d5e6f')
  expect(english?.text).not.toContain(SAMPLE_MARK.en)
})

test.each(LANGUAGES)('every letter is whole in %s, and says that the texts are samples where they are', (language) => {
  for (const kind of LETTER_KINDS) {
    const letter = {
      ...LETTER,
      kind,
      facts: { ...LETTER.facts, by: 'Head', role: 'head' as const, delegation: { en: 'Ghana' } },
    }
    const { subject, text } = writeLetter(
      letter,
      { language, timeZone: null },
      { publicUrl: 'https://c.example', SAMPLE: true },
    )
    expect(`${subject}${text}`).not.toMatch(/undefined|null|\{|\}/)
    expect(text.startsWith(SAMPLE_MARK[language])).toBe(true)
    expect(text).toContain('https://c.example/lists/2f1c3a52-6c8d-4f2e-9d3b-1a2b3c4d5e6f')
    // One time alone where the reader’s clock is New York’s.
    expect(text.split('2017').length).toBe(3)
  }
})

test('a letter to a delegation goes to those who hold the role today, and to nobody twice', async () => {
  const { headGhana, drafterGhana, readerGhana, standInGhana } = people
  const delegationId = await headGhana.delegationId()
  await write(app, { delegationId, roles: ['head', 'drafter'] }, { ...LETTER, kind: 'reminder' })
  for (const { who } of [headGhana, drafterGhana, standInGhana]) expect(await mailsTo(app, who.email)).toHaveLength(1)
  expect(await mailsTo(app, readerGhana.who.email)).toEqual([])
})

test('without a mail server letters are kept; an administrator reads them page by page, nobody else', async () => {
  const { administrator, staff, headGhana } = people
  for (let letter = 0; letter < 60; letter++) {
    await write(app, { email: `reader.${letter}@mission.example.org`, language: 'en' })
  }
  await app.jobs.settle()
  const first = await administrator.does(listMails)
  expect(first.mails).toHaveLength(50)
  expect(first.mails.every(({ state }) => state === 'kept')).toBe(true)
  const second = await administrator.does(listMails, { query: { cursor: first.next ?? undefined } })
  expect(second.mails.length).toBeGreaterThanOrEqual(10)
  expect(second.next).toBeNull()
  const all = [...first.mails, ...second.mails]
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .sort()
      .reverse(),
  )
  for (const person of [staff, headGhana]) expect((await person.ask(listMails)).body.code).toBe('forbidden')
  for (const cursor of ['nonsense', Buffer.from("2017-01-01T00:00:00Z ' or true --").toString('base64url')]) {
    expect((await administrator.ask(listMails, { query: { cursor } })).body).toMatchObject({
      code: 'invalid',
      field: 'cursor',
    })
  }
})

test('[P2] letters about a draft are in nobody’s outbox, and hold no note', async () => {
  const { administrator, headNorway } = people
  const delegationId = await headNorway.delegationId()
  const note = 'the capital doubts paragraph three'
  for (const kind of ['for_clearance', 'returned', 'amendment_begun'] as const) {
    await write(app, { delegationId, roles: ['head'] }, { ...LETTER, kind, facts: { ...LETTER.facts, note } })
  }
  const written = (await mailsTo(app, headNorway.who.email)).filter(({ confidential }) => confidential)
  expect(written).toHaveLength(3)
  expect(JSON.stringify(written)).not.toContain(note)
  const subjects = written.map(({ subject }) => subject)
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { mails: { subject: string }[]; next: string | null } = await administrator.does(listMails, {
      query: cursor ? { cursor } : {},
    })
    for (const mail of page.mails) expect(subjects).not.toContain(mail.subject)
    cursor = page.next
  }
})

test('what did not happen is not written about', async () => {
  const email = 'undone@mission.example.org'
  const failing = work(app.parts, 'system', async (w) => {
    await tell(w, { email, language: 'en' }, LETTER)
    await w.write('people', 'person.changed', 'x')
    throw new Error('undone')
  })
  await expect(failing).rejects.toThrow('undone')
  expect(await mailsTo(app, email)).toEqual([])
})

async function withMailServer(refuse?: (to: string) => string | undefined) {
  const server = await startMailServer(refuse)
  const own = await startApp({ SMTP_URL: server.url, MAIL_FROM: 'Consultation <no-reply@c.example>' })
  closing.push(async () => {
    await own.close()
    await server.close()
  })
  return { server, own }
}

test('a one-time link is read by an administrator at once without a mail server, and never with one', async () => {
  const email = 'head@mission.example.org'
  const link = `/invitations/${'k'.repeat(43)}`
  const letter: Letter = { kind: 'invitation', link, facts: {} }
  const shownIn = async (one: TestApp) => {
    const { mails } = await cast(one).administrator.does(listMails)
    return mails.filter(({ to }) => to === email)
  }
  await write(app, { email, language: 'en' }, letter)
  expect(await shownIn(app)).toMatchObject([{ state: 'kept', text: expect.stringContaining(link) }])

  let answer: string | undefined = '451 come again'
  const { own } = await withMailServer(() => answer)
  await write(own, { email, language: 'en' }, letter)
  const states: string[] = []
  const look = async () => {
    const [mail] = await shownIn(own)
    states.push(mail?.state ?? '')
    expect(mail?.text).toContain('/invitations/…')
    expect(mail?.text).not.toContain(link)
  }
  await look()
  await own.jobs.settle()
  await look()
  answer = '550 no such mailbox'
  await own.sql("update mails set at = at - interval '1 hour'")
  await own.sql("update jobs set run_at = now() where kind = 'mail.send'")
  await own.jobs.settle()
  await look()
  expect(states).toEqual(['waiting', 'waiting', 'failed'])
})

test('with a mail server a letter is sent once, however many look after it; its one-time link is then forgotten', async () => {
  const { server, own } = await withMailServer()
  const email = 'invited@mission.example.org'
  const link = `/invitations/${'s'.repeat(43)}`
  await write(own, { email, language: 'ru' }, { kind: 'invitation', link, facts: {} })
  await write(own, { email, language: 'ar' })
  await Promise.all([own.jobs.settle(), own.jobs.settle()])
  await own.sql("insert into jobs (kind, subject) values ('mail.send', 'waiting'), ('mail.send', 'waiting')")
  await own.jobs.settle()
  expect(server.received).toHaveLength(2)
  // Two jobs send at once: which letter goes first is chance.
  const first = server.received.find((mail) => mail.header('content-language') === 'ru')
  const second = server.received.find((mail) => mail.header('content-language') === 'ar')
  expect(first).toMatchObject({ from: 'no-reply@c.example', to: [email] })
  expect(first?.header('auto-submitted')).toBe('auto-generated')
  expect(first?.body).toContain(`http://consultation.test${link}`)
  expect(second?.body).toContain('قائمة أسئلة')
  const [kept] = await mailsTo(own, email)
  expect(kept?.state).toBe('sent')
  expect(kept?.text).toContain('/invitations/…')
  expect(kept?.text).not.toContain('s'.repeat(43))
})

test('a mail server that asks to come again is asked again later, under the same name; one that says never is not', async () => {
  let busy = true
  const { server, own } = await withMailServer((to) => {
    if (to.startsWith('nobody')) return '550 no such mailbox'
    return busy ? '451 come again' : undefined
  })
  await write(own, { email: 'slow@mission.example.org', language: 'en' })
  await write(own, { email: 'nobody@mission.example.org', language: 'en' })
  await own.jobs.settle()
  expect(await mailsTo(own, 'nobody@mission.example.org')).toMatchObject([{ state: 'failed' }])
  expect(await mailsTo(own, 'slow@mission.example.org')).toMatchObject([{ state: 'waiting' }])
  const [row] = await own.sql<{ id: string; attempts: number }>(
    `select id, attempts from mails where state = 'waiting'`,
  )
  expect(row?.attempts).toBe(1)
  const [later] = await own.sql<{ wait: number }>(
    "select extract(epoch from max(run_at) - now())::float8 as wait from jobs where kind = 'mail.send'",
  )
  expect(later?.wait).toBeGreaterThan(30)
  // Not before its time, and then once.
  busy = false
  await own.sql("update jobs set run_at = now() where kind = 'mail.send'")
  await own.jobs.settle()
  expect(server.received).toHaveLength(0)
  await own.sql("update mails set at = at - interval '2 minutes'")
  await own.sql("insert into jobs (kind, subject) values ('mail.send', 'waiting')")
  await own.jobs.settle()
  expect(server.received).toHaveLength(1)
  expect(server.received[0]?.header('message-id')).toBe(`<${row?.id}@consultation.test>`)
  expect(await mailsTo(own, 'slow@mission.example.org')).toMatchObject([{ state: 'sent' }])
})

test('what nobody needs any more is cleared once a day', async () => {
  const { headGhana } = people
  const personId = (await headGhana.me()).person.id
  await app.sql(
    `insert into commands (person_id, command_id, digest, reply, at) values
       ($1, gen_random_uuid(), 'old', '{}', now() - interval '31 days'), ($1, gen_random_uuid(), 'new', '{}', now() - interval '29 days')`,
    [personId],
  )
  await app.sql(
    `insert into sign_ins (id, person_id, started_at, seen_at, expires_at) values ('old', $1, now(), now(), now() - interval '1 second')`,
    [personId],
  )
  await app.sql(
    "insert into throttles (key, count, window_ends) values ('old', 1, now() - interval '1 second'), ('new', 1, now() + interval '1 hour')",
  )
  await app.sql("update mails set at = now() - interval '31 days' where id = (select id from mails limit 1)")
  const [before] = await app.sql<{ count: number }>('select count(*)::int from mails')
  await app.sql("update jobs set run_at = now() where kind = 'clear-up'")
  await app.jobs.settle()
  expect(
    await app.sql('select digest from commands where person_id = $1 and digest in ($2, $3)', [personId, 'old', 'new']),
  ).toEqual([{ digest: 'new' }])
  expect(await app.sql("select 1 from sign_ins where id = 'old'")).toEqual([])
  expect(await app.sql("select key from throttles where key in ('old', 'new')")).toEqual([{ key: 'new' }])
  const [after] = await app.sql<{ count: number }>('select count(*)::int from mails')
  expect(after?.count).toBe((before?.count ?? 0) - 1)
  const next = await app.sql<{ wait: number }>(
    "select extract(epoch from run_at - now())::float8 / 3600 as wait from jobs where kind = 'clear-up'",
  )
  expect(next).toHaveLength(1)
  expect(next[0]?.wait).toBeCloseTo(24, 0)
})
