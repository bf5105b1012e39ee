import { SAMPLES } from '@consultation/server/seed/sample-answers/all.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { type Block, plainText } from '@consultation/shared/text.ts'

/**
 * A text of about that many words (150-400 are usual), put together from paragraphs and lists of the sample answers. The same
 * seed gives the same text; there are enough paragraphs that texts of different seeds differ.
 */
export function sampleText(language: Language, words: number, seed: number): Block[] {
  const random = randomOf(seed)
  const units = unitsOf(language)
  const blocks: Block[] = []
  let written = 0
  let last = -1
  while (written < words) {
    const next = Math.floor(random() * units.length)
    if (next === last) continue
    last = next
    const unit = units[next]!
    // A unit that would overshoot by more than it is short now is left for another text.
    if (written > 0 && written + unit.words - words > words - written) break
    blocks.push(...unit.blocks)
    written += unit.words
  }
  return structuredClone(blocks)
}

/** As a reader counts them: words, and in Chinese the words that a dictionary finds. */
export function wordCount(blocks: Block[], language: Language): number {
  let count = 0
  for (const segment of segmenterOf(language).segment(plainText(blocks))) if (segment.isWordLike) count++
  return count
}

type Unit = { blocks: Block[]; words: number }

const unitsByLanguage = new Map<Language, Unit[]>()

/** The paragraphs of all samples; a list keeps the line that announces it. */
function unitsOf(language: Language): Unit[] {
  const known = unitsByLanguage.get(language)
  if (known) return known
  const units = SAMPLES[language].flatMap(({ blocks }) =>
    blocks.flatMap((block, at) => {
      const next = blocks[at + 1]
      if (block.kind === 'list') return at === 0 ? [[block]] : []
      return [next?.kind === 'list' ? [block, next] : [block]]
    }),
  )
  const counted = units.map((blocks) => ({ blocks, words: wordCount(blocks, language) }))
  unitsByLanguage.set(language, counted)
  return counted
}

const segmenters = new Map<Language, Intl.Segmenter>()

function segmenterOf(language: Language): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, segmenter)
  return segmenter
}

/** Mulberry32: small, and the same on every machine. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
