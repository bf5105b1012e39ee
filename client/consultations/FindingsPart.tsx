import { listFindings } from '@consultation/shared/findings.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Link } from '../navigation.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'

/** What was found in a consultation, and the way to it. */
export function FindingsPart({ consultationId }: { consultationId: string }) {
  const t = useWords('findings')
  const params = { consultationId }
  const reading = useRead(listFindings, { params })
  return (
    <section aria-labelledby="findings">
      <div className="head">
        <h2 id="findings">{t('findings_title')}</h2>
        <LinkButton to="/consultations/:consultationId/findings" params={params}>
          {t('all_findings')}
        </LinkButton>
      </div>
      {reading.status === 'loading' && <Skeleton />}
      {reading.status === 'refused' && <RefusalNotice refusal={reading.refusal} />}
      {reading.status === 'ready' &&
        (reading.view.findings.length === 0 ? (
          <Empty>
            <p>{t(reading.view.may.write ? 'no_findings_yet' : 'none_published')}</p>
          </Empty>
        ) : (
          <ol className="consultation-findings">
            {reading.view.findings.map(({ id, versionId, number, title }) => {
              const name = inLanguage(title, t.language).text ? <Name of={title} /> : t('untitled_finding', { number })
              return (
                <li key={id}>
                  {number}.{' '}
                  {reading.view.may.write ? (
                    <Link to="/findings/:findingId" params={{ findingId: id }}>
                      {name}
                    </Link>
                  ) : (
                    <Link to="/finding-versions/:versionId" params={{ versionId: versionId ?? '' }}>
                      {name}
                    </Link>
                  )}
                </li>
              )
            })}
          </ol>
        ))}
    </section>
  )
}
