import type {
  ConvergenceView,
  FindingConvergence,
  MovedView,
  RELEASE_OUTCOMES,
  ReleasePreview,
  VersionConvergence,
} from '@consultation/shared/feedback.ts'
import { streams } from '@consultation/shared/live.ts'
import { type Caller, isStaff, may } from '@consultation/shared/rules/access.ts'
import {
  convergenceOf,
  MOVES,
  type Move,
  moveOf,
  type PositionBy,
  type Region,
  releaseOf,
  releaseOfMoves,
  sameFigures,
  wholeFigures,
} from '@consultation/shared/rules/convergence.ts'
import { FEEDBACK_STANCES, type FeedbackStance } from '@consultation/shared/rules/feedback.ts'
import type { Figures, Tally } from '@consultation/shared/rules/numbers.ts'
import type { Translated } from '@consultation/shared/text.ts'
import type { Tx } from '../database/database.ts'
import { inTurn } from '../database/database.ts'
import { Refused } from '../refused.ts'
import { partIn, type RetreatRow } from '../retreats/reading.ts'
import type { Work } from '../work.ts'
import { retreatIn } from './desk.ts'
import { convergenceReleases } from './tables.ts'

/** What was given out of a version: as it is stored, and served so ever after. */
export type Released = { stances: Figures<Region, FeedbackStance>; moves: Figures<Region, Move> | null }

// ── positions ─────────────────────────────────────────────────────────────────────────────────

// CV1 to CV4 as one query; tests/server/convergence.test.ts holds it equal to the rules. Read as the caller: whoever sees names
// alone gets the figures of what was said by name. $2 leaves the unnamed out for others too. Stances are numbers here, and a link
// with its stance is one, so that the strongest is the least: one grouping instead of a join of everything with itself, for which
// the planner, who cannot know how many rows these steps give, would choose loops within loops.
const code = (column: string) =>
  `case ${column} ${FEEDBACK_STANCES.map((stance, at) => `when '${stance}' then ${at}`).join(' ')} end`
const LINK = 10
const positionsOf = (whom: string) => `participants as materialized (
    select d.id, d.regional_group as region from retreats r join delegations d on d.id = any (r.participant_ids)
    where r.id = $1 ${whom}),
  steps as materialized (
    select v.id, v.finding_id, row_number() over (partition by v.finding_id order by v.version) as step
    from retreats r join finding_versions v on v.finding_id = any (r.finding_ids) where r.id = $1),
  words as materialized (
    select f.id, f.finding_version_id as version_id, f.attribution, ${code('f.stance')} as stance from feedback f
    where f.retreat_id = $1 and f.current),
  said as materialized (
    select s.finding_version_id as version_id, s.delegation_id, s.group_id, s.roster, s.at, w.stance
    from feedback_sources s join words w on w.id = s.feedback_id
    where s.retreat_id = $1 and s.current and (not $2::boolean or s.named)),
  group_words as materialized (
    select version_id, group_id, roster, at, stance from said where group_id is not null),
  acts as materialized (
    select a.finding_version_id as version_id, a.delegation_id, a.group_id, a.association, a.at, w.stance
    from feedback_associations a
    join group_words w on w.version_id = a.finding_version_id and w.group_id = a.group_id and a.at >= w.at
    where a.retreat_id = $1 and a.withdrawn_at is null),
  along as (
    select distinct on (version_id, delegation_id) version_id, delegation_id, stance from acts
    where association = 'associates' order by version_id, delegation_id, at desc, group_id desc),
  covered as (
    select w.version_id, m.id as delegation_id, min(w.stance) as stance
    from group_words w cross join lateral unnest(w.roster) m (id)
    left join acts a on a.version_id = w.version_id and a.group_id = w.group_id and a.delegation_id = m.id
    where a.delegation_id is null
    group by 1, 2 having min(w.stance) = max(w.stance)),
  linked as (
    select version_id, delegation_id, ${LINK} + stance as position from said where group_id is null
    union all select version_id, delegation_id, 2 * ${LINK} + stance from along
    union all select version_id, delegation_id, 3 * ${LINK} + stance from covered),
  strongest as (
    select version_id, delegation_id, min(position) as position from linked group by 1, 2),
  positions as materialized (
    select l.version_id, l.delegation_id, p.region, l.position % ${LINK} as stance, l.position / ${LINK} as link,
      v.finding_id, v.step
    from strongest l join participants p on p.id = l.delegation_id join steps v on v.id = l.version_id)`
