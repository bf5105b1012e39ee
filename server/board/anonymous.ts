import { createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { isSilent, takesIdeas } from '@consultation/shared/rules/board.ts'
import { THRESHOLD } from '@consultation/shared/rules/numbers.ts'
import { and, asc, eq, sql } from 'drizzle-orm'
import { inTurn, reading, type Tx, transaction } from '../database/database.ts'
import { equalSecrets } from '../http.ts'
import type { JobKind } from '../journal/jobs.ts'
import { sha256 } from '../journal/journal.ts'
import { Refused } from '../refused.ts'
import { entered } from '../sessions/room.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'
import { type Parts, type Work, work } from '../work.ts'
import { drawnPlace } from './place.ts'
import { creditKeys, creditsDrawn, creditsSpent, ideas, intake } from './tables.ts'

/*
 * Ideas without a name. What is stored cannot be put together with a delegation, because the two halves never meet: the right
 * to write is drawn while signed in, before there is anything to write, and is a number nobody keeps; the idea comes later, in
 * a request that says nothing of its sender, and is held without a time until enough wait to be shuffled and released at once.
 *
 * Promised: the name of the delegation is not stored, by no id, no time, no order and no two rows of one transaction, and
 * after the session is closed not even a copy of the database tells more than a guess would.
 * Not promised: until the close, how many rights each delegation drew is kept; a backup or the write-ahead log of these hours
 * holds the order in which ideas came; whoever watches the network sees who sends.
 */

export const RELEASE_IF_ENOUGH = 'board_release'
export const RELEASE_AT_CLOSE = 'board_release_and_purge'

const NUMBER_BYTES = 18

/**
 * Draws rights to write, as many as are left of those asked for. Nothing of them is kept but how many: no command remembers
 * its reply. Refuses: not_found, forbidden, session_not_open, not_found (not an anonymous session), ideas_used_up.
 */
export async function draw(
  parts: Parts,
  caller: Caller,
  sessionId: string,
  wanted: number,
): Promise<{ credits: string[]; left: number }> {
  const { session, standing } = await reading(parts.database, caller, (tx) =>
    entered(tx, caller, sessionId, 'idea.write'),
  )
  if (session.mode !== 'anonymous' || standing.delegationId === null) throw new Refused('not_found')
  if (session.state !== 'announced' && session.state !== 'open') throw new Refused('session_not_open')
  const { delegationId } = standing
  return transaction(parts.database, 'system', 'begin', async (tx) => {
    const key = await keyOf(tx, sessionId, { make: true })
    await tx.insert(creditsDrawn).values({ sessionId, delegationId, count: 0 }).onConflictDoNothing()
    const [drawn] = await tx
      .select({ count: creditsDrawn.count })
      .from(creditsDrawn)
      .where(and(eq(creditsDrawn.sessionId, sessionId), eq(creditsDrawn.delegationId, delegationId)))
      .for('update')
    const left = session.ideasOfOne - (drawn?.count ?? 0)
    const given = Math.min(wanted, left)
    if (given <= 0 || !key) throw new Refused('ideas_used_up')
    await tx
      .update(creditsDrawn)
      .set({ count: sql`${creditsDrawn.count} + ${given}` })
      .where(and(eq(creditsDrawn.sessionId, sessionId), eq(creditsDrawn.delegationId, delegationId)))
    return { credits: Array.from({ length: given }, () => sign(key, sessionId)), left: left - given }
  })
}

function sign(key: Buffer, sessionId: string): string {
  const number = randomBytes(NUMBER_BYTES).toString('base64url')
  return `${number}.${sealOf(key, sessionId, number)}`
}

const sealOf = (key: Buffer, sessionId: string, number: string) =>
  createHmac('sha256', key).update(`${sessionId}\n${number}`).digest('base64url')

async function keyOf(tx: Tx, sessionId: string, { make }: { make: boolean }): Promise<Buffer | null> {
  if (make)
    await tx
      .insert(creditKeys)
      .values({ sessionId, key: randomBytes(32) })
      .onConflictDoNothing()
  const [row] = await tx.select().from(creditKeys).where(eq(creditKeys.sessionId, sessionId))
  return row?.key ?? null
}

type Idea = { credit: string; itemId: string; text: string; language: Language }

/**
 * Takes an idea in, from nobody. A repetition with the same words is the same idea. Refuses: not_found (no such item or
 * right), session_not_open, phase_closed, credit_spent.
 */
export async function takeIn(parts: Parts, { credit, itemId, text, language }: Idea): Promise<void> {
  const textDigest = sha256(`${itemId}\n${text}`)
  const enough = await transaction(parts.database, 'system', 'begin', async (tx, client) => {
    const sessionId = (await boardAt(tx, itemId)).session.id
    const creditDigest = await digestOf(tx, sessionId, credit)
    await inTurn({ client }, creditDigest)
    // Held until it is stored: whoever closes the session or moves the board waits, so that nothing answered is left out.
    await inTurn({ client }, itemId)
    const { session, phase } = await boardAt(tx, itemId)
    const spent = await earlier(tx, creditDigest)
    if (spent === textDigest) return false
    if (spent !== null) throw new Refused('credit_spent')
    if (session.state !== 'open') throw new Refused('session_not_open')
    if (!takesIdeas(phase)) throw new Refused('phase_closed')
    if (!session.hasContributions)
      await tx.update(sessions).set({ hasContributions: true }).where(eq(sessions.id, session.id))
    await tx.insert(intake).values({ creditDigest, sessionId: session.id, itemId, text, language })
    const [{ waiting } = { waiting: 0 }] = await tx
      .select({ waiting: sql<number>`count(*)::int` })
      .from(intake)
      .where(eq(intake.itemId, itemId))
    return !isSilent(phase) && waiting >= THRESHOLD
  })
  if (enough) await release(parts, itemId, THRESHOLD)
}

async function boardAt(tx: Tx, itemId: string) {
  const [at] = await tx
    .select({ session: sessions, phase: sessionItems.phase })
    .from(sessionItems)
    .innerJoin(sessions, eq(sessions.id, sessionItems.sessionId))
    .where(eq(sessionItems.id, itemId))
  if (at?.session.mode !== 'anonymous') throw new Refused('not_found')
  return at
}

async function digestOf(tx: Tx, sessionId: string, credit: string): Promise<string> {
  const key = await keyOf(tx, sessionId, { make: false })
  const [number = '', seal = ''] = credit.split('.')
  if (!key || !equalSecrets(seal, sealOf(key, sessionId, number))) throw new Refused('not_found')
  return sha256(`${sessionId}\n${number}`)
}

/** What this right was used for, as a digest of the words; null when it is unused. */
async function earlier(tx: Tx, creditDigest: string): Promise<string | null> {
  const [held] = await tx.select().from(intake).where(eq(intake.creditDigest, creditDigest))
  if (held) return sha256(`${held.itemId}\n${held.text}`)
  const [spent] = await tx.select().from(creditsSpent).where(eq(creditsSpent.creditDigest, creditDigest))
  return spent?.textDigest ?? null
}

/** Releases what waits for an item, if at least so many do: one batch, shuffled, in one transaction and with one line. */
async function release(parts: Parts, itemId: string, atLeast: number): Promise<void> {
  await work(parts, 'system', (w) => releaseWithin(w, itemId, atLeast)).catch((error: unknown) => {
    // Released by another meanwhile: there was nothing to write down.
    if (!(error instanceof NothingWaits)) throw error
  })
}

class NothingWaits extends Error {}

async function releaseWithin(w: Work, itemId: string, atLeast: number): Promise<void> {
  const held = shuffled(await w.tx.select().from(intake).where(eq(intake.itemId, itemId)).for('update'))
  const [first] = held
  if (!first || held.length < atLeast) throw new NothingWaits('nothing waits to be released')
  const { sessionId } = first
  const [session] = await w.tx
    .select({ prescreen: sessions.prescreen })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
  const [{ number } = { number: 1 }] = await w.tx
    .select({ number: sql<number>`coalesce(max(${ideas.release}), 0) + 1` })
    .from(ideas)
    .where(eq(ideas.sessionId, sessionId))
  await w.tx.insert(ideas).values(
    held.map(({ text, language }) => ({
      id: randomUUID(),
      sessionId,
      itemId,
      text,
      language,
      state: session?.prescreen ? ('waiting' as const) : ('open' as const),
      place: drawnPlace(),
      release: number,
    })),
  )
  await w.tx.insert(creditsSpent).values(
    shuffled(held).map(({ creditDigest, text }) => ({
      creditDigest,
      sessionId,
      textDigest: sha256(`${itemId}\n${text}`),
    })),
  )
  await w.tx.delete(intake).where(eq(intake.itemId, itemId))
  await w.write(streams.sessionPodium(sessionId), 'board.released', itemId, { release: number })
  await w.write(streams.sessionAll(sessionId), 'board.released', itemId, { release: number })
}

function shuffled<T>(list: readonly T[]): T[] {
  const drawn = [...list]
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    ;[drawn[at], drawn[other]] = [drawn[other]!, drawn[at]!]
  }
  return drawn
}

/** What is left is released, and all that could tell of order or number is destroyed. Done once. */
async function releaseAndPurge(parts: Parts, sessionId: string): Promise<void> {
  await work(parts, 'system', async (w) => {
    const items = await w.tx
      .select({ id: sessionItems.id })
      .from(sessionItems)
      .where(eq(sessionItems.sessionId, sessionId))
      .orderBy(asc(sessionItems.number))
    for (const { id } of items)
      await releaseWithin(w, id, 1).catch((error: unknown) => {
        if (!(error instanceof NothingWaits)) throw error
      })
    await w.client.query('select purge_intake($1)', [sessionId])
    await w.tx.update(sessions).set({ purgedAt: w.now }).where(eq(sessions.id, sessionId))
    await w.write(streams.sessionPodium(sessionId), 'session.purged', sessionId)
  })
}

export const boardJobs: JobKind[] = [
  { kind: RELEASE_IF_ENOUGH, run: (parts, itemId) => release(parts, itemId, THRESHOLD) },
  { kind: RELEASE_AT_CLOSE, run: releaseAndPurge },
]
