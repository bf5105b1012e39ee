import { randomUUID } from 'node:crypto'
import type { FeedbackBody } from '@consultation/shared/feedback.ts'
import { streams } from '@consultation/shared/live.ts'
import { type Association, mayBeAttributed, missingWords, takesProposals } from '@consultation/shared/rules/feedback.ts'
import { rosterOf } from '@consultation/shared/rules/numbers.ts'
import { isBlank, paragraphsOf, runsText } from '@consultation/shared/text.ts'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { inTurn } from '../database/database.ts'
import { findingVersions } from '../findings/tables.ts'
import { dayOf, groupsSpokenFor, rosterOn } from '../people/groups.ts'
import { Refused } from '../refused.ts'
import { partIn, type RetreatRow } from '../retreats/reading.ts'
import { priorities } from '../retreats/tables.ts'
import type { Work } from '../work.ts'
import { prioritiesOf, retreatIn, windowOf } from './desk.ts'
import { feedbackViewOf } from './reading.ts'
import { feedback, feedbackAssociations, feedbackSources, type Proposal } from './tables.ts'

type VersionRow = typeof findingVersions.$inferSelect

/** Refuses: not_found, feedback_not_open, feedback_closed. */
async function openRetreat(work: Work, retreatId: string): Promise<{ retreat: RetreatRow; delegationId: string }> {
  const retreat = await retreatIn(work.tx, retreatId)
  const delegationId = partIn(work.caller, retreat)
  if (delegationId === null) throw new Refused('not_found')
  const window = windowOf(retreat, work.now)
  if (window !== 'open') throw new Refused(window === 'before' ? 'feedback_not_open' : 'feedback_closed')
  return { retreat, delegationId }
}

/** Refuses: not_found, not_put_to_retreat, version_superseded (with the newer one), finding_withdrawn. */
async function newestOf(tx: Tx, retreat: RetreatRow, versionId: string): Promise<VersionRow> {
  const [asked] = await tx.select().from(findingVersions).where(eq(findingVersions.id, versionId))
  if (!asked) throw new Refused('not_found')
  if (!retreat.findingIds.includes(asked.findingId)) throw new Refused('not_put_to_retreat', { field: 'versionId' })
  const [newest] = await tx
    .select()
    .from(findingVersions)
    .where(eq(findingVersions.findingId, asked.findingId))
    .orderBy(desc(findingVersions.version))
    .limit(1)
  if (newest && newest.id !== versionId)
    throw new Refused('version_superseded', {
      field: 'versionId',
      current: { versionId: newest.id, version: newest.version },
    })
  if (asked.withdrawnAt) throw new Refused('finding_withdrawn', { field: 'versionId' })
  return asked
}

/**
 * Gives feedback on the newest version; what was given before is kept. Two members of a delegation at once, or two speakers of a
 * group: the second is told what stands. Refuses:
 * not_found, feedback_not_open, feedback_closed, not_put_to_retreat, version_superseded, finding_withdrawn,
 * not_speaker, attribution_not_offered, attribution_kept, words_required, paragraph_changed, invalid, changed_meanwhile.
 */
export async function give(
  work: Work,
  retreatId: string,
  versionId: string,
  revision: number,
  body: FeedbackBody,
): Promise<string> {
  const { retreat, delegationId } = await openRetreat(work, retreatId)
  const version = await newestOf(work.tx, retreat, versionId)
  const { groupId, stance, attribution } = body
  const roster = await rosterFor(work, retreat, delegationId, body)
  if (!retreat.attributionOffered.includes(attribution))
    throw new Refused('attribution_not_offered', { field: 'attribution' })
  const proposals = proposalsOn(version, body)
  const missing = missingWords(stance, { reason: !isBlank(body.reason), proposals: proposals.length })
  if (missing) throw new Refused('words_required', { field: missing })

  await inTurn(work, `${retreatId} ${versionId} ${groupId ?? delegationId}`)
  const earlier = await currentOf(work.tx, retreatId, versionId, delegationId, groupId)
  if ((earlier?.revision ?? 0) !== revision)
    throw new Refused('changed_meanwhile', {
      current: earlier ? await feedbackViewOf(work.tx, work.caller, earlier.feedbackId) : null,
    })
  const named = attribution === 'attributed'
  if (!mayBeAttributed(earlier ? (earlier.named ? 'attributed' : 'not_for_attribution') : null, attribution))
    throw new Refused('attribution_kept', { field: 'attribution' })
  if (earlier) {
    await work.tx.update(feedback).set({ current: false }).where(eq(feedback.id, earlier.feedbackId))
    await work.tx
      .update(feedbackSources)
      .set({ current: false })
      .where(eq(feedbackSources.feedbackId, earlier.feedbackId))
  }
  const id = randomUUID()
  const open = named && retreat.feedbackOpen
  const said = { stance, channel: body.channel, language: body.language, reason: body.reason, proposals }
  const forWhom = { groupId, excepted: body.excepted, joined: body.joined }
  await work.tx.insert(feedback).values({
    id,
    retreatId,
    findingId: version.findingId,
    findingVersionId: versionId,
    ...said,
    attribution,
    open,
  })
  await work.tx.insert(feedbackSources).values({
    feedbackId: id,
    retreatId,
    findingVersionId: versionId,
    delegationId,
    groupId,
    roster,
    named,
    open,
    revision: revision + 1,
    at: work.now,
  })
  // Whoever is spoken for is told by the version: their own pages show what was said in their name. In one order, for each
  // line locks its stream.
  const others = [...roster, ...(earlier ? [earlier.delegationId] : [])].filter((one) =>
    retreat.participantIds.includes(one),
  )
  for (const told of [...new Set([delegationId, ...others])].toSorted()) {
    const [subject, content] =
      told === delegationId ? [id, { versionId, ...forWhom, attribution, ...said }] : [versionId]
    await work.write(streams.delegation(told), 'feedback.given', subject, content)
  }
  await work.write(streams.retreatStaff(retreatId), 'feedback.given', id, { versionId, attribution, ...said })
  if (open) await work.write(streams.retreatAll(retreatId), 'feedback.given', versionId)
  return id
}

