import { listRetreats, type RetreatListed } from '@consultation/shared/retreats.ts'
import { listSessions, type SessionSummary } from '@consultation/shared/sessions.ts'
import { useRead } from '../use-call.ts'

/** The sessions of a consultation: those on their own, and those of each of its retreats. Null until both lists are read. */
export function useMeetings(consultationId: string) {
  const sessions = useRead(listSessions, { params: { consultationId } })
  const retreats = useRead(listRetreats, { params: { consultationId } })
  if (sessions.status !== 'ready' || retreats.status !== 'ready') return null
  const all = sessions.view.sessions
  const within = new Set(retreats.view.retreats.flatMap(({ sessionIds }) => sessionIds))
  return {
    apart: all.filter(({ id }) => !within.has(id)),
    of: ({ sessionIds }: RetreatListed): SessionSummary[] => all.filter(({ id }) => sessionIds.includes(id)),
  }
}
