import { headquartersHolidays, isGeneralDebate } from './holidays.ts'

export type Circulation = {
  circulatedAt: Date | null
  closedAt: Date | null
  closesAt: Date | null
  /** An extension for everybody or for this delegation. */
  extendedTo: Date | null
  lateAnswers: 'refused' | 'marked'
}
export type Window = 'not_open' | 'open' | 'late' | 'closed'

/**
 * DL1 The deadline itself still counts as open. DL2 An extension replaces it, also after it has passed.
 * DL3 After it a response is refused, or taken and marked as received late, as the list says.
 * DL4 Staff may close earlier; then nothing more is taken, but from a delegation with an extension of its own.
 */
export function windowAt(list: Circulation, now: Date): Window {
  if (!list.circulatedAt || !list.closesAt) return 'not_open'
  if (list.extendedTo && now <= list.extendedTo) return 'open'
  if (list.closedAt && list.closedAt <= now) return 'closed'
  if (now <= (list.extendedTo ?? list.closesAt)) return 'open'
  return list.lateAnswers === 'marked' ? 'late' : 'closed'
}

/** The next instant at which the window may become another by the clock alone; null where none is ahead. */
export function windowStaysUntil({ extendedTo, closedAt, closesAt }: Circulation, now: Date): Date | null {
  const ahead = [extendedTo, closedAt, closesAt].filter((at) => at !== null && at >= now)
  return ahead.reduce<Date | null>((next, at) => (next === null || (at !== null && at < next) ? at : next), null)
}

/** The instant at which a clock in that zone shows that wall time; the earlier one when it shows it twice. */
export function instantOf(local: string, zone: string): Date {
  const wanted = Date.parse(`${local}:00Z`)
  const before = wanted - offsetAt(new Date(wanted - 86_400_000), zone)
  const after = wanted - offsetAt(new Date(wanted + 86_400_000), zone)
  const earlier = Math.min(before, after)
  return new Date(shows(earlier, zone) === wanted ? earlier : Math.max(before, after))
}

const shows = (instant: number, zone: string) => instant + offsetAt(new Date(instant), zone)

// Making a format costs more than using it a hundred times, and there are only so many zones.
const clocks = new Map<string, Intl.DateTimeFormat>()
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  if (clocks.size < 1_000) clocks.set(zone, made)
  return made
}

function offsetAt(instant: Date, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant)
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'))
  return wall - Math.floor(instant.getTime() / 1000) * 1000
}

/** What a clock in the zone shows: 2017-06-23T18:00. */
export const wallTime = (instant: Date, zone: string) =>
  new Date(instant.getTime() + offsetAt(instant, zone)).toISOString().slice(0, 16)

/** The day in a zone: 2017-06-23. */
export const dayIn = (instant: Date, zone: string) =>
  new Date(instant.getTime() + offsetAt(instant, zone)).toISOString().slice(0, 10)

export const DEADLINE_WARNINGS = ['past', 'weekend', 'holiday', 'general_debate', 'short'] as const
export type DeadlineWarning = (typeof DEADLINE_WARNINGS)[number]
/** DL5 Fewer working days than this and a group cannot agree and then ask 134 capitals. */
export const WORKING_DAYS_MIN = 10

/** DL5 What to tell whoever sets a deadline. Weekends and holidays are New York's: missions work there. */
export function deadlineWarnings(closesAt: Date, now: Date): DeadlineWarning[] {
  const day = dayIn(closesAt, 'America/New_York')
  const warnings: DeadlineWarning[] = []
  if (closesAt <= now) warnings.push('past')
  if (isWeekend(day)) warnings.push('weekend')
  if (isHoliday(day)) warnings.push('holiday')
  if (isGeneralDebate(day)) warnings.push('general_debate')
  if (workingDaysBetween(now, closesAt) < WORKING_DAYS_MIN) warnings.push('short')
  return warnings
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const isHoliday = (day: string) => headquartersHolidays(Number(day.slice(0, 4))).some((holiday) => holiday.date === day)

/** Working days at Headquarters after the first day up to and with the last. */
export function workingDaysBetween(from: Date, to: Date): number {
  const last = dayIn(to, 'America/New_York')
  let day = dayIn(from, 'America/New_York')
  let working = 0
  while (day < last && working < 400) {
    day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    if (!isWeekend(day) && !isHoliday(day)) working++
  }
  return working
}
