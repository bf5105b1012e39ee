import { makeOwnPaper } from '@consultation/shared/papers.ts'
import { readRetreat } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { download, RefusalError } from '../api.ts'
import { FileRequest } from '../FileRequest.tsx'
import { Link, useParams } from '../navigation.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'

type Making = Parameters<typeof FileRequest>[0]['making']

/** What a delegation takes home from a retreat: one file, made while it waits. */
export function OwnPaperPage() {
  const t = useWords('papers')
  const { retreatId } = useParams('/retreats/:retreatId/own-paper')
  const retreat = useView(readRetreat, { params: { retreatId } })
  const [making, setMaking] = useState<Making>({ status: 'idle', refusal: null })
  return (
    <div className="column">
      <PageHead
        title={t('own_paper_title')}
        within={{
          title: inLanguage(retreat.title, t.language).text,
          link: (
            <Link to="/retreats/:retreatId" params={{ retreatId }}>
              <Name of={retreat.title} /> · <bdi>{retreat.reference}</bdi>
            </Link>
          ),
        }}
        lead={t('own_paper_lead')}
      />
      <div className="stack">
        <FileRequest
          kind="filled"
          making={making}
          onMake={async ({ format, language }) => {
            setMaking({ status: 'sending', refusal: null })
            let refusal: RefusalError | null = null
            try {
              await download(makeOwnPaper, { params: { retreatId, format }, query: { language } })
            } catch (error) {
              refusal = error instanceof RefusalError ? error : new RefusalError({ code: 'unexpected' })
            }
            setMaking({ status: 'idle', refusal })
          }}
        />
      </div>
    </div>
  )
}
