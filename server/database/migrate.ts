import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyAll } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

export const MIGRATIONS = join(import.meta.dirname, '../../migrations')
// Any number no other program takes: one server migrates, the others wait.
const MIGRATING = 0x6d696772

/** Applies what is missing, one server at a time. */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATING])
    await applyAll(drizzle(client), { migrationsFolder: MIGRATIONS, migrationsSchema: 'migrations' })
    // The server counts what was applied; it must not be able to change it.
    await client.query('grant usage on schema migrations to consultation_app')
    await client.query('grant select on all tables in schema migrations to consultation_app')
  } finally {
    await client.end() // releases the lock
  }
}

export function migrationsInCode(): number {
  const journal: { entries: unknown[] } = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8'))
  return journal.entries.length
}
