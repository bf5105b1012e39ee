import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCluster, mergeCluster, movePhase, undoMerge, writeIdea } from '../../shared/board.ts'
import {
  cancelExport,
  downloadExport,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportView,
  readExport,
} from '../../shared/exports.ts'
import { giveFloor, giveStatement, inscribe, setSpeakersList } from '../../shared/floor.ts'
import { LANGUAGES, type Language } from '../../shared/languages.ts'
import { listDelegations } from '../../shared/people.ts'
import {
  addNote,
  changeNote,
  exportOwnRecord,
  exportRecord,
  handOverRecord,
  listRecordExports,
  type RecordView,
  readOwnRecord,
  readRecord,
  removeNote,
} from '../../shared/records.ts'
import type { AttributionMode } from '../../shared/room-view.ts'
import { attend, keepRecord, moveSession, readSession } from '../../shared/sessions.ts'
import { answerTemperature, askTemperature, moveTemperature } from '../../shared/temperatures.ts'
import { blocksOf } from '../../shared/text.ts'
import { openTopic, remark } from '../../shared/topics.ts'
import { type Person, startApp, type TestApp } from '../support/app.ts'
import { textIn } from '../support/exports.ts'
import { watchRoom } from '../support/rooms.ts'
import { giveRoles, type OpenedSession, openedSession } from '../support/sessions.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const commandId = () => randomUUID()
const HEADS = ['headGhana', 'headNorway', 'headSenegal', 'headEcuador', 'headChina', 'headKazakhstan'] as const
const heads = (s: OpenedSession) => Promise.all(HEADS.map((key) => s.people[key]!.ready() as Promise<Person>))
const note = (s: OpenedSession, text: string, sources: RecordView['items'][number]['notes'][number]['sources'] = []) =>
  s.moderator.ask(addNote, { params: { itemId: s.itemId }, body: { commandId: commandId(), text, sources } })
const record = (s: OpenedSession) => s.chair.does(readRecord, { params: { sessionId: s.sessionId } })
const keeping = (s: OpenedSession, kept: boolean) =>
  s.chair.does(keepRecord, { params: { sessionId: s.sessionId }, body: { kept } })
const closing = (s: OpenedSession) =>
  s.chair.does(moveSession, {
    params: { sessionId: s.sessionId },
    body: { commandId: commandId(), from: 'open', to: 'closed' },
  })
async function withRapporteur(s: OpenedSession): Promise<void> {
  const session = await s.chair.does(readSession, { params: { sessionId: s.sessionId } })
  await giveRoles(session, s.chair, [
    { who: s.moderator, role: 'moderator' },
    { who: s.moderator, role: 'rapporteur' },
  ])
}

/** A session in which everything that a record tells of has happened. */
async function eventful(mode: AttributionMode, wishes: Parameters<typeof openedSession>[1] = {}) {
  const s = await openedSession(app, { mode, ...wishes })
  const { itemId, sessionId, chair } = s
  const people = await heads(s)
  const [ghana, norway] = people as [Person, Person]
  await keeping(s, true)
  for (const who of people) await who.does(attend, { params: { sessionId }, body: { commandId: commandId() } })
  await chair.does(setSpeakersList, { params: { itemId }, body: { open: true } })
  let from: string | null = null
  for (const who of people) {
    const { id } = await who.does(inscribe, {
      params: { itemId },
      body: { commandId: commandId(), capacity: 'national', groupId: null },
    })
    await chair.does(giveFloor, { params: { itemId }, body: { commandId: commandId(), from, to: id } })
    from = id
  }
  await chair.does(giveFloor, { params: { itemId }, body: { commandId: commandId(), from: from!, end: true } })
  for (const [at, to] of (['writing', 'revealed'] as const).entries()) {
    await chair.does(movePhase, {
      params: { itemId },
      body: { commandId: commandId(), from: at === 0 ? 'idle' : 'writing', to },
    })
    if (to === 'writing' && mode !== 'anonymous')
      for (const [n, who] of people.entries())
        await who.does(writeIdea, {
          params: { itemId },
          body: { commandId: commandId(), text: `=Idea of the morning ${n}`, language: 'en' },
        })
  }
  await chair.does(movePhase, {
    params: { itemId },
    body: { commandId: commandId(), from: 'revealed', to: 'clustering' },
  })
  const ideas = (await s.room(chair)).ideas.map(({ id }) => id)
  const cluster = await chair.does(addCluster, {
    params: { itemId },
    body: { commandId: commandId(), name: 'Ways of working', ideaIds: ideas.slice(0, 3) },
  })
  if (mode !== 'anonymous')
    await ghana.does(giveStatement, {
      params: { itemId },
      body: {
        groupId: null,
        language: 'fr',
        blocks: blocksOf('Nous proposons une feuille de route.'),
        channel: 'writing',
      },
    })
  const topic = await chair.does(openTopic, {
    params: { itemId },
    body: { commandId: commandId(), clusterId: cluster.id, title: 'Who would do it' },
  })
  if (mode !== 'anonymous')
    await norway.does(remark, {
      params: { topicId: topic.id },
      body: { commandId: commandId(), language: 'en', text: 'A small team would do' },
    })
  const asked = await chair.does(askTemperature, {
    params: { itemId },
    body: { commandId: commandId(), question: { en: 'Is this a way to go?' } },
  })
  const steps = ['prepared', 'open', 'closed', 'released'] as const
  for (const [at, to] of steps.slice(1).entries()) {
    await chair.does(moveTemperature, {
      params: { temperatureId: asked.id },
      body: { commandId: commandId(), from: steps[at]!, to },
    })
    if (to === 'open')
      for (const [n, who] of people.entries())
        await who.does(answerTemperature, {
          params: { temperatureId: asked.id },
          body: { choice: n < 3 ? 'inclined' : 'reservations' },
        })
  }
  expect((await note(s, 'There was interest in ways of working', [{ kind: 'cluster', id: cluster.id }])).status).toBe(
    200,
  )
  return { ...s, ghana, norway, cluster, ideas }
}

