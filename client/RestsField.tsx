import { CITATIONS_MAX, type Citation, type Passage } from '@consultation/shared/links.ts'
import { plainText } from '@consultation/shared/text.ts'
import type { Rest, Thing } from '@consultation/shared/things.ts'
import { useId, useState } from 'react'
import { Passages } from './Passages.tsx'
import { type Results, SourceSearch } from './SourceSearch.tsx'
import { Source } from './Sources.tsx'
import { isSource, keyOfThing, ThingMarks, ThingName, ThingWords } from './ThingShown.tsx'
import { announce } from './ui/Announcer.tsx'
import { Button } from './ui/Button.tsx'
import { useWords } from './words/index.ts'

/** What is sent of what was picked. */
export const citationsIn = (rests: readonly Rest[]): Citation[] =>
  rests.map(({ thing, passage }) => ({ source: { kind: thing.kind, id: thing.id }, passage }))

const keyOf = ({ thing, passage }: Rest) =>
  `${keyOfThing(thing)} ${passage ? `${passage.paragraph} ${passage.from} ${passage.to}` : 'whole'}`

type Props = {
  consultationId: string
  value: readonly Rest[]
  onChange: (rests: Rest[]) => void
  /** A finding rests on summaries beside what was said; a measure on findings too; a paragraph of the report on all these. */
  results?: Results
  level?: 2 | 3
  readOnly?: boolean
  error?: string | undefined
}

/** What a text rests on: what was picked, and beneath it what there is, to be searched. */
export function RestsField({ consultationId, value, onChange, results = {}, level = 3, readOnly, error }: Props) {
  const t = useWords('citing')
  // What is found is named in these: nothing may still be waited for, and hide the form, once somebody types.
  useWords('traces')
  const id = useId()
  const Heading = `h${level}` as const
  const Lower = level === 2 ? 'h3' : 'h4'
  // The same passage twice would say nothing more.
  const keep = (rests: Rest[]) => onChange([...new Map(rests.map((rest) => [keyOf(rest), rest])).values()])

  function add(thing: Thing, passage: Passage | null) {
    if (value.length < CITATIONS_MAX) keep([...value, { thing, passage }])
    announce(t('now_cited'))
  }

  return (
    <section aria-labelledby={id} className="stack">
      <Heading id={id}>{t('cites')}</Heading>
      {error && <p className="field-error">{error}</p>}
      {value.length === 0 ? (
        <p className="quiet">{t('cites_nothing')}</p>
      ) : (
        <ul className="sources">
          {value.map((rest) => (
            <li key={keyOf(rest)}>
              <Picked
                rest={rest}
                readOnly={readOnly ?? false}
                onPassage={(passage) => keep(value.map((one) => (one === rest ? { ...one, passage } : one)))}
                onRemove={() => onChange(value.filter((one) => one !== rest))}
              />
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <div className="rests-search">
          <Lower>{t('find_what_it_rests_on')}</Lower>
          <SourceSearch
            {...{ consultationId, results }}
            take={t('cite')}
            taken={new Set(value.map(({ thing }) => keyOfThing(thing)))}
            onTake={add}
          />
        </div>
      )}
    </section>
  )
}

type PickedProps = {
  rest: Rest
  readOnly: boolean
  onPassage: (passage: Passage | null) => void
  onRemove: () => void
}

function Picked({ rest: { thing, passage }, readOnly, onPassage, onRemove }: PickedProps) {
  const t = useWords('citing')
  const [choosing, setChoosing] = useState(false)
  const actions = !readOnly && (
    <div className="row">
      {isSource(thing) && plainText(thing.blocks).trim() !== '' && (
        <Button kind="quiet" onClick={() => setChoosing(!choosing)}>
          {t(choosing ? 'leave_passage' : 'other_passage')}
        </Button>
      )}
      <Button kind="quiet" onClick={onRemove}>
        {t('no_longer_cite')}
      </Button>
    </div>
  )
  if (!isSource(thing))
    return (
      <>
        <p>
          <ThingName thing={thing} /> <ThingMarks thing={thing} />
        </p>
        <div className="clamped">
          <ThingWords thing={thing} />
        </div>
        {actions}
      </>
    )
  return (
    <Source source={thing} passage={passage} wordless={choosing} clamped>
      {choosing && (
        <Passages
          source={thing}
          take={t('cite')}
          onTake={(next) => {
            setChoosing(false)
            onPassage(next)
          }}
        />
      )}
      {actions}
    </Source>
  )
}
