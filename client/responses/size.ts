import { formatNumber } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'

const UNITS: Record<Language, [string, string]> = {
  ar: ['كيلوبايت', 'ميغابايت'],
  zh: ['KB', 'MB'],
  en: ['kB', 'MB'],
  fr: ['ko', 'Mo'],
  ru: ['КБ', 'МБ'],
  es: ['kB', 'MB'],
}

/** 340 kB, 2.1 MB: as files are counted, in thousands. */
export function sizeIn(bytes: number, language: Language): string {
  const [kilo, mega] = UNITS[language]
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1_000)), language)}\u00a0${kilo}`
  return `${formatNumber(Math.round(bytes / 100_000) / 10, language)}\u00a0${mega}`
}
