import { describe, expect, test } from 'vitest'
import {
  FEEDBACK_STANCES,
  mayBeAttributed,
  missingWords,
  PRIORITIES_MAX,
  takesProposals,
  windowAt,
} from '../../shared/rules/feedback.ts'

test('FB2 five findings at most can matter most', () => {
  expect(PRIORITIES_MAX).toBe(5)
})

test('FB3 feedback is taken from the opening on, and no longer at the closing', () => {
  const window = { opensAt: new Date('2017-06-01T00:00:00Z'), closesAt: new Date('2017-07-20T00:00:00Z') }
  expect(windowAt(window, new Date('2017-05-31T23:59:59.999Z'))).toBe('before')
  expect(windowAt(window, window.opensAt)).toBe('open')
  expect(windowAt(window, new Date('2017-07-19T23:59:59.999Z'))).toBe('open')
  expect(windowAt(window, window.closesAt)).toBe('after')
})

describe('FB4 what a stance needs beside itself', () => {
  const nothing = { reason: false, proposals: 0 }
  test('a change is proposed or described', () => {
    expect(missingWords('support_with_change', nothing)).toBe('proposals')
    expect(missingWords('support_with_change', { reason: true, proposals: 0 })).toBe(null)
    expect(missingWords('support_with_change', { reason: false, proposals: 1 })).toBe(null)
  })
  test('a concern and a question say what it is about, and other words for a paragraph do not', () => {
    for (const stance of ['concern', 'need_information'] as const) {
      expect(missingWords(stance, nothing)).toBe('reason')
      expect(missingWords(stance, { reason: false, proposals: 3 })).toBe('reason')
      expect(missingWords(stance, { reason: true, proposals: 0 })).toBe(null)
    }
  })
  test('the rest stand alone', () => {
    for (const stance of ['support', 'no_position', 'awaiting_instructions'] as const)
      expect(missingWords(stance, nothing)).toBe(null)
  })
})

test('FB5 other words go with a change or a concern alone', () => {
  expect(FEEDBACK_STANCES.filter(takesProposals)).toEqual(['support_with_change', 'concern'])
})

test('FB6 how it is attributed is chosen once for a version', () => {
  expect(mayBeAttributed(null, 'attributed')).toBe(true)
  expect(mayBeAttributed(null, 'not_for_attribution')).toBe(true)
  expect(mayBeAttributed('attributed', 'attributed')).toBe(true)
  expect(mayBeAttributed('attributed', 'not_for_attribution')).toBe(false)
  expect(mayBeAttributed('not_for_attribution', 'attributed')).toBe(false)
})
