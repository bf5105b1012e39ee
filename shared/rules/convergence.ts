import type { RegionalGroup } from '../people.ts'
import type { Association, FeedbackStance } from './feedback.ts'
import { type Figures, figuresOf, mayFollow, type Part, type Tally, THRESHOLD } from './numbers.ts'

// Where views converge. Nothing here decides anything: it is what was said, sorted so that it can be read.

export type Region = RegionalGroup | null
/** One participant's State; observers and entities speak, and are not counted among States. */
export type State = { delegationId: string; region: Region }
/** Feedback on one version of a finding, as it stands now. */
export type Said = {
  versionId: string
  delegationId: string
  /** Null: a State's own. */
  groupId: string | null
  /** For whom a group spoke that day. */
  roster: readonly string[]
  stance: FeedbackStance
  at: number
}
/** A member's own word on what its group said. */
export type Associated = {
  versionId: string
  delegationId: string
  groupId: string
  association: Association
  at: number
}
export const POSITION_BY = ['own', 'association', 'group'] as const
export type PositionBy = (typeof POSITION_BY)[number]
/** What a State's position on a version is, and by which link. */
export type Position = { delegationId: string; region: Region; stance: FeedbackStance; by: PositionBy }

/**
 * CV1 Each State counts once, by its strongest link (NU2): its own feedback, else what it associated itself with, else what a group
 * said for it that day. Who differs from its group is not counted by it.
 * CV2 An association goes along with the words it was given to: when the group gives newer ones, it is not carried over to them.
 * Of several, the State's latest holds.
 * CV3 Covered by groups that say different things, a State is counted by none: only it could tell which of them speaks for it.
 * CV4 Silence is no position: whoever is not here stands in no figure.
 */
export function positionsOn(
  states: readonly State[],
  said: readonly Said[],
  associations: readonly Associated[],
): Position[] {
  const own = new Map(said.filter((one) => one.groupId === null).map((one) => [one.delegationId, one.stance]))
  const groups = said.filter((one) => one.groupId !== null)
  const byGroup = new Map(groups.map((one) => [one.groupId, one]))
  const standing = associations.filter((one) => {
    const words = byGroup.get(one.groupId)
    return words !== undefined && one.at >= words.at
  })
  const ownWords = Map.groupBy(standing, (one) => one.delegationId)
  return states.flatMap(({ delegationId, region }): Position[] => {
    const given = own.get(delegationId)
    if (given) return [{ delegationId, region, stance: given, by: 'own' }]
    const acts = ownWords.get(delegationId) ?? []
    const along = acts
      .filter(({ association }) => association === 'associates')
      .toSorted((a, b) => a.at - b.at || order(a.groupId, b.groupId))
    const last = along.at(-1)
    if (last) return [{ delegationId, region, stance: byGroup.get(last.groupId)!.stance, by: 'association' }]
    const differs = new Set(acts.map(({ groupId }) => groupId))
    const stances = new Set(
      [...byGroup.values()]
        .filter((one) => one.roster.includes(delegationId) && !differs.has(one.groupId!))
        .map(({ stance }) => stance),
    )
    const [stance] = stances
    return stances.size === 1 ? [{ delegationId, region, stance: stance!, by: 'group' }] : []
  })
}

/** At one moment, the later by its id: so that a recount says the same. */
const order = (one: string, other: string) => (one < other ? -1 : 1)

/** Positions by regional group and stance. A group that takes part stands in it, also where nobody spoke. */
export function tallyOf(states: readonly State[], positions: readonly Position[]): Tally<Region, FeedbackStance> {
  const tally = new Map<Region, Map<FeedbackStance, number>>(states.map(({ region }) => [region, new Map()]))
  for (const { region, stance } of positions) {
    const figures = tally.get(region)!
    figures.set(stance, (figures.get(stance) ?? 0) + 1)
  }
  return tally
}

// ── what moved ────────────────────────────────────────────────────────────────────────────────

/**
 * CV5 How a State's position on a newer version stands to that on the version before: nearer to support, farther from it, the same; a
 * position taken that was open, or opened again. Of the scale are support, support with a change, concern; the others say that
 * there is no position, or none yet.
 */
export const MOVES = ['towards', 'same', 'away', 'taken', 'opened'] as const
export type Move = (typeof MOVES)[number]
const SCALE: Partial<Record<FeedbackStance, number>> = { concern: 0, support_with_change: 1, support: 2 }

