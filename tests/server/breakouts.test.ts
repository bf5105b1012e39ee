import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { movePhase, writeIdea } from '../../shared/board.ts'
import { giveFloor, inscribe, setSpeakersList } from '../../shared/floor.ts'
import { readHome } from '../../shared/home.ts'
import { streams } from '../../shared/live.ts'
import { addNote, changeNote, readRecord, removeNote } from '../../shared/records.ts'
import {
  answerCall,
  bringToPlenary,
  callChair,
  closeSignatures,
  extendGroups,
  giveUpPoints,
  messageGroups,
  moveGroups,
  moveToGroup,
  putPoints,
  signPoints,
} from '../../shared/retreats.ts'
import type { BoardPhase } from '../../shared/rules/board.ts'
import { attend, moveSession, readRoom, takeUpItem } from '../../shared/sessions.ts'
import { type Person, startApp, type TestApp } from '../support/app.ts'
import {
  type Breakouts,
  command,
  drafts,
  groupIn,
  ideaIn,
  inHours,
  openedBreakouts,
  puts,
  type Room,
  readOf,
  signs,
  slotBody,
  slotOf,
} from '../support/breakouts.ts'
import type { CastMember } from '../support/cast.ts'
import { connect } from '../support/line.ts'
import { type Watcher, watchRoom } from '../support/rooms.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

let m: Breakouts
let people: Breakouts['people']
let first: Room
let second: Room
let third: Room
const begin = async (wishes: Parameters<typeof openedBreakouts>[1] = {}) => {
  m = await openedBreakouts(app, wishes)
  people = m.people
  ;[first, second, third] = m.groups as [Room, Room, Room]
}
const watching: Watcher[] = []
afterEach(() => {
  for (const one of watching.splice(0)) one.leave()
})
async function watches(who: CastMember, { sessionId }: Room): Promise<Watcher> {
  const watcher = await watchRoom(await who.ready(), sessionId)
  watching.push(watcher)
  return watcher
}
const codeOf = ({ status, body }: { status: number; body: { code?: string; field?: string | undefined } }) =>
  body?.field === undefined ? [status, body?.code] : [status, body.code, body.field]
const room = (who: Person, { sessionId }: Room) => who.ask(readRoom, { params: { sessionId } })
const moves = (delegationId: string, from: Room | null, to: Room | null) =>
  m.chair.ask(moveToGroup, {
    params: { slotId: m.slotId },
    body: { ...command(), delegationId, from: from?.sessionId ?? null, to: to?.sessionId ?? null },
  })
const PHASES: BoardPhase[] = ['idle', 'writing', 'revealed', 'clustering', 'prioritising', 'discussing']
async function upTo(phase: BoardPhase, { itemId }: Room) {
  for (let at = 0; at < PHASES.indexOf(phase); at++)
    await m.chair.does(movePhase, {
      params: { itemId },
      body: { ...command(), from: PHASES[at]!, to: PHASES[at + 1]! },
    })
}

