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

// ── what is given out of a room ──────────────────────────────────────────────────────────────────────────────────────────
// Here everybody knows who could answer, often who did, and a question is asked again: figures are read together with the
// figures before them. One classification only, the regional groups; no filter and no second way of cutting.

/** SN10 Fewest delegations behind one choice within a part; with it no part is told to hold all or none. */
export const CHOICE_FLOOR = 3

/** Delegations by regional group and choice; a group that could have answered and did not stands in it empty. */
export type Tally<R, O> = ReadonlyMap<R, ReadonlyMap<O, number>>
export type Figures<R, O> = {
  answered: number
  all: Part<O>[] | null
  parts: { regions: R[]; answered: number; figures: Part<O>[] | null }[]
}

const sum = (figures: Iterable<number>) => [...figures].reduce((total, figure) => total + figure, 0)

/** Sets of keys merged (SN4) until each is large enough; null where one would remain, for that says what everybody chose. */
function mergedSets<K>(
  sets: readonly (readonly K[])[],
  sizeOf: (set: readonly K[]) => number,
  floor: number,
): K[][] | null {
  const parts = mergeSmall(new Map(sets.map((set) => [set, sizeOf(set)])), floor)
  if (parts.length < 2 || parts.some(({ figure }) => figure < floor)) return null
  // As they stood in the sets, and not by size: an order by figures would say which is larger where a figure is left out.
  const order = sets.flat()
  return parts
    .map(({ keys }) => keys.flat().toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
    .toSorted((a, b) => order.indexOf(a[0]!) - order.indexOf(b[0]!))
}

/** The finest sets of which each of both is a part. */
function joined<K>(one: readonly (readonly K[])[], other: readonly (readonly K[])[]): K[][] {
  let sets = one.map((set) => [...set])
  for (const set of other) {
    const touched = sets.filter((known) => known.some((key) => set.includes(key)))
    if (touched.length > 1) sets = [touched.flat(), ...sets.filter((known) => !touched.includes(known))]
  }
  return sets
}

/**
 * SN11 Figures of one moment. None at all from fewer than THRESHOLD delegations, by region only from twice as many, the groups
 * merged until each part and each complement holds THRESHOLD. Choices are merged for the whole, and then alike in all parts: what is
 * left of the whole when the other parts are taken away is then never finer than what the last part itself shows.
 * `earlier` is the release before, whose sets are kept or merged further, never cut anew.
 */
export function figuresOf<R, O>(
  tally: Tally<R, O>,
  options: readonly O[],
  {
    partition,
    earlier,
  }: { partition?: readonly (readonly R[])[] | undefined; earlier?: Figures<R, O> | undefined } = {},
): Figures<R, O> | null {
  const regions = [...tally.keys()]
  const count = (within: readonly R[], of: readonly O[]) =>
    sum(within.flatMap((region) => of.map((option) => tally.get(region)?.get(option) ?? 0)))
  const figured = (within: readonly R[], sets: readonly O[][]) =>
    sets.map((keys) => ({ keys, figure: count(within, keys) }))
  const answered = count(regions, options)
  if (answered < THRESHOLD) return null

  const known = earlier ? (earlier.all?.map(({ keys }) => keys) ?? [[...options]]) : options.map((option) => [option])
  const sets = mergedSets(known, (set) => count(regions, set), CHOICE_FLOOR)
  const all = sets && figured(regions, sets)
  const whole: Figures<R, O> = { answered, all, parts: [] }
  if (answered < 2 * THRESHOLD || (earlier && earlier.parts.length === 0)) return whole

  const frozen = earlier?.parts.map((part) => part.regions) ?? partition ?? []
  const groups = [...frozen, ...regions.filter((region) => !frozen.flat().includes(region)).map((region) => [region])]
  const parts = mergedSets(groups, (group) => count(group, options), THRESHOLD)
  if (!parts) return whole
  const shownBefore = earlier?.parts[0]?.figures
  const alike =
    sets && shownBefore !== null
      ? mergedSets(
          joined(sets, shownBefore?.map(({ keys }) => keys) ?? []),
          (set) => Math.min(...parts.map((part) => count(part, set))),
          CHOICE_FLOOR,
        )
      : null
  return {
    ...whole,
    parts: parts.map((part) => ({
      regions: part,
      answered: count(part, options),
      figures: alike && figured(part, alike),
    })),
  }
}

/** What the earlier figures say of a set that is made of theirs. */
const within = <K>(figures: readonly Part<K>[], keys: readonly K[]) =>
  sum(figures.filter((part) => part.keys.every((key) => keys.includes(key))).map(({ figure }) => figure))

/**
 * SN12 Whether figures may be given out after others: nothing that both say, of the whole, of a part or of a choice in one,
 * differs by fewer than THRESHOLD delegations. What came and went beneath a figure without changing it is in neither.
 */
export function mayFollow<R, O>(before: Figures<R, O>, next: Figures<R, O>): boolean {
  const safe = (change: number) => change === 0 || Math.abs(change) >= THRESHOLD
  const alike = (was: readonly Part<O>[] | null, is: readonly Part<O>[] | null) =>
    was === null || is === null || is.every(({ keys, figure }) => safe(figure - within(was, keys)))
  if (!safe(next.answered - before.answered) || !alike(before.all, next.all)) return false
  return next.parts.every((part) => {
    const was = before.parts.filter(({ regions }) => regions.every((region) => part.regions.includes(region)))
    if (was.length === 0) return true
    const figures = was.every((one) => one.figures !== null)
      ? was[0]!.figures!.map(({ keys }, at) => ({ keys, figure: sum(was.map((one) => one.figures![at]!.figure)) }))
      : null
    return safe(part.answered - sum(was.map((one) => one.answered))) && alike(figures, part.figures)
  })
}

/**
 * SN13 What is given out when a question has been asked once more: the new figures, or without the regions, or else the earlier
 * ones again. Compared with every release so far, for two that are far from a third can be close to each other.
 */
export function nextFigures<R, O>(
  releases: readonly Figures<R, O>[],
  tally: Tally<R, O>,
  options: readonly O[],
  partition?: readonly (readonly R[])[],
): Figures<R, O> | null {
  const earlier = releases.at(-1)
  const next = figuresOf(tally, options, { partition, earlier })
  if (!earlier) return next
  const possible = next ? [next, { ...next, parts: [] }] : []
  const found = possible.find((one) => releases.every((release) => mayFollow(release, one))) ?? earlier
  // What says the same is the same release: that nobody, or that somebody unseen, changed an answer is not told apart.
  return JSON.stringify(found) === JSON.stringify(earlier) ? earlier : found
}
