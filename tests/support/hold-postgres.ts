// Runs PostgreSQL on the folder named until it is told to stop, or killed: a platform for the tests to end in every way.
import { startEmbeddedPostgres } from '../../server/database/embedded.ts'

const dataDir = process.argv[2] ?? ''
try {
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => {} })
  console.log(JSON.stringify({ adminUrl: postgres.adminUrl }))
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
} catch (error) {
  console.log(JSON.stringify({ failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }))
}
