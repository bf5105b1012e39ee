import { streams } from '@consultation/shared/live.ts'
import { listMeasures, type MeasureView, readTracks } from '@consultation/shared/measures.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Suspense, useState } from 'react'
import { useStream } from '../live.ts'
import { Link, useParams } from '../navigation.tsx'
import { PapersLink } from '../PapersLink.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { refresh, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { MeasureCard } from './MeasureCard.tsx'
import { MeasureDialog } from './MeasureDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { MeasureActions, PlanTable } from './PlanTable.tsx'
import { PublishMeasureDialog, PublishMeasuresDialog } from './PublishDialogs.tsx'
import { useWide } from './use-wide.ts'
import './measures.css'

export type Doing = { what: 'add' | 'publish-all' } | { what: 'edit' | 'move' | 'look' | 'publish'; id: string } | null

/** The action plan for who writes it: dense as a table, a card each on a narrow window. */
export function ManagePlanPage() {
  const t = useWords('results-staff')
  const words = useWords('traces')
  const { consultationId } = useParams('/consultations/:consultationId/measures')
  const { consultation, measures } = useView(listMeasures, { params: { consultationId } })
  const [doing, setDoing] = useState<Doing>(null)
  const again = () => {
    void refresh(listMeasures)
    void refresh(readTracks)
  }
  useStream(streams.consultation(consultationId), again)
  const done = () => {
    again()
    setDoing(null)
  }
  const wide = useWide()
  const unpublished = measures.filter(({ published }) => !published)
  const chosen = doing && 'id' in doing ? measures.find(({ id }) => id === doing.id) : undefined
  return (
    <>
      <PageHead
        title={t('plan_written')}
        within={{
          title: inLanguage(consultation.title, t.language).text,
          link: (
            <Link to="/consultations/:consultationId" params={{ consultationId }}>
              <Name of={consultation.title} />
            </Link>
          ),
        }}
      >
        <div className="row no-print">
          <PapersLink of={{ consultationId }} />
          {unpublished.length > 0 && (
            <Button onClick={() => setDoing({ what: 'publish-all' })}>
              {t('publish_plan', { count: unpublished.length })}
            </Button>
          )}
          <Button kind="filled" onClick={() => setDoing({ what: 'add' })}>
            {t('add_measure')}
          </Button>
        </div>
      </PageHead>
      <p className="no-print">
        <Link to="/tracks">{t('to_tracks')}</Link> ·{' '}
        <Link to="/consultations/:consultationId/report" params={{ consultationId }}>
          {t('to_report')}
        </Link>{' '}
        ·{' '}
        <Link to="/consultations/:consultationId/undecided" params={{ consultationId }}>
          {t('undecided_title')}
        </Link>
      </p>
      {measures.length === 0 ? (
        <Empty>
          <p>{t('plan_not_begun')}</p>
        </Empty>
      ) : (
        <>
          <p>
            {t('plan_figures', {
              count: measures.length,
              late: measures.filter(({ late }) => late).length,
              held: measures.filter(isHeld).length,
              unpublished: unpublished.length,
            })}
          </p>
          {wide ? (
            <PlanTable measures={measures} setDoing={setDoing} />
          ) : (
            // Names that only the cards show are waited for here, and not by the page.
            <Suspense fallback={<Skeleton />}>
              <div className="plan-cards">
                {measures.map((measure) => (
                  <MeasureCard key={measure.id} measure={measure}>
                    <MeasureActions measure={measure} setDoing={setDoing} />
                  </MeasureCard>
                ))}
              </div>
            </Suspense>
          )}
        </>
      )}
      {/* Words that only a dialog needs are waited for there, not by the page. */}
      <Suspense>
        {doing?.what === 'add' && (
          <MeasureDialog consultation={consultation} measure={null} onClose={() => setDoing(null)} onDone={done} />
        )}
        {doing?.what === 'edit' && chosen && (
          <MeasureDialog consultation={consultation} measure={chosen} onClose={() => setDoing(null)} onDone={done} />
        )}
        {doing?.what === 'move' && chosen && (
          <MoveDialog measure={chosen} onClose={() => setDoing(null)} onDone={done} />
        )}
        {doing?.what === 'look' && chosen && (
          <Dialog
            open
            wide
            title={words.rich('measure_named', { number: chosen.number, title: <Name of={chosen.title} /> })}
            onClose={() => setDoing(null)}
          >
            <MeasureCard measure={chosen} heading={false} />
            <Actions>
              <Button onClick={() => setDoing(null)}>{t('close')}</Button>
            </Actions>
          </Dialog>
        )}
        {doing?.what === 'publish-all' && (
          <PublishMeasuresDialog
            {...{ consultationId }}
            measures={unpublished}
            onClose={() => setDoing(null)}
            onDone={done}
          />
        )}
        {doing?.what === 'publish' && chosen && (
          <PublishMeasureDialog measure={chosen} onClose={() => setDoing(null)} onDone={done} />
        )}
      </Suspense>
    </>
  )
}

/** What it waits for keeps it. */
const isHeld = ({ needs }: MeasureView) => needs.some(({ holdsUp }) => holdsUp)
