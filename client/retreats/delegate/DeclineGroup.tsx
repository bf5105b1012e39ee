import { declineGroup, type GroupView, readRetreat } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { TextArea } from '../../ui/Field.tsx'
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
    <AskOnceMore
      title={t('decline_this_group', { group: title })}
      verb={t('decline_group')}
      onSure={decline}
      leave={t('keep_place')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
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
    </AskOnceMore>
  )
}
