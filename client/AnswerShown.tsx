import type { AnswerBody } from '@consultation/shared/responses.ts'
import { inLanguage, isBlank } from '@consultation/shared/text.ts'
import { Suspense } from 'react'
import type { NumberedQuestion } from './numbered.ts'
import { useGroups } from './reference.ts'
import { Name } from './ui/Name.tsx'
import { RichText } from './ui/RichText.tsx'
import { useWords } from './words/index.ts'

/** An answer to be read: stance, choice and words. */
export function AnswerShown({ answer, question }: { answer: AnswerBody | null; question: NumberedQuestion }) {
  const t = useWords('answering')
  if (!answer) return <p className="quiet">{t('not_answered')}</p>
  const choice = question.choices.find(({ id }) => id === answer.choice)
  const blank = isBlank(answer.blocks)
  return (
    <div className="stack answer-shown">
      {answer.stance === 'no_position' && <p className="stance">{t('stance_no_position')}</p>}
      {answer.stance === 'see_group' && (
        <p className="stance">
          <Suspense fallback={t('stance_see_group')}>
            <SeeGroup id={answer.groupId} />
          </Suspense>
        </p>
      )}
      {choice && <p className="stance">{inLanguage(choice.text, t.language).text}</p>}
      {!blank && <RichText blocks={answer.blocks} language={answer.language} />}
      {blank && answer.stance === 'answered' && !choice && <p className="quiet">{t('not_answered')}</p>}
    </div>
  )
}

function SeeGroup({ id }: { id: string | null }) {
  const t = useWords('answering')
  const { groupOf } = useGroups()
  return t.rich('see_group_named', { group: <Name of={(id && groupOf(id)?.names) || {}} /> })
}
