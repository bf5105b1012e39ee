import { formatDateTime, NEW_YORK } from '@consultation/shared/house-style.ts'
import { instantOf } from '@consultation/shared/rules/deadlines.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { Field, type FieldText } from './Field.tsx'
import { ZoneSelect } from './ZoneSelect.tsx'

/** A wall clock time in a place. It becomes an instant only where both are known. */
export type WallTime = { day: string; time: string; zone: string }

/** The instant, or null while the day or the time is not there. */
export function instantIn({ day, time, zone }: WallTime): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time)) return null
  return instantOf(`${day}T${time}`, zone).toISOString()
}

type Props = FieldText & { id?: string; value: WallTime; onChange: (value: WallTime) => void }

/** Day, time and time zone, and beneath them in words what they mean in New York. */
export function DateTimeField({ id, label, help, error, value, onChange }: Props) {
  const t = useWords()
  const language = useLanguage()
  const instant = instantIn(value)
  return (
    <fieldset className="stack">
      <legend className="field-label">{label}</legend>
      <div className="date-time">
        <Field id={id} label={t('day')} help={help} error={error}>
          {(wired) => (
            <input
              {...wired}
              type="date"
              className="input"
              value={value.day}
              onChange={(event) => onChange({ ...value, day: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('time')}>
          {(wired) => (
            <input
              {...wired}
              type="time"
              className="input"
              value={value.time}
              onChange={(event) => onChange({ ...value, time: event.target.value })}
            />
          )}
        </Field>
        <ZoneSelect label={t('time_zone')} value={value.zone} onChange={(zone) => onChange({ ...value, zone })} />
      </div>
      {instant && (
        <output className="quiet">
          {formatDateTime(instant, language, value.zone, { weekday: true })}
          {value.zone !== NEW_YORK && <> · {formatDateTime(instant, language, NEW_YORK, { weekday: true })}</>}
        </output>
      )}
    </fieldset>
  )
}
