import { type ConvergenceView, type FindingConvergence, readConvergence } from '@consultation/shared/feedback.ts'
import { formatNumber } from '@consultation/shared/house-style.ts'
import { CONVERGENCES } from '@consultation/shared/rules/convergence.ts'
import { Link, useParams } from '../../navigation.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Name } from '../../ui/Name.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { withinRetreat } from '../within.tsx'
import { Bars, type Scale } from './Bars.tsx'
import { FiguresTable } from './FiguresTable.tsx'
import { CONVERGENCE } from './kinds.ts'
import { useConvergenceLive, useScale } from './live.tsx'
import { Patterns } from './Patterns.tsx'
import { Plot } from './Plot.tsx'
import { newestOf, useLeanings, useMovedLine, useStanceKeys } from './rows.tsx'

/** Where views on the findings converge, where they divide and how, and what moved: sorted to be read, deciding nothing. */
export function ConvergencePage() {
  const t = useWords('convergence')
  const { retreatId } = useParams('/retreats/:retreatId/convergence')
  const view = useView(readConvergence, { params: { retreatId } })
  useConvergenceLive(view)
  const [scale, ScaleChoice] = useScale()
  const shown = view.findings.filter(isSpokenTo)
  const silent = view.findings.filter((one) => !isSpokenTo(one))
  const max = view.states ?? Math.max(1, ...shown.map((one) => newestOf(one)?.figures?.answered ?? 0))
  const kinds = [...CONVERGENCES, null].flatMap((kind) => {
    const findings = shown.filter(({ convergence }) => convergence === kind)
    const heading = { title: t(kind ? CONVERGENCE[kind].title : 'untold_title'), count: findings.length }
    return findings.length > 0 ? [{ kind, findings, title: t('kind_heading', heading) }] : []
  })
  return (
    <>
      <PageHead
        title={t('convergence_title')}
        within={withinRetreat(view, t.language)}
        lead={t(BASIS[view.basis], { states: view.states ?? 0 })}
      >
        {view.may.release && (
          <div className="row">
            <LinkButton kind="filled" to="/retreats/:retreatId/convergence/release" params={{ retreatId }}>
              {t('to_release')}
            </LinkButton>
            <LinkButton to="/retreats/:retreatId/feedback" params={{ retreatId }}>
              {t('to_feedback_read')}
            </LinkButton>
          </div>
        )}
      </PageHead>
      <div className="stack plot-intro">
        <p className="quiet small">{t('reading_note')}</p>
        {shown.length > 0 && ScaleChoice}
      </div>
      <Patterns />
      {shown.length === 0 ? (
        <Empty>
          <p>{t(view.basis === 'released' ? 'nothing_released' : 'nothing_said')}</p>
        </Empty>
      ) : (
        <div className="sections">
          {kinds.map(({ kind, findings, title }) => (
            <section key={kind ?? 'untold'} className="stack" aria-labelledby={`kind-${kind}`}>
              <h2 id={`kind-${kind}`}>{title}</h2>
              <p className="quiet">{t(kind ? CONVERGENCE[kind].text : 'untold_text')}</p>
              <Findings view={view} findings={findings} max={max} scale={scale} title={title} />
            </section>
          ))}
          {silent.length > 0 && (
            <section className="stack" aria-labelledby="silent">
              <h2 id="silent">{t(view.basis === 'released' ? 'not_released_title' : 'not_spoken_title')}</h2>
              <ul className="plain-list">
                {silent.map((one) => (
                  <li key={one.findingId}>
                    <FindingLink view={view} finding={one} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </>
  )
}

const isSpokenTo = (finding: FindingConvergence) => (newestOf(finding)?.figures?.answered ?? 0) > 0

const BASIS = { all: 'basis_all', named: 'basis_named', released: 'basis_released' } as const

type FindingsProps = {
  view: ConvergenceView
  findings: FindingConvergence[]
  max: number
  scale: Scale
  title: string
}

function Findings({ view, findings, max, scale, title }: FindingsProps) {
  const t = useWords('convergence')
  const keys = useStanceKeys()
  const leanings = useLeanings()
  const movedLine = useMovedLine()
  const rows = findings.map((finding) => {
    const newest = newestOf(finding)
    const figures = newest?.figures
    const how = figures && finding.convergence?.startsWith('divides') ? leanings(figures) : []
    const moved = movedLine(newest?.moves ?? null)
    return {
      id: finding.findingId,
      label: <FindingLink view={view} finding={finding} />,
      note: (
        <>
          {how.map(({ leaning, sentence }) => (
            <p key={leaning}>{sentence}</p>
          ))}
          {moved && <p>{moved}</p>}
        </>
      ),
      answered: figures?.answered ?? 0,
      figures: figures?.all ?? null,
    }
  })
  const priorityOf = (id: string) => {
    const priority = findings.find(({ findingId }) => findingId === id)?.priority
    return priority == null ? null : formatNumber(priority, t.language)
  }
  return (
    <Plot
      title={<span className="visually-hidden">{title}</span>}
      plot={<Bars rows={rows} keys={keys} max={max} scale={scale} />}
      table={
        <FiguresTable
          caption={title}
          of={t('finding_column')}
          rows={rows}
          keys={keys}
          more={
            view.basis === 'all' ? [{ name: t('matters_column'), number: true, cell: ({ id }) => priorityOf(id) }] : []
          }
        />
      }
    />
  )
}

function FindingLink({ view, finding }: { view: ConvergenceView; finding: FindingConvergence }) {
  return (
    <Link
      to="/retreats/:retreatId/convergence/:findingId"
      params={{ retreatId: view.retreatId, findingId: finding.findingId }}
    >
      {finding.number}. <Name of={finding.title} />
    </Link>
  )
}
