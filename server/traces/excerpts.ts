import type { Passage } from '@consultation/shared/links.ts'
import { wordsOf } from '@consultation/shared/rules/findings.ts'
import { type Block, blocksOf } from '@consultation/shared/text.ts'
import type { Thing } from '@consultation/shared/things.ts'

/** Some three lines of a page. */
const EXCERPT_MAX = 400

/** A neighbour with the passage that is meant, or its beginning: enough to know it again, and all of it is one step away. */
export const inShort = <T extends Thing>(thing: T, passage: Passage | null = null): T =>
  'blocks' in thing ? { ...thing, blocks: excerptOf(thing.blocks, passage) } : thing

function excerptOf(blocks: Block[], passage: Passage | null): Block[] {
  const words = wordsOf(passage, blocks)
  if (words.length <= EXCERPT_MAX) return blocksOf(words)
  // Not within a character of two units, nor between a letter and its marks.
  const cut = words.slice(0, EXCERPT_MAX)
  return blocksOf(`${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT_MAX - 40))}…`)
}
