import type { Section } from '@consultation/shared/question-lists.ts'

export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from)
  const item = items[from]
  if (item === undefined) return [...items]
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** A question one place up or down; from the edge of its section it goes into the next one. */
export function movedAcross(sections: readonly Section[], id: string, step: -1 | 1): Section[] {
  const s = sections.findIndex(({ questions }) => questions.some((question) => question.id === id))
  const section = sections[s]
  const q = section?.questions.findIndex((question) => question.id === id) ?? -1
  const question = section?.questions[q]
  if (!section || !question) return [...sections]
  const within = q + step
  if (within >= 0 && within < section.questions.length) {
    return sections.map((one, index) => (index === s ? { ...one, questions: moved(one.questions, q, within) } : one))
  }
  const neighbour = s + step
  if (neighbour < 0 || neighbour >= sections.length) return [...sections]
  return sections.map((one, index) => {
    if (index === s) return { ...one, questions: one.questions.filter((other) => other.id !== id) }
    if (index !== neighbour) return one
    return { ...one, questions: step === 1 ? [question, ...one.questions] : [...one.questions, question] }
  })
}
