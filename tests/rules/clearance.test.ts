import { expect, test } from 'vitest'
import { MEMBER_ROLES } from '../../shared/rules/access.ts'
import { MOVES, mayMove, RESPONSE_STATES, type ResponseMove } from '../../shared/rules/clearance.ts'

const movesOf = (role: 'head' | 'drafter' | 'reader', state: (typeof RESPONSE_STATES)[number]) =>
  (Object.keys(MOVES) as ResponseMove[]).filter((move) => mayMove(state, move, role))

test('CL1 a drafter drafts and sends for clearance, and takes back what waits; clearing and submitting is the head’s', () => {
  expect(movesOf('drafter', 'draft')).toEqual(['send_for_clearance', 'edit', 'drop_amendment'])
  expect(movesOf('drafter', 'for_clearance')).toEqual(['take_back', 'edit', 'drop_amendment'])
  expect(movesOf('drafter', 'cleared')).toEqual(['edit', 'drop_amendment'])
  expect(movesOf('head', 'draft')).toEqual(['send_for_clearance', 'clear', 'submit', 'edit', 'drop_amendment'])
  expect(movesOf('head', 'for_clearance')).toEqual(['take_back', 'return', 'clear', 'submit', 'edit', 'drop_amendment'])
  expect(movesOf('head', 'cleared')).toEqual(['return', 'submit', 'edit', 'drop_amendment'])
})

test('CL1 a reader makes no move, nor does anybody without a role', () => {
  for (const state of RESPONSE_STATES) {
    expect(movesOf('reader', state)).toEqual([])
    for (const move of Object.keys(MOVES) as ResponseMove[]) expect(mayMove(state, move, undefined)).toBe(false)
  }
})

test('CL2 an edit always ends in a draft', () => {
  expect(MOVES.edit.to).toBe('draft')
  for (const state of ['draft', 'for_clearance', 'cleared'] as const)
    expect(mayMove(state, 'edit', 'drafter')).toBe(true)
})

test('CL3 what is submitted can only be amended', () => {
  for (const role of MEMBER_ROLES) expect(movesOf(role, 'submitted')).toEqual(role === 'reader' ? [] : ['amend'])
})