describe('[M10] all groups of a slot at once', () => {
  beforeEach(() => begin())

  test('are opened with their points being written down, and closed; what was written stays', async () => {
    expect((await room(people.headGhana, first)).body.sessions[0]).toMatchObject({ state: 'open', recordKept: true })
    await upTo('writing', first)
    const idea = await people.headGhana.does(writeIdea, {
      params: { itemId: first.itemId },
      body: { ...command(), text: 'Kept when the room closes', language: 'en' },
    })
    await upTo('revealed', { ...first, itemId: second.itemId })
    const [note] = await drafts(m.rapporteur, second, 1)
    const page = await watches(people.headGhana, first)
    const params = { slotId: m.slotId }
    const closed = await m.chair.does(moveGroups, { params, body: { ...command(), to: 'closed' } })
    expect(slotOf(closed, m.slotId).sessions.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed'])
    expect(slotOf(closed, m.slotId).may).toMatchObject({ close: false, extend: false, message: false, move: false })
    const after = await page.agrees()
    expect(after.sessions[0]).toMatchObject({ state: 'closed' })
    expect(after.ownIdeas.map(({ id }) => id)).toEqual([idea.id])
    const record = await m.rapporteur.does(readRecord, { params: { sessionId: second.sessionId } })
    expect(record.items[0]!.notes.map(({ id }) => id)).toEqual([note!.id])
    const again = await m.chair.ask(moveGroups, { params, body: { ...command(), to: 'closed' } })
    expect(codeOf(again)).toEqual([409, 'moved_meanwhile'])
  })

  test('are given more time in one moment: every clock is told, whoever is late is told the end that stands', async () => {
    const pages = [
      await watches(people.headGhana, first),
      await watches(people.headNorway, second),
      await watches(people.headChina, third),
      await watches(m.rapporteur, first),
    ]
    const extending = (from: string, endsAt: string, who: CastMember = m.chair) =>
      who.ask(extendGroups, { params: { slotId: m.slotId }, body: { ...command(), from, endsAt } })
    expect((await extending(inHours(3), inHours(3.5), people.headGhana)).status).toBe(403)
    const extended = await extending(inHours(3), inHours(3.5))
    expect(slotOf(extended.body, m.slotId).endsAt).toBe(inHours(3.5))
    for (const page of pages) {
      const { sessions } = await page.agrees()
      expect(sessions[0]!.endsAt).toBe(inHours(3.5))
      expect(page.line.kinds()).toContain('session.changed')
    }
    expect(codeOf(await extending(inHours(3), inHours(3.25)))).toEqual([409, 'moved_meanwhile'])
    expect(codeOf(await extending(inHours(3.5), inHours(4.5)))).toEqual([409, 'slots_overlap', 'endsAt'])
    expect(codeOf(await extending(inHours(3.5), inHours(1)))).toEqual([400, 'invalid', 'endsAt'])
    // Only those that still meet.
    await m.chair.does(moveSession, {
      params: { sessionId: first.sessionId },
      body: { ...command(), from: 'open', to: 'closed' },
    })
    const less = await extending(inHours(3.5), inHours(3.25))
    expect(
      slotOf(less.body, m.slotId)
        .sessions.map(({ endsAt }) => endsAt)
        .toSorted(),
    ).toEqual([inHours(3.25), inHours(3.25), inHours(3.5)].toSorted())
  })

  test('are told something by the chair, which stands in each room that meets and in no other', async () => {
    const pages = [await watches(people.headGhana, first), await watches(people.readerNorway, second)]
    await m.chair.does(moveSession, {
      params: { sessionId: third.sessionId },
      body: { ...command(), from: 'open', to: 'closed' },
    })
    const sent = { params: { slotId: m.slotId }, body: { ...command(), text: 'Ten minutes are left.' } }
    expect((await people.headGhana.ask(messageGroups, sent)).status).toBe(403)
    expect((await people.irt.ask(messageGroups, sent)).status).toBe(403)
    // Sent twice by a line that lost the answer, it stands there once.
    await Promise.all([m.chair.ask(messageGroups, sent), m.chair.ask(messageGroups, sent)])
    for (const page of pages) expect((await page.agrees()).messages).toMatchObject([{ text: 'Ten minutes are left.' }])
    expect((await room(people.headChina, third)).body.messages).toEqual([])
    // Whoever comes later reads it too.
    expect((await room(people.headSenegal, first)).body.messages).toHaveLength(1)
    await m.chair.does(moveGroups, { params: { slotId: m.slotId }, body: { ...command(), to: 'closed' } })
    expect(codeOf(await m.chair.ask(messageGroups, { ...sent, body: { ...command(), text: 'Too late.' } }))).toEqual([
      409,
      'session_not_open',
    ])
  })

  test('none before the groups are told', async () => {
    await begin({ upTo: 'placed' })
    const opened = await m.chair.ask(moveGroups, { params: { slotId: m.slotId }, body: { ...command(), to: 'open' } })
    expect(codeOf(opened)).toEqual([409, 'groups_not_told'])
  })
})

describe('[M10] somebody is moved while groups meet', () => {
  beforeEach(() => begin())

  test('into another room at once; what it wrote stays where it wrote it, its place on the list does not', async () => {
    await upTo('writing', first)
    await people.headGhana.does(writeIdea, {
      params: { itemId: first.itemId },
      body: { ...command(), text: 'Stays with the first group', language: 'en' },
    })
    await m.chair.does(setSpeakersList, { params: { itemId: first.itemId }, body: { open: true } })
    await people.headGhana.does(inscribe, {
      params: { itemId: first.itemId },
      body: { ...command(), capacity: 'national', groupId: null, delegationId: null },
    })
    const [before, stays] = [await watches(people.headGhana, first), await watches(people.headSenegal, first)]
    const moved = await moves(m.ids.GHA!, first, second)
    expect(groupIn(moved.body, second.sessionId).assigned!.map((one) => one.delegationId)).toContain(m.ids.GHA)
    // The old room is shut to it, on the page and on the line.
    await before.line.told((message) => message.type === 'refused')
    expect(codeOf(await room(people.headGhana, first))).toEqual([404, 'not_found'])
    expect((await stays.agrees()).speakers.map(({ state }) => state)).toEqual(['withdrawn'])
    // The new one is open, on every device, and a line that breaks comes back to it.
    for (const who of [people.headGhana, people.readerGhana]) expect((await room(who, second)).status).toBe(200)
    const page = await watches(people.drafterGhana, second)
    await page.back()
    expect((await page.agrees()).sessions[0]).toMatchObject({ id: second.sessionId, state: 'open' })
    expect((await people.headGhana.does(readHome)).sessions.map(({ id }) => id)).toContain(second.sessionId)
    await m.chair.does(movePhase, {
      params: { itemId: first.itemId },
      body: { ...command(), from: 'writing', to: 'revealed' },
    })
    expect((await stays.agrees()).ideas.map(({ text }) => text)).toEqual(['Stays with the first group'])
  })

  test('from where it was seen, to where there is a seat, in a group that is not over', async () => {
    expect(codeOf(await moves(m.ids.GHA!, second, third))).toEqual([409, 'moved_meanwhile'])
    expect(codeOf(await moves(m.ids.GHA!, first, first))).toEqual([400, 'invalid', 'to'])
    expect(codeOf(await moves(m.ids.GHA!, first, m.plenary))).toEqual([400, 'invalid', 'to'])
    expect(codeOf(await moves(randomUUID(), null, first))).toEqual([400, 'invalid', 'delegationId'])
    await app.sql('update retreat_sessions set seats = 2 where session_id = $1', [second.sessionId])
    expect(codeOf(await moves(m.ids.GHA!, first, second))).toEqual([409, 'too_few_seats'])
    await m.chair.does(moveSession, {
      params: { sessionId: third.sessionId },
      body: { ...command(), from: 'open', to: 'closed' },
    })
    expect(codeOf(await moves(m.ids.GHA!, first, third))).toEqual([409, 'session_begun'])
    // Nothing of it was done by halves.
    expect((await room(people.headGhana, first)).status).toBe(200)
    const out = await moves(m.ids.GHA!, first, null)
    expect(slotOf(out.body, m.slotId).unplaced).toContain(m.ids.GHA)
    expect(codeOf(await room(people.headGhana, first))).toEqual([404, 'not_found'])
  })

  test('of two who move the same delegation one wins, and the other is told', async () => {
    const answers = await Promise.all([moves(m.ids.GHA!, first, second), moves(m.ids.GHA!, first, third)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const view = await readOf(m.chair, m)
    const where = [second, third].filter(({ sessionId }) =>
      groupIn(view, sessionId).assigned!.some(({ delegationId }) => delegationId === m.ids.GHA),
    )
    expect(where).toHaveLength(1)
  })

  test('into a group nobody was placed in, which is told then', async () => {
    await begin({ groups: [['GHA', 'SEN'], ['NOR'], []], upTo: 'told' })
    expect(groupIn(await readOf(m.chair, m), third.sessionId).state).toBe('draft')
    const moved = await moves(m.ids.GHA!, first, third)
    expect(groupIn(moved.body, third.sessionId)).toMatchObject({ state: 'announced' })
    expect(groupIn(await readOf(people.headGhana, m), third.sessionId)).toMatchObject({ own: 'placed' })
  })
})

describe('[M10] a group calls the chair', () => {
  beforeEach(() => begin())
  const calls = (who: CastMember, note = '', at = first) =>
    who.ask(callChair, { params: { sessionId: at.sessionId }, body: { ...command(), note } })
  const waiting = async () => groupIn(await readOf(m.chair, m), first.sessionId).calls!

  test('anybody in the room who speaks; the room sees that it is heard, staff why, and nobody’s name is on it', async () => {
    const [podium, other] = [await watches(m.rapporteur, first), await watches(people.headSenegal, first)]
    expect((await calls(people.headGhana, 'We need an interpreter.')).status).toBe(200)
    for (const page of [podium, other]) {
      expect((await page.agrees()).calls).toMatchObject([{ answeredAt: null }])
      expect(page.raw()).not.toContain('interpreter')
      expect(JSON.stringify(page.view().calls)).not.toContain(m.ids.GHA)
    }
    const [call] = await waiting()
    expect(call).toMatchObject({ note: 'We need an interpreter.' })
    const rows = await app.sql('select * from podium_calls where session_id = $1', [first.sessionId])
    expect(JSON.stringify([rows, await waiting()])).not.toContain(m.ids.GHA)
    // Who calls again has called.
    expect((await calls(people.headSenegal, 'Again')).status).toBe(200)
    expect(await waiting()).toHaveLength(1)
    const params = { callId: call!.id }
    expect((await people.headGhana.ask(answerCall, { params, body: command() })).status).toBe(403)
    expect((await m.chair.ask(answerCall, { params, body: command() })).status).toBe(200)
    expect(codeOf(await m.chair.ask(answerCall, { params, body: command() }))).toEqual([409, 'moved_meanwhile'])
    expect((await other.agrees()).calls).toMatchObject([{ answeredAt: expect.any(String) }])
    expect(await waiting()).toEqual([])
    expect((await calls(people.headGhana)).status).toBe(200)
    expect(await waiting()).toHaveLength(1)
  })

  test('nobody from another room, no reader, and not when the room is closed', async () => {
    expect(codeOf(await calls(people.headNorway))).toEqual([404, 'not_found'])
    expect((await calls(people.readerGhana)).status).toBe(403)
    expect((await calls(m.rapporteur)).status).toBe(200)
    await m.chair.does(moveGroups, { params: { slotId: m.slotId }, body: { ...command(), to: 'closed' } })
    expect(codeOf(await calls(people.headGhana))).toEqual([409, 'session_not_open'])
  })
})

describe('[M10] [N6] the rapporteur’s points', () => {
  beforeEach(() => begin())
  const digestOf = async (at: Room, who: Person = m.rapporteur) => (await room(who, at)).body.reportBacks[0]!.digest!
  const closes = (at: Room, digest: string, who: Person = m.rapporteur) =>
    who.ask(closeSignatures, { params: { sessionId: at.sessionId }, body: { ...command(), digest } })
  const brings = (at: Room, who: Person = m.rapporteur, itemId: string | null = null) =>
    who.ask(bringToPlenary, { params: { sessionId: at.sessionId }, body: { ...command(), itemId } })

  test('[RT1] are five at most, each linked to what it rests on, and put to the group as they stand', async () => {
    await ideaIn(app, first)
    const page = await watches(people.headGhana, first)
    const put = () => m.rapporteur.ask(putPoints, { params: { sessionId: first.sessionId }, body: command() })
    expect(codeOf(await put())).toEqual([409, 'no_points'])
    const notes = await drafts(m.rapporteur, first, 5)
    const more = { params: { itemId: first.itemId }, body: { ...command(), text: 'A sixth', sources: [] } }
    expect(codeOf(await m.rapporteur.ask(addNote, more))).toEqual([409, 'too_many_points'])
    // A draft is for the podium.
    expect((await page.agrees()).reportBacks).toMatchObject([{ state: 'drafting', points: [], digest: null }])
    expect(page.raw()).not.toContain('Point 1 of the group')
    const [last] = notes.slice(-1)
    const sources = last!.sources
    const unlinked = await m.rapporteur.does(changeNote, {
      params: { noteId: last!.id },
      ifMatch: last!.revision,
      body: { text: last!.text, sources: [] },
    })
    expect(codeOf(await put())).toEqual([409, 'points_unlinked', 'points.4'])
    await m.rapporteur.does(changeNote, {
      params: { noteId: last!.id },
      ifMatch: unlinked.revision,
      body: { text: last!.text, sources },
    })
    expect((await put()).status).toBe(200)
    const [report] = (await page.agrees()).reportBacks
    expect(report).toMatchObject({ state: 'put', id: first.sessionId, reportsTo: m.plenary.sessionId })
    expect(report!.points).toEqual(notes.map(({ id, text }) => ({ id, text, sources })))
    expect(codeOf(await put())).toEqual([409, 'moved_meanwhile'])
    // Nobody but who reports, chairs or moderates.
    for (const who of [people.headGhana, people.irt]) {
      const tried = await who.ask(putPoints, { params: { sessionId: first.sessionId }, body: command() })
      expect(codeOf(tried)).toEqual([403, 'forbidden'])
    }
  })

  test('[RT1] of three who add the fifth at once one does', async () => {
    await drafts(m.rapporteur, first, 4)
    const adds = (text: string) =>
      m.rapporteur.ask(addNote, {
        params: { itemId: first.itemId },
        body: { ...command(), text, sources: [] },
      })
    const answers = await Promise.all([adds('One'), adds('Another'), adds('A third')])
    expect(answers.map(codeOf).toSorted()).toEqual([
      [200, undefined],
      [409, 'too_many_points'],
      [409, 'too_many_points'],
    ])
  })

  test('are signed by each delegation for itself, or dissented from in its own words; the last word counts', async () => {
    await drafts(m.rapporteur, third, 2)
    const { digest } = await puts(m.rapporteur, third)
    const page = await watches(people.headEgypt, third)
    expect((await signs(people.headEcuador, third, digest!)).status).toBe(200)
    expect((await signs(people.headChina, third, digest!, 'The second point goes too far.')).status).toBe(200)
    expect((await signs(people.drafterEgypt, third, digest!, 'Not yet')).status).toBe(200)
    expect((await signs(people.headEgypt, third, digest!)).status).toBe(200)
    expect((await page.agrees()).signatures.toSorted((a, b) => (a.note < b.note ? 1 : -1))).toMatchObject([
      { id: m.ids.CHN, dissents: true, note: 'The second point goes too far.' },
      { dissents: false, note: '' },
      { dissents: false, note: '' },
    ])
    const refused = await people.headEcuador.ask(signPoints, {
      params: { sessionId: third.sessionId },
      body: { digest: digest!, dissents: true, note: '' },
    })
    expect(codeOf(refused)).toEqual([400, 'required', 'note'])
    for (const who of [people.readerNorway, m.rapporteur, m.chair])
      expect((await signs(who, third, digest!)).status).toBeGreaterThanOrEqual(403)
    expect(codeOf(await signs(people.headNorway, third, digest!))).toEqual([404, 'not_found'])
    const outdated = await signs(people.headEcuador, third, '0'.repeat(64))
    expect(outdated.body).toMatchObject({ code: 'points_changed', current: { digest } })
  })

  test('[RT2] a point that is changed, added, moved to other sources or removed takes the signatures back', async () => {
    const another = await ideaIn(app, first, 'Another idea')
    const [one, two] = await drafts(m.rapporteur, first, 2)
    const page = await watches(people.headGhana, first)
    const again = async () => {
      const { digest } = await puts(m.rapporteur, first)
      expect((await signs(people.headGhana, first, digest!)).status).toBe(200)
      expect((await page.agrees()).signatures).toHaveLength(1)
      return digest!
    }
    const taken = async () => {
      const { signatures, reportBacks } = await page.agrees()
      expect([signatures, reportBacks[0]!.state, reportBacks[0]!.points]).toEqual([[], 'drafting', []])
    }
    let note = one!
    const changes = async (body: object) => {
      note = await m.rapporteur.does(changeNote, {
        params: { noteId: note.id },
        ifMatch: note.revision,
        body: { text: note.text, sources: note.sources, ...body },
      })
    }
    const before = await again()
    // The same words are the same points.
    await changes({})
    expect((await page.agrees()).signatures).toHaveLength(1)
    await changes({ text: 'Another first point' })
    await taken()
    expect(page.line.kinds()).toContain('signature.taken_back')
    expect(codeOf(await signs(people.headGhana, first, before))).toEqual([409, 'points_not_put'])
    await again()
    await changes({ sources: [{ kind: 'idea', id: another }] })
    await taken()
    await again()
    await changes({ before: null })
    await taken()
    await again()
    await m.rapporteur.does(removeNote, { params: { noteId: two!.id } })
    await taken()
    await again()
    const [added] = await drafts(m.rapporteur, first, 1)
    await taken()
    expect(added).toBeDefined()
    // Also those that were signed by all.
    const digest = await again()
    expect((await closes(first, digest)).body).toMatchObject({ state: 'signed' })
    await changes({ text: 'Changed after all had signed' })
    await taken()
  })

  test('come to the plenary as a place on its speakers list, with dissent by name where names are named', async () => {
    await drafts(m.rapporteur, third, 2)
    const { digest } = await puts(m.rapporteur, third)
    expect(codeOf(await closes(third, digest!))).toEqual([409, 'points_not_signed'])
    await signs(people.headEcuador, third, digest!)
    await signs(people.headChina, third, digest!, 'The second point goes too far.')
    expect(codeOf(await brings(third))).toEqual([409, 'points_not_signed'])
    expect((await closes(third, digest!, people.headChina)).status).toBe(403)
    expect((await closes(third, digest!)).status).toBe(200)
    expect(codeOf(await signs(people.headEgypt, third, digest!))).toEqual([409, 'points_not_put'])
    await m.chair.does(moveGroups, { params: { slotId: m.plenarySlotId }, body: { ...command(), to: 'open' } })
    const plenary = await watches(people.headGhana, m.plenary)
    expect((await plenary.agrees()).reportBacks).toEqual([])
    expect((await brings(third)).body).toMatchObject({ state: 'reported', speakerId: expect.any(String) })
    const seen = await plenary.agrees()
    const [speaker] = seen.speakers
    expect(speaker).toMatchObject({
      capacity: 'report',
      state: 'confirmed',
      seat: { kind: 'report', sessionId: third.sessionId, title: { en: 'Group 3' } },
    })
    expect(seen.reportBacks).toMatchObject([
      {
        id: third.sessionId,
        number: 3,
        state: 'reported',
        speakerId: speaker!.id,
        signed: 1,
        points: [{ text: 'Point 1 of the group', sources: [] }, { text: 'Point 2 of the group' }],
        dissents: [{ seat: { kind: 'delegation', delegationId: m.ids.CHN }, note: 'The second point goes too far.' }],
      },
    ])
    expect(seen.signatures).toEqual([])
    // The chair gives it the floor like anybody else.
    await m.chair.does(setSpeakersList, { params: { itemId: m.plenary.itemId }, body: { open: true } })
    await m.chair.does(giveFloor, {
      params: { itemId: m.plenary.itemId },
      body: { ...command(), from: null, end: false },
    })
    expect((await plenary.agrees()).speakers[0]).toMatchObject({ state: 'speaking' })
    // Once, and then as they are.
    expect(codeOf(await brings(third))).toEqual([409, 'points_reported'])
    const more = { params: { itemId: third.itemId }, body: { ...command(), text: 'Late', sources: [] } }
    expect(codeOf(await m.rapporteur.ask(addNote, more))).toEqual([409, 'points_reported'])
    const gives = await m.rapporteur.ask(giveUpPoints, {
      params: { sessionId: third.sessionId },
      body: { ...command(), reason: 'No.' },
    })
    expect(codeOf(gives)).toEqual([409, 'points_reported'])
    // Every participant reads in the programme what came back.
    expect(groupIn(await readOf(people.headGhana, m), third.sessionId).reportBack).toMatchObject({ state: 'reported' })
  })

  test('also after the room was closed, and before the plenary opens; two at once take one place', async () => {
    await drafts(m.rapporteur, first, 1)
    const { digest } = await puts(m.rapporteur, first)
    await m.chair.does(moveGroups, { params: { slotId: m.slotId }, body: { ...command(), to: 'closed' } })
    expect((await signs(people.headGhana, first, digest!)).status).toBe(200)
    expect((await closes(first, digest!)).status).toBe(200)
    const answers = await Promise.all([brings(first), brings(first, m.chair)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { speakers } = (await room(people.headNorway, m.plenary)).body
    expect(speakers).toHaveLength(1)
    expect(speakers[0]!.itemId).toBe(m.plenary.itemId)
  })

  test('are not brought where there is no plenary, or under an item that is not its own', async () => {
    await drafts(m.rapporteur, first, 1)
    const { digest } = await puts(m.rapporteur, first)
    await signs(people.headGhana, first, digest!)
    await closes(first, digest!)
    expect(codeOf(await brings(first, m.rapporteur, second.itemId))).toEqual([400, 'invalid', 'itemId'])
    await app.sql('update retreat_sessions set reports_to = null where session_id = $1', [first.sessionId])
    expect(codeOf(await brings(first))).toEqual([400, 'invalid', 'reportsTo'])
    expect(await digestOf(first)).toBe(digest)
  })

  test('[N6] [RT3] a group that ends without them says why, and may sign some after all', async () => {
    const gives = (who: Person, reason: string) =>
      who.ask(giveUpPoints, { params: { sessionId: first.sessionId }, body: { ...command(), reason } })
    expect((await gives(people.headGhana, 'No time')).status).toBe(403)
    expect(codeOf(await gives(m.rapporteur, ''))).toEqual([400, 'required', 'reason'])
    await drafts(m.rapporteur, first, 1)
    const { digest } = await puts(m.rapporteur, first)
    await signs(people.headGhana, first, digest!)
    const page = await watches(people.headSenegal, first)
    expect((await gives(m.rapporteur, 'The group did not agree on what it discussed.')).status).toBe(200)
    const { reportBacks, signatures } = await page.agrees()
    expect(reportBacks).toMatchObject([
      { state: 'given_up', reason: 'The group did not agree on what it discussed.', points: [], digest: null },
    ])
    expect(signatures).toEqual([])
    expect(codeOf(await brings(first))).toEqual([409, 'points_not_signed'])
    const staff = groupIn(await readOf(m.chair, m), first.sessionId).reportBack
    expect(staff).toMatchObject({ state: 'given_up', reason: 'The group did not agree on what it discussed.' })
    expect((await puts(m.rapporteur, first)).state).toBe('put')
    // Whoever was in it reads the reason in the programme too, once it has ended; in another group nobody does.
    expect((await gives(m.rapporteur, 'There was no time.')).status).toBe(200)
    const reportFor = async (who: CastMember) => groupIn(await readOf(who, m), first.sessionId).reportBack
    expect(await reportFor(people.headSenegal)).toBeNull()
    await m.chair.does(moveGroups, { params: { slotId: m.slotId }, body: { ...command(), to: 'closed' } })
    expect(await reportFor(people.headSenegal)).toMatchObject({ state: 'given_up', reason: 'There was no time.' })
    expect(await reportFor(people.irt)).toMatchObject({ state: 'given_up' })
    expect(await reportFor(people.headNorway)).toBeNull()
  })

  test('a member of the Review Team may be who reports', async () => {
    await begin({ rapporteur: 'irt' })
    await drafts(people.irt, first, 1)
    const { digest } = await puts(people.irt, first)
    await signs(people.headGhana, first, digest!)
    expect((await closes(first, digest!, people.irt)).status).toBe(200)
    expect((await brings(first, people.irt)).status).toBe(200)
    expect((await room(people.headNorway, m.plenary)).body.reportBacks).toHaveLength(1)
  })

  test('the Review Team finds its way into a room where it has a part, if only to take notes, and into no other', async () => {
    await begin()
    const enters = async () =>
      (await readOf(people.irt, m)).slots[0]!.sessions.map(({ own, may }) => [own, may.enter, may.decline])
    expect(await enters()).toEqual([
      [null, false, false],
      [null, false, false],
      [null, false, false],
    ])
    await app.sql(`insert into session_roles (session_id, person_id, role) values ($1, $2, 'note_taker')`, [
      first.sessionId,
      (await people.irt.me()).person.id,
    ])
    expect(await enters()).toEqual([
      [null, true, false],
      [null, false, false],
      [null, false, false],
    ])
  })
})

describe('what staff see while groups meet', () => {
  test('who is there, what the board is at, how many points there are', async () => {
    await begin()
    await people.headGhana.does(attend, { params: { sessionId: first.sessionId }, body: command() })
    await m.chair.does(takeUpItem, {
      params: { sessionId: first.sessionId },
      body: { ...command(), from: null, to: first.itemId },
    })
    await upTo('writing', first)
    await drafts(m.rapporteur, first, 3)
    expect(groupIn(await readOf(m.chair, m), first.sessionId)).toMatchObject({
      present: 1,
      phase: 'writing',
      pointsSoFar: 3,
    })
    for (const who of [people.headGhana, people.irt])
      expect(groupIn(await readOf(who, m), first.sessionId)).toMatchObject({
        assigned: null,
        present: null,
        phase: null,
        pointsSoFar: null,
        calls: null,
        declines: null,
      })
  })

  test('one line tells staff what changes in all groups; a participant’s tells of the programme alone', async () => {
    await begin()
    const staff = await connect(await m.chair.ready(), [streams.retreatStaff(m.retreatId)])
    const ghana = await connect(await people.headGhana.ready(), [streams.retreatAll(m.retreatId)])
    ghana.send({ type: 'subscribe', stream: streams.retreatStaff(m.retreatId), after: null })
    await ghana.told((message) => message.type === 'refused')
    await people.headNorway.does(callChair, {
      params: { sessionId: second.sessionId },
      body: { ...command(), note: '' },
    })
    await drafts(m.rapporteur, first, 1)
    const { digest } = await puts(m.rapporteur, first)
    await signs(people.headGhana, first, digest!)
    await moves(m.ids.NOR!, second, third)
    const { endsAt } = slotBody(1, 3)
    await m.chair.does(extendGroups, {
      params: { slotId: m.slotId },
      body: { ...command(), from: endsAt, endsAt: inHours(3.5) },
    })
    await ghana.told(() => ghana.kinds().includes('retreat.slot_extended'))
    await staff.told(() => staff.kinds().includes('retreat.slot_extended'))
    expect(new Set(staff.kinds())).toEqual(
      new Set([
        'call.made',
        'report_back.put',
        'report_back.changed',
        'retreat.moved_to_group',
        'retreat.slot_extended',
      ]),
    )
    expect(new Set(ghana.kinds())).toEqual(new Set(['retreat.slot_extended']))
    staff.close()
    ghana.close()
  })
})

describe('[SP14] a group without names, with the identities of two exchanged', () => {
  const GROUPS = [
    ['NOR', 'SEN', 'GHA', 'EGY', 'KAZ', 'ECU'],
    ['CHN', 'POL'],
  ]
  /** What is shown, without what is drawn anew each time; who signs and who speaks is seen in the room, and left out. */
  const shown = (view: object) => {
    const leftOut = ['signatures', 'speakers', 'heads']
    const text = JSON.stringify(view, (key, value) => (leftOut.includes(key) ? undefined : value))
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|[0-9a-f]{64}|"place":[\d.e-]+|MR[-/][\w/-]+/g, 'drawn')
    // What is shown for the first time comes in a drawn order.
    return [...text].sort().join('')
  }

  async function act(one: 'headNorway' | 'headSenegal', other: 'headNorway' | 'headSenegal') {
    await begin({ mode: 'not_for_attribution', plenaryMode: 'not_for_attribution', groups: GROUPS })
    const [a, b] = [people[one], people[other]]
    const here = { params: { itemId: first.itemId } }
    const inRoom = await watches(people.headGhana, first)
    await m.chair.does(moveGroups, { params: { slotId: m.plenarySlotId }, body: { ...command(), to: 'open' } })
    const plenary = await watches(people.headChina, m.plenary)
    await upTo('writing', first)
    const ideas = []
    for (const [who, text] of [
      [a, 'An idea of the one'],
      [b, 'An idea of the other'],
    ] as const)
      ideas.push(await who.does(writeIdea, { ...here, body: { ...command(), text, language: 'en' } }))
    await m.chair.does(movePhase, { ...here, body: { ...command(), from: 'writing', to: 'revealed' } })
    await a.does(callChair, { params: { sessionId: first.sessionId }, body: { ...command(), note: 'Called' } })
    const sources = [{ kind: 'idea' as const, id: ideas[0]!.id }]
    await m.rapporteur.does(addNote, { ...here, body: { ...command(), text: 'A point of the group', sources } })
    const { digest } = await puts(m.rapporteur, first)
    await signs(a, first, digest!, 'It goes too far.')
    for (const who of [b, people.headGhana, people.headEgypt, people.headKazakhstan, people.headEcuador])
      await signs(who, first, digest!)
    const params = { sessionId: first.sessionId }
    await m.rapporteur.does(closeSignatures, { params, body: { ...command(), digest: digest! } })
    await m.rapporteur.does(bringToPlenary, { params, body: command() })
    const programme = await readOf(people.headChina, m)
    const { participantIds: _, ...known } = await readOf(people.irt, m)
    const views = [await inRoom.agrees(), await plenary.agrees(), programme, known]
    return {
      views: views.map(shown),
      kinds: [inRoom, plenary].map((page) => page.line.kinds()),
      plenary: plenary.raw(),
      ids: [m.ids.NOR!, m.ids.SEN!],
    }
  }

  test('is the same for everybody else: same things, same words, same events; and the plenary hears no name', async () => {
    const [here, there] = [await act('headNorway', 'headSenegal'), await act('headSenegal', 'headNorway')]
    expect(there.views).toEqual(here.views)
    expect(there.kinds).toEqual(here.kinds)
    for (const { plenary, ids } of [here, there]) {
      expect(plenary).toContain('It goes too far.')
      for (const id of ids) expect(plenary).not.toContain(id)
    }
  })
})
