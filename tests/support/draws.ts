/** What a seed draws: the same again and again, so that a play that failed can be played again. */
export function drawn(seed: number) {
  let state = (seed * 2_654_435_761) >>> 0
  const below = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  return { below, of: <T>(list: readonly T[]): T | undefined => list[below(list.length)] }
}
export type Draw = ReturnType<typeof drawn>

/** FUZZ_SEEDS=200 plays so many in place of those named (M1). */
export const seedsOr = (seeds: readonly number[]): readonly number[] =>
  process.env.FUZZ_SEEDS ? Array.from({ length: Number(process.env.FUZZ_SEEDS) }, (_, seed) => seed + 1) : seeds
