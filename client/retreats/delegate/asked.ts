import type { DeskView } from '@consultation/shared/feedback.ts'
import type { RetreatView } from '@consultation/shared/retreats.ts'
import { windowAt } from '@consultation/shared/rules/feedback.ts'

/** One thing the retreat asks of the delegation, with the time it has for it. */
export type Asked =
  | { kind: 'choose'; slotId: string; until: string; given: 'nothing' | 'wishes' | 'left' }
  | { kind: 'read'; findings: number }
  | { kind: 'feedback'; window: 'before' | 'open'; from: string; until: string; spoken: Spoken | null }

/** To how many of the findings that stand the delegation has spoken, each in its newest version. */
export type Spoken = { given: number; count: number }

/**
 * What a retreat asks of a delegation, the groups to be chosen soonest first; nothing any more once its time is over. `desk`:
 * what it has said so far, null until that is read.
 */
export function askedOf(retreat: RetreatView, desk: Pick<DeskView, 'findings'> | null): Asked[] {
  const asked: Asked[] = retreat.slots
    .flatMap(({ id, may, choiceUntil, ownChoice }) =>
      may.choose && choiceUntil ? [{ slotId: id, until: choiceUntil, given: givenAs(ownChoice) }] : [],
    )
    .sort((a, b) => a.until.localeCompare(b.until))
    .map((choice) => ({ kind: 'choose', ...choice }))
  const { feedbackOpensAt: from, feedbackClosesAt: until, findings } = retreat
  const window = windowAt({ opensAt: new Date(from), closesAt: new Date(until) }, new Date(retreat.now))
  if (window === 'after') return asked
  const spoken = desk && spokenTo(desk)
  // Whoever has spoken to them all has read them.
  if (findings.length > 0 && !isDone(spoken)) asked.push({ kind: 'read', findings: findings.length })
  asked.push({ kind: 'feedback', window, from, until, spoken })
  return asked
}

/** To leave the choice to the Secretariat is a choice too. */
function givenAs(ownChoice: readonly string[] | null): 'nothing' | 'wishes' | 'left' {
  if (ownChoice === null) return 'nothing'
  return ownChoice.length === 0 ? 'left' : 'wishes'
}

/** For the State itself: what a group said in its name, or what it said to an earlier version, is not its word on this one. */
function spokenTo({ findings }: Pick<DeskView, 'findings'>): Spoken {
  const standing = findings.filter(({ withdrawn }) => !withdrawn)
  const given = standing.filter(({ own, versionId: newest }) =>
    own.some(({ versionId, groupId }) => versionId === newest && groupId === null),
  )
  return { given: given.length, count: standing.length }
}

export const isDone = (spoken: Spoken | null) => spoken !== null && spoken.count > 0 && spoken.given === spoken.count
