import { z } from 'zod'
import type { Language } from './languages.ts'

/** Longest answer, in characters as the screen counts them (code points). About 20 pages. */
export const ANSWER_MAX = 40_000
export const LINE_MAX = 200
export const NOTE_MAX = 4_000
/** Blocks in one text; more is a paste gone wrong. */
const BLOCKS_MAX = 2_000
const DEPTH_MAX = 4

// U+202A-202E and U+2066-2069 can make text read otherwise than it is stored (CVE-2021-42574).
// LRM, RLM and ALM only help neighbouring characters and stay: Arabic needs them.
const OPENING = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/
const BIDI = /[\u202a-\u202e\u2066-\u2069]/
// Everything below space but tab and line feed, and DEL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/
// Zero-width space, word joiner, BOM, Hangul fillers and tag characters: invisible, and used to fake a name. Joiners stay: scripts need them.
const INVISIBLE = /[\u115f\u1160\u180e\u200b\u2060\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/u
// Whatever begins a new line somewhere, and the second set of controls.
const BREAKS = /[\n\t\u0080-\u009f\u2028\u2029]/

/** Whether every direction mark that opens in the text closes in it, so that none reaches the next line. */
export function directionMarksBalance(text: string): boolean {
  if (!BIDI.test(text)) return true
  const open: string[] = []
  for (const mark of text) {
    if (OPENING.test(mark)) open.push(mark >= '\u2066' ? 'isolate' : 'embedding')
    else if (mark === '\u202c' && open.pop() !== 'embedding') return false
    else if (mark === '\u2069' && open.pop() !== 'isolate') return false
  }
  return open.length === 0
}

// Counting pairs costs a tenth of spreading the text, and every save counts.
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g
export const characters = (text: string) => text.length - (text.match(PAIRS)?.length ?? 0)

const clean = (text: string) => text.isWellFormed() && !CONTROL.test(text)

/** One line typed by a person (a name, a title): NFC, trimmed, no direction marks, nothing invisible. */
export const line = (max: number = LINE_MAX) =>
  z
    .string()
    .max(max * 4, 'too_long')
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => characters(text) <= max, 'too_long')
    .refine((text) => clean(text) && !BREAKS.test(text), 'unreadable_characters')
    .refine((text) => !BIDI.test(text), 'direction_marks')
    .refine((text) => !INVISIBLE.test(text), 'unreadable_characters')
    .refine((text) => text.length > 0, 'required')

/** Plain text over several lines (a note, a comment). */
export const prose = (max: number = NOTE_MAX) =>
  z
    .string()
    .max(max * 4, 'too_long')
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((text) => characters(text) <= max, 'too_long')
    .refine(clean, 'unreadable_characters')
    .refine((text) => text.split('\n').every(directionMarksBalance), 'direction_marks')

const inSix = <Each extends z.ZodType>(each: Each) => {
  const one = each.optional()
  return { ar: one, zh: one, en: one, fr: one, ru: one, es: one } satisfies Record<Language, unknown>
}

/** A text in some of the six languages, as it stands. */
export const Translated = z.object(inSix(z.string()))
export type Translated = z.infer<typeof Translated>
export const TranslatedLine = z.strictObject(inSix(line(600)))
export const TranslatedProse = z.strictObject(inSix(prose()))

/** The text in the reader's language, else in English, else in the first there is; with the language it is in. */
export function inLanguage(text: Translated, language: Language): { text: string; language: Language } {
  for (const candidate of [language, 'en', 'fr', 'es', 'ru', 'zh', 'ar'] as const) {
    const found = text[candidate]
    if (found) return { text: found, language: candidate }
  }
  return { text: '', language }
}

