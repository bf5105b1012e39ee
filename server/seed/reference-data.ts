import { readFileSync } from 'node:fs'
import { Language } from '@consultation/shared/languages.ts'
import { z } from 'zod'

/** The States, the groups they speak in and the consultation of 2017, as `data/` has them. Checked once, when first imported. */

const allSix = <Shape extends z.ZodType>(shape: Shape) => z.record(Language, shape)

const StateNames = z.strictObject({
  short: z.string(),
  /** As listed with its article, only where it differs from the short name. */
  listed: z.string().optional(),
  formal: z.string(),
  /** For tight places; only two States have one, the others are never shortened. */
  compact: z.string().optional(),
})

const REGIONAL_GROUPS = ['african', 'asia-pacific', 'eastern-european', 'grulac', 'weog'] as const

const StateRecord = z.strictObject({
  iso2: z.string().length(2),
  iso3: z.string().length(3),
  m49: z.string().length(3),
  status: z.enum(['member', 'observer-state']),
  protocolOrder: z.number().int().optional(),
  names: allSix(StateNames),
  /** In use on 31 May 2017; `until` is the day of the change where it is known. */
  formerNames: z
    .array(z.strictObject({ until: z.iso.date().nullable(), names: allSix(StateNames), nameSource: z.string() }))
    .optional(),
  regionalGroup: z.enum(REGIONAL_GROUPS).nullable(),
  regionalGroupNote: z.string().optional(),
  admitted: z.iso.date().optional(),
  admittedNote: z.string().optional(),
  observerSince: z.iso.date().optional(),
  observerNote: z.string().optional(),
  groups: z.array(z.string()),
})
export type StateRecord = z.infer<typeof StateRecord>

const GroupRecord = z.strictObject({
  id: z.string(),
  kind: z.enum(['regional', 'economic', 'political']),
  names: allSix(z.string()),
  shortName: z.string().optional(),
  /** `iso3` codes of now. */
  members: z.array(z.string().length(3)),
  /** Members that are neither Member nor observer States. */
  otherMembers: z.array(z.string()).optional(),
  membersComplete: z.boolean(),
  memberCount: z.number().int().optional(),
  changes: z
    .array(
      z.strictObject({
        iso3: z.string().length(3),
        change: z.enum(['joined', 'left']),
        on: z.iso.date().optional(),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
      }),
    )
    .optional(),
  asOf: z.string(),
})
export type GroupRecord = z.infer<typeof GroupRecord>

const Origin = z.enum(['letter', 'record', 'composed'])

const Reform = z.object({
  consultation: z.object({
    id: z.string(),
    title: allSix(z.string()),
    track: z.string(),
    assemblySession: z.number().int(),
    origin: Origin,
  }),
  tracks: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['track', 'cross-cutting']),
      title: allSix(z.string()),
      origin: Origin,
    }),
  ),
  milestones: z.array(
    z.strictObject({
      id: z.string(),
      what: z.string(),
      /** A day, or a month where the day is not known. */
      on: z.string().optional(),
      from: z.string().optional(),
      to: z.string().optional(),
      precision: z.string().optional(),
      origin: Origin,
    }),
  ),
  themes: z.array(z.strictObject({ id: z.string(), title: allSix(z.string()) })),
  findings: z.array(
    z.object({ number: z.number().int(), id: z.string(), title: allSix(z.string()), themes: z.array(z.string()) }),
  ),
  measures: z.array(
    z.object({
      number: z.number().int(),
      what: z.string(),
      owner: z.string(),
      due: z.iso.date(),
      themes: z.array(z.string()),
    }),
  ),
  questionList: z.object({
    id: z.string(),
    origin: Origin,
    title: allSix(z.string()),
    note: allSix(z.string()),
    exampleCirculated: z.object({ at: z.iso.datetime() }),
    exampleDeadline: z.object({ at: z.iso.datetime() }),
    sections: z.array(
      z.strictObject({
        theme: z.string(),
        questions: z.array(
          z.strictObject({
            number: z.number().int(),
            kind: z.enum(['text', 'choice-and-text']),
            text: allSix(z.string()),
            choices: z.array(z.strictObject({ id: z.string(), text: allSix(z.string()) })).optional(),
          }),
        ),
      }),
    ),
  }),
})
export type ReformRecord = z.infer<typeof Reform>

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8'))

/** 193 Member States in English protocol order, then the 2 observer States. */
export const STATES: readonly StateRecord[] = z.array(StateRecord).parse(read('member-states.json'))
export const GROUPS: readonly GroupRecord[] = z.array(GroupRecord).parse(read('groups.json'))
export const REFORM_2017: ReformRecord = Reform.parse(read('management-reform-2017.json'))

/**
 * Who belonged to a group on a day (2017-05-31 or later): the members of now, with what changed since taken back.
 * Where only a window is known the change counts from its end.
 */
export function membersOn(group: GroupRecord, day: string): string[] {
  const members = new Set(group.members)
  for (const { iso3, change, on, to } of group.changes ?? []) {
    if (day >= (on ?? to ?? '')) continue
    if (change === 'joined') members.delete(iso3)
    else members.add(iso3)
  }
  return [...members].sort()
}
