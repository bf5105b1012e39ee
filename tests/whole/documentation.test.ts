import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, settingNames } from '../../server/config.ts'
import { CAST, DEMO_CAST } from '../../server/seed/cast.ts'
import { checkingReceipts, guessingAt, tryingLinks } from '../../server/sign-in/throttle.ts'

const root = join(import.meta.dirname, '../..')
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md']
const documents = DOCUMENTS.map((name) => ({ name, text: textOf(name) }))
const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'))

/** Rows of tables, a list of cells each, without the headings. */
const rowsOf = (text: string) =>
  [...text.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) => row.split('|').map((cell) => cell.trim()))
/** What stands between backticks in a line, and whole blocks of code. */
const codeIn = (text: string) =>
  [...text.matchAll(/```\n([\s\S]*?)```|`([^`\n]+)`/g)].map((found) => found[1] ?? found[2])
const plain = (cell = '') => cell.replaceAll('`', '')

test('the first thing the README shows is the two commands', () => {
  expect(textOf('README.md').split('\n').slice(2, 6)).toEqual(['```', 'npm run demo', 'npm test', '```'])
})

test('every command that the documents name exists, and every command there is stands in the README', () => {
  const named = (text: string) =>
    [...text.matchAll(/npm (?:run ([\w:-]+)|(test|start)\b)/g)].map(([, run, short]) => run ?? short ?? '')
  for (const { name, text } of documents)
    for (const command of named(text)) expect(Object.keys(scripts), `${name}: npm run ${command}`).toContain(command)
  expect(new Set(named(textOf('README.md')))).toEqual(new Set(Object.keys(scripts)))
})

test('every program that a command starts exists', () => {
  for (const [name, script] of Object.entries(scripts))
    for (const path of script.match(/[\w./-]+\.(?:mjs|ts|cjs)\b/g) ?? [])
      expect(existsSync(join(root, path)), `${name}: ${path}`).toBe(true)
})

test('every path that the documents name exists', () => {
  const folders = /^(?:server|client|shared|migrations|tests|\.ci)\//
  const rootFiles = /^(?:docker-compose\.yml|package(?:-lock)?\.json|biome\.json|[A-Z]+\.md|LICENSE)$/
  const missing = documents.flatMap(({ name, text }) =>
    [...codeIn(text), ...[...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link)]
      .flatMap((code = '') => code.split(/\s+/))
      .filter((path) => (folders.test(path) || rootFiles.test(path)) && !/[<*]/.test(path))
      // Made by the build.
      .filter((path) => path !== 'client/dist' && !existsSync(join(root, path)))
      .map((path) => `${name}: ${path}`),
  )
  expect(missing).toEqual([])
})

test('the README has every setting with its default, and no other', () => {
  const rows = rowsOf(textOf('README.md')).filter(([name = '']) => /^`[A-Z_]+`$/.test(name))
  const defaults: Record<string, unknown> = { ...readConfig({}) }
  expect(Object.fromEntries(rows.map(([name, value]) => [plain(name), plain(value)]))).toEqual(
    Object.fromEntries(settingNames.map((name) => [name, String(defaults[name] ?? 'none')])),
  )
})

test('a setting named in any document is one', () => {
  // Beside the platform's own: what compose asks for, what the browser tests ask for.
  const known = [...settingNames, 'POSTGRES_PASSWORD', 'CHROMIUM']
  for (const { name, text } of documents)
    for (const [, setting = ''] of text.matchAll(/\b([A-Z][A-Z_]+)=/g))
      expect(known, `${name}: ${setting}`).toContain(setting)
})

test('the README prints the sign-ins of the demonstration', () => {
  const rows = rowsOf(textOf('README.md')).filter(([, , email = '']) => email.includes('@'))
  expect(rows.map(([, , email, password]) => [plain(email), plain(password)])).toEqual(
    DEMO_CAST.map(({ email, password }) => [email, password]),
  )
})

