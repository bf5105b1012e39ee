import type { AnswerView } from '@consultation/shared/answers.ts'
import { LANGUAGE_NAMES } from '@consultation/shared/languages.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useMe } from '../me.tsx'
import { Link } from '../navigation.tsx'
import { useDelegations, useGroups } from '../reference.ts'
import { Name } from '../ui/Name.tsx'
import { RichText } from '../ui/RichText.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { When } from '../ui/When.tsx'
import { useWords } from '../words/index.ts'

type Props = {
  list: ListView
  answer: AnswerView
  /** Where answers to several questions stand below each other. */
  withQuestion: boolean
  current: boolean
  onCurrent: () => void
}

/** One answer as a text to be read: whose it is, what it says, and what there is to know of it. */
export function AnswerArticle({ list, answer, withQuestion, current, onCurrent }: Props) {
  const t = useWords('reading')
  const { nameOf } = useDelegations()
  const { groupOf } = useGroups()
  const { may } = useMe()
  const { shownAs, thread } = answer
  const questions = list.sections.flatMap((section) => section.questions)
  const question = questions.find(({ id }) => id === answer.questionId)
  const choice = question?.choices.find(({ id }) => id === answer.choice)
  const id = `answer-${answer.id}`

  const speaker = () => {
    switch (shownAs.kind) {
      case 'delegation':
        return <Name of={nameOf(shownAs.delegationId)} />
      case 'group':
        return (
          <>
            <Name of={shownAs.groupId ? (groupOf(shownAs.groupId)?.names ?? {}) : { en: shownAs.groupName ?? '' }} />{' '}
            <span className="quiet speaker-for">
              {t.rich('spoken_by', { delegation: <Name of={nameOf(shownAs.delegationId)} /> })}
            </span>
          </>
        )
      case 'withheld':
        return <span>{t('not_attributed')}</span>
    }
  }

  return (
    // A click focuses it too.
    <article
      tabIndex={-1}
      data-answer={answer.id}
      data-current={current || undefined}
      className="answer"
      aria-labelledby={id}
      onFocus={() => (current ? undefined : onCurrent())}
    >
      {withQuestion && question && (
        <p className="quiet small">
          {t.rich('answer_to_number', {
            number: questions.indexOf(question) + 1,
            question: <Name of={question.text} />,
          })}
        </p>
      )}
      <h3 id={id}>{speaker()}</h3>
      <p className="answer-marks small quiet">
        {answer.submittedAt && (
          <span>
            <When at={answer.submittedAt} show="moment" />
          </span>
        )}
        {answer.version !== null && answer.version > 1 && (
          <span>
            {answer.submissionId && may('submission.read') ? (
              <Link
                to="/lists/:listId/submissions/:submissionId"
                params={{ listId: list.id, submissionId: answer.submissionId }}
              >
                {t('version_n', { number: answer.version })}
              </Link>
            ) : (
              t('version_n', { number: answer.version })
            )}
          </span>
        )}
        {answer.language && (
          <span lang={answer.language}>
            <bdi>{LANGUAGE_NAMES[answer.language]}</bdi>
          </span>
        )}
        <span className="no-print">
          <Link to="/traces/:kind/:id" params={{ kind: 'answer', id: answer.id }}>
            {t('follow_answer')}
          </Link>
        </span>
        {answer.receivedLate && <StateMark shape="attention">{t('came_late')}</StateMark>}
        {'sealed' in shownAs && shownAs.sealed && <StateMark shape="full">{t('sealed')}</StateMark>}
        {thread && (
          <StateMark shape={thread.resolved ? 'done' : thread.waitsForUs ? 'attention' : 'part'}>
            {t(thread.resolved ? 'thread_resolved_mark' : thread.waitsForUs ? 'thread_waits_us' : 'thread_waits_them', {
              count: thread.messages,
            })}
          </StateMark>
        )}
      </p>
      {choice && <p className="answer-choice">{t.rich('chose', { choice: <Name of={choice.text} /> })}</p>}
      {answer.stance === 'no_position' && <p className="answer-stance">{t('takes_no_position')}</p>}
      {answer.stance === 'see_group' && (
        <p className="answer-stance">
          {t.rich('refers_to_group', {
            group: <Name of={answer.groupId ? (groupOf(answer.groupId)?.names ?? {}) : {}} />,
          })}
        </p>
      )}
      <RichText blocks={answer.blocks} language={answer.language ?? inLanguage({}, t.language).language} />
    </article>
  )
}
