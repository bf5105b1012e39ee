import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { ReactNode } from 'react'
import { useSearch } from './navigation.tsx'
import { Select } from './ui/Field.tsx'
import { LanguageTabs } from './ui/LanguageTabs.tsx'
import { useLanguage, useWords } from './words/index.ts'

type WritingLanguages = {
  language: Language
  beside: Language | null
  choose: (search: { in?: Language | undefined; beside?: Language | undefined }) => void
}

/** In which language one writes, and which is shown beside it: both stand in the address. */
export function useWritingLanguages(): WritingLanguages {
  const own = useLanguage()
  const [search, choose] = useSearch('in', 'beside')
  const language = LANGUAGES.find((one) => one === search.in) ?? own
  const beside = LANGUAGES.find((one) => one === search.beside && one !== language) ?? null
  return { language, beside, choose }
}

type Props = { of: WritingLanguages; note?: (language: Language) => ReactNode }

/** The two controls that choose them. */
export function WritingLanguagesChoice({ of: { language, beside, choose }, note }: Props) {
  const t = useWords('staff')
  return (
    <>
      <LanguageTabs
        label={t('write_in')}
        value={language}
        onChange={(chosen) => choose({ in: chosen })}
        {...(note && { note })}
      />
      <BesideSelect value={beside} not={language} onChange={(chosen) => choose({ beside: chosen ?? undefined })} />
    </>
  )
}

type BesideProps = { value: Language | null; not: Language; onChange: (language: Language | null) => void }

/** Which language to show beside the one that is written. */
export function BesideSelect({ value, not, onChange }: BesideProps) {
  const t = useWords('staff')
  const others = LANGUAGES.filter((one) => one !== not)
  return (
    <Select
      label={t('show_beside')}
      value={value && value !== not ? value : 'none'}
      onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
      options={[
        { value: 'none', label: t('beside_none') },
        ...others.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] })),
      ]}
    />
  )
}
