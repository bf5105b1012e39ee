/** WCAG 2.2.1, and time enough to finish a sentence. */
export const WARNED_MS = 120_000

export type Ends = { idleUntil: number; until: number }

/**
 * What is to be said at this moment, all by the server’s clock: nothing; that the sign-in ends for want of use, which a click
 * prevents; or that it ends whatever is done. And when to look again.
 */
export function endingAt(ends: Ends, now: number): { warn: 'idle' | 'absolute' | null; at: number; lookIn: number } {
  const at = Math.min(ends.idleUntil, ends.until)
  const warnFrom = at - WARNED_MS
  if (now < warnFrom) return { warn: null, at, lookIn: warnFrom - now }
  return { warn: ends.until <= ends.idleUntil ? 'absolute' : 'idle', at, lookIn: 5_000 }
}
