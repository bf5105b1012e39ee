import { streams } from '@consultation/shared/live.ts'
import type { BoardPhase } from '@consultation/shared/rules/board.ts'
import type { Block } from '@consultation/shared/text.ts'
import { and, asc, eq } from 'drizzle-orm'
import { write as writeIdea } from '../board/ideas.ts'
import { movePhase } from '../board/phases.ts'
import { ideas } from '../board/tables.ts'
import { give as giveFloor } from '../floor/giving.ts'
import { inscribe } from '../floor/speakers.ts'
import { give as giveStatement } from '../floor/statements.ts'
import { speakers } from '../floor/tables.ts'
import type { ItemRow, SessionRow } from '../sessions/room.ts'
import { takeUp } from '../sessions/running.ts'
import { sessionItems, sessions } from '../sessions/tables.ts'
import type { SampleIdea } from './sample-session-texts.ts'
import type { Actor, Stage } from './stage.ts'

/** What people do in a room, one after the other. Each looks first whether it was done. */

/** A session as it is being played, by whom. */
export type Play = { stage: Stage; staff: Actor; session: SessionRow; items: ItemRow[] }

export async function takesUp({ stage, staff, session }: Play, itemId: string): Promise<void> {
  const [now] = await stage.reads(staff, (tx) =>
    tx.select({ at: sessions.currentItemId }).from(sessions).where(eq(sessions.id, session.id)),
  )
  if (now?.at !== itemId) await stage.does(staff, (w) => takeUp(w, session.id, now?.at ?? null, itemId))
}

export const inscribed = ({ stage, staff }: Play, itemId: string) =>
  stage.reads(staff, (tx) => tx.select().from(speakers).where(eq(speakers.itemId, itemId)).orderBy(asc(speakers.place)))

export const heard = async (play: Play, itemId: string) =>
  (await inscribed(play, itemId)).filter(({ state }) => state === 'spoken')

export async function inscribes(play: Play, itemId: string, iso3: string, groupId: string | null): Promise<void> {
  const who = await play.stage.drafterOf(iso3)
  const there = await inscribed(play, itemId)
  if (there.some((one) => one.delegationId === who.acting?.delegationId && one.groupId === groupId)) return
  const capacity = groupId === null ? ('national' as const) : ('group' as const)
  await play.stage.does(who, (w) => inscribe(w, itemId, { capacity, groupId, delegationId: null }))
}

export async function writes({ stage, staff }: Play, itemId: string, written: readonly SampleIdea[]): Promise<void> {
  const there = await stage.reads(staff, (tx) =>
    tx.select({ text: ideas.text }).from(ideas).where(eq(ideas.itemId, itemId)),
  )
  for (const { iso3, language, text } of written) {
    if (there.some((idea) => idea.text === text)) continue
    await stage.does(await stage.drafterOf(iso3), (w) => writeIdea(w, itemId, { text, language, groupId: null }))
  }
}

/** Each inscribed speaker in turn, and then nobody. */
export async function allSpeak(play: Play, itemId: string, count: number): Promise<void> {
  const { stage, staff } = play
  for (let left = count; left >= 0; left--) {
    const speaking = (await inscribed(play, itemId)).find(({ state }) => state === 'speaking')
    const end = left === 0
    await stage.does(staff, (w) => giveFloor(w, itemId, { from: speaking?.id ?? null, end }))
  }
}

/** Nobody waits for minutes while the demonstration loads: how long each spoke is written down afterwards. */
export async function measure(
  { stage, staff }: Play,
  itemId: string,
  here: readonly { iso3: string; seconds: number }[],
): Promise<void> {
  for (const { iso3, seconds } of here) {
    const { acting } = await stage.drafterOf(iso3)
    await stage.does(staff, async (w) => {
      const [row] = await w.tx
        .update(speakers)
        .set({ usedMs: seconds * 1_000 })
        .where(and(eq(speakers.itemId, itemId), eq(speakers.delegationId, acting!.delegationId)))
        .returning()
      await w.write(streams.sessionAll(row!.sessionId), 'speaker.changed', row!.id)
    })
  }
}

export async function states(
  { stage }: Play,
  itemId: string,
  iso3: string,
  groupId: string | null,
  blocks: Block[],
  channel: 'room' | 'writing',
): Promise<void> {
  const { language } = stage.personOf(iso3)
  await stage.does(await stage.drafterOf(iso3), (w) => giveStatement(w, itemId, { groupId, language, blocks, channel }))
}

export async function phaseOf({ stage, staff }: Play, itemId: string): Promise<BoardPhase> {
  const [item] = await stage.reads(staff, (tx) => tx.select().from(sessionItems).where(eq(sessionItems.id, itemId)))
  return item!.phase
}

export async function step(play: Play, itemId: string, from: BoardPhase, to: BoardPhase): Promise<void> {
  if ((await phaseOf(play, itemId)) === from) await play.stage.does(play.staff, (w) => movePhase(w, itemId, from, to))
}
