import type { Language } from '@consultation/shared/languages.ts'
import { ARABIC_SAMPLES } from './ar.ts'
import { ENGLISH_SAMPLES } from './en.ts'
import { SPANISH_SAMPLES } from './es.ts'
import { FRENCH_SAMPLES } from './fr.ts'
import type { SampleAnswer } from './prose.ts'
import { RUSSIAN_SAMPLES } from './ru.ts'
import { CHINESE_SAMPLES } from './zh.ts'

/** Two or three variants for each of the thirteen questions, in each language. */
export const SAMPLES: Record<Language, readonly SampleAnswer[]> = {
  ar: ARABIC_SAMPLES,
  zh: CHINESE_SAMPLES,
  en: ENGLISH_SAMPLES,
  fr: FRENCH_SAMPLES,
  ru: RUSSIAN_SAMPLES,
  es: SPANISH_SAMPLES,
}
