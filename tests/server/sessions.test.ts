import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { asDelegate } from '../../client/sessions/as-delegate.ts'
import { APP_ROLE } from '../../server/database/roles.ts'
import { followable } from '../../server/live-rights.ts'
import { seatFor } from '../../server/sessions/seats.ts'
import { movePhase, writeIdea } from '../../shared/board.ts'
import { giveStatement, setSpeakersList } from '../../shared/floor.ts'
import { readHome } from '../../shared/home.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { CLOSE, streams } from '../../shared/live.ts'
import { listDelegations, listGroups } from '../../shared/people.ts'
import { readRecord } from '../../shared/records.ts'
import { ATTRIBUTION_MODES, COLLECTION_NAMES } from '../../shared/room-view.ts'
import type { BoardPhase } from '../../shared/rules/board.ts'
import { ROOM_COMMANDS } from '../../shared/rules/rooms.ts'
import {
  addScreen,
  addSession,
  announceSession,
  assignRoles,
  attend,
  cancelSession,
  changeSession,
  directScreen,
  keepRecord,
  listScreens,
  listSessions,
  markAttendance,
  moveSession,
  type RoomView,
  readRoom,
  readSession,
  revokeScreen,
  type SessionBody,
  type SessionView,
  sessionCalendar,
  takeUpItem,
} from '../../shared/sessions.ts'
import { blocksOf } from '../../shared/text.ts'
import { type Person, startApp, type TestApp } from '../support/app.ts'
import { cast, delegationId } from '../support/cast.ts'
import { connect } from '../support/line.ts'
import { circulatedList, delegationIds, openConsultation } from '../support/lists.ts'
import { startMailServer } from '../support/mail-server.ts'
import { mailsTo } from '../support/mails.ts'
import { watchRoom } from '../support/rooms.ts'
import { giveRoles, MODES, openedSession, screenAt, sessionBody } from '../support/sessions.ts'

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

const commandId = () => randomUUID()
/** What was sent, as it would be sent again. */
const bodyOf = (session: SessionView): SessionBody => ({
  title: session.title,
  note: session.note,
  preset: session.preset,
  mode: session.mode,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  zone: session.zone,
  place: session.place,
  link: session.link,
  interpretation: session.interpretation,
  items: session.items,
  invited: session.invited,
  observersAfter: session.observersAfter,
  prescreen: session.prescreen,
  ideasOfOne: session.ideasOfOne,
  rehearsal: session.rehearsal,
})
const read = (who: Person, sessionId: string) => who.does(readSession, { params: { sessionId } })
const changes = async (who: Person, sessionId: string, changed: Partial<SessionBody>) => {
  const session = await read(people.staff, sessionId)
  return who.ask(changeSession, {
    params: { sessionId },
    ifMatch: session.revision,
    body: { ...bodyOf(session), ...changed },
  })
}
/** The calendar files that went to somebody, oldest first. */
async function filesTo(email: string): Promise<{ method: string; file: InstanceType<typeof ICAL.Event> }[]> {
  const rows = await app.sql<{ calendar: { method: string; content: string } }>(
    `select calendar from mails where "to" = $1 and calendar is not null order by at, id`,
    [email],
  )
  return rows.map(({ calendar: { method, content } }) => ({ method, file: eventIn(content, method) }))
}
/** Read by another library than the one that wrote it. */
function eventIn(content: string, method: string) {
  for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(content).not.toMatch(/[^\r]\n/)
  const calendar = new ICAL.Component(ICAL.parse(content))
  expect(calendar.getFirstPropertyValue('method')).toBe(method)
  return new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
}

describe('[M1] a room is read in one go', () => {
  test('by whoever is invited, and by nobody else', async () => {
    const { sessionId, itemIds, room, chair, moderator } = await openedSession(app, { delegations: ['GHA'] })
    const seen = await room(people.drafterGhana)
    expect(seen.items.map(({ id }) => id)).toEqual(itemIds)
    expect(seen).toMatchObject({ invitedAs: 'delegate', roles: [], sessions: [{ id: sessionId, state: 'open' }] })
    expect(seen.may).toMatchObject({ 'idea.write': true, 'speakers.run': false, 'podium.follow': false })
    expect((await room(people.readerGhana)).may).toMatchObject({ follow: true, 'idea.write': false })
    expect((await room(chair)).roles).toEqual(['chair'])
    expect((await room(moderator)).may).toMatchObject({ 'speakers.run': true, 'session.close': false })
    const outside = await people.drafterNorway.ask(readRoom, { params: { sessionId } })
    const nowhere = await people.drafterNorway.ask(readRoom, { params: { sessionId: randomUUID() } })
    expect([outside.status, outside.body]).toEqual([nowhere.status, nowhere.body])
    expect(outside.status).toBe(404)
  })

  test('with where each of one’s streams stood, and no other stream', async () => {
    const { sessionId, room, chair, delegationIds } = await openedSession(app, { delegations: ['GHA', 'NOR'] })
    const [all, podium] = [streams.sessionAll(sessionId), streams.sessionPodium(sessionId)]
    expect(Object.keys((await room(chair)).heads).sort()).toEqual([all, podium].sort())
    const seat = streams.sessionSeat(sessionId, delegationIds.GHA!)
    const { heads } = await room(people.headGhana)
    expect(Object.keys(heads).sort()).toEqual([all, seat].sort())
    const [line] = await app.sql<{ seq: number }>('select seq from streams where name = $1', [all])
    expect(heads[all]).toBe(line?.seq)
  })

  test('with the groups for which the delegation may speak, and the commands that it has', async () => {
    const { room } = await openedSession(app, { delegations: ['ECU'], observers: ['ECU'] })
    const seen = await room(people.drafterEcuador)
    expect(seen.speaksFor).toHaveLength(1)
    expect(Object.keys(seen.may)).toEqual(Object.keys(ROOM_COMMANDS))
    expect(seen.may).toMatchObject({ 'speakers.inscribe': true, 'idea.write': false, 'points.give': false })
  })
})

