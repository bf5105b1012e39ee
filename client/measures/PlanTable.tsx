import type { MeasureView } from '@consultation/shared/measures.ts'
import { TRACK } from '../thing-words.ts'
import { Button } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Table } from '../ui/Table.tsx'
import { useWords } from '../words/index.ts'
import type { Doing } from './ManagePlanPage.tsx'
import { DueLine, MeasureLink, MeasureState } from './MeasureCard.tsx'

type SetDoing = (doing: Doing) => void

/** The plan at a glance: a measure a line. */
export function PlanTable({ measures, setDoing }: { measures: readonly MeasureView[]; setDoing: SetDoing }) {
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
          <th scope="col" className="no-print">
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
              <span className="plan-name-printed">
                <Name of={measure.title} />
              </span>
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
            <td className="no-print">
              <MeasureActions measure={measure} setDoing={setDoing} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What may be done with one measure. */
export function MeasureActions({ measure, setDoing }: { measure: MeasureView; setDoing: SetDoing }) {
  const t = useWords('results-staff')
  if (!measure.may.change) return null
  const { id, number, may } = measure
  const doing = (what: 'move' | 'edit' | 'publish', verb: string) => (
    <Button kind="quiet" aria-label={t('verb_measure', { verb, number })} onClick={() => setDoing({ what, id })}>
      {verb}
    </Button>
  )
  return (
    <div className="row tight no-print">
      {doing('move', t('move_it'))}
      {doing('edit', t('edit_it'))}
      {may.publish && doing('publish', t('publish_one'))}
    </div>
  )
}
