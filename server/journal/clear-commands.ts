import { type Database, transaction } from '../database/database.ts'

/** How long a command sent again still gets its first answer; a draft kept on a laptop may be that late. */
const KEPT_DAYS = 30

export async function clearCommands(database: Database): Promise<void> {
  await transaction(database, 'system', 'begin', (_tx, client) =>
    client.query('delete from commands where at < now() - make_interval(days => $1)', [KEPT_DAYS]),
  )
}
