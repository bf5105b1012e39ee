import { type Database, transaction } from '../database/database.ts'
import { clearCommands } from '../journal/clear-commands.ts'
import type { JobKind } from '../journal/jobs.ts'
import { clearSignIns } from '../sign-in/clear-sign-ins.ts'

const MAILS_KEPT_DAYS = 30

/** What nobody needs any more goes, once a day. */
export const clearUp: JobKind = {
  kind: 'clear-up',
  async run({ database }) {
    // The next day first: whatever goes wrong today is tried again tomorrow.
    await planClearUp(database, 1)
    await clearCommands(database)
    await clearSignIns(database)
    await transaction(database, 'system', 'begin', (_tx, client) =>
      client.query('delete from mails where at < now() - make_interval(days => $1)', [MAILS_KEPT_DAYS]),
    )
  },
}

/** Plans the next clearing up in so many days, unless one is planned; one that is running does not count. */
export async function planClearUp(database: Database, days: number): Promise<void> {
  await transaction(database, 'system', 'begin', (_tx, client) =>
    client.query(
      `insert into jobs (kind, subject, run_at)
       select 'clear-up', 'daily', now() + make_interval(days => $1)
       where not exists (select from jobs where kind = 'clear-up' and (locked_until is null or locked_until < now()))`,
      [days],
    ),
  )
}
