import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { reformConsultation } from '../../server/seed/sample-lists.ts'
import { movePhase } from '../../shared/board.ts'
import { addConsultation } from '../../shared/consultations.ts'
import { LIVE_PATH, LIVE_PROTOCOL, type StreamName, streams } from '../../shared/live.ts'
import {
  addSession,
  announceSession,
  directScreen,
  moveSession,
  readRoom,
  type SessionBody,
  type SessionView,
} from '../../shared/sessions.ts'
import { Http } from './client.ts'
import type { Follower, Heard, Kind, Order, Tally } from './listeners.ts'
import { type Line, median, type Processors, percentile, residentMemory } from './measure.ts'
import { ended, freePort, launched, type Place } from './place.ts'

const FOLLOWERS = 1_000
const PER_SECOND = 20
/** For a look in between, or as long as a meeting's moment lasts: BENCH_ROUND_SECONDS=60. */
const ROUND_SECONDS = Number(process.env.BENCH_ROUND_SECONDS ?? 6)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 4)
/** Told in a round when nothing is lost. */
const EXPECTED: number = FOLLOWERS * PER_SECOND * ROUND_SECONDS
const AUDIENCES = 8
const CARDS = 600
const EVENTS_BEFORE = 5_000

/** A thousand in one room, beside a bare broadcast of the same frames and beside Socket.IO, by turns in one run. */
export async function roomLines(place: Place): Promise<Line[]> {
  const listeners = new Listeners()
  const others: Other[] = []
  try {
    const session = await opened(place)
    const audiences = await Promise.all(Array.from({ length: AUDIENCES }, () => opened(place)))
    const before = residentMemory(place.serverPid)
    const ws = await other('ws', place)
    const io = await other('io', place)
    others.push(ws, io)
    const bareBefore = residentMemory(ws.pid)
    await listeners.open('ours', place.http.origin, LIVE_PATH, followersOf(place, session, audiences))
    const blank = Array.from({ length: FOLLOWERS }, (): Follower => ({ headers: '', first: [] }))
    await listeners.open('ws', ws.http.origin, '/', blank)
    const greeted = blank.map((one): Follower => ({ ...one, first: ['40'] }))
    await listeners.open('io', io.http.origin, '/socket.io/?EIO=4&transport=websocket', greeted)
    await wait(5_000)
    const memory = {
      ours: ((residentMemory(place.serverPid) - before) * 1_024) / FOLLOWERS,
      bare: ((residentMemory(ws.pid) - bareBefore) * 1_024) / FOLLOWERS,
    }

    const template = JSON.stringify({
      type: 'events',
      stream: streams.sessionAll(session.id),
      events: [await anEvent(place, session)],
    })
    for (const one of others) await one.http.send('POST', '/template', {}, template)

    const commands = () => paced((turn) => command(place, session, turn))
    const written = () => paced(() => write(place, [streams.sessionAll(session.id)], [session.id]))
    const eight = () =>
      paced(() =>
        write(
          place,
          audiences.map(({ id }) => streams.sessionAll(id)),
          audiences.map(({ id }) => id),
        ),
      )
    const rounds = {
      commands: [] as Round[],
      written: [] as Round[],
      eight: [] as Round[],
      ws: [] as Round[],
      io: [] as Round[],
    }
    for (let round = 0; round <= ROUNDS; round++) {
      const made = {
        commands: await measured(listeners, 'ours', place.ours, commands),
        ws: await measured(listeners, 'ws', ws.processors, () => paced(() => ws.say())),
        written: await measured(listeners, 'ours', place.ours, written),
        io: await measured(listeners, 'io', io.processors, () => paced(() => io.say())),
        eight: await measured(listeners, 'ours', place.ours, eight),
      }
      if (round === 0) continue
      for (const name of Object.keys(made) as (keyof typeof made)[]) rounds[name].push(made[name])
    }
    const each = (name: keyof typeof rounds) => median(rounds[name].map(({ microseconds }) => microseconds))
    // What is gathered makes fewer and larger frames: told per event alone it would flatter.
    const eachFrame = (name: keyof typeof rounds) =>
      median(rounds[name].map(({ microseconds, tally }) => (microseconds * EXPECTED) / tally.frames))
    const ours = [...rounds.commands, ...rounds.written, ...rounds.eight]
    const expected = ours.length * EXPECTED
    const told = ours.reduce((sum, { tally }) => sum + tally.events, 0)
    const faults = ours.reduce((sum, { tally }) => sum + tally.lost + tally.doubled + tally.broken, 0)
    const late = median(rounds.commands.map(({ tally }) => tally.p95))
    const room = await newcomer(place, session)
    const reveal = await revealed(place, session, listeners)
    const bare = { name: 'bare ws', value: each('ws') }
    const bareFrame = { name: 'bare ws', value: eachFrame('ws') }
    return [
      {
        name: `${FOLLOWERS} in a room, ${PER_SECOND} events/s: server per event told`,
        unit: 'µs CPU',
        ours: each('written'),
        reference: bare,
        goal: 1.2,
      },
      {
        name: 'The same through commands, with all that they cost',
        unit: 'µs CPU',
        ours: each('commands'),
        reference: { name: 'Socket.IO', value: each('io') },
        goal: 1,
      },
      {
        name: 'The same through commands, with all that they cost',
        unit: 'µs CPU',
        ours: each('commands'),
        reference: bare,
        goal: 1.2,
      },
      {
        name: `${AUDIENCES} audiences: server per event told`,
        unit: 'µs CPU',
        ours: each('eight'),
        reference: bare,
        goal: 1.35,
      },
      {
        name: 'Through commands: server per frame sent',
        unit: 'µs CPU',
        ours: eachFrame('commands'),
        reference: bareFrame,
        goal: 1.2,
      },
      {
        name: `${AUDIENCES} audiences: server per frame sent`,
        unit: 'µs CPU',
        ours: eachFrame('eight'),
        reference: bareFrame,
        goal: 1.35,
      },
      { name: 'From commit to client, p95', unit: 'ms', ours: late, reference: null, goal: 500 },
      { name: 'Events lost, doubled, or lines broken', unit: '', ours: faults, reference: null, goal: 0 },
      { name: 'Events not told', unit: '', ours: expected - told, reference: null, goal: 0 },
      {
        name: `A newcomer's room after ${EVENTS_BEFORE} events, p95`,
        unit: 'ms on the server',
        ours: room,
        reference: null,
        goal: 100,
      },
      {
        name: `${CARDS} cards revealed to ${FOLLOWERS}, p95`,
        unit: 'ms',
        ours: reveal.p95,
        reference: null,
        goal: 2_000,
      },
      {
        name: 'Memory of a line at rest',
        unit: 'kB',
        ours: memory.ours,
        reference: { name: 'bare ws', value: memory.bare },
        goal: 2,
      },
    ]
  } finally {
    listeners.stop()
    for (const { stop } of others) await stop()
  }
}

