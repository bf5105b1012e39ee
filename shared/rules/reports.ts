import { LANGUAGES, type Language } from '../languages.ts'
import { CONTRIBUTION_KINDS, type LinkedKind } from '../links.ts'
import type { Refusal } from '../refusals.ts'
import { isBlank, type Translated, type TranslatedBlocks } from '../text.ts'
import { unequalLanguages } from './findings.ts'

/** RP5 A draft is for who writes; what is final every delegation reads. The silence procedure will stand between the two. */
export const REPORT_STATES = ['draft', 'final'] as const
export type ReportState = (typeof REPORT_STATES)[number]
export const stateOfReport = ({ publishedAt }: { publishedAt: Date | null }): ReportState =>
  publishedAt === null ? 'draft' : 'final'

type Part = { id: string; kind: 'heading' | 'paragraph'; texts: TranslatedBlocks; editorial: string; sources: number }

/** RP1 A paragraph rests on something, or somebody said why it does not; a heading needs neither. */
export const isUnfounded = ({ kind, editorial, sources }: Pick<Part, 'kind' | 'editorial' | 'sources'>) =>
  kind === 'paragraph' && editorial === '' && sources === 0

/** RP6 A summary says what was said: it rests on contributions, so that nothing rests on itself in a ring. */
export const maySummaryRestOn = (kind: LinkedKind): boolean =>
  (CONTRIBUTION_KINDS as readonly LinkedKind[]).includes(kind)

/** RP2 A report is in the languages of its title. */
export const languagesOfReport = (title: Translated): Language[] => LANGUAGES.filter((language) => title[language])

/** RP3 Paragraphs are numbered through, the same in every language; headings are not counted. */
export function numbersOf(parts: readonly Pick<Part, 'id' | 'kind'>[]): Map<string, number> {
  const paragraphs = parts.filter(({ kind }) => kind === 'paragraph')
  return new Map(paragraphs.map(({ id }, index) => [id, index + 1]))
}

/** RP4 Why a part may not stand in a published report; null if it may. */
export function refusesPart(
  part: Omit<Part, 'id'>,
  languages: readonly Language[],
): { code: Refusal; field: string } | null {
  const missing = languages.find((language) => isBlank(part.texts[language] ?? []))
  if (missing) return { code: 'language_missing', field: `texts.${missing}` }
  const [unequal] = unequalLanguages(part.texts)
  if (unequal) return { code: 'paragraphs_differ', field: `texts.${unequal}` }
  return isUnfounded(part) ? { code: 'unfounded', field: 'editorial' } : null
}

/** The same for the whole, with the part at fault; a report without a paragraph is none. */
export function refusesReport(
  parts: readonly Part[],
  languages: readonly Language[],
): { code: Refusal; field: string } | null {
  if (!parts.some(({ kind }) => kind === 'paragraph')) return { code: 'required', field: 'paragraphs' }
  for (const part of parts) {
    const refusal = refusesPart(part, languages)
    if (refusal) return { code: refusal.code, field: `paragraphs.${part.id}.${refusal.field}` }
  }
  return null
}
