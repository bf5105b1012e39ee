import { formatDate, formatDateTime, formatNumber } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { Block, Run } from '@consultation/shared/text.ts'
import {
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import {
  type ExportDocument,
  languageOf,
  type Part,
  type Phrase,
  printable,
  type Table as TablePart,
  textOf,
} from './document.ts'
import { Line, type RunForm, Words } from './docx-light.ts'
import { isRightToLeft, LANGUAGE_TAGS, numberingIn, PAGE, STEP, stylesIn, TEXT_WIDTH } from './docx-styles.ts'
import type { Progress } from './render.ts'
import { say } from './words.ts'
import { withoutEntryTimes } from './zip-times.ts'

const CREATOR = 'Consultation platform'
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' }
const RULE = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

type Emphasis = { bold?: true; italic?: true }

/** The document for Word: real styles, numbering that Word counts, no link or field that reaches outside the file. */
export async function renderDocx(document: ExportDocument, progress: Progress = () => undefined): Promise<Uint8Array> {
  const body = new Body(document)
  const children: FileChild[] = body.masthead()
  document.parts.forEach((part, index) => {
    children.push(...body.part(part))
    if (index % 200 === 0) progress(0.1 + (0.5 * index) / document.parts.length)
  })
  children.push(...body.colophon())
  const file = new Document({
    title: printable(textOf(document.title)),
    styles: stylesIn(document.language),
    numbering: numberingIn(document.language),
    sections: [{ ...body.section(), children }],
  })
  progress(0.65)
  const packed = await Packer.toBuffer(file, undefined, [{ path: 'docProps/core.xml', data: coreProperties(document) }])
  progress(1)
  return withoutEntryTimes(packed)
}

/** The package would write the time of packing here. */
function coreProperties({ title, date }: ExportDocument): string {
  const escaped = printable(textOf(title)).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const at = `xsi:type="dcterms:W3CDTF">${new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')}`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped}</dc:title><dc:creator>${CREATOR}</dc:creator><cp:lastModifiedBy>${CREATOR}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created ${at}</dcterms:created><dcterms:modified ${at}</dcterms:modified></cp:coreProperties>`
}

const ARABIC = /\p{Script=Arabic}/u
// From a letter of another script to the last letter or digit before Arabic goes on: a symbol or address inside an
// Arabic line, which Word would otherwise turn around at its slashes and stops.
const FOREIGN =
  /\p{Script=Latin}[^\p{Script=Arabic}\n]*[\p{Script=Latin}\p{Nd}/]|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}]+/gu
const NATIVE = /\p{Script=Arabic}[^\p{L}\n]*(?:\p{Script=Arabic}[^\p{L}\n]*)*/gu

/** A bookmark numbered within its document: the package counts through the process, so a second file would differ. */
class CountedBookmark extends Bookmark {
  override readonly start: BookmarkStart
  override readonly end: BookmarkEnd
  constructor(number: number, children: ParagraphChild[]) {
    super({ id: `_Toc${number}`, children })
    this.start = new BookmarkStart(`_Toc${number}`, number)
    this.end = new BookmarkEnd(number)
  }
}

class Body {
  private readonly document: ExportDocument
  private readonly rtl: boolean
  private lists = 0
  private bookmarks = 0

  constructor(document: ExportDocument) {
    this.document = document
    this.rtl = isRightToLeft(document.language)
  }

  /** Runs of one text, cut where the script turns and where a line ends. */
  private runs(text: string, language: Language, emphasis: Emphasis = {}): TextRun[] {
    const clean = printable(text)
    const own: RunForm = { ...emphasis }
    if (language === 'zh') own.eastAsia = LANGUAGE_TAGS.zh
    else if (language !== 'ar' && language !== this.document.language) own.latin = LANGUAGE_TAGS[language]
    const arabic = ARABIC.test(clean)
    if (!arabic && !clean.includes('\n')) return [new Words(clean, own)]

    const runs: TextRun[] = []
    clean.split('\n').forEach((line, index) => {
      if (index > 0) runs.push(lineBreak())
      for (const piece of arabic ? cut(line, language === 'ar' ? FOREIGN : NATIVE) : [{ text: line, matched: false }]) {
        const rightToLeft = arabic && piece.matched !== (language === 'ar')
        runs.push(new Words(piece.text, rightToLeft ? { ...emphasis, rightToLeft } : own))
      }
    })
    return runs
  }

  private rich(content: Run[], language: Language): TextRun[] {
    return content.flatMap((run) => {
      const emphasis: Emphasis = { ...(run.bold && { bold: true }), ...(run.italic && { italic: true }) }
      const shown = run.link && run.link !== run.text ? `${run.text} (${run.link})` : run.text
      return this.runs(shown, language, emphasis)
    })
  }

  private phrase(phrase: Phrase, emphasis: Emphasis = {}): TextRun[] {
    return this.runs(textOf(phrase), languageOf(phrase, this.document.language), emphasis)
  }

  /** Only a paragraph that reads the other way says so: the style of the body is left to right. */
  private paragraph(style: string, children: ParagraphChild[], language: Language, more?: IParagraphOptions) {
    if (!more) return new Line({ style, rightToLeft: isRightToLeft(language) }, children)
    return new Paragraph({ style, children, ...(isRightToLeft(language) && { bidirectional: true }), ...more })
  }

  private line(style: string, phrase: Phrase, more?: IParagraphOptions) {
    return this.paragraph(style, this.phrase(phrase), languageOf(phrase, this.document.language), more)
  }

  masthead(): FileChild[] {
    const { language, title, subtitle, reference, office, date, zone, status, handling, banner } = this.document
    const facts: [string, string][] = [
      [say(language, 'office'), office],
      [say(language, 'date'), formatDate(date, language, zone)],
      [say(language, 'status'), status],
      [say(language, 'handling'), say(language, handling)],
    ]
    return [
      this.line('Reference', reference),
      ...(banner ? [this.line('Banner', banner)] : []),
      this.line('Title', title),
      ...(subtitle ? [this.line('Subtitle', subtitle)] : []),
      ...facts.map(([name, value]) =>
        this.paragraph('Fact', [...this.runs(name, language), tab(), ...this.runs(value, language)], language),
      ),
    ]
  }

  part(part: Part): FileChild[] {
    const { language } = this.document
    switch (part.kind) {
      case 'contents':
        return this.contents()
      case 'heading': {
        const own = languageOf(part.text, language)
        const label = part.label ? [...this.runs(part.label, language), part.above ? lineBreak() : tab()] : []
        const text = this.phrase(part.text)
        const shown = part.listed ? this.bookmarked([...label, ...text]) : [...label, ...text]
        const indent = part.label && !part.above ? {} : { indent: { left: 0, hanging: 0 } }
        if (part.listed || part.level === 4)
          return [
            new Paragraph({
              heading: HEADINGS[part.level - 1],
              children: shown,
              ...(isRightToLeft(own) && { bidirectional: true }),
              ...indent,
            }),
          ]
        return [this.paragraph('Unlisted', shown, own, { outlineLevel: part.level - 1 })]
      }
      case 'paragraph': {
        const children = this.rich(part.content, part.language)
        if (part.number === undefined) return [this.paragraph('Reply', children, part.language)]
        return [
          this.paragraph('Numbered', children, part.language, {
            numbering: { reference: 'paragraphs', level: 0, custom: true },
          }),
        ]
      }
      case 'text': {
        const lines: FileChild[] = []
        if (part.shownAs) lines.push(this.delegation(part.shownAs))
        for (const note of part.notes ?? []) lines.push(this.line('ReplyNote', note))
        lines.push(...this.blocks(part.blocks, part.language, { style: 'Reply', depth: 0 }))
        return lines
      }
      case 'item': {
        const own = languageOf(part.content, language)
        return [
          this.paragraph('Item', [...this.runs(part.label, language), tab(), ...this.phrase(part.content)], own),
          ...(part.below ?? []).map((phrase) => this.line('ItemText', phrase)),
        ]
      }
      case 'table':
        return this.table(part)
      case 'note':
        return [
          ...(part.title ? [this.line('NoteTitle', part.title)] : []),
          ...part.paragraphs.map((phrase) => this.line('Note', phrase)),
        ]
      case 'pageBreak':
        return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: 'exact' } })]
    }
  }

  private delegation({ text, level }: { text: Phrase; level: number }) {
    const rightToLeft = isRightToLeft(languageOf(text, this.document.language))
    return new Line({ style: 'Delegation', rightToLeft, outlineLevel: level - 1 }, this.phrase(text))
  }

  private blocks(blocks: Block[], language: Language, at: { style: string; depth: number }): Paragraph[] {
    return blocks.flatMap((block) => {
      switch (block.kind) {
        case 'paragraph': {
          const form = { style: at.style, rightToLeft: isRightToLeft(language), indent: at.depth * STEP }
          return [new Line(form, this.rich(block.content, language))]
        }
        case 'quotation':
          return this.blocks(block.content, language, { ...at, style: 'Quotation' })
        case 'list': {
          const reference = block.ordered ? 'ordered' : 'bulleted'
          const instance = block.ordered ? ++this.lists : 0
          return block.items.flatMap((item) => {
            const [first, ...rest] = item
            const inside = { style: at.style, depth: at.depth + 1 }
            if (first?.kind !== 'paragraph') return this.blocks(item, language, inside)
            const marked = this.paragraph(at.style, this.rich(first.content, language), language, {
              numbering: { reference, level: Math.min(at.depth, 4), instance, custom: true },
            })
            return [marked, ...this.blocks(rest, language, inside)]
          })
        }
      }
    })
  }

  private table({ caption, columns, rows, total }: TablePart): FileChild[] {
    const { language } = this.document
    const shares = columns.map((column) => column.width ?? 1)
    const whole = shares.reduce((sum, share) => sum + share, 0)
    const widths = shares.map((share) => Math.floor((share / whole) * TEXT_WIDTH))
    const cell = (value: Phrase | number, column: number, form: { head?: boolean; bold?: boolean }) => {
      const phrase = typeof value === 'number' ? formatNumber(value, language) : value
      const end = columns[column]?.align === 'end'
      return new TableCell({
        width: { size: widths[column] ?? 0, type: WidthType.DXA },
        ...(form.head && { shading: { type: ShadingType.CLEAR, fill: 'F2F2F2', color: 'auto' } }),
        children: [
          this.paragraph(
            'Cell',
            this.phrase(phrase, form.head || form.bold ? { bold: true } : {}),
            languageOf(phrase, language),
            end ? { alignment: 'end' } : undefined,
          ),
        ],
      })
    }
    const made = [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, index) => cell(column.title, index, { head: true })),
      }),
      ...rows.map(
        (row, place) =>
          new TableRow({
            cantSplit: true,
            children: row.map((value, index) => cell(value, index, { bold: total && place === rows.length - 1 })),
          }),
      ),
    ]
    return [
      ...(caption ? [this.line('Caption', caption)] : []),
      new Table({
        rows: made,
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        columnWidths: widths,
        layout: TableLayoutType.FIXED,
        visuallyRightToLeft: this.rtl,
        margins: { left: 80, right: 80 },
        borders: { top: RULE, bottom: RULE, left: NONE, right: NONE, insideHorizontal: HAIRLINE, insideVertical: NONE },
      }),
      new Paragraph({ spacing: { after: 120 } }),
    ]
  }

  /** The field with its entries already in it. Page numbers come when Word updates it; it does not ask on opening. */
  private contents(): FileChild[] {
    const { language, parts } = this.document
    let bookmark = 0
    const entries = parts.flatMap((part) => {
      if (part.kind !== 'heading' || !part.listed) return []
      const label = part.label ? [...this.runs(part.label, language), tab()] : []
      const link = new InternalHyperlink({
        anchor: `_Toc${++bookmark}`,
        children: [...label, ...this.phrase(part.text)],
      })
      return [this.paragraph(`TOC${Math.min(part.level, 3)}`, [link], languageOf(part.text, language))]
    })
    return [
      this.line('Contents', say(language, 'contents')),
      new TableOfContents(say(language, 'contents'), {
        hyperlink: true,
        headingStyleRange: '1-3',
        beginDirty: false,
        contentChildren: entries,
      }),
    ]
  }

  private bookmarked(children: ParagraphChild[]): ParagraphChild[] {
    return [new CountedBookmark(++this.bookmarks, children)]
  }

  colophon(): FileChild[] {
    const { language, zone, date, release, reference } = this.document
    if (!release) return []
    const lines = [
      `${reference}. ${say(language, 'release')} ${release.number}, ${formatDateTime(date, language, zone)}`,
      `${say(language, 'chain_head')}: ${release.chainHead}`,
    ]
    return lines.map((text, index) =>
      this.line(
        'Colophon',
        text,
        index === 0 ? { border: { top: { ...HAIRLINE, space: 6 } }, spacing: { before: 480 } } : {},
      ),
    )
  }

  section() {
    const { language, reference, status, date, zone, handling, banner } = this.document
    const ends = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }]
    const pair = (start: ParagraphChild[], end: ParagraphChild[]) =>
      this.paragraph('Running', [...start, tab(), ...end], language, { tabStops: ends })
    const [before = '', between = '', after = ''] = say(language, 'page_of', { page: '\u0001', pages: '\u0001' }).split(
      '\u0001',
    )
    const page = new TextRun({
      children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after].filter((piece) => piece !== ''),
      ...(this.rtl && { rightToLeft: true }),
    })
    const footer = new Footer({ children: [pair(this.runs(say(language, handling), language), [page])] })
    const bannerLine = banner ? [this.line('Banner', banner)] : []
    return {
      properties: {
        titlePage: true,
        page: {
          size: { width: PAGE.width, height: PAGE.height },
          margin: { left: PAGE.side, right: PAGE.side, top: PAGE.top, bottom: PAGE.bottom, header: 720, footer: 720 },
        },
      },
      headers: {
        // The first page has all this in its masthead.
        first: new Header({ children: bannerLine.length > 0 ? bannerLine : [new Paragraph({})] }),
        default: new Header({
          children: [
            pair(this.runs(reference, language), this.runs(formatDate(date, language, zone), language)),
            this.line('Running', status),
            ...bannerLine,
          ],
        }),
      },
      footers: { first: footer, default: footer },
    }
  }
}

const lineBreak = () => new TextRun({ break: 1 })
const tab = () => new TextRun({ children: [new Tab()] })

function cut(text: string, pattern: RegExp): { text: string; matched: boolean }[] {
  const pieces: { text: string; matched: boolean }[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), matched: false })
    pieces.push({ text: match[0], matched: true })
    from = match.index + match[0].length
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from), matched: false })
  return pieces
}
