import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { EVENT_KINDS } from '../../shared/live.ts'
import { REFUSALS } from '../../shared/refusals.ts'
import { PERMISSIONS } from '../../shared/rules/access.ts'

const root = join(import.meta.dirname, '../..')
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts'))
const textOf = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

/** Everything a file imports: packages by name, files by path from the root. */
function importsOf(file: string): string[] {
  const found = (textOf.get(file) ?? '').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...found].map(([, name = '']) => {
    if (name.startsWith('.')) return normalize(join(dirname(file), name))
    return name.replace(/^@consultation\//, '')
  })
}
const imports = files.flatMap((file) => importsOf(file).map((name) => ({ file, name })))
const offenders = (wrong: (one: { file: string; name: string }) => boolean) =>
  imports.filter(wrong).map(({ file, name }) => `${file} imports ${name}`)

test('what both sides share knows neither side', () => {
  expect(offenders(({ file, name }) => file.startsWith('shared/') && /^(server|client|tests)\//.test(name))).toEqual([])
  expect(offenders(({ file, name }) => file.startsWith('server/') && /^(client|tests)\//.test(name))).toEqual([])
  expect(offenders(({ file, name }) => file.startsWith('client/') && /^(server|tests)\//.test(name))).toEqual([])
})

test('what the platform rests on does not know what rests on it', () => {
  // The domains downwards; a module imports from its own row or an earlier one.
  const rows = [
    ['database'],
    ['journal'],
    ['rooms'],
    ['people', 'sign-in', 'notices'],
    ['consultations'],
    ['question-lists'],
    ['responses'],
    ['threads'],
    ['exports'],
    ['links'],
    ['sessions'],
    ['floor', 'board', 'temperatures', 'topics'],
    ['records'],
    ['findings'],
    ['retreats'],
    ['feedback'],
    ['measures', 'reports'],
    ['traces'],
    ['papers'],
    ['reference'],
  ]
  const rank = new Map(rows.flatMap((row, index) => row.map((domain) => [domain, index] as const)))
  const domainOf = (path: string) => path.match(/^server\/([^/]+)\//)?.[1] ?? ''
  const upwards = offenders(({ file, name }) => {
    const from = rank.get(domainOf(file))
    const to = rank.get(domainOf(name))
    // Tables refer to each other’s keys, and drawing a document is a tool like any library.
    if (name.endsWith('/tables.ts') || /^server\/exports\/(document|render|house-style|file-name|words)/.test(name))
      return false
    return from !== undefined && to !== undefined && to > from
  })
  expect(upwards).toEqual([])
})

test('rooms know no domain', () => {
  const domains =
    /^server\/(people|sign-in|consultations|question-lists|responses|threads|exports|notices|sessions|floor|board|temperatures|topics|records|links|findings|retreats|feedback|measures|reports|traces|papers)\//
  expect(offenders(({ file, name }) => file.startsWith('server/rooms/') && domains.test(name))).toEqual([])
})

test('a folder of pages imports no other (threads and the editor excepted)', () => {
  const own = ['ui', 'words', 'styles', 'threads', 'editor']
  const folderOf = (path: string) => path.match(/^client\/([^/]+)\//)?.[1] ?? ''
  const crossing = offenders(({ file, name }) => {
    const from = folderOf(file)
    const to = folderOf(name)
    return from !== '' && to !== '' && from !== to && !own.includes(to) && !own.includes(from)
  })
  expect(crossing).toEqual([])
})

test('one file knows Lucia, one reads the environment, one writes to sockets', () => {
  const lucia = offenders(
    ({ file, name }) => name === 'lucia' && !file.startsWith('server/sign-in/') && !file.startsWith('tests/'),
  )
  expect(lucia).toEqual([])
  const naming = (pattern: RegExp, allowed: RegExp) =>
    files.filter(
      (file) => /^(server|shared)\//.test(file) && !allowed.test(file) && pattern.test(textOf.get(file) ?? ''),
    )
  expect(naming(/process\.env\.[A-Z]/, /^server\/(config|bin\/|database\/embedded)/)).toEqual([])
  expect(naming(/(socket|wire)\.send\(/, /^server\/rooms\/(connection|wire)\.ts$/)).toEqual([])
})

test('[T87] no HTML is made of text, no SQL of strings, and no import lacks its ending', () => {
  const naming = (pattern: RegExp) =>
    files.filter((file) => /^(server|shared|client)\//.test(file) && pattern.test(textOf.get(file) ?? ''))
  expect(naming(/dangerouslySetInnerHTML|innerHTML\s*=|insertAdjacentHTML|document\.write/)).toEqual([])
  expect(naming(/sql\.raw\(|sql\.identifier\(|\.as\((?!'\w+'\))/)).toEqual([])
  expect(
    offenders(({ file, name }) => /^(server|shared)\//.test(file) && /^(server|shared)\/[^.]*$/.test(name)),
  ).toEqual([])
})

test('[T80] no source file holds a direction mark that could make it read otherwise than it runs', () => {
  const marks = /[\u202a-\u202e\u2066-\u2069]/
  expect(files.filter((file) => marks.test(textOf.get(file) ?? ''))).toEqual([])
})

test('beside the given folders the root holds only what tools and readers expect there', () => {
  const expected = new Set([
    ...['server', 'client', 'shared', 'migrations', 'tests', '.ci'],
    ...['package.json', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.json', 'docker-compose.yml', 'biome.json'],
    ...['README.md', 'ARCHITECTURE.md', 'GROWING.md', 'CONTRIBUTING.md', 'SECURITY.md', 'LICENSE', 'vitest.config.ts'],
    ...['.gitignore', '.editorconfig', '.dockerignore', '.npmrc', '.nvmrc'],
  ])
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
  const top = [...new Set(tracked.map((file) => file.split('/')[0] ?? ''))]
  expect(top.filter((entry) => !expected.has(entry))).toEqual([])
})

test('whatever may be refused, happen or be permitted does so somewhere', () => {
  const declared = {
    'shared/refusals.ts': Object.keys(REFUSALS),
    'shared/live.ts': EVENT_KINDS,
    'shared/rules/access.ts': Object.keys(PERMISSIONS),
  }
  for (const [file, names] of Object.entries(declared)) {
    const elsewhere = files
      .filter((one) => one !== file && !/^tests\/|\/words\//.test(one))
      .map((one) => textOf.get(one))
    const text = elsewhere.join('\n')
    expect([file, names.filter((name) => !text.includes(`'${name}'`))]).toEqual([file, []])
  }
})
