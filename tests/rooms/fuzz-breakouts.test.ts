import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeIdea } from '../../shared/board.ts'
import type { Endpoint } from '../../shared/contract.ts'
import { giveFloor, inscribe, setSpeakersList } from '../../shared/floor.ts'
import { addNote, changeNote, removeNote } from '../../shared/records.ts'
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
import type { AttributionMode } from '../../shared/room-view.ts'
import { POINTS_OF_A_GROUP } from '../../shared/rules/retreats.ts'
import { readRoom, takeUpItem } from '../../shared/sessions.ts'
import { type Person, startApp, type TestApp } from '../support/app.ts'
import {
  type Breakouts,
  command,
  groupIn,
  ideaIn,
  inHours,
  openedBreakouts,
  type Room,
  readOf,
  slotOf,
} from '../support/breakouts.ts'
import type { CastMember } from '../support/cast.ts'
import { type Draw, drawn, seedsOr } from '../support/draws.ts'
import { shown, type Watcher, watchRoom } from '../support/rooms.ts'
import { anotherServer, at } from '../support/servers.ts'

/** Seeds that failed once stay here; the rest are as good as any. */
const SEEDS = seedsOr([1, 2, 3, 5, 6, 8, 13])
const STEPS = 40

let one: TestApp
let two: TestApp
/** Was in no room: what the others have kept of one, it reads. */
let three: TestApp
beforeAll(async () => {
  one = await startApp()
  two = await anotherServer(one)
  three = await anotherServer(one)
})
afterAll(async () => {
  await three.close()
  await two.close()
  await one.close()
})

const DELEGATES = [
  ['headGhana', 'GHA'],
  ['headSenegal', 'SEN'],
  ['headNorway', 'NOR'],
  ['headKazakhstan', 'KAZ'],
  ['headEcuador', 'ECU'],
] as const

/** A delegation with its page in the group where it sits now. */
type Sitting = { who: CastMember; delegationId: string; room: Room | null; page: Watcher | null }
type Play = { m: Breakouts; draw: Draw; sitting: Sitting[]; podium: Watcher[]; staff: CastMember[]; ideas: string[] }
type Said = { who: Person; endpoint: Endpoint; sent: object; moves?: { sitting: Sitting; to: Room | null } }

const say = <E extends Endpoint>(who: Person, endpoint: E, sent: object): Said => ({ who, endpoint, sent })

