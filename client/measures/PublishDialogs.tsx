import { type MeasureView, publishMeasure, publishMeasures } from '@consultation/shared/measures.ts'
import type { ComponentProps } from 'react'
import { AskOnceMore } from '../ui/AskOnceMore.tsx'
import { Name } from '../ui/Name.tsx'
import { tell } from '../ui/Toast.tsx'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

type Ends = { onClose: () => void; onDone: () => void }

export function PublishMeasureDialog({ measure, onClose, onDone }: { measure: MeasureView } & Ends) {
  const t = useWords('results-staff')
  const call = useCall(publishMeasure)
  async function publish() {
    if (!(await call.send({ params: { measureId: measure.id } }))) return
    tell(t('one_published'))
    onDone()
  }
  const title = t('publish_one_title', { number: measure.number })
  return <Asked measures={[measure]} {...{ title, call, publish, onClose }} />
}

type AllProps = { consultationId: string; measures: readonly MeasureView[] } & Ends

export function PublishMeasuresDialog({ consultationId, measures, onClose, onDone }: AllProps) {
  const t = useWords('results-staff')
  const call = useCall(publishMeasures)
  async function publish() {
    if (!(await call.send({ params: { consultationId } }))) return
    tell(t('plan_published'))
    onDone()
  }
  const title = t('publish_plan', { count: measures.length })
  return <Asked {...{ measures, title, call, publish, onClose }} />
}

type AskedProps = {
  call: ComponentProps<typeof AskOnceMore>['call']
  title: string
  measures: readonly MeasureView[]
  publish: () => Promise<void>
  onClose: () => void
}

/** What every delegation reads from then on is named before. */
function Asked({ title, measures, call, publish, onClose }: AskedProps) {
  const t = useWords('results-staff')
  const words = useWords('traces')
  return (
    <AskOnceMore
      title={title}
      kind="filled"
      verb={t('publish_now')}
      onSure={publish}
      leave={t('let_be')}
      onLeave={onClose}
      call={call}
    >
      <ul className="plain-list">
        {measures.map(({ id, number, title }) => (
          <li key={id}>{words.rich('measure_named', { number, title: <Name of={title} /> })}</li>
        ))}
      </ul>
      <p>{t('publish_plan_tells')}</p>
    </AskOnceMore>
  )
}
