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

/**
 * SN3 A later release is made only if none or at least `THRESHOLD` replies were added, likewise taken away, and likewise stay:
 * what stays is whose version did not change, and versions are seen of those who also reply by name.
 */
export function mayReleaseAgain(before: readonly string[], now: readonly string[]): boolean {
  const added = now.filter((id) => !before.includes(id)).length
  const removed = before.filter((id) => !now.includes(id)).length
  if (added + removed === 0) return true
  return [added, removed, before.length - removed].every((replies) => replies === 0 || replies >= THRESHOLD)
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

// What a file that leaves the house may say about replies without a name. Everything in it is read together with every
// other file, with the list of those who replied by name, and with whatever a reader knows of the deadline: so no figure
// may differ from another by fewer than THRESHOLD delegations, and no decision may rest on what the file does not show.

/**
 * SN5 A delegation is named as having replied only if it replied by name: at least one attributed answer, or a letter and
 * no answers, where attribution was offered. A letter beside answers that are all not for attribution is not listed either:
 * it would say that one of the unnamed replies is theirs. How many answers a named delegation gave is never said.
 */
export function repliedByName(reply: {
  attributed: number
  unnamed: number
  letter: boolean
  attributionOffered: boolean
}): boolean {
  return reply.attributed > 0 || (reply.unnamed === 0 && reply.letter && reply.attributionOffered)
}

/**
 * SN6 Counts of statements and States, whole, by question and by region, are of named replies alone, so that nothing is left
 * when the named are subtracted. Delegations that gave no name at all stand in one figure of their own, as it was when the
 * list closed: at least THRESHOLD of them, and after a second closing the earlier figure unless SN3 allows a new one.
 */
export function unnamedRespondents(atEachClosing: readonly (readonly string[])[]): readonly string[] {
  let standing: readonly string[] = []
  for (const now of atEachClosing) if (now.length >= THRESHOLD && mayReleaseAgain(standing, now)) standing = now
  return standing
}

/**
 * SN7 How many could have written an unnamed reply, for SN2, counted from what the file or the page itself shows: the delegations
 * it names by an answer but not under this question, and the figure of SN6. What is left out then says no more than what is
 * shown. A delegation named by its letter alone is known to have answered nothing.
 */
export function couldHaveWritten(
  named: readonly string[],
  namedHere: readonly string[],
  unnamed: readonly string[],
): number {
  return new Set([...named, ...unnamed].filter((id) => !namedHere.includes(id))).size
}

/**
 * SN2, SN3 What a question's next release holds; null where the earlier one is served, or none at all. A release without
 * replies is one too: else the first late reply would stand out as what two files differ by.
 */
export function nextRelease(
  before: readonly string[] | null,
  now: readonly string[],
  authors: number,
): readonly string[] | null {
  if (!mayReleaseUnnamed(authors)) return null
  if (before === null) return now
  const changed = now.some((id) => !before.includes(id)) || before.some((id) => !now.includes(id))
  return changed && mayReleaseAgain(before, now) ? now : null
}

/** What a filter can ask of a reply beside its words and its question: each can name a State. */
export type AuthorFilter = {
  delegation: readonly unknown[]
  region: readonly unknown[]
  language: readonly unknown[]
  group?: unknown
}

/** SN8 A filter that touches the author leaves unnamed replies out, with every figure about them. */
export const touchesAuthor = (filter: AuthorFilter): boolean =>
  filter.delegation.length > 0 || filter.region.length > 0 || filter.language.length > 0 || filter.group !== undefined

/**
 * SN9 The choice in an unnamed reply is shown only in a tally, merged (SN4) until each part rests on THRESHOLD replies;
 * none at all when one part would remain, for that says what everybody chose.
 */
export function tallyOfUnnamed<K>(figures: ReadonlyMap<K, number>): Part<K>[] | null {
  const parts = mergeSmall(figures)
  return parts.length > 1 && parts.every((part) => part.figure >= THRESHOLD) ? parts : null
}

/** SN10 Fewest delegations behind one choice inside a part. */
export const CHOICE_FLOOR = 3

export type Figures<O> = { choices: O[]; figure: number }[]
export type Tally<G, O> = {
  answered: number
  all: Figures<O> | null
  parts: { groups: G[]; answered: number; figures: Figures<O> | null }[]
}

/**
 * SN11 What may be said of choices by group. None at all under THRESHOLD delegations, and no break-down under twice as many
 * (R1). Groups are merged, never blanked, until each part and what is left of the whole rest on THRESHOLD (R2); `frozen` is the
 * partition of an earlier release (R4). Choices are merged in the same way for the whole and for every part, so that parts
 * subtracted from the whole say nothing new, until no part shows fewer than CHOICE_FLOOR behind one; where that leaves one
 * choice, the part shows none, for it would say what all of it chose (R3).
 */
export function tallyOf<G, O>(
  answers: readonly { group: G; choice: O }[],
  choices: readonly O[],
  frozen: readonly (readonly G[])[] | null = null,
): Tally<G, O> | null {
  if (answers.length < THRESHOLD) return null
  const parts = answers.length < 2 * THRESHOLD ? [] : partition(answers, frozen)
  const broken = parts.length > 1 ? mergedChoices(answers, choices, parts) : null
  const whole = broken ?? mergedChoices(answers, choices, [[...new Set(answers.map(({ group }) => group))]])
  const within = (groups: readonly G[]) => answers.filter(({ group }) => groups.includes(group))
  return {
    answered: answers.length,
    all: whole?.map((merged) => ({ choices: merged, figure: countOf(answers, merged) })) ?? null,
    parts:
      parts.length > 1
        ? parts.map((groups) => ({
            groups,
            answered: within(groups).length,
            figures: broken?.map((merged) => ({ choices: merged, figure: countOf(within(groups), merged) })) ?? null,
          }))
        : [],
  }
}

function partition<G>(answers: readonly { group: G }[], frozen: readonly (readonly G[])[] | null): G[][] {
  const figures = new Map<G, number>()
  for (const { group } of answers) figures.set(group, (figures.get(group) ?? 0) + 1)
  if (frozen === null) return mergeSmall(figures).map(({ keys }) => keys)
  const known = new Set(frozen.flat())
  const large = (groups: readonly G[]) => groups.reduce((sum, group) => sum + (figures.get(group) ?? 0), 0) >= THRESHOLD
  // A group that was not there before, or a part that shrank, would have to be shown by a new partition: none is shown.
  return [...figures.keys()].every((group) => known.has(group)) && frozen.every(large)
    ? frozen.map((one) => [...one])
    : []
}

const countOf = <O>(answers: readonly { choice: O }[], merged: readonly O[]) =>
  answers.filter(({ choice }) => merged.includes(choice)).length

/** The choices merged until in each part each rests on CHOICE_FLOOR; null when that leaves one. */
function mergedChoices<G, O>(
  answers: readonly { group: G; choice: O }[],
  choices: readonly O[],
  parts: readonly (readonly G[])[],
): O[][] | null {
  let merged = choices.map((choice) => [choice])
  const leastIn = (options: readonly O[]) =>
    Math.min(
      ...parts.map((groups) =>
        countOf(
          answers.filter(({ group }) => groups.includes(group)),
          options,
        ),
      ),
    )
  while (merged.length > 1) {
    const sorted = merged.toSorted((a, b) => leastIn(a) - leastIn(b))
    const [smallest, next, ...others] = sorted
    if (!smallest || !next || leastIn(smallest) >= CHOICE_FLOOR) break
    merged = [...others, choices.filter((choice) => smallest.includes(choice) || next.includes(choice))]
  }
  return merged.length > 1 ? merged.toSorted((a, b) => choices.indexOf(a[0]!) - choices.indexOf(b[0]!)) : null
}

/**
 * SN12 A later release of the same question is made only if in every part of the first none or at least THRESHOLD delegations
 * were added, and likewise went; whoever changed the answer is both (R5). Else the earlier figures are served.
 */
export function mayTellAgain<G, O>(
  before: ReadonlyMap<string, { group: G; choice: O }>,
  now: ReadonlyMap<string, { group: G; choice: O }>,
  parts: readonly (readonly G[])[],
): boolean {
  const differs = (a: ReadonlyMap<string, { choice: O }>, id: string, choice: O) => a.get(id)?.choice !== choice
  const changedIn = (
    one: ReadonlyMap<string, { group: G; choice: O }>,
    other: ReadonlyMap<string, { group: G; choice: O }>,
    groups: readonly G[],
  ) => [...one].filter(([id, { group, choice }]) => groups.includes(group) && differs(other, id, choice)).length
  const whole = [...new Set([...before.values(), ...now.values()].map(({ group }) => group))]
  return (parts.length > 0 ? parts : [whole]).every((groups) =>
    [changedIn(now, before, groups), changedIn(before, now, groups)].every((n) => n === 0 || n >= THRESHOLD),
  )
}
