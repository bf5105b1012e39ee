import type { Language } from '@consultation/shared/languages.ts'
import { ASSOCIATIONS, FEEDBACK_CHANNELS, FEEDBACK_STANCES } from '@consultation/shared/rules/feedback.ts'
import type { Block } from '@consultation/shared/text.ts'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { findings, findingVersions } from '../findings/tables.ts'
import { delegations, groups, language } from '../people/tables.ts'
import { attribution } from '../responses/tables.ts'
import { retreats } from '../retreats/tables.ts'

export const feedbackStance = pgEnum('feedback_stance', FEEDBACK_STANCES)
export const feedbackChannel = pgEnum('feedback_channel', FEEDBACK_CHANNELS)
export const association = pgEnum('association', ASSOCIATIONS)

/** Other words for one paragraph, with the paragraph as it was: a proposal is shown as the difference to it. */
export type Proposal = { paragraph: number; language: Language; was: string; text: string }

/** What was said to one version of a finding, and nothing of who said it. Kept as it was given; a newer one replaces it. */
export const feedback = pgTable(
  'feedback',
  {
    id: uuid().primaryKey().defaultRandom(),
    retreatId: uuid()
      .notNull()
      .references(() => retreats.id),
    findingId: uuid()
      .notNull()
      .references(() => findings.id),
    findingVersionId: uuid()
      .notNull()
      .references(() => findingVersions.id),
    stance: feedbackStance().notNull(),
    channel: feedbackChannel().notNull(),
    language: language().notNull(),
    reason: jsonb().$type<Block[]>().notNull(),
    /** What is shown of its reason among many. */
    beginning: text().generatedAlwaysAs(sql`beginning_of(reason)`),
    proposals: jsonb().$type<Proposal[]>().notNull(),
    attribution: attribution().notNull(),
    /** The newest of its author on this version of the finding. */
    current: boolean().notNull().default(true),
    /** Open to every participant: attributed, in a retreat where delegations see each other's. */
    open: boolean().notNull(),
  },
  (t) => [index().on(t.findingVersionId).where(sql`${t.current}`), index().on(t.retreatId)],
)

/** Who said it, for whom, and when: apart from what was said, in every mode. */
export const feedbackSources = pgTable(
  'feedback_sources',
  {
    feedbackId: uuid()
      .primaryKey()
      .references(() => feedback.id),
    retreatId: uuid().notNull(),
    findingVersionId: uuid().notNull(),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    groupId: uuid().references(() => groups.id),
    /** For whom a group spoke that day; empty for a State's own. */
    roster: uuid().array().notNull(),
    /** Attributed: the Review Team sees the name, and the participants where `open` says so. */
    named: boolean().notNull(),
    open: boolean().notNull(),
    current: boolean().notNull().default(true),
    revision: integer().notNull(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (t) => [
    index().on(t.delegationId),
    index().on(t.retreatId),
    // A group has one word, whoever of its speakers gives it.
    uniqueIndex('feedback_one_per_author')
      .on(t.retreatId, t.findingVersionId, sql`coalesce(${t.groupId}, ${t.delegationId})`)
      .where(sql`${t.current}`),
  ],
)

/** A member's own word on what its group said: never deduced from membership. */
export const feedbackAssociations = pgTable(
  'feedback_associations',
  {
    id: uuid().primaryKey().defaultRandom(),
    retreatId: uuid().notNull(),
    findingVersionId: uuid().notNull(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    association: association().notNull(),
    note: text().notNull(),
    /** From which it dissociates itself, by their place from nought; none: it differs from the whole. */
    paragraphs: integer().array().notNull().default([]),
    at: timestamp({ withTimezone: true }).notNull(),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index().on(t.retreatId),
    uniqueIndex('associations_one_at_a_time')
      .on(t.findingVersionId, t.retreatId, t.groupId, t.delegationId)
      .where(sql`${t.withdrawnAt} is null`),
    check('associations_differ_with_reason', sql`${t.association} <> 'differs' or ${t.note} <> ''`),
    check('associations_differ_on_paragraphs', sql`${t.association} = 'differs' or cardinality(${t.paragraphs}) = 0`),
  ],
)

/** Where views converge, as it was given out: figures merged until each part is large enough, and served so ever after. */
export const convergenceReleases = pgTable(
  'convergence_releases',
  {
    id: uuid().primaryKey().defaultRandom(),
    retreatId: uuid()
      .notNull()
      .references(() => retreats.id),
    findingVersionId: uuid()
      .notNull()
      .references(() => findingVersions.id),
    number: integer().notNull(),
    figures: jsonb().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.retreatId), index().on(t.findingVersionId)],
)
