import { streams } from '@consultation/shared/live.ts'
import { listRetreats } from '@consultation/shared/retreats.ts'
import { listSessions, type SessionSummary } from '@consultation/shared/sessions.ts'
import { useFollow } from '../../follow.ts'
import { Link } from '../../navigation.tsx'
import { SessionHours } from '../../SessionHours.tsx'
import { Name } from '../../ui/Name.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { type MarkShape, StateMark } from '../../ui/StateMark.tsx'
import { refresh, useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { useMeetings } from '../meetings.ts'

const SHAPE = {
  draft: 'part',
  announced: 'handed',
  open: 'full',
  closed: 'done',
  cancelled: 'none',
} as const satisfies Record<SessionSummary['state'], MarkShape>

/** The sessions to which the delegation is invited, by date, those of a retreat apart. */
export function TheirSessions({ consultationId }: { consultationId: string }) {
  const t = useWords('findings')
  const reading = useRead(listSessions, { params: { consultationId } })
  const meetings = useMeetings(consultationId)
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions_to_you')}</h2>
      {reading.status !== 'refused' && !meetings && <Skeleton />}
      {reading.status === 'refused' && <RefusalNotice refusal={reading.refusal} />}
      {meetings &&
        (meetings.apart.length === 0 ? (
          <p className="quiet">{t('no_sessions_to_you')}</p>
        ) : (
          <ul className="consultation-meetings">
            {meetings.apart.map((session) => (
              <SessionLine key={session.id} session={session} />
            ))}
          </ul>
        ))}
    </section>
  )
}

function SessionLine({ session }: { session: SessionSummary }) {
  const t = useWords('sessions')
  const ahead = session.state === 'announced' || session.state === 'open'
  // It opens and closes by itself; what goes on inside it is not this page’s.
  useFollow(
    ahead ? streams.sessionAll(session.id) : null,
    (kind) => (kind.startsWith('session.') ? 'now' : 'never'),
    () => void refresh(listSessions, { consultationId: session.consultationId }),
  )
  return (
    <li>
      <Link to="/sessions/:sessionId" params={{ sessionId: session.id }}>
        <Name of={session.title} />
      </Link>
      <p className="small">
        <SessionHours of={session} />
      </p>
      {session.place && (
        <p className="small">
          <bdi>{session.place}</bdi>
        </p>
      )}
      <p className="small">
        <StateMark shape={SHAPE[session.state]}>{t('state_of_session', { state: session.state })}</StateMark>
      </p>
    </li>
  )
}

/** The retreats in which the delegation takes part; most consultations have none, and say nothing of it. */
export function TheirRetreats({ consultationId }: { consultationId: string }) {
  const t = useWords('findings')
  const reading = useRead(listRetreats, { params: { consultationId } })
  const meetings = useMeetings(consultationId)
  if (reading.status !== 'ready' || reading.view.retreats.length === 0) return null
  return (
    <section aria-labelledby="retreats">
      <h2 id="retreats">{t('retreats_to_you')}</h2>
      <ul className="consultation-meetings">
        {reading.view.retreats.map((retreat) => (
          <li key={retreat.id}>
            <Link to="/retreats/:retreatId" params={{ retreatId: retreat.id }}>
              <Name of={retreat.title} />
            </Link>
            {retreat.startsAt && retreat.endsAt && (
              <p className="small">
                <SessionHours of={{ startsAt: retreat.startsAt, endsAt: retreat.endsAt, zone: retreat.zone }} />
              </p>
            )}
            {retreat.place && (
              <p className="small">
                <bdi>{retreat.place}</bdi>
              </p>
            )}
            {retreat.state === 'closed' && (
              <p className="small">
                <StateMark shape="done">{t('retreat_has_ended')}</StateMark>
              </p>
            )}
            {meetings && meetings.of(retreat).length > 0 && (
              <ul className="consultation-meetings meetings-within">
                {meetings.of(retreat).map((session) => (
                  <SessionLine key={session.id} session={session} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
