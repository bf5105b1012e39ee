import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addComment, openResponse, saveAnswer } from '../../shared/responses.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast, delegationId } from '../support/cast.ts'
import { circulatedList } from '../support/lists.ts'
import { answered } from '../support/responses.ts'

// The policy of the application is out of the game here: raw SQL, as the role the server works as.
let app: TestApp
let role: pg.Client
const ids: Record<'ghana' | 'norway', string> = { ghana: '', norway: '' }

beforeAll(async () => {
  app = await startApp()
  const { drafterGhana } = cast(app)
  const list = await circulatedList(app)
  ids.ghana = await delegationId(app, 'GHA')
  ids.norway = await delegationId(app, 'NOR')
  const response = await drafterGhana.does(openResponse, {
    params: { listId: list.id },
    body: { commandId: crypto.randomUUID(), capacity: { kind: 'national' } },
  })
  const questionId = list.sections[0]?.questions[0]?.id ?? ''
  await drafterGhana.does(saveAnswer, {
    params: { responseId: response.id, questionId },
    ifMatch: 0,
    body: answered('A draft nobody else may see.'),
  })
  await drafterGhana.does(addComment, {
    params: { responseId: response.id },
    body: { commandId: crypto.randomUUID(), questionId, text: 'A comment for colleagues.' },
  })
  role = new pg.Client({ connectionString: app.appUrl })
  await role.connect()
})
afterAll(async () => {
  await role?.end()
  await app.close()
})

type Setting = { person?: string; delegation?: string; office?: string }
async function as<Row extends pg.QueryResultRow>(who: Setting, text: string, values: unknown[] = []): Promise<Row[]> {
  await role.query('begin')
  try {
    await role.query(
      "select set_config('app.person', $1, true), set_config('app.delegation', $2, true), set_config('app.office', $3, true)",
      [who.person ?? '', who.delegation ?? '', who.office ?? ''],
    )
    return (await role.query<Row>(text, values)).rows
  } finally {
    await role.query('rollback')
  }
}

const OWN = ['responses', 'draft_answers', 'comments'] as const

describe('[P2] [T10] with the application’s policy out of the way', () => {
  for (const table of OWN) {
    test(`${table} of a delegation are rows for itself alone`, async () => {
      const seen = (who: Setting) =>
        as<{ n: number }>(who, `select count(*)::int as n from ${table}`).then(([row]) => row?.n)
      expect(await seen({ delegation: ids.ghana })).toBeGreaterThan(0)
      expect(await seen({ delegation: ids.norway })).toBe(0)
      expect(await seen({ office: 'staff' })).toBe(0)
      expect(await seen({ office: 'staff,administrator' })).toBe(0)
      expect(await seen({ office: 'system' })).toBe(0)
      expect(await seen({})).toBe(0)
    })
    test(`${table} of a delegation cannot be changed or removed by another`, async () => {
      for (const who of [{ delegation: ids.norway }, { office: 'staff' }, { office: 'system' }]) {
        expect(await as(who, `update ${table} set delegation_id = delegation_id returning 1`)).toEqual([])
        expect(await as(who, `delete from ${table} returning 1`)).toEqual([])
      }
    })
  }

  test('nobody writes a row in another delegation’s name', async () => {
    const [own] = await as<{ list_id: string }>({ delegation: ids.ghana }, 'select list_id from responses')
    const insert = 'insert into responses (list_id, delegation_id, capacity_kind) values ($1, $2, $3)'
    await expect(as({ delegation: ids.norway }, insert, [own?.list_id, ids.ghana, 'national'])).rejects.toThrow(
      /row-level security/,
    )
  })

  test('of a draft staff learn nothing from the journal either: no line, no number, no time', async () => {
    const stream = `delegation:${ids.ghana}`
    const lines = (who: Setting) => as(who, 'select 1 from journal where stream = $1', [stream])
    expect((await lines({ delegation: ids.ghana })).length).toBeGreaterThan(0)
    for (const who of [{ office: 'staff' }, { office: 'administrator' }, { delegation: ids.norway }]) {
      expect(await lines(who)).toEqual([])
      expect(await as(who, 'select seq from streams where name = $1', [stream])).toEqual([])
    }
  })

  test('[T13] a connection that another delegation has just used tells nothing without being told who asks', async () => {
    await as({ delegation: ids.ghana }, 'select 1 from draft_answers')
    expect((await role.query('select 1 from draft_answers')).rows).toEqual([])
  })
})

describe('[P7] the journal', () => {
  test('cannot be written, changed or emptied by the role the server works as', async () => {
    for (const text of [
      'update journal set subject = subject',
      'delete from journal',
      'truncate journal',
      "insert into journal (stream, seq, kind, subject, digest, at, previous, hash) values ('people', 99, 'x', 'x', 'x', now(), 'x', 'x')",
      'update streams set seq = 0',
      'select * from journal_actors',
    ])
      await expect(as({ office: 'system' }, text)).rejects.toThrow(/permission denied|append-only/)
  })

  test('cannot be changed by the owner of the tables without taking its lock off first', async () => {
    await expect(app.sql('update journal set subject = subject')).rejects.toThrow(/append-only/)
    await expect(app.sql('delete from journal')).rejects.toThrow(/append-only/)
  })
})

test('[T12] the role owns nothing, is no superuser and cannot step over row-level security', async () => {
  const { rows } = await role.query<{ rolsuper: boolean; rolbypassrls: boolean; owned: number }>(
    `select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned
     from pg_roles r where rolname = current_user`,
  )
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }])
})

test('every table with a delegation’s content has row-level security switched on', async () => {
  const { rows } = await role.query<{ table_name: string }>(
    `select c.table_name from information_schema.columns c join pg_class k on k.relname = c.table_name and k.relnamespace = 'public'::regnamespace
     where c.table_schema = 'public' and c.column_name in ('delegation_id', 'person_id', 'blocks', 'text') and not k.relrowsecurity`,
  )
  // Public knowledge: who belongs to a group, who speaks for it, who holds an office.
  expect(rows.map((row) => row.table_name).sort()).toEqual(['group_members', 'group_speakers', 'office_roles'])
})