test('[P2] a room of 600 ideas and 5,000 lines of journal is there at once, not by replay', async () => {
  const { sessionId, itemId, delegationIds, chair } = await openedSession(app)
  await app.sql(
    `insert into ideas (session_id, item_id, text, language, state, place)
     select $1, $2, repeat('An idea of some length. ', 6), 'en', 'open', n from generate_series(1, 600) n`,
    [sessionId, itemId],
  )
  await app.sql(
    `insert into idea_sources (idea_id, session_id, delegation_id, named, at)
     select id, session_id, ($2::uuid[])[1 + place::int % 7], true, now() from ideas where session_id = $1`,
    [sessionId, Object.values(delegationIds)],
  )
  await app.sql(
    `select journal_append($1, 'idea.written', gen_random_uuid()::text, repeat('0', 64), null) from generate_series(1, 5000)`,
    [streams.sessionAll(sessionId)],
  )
  // How long it takes `npm run bench` says; here that nothing is read back from the journal.
  await app.sql(`revoke select on journal from ${APP_ROLE}`)
  try {
    for (const who of [people.drafterGhana, chair])
      expect((await who.does(readRoom, { params: { sessionId } })).ideas).toHaveLength(600)
  } finally {
    await app.sql(`grant select on journal to ${APP_ROLE}`)
  }
})

describe('[M2] whose seat is shown', () => {
  const [ghana, g77] = [randomUUID(), randomUUID()]
  const own = { delegationId: ghana, groupId: null }
  const forGroup = { delegationId: ghana, groupId: g77 }
  const named = { kind: 'delegation', delegationId: ghana }
  const withheld = { kind: 'withheld' }
  const [all, podium] = [{ kind: 'all' }, { kind: 'podium' }] as const
  const [seat, otherSeat] = [ghana, randomUUID()].map((id) => ({ kind: 'seat' as const, delegationId: id }))
  test.each([
    ['attributed', [named, named, named, named]],
    ['not_for_attribution', [withheld, named, named, withheld]],
    ['anonymous', [withheld, withheld, withheld, withheld]],
  ] as const)('in a session that is %s, by audience', (mode, [toAll, toPodium, toItself, toOther]) => {
    expect(seatFor(own, mode, all)).toEqual(toAll)
    expect(seatFor(own, mode, podium)).toEqual(toPodium)
    expect(seatFor(own, mode, seat!)).toEqual(toItself)
    expect(seatFor(own, mode, otherSeat!)).toEqual(toOther)
    const group = { kind: 'group', groupId: g77, delegationId: ghana }
    expect(seatFor(forGroup, mode, all)).toEqual(toAll === named ? group : withheld)
    for (const seen of [all, podium, seat!]) {
      expect(seatFor(null, mode, seen)).toEqual(withheld)
      expect(seatFor({ delegationId: null, groupId: null }, mode, seen)).toEqual({ kind: 'podium' })
    }
  })
})

