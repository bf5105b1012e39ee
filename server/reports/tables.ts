import type { ReportKind } from '@consultation/shared/reports.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { consultations } from '../consultations/tables.ts'
import type { Texts } from '../findings/tables.ts'
import { questionLists } from '../question-lists/tables.ts'
import { sessions } from '../sessions/tables.ts'

/** The outline of the report to the General Assembly, one for each consultation, and the summaries of what was said. */
export const reports = pgTable(
  'reports',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid()
      .notNull()
      .references(() => consultations.id),
    kind: text().$type<ReportKind>().notNull().default('report'),
    /** Summaries are numbered through in their consultation. */
    number: integer(),
    /** Of what a summary is; of neither: of the consultation as a whole. */
    listId: uuid().references(() => questionLists.id),
    sessionId: uuid().references(() => sessions.id),
    reference: text().notNull().unique(),
    title: jsonb().$type<Translated>().notNull(),
    revision: integer().notNull().default(1),
    /** Delegations read it from then on, as it stands. */
    publishedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    uniqueIndex('reports_one_of_consultation').on(t.consultationId).where(sql`${t.kind} = 'report'`),
    unique().on(t.consultationId, t.number),
    check(
      'reports_summary_of_one_thing',
      sql`case ${t.kind} when 'summary' then ${t.number} is not null and num_nonnulls(${t.listId}, ${t.sessionId}) <= 1
        else num_nonnulls(${t.number}, ${t.listId}, ${t.sessionId}) = 0 end`,
    ),
  ],
)

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
