import type { DraftAnswerView } from '@consultation/shared/responses.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useEffect, useState } from 'react'
import { DeadlineLine } from '../DeadlineLine.tsx'
import { usePresence } from '../live.ts'
import { Link, useParams, useSearch } from '../navigation.tsx'
import { numbered } from '../numbered.ts'
import { speakerOf } from '../speaker.ts'
import { Button } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useWords } from '../words/index.ts'
import { useDesk } from './desk.ts'
import { NextStep } from './NextStep.tsx'
import { QuestionNav } from './QuestionNav.tsx'
import { QuestionPane } from './QuestionPane.tsx'
import { WHOLE } from './questions.ts'
import { SavingLine } from './SavingLine.tsx'
import { useResponse } from './use-response.ts'
import { WholePane } from './WholePane.tsx'
import './answer.css'

export function AnswerPage() {
  const t = useWords('answering')
  const { listId, responseId } = useParams('/lists/:listId/response/:responseId')
  const { list, response, delegation, person } = useResponse(listId, responseId)
  const desk = useDesk(responseId, person.id)
  const [{ question: asked }, setSearch] = useSearch('question')

  const sections = numbered(list)
  const questions = sections.flatMap((section) => section.questions)
  const answers = new Map<string, DraftAnswerView>(response.answers.map((answer) => [answer.questionId, answer]))
  // Chosen once: while one types in it, the first empty question is empty no more.
  const [first] = useState(
    () => firstToShow(questions, answers, response.may.edit && response.state === 'draft') ?? WHOLE,
  )
  const shown = asked === WHOLE || questions.some(({ id }) => id === asked) ? asked! : first
  const at = questions.findIndex(({ id }) => id === shown)
  const question = questions[at]
  const present = usePresence(responseId, question?.id ?? null).filter(({ personId }) => personId !== person.id)
  useEffect(() => desk.take(response.answers), [desk, response.answers])

  const speaker = speakerOf(response, delegation)
  const show = (id: string) => setSearch({ question: id })
  const nav = { sections, response, desk, answers, present, shown, show }
  const blank = { language: lastLanguage(response.answers) ?? t.language, attribution: list.attributionOffered[0]! }

  return (
    <div className="answer">
      <PageHead
        title={t('response_of', { speaker: inLanguage(speaker, t.language).text })}
        within={{
          title: inLanguage(list.title, t.language).text,
          link: (
            <Link to="/lists/:listId" params={{ listId }}>
              <Name of={list.title} />
            </Link>
          ),
        }}
        lead={<DeadlineLine list={list} />}
      />
      <NextStep {...{ list, response, desk, speaker }} />
      <div className="answer-bar">
        <SavingLine desk={desk} questions={questions} show={show} canEdit={response.may.edit} />
        {present.length > 0 && (
          <p className="small quiet">
            {t.rich('also_here', { names: <bdi>{[...new Set(present.map(({ name }) => name))].join(' · ')}</bdi> })}
          </p>
        )}
      </div>
      <QuestionNav {...nav} />
      <div className="answer-middle">
        {question ? (
          <QuestionPane
            key={question.id}
            {...{ list, response, question, desk, present }}
            server={answers.get(question.id) ?? null}
            blank={{ stance: 'answered', groupId: null, choice: null, blocks: [], ...blank }}
          />
        ) : (
          <WholePane list={list} response={response} />
        )}
        <Neighbours order={[...questions.map(({ id }) => id), WHOLE]} shown={shown} show={show} />
      </div>
    </div>
  )
}

/** Whoever writes goes on where nothing is yet; whoever reads begins at the beginning. */
const firstToShow = (questions: { id: string }[], answers: Map<string, DraftAnswerView>, writes: boolean) =>
  ((writes && questions.find(({ id }) => !answers.get(id)?.filled)) || questions[0])?.id

/** Who wrote the last answer in French goes on in French, whatever the interface speaks. */
const lastLanguage = (answers: DraftAnswerView[]) =>
  [...answers].sort((a, b) => ((a.editedAt ?? '') < (b.editedAt ?? '') ? 1 : -1))[0]?.language

function Neighbours({ order, shown, show }: { order: string[]; shown: string; show: (id: string) => void }) {
  const t = useWords('answering')
  const at = order.indexOf(shown)
  const go = (id: string) => (event: { preventDefault: () => void }) => {
    event.preventDefault()
    show(id)
    // Once the next question is drawn: the heading that is there now goes with the old one.
    requestAnimationFrame(() => document.getElementById('question')?.focus())
  }
  const [before, after] = [order[at - 1], order[at + 1]]
  return (
    <nav className="answer-neighbours" aria-label={t('neighbours')}>
      {before ? (
        <a className="button plain" href={`?question=${before}`} onClick={go(before)}>
          {t('question_before')}
        </a>
      ) : (
        <span />
      )}
      {after ? (
        <a className="button plain" href={`?question=${after}`} onClick={go(after)}>
          {after === WHOLE ? t('to_the_whole') : t('question_after')}
        </a>
      ) : (
        <Button onClick={() => document.getElementById('next-step')?.focus()}>{t('to_next_step')}</Button>
      )}
    </nav>
  )
}