describe('a session is settled beforehand', () => {
  test('by staff, who chairs it until somebody else does; delegations learn nothing of a draft', async () => {
    const { session, sessionId, consultationId, people } = await openedSession(app, { upTo: 'draft' })
    expect(session).toMatchObject({ number: 1, state: 'draft', may: { edit: true, announce: true, enter: false } })
    expect(session.reference).toMatch(/^MR-\d+\/S1$/)
    expect(session.roles.map(({ role }) => role).sort()).toEqual(['chair', 'moderator'])
    for (const who of [people.headGhana, people.headNorway]) {
      expect((await who.ask(readSession, { params: { sessionId } })).status).toBe(404)
      expect((await who.ask(readRoom, { params: { sessionId } })).status).toBe(404)
      expect((await who.does(listSessions, { params: { consultationId } })).sessions).toEqual([])
    }
  })

  test('an administrator schedules too, and chairs nothing: it reads no contributions', async () => {
    const { administrator, staff } = people
    const { id: consultationId } = await openConsultation(app)
    const invited = [{ delegationId: await delegationId(app, 'GHA'), as: 'delegate' as const }]
    const session = await administrator.does(addSession, {
      params: { consultationId },
      body: { commandId: commandId(), ...sessionBody({}, invited) },
    })
    expect(session.roles).toEqual([])
    const roles = [{ personId: (await staff.me()).person.id, role: 'chair' as const }]
    const given = await administrator.does(assignRoles, {
      params: { sessionId: session.id },
      ifMatch: session.revision,
      body: { roles },
    })
    expect(given.roles).toMatchObject([{ role: 'chair' }])
    expect((await administrator.ask(readRoom, { params: { sessionId: session.id } })).status).toBe(403)
  })

  test.each([
    ['that ends before it begins', { endsAt: '2026-01-01T00:00:00Z' }, 'endsAt'],
    ['in a zone that is none', { zone: 'Atlantis/Capital' }, 'zone'],
    ['without an agenda', { items: [] }, 'items'],
    ['at an address that is no link', { link: 'javascript:alert(1)' }, 'link'],
    ['with one delegation twice', 'twice', 'invited'],
    ['with a delegation that is not known', 'unknown', 'invited'],
    ['with a question that no circulated list asks', 'question', 'items'],
  ] as const)('one %s is refused, naming where', async (_name, wrong, field) => {
    const { id: consultationId } = await openConsultation(app)
    const ghana = { delegationId: await delegationId(app, 'GHA'), as: 'delegate' as const }
    const body = sessionBody({}, [ghana])
    const item = body.items[0]!
    const changed =
      wrong === 'twice'
        ? { invited: [ghana, ghana] }
        : wrong === 'unknown'
          ? { invited: [{ ...ghana, delegationId: randomUUID() }] }
          : wrong === 'question'
            ? { items: [{ ...item, questionIds: [randomUUID()] }] }
            : wrong
    const answer = await people.staff.ask(addSession, {
      params: { consultationId },
      body: { commandId: commandId(), ...body, ...changed } as never,
    })
    expect(answer.status).toBe(400)
    expect(answer.body.field).toMatch(new RegExp(`^${field}`))
  })

  test('items carry questions of circulated lists, which everybody in the room can read', async () => {
    const list = await circulatedList(app, { addressed: ['NOR'] })
    const [question] = list.sections.flatMap(({ questions }) => questions)
    const { room } = await openedSession(app, {
      consultationId: list.consultationId,
      delegations: ['GHA'],
      items: [{ ...sessionBody({}, []).items[0]!, questionIds: [question!.id] }],
    })
    const [item] = (await room(people.drafterGhana)).items
    expect(item?.questions).toEqual([{ listId: list.id, questionId: question!.id, number: 1, text: question!.text }])
  })

  test('items keep their ids through a change; one that is another session’s is refused', async () => {
    const one = await openedSession(app, { upTo: 'draft', items: 3 })
    const two = await openedSession(app, { upTo: 'draft' })
    const [first, , third] = one.session.items
    const { body } = await changes(one.chair, one.sessionId, {
      items: [third!, { ...first!, title: { en: 'Renamed' } }, sessionBody({}, []).items[0]!],
    })
    expect(body.items.slice(0, 2).map(({ id }) => id)).toEqual([third!.id, first!.id])
    expect(body.items[1]!.title).toEqual({ en: 'Renamed' })
    expect(one.itemIds).not.toContain(body.items[2]!.id)
    const foreign = await changes(one.chair, one.sessionId, { items: [two.session.items[0]!] })
    expect(foreign.body).toMatchObject({ code: 'invalid', field: 'items.0.id' })
  })

  test('two who change it at once: one is told, and shown how it stands', async () => {
    const { session, sessionId, chair, moderator } = await openedSession(app, { upTo: 'draft' })
    const change = (who: Person, en: string) =>
      who.ask(changeSession, {
        params: { sessionId },
        ifMatch: session.revision,
        body: { ...bodyOf(session), title: { en } },
      })
    const answers = await Promise.all([change(chair, 'One'), change(moderator, 'Two')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [won, lost] = answers.sort((a, b) => a.status - b.status)
    expect(lost?.body).toMatchObject({ code: 'changed_meanwhile', current: { title: won?.body.title } })
  })
})

describe('[M12] invitations', () => {
  test('go to heads and drafters of who is invited, with a file for their calendar, in their language', async () => {
    const { session, sessionId, chair } = await openedSession(app, { upTo: 'draft', delegations: ['GHA', 'EGY'] })
    await chair.does(announceSession, { params: { sessionId }, body: { commandId: commandId() } })
    const { drafterEgypt, headGhana, readerGhana, headNorway } = people
    const letter = (await mailsTo(app, drafterEgypt.who.email)).at(-1)
    expect(letter).toMatchObject({ language: 'ar' })
    expect(letter?.text).toContain(`/sessions/${sessionId}`)
    const english = (await mailsTo(app, headGhana.who.email)).at(-1)
    expect(english?.subject).toBe('Session: Brainstorming on management reform')
    expect(english?.text).toMatch(/Begins: .*\(New York time\); .*\(Greenwich Mean Time\)/)
    expect(english?.text).toContain('Place: Conference Room 4')
    const { method, file } = (await filesTo(headGhana.who.email)).at(-1)!
    expect(method).toBe('REQUEST')
    expect(file.uid).toBe(sessionId)
    expect(file.sequence).toBe(0)
    expect(file.startDate.toJSDate().toISOString()).toBe(session.startsAt)
    expect(file.startDate.zone.tzid).toBe('UTC')
    expect(file.attendees.map((one) => one.getFirstValue())).toEqual([`MAILTO:${headGhana.who.email}`])
    for (const who of [readerGhana, headNorway])
      expect((await filesTo(who.who.email)).filter(({ file: { uid } }) => uid === sessionId)).toEqual([])
  })

  test('move with the session in the same entry, go with it, and go when one is no longer invited', async () => {
    const { sessionId, chair, session, delegationIds } = await openedSession(app, {
      upTo: 'announced',
      delegations: ['GHA', 'SEN'],
    })
    const startsAt = new Date(Date.parse(session.startsAt) + 1_800_000).toISOString()
    const of = async (email: string) => (await filesTo(email)).filter(({ file }) => file.uid === sessionId)
    await changes(chair, sessionId, { startsAt })
    await changes(chair, sessionId, { note: { en: 'Nothing that a calendar shows.' } })
    const ghana = { delegationId: delegationIds.GHA!, as: 'delegate' as const }
    const norway = { delegationId: await delegationId(app, 'NOR'), as: 'observer' as const }
    await changes(chair, sessionId, { invited: [ghana, norway] })
    await chair.does(cancelSession, { params: { sessionId }, body: { commandId: commandId(), reason: 'No room.' } })
    const { headGhana, headSenegal, headNorway } = people
    const said = async (email: string) =>
      (await of(email)).map(
        ({ method, file }) => `${method} ${file.sequence} ${file.startDate.toJSDate().toISOString()}`,
      )
    expect(await said(headGhana.who.email)).toEqual([
      `REQUEST 0 ${session.startsAt}`,
      `REQUEST 1 ${startsAt}`,
      `CANCEL 3 ${startsAt}`,
    ])
    expect(await said(headSenegal.who.email)).toEqual([
      `REQUEST 0 ${session.startsAt}`,
      `REQUEST 1 ${startsAt}`,
      `CANCEL 2 ${startsAt}`,
    ])
    expect(await said(headNorway.who.email)).toEqual([`REQUEST 2 ${startsAt}`, `CANCEL 3 ${startsAt}`])
    expect((await mailsTo(app, headSenegal.who.email)).at(-1)?.subject).toMatch(/^Invitation retirée/)
    expect((await mailsTo(app, headGhana.who.email)).at(-1)?.text).toContain('No room.')
  })

  test('can be taken from the page too, in each language, and say what the mails say but nobody’s address', async () => {
    const { sessionId } = await openedSession(app, { upTo: 'announced', delegations: ['GHA'] })
    const { drafterGhana, drafterNorway } = people
    for (const language of LANGUAGES) {
      drafterGhana.language = language
      const { status, headers, raw } = await drafterGhana.ask(sessionCalendar, { params: { sessionId } })
      expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
      const file = eventIn(raw.toString(), 'PUBLISH')
      expect(file.uid).toBe(sessionId)
      expect(raw.toString()).not.toMatch(/mailto/i)
    }
    drafterGhana.language = 'en'
    expect((await drafterNorway.ask(sessionCalendar, { params: { sessionId } })).status).toBe(404)
  })

  test('leave the house as one mail whose calendar part a mail program takes for an invitation', async () => {
    const mailServer = await startMailServer()
    closing.push(() => mailServer.close())
    const sending = await startApp({ SMTP_URL: mailServer.url })
    closing.push(() => sending.close())
    await openedSession(sending, { upTo: 'announced', delegations: ['SEN'] })
    await sending.jobs.settle()
    const raw = mailServer.received.map((one) => one.raw).join('\n')
    expect(mailServer.received).toHaveLength(2)
    expect(raw).toMatch(/Content-Type: text\/calendar;[^\n]*method=REQUEST/i)
    expect(raw).toMatch(/filename=session\.ics/)
  })

  test('are written to nobody for a rehearsal, nor while a session is a draft; nobody invited is a mistake', async () => {
    const count = async () => (await app.sql<{ n: number }>('select count(*)::int as n from mails'))[0]!.n
    const before = await count()
    await openedSession(app, { upTo: 'announced', rehearsal: true })
    const { sessionId, chair } = await openedSession(app, { upTo: 'draft' })
    await changes(chair, sessionId, { place: 'Conference Room 8' })
    await chair.does(cancelSession, { params: { sessionId }, body: { commandId: commandId() } })
    expect(await count()).toBe(before)
    const announced = await openedSession(app, { upTo: 'announced', rehearsal: true })
    expect((await changes(chair, announced.sessionId, { rehearsal: false })).body).toMatchObject({ field: 'rehearsal' })
    const empty = await openedSession(app, { upTo: 'draft', delegations: [] })
    const answer = await chair.ask(announceSession, {
      params: { sessionId: empty.sessionId },
      body: { commandId: commandId() },
    })
    expect(answer.body).toMatchObject({ code: 'no_addressees' })
  })

  test('put the session before the delegation, until it is over; nobody sees who else is invited', async () => {
    const { sessionId, consultationId, chair, delegationIds } = await openedSession(app, { upTo: 'announced' })
    const onHome = async (who: Person) =>
      (await who.does(readHome)).sessions.filter(({ id }) => id === sessionId).map(({ state }) => state)
    const { headGhana, readerGhana, headNorway, staff, adviserOfTwo } = people
    expect(await onHome(headGhana)).toEqual(['announced'])
    expect(await onHome(readerGhana)).toEqual(['announced'])
    expect(await onHome(await adviserOfTwo.actsFor('FJI'))).toEqual([])
    const listed = (who: Person) => who.does(listSessions, { params: { consultationId } })
    expect(await listed(headNorway)).toMatchObject({
      sessions: [{ id: sessionId, invited: null }],
      may: { add: false },
    })
    expect(await listed(staff)).toMatchObject({ sessions: [{ id: sessionId, invited: 7 }], may: { add: true } })
    const seen = await read(headGhana, sessionId)
    expect(seen.invited).toEqual([{ delegationId: delegationIds.GHA, as: 'delegate' }])
    expect(seen).toMatchObject({ roles: [], may: { edit: false, enter: true } })
    await chair.does(cancelSession, { params: { sessionId }, body: { commandId: commandId() } })
    expect(await onHome(headGhana)).toEqual([])
  })
})

describe('[M2] the mode of attribution', () => {
  const contribute = (sessionId: string) =>
    app.sql('update sessions set has_contributions = true where id = $1', [sessionId])

  test('is free until something was contributed, and from then on only becomes stricter', async () => {
    for (const from of ATTRIBUTION_MODES)
      for (const to of ATTRIBUTION_MODES) {
        const { sessionId, chair } = await openedSession(app, { mode: from, delegations: ['GHA'] })
        expect((await changes(chair, sessionId, { mode: to })).status).toBe(200)
        expect((await changes(chair, sessionId, { mode: from })).status).toBe(200)
        await contribute(sessionId)
        const { status, body } = await changes(chair, sessionId, { mode: to })
        const sealed = from === 'attributed' && to === 'not_for_attribution'
        expect([from, to, status]).toEqual([from, to, from === to || sealed ? 200 : 409])
        if (status !== 200) expect(body).toMatchObject({ code: 'mode_only_stricter', field: 'mode' })
      }
  })

  test('is held by the database too, whoever asks it', async () => {
    const { sessionId } = await openedSession(app, { mode: 'not_for_attribution', delegations: ['GHA'] })
    await contribute(sessionId)
    for (const change of ["mode = 'attributed'", "mode = 'anonymous'", 'has_contributions = false'])
      await expect(app.sql(`update sessions set ${change} where id = $1`, [sessionId])).rejects.toThrow(
        /only become stricter/,
      )
  })

  test('made stricter seals at once what the room could read, and tells the room', async () => {
    const { sessionId, itemId, chair, delegationIds } = await openedSession(app, { delegations: ['GHA'] })
    const [idea] = await app.sql<{ id: string }>(
      `insert into ideas (session_id, item_id, text, language, state, place)
       values ($1, $2, 'An idea', 'en', 'open', 1) returning id`,
      [sessionId, itemId],
    )
    await app.sql(
      'insert into idea_sources (idea_id, session_id, delegation_id, named, at) values ($1, $2, $3, true, now())',
      [idea!.id, sessionId, delegationIds.GHA],
    )
    await contribute(sessionId)
    expect((await changes(chair, sessionId, { mode: 'not_for_attribution' })).status).toBe(200)
    expect(await app.sql('select named from idea_sources where idea_id = $1', [idea!.id])).toEqual([{ named: false }])
    const told = await app.sql<{ kind: string }>('select kind from journal where stream = $1 order by seq', [
      streams.sessionAll(sessionId),
    ])
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['session.changed', 'board.sealed']))
  })
})

