import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Circulation,
  dayIn,
  deadlineWarnings,
  instantOf,
  type Window,
  wallTime,
  windowAt,
  windowStaysUntil,
  workingDaysBetween,
} from '../../shared/rules/deadlines.ts'

const at = (text: string) => new Date(text)
const CLOSES = at('2017-06-23T22:00:00.000Z')
const MOMENT = 1
const HOUR = 3_600_000
const plus = (date: Date, ms: number) => new Date(date.getTime() + ms)

const list = (changed: Partial<Circulation> = {}): Circulation => ({
  circulatedAt: at('2017-05-31T14:00:00Z'),
  closedAt: null,
  closesAt: CLOSES,
  extendedTo: null,
  lateAnswers: 'refused',
  ...changed,
})

describe('when a list is open', () => {
  const cases: [string, Partial<Circulation>, Date, Window][] = [
    ['a draft is not', { circulatedAt: null }, CLOSES, 'not_open'],
    ['a moment before the deadline it is', {}, plus(CLOSES, -MOMENT), 'open'],
    ['[P6] DL1 the deadline itself still counts', {}, CLOSES, 'open'],
    ['[P6] DL3 a moment later it is closed, where late answers are refused', {}, plus(CLOSES, MOMENT), 'closed'],
    ['[P6] DL3 and late, where they are marked', { lateAnswers: 'marked' }, plus(CLOSES, MOMENT), 'late'],
    ['[C13] DL2 an extension replaces the deadline', { extendedTo: plus(CLOSES, HOUR) }, plus(CLOSES, MOMENT), 'open'],
    ['[C13] DL2 to its own last moment', { extendedTo: plus(CLOSES, HOUR) }, plus(CLOSES, HOUR), 'open'],
    ['[C13] DL2 and no longer', { extendedTo: plus(CLOSES, HOUR) }, plus(CLOSES, HOUR + MOMENT), 'closed'],
    ['DL4 closed by staff it takes nothing more', { closedAt: plus(CLOSES, -HOUR) }, plus(CLOSES, -HOUR), 'closed'],
    ['DL4 nor what would be late', { closedAt: CLOSES, lateAnswers: 'marked' }, plus(CLOSES, HOUR), 'closed'],
    [
      'DL4 but from a delegation with an extension of its own',
      { closedAt: CLOSES, extendedTo: plus(CLOSES, HOUR) },
      plus(CLOSES, MOMENT),
      'open',
    ],
  ]
  test.each(cases)('%s', (_name, changed, now, window) => {
    expect(windowAt(list(changed), now)).toBe(window)
  })

  test('[P6] until the deadline in force every moment is open, after it none is', () => {
    const moments = fc.integer({ min: -5 * HOUR, max: 5 * HOUR })
    fc.assert(
      fc.property(
        moments,
        fc.option(moments, { nil: null }),
        fc.constantFrom('refused' as const, 'marked' as const),
        (offset, extension, lateAnswers) => {
          const extendedTo = extension === null ? null : plus(CLOSES, extension)
          const now = plus(CLOSES, offset)
          const window = windowAt(list({ extendedTo, lateAnswers }), now)
          expect(window === 'open').toBe(now <= (extendedTo ?? CLOSES))
          if (window !== 'open') expect(window).toBe(lateAnswers === 'marked' ? 'late' : 'closed')
        },
      ),
    )
  })
})

test('[P6] until the next instant that is named no window becomes another by the clock', () => {
  const few = fc.integer({ min: 0, max: 6 }).map((ms) => plus(CLOSES, ms))
  const time = fc.option(few, { nil: null })
  fc.assert(
    fc.property(time, time, time, few, few, fc.constantFrom('refused' as const, 'marked' as const), (...drawn) => {
      const [closesAt, extendedTo, closedAt, now, later, lateAnswers] = drawn
      const circulation = list({ closesAt, extendedTo, closedAt, lateAnswers })
      const until = windowStaysUntil(circulation, now)
      if (later >= now && (until === null || later < until))
        expect(windowAt(circulation, later)).toBe(windowAt(circulation, now))
    }),
    { numRuns: 2_000 },
  )
})

describe('from a wall clock to a moment', () => {
  test('six in the evening in New York is 22:00 UTC in June and 23:00 in December', () => {
    expect(instantOf('2017-06-23T18:00', 'America/New_York')).toEqual(at('2017-06-23T22:00:00Z'))
    expect(instantOf('2017-12-22T18:00', 'America/New_York')).toEqual(at('2017-12-22T23:00:00Z'))
  })
  test('of two moments that show the same time it is the earlier', () => {
    expect(instantOf('2026-11-01T01:30', 'America/New_York')).toEqual(at('2026-11-01T05:30:00Z'))
  })
  test('a time that the clocks jump over is the one they show instead', () => {
    expect(wallTime(instantOf('2026-03-08T02:30', 'America/New_York'), 'America/New_York')).toBe('2026-03-08T03:30')
  })
  test('every zone shows at the moment the time that was set, but where its clocks jump over it', () => {
    const zones = [
      ...['America/New_York', 'Africa/Accra', 'Africa/Cairo', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Apia'],
      ...['Australia/Lord_Howe', 'Europe/Oslo', 'America/St_Johns', 'Pacific/Chatham', 'Asia/Tehran'],
    ]
    const minutes = fc.integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2032, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const local = new Date(minute * 60_000).toISOString().slice(0, 16)
        const instant = instantOf(local, zone)
        const shown = wallTime(instant, zone)
        if (shown === local) {
          expect(dayIn(instant, zone)).toBe(local.slice(0, 10))
          // The earlier one: an hour and two hours before, the clock shows another time.
          for (const hours of [0.5, 1, 2]) expect(wallTime(plus(instant, -hours * HOUR), zone)).not.toBe(local)
        } else {
          // Jumped over: no moment of the day around shows it.
          for (let quarter = -8; quarter <= 8; quarter++) {
            expect(wallTime(plus(instant, (quarter * HOUR) / 4), zone)).not.toBe(local)
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('[C12] whoever sets a deadline is warned', () => {
  const now = at('2026-05-04T15:00:00Z')
  const ofNewYork = (day: string) => instantOf(`${day}T18:00`, 'America/New_York')
  test.each([
    ['of nothing on an ordinary day in time', '2026-05-22', []],
    ['of a Saturday', '2026-05-23', ['weekend']],
    ['of Memorial Day', '2026-05-25', ['holiday']],
    ['of Christmas', '2026-12-25', ['holiday']],
    ['of the general debate', '2026-09-22', ['general_debate']],
    ['of fewer than ten working days', '2026-05-15', ['short']],
    ['of a Sunday in a few days', '2026-05-10', ['weekend', 'short']],
    ['of a day that is over', '2026-05-01', ['past', 'short']],
  ])('%s', (_name, day, warnings) => {
    expect(deadlineWarnings(ofNewYork(day), now)).toEqual(warnings)
  })
  test('ten working days are enough, nine are not', () => {
    expect(workingDaysBetween(now, ofNewYork('2026-05-18'))).toBe(10)
    expect(deadlineWarnings(ofNewYork('2026-05-18'), now)).toEqual([])
    expect(deadlineWarnings(ofNewYork('2026-05-17'), now)).toContain('short')
  })
  test('the day is New York’s: late on Friday there is Saturday in Kathmandu, and no weekend', () => {
    expect(deadlineWarnings(instantOf('2026-05-23T03:00', 'Asia/Kathmandu'), now)).toEqual([])
  })
})
