import { type Block, canonical, type Paragraph, paragraphsOf, runsText } from '@consultation/shared/text.ts'
import { diffArrays, diffWordsWithSpace } from 'diff'

export type Change = { kind: 'same' | 'added' | 'removed'; text: string }
/** A paragraph of either text: as it was, gone, new, or with words changed in it. */
export type Line = Change[]

const textOf = (paragraph: Paragraph) => runsText(paragraph.content)
/** Fewer words in common than this are another paragraph, not the same one changed. */
const ALIKE = 0.4

/** Two versions of a text, paragraph by paragraph and in each word by word. */
export function compare(before: Block[], after: Block[], language: string): Line[] {
  const [old, now] = [paragraphsOf(before).map(textOf), paragraphsOf(after).map(textOf)]
  const lines: Line[] = []
  let gone: string[] = []
  let come: string[] = []
  const settle = () => {
    lines.push(...replaced(gone, come, language))
    gone = []
    come = []
  }
  for (const { removed, added, value } of diffArrays(old, now)) {
    if (removed) gone.push(...value)
    else if (added) come.push(...value)
    else {
      settle()
      for (const text of value) lines.push([{ kind: 'same', text }])
    }
  }
  settle()
  return lines
}

/** What stands in the place of what: those most alike are the same paragraph, changed. */
function replaced(gone: string[], come: string[], language: string): Line[] {
  const lines: Line[] = []
  let [from, to] = [0, 0]
  const until = (g: number, c: number) => {
    for (const text of gone.slice(from, g)) lines.push([{ kind: 'removed', text }])
    for (const text of come.slice(to, c)) lines.push([{ kind: 'added', text }])
  }
  for (const [g, c] of pairs(gone, come, language)) {
    until(g, c)
    lines.push(...changed(gone[g]!, come[c]!, language))
    ;[from, to] = [g + 1, c + 1]
  }
  until(gone.length, come.length)
  return lines
}

/** More than a person compares at a glance, and more work than a page should take: then each meets the next. */
const PAIRS_MAX = 2_500

/** Pairs of places in ascending order whose words have most in common in all. */
function pairs(gone: string[], come: string[], language: string): [number, number][] {
  if (gone.length * come.length > PAIRS_MAX)
    return gone.slice(0, come.length).map((_, place): [number, number] => [place, place])
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const wordsIn = (text: string) => {
    const counts = new Map<string, number>()
    for (const { segment, isWordLike } of segmenter.segment(text))
      if (isWordLike) counts.set(segment, (counts.get(segment) ?? 0) + 1)
    return { counts, size: [...counts.values()].reduce((sum, count) => sum + count, 0) }
  }
  const [left, right] = [gone.map(wordsIn), come.map(wordsIn)]
  type Words = ReturnType<typeof wordsIn>
  const alike = (one: Words, other: Words) => {
    const common = [...one.counts].reduce((sum, [word, n]) => sum + Math.min(n, other.counts.get(word) ?? 0), 0)
    const share = common / Math.max(one.size, other.size, 1)
    return share < ALIKE ? 0 : share
  }
  // best[g][c]: the most that the paragraphs from g and from c on can have in common.
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(come.length + 1).fill(0))
  const shares = left.map((one) => right.map((other) => alike(one, other)))
  for (let g = gone.length - 1; g >= 0; g--)
    for (let c = come.length - 1; c >= 0; c--)
      best[g]![c] = Math.max(best[g + 1]![c]!, best[g]![c + 1]!, shares[g]![c]! + best[g + 1]![c + 1]!)
  const found: [number, number][] = []
  for (let g = 0, c = 0; g < gone.length && c < come.length; ) {
    if (shares[g]![c]! > 0 && best[g]![c] === shares[g]![c]! + best[g + 1]![c + 1]!) found.push([g++, c++])
    else if (best[g]![c] === best[g + 1]![c]) g++
    else c++
  }
  return found
}

function changed(before: string, after: string, language: string): Line[] {
  // Chinese has no spaces: where its words end, the browser knows.
  const words = diffWordsWithSpace(before, after, {
    intlSegmenter: new Intl.Segmenter(language, { granularity: 'word' }),
  })
  const line = words.map(
    ({ value, added, removed }): Change => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  )
  const common = line.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.length, 0)
  if (common >= ALIKE * Math.max(before.length, after.length)) return [line]
  return [[{ kind: 'removed', text: before }], [{ kind: 'added', text: after }]]
}

/** The words are the same, but not their emphasis, lists or links. */
export const onlyFormChanged = (before: Block[], after: Block[]) =>
  canonical(before) !== canonical(after) &&
  paragraphsOf(before).map(textOf).join('\n') === paragraphsOf(after).map(textOf).join('\n')
