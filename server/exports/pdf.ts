import { tmpdir } from 'node:os'
import { formatDate, formatDateTime, formatNumber } from '@consultation/shared/house-style.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { Block, Run } from '@consultation/shared/text.ts'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type ExportDocument, languageOf, type Part, type Phrase, printable, type Table, textOf } from './document.ts'
import { type Fonts, loadFonts } from './fonts.ts'
import { TEMPLATE } from './pdf-template.ts'
import type { Progress } from './render.ts'
import { say } from './words.ts'

/** The document as a tagged PDF (PDF/UA-1). The typesetting is one native call, so progress moves in large steps. */
export async function renderPdf(document: ExportDocument, progress: Progress = () => undefined): Promise<Uint8Array> {
  const fonts = loadFonts()
  // The workspace only has to exist: the source names no file.
  const compiler = NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs: fonts.files }] })
  const source = new Markup(document, fonts.covers).whole()
  progress(0.1)
  const compiled = compiler.compile({ mainFileContent: source })
  const { result } = compiled
  if (!result)
    throw new Error(`The PDF could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  progress(0.7)
  const pdf = compiler.pdf(result, { pdfStandard: 'ua-1' })
  compiler.evictCache(0)
  progress(1)
  return pdf
}

const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u
/** Stands for a character that the fonts of the six languages do not have; PDF/UA allows no missing glyph. */
const SUBSTITUTE = '□'

class Markup {
  private readonly document: ExportDocument
  private readonly covers: Fonts['covers']

  constructor(document: ExportDocument, covers: Fonts['covers']) {
    this.document = document
    this.covers = covers
  }

  /** The only way a text gets into the source: a string literal, in which nothing but these two characters means anything. */
  private literal(text: string): string {
    let shown = ''
    for (const character of printable(text)) {
      if (character === '"' || character === '\\') shown += `\\${character}`
      else if (character === '\t') shown += ' '
      else if (character === '\ufeff') continue
      else if (this.covers(character.codePointAt(0) ?? 0) || IGNORABLE.test(character)) shown += character
      else shown += SUBSTITUTE
    }
    return `"${shown}"`
  }

  /** Content: the lines of a text, in code mode. */
  private content(text: string): string {
    const lines = text.split('\n').map((line) => this.literal(line))
    return lines.length === 1 ? `[#${lines[0]}]` : `[${lines.map((line) => `#${line}`).join('#linebreak()')}]`
  }

  private phrase(phrase: Phrase, line = false): string {
    const { language } = this.document
    const content = this.content(textOf(phrase))
    return this.in(languageOf(phrase, language), content, line)
  }

  private rich(runs: Run[]): string {
    return runs
      .map((run) => {
        let content = this.content(run.link && run.link !== run.text ? `${run.text} (${run.link})` : run.text)
        if (run.italic) content = `[#emph(${content})]`
        if (run.bold) content = `[#strong(${content})]`
        return content
      })
      .join(' + ')
  }

  whole(): string {
    const { language, title, subtitle, reference, status, office, date, zone, handling, banner, release, parts } =
      this.document
    const day = formatDate(date, language, zone)
    const made = new Date(date)
    const [before = '', between = '', after = ''] = say(language, 'page_of', { page: '\n', pages: '\n' }).split('\n')
    const facts = [
      [say(language, 'office'), office],
      [say(language, 'date'), day],
      [say(language, 'status'), status],
      [say(language, 'handling'), say(language, handling)],
    ].map((pair) => `(${pair.map((text) => this.content(text ?? '')).join(', ')}),`)
    const settings = [
      `title: ${this.literal(textOf(title))}`,
      `date: datetime(year: ${made.getUTCFullYear()}, month: ${made.getUTCMonth() + 1}, day: ${made.getUTCDate()}, hour: ${made.getUTCHours()}, minute: ${made.getUTCMinutes()}, second: ${made.getUTCSeconds()})`,
      `language: "${language}"`,
      `running: (${[reference, day, status].map((text) => this.content(text)).join(', ')})`,
      `banner: ${banner ? this.content(banner) : 'none'}`,
      `handling: ${this.content(say(language, handling))}`,
      `page-of: (${[before, between, after].map((text) => this.content(text)).join(', ')})`,
    ]
    const source = [
      TEMPLATE,
      `#show: house.with(${settings.join(', ')})`,
      `#masthead(${this.content(reference)}, ${this.phrase(title)}, ${subtitle ? this.phrase(subtitle) : 'none'}, (${facts.join('')}))`,
      ...parts.map((part) => this.part(part)),
    ]
    if (release) {
      const lines = [
        `${reference}. ${say(language, 'release')} ${release.number}, ${formatDateTime(date, language, zone)}`,
        `${say(language, 'chain_head')}: ${release.chainHead}`,
      ]
      source.push(`#colophon(${lines.map((line) => this.content(line)).join(', ')})`)
    }
    return source.join('\n')
  }

  private part(part: Part): string {
    switch (part.kind) {
      case 'contents':
        return `#contents(${this.content(say(this.document.language, 'contents'))})`
      case 'heading': {
        const label = part.label ? this.content(part.label) : '[]'
        return `#heading(level: ${part.level}, outlined: ${part.listed}, supplement: ${part.above ? `box(${label})` : label}, ${this.phrase(part.text, true)})`
      }
      case 'paragraph': {
        const body = this.rich(part.content) || '[]'
        const made =
          part.number === undefined ? `par(${body})` : `numbered([#"${this.numberOf(part.number)}"], ${body})`
        return `#${this.in(part.language, made)}`
      }
      case 'text': {
        const heading = part.shownAs ? `#delegation(${part.shownAs.level}, ${this.phrase(part.shownAs.text)})\n` : ''
        const notes = (part.notes ?? []).map((note) => `#remark(${this.content(note)})\n`).join('')
        return `${heading}${notes}#${this.in(part.language, `{\n${this.blocks(part.blocks)}\n}`)}`
      }
      case 'item':
        return [
          `#item(${this.content(part.label)}, ${this.phrase(part.content)})`,
          ...(part.below ?? []).map((phrase) => `#below(${this.phrase(phrase)})`),
        ].join('\n')
      case 'table':
        return this.table(part)
      case 'note': {
        const title = part.title ? [`par(strong(${this.phrase(part.title)}))`] : []
        return `#note({${[...title, ...part.paragraphs.map((phrase) => `par(${this.phrase(phrase)})`)].join('\n')}})`
      }
      case 'pageBreak':
        return '#pagebreak(weak: true)'
    }
  }

  private numberOf = (number: number) => (this.document.language === 'ar' ? `${number} -` : `${number}.`)

  private in(language: Language, code: string, line = false): string {
    return language === this.document.language
      ? code
      : `spoken("${language}", within: "${this.document.language}",${line ? ' line: true,' : ''} ${code})`
  }

  private blocks(blocks: Block[]): string {
    return blocks
      .map((block) => {
        switch (block.kind) {
          case 'paragraph':
            return `par(${this.rich(block.content) || '[]'})`
          case 'quotation':
            return `quote(block: true, {${this.blocks(block.content)}})`
          case 'list': {
            const items = block.items.map((item) => `{${this.blocks(item)}}`)
            return `${block.ordered ? 'enum' : 'list'}(${items.join(', ')})`
          }
        }
      })
      .join('\n')
  }

  private table({ caption, columns, rows, total }: Table): string {
    const { language } = this.document
    const cell = (value: Phrase | number) =>
      this.phrase(typeof value === 'number' ? formatNumber(value, language) : value)
    const head = columns.map((column) => `strong(${this.phrase(column.title)})`)
    const body = rows.flatMap((row, at) =>
      columns.map((_, column) => {
        const content = cell(row[column] ?? '')
        return total && at === rows.length - 1 ? `strong(${content})` : content
      }),
    )
    const table = `table(columns: (${columns.map((column) => `${column.width ?? 1}fr`).join(', ')},), align: (${columns.map((column) => column.align ?? 'start').join(', ')},), table.header(${head.join(', ')}), ${body.join(', ')})`
    const title = caption ? `#block(above: 1.6em, below: 0.7em, sticky: true, strong(${this.phrase(caption)}))\n` : ''
    return `${title}#block(above: 0.9em, below: 1.6em, width: 100%, stroke: (top: 0.8pt), ${table})`
  }
}
