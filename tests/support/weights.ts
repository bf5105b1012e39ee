import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = { file: string; imports?: string[]; css?: string[] }
type Manifest = Record<string, Chunk>

/** What a page needs before it can be used, compressed: bytes of script and of style. Fonts are apart. */
export type PageWeight = {
  script: number
  style: number
  total: number
  /** Our files that have a chunk of their own among them. */
  parts: string[]
}

const client = join(import.meta.dirname, '../../client')
const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es']

/** The pages of the table of routes, each with its area of words. */
function pages(): { table: string; file: string; words: string }[] {
  return ['routes.ts', 'further-routes.ts'].flatMap((table) => {
    const routes = readFileSync(join(client, table), 'utf8')
    const found = routes.matchAll(/import\('\.\/([^']+)'\),\s*words:\s*'([^']+)'/g)
    return [...found].map(([, file = '', words = '']) => ({ table, file, words }))
  })
}

/**
 * The weight of every page by its file (`sign-in/SignInPage.tsx`): the entry, the page, its words in the heaviest
 * language, and what each of these imports statically. What a page fetches later by itself, such as the editor, is not counted.
 */
export function pageWeights(dist: string): Map<string, PageWeight> {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const sizes = new Map<string, number>()
  const sizeOf = (file: string) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(join(dist, file)), { level: 9 }).length
    sizes.set(file, size)
    return size
  }
  const weigh = (starts: string[]): PageWeight => {
    const files = new Set<string>()
    const seen = new Set<string>()
    const visit = (name: string) => {
      if (seen.has(name)) return
      seen.add(name)
      const chunk = manifest[name]
      if (!chunk) throw new Error(`${name} is not in the built client`)
      files.add(chunk.file)
      for (const style of chunk.css ?? []) files.add(style)
      for (const imported of chunk.imports ?? []) visit(imported)
    }
    for (const start of starts) visit(start)
    const sum = (ending: string) =>
      [...files].filter((file) => file.endsWith(ending)).reduce((bytes, file) => bytes + sizeOf(file), 0)
    const [script, style] = [sum('.js'), sum('.css')]
    return { script, style, total: script + style, parts: [...seen] }
  }
  return new Map(
    pages().map(({ table, file, words }) => {
      const weights = LANGUAGES.map((language) =>
        weigh([
          'index.html',
          ...(table === 'further-routes.ts' ? [table, 'words/further.ts'] : []),
          file,
          `words/common/${language}.ts`,
          `words/${words}/${language}.ts`,
          `../shared/words/refusals/${language}.ts`,
        ]),
      )
      return [file, weights.reduce((heaviest, one) => (one.total > heaviest.total ? one : heaviest))]
    }),
  )
}
