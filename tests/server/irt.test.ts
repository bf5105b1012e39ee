import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAnswers } from '../../shared/answers.ts'
import { addCluster, movePhase, writeIdea } from '../../shared/board.ts'
import { readConsultation } from '../../shared/consultations.ts'
import type { Endpoint } from '../../shared/contract.ts'
import { giveStatement } from '../../shared/floor.ts'
import { CONTRACTS } from '../../shared/index-of-contracts.ts'
import { listSources } from '../../shared/links.ts'
import { inviteOffice, listOffice, removeOffice } from '../../shared/people.ts'
import { closeList, type ListView, readList } from '../../shared/question-lists.ts'
import { addNote, readRecord } from '../../shared/records.ts'
import { may } from '../../shared/rules/access.ts'
import { assignRoles, keepRecord, listSessions, moveSession, readRoom, readSession } from '../../shared/sessions.ts'
import { acceptInvitation } from '../../shared/sign-in.ts'
import { blocksOf } from '../../shared/text.ts'
import { Person, startApp, type TestApp } from '../support/app.ts'
import { cast, delegationId } from '../support/cast.ts'
import { circulatedList, draftList } from '../support/lists.ts'
import { tokenSentTo } from '../support/mails.ts'
import { answered, drafted, questionAt, submits } from '../support/responses.ts'
import { watchRoom } from '../support/rooms.ts'
import { giveRoles, type OpenedSession, openedSession } from '../support/sessions.ts'

let app: TestApp
let people: ReturnType<typeof cast>
let list: ListView
let sealed: OpenedSession
let irtId: string
/** Of Norway, who asked not to be named: what must stand in no reply to the Review Team. */
let norway: string

const command = () => ({ commandId: randomUUID() })
const unnamed = { attribution: 'not_for_attribution' } as const
const item = () => ({ params: { itemId: sealed.itemId } })

beforeAll(async () => {
  app = await startApp()
  people = cast(app)
  irtId = (await people.irt.me()).person.id
  norway = await delegationId(app, 'NOR')
  list = await circulatedList(app, { audience: 'secretariat', addressed: ['GHA', 'NOR', 'EGY'] })
  const { headGhana, headNorway, drafterNorway } = people
  await submits(headGhana, await drafted(headGhana, list, { 1: 'Openly said by one.' }))
  await submits(headNorway, await drafted(headNorway, list, { 1: answered('Quietly said by another.', unnamed) }))
  sealed = await openedSession(app, {
    mode: 'not_for_attribution',
    consultationId: list.consultationId,
    delegations: ['GHA', 'NOR', 'EGY'],
  })
  await giveRoles(await sealed.chair.does(readSession, { params: { sessionId: sealed.sessionId } }), sealed.chair, [
    { who: people.irt, role: 'rapporteur' },
    { who: people.secondStaff, role: 'moderator' },
  ])
  await sealed.chair.does(keepRecord, { params: { sessionId: sealed.sessionId }, body: { kept: true } })
  await sealed.chair.does(movePhase, { ...item(), body: { ...command(), from: 'idle', to: 'writing' } })
  await drafterNorway.does(writeIdea, { ...item(), body: { ...command(), text: 'A quiet idea', language: 'en' } })
  await sealed.chair.does(movePhase, { ...item(), body: { ...command(), from: 'writing', to: 'revealed' } })
  await drafterNorway.does(giveStatement, {
    ...item(),
    body: { language: 'en', blocks: blocksOf('A quiet statement'), channel: 'writing' },
  })
})
afterAll(() => app.close())

const ask = (who: Person, listId = list.id) => who.does(listAnswers, { params: { listId }, query: {} })

describe('the office of the Review Team', () => {
  test('is given by an administrator, by invitation, and taken away again', async () => {
    const email = 'second.irt@secretariat.example.org'
    const invite = { body: { ...command(), email, language: 'en' as const, role: 'irt' as const } }
    expect((await people.staff.ask(inviteOffice, invite)).status).toBe(403)
    await people.administrator.does(inviteOffice, invite)
    const joined = new Person(app)
    const me = await joined.does(acceptInvitation, {
      params: { token: await tokenSentTo(app, email) },
      body: { name: 'Second member, Internal Review Team', password: 'a long and quiet sentence' },
    })
    expect(me.office).toEqual(['irt'])
    const { members } = await people.administrator.does(listOffice)
    const member = members.find((one) => one.email === email)!
    expect(member.role).toBe('irt')
    await people.administrator.does(removeOffice, { params: { personId: member.personId!, role: 'irt' } })
  })

  test('reads consultations and what was circulated, and of what is being prepared nothing', async () => {
    const draft = await draftList(app, { consultationId: list.consultationId })
    const seen = await people.irt.does(readConsultation, { params: { consultationId: list.consultationId } })
    expect(seen.lists.map(({ id, figures }) => [id, figures])).toEqual([[list.id, null]])
    expect(seen.may).toEqual({ edit: false, addList: false })
    expect((await people.irt.ask(readList, { params: { listId: draft.id } })).status).toBe(404)
    expect((await people.irt.does(readList, { params: { listId: list.id } })).may.readAnswers).toBe(true)
  })
})

