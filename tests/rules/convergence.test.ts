import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Associated,
  convergenceOf,
  leaningOf,
  MOVES,
  moveOf,
  movesBetween,
  positionsOn,
  type Region,
  releaseOf,
  releaseOfMoves,
  type Said,
  type State,
  tallyOf,
  tallyOfMoves,
  wholeFigures,
} from '../../shared/rules/convergence.ts'
import { ASSOCIATIONS, FEEDBACK_STANCES, type FeedbackStance } from '../../shared/rules/feedback.ts'
import { CHOICE_FLOOR, mayFollow, type Tally, THRESHOLD } from '../../shared/rules/numbers.ts'

const REGIONS: readonly Region[] = ['african', 'asia-pacific', 'eastern-european', 'grulac', 'weog', null]
const states: State[] = Array.from({ length: 60 }, (_, at) => ({ delegationId: `s${at}`, region: REGIONS[at % 6]! }))
const own = (delegationId: string, stance: FeedbackStance): Said => ({
  versionId: 'v',
  delegationId,
  groupId: null,
  roster: [],
  stance,
  at: 1,
})
const group = (groupId: string, roster: string[], stance: FeedbackStance, at = 1): Said => ({
  versionId: 'v',
  delegationId: 'speaker',
  groupId,
  roster,
  stance,
  at,
})
const word = (delegationId: string, groupId: string, association: Associated['association'], at = 2): Associated => ({
  versionId: 'v',
  delegationId,
  groupId,
  association,
  at,
})
const stanceOf = (said: Said[], words: Associated[], id: string) =>
  positionsOn(states, said, words).find(({ delegationId }) => delegationId === id)

describe('CV1 to CV4 each State counts once', () => {
  const g = group('g', ['s0', 's1', 's2'], 'support')
  test('its own before what it goes along with, that before what a group said for it', () => {
    expect(stanceOf([g, own('s0', 'concern')], [word('s0', 'g', 'associates')], 's0')).toMatchObject({
      stance: 'concern',
      by: 'own',
    })
    expect(stanceOf([g], [word('s1', 'g', 'associates')], 's1')).toMatchObject({ stance: 'support', by: 'association' })
    expect(stanceOf([g], [], 's2')).toMatchObject({ stance: 'support', by: 'group' })
    expect(stanceOf([g], [], 's3')).toBeUndefined()
  })
  test('who differs is not counted by its group, and who went along with earlier words is covered again', () => {
    expect(stanceOf([g], [word('s0', 'g', 'differs')], 's0')).toBeUndefined()
    expect(stanceOf([{ ...g, at: 3 }], [word('s0', 'g', 'differs', 2)], 's0')).toMatchObject({ by: 'group' })
  })
  test('covered by groups that say different things it is counted by none; by those that say the same, once', () => {
    const other = (stance: FeedbackStance) => group('h', ['s0'], stance)
    expect(stanceOf([g, other('concern')], [], 's0')).toBeUndefined()
    expect(stanceOf([g, other('support')], [], 's0')).toMatchObject({ stance: 'support' })
    expect(stanceOf([g, other('concern')], [word('s0', 'g', 'differs')], 's0')).toMatchObject({ stance: 'concern' })
  })
  test('[N2] a group of 134 and one of 27 with five in both, of whom three differ: 153 States', () => {
    const many = Array.from({ length: 193 }, (_, at): State => ({ delegationId: `m${at}`, region: REGIONS[at % 6]! }))
    const ids = many.map(({ delegationId }) => delegationId)
    const [large, small] = [group('g', ids.slice(0, 134), 'support'), group('h', ids.slice(129, 156), 'support')]
    const differ = ['m0', 'm1', 'm2'].map((id) => word(id, 'g', 'differs'))
    expect(positionsOn(many, [large, small], differ)).toHaveLength(134 + 27 - 5 - 3)
    // Who differs from one is still covered by the other.
    expect(positionsOn(many, [large, small], [...differ, word('m130', 'g', 'differs')])).toHaveLength(153)
    // Where they say different things, those in both are counted by neither.
    expect(positionsOn(many, [large, { ...small, stance: 'concern' }], differ)).toHaveLength(153 - 5)
  })
  test('who is no State among the participants stands in no figure', () => {
    expect(positionsOn(states, [own('elsewhere', 'support')], [])).toEqual([])
  })
})

