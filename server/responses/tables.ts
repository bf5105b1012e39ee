import { type Capacity, type LETTER_TYPES, STANCES } from '@consultation/shared/responses.ts'
import { ATTRIBUTIONS } from '@consultation/shared/rules/attribution.ts'
import { RESPONSE_STATES } from '@consultation/shared/rules/clearance.ts'
import type { Block, Translated } from '@consultation/shared/text.ts'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { delegations, groups, language, people } from '../people/tables.ts'
import { questionLists, questions } from '../question-lists/tables.ts'

export const stance = pgEnum('stance', STANCES)
export const attribution = pgEnum('attribution', ATTRIBUTIONS)
export const responseState = pgEnum('response_state', RESPONSE_STATES)
export const capacityKind = pgEnum('capacity_kind', ['national', 'group', 'ad_hoc'])
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
type AlignmentExtent = 'whole' | 'with_additions' | 'except'

/** The delegation's own side: invisible to everybody else, staff and system included. */
export const responses = pgTable(
  'responses',
  {
    id: uuid().primaryKey().defaultRandom(),
    listId: uuid()
      .notNull()
      .references(() => questionLists.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    capacityKind: capacityKind().notNull(),
    groupId: uuid().references(() => groups.id),
    adHocName: text(),
    adHocMembers: uuid().array(),
    state: responseState().notNull().default('draft'),
    version: integer().notNull().default(0),
    /** Grows with every change of the response or of an answer in it. */
    revision: integer().notNull().default(1),
    noteText: text(),
    noteBy: uuid().references(() => people.id),
    noteAt: timestamp({ withTimezone: true }),
    clearedAt: timestamp({ withTimezone: true }),
    clearedBy: uuid().references(() => people.id),
    clearedDigest: text(),
    letterId: uuid().references(() => letters.id),
    openedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('responses_one_per_capacity')
      .on(t.listId, t.delegationId, t.capacityKind, t.groupId, t.adHocName)
      .nullsNotDistinct(),
    index().on(t.delegationId),
    check(
      'responses_capacity',
      sql`case ${t.capacityKind}
        when 'national' then ${t.groupId} is null and ${t.adHocName} is null
        when 'group' then ${t.groupId} is not null and ${t.adHocName} is null
        else ${t.groupId} is null and ${t.adHocName} is not null and ${t.adHocMembers} is not null end`,
    ),
    check(
      'responses_cleared_names_text',
      sql`${t.state} <> 'cleared' or (${t.clearedDigest} is not null and ${t.clearedAt} is not null)`,
    ),
    check('responses_submitted_has_version', sql`${t.state} <> 'submitted' or ${t.version} > 0`),
  ],
)

const content = {
  stance: stance().notNull(),
  groupId: uuid().references(() => groups.id),
  choice: text(),
  language: language().notNull(),
  attribution: attribution().notNull(),
  blocks: jsonb().$type<Block[]>().notNull(),
}

export const draftAnswers = pgTable(
  'draft_answers',
  {
    responseId: uuid()
      .notNull()
      .references(() => responses.id),
    listId: uuid().notNull(),
    questionId: uuid().notNull(),
    delegationId: uuid().notNull(),
    ...content,
    revision: integer().notNull(),
    editedBy: uuid().notNull(),
    editedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.questionId] }),
    foreignKey({ columns: [t.listId, t.questionId], foreignColumns: [questions.listId, questions.id] }),
  ],
)

/** Earlier wordings of a draft, kept when another person goes on or after a pause. */
export const draftWordings = pgTable(
  'draft_wordings',
  {
    responseId: uuid()
      .notNull()
      .references(() => responses.id),
    questionId: uuid().notNull(),
    delegationId: uuid().notNull(),
    ...content,
    revision: integer().notNull(),
    editedBy: uuid().notNull(),
    editedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.questionId, t.revision] })],
)

export const comments = pgTable(
  'comments',
  {
    id: uuid().primaryKey().defaultRandom(),
    responseId: uuid()
      .notNull()
      .references(() => responses.id),
    delegationId: uuid().notNull(),
    questionId: uuid(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.responseId)],
)

