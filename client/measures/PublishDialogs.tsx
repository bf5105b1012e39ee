import { type MeasureView, publishMeasure, publishMeasures } from '@consultation/shared/measures.ts'
import type { ComponentProps } from 'react'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { tell } from '../ui/Toast.tsx'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

type Ends = { onClose: () => void; onDone: () => void }

export function PublishMeasureDialog({ measure, onClose, onDone }: { measure: MeasureView } & Ends) {
  const t = useWords('results-staff')
  const { send, status, refusal } = useCall(publishMeasure)
  async function publish() {
    if (!(await send({ params: { measureId: measure.id } }))) return
    tell(t('one_published'))
    onDone()
  }
  const title = t('publish_one_title', { number: measure.number })
  return <Asked measures={[measure]} busy={status === 'sending'} {...{ title, refusal, publish, onClose }} />
}

type AllProps = { consultationId: string; measures: readonly MeasureView[] } & Ends

export function PublishMeasuresDialog({ consultationId, measures, onClose, onDone }: AllProps) {
  const t = useWords('results-staff')
  const { send, status, refusal } = useCall(publishMeasures)
  async function publish() {
    if (!(await send({ params: { consultationId } }))) return
    tell(t('plan_published'))
    onDone()
  }
  const title = t('publish_plan', { count: measures.length })
  return <Asked busy={status === 'sending'} {...{ measures, title, refusal, publish, onClose }} />
}

type AskedProps = Pick<ComponentProps<typeof RefusalNotice>, 'refusal'> & {
  title: string
  measures: readonly MeasureView[]
  busy: boolean
  publish: () => Promise<void>
  onClose: () => void
}

/** What every delegation reads from then on is named before. */
function Asked({ title, measures, refusal, busy, publish, onClose }: AskedProps) {
  const t = useWords('results-staff')
  const words = useWords('traces')
  return (
    <Dialog open title={title} onClose={onClose}>
      <ul className="plain-list">
        {measures.map(({ id, number, title }) => (
          <li key={id}>{words.rich('measure_named', { number, title: <Name of={title} /> })}</li>
        ))}
      </ul>
      <p>{t('publish_plan_tells')}</p>
      <RefusalNotice refusal={refusal} />
      <Actions>
        <Button kind="filled" busy={busy} onClick={() => void publish()}>
          {t('publish_now')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('let_be')}
        </Button>
      </Actions>
    </Dialog>
  )
}
