import { listSessions } from '@consultation/shared/sessions.ts'
import { Link } from '../navigation.tsx'
import { SessionHours } from '../SessionHours.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { type MarkShape, StateMark } from '../ui/StateMark.tsx'
import { StackingTable } from '../ui/Table.tsx'
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
          <StackingTable
            caption={<span className="visually-hidden">{t('sessions_of_consultation')}</span>}
            rows={meetings.apart}
            keyOf={({ id }) => id}
            columns={[
              {
                name: t('session_column'),
                cell: ({ id, number, title, rehearsal }) => (
                  <>
                    {number}.{' '}
                    <Link to="/sessions/:sessionId" params={{ sessionId: id }}>
                      <Name of={title} />
                    </Link>
                    {rehearsal && <span className="quiet small"> · {t('is_rehearsal')}</span>}
                  </>
                ),
              },
              {
                name: t('session_state_column'),
                cell: ({ state }) => <StateMark shape={STATE[state].shape}>{t(STATE[state].word)}</StateMark>,
              },
              { name: t('session_when_column'), cell: (one) => <SessionHours of={one} /> },
              { name: t('session_guests'), number: true, cell: ({ invited }) => invited },
            ]}
          />
        ))}
    </section>
  )
}