test('[M2] sealed while many write: no name stays readable, and every page in the room has lost it', async () => {
  const { sessionId, itemId, chair, session, people, delegationIds } = await openedSession(app)
  const move = (from: BoardPhase, to: BoardPhase) =>
    chair.does(movePhase, { params: { itemId }, body: { commandId: commandId(), from, to } })
  await move('idle', 'writing')
  await move('writing', 'revealed')
  const writers = [people.drafterGhana, people.drafterNorway, people.drafterSenegal, people.headChina]
  const writes = (who: Person, text: string) =>
    who.does(writeIdea, { params: { itemId }, body: { commandId: commandId(), text, language: 'en' } })
  for (const who of writers) await writes(who, 'Written under a name.')
  await people.headGhana.does(giveStatement, {
    params: { itemId },
    body: { language: 'en', blocks: blocksOf('A statement in writing.'), channel: 'writing' },
  })
  const watchers = await Promise.all(
    [chair, people.readerGhana, people.headNorway].map(async (who) => watchRoom(await who.ready(), sessionId)),
  )
  const namedIn = (view: RoomView) => [...view.ideas, ...view.statements].filter(({ seat }) => seat.kind !== 'withheld')
  expect(namedIn((await watchers[2]!.agrees()) as RoomView)).toHaveLength(5)
  const seal = async () => {
    const { revision } = await read(chair, sessionId)
    return chair.does(changeSession, {
      params: { sessionId },
      ifMatch: revision,
      body: { ...bodyOf(session), mode: 'not_for_attribution' },
    })
  }
  await Promise.all([
    ...writers.flatMap((who) => [writes(who, 'One more.'), writes(who, 'And another.')]),
    seal(),
    ...writers.map((who) => writes(who, 'The last.')),
  ])
  for (const table of ['idea_sources', 'statement_sources'])
    expect(await app.sql(`select 1 from ${table} where session_id = $1 and named`, [sessionId])).toEqual([])
  for (const watcher of watchers) {
    const view = await watcher.agrees()
    expect(view.ideas).toHaveLength(16)
    expect(namedIn(view)).toEqual([])
    watcher.leave()
  }
  // The podium moderates, and each delegation knows its own.
  const podium = await chair.does(readRoom, { params: { sessionId } })
  expect(podium.sealed.filter(({ idea: { seat } }) => seat.kind === 'delegation')).toHaveLength(16)
  const ghana = await people.readerGhana.does(readRoom, { params: { sessionId } })
  expect([ghana.ownIdeas.length, JSON.stringify(ghana.ideas).includes(delegationIds.GHA!)]).toEqual([4, false])
})

