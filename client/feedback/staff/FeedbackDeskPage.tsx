import { type FindingConvergence, readConvergence } from '@consultation/shared/feedback.ts'
import { formatNumber } from '@consultation/shared/house-style.ts'
import { streams } from '@consultation/shared/live.ts'
import { FEEDBACK_STANCES } from '@consultation/shared/rules/feedback.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useFollow } from '../../follow.ts'
import { Link, useParams, useSearch } from '../../navigation.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Select } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { type Column, StackingTable } from '../../ui/Table.tsx'
import { refresh, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import '../feedback.css'
import { STANCE } from '../said.ts'

const SORTS = ['number', 'least_heard', 'matters'] as const
type Sort = (typeof SORTS)[number]
const SORT = { number: 'sort_number', least_heard: 'sort_least_heard', matters: 'sort_matters' } as const

/** Feedback as it comes in, finding by finding: the figures of this moment, and the way to what was said. */
export function FeedbackDeskPage() {
  const t = useWords('convergence')
  const s = useWords('stances')
  const { retreatId } = useParams('/retreats/:retreatId/feedback')
  const view = useView(readConvergence, { params: { retreatId } })
  useFollow(
    view.may.release ? streams.retreatStaff(retreatId) : null,
    () => 'now',
    () => void refresh(readConvergence, { retreatId }),
  )
  const [{ sort: asked }, setSearch] = useSearch('sort')
  const sort = SORTS.find((one) => one === asked) ?? 'number'
  const figure = (name: string, of: (finding: FindingConvergence) => number): Column<FindingConvergence> => ({
    name,
    number: true,
    cell: (finding) => formatNumber(of(finding), t.language),
  })
  const findings = view.findings.toSorted(by(sort))
  return (
    <>
      <PageHead
        title={t('desk_title')}
        within={{
          title: inLanguage(view.title, t.language).text,
          link: (
            <Link to="/retreats/:retreatId" params={{ retreatId }}>
              <Name of={view.title} /> · <bdi>{view.reference}</bdi>
            </Link>
          ),
        }}
        lead={t(view.basis === 'named' ? 'basis_named' : 'basis_all', { states: view.states ?? 0 })}
      >
        <LinkButton kind="filled" to="/retreats/:retreatId/convergence" params={{ retreatId }}>
          {t('convergence_title')}
        </LinkButton>
      </PageHead>
      {findings.length === 0 ? (
        <Empty>
          <p>{t('no_findings_here')}</p>
        </Empty>
      ) : (
        <>
          <div className="feedback-sort no-print">
            <Select
              label={t('sort_label')}
              value={sort}
              onChange={(next) => setSearch({ sort: next === 'number' ? '' : next })}
              options={SORTS.map((value) => ({ value, label: t(SORT[value]) }))}
            />
          </div>
          <StackingTable
            caption={t('desk_caption')}
            rows={findings}
            keyOf={({ findingId }) => findingId}
            columns={[
              {
                name: t('finding_column'),
                cell: ({ findingId, number, title, versions }) => (
                  <>
                    <Link to="/retreats/:retreatId/feedback/:findingId" params={{ retreatId, findingId }}>
                      {number}. <Name of={title} />
                    </Link>
                    {versions.length > 1 && (
                      <span className="small quiet">
                        {' '}
                        {t('version_heading', { number: versions[0]?.version ?? 1 })}
                      </span>
                    )}
                  </>
                ),
              },
              figure(t('statements_column'), saidOn),
              figure(t('with_position'), heardOn),
              figure(t('not_heard_column'), (finding) => (view.states ?? 0) - heardOn(finding)),
              ...FEEDBACK_STANCES.map((stance) =>
                figure(
                  s(STANCE[stance].word),
                  ({ versions }) => versions[0]?.figures?.all?.find(({ keys }) => keys[0] === stance)?.figure ?? 0,
                ),
              ),
              ...(view.basis === 'all' ? [figure(t('matters_column'), ({ priority }) => priority ?? 0)] : []),
            ]}
          />
        </>
      )}
    </>
  )
}

const saidOn = ({ versions }: FindingConvergence) => {
  const { national = 0, group = 0 } = versions[0]?.statements ?? {}
  return national + group
}
const heardOn = ({ versions }: FindingConvergence) => versions[0]?.figures?.answered ?? 0

const by = (sort: Sort) => (a: FindingConvergence, b: FindingConvergence) => {
  switch (sort) {
    case 'number':
      return a.number - b.number
    case 'least_heard':
      return heardOn(a) - heardOn(b) || a.number - b.number
    case 'matters':
      return (b.priority ?? 0) - (a.priority ?? 0) || a.number - b.number
  }
}
