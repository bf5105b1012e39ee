import { listFindings } from '@consultation/shared/findings.ts'
import { listMeasures } from '@consultation/shared/measures.ts'
import type { ResultView } from '@consultation/shared/things.ts'
import { keyOfThing, ThingMarks, ThingName } from './ThingShown.tsx'
import { Button } from './ui/Button.tsx'
import { Empty } from './ui/Empty.tsx'
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

function Fitting({ results, q, take, taken, onTake }: Omit<Props, 'consultationId'> & { results: ResultView[] }) {
  const t = useWords('citing')
  const wanted = q.toLocaleLowerCase(t.language)
  const fitting = results.filter(
    (result) =>
      'title' in result &&
      Object.values(result.title).some((text) => text.toLocaleLowerCase(t.language).includes(wanted)),
  )
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
