import { z } from 'zod'
import { ConsultationSummary } from './consultations.ts'
import { endpoint } from './contract.ts'
import { AssociationView } from './feedback.ts'
import { LINKED_KINDS, Passage, SourceView } from './links.ts'
import { OUTCOMES, WAYS } from './rules/traces.ts'
import { DistantThing, ResultView, Thing } from './things.ts'
import { Id, Instant } from './wire.ts'

/** A step to a neighbour, with how and by which passage; of what was said the passage that is meant, or the beginning. */
const step = { way: z.enum(WAYS), passage: Passage.nullable() }
export const TraceStep = z.object({
  ...step,
  thing: Thing,
  beyond: z.array(z.object({ ...step, thing: DistantThing })),
})
export type TraceStep = z.infer<typeof TraceStep>

/**
 * A thing with two steps in both directions. What the viewer may not see is not there, and no number says how much of it there
 * is; for a delegation that is everything of others that is not attributed.
 */
export const TraceView = z.object({
  consultation: ConsultationSummary,
  thing: Thing,
  restsOn: z.array(TraceStep),
  becameOf: z.array(TraceStep),
  /** Why it is taken up nowhere; for the Secretariat and for the delegation that said it. */
  setAside: z.object({ reason: z.string(), at: Instant }).nullable(),
  may: z.object({ setAside: z.boolean() }),
})
export type TraceView = z.infer<typeof TraceView>

export const readTrace = endpoint({
  method: 'GET',
  path: '/api/traces/:kind/:id',
  permission: 'trace.read',
  summary: 'What a thing rests on and what rests on it, two steps each way, as far as the caller may know.',
  params: z.strictObject({ kind: z.enum(LINKED_KINDS), id: Id }),
  reply: TraceView,
})

/**
 * Something the delegation said, or a group in its name, by its beginning, and where it went; where in several steps, the last of them
 * with those before it.
 */
export const Became = z.object({
  source: SourceView,
  /** A group said it, for this delegation too. */
  inOurName: z.boolean(),
  /** What the delegation itself said to its group’s feedback: that it goes along or differs, and from which paragraphs. */
  ownWord: AssociationView.omit({ delegationId: true }).nullable(),
  outcome: z.enum(OUTCOMES),
  went: z.array(z.object({ way: z.enum(WAYS), thing: z.union([ResultView, SourceView]), through: z.array(Thing) })),
  setAside: z.object({ reason: z.string(), at: Instant }).nullable(),
})
export type Became = z.infer<typeof Became>

export const readOwnTraces = endpoint({
  method: 'GET',
  path: '/api/traces/own',
  permission: 'trace.own',
  summary:
    'Everything the caller’s delegation said, and groups in its name, each with where it went, for that delegation alone.',
  reply: z.object({ became: z.array(Became) }),
})
