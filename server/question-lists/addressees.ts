import { streams } from '@consultation/shared/live.ts'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { type LoadedList, listOf } from './loaded.ts'
import { addressees } from './tables.ts'

/** What the delegation tells the Secretariat about a list, and nothing else is told of its work on it. */

/** The delegation's first opening of the list. Refuses: not_found, changed_meanwhile (somebody was first). */
export async function acknowledge(work: Work, listId: string): Promise<LoadedList> {
  const delegationId = await addressed(work, listId)
  const [first] = await work.tx
    .update(addressees)
    .set({ acknowledgedAt: work.now })
    .where(and(mine(listId, delegationId), isNull(addressees.acknowledgedAt)))
    .returning({ listId: addressees.listId })
  if (!first) throw new Refused('changed_meanwhile')
  await work.write(streams.delegation(delegationId), 'list.acknowledged', listId)
  await work.write(streams.listStaff(listId), 'list.acknowledged', delegationId)
  return listOf(work.tx, work.caller, listId, work.now)
}

/** Says, or takes back, that an answer is in preparation; whoever says so has opened the list. Refuses: not_found, list_closed, changed_meanwhile. */
export async function sayPreparing(work: Work, listId: string, inPreparation: boolean): Promise<LoadedList> {
  const delegationId = await addressed(work, listId)
  const { window } = await listOf(work.tx, work.caller, listId, work.now)
  if (window === 'closed') throw new Refused('list_closed')
  const [said] = await work.tx
    .update(addressees)
    .set({ inPreparation, acknowledgedAt: sql`coalesce(${addressees.acknowledgedAt}, ${work.now})` })
    .where(and(mine(listId, delegationId), ne(addressees.inPreparation, inPreparation)))
    .returning({ listId: addressees.listId })
  if (!said) throw new Refused('changed_meanwhile')
  const kind = inPreparation ? 'list.preparation_said' : 'list.preparation_taken_back'
  await work.write(streams.delegation(delegationId), kind, listId)
  await work.write(streams.listStaff(listId), kind, delegationId)
  return listOf(work.tx, work.caller, listId, work.now)
}

const mine = (listId: string, delegationId: string) =>
  and(eq(addressees.listId, listId), eq(addressees.delegationId, delegationId))

async function addressed(work: Work, listId: string): Promise<string> {
  const { addressee } = await listOf(work.tx, work.caller, listId, work.now)
  if (!addressee) throw new Refused('not_found')
  return addressee.delegationId
}
