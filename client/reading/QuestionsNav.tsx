import { listAnswers } from '@consultation/shared/answers.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { type Filter, queryOf } from '../answer-filter.tsx'
import { Name } from '../ui/Name.tsx'
import { useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'

type Props = { list: ListView; filter: Filter; onChoose: (questionId: string | null) => void }

/** The questions, each with how many answers the rest of the filter leaves it. */
export function QuestionsNav({ list, filter, onChoose }: Props) {
  const t = useWords('reading')
  const numbers = list.sections.flatMap((section) => section.questions).map(({ id }) => id)
  return (
    <nav className="reading-questions no-print" aria-label={t('questions_nav')}>
      <button
        type="button"
        className="question-choice"
        aria-current={filter.question === null ? 'true' : undefined}
        onClick={() => onChoose(null)}
      >
        <span>{t('all_questions')}</span>
        <Count listId={list.id} filter={{ ...filter, question: null }} />
      </button>
      {list.sections.map((section) => (
        <section key={section.id}>
          <h2>
            <Name of={section.title} />
          </h2>
          <ul>
            {section.questions.map((question) => {
              const { text, language } = inLanguage(question.text, t.language)
              return (
                <li key={question.id}>
                  <button
                    type="button"
                    className="question-choice"
                    aria-current={filter.question === question.id ? 'true' : undefined}
                    onClick={() => onChoose(question.id)}
                  >
                    <span className="question-number">{numbers.indexOf(question.id) + 1}.</span>
                    <span className="question-words" lang={language} dir="auto">
                      {text}
                    </span>
                    <Count listId={list.id} filter={{ ...filter, question: question.id }} />
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </nav>
  )
}

/** Asked for by itself: one answer is fetched, and the number of all. */
function Count({ listId, filter }: { listId: string; filter: Filter }) {
  const t = useWords('reading')
  const reading = useRead(listAnswers, {
    params: { listId },
    query: { ...queryOf(filter), order: 'en', limit: 1 },
  })
  if (reading.status !== 'ready') return <span className="question-count" aria-hidden="true" />
  return (
    <span className="question-count">
      {t.rich('count_of_answers', {
        count: reading.view.total,
        unseen: (word) => <span className="visually-hidden">{word}</span>,
      })}
    </span>
  )
}
