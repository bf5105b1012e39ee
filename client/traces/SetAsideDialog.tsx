import { type Reference, type SourceView, setAside, takeUpAgain } from '@consultation/shared/links.ts'
import { useState } from 'react'
import { SaidAt, ThingMarks, ThingName, ThingWords } from '../ThingShown.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Field.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { tell } from '../ui/Toast.tsx'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

type Props = {
  consultationId: string
  source: SourceView
  /** The reason for which it is set aside now; null where it is not. */
  setAside: string | null
  onClose: () => void
  onDone: () => void
}

/** Says that nothing is made of it, with the reason its delegation reads; or takes it up again. */
export function SetAsideDialog({ consultationId, source, setAside: aside, onClose, onDone }: Props) {
  const t = useWords('results-staff')
  const [reason, setReason] = useState(aside ?? '')
  const setting = useCall(setAside)
  const taking = useCall(takeUpAgain)
  const params = { consultationId }
  const reference: Reference = { kind: source.kind, id: source.id }

  async function put() {
    if (!(await setting.send({ params, body: { source: reference, reason } }))) return
    tell(t('was_put_aside'))
    onDone()
    onClose()
  }

  async function takeUp() {
    if (!(await taking.send({ params, body: { source: reference } }))) return
    tell(t('was_taken_up_again'))
    onDone()
    onClose()
  }

  return (
    <Dialog open title={t('set_aside_title')} onClose={onClose}>
      <div>
        <p>
          <ThingName thing={source} /> <ThingMarks thing={source} />
        </p>
        <p className="small quiet">
          <SaidAt source={source} />
        </p>
        <div className="clamped">
          <ThingWords thing={source} />
        </div>
      </div>
      <RefusalNotice refusal={taking.refusal} />
      <TextInput
        label={t('reason_told')}
        help={t('reason_told_help')}
        value={reason}
        maxLength={1_000}
        onChange={setReason}
        error={setting.refusal ? t(setting.refusal.code) : undefined}
      />
      <Actions>
        <Button kind="filled" busy={setting.status === 'sending'} onClick={() => void put()}>
          {t('set_it_aside')}
        </Button>
        {aside !== null && (
          <Button busy={taking.status === 'sending'} onClick={() => void takeUp()}>
            {t('take_it_up_again')}
          </Button>
        )}
        <Button kind="quiet" onClick={onClose}>
          {t('let_be')}
        </Button>
      </Actions>
    </Dialog>
  )
}
