import type { Language } from '@consultation/shared/languages.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Link } from '../../navigation.tsx'
import { Name } from '../../ui/Name.tsx'

/** Where a list belongs, for the head of its pages. */
export const withinOf = (list: ListView, language: Language) => ({
  title: inLanguage(list.consultationTitle, language).text,
  link: (
    <>
      <Link to="/consultations/:consultationId" params={{ consultationId: list.consultationId }}>
        <Name of={list.consultationTitle} />
      </Link>{' '}
      · <bdi>{list.reference}</bdi>
    </>
  ),
})