export function moveOf(before: FeedbackStance, after: FeedbackStance): Move {
  const [from, to] = [SCALE[before], SCALE[after]]
  if (from === undefined) return to === undefined ? 'same' : 'taken'
  if (to === undefined) return 'opened'
  return to === from ? 'same' : to > from ? 'towards' : 'away'
}

export type Moved = {
  delegationId: string
  region: Region
  from: Pick<Position, 'stance' | 'by'>
  to: Pick<Position, 'stance' | 'by'>
  move: Move
}

/** CV6 Only who has a position on both versions moved or stayed: the rest have not spoken to one of them. */
export function movesBetween(before: readonly Position[], after: readonly Position[]): Moved[] {
  const earlier = new Map(before.map((one) => [one.delegationId, one]))
  return after.flatMap(({ delegationId, region, stance, by }) => {
    const was = earlier.get(delegationId)
    if (!was) return []
    return [
      {
        delegationId,
        region,
        from: { stance: was.stance, by: was.by },
        to: { stance, by },
        move: moveOf(was.stance, stance),
      },
    ]
  })
}

export function tallyOfMoves(states: readonly State[], moved: readonly Moved[]): Tally<Region, Move> {
  const tally = new Map<Region, Map<Move, number>>(states.map(({ region }) => [region, new Map()]))
  for (const { region, move } of moved) {
    const figures = tally.get(region)!
    figures.set(move, (figures.get(move) ?? 0) + 1)
  }
  return tally
}

// ── reading the figures ───────────────────────────────────────────────────────────────────────

/** CV7 Shared within a group: so large a part of those of it who take a position. It sorts findings for reading and decides nothing. */
export const SHARED = 0.8
export type Leaning = 'supports' | 'concerned' | 'divided' | 'open'
/** What a finding's figures say; null where what may be shown does not tell. */
export type Convergence =
  /** Shared support in every group. */
  | 'support_across'
  /** Shared concern in every group. */
  | 'concern_across'
  /** Some groups support and others are concerned. */
  | 'divides_between'
  /** Within at least one group both are heard. */
  | 'divides_within'
  /** Not every group has taken a position. */
  | 'not_all_heard'
export const CONVERGENCES = [
  'support_across',
  'divides_between',
  'divides_within',
  'concern_across',
  'not_all_heard',
] as const satisfies readonly Convergence[]

const SUPPORTS: readonly FeedbackStance[] = ['support', 'support_with_change']
const CONCERNED: readonly FeedbackStance[] = ['concern']

/**
 * CV8 A group's leaning from its figures, where every way of taking merged stances apart would give the same; else null. What was
 * merged with stances that take no side may hold none of those that do.
 */
export function leaningOf(figures: readonly Part<FeedbackStance>[]): Leaning | null {
  let [support, concern, maybeSupport, maybeConcern] = [0, 0, 0, 0]
  for (const { keys, figure } of figures) {
    if (keys.every((key) => SUPPORTS.includes(key))) support += figure
    else if (keys.every((key) => CONCERNED.includes(key))) concern += figure
    else {
      if (keys.some((key) => SUPPORTS.includes(key))) maybeSupport += figure
      if (keys.some((key) => CONCERNED.includes(key))) maybeConcern += figure
    }
  }
  const [mostSupport, mostConcern] = [support + maybeSupport, concern + maybeConcern]
  if (mostSupport + mostConcern === 0) return 'open'
  if (support > 0 && support >= SHARED * (support + mostConcern)) return 'supports'
  if (concern > 0 && concern >= SHARED * (concern + mostSupport)) return 'concerned'
  const maySupport = mostSupport >= SHARED * (mostSupport + concern)
  const mayConcern = mostConcern >= SHARED * (mostConcern + support)
  return support + concern > 0 && !maySupport && !mayConcern ? 'divided' : null
}

/** CV9 Where views on a finding converge, from its figures by regional group. */
export function convergenceOf(parts: Figures<Region, FeedbackStance>['parts']): Convergence | null {
  const leanings = parts.map(({ figures }) => (figures ? leaningOf(figures) : null))
  if (leanings.length === 0 || leanings.includes(null)) return null
  const some = (leaning: Leaning) => leanings.includes(leaning)
  if (some('supports') && some('concerned')) return 'divides_between'
  if (some('divided')) return 'divides_within'
  if (some('open')) return 'not_all_heard'
  return some('supports') ? 'support_across' : 'concern_across'
}

