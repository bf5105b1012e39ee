import { closeList } from '../../shared/question-lists.ts'
import { readOwnTraces, readTrace } from '../../shared/traces.ts'
import { type Line, percentile } from './measure.ts'
import type { Delegation, Place } from './place.ts'
import { circulated, fill } from './writing.ts'

const FINDINGS = 30
const VERSIONS = 3
const TIMES = 60

/**
 * From a paragraph of the report to its sources and back, where each of thirty findings, in each of its three versions, and each of
 * thirty paragraphs of a summary rests on what 195 delegations answered.
 */
export async function traceLines(place: Place): Promise<Line[]> {
  const list = await circulated(place)
  await fill(place, list, 1)
  await place.staff.ask(closeList, { params: { listId: list.id }, body: { commandId: crypto.randomUUID() } })
  const { onFindings, onSummaries } = await carriedThrough(place, list.consultationId, list.id)
  await place.owner.query('vacuum analyze')
  const through = { findings: times(), summary: times() }
  const own: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const { head } = place.delegations[turn % place.delegations.length] as Delegation
    for (const [way, ids] of [['findings', onFindings] as const, ['summary', onSummaries] as const]) {
      const id = ids[turn % ids.length] ?? ''
      through[way].staff.push(await thereAndBack(place.staff, id))
      through[way].delegate.push(await thereAndBack(head, id))
    }
    own.push((await head.ask(readOwnTraces, {})).ms)
  }
  // The first ones find cold caches.
  const p95 = (times: number[]) => percentile(times.slice(5), 0.95)
  const absolute = { unit: 'ms on the server', reference: null, goal: 50 }
  return [
    { name: 'From a paragraph to 195 sources and back, staff, p95', ours: p95(through.findings.staff), ...absolute },
    {
      name: 'From a paragraph to 195 sources and back, delegation, p95',
      ours: p95(through.findings.delegate),
      ...absolute,
    },
    { name: 'The same through a summary, staff, p95', ours: p95(through.summary.staff), ...absolute },
    { name: 'The same through a summary, delegation, p95', ours: p95(through.summary.delegate), ...absolute },
    { name: 'What became of all a delegation said, p95', ours: p95(own), ...absolute },
  ]
}

const times = () => ({ staff: [] as number[], delegate: [] as number[] })

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

/**
 * Past the doors, as 20,000 citations would take minutes: findings and a summary on answers, measures on findings, some paragraphs on
 * both, others on the summary.
 */
async function carriedThrough({ owner }: Place, consultationId: string, listId: string) {
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
    `with texts as (
       insert into reports (kind, consultation_id, number, list_id, reference, title, published_at)
       values ('report', $1, null, null, 'BENCH/R', '{"en":"Report"}', now()), ('summary', $1, 1, $2, 'BENCH/S1', '{"en":"Summary"}', now())
       returning id, kind)
     insert into report_paragraphs (report_id, consultation_id, kind, place, texts)
     select texts.id, $1, 'paragraph', n, jsonb_build_object('en', jsonb_build_array(jsonb_build_object('kind', 'paragraph',
       'content', jsonb_build_array(jsonb_build_object('text', repeat('Authority will be given. ', 20))))))
     from texts cross join generate_series(1, case kind when 'report' then ${2 * FINDINGS} else ${FINDINGS} end) n`,
    [consultationId, listId],
  )
  // Each finding and paragraph of the summary on all the answers to one question; the newest version is what measures and
  // paragraphs rest on. The second half of the report rests on the summary.
  await owner.query(
    `with writer as (select person_id as id from office_roles limit 1),
       questions as (select question_id, row_number() over (order by question_id) as place
         from (select distinct question_id from contributions where list_id = $2) q),
       newest as (select id, number from finding_versions where consultation_id = $1 and version = ${VERSIONS}),
       parts as (select p.id, r.kind, p.place::int as place from report_paragraphs p join reports r on r.id = p.report_id where p.consultation_id = $1),
       edges as (
         select 'answer'::linked_kind as from_kind, c.id as from_id, 'finding'::linked_kind as to_kind, v.id as to_id
           from finding_versions v join questions q on q.place = 1 + v.number % 13
           join contributions c on c.list_id = $2 and c.question_id = q.question_id and c.current
           where v.consultation_id = $1
         union all select 'finding', n.id, 'measure', m.id from newest n join measures m using (number) where m.consultation_id = $1
         union all select 'finding', n.id, 'paragraph', p.id from newest n join parts p on p.kind = 'report' and p.place = n.number
         union all select 'measure', m.id, 'paragraph', p.id from measures m join parts p on p.kind = 'report' and p.place = m.number
           where m.consultation_id = $1
         union all select 'answer', c.id, 'summary', s.id
           from parts s join questions q on s.kind = 'summary' and q.place = 1 + s.place % 13
           join contributions c on c.list_id = $2 and c.question_id = q.question_id and c.current
         union all select 'summary', s.id, 'paragraph', p.id
           from parts s join parts p on s.kind = 'summary' and p.kind = 'report' and p.place = s.place + ${FINDINGS})
     insert into links (consultation_id, from_kind, from_id, to_kind, to_id, by, at)
     select $1, from_kind, from_id, to_kind, to_id, writer.id, now() from edges cross join writer`,
    [consultationId, listId],
  )
  const { rows } = await owner.query<{ id: string }>(
    `select p.id from report_paragraphs p join reports r on r.id = p.report_id
     where p.consultation_id = $1 and r.kind = 'report' order by p.place`,
    values,
  )
  const ids = rows.map(({ id }) => id)
  return { onFindings: ids.slice(0, FINDINGS), onSummaries: ids.slice(FINDINGS) }
}
