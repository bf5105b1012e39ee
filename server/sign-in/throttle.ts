import { type Database, patiently, transaction } from '../database/database.ts'
import { sha256 } from '../journal/journal.ts'
import { Refused } from '../refused.ts'

/** How often something may be tried in a window of minutes. */
type Limit = { key: string; max: number; minutes: number }

const WINDOW = 15

/**
 * Guesses at one account: ten from one network, a hundred from everywhere (NIST SP 800-63B, 3.2.2). Two counts, because one
 * alone would let anybody keep a head of delegation out on the day of a deadline by guessing badly.
 * And guesses from one network at whatever account.
 */
export const guessingAt = (email: string, ip: string): Limit[] => [
  { key: `guess ${email} ${networkOf(ip)}`, max: 10, minutes: WINDOW },
  { key: `guess ${email}`, max: 100, minutes: WINDOW },
  { key: `guess from ${networkOf(ip)}`, max: 200, minutes: WINDOW },
]
/** Mails to one address, and from one network to whomever. */
export const askingForResets = (email: string, ip: string): Limit[] => [
  { key: `reset ${email}`, max: 4, minutes: 60 },
  { key: `reset from ${networkOf(ip)}`, max: 40, minutes: 60 },
]
export const tryingLinks = (ip: string): Limit[] => [{ key: `link from ${networkOf(ip)}`, max: 100, minutes: WINDOW }]
/** By person, not by network: a mission checks its colleagues' receipts behind one address. */
export const checkingReceipts = (personId: string): Limit[] => [
  { key: `receipts ${personId}`, max: 100, minutes: WINDOW },
]

/**
 * Counts a try before it is looked at, so that a hundred at once are a hundred. Refuses: too_many_attempts, with the seconds
 * left; also what would have been right, else the refusal would tell the guesser.
 */
export async function countTry(database: Database, limits: Limit[]): Promise<void> {
  // In one order everywhere: two tries must not wait for each other.
  const sorted = limits.map((limit) => ({ ...limit, key: sha256(limit.key) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  const counted = await patiently(() =>
    transaction(database, 'system', 'begin', (_tx, client) =>
      client.query<{ key: string; count: number; left: number }>(
        `insert into throttles as t (key, count, window_ends)
           select key, 1, now() + make_interval(mins => minutes) from unnest($1::text[], $2::integer[]) as given(key, minutes)
         on conflict (key) do update set
           count = case when t.window_ends <= now() then 1 else t.count + 1 end,
           window_ends = case when t.window_ends <= now() then excluded.window_ends else t.window_ends end
         returning key, count, ceil(extract(epoch from window_ends - now()))::integer as left`,
        [sorted.map((limit) => limit.key), sorted.map((limit) => limit.minutes)],
      ),
    ),
  )
  const max = new Map(sorted.map((limit) => [limit.key, limit.max]))
  const spent = counted.rows.filter((row) => row.count > (max.get(row.key) ?? 0))
  if (spent.length > 0) {
    throw new Refused('too_many_attempts', { retryAfter: Math.max(1, ...spent.map((row) => row.left)) })
  }
}

/** It was the right one: the account’s counts begin anew, and the try does not count against the network. */
export async function forgetTries(database: Database, email: string, ip: string): Promise<void> {
  const [here, everywhere, network] = guessingAt(email, ip).map((limit) => sha256(limit.key))
  await patiently(() =>
    transaction(database, 'system', 'begin', async (_tx, client) => {
      await client.query('delete from throttles where key = any($1)', [[here, everywhere]])
      await client.query('update throttles set count = count - 1 where key = $1 and count > 0', [network])
    }),
  )
}

/** Whoever has an IPv6 address has a network of them. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = plain.includes('::') ? 8 - groups.length - tail.split(':').filter(Boolean).length : 0
  return [...groups, ...Array<string>(missing).fill('0'), ...tail.split(':')].slice(0, 4).join(':')
}
