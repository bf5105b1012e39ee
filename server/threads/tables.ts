import { index, pgEnum, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { delegations, people } from '../people/tables.ts'
import { questionLists, questions } from '../question-lists/tables.ts'

export const side = pgEnum('side', ['secretariat', 'delegation'])

/** One thread under a delegation's answer to a question, through all its versions. */
export const threads = pgTable(
  'threads',
  {
    id: uuid().primaryKey().defaultRandom(),
    listId: uuid()
      .notNull()
      .references(() => questionLists.id),
    responseId: uuid().notNull(),
    questionId: uuid()
      .notNull()
      .references(() => questions.id),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    openedAt: timestamp({ withTimezone: true }).notNull(),
    resolvedAt: timestamp({ withTimezone: true }),
    lastSide: side().notNull(),
  },
  (t) => [unique().on(t.responseId, t.questionId), index().on(t.listId), index().on(t.delegationId)],
)

export const messages = pgTable(
  'messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    threadId: uuid()
      .notNull()
      .references(() => threads.id),
    delegationId: uuid().notNull(),
    replyTo: uuid(),
    side: side().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.threadId)],
)
