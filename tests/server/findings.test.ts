import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addTheme,
  changeFinding,
  changeTheme,
  listFindings,
  listThemes,
  publishFinding,
  readFinding,
  readFindingVersion,
  readTheme,
  withdrawFinding,
} from '../../shared/findings.ts'
import { codePassage, removeCode } from '../../shared/links.ts'
import { closeList, type ListView } from '../../shared/question-lists.ts'
import { blocksOf } from '../../shared/text.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { cast, delegationId } from '../support/cast.ts'
import { begun, findingBody, published } from '../support/findings.ts'
import { connect } from '../support/line.ts'
import { circulatedList } from '../support/lists.ts'
import { answered, drafted, submits } from '../support/responses.ts'

let app: TestApp
let people: ReturnType<typeof cast>
let list: ListView
let consultationId: string
let role: pg.Client
const answers: Record<'open' | 'unnamed' | 'secretariat', string> = { open: '', unnamed: '', secretariat: '' }

const command = () => ({ commandId: randomUUID() })
beforeAll(async () => {
  app = await startApp()
  people = cast(app)
  list = await circulatedList(app, { audience: 'participants' })
  consultationId = list.consultationId
  await submits(people.headGhana, await drafted(people.headGhana, list, { 1: 'Simplify the forms first of all.' }))
  await submits(
    people.headNorway,
    await drafted(people.headNorway, list, {
      1: answered('A quiet word on forms.', { attribution: 'not_for_attribution' }),
    }),
  )
  await people.staff.does(closeList, { params: { listId: list.id }, body: command() })
  const secretariat = await circulatedList(app, { audience: 'secretariat', consultationId })
  await submits(people.headEgypt, await drafted(people.headEgypt, secretariat, { 1: 'For the Secretariat alone.' }))
  const rows = await app.sql<{ id: string; search_text: string }>('select id, search_text from contributions')
  const idOf = (word: string) => rows.find(({ search_text }) => search_text.includes(word))!.id
  Object.assign(answers, { open: idOf('simplify'), unnamed: idOf('quiet'), secretariat: idOf('alone') })
  role = new pg.Client({ connectionString: app.appUrl })
  await role.connect()
})
afterAll(async () => {
  await role?.end()
  await app.close()
})
const citing = (id: string) => ({ source: { kind: 'answer' as const, id } })

describe('a finding under writing', () => {
  test('is begun by the Review Team under the next number, and no delegation is told', async () => {
    const first = await begun(people.irt, consultationId)
    const second = await begun(people.staff, consultationId)
    expect([second.number - first.number, first.state, first.may]).toEqual([
      1,
      'draft',
      { write: true, publish: false, withdraw: false },
    ])
    expect(second.may).toEqual({ write: true, publish: true, withdraw: true })
    for (const endpoint of [readFinding] as const) {
      expect((await people.headGhana.ask(endpoint, { params: { findingId: first.id } })).status).toBe(404)
    }
    const { findings, may } = await people.headGhana.does(listFindings, { params: { consultationId } })
    expect([findings, may]).toEqual([[], { write: false, publish: false }])
  })

  test('two who save at once: the later is told what stands there, and keeps its own', async () => {
    const finding = await begun(people.irt, consultationId)
    const saving = (who: typeof people.irt, title: string) =>
      who.ask(changeFinding, {
        params: { findingId: finding.id },
        ifMatch: finding.revision,
        body: findingBody({ title: { en: title } }),
      })
    const [a, b] = await Promise.all([saving(people.irt, 'One'), saving(people.staff, 'Another')])
    expect([a.status, b.status].toSorted()).toEqual([200, 409])
    const refused = a.status === 409 ? a : b
    const winner = a.status === 200 ? a : b
    expect(refused.body).toMatchObject({
      code: 'changed_meanwhile',
      current: { draft: { title: winner.body.draft?.title } },
    })
  })

  test('rests on what is there and may be seen, with a passage that is in its words', async () => {
    const cited = async (citations: Parameters<typeof findingBody>[0] & object) =>
      people.irt.ask(changeFinding, {
        params: { findingId: finding.id },
        ifMatch: finding.revision,
        body: findingBody(citations),
      })
    const finding = await begun(people.irt, consultationId)
    const wrong = await cited({ citations: [citing(answers.open), citing(randomUUID())] })
    expect([wrong.status, wrong.body.code, wrong.body.field]).toEqual([400, 'invalid', 'citations.1'])
    const beyond = await cited({
      citations: [{ ...citing(answers.open), passage: { paragraph: 0, from: 0, to: 900 } }],
    })
    expect(beyond.body.field).toBe('citations.0.passage')
    const right = await cited({ citations: [{ ...citing(answers.open), passage: { paragraph: 0, from: 0, to: 8 } }] })
    expect(right.body.draft?.rests).toMatchObject([
      { passage: { paragraph: 0, from: 0, to: 8 }, thing: { kind: 'answer', shownAs: { kind: 'delegation' } } },
    ])
    const linkIds = () => app.sql<{ id: string }>('select id from links where to_id = $1', [finding.id])
    const before = await linkIds()
    const again = await people.irt.does(changeFinding, {
      params: { findingId: finding.id },
      ifMatch: right.body.revision,
      body: findingBody({
        citations: [
          { ...citing(answers.open), passage: { paragraph: 0, from: 0, to: 8 } },
          { ...citing(answers.open), passage: { paragraph: 0, from: 0, to: 8 } },
        ],
      }),
    })
    expect(again.draft?.rests).toEqual(right.body.draft?.rests)
    expect([before.length, await linkIds()]).toEqual([1, before])
  })
})

