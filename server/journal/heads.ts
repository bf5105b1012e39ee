import type { StreamName } from '@consultation/shared/live.ts'
import { type Database, looking } from '../database/database.ts'

/** Where these streams stand; those before their first line are not among them. */
export async function headsOf(database: Database, streams: readonly StreamName[]): Promise<Map<StreamName, number>> {
  const { rows } = await looking<{ name: StreamName; seq: number }>(database, 'system', {
    name: 'heads-of-streams',
    text: 'select name, seq from streams where name = any($1)',
    values: [streams],
  })
  return new Map(rows.map(({ name, seq }) => [name, seq]))
}
