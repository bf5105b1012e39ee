import type { TopicView } from '@consultation/shared/room-view.ts'
import { boolean, doublePrecision, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { clusters } from '../board/tables.ts'
import { delegations, language } from '../people/tables.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'

export const topics = pgTable(
  'topics',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    itemId: uuid()
      .notNull()
      .references(() => sessionItems.id),
    clusterId: uuid().references(() => clusters.id),
    title: text().notNull(),
    resolvedAt: timestamp({ withTimezone: true }),
    movedFrom: jsonb().$type<TopicView['movedFrom']>().notNull(),
  },
  (t) => [index().on(t.sessionId)],
)

export const remarks = pgTable(
  'remarks',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid().notNull(),
    topicId: uuid()
      .notNull()
      .references(() => topics.id),
    replyTo: uuid(),
    quotes: uuid(),
    language: language().notNull(),
    text: text().notNull(),
    place: doublePrecision().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.topicId), index().on(t.sessionId)],
)
/** Null delegation: the podium spoke. */
export const remarkSources = pgTable('remark_sources', {
  remarkId: uuid()
    .primaryKey()
    .references(() => remarks.id),
  sessionId: uuid().notNull(),
  delegationId: uuid().references(() => delegations.id),
  /** The room may read it: an attributed session. */
  named: boolean().notNull().default(false),
})
