/** SN1 Fewest delegations behind a figure or a text without a name. Never below 3. */
export const THRESHOLD = 5

export type StatementLink = { delegationId: string; groupId: string | null; roster: readonly string[] }
export type Alignment = { delegationId: string }

/**
 * NU1 Two figures side by side: statements, and distinct States. NU2 Each State counts once, by its strongest link:
 * own answer, else its own act of alignment, else the roster of a group's statement.
 */
export function countStates(statements: readonly StatementLink[], alignments: readonly Alignment[]) {
  const own = new Set(statements.filter((s) => s.groupId === null).map((s) => s.delegationId))
  const aligned = new Set(alignments.map((a) => a.delegationId).filter((id) => !own.has(id)))
  const covered = new Set(
    statements
      .filter((s) => s.groupId !== null)
      .flatMap((s) => s.roster)
      .filter((id) => !own.has(id) && !aligned.has(id)),
  )
  return {
    statements: statements.length,
    groupStatements: statements.filter((s) => s.groupId !== null).length,
    states: {
      own: own.size,
      aligned: aligned.size,
      covered: covered.size,
      all: own.size + aligned.size + covered.size,
    },
  }
}

/** NU3 A statement speaks for the group's members of that day, but those excepted, and those who joined. */
export function rosterOf(members: readonly string[], excepted: readonly string[], joined: readonly string[]): string[] {
  return [...new Set([...members.filter((id) => !excepted.includes(id)), ...joined])]
}

/**
 * SN2 Replies without a name leave the house only when the list is closed, in drawn order, and only if at least
 * `THRESHOLD` delegations could have written each: those that submitted and have no attributed reply to the question.
 */
export const mayReleaseUnnamed = (couldHaveWritten: number) => couldHaveWritten >= THRESHOLD

/** SN3 A later release is made only if none or at least `THRESHOLD` replies were added, and likewise taken away. */
export function mayReleaseAgain(before: readonly string[], now: readonly string[]): boolean {
  const added = now.filter((id) => !before.includes(id)).length
  const removed = before.filter((id) => !now.includes(id)).length
  return [added, removed].every((changed) => changed === 0 || changed >= THRESHOLD)
}

export type Part<K> = { keys: K[]; figure: number }

/** SN4 Merge, never blank: the two smallest parts become one until each rests on at least `threshold` delegations. */
export function mergeSmall<K>(figures: ReadonlyMap<K, number>, threshold: number = THRESHOLD): Part<K>[] {
  const parts = [...figures].map(([key, figure]) => ({ keys: [key], figure }))
  for (;;) {
    parts.sort((a, b) => a.figure - b.figure)
    const [smallest, next] = parts
    if (!smallest || !next || smallest.figure >= threshold) return parts
    parts.splice(0, 2, { keys: [...smallest.keys, ...next.keys], figure: smallest.figure + next.figure })
  }
}