type Round = { microseconds: number; tally: Tally }

/** Processor time of the server per event that reached a client, while something is told. */
async function measured(
  listeners: Listeners,
  kind: Kind,
  processors: Processors,
  action: () => Promise<void>,
): Promise<Round> {
  await listeners.take(kind)
  const { server } = await processors.during(async () => {
    await action()
    await wait(300)
  })
  // What comes late counts as late, not as lost.
  await wait(1_500)
  const tally = await listeners.take(kind)
  console.log(kind, JSON.stringify({ ...tally, serverMs: Math.round(server) }))
  return { microseconds: (server * 1_000) / EXPECTED, tally }
}

/** As people do it: at their times, not when the one before was answered. */
async function paced(action: (turn: number) => Promise<unknown>): Promise<void> {
  const under: Promise<unknown>[] = []
  const begun = performance.now()
  for (let turn = 0; turn < PER_SECOND * ROUND_SECONDS; turn++) {
    const rest = begun + (turn * 1_000) / PER_SECOND - performance.now()
    if (rest > 0) await wait(rest)
    under.push(action(turn))
  }
  await Promise.all(under)
}

const command = (place: Place, session: SessionView, turn: number) =>
  place.staff.ask(directScreen, {
    params: { sessionId: session.id },
    body: { show: 'message', message: `The meeting goes on at ${turn} minutes past the hour.` },
  })

