import { type AnswerView, listAnswers } from '@consultation/shared/answers.ts'
import { streams } from '@consultation/shared/live.ts'
import { readList } from '@consultation/shared/question-lists.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { AnswerShown } from '../../AnswerShown.tsx'
import { DeadlineLine } from '../../DeadlineLine.tsx'
import { useStream } from '../../live.ts'
import { Link, useParams, useSearch } from '../../navigation.tsx'
import { type NumberedQuestion, numbered } from '../../numbered.ts'
import { useDelegations, useGroups } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Select } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { refresh, useRead, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import './list.css'

/** Where every addressed delegation may read the answers: once the list is closed, question by question. */
export function OthersAnswersPage() {
  const t = useWords('answering')
  const { listId } = useParams('/lists/:listId/answers')
  const list = useView(readList, { params: { listId } })
  // Who waits here for the list to be closed reads on without reloading.
  useStream(streams.listAll(listId), () => void refresh(readList, { listId }))
  const questions = numbered(list).flatMap((section) => section.questions)
  const [{ question: asked }, setSearch] = useSearch('question')
  const question = questions.find(({ id }) => id === asked) ?? questions[0]
  return (
    <div className="column stack">
      <PageHead
        title={t('answers_of_others')}
        within={{
          title: inLanguage(list.title, t.language).text,
          link: (
            <Link to="/lists/:listId" params={{ listId }}>
              <Name of={list.title} />
            </Link>
          ),
        }}
        lead={list.may.readAnswers ? t('answers_of_others_lead') : <DeadlineLine list={list} />}
      />
      {!list.may.readAnswers && (
        <Notice>
          <p>{t(list.audience === 'participants' ? 'answers_after_closing' : 'answers_secretariat_only')}</p>
        </Notice>
      )}
      {list.may.readAnswers && question && (
        <>
          <Select
            label={t('question')}
            value={question.id}
            onChange={(id) => setSearch({ question: id })}
            options={questions.map(({ id, number, text }) => ({
              value: id,
              label: `${number}. ${inLanguage(text, t.language).text}`,
            }))}
          />
          <Pages key={question.id} listId={listId} question={question} />
        </>
      )}
    </div>
  )
}

/** One page after another, as far as somebody reads. */
function Pages({ listId, question }: { listId: string; question: NumberedQuestion }) {
  const [cursors, setCursors] = useState<(string | undefined)[]>([undefined])
  return cursors.map((cursor, index) => (
    <AnswersPart
      key={cursor ?? 'first'}
      {...{ listId, question, cursor }}
      onMore={index === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
    />
  ))
}

type PartProps = {
  listId: string
  question: NumberedQuestion
  cursor: string | undefined
  onMore: ((next: string) => void) | null
}

function AnswersPart({ listId, question, cursor, onMore }: PartProps) {
  const t = useWords('answering')
  const query = { question: question.id, order: t.language, ...(cursor && { cursor }) }
  const reading = useRead(listAnswers, { params: { listId }, query })
  if (reading.status === 'loading') return <Skeleton />
  if (reading.status === 'refused') return <RefusalNotice refusal={reading.refusal} />
  const { answers, next, total } = reading.view
  if (total === 0) return <Empty>{t('no_answers_to_read')}</Empty>
  return (
    <>
      {cursor === undefined && <p className="quiet">{t('answers_counted', { count: total })}</p>}
      {answers.map((answer) => (
        <article key={answer.id} className="others-answer" aria-labelledby={`by-${answer.id}`}>
          <h2 id={`by-${answer.id}`}>
            <ShownAs answer={answer} />
          </h2>
          <AnswerShown answer={{ ...answer, language: answer.language ?? t.language }} question={question} />
          {/* Of words without a name nothing is told of where they went. */}
          {answer.shownAs.kind !== 'withheld' && (
            <p className="small no-print">
              <Link to="/traces/:kind/:id" params={{ kind: 'answer', id: answer.id }}>
                {t('answer_became')}
              </Link>
            </p>
          )}
        </article>
      ))}
      {next && onMore && (
        <div>
          <Button onClick={() => onMore(next)}>{t('more_answers')}</Button>
        </div>
      )}
    </>
  )
}

function ShownAs({ answer }: { answer: AnswerView }) {
  const t = useWords('answering')
  const { nameOf } = useDelegations()
  const { groupOf } = useGroups()
  const { shownAs } = answer
  switch (shownAs.kind) {
    case 'delegation':
      return <Name of={nameOf(shownAs.delegationId)} />
    case 'group':
      return <Name of={(shownAs.groupId && groupOf(shownAs.groupId)?.names) || { en: shownAs.groupName ?? '' }} />
    case 'withheld':
      return t('name_withheld')
  }
}