async function file(s: OpenedSession, format: ExportFormat, language: Language = 'en') {
  let view: ExportView = await s.chair.does(exportRecord, {
    params: { sessionId: s.sessionId },
    body: { commandId: commandId(), format, language },
  })
  expect([view.listId, view.sessionId]).toEqual([null, s.sessionId])
  while (view.state === 'waiting' || view.state === 'running') {
    await app.jobs.settle()
    view = await s.chair.does(readExport, { params: { exportId: view.id } })
  }
  expect(view.state).toBe('ready')
  const { raw } = await s.chair.ask(downloadExport, { params: { exportId: view.id } })
  // One person may have so many files at a time.
  await s.chair.does(cancelExport, { params: { exportId: view.id } })
  return textIn(format, raw)
}

describe('points of the record', () => {
  test('[M13] nothing is written down but while everybody sees that it is', async () => {
    const s = await openedSession(app)
    expect((await note(s, 'Too early')).body.code).toBe('record_not_kept')
    await keeping(s, true)
    const added = await note(s, 'Kept')
    expect(added.status).toBe(200)
    await keeping(s, false)
    expect((await note(s, 'Too late')).body.code).toBe('record_not_kept')
    const ghana = await s.people.headGhana.ready()
    const tried = await ghana.ask(addNote, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), text: 'Ours', sources: [] },
    })
    expect(tried.status).toBe(403)
  })

  test('[M13] two who change one point at once: one does, the other is shown what it says now', async () => {
    const s = await openedSession(app)
    await keeping(s, true)
    const { body: first } = await note(s, 'A first wording')
    const { body: second } = await note(s, 'Another')
    const changing = (who: Person, text: string, more: { before?: string | null } = {}) =>
      who.ask(changeNote, { params: { noteId: first.id }, ifMatch: 1, body: { text, sources: [], ...more } })
    expect((await changing(s.chair, 'A second wording', { before: null })).status).toBe(200)
    const late = await changing(s.moderator, 'A third wording')
    expect([late.status, late.body.code, (late.body.current as { text: string }).text]).toEqual([
      409,
      'changed_meanwhile',
      'A second wording',
    ])
    const [{ notes }] = (await record(s)).items as [RecordView['items'][number]]
    expect(notes.map(({ id }) => id)).toEqual([second.id, first.id])
    await s.chair.does(removeNote, { params: { noteId: second.id } })
    expect((await record(s)).items[0]?.notes.map(({ id }) => id)).toEqual([first.id])
  })

  test('the podium hears of each point, the room of none', async () => {
    const s = await openedSession(app)
    await keeping(s, true)
    const chair = await watchRoom(await s.chair.ready(), s.sessionId)
    const ghana = await watchRoom(await s.people.headGhana.ready(), s.sessionId)
    const { body } = await note(s, 'A point nobody in the hall is told')
    await note(s, 'One more')
    await s.chair.does(removeNote, { params: { noteId: body.id } })
    expect((await chair.agrees()).notes.map(({ text }) => text)).toEqual(['One more'])
    await ghana.agrees()
    expect(ghana.line.kinds().filter((kind) => kind.startsWith('note.'))).toEqual([])
    for (const one of [chair, ghana]) one.leave()
  })

  test('a point rests on what is of this session, and in a sealed one on no place of the speakers list', async () => {
    const s = await eventful('not_for_attribution')
    const speaker = (await s.room(s.chair)).speakers[0]!
    const strange = await note(s, 'x', [{ kind: 'idea', id: randomUUID() }])
    expect([strange.status, strange.body.field]).toEqual([400, 'sources'])
    expect((await note(s, 'x', [{ kind: 'speaker', id: speaker.id }])).status).toBe(400)
    expect((await note(s, 'x', [{ kind: 'idea', id: s.ideas[0]! }])).status).toBe(200)
  })

  test('after the session the rapporteur edits, until the record is handed over', async () => {
    const s = await openedSession(app)
    await keeping(s, true)
    const { body } = await note(s, 'As noted in the room')
    await closing(s)
    const changing = (who: Person, revision: number) =>
      who.ask(changeNote, {
        params: { noteId: body.id },
        ifMatch: revision,
        body: { text: `Edited ${revision}`, sources: [] },
      })
    expect((await changing(s.chair, 1)).status).toBe(403)
    await withRapporteur(s)
    expect((await changing(s.moderator, 1)).status).toBe(200)
    expect((await record(s)).may.handOver).toBe(true)
    const handed = await s.moderator.does(handOverRecord, {
      params: { sessionId: s.sessionId },
      body: { commandId: commandId() },
    })
    expect(handed.handedOverAt).not.toBeNull()
    expect((await changing(s.moderator, 2)).status).toBe(409)
    const twice = await s.chair.ask(handOverRecord, {
      params: { sessionId: s.sessionId },
      body: { commandId: commandId() },
    })
    expect(twice.body.code).toBe('moved_meanwhile')
  })
})

