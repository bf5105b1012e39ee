import type { ReplyOf } from '@consultation/shared/contract.ts'
import type { listHeads } from '@consultation/shared/people.ts'

export type Head = ReplyOf<typeof listHeads>['heads'][number]

export const HEAD_STATES = ['active', 'invited', 'none'] as const
export type HeadState = (typeof HEAD_STATES)[number]

/** What counts for the office: whether somebody can submit, or at least has been asked to. */
export function headState(heads: readonly Pick<Head, 'state'>[]): HeadState {
  if (heads.some(({ state }) => state === 'active')) return 'active'
  return heads.some(({ state }) => state === 'invited' || state === 'coming') ? 'invited' : 'none'
}
