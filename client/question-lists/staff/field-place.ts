import { LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { ListView } from '@consultation/shared/question-lists.ts'

/** Where the page that writes a list has a field: the id of its element, and the language to write it in. */
export type FieldPlace = { id: string; language: Language | null }

/** The place of a field by the path the server refuses it with: `sections.0.questions.2.text.ar`. */
export function fieldPlace(list: Pick<ListView, 'sections'>, field: string): FieldPlace {
  const steps = field.split('.')
  const language = LANGUAGES.find((one) => one === steps.at(-1)) ?? null
  const [part = '', s = '', what, q = '', ofQuestion, c = ''] = steps
  return { id: idOf(), language }

  function idOf(): string {
    if (part === 'deadline') return 'list-deadline'
    if (part === 'addresseeIds') return 'addressees'
    if (part !== 'sections') return textId(part)
    const section = list.sections[Number(s)]
    if (!section || s === '') return 'questions'
    if (what === 'title') return textId(section.id)
    const question = section.questions[Number(q)]
    if (!question || q === '') return `section-${section.id}`
    const choice = question.choices[Number(c)]
    if (ofQuestion === 'text') return textId(question.id)
    if (ofQuestion === 'guidance') return guidanceId(question.id)
    return choice && c !== '' ? textId(`${question.id}-${choice.id}`) : `question-${question.id}`
  }
}

/** The text of a section, a question or a choice, or one of the list's own by its name. */
export const textId = (of: string) => `text-of-${of}`
export const guidanceId = (questionId: string) => `guidance-of-${questionId}`
