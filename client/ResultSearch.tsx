import { listFindings } from '@consultation/shared/findings.ts'
import { listMeasures } from '@consultation/shared/measures.ts'
import { listSummaries, readSummary, type SummaryLine } from '@consultation/shared/reports.ts'
import { fold, plainText } from '@consultation/shared/text.ts'
import type { ResultView } from '@consultation/shared/things.ts'
import { useState } from 'react'
import { keyOfThing, ThingMarks, ThingName, ThingWords } from './ThingShown.tsx'
import { Button } from './ui/Button.tsx'
import { Empty } from './ui/Empty.tsx'
import { Name } from './ui/Name.tsx'
import { RefusalNotice } from './ui/Notice.tsx'
import { Skeleton } from './ui/Skeleton.tsx'
import { useRead } from './use-call.ts'
import { useWords } from './words/index.ts'

type Props = {
  consultationId: string
  q: string
  take: string
  taken: ReadonlySet<string>
  onTake: (result: ResultView) => void
}

/** The findings published in a consultation, each by its newest version, which does not change any more. */
export function FindingSearch({ consultationId, ...props }: Props) {
  const reading = useRead(listFindings, { params: { consultationId } })
  if (reading.status === 'loading') return <Skeleton lines={3} />
  if (reading.status === 'refused') return <RefusalNotice refusal={reading.refusal} />
  const results = reading.view.findings.flatMap(({ id, number, version, versionId, title, state }): ResultView[] => {
    if (!versionId) return []
    const withdrawn = state === 'withdrawn'
    const named = { id: versionId, findingId: id, consultationId, number, version, title }
    return [{ kind: 'finding', ...named, superseded: false, withdrawn }]
  })
  return <Fitting results={results} {...props} />
}

export function MeasureSearch({ consultationId, ...props }: Props) {
  const reading = useRead(listMeasures, { params: { consultationId } })
  if (reading.status === 'loading') return <Skeleton lines={3} />
  if (reading.status === 'refused') return <RefusalNotice refusal={reading.refusal} />
  return <Fitting results={reading.view.measures.map((one) => ({ ...one, kind: 'measure' as const }))} {...props} />
}

/** The summaries of a consultation, each of which opens its paragraphs; with words asked for all are open. */
export function SummarySearch({ consultationId, ...props }: Props) {
  const t = useWords('citing')
  const reading = useRead(listSummaries, { params: { consultationId } })
  if (reading.status === 'loading') return <Skeleton lines={3} />
  if (reading.status === 'refused') return <RefusalNotice refusal={reading.refusal} />
  const { summaries } = reading.view
  if (summaries.length === 0)
    return (
      <Empty>
        <p>{t('nothing_fits')}</p>
      </Empty>
    )
  return summaries.map((summary) => <OfSummary key={`${summary.id} ${props.q}`} summary={summary} {...props} />)
}

function OfSummary({ summary, ...props }: Omit<Props, 'consultationId'> & { summary: SummaryLine }) {
  const [open, setOpen] = useState(props.q !== '')
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <bdi dir="ltr">{summary.reference}</bdi> · <Name of={summary.title} />
      </summary>
      {open && <SummaryParagraphs summaryId={summary.id} {...props} />}
    </details>
  )
}

function SummaryParagraphs({ summaryId, ...props }: Omit<Props, 'consultationId'> & { summaryId: string }) {
  const reading = useRead(readSummary, { params: { summaryId } })
  if (reading.status === 'loading') return <Skeleton lines={3} />
  if (reading.status === 'refused') return <RefusalNotice refusal={reading.refusal} />
  const { consultation, title, paragraphs } = reading.view
  const results = paragraphs.flatMap(({ kind, id, number, texts }): ResultView[] =>
    kind === 'heading'
      ? []
      : [{ kind: 'summary', id, consultationId: consultation.id, summaryId, title, number, texts }],
  )
  return <Fitting results={results} {...props} />
}

/** What is looked through for the words asked for: of a paragraph its text, of all else its title. */
const wordsIn = (result: ResultView): string[] =>
  'texts' in result ? Object.values(result.texts).map(plainText) : Object.values(result.title)

function Fitting({ results, q, take, taken, onTake }: Omit<Props, 'consultationId'> & { results: ResultView[] }) {
  const t = useWords('citing')
  const wanted = fold(q)
  const fitting = results.filter((result) => wordsIn(result).some((text) => fold(text).includes(wanted)))
  if (fitting.length === 0)
    return (
      <Empty>
        <p>{t('nothing_fits')}</p>
      </Empty>
    )
  return (
    <ul className="rests">
      {fitting.map((result) => (
        <li key={keyOfThing(result)}>
          <div className="rests-text">
            <ThingName thing={result} /> <ThingMarks thing={result} />
            <div className="clamped">
              <ThingWords thing={result} />
            </div>
          </div>
          {taken.has(keyOfThing(result)) ? (
            <span className="quiet small">{t('already_cited')}</span>
          ) : (
            <Button onClick={() => onTake(result)}>{take}</Button>
          )}
        </li>
      ))}
    </ul>
  )
}
