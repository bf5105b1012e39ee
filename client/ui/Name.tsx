import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { useLanguage } from '../words/index.ts'

/** The name of a State, a group or a thing in the reader's language, kept together in text of the other direction. */
export function Name({ of }: { of: Translated }) {
  const { text, language } = inLanguage(of, useLanguage())
  return <bdi lang={language}>{text}</bdi>
}