describe('publishing', () => {
  test('freezes a version with what it rests on; what is written afterwards leaves it as it was', async () => {
    const finding = await begun(people.irt, consultationId, { citations: [citing(answers.open)] })
    expect(
      (await people.irt.ask(publishFinding, { params: { findingId: finding.id }, body: { ...command(), revision: 1 } }))
        .status,
    ).toBe(403)
    const once = await published(people.staff, finding)
    expect([once.state, once.version, once.versions.length]).toEqual(['published', 1, 1])
    const nothing = await people.staff.ask(publishFinding, {
      params: { findingId: finding.id },
      body: { ...command(), revision: once.revision },
    })
    expect(nothing.body.code).toBe('nothing_changed')

    const changed = await people.irt.does(changeFinding, {
      params: { findingId: finding.id },
      ifMatch: once.revision,
      body: findingBody({ texts: { en: blocksOf('Other words.') } }),
    })
    expect(changed.state).toBe('changed')
    const silent = await people.staff.ask(publishFinding, {
      params: { findingId: finding.id },
      body: { ...command(), revision: changed.revision },
    })
    expect([silent.body.code, silent.body.field]).toEqual(['required', 'change'])
    const said = await people.irt.does(changeFinding, {
      params: { findingId: finding.id },
      ifMatch: changed.revision,
      body: findingBody({ texts: { en: blocksOf('Other words.') }, change: { en: 'Paragraph 2 is gone.' } }),
    })
    const twice = await published(people.staff, said)
    expect(twice.versions.map(({ version }) => version)).toEqual([2, 1])
    expect(twice.draft?.change).toEqual({})

    const read = (id: string) => people.headGhana.does(readFindingVersion, { params: { versionId: id } })
    const [second, first] = await Promise.all(twice.versions.map(({ id }) => read(id)))
    expect(first!.texts).toEqual(findingBody().texts)
    expect(first!.rests).toMatchObject([{ thing: { id: answers.open } }])
    expect([second!.rests, second!.change]).toEqual([[], { en: 'Paragraph 2 is gone.' }])
    expect(first!.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(first!.digest).not.toBe(second!.digest)
    expect(first!.reference).toMatch(/\/F\d+\/v1$/)
  })

  test('is refused on what somebody has changed since', async () => {
    const finding = await begun(people.irt, consultationId)
    await people.irt.does(changeFinding, {
      params: { findingId: finding.id },
      ifMatch: finding.revision,
      body: findingBody({ title: { en: 'Anew' } }),
    })
    const late = await people.staff.ask(publishFinding, {
      params: { findingId: finding.id },
      body: { ...command(), revision: finding.revision },
    })
    expect([late.status, late.body.code]).toEqual([409, 'changed_meanwhile'])
  })

  test('is told to every delegation; what is being written is told to who writes', async () => {
    const stream = `consultation:${consultationId}` as const
    const watching = await connect(await people.headNorway.ready(), [`${stream}:all`])
    watching.send({ type: 'subscribe', stream, after: null })
    await watching.told((message) => message.type === 'refused' && message.stream === stream)
    const finding = await begun(people.irt, consultationId)
    await published(people.staff, finding)
    await watching.told(
      (message) => message.type === 'events' && message.events.some(({ kind }) => kind === 'finding.published'),
    )
    expect(watching.kinds()).not.toContain('finding.added')
    watching.close()
  })

  test('withdrawn, its versions stay readable and say so, and nothing is added', async () => {
    const finding = await published(people.staff, await begun(people.irt, consultationId))
    const withdrawn = await people.staff.does(withdrawFinding, { params: { findingId: finding.id }, body: command() })
    expect([withdrawn.state, withdrawn.may.write]).toEqual(['withdrawn', false])
    const seen = await people.headGhana.does(readFindingVersion, { params: { versionId: finding.versions[0]!.id } })
    expect(seen.withdrawnAt).not.toBe(null)
    const writing = await people.irt.ask(changeFinding, {
      params: { findingId: finding.id },
      ifMatch: withdrawn.revision,
      body: findingBody(),
    })
    expect(writing.body.code).toBe('finding_withdrawn')
  })
})

describe('what a version rests on', () => {
  test('is shown to a delegation as far as it may read it, and nothing tells of the rest', async () => {
    const finding = await published(
      people.staff,
      await begun(people.staff, consultationId, {
        citations: [citing(answers.open), citing(answers.unnamed), citing(answers.secretariat)],
      }),
    )
    const params = { versionId: finding.versions[0]!.id }
    const seen = async (who: typeof people.staff) => {
      const { rests } = await who.does(readFindingVersion, { params })
      return new Map(rests.flatMap(({ thing }) => ('place' in thing ? [[thing.id, thing] as const] : [])))
    }
    const ofStaff = await seen(people.staff)
    expect(ofStaff.size).toBe(3)
    expect(ofStaff.get(answers.unnamed)?.shownAs).toMatchObject({ kind: 'delegation', sealed: true })
    const ofGhana = await seen(people.headGhana)
    // One without a name is too few to be opened to others: to them it is not there.
    expect([...ofGhana.keys()]).toEqual([answers.open])
    const ofTeam = await seen(people.irt)
    expect(ofTeam.size).toBe(3)
    expect(ofTeam.get(answers.unnamed)).toMatchObject({ shownAs: { kind: 'withheld' }, language: null, at: null })
    expect((await seen(people.headEgypt)).has(answers.secretariat)).toBe(true)
    expect((await seen(people.headNorway)).get(answers.unnamed)?.shownAs).toMatchObject({ sealed: true })
  })
})

describe('themes', () => {
  test('are numbered, named anew, and passages are coded under them once each', async () => {
    const add = (en: string) =>
      people.irt.does(addTheme, { params: { consultationId }, body: { ...command(), title: { en } } })
    const first = await add('Procedures')
    const second = await add('Supply chain')
    expect(second.number).toBe(first.number + 1)
    const params = { themeId: first.id }
    await people.irt.does(changeTheme, {
      params,
      body: { ...command(), title: { en: 'Procedures', fr: 'Procédures' } },
    })
    const passage = { paragraph: 0, from: 0, to: 8 }
    const coded = await people.irt.does(codePassage, {
      params,
      body: { ...command(), ...citing(answers.open), passage },
    })
    const again = await people.irt.does(codePassage, {
      params,
      body: { ...command(), ...citing(answers.open), passage },
    })
    expect(again.id).toBe(coded.id)
    const { themes } = await people.irt.does(listThemes, { params: { consultationId } })
    expect(themes.find(({ id }) => id === first.id)).toMatchObject({ passages: 1, title: { fr: 'Procédures' } })
    const ofGhana = await people.headGhana.does(readTheme, { params })
    expect([ofGhana.passages, ofGhana.citations.length]).toEqual([null, 1])
    await people.irt.does(removeCode, { params: { ...params, linkId: coded.id } })
    expect((await people.irt.ask(removeCode, { params: { ...params, linkId: coded.id } })).status).toBe(404)
    expect((await people.irt.does(readTheme, { params })).citations).toEqual([])
  })

  test('of another consultation are no theme for a finding', async () => {
    const elsewhere = await circulatedList(app)
    const theme = await people.irt.does(addTheme, {
      params: { consultationId: elsewhere.consultationId },
      body: { ...command(), title: { en: 'Elsewhere' } },
    })
    await expect(begun(people.irt, consultationId, { themeId: theme.id })).rejects.toThrow('themeId')
  })
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

describe('[T10] with raw SQL as the role the server works as', () => {
  test('no delegation reads a draft, and none writes a finding, a version, a theme or a link', async () => {
    const ghana = { delegation: await delegationId(app, 'GHA') }
    expect(await as(ghana, 'select 1 from findings')).toEqual([])
    expect(await as({}, 'select 1 from finding_versions')).toEqual([])
    expect((await as(ghana, 'select 1 from finding_versions')).length).toBeGreaterThan(0)
    for (const table of ['findings', 'finding_versions', 'themes', 'links', 'settings_aside']) {
      expect(await as(ghana, `update ${table} set id = id returning 1`).catch(() => [])).toEqual([])
      expect(await as(ghana, `delete from ${table} returning 1`).catch(() => [])).toEqual([])
    }
    const insert = `insert into themes (consultation_id, number, title) values ($1, 99, '{}') returning 1`
    await expect(as(ghana, insert, [consultationId])).rejects.toThrow('row-level security')
  })

  test('a published version is nobody’s to change or remove, staff and system included', async () => {
    for (const office of ['staff', 'irt', 'system']) {
      const change = `update finding_versions set title = '{"en":"x"}' returning 1`
      expect(await as({ office }, change).catch(({ message }) => message)).toSatisfy(
        (result: unknown) => result === 'finding_versions keeps what was given' || (result as unknown[]).length === 0,
      )
      await expect(as({ office }, 'delete from finding_versions')).rejects.toThrow()
    }
  })

  test('a delegation finds no link to what it may not read, so that counting them tells nothing', async () => {
    const sources = async (who: Setting) =>
      new Set(
        (await as<{ from_id: string }>(who, "select from_id from links where from_kind = 'answer'")).map(
          (row) => row.from_id,
        ),
      )
    expect((await sources({ office: 'staff' })).has(answers.secretariat)).toBe(true)
    const ghana = await sources({ delegation: await delegationId(app, 'GHA') })
    expect([ghana.has(answers.open), ghana.has(answers.secretariat)]).toEqual([true, false])
    expect((await sources({ delegation: await delegationId(app, 'EGY') })).has(answers.secretariat)).toBe(true)
    expect((await sources({})).size).toBe(0)
  })
})
