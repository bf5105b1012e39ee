import { LANGUAGES, type Language } from '@consultation/shared/languages.ts'

/** The language that is written in, and the one that stands beside it to be read. */
export type Writing = { language: Language; beside: Language | null }

export const isLanguage = (text: string | undefined): text is Language => LANGUAGES.includes(text as Language)
