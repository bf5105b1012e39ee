import type { Refusal } from '@consultation/shared/refusals.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import type { FastifyBaseLogger } from 'fastify'

/** What somebody hears who asks for what is not theirs, or is not there. */
const DENIALS: readonly Refusal[] = ['not_found', 'forbidden']
const HOUR_MS = 3_600_000
/** A hundred lines about one person in an hour, then one for each hundred more: nobody fills the disk by asking. */
const LINES_MAX = 100

export type NoteDenial = (caller: Caller | undefined, code: Refusal, call: string) => void

/**
 * T2 The audit of look-ups that were denied: who, which kind of call, how, and how often in this hour.
 * Not what was asked for: whoever asks for a reply that names nobody may be the one who wrote it. And not in the journal: a
 * look-up is read-only, and a line each would let anybody make everybody wait for the stream's lock.
 */
export function denialsIn(log: FastifyBaseLogger): NoteDenial {
  let hour = 0
  const counts = new Map<string, number>()
  return (caller, code, call) => {
    if (caller?.kind !== 'person' || !DENIALS.includes(code)) return
    const now = Math.floor(Date.now() / HOUR_MS)
    if (now !== hour) counts.clear()
    hour = now
    const { personId } = caller
    const times = (counts.get(personId) ?? 0) + 1
    counts.set(personId, times)
    if (times <= LINES_MAX || times % LINES_MAX === 0) log.warn({ personId, code, call, times }, 'denied')
  }
}
