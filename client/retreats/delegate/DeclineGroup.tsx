import { declineGroup, type GroupView, readRetreat } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

type Props = { retreatId: string; group: GroupView; onClose: () => void }

/** Leaves a group before it meets. Says what is lost, and who gives the place back. */
export function DeclineGroup({ retreatId, group, onClose }: Props) {
  const t = useWords('retreat-delegate')
  const { send, status, refusal } = useCall(declineGroup)
  const [note, setNote] = useState('')
  const title = inLanguage(group.title, t.language).text

  async function decline() {
    const reply = await send({ params: { sessionId: group.sessionId }, body: { note } })
    if (!reply) return
    renew(readRetreat, { params: { retreatId } }, reply)
    tell(t('group_declined', { group: title }))
    onClose()
  }
  return (
    <Dialog open title={t('decline_this_group', { group: title })} onClose={onClose}>
      <div className="stack">
        <p>{t('decline_means')}</p>
        <TextArea
          label={t('decline_note')}
          help={t('decline_note_help')}
          optional
          rows={3}
          maxLength={2_000}
          value={note}
          onChange={setNote}
        />
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button kind="warning" busy={status === 'sending'} onClick={() => void decline()}>
            {t('decline_group')}
          </Button>
          <Button onClick={onClose}>{t('keep_place')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
