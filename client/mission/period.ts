import { instantOf, wallTime } from '@consultation/shared/rules/deadlines.ts'

/** The first moment of the day in the zone. */
export const startOf = (day: string, zone: string) => instantOf(`${day}T00:00`, zone).toISOString()

/** Until the end of that day: the membership ends with the first moment of the next. */
export function endOf(day: string, zone: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return startOf(next, zone)
}

/** The last day of a period that ends at this instant, as a date field shows it. */
export const lastDay = (until: string, zone: string) => wallTime(new Date(Date.parse(until) - 1), zone).slice(0, 10)
export const dayOf = (at: string, zone: string) => wallTime(new Date(at), zone).slice(0, 10)