/** Every stance and every group by itself: for who may read every name anyway. */
export function wholeFigures<O>(tally: Tally<Region, O>, options: readonly O[]): Figures<Region, O> {
  const figured = (within: readonly ReadonlyMap<O, number>[]) =>
    options.map((option) => ({ keys: [option], figure: within.reduce((sum, one) => sum + (one.get(option) ?? 0), 0) }))
  const total = (figures: readonly Part<O>[]) => figures.reduce((sum, { figure }) => sum + figure, 0)
  const all = figured([...tally.values()])
  return {
    answered: total(all),
    all,
    parts: [...tally].map(([region, one]) => {
      const figures = figured([one])
      return { regions: [region], answered: total(figures), figures }
    }),
  }
}

// ── what is given out ─────────────────────────────────────────────────────────────────────────

type StanceFigures = Figures<Region, FeedbackStance>
type MoveFigures = Figures<Region, Move>
export type Outcome<F> =
  | { figures: F; outcome: 'released' | 'unchanged' }
  | { figures: null; outcome: 'too_few' | 'too_close' }

/** Stances that can stand together, from fine to coarse: what may not follow in fine figures may do so in coarser ones. */
const TOGETHER: readonly (readonly FeedbackStance[])[][] = [
  [['support'], ['support_with_change'], ['concern'], ['need_information'], ['no_position', 'awaiting_instructions']],
  [['support'], ['support_with_change'], ['concern'], ['need_information', 'no_position', 'awaiting_instructions']],
  [['support', 'support_with_change'], ['concern'], ['need_information', 'no_position', 'awaiting_instructions']],
]

/** The finest sets of which each of both is a part. */
function joined<K>(one: readonly (readonly K[])[], other: readonly (readonly K[])[]): K[][] {
  let sets = one.map((set) => [...set])
  for (const set of other) {
    const touched = sets.filter((known) => known.some((key) => set.includes(key)))
    if (touched.length > 1) sets = [touched.flat(), ...sets.filter((known) => !touched.includes(known))]
  }
  return sets
}

type Given<F, O> = {
  /** What was given out of this version before, the last last. */
  own: readonly F[]
  tally: Tally<Region, O>
  /** The same of what was said by name alone: whoever reads names can count it, and would take it away from what is given out. */
  named: Tally<Region, O>
  /** How the regional groups were merged when figures of this retreat were first given out: they are cut once. */
  cut?: readonly (readonly Region[])[] | undefined
}
/** The same figures, in whatever order they were stored. */
export const sameFigures = <O>(one: Figures<Region, O> | null, other: Figures<Region, O> | null) =>
  written(one) === written(other)
function written<O>(figures: Figures<Region, O> | null): string {
  const told = (parts: readonly Part<O>[] | null) =>
    parts?.map(({ keys, figure }) => `${keys.map(String).toSorted()} ${figure}`).toSorted()
  if (!figures) return ''
  const { answered, all, parts } = figures
  return JSON.stringify([answered, told(all), parts.map((part) => [part.regions, part.answered, told(part.figures)])])
}

/**
 * CV10 What is given out of a version: by SN10 to SN13, after everything given out of this finding before, its earlier versions too,
 * for they are read side by side. Where the fine figures may not follow, coarser ones may.
 * CV11 Nothing is left when the named are taken away: so few without a name that they would show are left out of the figures until
 * there are enough of them.
 */