/** Figures count Member States; observers and entities stand by name beside them. */
const OF_STATES = positionsOf("and d.kind = 'member'")
const OF_ALL = positionsOf('')

// CV5, CV6: the position before it is that of the version before, or there is none.
const MOVED_FROM = `lag(stance) over w as before, lag(step) over w = step - 1 as follows`
const BEFORE = `window w as (partition by finding_id, delegation_id order by step)`
const moveCode = (from: FeedbackStance, to: FeedbackStance) => MOVES.indexOf(moveOf(from, to))
/** CV5 as the rule says it, for every pair of stances. */
const MOVE = `(array[${FEEDBACK_STANCES.flatMap((from) => FEEDBACK_STANCES.map((to) => moveCode(from, to))).join(', ')}])[before * ${FEEDBACK_STANCES.length} + stance + 1]`

const counted = (column: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `count(*) filter (where ${column} = ${at + from})`).join(', ')

const TALLIES = {
  name: 'convergence-tallies',
  text: `with ${OF_STATES},
    moved as (select version_id, region, stance, link, case when follows then ${MOVE} end as move
      from (select version_id, region, stance, link, ${MOVED_FROM} from positions ${BEFORE}) p)
    select 'region' as kind, null::uuid as "versionId", region, array[count(*)]::int[] as figures from participants group by region
    union all
    select 'positions', version_id, region, array[${counted('stance', FEEDBACK_STANCES.length)}, ${counted('link', 3, 1)},
      ${counted('move', MOVES.length)}]::int[] from moved group by 2, 3
    union all
    select 'statements', version_id, null, array[count(*) filter (where group_id is null), count(group_id), 0]::int[]
      from said group by 2
    union all
    select 'statements', version_id, null, array[0, 0, count(*) filter (where attribution <> 'attributed')]::int[] from words group by 2`,
}
type TallyRow = {
  kind: 'region' | 'positions' | 'statements'
  versionId: string | null
  region: Region
  figures: number[]
}

type VersionTally = {
  stances: Tally<Region, FeedbackStance>
  moves: Tally<Region, Move>
  by: { own: number; association: number; group: number }
  statements: { national: number; group: number; unnamed: number }
}
export type Tallies = { states: number; of(versionId: string): VersionTally }

/** Of every version of the findings put to a retreat, as the caller's rights let it be counted. */
export async function talliesOf(tx: Tx, retreatId: string, { namedOnly }: { namedOnly: boolean }): Promise<Tallies> {
  const { rows } = await tx.$client.query<TallyRow>({ ...TALLIES, values: [retreatId, namedOnly] })
  const regions = rows.filter(({ kind }) => kind === 'region').toSorted((a, b) => orderOf(a.region) - orderOf(b.region))
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId)
  const tallied = <K>(of: readonly TallyRow[], keys: readonly K[], from: number): Tally<Region, K> =>
    new Map(
      regions.map(({ region }) => {
        const figures = of.find((row) => row.kind === 'positions' && row.region === region)?.figures ?? []
        return [region, new Map(keys.map((key, at) => [key, figures[from + at] ?? 0]))]
      }),
    )
  const LINKED = FEEDBACK_STANCES.length
  const MOVED = LINKED + 3
  return {
    states: regions.reduce((sum, { figures }) => sum + (figures[0] ?? 0), 0),
    of(versionId) {
      const of = byVersion.get(versionId) ?? []
      const summed = (kind: TallyRow['kind'], at: number) =>
        of.reduce((sum, row) => sum + (row.kind === kind ? (row.figures[at] ?? 0) : 0), 0)
      return {
        stances: tallied(of, FEEDBACK_STANCES, 0),
        moves: tallied(of, MOVES, MOVED),
        by: {
          own: summed('positions', LINKED),
          association: summed('positions', LINKED + 1),
          group: summed('positions', LINKED + 2),
        },
        statements: {
          national: summed('statements', 0),
          group: summed('statements', 1),
          unnamed: summed('statements', 2),
        },
      }
    },
  }
}

const ORDER: readonly Region[] = ['african', 'asia-pacific', 'eastern-european', 'grulac', 'weog', null]
const orderOf = (region: Region) => ORDER.indexOf(region)

// ── the findings and what was given out ───────────────────────────────────────────────────────

