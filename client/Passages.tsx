import { directionOf } from '@consultation/shared/languages.ts'
import type { Passage, SourceView } from '@consultation/shared/links.ts'
import { wordsOf } from '@consultation/shared/rules/findings.ts'
import { paragraphsOf, runsText } from '@consultation/shared/text.ts'
import { useEffect, useRef, useState } from 'react'
import './passages.css'
import { passageIn, wholeParagraph } from './passage-selection.ts'
import { Button } from './ui/Button.tsx'
import { useWords } from './words/index.ts'

type Props = {
  source: Pick<SourceView, 'blocks' | 'language'>
  /** What taking a passage does: cite it, put it under a theme. */
  take: string
  onTake: (passage: Passage | null) => void
}

/** Words to take a passage of: what is selected in them, one numbered paragraph, or the whole. */
export function Passages({ source, take, onTake }: Props) {
  const t = useWords('citing')
  const place = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<Passage | null>(null)
  useEffect(() => {
    const look = () => {
      const { inside, passage } = passageIn(place.current)
      if (inside) setSelected(passage)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  const paragraphs = paragraphsOf(source.blocks).map(({ content }) => runsText(content))
  const { language } = source
  return (
    <div className="passages stack">
      <div
        ref={place}
        className="said passages-words"
        // Of words without a name the language is withheld too: each line then finds its own direction.
        {...(language ? { lang: language, dir: directionOf(language) } : { dir: 'auto' })}
      >
        {paragraphs.map((text, number) => (
          // Words that were given do not change: a paragraph's place is its name.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said above
          <p key={number} data-paragraph={number} dir={language ? undefined : 'auto'}>
            {text}
          </p>
        ))}
      </div>
      <p className="small" role="status">
        {selected
          ? t.rich('passage_selected', { words: <bdi className="said">{wordsOf(selected, source.blocks)}</bdi> })
          : t('select_passage')}
      </p>
      <div className="row">
        {selected && (
          // Pressing it must not take the selection away first.
          <Button onPointerDown={(event) => event.preventDefault()} onClick={() => onTake(selected)}>
            {t('take_selection', { take })}
          </Button>
        )}
        {paragraphs.length > 1 &&
          paragraphs.map(
            (text, number) =>
              text.trim() !== '' && (
                <Button
                  // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph's place is its name
                  key={number}
                  kind="quiet"
                  aria-label={t('take_paragraph', { take, number: number + 1 })}
                  onClick={() => onTake(wholeParagraph(number, text))}
                >
                  {t('paragraph_number', { number: number + 1 })}
                </Button>
              ),
          )}
        <Button kind="quiet" onClick={() => onTake(null)}>
          {t('take_whole', { take })}
        </Button>
      </div>
    </div>
  )
}
