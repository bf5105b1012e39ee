import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { reading, transaction } from '../../server/database/database.ts'
import { Refused } from '../../server/refused.ts'
import { type Command, type Work, work } from '../../server/work.ts'
import { makeExport } from '../../shared/exports.ts'
import { readHome } from '../../shared/home.ts'
import { CLOSE, streams } from '../../shared/live.ts'
import { addComment, openResponse, readResponse, saveAnswer, submitResponse } from '../../shared/responses.ts'
import type { Caller } from '../../shared/rules/access.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast } from '../support/cast.ts'
import { closing, connect } from '../support/line.ts'
import { circulatedList } from '../support/lists.ts'
import { type BreakableLine, startProxy } from '../support/proxy.ts'
import { answered, drafted, questionAt } from '../support/responses.ts'
import { anotherServer, at } from '../support/servers.ts'

let app: TestApp
let proxy: BreakableLine
/** A server whose line to PostgreSQL can be cut. */
let fragile: TestApp
let people: ReturnType<typeof cast>

beforeAll(async () => {
  app = await startApp()
  proxy = await startProxy(app.appUrl)
  fragile = await anotherServer(app, proxy.url)
  people = cast(app)
})
afterAll(async () => {
  await fragile.close()
  await proxy.close()
  await app.close()
})

const stream = streams.people
const somebody = (): Caller => ({ kind: 'person', personId: randomUUID(), signInId: '', office: [], acting: null })
const actingFor = (caller: Caller, delegationId: string): Caller =>
  caller.kind === 'person'
    ? { ...caller, acting: { delegationId, role: 'drafter', membershipId: randomUUID() } }
    : caller
/** Writes one line that names itself, and answers with its name. */
const writing =
  (subject = randomUUID()) =>
  async (w: Work) => {
    await w.write(stream, 'group.added', subject)
    return subject
  }
const linesOn = async (subject: string) =>
  (await app.sql('select seq from journal where subject = $1', [subject])).length
const code = (raised: Promise<unknown>) =>
  raised.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  )

describe('a command', () => {
  const command = (digest = 'a'): Command => ({ id: randomUUID(), digest })

  test('[T88] [P1] sent fifty times at once is done once, and answered fifty times alike', async () => {
    const caller = somebody()
    const one = command()
    const subjects = Array.from({ length: 50 }, () => randomUUID())
    const replies = await Promise.all(subjects.map((subject) => work(app.parts, caller, writing(subject), one)))
    expect(new Set(replies).size).toBe(1)
    const written = await app.sql('select subject from journal where subject = any($1)', [subjects])
    expect(written).toEqual([{ subject: replies[0] }])
  })

  test('[T89] with other words under the same key is refused and changes nothing; another person’s key is new', async () => {
    const caller = somebody()
    const one = command()
    const first = await work(app.parts, caller, writing(), one)
    const other = randomUUID()
    expect(await code(work(app.parts, caller, writing(other), { ...one, digest: 'b' }))).toBe('key_reused')
    expect(await linesOn(other)).toBe(0)
    expect(await work(app.parts, caller, writing(), one)).toBe(first)
    const mine = await work(app.parts, somebody(), writing(other), { ...one, digest: 'b' })
    expect([mine, await linesOn(other)]).toEqual([other, 1])
  })

  test('[T89] for another delegation of the same person is another command', async () => {
    const caller = somebody()
    const one = command()
    await work(app.parts, actingFor(caller, randomUUID()), writing(), one)
    expect(await code(work(app.parts, actingFor(caller, randomUUID()), writing(), one))).toBe('key_reused')
  })

  test('that was refused can be sent again under its key', async () => {
    const caller = somebody()
    const one = command()
    const refusing = async (w: Work) => {
      await w.write(stream, 'group.added', 'refused')
      throw new Refused('list_closed')
    }
    expect(await code(work(app.parts, caller, refusing, one))).toBe('list_closed')
    expect(await linesOn('refused')).toBe(0)
    const subject = randomUUID()
    expect(await work(app.parts, caller, writing(subject), one)).toBe(subject)
  })
})

