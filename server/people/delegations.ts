import type { DelegationView } from '@consultation/shared/people.ts'
import { asc, sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { heldAt } from './people.ts'
import { delegations, memberships } from './tables.ts'

/** All of them in protocol order, observers after. Whether a delegation has members only the office sees of others. */
export async function presentDelegations(tx: Tx, now: Date): Promise<DelegationView[]> {
  const rows = await tx
    .select()
    .from(delegations)
    .orderBy(asc(delegations.protocolOrder), asc(sql`${delegations.names} ->> 'en'`))
  const joined = await tx.selectDistinct({ id: memberships.delegationId }).from(memberships).where(heldAt(now))
  const withMembers = new Set(joined.map(({ id }) => id))
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    kind: row.kind,
    names: row.names,
    formalNames: row.formalNames,
    regionalGroup: row.regionalGroup,
    protocolOrder: row.protocolOrder,
    hasMembers: withMembers.has(row.id),
  }))
}
