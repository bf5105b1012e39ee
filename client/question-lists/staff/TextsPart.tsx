import type { ListBody } from '@consultation/shared/question-lists.ts'
import { TranslatedField } from '../../ui/TranslatedField.tsx'
import { useWords } from '../../words/index.ts'
import { textId } from './field-place.ts'
import type { Writing } from './writing.ts'

export type Editing = { body: ListBody; change: (how: (body: ListBody) => ListBody) => void }

/** What stands before the questions. */
export function TextsPart({ body, change, writing }: Editing & { writing: Writing }) {
  const t = useWords('staff')
  const put = (name: 'title' | 'note' | 'purpose' | 'outcome' | 'contact') => ({
    id: textId(name),
    value: body[name],
    onChange: (value: ListBody['title']) => change((now) => ({ ...now, [name]: value })),
    ...writing,
  })
  return (
    <section className="part" aria-labelledby="texts">
      <h2 id="texts" tabIndex={-1}>
        {t('part_texts')}
      </h2>
      <TranslatedField label={t('list_title')} {...put('title')} />
      <TranslatedField label={t('list_purpose')} optional lines {...put('purpose')} />
      <TranslatedField label={t('list_outcome')} help={t('list_outcome_help')} lines {...put('outcome')} />
      <TranslatedField label={t('list_note')} help={t('list_note_help')} optional lines {...put('note')} />
      <TranslatedField label={t('list_contact')} help={t('list_contact_help')} optional lines {...put('contact')} />
    </section>
  )
}
