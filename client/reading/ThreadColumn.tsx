import type { AnswerView } from '@consultation/shared/answers.ts'
import { listAnswers } from '@consultation/shared/answers.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'
import { listThreads } from '@consultation/shared/threads.ts'
import { Link } from '../navigation.tsx'
import { useDelegations } from '../reference.ts'
import { ThreadPanel } from '../threads/ThreadPanel.tsx'
import { Name } from '../ui/Name.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { refresh, useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'

/** Beside the answer that is read: what was asked of its delegation; without one, what waits. */
export function ThreadColumn({ list, answer }: { list: ListView; answer: AnswerView | null }) {
  const t = useWords('reading')
  const { nameOf } = useDelegations()
  const questions = list.sections.flatMap((section) => section.questions)
  if (!answer) return <Waiting list={list} />
  const number = questions.findIndex(({ id }) => id === answer.questionId) + 1
  const { shownAs, thread, may } = answer
  return (
    <aside className="reading-thread thread-aside no-print" aria-labelledby="thread-title">
      <h2 id="thread-title" className="small">
        {shownAs.kind === 'withheld'
          ? t('thread_on_question', { number })
          : t.rich('thread_with', { delegation: <Name of={nameOf(shownAs.delegationId)} />, number })}
      </h2>
      {thread ? (
        <ThreadPanel key={thread.id} threadId={thread.id} />
      ) : may.openThread ? (
        <ThreadPanel
          key={answer.id}
          answerId={answer.id}
          onOpened={() => void refresh(listAnswers, { listId: list.id })}
        />
      ) : (
        <p className="quiet">{t('no_thread_possible')}</p>
      )}
      {answer.submissionId && (
        <p className="small">
          <Link
            to="/lists/:listId/submissions/:submissionId"
            params={{ listId: list.id, submissionId: answer.submissionId }}
          >
            {t('see_submission')}
          </Link>
        </p>
      )}
    </aside>
  )
}

function Waiting({ list }: { list: ListView }) {
  const t = useWords('reading')
  const { nameOf } = useDelegations()
  const reading = useRead(listThreads, { params: { listId: list.id } })
  const open = reading.status === 'ready' ? reading.view.threads.filter(({ resolvedAt }) => resolvedAt === null) : []
  return (
    <aside className="reading-thread thread-aside no-print" aria-labelledby="thread-title">
      <h2 id="thread-title" className="small">
        {t('open_threads', { count: open.length })}
      </h2>
      <p className="quiet small">{t('choose_answer')}</p>
      <ul className="waiting-threads">
        {open.map((thread) => (
          <li key={thread.id}>
            <Link
              to="/lists/:listId/answers"
              params={{ listId: list.id }}
              search={{ question: thread.questionId, delegation: thread.delegationId }}
            >
              {t.rich('thread_with', {
                delegation: <Name of={nameOf(thread.delegationId)} />,
                number: thread.questionNumber,
              })}
            </Link>
            <br />
            <StateMark shape={thread.waitsFor === 'secretariat' ? 'attention' : 'handed'}>
              {t(thread.waitsFor === 'secretariat' ? 'waits_for_us' : 'waits_for_them')}
            </StateMark>
          </li>
        ))}
      </ul>
    </aside>
  )
}
