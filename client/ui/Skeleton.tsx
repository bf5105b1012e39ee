import { useWords } from '../words/index.ts'

/** The shape of text that is on its way. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const t = useWords()
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, i) => i).map((i) => (
        <span key={i} />
      ))}
    </div>
  )
}