describe('a transaction', () => {
  test('[T105] two that wait for each other are both done, one after the other', async () => {
    const locking = (first: number, second: number) => async (w: Work) => {
      await w.client.query('select pg_advisory_xact_lock($1)', [first])
      await wait(150)
      await w.client.query('select pg_advisory_xact_lock($1)', [second])
      return writing()(w)
    }
    const done = await Promise.all([
      work(app.parts, 'system', locking(71, 72)),
      work(app.parts, 'system', locking(72, 71)),
    ])
    for (const subject of done) expect(await linesOn(subject)).toBe(1)
  })

  test.each(['40001', '40P01'])(
    '[T105] %s is tried five times, then said to be busy, with nothing half done',
    async (sqlstate) => {
      const subject = randomUUID()
      let attempts = 0
      const failing = async (w: Work) => {
        attempts++
        await w.client.query("insert into jobs (kind, subject) values ('half.done', $1)", [subject])
        await w.client.query(`do $$ begin raise exception 'in the way' using errcode = '${sqlstate}'; end $$`)
        return writing(subject)(w)
      }
      expect(await code(work(app.parts, 'system', failing))).toBe('busy')
      expect(attempts).toBe(5)
      expect(await linesOn(subject)).toBe(0)
      expect(await app.sql('select id from jobs where subject = $1', [subject])).toEqual([])
    },
  )

  test('whose right went away between the check and the write is asked for once more; a fault of ours stays one', async () => {
    const refused = (times: number) => {
      let attempts = 0
      return async (w: Work) => {
        if (++attempts <= times)
          await w.client.query(`do $$ begin raise exception 'not let pass' using errcode = '42501'; end $$`)
        return writing()(w)
      }
    }
    expect(await linesOn(await work(app.parts, 'system', refused(1)))).toBe(1)
    await expect(work(app.parts, 'system', refused(2))).rejects.toThrow('not let pass')
  })

  test('[P1] that passed over a failed statement is not taken for done', async () => {
    const passingOver = transaction(app.parts.database, 'system', 'begin', async (_tx, client) => {
      await client.query("insert into jobs (kind, subject) values ('half.done', 'passed over')")
      await client.query('select 1 / 0').catch(() => {})
      return 'done'
    })
    await expect(passingOver).rejects.toThrow('a failed statement was passed over')
    expect(await app.sql("select id from jobs where subject = 'passed over'")).toEqual([])
  })

  test('writes into the journal, or is not work', async () => {
    await expect(work(app.parts, 'system', async () => 'nothing')).rejects.toThrow('without an event')
  })

  test('tells nobody afterwards who asked before it on the same connection', async () => {
    const alone = await anotherServer(app)
    try {
      const caller = actingFor(somebody(), randomUUID())
      await Promise.all(Array.from({ length: 6 }, () => reading(alone.parts.database, caller, () => wait(20))))
      const asked = await Promise.all(
        Array.from({ length: 6 }, () =>
          alone.parts.database.pool.query(
            "select coalesce(current_setting('app.person', true), '') || coalesce(current_setting('app.delegation', true), '') as who",
          ),
        ),
      )
      for (const { rows } of asked) expect(rows).toEqual([{ who: '' }])
    } finally {
      await alone.close()
    }
  })

  test('[P1] whose connection is ended from outside is refused as unavailable, and the process goes on', async () => {
    const ended = transaction(app.parts.database, 'system', 'begin', async (_tx, client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      await asAdmin((admin) => admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]))
      await wait(50)
      return client.query('select 1')
    })
    expect(await code(ended)).toBe('unavailable')
    expect(await code(work(app.parts, 'system', writing()))).toBe('done')
  })
})

describe('a line to PostgreSQL that is cut', () => {
  test('[T101] [P1] between commit and answer: the command is answered, and was done once', async () => {
    const list = await circulatedList(app, { addressed: ['GHA'] })
    const response = await drafted(people.drafterGhana, list, { 1: 'Words that must not be lost.' })
    const head = await at(fragile, people.headGhana)
    const body = {
      commandId: randomUUID(),
      digest: response.digest,
      signatory: { name: 'Head of delegation', title: null },
    }
    const before = proxy.cuts()
    proxy.cutAfterCommit()
    const submitting = { params: { responseId: response.id }, body }
    let answer = await head.ask(submitResponse, submitting)
    // The sign-in's own transaction may have been the one that was cut; the client tries again, as it does.
    for (let attempt = 0; answer.status !== 200 && attempt < 5; attempt++) {
      expect([answer.status, answer.body.code]).toEqual([503, 'unavailable'])
      answer = await head.ask(submitResponse, submitting)
    }
    expect([answer.status, proxy.cuts()]).toEqual([200, before + 1])
    const repeated = await head.does(submitResponse, submitting)
    expect(repeated).toEqual(answer.body)
    const kept = await app.sql('select reference, digest from submissions where response_id = $1', [response.id])
    expect(kept).toEqual([{ reference: answer.body.reference, digest: response.digest }])
    expect(
      await app.sql(
        'select count(*)::int as lines, count(distinct stream)::int as streams from journal j join submissions s on j.subject = s.id::text where s.response_id = $1',
        [response.id],
      ),
    ).toEqual([{ lines: 2, streams: 2 }])
  })

  test('[T101] [P1] while an answer is saved: never said to be saved unless it is, and saved once when sent again', async () => {
    const list = await circulatedList(app, { addressed: ['SEN'] })
    const drafter = await at(fragile, people.drafterSenegal)
    const response = await drafted(people.drafterSenegal, list, {})
    const questionId = questionAt(list, 1)
    let revision = 0
    for (const cut of [proxy.cutAfterCommit, proxy.cutBeforeCommit, proxy.cutAfterCommit]) {
      const body = answered(`Wording on top of ${revision}.`)
      const saving = { params: { responseId: response.id, questionId }, ifMatch: revision, body }
      cut()
      let answer = await drafter.ask(saveAnswer, saving)
      for (let attempt = 0; answer.status === 503 && attempt < 5; attempt++)
        answer = await drafter.ask(saveAnswer, saving)
      revision++
      expect([answer.status, answer.body.answer?.revision]).toEqual([200, revision])
      const seen = await people.drafterSenegal.does(readResponse, { params: { responseId: response.id } })
      expect(seen.answers.find((one) => one.questionId === questionId)).toMatchObject({ revision, blocks: body.blocks })
    }
    const lines = await app.sql("select seq from journal where kind = 'response.edited' and subject = $1", [
      `${response.id}/${questionId}`,
    ])
    expect(lines).toHaveLength(3)
  })

  test('[P1] for a while: reads and commands say so, sockets come back, and everything goes on by itself', async () => {
    const drafter = await at(fragile, people.drafterNorway)
    const line = await connect(drafter)
    proxy.down()
    try {
      const read = await drafter.ask(readHome)
      expect([read.status, read.body.code, read.headers['retry-after']]).toEqual([503, 'unavailable', '2'])
      expect(await code(work(fragile.parts, 'system', writing()))).toBe('unavailable')
      expect(await code(reading(fragile.parts.database, 'system', async (tx) => tx.execute('select 1')))).toBe(
        'unavailable',
      )
      expect((await fragile.server.inject({ url: '/api/health' })).statusCode).toBe(503)
      // Not a final code: who it was is not known, and that is no reason to send anybody away for good.
      line.send({ type: 'subscribe', stream: streams.consultation(randomUUID()), after: null })
      expect((await closing(line, Date.now())).code).toBe(CLOSE.fault.code)
    } finally {
      proxy.up()
    }
    expect((await drafter.ask(readHome)).status).toBe(200)
    expect((await fragile.server.inject({ url: '/api/health' })).statusCode).toBe(200)
    const again = await connect(drafter)
    again.close()
  })
})

