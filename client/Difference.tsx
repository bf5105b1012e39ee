import { directionOf, type Language } from '@consultation/shared/languages.ts'
import type { Block } from '@consultation/shared/text.ts'
import { useMemo } from 'react'
import { compare } from './comparison.ts'
import './difference.css'
import { useWords } from './words/index.ts'

type Props = { before: Block[]; after: Block[]; language: Language }

/** What changed from one text to another, paragraph by paragraph: new words underlined, words that are gone struck through. */
export function Difference({ before, after, language }: Props) {
  const t = useWords('findings')
  const lines = useMemo(() => compare(before, after, language), [before, after, language])
  const changed = lines.some((line) => line.some(({ kind }) => kind !== 'same'))
  if (!changed) return <p className="quiet">{t('words_are_the_same')}</p>
  return (
    <div className="said difference" lang={language} dir={directionOf(language)}>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: made anew from both texts, in order
        <p key={place}>
          {line.map(({ kind, text }, part) =>
            kind === 'added' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <ins key={part}>{text}</ins>
            ) : kind === 'removed' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <del key={part}>{text}</del>
            ) : (
              text
            ),
          )}
        </p>
      ))}
    </div>
  )
}
