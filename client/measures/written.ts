import type { Translated } from '@consultation/shared/text.ts'

/** Without what was left empty: a language in which nothing is written is not there. */
export const writtenIn = (text: Translated): Translated =>
  Object.fromEntries(Object.entries(text).filter(([, words]) => words.trim() !== ''))
