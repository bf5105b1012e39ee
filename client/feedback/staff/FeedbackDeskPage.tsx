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
import { Table } from '../../ui/Table.tsx'
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
  const shown = (figure: number) => formatNumber(figure, t.language)
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
          <Table caption={t('desk_caption')}>
            <thead>
              <tr>
                <th scope="col">{t('finding_column')}</th>
                <th scope="col" className="number">
                  {t('statements_column')}
                </th>
                <th scope="col" className="number">
                  {t('with_position')}
                </th>
                <th scope="col" className="number">
                  {t('not_heard_column')}
                </th>
                {FEEDBACK_STANCES.map((stance) => (
                  <th scope="col" className="number" key={stance}>
                    {s(STANCE[stance].word)}
                  </th>
                ))}
                {view.basis === 'all' && (
                  <th scope="col" className="number">
                    {t('matters_column')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {findings.map((finding) => {
                const newest = finding.versions[0]
                const { national = 0, group = 0 } = newest?.statements ?? {}
                return (
                  <tr key={finding.findingId}>
                    <th scope="row">
                      <Link
                        to="/retreats/:retreatId/feedback/:findingId"
                        params={{ retreatId, findingId: finding.findingId }}
                      >
                        {finding.number}. <Name of={finding.title} />
                      </Link>
                      {finding.versions.length > 1 && (
                        <span className="small quiet"> {t('version_heading', { number: newest?.version ?? 1 })}</span>
                      )}
                    </th>
                    <td className="number">{shown(national + group)}</td>
                    <td className="number">{shown(heardOn(finding))}</td>
                    <td className="number">{shown((view.states ?? 0) - heardOn(finding))}</td>
                    {FEEDBACK_STANCES.map((stance) => (
                      <td className="number" key={stance}>
                        {shown(newest?.figures?.all?.find(({ keys }) => keys[0] === stance)?.figure ?? 0)}
                      </td>
                    ))}
                    {view.basis === 'all' && <td className="number">{shown(finding.priority ?? 0)}</td>}
                  </tr>
                )
              })}
            </tbody>
          </Table>
        </>
      )}
    </>
  )
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
