import { streams } from '@consultation/shared/live.ts'
import { REGIONAL_GROUPS, type RegionalGroup } from '@consultation/shared/people.ts'
import type { Change, TemperatureResult, TemperatureView } from '@consultation/shared/room-view.ts'
import { type Figures, nextFigures, type Part, type Tally } from '@consultation/shared/rules/numbers.ts'
import {
  TEMPERATURE_CHOICES,
  type TemperatureChoice,
  type TemperatureState,
} from '@consultation/shared/rules/temperature.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { and, asc, count, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { inTurn, reading, type Tx, transaction } from '../database/database.ts'
import type { JobKind } from '../journal/jobs.ts'
import { delegations } from '../people/tables.ts'
import { Refused } from '../refused.ts'
import { own, ownWith } from '../sessions/own.ts'
import { atItem, contributed, type Look, type RoomPart, type SessionRow } from '../sessions/room.ts'
import { invitedTo } from '../sessions/seats.ts'
import { sessionInvited, sessions } from '../sessions/tables.ts'
import { type Parts, type Work, work } from '../work.ts'
import { temperatureAnswers, temperatures } from './tables.ts'

export type TemperatureRow = typeof temperatures.$inferSelect

/** Prepares a question; the room sees it once it is opened. Refuses: not_found, forbidden, session_not_open, required. */
export async function ask(work: Work, itemId: string, question: Translated): Promise<TemperatureRow> {
  const { session } = await atItem(work, itemId, 'temperature.run')
  if (Object.values(question).length === 0) throw new Refused('required', { field: 'question' })
  const [asked] = await work.tx
    .insert(temperatures)
    .values({ sessionId: session.id, itemId, question, askedAt: work.now })
    .returning()
  await work.write(streams.sessionPodium(session.id), 'temperature.asked', asked!.id, { question })
  return asked!
}

const NEXT: Record<TemperatureState, readonly TemperatureState[]> = {
  prepared: ['open'],
  open: ['closed'],
  closed: ['released', 'kept_back'],
  released: [],
  kept_back: [],
}

/**
 * Opens, closes, releases or keeps back, from the state it was seen in. `result` is what a release gives out; see `resultOf`. Refuses:
 * not_found, forbidden, session_not_open, moved_meanwhile, invalid (not a step).
 */
export async function move(
  work: Work,
  temperatureId: string,
  from: TemperatureState,
  to: TemperatureState,
  result: TemperatureResult | null | undefined,
): Promise<TemperatureRow> {
  const { known, session } = await runnable(work, temperatureId)
  if (known.state !== from) throw new Refused('moved_meanwhile')
  if (!NEXT[from].includes(to)) throw new Refused('invalid', { field: 'to' })
  // It was closed after the figures were to be worked out.
  if (to === 'released' && result === undefined) throw new Refused('moved_meanwhile')
  const [moved] = await work.tx
    .update(temperatures)
    .set({ state: to, ...(to === 'released' ? { result } : {}) })
    .where(eq(temperatures.id, temperatureId))
    .returning()
  // Where names are sealed, what each delegation answered goes once it is settled what is given out.
  const forgotten = NEXT[to].length === 0 && session.mode !== 'attributed'
  if (forgotten) await work.client.query('select forget_answers($1)', [temperatureId])
  await told(work, session, temperatureId, 'temperature.moved', { from, to }, forgotten)
  return moved!
}

/** The same once more; the round before is kept. Refuses: not_found, forbidden, session_not_open, moved_meanwhile. */
export async function again(work: Work, temperatureId: string): Promise<TemperatureRow> {
  const { known, session } = await runnable(work, temperatureId)
  const [later] = await work.tx.select().from(temperatures).where(eq(temperatures.earlierId, temperatureId))
  if (NEXT[known.state].length > 0 || later) throw new Refused('moved_meanwhile')
  const [next] = await work.tx
    .insert(temperatures)
    .values({
      sessionId: session.id,
      itemId: known.itemId,
      question: known.question,
      round: known.round + 1,
      earlierId: temperatureId,
      askedAt: work.now,
    })
    .returning()
  await work.write(streams.sessionPodium(session.id), 'temperature.asked', next!.id, { round: next!.round })
  return next!
}

