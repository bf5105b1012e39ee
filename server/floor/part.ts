import type { Change, TradeView } from '@consultation/shared/room-view.ts'
import { eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../database/database.ts'
import { itemChanges } from '../sessions/part.ts'
import type { Look, RoomPart } from '../sessions/room.ts'
import { presentSpeaker, speakersWith } from './speakers.ts'
import { statementsIn } from './statements.ts'
import { speakers, trades } from './tables.ts'

type Trade = z.infer<typeof TradeView>

/** The speakers list, the clock, and what was said in full. */
export const floorPart: RoomPart = {
  nouns: ['speaker', 'clock', 'trade', 'statement'],

  async whole(tx, look) {
    const { session, seen } = look
    if (seen.kind === 'podium') return { attached: await statementsIn(tx, look) }
    if (seen.kind === 'seat') return { trades: await tradesIn(tx, look), ownStatements: await statementsIn(tx, look) }
    const rows = await tx.select().from(speakers).where(eq(speakers.sessionId, session.id))
    return { speakers: rows.map(presentSpeaker), statements: await statementsIn(tx, look) }
  },

  async changed(tx, look, noun, subjects) {
    const { session, seen } = look
    switch (noun) {
      case 'clock':
        return seen.kind === 'all' ? itemChanges(tx, look, subjects) : []
      case 'trade':
        return seen.kind === 'seat'
          ? changes(subjects, await tradesIn(tx, look, subjects), 'trades', (value) => ({ set: 'trades', value }))
          : []
      case 'statement': {
        const shown = await statementsIn(tx, look, subjects)
        const set = ({ all: 'statements', podium: 'attached', seat: 'ownStatements' } as const)[seen.kind]
        return changes(subjects, shown, set, (value) => ({ set, value }))
      }
      default: {
        if (seen.kind !== 'all') return []
        const rows = await speakersWith(tx, subjects)
        const here = rows.filter(({ sessionId }) => sessionId === session.id).map(presentSpeaker)
        return changes(subjects, here, 'speakers', (value) => ({ set: 'speakers', value }))
      }
    }
  },
}

/** What is there is set, what is not (any more) for this audience is dropped. */
function changes<T extends { id: string }>(
  subjects: readonly string[],
  shown: readonly T[],
  drop: Extract<Change, { drop: string }>['drop'],
  set: (value: T) => Change,
): Change[] {
  const there = new Map(shown.map((value) => [value.id, value]))
  return subjects.map((id) => {
    const value = there.get(id)
    return value ? set(value) : ({ drop, id } as Change)
  })
}

async function tradesIn(tx: Tx, { session, seen }: Look, ids?: readonly string[]): Promise<Trade[]> {
  if (seen.kind !== 'seat') return []
  const rows = await tx
    .select()
    .from(trades)
    .where(ids ? inArray(trades.id, [...ids]) : eq(trades.sessionId, session.id))
  return rows
    .filter(
      (row) => row.sessionId === session.id && [row.fromDelegationId, row.toDelegationId].includes(seen.delegationId),
    )
    .map((row) => ({
      id: row.id,
      itemId: row.itemId,
      fromSpeakerId: row.fromSpeakerId,
      toSpeakerId: row.toSpeakerId,
      state: row.state,
      mine: row.fromDelegationId === seen.delegationId,
    }))
}
