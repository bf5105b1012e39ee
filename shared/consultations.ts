import { z } from 'zod'
import { endpoint } from './contract.ts'
import { LIST_STATES } from './question-lists.ts'
import { line, Translated, TranslatedLine, TranslatedProse } from './text.ts'
import { CommandId, Id, Instant } from './wire.ts'

/** The tracks of the reform and the cross-cutting work of the letter of May 2017. */
export const TRACKS = [
  'peace-security',
  'development',
  'management',
  'prevention',
  'gender-parity',
  'whistle-blowers',
  'sexual-exploitation-abuse',
  'counter-terrorism',
  'integration',
] as const
export const Track = z.enum(TRACKS)

/** A day, a month or a year, as far as it is known: 2017-05-31, 2017-07, 2017. */
export const PartialDay = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, { error: 'not_a_date', abort: true })
  .refine((text) => new Date(text).toJSON()?.startsWith(text), 'not_a_date')

export const Milestone = z.strictObject({
  id: z.string().max(60),
  label: TranslatedLine,
  on: PartialDay,
  until: PartialDay.nullable().default(null),
})
export type Milestone = z.infer<typeof Milestone>

export const ConsultationSummary = z.object({
  id: Id,
  reference: z.string(),
  title: Translated,
  track: Track,
})

export const ConsultationView = ConsultationSummary.extend({
  description: Translated,
  office: Translated,
  milestones: z.array(Milestone),
  revision: z.number().int(),
  lists: z.array(
    z.object({
      id: Id,
      number: z.number().int(),
      title: Translated,
      state: z.enum(LIST_STATES),
      closesAt: Instant.nullable(),
      /** For staff: asked and submitted; null for delegates. */
      figures: z.object({ asked: z.number().int(), submitted: z.number().int() }).nullable(),
    }),
  ),
  may: z.object({ edit: z.boolean(), addList: z.boolean() }),
})
export type ConsultationView = z.infer<typeof ConsultationView>

const ConsultationBody = z.strictObject({
  reference: line(40),
  title: TranslatedLine,
  track: Track,
  description: TranslatedProse.default({}),
  office: TranslatedLine.default({}),
  milestones: z.array(Milestone).max(40).default([]),
})

export const listConsultations = endpoint({
  method: 'GET',
  path: '/api/consultations',
  permission: 'consultation.read',
  summary: 'The consultations.',
  reply: z.object({ consultations: z.array(ConsultationSummary), may: z.object({ add: z.boolean() }) }),
})

export const readConsultation = endpoint({
  method: 'GET',
  path: '/api/consultations/:consultationId',
  permission: 'consultation.read',
  summary: 'One consultation with its milestones and lists.',
  params: z.strictObject({ consultationId: Id }),
  reply: ConsultationView,
})

export const addConsultation = endpoint({
  method: 'POST',
  path: '/api/consultations',
  permission: 'consultation.manage',
  summary: 'Opens a consultation.',
  body: ConsultationBody.extend({ commandId: CommandId }),
  reply: ConsultationView,
})

export const changeConsultation = endpoint({
  method: 'PUT',
  path: '/api/consultations/:consultationId',
  permission: 'consultation.manage',
  summary: 'Changes title, track, description or milestones.',
  params: z.strictObject({ consultationId: Id }),
  body: ConsultationBody,
  precondition: true,
  reply: ConsultationView,
})
