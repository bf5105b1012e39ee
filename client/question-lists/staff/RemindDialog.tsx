import { type ListView, remind } from '@consultation/shared/question-lists.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

type Props = {
  list: ListView
  open: boolean
  ids: string[]
  names: string[]
  onClose: () => void
  onDone: () => void
}

/** Before a letter goes to many: to whom. */
export function RemindDialog({ list, open, ids, names, onClose, onDone }: Props) {
  const t = useWords('staff')
  const { send, status, refusal } = useCall(remind)

  async function go() {
    const reply = await send({ params: { listId: list.id }, body: { delegationIds: ids } })
    if (!reply) return
    tell(t('reminded', { count: reply.reminded }))
    onDone()
    onClose()
  }

  return (
    <Dialog open={open} title={t('remind_title')} onClose={onClose}>
      <div className="stack">
        {ids.length === 0 ? <p>{t('all_have_submitted')}</p> : <p>{t('remind_text', { count: ids.length })}</p>}
        {names.length > 0 && <p className="quiet">{names.join(t('list_comma'))}</p>}
        <RefusalNotice refusal={refusal} />
        <Actions>
          {ids.length > 0 && (
            <Button kind="filled" busy={status === 'sending'} onClick={() => void go()}>
              {t('remind_count', { count: ids.length })}
            </Button>
          )}
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
