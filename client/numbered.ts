import type { ListView, Question } from '@consultation/shared/question-lists.ts'

export type NumberedQuestion = Question & { number: number }
export type NumberedSection = {
  id: string
  title: ListView['sections'][number]['title']
  questions: NumberedQuestion[]
}

/** Questions count through from the first section to the last. */
export function numbered(list: Pick<ListView, 'sections'>): NumberedSection[] {
  let number = 0
  return list.sections.map(({ id, title, questions }) => ({
    id,
    title,
    questions: questions.map((question) => ({ ...question, number: ++number })),
  }))
}
