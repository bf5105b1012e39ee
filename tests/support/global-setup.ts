import type { TestProject } from 'vitest/node'
import { migrate } from '../../server/database/migrate.ts'
import { seedReference } from '../../server/seed/reference.ts'
import { createTemplate, startTestPostgres } from './postgres.ts'

/** One PostgreSQL for the run; a template, migrated and holding the reference data and the cast, that every file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres()
  const template = await createTemplate(postgres.adminUrl, async (ownerUrl) => {
    await migrate(ownerUrl)
    await seedReference(ownerUrl)
  })
  project.provide('adminUrl', postgres.adminUrl)
  project.provide('template', template)
  return () => postgres.stop()
}
