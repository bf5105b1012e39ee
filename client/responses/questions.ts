import { type AnswerBody, isFilled } from '@consultation/shared/responses.ts'
import type { ResponseState } from '@consultation/shared/rules/clearance.ts'
import type { MarkShape } from '../ui/StateMark.tsx'

/** The place beside the questions for what concerns the response as a whole: the letter and remarks to colleagues. */
export const WHOLE = 'whole'

export const MARKS = {
  empty: { shape: 'empty', word: 'mark_empty' },
  drafted: { shape: 'full', word: 'mark_drafted' },
  no_position: { shape: 'none', word: 'mark_no_position' },
  see_group: { shape: 'covered', word: 'mark_see_group' },
  for_clearance: { shape: 'handed', word: 'mark_for_clearance' },
  cleared: { shape: 'done', word: 'mark_cleared' },
  submitted: { shape: 'done', word: 'mark_submitted' },
} as const satisfies Record<string, { shape: MarkShape; word: string }>

/** What stands beside a question: what was said to it, and with words how far they have come. */
export function markOf(draft: AnswerBody | null, state: ResponseState): keyof typeof MARKS {
  if (!draft || !isFilled(draft)) return 'empty'
  if (draft.stance !== 'answered') return draft.stance
  return state === 'draft' ? 'drafted' : state
}
