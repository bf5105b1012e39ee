import { readAnswerHistory } from '@consultation/shared/responses.ts'
import { AnswerShown } from '../AnswerShown.tsx'
import type { NumberedQuestion } from '../numbered.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { When } from '../ui/When.tsx'
import { useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'

type Props = { responseId: string; question: NumberedQuestion; onClose: () => void }

/** Who wrote what before: a wording is kept when somebody else goes on, or after a pause. */
export function HistoryDialog({ responseId, question, onClose }: Props) {
  const t = useWords('answering')
  const reading = useRead(readAnswerHistory, { params: { responseId, questionId: question.id } })
  return (
    <Dialog open wide title={t('earlier_wordings')} onClose={onClose}>
      <div className="stack">
        <RefusalNotice refusal={reading.status === 'refused' ? reading.refusal : null} />
        {reading.status === 'loading' && <Skeleton />}
        {reading.status === 'ready' && reading.view.wordings.length === 0 && (
          <p className="quiet">{t('no_earlier_wordings')}</p>
        )}
        {reading.status === 'ready' && (
          <ol className="wordings">
            {reading.view.wordings.map((wording) => (
              <li key={wording.revision}>
                <p className="small quiet">
                  <bdi>{wording.editedBy}</bdi> · {wording.editedAt && <When at={wording.editedAt} show="moment" />}
                </p>
                <AnswerShown answer={wording} question={question} />
              </li>
            ))}
          </ol>
        )}
        <div>
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
