import { LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { Passage, SourceView } from '@consultation/shared/links.ts'
import { wordsOf } from '@consultation/shared/rules/findings.ts'
import { type Block, blocksOf, plainText, type Translated, type TranslatedBlocks } from '@consultation/shared/text.ts'
import type { DistantThing, ResultView } from '@consultation/shared/things.ts'
import type { ReactNode } from 'react'
import { Link } from './navigation.tsx'
import { useDelegations, useGroups } from './reference.ts'
import { KIND_WORD, STATE } from './thing-words.ts'
import './things.css'
import { Name } from './ui/Name.tsx'
import { RichText } from './ui/RichText.tsx'
import { StateMark } from './ui/StateMark.tsx'
import { useWords } from './words/index.ts'

export const isSource = <T extends DistantThing>(thing: T): thing is Exclude<T, ResultView> => 'shownAs' in thing
export const keyOfThing = ({ kind, id }: DistantThing) => `${kind} ${id}`

/** Who said it, as far as this viewer may know. */
export function SaidBy({ source }: { source: Pick<SourceView, 'shownAs'> }) {
  const t = useWords('traces')
  const { nameOf } = useDelegations()
  const { groupOf } = useGroups()
  const { shownAs } = source
  if (shownAs === null) return <>{t('by_the_room')}</>
  switch (shownAs.kind) {
    case 'delegation':
      return <Name of={nameOf(shownAs.delegationId)} />
    case 'group': {
      const group: Translated = (shownAs.groupId && groupOf(shownAs.groupId)?.names) || { en: shownAs.groupName ?? '' }
      return t.rich('said_for_group', {
        group: <Name of={group} />,
        delegation: <Name of={nameOf(shownAs.delegationId)} />,
      })
    }
    case 'withheld':
      return <>{t('by_unnamed')}</>
  }
}

/** Where it was said: the list and question, the meeting and item, or the finding it answers. */
export function SaidAt({ source: { place, kind } }: { source: SourceView }) {
  const t = useWords('traces')
  switch (place.kind) {
    case 'list':
      return place.question === null || kind === 'letter' ? (
        <Name of={place.title} />
      ) : (
        t.rich('said_at_question', { number: place.question, list: <Name of={place.title} /> })
      )
    case 'session':
      return t.rich('at_item', { session: <Name of={place.title} />, item: <Name of={place.item} /> })
    case 'finding':
      return t.rich('at_finding', { number: place.number, version: place.version, title: <Name of={place.title} /> })
  }
}

/** What a thing is called, without a link. */
export function ThingName({ thing }: { thing: DistantThing }): ReactNode {
  const t = useWords('traces')
  // What a room made together has no author, and the name the room gave it.
  if (isSource(thing) && thing.kind === 'cluster') return t('cluster_named', { name: plainText(thing.blocks) })
  if (isSource(thing)) return t.rich('said_by', { what: t(KIND_WORD[thing.kind]), who: <SaidBy source={thing} /> })
  switch (thing.kind) {
    case 'theme':
      return t.rich('theme_named', { number: thing.number, title: <Name of={thing.title} /> })
    case 'finding':
      return thing.version === 0
        ? t.rich('finding_written', { number: thing.number, title: <Name of={thing.title} /> })
        : t.rich('finding_named', { number: thing.number, version: thing.version, title: <Name of={thing.title} /> })
    case 'measure':
      return t.rich('measure_named', { number: thing.number, title: <Name of={thing.title} /> })
    case 'paragraph':
      return thing.number === null ? t('heading_named') : t('paragraph_named', { number: thing.number })
    case 'summary':
      return thing.number === null
        ? t('summary_heading')
        : t.rich('summary_named', { number: thing.number, title: <Name of={thing.title} /> })
  }
}

/** A thing by its name, which leads to what it rests on and what became of it. */
export function ThingLink({ thing }: { thing: DistantThing }) {
  return (
    <Link to="/traces/:kind/:id" params={{ kind: thing.kind, id: thing.id }}>
      <ThingName thing={thing} />
    </Link>
  )
}

/** What there is to know of it beside its name: state, lateness, a newer version, a seal. */
export function ThingMarks({ thing }: { thing: DistantThing }) {
  const t = useWords('traces')
  if (isSource(thing)) {
    const sealed = thing.shownAs !== null && 'sealed' in thing.shownAs && thing.shownAs.sealed
    if (!sealed && !thing.superseded) return null
    return (
      <span className="thing-marks small">
        {sealed && <StateMark shape="full">{t('is_sealed')}</StateMark>}
        {thing.superseded && <span className="quiet">{t('said_anew')}</span>}
      </span>
    )
  }
  if (thing.kind === 'measure')
    return (
      <span className="thing-marks small">
        <StateMark shape={STATE[thing.state].shape}>{t(STATE[thing.state].word)}</StateMark>
        {thing.late && <StateMark shape="attention">{t('is_late')}</StateMark>}
      </span>
    )
  if (thing.kind === 'finding' && (thing.superseded || thing.withdrawn))
    return <span className="thing-marks small quiet">{t(thing.withdrawn ? 'is_withdrawn' : 'has_newer')}</span>
  return null
}

const languageIn = (texts: TranslatedBlocks, wanted: Language): Language | undefined =>
  [wanted, 'en' as const, ...LANGUAGES].find((one) => texts[one] && texts[one].length > 0)

/** Its words: all of them, or the passage that is meant; null where it has none. */
export function ThingWords({ thing, passage = null }: { thing: DistantThing; passage?: Passage | null }) {
  const t = useWords('traces')
  if (isSource(thing)) {
    if (plainText(thing.blocks) === '') return null
    const blocks: Block[] = passage ? blocksOf(wordsOf(passage, thing.blocks)) : thing.blocks
    // Of words without a name the language is withheld too: each line then finds its own direction.
    return thing.language ? (
      <RichText blocks={blocks} language={thing.language} />
    ) : (
      <div className="said" dir="auto">
        {plainText(blocks)
          .split('\n')
          .map((line) => (
            <p key={line} dir="auto">
              {line}
            </p>
          ))}
      </div>
    )
  }
  if (thing.kind !== 'paragraph' && thing.kind !== 'summary') return null
  const language = languageIn(thing.texts, t.language)
  return language ? <RichText blocks={thing.texts[language] ?? []} language={language} /> : null
}
