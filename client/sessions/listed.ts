import type { Language } from '@consultation/shared/languages.ts'

/** Several names in one sentence, joined as the language joins them. */
export const listed = (names: readonly string[], language: Language, type: 'conjunction' | 'disjunction'): string =>
  new Intl.ListFormat(language, { type }).format(names)
