import { listConsultations } from '@consultation/shared/consultations.ts'
import { Link } from '../navigation.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './consultations.css'
import { TRACK_WORD } from './tracks.ts'

/** The consultations of the house, the one opened last first. */
export function ConsultationsPage() {
  const t = useWords('staff')
  const { consultations, may } = useView(listConsultations, {})
  return (
    <div className="column">
      <PageHead title={t('nav_consultations')}>
        {may.add && (
          <LinkButton to="/consultations/new" kind={consultations.length === 0 ? 'filled' : 'plain'}>
            {t('open_consultation')}
          </LinkButton>
        )}
      </PageHead>
      {consultations.length === 0 ? (
        <Empty>
          <p>{t('no_consultations')}</p>
        </Empty>
      ) : (
        <ul className="consultations">
          {consultations.map(({ id, reference, title, track }) => (
            <li key={id}>
              <Link to="/consultations/:consultationId" params={{ consultationId: id }}>
                <Name of={title} />
              </Link>
              <p className="quiet small">
                <bdi>{reference}</bdi> · {t(TRACK_WORD[track])}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
