import { describe, expect, test } from 'vitest'
import { liesWithin, refusesPublishing, stateOf, unequalLanguages, wordsOf } from '../../shared/rules/findings.ts'
import { blocksOf } from '../../shared/text.ts'

const WITHDRAWN = new Date('2017-07-20T12:00:00Z')
const finding = {
  version: 0,
  revision: 3,
  publishedRevision: 0,
  withdrawnAt: null,
  title: { en: 'Services are slow', fr: 'Services lents' },
  texts: { en: blocksOf('One.\nTwo.'), fr: blocksOf('Un.\nDeux.') },
  change: {},
}
const published = { ...finding, version: 1, revision: 4, publishedRevision: 3, change: { en: 'Paragraph 2 is new.' } }

describe('whether a finding may be published', () => {
  test('as it is, it may', () => {
    expect(refusesPublishing(finding)).toBe(null)
    expect(refusesPublishing(published)).toBe(null)
  })
  test('FI1 not while two languages have another number of paragraphs', () => {
    const texts = { ...finding.texts, fr: blocksOf('Un.\nDeux.\nTrois.') }
    expect(refusesPublishing({ ...finding, texts })).toEqual({ code: 'paragraphs_differ', field: 'texts.fr' })
    expect(unequalLanguages(texts)).toEqual(['fr'])
    expect(unequalLanguages({ ...texts, fr: [], ar: [{ kind: 'paragraph', content: [] }] })).toEqual([])
  })
  test('FI1 a paragraph of a list or a quotation counts like any other', () => {
    const one = blocksOf('One.')
    const texts = {
      en: [...one, { kind: 'list' as const, ordered: false, items: [blocksOf('Two.')] }],
      fr: blocksOf('Un.\nDeux.'),
    }
    expect(unequalLanguages(texts)).toEqual([])
  })
  test('FI2 not without a text, nor without a title in each language that has one', () => {
    expect(refusesPublishing({ ...finding, texts: {} })).toEqual({ code: 'required', field: 'texts' })
    expect(refusesPublishing({ ...finding, title: { en: 'Services are slow' } })).toEqual({
      code: 'required',
      field: 'title.fr',
    })
  })
  test('FI3 from the second version on something changed, and it is said what', () => {
    expect(refusesPublishing({ ...published, change: {} })).toEqual({ code: 'required', field: 'change' })
    expect(refusesPublishing({ ...published, revision: 3 })?.code).toBe('nothing_changed')
  })
  test('FI4 what was withdrawn is not published again', () => {
    expect(refusesPublishing({ ...published, withdrawnAt: WITHDRAWN })?.code).toBe('finding_withdrawn')
  })
})

test('a finding is a draft, published, changed since, or withdrawn', () => {
  expect(
    [finding, { ...published, revision: 3 }, published, { ...published, withdrawnAt: WITHDRAWN }].map(stateOf),
  ).toEqual(['draft', 'published', 'changed', 'withdrawn'])
})

describe('FI5 a passage', () => {
  const blocks = blocksOf('First paragraph.\nSecond.')
  test('lies within one paragraph', () => {
    expect(liesWithin(null, [])).toBe(true)
    expect(liesWithin({ paragraph: 1, from: 0, to: 7 }, blocks)).toBe(true)
    expect(liesWithin({ paragraph: 1, from: 0, to: 8 }, blocks)).toBe(false)
    expect(liesWithin({ paragraph: 2, from: 0, to: 1 }, blocks)).toBe(false)
  })
  test('has its words, and the whole has all', () => {
    expect(wordsOf({ paragraph: 0, from: 6, to: 15 }, blocks)).toBe('paragraph')
    expect(wordsOf(null, blocks)).toBe('First paragraph.\nSecond.')
  })
})
