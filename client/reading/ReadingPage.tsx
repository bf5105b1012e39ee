import type { AnswerView } from '@consultation/shared/answers.ts'
import { listAnswers } from '@consultation/shared/answers.ts'
import { streams } from '@consultation/shared/live.ts'
import { type ListView, readList } from '@consultation/shared/question-lists.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Suspense, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type Filter, queryOf, searchOf, useAnswerFilter, useFilterSentence } from '../answer-filter.tsx'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link, useParams } from '../navigation.tsx'
import { announce } from '../ui/Announcer.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { refresh, useRead, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { AnswerArticle } from './AnswerArticle.tsx'
import { Filters } from './Filters.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { QuestionsNav } from './QuestionsNav.tsx'
import './reading.css'
import { ThreadColumn } from './ThreadColumn.tsx'

/** Reading what was submitted: the questions, the answers as texts, and beside them what is asked back. */
export function ReadingPage() {
  const t = useWords('reading')
  const { listId } = useParams('/lists/:listId/answers')
  const list = useView(readList, { params: { listId } })
  const [filter, setFilter] = useAnswerFilter(list)
  const sentence = useFilterSentence(list)
  const { may } = useMe()
  const [current, setCurrent] = useState<AnswerView | null>(null)
  const [keysShown, showKeys] = useState(false)
  const [arrived, setArrived] = useState(0)
  const [unfolded, unfold] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const answers = useRef<HTMLDivElement>(null)
  const first = useRead(listAnswers, {
    params: { listId },
    query: { ...queryOf(filter), order: t.language },
  })
  const total = first.status === 'ready' ? first.view.total : null

  useStream(
    streams.listStaff(listId),
    () => {},
    ({ kind }) => {
      // New answers wait until they are asked for: nothing moves under the eyes of who reads.
      if (kind === 'response.submitted') setArrived((count) => count + 1)
      else if (kind.startsWith('thread.')) void refresh(listAnswers, { listId })
    },
  )
  useEffect(() => {
    if (arrived > 0) announce(t('arrived', { count: arrived }))
  }, [arrived, t])

  function move(step: 1 | -1) {
    const all = [...(answers.current?.querySelectorAll<HTMLElement>('[data-answer]') ?? [])]
    const at = all.findIndex((one) => one.contains(document.activeElement) || one.dataset.answer === current?.id)
    const next = all[at < 0 ? 0 : at + step]
    if (next) next.focus()
    else if (step === 1) answers.current?.querySelector<HTMLElement>('.more-answers')?.click()
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    switch (event.key) {
      case 'j':
      case 'k':
        event.preventDefault()
        return move(event.key === 'j' ? 1 : -1)
      case '/':
        event.preventDefault()
        unfold(true)
        // Once it is there to take it: on a narrow window, or an enlarged one, it was folded away.
        return void requestAnimationFrame(() => search.current?.focus())
      case '?':
        event.preventDefault()
        return showKeys(true)
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])

  function choose(change: Parameters<typeof setFilter>[0]) {
    setFilter(change)
    setCurrent(null)
  }

  const question = list.sections.flatMap((section) => section.questions).find(({ id }) => id === filter.question)
  const said = question && inLanguage(question.text, t.language)

  return (
    <>
      <PageHead
        title={t('reading_title')}
        within={{
          title: inLanguage(list.title, t.language).text,
          link: (
            <>
              {may('list.monitor') ? (
                <Link to="/lists/:listId" params={{ listId }}>
                  <Name of={list.title} />
                </Link>
              ) : (
                // Who reads the answers and follows no list has come from the consultation.
                <Link to="/consultations/:consultationId" params={{ consultationId: list.consultationId }}>
                  <Name of={list.title} />
                </Link>
              )}{' '}
              · <bdi>{list.reference}</bdi>
            </>
          ),
        }}
      >
        <div className="row no-print">
          {may('export.make') && (
            <LinkButton to="/lists/:listId/exports" params={{ listId }} search={searchOf(filter)}>
              {t('export_these')}
            </LinkButton>
          )}
          <Button kind="quiet" onClick={() => showKeys(true)} aria-keyshortcuts="?">
            {t('keys_title')}
          </Button>
        </div>
      </PageHead>
      <Filters {...{ list, filter, search, unfolded, unfold }} onChange={choose} />
      <p className="filter-sentence" role="status">
        {total === null ? t('counting') : sentence(filter, total)}
      </p>
      {arrived > 0 && (
        <p className="arrived">
          <Button
            onClick={() => {
              setArrived(0)
              void refresh(listAnswers, { listId })
            }}
          >
            {t('show_arrived', { count: arrived })}
          </Button>
        </p>
      )}
      <div className="reading">
        <QuestionsNav list={list} filter={filter} onChoose={(id) => choose({ question: id ?? undefined })} />
        <div ref={answers} className="reading-answers">
          {question && said && (
            <div className="reading-question">
              <h2 lang={said.language} dir="auto">
                {list.sections.flatMap((section) => section.questions).indexOf(question) + 1}. {said.text}
              </h2>
            </div>
          )}
          <Answers list={list} filter={filter} cursor={null} current={current} onCurrent={setCurrent} />
        </div>
        {/* What is asked back may still come: the answers stay, and the focus in them. */}
        {may('thread.read') && (
          <Suspense fallback={<Skeleton lines={4} />}>
            <ThreadColumn list={list} answer={current} />
          </Suspense>
        )}
      </div>
      <KeysDialog open={keysShown} onClose={() => showKeys(false)} />
    </>
  )
}

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [contenteditable]') !== null

