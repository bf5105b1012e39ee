import type { ItemView } from '@consultation/shared/room-view.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Link } from '../navigation.tsx'
import { useWords } from '../words/index.ts'

/** Questions of circulated lists that belong to the item, each with the answers that were submitted to it. */
export function QuestionsPanel({ item }: { item: ItemView }) {
  const t = useWords('rooms')
  if (item.questions.length === 0) return null
  return (
    <section aria-labelledby="at-hand">
      <h3 id="at-hand">{t('questions_at_hand')}</h3>
      <ul className="plain-list">
        {item.questions.map((question) => {
          const text = inLanguage(question.text, t.language)
          return (
            <li key={question.questionId}>
              <Link
                to="/lists/:listId/answers"
                params={{ listId: question.listId }}
                search={{ question: question.questionId }}
              >
                {t('at_question', { number: question.number })}
              </Link>{' '}
              <span lang={text.language} dir="auto">
                {text.text}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
