import type { DissociatedView } from '@consultation/shared/feedback.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { withholdsTraces } from '@consultation/shared/rules/attribution.ts'
import { dissociatedFrom } from '@consultation/shared/rules/feedback.ts'
import { eq } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { findingVersions } from '../findings/tables.ts'
import { Refused } from '../refused.ts'
import { type Said, shownTo } from './reading.ts'

type Row = Said & { feedbackId: string; memberId: string; paragraphs: number[] }
// What was said to earlier words of the group was not said to these (CV2).
const NAMED = {
  name: 'dissociations-named',
  text: `select s.feedback_id as "feedbackId", f.attribution, s.delegation_id as "delegationId", s.group_id as "groupId", s.roster,
      s.group_id = any ((select own_groups())::uuid[]) as speaks, a.delegation_id as "memberId", a.paragraphs
    from feedback_associations a
    join feedback_sources s on s.retreat_id = a.retreat_id and s.finding_version_id = a.finding_version_id
      and s.group_id = a.group_id and s.current and a.at >= s.at
    join feedback f on f.id = s.feedback_id
    join delegations d on d.id = a.delegation_id
    where a.finding_version_id = $1 and a.association = 'differs' and a.withdrawn_at is null
    order by d.protocol_order nulls last, d.code`,
}
const UNNAMED = {
  name: 'dissociations-unnamed',
  text: 'select paragraph, figure from unnamed_dissociations($1)',
}

/** FB7 From which paragraphs of a version members dissociate themselves, for this viewer. Refuses: not_found. */
export async function dissociationsOf(tx: Tx, caller: Caller, versionId: string): Promise<DissociatedView[]> {
  const [[version], { rows }, unnamed] = await Promise.all([
    tx.select({ id: findingVersions.id }).from(findingVersions).where(eq(findingVersions.id, versionId)),
    tx.$client.query<Row>({ ...NAMED, values: [versionId] }),
    tx.$client.query<{ paragraph: number; figure: number }>({ ...UNNAMED, values: [versionId] }),
  ])
  if (!version) throw new Refused('not_found')
  const named = rows.flatMap((row) => {
    const shown = shownTo(row, caller)
    return withholdsTraces(shown) ? [] : [{ ...row, sealed: 'sealed' in shown && shown.sealed }]
  })
  const words = [...Map.groupBy(named, ({ feedbackId }) => feedbackId).values()].map((some) => ({
    named: true,
    differing: some.map(({ memberId, paragraphs }) => ({ delegationId: memberId, paragraphs })),
  }))
  const open = new Set(named.filter(({ sealed }) => !sealed).map(({ memberId }) => memberId))
  const byName = dissociatedFrom(words, false)
  const figures = new Map(unnamed.rows.map(({ paragraph, figure }) => [paragraph, figure]))
  const paragraphs = [...new Set([...byName.map(({ paragraph }) => paragraph), ...figures.keys()])].sort(
    (a, b) => a - b,
  )
  return paragraphs.map((paragraph) => ({
    paragraph,
    members: (byName.find((one) => one.paragraph === paragraph)?.members ?? []).map((delegationId) => ({
      delegationId,
      sealed: !open.has(delegationId),
    })),
    unnamed: figures.get(paragraph) ?? 0,
  }))
}
