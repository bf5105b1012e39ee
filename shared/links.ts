import { z } from 'zod'
import { Id } from './wire.ts'

/** What somebody said and can be cited: each by its id, which names one immutable version of it. */
export const CONTRIBUTION_KINDS = [
  'answer',
  'letter',
  'statement',
  'speaker',
  'idea',
  'cluster',
  'remark',
  'point',
  'feedback',
] as const
/** What is made of it. A finding is cited by its version, so that a citation does not move. */
export const RESULT_KINDS = ['theme', 'finding', 'measure', 'paragraph'] as const
export const LINKED_KINDS = [...CONTRIBUTION_KINDS, ...RESULT_KINDS] as const
export type LinkedKind = (typeof LINKED_KINDS)[number]

/** A thing, by what it is and which. */
export const Reference = z.strictObject({ kind: z.enum(LINKED_KINDS), id: Id })
export type Reference = z.infer<typeof Reference>

/**
 * A passage: a paragraph of one version, by its place in reading order from 0, or a range of characters in it; null is the whole.
 * Offsets count UTF-16 units of the paragraph's text, as the page selects them.
 */
export const Passage = z
  .strictObject({ paragraph: z.int().min(0).max(2_000), from: z.int().min(0), to: z.int().min(1) })
  .refine(({ from, to }) => from < to, 'invalid')
export type Passage = z.infer<typeof Passage>

/** One thing that another rests on, with the passage that is meant. */
export const Citation = z.strictObject({
  source: Reference,
  passage: Passage.nullable().default(null),
})
export type Citation = z.infer<typeof Citation>
/** Things one text may rest on. */
export const CITATIONS_MAX = 300
