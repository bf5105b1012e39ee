import type { Reference } from '@consultation/shared/links.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { isLate } from '@consultation/shared/rules/measures.ts'
import { isTraceable } from '@consultation/shared/rules/traces.ts'
import type { Translated } from '@consultation/shared/text.ts'
import type { MeasureLine, Rest, ResultView, Thing } from '@consultation/shared/things.ts'
import type { Tx } from '../database/database.ts'
import type { Texts } from '../findings/tables.ts'
import type { measures } from '../measures/tables.ts'
import { dayOf } from '../people/groups.ts'
import { keyOf, linksTo, sourceOf } from './links.ts'
import { sourcesOf } from './sources.ts'

/** Results and contributions, by `kind:id`, as far as the caller may know of them here. */
export async function thingsOf(
  tx: Tx,
  caller: Caller,
  refs: readonly Reference[],
  now: Date,
): Promise<Map<string, Thing>> {
  const [sources, results] = await Promise.all([sourcesOf(tx, caller, refs), resultsOf(tx, refs, now)])
  const things = new Map<string, Thing>(results)
  for (const [key, source] of sources) if (isTraceable(source.shownAs, caller)) things.set(key, source)
  return things
}

/** What each of these rests on, contributions and results alike, by the id of what rests on them. */
export async function restsOf(
  tx: Tx,
  caller: Caller,
  tos: readonly Reference[],
  now: Date,
): Promise<Map<string, Rest[]>> {
  const links = await linksTo(tx, tos)
  const things = await thingsOf(tx, caller, links.map(sourceOf), now)
  const rests = new Map<string, Rest[]>()
  for (const link of links) {
    const thing = things.get(keyOf(sourceOf(link)))
    if (thing) rests.set(link.toId, [...(rests.get(link.toId) ?? []), { passage: link.passage, thing }])
  }
  // In the order of what they are, not of when or how often they were taken up: that is nobody's but the writers'.
  return new Map([...rests].map(([id, some]) => [id, inOrder(some)]))
}

const RESULTS = ['paragraph', 'measure', 'finding', 'summary', 'theme']
/** Results first, by number; then contributions, by what they are and who said them. */
export const inOrder = <T extends { thing: Thing }>(some: readonly T[]): T[] =>
  some
    .map((one) => ({ one, rank: rankOf(one.thing), written: written(one.thing) }))
    .sort((a, b) => a.rank - b.rank || (a.written < b.written ? -1 : a.written > b.written ? 1 : 0))
    .map(({ one }) => one)
const rankOf = ({ kind }: Thing) => (RESULTS.includes(kind) ? RESULTS.indexOf(kind) : RESULTS.length)
// Ids and figures alone: no language has a say in their order.
const written = (thing: Thing) => {
  if (!('place' in thing)) return 'number' in thing ? String(thing.number ?? 0).padStart(5, '0') : ''
  const { shownAs } = thing
  return `${thing.kind} ${shownAs && 'delegationId' in shownAs ? shownAs.delegationId : ''} ${thing.id}`
}

type Row = {
  id: string
  consultationId: string
  number: number
  title: Translated
  findingId: string
  version: number
  superseded: boolean
  withdrawn: boolean
  paragraph: number | null
  summaryId: string
  texts: Texts
}

const THEMES = `select id, consultation_id as "consultationId", number, title from themes where id = any ($1)`
// A draft is cited under the finding's own id; row-level security shows it to who writes.
const FINDINGS = `select v.id, v.finding_id as "findingId", v.consultation_id as "consultationId", v.number, v.version, v.title,
    exists (select from finding_versions n where n.finding_id = v.finding_id and n.version > v.version) as superseded,
    exists (select from finding_versions n where n.finding_id = v.finding_id and n.withdrawn_at is not null) as withdrawn
  from finding_versions v where v.id = any ($1)
  union all
  select f.id, f.id, f.consultation_id, f.number, 0, f.title, false, f.withdrawn_at is not null
  from findings f where f.id = any ($1)`
const MEASURES = `select id, consultation_id as "consultationId", number, title, owner, track, due, state
  from measures where id = any ($1)`
// Paragraphs are numbered through in the order of their places; headings are not counted.
const PARAGRAPH = `p.id, p.consultation_id as "consultationId", p.texts,
    case p.kind when 'paragraph' then (select count(*)::int from report_paragraphs o
      where o.report_id = p.report_id and o.kind = 'paragraph' and o.place <= p.place) end as paragraph`
const PARAGRAPHS = `select ${PARAGRAPH}
  from report_paragraphs p join reports r on r.id = p.report_id where p.id = any ($1) and r.kind = 'report'`
const SUMMARIES = `select ${PARAGRAPH}, r.id as "summaryId", r.title
  from report_paragraphs p join reports r on r.id = p.report_id where p.id = any ($1) and r.kind = 'summary'`

/** Results by `kind:id`; row-level security leaves out what the caller may not read. */
export async function resultsOf(tx: Tx, refs: readonly Reference[], now: Date): Promise<Map<string, ResultView>> {
  const shown = new Map<string, ResultView>()
  const ask = async <R extends { id: string }>(
    kind: ResultView['kind'],
    text: string,
    present: (row: R) => ResultView,
  ): Promise<void> => {
    const ids = [...new Set(refs.filter((one) => one.kind === kind).map(({ id }) => id))]
    if (ids.length === 0) return
    const { rows } = await tx.$client.query<R>({ name: `results-${kind}`, text, values: [ids] })
    for (const row of rows) shown.set(keyOf({ kind, id: row.id }), present(row))
  }
  await Promise.all([
    ask('theme', THEMES, (row: Row) => ({ kind: 'theme', ...titled(row) })),
    ask('finding', FINDINGS, (row: Row) => ({
      kind: 'finding',
      ...titled(row),
      findingId: row.findingId,
      version: row.version,
      superseded: row.superseded,
      withdrawn: row.withdrawn,
    })),
    ask('measure', MEASURES, (row: MeasureWords) => ({ kind: 'measure', ...presentLine(row, dayOf(now)) })),
    ask('paragraph', PARAGRAPHS, (row: Row) => ({
      kind: 'paragraph',
      id: row.id,
      consultationId: row.consultationId,
      number: row.paragraph,
      texts: row.texts,
    })),
    ask('summary', SUMMARIES, (row: Row) => ({
      kind: 'summary',
      id: row.id,
      consultationId: row.consultationId,
      summaryId: row.summaryId,
      title: row.title,
      number: row.paragraph,
      texts: row.texts,
    })),
  ])
  return shown
}

const titled = ({ id, consultationId, number, title }: Row) => ({ id, consultationId, number, title })

type MeasureRow = typeof measures.$inferSelect
type MeasureWords = Pick<MeasureRow, 'id' | 'consultationId' | 'number' | 'title' | 'owner' | 'track' | 'due' | 'state'>

/** A measure in a few words. `today` is a day in New York. */
export const presentLine = (row: MeasureWords, today: string): MeasureLine => ({
  id: row.id,
  consultationId: row.consultationId,
  number: row.number,
  title: row.title,
  track: row.track as MeasureLine['track'],
  owner: row.owner,
  due: row.due,
  state: row.state,
  late: isLate(row, today),
})
