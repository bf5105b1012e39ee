import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type JobKind, Jobs } from '../../server/journal/jobs.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { anotherServer } from '../support/servers.ts'

let app: TestApp
let other: TestApp
const made: Jobs[] = []

beforeAll(async () => {
  app = await startApp()
  other = await anotherServer(app)
})
afterEach(async () => {
  vi.useRealTimers()
  for (const jobs of made.splice(0)) await jobs.stop()
  await app.sql("delete from jobs where kind like 'test.%'")
})
afterAll(async () => {
  await other.close()
  await app.close()
})

function jobsAt(server: TestApp, ...kinds: JobKind[]): Jobs {
  const jobs = new Jobs(server.parts, kinds)
  made.push(jobs)
  return jobs
}

const enqueue = async (kind: string, count = 1) => {
  const rows = await app.sql<{ subject: string }>(
    `insert into jobs (kind, subject) select $1, gen_random_uuid()::text from generate_series(1, $2) returning subject`,
    [kind, count],
  )
  return rows.map(({ subject }) => subject)
}

type Row = { subject: string; attempts: number; waits: number; leased: number | null }
const left = (kind: string) =>
  app.sql<Row>(
    `select subject, attempts, round(extract(epoch from run_at - now()))::int as waits,
      round(extract(epoch from locked_until - now()))::int as leased from jobs where kind = $1`,
    [kind],
  )

test('two servers share what is due: each job is done once', async () => {
  const subjects = await enqueue('test.each', 120)
  const done: string[] = []
  const kind: JobKind = { kind: 'test.each', run: async (_parts, subject) => void done.push(subject) }
  await Promise.all([jobsAt(app, kind).settle(), jobsAt(other, kind).settle()])
  expect(done.sort()).toEqual(subjects.sort())
  expect(await left('test.each')).toEqual([])
})

test('one whose server died is taken again when its lease is over, and not before', async () => {
  const [subject] = await enqueue('test.lease')
  await app.sql("update jobs set locked_until = now() + interval '20 seconds', attempts = 1 where subject = $1", [
    subject,
  ])
  const done: string[] = []
  const jobs = jobsAt(app, { kind: 'test.lease', run: async (_parts, one) => void done.push(one) })
  await jobs.settle()
  expect(done).toEqual([])
  await app.sql("update jobs set locked_until = now() - interval '1 second' where subject = $1", [subject])
  await jobs.settle()
  expect(done).toEqual([subject])
})

test('a long one renews its lease, so that no other server takes it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const [subject] = await enqueue('test.long')
  let finish = () => {}
  const finished = new Promise<void>((done) => {
    finish = done
  })
  const jobs = jobsAt(app, { kind: 'test.long', run: () => finished })
  await jobs.look()
  await app.sql("update jobs set locked_until = now() + interval '1 second' where subject = $1", [subject])
  await vi.advanceTimersByTimeAsync(11_000)
  await expect.poll(async () => (await left('test.long'))[0]?.leased).toBeGreaterThan(20)
  finish()
  await jobs.settle()
  expect(await left('test.long')).toEqual([])
})

test('one that fails is tried again, later each time, and given up after eight times', async () => {
  const [subject] = await enqueue('test.fails')
  const waits: number[] = []
  let tried = 0
  const jobs = jobsAt(app, {
    kind: 'test.fails',
    run: async () => {
      tried++
      throw new Error('as always')
    },
  })
  for (let attempt = 1; attempt <= 9; attempt++) {
    await jobs.settle()
    const [row] = await left('test.fails')
    if (row) waits.push(row.waits)
    await app.sql('update jobs set run_at = now() where subject = $1', [subject])
  }
  expect(tried).toBe(8)
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128])
  expect(await left('test.fails')).toEqual([])
})

test('one that ends its server every time comes to an end too', async () => {
  const [subject] = await enqueue('test.deadly')
  await app.sql('update jobs set attempts = 8 where subject = $1', [subject])
  const run = vi.fn(async () => {})
  await jobsAt(app, { kind: 'test.deadly', run }).settle()
  expect(run).not.toHaveBeenCalled()
  expect(await left('test.deadly')).toEqual([])
})

test('heavy ones wait for each other, and nothing light waits for them', async () => {
  await enqueue('test.heavy', 5)
  const mails = await enqueue('test.mail', 3)
  const sent: string[] = []
  let heavy = 0
  let finish = () => {}
  const finished = new Promise<void>((done) => {
    finish = done
  })
  const jobs = jobsAt(
    app,
    {
      kind: 'test.heavy',
      heavy: true,
      run: async () => {
        heavy++
        await finished
      },
    },
    { kind: 'test.mail', run: async (_parts, subject) => void sent.push(subject) },
  )
  await jobs.look()
  await expect.poll(() => sent.toSorted()).toEqual(mails.toSorted())
  expect(heavy).toBe(2)
  finish()
  await jobs.settle()
  expect(heavy).toBe(5)
})

test('a server that stops gives back what it had begun, uncounted, and takes nothing more', async () => {
  const [subject] = await enqueue('test.stops')
  const jobs = jobsAt(app, {
    kind: 'test.stops',
    run: (_parts, _subject, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
  })
  await jobs.look()
  await jobs.stop()
  expect(await left('test.stops')).toEqual([{ subject, attempts: 0, waits: expect.any(Number), leased: null }])
  await jobs.look()
  expect((await left('test.stops'))[0]?.attempts).toBe(0)
})

test('a kind that only a newer server knows is left to it', async () => {
  await enqueue(`test.${randomUUID()}`)
  const [row] = await app.sql<{ kind: string }>("select kind from jobs where kind like 'test.%'")
  await jobsAt(app, { kind: 'test.known', run: async () => {} }).settle()
  expect((await left(row!.kind))[0]).toMatchObject({ attempts: 0, leased: null })
})
