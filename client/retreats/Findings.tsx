import { LANGUAGE_NAMES } from '@consultation/shared/languages.ts'
import type { FindingPut } from '@consultation/shared/retreats.ts'
import { Link } from '../navigation.tsx'
import { Name } from '../ui/Name.tsx'
import { useWords } from '../words/index.ts'

/** The findings put to the retreat, as they were published last. */
export function Findings({ findings, brief = false }: { findings: readonly FindingPut[]; brief?: boolean }) {
  const t = useWords('retreat-delegate')
  return (
    <ul className="finding-list">
      {findings.map((one) => (
        <li key={one.findingId}>
          <Link to="/finding-versions/:versionId" params={{ versionId: one.versionId }}>
            {t('finding_no', { number: one.number })} <Name of={one.title} />
          </Link>
          {!brief && (
            <span className="small quiet">
              {t('finding_version', { version: one.version })}
              {one.languages.map((language) => (
                <span key={language}>
                  {' · '}
                  <bdi lang={language}>{LANGUAGE_NAMES[language]}</bdi>
                </span>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
