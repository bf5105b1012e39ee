import { streams } from '@consultation/shared/live.ts'
import { readSummary } from '@consultation/shared/reports.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useStream } from '../live.ts'
import { useParams } from '../navigation.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { ReportText } from './ReportText.tsx'
import './reports.css'
import { SumsUp } from './SumsUp.tsx'
import { useWithin } from './use-within.tsx'

/** A final summary to be read. */
export function SummaryPage() {
  const t = useWords('traces')
  const params = useParams('/summaries/:summaryId')
  const summary = useView(readSummary, { params })
  useStream(streams.consultationAll(summary.consultation.id), () => void refresh(readSummary, params))
  return (
    <div className="column report">
      <PageHead
        title={inLanguage(summary.title, t.language).text}
        within={useWithin(summary.consultation)}
        lead={
          <>
            <bdi dir="ltr">{summary.reference}</bdi>
            {summary.publishedAt && (
              <>
                {' · '}
                {t.rich('final_since', { when: <When at={summary.publishedAt} show="date" /> })}
              </>
            )}
          </>
        }
      />
      <p className="quiet small">
        {summary.of && <SumsUp of={summary.of} />}
        <br />
        {t('summary_status')}
      </p>
      <ReportText report={summary} />
    </div>
  )
}
