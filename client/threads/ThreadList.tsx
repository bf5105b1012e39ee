import { inLanguage } from '@consultation/shared/text.ts'
import { listThreads, type ThreadView } from '@consultation/shared/threads.ts'
import { useState } from 'react'
import { RefusalNotice } from '../ui/Notice.tsx'
import { useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { Conversation } from './ThreadPanel.tsx'

/** What the Secretariat asked the delegation, those that wait for it first. Nothing at all where nothing was asked. */
export function ThreadList({ listId }: { listId: string }) {
  const t = useWords('threads')
  const reading = useRead(listThreads, { params: { listId } })
  if (reading.status === 'loading') return null
  if (reading.status === 'refused') return <RefusalNotice refusal={reading.refusal} />
  const threads = [...reading.view.threads].sort(
    (a, b) => Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null) || a.questionNumber - b.questionNumber,
  )
  if (threads.length === 0) return null
  return (
    <section aria-labelledby="threads" className="stack">
      <h2 id="threads">{t('questions_to_us')}</h2>
      <p className="quiet">{t('questions_to_us_lead')}</p>
      {threads.map((thread) => (
        <Frame key={thread.id} thread={thread} />
      ))}
    </section>
  )
}

function Frame({ thread }: { thread: ThreadView }) {
  const t = useWords('threads')
  // As it was found: a conversation that is resolved meanwhile does not fold up under the eyes of who reads it.
  const [open] = useState(thread.resolvedAt === null)
  return (
    <details id={`thread-${thread.id}`} className="thread-frame" open={open}>
      <summary>
        <span>{t('under_question', { number: thread.questionNumber })}</span>{' '}
        <span className="quiet">{inLanguage(thread.questionText, t.language).text}</span>
      </summary>
      <Conversation thread={thread} />
    </details>
  )
}
