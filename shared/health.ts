import { z } from 'zod'
import { endpoint } from './contract.ts'

export const HealthView = z.object({
  status: z.enum(['ok', 'unavailable']),
  version: z.string(),
  database: z.enum(['up', 'down']),
  migrations: z.object({ applied: z.number().int(), pending: z.number().int() }),
  sample: z.boolean(),
})

export const readHealth = endpoint({
  method: 'GET',
  path: '/api/health',
  permission: 'health.read',
  summary: 'Whether the platform can work: 200, or 503 with what is missing.',
  reply: HealthView,
})
