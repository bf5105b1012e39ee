import type { AttributionMode, Seat } from '@consultation/shared/room-view.ts'
import { shownAs } from '@consultation/shared/rules/attribution.ts'
import type { Work } from '../work.ts'
import type { Seen } from './room.ts'

/** Null where none was stored (an anonymous session), or where this reading does not see it. */
export type Author = { delegationId: string | null; groupId: string | null } | null

/**
 * A seat as this audience may see it. The decision is shared/rules/attribution.ts; here it meets the room's audiences: the
 * podium moderates, everybody else is the public of the room.
 */
export function seatFor(author: Author, mode: AttributionMode, seen: Seen): Seat {
  if (author === null) return { kind: 'withheld' }
  const { delegationId, groupId } = author
  // The podium speaks in public, whatever the mode.
  if (delegationId === null) return { kind: 'podium' }
  if (mode === 'anonymous') return { kind: 'withheld' }
  const moderates = seen.kind === 'podium' && !seen.sealed
  if (!moderates && !(seen.kind === 'seat' && seen.delegationId === delegationId)) {
    if (shownAs({ delegationId, groupId, groupName: null }, mode, { kind: 'public' }).kind === 'withheld')
      return { kind: 'withheld' }
  }
  return namedSeat(delegationId, groupId)
}

/** Where everybody sees who it is in every mode: the speakers list in the room. */
export const namedSeat = (delegationId: string, groupId: string | null): Seat =>
  groupId === null ? { kind: 'delegation', delegationId } : { kind: 'group', groupId, delegationId }

/** Every delegation that may have done something here, for lines whose number must not say who did. */
export async function invitedTo(work: Work, sessionId: string): Promise<string[]> {
  const { rows } = await work.client.query<{ id: string }>(
    'select delegation_id as id from session_invited where session_id = $1 order by delegation_id',
    [sessionId],
  )
  return rows.map(({ id }) => id)
}
