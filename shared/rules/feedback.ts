import type { Attribution } from './attribution.ts'
import { THRESHOLD } from './numbers.ts'

/** What a delegation says to a finding. None is a vote, and silence is none of them. */
export const FEEDBACK_STANCES = [
  'support',
  'support_with_change',
  'concern',
  'need_information',
  'no_position',
  'awaiting_instructions',
] as const
export type FeedbackStance = (typeof FEEDBACK_STANCES)[number]
/** By which way it came; none is below another. */
export const FEEDBACK_CHANNELS = ['plenary', 'breakout', 'writing'] as const
export type FeedbackChannel = (typeof FEEDBACK_CHANNELS)[number]
/** FB1 What a member of a group says to the group's feedback: it goes along, or it differs; silence is neither. */
export const ASSOCIATIONS = ['associates', 'differs'] as const
export type Association = (typeof ASSOCIATIONS)[number]
/** FB2 So many findings a delegation may name as those that matter most to it. */
export const PRIORITIES_MAX = 5

/** FB3 Feedback is taken from its opening up to its closing, by the platform's clock, whatever happens in the rooms. */
export function windowAt(window: { opensAt: Date; closesAt: Date }, now: Date): 'before' | 'open' | 'after' {
  if (now < window.opensAt) return 'before'
  return now < window.closesAt ? 'open' : 'after'
}

/**
 * FB4 What a stance needs beside itself: a change is proposed or described, a concern says why, and who needs information says
 * which. Support, no position and awaiting instructions stand alone; words may be added to each.
 */
export function missingWords(
  stance: FeedbackStance,
  said: { reason: boolean; proposals: number },
): 'reason' | 'proposals' | null {
  if (stance === 'support_with_change' && !said.reason && said.proposals === 0) return 'proposals'
  if ((stance === 'concern' || stance === 'need_information') && !said.reason) return 'reason'
  return null
}
/** FB5 Other words for a paragraph go with support for the rest or with a concern; beside the other stances they would say two things. */
export const takesProposals = (stance: FeedbackStance) => stance === 'support_with_change' || stance === 'concern'

/**
 * FB6 How it is attributed is chosen once for a version. Who reads names alone would else see a name go and words without one come in
 * its place, or the other way round. A newer version is spoken to afresh.
 */
export const mayBeAttributed = (earlier: Attribution | null, now: Attribution) => earlier === null || earlier === now

/** What members said to a group's words as they stand. */
export type GroupWords = {
  /** Whether this reader is shown whose words they are. */
  named: boolean
  differing: readonly { delegationId: string; paragraphs: readonly number[] }[]
}
export type Dissociated = { paragraph: number; members: string[]; unnamed: number }

/**
 * FB7 A paragraph says which members dissociate themselves from it: by name where the words of their group bear one. Else in a figure, once
 * nothing can be added, and of each group's words only where THRESHOLD members or more do: no two figures then differ by fewer.
 */
export function dissociatedFrom(words: readonly GroupWords[], settled: boolean): Dissociated[] {
  const found = new Map<number, Dissociated>()
  const at = (paragraph: number) => {
    const one = found.get(paragraph) ?? { paragraph, members: [], unnamed: 0 }
    found.set(paragraph, one)
    return one
  }
  for (const { named, differing } of words) {
    const byParagraph = Map.groupBy(
      differing.flatMap(({ delegationId, paragraphs }) => paragraphs.map((paragraph) => ({ delegationId, paragraph }))),
      ({ paragraph }) => paragraph,
    )
    for (const [paragraph, some] of byParagraph) {
      if (named) {
        const { members } = at(paragraph)
        members.push(...some.map(({ delegationId }) => delegationId).filter((id) => !members.includes(id)))
      } else if (settled && some.length >= THRESHOLD) at(paragraph).unnamed += some.length
    }
  }
  return [...found.values()].sort((a, b) => a.paragraph - b.paragraph)
}
