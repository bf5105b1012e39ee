import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONTRIBUTION_KINDS, LINKED_KINDS } from '../../shared/links.ts'
import { type Dependency, isHeldUp, isLate, isPast, MEASURE_STATES, ringThrough } from '../../shared/rules/measures.ts'
import {
  languagesOfReport,
  maySummaryRestOn,
  numbersOf,
  refusesPart,
  refusesReport,
  stateOfReport,
} from '../../shared/rules/reports.ts'
import { isTraceable, OUTCOMES, outcomeOf, WAYS } from '../../shared/rules/traces.ts'
import { blocksOf } from '../../shared/text.ts'

describe('measures', () => {
  test.each([
    ['2017-09-30', '2017-09-30', false],
    ['2017-09-30', '2017-10-01', true],
    ['2017-09', '2017-09-30', false],
    ['2017-09', '2017-10-01', true],
    ['2017', '2017-12-31', false],
    ['2017', '2018-01-01', true],
  ])('[ME2] due %s, on %s: past is %s', (due, today, past) => {
    expect(isPast(due, today)).toBe(past)
  })

  test('[ME3] late is what was due and is not settled, and nothing without a date', () => {
    const states = MEASURE_STATES.filter((state) => isLate({ due: '2017-06', state }, '2017-07-01'))
    expect(states).toEqual(['proposed', 'decided', 'under_way'])
    expect(MEASURE_STATES.some((state) => isLate({ due: null, state }, '2017-07-01'))).toBe(false)
  })

  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const edge = fc.record({ measureId: id, needs: id }).filter(({ measureId, needs }) => measureId !== needs)

  /** Whether one can walk from one to the other, tried out naively. */
  function reaches(from: string, to: string, edges: readonly Dependency[], seen: readonly string[] = []): boolean {
    if (from === to) return true
    if (seen.includes(from)) return false
    return edges.some((one) => one.measureId === from && reaches(one.needs, to, edges, [...seen, from]))
  }

  test('[ME4] a ring is refused exactly where one would be closed, and what is named is one', () => {
    fc.assert(
      fc.property(id, fc.uniqueArray(id, { maxLength: 4 }), fc.array(edge, { maxLength: 10 }), (own, needs, known) => {
        const others = known.filter(({ measureId }) => measureId !== own)
        const ring = ringThrough(own, needs, known)
        expect(ring !== null).toBe(needs.some((needed) => reaches(needed, own, others)))
        if (!ring) return
        const all = [...others, ...needs.map((needed) => ({ measureId: own, needs: needed }))]
        expect(ring[0]).toBe(own)
        expect(ring.at(-1)).toBe(own)
        for (const [at, next] of ring.slice(1).entries())
          expect(all).toContainEqual({ measureId: ring[at], needs: next })
      }),
    )
  })

  test('[ME4] what a measure waited for before does not count against what it shall wait for now', () => {
    const known = [
      { measureId: 'a', needs: 'b' },
      { measureId: 'b', needs: 'c' },
    ]
    expect(ringThrough('a', ['c'], known)).toBeNull()
    expect(ringThrough('c', ['a'], known)).toEqual(['c', 'a', 'b', 'c'])
  })

  test('[ME5] what waits is held up by what is late, dropped, or due only afterwards', () => {
    const waiting = { due: '2017-09-30', state: 'decided' } as const
    const today = '2017-07-01'
    expect(isHeldUp(waiting, { due: '2017-08', state: 'under_way' }, today)).toBe(false)
    expect(isHeldUp(waiting, { due: '2017-06', state: 'under_way' }, today)).toBe(true)
    expect(isHeldUp(waiting, { due: '2017-06', state: 'done' }, today)).toBe(false)
    expect(isHeldUp(waiting, { due: '2017-08', state: 'dropped' }, today)).toBe(true)
    expect(isHeldUp(waiting, { due: '2017-10', state: 'decided' }, today)).toBe(true)
    expect(isHeldUp(waiting, { due: '2017', state: 'decided' }, today)).toBe(false)
    expect(isHeldUp({ ...waiting, state: 'done' }, { due: '2017-06', state: 'under_way' }, today)).toBe(false)
  })
})

