import { randomBytes } from 'node:crypto'
import { streams } from '@consultation/shared/live.ts'
import type { Caller } from '@consultation/shared/rules/access.ts'
import { asc, eq } from 'drizzle-orm'
import { type Database, looking, type Tx } from '../database/database.ts'
import { sha256 } from '../journal/journal.ts'
import { Refused } from '../refused.ts'
import type { Work } from '../work.ts'
import { entered, standingIn } from './room.ts'
import { sessionScreens } from './tables.ts'

type ScreenRow = typeof sessionScreens.$inferSelect

/**
 * An address for a plenary screen. The token in it stands nowhere else: what is kept is its digest. Only whoever may read the
 * room makes one, for whoever has it reads the room. Refuses: not_found, forbidden.
 */
export async function addScreen(work: Work, sessionId: string): Promise<{ screen: ScreenRow; path: string }> {
  await entered(work.tx, work.caller, sessionId, 'follow')
  const token = randomBytes(32).toString('base64url')
  const [screen] = await work.tx
    .insert(sessionScreens)
    .values({ sessionId, tokenDigest: sha256(token), madeAt: work.now })
    .returning()
  await work.write(streams.sessionPodium(sessionId), 'screen.added', screen!.id)
  return { screen: screen!, path: `/sessions/${sessionId}/screen#${token}` }
}

export async function screensOf(tx: Tx, caller: Caller, sessionId: string): Promise<ScreenRow[]> {
  await standingIn(tx, caller, sessionId)
  return tx
    .select()
    .from(sessionScreens)
    .where(eq(sessionScreens.sessionId, sessionId))
    .orderBy(asc(sessionScreens.madeAt))
}

/** What is open with it goes dark: the line in the stream that it follows has the rooms look again. Refuses: not_found. */
export async function revokeScreen(work: Work, screenId: string): Promise<ScreenRow> {
  const [known] = await work.tx.select().from(sessionScreens).where(eq(sessionScreens.id, screenId)).for('update')
  if (!known) throw new Refused('not_found')
  await standingIn(work.tx, work.caller, known.sessionId)
  const [screen] = await work.tx
    .update(sessionScreens)
    .set({ revokedAt: known.revokedAt ?? work.now })
    .where(eq(sessionScreens.id, screenId))
    .returning()
  await work.write(streams.sessionPodium(known.sessionId), 'screen.revoked', screenId)
  await work.write(streams.sessionAll(known.sessionId), 'screen.revoked', screenId)
  return screen!
}

const WITH_TOKEN = {
  name: 'screen-with-token',
  text: 'select id, session_id as "sessionId" from session_screens where token_digest = $1 and revoked_at is null',
}

/** Which screen holds this token now; nobody when it was taken back. */
export async function screenCaller(database: Database, token: string): Promise<Caller> {
  const { rows } = await looking<{ id: string; sessionId: string }>(database, 'system', {
    ...WITH_TOKEN,
    values: [sha256(token)],
  })
  const [screen] = rows
  return screen ? { kind: 'screen', screenId: screen.id, sessionId: screen.sessionId } : { kind: 'nobody' }
}

export const presentScreen = (screen: ScreenRow) => ({
  id: screen.id,
  madeAt: screen.madeAt.toISOString(),
  revokedAt: screen.revokedAt?.toISOString() ?? null,
})