test('every library that ARCHITECTURE.md gives a reason for is used', () => {
  const [, chapter = ''] = textOf('ARCHITECTURE.md').split('## Why these libraries')
  const used = ['', 'server/', 'client/', 'shared/'].flatMap((folder) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(textOf(`${folder}package.json`))
    return [...Object.keys(dependencies), ...Object.keys(devDependencies)]
  })
  const named = rowsOf(chapter.split('\n## ')[0] ?? '').flatMap(([names = '']) => [...names.matchAll(/`([^`]+)`/g)])
  expect(named.length).toBeGreaterThan(10)
  for (const [, name] of named) expect(used).toContain(name)
})

test('the documents name no registry, no place on a machine, and nobody', () => {
  const cast = new Set(CAST.map(({ email }) => email))
  for (const { name, text } of documents) {
    expect(text, name).not.toMatch(/registry\.|npmjs|yarnpkg|jsr\.io|unpkg|jsdelivr/i)
    expect(text, name).not.toMatch(/(?:^|[\s`"'(])\/(?:home|root|work|tmp|usr|var|etc|opt|Users)\//m)
    expect(text, name).not.toMatch(/\b(?:Mr|Ms|Mrs|Dr|H\.E)\.?\s+[A-Z]/)
    for (const [address] of text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g))
      expect(cast.has(address) || address.endsWith('.example.org'), `${name}: ${address}`).toBe(true)
  }
})

test('the figures of throttling are those of the code', () => {
  const figures = textOf('SECURITY.md').replace(/ +/g, ' ')
  const [here, everywhere, network] = guessingAt('a@example.org', '192.0.2.1')
  const [links] = tryingLinks('192.0.2.1')
  const [receipts] = checkingReceipts('a')
  expect(figures).toContain(
    `| ${here!.max} in ${here!.minutes} minutes from one network, ${everywhere!.max} from everywhere |`,
  )
  expect(figures).toContain(`| ${network!.max} in ${network!.minutes} minutes |`)
  expect(figures).toContain(`| ${links!.max} in ${links!.minutes} minutes from one network |`)
  expect(figures).toContain(`| receipts checked | ${receipts!.max} in ${receipts!.minutes} minutes by one person |`)
})

test('each test and check of the catalogues stands in SECURITY.md, with a file that names it or the reason why none does', () => {
  const rows = new Map(rowsOf(textOf('SECURITY.md')).map(([number = '', where = '']) => [number, where]))
  const between = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const wanted = [
    ...[...between(1, 20), ...between(43, 62), ...between(80, 95)].map((number) => ({ kind: 'T', number })),
    ...[...between(1, 14), ...between(32, 34)].map((number) => ({ kind: 'C', number })),
  ]
  for (const { kind, number } of wanted) {
    const where = rows.get(`${kind}${number}`) ?? ''
    if (where.startsWith('not covered: ')) continue
    const files = [...where.matchAll(/`(tests\/[^`]+)`/g)].map(([, file = '']) => file)
    expect(files.length, `${kind}${number}`).toBeGreaterThan(0)
    const tag = kind === 'T' ? `\\[T?${number}\\]` : `\\[(?:C|un )${number}\\]`
    for (const file of files) expect(textOf(file), `${kind}${number} in ${file}`).toMatch(new RegExp(tag))
  }
})

test('SECURITY.md says of every numbered test where it is', () => {
  const rows = new Map(rowsOf(textOf('SECURITY.md')).map(([number = '', where = '']) => [number, where]))
  const missing = globSync('tests/**/*.test.ts', { cwd: root }).flatMap((file) =>
    [...new Set([...textOf(file).matchAll(/\[([TC]\d+)\]/g)].map(([, number = '']) => number))]
      .filter((number) => !rows.get(number)?.includes(`\`${file}\``))
      .map((number) => `${number}: ${file}`),
  )
  expect(missing).toEqual([])
})