test('CV5 nearer to support, farther, the same, taken or opened', () => {
  expect(moveOf('concern', 'support')).toBe('towards')
  expect(moveOf('support', 'support_with_change')).toBe('away')
  expect(moveOf('concern', 'concern')).toBe('same')
  expect(moveOf('awaiting_instructions', 'concern')).toBe('taken')
  expect(moveOf('support', 'no_position')).toBe('opened')
  expect(moveOf('need_information', 'no_position')).toBe('same')
})

test('CV6 only who spoke to both versions moved or stayed', () => {
  const before = positionsOn(states, [own('s0', 'concern'), own('s1', 'support')], [])
  const after = positionsOn(states, [own('s0', 'support'), own('s2', 'support')], [])
  expect(movesBetween(before, after)).toMatchObject([{ delegationId: 's0', move: 'towards' }])
})

describe('CV8, CV9 where views converge', () => {
  const part = (region: Region, figures: Partial<Record<FeedbackStance, number>>) => {
    const told = FEEDBACK_STANCES.map((key) => ({ keys: [key], figure: figures[key] ?? 0 }))
    return { regions: [region], answered: 0, figures: told }
  }
  test('shared support in every group, and what keeps from it', () => {
    const across = REGIONS.map((region) =>
      part(region, { support: 6, support_with_change: 2, concern: 2, no_position: 9 }),
    )
    expect(convergenceOf(across)).toBe('support_across')
    expect(convergenceOf([...across.slice(1), part('african', { concern: 5, support: 1 })])).toBe('divides_between')
    expect(convergenceOf([...across.slice(1), part('african', { concern: 5, support: 5 })])).toBe('divides_within')
    expect(convergenceOf([...across.slice(1), part('african', { awaiting_instructions: 4 })])).toBe('not_all_heard')
    expect(convergenceOf(REGIONS.map((region) => part(region, { concern: 3 })))).toBe('concern_across')
    expect(convergenceOf([])).toBe(null)
  })
  test('stances merged across the line tell nothing, and nothing is read from them', () => {
    expect(leaningOf([{ keys: ['support', 'concern'], figure: 8 }])).toBe(null)
    expect(
      leaningOf([
        { keys: ['support', 'concern'], figure: 0 },
        { keys: ['support_with_change'], figure: 4 },
      ]),
    ).toBe('supports')
  })
  test('a leaning is told where no way of taking merged stances apart would give another', () => {
    const figures = (support: number, open: number, concern = 0) => [
      { keys: ['support', 'support_with_change'] as FeedbackStance[], figure: support },
      { keys: ['concern', 'no_position'] as FeedbackStance[], figure: open },
      { keys: ['need_information'] as FeedbackStance[], figure: 3 },
      ...(concern > 0 ? [{ keys: ['concern'] as FeedbackStance[], figure: concern }] : []),
    ]
    expect(leaningOf(figures(16, 4))).toBe('supports')
    expect(leaningOf(figures(15, 5))).toBe(null)
    expect(leaningOf(figures(16, 2, 16))).toBe('divided')
    expect(leaningOf(figures(1, 3, 16))).toBe('concerned')
    expect(leaningOf(figures(0, 0))).toBe('open')
    const stances = fc.uniqueArray(fc.constantFrom(...FEEDBACK_STANCES), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 6 }),
        fc.tuple(stances, stances),
        (counts, sets) => {
          const plain = FEEDBACK_STANCES.map((key, at) => ({ keys: [key], figure: counts[at]! }))
          const merged = mergedInto(plain, sets)
          const told = leaningOf(merged)
          if (told !== null) expect(told).toBe(leaningOf(plain))
        },
      ),
      { numRuns: 500 },
    )
  })
})

