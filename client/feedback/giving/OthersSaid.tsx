import { type DeskView, listFeedback } from '@consultation/shared/feedback.ts'
import { streams } from '@consultation/shared/live.ts'
import { useState } from 'react'
import { useStream } from '../../live.ts'
import { Button } from '../../ui/Button.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { refresh, useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { FeedbackShown } from '../FeedbackShown.tsx'

const PAGE = 20

/** What other delegations gave openly on this version; fetched when somebody asks. */
export function OthersSaid({ desk, versionId }: { desk: DeskView; versionId: string }) {
  const t = useWords('feedback')
  const [open, setOpen] = useState(false)
  const { retreatId } = desk
  useStream(open ? streams.retreatAll(retreatId) : null, () => void refresh(listFeedback, { retreatId, versionId }))
  return (
    <section className="stack" aria-labelledby="others">
      <h2 id="others">{t('others_title')}</h2>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('read_others_here')}</summary>
        {open && <Page retreatId={retreatId} versionId={versionId} />}
      </details>
    </section>
  )
}

type PageProps = { retreatId: string; versionId: string; cursor?: string }

function Page({ retreatId, versionId, cursor }: PageProps) {
  const t = useWords('feedback')
  const [more, setMore] = useState(false)
  const reading = useRead(listFeedback, {
    params: { retreatId, versionId },
    query: { limit: PAGE, ...(cursor && { cursor }) },
  })
  if (reading.status === 'refused') return <RefusalNotice refusal={reading.refusal} />
  if (reading.status === 'loading') return <Skeleton lines={6} />
  const { feedback, next } = reading.view
  const others = feedback.filter(({ concerns }) => concerns === 'other')
  return (
    <div className="stack">
      {!cursor && others.length === 0 && !next && <p className="quiet">{t('no_others')}</p>}
      {others.map((one) => (
        <FeedbackShown key={one.id} feedback={one} />
      ))}
      {next &&
        (more ? (
          <Page retreatId={retreatId} versionId={versionId} cursor={next} />
        ) : (
          <Button onClick={() => setMore(true)}>{t('more_feedback')}</Button>
        ))}
    </div>
  )
}
