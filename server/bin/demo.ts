// `npm run demo`: the consultation of 2017 with people at work in it, on a database of its own.
import { readConfig } from '../config.ts'
import { CAST, DEMO_CAST } from '../seed/cast.ts'
import { seedDemo } from '../seed/demo.ts'
import { STATES } from '../seed/reference-data.ts'
import { type Running, start } from '../start.ts'
import { StartFailure } from '../start-failure.ts'
import { bringClientUpToDate } from './build-client.ts'

const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' })

let running: Running | null = null
let stopping: Promise<never> | null = null
// From the first moment: whoever changes their mind while it starts leaves nothing behind either.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

function stop(code: number): Promise<never> {
  stopping ??= (async () => {
    const faults = await running?.stop().catch((fault: unknown) => [fault])
    if (faults) console.error(...faults)
    process.exit(faults ? 1 : code)
  })()
  return stopping
}

try {
  // Letters to the cast go to the outbox: their addresses are nobody’s.
  const config = readConfig({ DATA_DIR: '.data/demo', LOG_LEVEL: 'warn', ...process.env, SAMPLE: 'true', SMTP_URL: '' })
  bringClientUpToDate(console.log)
  running = await start(config)
  const { app, address, ownerUrl } = running
  console.log('Loading the consultation of 2017 ...')
  const loaded = await seedDemo(app.parts, ownerUrl)
  console.log(welcome(address, loaded))
} catch (error) {
  // Told to stop while it was loading: what it could not finish then is no fault, and the next start goes on there.
  if (stopping) await stopping
  console.error(error instanceof StartFailure ? error.message : error)
  await stop(1)
}

function welcome(address: string, loaded: boolean): string {
  return [
    '',
    `The platform is at ${address}`,
    loaded
      ? 'Sample text, not the position of any State.'
      : 'Sample text, not the position of any State. Everything is as you left it.',
    '',
    ...table([['Who', 'Language', 'E-mail', 'Password'], ...signIns()]),
    '',
    'Ghana’s answers are with its head for clearance; Egypt has submitted and been asked a question; Senegal’s draft came back',
    'with a note; Norway has opened the list and written nothing. A session is open now: join it as two delegations in two',
    'browsers, and as staff, who chair it; another has taken place. The retreat is in its second day: breakout groups meet now,',
    'Egypt has yet to give feedback on the findings, and each delegation can follow what became of what it said. The Internal',
    'Review Team writes findings and the report, and reports from the groups. To chair a room full of simulated delegations:',
    'npm run rehearse, in a second window. Ctrl-C stops everything.',
    '',
  ].join('\n')
}

/** The ready ones first, then whoever speaks for a group, so that every role can be tried. */
function signIns(): string[][] {
  const speaker = CAST.filter(({ speaksFor }) => speaksFor)
  return [...DEMO_CAST, ...speaker].map((person) => [
    roleOf(person),
    LANGUAGE_NAMES.of(person.language) ?? person.language,
    person.email,
    person.password,
  ])
}

function roleOf({ officeRoles, memberships: [membership], speaksFor }: (typeof CAST)[number]): string {
  if (officeRoles.includes('administrator')) return 'Administrator'
  if (officeRoles.includes('irt')) return 'Internal Review Team'
  if (!membership) return 'Staff of the Chef de Cabinet'
  const state = STATES.find(({ iso3 }) => iso3 === membership.iso3)?.names.en.short
  const role = membership.role === 'head' ? 'Head of delegation' : 'Drafter'
  return `${role}, ${state}${speaksFor ? ' (for the Group of 77)' : ''}`
}

function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('   ')}`.trimEnd())
  return [lines[0] ?? '', `  ${widths.map((width) => '-'.repeat(width)).join('   ')}`, ...lines.slice(1)]
}