/** The same figures with the stances of each set counted together. */
function mergedInto(plain: { keys: FeedbackStance[]; figure: number }[], sets: FeedbackStance[][]) {
  return sets.reduce((parts, set) => {
    const touched = parts.filter(({ keys }) => keys.some((key) => set.includes(key)))
    const figure = touched.reduce((sum, one) => sum + one.figure, 0)
    return [...parts.filter((one) => !touched.includes(one)), { keys: touched.flatMap(({ keys }) => keys), figure }]
  }, plain)
}

// ── what is given out ─────────────────────────────────────────────────────────────────────────
const regional = fc.array(
  fc.array(fc.integer({ min: 0, max: 20 }), { minLength: FEEDBACK_STANCES.length, maxLength: FEEDBACK_STANCES.length }),
  { minLength: 5, maxLength: 5 },
)
const tallied = (figures: number[][]): Tally<Region, FeedbackStance> =>
  new Map(figures.map((one, at) => [REGIONS[at]!, new Map(FEEDBACK_STANCES.map((stance, n) => [stance, one[n]!]))]))
const less = (figures: number[][], hidden: number[][]) =>
  figures.map((one, at) => one.map((figure, n) => Math.max(0, figure - (hidden[at]?.[n] ?? 0))))
const few = fc.array(fc.array(fc.constantFrom(0, 0, 0, 1, 2, 9), { minLength: 6, maxLength: 6 }), {
  minLength: 5,
  maxLength: 5,
})

/** What is left of each figure when the named are taken away, recounted cell by cell; nothing where the named alone were counted. */
function hiddenCells(
  { answered, all, parts }: NonNullable<ReturnType<typeof releaseOf>['figures']>,
  full: number[][],
  named: number[][],
): number[] {
  const count = (of: number[][], regions: readonly Region[], keys: readonly FeedbackStance[]) =>
    of.reduce(
      (sum, row, at) =>
        regions.includes(REGIONS[at]!)
          ? sum + keys.reduce((n, key) => n + row[FEEDBACK_STANCES.indexOf(key)]!, 0)
          : sum,
      0,
    )
  const cells = [
    { regions: REGIONS, keys: FEEDBACK_STANCES as readonly FeedbackStance[], figure: answered },
    ...(all ?? []).map((one) => ({ ...one, regions: REGIONS })),
    ...parts.flatMap((part) => [
      { regions: part.regions, keys: FEEDBACK_STANCES as readonly FeedbackStance[], figure: part.answered },
      ...(part.figures ?? []).map((one) => ({ ...one, regions: part.regions })),
    ]),
  ]
  for (const { regions, keys, figure } of cells)
    expect([count(full, regions, keys), count(named, regions, keys)]).toContain(figure)
  return cells.map(({ regions, keys, figure }) => figure - count(named, regions, keys)).filter((left) => left > 0)
}

