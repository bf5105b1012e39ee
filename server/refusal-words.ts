import type { Language } from '@consultation/shared/languages.ts'
import type { Refusal } from '@consultation/shared/refusals.ts'
import { ar } from '@consultation/shared/words/refusals/ar.ts'
import { en } from '@consultation/shared/words/refusals/en.ts'
import { es } from '@consultation/shared/words/refusals/es.ts'
import { fr } from '@consultation/shared/words/refusals/fr.ts'
import { ru } from '@consultation/shared/words/refusals/ru.ts'
import { zh } from '@consultation/shared/words/refusals/zh.ts'

const WORDS: Record<Language, Record<Refusal, string>> = { ar, en, es, fr, ru, zh }

export const refusalIn = (language: Language, code: Refusal): string => WORDS[language][code]
