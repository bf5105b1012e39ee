import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  couldHaveWritten,
  countStates,
  mayReleaseAgain,
  mayReleaseUnnamed,
  mergeSmall,
  nextRelease,
  repliedByName,
  rosterOf,
  THRESHOLD,
  tallyOfUnnamed,
  touchesAuthor,
  unnamedRespondents,
} from '../../shared/rules/numbers.ts'

const own = (delegationId: string) => ({ delegationId, groupId: null, roster: [] })
const forGroup = (delegationId: string, roster: string[]) => ({ delegationId, groupId: 'g', roster })
const ids = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `d${at + from}`)

describe('NU1 to NU3 statements and States', () => {
  test('[C4] a State in three groups with an answer of its own counts once, as own answer', () => {
    const statements = [own('a'), forGroup('x', ['a', 'b']), forGroup('y', ['a', 'b']), forGroup('z', ['a'])]
    expect(countStates(statements, [{ delegationId: 'a' }])).toEqual({
      statements: 4,
      groupStatements: 3,
      states: { own: 1, aligned: 0, covered: 1, all: 2 },
    })
  })

  test('alignment is stronger than coverage, and an own answer than alignment', () => {
    const { states } = countStates(
      [own('a'), forGroup('x', ['a', 'b', 'c'])],
      [{ delegationId: 'a' }, { delegationId: 'b' }],
    )
    expect(states).toEqual({ own: 1, aligned: 1, covered: 1, all: 3 })
  })

  test('nobody counts twice, whoever speaks for whom', () => {
    const id = fc.constantFrom(...ids(12))
    const statement = fc.record({
      delegationId: id,
      groupId: fc.option(fc.constantFrom('g', 'h')),
      roster: fc.array(id),
    })
    fc.assert(
      fc.property(fc.array(statement), fc.array(fc.record({ delegationId: id })), (statements, alignments) => {
        const { states } = countStates(statements, alignments)
        const concerned = new Set([
          ...statements.flatMap((s) => (s.groupId === null ? [s.delegationId] : s.roster)),
          ...alignments.map((a) => a.delegationId),
        ])
        expect(states.all).toBe(concerned.size)
      }),
    )
  })

  test('[C3] a statement speaks for the members but those excepted, and those who joined', () => {
    expect(rosterOf(['a', 'b', 'c'], ['b'], ['d', 'a'])).toEqual(['a', 'c', 'd'])
  })
})

