import { formatDate, formatTime, zoneName } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'

type Span = { startsAt: string; endsAt: string }

/** From when to when at the clock of a place, whose time that is said once. `untilDate`: where it ends on another day. */
export function hoursAt({ startsAt, endsAt }: Span, language: Language, zone: string) {
  const [date, last] = [startsAt, endsAt].map((at) => formatDate(at, language, zone, { weekday: true }))
  return {
    date: date!,
    from: formatTime(startsAt, language, zone),
    untilDate: last === date ? null : last!,
    until: formatTime(endsAt, language, zone),
    zone: zoneName(zone, language, startsAt),
  }
}

/** Whether the clocks of two places show another day or hour. */
export const clocksDiffer = (at: string, language: Language, one: string, other: string): boolean =>
  formatDate(at, language, one) !== formatDate(at, language, other) ||
  formatTime(at, language, one) !== formatTime(at, language, other)
