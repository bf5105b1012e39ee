import { SUMMARY_PAPERS } from '@consultation/shared/exports.ts'
import { listSummaryPapers, makeSummaryPaper } from '@consultation/shared/papers.ts'
import { readSummary } from '@consultation/shared/reports.ts'
import { Link, useParams } from '../navigation.tsx'
import { Name } from '../ui/Name.tsx'
import { refresh, useCall, useView } from '../use-call.ts'
import { Papers } from './Papers.tsx'

/** A summary as files. */
export function SummaryPapersPage() {
  const params = useParams('/summaries/:summaryId/papers')
  const { title } = useView(readSummary, { params })
  const { exports } = useView(listSummaryPapers, { params })
  const making = useCall(makeSummaryPaper)
  const again = () => refresh(listSummaryPapers, params)
  return (
    <Papers
      of={title}
      link={
        <Link to="/summaries/:summaryId" params={params}>
          <Name of={title} />
        </Link>
      }
      papers={SUMMARY_PAPERS}
      exports={exports}
      making={making}
      onMake={async (body) => {
        if (await making.send({ params, body })) await again()
      }}
      onChanged={again}
    />
  )
}
