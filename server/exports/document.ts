import { annexLabel, headingLabel, NEW_YORK } from '@consultation/shared/house-style.ts'
import { Language } from '@consultation/shared/languages.ts'
import { Blocks, Run } from '@consultation/shared/text.ts'
import { z } from 'zod'

// The one tree every export is rendered from. Numbers of paragraphs and headings are worked out here, once, so that
// paragraph 14 is paragraph 14 in every format and language.

export const HANDLING_MARKS = ['unclassified', 'confidential', 'strictly_confidential'] as const
export const HandlingMark = z.enum(HANDLING_MARKS)
export type HandlingMark = z.infer<typeof HandlingMark>

/** Words in the document's language, or in the one named. */
export const Phrase = z.union([z.string(), z.strictObject({ text: z.string(), language: Language })])
export type Phrase = z.infer<typeof Phrase>

const HeadingLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

export const Part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contents') }),
  z.strictObject({
    kind: z.literal('heading'),
    level: HeadingLevel,
    /** What stands before the text: I., A., 1., Annex I. */
    label: z.string().optional(),
    /** The label stands on a line of its own, as that of an annex does. */
    above: z.literal(true).optional(),
    text: Phrase,
    /** Whether the table of contents names it. */
    listed: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('paragraph'),
    number: z.int().positive().optional(),
    content: z.array(Run),
    language: Language,
  }),
  z.strictObject({
    kind: z.literal('text'),
    blocks: Blocks,
    language: Language,
    /** Whose words these are, as a heading over them; absent where a heading already says so. */
    shownAs: z.strictObject({ text: Phrase, level: z.int().min(1).max(5) }).optional(),
    /** Short lines under the name: the original language, late receipt, on whose behalf. */
    notes: z.array(z.string()).optional(),
  }),
  z.strictObject({
    kind: z.literal('item'),
    label: z.string(),
    content: Phrase,
    /** Further paragraphs under the item, such as the guidance to a question. */
    below: z.array(Phrase).optional(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    caption: Phrase.optional(),
    columns: z
      .array(
        z.strictObject({
          title: Phrase,
          /** Share of the width, relative to the other columns. */
          width: z.number().positive().optional(),
          align: z.enum(['start', 'end']).optional(),
        }),
      )
      .min(1),
    rows: z.array(z.array(z.union([Phrase, z.number()]))),
    /** Whether the last row sums up the others. */
    total: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('note'), title: Phrase.optional(), paragraphs: z.array(Phrase) }),
  z.strictObject({ kind: z.literal('pageBreak') }),
])
export type Part = z.infer<typeof Part>
export type Text = Extract<Part, { kind: 'text' }>
export type Table = Extract<Part, { kind: 'table' }>

export const Sheet = z.strictObject({
  name: z.string(),
  columns: z
    .array(z.strictObject({ key: z.string(), title: z.string(), width: z.number().positive().optional() }))
    .min(1),
  /** A cell is text or a number, never a formula; null is an empty cell. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
})
export type Sheet = z.infer<typeof Sheet>

export const ExportDocument = z.strictObject({
  language: Language,
  title: Phrase,
  subtitle: Phrase.optional(),
  /** The platform's own reference, never a document symbol. */
  reference: z.string(),
  status: z.string(),
  handling: HandlingMark,
  office: z.string(),
  /** The moment the document speaks of, as an ISO instant. Nothing in a file is later or comes from another clock. */
  date: z.iso.datetime(),
  /** The zone in which its dates and times are shown. */
  zone: z.string(),
  /** Stands on every page and sheet. */
  banner: z.string().optional(),
  release: z.strictObject({ number: z.int().positive(), chainHead: z.string() }).optional(),
  parts: z.array(Part),
  /** The same content as rows. The first sheet holds the answers: it alone goes into the CSV. */
  sheets: z.array(Sheet),
})
export type ExportDocument = z.infer<typeof ExportDocument>

export const EXPORT_FORMATS = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const
export const ExportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof ExportFormat>

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** A part before its number is known. */
export type DraftPart =
  | Exclude<Part, { kind: 'heading' | 'paragraph' | 'text' }>
  | {
      kind: 'heading'
      level: 1 | 2 | 3 | 4
      text: Phrase
      /** `auto` counts I., A., 1., (a) within the heading above; a label of one's own where the question has a number. */
      numbering?: 'auto' | 'annex' | 'none' | { label: string }
      listed?: boolean
    }
  | { kind: 'paragraph'; content: string | Run[]; language?: Language; numbered?: boolean }
  | (Omit<Text, 'shownAs'> & { shownAs?: Phrase })

export type DocumentDraft = Omit<ExportDocument, 'parts' | 'zone'> & { zone?: string; parts: DraftPart[] }

/**
 * Numbers the parts. Paragraphs count through the whole document (unless `numbered` is false), headings within the one
 * above them. Throws where a heading skips a level: a reader who moves by headings would look for the missing one.
 */
export function composeDocument(draft: DocumentDraft): ExportDocument {
  let paragraphs = 0
  let annexes = 0
  let depth = 0
  const counts = [0, 0, 0, 0]

  const labelOf = (level: 1 | 2 | 3 | 4, numbering: 'auto' | 'annex' | 'none' | { label: string }) => {
    if (numbering === 'none') return undefined
    if (typeof numbering === 'object') return numbering.label
    if (numbering === 'annex') return annexLabel(++annexes, draft.language)
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    return headingLabel(level, counts[level - 1] ?? 1, draft.language)
  }

  const parts = draft.parts.map((part): Part => {
    switch (part.kind) {
      case 'heading': {
        const { level, text, numbering = 'auto', listed = level < 4 } = part
        if (level > depth + 1) throw new Error(`A heading of level ${level} follows one of level ${depth}`)
        depth = level
        const label = labelOf(level, numbering)
        counts.fill(0, level)
        return {
          kind: 'heading',
          level,
          ...(label && { label }),
          ...(numbering === 'annex' && { above: true }),
          text,
          listed,
        }
      }
      case 'paragraph': {
        const content = typeof part.content === 'string' ? [{ text: part.content }] : part.content
        const language = part.language ?? draft.language
        if (part.numbered === false) return { kind: 'paragraph', content, language }
        return { kind: 'paragraph', number: ++paragraphs, content, language }
      }
      case 'text': {
        const { shownAs, ...rest } = part
        return shownAs === undefined ? rest : { ...rest, shownAs: { text: shownAs, level: depth + 1 } }
      }
      default:
        return part
    }
  })
  return { ...draft, zone: draft.zone ?? NEW_YORK, parts }
}

export const textOf = (phrase: Phrase): string => (typeof phrase === 'string' ? phrase : phrase.text)
export const languageOf = (phrase: Phrase, otherwise: Language): Language =>
  typeof phrase === 'string' ? otherwise : phrase.language

// Control characters are in no XML and no font; a lone surrogate is in no UTF-8. Upstream refuses them, an older row may not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g

/** The text without what no file format can carry. */
export const printable = (text: string): string => text.toWellFormed().replace(UNPRINTABLE, '')
