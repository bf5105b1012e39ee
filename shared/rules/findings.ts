import { LANGUAGES, type Language } from '../languages.ts'
import { CONTRIBUTION_KINDS, type LinkedKind, type Passage } from '../links.ts'
import type { Refusal } from '../refusals.ts'
import { type Block, isBlank, paragraphsOf, runsText, type Translated, type TranslatedBlocks } from '../text.ts'

/** `changed`: what is being written differs from the newest version. */
export const FINDING_STATES = ['draft', 'published', 'changed', 'withdrawn'] as const
export type FindingState = (typeof FINDING_STATES)[number]

type Known = { version: number; revision: number; publishedRevision: number; withdrawnAt: Date | null }

/** FI4 A finding that was withdrawn stays so; its versions are read with that mark. */
export function stateOf({ version, revision, publishedRevision, withdrawnAt }: Known): FindingState {
  if (withdrawnAt) return 'withdrawn'
  if (version === 0) return 'draft'
  return revision === publishedRevision ? 'published' : 'changed'
}

/** Languages in which there is a text, in the order of the language bar. */
export const languagesOf = (texts: TranslatedBlocks): Language[] =>
  LANGUAGES.filter((language) => !isBlank(texts[language] ?? []))

export const paragraphCount = (blocks: Block[] | undefined) => paragraphsOf(blocks ?? []).length

/** Languages whose text has another number of paragraphs than the first that has one. */
export function unequalLanguages(texts: TranslatedBlocks): Language[] {
  const [first, ...others] = languagesOf(texts)
  if (!first) return []
  return others.filter((language) => paragraphCount(texts[language]) !== paragraphCount(texts[first]))
}

type Written = { title: Translated; texts: TranslatedBlocks; change: Translated }

/**
 * Why a finding may not be published as it is, with the field at fault; null if it may.
 * FI1 Each language has the same number of paragraphs: paragraph 14 is paragraph 14 in all.
 * FI2 There is a text, and a title in every language that has one.
 * FI3 From the second version on it is said what changed, and something did.
 * FI4 What was withdrawn is not published again.
 */
export function refusesPublishing(finding: Known & Written): { code: Refusal; field: string } | null {
  if (finding.withdrawnAt) return { code: 'finding_withdrawn', field: '' }
  const languages = languagesOf(finding.texts)
  if (languages.length === 0) return { code: 'required', field: 'texts' }
  const untitled = languages.find((language) => !finding.title[language])
  if (untitled) return { code: 'required', field: `title.${untitled}` }
  const [unequal] = unequalLanguages(finding.texts)
  if (unequal) return { code: 'paragraphs_differ', field: `texts.${unequal}` }
  if (finding.version === 0) return null
  if (finding.revision === finding.publishedRevision) return { code: 'nothing_changed', field: '' }
  if (!Object.values(finding.change).some(Boolean)) return { code: 'required', field: 'change' }
  return null
}

/** FI6 A finding rests on what was said, and on what summaries say of it: measures and the report come after it. */
export const mayFindingRestOn = (kind: LinkedKind): boolean =>
  kind === 'summary' || (CONTRIBUTION_KINDS as readonly LinkedKind[]).includes(kind)

/** FI5 A passage lies within one paragraph of the words it is taken from. */
export function liesWithin(passage: Passage | null, blocks: Block[]): boolean {
  if (passage === null) return true
  const paragraph = paragraphsOf(blocks)[passage.paragraph]
  return paragraph !== undefined && passage.to <= runsText(paragraph.content).length
}

/** The words of a passage; the whole is every paragraph. */
export function wordsOf(passage: Passage | null, blocks: Block[]): string {
  const paragraphs = paragraphsOf(blocks).map(({ content }) => runsText(content))
  return passage === null
    ? paragraphs.join('\n')
    : (paragraphs[passage.paragraph] ?? '').slice(passage.from, passage.to)
}
