import { formatDateTime } from '@consultation/shared/house-style.ts'
import { directionOf } from '@consultation/shared/languages.ts'
import writeWorkbook, { type Cell, type Row } from 'write-excel-file/node'
import { type FittedSheet, fitted } from './cells.ts'
import { type ExportDocument, printable, textOf } from './document.ts'
import type { Progress } from './render.ts'
import { say } from './words.ts'
import { withoutEntryTimes } from './zip-times.ts'

const WIDTH = 20

/** One sheet each, and a first one that says what the file is. Every cell is text or a number; none is a formula. */
export async function renderXlsx(document: ExportDocument, progress: Progress = () => undefined): Promise<Uint8Array> {
  const rightToLeft = directionOf(document.language) === 'rtl'
  const names = new Set<string>()
  const sheets = [
    ...document.sheets.map((sheet) => {
      const content = withoutEmpty(fitted(sheet, document))
      const banner = document.banner ? [bannerRow(document.banner, content.titles.length)] : []
      return {
        sheet: sheetName(content.name, names),
        data: [...banner, content.titles.map(head), ...content.rows.map((row) => row.map(cell))],
        columns: widthsOf(content),
        stickyRowsCount: banner.length + 1,
        rightToLeft,
      }
    }),
    {
      sheet: sheetName(say(document.language, 'about'), names),
      data: about(document),
      columns: [{ width: 28 }, { width: 90 }],
      rightToLeft,
    },
  ]
  progress(0.3)
  const packed = await writeWorkbook(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()
  progress(1)
  return withoutEntryTimes(packed)
}

/** A column in which nothing stands only makes a reader scroll. In a CSV, which a program reads, it keeps its place. */
function withoutEmpty(sheet: FittedSheet): FittedSheet {
  if (sheet.rows.length === 0) return sheet
  const filled = sheet.titles.map((_, column) => sheet.rows.some((row) => row[column] !== null && row[column] !== ''))
  const kept = <T>(cells: readonly T[]) => cells.filter((_, column) => filled[column])
  return { ...sheet, titles: kept(sheet.titles), widths: kept(sheet.widths), rows: sheet.rows.map(kept) }
}

/** The program reads _x0041_ in a text as an A, so an underscore that begins such a sequence is itself written as one. */
const literal = (text: string): string => {
  const escaped = printable(text).replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
  // The package looks texts up among the properties of an object, where some words are already taken.
  return escaped in {}
    ? `_x${escaped.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${escaped.slice(1)}`
    : escaped
}

function cell(value: string | number | null): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' }
  return { value: literal(value), type: String, wrap: true, alignVertical: 'top' }
}

const head = (title: string): Cell => ({
  value: literal(title),
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
  backgroundColor: '#F2F2F2',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#000000',
})

const bannerRow = (banner: string, columns: number): Row => [
  { value: literal(banner), type: String, fontWeight: 'bold', columnSpan: columns },
  ...Array(columns - 1).fill(null),
]

const widthsOf = ({ widths }: FittedSheet) => widths.map((width) => ({ width: width ?? WIDTH }))

/** A name the program accepts: at most 31 characters, none of []:*?/\ and no other sheet's. */
function sheetName(name: string, taken: Set<string>): string {
  const base =
    printable(name)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 27) || '1'
  let unique = base
  for (let again = 2; taken.has(unique.toLowerCase()); again++) unique = `${base} ${again}`
  taken.add(unique.toLowerCase())
  return unique
}

function about(document: ExportDocument): Row[] {
  const { language, title, subtitle, reference, office, date, zone, status, handling, banner, release } = document
  const lines: [string, string][] = [
    [say(language, 'title'), textOf(title)],
    ...(subtitle ? [['', textOf(subtitle)] satisfies [string, string]] : []),
    [say(language, 'reference'), reference],
    [say(language, 'office'), office],
    [say(language, 'date'), formatDateTime(date, language, zone)],
    [say(language, 'status'), status],
    [say(language, 'handling'), say(language, handling)],
    ...(banner ? [[say(language, 'note'), banner] satisfies [string, string]] : []),
  ]
  if (release) {
    lines.push([say(language, 'release'), String(release.number)])
    lines.push([say(language, 'chain_head'), release.chainHead])
  }
  return lines.map(([name, value]) => [
    { ...(name && { value: name, type: String }), fontWeight: 'bold', alignVertical: 'top' },
    cell(value),
  ])
}
