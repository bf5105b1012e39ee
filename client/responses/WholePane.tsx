import type { ListView } from '@consultation/shared/question-lists.ts'
import type { ResponseView } from '@consultation/shared/responses.ts'
import { useWords } from '../words/index.ts'
import { Comments } from './Comments.tsx'
import { Letter } from './Letter.tsx'

/** What belongs to no single question. */
export function WholePane({ list, response }: { list: ListView; response: ResponseView }) {
  const t = useWords('answering')
  return (
    <section aria-labelledby="question" className="stack question">
      <h2 id="question" tabIndex={-1}>
        {t('letter_and_remarks')}
      </h2>
      <p className="quiet">{t('letter_lead', { count: list.sections.flatMap(({ questions }) => questions).length })}</p>
      <Letter response={response} />
      <Comments response={response} questionId={null} />
    </section>
  )
}