describe('many at once', () => {
  test('[T106] two hundred exports that get nowhere do not keep a delegation waiting', async () => {
    const list = await circulatedList(app, { addressed: ['NOR'] })
    const { staff, drafterNorway, headNorway } = people
    const response = await drafted(drafterNorway, list, { 1: 'Before.' })
    await staff.does(makeExport, {
      params: { listId: list.id },
      body: { commandId: randomUUID(), format: 'docx', language: 'en' },
    })
    await app.sql(
      `with copies as (
        insert into exports (list_id, person_id, sign_in_id, format, language, filter, asked_at, until)
        select list_id, person_id, sign_in_id, format, language, filter, asked_at, until from exports, generate_series(1, 200)
        where list_id = $1 returning id)
      insert into jobs (kind, subject) select 'export.make', id from copies`,
      [list.id],
    )
    const blocker = new pg.Client({ connectionString: app.ownerUrl })
    await blocker.connect()
    await blocker.query('begin; lock table releases in access exclusive mode')
    let exporting: Promise<unknown> | undefined
    try {
      exporting = app.jobs.look()
      await untilBlocked(blocker)
      // Had they to wait for the exports they would wait for ever.
      await drafterNorway.does(saveAnswer, {
        params: { responseId: response.id, questionId: questionAt(list, 2) },
        ifMatch: 0,
        body: answered('Meanwhile.'),
      })
      const current = await headNorway.does(readResponse, { params: { responseId: response.id } })
      await headNorway.does(submitResponse, {
        params: { responseId: response.id },
        body: { commandId: randomUUID(), digest: current.digest, signatory: { name: 'Head', title: null } },
      })
    } finally {
      await blocker.query('rollback')
      await blocker.end()
      await app.sql("delete from jobs where kind = 'export.make'")
      await exporting
    }
  })

  const untilBlocked = async (client: pg.Client) => {
    for (let turn = 0; turn < 200; turn++) {
      const { rowCount } = await client.query(
        "select 1 from pg_locks where relation = 'releases'::regclass and not granted",
      )
      if (rowCount) return
      await wait(20)
    }
    throw new Error('no export came as far as the releases')
  }

  test('a comment that fifty tabs send under fifty keys is fifty comments; under one key it is one', async () => {
    const { drafterGhana } = people
    const list = await circulatedList(app, { addressed: ['GHA'] })
    const response = await drafterGhana.does(openResponse, {
      params: { listId: list.id },
      body: { commandId: randomUUID(), capacity: { kind: 'national' } },
    })
    const say = (commandId: string, text: string) =>
      drafterGhana.does(addComment, {
        params: { responseId: response.id },
        body: { commandId, questionId: null, text },
      })
    const one = randomUUID()
    await Promise.all(Array.from({ length: 50 }, () => say(one, 'once')))
    await Promise.all(Array.from({ length: 50 }, () => say(randomUUID(), 'each')))
    const said = await app.sql(
      'select text, count(*)::int as times from comments where response_id = $1 group by text order by text',
      [response.id],
    )
    expect(said).toEqual([
      { text: 'each', times: 50 },
      { text: 'once', times: 1 },
    ])
  })
})

async function asAdmin<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('adminUrl') })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
