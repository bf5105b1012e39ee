import type { TemperatureResult } from '@consultation/shared/room-view.ts'
import { TEMPERATURE_CHOICES, TEMPERATURE_STATES } from '@consultation/shared/rules/temperature.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { index, integer, jsonb, pgEnum, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import { delegations } from '../people/tables.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'

export const temperatureState = pgEnum('temperature_state', TEMPERATURE_STATES)
export const temperatureChoice = pgEnum('temperature_choice', TEMPERATURE_CHOICES)

export const temperatures = pgTable(
  'temperatures',
  {
    id: uuid().primaryKey().defaultRandom(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id),
    itemId: uuid()
      .notNull()
      .references(() => sessionItems.id),
    question: jsonb().$type<Translated>().notNull(),
    round: integer().notNull().default(1),
    earlierId: uuid(),
    state: temperatureState().notNull().default('prepared'),
    /** As it was given out; served so ever after. */
    result: jsonb().$type<z.infer<typeof TemperatureResult>>(),
    askedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.sessionId)],
)

/** Until the figures are released; where names are withheld they are deleted with the release. */
export const temperatureAnswers = pgTable(
  'temperature_answers',
  {
    temperatureId: uuid()
      .notNull()
      .references(() => temperatures.id),
    sessionId: uuid().notNull(),
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    choice: temperatureChoice().notNull(),
  },
  (t) => [primaryKey({ columns: [t.temperatureId, t.delegationId] })],
)