describe('CV10, CV11 what is given out of a version', () => {
  const options = FEEDBACK_STANCES
  test('no figure rests on few, none follows another too closely, and nothing is left when the named are taken away', () => {
    fc.assert(
      fc.property(regional, regional, few, few, (first, second, hiddenFirst, hiddenSecond) => {
        const one = releaseOf({
          own: [],
          others: [],
          tally: tallied(first),
          named: tallied(less(first, hiddenFirst)),
          options,
        })
        if (!one.figures) return
        const { figures } = one
        for (const { figure } of figures.all ?? []) expect(figure).toBeGreaterThanOrEqual(CHOICE_FLOOR)
        for (const { answered, figures: choices } of figures.parts) {
          expect(answered).toBeGreaterThanOrEqual(THRESHOLD)
          for (const { figure } of choices ?? []) expect(figure).toBeGreaterThanOrEqual(CHOICE_FLOOR)
        }
        expect(hiddenCells(figures, first, less(first, hiddenFirst)).filter((left) => left < THRESHOLD)).toEqual([])
        expect(mayFollow(wholeFigures(tallied(less(first, hiddenFirst)), options), figures)).toBe(true)
        const named = tallied(less(second, hiddenSecond))
        const next = releaseOf({ own: [], others: [figures], tally: tallied(second), named, options })
        if (next.outcome !== 'released') return
        expect(mayFollow(figures, next.figures)).toBe(true)
        expect(mayFollow(wholeFigures(named, options), next.figures)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
  test('choices are told by group where each group holds enough of each, and then lets the finding be read', () => {
    const base = [
      [30, 8, 4, 3, 2, 1],
      [28, 9, 3, 2, 2, 2],
      [14, 4, 3, 1, 1, 1],
      [18, 6, 4, 2, 2, 1],
      [16, 6, 3, 2, 1, 2],
    ]
    const tally = tallied(base)
    const { figures } = releaseOf({ own: [], others: [], tally, named: tally, options })
    expect(figures?.parts.map(({ figures: choices }) => choices !== null)).toEqual([true, true, true, true, true])
    expect(convergenceOf(figures!.parts)).toBe('support_across')
    // What comes after is cut as this was, also where other cuts would be possible by then.
    const next = tallied(base.map((one) => one.map((figure) => figure * 3)))
    const later = releaseOf({ own: [figures!], others: [], tally: next, named: next, options })
    expect(later.outcome).toBe('released')
    const setsIn = (of: typeof figures) => of?.parts[0]?.figures?.map(({ keys }) => keys.toSorted().join()).toSorted()
    expect(setsIn(later.figures)).toEqual(setsIn(figures))
    // With nobody heard in one group it is not told apart, and nothing shown before is taken back.
    const fewer = tallied([...base.slice(0, 4), [0, 0, 0, 0, 0, 0]])
    expect(releaseOf({ own: [figures!], others: [], tally: fewer, named: fewer, options })).toMatchObject({
      outcome: 'unchanged',
      figures,
    })
  })
  test('support and concern are not put together where they can be told apart', () => {
    const tally = tallied([
      [0, 20, 20, 0, 0, 0],
      [0, 15, 14, 0, 0, 0],
      [0, 6, 6, 0, 0, 0],
      [0, 9, 9, 0, 0, 0],
      [0, 8, 8, 0, 0, 0],
    ])
    const { figures } = releaseOf({ own: [], others: [], tally, named: tally, options })
    const keys = figures?.all?.map((one) => one.keys) ?? []
    expect(keys.length).toBe(2)
    for (const set of keys) expect(set.includes('support_with_change') && set.includes('concern')).toBe(false)
    expect(keys.some((set) => set.includes('support') && set.includes('concern'))).toBe(false)
  })
  test('one without a name, or four, do not keep the named from being given out, and are not in the figures', () => {
    const named = tallied([
      [30, 8, 6, 5, 9, 5],
      [20, 7, 9, 6, 5, 5],
      [10, 5, 5, 5, 5, 5],
      [9, 9, 5, 5, 5, 5],
      [9, 9, 9, 5, 5, 5],
    ])
    const tally = tallied([
      [30, 8, 7, 5, 9, 5],
      [20, 7, 9, 6, 5, 5],
      [10, 5, 5, 5, 5, 5],
      [9, 9, 5, 5, 5, 5],
      [9, 9, 9, 5, 5, 5],
    ])
    const { figures } = releaseOf({ own: [], others: [], tally, named, options })
    expect(figures?.answered).toBe(wholeFigures(named, options).answered)
  })
  test('a second release of the same says that nothing changed; too few say so', () => {
    const tally = tallied([
      [30, 8, 6, 5, 9, 5],
      [20, 7, 9, 6, 5, 5],
      [10, 5, 5, 5, 5, 5],
      [9, 9, 5, 5, 5, 5],
      [9, 9, 9, 5, 5, 5],
    ])
    const first = releaseOf({ own: [], others: [], tally, named: tally, options })
    expect(first.outcome).toBe('released')
    expect(releaseOf({ own: [first.figures!], others: [], tally, named: tally, options }).outcome).toBe('unchanged')
    const nobody = tallied([[2, 0, 0, 0, 0, 0]])
    expect(releaseOf({ own: [], others: [], tally: nobody, named: nobody, options }).outcome).toBe('too_few')
  })
  test('a State more is not seen: the figures stay as they were', () => {
    const base = [
      [30, 8, 6, 5, 9, 5],
      [20, 7, 9, 6, 5, 5],
      [10, 5, 5, 5, 5, 5],
      [9, 9, 5, 5, 5, 5],
      [9, 9, 9, 5, 5, 5],
    ]
    const tally = tallied(base)
    const first = releaseOf({ own: [], others: [], tally, named: tally, options })
    const more = tallied([[31, 8, 6, 5, 9, 5], ...base.slice(1)])
    expect(releaseOf({ own: [first.figures!], others: [], tally: more, named: more, options })).toMatchObject({
      outcome: 'unchanged',
      figures: first.figures,
    })
    expect(releaseOf({ own: [], others: [first.figures!], tally: more, named: more, options }).outcome).toBe(
      'too_close',
    )
  })
})

test('CV12 what moved is given out only where it cannot be taken away from the figures beside it', () => {
  const stance = fc.constantFrom(...FEEDBACK_STANCES, null)
  fc.assert(
    fc.property(fc.array(fc.tuple(stance, stance), { minLength: 60, maxLength: 60 }), (pairs) => {
      const on = (at: 0 | 1) =>
        positionsOn(
          states,
          pairs.flatMap((pair, n) => (pair[at] ? [own(`s${n}`, pair[at])] : [])),
          [],
        )
      const figures = [on(0), on(1)].map((positions) => wholeFigures(tallyOf(states, positions), FEEDBACK_STANCES))
      const tally = tallyOfMoves(states, movesBetween(on(0), on(1)))
      const moves = releaseOfMoves({ own: [], beside: figures, tally, named: tally })
      if (!moves) return
      for (const { answered } of figures) {
        const apart = Math.abs(answered - moves.answered)
        expect(apart === 0 || apart >= THRESHOLD).toBe(true)
      }
      expect(moves.all?.flatMap(({ keys }) => keys).toSorted() ?? [...MOVES].toSorted()).toEqual([...MOVES].toSorted())
    }),
    { numRuns: 200 },
  )
})

test('each State stands in the figures at most once, however much is said for it', () => {
  const id = fc.integer({ min: 0, max: 59 }).map((n) => `s${n}`)
  const stance = fc.constantFrom(...FEEDBACK_STANCES)
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(id, stance), { selector: ([one]) => one }),
      fc.array(fc.tuple(fc.constantFrom('g', 'h'), fc.array(id), stance, fc.nat(9))),
      fc.array(fc.tuple(id, fc.constantFrom('g', 'h'), fc.constantFrom(...ASSOCIATIONS), fc.nat(9))),
      (national, groups, words) => {
        const said = [...national.map(([one, what]) => own(one, what)), ...groups.map((one) => group(...one))]
        const positions = positionsOn(
          states,
          said,
          words.map((one) => word(...one)),
        )
        expect(new Set(positions.map(({ delegationId }) => delegationId)).size).toBe(positions.length)
        for (const [one, what] of national)
          expect(positions.find(({ delegationId }) => delegationId === one)).toMatchObject({ stance: what, by: 'own' })
      },
    ),
  )
})
