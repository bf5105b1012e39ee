import type { OfficeRole } from '@consultation/shared/rules/access.ts'
import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { memberships, officeRoles, people } from './tables.ts'

export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(personIds)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Empty for nobody. */
export const nameOf = async (tx: Tx, personId: string): Promise<string> =>
  (await namesOf(tx, [personId])).get(personId) ?? ''

export async function officeWith(tx: Tx, role: OfficeRole): Promise<string[]> {
  const rows = await tx
    .select({ id: officeRoles.personId })
    .from(officeRoles)
    .where(eq(officeRoles.role, role))
    .orderBy(asc(officeRoles.since))
  return rows.map(({ id }) => id)
}

/** AC3, as the database asks it. */
export const heldAt = (now: Date): SQL | undefined =>
  and(
    isNull(memberships.removedAt),
    lte(memberships.from, now),
    or(isNull(memberships.until), gt(memberships.until, now)),
  )
