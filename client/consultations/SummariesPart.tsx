import { listSummaries } from '@consultation/shared/reports.ts'
import { Link } from '../navigation.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { When } from '../ui/When.tsx'
import { useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'

/** What is summed up, and the way to begin one. */
export function SummariesPart({ consultationId }: { consultationId: string }) {
  const t = useWords('traces')
  const params = { consultationId }
  const reading = useRead(listSummaries, { params })
  return (
    <section aria-labelledby="summaries">
      <div className="head">
        <h2 id="summaries">{t('summaries_title')}</h2>
        {reading.status === 'ready' && reading.view.may.begin && (
          <LinkButton to="/consultations/:consultationId/summaries/new" params={params}>
            {t('begin_summary')}
          </LinkButton>
        )}
      </div>
      {reading.status === 'loading' && <Skeleton />}
      {reading.status === 'refused' && <RefusalNotice refusal={reading.refusal} />}
      {reading.status === 'ready' &&
        (reading.view.summaries.length === 0 ? (
          <Empty>
            <p>{t('summaries_none')}</p>
          </Empty>
        ) : (
          <ul className="consultation-results">
            {reading.view.summaries.map(({ id, title, publishedAt }) => (
              <li key={id}>
                <Link to="/summaries/:summaryId" params={{ summaryId: id }}>
                  <Name of={title} />
                </Link>{' '}
                <span className="quiet">
                  {publishedAt
                    ? t.rich('final_since', { when: <When at={publishedAt} show="date" /> })
                    : t('report_in_writing')}
                </span>
              </li>
            ))}
          </ul>
        ))}
    </section>
  )
}
