import { z } from 'zod'
import { ShownAsView } from './answers.ts'
import { endpoint } from './contract.ts'
import { Language } from './languages.ts'
import { prose, StoredBlocks, Translated } from './text.ts'
import { CommandId, Cursor, Done, Id, Instant, many, PAGE_MAX, whole } from './wire.ts'

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
/**
 * What is made of it. A finding is cited by its version, so that a citation does not move; `paragraph` is one of the report,
 * `summary` one of a summary.
 */
export const RESULT_KINDS = ['theme', 'finding', 'measure', 'paragraph', 'summary'] as const
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

/** Where something was said, so that a page can lead there. */
export const SourcePlace = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('list'),
    listId: Id,
    title: Translated,
    /** Null for a letter, which answers no one question. */
    questionId: Id.nullable(),
    question: z.number().int().nullable(),
    submissionId: Id.nullable(),
  }),
  z.object({ kind: z.literal('session'), sessionId: Id, itemId: Id, title: Translated, item: Translated }),
  z.object({
    kind: z.literal('finding'),
    findingId: Id,
    versionId: Id,
    number: z.number().int(),
    version: z.number().int(),
    title: Translated,
  }),
])

/** A contribution for this viewer. AT5: with a withheld name go language and time. */
export const SourceView = z.object({
  kind: z.enum(CONTRIBUTION_KINDS),
  id: Id,
  /** Null where no one delegation said it: a cluster, a rapporteur’s point, the podium. */
  shownAs: ShownAsView.nullable(),
  place: SourcePlace,
  blocks: StoredBlocks,
  language: Language.nullable(),
  at: Instant.nullable(),
  /** A newer version has taken its place; a citation still names this one. */
  superseded: z.boolean(),
})
export type SourceView = z.infer<typeof SourceView>

/** What a text rests on, as a page shows it. */
export const CitationView = z.object({ id: Id, passage: Passage.nullable(), source: SourceView })
export type CitationView = z.infer<typeof CitationView>

/** A contribution with what it was taken up in, for who writes. */
export const OfferedSource = SourceView.extend({
  themeIds: z.array(Id),
  /** Cited by a finding, a measure, a summary or the report, published or being written. */
  cited: z.boolean(),
  setAside: z.string().nullable(),
})
export type OfferedSource = z.infer<typeof OfferedSource>

export const listSources = endpoint({
  method: 'GET',
  path: '/api/consultations/:consultationId/sources',
  permission: 'source.read',
  summary:
    'Contributions of a consultation as far as the caller may read them, to be cited: searched by words, a page at a time.',
  params: z.strictObject({ consultationId: Id }),
  query: z.strictObject({
    q: z.string().max(200).optional(),
    kind: many(z.enum(CONTRIBUTION_KINDS)),
    list: Id.optional(),
    question: Id.optional(),
    session: Id.optional(),
    theme: Id.optional(),
    /** Taken up nowhere: neither coded, cited nor set aside. */
    unused: z.literal('yes').optional(),
    cursor: Cursor,
    limit: whole(1, PAGE_MAX).default(20),
  }),
  reply: z.object({ sources: z.array(OfferedSource), next: z.string().nullable() }),
})

/** Coding: a passage belongs to a theme. */
export const codePassage = endpoint({
  method: 'POST',
  path: '/api/themes/:themeId/passages',
  permission: 'finding.write',
  summary: 'Puts a passage of a contribution under a theme.',
  params: z.strictObject({ themeId: Id }),
  body: z.strictObject({ commandId: CommandId, ...Citation.shape }),
  reply: CitationView,
})

export const removeCode = endpoint({
  method: 'DELETE',
  path: '/api/themes/:themeId/passages/:linkId',
  permission: 'finding.write',
  summary: 'Takes a passage out of a theme.',
  params: z.strictObject({ themeId: Id, linkId: Id }),
  reply: Done,
})

export const setAside = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/set-aside',
  permission: 'trace.set_aside',
  summary: 'Says that a contribution is taken up nowhere, with the reason its delegation is told.',
  params: z.strictObject({ consultationId: Id }),
  body: z.strictObject({
    commandId: CommandId,
    source: Reference,
    reason: prose(1_000).refine((text) => text !== '', 'reason_required'),
  }),
  reply: Done,
})

export const takeUpAgain = endpoint({
  method: 'POST',
  path: '/api/consultations/:consultationId/take-up-again',
  permission: 'trace.set_aside',
  summary: 'Takes back that a contribution was set aside.',
  params: z.strictObject({ consultationId: Id }),
  body: z.strictObject({ commandId: CommandId, source: Reference }),
  reply: Done,
})