export const letters = pgTable('letters', {
  id: uuid().primaryKey().defaultRandom(),
  delegationId: uuid().notNull(),
  name: text().notNull(),
  // PostgreSQL’s own labels end at 63 bytes; one of these is longer.
  type: text().$type<(typeof LETTER_TYPES)[number]>().notNull(),
  size: integer().notNull(),
  digest: text().notNull(),
  content: bytes().notNull(),
  attachedAt: timestamp({ withTimezone: true }).notNull(),
  /** Part of a submission: immutable, and staff may read it. */
  submitted: boolean().notNull().default(false),
})

/** The envelope of a submitted version: that a delegation submitted, when, for whom; not what it said. */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid().primaryKey().defaultRandom(),
    responseId: uuid().notNull(),
    listId: uuid()
      .notNull()
      .references(() => questionLists.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    capacity: jsonb().$type<Capacity>().notNull(),
    groupId: uuid().references(() => groups.id),
    groupName: jsonb().$type<Translated>(),
    /** The States it speaks for at that moment; later changes of membership do not rewrite it. */
    roster: uuid().array().notNull(),
    excepted: uuid().array().notNull(),
    joined: uuid().array().notNull(),
    version: integer().notNull(),
    reference: text().notNull().unique(),
    submittedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    receivedLate: boolean().notNull(),
    digest: text().notNull(),
    signatoryName: text().notNull(),
    signatoryTitle: text(),
    letterId: uuid().references(() => letters.id),
    answered: integer().notNull(),
    noPosition: integer().notNull(),
    seeGroup: integer().notNull(),
    /** The newest version of its response. */
    current: boolean().notNull(),
  },
  (t) => [
    unique().on(t.responseId, t.version),
    index().on(t.listId).where(sql`${t.current}`),
    index().on(t.delegationId),
  ],
)

/** What was said, and nothing of who said it. */
export const contributions = pgTable(
  'contributions',
  {
    id: uuid().primaryKey().defaultRandom(),
    listId: uuid()
      .notNull()
      .references(() => questionLists.id),
    questionId: uuid()
      .notNull()
      .references(() => questions.id),
    ...content,
    /** The words folded for search: no accents, no case, one apostrophe. */
    searchText: text().notNull(),
    /** What is shown of it among many. */
    beginning: text().generatedAlwaysAs(sql`beginning_of(blocks)`),
    current: boolean().notNull(),
    /** Open to every addressed delegation. */
    published: boolean().notNull().default(false),
    /** Delegations that may read it beside the author: those for whom a group speaks. */
    openTo: uuid().array().notNull(),
  },
  (t) => [
    index().on(t.listId, t.questionId).where(sql`${t.current}`),
    // Replaced since, and still as they were opened to all.
    index('contributions_standing').on(t.listId).where(sql`${t.published} and not ${t.current}`),
  ],
)

/** Who said it, apart from what was said, in every mode. */
export const contributionSources = pgTable(
  'contribution_sources',
  {
    contributionId: uuid()
      .primaryKey()
      .references(() => contributions.id),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    delegationId: uuid().notNull(),
    attribution: attribution().notNull(),
    published: boolean().notNull().default(false),
    openTo: uuid().array().notNull(),
  },
  (t) => [
    index().on(t.submissionId),
    index().on(t.delegationId),
    check('sources_sealed', sql`${t.attribution} = 'attributed' or (not ${t.published} and ${t.openTo} = '{}')`),
  ],
)

export const alignments = pgTable(
  'alignments',
  {
    id: uuid().primaryKey().defaultRandom(),
    listId: uuid().notNull(),
    /** The group's response, so that the alignment outlives its amended versions. */
    responseId: uuid().notNull(),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    extent: text().$type<AlignmentExtent>().notNull(),
    note: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.listId),
    uniqueIndex('alignments_one_at_a_time').on(t.responseId, t.delegationId).where(sql`${t.withdrawnAt} is null`),
  ],
)