/**
 * Begins anew without the answers given so far: they stand under the question that is withdrawn, which nobody is shown any
 * more. Refuses: not_found, forbidden, session_not_open, moved_meanwhile.
 */
export async function reset(work: Work, temperatureId: string): Promise<void> {
  const { known, session } = await runnable(work, temperatureId)
  if (known.state !== 'open') throw new Refused('moved_meanwhile')
  await work.client.query('select forget_answers($1)', [temperatureId])
  await told(work, session, temperatureId, 'temperature.reset', { state: known.state }, true)
}

/** The delegation's answer until it is closed; told to nobody else. Refuses: not_found, forbidden, session_not_open, temperature_closed. */
export async function answer(
  work: Work,
  temperatureId: string,
  choice: TemperatureChoice,
): Promise<{ id: string; choice: TemperatureChoice }> {
  const known = await temperatureOf(work.tx, temperatureId)
  const { session, standing } = await atItem(work, known.itemId, 'temperature.answer')
  const { state } = await temperatureOf(work.tx, temperatureId)
  if (standing.delegationId === null) throw new Refused('forbidden')
  if (state !== 'open') throw new Refused('temperature_closed')
  const row = { temperatureId, sessionId: session.id, delegationId: standing.delegationId, choice }
  await work.tx
    .insert(temperatureAnswers)
    .values(row)
    .onConflictDoUpdate({
      target: [temperatureAnswers.temperatureId, temperatureAnswers.delegationId],
      set: { choice },
    })
  await contributed(work, session)
  // Without the choice: of seven, each could be found by its digest long after the answer is gone.
  await work.write(streams.sessionSeat(session.id, standing.delegationId), 'temperature.answered', temperatureId)
  return { id: temperatureId, choice }
}

async function runnable(work: Work, temperatureId: string) {
  const { itemId } = await temperatureOf(work.tx, temperatureId)
  const { session } = await atItem(work, itemId, 'temperature.run')
  await inTurn(work, temperatureId)
  return { known: await temperatureOf(work.tx, temperatureId), session }
}

async function told(
  work: Work,
  session: SessionRow,
  temperatureId: string,
  kind: 'temperature.moved' | 'temperature.reset',
  content: object,
  forgotten = false,
): Promise<void> {
  // Whoever may have answered: who did is not looked up.
  if (forgotten)
    for (const delegationId of await invitedTo(work, session.id))
      await work.write(streams.sessionSeat(session.id, delegationId), kind, temperatureId, content)
  await work.write(streams.sessionPodium(session.id), kind, temperatureId, content)
  await work.write(streams.sessionAll(session.id), kind, temperatureId, content)
}

// ── figures ───────────────────────────────────────────────────────────────────────────────────

/**
 * What a release gives out: by the rules for small numbers (SN11 to SN13), null where too few answered, undefined where answers may
 * still come. A session is cut into
 * regional groups once, by the first question that is; a later round keeps the sets of the one before.
 */
export const resultOf = (parts: Parts, temperatureId: string) =>
  reading(parts.database, 'system', (tx, now) => resultWithin(tx, now, temperatureId))

async function resultWithin(tx: Tx, now: Date, temperatureId: string): Promise<TemperatureResult | null | undefined> {
  const known = await temperatureOf(tx, temperatureId)
  if (known.state !== 'closed') return undefined
  const tally = await tallyOf(tx, known)
  const others = await tx
    .select()
    .from(temperatures)
    .where(
      and(
        eq(temperatures.sessionId, known.sessionId),
        isNotNull(temperatures.result),
        ne(temperatures.id, temperatureId),
      ),
    )
    .orderBy(asc(temperatures.askedAt))
  const earlier = roundsBefore(known, others)
  const releases = earlier.map(figuresIn)
  const cut = others.find(({ result }) => result && result.parts.length > 0)?.result
  const figures = nextFigures(
    releases,
    tally,
    TEMPERATURE_CHOICES,
    cut?.parts.map(({ regions }) => regions),
  )
  const again = releases.findIndex((release) => release === figures)
  if (again >= 0) return earlier[again]!
  return figures && { number: earlier.length + 1, ...presentFigures(figures), at: now.toISOString() }
}

