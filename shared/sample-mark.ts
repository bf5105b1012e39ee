import type { Language } from './languages.ts'

/** Stands on every page and export that shows the demonstration’s answers. */
export const SAMPLE_MARK = {
  ar: 'نص نموذجي لا يمثل موقف أي دولة',
  zh: '示例文本，不代表任何国家的立场',
  en: 'Sample text, not the position of any State',
  fr: 'Texte d’exemple, ne représentant la position d’aucun État',
  ru: 'Образец текста, не отражающий позицию какого-либо государства',
  es: 'Texto de muestra, no representa la posición de ningún Estado',
} satisfies Record<Language, string>
