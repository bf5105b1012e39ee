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
  let removed: string[] = []
  const leaveRemoved = () => {
    for (const text of removed) lines.push([{ kind: 'removed', text }])
    removed = []
  }
  for (const part of diffArrays(old, now)) {
    if (part.removed) removed.push(...part.value)
    else if (part.added) {
      for (const text of part.value) {
        const earlier = removed.shift()
        lines.push(...(earlier === undefined ? [[{ kind: 'added' as const, text }]] : changed(earlier, text, language)))
      }
    } else {
      leaveRemoved()
      for (const text of part.value) lines.push([{ kind: 'same', text }])
    }
  }
  leaveRemoved()
  return lines
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
