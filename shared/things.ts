import { z } from 'zod'
import { PartialDay, Track } from './consultations.ts'
import { Passage, SourceView } from './links.ts'
import { MEASURE_STATES } from './rules/measures.ts'
import { StoredTranslatedBlocks, Translated } from './text.ts'
import { Id } from './wire.ts'

const result = { id: Id, consultationId: Id }

/** A measure in a few words, wherever it is named. */
export const MeasureLine = z.object({
  ...result,
  number: z.number().int(),
  title: Translated,
  track: Track,
  owner: Translated,
  due: PartialDay.nullable(),
  state: z.enum(MEASURE_STATES),
  late: z.boolean(),
})
export type MeasureLine = z.infer<typeof MeasureLine>

/** What was made of what was said, as far as this viewer may know of it. */
export const ResultView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('theme'), ...result, number: z.number().int(), title: Translated }),
  /** A published version by its own id; what is being written by that of the finding, with version 0, for who writes. */
  z.object({
    kind: z.literal('finding'),
    ...result,
    findingId: Id,
    number: z.number().int(),
    version: z.number().int(),
    title: Translated,
    /** A newer version has taken its place. */
    superseded: z.boolean(),
    withdrawn: z.boolean(),
  }),
  MeasureLine.extend({ kind: z.literal('measure') }),
  z.object({
    kind: z.literal('paragraph'),
    ...result,
    /** Null for a heading. */
    number: z.number().int().nullable(),
    texts: StoredTranslatedBlocks,
  }),
  /** A paragraph of a summary, with the title of the summary in which it stands. */
  z.object({
    kind: z.literal('summary'),
    ...result,
    summaryId: Id,
    title: Translated,
    /** Null for a heading. */
    number: z.number().int().nullable(),
    texts: StoredTranslatedBlocks,
  }),
])
export type ResultView = z.infer<typeof ResultView>

/** Anything that is linked: a contribution or a result. */
export const Thing = z.union([SourceView, ResultView])
export type Thing = z.infer<typeof Thing>

/**
 * A thing among hundreds, two steps away: of what was said by whom and its words alone. When and where stands with it, one step nearer.
 */
export const DistantThing = z.union([SourceView.omit({ place: true, at: true }), ResultView])
export type DistantThing = z.infer<typeof DistantThing>

/** One thing that another rests on, with the passage that is meant; null is the whole of it. */
export const Rest = z.object({ passage: Passage.nullable(), thing: Thing })
export type Rest = z.infer<typeof Rest>