export function releaseOf({
  own,
  others,
  tally,
  named,
  options,
  cut,
}: Given<StanceFigures, FeedbackStance> & {
  /** Of the finding's other versions. */
  others: readonly StanceFigures[]
  options: readonly FeedbackStance[]
}): Outcome<StanceFigures> {
  const given = [...others, ...own]
  const earlier = own.at(-1)
  // What was given out without choices stays so; another version that was says nothing of how this one is cut.
  const withChoices = [...others.filter(({ all }) => all !== null), ...own]
  const known = withChoices
    .map(({ all }) => setsOf(all) ?? [[...options]])
    .reduce(
      joined,
      options.map((one) => [one]),
    )
  const inParts = given.flatMap(({ parts }) => setsOf(parts[0]?.figures ?? null) ?? [])
  const partsStayOpen = earlier?.parts[0]?.figures === null
  // What was once given out without the groups stays without them.
  const partition = earlier
    ? earlier.parts.map(({ regions }) => regions)
    : (cut ?? [...tally.keys()].map((one) => [one]))
  const ladder = [known, ...TOGETHER.map((together) => joined(known, together))]
  const attempts = [
    { of: tally, after: [...given, wholeFigures(named, options)] },
    { of: named, after: given },
  ]
  let enough = false
  let found: StanceFigures | null = null
  for (const { of, after } of attempts)
    for (const sets of ladder) {
      const next = figuresOf(of, options, {
        earlier: frameOf(sets, partition, partsStayOpen ? null : joined(sets, inParts)),
      })
      if (!next) continue
      enough = true
      for (const one of [next, { ...next, parts: [] }])
        if (tellingOf(one) > tellingOf(found) && after.every((release) => mayFollow(release, one))) found = one
    }
  // What is shown already is not taken back for less.
  if (earlier && tellingOf(found) < tellingOf(earlier)) return { figures: earlier, outcome: 'unchanged' }
  if (earlier && sameFigures(found, earlier)) return { figures: earlier, outcome: 'unchanged' }
  if (found) return { figures: found, outcome: 'released' }
  return { figures: null, outcome: enough ? 'too_close' : 'too_few' }
}

const isAcross = (keys: readonly FeedbackStance[]) =>
  keys.some((key) => SUPPORTS.includes(key)) && keys.some((key) => CONCERNED.includes(key))

const setsOf = <K>(figures: readonly Part<K>[] | null) => figures?.map(({ keys }) => keys) ?? null

/**
 * CV13 Of all that may be given out, what lets the finding be read by group goes before choices by group, these before choices of the
 * whole, and these before the bare number; what keeps support and concern apart before what puts them together; of equals the one
 * with everybody, and the finest.
 */
function tellingOf(figures: StanceFigures | null): number {
  if (!figures) return -1
  const byGroup = figures.parts.some((part) => part.figures !== null)
  const told = figures.all?.every(({ keys, figure }) => figure === 0 || !isAcross(keys)) ? 2 : figures.all ? 1 : 0
  return (convergenceOf(figures.parts) ? 8 : 0) + (byGroup ? 4 : 0) + told
}

/** Of figures given out before only how they were cut is looked at: what comes after is merged from their sets, never cut anew. */
function frameOf(
  sets: readonly FeedbackStance[][],
  partition: readonly (readonly Region[])[],
  inParts: readonly FeedbackStance[][] | null,
): StanceFigures {
  const empty = (of: readonly FeedbackStance[][]) => of.map((keys) => ({ keys: [...keys], figure: 0 }))
  return {
    answered: 0,
    all: empty(sets),
    parts: partition.map((regions) => ({ regions: [...regions], answered: 0, figures: inParts && empty(inParts) })),
  }
}

/**
 * CV12 What moved is given out beside the figures of both versions, and nobody can be found by taking one from the other: as many
 * have a position on both as on either, or fewer by THRESHOLD at least, and in each part likewise.
 */
export function releaseOfMoves({
  own,
  beside,
  tally,
  named,
  cut,
}: Given<MoveFigures, Move> & { beside: readonly StanceFigures[] }): MoveFigures | null {
  const earlier = own.at(-1)
  const attempts = [
    { of: tally, after: [...own, wholeFigures(named, MOVES)] },
    { of: named, after: own },
  ]
  for (const { of, after } of attempts) {
    const next = figuresOf(of, MOVES, { partition: cut, earlier })
    const found = (next ? [next, { ...next, parts: [] }] : []).find(
      (one) =>
        after.every((release) => mayFollow(release, one)) && beside.every((figures) => standsApart(one, figures)),
    )
    if (found) return found
  }
  return earlier ?? null
}

function standsApart(moves: MoveFigures, figures: StanceFigures): boolean {
  const apart = (one: number, other: number) => one === other || Math.abs(one - other) >= THRESHOLD
  return (
    apart(moves.answered, figures.answered) &&
    moves.parts.every(({ regions, answered }) => {
      const within = figures.parts.filter((part) => part.regions.every((region) => regions.includes(region)))
      const covers = regions.every((region) => within.some((part) => part.regions.includes(region)))
      const there = within.reduce((sum, part) => sum + part.answered, 0)
      return !covers || apart(there, answered)
    })
  )
}
