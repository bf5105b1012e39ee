import type { Presence } from '@consultation/shared/live.ts'
import type { DraftAnswerView, ResponseView } from '@consultation/shared/responses.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import type { NumberedSection } from '../numbered.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { useWords } from '../words/index.ts'
import { type Desk, isAnswered } from './desk.ts'
import { MARKS, markOf, WHOLE } from './questions.ts'

type Props = {
  sections: NumberedSection[]
  response: ResponseView
  desk: Desk
  answers: Map<string, DraftAnswerView>
  present: readonly Presence[]
  shown: string
  show: (id: string) => void
}

/** Every question with how far it is. Beside the question where there is room; on a phone a sheet. */
export function QuestionNav(props: Props) {
  const t = useWords('answering')
  const [open, setOpen] = useState(false)
  const questions = props.sections.flatMap((section) => section.questions)
  const answered = questions.filter(({ id }) => isAnswered(props.desk.draftOf(id, props.answers.get(id)))).length
  const progress = t('questions_answered', { answered, count: questions.length })

  function show(id: string) {
    setOpen(false)
    props.show(id)
    // Once the sheet has given the focus back.
    requestAnimationFrame(() => document.getElementById('question')?.focus())
  }

  return (
    <>
      <div className="answer-sheet">
        <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {progress}
        </Button>
      </div>
      <nav className="answer-nav" aria-label={t('questions')}>
        <p className="small quiet">{progress}</p>
        <Sections {...props} show={show} />
      </nav>
      <Dialog open={open} title={t('questions')} onClose={() => setOpen(false)}>
        <div className="sheet-top">
          <p className="small quiet">{progress}</p>
          <Button onClick={() => setOpen(false)}>{t('close')}</Button>
        </div>
        <nav className="answer-nav in-sheet" aria-label={t('questions')}>
          <Sections {...props} show={show} />
        </nav>
      </Dialog>
    </>
  )
}

function Sections({ sections, response, desk, answers, present, shown, show }: Props) {
  const t = useWords('answering')
  const line = (id: string) => ({
    href: `?question=${id}`,
    'aria-current': id === shown ? ('true' as const) : undefined,
    onClick: (event: { preventDefault: () => void }) => {
      event.preventDefault()
      show(id)
    },
  })
  return (
    <>
      {sections.map(({ id, title, questions }) => (
        <section key={id}>
          <h2>{inLanguage(title, t.language).text}</h2>
          <ol>
            {questions.map((question) => {
              const { shape, word } = MARKS[markOf(desk.draftOf(question.id, answers.get(question.id)), response.state)]
              const here = present.filter(({ questionId }) => questionId === question.id)
              const comments = response.commentCounts[question.id] ?? 0
              return (
                <li key={question.id}>
                  <a {...line(question.id)}>
                    <span className="answer-nav-number">{question.number}</span>
                    <span className="answer-nav-text">{inLanguage(question.text, t.language).text}</span>
                    <span className="answer-nav-state">
                      <StateMark shape={shape}>{t(word)}</StateMark>
                      {comments > 0 && <span>{t('comments_count', { count: comments })}</span>}
                      {here.map(({ personId, name }) => (
                        <span key={personId}>{t.rich('is_here', { name: <bdi>{name}</bdi> })}</span>
                      ))}
                    </span>
                  </a>
                </li>
              )
            })}
          </ol>
        </section>
      ))}
      <section>
        <h2>{t('the_whole')}</h2>
        <ul>
          <li>
            <a {...line(WHOLE)}>
              <span className="answer-nav-number" />
              <span className="answer-nav-text">{t('letter_and_remarks')}</span>
              <span className="answer-nav-state">
                <StateMark shape={response.letter ? 'full' : 'empty'}>
                  {response.letter ? t('letter_attached') : t('no_letter')}
                </StateMark>
              </span>
            </a>
          </li>
        </ul>
      </section>
    </>
  )
}
