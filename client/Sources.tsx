import { directionOf } from '@consultation/shared/languages.ts'
import type { Passage, SourceView } from '@consultation/shared/links.ts'
import { wordsOf } from '@consultation/shared/rules/findings.ts'
import type { Rest } from '@consultation/shared/things.ts'
import type { ReactNode } from 'react'
import './passages.css'
import { isSource, keyOfThing, SaidAt, ThingLink, ThingMarks, ThingWords } from './ThingShown.tsx'

/** Words that are quoted: the passage that is meant, else all of them. */
export function Quoted({
  source,
  passage,
  clamped,
}: {
  source: SourceView
  passage: Passage | null
  clamped?: boolean
}) {
  const words = wordsOf(passage, source.blocks)
  if (words.trim() === '') return null
  const { language } = source
  return (
    <blockquote
      className={`said passage-quoted${clamped ? ' clamped' : ''}`}
      {...(language ? { lang: language, dir: directionOf(language) } : { dir: 'auto' })}
    >
      {words.split('\n').map((line, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said does not change: a line's place is its name
        <p key={number} dir={language ? undefined : 'auto'}>
          {line}
        </p>
      ))}
    </blockquote>
  )
}

type SourceProps = {
  source: SourceView
  passage: Passage | null
  /** Its words stand elsewhere, to be selected. */
  wordless?: boolean
  /** Of long words the beginning is enough to know them by. */
  clamped?: boolean
  children?: ReactNode
}

/** One source by what it is and who said it, where, and the words that are meant. */
export function Source({ source, passage, wordless = false, clamped = false, children }: SourceProps) {
  return (
    <>
      <p>
        <ThingLink thing={source} /> <ThingMarks thing={source} />
        <br />
        <span className="small quiet">
          <SaidAt source={source} />
        </span>
      </p>
      {!wordless && <Quoted source={source} passage={passage} clamped={clamped} />}
      {children}
    </>
  )
}

/** What something rests on, to be read. */
export function Sources({ rests }: { rests: readonly Rest[] }) {
  return (
    <ul className="sources">
      {rests.map(({ thing, passage }) => (
        <li key={`${keyOfThing(thing)} ${passage ? `${passage.paragraph} ${passage.from}` : ''}`}>
          {isSource(thing) ? (
            <Source source={thing} passage={passage} />
          ) : (
            <>
              <p>
                <ThingLink thing={thing} /> <ThingMarks thing={thing} />
              </p>
              <ThingWords thing={thing} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
