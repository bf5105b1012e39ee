import { listSessions } from '@consultation/shared/sessions.ts'
import { Link } from '../navigation.tsx'
import { SessionHours } from '../SessionHours.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { type MarkShape, StateMark } from '../ui/StateMark.tsx'
import { Table } from '../ui/Table.tsx'
import { useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { useMeetings } from './meetings.ts'

const STATE = {
  draft: { word: 'session_draft', shape: 'part' },
  announced: { word: 'session_announced', shape: 'handed' },
  open: { word: 'session_open', shape: 'full' },
  closed: { word: 'session_closed', shape: 'done' },
  cancelled: { word: 'session_cancelled', shape: 'none' },
} as const satisfies Record<string, { word: string; shape: MarkShape }>

/** The sessions of a consultation by date, those of its retreats apart, and the way to schedule one. */
export function SessionsPart({ consultationId }: { consultationId: string }) {
  const t = useWords('planning')
  const reading = useRead(listSessions, { params: { consultationId } })
  const meetings = useMeetings(consultationId)
  return (
    <section aria-labelledby="sessions">
      <div className="head">
        <h2 id="sessions">{t('sessions_of_consultation')}</h2>
        {reading.status === 'ready' && reading.view.may.add && (
          <LinkButton to="/consultations/:consultationId/sessions/new" params={{ consultationId }}>
            {t('schedule_session')}
          </LinkButton>
        )}
      </div>
      {reading.status !== 'refused' && !meetings && <Skeleton />}
      {reading.status === 'refused' && <RefusalNotice refusal={reading.refusal} />}
      {meetings &&
        (meetings.apart.length === 0 ? (
          <Empty>
            <p>{t('no_sessions')}</p>
          </Empty>
        ) : (
          <Table caption={<span className="visually-hidden">{t('sessions_of_consultation')}</span>}>
            <thead>
              <tr>
                <th scope="col">{t('session_column')}</th>
                <th scope="col">{t('session_state_column')}</th>
                <th scope="col">{t('session_when_column')}</th>
                <th scope="col" className="number">
                  {t('session_guests')}
                </th>
              </tr>
            </thead>
            <tbody>
              {meetings.apart.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.number}.{' '}
                    <Link to="/sessions/:sessionId" params={{ sessionId: one.id }}>
                      <Name of={one.title} />
                    </Link>
                    {one.rehearsal && <span className="quiet small"> · {t('is_rehearsal')}</span>}
                  </th>
                  <td>
                    <StateMark shape={STATE[one.state].shape}>{t(STATE[one.state].word)}</StateMark>
                  </td>
                  <td>
                    <SessionHours of={one} />
                  </td>
                  <td className="number">{one.invited}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        ))}
    </section>
  )
}
