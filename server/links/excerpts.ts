import type { Passage } from '@consultation/shared/links.ts'
import { wordsOf } from '@consultation/shared/rules/findings.ts'
import { type Block, blocksOf } from '@consultation/shared/text.ts'

/** The three lines that pages show; `beginning_of` in the migrations keeps more. */
const EXCERPT_MAX = 280

/** The passage that is meant, or the beginning: enough to know a text again, and all of it is one step away. */
export const excerptOf = (blocks: Block[], passage: Passage | null = null): Block[] =>
  blocksOf(inShort(wordsOf(passage, blocks)))

/** As many words as an excerpt has. */
export function inShort(words: string): string {
  if (words.length <= EXCERPT_MAX) return words
  // Not within a character of two units, nor between a letter and its marks.
  const cut = words.slice(0, EXCERPT_MAX)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT_MAX - 40))}…`
}
