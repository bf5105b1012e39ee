import type { AssociationView, FeedbackFilter, FeedbackView } from '@consultation/shared/feedback.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { type Attribution, type ShownAs, shownAs, withholdsTraces } from '@consultation/shared/rules/attribution.ts'
import type { Association, FeedbackChannel, FeedbackStance } from '@consultation/shared/rules/feedback.ts'
import { type Block, fold, plainText } from '@consultation/shared/text.ts'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import { retreatIn } from './desk.ts'
import type { Proposal } from './tables.ts'

/** Who said something, as far as the database shows it. */
export type Said = {
  attribution: Attribution
  /** Null where the database does not show who said it. */
  delegationId: string | null
  groupId: string | null
  /** Whether the caller's delegation speaks for the group today. */
  speaks: boolean | null
  roster: string[] | null
}
type Row = Said & {
  id: string
  retreatId: string
  findingId: string
  versionId: string
  version: number
  open: boolean
  stance: FeedbackStance
  channel: FeedbackChannel
  language: Language
  reason: Block[]
  proposals: Proposal[]
  at: Date | null
  revision: number | null
  region: string | null
  protocolOrder: number | null
  groupKey: string | null
}

// `offset 0` keeps each source a look-up by its key, as in responses/answers.ts.
const SAID = `select f.id, f.retreat_id as "retreatId", f.finding_id as "findingId", f.finding_version_id as "versionId", v.version,
    f.attribution, f.open, f.stance, f.channel, f.language, f.reason, f.proposals, s.delegation_id as "delegationId",
    s.group_id as "groupId", s.group_id = any ((select own_groups())::uuid[]) as speaks, s.roster, s.at, s.revision, d.regional_group as region, d.protocol_order as "protocolOrder",
    g.key as "groupKey"
  from feedback f
  join finding_versions v on v.id = f.finding_version_id
  left join lateral (select * from feedback_sources s where s.feedback_id = f.id offset 0) s on true
  left join delegations d on d.id = s.delegation_id
  left join groups g on g.id = s.group_id`
const ONE = { name: 'feedback-one', text: `${SAID} where f.id = $1` }
const OF_VERSION = {
  name: 'feedback-of-version',
  text: `${SAID} where f.retreat_id = $1 and f.finding_version_id = $2 and f.current`,
}

/** One feedback for this viewer. Refuses: not_found, also to whom it does not concern. */
export async function feedbackViewOf(tx: Tx, caller: Caller, feedbackId: string): Promise<FeedbackView> {
  const { rows } = await tx.$client.query<Row>({ ...ONE, values: [feedbackId] })
  const [view] = await presented(tx, caller, rows)
  if (!view) throw new Refused('not_found')
  return view
}

/**
 * What was said to a version as far as the caller may read it: groups, then States in protocol order, then what has no name in drawn
 * order. Refuses: not_found, invalid (cursor).
 */
export async function feedbackOn(
  tx: Tx,
  caller: Caller,
  retreatId: string,
  versionId: string,
  { cursor, limit, ...filter }: FeedbackFilter & { cursor?: string | undefined; limit: number },
) {
  const found = await allFeedbackOn(tx, caller, retreatId, versionId, filter)
  const from = cursor === undefined ? 0 : placeIn(cursor)
  const page = found.slice(from, from + limit)
  return {
    feedback: await presented(tx, caller, page),
    total: found.length,
    next: from + page.length < found.length ? String(from + page.length) : null,
  }
}

/** All of it, presented for the caller: what a file is made from. */
export async function feedbackOf(
  tx: Tx,
  caller: Caller,
  retreatId: string,
  versionId: string,
): Promise<FeedbackView[]> {
  return presented(tx, caller, await allFeedbackOn(tx, caller, retreatId, versionId, NO_FILTER))
}

const NO_FILTER: FeedbackFilter = { stance: [], region: [], delegation: [], channel: [] }

async function allFeedbackOn(tx: Tx, caller: Caller, retreatId: string, versionId: string, filter: FeedbackFilter) {
  await retreatIn(tx, retreatId)
  const { rows } = await tx.$client.query<Row>({ ...OF_VERSION, values: [retreatId, versionId] })
  return rows.filter((row) => isAskedFor(row, caller, filter)).toSorted(inOrder)
}

function placeIn(cursor: string): number {
  if (!/^\d{1,6}$/.test(cursor)) throw new Refused('invalid', { field: 'cursor' })
  return Number(cursor)
}

export function shownTo(row: Said, caller: Caller): ShownAs {
  if (row.delegationId === null) return { kind: 'withheld' }
  const author = { delegationId: row.delegationId, groupId: row.groupId, groupName: null }
  // A group speaks for its members: each of them is its author, in every mode; so is whoever speaks for it.
  if (row.speaks || inNameOf(row, caller)) return shownAs(author, row.attribution, asAuthor(caller, row.delegationId))
  return shownAs(author, row.attribution, caller)
}