/** One command somebody might give, sensible or not: what is refused must change nothing. */
async function next({ m, draw, sitting, podium, staff, ideas }: Play, step: number): Promise<Said> {
  const at = draw.below(m.groups.length)
  const room = m.groups[at]!
  const view = podium[at]!.view()
  const report = view.reportBacks.find(({ id }) => id === room.sessionId)!
  const chair = draw.of(staff)!
  const seat = draw.of(sitting)!
  const params = { sessionId: room.sessionId }
  const item = { params: { itemId: room.itemId } }
  const digest = report.digest ?? '0'.repeat(64)
  const sources = draw.below(8) === 0 ? [] : [{ kind: 'idea', id: ideas[at]! }]
  // Often what brings the points of the group on, so that all of their states come up.
  if (draw.below(3) === 0) {
    const here = draw.of(sitting.filter((one) => one.room === room))
    if (report.state === 'put' && here && (view.signatures.length === 0 || draw.below(2) === 0))
      return say(here.who, signPoints, { params, body: { digest, dissents: false, note: '' } })
    if (report.state === 'put') return say(m.rapporteur, closeSignatures, { params, body: { ...command(), digest } })
    if (report.state === 'signed') return say(m.rapporteur, bringToPlenary, { params, body: command() })
    if (view.notes.length > 0) return say(m.rapporteur, putPoints, { params, body: command() })
  }
  switch (draw.below(18)) {
    case 0:
    case 1: {
      const to = draw.below(6) === 0 ? null : draw.of(m.groups)!
      const from = draw.below(6) === 0 ? draw.of(m.groups)! : seat.room
      const body = {
        ...command(),
        delegationId: seat.delegationId,
        from: from?.sessionId ?? null,
        to: to?.sessionId ?? null,
      }
      return { ...say(chair, moveToGroup, { params: { slotId: m.slotId }, body }), moves: { sitting: seat, to } }
    }
    case 2:
      return say(chair, messageGroups, {
        params: { slotId: m.slotId },
        body: { ...command(), text: `Message ${step}` },
      })
    case 3:
      return say(seat.who, callChair, { params, body: { ...command(), note: `Call ${step}` } })
    case 4: {
      const waiting = groupIn(await readOf(chair, m), room.sessionId).calls![0]
      return say(chair, answerCall, { params: { callId: waiting?.id ?? room.sessionId }, body: command() })
    }
    case 5:
    case 6:
    case 7:
      return say(m.rapporteur, addNote, { ...item, body: { ...command(), text: `Point ${step}`, sources } })
    case 8: {
      const note = draw.of(view.notes)
      return say(m.rapporteur, changeNote, {
        params: { noteId: note?.id ?? room.sessionId },
        ifMatch: note?.revision ?? 1,
        body: { text: draw.below(2) ? (note?.text ?? 'None') : `Changed ${step}`, sources },
      })
    }
    case 9:
      return say(m.rapporteur, removeNote, { params: { noteId: draw.of(view.notes)?.id ?? room.sessionId } })
    case 10:
    case 11:
      return say(m.rapporteur, putPoints, { params, body: command() })
    case 12:
    case 13: {
      const here = sitting.filter((one) => one.room === room)
      const dissents = draw.below(3) === 0
      return say((draw.of(here) ?? seat).who, signPoints, {
        params,
        body: { digest, dissents, note: dissents ? `Dissent ${step}` : '' },
      })
    }
    case 14:
      return draw.below(3) === 0
        ? say(m.rapporteur, giveUpPoints, { params, body: { ...command(), reason: `Reason ${step}` } })
        : say(m.rapporteur, closeSignatures, { params, body: { ...command(), digest } })
    case 15:
      return say(draw.of([m.rapporteur, ...staff])!, bringToPlenary, { params, body: command() })
    case 16: {
      const slot = slotOf(await readOf(chair, m), m.slotId)
      const endsAt = inHours(3 + draw.below(4) / 4)
      return say(chair, extendGroups, {
        params: { slotId: m.slotId },
        body: { ...command(), from: slot.endsAt, endsAt },
      })
    }
    default:
      switch (draw.below(4)) {
        case 0:
          return say(seat.who, writeIdea, { ...item, body: { ...command(), text: `Idea ${step}`, language: 'en' } })
        case 1:
          return say(chair, setSpeakersList, { ...item, body: { open: draw.below(3) > 0 } })
        case 2:
          return say(seat.who, inscribe, { ...item, body: { ...command(), capacity: 'national', groupId: null } })
        default:
          return say(chair, giveFloor, {
            params: { itemId: m.plenary.itemId },
            body: { ...command(), from: null, end: false },
          })
      }
  }
}

async function prepared(seed: number, mode: AttributionMode): Promise<Play> {
  const draw = drawn(seed)
  const m = await openedBreakouts(one, { mode, groups: [['GHA', 'SEN'], ['NOR', 'KAZ'], ['ECU']] })
  const ideas = await Promise.all(m.groups.map((room) => ideaIn(one, room)))
  await m.chair.does(moveGroups, { params: { slotId: m.plenarySlotId }, body: { ...command(), to: 'open' } })
  for (const { sessionId, itemId } of [...m.groups, m.plenary])
    await m.chair.does(takeUpItem, { params: { sessionId }, body: { ...command(), from: null, to: itemId } })
  // Each person is at one of two servers.
  const sitting: Sitting[] = []
  for (const [n, [key, code]] of DELEGATES.entries()) {
    const who = n % 2 ? await at(two, m.people[key]) : await m.people[key].ready()
    const room = m.groups[Math.floor(n / 2)]!
    sitting.push({ who, delegationId: m.ids[code]!, room, page: await watchRoom(who, room.sessionId) })
  }
  const staff = [await m.chair.ready(), await at(two, m.chair)]
  const podium: Watcher[] = []
  for (const [n, room] of [...m.groups, m.plenary].entries())
    podium.push(await watchRoom(staff[n % 2]!, room.sessionId))
  return { m, draw, sitting, podium, staff, ideas }
}

