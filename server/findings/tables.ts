import type { Track as TrackOf } from '@consultation/shared/consultations.ts'
import type { Language } from '@consultation/shared/languages.ts'
import type { Block, Translated } from '@consultation/shared/text.ts'
import { index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import { consultations } from '../consultations/tables.ts'

type Track = z.infer<typeof TrackOf>

export type Texts = { [L in Language]?: Block[] }

export const themes = pgTable(
  'themes',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid()
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    title: jsonb().$type<Translated>().notNull(),
  },
  (t) => [unique().on(t.consultationId, t.number)],
)

/** A finding as it is being written; what was published is in its versions. */
export const findings = pgTable(
  'findings',
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid()
      .notNull()
      .references(() => consultations.id),
    number: integer().notNull(),
    themeId: uuid().references(() => themes.id),
    track: text().$type<Track>().notNull(),
    title: jsonb().$type<Translated>().notNull(),
    /** Each language has the same number of paragraphs: paragraph 14 is paragraph 14 in all. */
    texts: jsonb().$type<Texts>().notNull(),
    /** What the next version changes; required from the second on. */
    change: jsonb().$type<Translated>().notNull(),
    /** The newest published version; 0 before the first. */
    version: integer().notNull().default(0),
    revision: integer().notNull().default(1),
    /** The revision that was published last: a later one is a change not yet published. */
    publishedRevision: integer().notNull().default(0),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [unique().on(t.consultationId, t.number)],
)

/** Frozen: what a delegation gave feedback on stays readable as it was. */
export const findingVersions = pgTable(
  'finding_versions',
  {
    id: uuid().primaryKey().defaultRandom(),
    findingId: uuid()
      .notNull()
      .references(() => findings.id),
    consultationId: uuid().notNull(),
    version: integer().notNull(),
    number: integer().notNull(),
    themeId: uuid().references(() => themes.id),
    track: text().$type<Track>().notNull(),
    title: jsonb().$type<Translated>().notNull(),
    texts: jsonb().$type<Texts>().notNull(),
    change: jsonb().$type<Translated>().notNull(),
    digest: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [unique().on(t.findingId, t.version), index().on(t.consultationId)],
)
