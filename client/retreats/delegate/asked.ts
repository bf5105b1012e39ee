import type { RetreatView } from '@consultation/shared/retreats.ts'
import { windowAt } from '@consultation/shared/rules/feedback.ts'

/** One thing the retreat asks of the delegation, with the time it has for it. */
export type Asked =
  | { kind: 'choose'; slotId: string; until: string; given: boolean }
  | { kind: 'read'; findings: number }
  | { kind: 'feedback'; window: 'before' | 'open'; from: string; until: string }

/** What a retreat asks of a delegation, the groups to be chosen soonest first; nothing any more once its time is over. */
export function askedOf(retreat: RetreatView): Asked[] {
  const asked: Asked[] = retreat.slots
    .flatMap(({ id, may, choiceUntil, ownChoice }) =>
      may.choose && choiceUntil ? [{ slotId: id, until: choiceUntil, given: (ownChoice ?? []).length > 0 }] : [],
    )
    .sort((a, b) => a.until.localeCompare(b.until))
    .map((choice) => ({ kind: 'choose', ...choice }))
  const { feedbackOpensAt: from, feedbackClosesAt: until, findings } = retreat
  const window = windowAt({ opensAt: new Date(from), closesAt: new Date(until) }, new Date(retreat.now))
  if (window === 'after') return asked
  if (findings.length > 0) asked.push({ kind: 'read', findings: findings.length })
  asked.push({ kind: 'feedback', window, from, until })
  return asked
}