describe('[M3] in an open session', () => {
  test('stays what people act upon; the note, the link and further guests may still change', async () => {
    const { sessionId, chair, session, delegationIds } = await openedSession(app, { delegations: ['GHA', 'SEN'] })
    const later = new Date(Date.parse(session.endsAt) + 60_000).toISOString()
    const refused: [keyof SessionBody, Partial<SessionBody>][] = [
      ['title', { title: { en: 'Another' } }],
      ['endsAt', { endsAt: later }],
      ['zone', { zone: 'Europe/Paris' }],
      ['items', { items: session.items.toReversed() }],
      ['observersAfter', { observersAfter: false }],
      ['invited', { invited: [{ delegationId: delegationIds.GHA!, as: 'delegate' }] }],
    ]
    for (const [field, changed] of refused) {
      const { body } = await changes(chair, sessionId, changed)
      expect(body).toMatchObject({ code: 'session_begun', field })
    }
    const norway = { delegationId: await delegationId(app, 'NOR'), as: 'delegate' as const }
    const allowed = await changes(chair, sessionId, {
      note: { en: 'Bring your own paper.' },
      link: 'https://meet.example.org/4',
      invited: [...session.invited, norway],
    })
    expect(allowed.status).toBe(200)
    expect(allowed.body.items.map(({ id }) => id)).toEqual(session.items.map(({ id }) => id))
    expect((await people.headNorway.does(readRoom, { params: { sessionId } })).sessions).toMatchObject([
      { link: 'https://meet.example.org/4' },
    ])
    expect((await filesTo(people.headNorway.who.email)).at(-1)?.file.uid).toBe(sessionId)
  })

  test('two who press at once open it once, close it once and take up one item', async () => {
    const { sessionId, itemIds, chair, moderator } = await openedSession(app, {
      upTo: 'announced',
      delegations: ['GHA'],
    })
    const params = { sessionId }
    const other = chair.otherDevice()
    const pressed = async (first: Promise<{ status: number }>, second: Promise<{ status: number }>) =>
      (await Promise.all([first, second])).map(({ status }) => status).sort()
    const move = (who: Person, from: 'announced' | 'open', to: 'open' | 'closed') =>
      who.ask(moveSession, { params, body: { commandId: commandId(), from, to } })
    expect(await pressed(move(chair, 'announced', 'open'), move(other, 'announced', 'open'))).toEqual([200, 409])
    const take = (who: Person, to: string) =>
      who.ask(takeUpItem, { params, body: { commandId: commandId(), from: null, to } })
    expect(await pressed(take(chair, itemIds[0]!), take(moderator, itemIds[1]!))).toEqual([200, 409])
    expect(await pressed(move(chair, 'open', 'closed'), move(other, 'open', 'closed'))).toEqual([200, 409])
    expect((await move(chair, 'closed' as never, 'open')).body).toMatchObject({ code: 'session_begun' })
    const late = await take(chair, itemIds[1]!)
    expect(late.body).toMatchObject({ code: 'session_not_open' })
    expect((await changes(chair, sessionId, { note: { en: 'x' } })).body).toMatchObject({ code: 'session_begun' })
  })

  test('a command repeated after a lost line is done once', async () => {
    const { sessionId, itemIds, chair } = await openedSession(app, { delegations: ['GHA'] })
    const sent = { params: { sessionId }, body: { commandId: commandId(), from: null, to: itemIds[1]! } }
    for (let time = 0; time < 3; time++) expect((await chair.ask(takeUpItem, sent)).status).toBe(200)
    const lines = await app.sql("select 1 from journal where stream = $1 and kind = 'session.item_taken_up'", [
      streams.sessionAll(sessionId),
    ])
    expect(lines).toHaveLength(1)
  })

  test('the podium directs the screen and says whether notes are taken; all see it', async () => {
    const { sessionId, chair, moderator, room } = await openedSession(app, { delegations: ['GHA'] })
    await moderator.does(directScreen, {
      params: { sessionId },
      body: { show: 'message', message: 'We begin at ten.' },
    })
    await chair.does(keepRecord, { params: { sessionId }, body: { kept: true } })
    expect((await room(people.readerGhana)).sessions).toMatchObject([
      { screen: { show: 'message', message: 'We begin at ten.' }, recordKept: true },
    ])
    expect((await moderator.ask(keepRecord, { params: { sessionId }, body: { kept: false } })).status).toBe(403)
  })

  test('a delegation says once that it is there, and the podium alone is told', async () => {
    const { sessionId, chair, room, delegationIds } = await openedSession(app, { delegations: ['GHA', 'NOR'] })
    const there = (who: Person) => who.ask(attend, { params: { sessionId }, body: { commandId: commandId() } })
    const [before] = await app.sql<{ seq: number }>('select seq from streams where name = $1', [
      streams.sessionAll(sessionId),
    ])
    const { drafterGhana, headGhana, readerGhana, headNorway } = people
    for (const who of [drafterGhana, headGhana]) expect((await there(who)).status).toBe(200)
    expect((await there(readerGhana)).status).toBe(403)
    expect((await room(chair)).attendances).toMatchObject([{ delegationId: delegationIds.GHA }])
    expect((await room(headNorway)).attendances).toEqual([])
    expect((await room(drafterGhana)).attendances).toEqual([])
    const [after] = await app.sql<{ seq: number }>('select seq from streams where name = $1', [
      streams.sessionAll(sessionId),
    ])
    expect(after).toEqual(before)
    const podium = await app.sql("select 1 from journal where stream = $1 and kind = 'attendance.began'", [
      streams.sessionPodium(sessionId),
    ])
    expect(podium).toHaveLength(1)
  })
})