type AnswersProps = {
  list: ListView
  filter: Filter
  cursor: string | null
  current: AnswerView | null
  onCurrent: (answer: AnswerView) => void
}

/** A page of answers, and after it the next: each knows its place, so that what comes in before it drops nothing. */
function Answers({ list, filter, cursor, current, onCurrent }: AnswersProps) {
  const t = useWords('reading')
  const [more, showMore] = useState(false)
  const asked = queryOf(filter)
  const reading = useRead(listAnswers, {
    params: { listId: list.id },
    query: { ...asked, order: t.language, ...(cursor && { cursor }) },
  })
  const key = JSON.stringify(asked)
  const [shownFor, setShownFor] = useState(key)
  if (shownFor !== key) {
    setShownFor(key)
    showMore(false)
  }
  // What is read beside an answer follows the answer, not what it was when it was chosen.
  const fresh = reading.status === 'ready' ? reading.view.answers.find(({ id }) => id === current?.id) : undefined
  const follow = useEffectEvent(onCurrent)
  useEffect(() => {
    if (fresh) follow(fresh)
  }, [fresh])

  switch (reading.status) {
    case 'loading':
      return <Skeleton lines={8} />
    case 'refused':
      return (
        <RefusalNotice refusal={reading.refusal}>
          <Button onClick={reading.again}>{t('try_again')}</Button>
        </RefusalNotice>
      )
    case 'ready': {
      const { answers, next } = reading.view
      if (answers.length === 0 && !cursor) {
        return (
          <Empty>
            <p>{t(hasFilter(filter) ? 'no_answers_here' : 'no_answers_yet')}</p>
          </Empty>
        )
      }
      return (
        <div className={reading.settling ? 'settling' : undefined}>
          {answers.map((answer) => (
            <AnswerArticle
              key={answer.id}
              list={list}
              answer={answer}
              withQuestion={filter.question === null}
              current={answer.id === current?.id}
              onCurrent={() => onCurrent(answer)}
            />
          ))}
          {next &&
            (more ? (
              <Answers {...{ list, filter, current, onCurrent }} cursor={next} />
            ) : (
              <Button className="more-answers no-print" onClick={() => showMore(true)}>
                {t('next_answers')}
              </Button>
            ))}
        </div>
      )
    }
  }
}

const hasFilter = (filter: Filter) => Object.values(filter).some(Boolean)
