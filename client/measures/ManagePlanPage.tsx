import { streams } from '@consultation/shared/live.ts'
import { listMeasures, type MeasureView, publishMeasure, publishMeasures } from '@consultation/shared/measures.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useStream } from '../live.ts'
import { Link, useParams } from '../navigation.tsx'
import { PapersLink } from '../PapersLink.tsx'
import { TRACK } from '../thing-words.ts'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Table } from '../ui/Table.tsx'
import { tell } from '../ui/Toast.tsx'
import { refresh, useCall, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { DueLine, MeasureCard, MeasureLink, MeasureState } from './MeasureCard.tsx'
import { MeasureDialog } from './MeasureDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import './measures.css'

type Doing = { what: 'add' } | { what: 'edit' | 'move' | 'look'; id: string } | { what: 'publish' } | null

/** The action plan for who writes it: dense as a table, a card each on a narrow window. */
export function ManagePlanPage() {
  const t = useWords('results-staff')
  const words = useWords('traces')
  const { consultationId } = useParams('/consultations/:consultationId/measures')
  const { consultation, measures } = useView(listMeasures, { params: { consultationId } })
  const [doing, setDoing] = useState<Doing>(null)
  const again = () => void refresh(listMeasures)
  useStream(streams.consultation(consultationId), again)
  const done = () => {
    again()
    setDoing(null)
  }
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
        <div className="row">
          <PapersLink of={{ consultationId }} />
          {unpublished.length > 0 && (
            <Button onClick={() => setDoing({ what: 'publish' })}>
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
          <div className="plan-table">
            <PlanTable measures={measures} setDoing={setDoing} />
          </div>
          <div className="plan-cards">
            {measures.map((measure) => (
              <MeasureCard key={measure.id} measure={measure}>
                <MeasureActions measure={measure} setDoing={setDoing} />
              </MeasureCard>
            ))}
          </div>
        </>
      )}
      {doing?.what === 'add' && (
        <MeasureDialog consultation={consultation} measure={null} onClose={() => setDoing(null)} onDone={done} />
      )}
      {doing?.what === 'edit' && chosen && (
        <MeasureDialog consultation={consultation} measure={chosen} onClose={() => setDoing(null)} onDone={done} />
      )}
      {doing?.what === 'move' && chosen && <MoveDialog measure={chosen} onClose={() => setDoing(null)} onDone={done} />}
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
      {doing?.what === 'publish' && (
        <PublishPlan
          consultationId={consultationId}
          measures={unpublished}
          onClose={() => setDoing(null)}
          onDone={done}
        />
      )}
    </>
  )
}

type SetDoing = (doing: Doing) => void

function PlanTable({ measures, setDoing }: { measures: readonly MeasureView[]; setDoing: SetDoing }) {
  const t = useWords('results-staff')
  const words = useWords('traces')
  return (
    <Table caption={<span className="visually-hidden">{t('plan_written')}</span>}>
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('number_column')}
          </th>
          <th scope="col">{t('measure_column')}</th>
          <th scope="col">{t('track_column')}</th>
          <th scope="col">{t('due_column')}</th>
          <th scope="col">{t('state_of_it')}</th>
          <th scope="col">{t('needs_column')}</th>
          <th scope="col" className="number">
            {t('rests_column')}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('actions_column')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure.id} id={`measure-${measure.id}`}>
            <td className="number">{measure.number}</td>
            <th scope="row">
              <button type="button" className="as-link" onClick={() => setDoing({ what: 'look', id: measure.id })}>
                <Name of={measure.title} />
              </button>
              <div className="small quiet">
                <Name of={measure.owner} />
              </div>
            </th>
            <td>{words(TRACK[measure.track])}</td>
            <td>
              <DueLine measure={measure} />
            </td>
            <td>
              <MeasureState state={measure.state} />
              {!measure.published && <div className="small quiet">{t('unpublished')}</div>}
            </td>
            <td>
              {measure.needs.map((one) => (
                <div key={one.id}>
                  <MeasureLink measure={one} here={measure.consultationId} />{' '}
                  {one.holdsUp && <StateMark shape="attention">{t('holds_up')}</StateMark>}
                </div>
              ))}
            </td>
            <td className="number">{measure.rests.length}</td>
            <td>
              <MeasureActions measure={measure} setDoing={setDoing} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function MeasureActions({ measure, setDoing }: { measure: MeasureView; setDoing: SetDoing }) {
  const t = useWords('results-staff')
  const publishing = useCall(publishMeasure)
  if (!measure.may.change) return null
  const named = (verb: string) => t('verb_measure', { verb, number: measure.number })
  return (
    <div className="row tight">
      <Button kind="quiet" aria-label={named(t('move_it'))} onClick={() => setDoing({ what: 'move', id: measure.id })}>
        {t('move_it')}
      </Button>
      <Button kind="quiet" aria-label={named(t('edit_it'))} onClick={() => setDoing({ what: 'edit', id: measure.id })}>
        {t('edit_it')}
      </Button>
      {measure.may.publish && (
        <Button
          kind="quiet"
          busy={publishing.status === 'sending'}
          aria-label={named(t('publish_one'))}
          onClick={async () => {
            if (!(await publishing.send({ params: { measureId: measure.id } }))) return
            tell(t('one_published'))
            void refresh(listMeasures)
          }}
        >
          {t('publish_one')}
        </Button>
      )}
      <RefusalNotice refusal={publishing.refusal} />
    </div>
  )
}

type PublishProps = {
  consultationId: string
  measures: readonly MeasureView[]
  onClose: () => void
  onDone: () => void
}

/** What every delegation reads from then on is named before. */
function PublishPlan({ consultationId, measures, onClose, onDone }: PublishProps) {
  const t = useWords('results-staff')
  const words = useWords('traces')
  const publishing = useCall(publishMeasures)
  return (
    <Dialog open title={t('publish_plan', { count: measures.length })} onClose={onClose}>
      <p>{t('publish_plan_tells')}</p>
      <ul>
        {measures.map(({ id, number, title }) => (
          <li key={id}>{words.rich('measure_named', { number, title: <Name of={title} /> })}</li>
        ))}
      </ul>
      <RefusalNotice refusal={publishing.refusal} />
      <Actions>
        <Button
          kind="filled"
          busy={publishing.status === 'sending'}
          onClick={async () => {
            if (!(await publishing.send({ params: { consultationId } }))) return
            tell(t('plan_published'))
            onDone()
          }}
        >
          {t('publish_now')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('let_be')}
        </Button>
      </Actions>
    </Dialog>
  )
}