test('[S2] the podium calls the roll: whoever has no device is marked, and a slip is taken back', async () => {
  const s = await openedSession(app, { delegations: ['GHA', 'NOR'] })
  const { sessionId, chair, delegationIds } = s
  const marking = (delegationId: string, present: boolean, who: Person = s.moderator) =>
    who.ask(markAttendance, { params: { sessionId, delegationId }, body: { present } })
  const podium = await watchRoom(await chair.ready(), sessionId)
  const norway = await watchRoom(await people.headNorway.ready(), sessionId)
  const there = async () => (await podium.agrees()).attendances.map((one) => one.delegationId)
  for (const again of [1, 2]) expect([again, (await marking(delegationIds.GHA!, true)).status]).toEqual([again, 200])
  expect(await there()).toEqual([delegationIds.GHA])
  for (const again of [1, 2]) expect([again, (await marking(delegationIds.GHA!, false)).status]).toEqual([again, 200])
  expect(await there()).toEqual([])
  // Who is there is the podium's to know, and who was never asked cannot be there.
  expect((await norway.agrees()).attendances).toEqual([])
  expect(norway.line.kinds().filter((kind) => kind.startsWith('attendance'))).toEqual([])
  expect((await marking(delegationIds.GHA!, true, people.headGhana)).status).toBe(403)
  const { delegations } = await chair.does(listDelegations)
  const other = delegations.find(({ id }) => !Object.values(delegationIds).includes(id))!
  expect((await marking(other.id, true)).body).toMatchObject({ code: 'invalid', field: 'delegationId' })
  // The record has it, where it names who was there.
  await marking(delegationIds.NOR!, true)
  expect((await chair.does(readRecord, { params: { sessionId } })).attended).toEqual([delegationIds.NOR])
  for (const one of [podium, norway]) one.leave()
})

test('[M9] what the podium looks at as a delegate is what a delegate is shown, and nothing of its own', async () => {
  for (const mode of MODES) {
    const s = await openedSession(app, { mode })
    await s.chair.does(setSpeakersList, { params: { itemId: s.itemId }, body: { open: true } })
    await (await people.headGhana.ready()).does(attend, {
      params: { sessionId: s.sessionId },
      body: { commandId: commandId() },
    })
    if (mode !== 'anonymous')
      await people.headGhana.does(giveStatement, {
        params: { itemId: s.itemId },
        body: { groupId: null, language: 'en', blocks: blocksOf('To be delivered'), channel: 'room' },
      })
    const seen = asDelegate(await s.room(s.chair))
    const shown = await s.room(await people.headNorway.ready())
    for (const name of COLLECTION_NAMES) expect([mode, name, seen[name]]).toEqual([mode, name, shown[name]])
    expect(Object.entries(seen.may).filter(([, may]) => may)).toEqual([['follow', true]])
  }
})

