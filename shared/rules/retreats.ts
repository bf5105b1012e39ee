import type { Attribution } from './attribution.ts'

export const RETREAT_STATES = ['draft', 'announced', 'closed'] as const
export const SLOT_KINDS = ['plenary', 'breakouts'] as const
/** How the groups of a slot were put together. */
export const ASSIGNED_BY = ['hand', 'choice', 'mix', 'earlier'] as const
/** What a breakout group brings back: being drafted, put to the group, signed, brought to the plenary, or given up with a reason. */
export const REPORT_BACK_STATES = ['drafting', 'put', 'signed', 'reported', 'given_up'] as const
export type ReportBackState = (typeof REPORT_BACK_STATES)[number]
/** RT1 A group brings back at most so many points. */
export const POINTS_OF_A_GROUP = 5

/** RT2 From which state a report-back comes into which; a change of points that were put or signed takes it back to drafting. */
const COMES_FROM: Record<ReportBackState, readonly ReportBackState[]> = {
  drafting: ['put', 'signed'],
  put: ['drafting', 'given_up'],
  signed: ['put'],
  reported: ['signed'],
  given_up: ['drafting', 'put'],
}
export const mayBecomeReport = (from: ReportBackState, to: ReportBackState) => COMES_FROM[to].includes(from)

/** RT3 A group that met ends with signed points or with the reason why there are none. */
export const isAnswered = (state: ReportBackState) => state === 'signed' || state === 'reported' || state === 'given_up'

/** One that is to be placed, with the regional group whose share counts; null stands for those of none. */
export type ToPlace = { id: string; region: string | null }
/** A group with its seats; null where there are as many as come. */
export type GroupToFill = { id: string; seats: number | null }
/** Drawn once for each from a seed that is kept: whoever has the seed draws the same again. */
export type Lot = (id: string) => string
/** Who is in which group; null where the seats do not do. */
export type Placed = Map<string, string[]> | null

const byLot =
  (lot: Lot) =>
  <T extends { id: string }>(a: T, b: T) => {
    const [first, second] = [lot(a.id), lot(b.id)]
    if (first === second) return a.id < b.id ? -1 : 1
    return first < second ? -1 : 1
  }

/** Fills groups one by one, and counts who of which region is where. */
class Filling {
  readonly placed: Map<string, string[]>
  private readonly groups: readonly GroupToFill[]
  private readonly regions = new Map<string, Map<string | null, number>>()

  constructor(groups: readonly GroupToFill[]) {
    this.groups = groups
    this.placed = new Map(groups.map(({ id }) => [id, []]))
    for (const { id } of groups) this.regions.set(id, new Map())
  }

  size(groupId: string) {
    return this.placed.get(groupId)?.length ?? 0
  }

  ofRegion(groupId: string, region: string | null) {
    return this.regions.get(groupId)?.get(region) ?? 0
  }

  free() {
    return this.groups.filter(({ id, seats }) => seats === null || this.size(id) < seats)
  }

  isFree(groupId: string) {
    return this.free().some(({ id }) => id === groupId)
  }

  put({ id, region }: ToPlace, groupId: string) {
    this.placed.get(groupId)?.push(id)
    this.regions.get(groupId)?.set(region, this.ofRegion(groupId, region) + 1)
  }

  /** To where the fewest of the same region are, and of those to the smallest; false where no seat is left. */
  spread(one: ToPlace, lot: Lot): boolean {
    const [group] = this.free().toSorted(
      (a, b) =>
        this.ofRegion(a.id, one.region) - this.ofRegion(b.id, one.region) ||
        this.size(a.id) - this.size(b.id) ||
        byLot(lot)(a, b),
    )
    if (!group) return false
    this.put(one, group.id)
    return true
  }
}

/** Region by region, and within each as the lots fall. */
const inRegions = (people: readonly ToPlace[], lot: Lot) =>
  people.toSorted((a, b) => {
    const [first, second] = [a.region ?? '~', b.region ?? '~']
    if (first === second) return byLot(lot)(a, b)
    return first < second ? -1 : 1
  })

/**
 * RT4 By a mix of regional groups: as long as seats do not bind, each group has of every region as many as the next, or one more
 * or less; and so it is with their sizes.
 */
export function mixed(people: readonly ToPlace[], groups: readonly GroupToFill[], lot: Lot): Placed {
  const filling = new Filling(groups)
  for (const one of inRegions(people, lot)) if (!filling.spread(one, lot)) return null
  return filling.placed
}

/**
 * RT5 By choice: in the order of the lots, each gets the first of its wishes in which a seat is left. So nobody would rather
 * change places with somebody of a later lot, and to say what one really wishes is never a disadvantage. Whoever wished for
 * nothing, or for what is full, is then spread so that the regions mix.
 */
export function chosen(
  people: readonly ToPlace[],
  groups: readonly GroupToFill[],
  wishes: ReadonlyMap<string, readonly string[]>,
  lot: Lot,
): Placed {
  const filling = new Filling(groups)
  const left: ToPlace[] = []
  for (const one of people.toSorted(byLot(lot))) {
    const wish = wishes.get(one.id)?.find((groupId) => filling.isFree(groupId))
    if (wish === undefined) left.push(one)
    else filling.put(one, wish)
  }
  for (const one of inRegions(left, lot)) if (!filling.spread(one, lot)) return null
  return filling.placed
}

/** RT6 A delegation may leave a group it was told of until the group begins. */
export const mayDecline = (session: { state: string }) => session.state === 'announced'
/** RT7 A choice counts that came before its time was up, and before anybody was placed. */
export const mayChoose = (slot: { choiceUntil: Date | null; assignedAt: Date | null }, now: Date) =>
  slot.choiceUntil !== null && now < slot.choiceUntil && slot.assignedAt === null

type ShownFeedback = { attributionOffered: readonly Attribution[]; feedbackOpen: boolean }
/**
 * RT8 Once feedback was given, how it may be shown becomes stricter only: the way without a name stays, none by name comes,
 * and what was not for the other participants does not become so.
 */
export const isLooser = (before: ShownFeedback, after: ShownFeedback): 'attributionOffered' | 'feedbackOpen' | null => {
  const [had, has] = [before.attributionOffered, after.attributionOffered]
  if (had.includes('not_for_attribution') && !has.includes('not_for_attribution')) return 'attributionOffered'
  if (has.includes('attributed') && !had.includes('attributed')) return 'attributionOffered'
  return after.feedbackOpen && !before.feedbackOpen ? 'feedbackOpen' : null
}
