// `npm run bench [-- --json FILE] [writing|reading|boards|rooms|returns|breakouts|retreat|trace|files|pages|rest ...]`: ours and what it is compared with, interleaved in one run.
import { writeFileSync } from 'node:fs'
import { boardLines } from './boards.ts'
import { breakoutLines } from './breakouts.ts'
import { fileLines } from './files.ts'
import { isMet, type Line, ratioOf, residentMemory } from './measure.ts'
import { pageLines } from './pages.ts'
import { openPlace, type Place } from './place.ts'
import { readingLines } from './reading.ts'
import { retreatLines } from './retreats.ts'
import { returnLines } from './returns.ts'
import { roomLines } from './rooms.ts'
import { traceLines } from './traces.ts'
import { writingLines } from './writing.ts'

/** What a server at rest needs and how soon it is there; measured last, on the data of the others. */
async function restLines(place: Place): Promise<Line[]> {
  await new Promise((done) => setTimeout(done, 15_000))
  return [
    { name: 'From start to ready', unit: 'ms', ours: place.startMs, reference: null, goal: 5_000 },
    { name: 'Resident memory at rest', unit: 'MB', ours: residentMemory(place.serverPid), reference: null, goal: 250 },
  ]
}

const PARTS = {
  writing: writingLines,
  reading: readingLines,
  boards: boardLines,
  rooms: roomLines,
  returns: returnLines,
  breakouts: breakoutLines,
  retreat: retreatLines,
  trace: traceLines,
  files: fileLines,
  pages: pageLines,
  rest: restLines,
}
type Part = keyof typeof PARTS
const isPart = (word: string): word is Part => Object.hasOwn(PARTS, word)

const args = process.argv.slice(2)
const jsonAt = args.indexOf('--json')
const jsonFile = jsonAt >= 0 ? args[jsonAt + 1] : undefined
const wanted = args.filter(isPart)

const place = await openPlace()
const lines: Line[] = []
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.some((one) => one === name)) continue
    console.log(`Measuring ${name} ...`)
    lines.push(...(await measure(place)))
  }
} finally {
  await place.stop()
}

const figure = (value: number | null) => (value === null ? '' : value >= 100 ? value.toFixed(0) : value.toPrecision(3))
const rows = lines.map((line) => ({
  name: line.name,
  unit: line.unit,
  ours: figure(line.ours),
  reference: line.reference ? `${figure(line.reference.value)} (${line.reference.name})` : '',
  ratio: figure(ratioOf(line)),
  goal: line.reference ? `${line.goal}x` : String(line.goal),
  met: isMet(line) ? 'yes' : 'NO',
}))
console.table(rows)
if (jsonFile) {
  const written = lines.map((line) => ({ ...line, ratio: ratioOf(line), met: isMet(line) }))
  writeFileSync(jsonFile, `${JSON.stringify(written, null, 2)}\n`)
}
