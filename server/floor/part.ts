import type { Change } from '@consultation/shared/room-view.ts'
import { eq } from 'drizzle-orm'
import { own, ownWith } from '../sessions/own.ts'
import { itemChanges } from '../sessions/part.ts'
import type { RoomPart } from '../sessions/room.ts'
import { presentSpeaker, speakersWith } from './speakers.ts'
import { OWN_STATEMENTS, statementsIn } from './statements.ts'
import { speakers } from './tables.ts'

const TRADES = own(
  'trades',
  `select t.id, t.item_id as "itemId", t.from_speaker_id as "fromSpeakerId", t.to_speaker_id as "toSpeakerId", t.state,
      t.from_delegation_id = $2 as mine
    from trades t where t.session_id = $1 and $2 in (t.from_delegation_id, t.to_delegation_id)`,
)

/** The speakers list, the clock, and what was said in full. */
export const floorPart: RoomPart = {
  nouns: ['speaker', 'clock', 'trade', 'statement'],
  own: [TRADES, OWN_STATEMENTS],

  async whole(tx, look) {
    const { session, seen } = look
    if (seen.kind === 'podium') return { attached: await statementsIn(tx, look) }
    if (seen.kind === 'seat') return {}
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
          ? changes(subjects, await ownWith(tx, TRADES, look, subjects), 'trades', (value) => ({
              set: 'trades',
              value,
            }))
          : []
      case 'statement': {
        const shown =
          seen.kind === 'seat'
            ? await ownWith(tx, OWN_STATEMENTS, look, subjects)
            : await statementsIn(tx, look, subjects)
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