type Region = RegionalGroup | null
type TemperatureFigures = Figures<Region, TemperatureChoice>

/** What the rounds before gave out, the first first, each release once. */
function roundsBefore(known: TemperatureRow, others: readonly TemperatureRow[]): TemperatureResult[] {
  const before: TemperatureResult[] = []
  for (let id = known.earlierId; id !== null; ) {
    const round = others.find((one) => one.id === id)
    if (round?.result && before[0]?.number !== round.result.number) before.unshift(round.result)
    id = round?.earlierId ?? null
  }
  return before
}

const figuresIn = ({ answered, all, parts }: TemperatureResult): TemperatureFigures => ({
  answered,
  all: all && partsIn(all),
  parts: parts.map(({ regions, answered, figures }) => ({ regions, answered, figures: figures && partsIn(figures) })),
})
const partsIn = (told: NonNullable<TemperatureResult['all']>) =>
  told.map(({ choices, figure }) => ({ keys: choices, figure }))

const presentFigures = ({ answered, all, parts }: TemperatureFigures) => ({
  answered,
  all: all && presentParts(all),
  parts: parts.map((part) => ({ ...part, figures: part.figures && presentParts(part.figures) })),
})
const presentParts = (parts: readonly Part<TemperatureChoice>[]) =>
  parts.map(({ keys, figure }) => ({ choices: keys, figure }))

/** By regional group and choice; a group of which nobody answered is in it too, for it may have to be merged. */
async function tallyOf(tx: Tx, known: TemperatureRow): Promise<Tally<Region, TemperatureChoice>> {
  const [invited, answers] = await Promise.all([
    tx
      .selectDistinct({ region: delegations.regionalGroup })
      .from(sessionInvited)
      .innerJoin(delegations, eq(delegations.id, sessionInvited.delegationId))
      .where(and(eq(sessionInvited.sessionId, known.sessionId), eq(sessionInvited.invitedAs, 'delegate'))),
    tx
      .select({ region: delegations.regionalGroup, choice: temperatureAnswers.choice, answered: count() })
      .from(temperatureAnswers)
      .innerJoin(delegations, eq(delegations.id, temperatureAnswers.delegationId))
      .where(eq(temperatureAnswers.temperatureId, known.id))
      .groupBy(delegations.regionalGroup, temperatureAnswers.choice),
  ])
  const regions = [...REGIONAL_GROUPS, null].filter((region) =>
    [...invited, ...answers].some((one) => one.region === region),
  )
  return new Map(
    regions.map((region) => [
      region,
      new Map(answers.filter((one) => one.region === region).map(({ choice, answered }) => [choice, answered])),
    ]),
  )
}

/** Refuses: not_found. */
async function temperatureOf(tx: Tx, temperatureId: string): Promise<TemperatureRow> {
  const [row] = await tx.select().from(temperatures).where(eq(temperatures.id, temperatureId))
  if (!row) throw new Refused('not_found')
  return row
}

// ── closing ───────────────────────────────────────────────────────────────────────────────────

const SETTLE = 'temperature_settle'

/**
 * When a session closes, questions close, and what of them is not settled is settled by a job, which may read the answers: the
 * figures are given out where enough delegations answered, else it is recorded that they are not. Where names are sealed, what
 * each delegation answered is then destroyed.
 */
export async function closeTemperatures(work: Work, session: SessionRow): Promise<void> {
  const closed = await work.tx
    .update(temperatures)
    .set({ state: 'closed' })
    .where(and(eq(temperatures.sessionId, session.id), eq(temperatures.state, 'open')))
    .returning({ id: temperatures.id })
  for (const { id } of closed) {
    await work.write(streams.sessionPodium(session.id), 'temperature.moved', id, { to: 'closed' })
    await work.write(streams.sessionAll(session.id), 'temperature.moved', id, { to: 'closed' })
  }
  await work.later(SETTLE, session.id)
}