/** News as another server would have them told: lines of the journal, and the word that there are some. */
export function write(place: Place, names: StreamName[], subjects: string[]): Promise<unknown> {
  const query = {
    name: 'bench-lines',
    text: `with lines as (select journal_append(name, 'session.changed', subject, repeat('0', 64), null)
        from unnest($1::text[], $2::text[]) as t(name, subject))
      select pg_notify('journal', 'bench ' || array_to_string($1::text[], ' ')) from (select count(*) from lines) as done`,
    values: [names, subjects],
  }
  writing = writing.then(() => place.owner.query(query))
  return writing
}
let writing: Promise<unknown> = Promise.resolve()

export async function opened(place: Place, given: Partial<SessionBody> = {}): Promise<SessionView> {
  const { reply: consultation } = await place.staff.ask(addConsultation, {
    body: { commandId: randomUUID(), ...reformConsultation(), reference: `ROOM-${randomUUID().slice(0, 8)}` },
  })
  const soon = Math.floor(Date.now() / 60_000) * 60_000
  const { reply: session } = await place.staff.ask(addSession, {
    params: { consultationId: consultation.id },
    body: {
      commandId: randomUUID(),
      title: { en: 'Brainstorming on management reform', fr: 'Réflexion sur la réforme de la gestion' },
      note: {},
      preset: 'brainstorm',
      mode: 'attributed',
      startsAt: new Date(soon + 3_600_000).toISOString(),
      endsAt: new Date(soon + 10_800_000).toISOString(),
      zone: 'America/New_York',
      place: 'Conference Room 4',
      link: '',
      interpretation: [],
      items: [1, 2].map((number) => ({
        title: { en: `Agenda item ${number}` },
        note: {},
        questionIds: [],
        seconds: { state: 180, group: 300 },
        points: { budget: 5, cap: 3 },
      })),
      invited: place.delegations.map(({ id }) => ({ delegationId: id, as: 'delegate' as const })),
      observersAfter: true,
      prescreen: false,
      ideasOfOne: 20,
      rehearsal: false,
      ...given,
    },
  })
  const params = { sessionId: session.id }
  await place.staff.ask(announceSession, { params, body: { commandId: randomUUID() } })
  await place.staff.ask(moveSession, { params, body: { commandId: randomUUID(), from: 'announced', to: 'open' } })
  return session
}

/** A thousand lines of all delegations, each in the room and in one of eight others. */
function followersOf(place: Place, session: SessionView, audiences: SessionView[]): Follower[] {
  return Array.from({ length: FOLLOWERS }, (_, index) => {
    const { head, id } = place.delegations[index % place.delegations.length]!
    const followed = [session, audiences[index % audiences.length]!].map(({ id }) => streams.sessionAll(id))
    return {
      headers: ['origin', 'cookie'].map((name) => `${name}: ${head.headers[name]}\r\n`).join(''),
      first: [
        { type: 'hello', protocol: LIVE_PROTOCOL, actingFor: id },
        ...followed.map((stream) => ({ type: 'subscribe', stream, after: null })),
      ].map((message) => JSON.stringify(message)),
    }
  })
}

/** An event with what it changes, as large as those the room tells: its row is the same as in a reading. */
async function anEvent(place: Place, session: SessionView) {
  const { reply } = await place.staff.ask(readRoom, { params: { sessionId: session.id } })
  return {
    seq: 1,
    kind: 'screen.directed',
    subject: session.id,
    at: new Date().toISOString(),
    changes: [{ set: 'sessions', value: reply.sessions[0] }],
  }
}

