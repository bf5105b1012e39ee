import { listMeasures } from '@consultation/shared/measures.ts'
import { readReport } from '@consultation/shared/reports.ts'
import { useMe } from '../me.tsx'
import { Link } from '../navigation.tsx'
import { When } from '../ui/When.tsx'
import { useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'

/** What is done and reported, with the one figure of each that matters, and the way from what was said to it. */
export function ResultsPart({ consultationId }: { consultationId: string }) {
  const t = useWords('traces')
  const { may } = useMe()
  const params = { consultationId }
  const plan = useRead(listMeasures, { params })
  const outline = useRead(readReport, { params })
  const measures = plan.status === 'ready' ? plan.view.measures : null
  const report = outline.status === 'ready' ? outline.view.report : null
  return (
    <section aria-labelledby="results">
      <h2 id="results">{t('results_part')}</h2>
      <ul className="consultation-results">
        <li>
          <Link to="/consultations/:consultationId/measures" params={params}>
            {t('plan_title')}
          </Link>{' '}
          {measures && (
            <span className="quiet">
              {t('plan_in_short', { count: measures.length, late: measures.filter(({ late }) => late).length })}
            </span>
          )}
        </li>
        <li>
          <Link to="/consultations/:consultationId/report" params={params}>
            {t('report_title')}
          </Link>{' '}
          {outline.status === 'ready' && (
            <span className="quiet">
              {report?.publishedAt
                ? t.rich('published_on', { when: <When at={report.publishedAt} show="date" /> })
                : t(report ? 'report_in_writing' : 'report_not_there')}
            </span>
          )}
        </li>
        <li>
          <Link to="/tracks">{t('tracks_title')}</Link>
        </li>
        {may('trace.set_aside') && (
          <li>
            <Link to="/consultations/:consultationId/undecided" params={params}>
              {t('see_undecided')}
            </Link>
          </li>
        )}
        {may('trace.own') && (
          <li>
            <Link to="/traces/own">{t('became_title')}</Link>
          </li>
        )}
      </ul>
    </section>
  )
}
