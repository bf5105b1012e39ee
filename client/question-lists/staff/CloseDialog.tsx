import { closeList, type ListView, readList } from '@consultation/shared/question-lists.ts'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { tell } from '../../ui/Toast.tsx'
import { renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

type Props = { list: ListView; outstanding: number; open: boolean; onClose: () => void }

/** Closing shuts out who has not submitted: the dialog says how many, and that an extension opens it again. */
export function CloseDialog({ list, outstanding, open, onClose }: Props) {
  const t = useWords('staff')
  const { send, status, refusal } = useCall(closeList)

  async function close() {
    const reply = await send({ params: { listId: list.id }, body: {} })
    if (!reply) return
    renew(readList, { params: { listId: list.id } }, reply)
    tell(t('list_is_closed'))
    onClose()
  }

  return (
    <AskOnceMore
      open={open}
      title={t('close_title')}
      verb={t('close_list')}
      onSure={close}
      leave={t('keep_open')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t('close_text', { count: outstanding })}</p>
      {list.audience === 'participants' && <p>{t('close_opens_answers')}</p>}
      <p className="quiet">{t('close_way_back')}</p>
    </AskOnceMore>
  )
}
