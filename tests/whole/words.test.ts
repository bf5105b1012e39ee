import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../shared/languages.ts'
import { messagePieces, type Part, parseMessage } from '../../shared/message.ts'

const root = join(import.meta.dirname, '../..')
const catalogues = globSync(['client/words/*/*.ts', 'shared/words/refusals/*.ts'], { cwd: root })

type Message = { area: string; language: Language; key: string; text: string }
const messages: Message[] = []
for (const file of catalogues) {
  const { words }: { words: Record<string, string> } = await import(join(root, file))
  const language = LANGUAGES.find((one) => one === basename(file, '.ts'))
  if (!language) throw new Error(`${file} is in no official language`)
  const area = basename(dirname(file))
  for (const [key, text] of Object.entries(words)) messages.push({ area, language, key, text })
}
const areas = [...new Set(messages.map(({ area }) => area))]
const english = messages.filter(({ language }) => language === 'en')
const named = ({ area, language, key }: Message) => `${area}/${language}: ${key}`

/** Arguments and tags a message takes, with how: `count plural`, `b tag`. */
function takes(parts: Part[]): string[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || part.kind === 'count') return []
    if (part.kind === 'tag') return [`${part.name} tag`, ...takes(part.content)]
    if (!('options' in part)) return [`${part.name} ${part.kind}`]
    return [`${part.name} ${part.kind}`, ...Object.values(part.options).flatMap(takes)]
  })
}
const argumentsOf = (text: string) => [...new Set(takes(parseMessage(text)))].sort()

test('every area speaks six languages with the same keys', () => {
  for (const area of areas) {
    const keys = english.filter((one) => one.area === area).map(({ key }) => key)
    for (const language of LANGUAGES) {
      const theirs = messages.filter((one) => one.area === area && one.language === language).map(({ key }) => key)
      expect(theirs.sort(), `${area}/${language}`).toEqual([...keys].sort())
    }
  }
})

test('a key means one thing wherever it stands', () => {
  const keys = english.map(({ key }) => key)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('every message is well formed and not empty', () => {
  const broken = messages.filter(({ text }) => {
    try {
      return parseMessage(text).length === 0
    } catch {
      return true
    }
  })
  expect(broken.map(named)).toEqual([])
})

test('a message takes the same arguments in every language', () => {
  const differing = messages.filter((message) => {
    const original = english.find(({ area, key }) => area === message.area && key === message.key)
    return original && argumentsOf(message.text).join() !== argumentsOf(original.text).join()
  })
  expect(differing.map(named)).toEqual([])
})

test('a plural has every form of its language', () => {
  const incomplete = messages.flatMap((message) => {
    const forms = new Intl.PluralRules(message.language).resolvedOptions().pluralCategories
    const missing = (parts: Part[]): string[] =>
      parts.flatMap((part) => {
        if (typeof part === 'string' || !('options' in part)) return []
        const inner = Object.values(part.options).flatMap(missing)
        return part.kind === 'plural' ? [...forms.filter((form) => !(form in part.options)), ...inner] : inner
      })
    const forgotten = missing(parseMessage(message.text))
    return forgotten.length > 0 ? [`${named(message)} lacks ${forgotten.join(', ')}`] : []
  })
  expect(incomplete).toEqual([])
})

test('our formatter and intl-messageformat make the same sentence of every message', () => {
  const counts = [0, 1, 2, 3, 5, 11, 21, 100]
  const strip = (pieces: unknown[]) => pieces.flat(9).join('').replaceAll('\u00a0', ' ')
  for (const { language, text } of messages) {
    const wanted = argumentsOf(text)
    const tags = wanted.filter((argument) => argument.endsWith(' tag')).map((argument) => argument.split(' ')[0] ?? '')
    const rest = wanted.filter((argument) => !argument.endsWith(' tag'))
    const choices = rest.some((argument) => argument.endsWith(' plural')) ? counts : [7]
    for (const count of choices) {
      const values = Object.fromEntries([
        ...rest.map((argument) => {
          const [name = '', kind] = argument.split(' ')
          return [name, kind === 'value' && !rest.includes(`${name} plural`) ? 'X' : count]
        }),
        ...tags.map((tag) => [tag, (content: unknown[]) => `[${strip(content)}]`]),
      ])
      const theirs = new IntlMessageFormat(text, language).format(values)
      const ours = messagePieces<string>(text, values, language)
      expect(strip(ours), text).toBe(strip([theirs]))
    }
  }
})

test('every key is used, and nothing else is', () => {
  const sources = globSync('client/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => ['dist', 'node_modules'].includes(basename(String(name))),
  })
  const literals = new Set<string>()
  for (const file of sources) {
    if (/^client\/words\/[^/]+\//.test(file)) continue
    for (const [, literal = ''] of readFileSync(join(root, file), 'utf8').matchAll(/'([a-z][a-z0-9_]*)'/g)) {
      literals.add(literal)
    }
  }
  // Every refusal is worded, whichever the server needs.
  const unused = english.filter(({ area, key }) => area !== 'refusals' && !literals.has(key))
  expect(unused.map(named)).toEqual([])
})

test('each language is written in its own typography', () => {
  const wrong: Record<Language, RegExp> = {
    // A straight apostrophe or quotation mark; two spaces; three points.
    en: /\w'\w|"| {2}|\.\.\./,
    // In French a no-break space stands before the high punctuation and inside the quotation marks.
    fr: /\w'\w|"| {2}|\.\.\.|[^\u00a0\u202f][;!?»](?!\w)|« |[^\u00a0\u202f\d] ?:(?=\s|$)/,
    es: /"| {2}|\.\.\.|(^|[^¿\w])Qué .*[^?]\?$/,
    ru: /"| {2}|\.\.\./,
    zh: /[\u4e00-\u9fff][,;:?!]|[,;:?!.]$|"| {2}/,
    ar: /[\u0600-\u06ff][,;?]|"| {2}/,
  }
  // ICU syntax is not text: what stands between braces is taken apart first.
  const textsOf = (parts: Part[]): string[] =>
    parts.flatMap((part) => {
      if (typeof part === 'string') return [part]
      if ('content' in part) return textsOf(part.content)
      return 'options' in part ? Object.values(part.options).flatMap(textsOf) : []
    })
  const offending = messages.filter(({ language, text }) =>
    textsOf(parseMessage(text)).some((plain) => wrong[language].test(plain)),
  )
  expect(offending.map((message) => `${named(message)}: ${message.text}`)).toEqual([])
})

test('nothing is left in English', () => {
  const same = messages.filter(({ area, language, key, text }) => {
    const original = english.find((one) => one.area === area && one.key === key)?.text
    return language !== 'en' && text === original && text.replace(/\{[^{}]*\}/g, '').split(' ').length > 2
  })
  expect(same.map(named)).toEqual([])
})
