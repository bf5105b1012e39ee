import { closeList } from '../../shared/question-lists.ts'
import { readOwnTraces, readTrace } from '../../shared/traces.ts'
import { type Line, percentile } from './measure.ts'
import type { Delegation, Place } from './place.ts'
import { circulated, fill } from './writing.ts'

const FINDINGS = 30
const VERSIONS = 3
const TIMES = 60

/**
 * From a paragraph of the report to its sources and back, where each of thirty findings rests, in each of its three versions, on
 * what 195 delegations answered.
 */
export async function traceLines(place: Place): Promise<Line[]> {
  const list = await circulated(place)
  await fill(place, list, 1)
  await place.staff.ask(closeList, { params: { listId: list.id }, body: { commandId: crypto.randomUUID() } })
  const paragraphs = await carriedThrough(place, list.consultationId, list.id)
  await place.owner.query('vacuum analyze')
  const staff: number[] = []
  const delegate: number[] = []
  const own: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const { head } = place.delegations[turn % place.delegations.length] as Delegation
    const id = paragraphs[turn % paragraphs.length] ?? ''
    staff.push(await thereAndBack(place.staff, id))
    delegate.push(await thereAndBack(head, id))
    own.push((await head.ask(readOwnTraces, {})).ms)
  }
  // The first ones find cold caches.
  const p95 = (times: number[]) => percentile(times.slice(5), 0.95)
  const absolute = { unit: 'ms on the server', reference: null, goal: 50 }
  return [
    { name: 'From a paragraph to 195 sources and back, staff, p95', ours: p95(staff), ...absolute },
    { name: 'From a paragraph to 195 sources and back, delegation, p95', ours: p95(delegate), ...absolute },
    { name: 'What became of all a delegation said, p95', ours: p95(own), ...absolute },
  ]
}

/** Both calls together: the paragraph with what it rests on, two steps deep, and one of those answers with where it went. */
async function thereAndBack(caller: Delegation['head'], paragraphId: string): Promise<number> {
  const there = await caller.ask(readTrace, { params: { kind: 'paragraph', id: paragraphId } })
  const sources = there.reply.restsOn.flatMap(({ beyond }) => beyond).filter(({ thing }) => thing.kind === 'answer')
  const answer = sources[sources.length >> 1]?.thing
  if (!answer || sources.length < 190) throw new Error(`${sources.length} sources`)
  const back = await caller.ask(readTrace, { params: { kind: 'answer', id: answer.id } })
  if (!back.reply.becameOf.some(({ beyond }) => beyond.some(({ thing }) => thing.id === paragraphId)))
    throw new Error('there is no way back')
  return there.ms + back.ms
}

/** Past the doors, as 20,000 citations would take minutes: findings on answers, measures on findings, paragraphs on both. */
async function carriedThrough({ owner }: Place, consultationId: string, listId: string): Promise<string[]> {
  const values = [consultationId]
  await owner.query(
    `insert into findings (consultation_id, number, track, title, texts, change, version, revision, published_revision)
     select $1, n, 'management', jsonb_build_object('en', 'Finding ' || n), '{}', '{}', ${VERSIONS}, ${VERSIONS}, ${VERSIONS}
     from generate_series(1, ${FINDINGS}) n`,
    values,
  )
  await owner.query(
    `insert into finding_versions (finding_id, consultation_id, version, number, track, title, texts, change, digest, published_at)
     select f.id, $1, v, f.number, f.track, f.title,
       '{"en":[{"kind":"paragraph","content":[{"text":"Support reaches missions late."}]}]}', '{}', repeat('0', 64), now()
     from findings f cross join generate_series(1, ${VERSIONS}) v where f.consultation_id = $1`,
    values,
  )
  await owner.query(
    `insert into measures (consultation_id, number, title, text, owner, track, due, state, published)
     select $1, n, jsonb_build_object('en', 'Measure ' || n), '{}', '{"en":"Department of Management"}', 'management', '2017-09',
       'under_way', true
     from generate_series(1, ${FINDINGS}) n`,
    values,
  )
  await owner.query(
    `with report as (
       insert into reports (consultation_id, reference, title, published_at) values ($1, 'BENCH/R', '{"en":"Report"}', now()) returning id)
     insert into report_paragraphs (report_id, consultation_id, kind, place, texts)
     select report.id, $1, 'paragraph', n, jsonb_build_object('en', jsonb_build_array(jsonb_build_object('kind', 'paragraph',
       'content', jsonb_build_array(jsonb_build_object('text', repeat('Authority will be given. ', 20))))))
     from report cross join generate_series(1, ${FINDINGS}) n`,
    values,
  )
  // Each finding on all the answers to one question; the newest version is what measures and paragraphs rest on.
  await owner.query(
    `with writer as (select person_id as id from office_roles limit 1),
       questions as (select question_id, row_number() over (order by question_id) as place
         from (select distinct question_id from contributions where list_id = $2) q),
       newest as (select id, number from finding_versions where consultation_id = $1 and version = ${VERSIONS}),
       edges as (
         select 'answer'::linked_kind as from_kind, c.id as from_id, 'finding'::linked_kind as to_kind, v.id as to_id
           from finding_versions v join questions q on q.place = 1 + v.number % 13
           join contributions c on c.list_id = $2 and c.question_id = q.question_id and c.current
           where v.consultation_id = $1
         union all select 'finding', n.id, 'measure', m.id from newest n join measures m using (number) where m.consultation_id = $1
         union all select 'finding', n.id, 'paragraph', p.id from newest n join report_paragraphs p on p.place = n.number
           where p.consultation_id = $1
         union all select 'measure', m.id, 'paragraph', p.id from measures m join report_paragraphs p on p.place = m.number
           where p.consultation_id = $1 and m.consultation_id = $1)
     insert into links (consultation_id, from_kind, from_id, to_kind, to_id, by, at)
     select $1, from_kind, from_id, to_kind, to_id, writer.id, now() from edges cross join writer`,
    [consultationId, listId],
  )
  const { rows } = await owner.query<{ id: string }>(
    'select id from report_paragraphs where consultation_id = $1 order by place',
    values,
  )
  return rows.map(({ id }) => id)
}
