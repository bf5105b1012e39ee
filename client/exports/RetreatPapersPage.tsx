import { RETREAT_PAPERS } from '@consultation/shared/exports.ts'
import { listRetreatPapers, makeRetreatPaper } from '@consultation/shared/papers.ts'
import { readRetreat } from '@consultation/shared/retreats.ts'
import { Link, useParams } from '../navigation.tsx'
import { Name } from '../ui/Name.tsx'
import { refresh, useCall, useView } from '../use-call.ts'
import { Papers } from './Papers.tsx'

/** What a retreat leaves, as files. */
export function RetreatPapersPage() {
  const params = useParams('/retreats/:retreatId/papers')
  const retreat = useView(readRetreat, { params })
  const { exports } = useView(listRetreatPapers, { params })
  const making = useCall(makeRetreatPaper)
  const again = () => refresh(listRetreatPapers, params)
  return (
    <Papers
      of={retreat.title}
      link={
        <Link to="/retreats/:retreatId" params={params}>
          <Name of={retreat.title} />
        </Link>
      }
      papers={RETREAT_PAPERS}
      exports={exports}
      making={making}
      onMake={async (body) => {
        if (await making.send({ params, body })) await again()
      }}
      onChanged={again}
    />
  )
}
