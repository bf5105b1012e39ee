import type { HomeView } from '@consultation/shared/home.ts'
import { Link } from '../navigation.tsx'
import { SessionHours } from '../SessionHours.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { useWords } from '../words/index.ts'

/** A session the delegation is invited to: when, where, and while it is open the way in. */
export function SessionCard({ session, first }: { session: HomeView['sessions'][number]; first: boolean }) {
  const t = useWords('sessions')
  const params = { sessionId: session.id }
  const open = session.state === 'open'
  return (
    <li className="card">
      <p className="small quiet">
        <Name of={session.consultationTitle} />
      </p>
      <h3>
        <Link to="/sessions/:sessionId" params={params}>
          <Name of={session.title} />
        </Link>
      </h3>
      <p>
        <SessionHours of={session} />
      </p>
      {session.place && (
        <p>
          <bdi>{session.place}</bdi>
        </p>
      )}
      {open && (
        <p>
          <StateMark shape="full">{t('session_open_now')}</StateMark>
        </p>
      )}
      <div>
        {open ? (
          <LinkButton kind={first ? 'filled' : 'plain'} to="/sessions/:sessionId/room" params={params}>
            {t('enter_room')}
          </LinkButton>
        ) : (
          <LinkButton kind="plain" to="/sessions/:sessionId" params={params}>
            {t('see_session')}
          </LinkButton>
        )}
      </div>
    </li>
  )
}
