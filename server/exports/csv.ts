import { fitted } from './cells.ts'
import type { ExportDocument } from './document.ts'
import type { Progress } from './render.ts'
import { say } from './words.ts'

// What a spreadsheet program takes for the beginning of a formula, also in its full-width and small forms, and what it
// skips before it. A program that separates by semicolons or tabs starts a new cell inside the text, and so does a line.
const STARTS = '=+\\-@＝＋－＠﹦﹢﹣﹫−'
const SKIPPED = '\\s\\u0000-\\u0020\\u00a0\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff'
const FORMULA = new RegExp(`(^[${SKIPPED}]*|[;\\t\\r\\n][${SKIPPED}]*)(?=[${STARTS}])`, 'gu')

/** Text that no spreadsheet program runs: an apostrophe stands before whatever could begin a formula. */
export const neutralized = (text: string): string => {
  const safe = text.replaceAll('\u0000', '').replace(FORMULA, "$1'")
  // The apostrophe must be the first character of the cell: one after a blank would itself be skipped.
  const first = safe.search(/\S/u)
  return /^[\t\r\n]/.test(safe) || (first > 0 && safe[first] === "'") ? `'${safe}` : safe
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** The first sheet, by RFC 4180 with a byte order mark, without which Excel would not read it as UTF-8. */
export async function renderCsv(document: ExportDocument, progress: Progress = () => undefined): Promise<Uint8Array> {
  const [sheet] = document.sheets
  if (!sheet) throw new Error('The document has no sheet to write as CSV')
  const { titles, rows } = fitted(sheet, document)
  const { banner, language } = document
  // On every row: one copied out of the file still says what it is.
  const lines = [
    [...titles, ...(banner ? [say(language, 'note')] : [])],
    ...rows.map((row) => [...row, ...(banner ? [banner] : [])]),
  ]
  const text = lines.map((line) =>
    line.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(neutralized(cell ?? '')))).join(','),
  )
  progress(1)
  return new TextEncoder().encode(`\ufeff${text.join('\r\n')}\r\n`)
}
