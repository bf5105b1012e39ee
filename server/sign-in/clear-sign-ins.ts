import { type Database, transaction } from '../database/database.ts'

/** A link that has run out is still told as such for a week; after that as one that never was. */
const RESETS_KEPT_DAYS = 7

/** Sign-ins, counts of tries and links that have run out: who was here when is nobody’s business afterwards. */
export async function clearSignIns(database: Database): Promise<void> {
  await transaction(database, 'system', 'begin', async (_tx, client) => {
    await client.query('delete from sign_ins where expires_at < now()')
    await client.query('delete from throttles where window_ends < now()')
    await client.query('delete from password_resets where expires_at < now() - make_interval(days => $1)', [
      RESETS_KEPT_DAYS,
    ])
  })
}
