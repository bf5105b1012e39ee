import { hash } from '@node-rs/argon2'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../server/database/migrate.ts'
import { CAST } from '../../server/seed/cast.ts'
import { seedCast, seedReference } from '../../server/seed/reference.ts'
import { createTemplate, startTestPostgres } from './postgres.ts'

/** A check reads the cost from the hash: cheap ones keep hundreds of sign-ins from taking minutes. */
const cheaply = (password: string) => hash(password, { memoryCost: 64, timeCost: 1, parallelism: 1 })

/** One PostgreSQL for the run; a template, migrated and holding the reference data and the cast, that every file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres()
  const template = await createTemplate(postgres.adminUrl, async (ownerUrl) => {
    await migrate(ownerUrl)
    await seedReference(ownerUrl)
    await seedCast(ownerUrl, CAST, cheaply)
  })
  project.provide('adminUrl', postgres.adminUrl)
  project.provide('template', template)
  return () => postgres.stop()
}
