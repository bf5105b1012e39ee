import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FLOOR_CAPACITIES,
  type Inscribed,
  inOrder,
  isWaiting,
  leftOf,
  limitFor,
  mayInscribe,
  SPEAKER_STATES,
  sameKind,
  stageOf,
  usedBy,
} from '../../shared/rules/floor.ts'

const one = (id: string, more: Partial<Inscribed> = {}): Inscribed => ({
  id,
  capacity: 'national',
  state: 'requested',
  place: Number(id),
  observer: false,
  ...more,
})
const ids = (list: readonly Inscribed[]) => list.map(({ id }) => id)

/** Any list; places drawn from few numbers, so that some are held twice. */
const lists = fc
  .array(
    fc.record({
      capacity: fc.constantFrom(...FLOOR_CAPACITIES),
      state: fc.constantFrom(...SPEAKER_STATES),
      place: fc.integer({ min: -3, max: 6 }),
      observer: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((row, at) => ({ ...row, id: String(at).padStart(2, '0') })))

describe('FL1 FL2 the order', () => {
  test('a point of order, then reports of breakout groups, then groups, then States, then observers where set, then rights of reply', () => {
    const list = [
      one('1', { capacity: 'right_of_reply' }),
      one('2', { observer: true }),
      one('3'),
      one('4', { capacity: 'group' }),
      one('5', { capacity: 'point_of_order', observer: true }),
      one('6'),
      one('7', { capacity: 'report' }),
    ]
    expect(ids(inOrder(list, true))).toEqual(['5', '7', '4', '3', '6', '2', '1'])
    expect(ids(inOrder(list, false))).toEqual(['5', '7', '4', '2', '3', '6', '1'])
  })

  test('a group is a group, also when an observer speaks for it', () => {
    const [byObserver, byMember] = [one('1', { capacity: 'group', observer: true }), one('2', { capacity: 'group' })]
    expect(sameKind(byObserver, byMember, true)).toBe(true)
    expect(sameKind(one('1', { observer: true }), one('2'), true)).toBe(false)
    expect(sameKind(one('1', { observer: true }), one('2'), false)).toBe(true)
    expect(sameKind(one('1'), byMember, true)).toBe(false)
  })

  test('nobody who waits is lost and nobody else is called', () => {
    fc.assert(
      fc.property(lists, fc.boolean(), (list, after) => {
        const waiting = ids(list.filter(({ state }) => isWaiting(state)))
        expect(ids(inOrder(list, after)).sort()).toEqual(waiting.sort())
      }),
    )
  })

  test('it is the same however the list comes, also when a place is held twice', () => {
    const shuffled = lists.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([list, other], after) => {
        expect(ids(inOrder(other, after))).toEqual(ids(inOrder(list, after)))
      }),
    )
  })

  test('whoever leaves changes the order of nobody else', () => {
    fc.assert(
      fc.property(lists, fc.boolean(), fc.nat(), (list, after, drawn) => {
        const order = ids(inOrder(list, after))
        const gone = order[drawn % Math.max(1, order.length)]
        const left = list.filter(({ id }) => id !== gone)
        expect(ids(inOrder(left, after))).toEqual(order.filter((id) => id !== gone))
      }),
    )
  })
})

test('FL3 a closed list takes points of order, rights of reply and reports; an open one everybody', () => {
  expect(FLOOR_CAPACITIES.filter((one) => mayInscribe(false, one))).toEqual([
    'point_of_order',
    'right_of_reply',
    'report',
  ])
  expect(FLOOR_CAPACITIES.filter((one) => mayInscribe(true, one))).toEqual([...FLOOR_CAPACITIES])
})

test('FL4 groups have their own time; a point of order never more than two minutes nor than a State', () => {
  const limits = { state: 180, group: 300 }
  expect(FLOOR_CAPACITIES.map((one) => limitFor(one, limits))).toEqual([180, 300, 120, 180, 300])
  expect(limitFor('point_of_order', { state: 60, group: 300 })).toBe(60)
})

describe('the clock', () => {
  const start = Date.parse('2026-03-02T15:00:00.000Z')
  const clock = { startedAt: new Date(start).toISOString(), usedMs: 5_000, limitMs: 180_000 }

  test('it goes on from what was used; stopped it stands; a page that is behind never shows less used than there was', () => {
    expect(usedBy(clock, start + 10_000)).toBe(15_000)
    expect(leftOf(clock, start + 10_000)).toBe(165_000)
    expect(usedBy({ ...clock, startedAt: null }, start + 10_000)).toBe(5_000)
    expect(usedBy(clock, start - 600_000)).toBe(5_000)
  })

  test('it ends in the last fifth, at least thirty seconds before, and is over at nought', () => {
    const stages = (limitMs: number, ...left: number[]) =>
      left.map((ms) => stageOf({ startedAt: null, usedMs: limitMs - ms, limitMs }, start))
    expect(stages(180_000, 36_001, 36_000, 1, 0, -1)).toEqual(['running_well', 'ending', 'ending', 'over', 'over'])
    expect(stages(60_000, 30_001, 30_000)).toEqual(['running_well', 'ending'])
  })
})