describe('SN2, SN3 releases of replies without a name', () => {
  test('none where fewer than five could have written them', () => {
    expect(mayReleaseUnnamed(THRESHOLD - 1)).toBe(false)
    expect(nextRelease(null, ['r1'], THRESHOLD - 1)).toBeNull()
    expect(nextRelease(null, ['r1'], THRESHOLD)).toEqual(['r1'])
  })

  test('one without replies is a release too, so that the first late reply does not stand out', () => {
    expect(nextRelease(null, [], THRESHOLD)).toEqual([])
    expect(nextRelease([], ['late'], 40)).toBeNull()
  })

  test('[T38] two releases never differ by fewer than five replies added, or taken away', () => {
    const reply = fc.constantFrom(...ids(30))
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(reply), { minLength: 2, maxLength: 12 }), (history) => {
        let served: readonly string[] | null = null
        for (const now of history) {
          const next: readonly string[] | null = nextRelease(served, now, 40)
          if (!next) continue
          if (served) {
            const before: readonly string[] = served
            const added = next.filter((id) => !before.includes(id)).length
            const removed = before.filter((id) => !next.includes(id)).length
            for (const changed of [added, removed]) expect(changed === 0 || changed >= THRESHOLD).toBe(true)
          }
          served = next
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('the same replies make no new release', () => {
    expect(nextRelease(['a', 'b'], ['b', 'a'], 40)).toBeNull()
    expect(mayReleaseAgain(['a'], ['a'])).toBe(true)
  })
})

describe('SN5 who is named as having replied', () => {
  const reply = { attributed: 0, unnamed: 0, letter: false, attributionOffered: true }
  test.each([
    ['one attributed answer among others', { attributed: 1, unnamed: 4 }, true],
    ['answers not for attribution only', { unnamed: 3 }, false],
    ['the same with a letter', { unnamed: 3, letter: true }, false],
    ['a letter alone', { letter: true }, true],
    ['a letter alone where no attribution is offered', { letter: true, attributionOffered: false }, false],
    ['nothing', {}, false],
  ])('%s', (_, given, named) => {
    expect(repliedByName({ ...reply, ...given })).toBe(named)
  })
})

describe('SN6, SN7 figures about those without a name', () => {
  test('none below five, and after a second closing none that differs by fewer', () => {
    expect(unnamedRespondents([ids(4)])).toEqual([])
    expect(unnamedRespondents([ids(5)])).toEqual(ids(5))
    expect(unnamedRespondents([ids(5), ids(6)])).toEqual(ids(5))
    expect(unnamedRespondents([ids(5), ids(10)])).toEqual(ids(10))
    expect(unnamedRespondents([ids(5), ids(3)])).toEqual(ids(5))
    expect(unnamedRespondents([ids(4), ids(6)])).toEqual(ids(6))
  })

  test('[T39] what a file shows decides what it leaves out: a hidden respondent changes nothing', () => {
    const named = ids(4)
    const hidden = (count: number) => unnamedRespondents([ids(count, 100)])
    // One to four who gave no name at all are not seen, by their absence neither.
    for (const count of [0, 1, 2, 3, 4])
      expect(couldHaveWritten(named, [], hidden(count))).toBe(couldHaveWritten(named, [], []))
    expect(mayReleaseUnnamed(couldHaveWritten(named, [], hidden(4)))).toBe(false)
    expect(mayReleaseUnnamed(couldHaveWritten(named, [], hidden(5)))).toBe(true)
  })

  test('whoever is named under the question could not have written the unnamed reply to it', () => {
    expect(couldHaveWritten(['a', 'b', 'c'], ['a'], ['c', 'd'])).toBe(3)
  })
})

test('SN8 a filter by delegation, region, group or language touches the author; by words or question it does not', () => {
  const none = { delegation: [], region: [], language: [] }
  expect(touchesAuthor(none)).toBe(false)
  expect(touchesAuthor({ ...none, delegation: ['a'] })).toBe(true)
  expect(touchesAuthor({ ...none, region: ['african'] })).toBe(true)
  expect(touchesAuthor({ ...none, language: ['fr'] })).toBe(true)
  expect(touchesAuthor({ ...none, group: 'g' })).toBe(true)
})

describe('SN4, SN9 merged figures', () => {
  test('[T36] the two smallest become one until each rests on five; nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }), (figures) => {
        const parts = mergeSmall(new Map(figures.map((figure, key) => [key, figure])))
        expect(parts.reduce((sum, part) => sum + part.figure, 0)).toBe(figures.reduce((sum, figure) => sum + figure, 0))
        expect(parts.flatMap(({ keys }) => keys).toSorted((a, b) => a - b)).toEqual(figures.map((_, key) => key))
        if (parts.length > 1) for (const { figure } of parts) expect(figure).toBeGreaterThanOrEqual(THRESHOLD)
      }),
      { numRuns: 5_000 },
    )
  })

  test('[T37] no tally where one part would remain: it would say what everybody chose', () => {
    expect(
      tallyOfUnnamed(
        new Map([
          ['yes', 9],
          ['no', 0],
        ]),
      ),
    ).toBeNull()
    expect(
      tallyOfUnnamed(
        new Map([
          ['yes', 9],
          ['no', 4],
        ]),
      ),
    ).toBeNull()
    expect(tallyOfUnnamed(new Map<string, number>())).toBeNull()
  })

  test('small choices are named together', () => {
    const parts = tallyOfUnnamed(
      new Map([
        ['yes', 9],
        ['no', 3],
        ['perhaps', 2],
      ]),
    )
    expect(parts?.map(({ keys, figure }) => [keys.toSorted(), figure])).toEqual(
      expect.arrayContaining([
        [['no', 'perhaps'], 5],
        [['yes'], 9],
      ]),
    )
  })
})
