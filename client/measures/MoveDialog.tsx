import type { Language } from '@consultation/shared/languages.ts'
import { type MeasureView, moveMeasure } from '@consultation/shared/measures.ts'
import { MEASURE_STATES, type MeasureState } from '@consultation/shared/rules/measures.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { STATE } from '../thing-words.ts'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { RadioGroup } from '../ui/Field.tsx'
import { LanguageTabs } from '../ui/LanguageTabs.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { tell } from '../ui/Toast.tsx'
import { TranslatedField } from '../ui/TranslatedField.tsx'
import { useCall } from '../use-call.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { writtenIn } from './written.ts'

/** How far it has come, with a note that stays in its history. */
export function MoveDialog({
  measure,
  onClose,
  onDone,
}: {
  measure: MeasureView
  onClose: () => void
  onDone: () => void
}) {
  const t = useWords('results-staff')
  const words = useWords('traces')
  const moving = useCall(moveMeasure)
  const [to, setTo] = useState<MeasureState | null>(null)
  const [note, setNote] = useState<Translated>({})
  const [language, setLanguage] = useState<Language>(useLanguage())
  return (
    <Dialog open title={t('move_title', { number: measure.number })} onClose={onClose}>
      <RefusalNotice refusal={moving.refusal} />
      <RadioGroup
        label={t('state_of_it')}
        value={to}
        onChange={setTo}
        options={MEASURE_STATES.filter((state) => state !== measure.state).map((state) => ({
          value: state,
          label: words(STATE[state].word),
        }))}
      />
      <LanguageTabs label={t('written_in')} value={language} onChange={setLanguage} />
      <TranslatedField
        label={t('note_kept')}
        help={t('note_kept_help')}
        optional
        lines
        value={note}
        onChange={setNote}
        language={language}
        beside={null}
      />
      <Actions>
        <Button
          kind="filled"
          busy={moving.status === 'sending' || to === null}
          onClick={async () => {
            if (to === null) return
            const body = { from: measure.state, to, note: writtenIn(note) }
            if (!(await moving.send({ params: { measureId: measure.id }, body }))) return
            tell(t('measure_moved'))
            onDone()
          }}
        >
          {t('keep_state')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('let_be')}
        </Button>
      </Actions>
    </Dialog>
  )
}