async function settle(parts: Parts, sessionId: string): Promise<void> {
  const due = await reading(parts.database, 'system', async (tx) => {
    const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId))
    if (session?.state !== 'closed') return null
    const ids = await tx
      .select({ id: temperatures.id })
      .from(temperatures)
      .where(and(eq(temperatures.sessionId, sessionId), eq(temperatures.state, 'closed')))
      .orderBy(asc(temperatures.askedAt), asc(temperatures.round))
    return { session, ids: ids.map(({ id }) => id) }
  })
  if (!due) return
  const { session, ids } = due
  for (const id of ids) await work(parts, 'system', (w) => settleOne(w, session, id))
  if (session.mode === 'attributed') return
  await transaction(parts.database, 'system', 'begin', (tx) =>
    tx.delete(temperatureAnswers).where(eq(temperatureAnswers.sessionId, sessionId)),
  )
}

async function settleOne(w: Work, session: SessionRow, id: string): Promise<void> {
  const result = (await resultWithin(w.tx, w.now, id)) ?? null
  const to = result ? 'released' : 'kept_back'
  const sealed = session.mode !== 'attributed'
  await w.tx
    .update(temperatures)
    .set({ state: to, result })
    .where(and(eq(temperatures.id, id), eq(temperatures.state, 'closed')))
  if (sealed) await w.tx.delete(temperatureAnswers).where(eq(temperatureAnswers.temperatureId, id))
  await told(w, session, id, 'temperature.moved', { to }, sealed)
}

export const temperatureJobs: JobKind[] = [{ kind: SETTLE, run: settle }]

// ── what a room is shown ──────────────────────────────────────────────────────────────────────

export const presentTemperature = (row: TemperatureRow): TemperatureView => ({
  id: row.id,
  itemId: row.itemId,
  question: row.question,
  round: row.round,
  earlierId: row.earlierId,
  state: row.state,
  result: row.result,
})

async function rowsIn(tx: Tx, { session }: Look, ids?: readonly string[]): Promise<TemperatureRow[]> {
  return tx
    .select()
    .from(temperatures)
    .where(and(eq(temperatures.sessionId, session.id), ids ? inArray(temperatures.id, [...ids]) : undefined))
    .orderBy(asc(temperatures.askedAt))
}

const OWN_ANSWERS = own(
  'ownTemperatures',
  'select a.temperature_id as id, a.choice from temperature_answers a where a.session_id = $1 and a.delegation_id = $2',
)

const SHOWN = { all: 'temperatures', podium: 'preparedTemperatures' } as const
const isShown = (row: TemperatureRow, kind: 'all' | 'podium') => (row.state === 'prepared') === (kind === 'podium')

/** The room sees a question from its opening on, the podium while it is prepared, a delegation its own answer. */
export const temperaturePart: RoomPart = {
  nouns: ['temperature'],
  own: [OWN_ANSWERS],
  async whole(tx, look) {
    const { kind } = look.seen
    if (kind === 'seat') return {}
    const rows = await rowsIn(tx, look)
    return { [SHOWN[kind]]: rows.filter((row) => isShown(row, kind)).map(presentTemperature) }
  },
  async changed(tx, look, _noun, subjects) {
    const { kind } = look.seen
    if (kind === 'seat') {
      const own = new Map((await ownWith(tx, OWN_ANSWERS, look, subjects)).map((one) => [one.id, one]))
      return subjects.map((id): Change => {
        const value = own.get(id)
        return value ? { set: 'ownTemperatures', value } : { drop: 'ownTemperatures', id }
      })
    }
    const rows = new Map((await rowsIn(tx, look, subjects)).map((row) => [row.id, row]))
    return subjects.map((id): Change => {
      const row = rows.get(id)
      return row && isShown(row, kind)
        ? { set: SHOWN[kind], value: presentTemperature(row) }
        : { drop: SHOWN[kind], id }
    })
  },
}
