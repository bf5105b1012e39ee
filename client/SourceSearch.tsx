import { CONTRIBUTION_KINDS, listSources, type OfferedSource, type Passage } from '@consultation/shared/links.ts'
import { LINE_MAX, plainText } from '@consultation/shared/text.ts'
import type { Thing } from '@consultation/shared/things.ts'
import { useState } from 'react'
import { KIND_OPTION } from './kind-options.ts'
import { Passages } from './Passages.tsx'
import './passages.css'
import { FindingSearch, MeasureSearch, SummarySearch } from './ResultSearch.tsx'
import { Source } from './Sources.tsx'
import { Button } from './ui/Button.tsx'
import { Empty } from './ui/Empty.tsx'
import { Checkbox, Select, TextInput } from './ui/Field.tsx'
import { RefusalNotice } from './ui/Notice.tsx'
import { Skeleton } from './ui/Skeleton.tsx'
import { StateMark } from './ui/StateMark.tsx'
import { useRead } from './use-call.ts'
import { useWords } from './words/index.ts'

type Where = (typeof CONTRIBUTION_KINDS)[number] | 'all' | 'findings' | 'measures' | 'summaries'
type Asked = { q: string; where: Where; unused: boolean }

/** What was made of what was said and may be taken too. */
export type Results = { findings?: boolean; measures?: boolean; summaries?: boolean }

type Props = {
  consultationId: string
  /** What taking one does: cite it, put it under a theme. */
  take: string
  onTake: (thing: Thing, passage: Passage | null) => void
  results?: Results
  /** Results that are taken already, by `keyOfThing`; of what was said several passages may be taken. */
  taken?: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/** Everything that was said in a consultation, as far as one may read it: to be searched, and taken whole or by a passage. */
export function SourceSearch({ consultationId, take, onTake, results = {}, taken = NONE }: Props) {
  const t = useWords('citing')
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<Asked>({ q: '', where: results.findings ? 'findings' : 'all', unused: false })
  const { where } = asked
  const ask = (change: Partial<Asked> = {}) => setAsked({ ...asked, q: typed.trim(), ...change })
  const ofResults = where === 'findings' || where === 'measures' || where === 'summaries'
  return (
    <div className="stack">
      {/* No form of its own: it stands within the forms of what is written. */}
      <search className="stack">
        <Select
          label={t('kind_of_source')}
          value={where}
          onChange={(next) => ask({ where: next })}
          options={[
            ...(results.findings ? [{ value: 'findings' as const, label: t('kind_findings') }] : []),
            ...(results.measures ? [{ value: 'measures' as const, label: t('kind_measures') }] : []),
            ...(results.summaries ? [{ value: 'summaries' as const, label: t('kind_summaries') }] : []),
            { value: 'all', label: t('kind_all') },
            ...CONTRIBUTION_KINDS.map((kind) => ({ value: kind, label: t(KIND_OPTION[kind]) })),
          ]}
        />
        <TextInput
          label={t(where === 'summaries' ? 'search_in_summaries' : ofResults ? 'search_in_titles' : 'search_in_said')}
          type="search"
          maxLength={LINE_MAX}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            ask()
          }}
        />
        {!ofResults && (
          <Checkbox label={t('only_unused')} checked={asked.unused} onChange={(unused) => ask({ unused })} />
        )}
        <div>
          <Button onClick={() => ask()}>{t('search_button')}</Button>
        </div>
      </search>
      {where === 'findings' ? (
        <FindingSearch {...{ consultationId, q: asked.q, take, taken }} onTake={(thing) => onTake(thing, null)} />
      ) : where === 'measures' ? (
        <MeasureSearch {...{ consultationId, q: asked.q, take, taken }} onTake={(thing) => onTake(thing, null)} />
      ) : where === 'summaries' ? (
        <SummarySearch {...{ consultationId, q: asked.q, take, taken }} onTake={(thing) => onTake(thing, null)} />
      ) : (
        <Found key={JSON.stringify(asked)} {...{ consultationId, ...asked, where, take, onTake }} cursor={null} />
      )}
    </div>
  )
}

type FoundProps = Pick<Props, 'consultationId' | 'take' | 'onTake'> & {
  q: string
  where: Exclude<Where, 'findings' | 'measures' | 'summaries'>
  unused: boolean
  cursor: string | null
}

/** One page of what fits, and the next when it is asked for. */
function Found({ cursor, ...props }: FoundProps) {
  const t = useWords('citing')
  const { consultationId, q, where, unused, take, onTake } = props
  const [more, setMore] = useState(false)
  const reading = useRead(listSources, {
    params: { consultationId },
    query: {
      ...(q ? { q } : {}),
      ...(where === 'all' ? {} : { kind: [where] }),
      ...(unused ? { unused: 'yes' as const } : {}),
      ...(cursor ? { cursor } : {}),
      limit: 10,
    },
  })
  if (reading.status === 'loading') return <Skeleton lines={4} />
  if (reading.status === 'refused') return <RefusalNotice refusal={reading.refusal} />
  const { sources, next } = reading.view
  if (sources.length === 0 && cursor === null)
    return (
      <Empty>
        <p>{t('nothing_fits')}</p>
      </Empty>
    )
  return (
    <>
      <ul className="sources">
        {sources.map((source) => (
          <li key={`${source.kind} ${source.id}`}>
            <Offered source={source} take={take} onTake={onTake} />
          </li>
        ))}
      </ul>
      {next &&
        (more ? (
          <Found {...props} cursor={next} />
        ) : (
          <div>
            <Button onClick={() => setMore(true)}>{t('more_sources')}</Button>
          </div>
        ))}
    </>
  )
}

function Offered({ source, take, onTake }: Pick<Props, 'take' | 'onTake'> & { source: OfferedSource }) {
  const t = useWords('citing')
  const [choosing, setChoosing] = useState(false)
  const wordless = plainText(source.blocks).trim() === ''
  return (
    <Source source={source} passage={null} wordless={choosing} clamped>
      <p className="row small">
        {source.themeIds.length > 0 && (
          <StateMark shape="part">{t('is_coded', { count: source.themeIds.length })}</StateMark>
        )}
        {source.cited && <StateMark shape="done">{t('is_cited')}</StateMark>}
        {source.setAside !== null && (
          <StateMark shape="none">{t('is_set_aside', { reason: source.setAside })}</StateMark>
        )}
      </p>
      {choosing ? (
        <>
          <Passages
            source={source}
            take={take}
            onTake={(passage) => {
              setChoosing(false)
              onTake(source, passage)
            }}
          />
          <Button kind="quiet" onClick={() => setChoosing(false)}>
            {t('close')}
          </Button>
        </>
      ) : (
        <Button onClick={() => (wordless ? onTake(source, null) : setChoosing(true))}>{take}</Button>
      )}
    </Source>
  )
}
