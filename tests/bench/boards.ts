import { randomUUID } from 'node:crypto'
import { givePoints, movePhase, writeIdea } from '../../shared/board.ts'
import { pathOf } from '../../shared/contract.ts'
import { streams } from '../../shared/live.ts'
import type { BoardPhase } from '../../shared/rules/board.ts'
import { readRoom } from '../../shared/sessions.ts'
import { atOnce, type Line, median } from './measure.ts'
import type { Place } from './place.ts'
import { opened } from './rooms.ts'
import { bareInsert, bareRead, LANES, perOperation } from './writing.ts'

const ROUNDS = 3
const WRITTEN = 600
/** Two devices of each delegation. */
const READINGS = 390
const [FEW, MANY] = [120, 2_400]
const CLUSTERS = 10

/** What a meeting does most, at 16 at once: ideas, points, coming in; in a room with few ideas and in one with many. */
export async function boardLines(place: Place): Promise<Line[]> {
  const figures = { write: figure(), points: figure(), first: figure() }
  let wrong = 0
  // Each round has rooms of its own: what is written in one would make the next fuller.
  for (let round = 0; round <= ROUNDS; round++) {
    const rooms = { few: await roomWith(place, FEW), many: await roomWith(place, MANY) }
    const made = {
      first: {
        few: await comesIn(place, rooms.few),
        bare: await bareRead(place, 1_600),
        many: await comesIn(place, rooms.many),
      },
      write: {
        few: await writes(place, rooms.few),
        bare: await bareInsert(place, WRITTEN, [IDEA]),
        many: await writes(place, rooms.many),
      },
      points: {
        few: await gives(place, rooms.few),
        bare: await bareInsert(place, WRITTEN, [IDEA]),
        many: await gives(place, rooms.many),
      },
    }
    for (const room of Object.values(rooms)) wrong += await wrongIn(place, room)
    console.log('boards', JSON.stringify(made))
    if (round === 0) continue
    for (const name of Object.keys(figures) as (keyof typeof figures)[])
      for (const where of ['few', 'bare', 'many'] as const) figures[name][where].push(made[name][where])
  }
  return [
    ...linesOf('Writing an idea, 16 at once', figures.write, { name: 'Fastify + zod + one INSERT', goal: 4 }),
    ...linesOf('Giving points, 16 at once', figures.points, { name: 'Fastify + zod + one INSERT', goal: 4 }),
    ...linesOf("A room's first state, 16 at once", figures.first, {
      name: 'Fastify, indexed read of 20 rows',
      goal: 5,
    }),
    {
      name: `Of ${WRITTEN} ideas by 16 writers: refused, lost, or out of number`,
      unit: '',
      ours: wrong,
      reference: null,
      goal: 0,
    },
  ]
}

type Figures = Record<'few' | 'bare' | 'many', number[]>
const figure = (): Figures => ({ few: [], bare: [], many: [] })

function linesOf(name: string, { few, bare, many }: Figures, beside: { name: string; goal: number }): Line[] {
  const unit = 'ms CPU, server and PostgreSQL'
  return [
    { name, unit, ours: median(few), reference: { name: beside.name, value: median(bare) }, goal: beside.goal },
    {
      name: `The same in a room with ${MANY} ideas`,
      unit,
      ours: median(many),
      reference: { name: `ours with ${FEW}`, value: median(few) },
      goal: 1.5,
    },
  ]
}

const WORDS = `Idea${' of how the reform reaches the field'.repeat(6)}`
/** The same words as an answer, for the bare server to check and keep. */
const IDEA = {
  stance: 'answered',
  language: 'en',
  attribution: 'attributed',
  blocks: [{ kind: 'paragraph', content: [{ text: WORDS }] }],
}

type Room = { sessionId: string; itemId: string; clusterIds: string[]; before: number }

/** A board with revealed ideas of everybody, some clusters, and room for more. */
async function roomWith(place: Place, count: number): Promise<Room> {
  const session = await opened(place, { ideasOfOne: 100 })
  const itemId = session.items[0]!.id
  await move(place, itemId, 'idle', 'writing')
  await place.owner.query(
    `with written as (
      insert into ideas (session_id, item_id, text, language, state, place)
        select $1, $2, 'No. ' || n || ' ' || $5, 'en', 'silent', random() from generate_series(1, $3::int) n returning id)
    insert into idea_sources (idea_id, session_id, delegation_id, at)
      select id, $1, ($4::uuid[])[1 + (row_number() over ())::int % cardinality($4::uuid[])], now() from written`,
    [session.id, itemId, count, place.delegations.map(({ id }) => id), WORDS],
  )
  await move(place, itemId, 'writing', 'revealed')
  const { rows } = await place.owner.query<{ id: string }>(
    `insert into clusters (session_id, item_id, name, place)
      select $1, $2, 'Cluster ' || n, n from generate_series(1, $3::int) n returning id`,
    [session.id, itemId, CLUSTERS],
  )
  return { sessionId: session.id, itemId, clusterIds: rows.map(({ id }) => id), before: count }
}

const move = (place: Place, itemId: string, from: BoardPhase, to: BoardPhase) =>
  place.staff.ask(movePhase, { params: { itemId }, body: { commandId: randomUUID(), from, to } })

/** Distinct ideas of all delegations; one that is refused ends the run. */
async function writes(place: Place, { itemId }: Room): Promise<number> {
  const used = await place.ours.during(() =>
    atOnce(WRITTEN, LANES, async (index) => {
      const { head } = place.delegations[index % place.delegations.length]!
      const body = { commandId: randomUUID(), text: `New ${index} ${WORDS}`, language: 'en' as const }
      await head.ask(writeIdea, { params: { itemId }, body })
    }),
  )
  return perOperation(used, WRITTEN)
}

async function comesIn(place: Place, { sessionId }: Room): Promise<number> {
  const used = await place.ours.during(() =>
    atOnce(READINGS, LANES, async (index) => {
      await place.delegations[index % place.delegations.length]!.head.reads(pathOf(readRoom.path, { sessionId }))
    }),
  )
  return perOperation(used, READINGS)
}

/** Each lane is a delegation that gives its points anew, elsewhere. */
async function gives(place: Place, { itemId, clusterIds }: Room): Promise<number> {
  await move(place, itemId, 'revealed', 'clustering')
  await move(place, itemId, 'clustering', 'prioritising')
  const revisions = Array.from({ length: LANES }, () => 0)
  const used = await place.ours.during(() =>
    atOnce(WRITTEN, LANES, async (index, lane) => {
      const points = { [clusterIds[index % clusterIds.length]!]: 3, [clusterIds[(index + 1) % clusterIds.length]!]: 2 }
      const body = { revision: revisions[lane]!, points }
      const { reply } = await place.delegations[lane]!.head.ask(givePoints, { params: { itemId }, body })
      revisions[lane] = reply.revision
    }),
  )
  return perOperation(used, WRITTEN)
}

/** Ideas that were acknowledged and are not there once each, and numbers that are missing in the room's stream. */
async function wrongIn({ owner }: Place, { sessionId, itemId, before }: Room): Promise<number> {
  const { rows } = await owner.query<{ wrong: number }>(
    `select (select abs($3::int - count(distinct text)) + abs($3::int - count(*)) from ideas where item_id = $1)::int
       + (select max(seq) - count(distinct seq) from journal where stream = $2)::int as wrong`,
    [itemId, streams.sessionAll(sessionId), before + WRITTEN],
  )
  return rows[0]!.wrong
}