describe('the report', () => {
  const part = (id: string, kind: 'heading' | 'paragraph', more = {}) => ({
    id,
    kind,
    texts: { en: blocksOf('One sentence.'), fr: blocksOf('Une phrase.') },
    editorial: '',
    sources: 1,
    ...more,
  })

  test('[RP1] a paragraph rests on something or says why not; a heading needs neither', () => {
    expect(refusesPart(part('p', 'paragraph'), ['en', 'fr'])).toBeNull()
    expect(refusesPart(part('p', 'paragraph', { sources: 0 }), ['en'])).toEqual({
      code: 'unfounded',
      field: 'editorial',
    })
    expect(refusesPart(part('p', 'paragraph', { sources: 0, editorial: 'Leads in.' }), ['en'])).toBeNull()
    expect(refusesPart(part('h', 'heading', { sources: 0 }), ['en'])).toBeNull()
  })

  test('[RP2] [RP4] a report is in the languages of its title, and each part in all of them', () => {
    expect(languagesOfReport({ fr: 'Rapport', en: 'Report', es: '' })).toEqual(['en', 'fr'])
    expect(refusesReport([part('p', 'paragraph')], ['en', 'fr', 'es'])).toEqual({
      code: 'language_missing',
      field: 'paragraphs.p.texts.es',
    })
    const uneven = part('p', 'paragraph', { texts: { en: blocksOf('One.\nTwo.'), fr: blocksOf('Une.') } })
    expect(refusesReport([uneven], ['en', 'fr'])?.code).toBe('paragraphs_differ')
    expect(refusesReport([part('h', 'heading')], ['en'])?.code).toBe('required')
  })

  test('[RP3] paragraphs are numbered through, past the headings', () => {
    const parts = [part('h', 'heading'), part('a', 'paragraph'), part('i', 'heading'), part('b', 'paragraph')]
    expect([...numbersOf(parts)]).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })
})

describe('a summary', () => {
  test('[RP5] is a draft until it was published', () => {
    expect(stateOfReport({ publishedAt: null })).toBe('draft')
    expect(stateOfReport({ publishedAt: new Date(0) })).toBe('final')
  })

  test('[RP6] rests on what was said, and on nothing that may come to rest on it', () => {
    expect(LINKED_KINDS.filter(maySummaryRestOn)).toEqual([...CONTRIBUTION_KINDS])
  })
})

describe('traces', () => {
  test('[TR1] [TR2] [TR3] [TR5] one outcome for everything that can have happened', () => {
    for (const setAside of [true, false])
      for (const inResult of [true, false])
        for (const inSummary of [true, false])
          for (const ways of [[], ...WAYS.map((way) => [way])]) {
            const outcome = outcomeOf({ inResult, inSummary, ways, setAside })
            expect(OUTCOMES).toContain(outcome)
            expect(outcome === 'taken_up').toBe(inResult)
            expect(outcome === 'set_aside').toBe(!inResult && setAside)
            expect(outcome === 'cited').toBe(!inResult && !setAside && inSummary)
          }
    const nowhere = { inResult: false, inSummary: false, setAside: false }
    expect(outcomeOf({ ...nowhere, ways: ['coded', 'clustered'] })).toBe('merged')
    expect(outcomeOf({ ...nowhere, ways: ['coded'] })).toBe('coded')
    expect(outcomeOf({ ...nowhere, ways: [] })).toBe('undecided')
  })

  test('[TR4] words without a name are traced for who writes with them, and for nobody else', () => {
    const person = { kind: 'person', personId: 'p', signInId: 's' } as const
    const delegate = { ...person, office: [], acting: { delegationId: 'd', role: 'head', membershipId: 'm' } } as const
    const withheld = { kind: 'withheld' } as const
    expect(isTraceable(withheld, delegate)).toBe(false)
    expect(isTraceable(withheld, { ...person, office: ['administrator'], acting: null })).toBe(false)
    expect(isTraceable(withheld, { ...person, office: ['irt'], acting: null })).toBe(true)
    expect(isTraceable({ kind: 'delegation', delegationId: 'e', sealed: false }, delegate)).toBe(true)
    expect(isTraceable(null, delegate)).toBe(true)
  })
})
