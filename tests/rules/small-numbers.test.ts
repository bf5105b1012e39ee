import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CHOICE_FLOOR,
  type Figures,
  figuresOf,
  nextFigures,
  type Part,
  type Tally,
  THRESHOLD,
} from '../../shared/rules/numbers.ts'
import { TEMPERATURE_CHOICES, type TemperatureChoice } from '../../shared/rules/temperature.ts'

type Region = 'africa' | 'asia' | 'east' | 'latin' | 'west' | null
const REGIONS: Region[] = ['africa', 'asia', 'east', 'latin', 'west', null]
type Answers = ReadonlyMap<number, TemperatureChoice>

const regionOf = (delegation: number) => REGIONS[delegation % 6]!
function tallied(answers: Answers): Tally<Region, TemperatureChoice> {
  const tally = new Map<Region, Map<TemperatureChoice, number>>(REGIONS.map((region) => [region, new Map()]))
  for (const [delegation, choice] of answers) {
    const row = tally.get(regionOf(delegation))!
    row.set(choice, (row.get(choice) ?? 0) + 1)
  }
  return tally
}
const total = (parts: readonly Part<unknown>[]) => parts.reduce((sum, { figure }) => sum + figure, 0)

const delegation = fc.nat({ max: 89 })
const choice = fc.constantFrom(...TEMPERATURE_CHOICES)
const answers = fc.array(fc.tuple(delegation, choice), { maxLength: 90 }).map((pairs) => new Map(pairs))
/** Rounds that follow one another: many change their mind, or one alone, or nobody. */
const change = fc.array(fc.tuple(delegation, fc.option(choice, { freq: 4 })), { maxLength: 40 })
const few = fc.array(fc.tuple(delegation, fc.option(choice)), { maxLength: 3 })
/** A whole bench moves together: what a second round is for. */
const bench = fc.tuple(fc.nat({ max: 5 }), choice).map(([at, to]) => ({ at, to }))
const history = fc.tuple(answers, fc.array(fc.oneof(change, few, bench), { minLength: 1, maxLength: 3 }))

function rounds([first, changes]: [
  Answers,
  ({ at: number; to: TemperatureChoice } | [number, TemperatureChoice | null][])[],
]) {
  const all = [new Map(first)]
  for (const step of changes) {
    const next = new Map(all.at(-1))
    if (Array.isArray(step))
      for (const [id, to] of step) {
        if (to === null) next.delete(id)
        else next.set(id, to)
      }
    else for (let id = step.at; id < 90; id += 6) next.set(id, step.to)
    all.push(next)
  }
  return all
}

function isSafe(figures: Figures<Region, TemperatureChoice>) {
  const { answered, all, parts } = figures
  expect(answered).toBeGreaterThanOrEqual(THRESHOLD)
  const sets = all ? [{ figures: all, answered }] : []
  for (const part of parts) {
    expect(part.answered).toBeGreaterThanOrEqual(THRESHOLD)
    // What is left of the whole without this part, or without all others.
    expect(answered - part.answered).toBeGreaterThanOrEqual(THRESHOLD)
    if (part.figures) sets.push({ figures: part.figures, answered: part.answered })
  }
  if (parts.length > 0) expect(parts.reduce((sum, part) => sum + part.answered, 0)).toBe(answered)
  for (const one of sets) {
    expect(total(one.figures)).toBe(one.answered)
    for (const { figure } of one.figures) {
      expect(figure).toBeGreaterThanOrEqual(CHOICE_FLOOR)
      expect(one.answered - figure).toBeGreaterThanOrEqual(CHOICE_FLOOR)
    }
  }
}

test('[R1] no figure under five delegations, none by region under ten', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const figures = figuresOf(tallied(given), TEMPERATURE_CHOICES)
      if (given.size < THRESHOLD) expect(figures).toBeNull()
      else expect(figures?.answered).toBe(given.size)
      if (given.size < 2 * THRESHOLD) expect(figures?.parts ?? []).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})

test('[R2] [R3] each part and each complement holds five, and no part is told to hold all or none', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const figures = figuresOf(tallied(given), TEMPERATURE_CHOICES)
      if (figures) isSafe(figures)
    }),
    { numRuns: 10_000 },
  )
})

test('[R3] what the other parts leave of the whole is never finer than what the last part shows', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const figures = figuresOf(tallied(given), TEMPERATURE_CHOICES)
      for (const part of figures?.parts ?? [])
        for (const { keys } of part.figures ?? []) {
          const covered = figures!.all!.filter((one) => one.keys.some((key) => keys.includes(key)))
          expect(covered.flatMap((one) => one.keys).sort()).toEqual([...keys].sort())
        }
    }),
    { numRuns: 3_000 },
  )
})

