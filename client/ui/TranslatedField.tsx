import { directionOf, LANGUAGE_NAMES, type Language } from '@consultation/shared/languages.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { useId } from 'react'
import { Field, type FieldText } from './Field.tsx'
import './translated.css'

type Props = FieldText & {
  id?: string
  value: Translated
  onChange: (value: Translated) => void
  /** The language that is written now, and the one shown beside it to translate from. */
  language: Language
  beside: Language | null
  lines?: boolean
}

/** A text in one of its six languages, with the same text in another beside it. */
export function TranslatedField({ id, value, onChange, language, beside, lines = false, ...text }: Props) {
  const own = useId()
  const fieldId = id ?? own
  const source = beside && beside !== language ? (value[beside] ?? '') : ''
  const set = (typed: string) => onChange({ ...value, [language]: typed })
  return (
    <div className="translated">
      <Field id={fieldId} {...text}>
        {(wired) =>
          lines ? (
            <textarea
              {...wired}
              className="input"
              lang={language}
              dir={directionOf(language)}
              rows={3}
              value={value[language] ?? ''}
              onChange={(event) => set(event.target.value)}
            />
          ) : (
            <input
              {...wired}
              className="input"
              lang={language}
              dir={directionOf(language)}
              value={value[language] ?? ''}
              onChange={(event) => set(event.target.value)}
            />
          )
        }
      </Field>
      {beside && beside !== language && (
        <div className="translated-source">
          <p className="small quiet" lang={beside} dir={directionOf(beside)}>
            {LANGUAGE_NAMES[beside]}
          </p>
          <div className="said" lang={beside} dir={directionOf(beside)}>
            {source === '' ? (
              <p aria-hidden="true">—</p>
            ) : (
              linesOf(source).map((one) => <p key={one.key}>{one.text}</p>)
            )}
          </div>
        </div>
      )}
    </div>
  )
}

// A source is shown, never edited here: its place is its name.
const linesOf = (text: string) => text.split('\n').map((line, index) => ({ key: `${index} ${line}`, text: line }))
