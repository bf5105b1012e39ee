import { type ExportDocument, printable, type Sheet } from './document.ts'
import { say } from './words.ts'

type Cell = Sheet['rows'][number][number]

/** What a spreadsheet program keeps of one cell; a longer text would be cut, or run over into the next row. */
export const CELL_MAX = 32_767

/** The text in pieces that fit a cell, none of which ends in the middle of a character. */
function pieces(text: string): string[] {
  const cut: string[] = []
  let from = 0
  while (text.length - from > CELL_MAX) {
    const lead = text.charCodeAt(from + CELL_MAX - 1)
    const to = from + CELL_MAX - (lead >= 0xd800 && lead <= 0xdbff ? 1 : 0)
    cut.push(text.slice(from, to))
    from = to
  }
  return [...cut, text.slice(from)]
}

export type FittedSheet = { name: string; titles: string[]; widths: (number | undefined)[]; rows: Cell[][] }

/** The sheet with every text printable, and a column with longer texts than a cell holds continued in columns beside it. */
export function fitted(sheet: Sheet, { language }: ExportDocument): FittedSheet {
  const rows = sheet.rows.map((row) =>
    sheet.columns.map((_, column) => {
      const cell = row[column] ?? null
      return typeof cell === 'string' ? pieces(printable(cell)) : [cell]
    }),
  )
  const spans = sheet.columns.map((_, column) => Math.max(1, ...rows.map((row) => row[column]?.length ?? 1)))
  return {
    name: sheet.name,
    titles: sheet.columns.flatMap(({ title }, column) =>
      Array.from({ length: spans[column] ?? 1 }, (_, part) =>
        part === 0 ? printable(title) : say(language, 'continued', { title: printable(title), part: part + 1 }),
      ),
    ),
    widths: sheet.columns.flatMap(({ width }, column) => Array.from({ length: spans[column] ?? 1 }, () => width)),
    rows: rows.map((row) =>
      row.flatMap((cell, column) => [...cell, ...Array((spans[column] ?? 1) - cell.length).fill(null)]),
    ),
  }
}
