import type { FeedbackView } from '@consultation/shared/feedback.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/index.ts'
import { FeedbackShown } from '../FeedbackShown.tsx'
import type { Draft } from './draft.ts'

type Props = {
  /** Who reads this. */
  delegationId: string | null
  draft: Draft
  theirs: FeedbackView
  onMine: () => void
  onTheirs: () => void
}

/** A colleague, or another speaker of the group, gave something else meanwhile: both stand beside each other, and whoever reads both decides. */
export function Meanwhile({ delegationId, draft, theirs, onMine, onTheirs }: Props) {
  const t = useWords('feedback')
  const ours = 'delegationId' in theirs.shownAs && theirs.shownAs.delegationId === delegationId
  return (
    <section className="beside" role="alert" aria-labelledby="meanwhile">
      <h3 id="meanwhile">{t(ours ? 'meanwhile_title' : 'meanwhile_speaker_title')}</h3>
      <p>{t('meanwhile_text')}</p>
      <div className="sides">
        <FeedbackShown feedback={{ id: 'draft', ...draft }} title={t('your_words')} level={4} />
        <FeedbackShown
          feedback={{ ...theirs, id: `theirs-${theirs.id}`, rosterIds: [] }}
          title={t('their_words')}
          level={4}
        />
      </div>
      <Actions>
        <Button onClick={onMine}>{t('keep_my_feedback')}</Button>
        <Button onClick={onTheirs}>{t('leave_theirs')}</Button>
      </Actions>
    </section>
  )
}
