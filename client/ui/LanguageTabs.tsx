import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { ReactNode } from 'react'
import './translated.css'

type Props = {
  label: string
  value: Language
  onChange: (language: Language) => void
  /** What stands beside a language’s name: how much of it is there. */
  note?: (language: Language) => ReactNode
}

/** One of the six languages to write or to look at, each by its own name. Not the language of the interface. */
export function LanguageTabs({ label, value, onChange, note }: Props) {
  return (
    <fieldset className="language-tabs" aria-label={label}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          aria-pressed={language === value}
          className="language-tab"
          onClick={() => onChange(language)}
        >
          <span lang={language} dir={directionOf(language)}>
            {LANGUAGE_NAMES[language]}
          </span>
          {note && <span className="language-tab-note">{note(language)}</span>}
        </button>
      ))}
    </fieldset>
  )
}