// What stands before an at sign looks like the place one goes to and is not: https://www.un.org@elsewhere.example.
const NAME_IN_ADDRESS = /^https?:[/\\]*[^/\\?#]*@/i

/** Only addresses that open a page or a letter; no script, no file, no data, nobody's name or password. */
export const LinkAddress = z
  .url({ protocol: /^(https?|mailto)$/, error: 'link_not_allowed' })
  .max(2_000, 'too_long')
  // A line break or tab within an address is passed over by browsers, and would hide what stands around it.
  .refine((address) => clean(address) && !BIDI.test(address) && !BREAKS.test(address), 'link_not_allowed')
  .refine((address) => !NAME_IN_ADDRESS.test(address), 'link_not_allowed')

/** A run of text with its emphasis. Adjacent runs with the same emphasis are one after `tidy`. */
export const Run = z.strictObject({
  text: z
    .string()
    .max(ANSWER_MAX * 4, 'too_long')
    .refine(clean, 'unreadable_characters')
    .transform((text) => text.normalize('NFC')),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  link: LinkAddress.optional(),
})
export type Run = z.infer<typeof Run>

export type Paragraph = { kind: 'paragraph'; content: Run[] }
export type List = { kind: 'list'; ordered: boolean; items: Block[][] }
export type Quotation = { kind: 'quotation'; content: Block[] }
export type Block = Paragraph | List | Quotation

/** Lists and quotations nest at most this deep; the same shape is checked on the way in and named on the way out. */
function blocksOfRuns(run: z.ZodType<Run>, depth = 0): z.ZodType<Block[]> {
  const paragraph = z.strictObject({ kind: z.literal('paragraph'), content: z.array(run).max(BLOCKS_MAX, 'too_long') })
  if (depth === DEPTH_MAX) return z.array(paragraph).max(BLOCKS_MAX, 'too_long')
  const inner = z.lazy(() => blocksOfRuns(run, depth + 1))
  return z
    .array(
      z.discriminatedUnion('kind', [
        paragraph,
        z.strictObject({
          kind: z.literal('list'),
          ordered: z.boolean(),
          items: z.array(inner).min(1).max(BLOCKS_MAX, 'too_long'),
        }),
        z.strictObject({ kind: z.literal('quotation'), content: inner }),
      ]),
    )
    .max(BLOCKS_MAX, 'too_long')
}

/** The one form of text: numbered blocks. Everything shown, exported or cited is rendered from it. */
export const Blocks = blocksOfRuns(Run)
  .refine((blocks) => characters(plainText(blocks)) <= ANSWER_MAX, 'too_long')
  .refine((blocks) => paragraphsOf(blocks).every((p) => directionMarksBalance(runsText(p.content))), 'direction_marks')
/** The same on its way out: it was checked when it came in. */
export const StoredBlocks = blocksOfRuns(
  z.strictObject({
    text: z.string(),
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    link: z.string().optional(),
  }),
)
export type Blocks = Block[]
/** The same text in some of the six languages: its paragraphs are numbered alike in each. */
export const TranslatedBlocks = z.strictObject(inSix(Blocks))
export const StoredTranslatedBlocks = z.object(inSix(StoredBlocks))
export type TranslatedBlocks = { [L in Language]?: Block[] }

export const runsText = (runs: Run[]) => runs.map((run) => run.text).join('')

/** Every paragraph of the text in reading order; its index is the number a citation names. */
export function paragraphsOf(blocks: Block[]): Paragraph[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return [block]
      case 'list':
        return block.items.flatMap(paragraphsOf)
      case 'quotation':
        return paragraphsOf(block.content)
    }
  })
}

/** The words alone, a line per paragraph: for search, counting and comparison. */
export const plainText = (blocks: Block[]) =>
  paragraphsOf(blocks)
    .map((p) => runsText(p.content))
    .join('\n')

const APOSTROPHES = /[\u2018\u2019\u02bc\u02b9\u2032\u00b4]/g
// Accents, Arabic vowel signs and tatweel, and what shows nothing. Ranges, because \p{M} costs three times as much.
const UNSPOKEN =
  /[\ufe00-\ufe0f\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\u0640]/g
const SPACES = /[^\S ]\s*| \s+/g

/** The words as search compares them: no accents, no case, no vowel signs, one apostrophe, single spaces. */
export const fold = (text: string) =>
  text.replace(APOSTROPHES, "'").normalize('NFKD').replace(UNSPOKEN, '').replace(SPACES, ' ').toLowerCase().trim()

export const isBlank = (blocks: Block[]) => plainText(blocks).trim() === ''

/** Plain paragraphs from typed lines. */
export const blocksOf = (text: string): Block[] =>
  text
    .split('\n')
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', content: [{ text: part.trim() }] }))

/** The one way to write a value down before hashing it: keys sorted, nothing else changed. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
