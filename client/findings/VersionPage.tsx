import { type DissociatedView, readDissociations } from '@consultation/shared/feedback.ts'
import { type FindingVersionView, readFindingVersion } from '@consultation/shared/findings.ts'
import { directionOf, LANGUAGE_NAMES, type Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { languagesOf } from '@consultation/shared/rules/findings.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { Difference } from '../Difference.tsx'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link, useParams, useSearch } from '../navigation.tsx'
import '../passages.css'
import { useDelegations } from '../reference.ts'
import { Sources } from '../Sources.tsx'
import { announce } from '../ui/Announcer.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { RichText } from '../ui/RichText.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useRead, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './findings.css'

/** A finding as it was published: its numbered paragraphs, what it rests on, and what changed against the one before. */
export function VersionPage() {
  const t = useWords('findings')
  const { versionId } = useParams('/finding-versions/:versionId')
  const version = useView(readFindingVersion, { params: { versionId } })
  const { may } = useMe()
  const dissociations = useRead(readDissociations, { params: { versionId } })
  const dissociated = dissociations.status === 'ready' ? dissociations.view.dissociated : []
  const [{ text: wanted }, setSearch] = useSearch('text')
  useStream(
    streams.consultationAll(version.consultationId),
    () => void refresh(readFindingVersion, { versionId }),
    ({ kind }) => {
      if (kind === 'finding.published') announce(t('announce_published'))
    },
  )
  const languages = languagesOf(version.texts)
  const language =
    languages.find((one) => one === wanted) ?? languages.find((one) => one === t.language) ?? firstOf(languages)
  const [newest] = version.versions
  const earlier = version.versions.filter((one) => one.version < version.version)
  const change = inLanguage(version.change, t.language)
  return (
    <div className="column">
      <PageHead
        title={`${version.number}. ${inLanguage(version.title, t.language).text}`}
        within={{
          title: inLanguage(version.consultationTitle, t.language).text,
          link: (
            <>
              <Link to="/consultations/:consultationId/findings" params={{ consultationId: version.consultationId }}>
                <Name of={version.consultationTitle} /> · {t('findings_title')}
              </Link>{' '}
              · <bdi>{version.reference}</bdi>
            </>
          ),
        }}
        lead={
          <>
            {t.rich('version_of', { number: version.version, when: <When at={version.publishedAt} /> })}
            {version.theme && (
              <>
                {' · '}
                <Name of={version.theme.title} />
              </>
            )}
          </>
        }
      >
        {may('finding.write') && !version.withdrawnAt && (
          <LinkButton to="/findings/:findingId" params={{ findingId: version.findingId }}>
            {t('write_on')}
          </LinkButton>
        )}
      </PageHead>
      {version.withdrawnAt && (
        <Notice kind="warning">
          <p>{t.rich('was_withdrawn', { when: <When at={version.withdrawnAt} /> })}</p>
        </Notice>
      )}
      {newest && newest.version > version.version && (
        <Notice>
          <p>
            {t.rich('newer_version', {
              link: (words) => (
                <Link to="/finding-versions/:versionId" params={{ versionId: newest.id }}>
                  {words}
                </Link>
              ),
              number: newest.version,
            })}
          </p>
        </Notice>
      )}
      <div className="sections">
        {change.text && (
          <section aria-labelledby="change">
            <h2 id="change">{t('what_changed')}</h2>
            <div className="said" lang={change.language} dir="auto">
              {change.text.split('\n').map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </section>
        )}
        <section aria-labelledby="text" className="stack">
          <h2 id="text" className="visually-hidden">
            {t('text_of_finding')}
          </h2>
          {languages.length > 1 && (
            <div className="finding-facts no-print">
              <Select
                label={t('language_of_finding')}
                value={language}
                onChange={(next) => setSearch({ text: next })}
                options={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              />
            </div>
          )}
          {language !== t.language && <p className="small quiet">{t('not_in_your_language')}</p>}
          <div className="numbered">
            <RichText
              blocks={version.texts[language] ?? []}
              language={language}
              under={(place) => {
                const here = dissociated.find(({ paragraph }) => paragraph === place)
                return here && <Dissociated of={here} />
              }}
            />
          </div>
        </section>
        {earlier.length > 0 && <Against version={version} earlier={earlier} language={language} />}
        <section aria-labelledby="sources">
          <h2 id="sources">{t('rests_upon')}</h2>
          {version.rests.length === 0 ? (
            <p className="quiet">{t('rests_upon_nothing_shown')}</p>
          ) : (
            <Sources rests={version.rests} />
          )}
        </section>
        {version.versions.length > 1 && (
          <section aria-labelledby="versions" className="no-print">
            <h2 id="versions">{t('all_versions')}</h2>
            <ul className="finding-versions">
              {version.versions.map((one) => (
                <li key={one.id}>
                  <Link
                    to="/finding-versions/:versionId"
                    params={{ versionId: one.id }}
                    aria-current={one.id === version.id ? 'page' : undefined}
                  >
                    {t.rich('version_of', { number: one.version, when: <When at={one.publishedAt} show="date" /> })}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}

/** Who dissociates itself from a paragraph, in the reader’s language beside a text that may be in another. */
function Dissociated({ of: { members, unnamed } }: { of: DissociatedView }) {
  const t = useWords('findings')
  const { nameOf } = useDelegations()
  return (
    <ul className="dissociated small" lang={t.language} dir={directionOf(t.language)}>
      {members.length > 0 && (
        <li>
          {t.rich('dissociated_by', {
            count: members.length,
            members: members.map(({ delegationId, sealed }, at) => (
              <span key={delegationId}>
                {at > 0 && ' · '}
                <Name of={nameOf(delegationId)} />
                {sealed && (
                  <>
                    {' '}
                    <StateMark shape="full">{t('dissociated_sealed')}</StateMark>
                  </>
                )}
              </span>
            )),
          })}
        </li>
      )}
      {unnamed > 0 && <li>{t('dissociated_unnamed', { count: unnamed })}</li>}
    </ul>
  )
}

const firstOf = (languages: Language[]): Language => (languages.includes('en') ? 'en' : (languages[0] ?? 'en'))

type AgainstProps = { version: FindingVersionView; earlier: FindingVersionView['versions']; language: Language }

/** The difference to a version before it, fetched when somebody asks. */
function Against({ version, earlier, language }: AgainstProps) {
  const t = useWords('findings')
  const [open, setOpen] = useState(false)
  const [against, setAgainst] = useState(earlier[0]!.id)
  return (
    // Folded, it says nothing on paper.
    <section aria-labelledby="difference" className={open ? undefined : 'no-print'}>
      <h2 id="difference">{t('difference_title')}</h2>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('show_difference', { number: earlier.find(({ id }) => id === against)?.version ?? 0 })}</summary>
        {earlier.length > 1 && (
          <div className="finding-facts">
            <Select
              label={t('compare_to')}
              value={against}
              onChange={setAgainst}
              options={earlier.map(({ id, version: number }) => ({
                value: id,
                label: t('compared_version', { number }),
              }))}
            />
          </div>
        )}
        {open && <AgainstVersion before={against} version={version} language={language} />}
      </details>
    </section>
  )
}

function AgainstVersion({
  before,
  version,
  language,
}: {
  before: string
  version: FindingVersionView
  language: Language
}) {
  const t = useWords('findings')
  const earlier = useView(readFindingVersion, { params: { versionId: before } })
  const text = earlier.texts[language]
  if (!text) return <p className="quiet">{t('not_in_this_language_then')}</p>
  return <Difference before={text} after={version.texts[language] ?? []} language={language} />
}
