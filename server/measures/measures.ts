import { streams } from '@consultation/shared/live.ts'
import type { MeasureBody, MeasureView } from '@consultation/shared/measures.ts'
import { type Caller, may } from '@consultation/shared/rules/access.ts'
import { isHeldUp, type MeasureState, ringThrough } from '@consultation/shared/rules/measures.ts'
import type { Translated } from '@consultation/shared/text.ts'
import type { MeasureLine } from '@consultation/shared/things.ts'
import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import { consultations } from '../consultations/tables.ts'
import type { Tx } from '../database/database.ts'
import { cite } from '../links/links.ts'
import { presentLine, restsOf } from '../links/results.ts'
import { dayOf } from '../people/groups.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { measureDependencies, measureHistory, measures } from './tables.ts'

export type MeasureRow = typeof measures.$inferSelect

/** The action plan: measures by their numbers, as far as the caller may see them. */
export async function measuresOf(tx: Tx, caller: Caller, consultationId: string, now: Date): Promise<MeasureView[]> {
  const rows = await tx
    .select()
    .from(measures)
    .where(eq(measures.consultationId, consultationId))
    .orderBy(asc(measures.number))
  return presented(tx, caller, rows, now)
}

/** Refuses: not_found. */
export async function measureOf(tx: Tx, caller: Caller, measureId: string, now: Date): Promise<MeasureView> {
  const [view] = await presented(tx, caller, [await rowOf(tx, measureId)], now)
  return view!
}

/** Refuses: not_found (the consultation), invalid (at `needs.N` or `citations.N`), circular. */
export async function add(work: Work, consultationId: string, body: MeasureBody): Promise<string> {
  const { needs, citations, ...words } = body
  await oneAtATime(work)
  const [consultation] = await work.tx
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
  if (!consultation) throw new Refused('not_found')
  const [last] = await work.tx
    .select({ number: measures.number })
    .from(measures)
    .where(eq(measures.consultationId, consultationId))
    .orderBy(desc(measures.number))
    .limit(1)
  const [row] = await work.tx
    .insert(measures)
    .values({ consultationId, number: (last?.number ?? 0) + 1, ...words })
    .returning()
  await kept(work, row!.id, row!.state, {})
  await depend(work, row!.id, needs)
  await cite(work, consultationId, { kind: 'measure', id: row!.id }, citations)
  await told(work, row!, 'measure.added', body)
  return row!.id
}

/** Refuses: not_found, changed_meanwhile, invalid, circular. */
export async function change(work: Work, measureId: string, revision: number, body: MeasureBody): Promise<void> {
  const { needs, citations, ...words } = body
  await oneAtATime(work)
  const row = await rowOf(work.tx, measureId)
  await mustBeCurrent(work, row.revision === revision, measureId)
  await work.tx
    .update(measures)
    .set({ ...words, revision: revision + 1 })
    .where(eq(measures.id, measureId))
  await depend(work, measureId, needs)
  await cite(work, row.consultationId, { kind: 'measure', id: measureId }, citations)
  await told(work, row, 'measure.changed', body)
}

type Move = { from: MeasureState; to: MeasureState; note: Translated }

/** Refuses: not_found, changed_meanwhile (it stands elsewhere by now), nothing_changed. */
export async function move(work: Work, measureId: string, { from, to, note }: Move): Promise<void> {
  await oneAtATime(work)
  const row = await rowOf(work.tx, measureId)
  await mustBeCurrent(work, row.state === from, measureId)
  if (from === to) throw new Refused('nothing_changed', { field: 'to' })
  await work.tx.update(measures).set({ state: to }).where(eq(measures.id, measureId))
  await kept(work, measureId, to, note)
  await told(work, row, 'measure.moved', { from, to, note })
}

/** Opens a measure to every delegation; what is open stays so. Refuses: not_found. */
export async function publish(work: Work, measureId: string): Promise<void> {
  await oneAtATime(work)
  const row = await rowOf(work.tx, measureId)
  await work.tx.update(measures).set({ published: true }).where(eq(measures.id, measureId))
  await told(work, { ...row, published: true }, 'measure.published', { measure: measureId })
}

/** Opens all of the plan; says how many were not open before. Refuses: nothing_changed (there is nothing to open). */
export async function publishAll(work: Work, consultationId: string): Promise<number> {
  await oneAtATime(work)
  const opened = await work.tx
    .update(measures)
    .set({ published: true })
    .where(and(eq(measures.consultationId, consultationId), eq(measures.published, false)))
    .returning({ id: measures.id })
  if (opened.length === 0) throw new Refused('nothing_changed')
  const measureIds = opened.map(({ id }) => id)
  for (const stream of [streams.consultation(consultationId), streams.consultationAll(consultationId)])
    await work.write(stream, 'measure.published', consultationId, { measures: measureIds.sort() })
  return opened.length
}

