import { formatTime } from '@consultation/shared/house-style.ts'
import { useState } from 'react'
import { isSharedDevice, shareDevice } from '../kept.ts'
import { useMyZone } from '../me.tsx'
import type { NumberedQuestion } from '../numbered.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Field.tsx'
import { useWords } from '../words/index.ts'
import type { Desk } from './desk.ts'

type Props = { desk: Desk; questions: NumberedQuestion[]; show: (id: string) => void; canEdit: boolean }

/** Always in words: whether what was typed is safe, and where it is not. */
export function SavingLine({ desk, questions, show, canEdit }: Props) {
  const t = useWords('answering')
  const zone = useMyZone()
  const saving = desk.saving()
  const troubled = questions.filter(({ id }) => desk.troubled().includes(id))
  if (!canEdit && troubled.length === 0) return <p className="quiet saving">{t('read_only')}</p>

  const sentence = () => {
    switch (saving.status) {
      case 'still':
        return t('saves_itself')
      case 'saving':
        return t('saving')
      case 'saved':
        return t('saved_at', { time: formatTime(saving.at, t.language, zone) })
      case 'waiting':
        return saving.why === 'unavailable'
          ? t(saving.kept ? 'unsaved_offline_kept' : 'unsaved_offline')
          : t(saving.kept ? 'unsaved_kept' : 'unsaved', { why: t(saving.why) })
      case 'refused':
        return t('not_taken', { why: t(saving.why) })
      case 'conflict':
        return t('conflict_short')
    }
  }
  const bad = ['waiting', 'refused', 'conflict'].includes(saving.status)
  return (
    <div className="saving">
      {/* Saving and saved change every second while one types: that is not read out, trouble is. */}
      <p className={bad ? 'saving-trouble' : 'quiet'} role={bad ? 'status' : undefined}>
        {sentence()}
      </p>
      {troubled.map(({ id, number }) => (
        <Button key={id} kind="quiet" onClick={() => show(id)}>
          {t('go_to_question', { number })}
        </Button>
      ))}
      <DeviceSwitch />
    </div>
  )
}

function DeviceSwitch() {
  const t = useWords('answering')
  const [shared, setShared] = useState(isSharedDevice)
  return (
    <details className="device">
      <summary>{t('this_device_keeps')}</summary>
      <Checkbox
        label={t('shared_device')}
        help={t('shared_device_help')}
        checked={shared}
        onChange={(next) => {
          shareDevice(next)
          setShared(next)
        }}
      />
    </details>
  )
}
