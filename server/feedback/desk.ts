import type { DeskFinding, DeskView, FeedbackLine } from '@consultation/shared/feedback.ts'
import type { StreamName } from '@consultation/shared/live.ts'
import { type Caller, isStaff, may } from '@consultation/shared/rules/access.ts'
import type { Attribution } from '@consultation/shared/rules/attribution.ts'
import { type Association, type FeedbackStance, windowAt } from '@consultation/shared/rules/feedback.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { eq } from 'drizzle-orm'
import { type Database, looking, type Tx } from '../database/database.ts'
import { dayOf, groupsSpokenFor } from '../people/groups.ts'
import { Refused } from '../refused.ts'
import { partIn, type RetreatRow } from '../retreats/reading.ts'
import { priorities, retreats } from '../retreats/tables.ts'

/** A retreat as far as it is the caller's to see. Refuses: not_found. */
export async function retreatIn(tx: Tx, retreatId: string): Promise<RetreatRow> {
  const [retreat] = await tx.select().from(retreats).where(eq(retreats.id, retreatId))
  if (!retreat) throw new Refused('not_found')
  return retreat
}

/** What its participants are told they may all follow; when something without a name was given only staff are told. */
export async function mayFollowRetreat(database: Database, caller: Caller, stream: StreamName): Promise<boolean> {
  if (!may(caller, 'retreat.read')) return false
  const [, id = '', audience] = stream.split(':')
  if (audience !== 'all') return isStaff(caller)
  const { rows } = await looking(database, caller, {
    name: 'retreat-followed',
    text: 'select id from retreats where id = $1',
    values: [id],
  })
  return rows.length > 0
}

export const windowOf = (retreat: RetreatRow, now: Date) =>
  windowAt({ opensAt: retreat.feedbackOpensAt, closesAt: retreat.feedbackClosesAt }, now)

/** The findings put to a retreat with what the caller's delegation said to each. Refuses: not_found. */
export async function deskOf(tx: Tx, caller: Caller, retreatId: string, now: Date): Promise<DeskView> {
  const retreat = await retreatIn(tx, retreatId)
  const delegationId = partIn(caller, retreat)
  const [versions, lines, own, speaksFor] = await Promise.all([
    newestVersions(tx, retreat),
    delegationId === null ? [] : linesFor(tx, retreatId, delegationId),
    delegationId === null ? undefined : prioritiesOf(tx, retreatId, delegationId),
    delegationId === null ? [] : groupsSpokenFor(tx, delegationId, dayOf(now)),
  ])
  const window = windowOf(retreat, now)
  const given = Map.groupBy(lines, (line) => line.findingId)
  const gives = window === 'open' && may(caller, 'feedback.give') && delegationId !== null
  return {
    retreatId,
    consultationId: retreat.consultationId,
    reference: retreat.reference,
    title: retreat.title,
    window,
    opensAt: retreat.feedbackOpensAt.toISOString(),
    closesAt: retreat.feedbackClosesAt.toISOString(),
    attributionOffered: retreat.attributionOffered,
    openToAll: retreat.feedbackOpen,
    delegationId,
    speaksFor,
    findings: versions.map((version) => presentFinding(version, given.get(version.findingId) ?? [])),
    priorities: own ?? { findingIds: [], revision: 0 },
    may: {
      give: gives,
      giveForGroup: gives && speaksFor.length > 0,
      associate: window === 'open' && may(caller, 'feedback.associate') && delegationId !== null,
      prioritize: gives,
      readAll: may(caller, 'finding.write'),
      readUnheard: isStaff(caller),
    },
    now: now.toISOString(),
  }
}

export async function prioritiesOf(tx: Tx, retreatId: string, delegationId: string) {
  const rows = await tx.select().from(priorities).where(eq(priorities.retreatId, retreatId))
  const own = rows.find((row) => row.delegationId === delegationId)
  return own && { findingIds: own.findingIds, revision: own.revision }
}

