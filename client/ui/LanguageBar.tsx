import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { MouseEvent } from 'react'
import { chooseLanguage } from '../me.tsx'
import { useWords } from '../words/index.ts'
import { tell } from './Toast.tsx'

/** The six languages, each by its own name, in the Organization's order. */
export function LanguageBar() {
  const t = useWords()
  const choose = (language: Language) => async (event: MouseEvent) => {
    event.preventDefault()
    try {
      await chooseLanguage(language)
    } catch {
      // The words could not be fetched: the page stays in the language it has.
      tell(t('unavailable'))
    }
  }
  return (
    <nav className="languages" aria-label={t('languages')}>
      <ul>
        {LANGUAGES.map((language) => (
          <li key={language}>
            <a
              href={location.pathname}
              lang={language}
              dir={directionOf(language)}
              hrefLang={language}
              aria-current={language === t.language ? 'true' : undefined}
              onClick={choose(language)}
            >
              {LANGUAGE_NAMES[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