type VersionRow = {
  findingId: string
  versionId: string
  number: number
  version: number
  title: Translated
  track: string
}
const VERSIONS = {
  name: 'convergence-versions',
  text: `select v.finding_id as "findingId", v.id as "versionId", v.number, v.version, v.title, v.track
    from retreats r cross join lateral unnest(r.finding_ids) with ordinality put (id, place)
    join finding_versions v on v.finding_id = put.id
    where r.id = $1 order by put.place, v.version desc`,
}
const PRIORITIES = {
  name: 'convergence-priorities',
  text: `select finding_id as "findingId", count(*)::int as figure from priorities p join delegations d on d.id = p.delegation_id
    cross join unnest(p.finding_ids) finding_id where p.retreat_id = $1 and d.kind = 'member' group by 1`,
}
const RELEASES = {
  name: 'convergence-releases',
  text: `select c.finding_version_id as "versionId", v.finding_id as "findingId", c.figures, c.at
    from convergence_releases c join finding_versions v on v.id = c.finding_version_id
    where c.retreat_id = $1 order by c.at, c.number`,
}
type ReleaseRow = { versionId: string; findingId: string; figures: Released; at: Date }

const releasesIn = async (tx: Tx, retreatId: string) =>
  (await tx.$client.query<ReleaseRow>({ ...RELEASES, values: [retreatId] })).rows
const versionsIn = async (tx: Tx, retreatId: string) =>
  (await tx.$client.query<VersionRow>({ ...VERSIONS, values: [retreatId] })).rows

/**
 * Where views converge, for this viewer: staff all figures, the Review Team those of what was said by name, everybody else
 * what was given out. Refuses: not_found.
 */
export async function convergenceIn(tx: Tx, caller: Caller, retreatId: string, now: Date): Promise<ConvergenceView> {
  const retreat = await retreatIn(tx, retreatId)
  const reads = may(caller, 'finding.write')
  const [versions, releases, tallies, priorities, own] = await Promise.all([
    versionsIn(tx, retreatId),
    releasesIn(tx, retreatId),
    reads ? talliesOf(tx, retreatId, { namedOnly: false }) : null,
    isStaff(caller)
      ? tx.$client.query<{ findingId: string; figure: number }>({ ...PRIORITIES, values: [retreatId] })
      : null,
    reads ? new Map<string, OwnRow>() : ownPositions(tx, retreatId, partIn(caller, retreat)),
  ])
  const named = new Map(priorities?.rows.map(({ findingId, figure }) => [findingId, figure]))
  const newest = new Map(releases.map((row) => [row.versionId, row]))
  const presentVersion = (row: VersionRow, earlier: VersionRow | undefined): VersionConvergence => {
    const released = newest.get(row.versionId)
    const tally = tallies?.of(row.versionId)
    const said = own.get(row.versionId)
    const before = earlier && own.get(earlier.versionId)
    return {
      versionId: row.versionId,
      version: row.version,
      figures: tally ? wholeFigures(tally.stances, FEEDBACK_STANCES) : (released?.figures.stances ?? null),
      by: tally?.by ?? null,
      statements: tally?.statements ?? null,
      moves: tally ? (earlier ? wholeFigures(tally.moves, MOVES) : null) : (released?.figures.moves ?? null),
      releasedAt: released?.at.toISOString() ?? null,
      own: said ? { stance: said.stance, by: said.by, move: before ? moveOf(before.stance, said.stance) : null } : null,
    }
  }
  const byFinding = Map.groupBy(versions, ({ findingId }) => findingId)
  return {
    ...headOf(retreat),
    basis: isStaff(caller) ? 'all' : reads ? 'named' : 'released',
    states: tallies?.states ?? null,
    findings: [...byFinding].map(([findingId, of]): FindingConvergence => {
      const shown = of.map((row, at) => presentVersion(row, of[at + 1]))
      return {
        findingId,
        number: of[0]!.number,
        title: of[0]!.title,
        track: of[0]!.track,
        convergence: convergenceOf(shown[0]!.figures?.parts ?? []),
        versions: shown,
        priority: priorities ? (named.get(findingId) ?? 0) : null,
      }
    }),
    may: { release: may(caller, 'convergence.release'), readNames: reads },
    now: now.toISOString(),
  }
}

const headOf = ({ id, consultationId, reference, title }: RetreatRow) => ({
  retreatId: id,
  consultationId,
  reference,
  title,
})

const LINKS: readonly PositionBy[] = ['own', 'association', 'group']
const stanceOf = (at: number): FeedbackStance => FEEDBACK_STANCES[at]!
type OwnRow = { stance: FeedbackStance; by: PositionBy }
const OWN = {
  name: 'convergence-own',
  text: `with ${OF_ALL} select version_id as "versionId", stance, link from positions where delegation_id = $3`,
}

