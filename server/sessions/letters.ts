import type { MemberRole } from '@consultation/shared/rules/access.ts'
import type { LetterKind } from '../notices/letters.ts'
import { tell } from '../notices/notices.ts'
import type { Work } from '../work.ts'
import { calendarFile } from './calendar.ts'
import type { SessionRow } from './room.ts'

export type SessionLetter = Extract<LetterKind, `session_${string}`>

const WHO_COMES: readonly MemberRole[] = ['head', 'drafter']

/** Tells those invited, each with the file that their calendar takes up. A rehearsal writes to nobody. */
export async function tellInvited(
  work: Work,
  session: SessionRow,
  kind: SessionLetter,
  delegationIds: readonly string[],
  note?: string,
): Promise<void> {
  if (session.rehearsal || delegationIds.length === 0) return
  const gone = kind === 'session_uninvited'
  const method = gone || kind === 'session_cancelled' ? 'CANCEL' : 'REQUEST'
  await tell(
    work,
    { delegationIds, roles: WHO_COMES },
    {
      kind,
      // Whoever is no longer invited finds nothing there.
      link: gone ? '/' : `/sessions/${session.id}`,
      facts: {
        session: {
          title: session.title,
          startsAt: session.startsAt.toISOString(),
          endsAt: session.endsAt.toISOString(),
          zone: session.zone,
          place: session.place,
        },
        reference: session.reference,
        ...(note ? { note } : {}),
      },
    },
    (reader) => ({ method, content: calendarFile(session, method, reader, work.config) }),
  )
}
