import { z } from 'zod'

/** The six official languages, in the order of the Organization's language bar. */
export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

/** Each language by its own name, as the language bar shows it. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  ar: 'عربي',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
}

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr')
