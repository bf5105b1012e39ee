import { listThreads, type ThreadView } from '@consultation/shared/threads.ts'
import { useId, useState } from 'react'
import { useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { Conversation } from './ThreadPanel.tsx'

type Props = { listId: string; responseId: string; questionId: string }

/** What the Secretariat asked about this answer of this response; nothing where it asked nothing. */
export function QuestionThread({ listId, responseId, questionId }: Props) {
  const reading = useRead(listThreads, { params: { listId } })
  if (reading.status !== 'ready') return null
  const thread = reading.view.threads.find((one) => one.responseId === responseId && one.questionId === questionId)
  return thread ? <UnderQuestion key={thread.id} thread={thread} /> : null
}

function UnderQuestion({ thread }: { thread: ThreadView }) {
  const t = useWords('threads')
  const id = useId()
  // As it was found: one that is resolved meanwhile does not fold up under the eyes of who reads it.
  const [open] = useState(thread.resolvedAt === null)
  return (
    <section aria-labelledby={id}>
      <details className="thread-frame" open={open}>
        <summary>
          <h3 id={id}>{t('questions_to_us')}</h3>
        </summary>
        <p className="small quiet">{t('questions_to_us_lead')}</p>
        <Conversation thread={thread} />
      </details>
    </section>
  )
}
