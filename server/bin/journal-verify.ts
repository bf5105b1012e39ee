import { resolve } from 'node:path'
import pg from 'pg'
import { readConfig } from '../config.ts'
import { embeddedAdminUrl } from '../database/embedded.ts'
import { ownerUrlOf } from '../database/roles.ts'
import { type Broken, type Verified, verifyJournal, type Why } from '../journal/verify.ts'
import { verifySubmissions } from '../responses/submission-verify.ts'
import { StartFailure } from '../start-failure.ts'

// Checks the journal from its first line, also while the platform runs: one sentence, or JSON with --json.
// Ends with 0 when it is whole, 1 when it is broken, 2 when it could not be read.

const WORDS: Record<Why, string> = {
  changed: 'was changed',
  missing: 'is missing',
  added: 'was added',
  'out of order': 'is not where it was written',
  'without its stream': 'has lost its stream',
  'submission changed': 'vouches for a submission that was changed or put in',
  'submission missing': 'vouches for a submission that is missing',
}

try {
  const client = new pg.Client({ connectionString: databaseUrl(), application_name: 'consultation journal' })
  await client.connect()
  try {
    const journal = await verifyJournal(client)
    const found = 'broken' in journal ? journal : ((await verifySubmissions(client)) ?? journal)
    console.log(process.argv.includes('--json') ? JSON.stringify(found) : sentence(found))
    process.exitCode = 'broken' in found ? 1 : 0
  } finally {
    await client.end()
  }
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : `The journal could not be read: ${whyNot(error)}.`)
  process.exitCode = 2
}

/** As the role that owns the tables: it alone reads every stream. */
function databaseUrl(): string {
  const config = readConfig(process.env)
  if (config.DATABASE_URL) return ownerUrlOf(config.DATABASE_URL, new URL(config.DATABASE_URL).pathname.slice(1))
  const adminUrl = embeddedAdminUrl(resolve(config.DATA_DIR))
  if (!adminUrl) throw new StartFailure(`The platform has never run on the folder ${resolve(config.DATA_DIR)}.`)
  return ownerUrlOf(adminUrl, 'consultation')
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ECONNREFUSED') return 'PostgreSQL does not answer; start the platform first'
  return error instanceof Error ? error.message : String(error)
}

function sentence(found: Verified | Broken): string {
  if ('broken' in found) {
    const { stream, seq, why } = found.broken
    return `The journal is broken: line ${seq} of the stream ${stream} ${WORDS[why]}.`
  }
  return `The journal is whole: ${found.lines} lines in ${found.streams} streams.`
}