describe('answers', () => {
  test('are read by name as they come in, and without one only when no more come; never with the name', async () => {
    expect((await ask(people.irt)).answers.map(({ blocks }) => blocks)).toEqual([blocksOf('Openly said by one.')])
    expect((await ask(people.staff)).total).toBe(2)
    await people.staff.does(closeList, { params: { listId: list.id }, body: command() })
    const { answers } = await ask(people.irt)
    const quiet = answers.find(({ shownAs }) => shownAs.kind === 'withheld')!
    expect(quiet).toMatchObject({ language: null, version: null, submittedAt: null, submissionId: null, thread: null })
    expect(JSON.stringify(answers)).not.toContain(norway)
    const ofNorway = await people.irt.does(listAnswers, {
      params: { listId: list.id },
      query: { delegation: [norway], question: questionAt(list, 1) },
    })
    expect(ofNorway.total).toBe(0)
  })
})

describe('in a room', () => {
  test('RR3 a sealed one is run by the staff: the Review Team reports and takes notes', async () => {
    const session = await sealed.chair.does(readSession, { params: { sessionId: sealed.sessionId } })
    const chair = (await sealed.chair.me()).person.id
    const assigning = (role: 'moderator' | 'note_taker') =>
      sealed.chair.ask(assignRoles, {
        params: { sessionId: sealed.sessionId },
        ifMatch: session.revision,
        body: {
          roles: [
            { personId: chair, role: 'chair' },
            { personId: irtId, role },
          ],
        },
      })
    const refused = await assigning('moderator')
    expect([refused.status, refused.body.field]).toEqual([400, 'roles'])
  })

  test('while one of it sits on the podium, the podium is told no sealed name, by page and by line', async () => {
    const { irt, drafterNorway } = people
    const view = await sealed.room(irt)
    expect(view.roles).toEqual(['rapporteur'])
    expect(view.sealed).toMatchObject([{ idea: { text: 'A quiet idea' } }])
    expect(JSON.stringify(view.sealed)).not.toContain(norway)
    expect(JSON.stringify((await sealed.room(sealed.chair)).sealed)).not.toContain(norway)
    const [team, chair] = await Promise.all([
      watchRoom(await irt.ready(), sealed.sessionId),
      watchRoom(await sealed.chair.ready(), sealed.sessionId),
    ])
    await drafterNorway.does(writeIdea, { ...item(), body: { ...command(), text: 'Another one', language: 'en' } })
    for (const watching of [team, chair]) {
      const { sealed: cards } = await watching.agrees()
      expect(cards.map(({ idea }) => idea.text).toSorted()).toEqual(['A quiet idea', 'Another one'])
      expect(JSON.stringify(cards)).not.toContain(norway)
      expect(watching.raw()).not.toContain(norway)
    }
  })

  test('a rapporteur of the Review Team writes a point, and what it rests on is a link', async () => {
    const { statements } = await sealed.room(people.irt)
    const sources = [{ kind: 'statement' as const, id: statements[0]!.id }]
    const note = await people.irt.does(addNote, { ...item(), body: { ...command(), text: 'Heard.', sources } })
    expect(note.sources).toEqual(sources)
    const links = await app.sql('select from_kind, from_id, to_kind from links where to_id = $1', [note.id])
    expect(links).toEqual([{ from_kind: 'statement', from_id: statements[0]!.id, to_kind: 'point' }])
  })

  test('it runs an attributed one like the staff', async () => {
    const { irt } = people
    const open = await openedSession(app, { delegations: ['GHA', 'NOR'] })
    await giveRoles(await open.chair.does(readSession, { params: { sessionId: open.sessionId } }), open.chair, [
      { who: irt, role: 'moderator' },
    ])
    const params = { itemId: open.itemId }
    await irt.does(movePhase, { params, body: { ...command(), from: 'idle', to: 'writing' } })
    await people.drafterNorway.does(writeIdea, { params, body: { ...command(), text: 'By name', language: 'en' } })
    expect(JSON.stringify((await open.room(irt)).sealed)).toContain(norway)
    await irt.does(movePhase, { params, body: { ...command(), from: 'writing', to: 'revealed' } })
    await irt.does(movePhase, { params, body: { ...command(), from: 'revealed', to: 'clustering' } })
    await irt.does(addCluster, { params, body: { ...command(), name: 'Together' } })
    const { ideas, clusters } = await open.room(people.drafterNorway)
    expect([ideas[0]?.seat, clusters.length]).toEqual([{ kind: 'delegation', delegationId: norway }, 1])
  })

  test('without a part it listens where everybody is named, and is not let into a sealed room', async () => {
    const [open, closedDoor] = [await openedSession(app), await openedSession(app, { mode: 'not_for_attribution' })]
    expect((await people.irt.ask(readRoom, { params: { sessionId: open.sessionId } })).status).toBe(200)
    expect((await people.irt.ask(readRoom, { params: { sessionId: closedDoor.sessionId } })).status).toBe(404)
  })

  test('[C17] afterwards it reads the record, which names nobody who was not named', async () => {
    const room = await openedSession(app, { mode: 'not_for_attribution', delegations: ['GHA', 'NOR'] })
    const params = { itemId: room.itemId }
    await people.drafterNorway.does(giveStatement, {
      params,
      body: { language: 'en', blocks: blocksOf('Said under the rule'), channel: 'writing' },
    })
    const session = { params: { sessionId: room.sessionId } }
    expect((await people.irt.ask(readRecord, session)).status).toBe(404)
    await room.chair.does(moveSession, { ...session, body: { ...command(), from: 'open', to: 'closed' } })
    const record = await people.irt.does(readRecord, session)
    expect(record.items[0]?.statements).toMatchObject([
      { seat: { kind: 'withheld' }, blocks: blocksOf('Said under the rule') },
    ])
    expect(JSON.stringify(record)).not.toContain(norway)
  })
})

