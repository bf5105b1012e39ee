import type { Presence } from '@consultation/shared/live.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'
import type { DraftAnswerView, ResponseView } from '@consultation/shared/responses.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { lazy, Suspense, useState } from 'react'
import { AnswerShown } from '../AnswerShown.tsx'
import type { NumberedQuestion } from '../numbered.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/index.ts'
import { Comments } from './Comments.tsx'
import { Conflict } from './Conflict.tsx'
import type { Desk } from './desk.ts'
import type { Draft } from './draft-keeper.ts'
import { HistoryDialog } from './HistoryDialog.tsx'
import { Reply } from './Reply.tsx'

// Only about what was submitted is anything asked back.
const QuestionThread = lazy(async () => ({
  default: (await import('../threads/QuestionThread.tsx')).QuestionThread,
}))

type Props = {
  list: ListView
  response: ResponseView
  question: NumberedQuestion
  server: DraftAnswerView | null
  blank: Draft
  desk: Desk
  present: readonly Presence[]
}

/** One question, and everything that belongs to its answer. */
export function QuestionPane({ list, response, question, server, blank, desk, present }: Props) {
  const t = useWords('answering')
  const [history, setHistory] = useState(false)
  const keeper = desk.keeperOf(question.id, server, blank)
  const { saving, restored, editedBy, draft } = keeper.desktop()
  const text = inLanguage(question.text, t.language)
  const guidance = inLanguage(question.guidance, t.language)
  const here = present.filter(({ questionId }) => questionId === question.id)
  return (
    <section aria-labelledby="question" className="stack question">
      <div>
        <p className="quiet">{t('question_number', { number: question.number })}</p>
        <h2 id="question" tabIndex={-1} lang={text.language}>
          {text.text}
        </h2>
      </div>
      {guidance.text && (
        <details className="guidance">
          <summary>{t('guidance')}</summary>
          <p lang={guidance.language}>{guidance.text}</p>
        </details>
      )}
      {here.map(({ personId, name }) => (
        <p key={personId} className="small quiet">
          {t.rich('colleague_at_question', { name: <bdi>{name}</bdi> })}
        </p>
      ))}
      {saving.status === 'conflict' && <Conflict keeper={keeper} theirs={saving.theirs} />}
      {restored && saving.status !== 'conflict' && (
        <Notice role="status">
          <p>{t('restored')}</p>
        </Notice>
      )}
      {saving.status === 'refused' && (
        <Notice kind="warning" role="alert">
          <p>{t(saving.why)}</p>
          <p>{t(saving.kept ? 'refused_kept' : 'refused_stays')}</p>
        </Notice>
      )}
      {response.may.edit ? (
        <Reply {...{ list, question, keeper }} />
      ) : (
        <AnswerShown answer={server ? draft : null} question={question} />
      )}
      <p className="small quiet answer-author">
        {editedBy && server?.editedAt && <span>{t.rich('last_by', { name: <bdi>{editedBy}</bdi> })}</span>}
        {server && server.revision > 1 && (
          <Button kind="quiet" onClick={() => setHistory(true)}>
            {t('earlier_wordings')}
          </Button>
        )}
      </p>
      {history && <HistoryDialog responseId={response.id} question={question} onClose={() => setHistory(false)} />}
      {response.version > 0 && (
        <Suspense fallback={null}>
          <QuestionThread listId={list.id} responseId={response.id} questionId={question.id} />
        </Suspense>
      )}
      <Comments response={response} questionId={question.id} />
    </section>
  )
}
