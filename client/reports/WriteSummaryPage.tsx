import { streams } from '@consultation/shared/live.ts'
import { readSummary } from '@consultation/shared/reports.ts'
import { useStream } from '../live.ts'
import { useParams } from '../navigation.tsx'
import { refresh, useView } from '../use-call.ts'
import { Outline } from './Outline.tsx'
import { useWithin } from './use-within.tsx'

/** A summary for who writes it, draft or final. */
export function WriteSummaryPage() {
  const params = useParams('/summaries/:summaryId')
  const summary = useView(readSummary, { params })
  const again = () => void refresh(readSummary, params)
  useStream(streams.consultation(summary.consultation.id), again)
  return <Outline report={summary} within={useWithin(summary.consultation)} again={again} />
}
