import type { Paper } from '@consultation/shared/exports.ts'
import { formatDate, formatNumber } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { type ShownAs, shownAs } from '@consultation/shared/rules/attribution.ts'
import { type Block, blocksOf, inLanguage, type Translated } from '@consultation/shared/text.ts'
import type { Thing } from '@consultation/shared/things.ts'
import { composeDocument, type DraftPart, type ExportDocument, type Phrase, type Sheet } from '../exports/document.ts'
import { say } from '../exports/words.ts'
import type { Texts } from '../findings/tables.ts'
import type { Names } from '../records/record-book.ts'

type Word = Parameters<typeof say>[1]

const SEPARATORS: Record<Language, string> = { ar: '، ', zh: '、', en: ', ', fr: ', ', ru: ', ', es: ', ' }
const BETWEEN = ' / '

/** A paper read in one language: its names and its words. */
export class PaperBook {
  readonly language: Language
  private readonly names: Names
  private readonly collator: Intl.Collator

  constructor(names: Names, language: Language) {
    this.names = names
    this.language = language
    this.collator = new Intl.Collator(language)
  }

  say(word: Word, values: Record<string, string | number> = {}): string {
    return say(this.language, word, values)
  }
  phrase(text: Translated): Phrase {
    const found = inLanguage(text, this.language)
    return found.language === this.language ? found.text : found
  }
  plain(text: Translated): string {
    return inLanguage(text, this.language).text
  }
  date(at: string): string {
    return formatDate(at, this.language)
  }
  number(value: number): string {
    return formatNumber(value, this.language)
  }
  /** A text in the language of the paper, else in the first there is, with the language it is in. */
  text(texts: Texts): { blocks: Block[]; language: Language } {
    for (const language of [this.language, 'en', 'fr', 'es', 'ru', 'zh', 'ar'] as const) {
      const blocks = texts[language]
      if (blocks && blocks.length > 0) return { blocks, language }
    }
    return { blocks: blocksOf('—'), language: this.language }
  }
  list(parts: readonly string[]): string {
    return parts.join(SEPARATORS[this.language])
  }
  delegation(id: string): string {
    return this.plain(this.names.delegations.get(id) ?? {})
  }
  delegations(ids: readonly string[]): string {
    return this.list(ids.map((id) => this.delegation(id)).sort(this.collator.compare))
  }
  /** AT3 As it may leave the house: null where nobody is named. */
  author(shown: ShownAs): string | null {
    const out = outside(shown)
    if (out.kind === 'withheld') return null
    if (out.kind === 'delegation') return this.delegation(out.delegationId)
    return out.groupId ? this.plain(this.names.groups.get(out.groupId) ?? {}) : (out.groupName ?? '')
  }
  regions(regions: readonly (string | null)[]): string {
    return regions
      .map((region) => (region ? this.plain(this.names.regions.get(region) ?? {}) : this.say('no_regional_group')))
      .join(BETWEEN)
  }
  keys<K extends string>(keys: readonly K[], word: 'paper_stance' | 'paper_move'): string {
    return keys.map((key) => this.say(word, word === 'paper_stance' ? { stance: key } : { move: key })).join(BETWEEN)
  }
  /** What something rests on, in a few words; null where its author asked not to be named. */
  source(thing: Thing): string | null {
    switch (thing.kind) {
      case 'theme':
        return this.plain(thing.title)
      case 'finding':
        return this.say('paper_source_finding', { number: thing.number, version: thing.version })
      case 'measure':
        return this.say('paper_source_measure', { number: thing.number })
      case 'paragraph':
        return this.say('paper_source_paragraph', { number: thing.number ?? 0 })
      case 'summary':
        return this.say('paper_source_summary', { number: thing.number ?? 0 })
      default: {
        const kind = this.say('paper_source_said', { kind: thing.kind })
        if (thing.shownAs === null) return kind
        const author = this.author(thing.shownAs)
        return author === null ? null : `${kind} (${author})`
      }
    }
  }
  sources(things: readonly Thing[]): string {
    return this.list([...new Set(things.flatMap((thing) => this.source(thing) ?? []))])
  }
  office(): string {
    return this.plain(this.names.office)
  }
}

/** AT3 Whoever makes the file, what leaves names nobody who asked not to be named. */
export const outside = (shown: ShownAs): ShownAs =>
  shown.kind === 'withheld'
    ? shown
    : shownAs(
        {
          delegationId: shown.delegationId,
          groupId: shown.kind === 'group' ? shown.groupId : null,
          groupName: shown.kind === 'group' ? shown.groupName : null,
        },
        shown.sealed ? 'not_for_attribution' : 'attributed',
        { kind: 'public' },
      )

export type Made = { book: PaperBook; at: Date; sample: boolean }

/** What every paper has: its name, status, office, and the note that stands before it. */
export function paperOf(
  { book, at, sample }: Made,
  paper: Paper | 'own',
  content: {
    title: Translated
    reference: string
    zone?: string
    about: string[]
    parts: DraftPart[]
    sheets: Sheet[]
  },
): ExportDocument {
  return composeDocument({
    language: book.language,
    title: book.say(`paper_${paper}`),
    subtitle: book.phrase(content.title),
    reference: content.reference,
    status: book.say('paper_status'),
    handling: 'unclassified',
    office: book.office(),
    date: at.toISOString(),
    ...(content.zone ? { zone: content.zone } : {}),
    ...(sample ? { banner: book.say('sample_banner') } : {}),
    parts: [
      ...(content.about.length > 0
        ? [{ kind: 'note' as const, title: book.say('note_by_office'), paragraphs: content.about }]
        : []),
      ...content.parts,
    ],
    sheets: content.sheets,
  })
}

export const sentence = (text: string): DraftPart => ({ kind: 'paragraph', numbered: false, content: text })
export const heading = (level: 1 | 2 | 3, text: Phrase): DraftPart => ({
  kind: 'heading',
  level,
  text,
  numbering: 'none',
})
