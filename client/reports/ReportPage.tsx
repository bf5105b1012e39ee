import { streams } from '@consultation/shared/live.ts'
import { readReport } from '@consultation/shared/reports.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link, useParams } from '../navigation.tsx'
import { Empty } from '../ui/Empty.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { ReportText } from './ReportText.tsx'
import './reports.css'
import { useWithin } from './use-within.tsx'

/** The report to be read. */
export function ReportPage() {
  const t = useWords('traces')
  const { acting } = useMe()
  const { consultationId } = useParams('/consultations/:consultationId/report')
  const { consultation, report } = useView(readReport, { params: { consultationId } })
  useStream(
    acting ? streams.consultationAll(consultationId) : streams.consultation(consultationId),
    () => void refresh(readReport),
  )
  const within = useWithin(consultation)
  if (!report)
    return (
      <div className="column">
        <PageHead title={t('report_title')} within={within} />
        <Empty>
          <p>{t('report_not_published')}</p>
        </Empty>
      </div>
    )
  return (
    <div className="column report">
      <PageHead
        title={inLanguage(report.title, t.language).text}
        within={within}
        lead={
          <>
            <bdi dir="ltr">{report.reference}</bdi>
            {report.publishedAt && (
              <>
                {' · '}
                {t.rich('published_on', { when: <When at={report.publishedAt} show="date" /> })}
              </>
            )}
          </>
        }
      />
      <p className="quiet small">{t('report_status')}</p>
      <ReportText report={report} />
      <p className="no-print">
        <Link to="/consultations/:consultationId/measures" params={{ consultationId }}>
          {t('plan_title')}
        </Link>{' '}
        · <Link to="/tracks">{t('see_tracks')}</Link>
      </p>
    </div>
  )
}
