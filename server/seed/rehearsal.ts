import { randomUUID } from 'node:crypto'
import { givePoints, writeIdea } from '@consultation/shared/board.ts'
import { listConsultations } from '@consultation/shared/consultations.ts'
import { type Endpoint, pathOf, type ReplyOf, type Sent } from '@consultation/shared/contract.ts'
import { inscribe } from '@consultation/shared/floor.ts'
import { readHealth } from '@consultation/shared/health.ts'
import { isSilent, takesIdeas, takesPoints } from '@consultation/shared/rules/board.ts'
import { isWaiting } from '@consultation/shared/rules/floor.ts'
import { TEMPERATURE_CHOICES } from '@consultation/shared/rules/temperature.ts'
import {
  addSession,
  announceSession,
  attend,
  moveSession,
  PRESETS,
  type RoomView,
  readRoom,
} from '@consultation/shared/sessions.ts'
import { signIn } from '@consultation/shared/sign-in.ts'
import { answerTemperature } from '@consultation/shared/temperatures.ts'
import { remark } from '@consultation/shared/topics.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { type CastPerson, castPerson, RESPONDENTS, respondentHead } from './cast.ts'
import { HELD, HELD_IDEAS, UNDER_WAY_IDEAS } from './sample-session-texts.ts'

const HOUR_MS = 3_600_000
/** A delegation thinks this long between two acts. */
const PAUSE_MS = { least: 2_000, most: 9_000 }

/** Somebody of the demonstration at a browser of their own: the same calls as anybody's, through the same door. */
export class Actor {
  private cookie = ''
  delegationId: string | null = null
  readonly who: CastPerson
  private readonly origin: string

  constructor(origin: string, who: CastPerson) {
    this.origin = origin
    this.who = who
  }

  async begin(): Promise<this> {
    const me = await this.does(signIn, { body: { email: this.who.email, password: this.who.password } })
    this.delegationId = me.memberships[0]?.delegationId ?? null
    return this
  }

