import type { MemberRole } from './access.ts'

export const RESPONSE_STATES = ['draft', 'for_clearance', 'cleared', 'submitted'] as const
export type ResponseState = (typeof RESPONSE_STATES)[number]

type Move = { from: readonly ResponseState[]; to: ResponseState; by: readonly MemberRole[] }

/**
 * CL1 A drafter drafts and sends for clearance; only the head (or a stand-in head) returns, clears and submits.
 * CL2 Whoever edits after sending or clearing puts the response back to draft: a clearance is for the text that was read.
 * CL3 An amended version begins as a draft beside the submitted one, which stands until the next is submitted.
 */
export const MOVES = {
  send_for_clearance: { from: ['draft'], to: 'for_clearance', by: ['head', 'drafter'] },
  take_back: { from: ['for_clearance'], to: 'draft', by: ['head', 'drafter'] },
  return: { from: ['for_clearance', 'cleared'], to: 'draft', by: ['head'] },
  clear: { from: ['draft', 'for_clearance'], to: 'cleared', by: ['head'] },
  submit: { from: ['draft', 'for_clearance', 'cleared'], to: 'submitted', by: ['head'] },
  edit: { from: ['draft', 'for_clearance', 'cleared'], to: 'draft', by: ['head', 'drafter'] },
  amend: { from: ['submitted'], to: 'draft', by: ['head', 'drafter'] },
  drop_amendment: { from: ['draft', 'for_clearance', 'cleared'], to: 'submitted', by: ['head', 'drafter'] },
} as const satisfies Record<string, Move>

export type ResponseMove = keyof typeof MOVES

export function mayMove(state: ResponseState, move: ResponseMove, role: MemberRole | undefined): boolean {
  const { from, by }: Move = MOVES[move]
  return role !== undefined && from.includes(state) && by.includes(role)
}
