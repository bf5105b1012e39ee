import type { Language } from '@consultation/shared/languages.ts'
import type { Refusal } from '@consultation/shared/refusals.ts'
import { words as ar } from '@consultation/shared/words/refusals/ar.ts'
import { words as en } from '@consultation/shared/words/refusals/en.ts'
import { words as es } from '@consultation/shared/words/refusals/es.ts'
import { words as fr } from '@consultation/shared/words/refusals/fr.ts'
import { words as ru } from '@consultation/shared/words/refusals/ru.ts'
import { words as zh } from '@consultation/shared/words/refusals/zh.ts'

const WORDS: Record<Language, Record<Refusal, string>> = { ar, en, es, fr, ru, zh }

export const refusalIn = (language: Language, code: Refusal): string => WORDS[language][code]
