import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Attribution } from '../../shared/rules/attribution.ts'
import {
  chosen,
  isAnswered,
  isLooser,
  type Lot,
  mayBecomeReport,
  mayChoose,
  mayDecline,
  mixed,
  POINTS_OF_A_GROUP,
  REPORT_BACK_STATES,
  type ReportBackState,
  type ToPlace,
} from '../../shared/rules/retreats.ts'

const drawn =
  (seed: number): Lot =>
  (id) =>
    createHash('sha256').update(`${seed} ${id}`).digest('hex')
const REGIONS = ['africa', 'asia', 'eastern', 'latin', 'western', null]
const people = fc
  .array(fc.integer({ min: 0, max: REGIONS.length - 1 }), { maxLength: 60 })
  .map((regions): ToPlace[] => regions.map((region, at) => ({ id: `d${at}`, region: REGIONS[region]! })))
const seed = fc.integer({ min: 1, max: 1_000_000 })
const open = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `g${at}`, seats: null }))
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts)

test('RT1 a group brings back five points at most', () => {
  expect(POINTS_OF_A_GROUP).toBe(5)
})

test('RT2 how a report-back goes on, written down a second time', () => {
  const EXPECTED: Record<ReportBackState, ReportBackState[]> = {
    drafting: ['put', 'given_up'],
    put: ['drafting', 'signed', 'given_up'],
    signed: ['drafting', 'reported'],
    reported: [],
    given_up: ['put'],
  }
  for (const from of REPORT_BACK_STATES)
    expect(REPORT_BACK_STATES.filter((to) => mayBecomeReport(from, to)).toSorted()).toEqual(EXPECTED[from].toSorted())
})

test('RT3 a group has answered with signed points or a reason', () => {
  expect(REPORT_BACK_STATES.filter(isAnswered)).toEqual(['signed', 'reported', 'given_up'])
})