describe('no name that is not for attribution', () => {
  test('stands in any reply to the Review Team, whatever it may call', async () => {
    const caller = { kind: 'person' as const, personId: irtId, signInId: 's', office: ['irt' as const], acting: null }
    const ids: Record<string, string> = {
      listId: list.id,
      consultationId: list.consultationId,
      sessionId: sealed.sessionId,
      itemId: sealed.itemId,
      personId: irtId,
    }
    const rows = await app.sql<{ id: string; kind: string }>(
      `select id, 'statementId' as kind from statements where session_id = $1
        union all select id, 'ideaId' from ideas where session_id = $1
        union all select submission_id, 'submissionId' from contribution_sources where delegation_id = $2`,
      [sealed.sessionId, norway],
    )
    for (const { id, kind } of rows) ids[kind] = id
    // Everybody may know which States there are; who is invited to a session is settled by the staff.
    const known = ['listDelegations', 'listGroups']
    let tried = 0
    for (const { name, endpoint } of CONTRACTS) {
      if (endpoint.method !== 'GET' || endpoint.file || !may(caller, endpoint.permission) || known.includes(name))
        continue
      const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, param = '']) => param)
      const params = Object.fromEntries(names.map((param) => [param, ids[param] ?? randomUUID()]))
      const { status, raw } = await people.irt.ask(endpoint as Endpoint, { params })
      expect({ name, names: status === 200 && raw.toString().includes(norway) }).toEqual({ name, names: false })
      tried++
    }
    expect(tried).toBeGreaterThan(15)
    const { sources } = await people.irt.does(listSources, {
      params: { consultationId: list.consultationId },
      query: { limit: 100 },
    })
    const quiet = sources.filter(({ blocks }) => JSON.stringify(blocks).toLowerCase().includes('quiet'))
    expect(quiet.map(({ kind, shownAs }) => [kind, shownAs?.kind]).toSorted()).toEqual([
      ['answer', 'withheld'],
      ['idea', 'withheld'],
      ['statement', 'withheld'],
    ])
    const { sessions } = await people.irt.does(listSessions, { params: { consultationId: list.consultationId } })
    expect(sessions.map(({ invited }) => invited)).toEqual([null])
  })

  test('[T10] is there for the Review Team in the database, however it asks', async () => {
    const role = new pg.Client({ connectionString: app.appUrl })
    await role.connect()
    try {
      await role.query('begin')
      await role.query("select set_config('app.person', $1, true), set_config('app.office', 'irt', true)", [irtId])
      for (const table of ['contribution_sources', 'idea_sources', 'statement_sources', 'remark_sources'])
        expect((await role.query(`select 1 from ${table} where delegation_id = $1`, [norway])).rows).toEqual(
          table === 'idea_sources' ? [{ '?column?': 1 }] : [],
        )
      const { rows } = await role.query('select session_id from idea_sources where delegation_id = $1', [norway])
      // The one of the attributed session alone.
      expect(rows.map(({ session_id }) => session_id)).not.toContain(sealed.sessionId)
      expect((await role.query('select 1 from submissions where delegation_id = $1', [norway])).rows).toEqual([])
      for (const table of [
        'responses',
        'draft_answers',
        'comments',
        'letters',
        'threads',
        'points_given',
        'temperature_answers',
      ])
        expect((await role.query(`select 1 from ${table}`)).rows).toEqual([])
    } finally {
      await role.query('rollback').catch(() => undefined)
      await role.end()
    }
  })
})
