import { streams } from '@consultation/shared/live.ts'
import { and, eq } from 'drizzle-orm'
import { inTurn } from '../database/database.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { entered } from './room.ts'
import { attendances, sessionInvited } from './tables.ts'

/**
 * The roll call: whoever runs the room says that a delegation is there, or is not, for not everybody has a device at hand. Refuses:
 * not_found, forbidden, session_not_open, invalid (not invited).
 */
export async function mark(work: Work, sessionId: string, delegationId: string, present: boolean): Promise<void> {
  const { session } = await entered(work.tx, work.caller, sessionId, 'attendance.mark')
  if (session.state !== 'open') throw new Refused('session_not_open')
  const [invited] = await work.tx
    .select({ delegationId: sessionInvited.delegationId })
    .from(sessionInvited)
    .where(and(eq(sessionInvited.sessionId, sessionId), eq(sessionInvited.delegationId, delegationId)))
  if (!invited) throw new Refused('invalid', { field: 'delegationId' })
  await inTurn(work, `attendance ${sessionId} ${delegationId}`)
  const its = and(eq(attendances.sessionId, sessionId), eq(attendances.delegationId, delegationId))
  const [known] = await work.tx.select({ id: attendances.id }).from(attendances).where(its)
  if (present && !known) {
    const [came] = await work.tx
      .insert(attendances)
      .values({ sessionId, delegationId, since: work.now })
      .returning({ id: attendances.id })
    await work.write(streams.sessionPodium(sessionId), 'attendance.began', came!.id, { delegationId })
    return
  }
  if (!present) await work.tx.delete(attendances).where(its)
  // Said again it is so already.
  await work.write(
    streams.sessionPodium(sessionId),
    present ? 'attendance.began' : 'attendance.ended',
    known?.id ?? sessionId,
  )
}