describe('[M4] the parts in a room', () => {
  test('are given to staff; the chair changes hands only by the chair or an administrator', async () => {
    const { session, sessionId, chair, moderator } = await openedSession(app, { upTo: 'draft' })
    const [mine, theirs] = [(await chair.me()).person.id, (await moderator.me()).person.id]
    const assign = async (who: Person, roles: { personId: string; role: 'chair' | 'moderator' | 'rapporteur' }[]) =>
      who.ask(assignRoles, {
        params: { sessionId },
        ifMatch: (await read(chair, sessionId)).revision,
        body: { roles },
      })
    const handedOver = [{ personId: theirs, role: 'chair' as const }]
    expect((await assign(moderator, handedOver)).body).toMatchObject({ code: 'forbidden' })
    expect((await assign(chair, [])).body).toMatchObject({ code: 'invalid', field: 'roles' })
    const outsider = (await people.headGhana.me()).person.id
    const foreign = [
      { personId: mine, role: 'chair' as const },
      { personId: outsider, role: 'moderator' as const },
    ]
    expect((await assign(chair, foreign)).body).toMatchObject({ code: 'invalid', field: 'roles' })
    expect((await assign(chair, handedOver)).status).toBe(200)
    expect((await assign(chair, [{ personId: mine, role: 'chair' as const }])).status).toBe(403)
    expect((await assign(people.administrator, [{ personId: mine, role: 'chair' as const }])).status).toBe(200)
    expect(session.may.handOver).toBe(true)
  })

  const ACTS: [
    keyof typeof ROOM_COMMANDS,
    (who: Person, sessionId: string, itemId: string) => Promise<{ status: number }>,
  ][] = [
    ['follow', (who, sessionId) => who.ask(readRoom, { params: { sessionId } })],
    ['attend', (who, sessionId) => who.ask(attend, { params: { sessionId }, body: { commandId: commandId() } })],
    [
      'item.take_up',
      (who, sessionId, to) =>
        who.ask(takeUpItem, { params: { sessionId }, body: { commandId: commandId(), from: to, to } }),
    ],
    ['screen.direct', (who, sessionId) => who.ask(directScreen, { params: { sessionId }, body: { show: 'item' } })],
    ['record.keep', (who, sessionId) => who.ask(keepRecord, { params: { sessionId }, body: { kept: true } })],
  ]

  test('decide cell by cell who may run the room', async () => {
    const { sessionId, itemId, chair, moderator, room } = await openedSession(app, {
      delegations: ['GHA', 'NOR'],
      observers: ['NOR'],
    })
    await chair.does(takeUpItem, { params: { sessionId }, body: { commandId: commandId(), from: null, to: itemId } })
    const { drafterGhana, readerGhana, drafterNorway, headSenegal, administrator } = people
    for (const [who, name] of [
      [chair, 'chair'],
      [moderator, 'moderator'],
      [drafterGhana, 'delegate'],
      [readerGhana, 'reader'],
      [drafterNorway, 'observer'],
      [headSenegal, 'uninvited'],
      [administrator, 'administrator'],
    ] as const) {
      const view = await who.ask(readRoom, { params: { sessionId } })
      for (const [command, act] of ACTS) {
        const { status } = await act(who, sessionId, itemId)
        const may = view.status === 200 && view.body.may[command]
        expect([name, command, status === 200]).toEqual([name, command, may])
      }
    }
    expect((await room(chair)).sessions[0]?.recordKept).toBe(true)
  })

  test('whoever loses a part hears at once no more of what the podium is told', async () => {
    const { sessionId, chair, moderator } = await openedSession(app, { delegations: ['GHA'] })
    const podium = streams.sessionPodium(sessionId)
    const line = await connect(moderator, [podium, streams.sessionAll(sessionId)])
    closing.push(async () => line.close())
    await giveRoles(await read(chair, sessionId), chair, [])
    await line.told((message) => message.type === 'refused' && message.stream === podium)
    await people.headGhana.does(attend, { params: { sessionId }, body: { commandId: commandId() } })
    await chair.does(directScreen, { params: { sessionId }, body: { show: 'item' } })
    await line.told(
      (message) => message.type === 'events' && message.events.some(({ kind }) => kind === 'session.screen_directed'),
    )
    expect(line.kinds()).not.toContain('attendance.began')
  })

  test('whoever is no longer invited hears at once no more of the room', async () => {
    const { sessionId, chair, delegationIds } = await openedSession(app, {
      upTo: 'announced',
      delegations: ['GHA', 'NOR'],
    })
    const all = streams.sessionAll(sessionId)
    const line = await connect(await people.headNorway.ready(), [all])
    closing.push(async () => line.close())
    await changes(chair, sessionId, { invited: [{ delegationId: delegationIds.GHA!, as: 'delegate' }] })
    await line.told((message) => message.type === 'refused' && message.stream === all)
    await chair.does(directScreen, { params: { sessionId }, body: { show: 'message', message: 'Welcome' } })
    expect(line.kinds()).not.toContain('session.screen_directed')
    expect((await people.headNorway.ask(readRoom, { params: { sessionId } })).status).toBe(404)
  })

  test('[M1] whoever lost the right while away does not resume: what was missed is not told either', async () => {
    const { sessionId, chair, delegationIds } = await openedSession(app, {
      upTo: 'announced',
      delegations: ['GHA', 'NOR'],
    })
    const all = streams.sessionAll(sessionId)
    const before = await connect(await people.headNorway.ready(), [all])
    const subscribed = before.messages.find((message) => message.type === 'subscribed' && message.stream === all)
    const after = subscribed?.type === 'subscribed' ? subscribed.seq : 0
    before.close()
    await before.closed
    await chair.does(directScreen, { params: { sessionId }, body: { show: 'message', message: 'While it was away' } })
    await changes(chair, sessionId, { invited: [{ delegationId: delegationIds.GHA!, as: 'delegate' }] })
    const line = await connect(await people.headNorway.ready())
    closing.push(async () => line.close())
    line.send({ type: 'subscribe', stream: all, after })
    await line.told((message) => message.type === 'refused' && message.stream === all)
    expect(JSON.stringify(line.messages)).not.toContain('While it was away')
    expect(line.kinds().filter((kind) => kind.startsWith('session.screen'))).toEqual([])
  })

  test('[T46] a stream is followed by whom it is meant for', async () => {
    const { sessionId, chair, moderator, delegationIds } = await openedSession(app, { delegations: ['GHA', 'NOR'] })
    const draft = await openedSession(app, { upTo: 'draft', delegations: ['GHA'] })
    const [all, podium] = [streams.sessionAll(sessionId), streams.sessionPodium(sessionId)]
    const [ghana, norway] = [delegationIds.GHA!, delegationIds.NOR!].map((id) => streams.sessionSeat(sessionId, id))
    const screen = { kind: 'screen', screenId: randomUUID(), sessionId } as const
    const acting = (delegationId: string) => ({ delegationId, role: 'reader' as const, membershipId: '' })
    const as = async (who: Person, office: ('staff' | 'administrator')[], delegationId?: string) => ({
      kind: 'person' as const,
      personId: (await (who as typeof chair).me()).person.id,
      signInId: '',
      office,
      acting: delegationId ? acting(delegationId) : null,
    })
    const table = [
      [await as(chair, ['staff']), [all, podium]],
      [await as(moderator, ['staff']), [all, podium]],
      [await as(people.administrator, ['administrator']), []],
      [await as(people.readerGhana, [], delegationIds.GHA), [all, ghana]],
      [await as(people.headNorway, [], delegationIds.NOR), [all, norway]],
      [await as(people.headSenegal, [], await delegationId(app, 'SEN')), []],
      [screen, [all]],
      [{ ...screen, sessionId: draft.sessionId }, []],
      [{ kind: 'nobody' } as const, []],
    ] as const
    for (const [caller, expected] of table) {
      const followed = []
      for (const stream of [all, podium, ghana!, norway!, streams.sessionAll(draft.sessionId)])
        if ((await followable(app.parts.database, caller, [stream])).has(stream)) followed.push(stream)
      const own =
        caller.kind === 'person' && caller.office.includes('staff') ? [streams.sessionAll(draft.sessionId)] : []
      expect(followed).toEqual([...expected, ...own])
    }
  })
})

