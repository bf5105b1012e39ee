import { LANGUAGES, type Language } from '../languages.ts'
import type { ListBody } from '../question-lists.ts'
import type { Translated } from '../text.ts'

export type WordedList = Pick<ListBody, 'title' | 'note' | 'purpose' | 'outcome' | 'contact' | 'sections'>

/** WO1 A delegate must be able to read these; the other texts may be left out, but not in some languages only. */
type ListText = { field: string; text: Translated; needed: boolean }

/** Every text of a list in reading order, with its path in what staff send. */
function textsOf(list: WordedList): ListText[] {
  const needed = (field: string, text: Translated) => ({ field, text, needed: true })
  const optional = (field: string, text: Translated) => ({ field, text, needed: false })
  return [
    needed('title', list.title),
    optional('note', list.note),
    optional('purpose', list.purpose),
    needed('outcome', list.outcome),
    optional('contact', list.contact),
    ...list.sections.flatMap((section, s) => [
      needed(`sections.${s}.title`, section.title),
      ...section.questions.flatMap((question, q) => [
        needed(`sections.${s}.questions.${q}.text`, question.text),
        optional(`sections.${s}.questions.${q}.guidance`, question.guidance),
        ...question.choices.map((choice, c) => needed(`sections.${s}.questions.${q}.choices.${c}.text`, choice.text)),
      ]),
    ]),
  ]
}

const isWritten = (text: Translated, language: Language) => (text[language] ?? '').trim() !== ''

/** WO1 Where a text is missing in one of the languages: `sections.0.questions.2.text.ar`, in reading order. */
export function missingTexts(list: WordedList, languages: readonly Language[]): string[] {
  return textsOf(list).flatMap(({ field, text, needed }) =>
    needed || LANGUAGES.some((language) => isWritten(text, language))
      ? languages.filter((language) => !isWritten(text, language)).map((language) => `${field}.${language}`)
      : [],
  )
}

/** WO2 The languages in which a delegate can read all of it. */
export const completeLanguages = (list: WordedList): Language[] =>
  LANGUAGES.filter((language) => missingTexts(list, [language]).length === 0)
