import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { ListView } from '../../shared/question-lists.ts'
import {
  type AnswerBody,
  type Capacity,
  openResponse,
  type ReceiptView,
  type ResponseView,
  readResponse,
  saveAnswer,
  submitResponse,
} from '../../shared/responses.ts'
import { blocksOf } from '../../shared/text.ts'
import type { Person } from './app.ts'

type Draft = z.input<typeof AnswerBody>

/** One answer of plain words, attributed, in English. */
export const answered = (text: string, more: Partial<Draft> = {}): Draft => ({
  stance: 'answered',
  language: 'en',
  attribution: 'attributed',
  blocks: blocksOf(text),
  ...more,
})

export const questionAt = (list: ListView, number: number): string =>
  list.sections.flatMap((section) => section.questions)[number - 1]?.id ?? ''

/** Opens the response and writes these answers, by question number. */
export async function drafted(
  drafter: Person,
  list: ListView,
  answers: Record<number, Draft | string>,
  capacity: Capacity = { kind: 'national' },
): Promise<ResponseView> {
  const response = await drafter.does(openResponse, {
    params: { listId: list.id },
    body: { commandId: randomUUID(), capacity },
  })
  for (const [number, answer] of Object.entries(answers)) {
    const questionId = questionAt(list, Number(number))
    await drafter.does(saveAnswer, {
      params: { responseId: response.id, questionId },
      ifMatch: response.answers.find((one) => one.questionId === questionId)?.revision ?? 0,
      body: typeof answer === 'string' ? answered(answer) : answer,
    })
  }
  return drafter.does(readResponse, { params: { responseId: response.id } })
}

/** The head submits what is drafted, and gets the receipt. */
export function submits(head: Person, response: ResponseView): Promise<ReceiptView> {
  return head.does(submitResponse, {
    params: { responseId: response.id },
    body: { commandId: randomUUID(), digest: response.digest, signatory: { name: 'Head of delegation', title: null } },
  })
}