/** NU3 For whom it is given: "except X, joined by Y" as the group says it this time. Refuses: not_speaker, invalid. */
async function rosterFor(
  work: Work,
  { participantIds }: RetreatRow,
  delegationId: string,
  { groupId, excepted, joined }: FeedbackBody,
): Promise<string[]> {
  const day = dayOf(work.now)
  if (groupId !== null && !(await groupsSpokenFor(work.tx, delegationId, day)).includes(groupId))
    throw new Refused('not_speaker', { field: 'groupId' })
  const members = groupId === null ? [] : await rosterOn(work.tx, groupId, day)
  if (excepted.some((id) => !members.includes(id))) throw new Refused('invalid', { field: 'excepted' })
  if (joined.some((id) => groupId === null || !participantIds.includes(id)))
    throw new Refused('invalid', { field: 'joined' })
  return rosterOf(members, excepted, joined)
}

/** The proposals, each on a paragraph that reads as it was when it was changed. Refuses: invalid, paragraph_changed. */
function proposalsOn(version: VersionRow, body: FeedbackBody): Proposal[] {
  if (body.proposals.length > 0 && !takesProposals(body.stance)) throw new Refused('invalid', { field: 'proposals' })
  const taken = new Set<string>()
  return body.proposals.flatMap((proposal, index) => {
    const { paragraph, language, was, text } = proposal
    const place = `${language} ${paragraph}`
    if (taken.has(place)) throw new Refused('invalid', { field: `proposals.${index}.paragraph` })
    taken.add(place)
    const stands = paragraphsOf(version.texts[language] ?? [])[paragraph]
    const reads = stands && asCompared(runsText(stands.content))
    if (reads === undefined || reads !== asCompared(was))
      throw new Refused('paragraph_changed', { field: `proposals.${index}.was`, current: reads ?? null })
    // The same words propose nothing.
    return asCompared(text) === reads ? [] : [proposal]
  })
}
const asCompared = (text: string) => text.normalize('NFC').trim()

/** What stands: of the State itself, or of the group, whoever of its speakers gave it. */
async function currentOf(tx: Tx, retreatId: string, versionId: string, delegationId: string, groupId: string | null) {
  const [row] = await tx
    .select()
    .from(feedbackSources)
    .where(
      and(
        eq(feedbackSources.retreatId, retreatId),
        eq(feedbackSources.findingVersionId, versionId),
        groupId === null
          ? and(eq(feedbackSources.delegationId, delegationId), isNull(feedbackSources.groupId))
          : eq(feedbackSources.groupId, groupId),
        eq(feedbackSources.current, true),
      ),
    )
  return row
}

// ── what a member says to its group's ─────────────────────────────────────────────────────────

/** Refuses: not_found, feedback_not_open, feedback_closed, not_in_our_name. */
async function groupFeedback(work: Work, feedbackId: string) {
  const [source] = await work.tx.select().from(feedbackSources).where(eq(feedbackSources.feedbackId, feedbackId))
  if (!source) throw new Refused('not_found')
  const { delegationId } = await openRetreat(work, source.retreatId)
  const { groupId } = source
  if (groupId === null || !source.roster.includes(delegationId)) throw new Refused('not_in_our_name')
  return { ...source, groupId, memberId: delegationId }
}

type GroupFeedback = Awaited<ReturnType<typeof groupFeedback>>

async function takeBack(work: Work, { retreatId, findingVersionId, groupId, memberId }: GroupFeedback) {
  return work.tx
    .update(feedbackAssociations)
    .set({ withdrawnAt: work.now })
    .where(
      and(
        eq(feedbackAssociations.retreatId, retreatId),
        eq(feedbackAssociations.findingVersionId, findingVersionId),
        eq(feedbackAssociations.groupId, groupId),
        eq(feedbackAssociations.delegationId, memberId),
        isNull(feedbackAssociations.withdrawnAt),
      ),
    )
    .returning({ id: feedbackAssociations.id })
}

