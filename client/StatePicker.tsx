import { fold, inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import type { useDelegations } from './reference.ts'
import { Checkbox, TextInput } from './ui/Field.tsx'
import { useWords } from './words/index.ts'
import './state-picker.css'

type PickerProps = {
  /** Where an error summary leads. */
  id?: string
  error?: string | undefined
  label: string
  help: string
  from: ReturnType<typeof useDelegations>['sorted']
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}

/** States found by typing; those chosen stand first, whatever is typed. */
export function StatePicker({ id, label, help, error, from, chosen, onChange }: PickerProps) {
  const t = useWords('answering')
  const [typed, setTyped] = useState('')
  const wanted = fold(typed)
  const named = (names: (typeof from)[number]['names']) => inLanguage(names, t.language).text
  const picked = from.filter(({ id }) => chosen.includes(id))
  const found = from.filter(
    ({ id, names }) => !chosen.includes(id) && (wanted === '' || fold(named(names)).includes(wanted)),
  )
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <details className="picker" open={chosen.length > 0}>
      <summary>{t('chosen_of', { label, count: chosen.length })}</summary>
      <div className="stack">
        <TextInput
          id={id}
          label={t('find_state')}
          help={help}
          error={error}
          value={typed}
          onChange={setTyped}
          type="search"
        />
        <fieldset className="picker-list">
          <legend className="visually-hidden">{label}</legend>
          {[...picked, ...found].map(({ id, names }) => (
            <Checkbox key={id} label={named(names)} checked={chosen.includes(id)} onChange={(on) => toggle(id, on)} />
          ))}
          {picked.length + found.length === 0 && <p className="quiet">{t('no_matches')}</p>}
        </fieldset>
      </div>
    </details>
  )
}
