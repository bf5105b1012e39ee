import type { Caller } from '@consultation/shared/rules/access.ts'

/**
 * What a caller's rights rest on. The server may remember it from an earlier call, but never believes it: PostgreSQL compares
 * it with what is true, in the packet that opens each transaction of the caller (function `come_in` in the migrations).
 */
export type Standing = {
  readonly signInId: string
  /** The rights in one text, as PostgreSQL said them. */
  readonly rights: string
  /** How long after its beginning such a sign-in ends, in hours. */
  readonly hours: number
  /** Whether it was found true during this call, by looking it up or by a transaction. */
  confirmed: boolean
  /** Looks up who asks now. Refuses: not_acting_for. */
  afresh(): Promise<Caller>
}

/** What was remembered is no longer true: nothing was done. Never told to anybody; the call is made again by who asks now. */
export class Outdated extends Error {}

// Beside the callers, which domains hand round and compare: one object per call.
const standings = new WeakMap<Caller, Standing>()

export function restOn(caller: Caller, standing: Standing): Caller {
  standings.set(caller, standing)
  return caller
}

export const standingOf = (caller: Caller): Standing | undefined => standings.get(caller)