const actingFor = (caller: Caller) => (caller.kind === 'person' ? (caller.acting?.delegationId ?? null) : null)
function inNameOf(row: Said, caller: Caller): boolean {
  const own = actingFor(caller)
  return own !== null && (row.roster?.includes(own) ?? false)
}
function concernOf(row: Said, caller: Caller): FeedbackView['concerns'] {
  if (row.delegationId !== null && row.delegationId === actingFor(caller)) return 'own'
  if (inNameOf(row, caller)) return 'in_our_name'
  return row.speaks ? 'own' : 'other'
}
const asAuthor = (caller: Caller, delegationId: string): Caller =>
  caller.kind === 'person' && caller.acting ? { ...caller, acting: { ...caller.acting, delegationId } } : caller

/** SN8 A filter that touches the author leaves out what this viewer is not told the author of; by which way it came is such a trace. */
function isAskedFor(row: Row, caller: Caller, filter: FeedbackFilter): boolean {
  if (filter.stance.length > 0 && !filter.stance.includes(row.stance)) return false
  if (filter.proposals === 'yes' && row.proposals.length === 0) return false
  if (filter.ours === 'yes' && concernOf(row, caller) === 'other') return false
  const words = fold(filter.q ?? '')
  if (words !== '' && !wordsOf(row).includes(words)) return false
  const { region, delegation, channel, group } = filter
  if (region.length + delegation.length + channel.length === 0 && group === undefined) return true
  if (withholdsTraces(shownTo(row, caller))) return false
  const regions: readonly (string | null)[] = region
  return (
    (channel.length === 0 || channel.includes(row.channel)) &&
    (delegation.length === 0 || delegation.includes(row.delegationId ?? '')) &&
    (group === undefined || row.groupId === group) &&
    (regions.length === 0 || regions.includes(row.groupId === null ? row.region : row.groupKey))
  )
}

const wordsOf = (row: Row) => fold([plainText(row.reason), ...row.proposals.map(({ text }) => text)].join('\n'))

const RANK = (row: Row) => (row.delegationId === null ? 2 : row.groupId === null ? 1 : 0)
const inOrder = (a: Row, b: Row) =>
  RANK(a) - RANK(b) ||
  (a.delegationId === null ? 0 : (a.protocolOrder ?? 1_000) - (b.protocolOrder ?? 1_000)) ||
  // Ids are drawn: an order by them says nothing.
  (a.id < b.id ? -1 : 1)

type AssociationRow = {
  retreatId: string
  versionId: string
  groupId: string
  delegationId: string
  association: Association
  note: string
  paragraphs: number[]
  at: Date
}
const ASSOCIATED = {
  name: 'feedback-associations',
  text: `select a.retreat_id as "retreatId", a.finding_version_id as "versionId", a.group_id as "groupId",
      a.delegation_id as "delegationId", a.association, a.note, a.paragraphs, a.at
    from feedback_associations a join delegations d on d.id = a.delegation_id
    where a.retreat_id = any ($1) and a.finding_version_id = any ($2) and a.withdrawn_at is null
    order by d.protocol_order nulls last, d.code`,
}

/** The one door out. AT5: with a withheld name go language, channel and time. */
async function presented(tx: Tx, caller: Caller, rows: readonly Row[]): Promise<FeedbackView[]> {
  const ofGroups = rows.filter(({ groupId }) => groupId !== null)
  const beside =
    ofGroups.length === 0
      ? []
      : (
          await tx.$client.query<AssociationRow>({
            ...ASSOCIATED,
            values: [
              [...new Set(ofGroups.map(({ retreatId }) => retreatId))],
              [...new Set(ofGroups.map(({ versionId }) => versionId))],
            ],
          })
        ).rows
  return rows.map((row): FeedbackView => {
    const shown = shownTo(row, caller)
    const withheld = withholdsTraces(shown)
    const concerns = concernOf(row, caller)
    return {
      id: row.id,
      findingId: row.findingId,
      versionId: row.versionId,
      version: row.version,
      shownAs: shown,
      attribution: row.attribution,
      open: row.open,
      stance: row.stance,
      channel: withheld ? null : row.channel,
      language: withheld ? null : row.language,
      reason: row.reason,
      proposals: row.proposals.map(({ paragraph, language, was, text }) => ({
        paragraph,
        language: withheld ? null : language,
        was,
        text,
      })),
      at: withheld ? null : (row.at?.toISOString() ?? null),
      revision: concerns === 'own' || row.speaks ? row.revision : null,
      rosterIds: withheld ? [] : (row.roster ?? []),
      associations: withheld
        ? []
        : beside.filter((one) => isBeside(one, row)).map((one) => presentAssociation(one, row)),
      concerns,
    }
  })
}

const isBeside = (one: AssociationRow, row: Row) =>
  one.retreatId === row.retreatId && one.versionId === row.versionId && one.groupId === row.groupId

const presentAssociation = (
  { delegationId, association, note, paragraphs, at }: AssociationRow,
  row: Row,
): AssociationView => ({
  delegationId,
  association,
  note,
  paragraphs,
  at: at.toISOString(),
  lapsed: row.at !== null && at < row.at,
})
