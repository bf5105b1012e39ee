import { z } from 'zod'

export const Id = z.uuid()
/** Made when a form opens and kept until it is answered: the same command twice is done once. */
export const CommandId = z.uuid()
export const Instant = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
export const Digest = z.string().regex(/^[0-9a-f]{64}$/)
export const Done = z.strictObject({ done: z.literal(true) })
export const PAGE_MAX = 100
export const Cursor = z.string().max(500).optional()
/** A query's list: `region=a&region=b` or `region=a`. */
export const many = <S extends z.ZodType>(item: S) =>
  z
    .union([z.array(item).max(250), item])
    .optional()
    .transform((value): z.output<S>[] =>
      value === undefined ? [] : Array.isArray(value) ? value : [value as z.output<S>],
    )
export const whole = (min: number, max: number) => z.coerce.number<string | number>().int().min(min).max(max)
// Asked for every reply that holds a deadline; making a format each time costs more than the rest of the check.
const knownZones = new Set<string>()
export const TimeZone = z
  .string()
  .max(60)
  .refine((zone) => {
    if (knownZones.has(zone)) return true
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone })
      if (knownZones.size < 1_000) knownZones.add(zone)
      return true
    } catch {
      return false
    }
  }, 'invalid')
/** The Organization's own clock. */
export const NEW_YORK = 'America/New_York'
