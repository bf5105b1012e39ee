import { listConsultations } from '@consultation/shared/consultations.ts'
import { Link } from '../../navigation.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Name } from '../../ui/Name.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import '../consultations.css'

/** The consultations, for a delegation: the one opened last first. */
export function TheirsPage() {
  const t = useWords('findings')
  const { consultations } = useView(listConsultations, {})
  return (
    <div className="column">
      <PageHead title={t('nav_consultations')} />
      {consultations.length === 0 ? (
        <Empty>
          <p>{t('no_consultations_yet')}</p>
        </Empty>
      ) : (
        <ul className="consultations">
          {consultations.map(({ id, reference, title }) => (
            <li key={id}>
              <Link to="/consultations/:consultationId" params={{ consultationId: id }}>
                <Name of={title} />
              </Link>
              <p className="quiet small">
                <bdi>{reference}</bdi>
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
