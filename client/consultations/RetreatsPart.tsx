import { listRetreats, type RetreatSummary } from '@consultation/shared/retreats.ts'
import type { SessionSummary } from '@consultation/shared/sessions.ts'
import { Link } from '../navigation.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { type MarkShape, StateMark } from '../ui/StateMark.tsx'
import { StackingTable } from '../ui/Table.tsx'
import { When } from '../ui/When.tsx'
import { useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { useMeetings } from './meetings.ts'

const SHAPE = { draft: 'part', announced: 'handed', closed: 'done' } as const satisfies Record<
  RetreatSummary['state'],
  MarkShape
>

/** The retreats of a consultation, and the way to prepare one. */
export function RetreatsPart({ consultationId }: { consultationId: string }) {
  const t = useWords('staff')
  const meetings = useMeetings(consultationId)
  const reading = useRead(listRetreats, { params: { consultationId } })
  return (
    <section aria-labelledby="retreats">
      <div className="head">
        <h2 id="retreats">{t('retreats_of_consultation')}</h2>
        {reading.status === 'ready' && reading.view.may.add && (
          <LinkButton to="/consultations/:consultationId/retreats/new" params={{ consultationId }}>
            {t('prepare_retreat')}
          </LinkButton>
        )}
      </div>
      {reading.status === 'loading' && <Skeleton />}
      {reading.status === 'refused' && <RefusalNotice refusal={reading.refusal} />}
      {reading.status === 'ready' &&
        (reading.view.retreats.length === 0 ? (
          <Empty>
            <p>{t('no_retreat_yet')}</p>
          </Empty>
        ) : (
          <StackingTable
            caption={<span className="visually-hidden">{t('retreats_of_consultation')}</span>}
            rows={reading.view.retreats}
            keyOf={({ id }) => id}
            columns={[
              {
                name: t('retreat_title'),
                cell: (one) => (
                  <>
                    <Link to="/retreats/:retreatId" params={{ retreatId: one.id }}>
                      <Name of={one.title} />
                    </Link>
                    <Meetings of={meetings?.of(one) ?? []} />
                  </>
                ),
              },
              {
                name: t('retreat_state'),
                cell: ({ state }) => <StateMark shape={SHAPE[state]}>{t('state_of_retreat', { state })}</StateMark>,
              },
              {
                name: t('retreat_begins'),
                cell: ({ startsAt }) => startsAt && <When at={startsAt} show="date" weekday />,
              },
              { name: t('retreat_place'), cell: ({ place }) => place && <bdi>{place}</bdi> },
            ]}
          />
        ))}
    </section>
  )
}

/** The plenaries and groups of a retreat, by date. */
function Meetings({ of }: { of: readonly SessionSummary[] }) {
  const t = useWords('planning')
  if (of.length === 0) return null
  return (
    <details className="small meetings-within">
      <summary>{t('sessions_of_retreat', { count: of.length })}</summary>
      <ul>
        {of.map(({ id, title }) => (
          <li key={id}>
            <Link to="/sessions/:sessionId" params={{ sessionId: id }}>
              <Name of={title} />
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