async function ownPositions(tx: Tx, retreatId: string, delegationId: string | null): Promise<Map<string, OwnRow>> {
  if (delegationId === null) return new Map()
  const { rows } = await tx.$client.query<{ versionId: string; stance: number; link: number }>({
    ...OWN,
    values: [retreatId, false, delegationId],
  })
  return new Map(
    rows.map(({ versionId, stance, link }) => [versionId, { stance: stanceOf(stance), by: LINKS[link - 1]! }]),
  )
}

/** What was given out, for files: nothing else of the figures leaves the house. */
export const releasedConvergenceOf = (tx: Tx, retreatId: string, now: Date): Promise<ConvergenceView> =>
  convergenceIn(tx, { kind: 'nobody' }, retreatId, now)

// ── by name ───────────────────────────────────────────────────────────────────────────────────

type MovedRow = {
  delegationId: string
  fromVersion: number
  toVersion: number
  fromStance: number
  fromLink: number
  toStance: number
  toLink: number
}
const MOVED = {
  name: 'convergence-moved',
  text: `with ${OF_ALL},
    stepped as (
      select version_id, delegation_id, stance, link, ${MOVED_FROM}, lag(link) over w as link_before, lag(version_id) over w as earlier_id
      from positions where finding_id = $3 ${BEFORE})
    select p.delegation_id as "delegationId", e.version as "fromVersion", v.version as "toVersion", p.before as "fromStance",
      p.link_before as "fromLink", p.stance as "toStance", p.link as "toLink"
    from stepped p join finding_versions v on v.id = p.version_id join finding_versions e on e.id = p.earlier_id
    join delegations d on d.id = p.delegation_id
    where p.follows and ($4::uuid is null or p.delegation_id = $4)
    order by v.version desc, d.protocol_order nulls last, d.code`,
}

/** Whose position moved between versions, as far as the caller may see names. A delegation sees its own. Refuses: not_found. */
export async function movesIn(tx: Tx, caller: Caller, retreatId: string, findingId: string): Promise<MovedView[]> {
  const retreat = await retreatIn(tx, retreatId)
  const reads = may(caller, 'finding.write')
  const delegationId = partIn(caller, retreat)
  if (!reads && delegationId === null) throw new Refused('not_found')
  const { rows } = await tx.$client.query<MovedRow>({
    ...MOVED,
    values: [retreatId, false, findingId, reads ? null : delegationId],
  })
  return rows.map((row) => {
    const [from, to] = [stanceOf(row.fromStance), stanceOf(row.toStance)]
    return {
      delegationId: row.delegationId,
      fromVersion: row.fromVersion,
      toVersion: row.toVersion,
      from: { stance: from, by: LINKS[row.fromLink - 1]! },
      to: { stance: to, by: LINKS[row.toLink - 1]! },
      move: moveOf(from, to),
    }
  })
}

const UNHEARD = {
  name: 'convergence-unheard',
  text: `with ${OF_ALL}
    select p.id, o.link, o.stance, exists (select from group_words w where w.version_id = $3 and p.id = any (w.roster)) as spoken
    from participants p
    left join positions o on o.version_id = $3 and o.delegation_id = p.id
    join delegations d on d.id = p.id
    where o.link is null or o.link = 3 or o.stance = ${FEEDBACK_STANCES.indexOf('awaiting_instructions')}
    order by d.protocol_order nulls last, d.code`,
}

/** Who has not been heard on a version of what was put to the retreat: of another all would seem silent. Refuses: not_found. */
export async function unheardOn(tx: Tx, retreatId: string, versionId: string) {
  await retreatIn(tx, retreatId)
  if (!(await versionsIn(tx, retreatId)).some((one) => one.versionId === versionId)) throw new Refused('not_found')
  const { rows } = await tx.$client.query<{
    id: string
    link: number | null
    stance: number | null
    spoken: boolean
  }>({ ...UNHEARD, values: [retreatId, false, versionId] })
  const those = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).map(({ id }) => id)
  return {
    silent: those(({ link, spoken }) => link === null && !spoken),
    unclear: those(({ link, spoken }) => link === null && spoken),
    covered: those(({ link }) => link === 3),
    awaiting: those(
      ({ link, stance }) => link !== 3 && stance !== null && stanceOf(stance) === 'awaiting_instructions',
    ),
  }
}

// ── giving out ────────────────────────────────────────────────────────────────────────────────

type ReleaseOutcome = { versionId: string; outcome: (typeof RELEASE_OUTCOMES)[number] }

