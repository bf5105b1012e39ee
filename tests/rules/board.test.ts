import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BOARD_PHASES,
  isSilent,
  mayMove,
  pointsFit,
  shownCount,
  takesClusters,
  takesIdeas,
  takesPoints,
} from '../../shared/rules/board.ts'

describe('BO1 phases', () => {
  test('a board goes one step on or one back; it is closed from anywhere once it began', () => {
    for (const [at, from] of BOARD_PHASES.entries())
      for (const [next, to] of BOARD_PHASES.entries()) {
        const step = Math.abs(next - at) === 1
        expect(mayMove(from, to), `${from} to ${to}`).toBe(step || (to === 'closed' && from !== 'idle'))
      }
  })
})

test('BO2 what each phase takes', () => {
  const phases = (takes: (phase: (typeof BOARD_PHASES)[number]) => boolean) => BOARD_PHASES.filter(takes)
  expect(phases(takesIdeas)).toEqual(['writing', 'revealed', 'clustering', 'discussing'])
  expect(phases(isSilent)).toEqual(['idle', 'writing'])
  expect(phases(takesClusters)).toEqual(['revealed', 'clustering', 'discussing'])
  expect(phases(takesPoints)).toEqual(['prioritising'])
})

test('BO3 below twenty the count goes up by fives; it never tells more than there are', () => {
  expect([0, 1, 4, 5, 9, 10, 19, 20, 21].map(shownCount)).toEqual([0, 0, 0, 5, 5, 10, 15, 20, 21])
  fc.assert(
    fc.property(fc.nat(700), (n) => {
      const shown = shownCount(n)
      return shown <= n && n - shown < 5 && shown <= shownCount(n + 1)
    }),
  )
})

test('BO4 points are whole, none below nothing, none above the cap on one, in all within the budget', () => {
  expect(pointsFit({}, 5, 3)).toBe(true)
  expect(pointsFit({ a: 3, b: 2 }, 5, 3)).toBe(true)
  expect(pointsFit({ a: 4 }, 5, 3)).toBe(false)
  expect(pointsFit({ a: 3, b: 3 }, 5, 3)).toBe(false)
  expect(pointsFit({ a: 3, b: 3, c: -1 }, 5, 3)).toBe(false)
  expect(pointsFit({ a: 0.5 }, 5, 3)).toBe(false)
  expect(pointsFit({ a: Number.NaN }, 5, 3)).toBe(false)
})
