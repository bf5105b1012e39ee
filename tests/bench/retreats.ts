import { randomUUID } from 'node:crypto'
import { reformConsultation } from '../../server/seed/sample-lists.ts'
import { addConsultation } from '../../shared/consultations.ts'
import { giveFeedback, readConvergence, readDesk } from '../../shared/feedback.ts'
import { sampleText } from '../support/sample-texts.ts'
import { atOnce, interleaved, type Line, percentile } from './measure.ts'
import type { Delegation, Place } from './place.ts'

const FINDINGS = 30
const VERSIONS = 3
const TIMES = 60
const LANES = 16
const ROUNDS = 3

/** What 195 delegations said to three versions of thirty findings, and once more when ten retreats hold as much. */
export async function retreatLines(place: Place): Promise<Line[]> {
  const retreat = await filled(place, 1)
  await place.owner.query('vacuum analyze')
  const single = await times(place, retreat.id)
  for (let more = 2; more <= 10; more++) await filled(place, more)
  await place.owner.query('vacuum analyze')
  const tenfold = await times(place, retreat.id)
  return [
    { name: 'Convergence page, p95', unit: 'ms on the server', ours: single.convergence, reference: null, goal: 150 },
    {
      name: 'Convergence page with ten times the data, p95',
      unit: 'ms on the server',
      ours: tenfold.convergence,
      reference: { name: 'ours with one retreat', value: single.convergence },
      goal: 1.5,
    },
    { name: 'Desk of thirty findings, p95', unit: 'ms on the server', ours: single.desk, reference: null, goal: 50 },
    await giving(place, retreat.id),
  ]
}

/**
 * Past the doors, as 17,370 of them would take minutes: findings, versions, the feedback of each State, and two groups that speak
 * for their members to each version.
 */
async function filled(place: Place, number: number): Promise<{ id: string }> {
  const { reply } = await place.staff.ask(addConsultation, {
    body: { commandId: randomUUID(), ...reformConsultation(), reference: `RETREAT-${number}` },
  })
  const { owner } = place
  const values = [reply.id]
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
  const { rows } = await owner.query<{ id: string }>(
    `insert into retreats (consultation_id, number, reference, title, note, place, zone, state, participant_ids, finding_ids,
       feedback_opens_at, feedback_closes_at, attribution_offered, feedback_open, announced_at)
     select $1, 1, 'RETREAT-' || $2, '{"en":"Informal retreat"}', '{}', '', 'America/New_York', 'announced',
       (select array_agg(id) from delegations), (select array_agg(id order by number) from findings where consultation_id = $1),
       now() - interval '1 day', now() + interval '1 day', '{attributed,not_for_attribution}', true, now()
     returning id`,
    [reply.id, number],
  )
  const id = rows[0]!.id
  await owner.query(
    `with given as materialized (
       select gen_random_uuid() as id, v.id as version_id, v.finding_id, v.version, v.number, s.delegation_id, s.group_id, s.roster, s.place
       from finding_versions v cross join (
         select d.id as delegation_id, null::uuid as group_id, '{}'::uuid[] as roster, row_number() over (order by d.code) as place
         from delegations d where d.kind <> 'entity'
         union all
         select (array_agg(m.delegation_id order by m.delegation_id))[1], g.id, array_agg(distinct m.delegation_id), 0
         from groups g join group_members m on m.group_id = g.id where g.key in ('g77', 'nam') group by g.id) s
       where v.consultation_id = $1),
     words as (
       insert into feedback (id, retreat_id, finding_id, finding_version_id, stance, channel, language, reason, proposals, attribution, open)
       select id, $2, finding_id, version_id,
         (enum_range(null::feedback_stance))[1 + (place * 7 + number * 3 + version * (place % 3)) % 6], 'writing', 'en',
         jsonb_build_array(jsonb_build_object('kind', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('text', repeat('Because of what we see in the field. ', 20))))),
         '[]', (case when place % 4 = 3 then 'not_for_attribution' else 'attributed' end)::attribution, place % 4 <> 3
       from given)
     insert into feedback_sources (feedback_id, retreat_id, finding_version_id, delegation_id, group_id, roster, named, open, revision, at)
     select id, $2, version_id, delegation_id, group_id, roster, place % 4 <> 3, place % 4 <> 3, 1, now() from given`,
    [reply.id, id],
  )
  return { id }
}

async function times(place: Place, retreatId: string) {
  const params = { retreatId }
  const convergence: number[] = []
  const desk: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    convergence.push((await place.staff.ask(readConvergence, { params })).ms)
    const { head } = place.delegations[turn % place.delegations.length] as Delegation
    desk.push((await head.ask(readDesk, { params })).ms)
  }
  // The first ones find cold caches on both sides of the comparison.
  return { convergence: percentile(convergence.slice(5), 0.95), desk: percentile(desk.slice(5), 0.95) }
}

/** Newer words of 120 on a version, checked, kept beside the earlier ones and journalled, at 16 at once. */
async function giving(place: Place, retreatId: string): Promise<Line> {
  const states = place.delegations.slice(0, LANES)
  const desks = await Promise.all(states.map(({ head }) => head.ask(readDesk, { params: { retreatId } })))
  const reason = sampleText('en', 120, 1)
  const count = 1_600
  const lanes = desks.map(({ reply }) => ({ turn: 0, revisions: new Map<string, number>(), findings: reply.findings }))
  const given = async (): Promise<number> => {
    const used = await place.ours.during(() =>
      atOnce(count, LANES, async (_index, lane) => {
        const at = lanes[lane]!
        const finding = at.findings[at.turn++ % FINDINGS]!
        const { versionId } = finding
        const known = finding.own.find((one) => one.versionId === versionId && one.groupId === null)!
        const { reply } = await states[lane]!.head.ask(giveFeedback, {
          params: { retreatId, versionId },
          ifMatch: at.revisions.get(versionId) ?? known.revision,
          body: { commandId: randomUUID(), stance: 'concern', language: 'en', attribution: known.attribution, reason },
        })
        at.revisions.set(versionId, reply.revision!)
      }),
    )
    return (used.server + used.postgres) / count
  }
  const body = JSON.stringify({
    owner: 7,
    body: [{ stance: 'answered', language: 'en', attribution: 'attributed', blocks: reason }],
  })
  const bare = async (): Promise<number> => {
    const used = await place.reference.during(() =>
      atOnce(count, LANES, async () => {
        const answer = await place.bare.send('POST', '/rows', {}, body)
        if (answer.status !== 200) throw new Error(answer.text)
      }),
    )
    return (used.server + used.postgres) / count
  }
  const { ours, reference } = await interleaved(ROUNDS, given, bare)
  return {
    name: 'Giving feedback anew, 16 at once',
    unit: 'ms CPU, server and PostgreSQL',
    ours,
    reference: { name: 'Fastify + zod + one INSERT', value: reference },
    goal: 8,
  }
}