describe('RT4 by a mix of regional groups', () => {
  test('sizes differ by one at most, and so does each region', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 12 }), seed, (all, count, lots) => {
        const placed = mixed(all, open(count), drawn(lots))!
        expect([...placed.values()].flat().toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        const groups = [...placed.values()]
        expect(spread(groups.map((one) => one.length))).toBeLessThanOrEqual(1)
        const regionOf = new Map(all.map(({ id, region }) => [id, region]))
        for (const region of REGIONS)
          expect(
            spread(groups.map((one) => one.filter((id) => regionOf.get(id) === region).length)),
          ).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('no group has more than its seats; everybody is placed exactly where there are enough', () => {
    const groups = fc
      .array(fc.option(fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 8 })
      .map((seats) => seats.map((one, at) => ({ id: `g${at}`, seats: one })))
    fc.assert(
      fc.property(people, groups, seed, (all, rooms, lots) => {
        const enough = rooms.reduce((sum, { seats }) => sum + (seats ?? Number.POSITIVE_INFINITY), 0) >= all.length
        const placed = mixed(all, rooms, drawn(lots))
        expect(placed !== null).toBe(enough)
        for (const { id, seats } of rooms)
          expect(placed?.get(id)?.length ?? 0).toBeLessThanOrEqual(seats ?? Number.POSITIVE_INFINITY)
      }),
    )
  })

  test('the same seed draws the same, in whatever order people and groups come', () => {
    fc.assert(
      fc.property(people, seed, (all, lots) => {
        const groups = open(4)
        const sorted = (placed: ReturnType<typeof mixed>) => groups.map(({ id }) => placed!.get(id)!.toSorted())
        expect(sorted(mixed(all.toReversed(), groups.toReversed(), drawn(lots)))).toEqual(
          sorted(mixed(all, groups, drawn(lots))),
        )
      }),
    )
  })
})

describe('RT5 by choice', () => {
  const rooms = [
    { id: 'g0', seats: 3 },
    { id: 'g1', seats: 5 },
    { id: 'g2', seats: null },
  ]
  const wish = fc.shuffledSubarray(['g0', 'g1', 'g2'])
  const wishing = fc.record({ all: people, wishes: fc.array(wish, { minLength: 60, maxLength: 60 }), lots: seed })
  const asMap = (all: readonly ToPlace[], wishes: readonly string[][]) =>
    new Map(all.map(({ id }, at) => [id, wishes[at]!]))
  const groupOf = (placed: ReturnType<typeof chosen>, id: string) =>
    [...placed!].find(([, there]) => there.includes(id))![0]

  test('whoever does not get a wish finds it full of those whose lot came before', () => {
    fc.assert(
      fc.property(wishing, ({ all, wishes, lots }) => {
        const wished = asMap(all, wishes)
        const placed = chosen(all, rooms, wished, drawn(lots))!
        for (const { id } of all) {
          const list = wished.get(id)!
          const got = groupOf(placed, id)
          const better = list.includes(got) ? list.slice(0, list.indexOf(got)) : list
          for (const group of better) {
            const { seats } = rooms.find((one) => one.id === group)!
            const earlier = placed.get(group)!.filter((other) => drawn(lots)(other) < drawn(lots)(id))
            expect(earlier).toHaveLength(seats!)
          }
        }
      }),
    )
  })

  test('to say something else than one wishes is never an advantage', () => {
    fc.assert(
      fc.property(wishing, wish, fc.nat(59), ({ all, wishes, lots }, lie, at) => {
        if (all.length === 0) return
        const { id } = all[at % all.length]!
        const truth = asMap(all, wishes)
        const rank = (group: string) => {
          const found = truth.get(id)!.indexOf(group)
          return found < 0 ? rooms.length : found
        }
        const honest = groupOf(chosen(all, rooms, truth, drawn(lots)), id)
        const lying = groupOf(chosen(all, rooms, new Map(truth).set(id, lie), drawn(lots)), id)
        expect(rank(honest)).toBeLessThanOrEqual(rank(lying))
      }),
    )
  })
})

test('RT6 a group is left until it begins', () => {
  const states = ['draft', 'announced', 'open', 'closed', 'cancelled']
  expect(states.filter((state) => mayDecline({ state }))).toEqual(['announced'])
})

test('RT7 a choice counts in time, and before anybody was told', () => {
  const at = (seconds: number) => new Date(Date.UTC(2017, 6, 14, 12, 0, seconds))
  const slot = { choiceUntil: at(10), assignedAt: null }
  expect(mayChoose(slot, at(9))).toBe(true)
  expect(mayChoose(slot, at(10))).toBe(false)
  expect(mayChoose({ ...slot, choiceUntil: null }, at(9))).toBe(false)
  expect(mayChoose({ ...slot, assignedAt: at(1) }, at(9))).toBe(false)
})

describe('RT8 how feedback may be shown becomes stricter only', () => {
  const BOTH: Attribution[] = ['attributed', 'not_for_attribution']
  const shown = (attributionOffered: Attribution[], feedbackOpen: boolean) => ({ attributionOffered, feedbackOpen })
  test('no way by name comes, none without one goes, and nothing opens', () => {
    expect(isLooser(shown(['not_for_attribution'], false), shown(BOTH, false))).toBe('attributionOffered')
    expect(isLooser(shown(BOTH, false), shown(['attributed'], false))).toBe('attributionOffered')
    expect(isLooser(shown(BOTH, false), shown(BOTH, true))).toBe('feedbackOpen')
  })
  test('what is the same, or stricter, may come', () => {
    expect(isLooser(shown(BOTH, true), shown(BOTH, true))).toBeNull()
    expect(isLooser(shown(BOTH, true), shown(['not_for_attribution'], false))).toBeNull()
    expect(isLooser(shown(['attributed'], true), shown(BOTH, false))).toBeNull()
  })
})
