import type { BodyOf } from '@consultation/shared/contract.ts'
import { streams } from '@consultation/shared/live.ts'
import type { addGroup, addGroupSpeaker, GroupView } from '@consultation/shared/people.ts'
import { dayIn } from '@consultation/shared/rules/deadlines.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { delegations, groupMembers, groupSpeakers, groups } from './tables.ts'

// Days are days of the calendar; `until` is the first day on which it no longer holds.

const memberOn = (day: string) =>
  and(
    or(isNull(groupMembers.from), lte(groupMembers.from, day)),
    or(isNull(groupMembers.until), gt(groupMembers.until, day)),
  )
const speakerOn = (day: string) =>
  and(lte(groupSpeakers.from, day), or(isNull(groupSpeakers.until), gt(groupSpeakers.until, day)))

/** The members of a group on a day, in protocol order. */
export async function rosterOn(tx: Tx, groupId: string, day: string): Promise<string[]> {
  const rows = await tx
    .select({ id: groupMembers.delegationId })
    .from(groupMembers)
    .innerJoin(delegations, eq(delegations.id, groupMembers.delegationId))
    .where(and(eq(groupMembers.groupId, groupId), memberOn(day)))
    .orderBy(asc(delegations.protocolOrder), asc(delegations.code))
  return [...new Set(rows.map(({ id }) => id))]
}

/** The groups the delegation may speak for on a day. */
export async function groupsSpokenFor(tx: Tx, delegationId: string, day: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: groupSpeakers.groupId })
    .from(groupSpeakers)
    .where(and(eq(groupSpeakers.delegationId, delegationId), speakerOn(day)))
  return rows.map(({ id }) => id)
}

/** The groups the delegation belongs to on a day. */
export async function groupsOf(tx: Tx, delegationId: string, day: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: groupMembers.groupId })
    .from(groupMembers)
    .where(and(eq(groupMembers.delegationId, delegationId), memberOn(day)))
  return rows.map(({ id }) => id)
}

export async function groupNames(tx: Tx): Promise<Map<string, Translated>> {
  const rows = await tx.select({ id: groups.id, names: groups.names }).from(groups)
  return new Map(rows.map(({ id, names }) => [id, names]))
}

/** All groups, or one, with the members of a day and the speakers of then and later. */
export async function presentGroups(tx: Tx, day: string, groupId?: string): Promise<GroupView[]> {
  const [found, members, speakers] = [
    await tx
      .select()
      .from(groups)
      .where(groupId === undefined ? undefined : eq(groups.id, groupId))
      .orderBy(asc(groups.kind), asc(groups.key), asc(groups.id)),
    await tx
      .select({ groupId: groupMembers.groupId, delegationId: groupMembers.delegationId })
      .from(groupMembers)
      .innerJoin(delegations, eq(delegations.id, groupMembers.delegationId))
      .where(and(memberOn(day), groupId === undefined ? undefined : eq(groupMembers.groupId, groupId)))
      .orderBy(asc(delegations.protocolOrder), asc(delegations.code)),
    await tx
      .select()
      .from(groupSpeakers)
      .where(
        and(
          or(isNull(groupSpeakers.until), gt(groupSpeakers.until, day)),
          groupId === undefined ? undefined : eq(groupSpeakers.groupId, groupId),
        ),
      )
      .orderBy(asc(groupSpeakers.from)),
  ]
  const membersOf = Map.groupBy(members, (row) => row.groupId)
  const speakersOf = Map.groupBy(speakers, (row) => row.groupId)
  return found.map((group) => ({
    id: group.id,
    key: group.key,
    kind: group.kind,
    names: group.names,
    memberIds: [...new Set((membersOf.get(group.id) ?? []).map((row) => row.delegationId))],
    complete: group.complete,
    speakers: (speakersOf.get(group.id) ?? []).map(({ id, delegationId, from, until }) => ({
      id,
      delegationId,
      from,
      until,
    })),
  }))
}

/** A group that staff put together. Refuses: invalid, naming the member that is no delegation. */
export async function add(work: Work, { names, memberIds }: BodyOf<typeof addGroup>): Promise<GroupView> {
  const wanted = [...new Set(memberIds)]
  const rows = await work.tx.select({ id: delegations.id }).from(delegations).where(inArray(delegations.id, wanted))
  const known = new Set(rows.map(({ id }) => id))
  const unknown = memberIds.findIndex((id) => !known.has(id))
  if (unknown >= 0) throw new Refused('invalid', { field: `memberIds.${unknown}` })
  const [group] = await work.tx.insert(groups).values({ kind: 'other', names, complete: true }).returning()
  if (!group) throw new Error('a group was not added')
  await work.tx.insert(groupMembers).values(wanted.map((delegationId) => ({ groupId: group.id, delegationId })))
  await work.write(streams.people, 'group.added', group.id, { names, members: wanted.sort() })
  return presentGroup(work.tx, group.id, dayOf(work.now))
}

/** Refuses: not_found for the group, invalid for the delegation or the period. */
export async function addSpeaker(
  work: Work,
  groupId: string,
  { delegationId, from, until }: BodyOf<typeof addGroupSpeaker>,
): Promise<GroupView> {
  await groupOf(work.tx, groupId)
  const [delegation] = await work.tx.select().from(delegations).where(eq(delegations.id, delegationId))
  if (!delegation) throw new Refused('invalid', { field: 'delegationId' })
  if (until !== null && until <= from) throw new Refused('invalid', { field: 'until' })
  const [speaker] = await work.tx.insert(groupSpeakers).values({ groupId, delegationId, from, until }).returning()
  if (!speaker) throw new Error('a speaker was not added')
  await work.write(streams.delegation(delegationId), 'group.speaker_added', speaker.id, { groupId, from, until })
  await work.write(streams.people, 'group.speaker_added', speaker.id, { groupId, delegationId, from, until })
  return presentGroup(work.tx, groupId, dayOf(work.now))
}

/** What was said for the group stays as it was said. Refuses: not_found. */
export async function removeSpeaker(work: Work, groupId: string, speakerId: string): Promise<GroupView> {
  const [removed] = await work.tx
    .delete(groupSpeakers)
    .where(and(eq(groupSpeakers.id, speakerId), eq(groupSpeakers.groupId, groupId)))
    .returning()
  if (!removed) throw new Refused('not_found')
  await work.write(streams.delegation(removed.delegationId), 'group.speaker_removed', speakerId)
  await work.write(streams.people, 'group.speaker_removed', speakerId)
  return presentGroup(work.tx, groupId, dayOf(work.now))
}

async function groupOf(tx: Tx, groupId: string) {
  const [group] = await tx.select().from(groups).where(eq(groups.id, groupId))
  if (!group) throw new Refused('not_found')
  return group
}

async function presentGroup(tx: Tx, groupId: string, day: string): Promise<GroupView> {
  const [view] = await presentGroups(tx, day, groupId)
  if (!view) throw new Refused('not_found')
  return view
}

/** The day it is in New York, where groups meet. */
export const dayOf = (now: Date): string => dayIn(now, NEW_YORK)