describe('the record', () => {
  test('[M13] [S2] attributed: who was there, who spoke, and what each said, at any moment and then provisional', async () => {
    const s = await eventful('attributed')
    const view = await record(s)
    expect(view.provisional).toBe(true)
    expect(view.attended).toHaveLength(HEADS.length)
    const [item] = view.items
    expect(item?.speakers.map(({ seat }) => seat.kind)).toEqual(HEADS.map(() => 'delegation'))
    expect(item?.ideas).toHaveLength(HEADS.length)
    expect(item?.statements[0]?.seat).toMatchObject({ delegationId: s.delegationIds.GHA })
    expect(item?.temperatures[0]?.result?.answered).toBe(6)
    expect(item?.remarks).toHaveLength(1)
    expect(view.channels).toEqual({ room: 0, writing: 1 })
    await closing(s)
    expect((await record(s)).provisional).toBe(false)
  })

  for (const mode of ['not_for_attribution', 'anonymous'] as const)
    test(`[C17] [C19] ${mode}: it names nobody, and has no list of who was there`, async () => {
      const s = await eventful(mode)
      const view = await record(s)
      expect([view.attended, view.channels, view.items[0]?.speakers, view.items[0]?.spoke]).toEqual([null, null, [], 6])
      const raw = JSON.stringify(view)
      for (const id of Object.values(s.delegationIds)) expect(raw).not.toContain(id)
      expect(view.items[0]?.statements.map(({ at }) => at).filter(Boolean)).toEqual([])
    })

  test('[C17] a count of speakers under five is not shown where names are sealed', async () => {
    const s = await openedSession(app, { mode: 'not_for_attribution' })
    await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
    const { id } = await (await s.people.headGhana.ready()).does(inscribe, {
      params: { itemId: s.itemId },
      body: { commandId: commandId(), capacity: 'national', groupId: null },
    })
    for (const body of [
      { from: null, to: id },
      { from: id, end: true },
    ])
      await s.chair.does(giveFloor, { params: { itemId: s.itemId }, body: { commandId: commandId(), ...body } })
    expect((await record(s)).items[0]?.spoke).toBeNull()
  })

  test('nobody but the podium reads it', async () => {
    const s = await openedSession(app)
    for (const who of [s.people.headGhana, s.people.administrator]) {
      const { status } = await (await who.ready()).ask(readRecord, { params: { sessionId: s.sessionId } })
      expect(status).toBe(403)
    }
  })
})

