import { type DeskFinding, type DeskView, listFeedback, readDesk } from '@consultation/shared/feedback.ts'
import { readFindingVersion } from '@consultation/shared/findings.ts'
import { LANGUAGE_NAMES } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { languagesOf } from '@consultation/shared/rules/findings.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Difference } from '../../Difference.tsx'
import { useStream } from '../../live.ts'
import { Link, useParams, useSearch } from '../../navigation.tsx'
import { useGroups } from '../../reference.ts'
import { announce } from '../../ui/Announcer.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { NotFound } from '../../ui/ErrorPages.tsx'
import { RadioGroup, Select } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, useRead, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { withinRetreat } from '../within.tsx'
import '../feedback.css'
import { WindowLine } from '../WindowLine.tsx'
import { Giving } from './Giving.tsx'
import { OthersSaid } from './OthersSaid.tsx'
import { ours } from './ours.ts'
import { Standing } from './Standing.tsx'

/** One finding for a delegation: its text, what stands said to it, and what it gives now. */
export function GivePage() {
  const { retreatId, findingId } = useParams('/retreats/:retreatId/feedback/:findingId')
  const desk = useView(readDesk, { params: { retreatId } })
  const finding = desk.findings.find((one) => one.findingId === findingId)
  // Each finding is a page of its own: nothing typed to one is ever shown at another.
  return finding ? <OneFinding key={findingId} desk={desk} finding={finding} /> : <NotFound />
}

type Props = { desk: DeskView; finding: DeskFinding }

function OneFinding({ desk, finding }: Props) {
  const t = useWords('feedback')
  const { retreatId } = desk
  const { versionId } = finding
  const version = useView(readFindingVersion, { params: { versionId } })
  const said = useView(listFeedback, ours(retreatId, versionId))
  const { groupOf } = useGroups()
  const again = () => {
    void refresh(readDesk, { retreatId })
    void refresh(listFeedback)
  }
  useStream(desk.delegationId ? streams.delegation(desk.delegationId) : null, again, ({ kind }) => {
    if (kind === 'feedback.given') announce(t('feedback_was_given'))
  })
  useStream(streams.consultationAll(desk.consultationId), again, ({ kind }) => {
    if (kind === 'finding.published') announce(t('finding_was_revised'))
  })
  const [{ for: asked, text }, setSearch] = useSearch('for', 'text')
  const capacities = [...(desk.may.give ? [null] : []), ...(desk.may.giveForGroup ? desk.speaksFor : [])]
  const groupId = capacities.find((one) => one === asked) ?? capacities[0] ?? null
  const languages = languagesOf(version.texts)
  const language =
    languages.find((one) => one === text) ??
    languages.find((one) => one === t.language) ??
    (languages.includes('en') ? 'en' : (languages[0] ?? 'en'))
  const at = desk.findings.indexOf(finding)
  const [before, after] = [desk.findings[at - 1], desk.findings[at + 1]]

  return (
    <>
      <PageHead
        title={`${finding.number}. ${inLanguage(finding.title, t.language).text}`}
        within={{
          title: withinRetreat(desk, t.language).title,
          link: (
            <>
              {withinRetreat(desk, t.language).link} ·{' '}
              <Link to="/retreats/:retreatId/feedback" params={{ retreatId }}>
                {t('feedback_title')}
              </Link>
            </>
          ),
        }}
        lead={<WindowLine desk={desk} onTurn={again} />}
      />
      <p className="row small quiet give-version">
        <Link to="/finding-versions/:versionId" params={{ versionId }}>
          {t('version_here', { number: finding.version })}
        </Link>
        <When at={finding.publishedAt} show="date" />
      </p>
      {finding.withdrawn && (
        <Notice kind="warning">
          <p>{t('withdrawn_text')}</p>
        </Notice>
      )}
      <Change finding={finding} language={language} texts={version.texts} />
      <div className="give-choices no-print">
        {capacities.length > 1 && (
          <RadioGroup
            label={t('give_as')}
            value={groupId ?? 'own'}
            onChange={(next) => setSearch({ for: next === 'own' ? '' : next })}
            options={capacities.map((one) => ({
              value: one ?? 'own',
              label: one
                ? t('capacity_group', { group: inLanguage(groupOf(one)?.names ?? {}, t.language).text })
                : t('capacity_own'),
            }))}
          />
        )}
        {languages.length > 1 && (
          <Select
            label={t('text_language')}
            value={language}
            onChange={(next) => setSearch({ text: next })}
            options={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
        )}
      </div>
      <Giving
        key={groupId ?? 'own'}
        desk={desk}
        finding={finding}
        version={version}
        language={language}
        groupId={groupId}
        said={said.feedback}
      />
      <div className="sections">
        <Standing desk={desk} said={said.feedback} texts={version.texts} language={language} />
        {desk.openToAll && <OthersSaid desk={desk} versionId={versionId} />}
      </div>
      <nav className="give-neighbours no-print" aria-label={t('neighbour_findings')}>
        {before && (
          <LinkButton
            kind="quiet"
            to="/retreats/:retreatId/feedback/:findingId"
            params={{ retreatId, findingId: before.findingId }}
          >
            {t('finding_before', { number: before.number })}
          </LinkButton>
        )}
        {after && (
          <LinkButton
            kind="quiet"
            to="/retreats/:retreatId/feedback/:findingId"
            params={{ retreatId, findingId: after.findingId }}
          >
            {t('finding_after', { number: after.number })}
          </LinkButton>
        )}
      </nav>
    </>
  )
}

type ChangeProps = {
  finding: DeskFinding
  language: Parameters<typeof Difference>[0]['language']
  texts: Parameters<typeof languagesOf>[0]
}

/** What the version changed, and the difference to the one the delegation spoke to last. */
function Change({ finding, language, texts }: ChangeProps) {
  const t = useWords('feedback')
  const change = inLanguage(finding.change, t.language)
  const spoken = finding.own.find(({ versionId }) => versionId !== finding.versionId)
  const earlier = useRead(
    readFindingVersion,
    { params: { versionId: spoken?.versionId ?? finding.versionId } },
    { enabled: spoken !== undefined },
  )
  if (finding.version === 1) return null
  const before = earlier.status === 'ready' && spoken ? earlier.view.texts[language] : undefined
  return (
    <Notice title={t('revised_title', { number: finding.version })}>
      {change.text && (
        <div className="said" lang={change.language} dir="auto">
          {change.text.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {before && spoken && (
        <details>
          <summary>{t('difference_to_spoken', { number: spoken.version })}</summary>
          <Difference before={before} after={texts[language] ?? []} language={language} />
        </details>
      )}
    </Notice>
  )
}
