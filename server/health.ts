import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HealthView, readHealth } from '@consultation/shared/health.ts'
import type { FastifyInstance } from 'fastify'
import { migrationsInCode } from './database/migrate.ts'
import type { Parts } from './work.ts'

const { version }: { version: string } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))

/** 200 when the platform can work, 503 with what is missing when not; for proxies, so it asks for no sign-in. */
export function healthRoutes(app: FastifyInstance, parts: Parts): void {
  app.get(readHealth.path, { config: { endpoint: readHealth } }, async (_request, reply) => {
    const applied = await appliedMigrations(parts)
    const pending = migrationsInCode() - (applied ?? 0)
    const well = applied !== undefined && pending <= 0
    const view = HealthView.parse({
      status: well ? 'ok' : 'unavailable',
      version,
      database: applied === undefined ? 'down' : 'up',
      migrations: { applied: applied ?? 0, pending },
      sample: parts.config.SAMPLE,
    })
    return reply.code(well ? 200 : 503).send(view)
  })
}

async function appliedMigrations({ database }: Parts): Promise<number | undefined> {
  try {
    const { rows } = await database.pool.query<{ count: number }>(
      'select count(*)::int from migrations.__drizzle_migrations',
    )
    return rows[0]?.count
  } catch {
    return undefined
  }
}
