import { listFeedback, readConvergence, readUnheard } from '@consultation/shared/feedback.ts'
import { streams } from '@consultation/shared/live.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Suspense } from 'react'
import { useFollow } from '../../follow.ts'
import { Link, useParams, useSearch } from '../../navigation.tsx'
import { announce } from '../../ui/Announcer.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { NotFound } from '../../ui/ErrorPages.tsx'
import { Select } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { refresh, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import '../feedback.css'
import { FeedbackFilters, useFeedbackFilter } from './FeedbackFilters.tsx'
import { FeedbackRead } from './FeedbackRead.tsx'
import { Unheard } from './Unheard.tsx'

/** What was said to one finding, as it comes in; and who has not been heard yet. */
export function FindingFeedbackPage() {
  const t = useWords('convergence')
  const { retreatId, findingId } = useParams('/retreats/:retreatId/feedback/:findingId')
  const view = useView(readConvergence, { params: { retreatId } })
  const [{ version: asked }, setSearch] = useSearch('version')
  const { filter, change } = useFeedbackFilter()
  const finding = view.findings.find((one) => one.findingId === findingId)
  const versions = finding?.versions ?? []
  const version = versions.find((one) => String(one.version) === asked) ?? versions[0]
  const versionId = version?.versionId ?? ''
  useFollow(
    view.may.release ? streams.retreatStaff(retreatId) : null,
    () => 'now',
    () => {
      void refresh(readConvergence, { retreatId })
      void refresh(listFeedback, { retreatId, versionId })
      void refresh(readUnheard, { retreatId, versionId })
    },
    ({ kind }) => {
      if (kind === 'feedback.given') announce(t('feedback_came_in'))
    },
  )
  if (!finding || !version) return <NotFound />
  return (
    <>
      <PageHead
        title={`${finding.number}. ${inLanguage(finding.title, t.language).text}`}
        within={{
          title: inLanguage(view.title, t.language).text,
          link: (
            <>
              <Link to="/retreats/:retreatId" params={{ retreatId }}>
                <Name of={view.title} /> · <bdi>{view.reference}</bdi>
              </Link>{' '}
              ·{' '}
              <Link to="/retreats/:retreatId/feedback" params={{ retreatId }}>
                {t('desk_title')}
              </Link>
            </>
          ),
        }}
        lead={t('heard_of', { heard: version.figures?.answered ?? 0, states: view.states ?? 0 })}
      >
        <div className="row">
          <LinkButton to="/retreats/:retreatId/convergence/:findingId" params={{ retreatId, findingId }}>
            {t('convergence_title')}
          </LinkButton>
          <LinkButton kind="quiet" to="/finding-versions/:versionId" params={{ versionId }}>
            {t('read_the_finding')}
          </LinkButton>
        </div>
      </PageHead>
      <div className="feedback-sides">
        <section className="stack" aria-labelledby="said">
          <h2 id="said">{t('said_to_it')}</h2>
          {versions.length > 1 && (
            <Select
              label={t('version_label')}
              value={String(version.version)}
              onChange={(next) => setSearch({ version: next === String(versions[0]?.version) ? '' : next })}
              options={versions.map(({ version: number }) => ({
                value: String(number),
                label: t('version_heading', { number }),
              }))}
            />
          )}
          <FeedbackFilters filter={filter} onChange={change} />
          <FeedbackRead retreatId={retreatId} versionId={versionId} filter={filter} />
        </section>
        {view.may.release && (
          <Suspense fallback={<Skeleton lines={6} />}>
            <Unheard retreatId={retreatId} versionId={versionId} />
          </Suspense>
        )}
      </div>
    </>
  )
}