async function newcomer(place: Place, session: SessionView): Promise<number> {
  await place.owner.query(
    `select count(*) from generate_series(1, $2::int - (select seq from streams where name = $1)),
      lateral journal_append($1, 'session.changed', $3, repeat('0', 64), null)`,
    [streams.sessionAll(session.id), EVENTS_BEFORE, session.id],
  )
  await wait(5_000)
  const times: number[] = []
  for (let turn = 0; turn < 60; turn++) {
    const { head } = place.delegations[turn]!
    times.push((await head.ask(readRoom, { params: { sessionId: session.id } })).ms)
  }
  return percentile(times.slice(5), 0.95)
}

/** Cards written in silence, shown to all at once. */
async function revealed(place: Place, session: SessionView, listeners: Listeners): Promise<Tally> {
  const itemId = session.items[0]!.id
  const params = { itemId }
  await place.staff.ask(movePhase, { params, body: { commandId: randomUUID(), from: 'idle', to: 'writing' } })
  await place.owner.query(
    `with written as (
      insert into ideas (session_id, item_id, text, language, state, place)
        select $1, $2, 'Idea ' || n || repeat(' of how the reform reaches the field', 4), 'en', 'silent', random()
          from generate_series(1, $3::int) n returning id)
    insert into idea_sources (idea_id, session_id, delegation_id, at)
      select id, $1, ($4::uuid[])[1 + (row_number() over ())::int % cardinality($4::uuid[])], now() from written`,
    [session.id, itemId, CARDS, place.delegations.map(({ id }) => id)],
  )
  await wait(2_000)
  await listeners.take('ours')
  await place.staff.ask(movePhase, { params, body: { commandId: randomUUID(), from: 'writing', to: 'revealed' } })
  await wait(5_000)
  const tally = await listeners.take('ours')
  console.log('reveal', JSON.stringify(tally))
  if (tally.events < FOLLOWERS) throw new Error(`only ${tally.events} of ${FOLLOWERS} saw the cards`)
  return tally
}

type Other = { http: Http; pid: number; processors: Processors; say(): Promise<unknown>; stop(): Promise<void> }

async function other(kind: Kind, place: Place): Promise<Other> {
  const port = await freePort()
  const child = await launched(['tests/bench/broadcast.ts', kind, String(port)], {})
  const http = new Http(`http://127.0.0.1:${port}`)
  const pid = child.pid ?? 0
  return {
    http,
    pid,
    processors: place.beside(pid),
    say: () => http.send('POST', '/say'),
    async stop() {
      http.close()
      await ended(child)
    },
  }
}

/** The process with the thousand clients. */
export class Listeners {
  private readonly child: ChildProcess = fork(join(import.meta.dirname, 'listeners.ts'))
  private readonly over = new Promise<never>((_, reject) =>
    this.child.once('exit', (code) => reject(new Error(`the listeners ended with ${code}`))),
  )

  async open(kind: Kind, origin: string, path: string, followers: Follower[]): Promise<void> {
    await this.ask({ open: { kind, port: Number(new URL(origin).port), path, followers } }, (heard) =>
      'opened' in heard && heard.opened === kind ? true : null,
    )
  }

  /** From now on whoever loses the line comes back; `back` is when all have. */
  comeBack(kind: Kind): Promise<true> {
    return this.ask({ comeBack: kind }, (heard) => ('back' in heard && heard.back === kind ? true : null))
  }

  take(kind: Kind): Promise<Tally> {
    return this.ask({ take: kind }, (heard) => ('took' in heard && heard.took === kind ? heard.tally : null))
  }

  stop(): void {
    this.over.catch(() => {})
    this.child.kill()
  }

  private ask<T>(order: Order, answer: (heard: Heard) => T | null): Promise<T> {
    const answered = new Promise<T>((resolve) => {
      const hear = (heard: Heard) => {
        const found = answer(heard)
        if (found === null) return
        this.child.off('message', hear)
        resolve(found)
      }
      this.child.on('message', hear)
      this.child.send(order)
    })
    return Promise.race([answered, this.over])
  }
}
