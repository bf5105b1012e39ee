import { listFeedback } from '@consultation/shared/feedback.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useDelegations, useGroups } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { FeedbackShown } from '../FeedbackShown.tsx'
import { CHANNEL, STANCE } from '../said.ts'
import { type Filter, queryOf } from './FeedbackFilters.tsx'

const PAGE = 25

type Props = { retreatId: string; versionId: string; filter: Filter; cursor?: string }

/** What fits the filter, a page after the other; above the first page the filter as a sentence. */
export function FeedbackRead({ retreatId, versionId, filter, cursor }: Props) {
  const t = useWords('convergence')
  const [more, setMore] = useState(false)
  const reading = useRead(listFeedback, {
    params: { retreatId, versionId },
    query: { ...queryOf(filter), limit: PAGE, ...(cursor && { cursor }) },
  })
  if (reading.status === 'refused') return <RefusalNotice refusal={reading.refusal} />
  if (reading.status === 'loading') return <Skeleton lines={8} />
  const { feedback, total, next } = reading.view
  return (
    <div className="stack feedback-list" aria-busy={reading.settling}>
      {!cursor && <Sentence filter={filter} count={total} />}
      {!cursor && feedback.length === 0 && (
        <Empty>
          <p>{t(Object.values(filter).some(Boolean) ? 'no_feedback_fits' : 'none_said_yet')}</p>
        </Empty>
      )}
      {feedback.map((one) => (
        <FeedbackShown key={one.id} feedback={one} />
      ))}
      {next &&
        (more ? (
          <FeedbackRead retreatId={retreatId} versionId={versionId} filter={filter} cursor={next} />
        ) : (
          <Button onClick={() => setMore(true)}>{t('read_more')}</Button>
        ))}
    </div>
  )
}

function Sentence({ filter, count }: { filter: Filter; count: number }) {
  const t = useWords('convergence')
  const s = useWords('stances')
  const { nameOf } = useDelegations()
  const { groupOf, regionName } = useGroups()
  const named = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, t.language).text
  const { stance, region, group, delegation, channel, proposals, words } = filter
  const parts = [
    stance && s(STANCE[stance].word),
    region && named(regionName(region)),
    group && named(groupOf(group)?.names ?? {}),
    delegation && named(nameOf(delegation)),
    channel && s(CHANNEL[channel]),
    proposals && t('only_proposals'),
    words.trim() && t('words_quoted', { words: words.trim() }),
  ].filter((part): part is string => Boolean(part))
  return (
    <>
      <p role="status">
        {t('said_count', { count })}
        {parts.length > 0 && (
          <>
            {' '}
            <strong>{parts.join(' · ')}</strong>
          </>
        )}
      </p>
      {(region || group || delegation || channel) && <p className="small quiet">{t('unnamed_left_out')}</p>}
    </>
  )
}