  /** The reply, or an error that names the refusal. */
  async does<E extends Endpoint>(endpoint: E, sent: Partial<Sent<E>>): Promise<ReplyOf<E>> {
    const { params = {}, body } = sent as { params?: Record<string, string>; body?: unknown }
    const response = await fetch(`${this.origin}${pathOf(endpoint.path, params)}`, {
      method: endpoint.method,
      headers: {
        origin: this.origin,
        'accept-language': this.who.language,
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.delegationId ? { 'x-acting-for': this.delegationId } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = response.headers.getSetCookie()[0]
    if (set) this.cookie = set.split(';')[0] ?? ''
    const reply: unknown = await response.json()
    if (!response.ok) throw new Error(`${endpoint.path}: ${JSON.stringify(reply)}`)
    return endpoint.reply.parse(reply) as ReplyOf<E>
  }

  /** What is refused is left: the room has gone on, and so does a delegation. */
  async tries<E extends Endpoint>(endpoint: E, sent: Partial<Sent<E>>): Promise<boolean> {
    return this.does(endpoint, sent).then(
      () => true,
      () => false,
    )
  }
}

export type Rehearsal = { sessionId: string; seats: Actor[]; chair: Actor }

/** A session to rehearse in, chaired by staff, with so many simulated seats. Only where all there is are sample texts. */
export async function beginRehearsal(origin: string, seats: number): Promise<Rehearsal> {
  const chair = await new Actor(origin, castPerson('staff')).begin()
  const { sample } = await chair.does(readHealth, {})
  if (!sample) throw new Error('A rehearsal is played only where all there is are sample texts (npm run demo).')
  const { consultations } = await chair.does(listConsultations, {})
  const [consultation] = consultations
  if (!consultation) throw new Error('There is no consultation to rehearse in.')
  const actors: Actor[] = []
  for (const respondent of RESPONDENTS.slice(0, seats))
    actors.push(await new Actor(origin, respondentHead(respondent)).begin())
  const { mode, prescreen, ideasOfOne, seconds, points } = PRESETS.brainstorm
  const now = Date.now()
  const session = await chair.does(addSession, {
    params: { consultationId: consultation.id },
    body: {
      commandId: randomUUID(),
      title: HELD.title,
      note: {},
      preset: 'brainstorm',
      mode,
      prescreen,
      ideasOfOne,
      startsAt: new Date(now).toISOString(),
      endsAt: new Date(now + 2 * HOUR_MS).toISOString(),
      zone: NEW_YORK,
      items: HELD.items.map(({ title }) => ({ title, note: {}, questionIds: [], seconds, points })),
      invited: actors.flatMap(({ delegationId }) => (delegationId ? [{ delegationId }] : [])),
      observersAfter: true,
      rehearsal: true,
    },
  })
  const params = { sessionId: session.id }
  await chair.does(announceSession, { params, body: { commandId: randomUUID() } })
  await chair.does(moveSession, { params, body: { commandId: randomUUID(), from: 'announced', to: 'open' } })
  return { sessionId: session.id, seats: actors, chair }
}

/** Every seat acts by itself, as what it sees suggests, until it is stopped. */
export async function play({ sessionId, seats }: Rehearsal, stop: AbortSignal, pause = PAUSE_MS): Promise<void> {
  await Promise.all(seats.map((seat) => sit(seat, sessionId, stop, pause)))
}

async function sit(seat: Actor, sessionId: string, stop: AbortSignal, pause: typeof PAUSE_MS): Promise<void> {
  await seat.tries(attend, { params: { sessionId }, body: { commandId: randomUUID() } })
  while (!stop.aborted) {
    await waited(pause.least + Math.random() * (pause.most - pause.least), stop)
    if (stop.aborted) return
    const view = await seat.does(readRoom, { params: { sessionId } }).catch(() => null)
    if (view?.sessions[0]?.state === 'closed') return
    if (view) await act(seat, view)
  }
}

const waited = (ms: number, stop: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, ms)
    stop.addEventListener('abort', () => done(void clearTimeout(timer)), { once: true })
  })

/** One act, or none: a delegation does not do everything at once. */
async function act(seat: Actor, view: RoomView): Promise<void> {
  const item = view.items.find(({ id }) => id === view.sessions[0]?.currentItemId) ?? view.items[0]
  if (!item) return
  const params = { itemId: item.id }
  const commandId = randomUUID()
  const open = view.temperatures.find(
    ({ state, id }) => state === 'open' && !view.ownTemperatures.some((one) => one.id === id),
  )
  const topic = drawn(view.topics.filter(({ itemId, resolvedAt }) => itemId === item.id && resolvedAt === null))
  const clusters = view.clusters.filter(({ itemId }) => itemId === item.id)
  const waits = view.speakers.some(
    ({ itemId, seat: place, state }) =>
      itemId === item.id && place.kind === 'delegation' && place.delegationId === seat.delegationId && isWaiting(state),
  )
  if (open && chance(0.8)) {
    await seat.tries(answerTemperature, {
      params: { temperatureId: open.id },
      body: { choice: drawn(TEMPERATURE_CHOICES)! },
    })
  } else if (takesPoints(item.board.phase) && clusters.length > 0 && !view.ownPoints.some(({ id }) => id === item.id)) {
    await seat.tries(givePoints, {
      params,
      body: { revision: 0, points: { [drawn(clusters)!.id]: Math.min(item.board.cap, item.board.budget) } },
    })
  } else if (takesIdeas(item.board.phase) && chance(isSilent(item.board.phase) ? 0.7 : 0.15)) {
    const idea = drawn([...HELD_IDEAS, ...UNDER_WAY_IDEAS])!
    await seat.tries(writeIdea, {
      params,
      body: { commandId, text: idea.text, language: idea.language, groupId: null },
    })
  } else if (item.listOpen && !waits && chance(0.25)) {
    await seat.tries(inscribe, { params, body: { commandId, capacity: 'national', groupId: null, delegationId: null } })
  } else if (topic && chance(0.2)) {
    const idea = drawn(HELD_IDEAS)!
    await seat.tries(remark, {
      params: { topicId: topic.id },
      body: { commandId, text: idea.text, language: idea.language, replyTo: null, quotes: null },
    })
  }
}

const chance = (of: number) => Math.random() < of
const drawn = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)]
