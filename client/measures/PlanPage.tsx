import { streams } from '@consultation/shared/live.ts'
import { listMeasures } from '@consultation/shared/measures.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link, useParams } from '../navigation.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { MeasureCard } from './MeasureCard.tsx'
import './measures.css'

/** The action plan to be read: what is published for delegations, all of it for the Review Team. */
export function PlanPage() {
  const t = useWords('traces')
  const { acting } = useMe()
  const { consultationId } = useParams('/consultations/:consultationId/measures')
  const { consultation, measures } = useView(listMeasures, { params: { consultationId } })
  useStream(
    acting ? streams.consultationAll(consultationId) : streams.consultation(consultationId),
    () => void refresh(listMeasures),
  )
  return (
    <div className="column plan">
      <PageHead
        title={t('plan_title')}
        within={{
          title: inLanguage(consultation.title, t.language).text,
          link: (
            <Link to="/consultations/:consultationId" params={{ consultationId: consultation.id }}>
              <Name of={consultation.title} />
            </Link>
          ),
        }}
        lead={t('plan_lead')}
      />
      <p className="no-print">
        <Link to="/tracks">{t('see_tracks')}</Link> ·{' '}
        <Link to="/consultations/:consultationId/report" params={{ consultationId }}>
          {t('see_report')}
        </Link>
      </p>
      {measures.length === 0 ? (
        <Empty>
          <p>{t('plan_empty')}</p>
        </Empty>
      ) : (
        measures.map((measure) => <MeasureCard key={measure.id} measure={measure} />)
      )}
    </div>
  )
}
