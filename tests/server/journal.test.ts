import { execFile } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Broken, type Verified, verifyJournal } from '../../server/journal/verify.ts'
import { verifySubmissions } from '../../server/responses/submission-verify.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { circulatedList } from '../support/lists.ts'
import { drafted, submits } from '../support/responses.ts'

let app: TestApp
let admin: pg.Client
let stream: string
beforeAll(async () => {
  app = await startApp()
  const people = cast(app)
  const list = await circulatedList(app)
  for (const head of [people.headGhana, people.headNorway])
    await submits(head, await drafted(head, list, { 1: 'A reply.', 2: 'Another.' }))
  stream = `list:${list.id}:staff`
  // Past every trigger and constraint, as somebody with the whole machine in hand could.
  const url = new URL(inject('adminUrl'))
  url.pathname = new URL(app.ownerUrl).pathname
  admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  await admin.query('set session_replication_role = replica')
})
afterAll(async () => {
  await admin.end()
  await app.close()
})

/** What the verifier says while the tampering lasts. */
async function afterTampering(text: string, values: unknown[] = []): Promise<Verified | Broken> {
  const tampered = await admin.query(text, values)
  expect(tampered.rowCount).toBeGreaterThan(0)
  const client = new pg.Client({ connectionString: app.ownerUrl })
  await client.connect()
  try {
    const journal = await verifyJournal(client)
    return 'broken' in journal ? journal : ((await verifySubmissions(client)) ?? journal)
  } finally {
    await client.end()
  }
}

describe('[P7] the journal', () => {
  beforeAll(async () => {
    await admin.query('create table kept_journal as table journal')
    await admin.query('create table kept_streams as table streams')
    await admin.query('create table kept_submissions as table submissions')
  })
  beforeEach(async () => {
    for (const table of ['journal', 'streams', 'submissions']) {
      await admin.query(`delete from ${table}`)
      await admin.query(`insert into ${table} select * from kept_${table}`)
    }
  })

  test('verifies from its first line', async () => {
    const found = await afterTampering('select 1')
    const [rows] = await app.sql<{ lines: number; streams: number }>(
      'select count(*)::int as lines, count(distinct stream)::int as streams from journal',
    )
    expect(found).toEqual({ lines: rows!.lines, streams: rows!.streams })
  })

  for (const column of ['kind', 'subject', 'digest', 'previous', 'hash']) {
    test(`[T104] names a line whose ${column} was changed`, async () => {
      const changed = `update journal set ${column} = overlay(${column} placing 'x' from 3 for 1) where stream = $1 and seq = 2`
      expect(await afterTampering(changed, [stream])).toEqual({ broken: { stream, seq: 2, why: 'changed' } })
    })
  }

  test('[T104] names a line whose time was changed by a millisecond', async () => {
    const later = `update journal set at = at + interval '1 millisecond' where stream = $1 and seq = 3`
    expect(await afterTampering(later, [stream])).toEqual({ broken: { stream, seq: 3, why: 'changed' } })
  })

  test('[T104] names a line that was removed from the middle', async () => {
    const gone = 'delete from journal where stream = $1 and seq = 2'
    expect(await afterTampering(gone, [stream])).toEqual({ broken: { stream, seq: 2, why: 'missing' } })
  })

  test('[T104] names the first of the last lines that were cut off', async () => {
    const [head] = await app.sql<{ seq: number }>('select seq from streams where name = $1', [stream])
    const gone = 'delete from journal where stream = $1 and seq > $2'
    expect(await afterTampering(gone, [stream, head!.seq - 2])).toEqual({
      broken: { stream, seq: head!.seq - 1, why: 'missing' },
    })
  })

  test('[T104] names a stream that was emptied', async () => {
    const gone = 'delete from journal where stream = $1'
    expect(await afterTampering(gone, [stream])).toEqual({ broken: { stream, seq: 1, why: 'missing' } })
  })

  test('[T104] names a line that was put in at the end', async () => {
    const [head] = await app.sql<{ seq: number }>('select seq from streams where name = $1', [stream])
    const added = `insert into journal select stream, seq + 1, kind, subject, digest, at, hash, repeat('0', 64)
      from journal where stream = $1 and seq = $2`
    expect(await afterTampering(added, [stream, head!.seq])).toEqual({
      broken: { stream, seq: head!.seq + 1, why: 'added' },
    })
  })

  test('[T104] names the first of two lines that changed places', async () => {
    await admin.query('alter table journal drop constraint journal_stream_seq_pk')
    try {
      const exchanged = 'update journal set seq = case seq when 2 then 3 else 2 end where stream = $1 and seq in (2, 3)'
      const found = await afterTampering(exchanged, [stream])
      expect(found).toEqual({ broken: { stream, seq: 2, why: 'changed' } })
      // With their own hashes made to fit, each is whole and still stands in the wrong place.
      const fitted = `update journal set hash = encode(sha256(convert_to(concat_ws(chr(10), stream, seq::text, kind, subject,
        digest, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), previous), 'UTF8')), 'hex')
        where stream = $1 and seq in (2, 3)`
      expect(await afterTampering(fitted, [stream])).toEqual({ broken: { stream, seq: 2, why: 'out of order' } })
    } finally {
      await admin.query('delete from journal')
      await admin.query('insert into journal select * from kept_journal')
      await admin.query('alter table journal add constraint journal_stream_seq_pk primary key (stream, seq)')
    }
  })

  test('names the line of a submission that was changed, put in or removed', async () => {
    const [line] = await app.sql<{ stream: string; seq: number; subject: string }>(
      `select stream, seq, subject from journal where kind = 'response.submitted' and stream like 'delegation:%'
       order by stream collate "C" limit 1`,
    )
    const { stream: own, seq, subject } = line!
    const changed = `update submissions set signatory_name = 'Somebody else' where id = $1`
    expect(await afterTampering(changed, [subject])).toEqual({
      broken: { stream: own, seq, why: 'submission changed' },
    })
    expect(await afterTampering('delete from submissions where id = $1', [subject])).toEqual({
      broken: { stream: own, seq, why: 'submission missing' },
    })
  })

  test('says in one sentence why it could not be read', async () => {
    expect(await verify('postgres://somebody:secret@127.0.0.1:1/none')).toEqual([
      2,
      'The journal could not be read: PostgreSQL does not answer; start the platform first.\n',
    ])
  })

  test('is verified from the command line while the platform runs: one sentence, or JSON', async () => {
    const [database] = await app.sql<{ name: string }>('select current_database() as name')
    const url = new URL(inject('adminUrl'))
    url.pathname = `/${database!.name}`
    expect(await verify(url.href)).toEqual([
      0,
      expect.stringMatching(/^The journal is whole: \d+ lines in \d+ streams\.\n$/),
    ])
    await admin.query('delete from journal where stream = $1 and seq = 2', [stream])
    expect(await verify(url.href)).toEqual([1, `The journal is broken: line 2 of the stream ${stream} is missing.\n`])
    const [code, json] = await verify(url.href, '--json')
    expect([code, JSON.parse(String(json))]).toEqual([1, { broken: { stream, seq: 2, why: 'missing' } }])
  })
})

const PROGRAM = join(import.meta.dirname, '../../server/bin/journal-verify.ts')
const verify = (url: string, ...more: string[]) =>
  new Promise<[number, string]>((done) => {
    execFile(process.execPath, [PROGRAM, ...more], { env: { DATABASE_URL: url } }, (error, stdout, stderr) =>
      done([error ? Number(error.code) : 0, stdout || stderr]),
    )
  })
