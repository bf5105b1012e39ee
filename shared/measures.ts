import { z } from 'zod'
import { ConsultationSummary, Milestone, PartialDay, TRACKS, Track } from './consultations.ts'
import { endpoint } from './contract.ts'
import { CITATIONS_MAX, Citation } from './links.ts'
import { MEASURE_STATES } from './rules/measures.ts'
import { Translated, TranslatedLine, TranslatedProse } from './text.ts'
import { MeasureLine, Rest } from './things.ts'
import { CommandId, Day, Id, Instant } from './wire.ts'

/** Measures one other may wait for. */
export const NEEDS_MAX = 40

const ofConsultation = z.strictObject({ consultationId: Id })
const ofMeasure = z.strictObject({ measureId: Id })

/** A measure of the action plan. A measure the viewer may not see is neither among those needed nor counted. */
export const MeasureView = MeasureLine.extend({
  text: Translated,
  published: z.boolean(),
  revision: z.number().int(),
  /** The newest first. */
  history: z.array(z.object({ state: z.enum(MEASURE_STATES), note: Translated, at: Instant })),
  /** What must be there before it, with whether that holds it up. */
  needs: z.array(MeasureLine.extend({ holdsUp: z.boolean() })),
  neededBy: z.array(MeasureLine),
  /** What it answers. */
  rests: z.array(Rest),
  may: z.object({ change: z.boolean(), publish: z.boolean() }),
})
export type MeasureView = z.infer<typeof MeasureView>

export const listMeasures = endpoint({
  method: 'GET',
  path: '/api/consultations/:consultationId/measures',
  permission: 'measure.read',
  summary: 'The action plan of a consultation: all measures for who writes it, published ones for delegations.',
  params: ofConsultation,
  reply: z.object({
    consultation: ConsultationSummary,
    measures: z.array(MeasureView),
    may: z.object({ add: z.boolean(), publish: z.boolean() }),
  }),
})

export const readMeasure = endpoint({
  method: 'GET',
  path: '/api/measures/:measureId',
  permission: 'measure.read',
  summary: 'One measure with its history, what it needs and what it answers.',
  params: ofMeasure,
  reply: MeasureView,
})

const MeasureBody = z.strictObject({
  title: TranslatedLine.refine((title) => Object.values(title).some(Boolean), 'required'),
  text: TranslatedProse.default({}),
  owner: TranslatedLine.default({}),
  track: Track,
  due: PartialDay.nullable(),
  needs: z.array(Id).max(NEEDS_MAX).default([]),
  /** Published versions of findings, and contributions. */
  citations: z.array(Citation).max(CITATIONS_MAX).default([]),
})
export type MeasureBody = z.infer<typeof MeasureBody>

export const addMeasure = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/measures',
  permission: 'measure.manage',
  summary: 'Adds a measure to the action plan; it takes the next number.',
  params: ofConsultation,
  body: MeasureBody.extend({ commandId: CommandId }),
  reply: MeasureView,
})

export const changeMeasure = endpoint({
  method: 'PUT',
  path: '/api/measures/:measureId',
  permission: 'measure.manage',
  summary:
    'Changes a measure, what it needs and what it answers; a ring of measures that wait for one another is refused.',
  params: ofMeasure,
  body: MeasureBody,
  precondition: true,
  reply: MeasureView,
})

export const moveMeasure = endpoint({
  method: 'POST',
  path: '/api/measures/:measureId/state',
  permission: 'measure.manage',
  summary: 'Says how far a measure has come; every state it has had is kept.',
  params: ofMeasure,
  body: z.strictObject({
    commandId: CommandId,
    from: z.enum(MEASURE_STATES),
    to: z.enum(MEASURE_STATES),
    note: TranslatedProse.default({}),
  }),
  reply: MeasureView,
})

export const publishMeasure = endpoint({
  method: 'POST',
  path: '/api/measures/:measureId/publish',
  permission: 'measure.manage',
  summary: 'Opens one measure to every delegation.',
  params: ofMeasure,
  body: z.strictObject({ commandId: CommandId }),
  reply: MeasureView,
})

export const publishMeasures = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/measures/publish',
  permission: 'measure.manage',
  summary: 'Opens the whole action plan to every delegation.',
  params: ofConsultation,
  body: z.strictObject({ commandId: CommandId }),
  reply: z.object({ published: z.number().int() }),
})

export const readTracks = endpoint({
  method: 'GET',
  path: '/api/tracks',
  permission: 'measure.read',
  summary:
    'The tracks of the reform with their consultations, milestones and measures, what depends on what, and what is late.',
  reply: z.object({
    /** The day in New York. */
    today: Day,
    tracks: z.array(
      z.object({
        track: z.enum(TRACKS),
        consultations: z.array(
          ConsultationSummary.extend({ milestones: z.array(Milestone), measures: z.array(MeasureLine) }),
        ),
      }),
    ),
    /** Only where the viewer may see both. */
    dependencies: z.array(z.object({ measureId: Id, needs: Id, holdsUp: z.boolean() })),
  }),
})
