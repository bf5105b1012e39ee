import { z } from 'zod'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { RegionalGroup } from './people.ts'
import { ATTRIBUTIONS } from './rules/attribution.ts'
import { Translated, TranslatedLine, TranslatedProse } from './text.ts'
import { CommandId, Done, Id, Instant, TimeZone } from './wire.ts'

export const LIST_STATES = ['draft', 'circulated', 'closed'] as const
export const ListState = z.enum(LIST_STATES)
export const QUESTION_KINDS = ['text', 'choice-and-text'] as const
/** Who reads the answers: the Secretariat alone, or every addressed delegation once the list is closed. */
export const AUDIENCES = ['secretariat', 'participants'] as const
/** After the deadline a response is refused, or taken and marked as received late. */
export const LATE_ANSWERS = ['refused', 'marked'] as const
export const SECTIONS_MAX = 20
export const QUESTIONS_MAX = 60

const Choice = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), text: TranslatedLine })

export const Question = z.strictObject({
  id: Id,
  kind: z.enum(QUESTION_KINDS),
  text: TranslatedProse,
  guidance: TranslatedProse.default({}),
  choices: z.array(Choice).max(12).default([]),
})
export const Section = z.strictObject({
  id: Id,
  title: TranslatedLine,
  questions: z.array(Question).max(QUESTIONS_MAX),
})
export type Question = z.infer<typeof Question>
export type Section = z.infer<typeof Section>

/** Not 31 June: dates roll over in silence otherwise. */
function isInCalendar(local: string): boolean {
  const read = Date.parse(`${local}:00Z`)
  return !Number.isNaN(read) && new Date(read).toISOString().startsWith(local)
}

/** The same as they stand in a list: checked when they came in. */
export const SectionView = z.object({
  id: z.string(),
  title: Translated,
  questions: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(QUESTION_KINDS),
      text: Translated,
      guidance: Translated,
      choices: z.array(z.object({ id: z.string(), text: Translated })),
    }),
  ),
})

/** Wall-clock time in a zone, as staff set it: the instant follows from both. */
export const Deadline = z.strictObject({
  local: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'not_a_date')
    .refine(isInCalendar, 'not_a_date'),
  zone: TimeZone,
})
export type Deadline = z.infer<typeof Deadline>

/** Everything staff may change until circulation; frozen from then on. */
export const ListBody = z.strictObject({
  title: TranslatedLine,
  note: TranslatedProse.default({}),
  purpose: TranslatedProse.default({}),
  /** What becomes of the answers. */
  outcome: TranslatedProse.default({}),
  contact: TranslatedProse.default({}),
  sections: z
    .array(Section)
    .max(SECTIONS_MAX)
    .refine((s) => s.flatMap((x) => x.questions).length <= QUESTIONS_MAX, 'too_long'),
  deadline: Deadline.nullable(),
  audience: z.enum(AUDIENCES),
  attributionOffered: z.array(z.enum(ATTRIBUTIONS)).min(1, 'required'),
  lateAnswers: z.enum(LATE_ANSWERS),
  addresseeIds: z.array(Id).max(250),
})
export type ListBody = z.infer<typeof ListBody>

/** What a delegate and staff both see of a list. */
export const ListView = z.object({
  id: Id,
  consultationId: Id,
  consultationTitle: Translated,
  number: z.number().int(),
  reference: z.string(),
  state: ListState,
  title: Translated,
  note: Translated,
  purpose: Translated,
  outcome: Translated,
  contact: Translated,
  sections: z.array(SectionView),
  deadline: Deadline.nullable(),
  closesAt: Instant.nullable(),
  /** The deadline as circulated, when an extension (for all or for this delegation) has replaced it. */
  extendedFrom: Instant.nullable(),
  circulatedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  languages: z.array(Language),
  audience: z.enum(AUDIENCES),
  attributionOffered: z.array(z.enum(ATTRIBUTIONS)),
  lateAnswers: z.enum(LATE_ANSWERS),
  open: z.enum(['not_open', 'open', 'late', 'closed']),
  /** For a delegation: what it has told the Secretariat. */
  acknowledgedAt: Instant.nullable(),
  inPreparation: z.boolean(),
  /** For staff only. */
  addresseeIds: z.array(z.string()).nullable(),
  extensions: z.array(z.object({ delegationId: Id.nullable(), closesAt: Instant, at: Instant })),
  revision: z.number().int(),
  may: z.object({
    edit: z.boolean(),
    circulate: z.boolean(),
    extend: z.boolean(),
    close: z.boolean(),
    answer: z.boolean(),
    readAnswers: z.boolean(),
    export: z.boolean(),
  }),
})
export type ListView = z.infer<typeof ListView>

const ListParams = z.strictObject({ listId: Id })

export const readList = endpoint({
  method: 'GET',
  path: '/api/lists/:listId',
  permission: 'list.read',
  summary: 'A question list as the caller sees it.',
  params: ListParams,
  kept: ['note', 'purpose', 'outcome', 'contact', 'sections'],
  reply: ListView,
})

