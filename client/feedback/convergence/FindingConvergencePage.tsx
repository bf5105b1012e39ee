import {
  type ConvergenceView,
  type FindingConvergence,
  readConvergence,
  readMoves,
  type VersionConvergence,
} from '@consultation/shared/feedback.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useMe } from '../../me.tsx'
import { Link, useParams } from '../../navigation.tsx'
import { useDelegations } from '../../reference.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { NotFound } from '../../ui/ErrorPages.tsx'
import { Name } from '../../ui/Name.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { StackingTable } from '../../ui/Table.tsx'
import { When } from '../../ui/When.tsx'
import { useRead, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { STANCE } from '../said.ts'
import { withinRetreat } from '../within.tsx'
import { RegionBars, type Scale } from './Bars.tsx'
import { FiguresTable } from './FiguresTable.tsx'
import { CONVERGENCE, MOVE } from './kinds.ts'
import { useConvergenceLive, useScale } from './live.tsx'
import { Patterns } from './Patterns.tsx'
import { Plot } from './Plot.tsx'
import { useLeanings, useMoveKeys, useRegionRows, useStanceKeys } from './rows.tsx'

/** One finding: by regional group, version by version, what moved between them and for whom. */
export function FindingConvergencePage() {
  const { retreatId, findingId } = useParams('/retreats/:retreatId/convergence/:findingId')
  const view = useView(readConvergence, { params: { retreatId } })
  const finding = view.findings.find((one) => one.findingId === findingId)
  return finding ? <OneFinding view={view} finding={finding} /> : <NotFound />
}

type Props = { view: ConvergenceView; finding: FindingConvergence }

function OneFinding({ view, finding }: Props) {
  const t = useWords('convergence')
  const { retreatId, may } = view
  useConvergenceLive(view)
  const [scale, ScaleChoice] = useScale()
  const leanings = useLeanings()
  const { acting } = useMe()
  const newest = finding.versions[0]
  const how = newest?.figures ? leanings(newest.figures) : []
  return (
    <>
      <PageHead
        title={`${finding.number}. ${inLanguage(finding.title, t.language).text}`}
        within={{
          title: withinRetreat(view, t.language).title,
          link: (
            <>
              {withinRetreat(view, t.language).link} ·{' '}
              <Link to="/retreats/:retreatId/convergence" params={{ retreatId }}>
                {t('convergence_title')}
              </Link>
            </>
          ),
        }}
        lead={finding.convergence ? t(CONVERGENCE[finding.convergence].text) : undefined}
      >
        {(may.readNames || acting) && (
          <LinkButton
            to="/retreats/:retreatId/feedback/:findingId"
            params={{ retreatId, findingId: finding.findingId }}
          >
            {t(may.readNames ? 'read_what_was_said' : 'to_own_feedback')}
          </LinkButton>
        )}
      </PageHead>
      <div className="stack plot-intro">
        {how.map(({ leaning, sentence }) => (
          <p key={leaning}>{sentence}</p>
        ))}
        <p className="quiet small">{t('reading_note')}</p>
        {ScaleChoice}
      </div>
      <Patterns />
      <div className="sections">
        {finding.versions.map((version, at) => (
          <Version
            key={version.versionId}
            view={view}
            version={version}
            before={finding.versions[at + 1]}
            scale={scale}
          />
        ))}
        {finding.versions.length > 1 && (may.readNames || acting) && <Moved view={view} finding={finding} />}
      </div>
    </>
  )
}

type VersionProps = {
  view: ConvergenceView
  version: VersionConvergence
  before: VersionConvergence | undefined
  scale: Scale
}

function Version({ view, version, before, scale }: VersionProps) {
  const t = useWords('convergence')
  const s = useWords('stances')
  const stanceKeys = useStanceKeys()
  const moveKeys = useMoveKeys()
  const rowsOf = useRegionRows()
  const { figures, moves, own, by, statements } = version
  const rows = figures ? rowsOf(figures) : []
  const moved = moves ? rowsOf(moves) : []
  const title = t('version_by_region', { number: version.version })
  const moveTitle = before && t('moves_by_region', { number: version.version, before: before.version })
  const id = `version-${version.version}`
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>
        <Link to="/finding-versions/:versionId" params={{ versionId: version.versionId }}>
          {t('version_heading', { number: version.version })}
        </Link>
      </h2>
      {own && (
        <p>
          <StateMark shape={STANCE[own.stance].shape}>
            {t('own_position', { stance: s(STANCE[own.stance].word), by: own.by })}
          </StateMark>
        </p>
      )}
      {figures && figures.answered > 0 ? (
        <>
          <Plot
            title={title}
            plot={<RegionBars rows={rows} keys={stanceKeys} scale={scale} />}
            table={<FiguresTable caption={title} of={t('regions_column')} rows={rows} keys={stanceKeys} />}
          />
          {!figures.parts.some((part) => part.figures) && <p className="quiet small">{t('no_regions_shown')}</p>}
        </>
      ) : (
        <p className="quiet">{t(view.basis === 'released' ? 'version_not_released' : 'version_not_spoken')}</p>
      )}
      {by && (
        <p className="small quiet">{t('counted_by', { own: by.own, association: by.association, group: by.group })}</p>
      )}
      {statements && <p className="small quiet">{t('statements_beside', statements)}</p>}
      {version.releasedAt && (
        <p className="small quiet">{t.rich('released_on', { when: <When at={version.releasedAt} /> })}</p>
      )}
      {moves && moveTitle && (
        <Plot
          title={moveTitle}
          plot={<RegionBars rows={moved} keys={moveKeys} scale={scale} />}
          table={<FiguresTable caption={moveTitle} of={t('regions_column')} rows={moved} keys={moveKeys} />}
        />
      )}
    </section>
  )
}

/** Whose position moved, by name as far as the reader sees names; a delegation sees its own. */
function Moved({ view, finding }: Props) {
  const t = useWords('convergence')
  const s = useWords('stances')
  const { nameOf } = useDelegations()
  const reading = useRead(readMoves, { params: { retreatId: view.retreatId, findingId: finding.findingId } })
  const title = t(view.may.readNames ? 'moved_by_name' : 'moved_own')
  const moved = reading.status === 'ready' ? reading.view.moved.filter(({ move }) => move !== 'same') : []
  return (
    <section className="stack" aria-labelledby="moved">
      <h2 id="moved">{title}</h2>
      {reading.status === 'refused' && <RefusalNotice refusal={reading.refusal} />}
      {reading.status === 'loading' && <Skeleton lines={4} />}
      {reading.status === 'ready' && moved.length === 0 && <p className="quiet">{t('nothing_moved')}</p>}
      {moved.length > 0 && (
        <details open={moved.length <= 20}>
          <summary>{t('moved_count', { count: moved.length })}</summary>
          <StackingTable
            caption={title}
            rows={moved}
            keyOf={(one) => `${one.delegationId} ${one.toVersion}`}
            columns={[
              { name: t('which_state'), cell: (one) => <Name of={nameOf(one.delegationId)} /> },
              {
                name: t('between_column'),
                cell: (one) => t('between_versions', { from: one.fromVersion, to: one.toVersion }),
              },
              { name: t('from_column'), cell: (one) => s(STANCE[one.from.stance].word) },
              { name: t('to_column'), cell: (one) => s(STANCE[one.to.stance].word) },
              { name: t('move_column'), cell: (one) => t(MOVE[one.move]) },
            ]}
          />
        </details>
      )}
    </section>
  )
}