async function played(play: Play): Promise<number> {
  const { draw, sitting, podium } = play
  let done = 0
  for (let step = 0; step < STEPS; step++) {
    // One after the other, or several in one moment; of those that move somebody one, so that it is known where they sit.
    const drawn: Said[] = []
    for (let n = draw.below(4) === 0 ? 5 : 1; n > 0; n--) drawn.push(await next(play, step * 10 + n))
    const commands = drawn.filter(({ moves }, n) => !moves || drawn.findIndex((one) => one.moves) === n)
    const answers = await Promise.all(commands.map((one) => given(one, draw.below(4) === 0)))
    for (const [n, succeeded] of answers.entries()) {
      if (!succeeded) continue
      done++
      const { moves } = commands[n]!
      if (!moves) continue
      moves.sitting.page?.leave()
      moves.sitting.room = moves.to
      moves.sitting.page = moves.to && (await watchRoom(moves.sitting.who, moves.to.sessionId))
    }
    if (draw.below(6) === 0) await draw.of([...podium, ...sitting.flatMap(({ page }) => page ?? [])])?.back()
  }
  return done
}

/** Whether it was done; sent twice by a line that lost the answer it is done once. */
async function given({ who, endpoint, sent }: Said, twice: boolean): Promise<boolean> {
  const ask = () => who.ask(endpoint, sent)
  const answers = twice ? await Promise.all([ask(), ask()]) : [await ask()]
  for (const { status, body } of answers) expect(status, `${endpoint.path} ${JSON.stringify(body)}`).toBeLessThan(500)
  return answers.some(({ status }) => status === 200)
}

/** What must hold of the groups, whatever was done. */
async function holds({ m, sitting }: Play): Promise<void> {
  const groups = m.groups.map(({ sessionId }) => sessionId)
  const view = await readOf(m.chair, m)
  const placed = groups.flatMap((id) => groupIn(view, id).assigned!.map(({ delegationId }) => delegationId))
  expect(placed.toSorted()).toEqual(
    sitting.flatMap(({ room, delegationId }) => (room ? [delegationId] : [])).toSorted(),
  )
  const strange = await one.sql(
    `select s.* from signatures s join report_backs b using (session_id)
     where s.session_id = any ($1) and s.digest is distinct from b.digest`,
    [groups],
  )
  expect(strange).toEqual([])
  const reports = await one.sql<{ state: string; points: number; notes: number; places: number; signed: number }>(
    `select b.state, jsonb_array_length(b.points) as points,
       (select count(*)::int from notes n where n.session_id = b.session_id) as notes,
       (select count(*)::int from signatures g where g.session_id = b.session_id and not g.dissents) as signed,
       (select count(*)::int from speakers p where p.report ->> 'sessionId' = b.session_id::text) as places
     from report_backs b where b.session_id = any ($1)`,
    [groups],
  )
  for (const { state, points, notes, places, signed } of reports) {
    expect(notes).toBeLessThanOrEqual(POINTS_OF_A_GROUP)
    expect(places).toBe(state === 'reported' ? 1 : 0)
    expect(points).toBe(['put', 'signed', 'reported'].includes(state) ? notes : 0)
    if (state === 'signed' || state === 'reported') expect(signed).toBeGreaterThan(0)
    if (state === 'drafting' || state === 'given_up') expect(signed).toBe(0)
  }
  // One call waits at a time.
  const waiting = await one.sql<{ calls: number }>(
    'select count(*)::int as calls from podium_calls where session_id = any ($1) and answered_at is null group by session_id',
    [groups],
  )
  for (const { calls } of waiting) expect(calls).toBe(1)
}

test.each(SEEDS)(
  '[M1] [M10] seed %i: through moves, messages and signatures at two servers every page shows what a newcomer is shown',
  async (seed) => {
    const mode = seed % 2 ? 'attributed' : 'not_for_attribution'
    const play = await prepared(seed, mode)
    expect(await played(play)).toBeGreaterThan(STEPS / 4)
    const pages = [...play.podium, ...play.sitting.flatMap(({ page }) => page ?? [])]
    for (const page of pages) await page.agrees()
    const elsewhere = await at(three, play.m.chair)
    for (const [n, { sessionId }] of [...play.m.groups, play.m.plenary].entries()) {
      const unkept = await elsewhere.does(readRoom, { params: { sessionId } })
      expect(shown(unkept)).toEqual(shown(play.podium[n]!.view()))
    }
    await holds(play)
    // Why the chair was called is read by nobody in the room.
    for (const { page } of play.sitting) expect(page?.raw() ?? '').not.toContain('"Call ')
    for (const page of pages) page.leave()
  },
  240_000,
)
