import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const client = join(import.meta.dirname, '../../client')
const sheets = globSync('**/*.css', { cwd: client, exclude: (name) => name === 'dist' || name === 'node_modules' })
const textOf = (sheet: string) => readFileSync(join(client, sheet), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

/** `sheet: declaration` for each declaration that a pattern finds. */
const found = (pattern: RegExp, inSheets = sheets) =>
  inSheets.flatMap((sheet) => [...textOf(sheet).matchAll(pattern)].map(([match]) => `${sheet}: ${match.trim()}`))

test('every property is logical, so that Arabic mirrors the page', () => {
  const physical =
    /(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding|inset)-(left|right|top|bottom)(-\w+)*|border-(top|bottom)-(left|right)-radius|left|right|top|bottom|(min-|max-)?(width|height)|overflow-[xy]|float|clear)\s*:(?!:)[^;{}]*;/g
  // How far something scrolls is not mirrored, and browsers know the logical names of overflow only lately.
  expect(found(physical).filter((line) => !/overflow-[xy]/.test(line))).toEqual([])
  expect(found(/text-align\s*:\s*(left|right|justify)/g)).toEqual([])
  expect(found(/(float|clear)\s*:\s*(left|right)/g)).toEqual([])
})

test('every colour is a token', () => {
  const elsewhere = sheets.filter((sheet) => sheet !== 'styles/tokens.css')
  expect(found(/#[0-9a-f]{3,8}\b(?=[^{}]*;)|\b(rgb|hsl|oklch)a?\([^)]*\)/gi, elsewhere)).toEqual([])
})

test('no text is justified, and no sheet loads anything from elsewhere', () => {
  expect(found(/text-align\s*:\s*justify|@import[^;]+;|url\(["']?(https?:)?\/\/[^)]*\)/g)).toEqual([])
})

const PAIRS: [text: string, ground: string, ratio: number][] = [
  ...['--paper', '--paper-raised', '--paper-sunk', '--accent-soft', '--warning-soft', '--done-soft'].flatMap(
    (ground): [string, string, number][] => [
      ['--ink', ground, 7],
      ['--ink-quiet', ground, 4.5],
      ['--accent', ground, 4.5],
      ['--warning', ground, 4.5],
      ['--accent-strong', ground, 4.5],
    ],
  ),
  ...['--paper', '--paper-raised', '--done-soft'].map((ground): [string, string, number] => ['--done', ground, 4.5]),
  ['--on-accent', '--accent', 4.5],
  ['--on-accent', '--accent-strong', 4.5],
  ['--line-strong', '--paper', 3],
  ['--line-strong', '--paper-raised', 3],
]

for (const scheme of ['light', 'dark'] as const) {
  test(`the colours can be read in the ${scheme} scheme (WCAG 2.2, level AA)`, () => {
    const colours = coloursOf(scheme)
    const weak = PAIRS.flatMap(([text, ground, least]) => {
      const ratio = contrast(colours.get(text) ?? '', colours.get(ground) ?? '')
      return ratio >= least ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)} < ${least}`]
    })
    expect(weak).toEqual([])
  })
}

function coloursOf(scheme: 'light' | 'dark'): Map<string, string> {
  const tokens = textOf('styles/tokens.css')
  const dark = tokens.indexOf('@media (prefers-color-scheme: dark)')
  const end = tokens.indexOf('@media', dark + 1)
  const parts = scheme === 'light' ? [tokens.slice(0, dark)] : [tokens.slice(0, dark), tokens.slice(dark, end)]
  const declared = parts.flatMap((part) => [...part.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/gi)])
  return new Map(declared.map(([, name = '', colour = '']) => [name, colour]))
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
