import {
  type ConvergenceView,
  type FindingConvergence,
  previewRelease,
  type RELEASE_OUTCOMES,
  type ReleasePreview,
  readConvergence,
  releaseConvergence,
} from '@consultation/shared/feedback.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { go, Link, useParams } from '../../navigation.tsx'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Checkbox } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { tell } from '../../ui/Toast.tsx'
import { refresh, useCall, useRead, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { withinRetreat } from '../within.tsx'
import { RegionBars } from './Bars.tsx'
import { FiguresTable } from './FiguresTable.tsx'
import { useConvergenceLive } from './live.tsx'
import { Patterns } from './Patterns.tsx'
import { Plot } from './Plot.tsx'
import { useMoveKeys, useRegionRows, useStanceKeys } from './rows.tsx'

type Outcome = (typeof RELEASE_OUTCOMES)[number]
const OUTCOME = {
  released: { word: 'outcome_released', shape: 'full' },
  unchanged: { word: 'outcome_unchanged', shape: 'done' },
  too_few: { word: 'outcome_too_few', shape: 'none' },
  too_close: { word: 'outcome_too_close', shape: 'none' },
} as const satisfies Record<Outcome, { word: string; shape: string }>

/** Exactly what participants would be shown, seen before it is. What was shown once is never taken back. */
export function ReleasePage() {
  const t = useWords('convergence')
  const { retreatId } = useParams('/retreats/:retreatId/convergence/release')
  const params = { retreatId }
  const view = useView(readConvergence, { params })
  useConvergenceLive(view)
  const versions = view.findings.flatMap((finding) =>
    finding.versions.map(({ versionId, version }) => ({ finding, versionId, version })),
  )
  const [left, setLeft] = useState<readonly string[]>(() =>
    view.findings.flatMap((finding) => finding.versions.slice(1).map(({ versionId }) => versionId)),
  )
  const [asking, setAsking] = useState(false)
  const chosen = versions.map(({ versionId }) => versionId).filter((id) => !left.includes(id))
  // Oldest first: the figures of a version rest on those of the one before.
  const version = chosen.toReversed()
  const reading = useRead(previewRelease, { params, query: { version } }, { enabled: chosen.length > 0 })
  const releasing = useCall(releaseConvergence)
  const previews = reading.status === 'ready' && chosen.length > 0 ? reading.view.previews : []
  const given = previews.filter(({ outcome }) => outcome === 'released')

  async function release() {
    const reply = await releasing.send({ params, body: { versionIds: version } })
    setAsking(false)
    void refresh(previewRelease)
    void refresh(readConvergence, params)
    if (!reply) return
    tell(t('was_released', { count: reply.outcomes.filter(({ outcome }) => outcome === 'released').length }))
    go({ to: '/retreats/:retreatId/convergence', params })
  }

  return (
    <>
      <PageHead
        title={t('release_title')}
        within={{
          title: withinRetreat(view, t.language).title,
          link: (
            <>
              {withinRetreat(view, t.language).link} ·{' '}
              <Link to="/retreats/:retreatId/convergence" params={params}>
                {t('convergence_title')}
              </Link>
            </>
          ),
        }}
        lead={t('release_lead')}
      />
      <RefusalNotice refusal={releasing.refusal} />
      {versions.length === 0 ? (
        <Empty>
          <p>{t('nothing_said')}</p>
        </Empty>
      ) : (
        <div className="sections">
          <fieldset className="field">
            <legend>{t('which_versions')}</legend>
            {versions.map(({ finding, versionId, version: number }) => (
              <Checkbox
                key={versionId}
                label={t('version_of_finding', {
                  finding: finding.number,
                  title: inLanguage(finding.title, t.language).text,
                  number,
                })}
                checked={!left.includes(versionId)}
                onChange={(on) => setLeft(on ? left.filter((id) => id !== versionId) : [...left, versionId])}
              />
            ))}
          </fieldset>
          <section className="stack" aria-labelledby="preview">
            <h2 id="preview">{t('preview_title')}</h2>
            {chosen.length === 0 && <p className="quiet">{t('choose_versions')}</p>}
            {chosen.length > 0 && reading.status === 'loading' && <Skeleton lines={8} />}
            {reading.status === 'refused' && <RefusalNotice refusal={reading.refusal} />}
            {previews.length > 0 && (
              <>
                <Patterns />
                {previews.toReversed().map((preview) => (
                  <Preview key={preview.versionId} view={view} preview={preview} />
                ))}
                <Actions>
                  {given.length > 0 && (
                    <Button kind="filled" onClick={() => setAsking(true)}>
                      {t('release_these', { count: given.length })}
                    </Button>
                  )}
                  <LinkButton to="/retreats/:retreatId/convergence" params={params}>
                    {t('leave_hidden')}
                  </LinkButton>
                </Actions>
                {given.length === 0 && <p className="quiet">{t('nothing_new')}</p>}
              </>
            )}
          </section>
        </div>
      )}
      <AskOnceMore
        open={asking}
        title={t('release_these', { count: given.length })}
        kind="filled"
        verb={t('release_now')}
        onSure={release}
        leave={t('leave_hidden')}
        onLeave={() => setAsking(false)}
        call={{ status: releasing.status, refusal: null }}
      >
        <p>{t('release_means')}</p>
      </AskOnceMore>
    </>
  )
}

const partsOf = (view: ConvergenceView, versionId: string) => {
  for (const finding of view.findings)
    for (const version of finding.versions) if (version.versionId === versionId) return { finding, version }
  return null
}

function Preview({ view, preview }: { view: ConvergenceView; preview: ReleasePreview }) {
  const t = useWords('convergence')
  const stanceKeys = useStanceKeys()
  const moveKeys = useMoveKeys()
  const rowsOf = useRegionRows()
  const of = partsOf(view, preview.versionId)
  if (!of) return null
  const { finding, version }: { finding: FindingConvergence; version: { version: number } } = of
  const { figures, moves, outcome } = preview
  const rows = figures ? rowsOf(figures) : []
  const moved = moves ? rowsOf(moves) : []
  const moveTitle = t('moves_by_region', { number: version.version, before: version.version - 1 })
  return (
    <article className="stack release-preview">
      <h3>
        {finding.number}. <Name of={finding.title} /> · {t('version_heading', { number: version.version })}
      </h3>
      <p>
        <StateMark shape={OUTCOME[outcome].shape}>{t(OUTCOME[outcome].word)}</StateMark>
      </p>
      {figures && (
        <Plot
          title={t('version_by_region', { number: version.version })}
          plot={<RegionBars rows={rows} keys={stanceKeys} scale="states" />}
          table={
            <FiguresTable
              caption={t('version_by_region', { number: version.version })}
              of={t('regions_column')}
              rows={rows}
              keys={stanceKeys}
            />
          }
        />
      )}
      {figures && !figures.parts.some((part) => part.figures) && <p className="quiet small">{t('no_regions_shown')}</p>}
      {moves && (
        <Plot
          title={moveTitle}
          plot={<RegionBars rows={moved} keys={moveKeys} scale="states" />}
          table={<FiguresTable caption={moveTitle} of={t('regions_column')} rows={moved} keys={moveKeys} />}
        />
      )}
    </article>
  )
}
