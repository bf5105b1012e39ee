import type { FeedbackView, Proposal } from '@consultation/shared/feedback.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { Attribution } from '@consultation/shared/rules/attribution.ts'
import type { FeedbackChannel, FeedbackStance } from '@consultation/shared/rules/feedback.ts'
import { type Block, paragraphsOf, runsText, type TranslatedBlocks } from '@consultation/shared/text.ts'

/** What is being written to one finding in one capacity. It stays on this device until it is given. */
export type Draft = {
  /** The version it speaks to, and what had been given when it was begun. */
  versionId: string
  revision: number
  stance: FeedbackStance | null
  channel: FeedbackChannel
  language: Language
  attribution: Attribution
  /** Of a group's: members for which it does not speak this time, and who joins it. */
  excepted: string[]
  joined: string[]
  reason: Block[]
  proposals: Proposal[]
  /** Proposals whose paragraph reads otherwise by now: kept, and not given before somebody has looked at them. */
  unplaced: Proposal[]
}

export const paragraphTexts = (texts: TranslatedBlocks, language: Language): string[] =>
  paragraphsOf(texts[language] ?? []).map(({ content }) => runsText(content))

const same = (one: string, other: string | undefined) =>
  other !== undefined && one.normalize('NFC').trim() === other.normalize('NFC').trim()

/** Proposals on another version: those whose paragraph is there word for word keep it, wherever it stands now; the rest have no place. */
export function placed(proposals: readonly Proposal[], texts: TranslatedBlocks) {
  const found: Proposal[] = []
  const unplaced: Proposal[] = []
  for (const one of proposals) {
    const paragraphs = paragraphTexts(texts, one.language)
    const taken = (at: number) => found.some(({ language, paragraph }) => language === one.language && paragraph === at)
    const at = same(one.was, paragraphs[one.paragraph])
      ? one.paragraph
      : paragraphs.findIndex((text, place) => same(one.was, text) && !taken(place))
    if (at === -1 || taken(at)) unplaced.push(one)
    else found.push({ ...one, paragraph: at })
  }
  return { found, unplaced }
}

/** The same words for another version. What was given on it so far is the revision they rest on. */
export function movedTo(draft: Draft, versionId: string, revision: number, texts: TranslatedBlocks): Draft {
  const { found, unplaced } = placed([...draft.proposals, ...draft.unplaced], texts)
  return { ...draft, versionId, revision, proposals: found, unplaced }
}

/** Begun from what was given, on this version or on one before it. */
export function draftFrom(
  said: Pick<FeedbackView, 'stance' | 'channel' | 'language' | 'attribution' | 'reason' | 'proposals' | 'rosterIds'>,
  on: {
    versionId: string
    revision: number
    texts: TranslatedBlocks
    language: Language
    members: readonly string[] | null
  },
): Draft {
  const language = said.language ?? on.language
  const proposals = said.proposals.map((one) => ({ ...one, language: one.language ?? language }))
  const { found, unplaced } = placed(proposals, on.texts)
  return {
    versionId: on.versionId,
    revision: on.revision,
    stance: said.stance,
    channel: said.channel ?? 'writing',
    language,
    attribution: said.attribution,
    ...changesOf(said.rosterIds, on.members),
    reason: said.reason,
    proposals: found,
    unplaced,
  }
}

/** How the roster that was kept stands to the members of today; of a State's own there is none. */
function changesOf(roster: readonly string[], members: readonly string[] | null) {
  if (members === null) return { excepted: [], joined: [] }
  return {
    excepted: members.filter((id) => !roster.includes(id)),
    joined: roster.filter((id) => !members.includes(id)),
  }
}

/** Other words for a paragraph; the words it has propose nothing and are no proposal. */
export function proposing(draft: Draft, proposal: Proposal): Draft {
  const rest = draft.proposals.filter(
    ({ language, paragraph }) => language !== proposal.language || paragraph !== proposal.paragraph,
  )
  return {
    ...draft,
    proposals: [...rest, proposal].toSorted(
      (a, b) => a.language.localeCompare(b.language) || a.paragraph - b.paragraph,
    ),
  }
}

/** What lies on the device may be of an older form of this program: then it is left alone. */
export function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  return (
    'versionId' in value &&
    typeof value.versionId === 'string' &&
    'revision' in value &&
    typeof value.revision === 'number' &&
    'stance' in value &&
    'language' in value &&
    'reason' in value &&
    Array.isArray(value.reason) &&
    'proposals' in value &&
    Array.isArray(value.proposals) &&
    'excepted' in value &&
    Array.isArray(value.excepted) &&
    'joined' in value &&
    Array.isArray(value.joined) &&
    'unplaced' in value &&
    Array.isArray(value.unplaced)
  )
}
