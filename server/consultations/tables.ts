import type { Milestone, Track } from '@consultation/shared/consultations.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { z } from 'zod'

export const consultations = pgTable('consultations', {
  id: uuid().primaryKey().defaultRandom(),
  reference: text().notNull().unique(),
  title: jsonb().$type<Translated>().notNull(),
  track: text().$type<z.infer<typeof Track>>().notNull(),
  description: jsonb().$type<Translated>().notNull(),
  office: jsonb().$type<Translated>().notNull(),
  milestones: jsonb().$type<Milestone[]>().notNull(),
  revision: integer().notNull().default(1),
  openedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