// Two who at once let A wait for B and B for A would each see no ring: whoever writes measures waits for who does so now.
const oneAtATime = (work: Work) => work.client.query(`select pg_advisory_xact_lock(hashtextextended('measures', 0))`)

/** Whoever reads measures in this transaction sees no more than row-level security lets through. Refuses: not_found. */
async function rowOf(tx: Tx, measureId: string): Promise<MeasureRow> {
  const [row] = await tx.select().from(measures).where(eq(measures.id, measureId))
  if (!row) throw new Refused('not_found')
  return row
}

async function mustBeCurrent(work: Work, isCurrent: boolean, measureId: string): Promise<void> {
  if (isCurrent) return
  throw new Refused('changed_meanwhile', { current: await measureOf(work.tx, work.caller, measureId, work.now) })
}

async function kept(work: Work, measureId: string, state: MeasureState, note: Translated): Promise<void> {
  if (work.caller.kind !== 'person') throw new Refused('forbidden')
  await work.tx.insert(measureHistory).values({ measureId, state, note, by: work.caller.personId, at: work.now })
}

/** ME4 Measures of any track; a ring is refused with the measures in it, beginning and ending with this one. */
async function depend(work: Work, measureId: string, needs: readonly string[]): Promise<void> {
  const wanted = [...new Set(needs)]
  const known = await work.tx.select({ id: measures.id }).from(measures).where(inArray(measures.id, wanted))
  const strange = needs.findIndex((id) => !known.some((one) => one.id === id))
  if (strange >= 0) throw new Refused('invalid', { field: `needs.${strange}` })
  const ring = ringThrough(measureId, wanted, await work.tx.select().from(measureDependencies))
  if (ring) {
    const named = await linesOf(work.tx, ring, work.now)
    throw new Refused('circular', {
      field: `needs.${needs.indexOf(ring[1] ?? measureId)}`,
      current: ring.flatMap((id) => named.get(id) ?? []),
    })
  }
  await work.tx.delete(measureDependencies).where(eq(measureDependencies.measureId, measureId))
  if (wanted.length > 0)
    await work.tx.insert(measureDependencies).values(wanted.map((needed) => ({ measureId, needs: needed })))
}

/** Delegations are told of what they may read; not what it rests on, which is not all for them. */
async function told(
  work: Work,
  { id, consultationId, published }: MeasureRow,
  kind: 'measure.added' | 'measure.changed' | 'measure.moved' | 'measure.published',
  content: object,
): Promise<void> {
  await work.write(streams.consultation(consultationId), kind, id, content)
  if (published) await work.write(streams.consultationAll(consultationId), kind, id)
}

// ── what is shown ─────────────────────────────────────────────────────────────────────────────

/** Measures in a few words, those the caller may see. */
export async function linesOf(tx: Tx, ids: readonly string[], now: Date): Promise<Map<string, MeasureLine>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(measures)
    .where(inArray(measures.id, [...ids]))
  return new Map(rows.map((row) => [row.id, presentLine(row, dayOf(now))]))
}

/** Everything beside the rows in four reads, however many measures there are. */
async function presented(tx: Tx, caller: Caller, rows: MeasureRow[], now: Date): Promise<MeasureView[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const today = dayOf(now)
  const history = await tx
    .select()
    .from(measureHistory)
    .where(inArray(measureHistory.measureId, ids))
    .orderBy(desc(measureHistory.at))
  const around = await tx
    .select()
    .from(measureDependencies)
    .where(or(inArray(measureDependencies.measureId, ids), inArray(measureDependencies.needs, ids)))
  const lines = await linesOf(tx, [...new Set(around.flatMap(({ measureId, needs }) => [measureId, needs]))], now)
  const rests = await restsOf(
    tx,
    caller,
    ids.map((id) => ({ kind: 'measure', id })),
    now,
  )
  const manages = may(caller, 'measure.manage')
  return rows.map((row) => ({
    ...presentLine(row, today),
    text: row.text,
    published: row.published,
    revision: row.revision,
    history: history
      .filter(({ measureId }) => measureId === row.id)
      .map(({ state, note, at }) => ({ state, note, at: at.toISOString() })),
    needs: around
      .filter(({ measureId }) => measureId === row.id)
      .flatMap(({ needs }) => lines.get(needs) ?? [])
      .map((line) => ({ ...line, holdsUp: isHeldUp(row, line, today) }))
      .sort(inPlanOrder),
    neededBy: around
      .filter(({ needs }) => needs === row.id)
      .flatMap(({ measureId }) => lines.get(measureId) ?? [])
      .sort(inPlanOrder),
    rests: rests.get(row.id) ?? [],
    may: { change: manages, publish: manages && !row.published },
  }))
}

const inPlanOrder = (a: MeasureLine, b: MeasureLine) =>
  a.consultationId.localeCompare(b.consultationId) || a.number - b.number
