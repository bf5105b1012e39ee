import type { Translated } from '@consultation/shared/text.ts'
import { doublePrecision, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { consultations } from '../consultations/tables.ts'
import type { Texts } from '../findings/tables.ts'

/** The outline of the report to the General Assembly: one for each consultation. */
export const reports = pgTable('reports', {
  id: uuid().primaryKey().defaultRandom(),
  consultationId: uuid()
    .notNull()
    .unique()
    .references(() => consultations.id),
  reference: text().notNull().unique(),
  title: jsonb().$type<Translated>().notNull(),
  revision: integer().notNull().default(1),
  /** Delegations read it from then on, as it stands. */
  publishedAt: timestamp({ withTimezone: true }),
})

/** What a paragraph rests on is in `links`. Paragraphs are numbered through in the order of their places; headings are not. */
export const reportParagraphs = pgTable(
  'report_paragraphs',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => reports.id),
    consultationId: uuid().notNull(),
    kind: text().$type<'heading' | 'paragraph'>().notNull(),
    place: doublePrecision().notNull(),
    texts: jsonb().$type<Texts>().notNull(),
    /** Without a source only if somebody says why: "editorial". */
    editorial: text().notNull().default(''),
    revision: integer().notNull().default(1),
  },
  (t) => [index().on(t.reportId), index().on(t.consultationId)],
)
