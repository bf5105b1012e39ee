import { LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { REGIONAL_GROUPS, type RegionalGroup } from '@consultation/shared/people.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useSearch } from './navigation.tsx'
import { useDelegations, useGroups } from './reference.ts'
import { useWords } from './words/index.ts'

/** What answers are asked for: it stands in the address, and an export takes it over. */
export type Filter = {
  question: string | null
  delegation: string | null
  region: RegionalGroup | null
  group: string | null
  language: Language | null
  text: string
}

export type FilterSearch = Partial<Record<keyof Filter, string>>

/** The filter in the address, and a way to change some of it. What makes no sense there is as if it were not. */
export function useAnswerFilter(list: ListView): [Filter, (change: FilterSearch) => void] {
  const [search, setSearch] = useSearch('question', 'delegation', 'region', 'group', 'language', 'text')
  const { delegationOf } = useDelegations()
  const { groupOf } = useGroups()
  const questions = list.sections.flatMap((section) => section.questions)
  return [
    {
      question: questions.find(({ id }) => id === search.question)?.id ?? null,
      delegation: delegationOf(search.delegation ?? '')?.id ?? null,
      region: REGIONAL_GROUPS.find((one) => one === search.region) ?? null,
      group: groupOf(search.group ?? '')?.id ?? null,
      language: LANGUAGES.find((one) => one === search.language) ?? null,
      text: (search.text ?? '').slice(0, 200),
    },
    setSearch,
  ]
}

/** As the calls take it. */
export function queryOf({ question, delegation, region, group, language, text }: Filter) {
  return {
    ...(question && { question }),
    delegation: delegation ? [delegation] : [],
    region: region ? [region] : [],
    ...(group && { group }),
    language: language ? [language] : [],
    ...(text.trim() && { text: text.trim() }),
  }
}

/** As an address takes it. */
export const searchOf = ({ question, delegation, region, group, language, text }: Filter) => ({
  question: question ?? undefined,
  delegation: delegation ?? undefined,
  region: region ?? undefined,
  group: group ?? undefined,
  language: language ?? undefined,
  text: text || undefined,
})

const IN_LANGUAGE = {
  ar: 'in_arabic',
  zh: 'in_chinese',
  en: 'in_english',
  fr: 'in_french',
  ru: 'in_russian',
  es: 'in_spanish',
} as const satisfies Record<Language, string>

/** The filter in force as a sentence: “14 answers from the Group of African States to question 3, in French”. */
export function useFilterSentence(list: ListView): (filter: Filter, count: number) => string {
  const t = useWords('reading')
  const { nameOf } = useDelegations()
  const { groupOf, regionName } = useGroups()
  const named = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, t.language).text
  const numbers = list.sections.flatMap((section) => section.questions).map(({ id }) => id)
  return ({ question, delegation, region, group, language, text }, count) =>
    t('answers_sentence', {
      count,
      of: delegation ? t('of_delegation', { name: named(nameOf(delegation)) }) : '',
      region: region ? t('of_region', { name: named(regionName(region)) }) : '',
      group: group ? t('of_group', { name: named(groupOf(group)?.names ?? {}) }) : '',
      question: question ? t('to_question', { number: numbers.indexOf(question) + 1 }) : '',
      language: language ? t(IN_LANGUAGE[language]) : '',
      text: text.trim() ? t('with_words', { words: text.trim() }) : '',
    })
}
