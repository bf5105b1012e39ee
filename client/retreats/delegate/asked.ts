import type { RetreatView } from '@consultation/shared/retreats.ts'
import { windowAt } from '@consultation/shared/rules/feedback.ts'

/** One thing the retreat asks of the delegation, with the time it has for it. */
export type Asked =
  | { kind: 'choose'; slotId: string; until: string; given: 'nothing' | 'wishes' | 'left' }
  | { kind: 'read'; findings: number }
  | { kind: 'feedback'; window: 'before' | 'open'; from: string; until: string }

/** What a retreat asks of a delegation, the groups to be chosen soonest first; nothing any more once its time is over. */
export function askedOf(retreat: RetreatView): Asked[] {
  const asked: Asked[] = retreat.slots
    .flatMap(({ id, may, choiceUntil, ownChoice }) =>
      may.choose && choiceUntil ? [{ slotId: id, until: choiceUntil, given: givenAs(ownChoice) }] : [],
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

/** To leave the choice to the Secretariat is a choice too. */
function givenAs(ownChoice: readonly string[] | null): 'nothing' | 'wishes' | 'left' {
  if (ownChoice === null) return 'nothing'
  return ownChoice.length === 0 ? 'left' : 'wishes'
}
