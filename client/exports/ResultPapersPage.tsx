import { readConsultation } from '@consultation/shared/consultations.ts'
import { RESULT_PAPERS } from '@consultation/shared/exports.ts'
import { listResultPapers, makeResultPaper } from '@consultation/shared/papers.ts'
import { Link, useParams } from '../navigation.tsx'
import { Name } from '../ui/Name.tsx'
import { refresh, useCall, useView } from '../use-call.ts'
import { Papers } from './Papers.tsx'

/** What became of a consultation, as files. */
export function ResultPapersPage() {
  const params = useParams('/consultations/:consultationId/papers')
  const consultation = useView(readConsultation, { params })
  const { exports } = useView(listResultPapers, { params })
  const making = useCall(makeResultPaper)
  const again = () => refresh(listResultPapers, params)
  return (
    <Papers
      of={consultation.title}
      link={
        <Link to="/consultations/:consultationId" params={params}>
          <Name of={consultation.title} />
        </Link>
      }
      papers={RESULT_PAPERS}
      exports={exports}
      making={making}
      onMake={async (body) => {
        if (await making.send({ params, body })) await again()
      }}
      onChanged={again}
    />
  )
}
