import type { DelegationView, RegionalGroup } from '@consultation/shared/people.ts'
import type { MonitorRow } from '@consultation/shared/question-lists.ts'

/** How far a delegation has come, as it has said itself; the strongest counts. */
export const PLACES = ['submitted', 'late', 'aligned', 'covered', 'preparing', 'acknowledged', 'unopened'] as const
export type Standing = (typeof PLACES)[number]

export function standingOf(row: MonitorRow): Standing {
  if (row.submissionId) return row.receivedLate ? 'late' : 'submitted'
  if (row.alignedWith.length > 0) return 'aligned'
  if (row.coveredBy.length > 0) return 'covered'
  if (row.inPreparation) return 'preparing'
  return row.acknowledgedAt ? 'acknowledged' : 'unopened'
}

export type MonitorFilter = {
  state: Standing | 'outstanding' | null
  region: RegionalGroup | null
  /** Members of this group. */
  members: ReadonlySet<string> | null
  /** Already folded; against the names folded likewise. */
  text: string
}

export type Place = { row: MonitorRow; delegation: DelegationView; standing: Standing; name: string; folded: string }

export function passes({ row, delegation, standing, folded }: Place, filter: MonitorFilter): boolean {
  if (filter.state === 'outstanding' && row.submissionId !== null) return false
  if (filter.state && filter.state !== 'outstanding' && standing !== filter.state) return false
  if (filter.region && delegation.regionalGroup !== filter.region) return false
  if (filter.members && !filter.members.has(delegation.id)) return false
  return filter.text === '' || folded.includes(filter.text) || delegation.code.toLowerCase() === filter.text
}

export const SORTS = ['protocol', 'name', 'state', 'time'] as const
export type Sort = (typeof SORTS)[number]

export function sorted(places: readonly Place[], sort: Sort, collator: Intl.Collator): Place[] {
  switch (sort) {
    case 'protocol':
      return [...places]
    case 'name':
      return [...places].sort((a, b) => collator.compare(a.name, b.name))
    case 'state':
      return [...places].sort((a, b) => PLACES.indexOf(a.standing) - PLACES.indexOf(b.standing))
    case 'time':
      return [...places].sort((a, b) => (b.row.submittedAt ?? '').localeCompare(a.row.submittedAt ?? ''))
  }
}

export type Change = { delegationId: string; what: 'submitted' | 'amended' | 'acknowledged' | 'preparing' }

/** What delegations have done between two looks, for a sentence in the page’s own time. */
export function changesBetween(before: readonly MonitorRow[], now: readonly MonitorRow[]): Change[] {
  const was = new Map(before.map((row) => [row.delegationId, row]))
  return now.flatMap((row): Change[] => {
    const old = was.get(row.delegationId)
    const { delegationId } = row
    if (!old) return []
    if (row.submissionId && !old.submissionId) return [{ delegationId, what: 'submitted' }]
    if (row.submissionId && row.submissionId !== old.submissionId) return [{ delegationId, what: 'amended' }]
    if (row.inPreparation && !old.inPreparation) return [{ delegationId, what: 'preparing' }]
    if (row.acknowledgedAt && !old.acknowledgedAt) return [{ delegationId, what: 'acknowledged' }]
    return []
  })
}

/** Where the arrows lead in rows of places as they are drawn: the nearest place in the next row, or one on. */
export function neighbour(
  boxes: readonly { start: number; line: number }[],
  at: number,
  key: 'next' | 'previous' | 'above' | 'below' | 'first' | 'last',
): number {
  const here = boxes[at]
  if (!here) return 0
  switch (key) {
    case 'next':
      return Math.min(at + 1, boxes.length - 1)
    case 'previous':
      return Math.max(at - 1, 0)
    case 'first':
      return 0
    case 'last':
      return boxes.length - 1
    case 'above':
    case 'below': {
      const lines = [...new Set(boxes.map(({ line }) => line))].sort((a, b) => a - b)
      const line = lines[lines.indexOf(here.line) + (key === 'below' ? 1 : -1)]
      if (line === undefined) return at
      const inLine = boxes.map((box, index) => ({ ...box, index })).filter((box) => box.line === line)
      const nearest = inLine.reduce((best, box) =>
        Math.abs(box.start - here.start) < Math.abs(best.start - here.start) ? box : best,
      )
      return nearest.index
    }
  }
}
