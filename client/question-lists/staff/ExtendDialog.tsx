import { extendList, type ListView, monitorList, readList } from '@consultation/shared/question-lists.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useDelegations } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { DateTimeField, instantIn } from '../../ui/DateTimeField.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { RadioGroup } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { DeadlineWarnings } from './DeadlineWarnings.tsx'
import { wallOf } from './TermsPart.tsx'

type Props = { list: ListView; open: boolean; onClose: () => void }

/** More time, for all or for one delegation; everybody concerned is told, so the sentence says whom. */
export function ExtendDialog({ list, open, onClose }: Props) {
  const t = useWords('staff')
  return (
    <Dialog open={open} title={t('extend')} onClose={onClose} wide>
      <Form list={list} onClose={onClose} />
    </Dialog>
  )
}

function Form({ list, onClose }: Omit<Props, 'open'>) {
  const t = useWords('staff')
  const { sorted } = useDelegations()
  const { send, status, refusal } = useCall(extendList)
  const [whom, setWhom] = useState<'all' | 'one'>('all')
  const [delegationId, setDelegationId] = useState<string | null>(null)
  const [wall, setWall] = useState(wallOf(list.deadline))
  const [incomplete, setIncomplete] = useState(false)
  const instant = instantIn(wall)
  const addressed = sorted.filter(({ id }) => list.addresseeIds?.includes(id))

  async function extend() {
    if (!instant || (whom === 'one' && !delegationId)) return setIncomplete(true)
    const reply = await send({
      params: { listId: list.id },
      body: {
        deadline: { local: `${wall.day}T${wall.time}`, zone: wall.zone },
        delegationId: whom === 'one' ? delegationId : null,
      },
    })
    if (!reply) return
    renew(readList, { params: { listId: list.id } }, reply)
    void refresh(monitorList, { listId: list.id })
    tell(t('extended', { count: whom === 'one' ? 1 : addressed.length }))
    onClose()
  }

  return (
    <div className="stack">
      {list.closesAt && <p>{t.rich('deadline_now', { when: <When at={list.closesAt} weekday /> })}</p>}
      <RadioGroup
        label={t('extend_whom')}
        value={whom}
        onChange={setWhom}
        options={[
          { value: 'all', label: t('extend_all'), help: t('extend_all_help') },
          { value: 'one', label: t('extend_one'), help: t('extend_one_help') },
        ]}
      />
      {whom === 'one' && (
        <Combobox
          label={t('delegation_name')}
          value={delegationId}
          onChange={setDelegationId}
          error={incomplete && !delegationId ? t('required') : undefined}
          options={addressed.map(({ id, names }) => ({ value: id, label: inLanguage(names, t.language).text }))}
        />
      )}
      <DateTimeField
        label={t('new_deadline')}
        value={wall}
        onChange={setWall}
        error={incomplete && !instant ? t('required') : undefined}
      />
      {instant && <DeadlineWarnings closesAt={instant} />}
      <RefusalNotice refusal={refusal}>
        {refusal?.code === 'invalid' && <p>{t('extension_gives_time')}</p>}
      </RefusalNotice>
      <Actions>
        <Button kind="filled" busy={status === 'sending'} onClick={() => void extend()}>
          {t('extend')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </Actions>
    </div>
  )
}
