import type { Language } from '@consultation/shared/languages.ts'

/** Several names in one sentence, joined as the language joins them. */
export const listed = (names: readonly string[], language: Language, type: 'conjunction' | 'disjunction'): string =>
  // The Organization writes no comma before the last.
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type }).format(names)