test('[R4] [R5] any two releases of one question differ nowhere by fewer than five, however often it is asked', () => {
  let anew = 0
  fc.assert(
    fc.property(history, (steps) => {
      const releases: Figures<Region, TemperatureChoice>[] = []
      for (const given of rounds(steps)) {
        const figures = nextFigures(releases, tallied(given), TEMPERATURE_CHOICES)
        if (figures && releases.at(-1) !== figures) {
          if (releases.length > 0) anew++
          releases.push(figures)
        }
      }
      releases.forEach(isSafe)
      for (const [at, one] of releases.entries()) {
        const before = releases[at - 1]
        if (before) isCutAlike(before, one)
      }
      for (const [at, one] of releases.entries())
        for (const other of releases.slice(at + 1)) {
          for (const difference of [...differences(one, other), ...differences(other, one)]) {
            const far = difference === 0 || Math.abs(difference) >= THRESHOLD
            if (!far) throw new Error(`differ by ${difference}`)
          }
        }
    }),
    { numRuns: 5_000 },
  )
  expect(anew).toBeGreaterThan(100)
})

/** What is told later is made of what was told before, whole. */
function isCutAlike(before: Figures<Region, TemperatureChoice>, later: Figures<Region, TemperatureChoice>) {
  const madeOf = <K>(was: readonly (readonly K[])[], is: readonly (readonly K[])[]) => {
    for (const set of is)
      for (const piece of was) {
        const inside = piece.filter((key) => set.includes(key)).length
        expect([0, piece.length]).toContain(inside)
      }
  }
  const keysOf = (parts: readonly Part<TemperatureChoice>[] | null | undefined) =>
    parts ? parts.map(({ keys }) => keys) : [[...TEMPERATURE_CHOICES]]
  madeOf(keysOf(before.all), later.all ? keysOf(later.all) : [])
  madeOf(
    before.parts.length > 0 ? before.parts.map(({ regions }) => regions) : [REGIONS],
    later.parts.map(({ regions }) => regions),
  )
  madeOf(keysOf(before.parts[0]?.figures), later.parts[0]?.figures ? keysOf(later.parts[0].figures) : [])
}

/** What an attentive reader can take away from one another: every union of regions by every union of choices both tell of. */
function differences(one: Figures<Region, TemperatureChoice>, other: Figures<Region, TemperatureChoice>): number[] {
  const told = (figures: Figures<Region, TemperatureChoice>) => {
    const rows = new Map<string, number>()
    const key = (regions: readonly Region[], keys: readonly string[]) => `${[...regions].sort()}|${[...keys].sort()}`
    const put = (regions: readonly Region[], parts: readonly Part<TemperatureChoice>[] | null, answered: number) => {
      rows.set(key(regions, TEMPERATURE_CHOICES), answered)
      if (!parts) return
      for (let mask = 1; mask < 2 ** parts.length - 1; mask++) {
        const taken = parts.filter((_, at) => mask & (1 << at))
        // One set, or all but one: more than that is the sum of what is told.
        if (taken.length === 1) rows.set(key(regions, taken[0]!.keys), taken[0]!.figure)
      }
    }
    put(REGIONS, figures.all, figures.answered)
    for (const part of figures.parts) put(part.regions, part.figures, part.answered)
    return rows
  }
  const later = told(other)
  const coarser = (name: string) => {
    const [regions = '', keys = ''] = name.split('|')
    return { regions: regions.split(','), keys: keys.split(',') }
  }
  const earlier = told(one)
  return [...later].flatMap(([name, figure]) => {
    const wanted = coarser(name)
    // The same set told before, put together from the finer ones then told.
    const exact = earlier.get(name)
    if (exact !== undefined) return [figure - exact]
    const pieces = [...earlier].filter(([known]) => {
      const is = coarser(known)
      return is.regions.every((r) => wanted.regions.includes(r)) && is.keys.every((k) => wanted.keys.includes(k))
    })
    const sameRegions = pieces.filter(([known]) => coarser(known).regions.length === wanted.regions.length)
    const covers = sameRegions.flatMap(([known]) => coarser(known).keys)
    return covers.length === wanted.keys.length && new Set(covers).size === covers.length
      ? [figure - sameRegions.reduce((sum, [, value]) => sum + value, 0)]
      : []
  })
}

test('the classification of the session is kept for a question that comes after', () => {
  const everyone = new Map(Array.from({ length: 60 }, (_, id) => [id, TEMPERATURE_CHOICES[id % 5]!]))
  const partition: Region[][] = [
    ['africa', 'asia'],
    ['east', 'latin'],
    ['west', null],
  ]
  const figures = figuresOf(tallied(everyone), TEMPERATURE_CHOICES, { partition })
  expect(figures?.parts.map(({ regions }) => regions)).toEqual(partition)
})