describe('[M13] a plenary screen', () => {
  test('reads what everybody sees by its address alone, and nothing else', async () => {
    const { sessionId, chair } = await openedSession(app, { delegations: ['GHA'] })
    const other = await openedSession(app, { delegations: ['GHA'] })
    const made = await chair.does(addScreen, { params: { sessionId }, body: { commandId: commandId() } })
    expect(made.path).toMatch(new RegExp(`^/sessions/${sessionId}/screen#[\\w-]{43}$`))
    const screen = screenAt(app, made.path)
    const seen = await screen.does(readRoom, { params: { sessionId } })
    expect(seen).toMatchObject({ roles: [], invitedAs: null, sessions: [{ id: sessionId }] })
    expect(Object.keys(seen.heads)).toEqual([streams.sessionAll(sessionId)])
    expect(Object.entries(seen.may).filter(([, may]) => may)).toEqual([['follow', true]])
    expect((await screen.ask(readRoom, { params: { sessionId: other.sessionId } })).status).toBe(404)
    for (const endpoint of [readSession, listScreens, sessionCalendar])
      expect((await screen.ask(endpoint, { params: { sessionId } })).status).toBe(403)
    // To show who speaks it knows what delegations and groups are called.
    for (const endpoint of [listDelegations, listGroups]) expect((await screen.ask(endpoint)).status).toBe(200)
    const { screens } = await chair.does(listScreens, { params: { sessionId } })
    expect(screens).toEqual([{ id: made.id, madeAt: made.madeAt, revokedAt: null }])
    const [kept] = await app.sql<{ row: string }>('select s::text as row from session_screens s where id = $1', [
      made.id,
    ])
    expect(kept?.row).not.toContain(made.path.split('#')[1])
  })

  test('goes dark when its address is taken back, and a day after the session by itself', async () => {
    const { sessionId, chair } = await openedSession(app, { delegations: ['GHA'] })
    const add = () => chair.does(addScreen, { params: { sessionId }, body: { commandId: commandId() } })
    const [one, two] = [await add(), await add()]
    const reads = async (path: string) => (await screenAt(app, path).ask(readRoom, { params: { sessionId } })).status
    expect((await chair.does(revokeScreen, { params: { screenId: one.id } })).revokedAt).not.toBeNull()
    expect([await reads(one.path), await reads(two.path)]).toEqual([401, 200])
    await chair.does(moveSession, {
      params: { sessionId },
      body: { commandId: commandId(), from: 'open', to: 'closed' },
    })
    expect(await reads(two.path)).toBe(200)
    await app.sql("update jobs set run_at = now() where kind = 'session.screens_end'")
    await app.jobs.settle()
    expect(await reads(two.path)).toBe(401)
  })

  test('follows what all in its room are told, and is cut off the moment its address is taken back', async () => {
    const { sessionId, itemId, chair } = await openedSession(app, { delegations: ['GHA'] })
    const other = await openedSession(app, { delegations: ['GHA'] })
    const all = streams.sessionAll(sessionId)
    const made = await chair.does(addScreen, { params: { sessionId }, body: { commandId: commandId() } })
    const line = await connect(screenAt(app, made.path), [all])
    for (const stream of [streams.sessionPodium(sessionId), streams.sessionAll(other.sessionId), streams.people]) {
      line.send({ type: 'subscribe', stream, after: null })
      await line.told((message) => message.type === 'refused' && message.stream === stream)
    }
    await chair.does(takeUpItem, { params: { sessionId }, body: { commandId: commandId(), from: null, to: itemId } })
    const told = await line.told((message) => message.type === 'events')
    expect(told).toMatchObject({
      stream: all,
      events: [{ kind: 'session.item_taken_up', changes: [{ set: 'sessions', value: { currentItemId: itemId } }] }],
    })
    await chair.does(revokeScreen, { params: { screenId: made.id } })
    expect(await line.closed).toBe(CLOSE.signedOut.code)
    await chair.does(directScreen, { params: { sessionId }, body: { show: 'message', message: 'For the room alone' } })
    expect(JSON.stringify(line.messages)).not.toContain('For the room alone')
  })

  test('a token that is none opens nothing, and whoever asks as a screen is nothing else', async () => {
    const { sessionId, chair } = await openedSession(app, { delegations: ['GHA'] })
    for (const token of ['', 'x', '\u00e9'.repeat(43), randomUUID()])
      expect((await screenAt(app, `#${token}`).ask(readRoom, { params: { sessionId } })).status).toBe(
        token === '' ? 401 : 401,
      )
    const both = await chair.secondTab()
    both.screen = 'x'
    expect((await both.ask(readRoom, { params: { sessionId } })).status).toBe(401)
  })
})

test('[M1] what the line tells makes of an old page what a newcomer is shown, after each step of a session', async () => {
  const { sessionId, itemIds, chair, moderator, session } = await openedSession(app, {
    upTo: 'announced',
    delegations: ['GHA', 'NOR'],
  })
  const params = { sessionId }
  const watchers = await Promise.all(
    [chair, moderator, people.readerGhana, people.headNorway].map(async (who) =>
      watchRoom(await who.ready(), sessionId),
    ),
  )
  const [first, second] = session.items
  const steps: (() => Promise<unknown>)[] = [
    () =>
      changes(chair, sessionId, {
        items: [second!, { title: { en: 'New' } } as never, { ...first!, note: { en: 'x' } }],
      }),
    () => changes(chair, sessionId, { items: [{ ...first!, questionIds: [] }] }),
    () => changes(chair, sessionId, { mode: 'anonymous' }),
    () => changes(chair, sessionId, { mode: 'attributed', title: { en: 'Renamed' } }),
    () => chair.does(directScreen, { params, body: { show: 'message', message: 'We begin at ten.' } }),
    () => chair.does(moveSession, { params, body: { commandId: commandId(), from: 'announced', to: 'open' } }),
    () => people.headGhana.does(attend, { params, body: { commandId: commandId() } }),
    () => people.drafterGhana.does(attend, { params, body: { commandId: commandId() } }),
    () => chair.does(keepRecord, { params, body: { kept: true } }),
    () => chair.does(takeUpItem, { params, body: { commandId: commandId(), from: null, to: itemIds[0]! } }),
    () => changes(chair, sessionId, { mode: 'not_for_attribution', note: { en: 'Sealed.' } }),
    () => moderator.does(addScreen, { params, body: { commandId: commandId() } }),
    () => chair.does(moveSession, { params, body: { commandId: commandId(), from: 'open', to: 'closed' } }),
  ]
  for (const step of steps) {
    await step()
    for (const watcher of watchers) await watcher.agrees()
  }
  for (const watcher of watchers) watcher.leave()
})

test('[P2] invitations to all Member States are one work', async () => {
  const ids = await delegationIds(app)
  const { id: consultationId } = await openConsultation(app)
  const session = await people.staff.does(addSession, {
    params: { consultationId },
    body: {
      commandId: commandId(),
      ...sessionBody(
        {},
        ids.map((delegationId) => ({ delegationId, as: 'delegate' as const })),
      ),
    },
  })
  await people.staff.does(announceSession, { params: { sessionId: session.id }, body: { commandId: commandId() } })
  const [sent] = await app.sql<{ letters: number; moments: number }>(
    `select count(*)::int as letters, count(distinct at)::int as moments from mails where calendar->>'content' like '%' || $1 || '%'`,
    [session.id],
  )
  expect(sent?.letters).toBeGreaterThan(10)
  // The moment of a transaction is one.
  expect(sent?.moments).toBe(1)
})
