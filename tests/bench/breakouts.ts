import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { reformConsultation } from '../../server/seed/sample-lists.ts'
import { movePhase, writeIdea } from '../../shared/board.ts'
import { addConsultation } from '../../shared/consultations.ts'
import { LIVE_PATH, LIVE_PROTOCOL, streams } from '../../shared/live.ts'
import {
  addBreakoutGroup,
  addRetreat,
  addSlot,
  announceRetreat,
  drawGroups,
  extendGroups,
  messageGroups,
  moveGroups,
  type RetreatView,
  readRetreat,
  tellGroups,
} from '../../shared/retreats.ts'
import { readSession } from '../../shared/sessions.ts'
import type { Follower, Tally } from './listeners.ts'
import { type Line, median, percentile } from './measure.ts'
import type { Delegation, Place } from './place.ts'
import { Listeners } from './rooms.ts'

const ROOMS = 12
const LINES_OF_A_ROOM = 20
const PER_SECOND = 20
const ROUND_SECONDS = 6
const ROUNDS = 3
const EXTENSIONS = 5

type Room = { sessionId: string; itemId: string; delegations: Delegation[] }
const command = () => ({ commandId: randomUUID() })
const inMinutes = (minutes: number) =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + minutes * 60_000).toISOString()

/** Twelve groups of twenty meet at once: everybody writes, the chair speaks to all and gives all of them more time. */
export async function breakoutLines(place: Place): Promise<Line[]> {
  const listeners = new Listeners()
  try {
    const { retreatId, slotId, rooms } = await meeting(place)
    await listeners.open('ours', place.http.origin, LIVE_PATH, rooms.flatMap(followersOf))
    const rounds: Tally[] = []
    let untold = 0
    const measured = async (action: () => Promise<void>): Promise<Tally> => {
      const before = await heads(place, rooms)
      await listeners.take('ours')
      await action()
      // What comes late counts as late, not as lost.
      await wait(2_000)
      const tally = await listeners.take('ours')
      const after = await heads(place, rooms)
      untold += (after - before) * LINES_OF_A_ROOM - tally.events
      rounds.push(tally)
      return tally
    }
    const late: number[] = []
    const pages: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const tally = await measured(() => worked(place, slotId, rooms, round))
      if (round > 0) late.push(tally.p95)
    }
    const clocks: number[] = []
    for (let turn = 0; turn < EXTENSIONS; turn++)
      clocks.push((await measured(() => extended(place, retreatId, slotId, turn))).max)
    const params = { retreatId }
    for (let turn = 0; turn < 40; turn++) pages.push((await place.staff.ask(readRetreat, { params })).ms)
    const faults = rounds.reduce((sum, { lost, doubled, broken }) => sum + lost + doubled + broken, 0)
    const where = `${ROOMS} rooms of ${LINES_OF_A_ROOM}`
    return [
      {
        name: `${where}, ${PER_SECOND} commands/s: from commit to client, p95`,
        unit: 'ms',
        ours: median(late),
        reference: null,
        goal: 500,
      },
      {
        name: `${where} given more time: the last clock is told`,
        unit: 'ms',
        ours: Math.max(...clocks),
        reference: null,
        goal: 1_000,
      },
      { name: `${where}: events lost, doubled, or lines broken`, unit: '', ours: faults, reference: null, goal: 0 },
      { name: `${where}: events not told`, unit: '', ours: Math.abs(untold), reference: null, goal: 0 },
      {
        name: 'The retreat with its groups as staff see it, p95',
        unit: 'ms on the server',
        ours: percentile(pages.slice(5), 0.95),
        reference: null,
        goal: 150,
      },
    ]
  } finally {
    listeners.stop()
  }
}