describe('a delegation’s own record', () => {
  test('[M13] it has what the delegation said, with its state, and nothing that another said', async () => {
    const s = await eventful('not_for_attribution')
    const own = (who: Person) => who.does(readOwnRecord, { params: { sessionId: s.sessionId } })
    const [ghana, norway] = [await own(s.ghana), await own(s.norway)]
    expect(ghana.items[0]).toMatchObject({
      places: [{ state: 'spoken' }],
      statements: [{ channel: 'writing' }],
      ideas: [{ text: '=Idea of the morning 0', state: 'open' }],
      remarks: [],
    })
    expect(norway.items[0]).toMatchObject({ statements: [], remarks: [{ text: 'A small team would do' }] })
    expect(JSON.stringify(ghana)).not.toContain(s.delegationIds.NOR)
  })

  test('in an anonymous session it has no idea, for nothing links one to it', async () => {
    const s = await eventful('anonymous')
    const own = await s.ghana.does(readOwnRecord, { params: { sessionId: s.sessionId } })
    expect(own.items[0]).toMatchObject({ places: [{ state: 'spoken' }], ideas: [] })
  })

  test('it is a file for the mission, in Word and as a tagged page', async () => {
    const s = await eventful('not_for_attribution')
    for (const format of ['docx', 'pdf'] as const) {
      const { status, raw } = await s.ghana.ask(exportOwnRecord, {
        params: { sessionId: s.sessionId, format },
        query: { language: 'en' },
      })
      expect(status).toBe(200)
      const text = textIn(format, raw)
      expect(text).toContain('Idea of the morning 0')
      expect(text).not.toContain('Idea of the morning 1')
    }
  })
})