/** Gives out the figures of versions, one after the other, for each rests on those before. Refuses: not_found, not_put_to_retreat. */
export async function release(work: Work, retreatId: string, versionIds: readonly string[]): Promise<ReleaseOutcome[]> {
  await inTurn(work, `${retreatId} release`)
  const found = await wouldRelease(work.tx, retreatId, versionIds)
  for (const { versionId, number, outcome, figures } of found)
    if (outcome === 'released' && figures)
      await work.tx
        .insert(convergenceReleases)
        .values({ retreatId, findingVersionId: versionId, number, figures, at: work.now })
  const outcomes = found.map(({ versionId, outcome }) => ({ versionId, outcome }))
  await work.write(streams.retreatStaff(retreatId), 'convergence.released', retreatId, { outcomes })
  if (outcomes.some(({ outcome }) => outcome === 'released'))
    await work.write(streams.retreatAll(retreatId), 'convergence.released', retreatId, { outcomes })
  return outcomes
}

/** What giving out these versions would show, so that it is seen before. Refuses as `release` does. */
export async function previewOf(tx: Tx, retreatId: string, versionIds: readonly string[]): Promise<ReleasePreview[]> {
  const found = await wouldRelease(tx, retreatId, versionIds)
  return found.map(({ versionId, outcome, figures }) => ({
    versionId,
    outcome,
    figures: figures?.stances ?? null,
    moves: figures?.moves ?? null,
  }))
}

type WouldRelease = ReleaseOutcome & {
  number: number
  /** What stands given out afterwards. */
  figures: Released | null
}

/** One after the other, for each rests on those before. */
async function wouldRelease(tx: Tx, retreatId: string, versionIds: readonly string[]): Promise<WouldRelease[]> {
  await retreatIn(tx, retreatId)
  const [versions, releases] = [await versionsIn(tx, retreatId), await releasesIn(tx, retreatId)]
  const full = await talliesOf(tx, retreatId, { namedOnly: false })
  const named = await talliesOf(tx, retreatId, { namedOnly: true })
  return versionIds.map((versionId, index): WouldRelease => {
    const version = versions.find((one) => one.versionId === versionId)
    if (!version) throw new Refused('not_put_to_retreat', { field: `versionIds.${index}` })
    const own = releases.filter((one) => one.versionId === versionId)
    const found = releaseOne(version, versions, releases, full, named)
    if (found.outcome === 'released')
      releases.push({ versionId, findingId: version.findingId, figures: found.figures, at: new Date(0) })
    return {
      versionId,
      number: own.length + 1,
      outcome: found.outcome,
      figures: found.outcome === 'released' ? found.figures : (own.at(-1)?.figures ?? null),
    }
  })
}

type OneOutcome =
  | { outcome: 'released'; figures: Released }
  | { outcome: Exclude<ReleaseOutcome['outcome'], 'released'> }

function releaseOne(
  version: VersionRow,
  versions: readonly VersionRow[],
  releases: readonly ReleaseRow[],
  full: Tallies,
  named: Tallies,
): OneOutcome {
  const ofFinding = releases.filter(({ findingId }) => findingId === version.findingId)
  const own = ofFinding.filter(({ versionId }) => versionId === version.versionId).map(({ figures }) => figures)
  const others = ofFinding.filter(({ versionId }) => versionId !== version.versionId).map(({ figures }) => figures)
  // The regional groups are cut once, by the first figures of the retreat that have them.
  const cut = releases
    .find(({ figures }) => figures.stances.parts.length > 0)
    ?.figures.stances.parts.map((p) => p.regions)
  const [all, byName] = [full.of(version.versionId), named.of(version.versionId)]
  const stances = releaseOf({
    own: own.map((one) => one.stances),
    others: others.map((one) => one.stances),
    tally: all.stances,
    named: byName.stances,
    options: FEEDBACK_STANCES,
    cut,
  })
  if (stances.figures === null) return { outcome: stances.outcome }
  const before = versions.find((one) => one.findingId === version.findingId && one.version < version.version)
  const earlier = before && ofFinding.findLast(({ versionId }) => versionId === before.versionId)?.figures.stances
  const moves = earlier
    ? releaseOfMoves({
        own: own.map((one) => one.moves).filter((one) => one !== null),
        beside: [earlier, stances.figures],
        tally: all.moves,
        named: byName.moves,
        cut,
      })
    : (own.at(-1)?.moves ?? null)
  const figures: Released = { stances: stances.figures, moves }
  const last = own.at(-1)
  const unchanged = last && sameFigures(last.stances, stances.figures) && sameFigures(last.moves, moves)
  return unchanged ? { outcome: 'unchanged' } : { outcome: 'released', figures }
}