/**
 * Goes along with a group's feedback or differs from it, with the words as they stand. Refuses as above, and: changed_meanwhile where
 * the group has given newer words, words_required for a difference without a reason, invalid for a paragraph that the version has not.
 */
export async function associate(
  work: Work,
  feedbackId: string,
  association: Association,
  note: string,
  paragraphs: readonly number[] = [],
): Promise<void> {
  const said = await groupFeedback(work, feedbackId)
  const { retreatId, findingVersionId, groupId, memberId } = said
  if (!said.current) {
    const newer = await currentOf(work.tx, retreatId, findingVersionId, said.delegationId, groupId)
    throw new Refused('changed_meanwhile', {
      current: newer ? await feedbackViewOf(work.tx, work.caller, newer.feedbackId) : null,
    })
  }
  if (association === 'differs' && note === '') throw new Refused('words_required', { field: 'note' })
  const dissociated = await paragraphsIn(work.tx, findingVersionId, association, paragraphs)
  await inTurn(work, `${retreatId} ${findingVersionId} ${memberId} ${groupId} association`)
  await takeBack(work, said)
  await work.tx.insert(feedbackAssociations).values({
    retreatId,
    findingVersionId,
    groupId,
    delegationId: memberId,
    association,
    note,
    paragraphs: dissociated,
    at: work.now,
  })
  await tell(work, said, 'feedback.associated', { association, note, paragraphs: dissociated })
}

/** From which a member dissociates itself, in their order; only who differs names any. Refuses: invalid. */
async function paragraphsIn(
  tx: Tx,
  versionId: string,
  association: Association,
  paragraphs: readonly number[],
): Promise<number[]> {
  if (paragraphs.length === 0) return []
  if (association !== 'differs') throw new Refused('invalid', { field: 'paragraphs' })
  const [version] = await tx.select().from(findingVersions).where(eq(findingVersions.id, versionId))
  // FI1 Each language has the same number of them.
  const count = Math.max(0, ...Object.values(version?.texts ?? {}).map((blocks) => paragraphsOf(blocks).length))
  paragraphs.forEach((place, index) => {
    if (place >= count || paragraphs.indexOf(place) < index)
      throw new Refused('invalid', { field: `paragraphs.${index}` })
  })
  return paragraphs.toSorted((a, b) => a - b)
}

/** Refuses: as above; not_found where nothing was said to it. */
export async function withdrawAssociation(work: Work, feedbackId: string): Promise<void> {
  const said = await groupFeedback(work, feedbackId)
  const taken = await takeBack(work, said)
  if (taken.length === 0) throw new Refused('not_found')
  await tell(work, said, 'feedback.association_withdrawn', {})
}

async function tell(
  work: Work,
  said: GroupFeedback,
  kind: 'feedback.associated' | 'feedback.association_withdrawn',
  content: object,
): Promise<void> {
  const { feedbackId, retreatId, memberId, delegationId, findingVersionId, open } = said
  await work.write(streams.delegation(memberId), kind, feedbackId, content)
  if (delegationId !== memberId) await work.write(streams.delegation(delegationId), kind, feedbackId, content)
  await work.write(streams.retreatStaff(retreatId), kind, feedbackId, { ...content, memberId })
  if (open) await work.write(streams.retreatAll(retreatId), kind, findingVersionId)
}

// ── what matters most ─────────────────────────────────────────────────────────────────────────

/** Refuses: not_found, feedback_not_open, feedback_closed, not_put_to_retreat, invalid (twice), changed_meanwhile. */
export async function setPriorities(work: Work, retreatId: string, revision: number, findingIds: readonly string[]) {
  const { retreat, delegationId } = await openRetreat(work, retreatId)
  findingIds.forEach((id, index) => {
    if (!retreat.findingIds.includes(id)) throw new Refused('not_put_to_retreat', { field: `findingIds.${index}` })
    if (findingIds.indexOf(id) < index) throw new Refused('invalid', { field: `findingIds.${index}` })
  })
  await inTurn(work, `${retreatId} ${delegationId} priorities`)
  const earlier = (await prioritiesOf(work.tx, retreatId, delegationId)) ?? { findingIds: [], revision: 0 }
  if (earlier.revision !== revision) throw new Refused('changed_meanwhile', { current: earlier })
  const set = { findingIds: [...findingIds], revision: revision + 1, at: work.now }
  await work.tx
    .insert(priorities)
    .values({ retreatId, delegationId, ...set })
    .onConflictDoUpdate({ target: [priorities.retreatId, priorities.delegationId], set })
  await work.write(streams.delegation(delegationId), 'priority.given', retreatId, { findingIds })
  await work.write(streams.retreatStaff(retreatId), 'priority.given', delegationId, { findingIds })
  return { findingIds: [...findingIds], revision: revision + 1 }
}
