import { fitted } from './cells.ts'
import type { ExportDocument } from './document.ts'
import type { Progress } from './render.ts'
import { say } from './words.ts'

/** What a spreadsheet program takes for the beginning of a formula, also in full-width and small forms. */
const STARTS = new Set('=+-@＝＋－＠﹦﹢﹣﹫−')
/** What begins a cell: to a program set to semicolons or tabs also in the middle of the text. */
const SEPARATORS = new Set(';\t\r\n')
// A blank or an unseen character before the sign does not stop a program from running it.
const SKIPPED = /^[\s\p{Cc}\p{Cf}]$/u

/** Text that no spreadsheet program runs: an apostrophe stands before whatever could begin a formula. */
export function neutralized(text: string): string {
  let safe = ''
  let beginning = true
  let opening = true
  let quoteFirst = false
  // Character by character: an expression that looks past blanks would take quadratic time on a text of blanks.
  for (const character of text) {
    if (character === '\u0000') continue
    if (beginning && STARTS.has(character)) {
      if (opening) quoteFirst = true
      else safe += "'"
    }
    if (safe === '' && SEPARATORS.has(character) && character !== ';') quoteFirst = true
    safe += character
    if (SEPARATORS.has(character)) beginning = true
    else if (!SKIPPED.test(character)) beginning = false
    if (!SKIPPED.test(character)) opening = false
  }
  return quoteFirst ? `'${safe}` : safe
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