export type PutVersion = {
  findingId: string
  number: number
  versionId: string
  version: number
  title: Translated
  change: Translated
  track: string
  publishedAt: Date
  withdrawnAt: Date | null
}
const NEWEST = {
  name: 'feedback-newest-versions',
  text: `select v.finding_id as "findingId", v.number, v.id as "versionId", v.version, v.title, v.change, v.track,
      v.published_at as "publishedAt", v.withdrawn_at as "withdrawnAt"
    from unnest($1::uuid[]) with ordinality put (id, place)
    join lateral (select * from finding_versions f where f.finding_id = put.id order by f.version desc limit 1) v on true
    order by put.place`,
}

/** The newest published version of each finding put to the retreat, in its order. */
async function newestVersions(tx: Tx, retreat: RetreatRow): Promise<PutVersion[]> {
  return (await tx.$client.query<PutVersion>({ ...NEWEST, values: [retreat.findingIds] })).rows
}

const SPOKEN = {
  name: 'feedback-spoken-to-all',
  text: `select r.id from retreats r where r.id = any ($1) and not exists (
      select from unnest(r.finding_ids) put (id)
      join lateral (select * from finding_versions f where f.finding_id = put.id order by f.version desc limit 1) v on true
      where v.withdrawn_at is null and not exists (select from feedback_sources s where s.finding_version_id = v.id
        and s.retreat_id = r.id and s.delegation_id = $2 and s.group_id is null and s.current))`,
}

/** Of these retreats, those in which the delegation has spoken for itself to each finding that stands, in its newest version. */
export async function spokenToAll(tx: Tx, delegationId: string, retreatIds: readonly string[]): Promise<Set<string>> {
  if (retreatIds.length === 0) return new Set()
  const { rows } = await tx.$client.query<{ id: string }>({ ...SPOKEN, values: [retreatIds, delegationId] })
  return new Set(rows.map(({ id }) => id))
}

type LineRow = {
  id: string
  findingId: string
  versionId: string
  version: number
  delegationId: string
  groupId: string | null
  stance: FeedbackStance
  attribution: Attribution
  at: Date
  revision: number
  association: Association | null
  saidAt: Date | null
  own: boolean
  /** For a group it speaks for, whoever of its speakers gave it. */
  speaks: boolean
}
const LINES = {
  name: 'feedback-lines',
  text: `select f.id, f.finding_id as "findingId", f.finding_version_id as "versionId", v.version, s.group_id as "groupId",
      f.stance, f.attribution, s.at, s.revision, s.delegation_id = $2 as own,
      coalesce(s.group_id = any ((select own_groups())::uuid[]), false) as speaks, a.association, a.at as "saidAt"
    from feedback_sources s
    join feedback f on f.id = s.feedback_id
    join finding_versions v on v.id = f.finding_version_id
    left join feedback_associations a on a.retreat_id = s.retreat_id and a.finding_version_id = s.finding_version_id
      and a.group_id = s.group_id and a.delegation_id = $2 and a.withdrawn_at is null
    where s.retreat_id = $1 and s.current
      and (s.delegation_id = $2 or $2 = any (s.roster) or s.group_id = any ((select own_groups())::uuid[]))
    order by v.version desc, s.group_id nulls first`,
}

async function linesFor(tx: Tx, retreatId: string, delegationId: string): Promise<LineRow[]> {
  return (await tx.$client.query<LineRow>({ ...LINES, values: [retreatId, delegationId] })).rows
}

const presentLine = (row: LineRow): FeedbackLine => ({
  id: row.id,
  versionId: row.versionId,
  version: row.version,
  groupId: row.groupId,
  stance: row.stance,
  attribution: row.attribution,
  at: row.at.toISOString(),
  revision: row.revision,
})

const presentFinding = (version: PutVersion, lines: readonly LineRow[]): DeskFinding => ({
  findingId: version.findingId,
  number: version.number,
  versionId: version.versionId,
  version: version.version,
  title: version.title,
  change: version.change,
  track: version.track,
  publishedAt: version.publishedAt.toISOString(),
  withdrawn: version.withdrawnAt !== null,
  own: lines.filter(({ own, speaks }) => own || speaks).map(presentLine),
  inOurName: lines
    .filter(({ own }) => !own)
    .map((row) => ({
      ...presentLine(row),
      // CV2 It was said to the words of then.
      association: row.saidAt !== null && row.saidAt >= row.at ? row.association : null,
    })),
})