/** A retreat of everybody, drawn into groups by a mix of regions, that meets. */
async function meeting(place: Place): Promise<{ retreatId: string; slotId: string; rooms: Room[] }> {
  const { staff, delegations } = place
  const { reply: consultation } = await staff.ask(addConsultation, {
    body: { ...command(), ...reformConsultation(), reference: `BREAKOUTS-${randomUUID().slice(0, 8)}` },
  })
  const { reply: retreat } = await staff.ask(addRetreat, {
    params: { consultationId: consultation.id },
    body: {
      ...command(),
      title: { en: 'Informal retreat' },
      note: {},
      place: '',
      zone: 'America/New_York',
      participantIds: delegations.map(({ id }) => id),
      findingIds: [],
      feedbackOpensAt: inMinutes(0),
      feedbackClosesAt: inMinutes(600),
      attributionOffered: ['attributed'],
      feedbackOpen: true,
    },
  })
  const params = { retreatId: retreat.id }
  const slot = { title: { en: 'Groups' }, startsAt: inMinutes(10), endsAt: inMinutes(130), choiceUntil: null }
  const { reply: planned } = await staff.ask(addSlot, { params, body: { ...command(), kind: 'breakouts', ...slot } })
  const slotId = planned.slots[0]!.id
  for (let number = 1; number <= ROOMS; number++)
    await staff.ask(addBreakoutGroup, {
      params: { slotId },
      body: { ...command(), title: { en: `Group ${number}` }, preset: 'brainstorm', mode: 'attributed' },
    })
  await staff.ask(announceRetreat, { params, body: command() })
  await staff.ask(drawGroups, { params: { slotId }, body: { ...command(), by: 'mix' } })
  await staff.ask(tellGroups, { params: { slotId }, body: command() })
  const { reply } = await staff.ask(moveGroups, { params: { slotId }, body: { ...command(), to: 'open' } })
  return { retreatId: retreat.id, slotId, rooms: await roomsOf(place, reply) }
}

async function roomsOf({ staff, delegations }: Place, view: RetreatView): Promise<Room[]> {
  const known = new Map(delegations.map((one) => [one.id, one]))
  const rooms: Room[] = []
  for (const { sessionId, assigned } of view.slots[0]!.sessions) {
    const { reply } = await staff.ask(readSession, { params: { sessionId } })
    const itemId = reply.items[0]!.id
    for (const [from, to] of [
      ['idle', 'writing'],
      ['writing', 'revealed'],
    ] as const)
      await staff.ask(movePhase, { params: { itemId }, body: { ...command(), from, to } })
    const delegates = (assigned ?? []).filter(({ as }) => as === 'delegate')
    rooms.push({ sessionId, itemId, delegations: delegates.map(({ delegationId }) => known.get(delegationId)!) })
  }
  return rooms
}

/** Each delegation with a line, and some with a second one. */
function followersOf({ sessionId, delegations }: Room): Follower[] {
  return Array.from({ length: LINES_OF_A_ROOM }, (_, index) => {
    const { head, id } = delegations[index % delegations.length]!
    return {
      headers: ['origin', 'cookie'].map((name) => `${name}: ${head.headers[name]}\r\n`).join(''),
      first: [
        { type: 'hello', protocol: LIVE_PROTOCOL, actingFor: id },
        { type: 'subscribe', stream: streams.sessionAll(sessionId), after: null },
      ].map((message) => JSON.stringify(message)),
    }
  })
}

/** As people do it: at their times, not when the one before was answered; an idea here, an idea there, a word to all now and then. */
async function worked(place: Place, slotId: string, rooms: readonly Room[], round: number): Promise<void> {
  const under: Promise<unknown>[] = []
  const refused: unknown[] = []
  const send = (asked: Promise<unknown>) => void under.push(asked.catch((error: unknown) => refused.push(error)))
  const begun = performance.now()
  for (let turn = 0; turn < PER_SECOND * ROUND_SECONDS; turn++) {
    const rest = begun + (turn * 1_000) / PER_SECOND - performance.now()
    if (rest > 0) await wait(rest)
    if (turn % PER_SECOND === PER_SECOND - 1) {
      const text = `The groups go on until ${turn} minutes past the hour.`
      send(place.staff.ask(messageGroups, { params: { slotId }, body: { ...command(), text } }))
      continue
    }
    const room = rooms[turn % rooms.length]!
    const { head } = room.delegations[(round * 31 + turn) % room.delegations.length]!
    const idea = {
      ...command(),
      language: 'en' as const,
      text: `Idea ${turn}${' of how the reform reaches the field'.repeat(4)}`,
    }
    send(head.ask(writeIdea, { params: { itemId: room.itemId }, body: idea }))
  }
  await Promise.all(under)
  if (refused.length > 0) throw refused[0]
}

async function extended({ staff }: Place, retreatId: string, slotId: string, turn: number): Promise<void> {
  const { reply } = await staff.ask(readRetreat, { params: { retreatId } })
  const from = reply.slots[0]!.endsAt
  const endsAt = new Date(Date.parse(from) + (turn + 1) * 60_000).toISOString()
  await staff.ask(extendGroups, { params: { slotId }, body: { ...command(), from, endsAt } })
}

async function heads({ owner }: Place, rooms: readonly Room[]): Promise<number> {
  const { rows } = await owner.query<{ seq: number }>(
    'select coalesce(sum(seq), 0)::int as seq from streams where name = any ($1)',
    [rooms.map(({ sessionId }) => streams.sessionAll(sessionId))],
  )
  return rows[0]!.seq
}