describe('the record as a file', () => {
  test('[M13] it says what was said, on what each point rests, and that it is provisional', async () => {
    const s = await eventful('attributed')
    for (const format of EXPORT_FORMATS) {
      const text = await file(s, format)
      for (const said of ['Idea of the morning 0', 'Ways of working', 'A small team would do', 'Provisional', 'Ghana'])
        expect({ format, said, there: text.includes(said) }).toEqual({ format, said, there: true })
    }
    const csv = await file(s, 'csv')
    for (const id of [s.cluster.id, s.ideas[0]!]) expect(csv).toContain(id)
    // A formula that somebody wrote as an idea is not run.
    expect(csv).toContain('"\'=Idea of the morning 0"')
    await closing(s)
    expect(await file(s, 'csv')).not.toContain('Provisional')
  })

  test('[M6] [C17] in a sealed session no file in any form or language names who was there', async () => {
    const s = await eventful('not_for_attribution')
    const { delegations } = await s.chair.does(listDelegations)
    const invited = delegations.filter(({ id }) => Object.values(s.delegationIds).includes(id))
    expect(invited).toHaveLength(Object.keys(s.delegationIds).length)
    // By whatever name a reader knows them.
    const secrets = invited.flatMap(({ id, names }) => [id, ...Object.values(names)])
    for (const format of EXPORT_FORMATS)
      for (const language of format === 'json' || format === 'csv' ? LANGUAGES : (['en'] as const)) {
        const text = await file(s, format, language)
        for (const secret of secrets)
          expect({ format, language, secret, there: text.includes(secret) }).toEqual({
            format,
            language,
            secret,
            there: false,
          })
      }
  })

  test('[M13] as a workbook every column has a head, a width and something in it; the head stays in sight', async () => {
    for (const mode of ['attributed', 'not_for_attribution'] as const) {
      const s = await eventful(mode)
      await closing(s)
      const [, sheet = ''] = /xl\/worksheets\/sheet1\.xml\n(.*)/.exec(await file(s, 'xlsx')) ?? []
      const cells = [...sheet.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*?(\/>|>)/g)]
      const columnsIn = (fits: (row: number) => boolean) =>
        new Set(cells.filter(([, , row, end]) => end === '>' && fits(Number(row))).map(([, column]) => column!))
      const heads = columnsIn((row) => row === 1)
      expect(heads.size).toBeGreaterThan(8)
      expect(columnsIn((row) => row > 1)).toEqual(heads)
      expect([...sheet.matchAll(/<col [^>]*width="/g)]).toHaveLength(heads.size)
      expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    }
  })

  test('a point goes on resting on what was said when it was written, though it is said otherwise now', async () => {
    const s = await openedSession(app)
    await keeping(s, true)
    const ghana = await s.people.headGhana.ready()
    const gives = (words: string) =>
      ghana.does(giveStatement, {
        params: { itemId: s.itemId },
        body: { groupId: null, language: 'en', blocks: blocksOf(words), channel: 'writing' },
      })
    const first = await gives('As it was first put')
    expect((await note(s, 'One delegation put it so', [{ kind: 'statement', id: first.id }])).status).toBe(200)
    const second = await gives('As it is put now')
    const record = await s.chair.does(readRecord, { params: { sessionId: s.sessionId } })
    expect(record.items[0]?.notes[0]?.sources).toMatchObject([{ kind: 'statement', id: first.id }])
    expect(record.items[0]?.statements.map(({ id, version, replaced }) => ({ id, version, replaced }))).toEqual([
      { id: second.id, version: 2, replaced: false },
      { id: first.id, version: 1, replaced: true },
    ])
    // It was given once, and replaced.
    expect(record.channels).toEqual({ room: 0, writing: 1 })
    for (const format of EXPORT_FORMATS) {
      const text = await file(s, format)
      for (const said of ['As it was first put', 'As it is put now', 'Version 1, replaced since', 'Version 2'])
        expect({ format, said, there: text.includes(said) }).toEqual({ format, said, there: true })
    }
  })

  test('[M12] a point that rests on a cluster rests on the one that it was merged into, also when both are cited', async () => {
    const s = await openedSession(app)
    await keeping(s, true)
    const { itemId } = s
    for (const [from, to] of [
      ['idle', 'writing'],
      ['writing', 'revealed'],
      ['revealed', 'clustering'],
    ] as const)
      await s.chair.does(movePhase, { params: { itemId }, body: { commandId: commandId(), from, to } })
    const begun = (name: string) =>
      s.chair.does(addCluster, { params: { itemId }, body: { commandId: commandId(), name, ideaIds: [] } })
    const [first, second, third] = [await begun('Reports'), await begun('Papers'), await begun('Fewer documents')]
    const cited = [first, third].map(({ id }) => ({ kind: 'cluster' as const, id }))
    expect((await note(s, 'There are too many of them', cited)).status).toBe(200)
    const merges = (clusterId: string, into: string) =>
      s.chair.does(mergeCluster, { params: { clusterId }, body: { commandId: commandId(), into } })
    await merges(first.id, second.id)
    await merges(second.id, third.id)
    const sources = async () => (await record(s)).items[0]?.notes[0]?.sources
    expect(await sources()).toEqual([{ kind: 'cluster', id: third.id }])
    expect(await file(s, 'csv')).toContain(third.id)
    for (const clusterId of [second.id, first.id])
      await s.chair.does(undoMerge, { params: { clusterId }, body: { commandId: commandId() } })
    expect(await sources()).toEqual(expect.arrayContaining(cited))
  })

  test('[M13] made again it is the same, byte for byte, but for its date', async () => {
    const s = await eventful('attributed')
    await closing(s)
    const dated = /"date": "[^"]*"/
    const [one, other] = [await file(s, 'json'), await file(s, 'json')]
    expect(one.replace(dated, '')).toBe(other.replace(dated, ''))
    expect(await file(s, 'csv')).toBe(await file(s, 'csv'))
  })

  test('[S9] a rehearsal leaves the house as data alone, and says on it what it is', async () => {
    const s = await eventful('attributed', { rehearsal: true })
    const tried = await s.chair.ask(exportRecord, {
      params: { sessionId: s.sessionId },
      body: { commandId: commandId(), format: 'docx', language: 'en' },
    })
    expect([tried.status, tried.body.field]).toEqual([400, 'format'])
    expect(await file(s, 'json')).toContain('Rehearsal: nothing in this file was said by a delegation.')
  })

  test('whoever asked for files finds them again, and nobody else does', async () => {
    const s = await openedSession(app)
    const body = { commandId: commandId(), format: 'csv' as const, language: 'en' as const }
    const params = { sessionId: s.sessionId }
    const { id } = await s.chair.does(exportRecord, { params, body })
    expect((await s.chair.does(listRecordExports, { params })).exports.map((one) => one.id)).toContain(id)
    expect((await s.moderator.does(listRecordExports, { params })).exports).toEqual([])
    expect((await (await s.people.headGhana.ready()).ask(listRecordExports, { params })).status).toBe(403)
  })

  test('whoever is not on the podium gets none', async () => {
    const s = await openedSession(app)
    const { status } = await (await s.people.headGhana.ready()).ask(exportRecord, {
      params: { sessionId: s.sessionId },
      body: { commandId: commandId(), format: 'json', language: 'en' },
    })
    expect(status).toBe(403)
  })
})
