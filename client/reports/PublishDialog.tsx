import { listSources } from '@consultation/shared/links.ts'
import { publishReport, type ReportView } from '@consultation/shared/reports.ts'
import { Link } from '../navigation.tsx'
import { keyOfThing, SaidAt, ThingMarks, ThingName, ThingWords } from '../ThingShown.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { tell } from '../ui/Toast.tsx'
import { useCall, useRead } from '../use-call.ts'
import { useSeen } from '../use-seen.ts'
import { useWords } from '../words/index.ts'
import { again } from './again.ts'

const SAYS = {
  report: { title: 'publish_report', tells: 'publish_report_tells', now: 'publish_now', done: 'report_published' },
  summary: {
    title: 'publish_summary',
    tells: 'publish_summary_tells',
    now: 'publish_summary',
    done: 'summary_published',
  },
} as const

/** Before delegations read it: what keeps it from being published, and what nobody has decided on. */
export function PublishDialog({
  report,
  onClose,
  onDone,
}: {
  report: ReportView
  onClose: () => void
  onDone: () => void
}) {
  const t = useWords('results-staff')
  const publishing = useCall(publishReport)
  // What was read is published, not what others write meanwhile.
  const { revision } = useSeen(report)
  const consultationId = report.consultation.id
  const says = SAYS[report.kind]
  const { of } = report
  // Before a summary of one list or session is final, what was said there.
  const within = of?.id ? { [of.kind === 'list' ? 'list' : 'session']: of.id } : {}
  const reading = useRead(listSources, { params: { consultationId }, query: { ...within, unused: 'yes', limit: 5 } })
  const undecided = reading.status === 'ready' ? reading.view.sources : []
  const { refusal } = publishing
  // `paragraphs.<id>.…` names the part at fault.
  const faulty = report.paragraphs.find(({ id }) => refusal?.errors.some(({ field }) => field.includes(id)))
  return (
    <Dialog open wide title={t(says.title)} onClose={onClose}>
      <p>{t(says.tells)}</p>
      <RefusalNotice refusal={refusal}>
        {faulty && (
          <p>
            <a href={`#part-${faulty.id}`} onClick={onClose}>
              {faulty.number === null ? t('to_heading') : t('to_paragraph', { number: faulty.number })}
            </a>
          </p>
        )}
        {refusal?.code === 'changed_meanwhile' && <Button onClick={onClose}>{t('see_newest')}</Button>}
      </RefusalNotice>
      <h3>{t('undecided_title')}</h3>
      {reading.status === 'loading' && <Skeleton lines={3} />}
      {reading.status === 'refused' && <RefusalNotice refusal={reading.refusal} />}
      {reading.status === 'ready' &&
        (undecided.length === 0 ? (
          <p>
            <StateMark shape="done">{t('all_decided')}</StateMark>
          </p>
        ) : (
          <>
            <p>{t('undecided_before')}</p>
            <ul className="rests">
              {undecided.map((source) => (
                <li key={keyOfThing(source)}>
                  <div className="rests-text">
                    <ThingName thing={source} /> <ThingMarks thing={source} />
                    <p className="small quiet">
                      <SaidAt source={source} />
                    </p>
                    <div className="clamped">
                      <ThingWords thing={source} />
                    </div>
                  </div>
                </li>
              ))}
            </ul>
            {reading.view.next !== null && <p className="quiet">{t('undecided_more')}</p>}
            <p>
              <Link to="/consultations/:consultationId/undecided" params={{ consultationId }}>
                {t('decide_on_them')}
              </Link>
            </p>
          </>
        ))}
      <Actions>
        <Button
          kind="filled"
          busy={publishing.status === 'sending'}
          onClick={async () => {
            if (!(await publishing.send({ params: { reportId: report.id }, body: { revision } }))) return again(report)
            tell(t(says.done))
            onDone()
          }}
        >
          {t(says.now)}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('let_be')}
        </Button>
      </Actions>
    </Dialog>
  )
}
