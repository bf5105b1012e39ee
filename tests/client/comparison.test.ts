import { type Block, blocksOf } from '@consultation/shared/text.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, compare, onlyFormChanged } from '../../client/comparison.ts'

const side = (lines: Change[][], kind: 'added' | 'removed') =>
  lines
    .map((line) => line.filter((change) => change.kind === 'same' || change.kind === kind))
    .filter((line) => line.length > 0)
    .map((line) => line.map(({ text }) => text).join(''))

test('changed words are marked within the paragraph, new and dropped paragraphs as a whole', () => {
  const before = blocksOf('We support the reform.\nThe second paragraph goes.\nThe last one stays.')
  const after = blocksOf('We fully support the reform.\nThe last one stays.\nAnd one is new.')
  expect(compare(before, after, 'en')).toEqual([
    [
      { kind: 'same', text: 'We ' },
      { kind: 'added', text: 'fully ' },
      { kind: 'same', text: 'support the reform.' },
    ],
    [{ kind: 'removed', text: 'The second paragraph goes.' }],
    [{ kind: 'same', text: 'The last one stays.' }],
    [{ kind: 'added', text: 'And one is new.' }],
  ])
})

test('a paragraph that comes before one that was changed does not take its place', () => {
  const before = blocksOf('Support is late.\nThe rules were made for Headquarters, and the field works around them.')
  const after = blocksOf('Support is late.\nTrust has eroded.\nThe rules were made for Headquarters.')
  const lines = compare(before, after, 'en')
  expect(lines[1]).toEqual([{ kind: 'added', text: 'Trust has eroded.' }])
  expect(lines[2]?.map(({ kind }) => kind)).toContain('same')
  expect(lines).toHaveLength(3)
})

test('in Chinese and Arabic single words are found too', () => {
  const chinese = compare(blocksOf('会员国支持改革。'), blocksOf('会员国完全支持改革。'), 'zh')
  expect(chinese.flat().filter(({ kind }) => kind === 'added')).toEqual([{ kind: 'added', text: '完全' }])
  const arabic = compare(blocksOf('نؤيد إصلاح الإدارة'), blocksOf('نؤيد بقوة إصلاح الإدارة'), 'ar')
  expect(arabic.flat().filter(({ kind }) => kind === 'removed')).toEqual([])
})

test('each side can be read back whole from the comparison', () => {
  const words = fc.array(fc.constantFrom('reform', 'budget', 'staff', 'trust', 'field', 'time'), {
    minLength: 1,
    maxLength: 8,
  })
  const text = fc.array(words, { maxLength: 6 }).map((lines) => lines.map((line) => line.join(' ')))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = compare(blocksOf(before.join('\n')), blocksOf(after.join('\n')), 'en')
      expect(side(lines, 'removed')).toEqual(before)
      expect(side(lines, 'added')).toEqual(after)
    }),
    { seed: 2017 },
  )
})

test('a change of emphasis alone is said, for the words do not show it', () => {
  const plain: Block[] = [{ kind: 'paragraph', content: [{ text: 'Firm' }] }]
  const bold: Block[] = [{ kind: 'paragraph', content: [{ text: 'Firm', bold: true }] }]
  expect(onlyFormChanged(plain, bold)).toBe(true)
  expect(onlyFormChanged(plain, plain)).toBe(false)
  expect(onlyFormChanged(plain, blocksOf('Soft'))).toBe(false)
})
