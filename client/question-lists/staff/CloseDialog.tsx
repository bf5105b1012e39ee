import { closeList, type ListView, readList } from '@consultation/shared/question-lists.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
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
    <Dialog open={open} title={t('close_title')} onClose={onClose}>
      <div className="stack">
        <p>{t('close_text', { count: outstanding })}</p>
        {list.audience === 'participants' && <p>{t('close_opens_answers')}</p>}
        <p className="quiet">{t('close_way_back')}</p>
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button kind="warning" busy={status === 'sending'} onClick={() => void close()}>
            {t('close_list')}
          </Button>
          <Button onClick={onClose}>{t('keep_open')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