export const addList = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/lists',
  permission: 'list.edit',
  summary: 'Begins a question list.',
  params: z.strictObject({ consultationId: Id }),
  body: ListBody.extend({ commandId: CommandId }),
  bodyLimit: 2_000_000,
  reply: ListView,
})

export const changeList = endpoint({
  method: 'PUT',
  path: '/api/lists/:listId',
  permission: 'list.edit',
  summary: 'Replaces a list that is not yet circulated.',
  params: ListParams,
  body: ListBody,
  precondition: true,
  bodyLimit: 2_000_000,
  reply: ListView,
})

export const discardList = endpoint({
  method: 'DELETE',
  path: '/api/lists/:listId',
  permission: 'list.edit',
  summary: 'Discards a list that was never circulated.',
  params: ListParams,
  reply: Done,
})

export const circulateList = endpoint({
  method: 'POST',
  path: '/api/lists/:listId/circulation',
  permission: 'list.circulate',
  summary: 'Circulates the list to its addressees; it is frozen from then on.',
  params: ListParams,
  body: z.strictObject({
    commandId: CommandId,
    /** The revision that was checked: what is circulated is what was seen. */
    revision: z.number().int(),
    /** Circulates although a language is incomplete; recorded. */
    withoutLanguages: z.array(Language).default([]),
  }),
  reply: ListView,
})

export const extendList = endpoint({
  method: 'POST',
  path: '/api/lists/:listId/extensions',
  permission: 'list.extend',
  summary: 'Extends the deadline for all or for one delegation; everybody concerned is told.',
  params: ListParams,
  body: z.strictObject({ commandId: CommandId, deadline: Deadline, delegationId: Id.nullable() }),
  reply: ListView,
})

export const closeList = endpoint({
  method: 'POST',
  path: '/api/lists/:listId/closure',
  permission: 'list.close',
  summary: 'Closes the list before its deadline, or ends the time in which late responses are taken.',
  params: ListParams,
  body: z.strictObject({ commandId: CommandId }),
  reply: ListView,
})

export const acknowledgeList = endpoint({
  method: 'POST',
  path: '/api/lists/:listId/acknowledgement',
  permission: 'list.acknowledge',
  summary: 'Says that the delegation has opened the list; only the first counts.',
  params: ListParams,
  body: z.strictObject({}),
  reply: ListView,
})

export const sayInPreparation = endpoint({
  method: 'PUT',
  path: '/api/lists/:listId/preparation',
  permission: 'list.say_in_preparation',
  summary: 'Tells the Secretariat that an answer is in preparation, or takes it back.',
  params: ListParams,
  body: z.strictObject({ inPreparation: z.boolean() }),
  reply: ListView,
})

/** Of a draft staff learn nothing: a row changes when the delegation says something, not when it types. */
export const MonitorRow = z.object({
  delegationId: Id,
  acknowledgedAt: Instant.nullable(),
  inPreparation: z.boolean(),
  submittedAt: Instant.nullable(),
  submissionId: Id.nullable(),
  version: z.number().int().nullable(),
  receivedLate: z.boolean(),
  /** Groups whose statement covers the State, and those it aligned with by its own act. */
  coveredBy: z.array(Id),
  alignedWith: z.array(Id),
  extendedTo: Instant.nullable(),
})
export type MonitorRow = z.infer<typeof MonitorRow>

export const RegionFigures = z.object({
  region: RegionalGroup.nullable(),
  asked: z.number().int(),
  acknowledged: z.number().int(),
  inPreparation: z.number().int(),
  submitted: z.number().int(),
})

export const MonitorView = z.object({
  listId: Id,
  rows: z.array(MonitorRow),
  regions: z.array(RegionFigures),
  /** Always two figures: statements, and distinct States by their strongest link. */
  count: z.object({
    asked: z.number().int(),
    acknowledged: z.number().int(),
    inPreparation: z.number().int(),
    statements: z.number().int(),
    groupStatements: z.number().int(),
    states: z.object({
      own: z.number().int(),
      aligned: z.number().int(),
      covered: z.number().int(),
      all: z.number().int(),
    }),
  }),
  /** Place in the staff stream up to which this is true. */
  seq: z.number().int(),
})
export type MonitorView = z.infer<typeof MonitorView>

export const monitorList = endpoint({
  method: 'GET',
  path: '/api/lists/:listId/monitor',
  permission: 'list.monitor',
  summary: 'Who has acknowledged, is preparing, has submitted.',
  params: ListParams,
  reply: MonitorView,
})

export const remind = endpoint({
  method: 'POST',
  path: '/api/lists/:listId/reminders',
  permission: 'list.remind',
  summary: 'Reminds the chosen delegations that have not submitted.',
  params: ListParams,
  body: z.strictObject({ commandId: CommandId, delegationIds: z.array(Id).min(1, 'required').max(250) }),
  reply: z.object({ reminded: z.number().int() }),
})
