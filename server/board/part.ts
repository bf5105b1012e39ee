import type { Change } from '@consultation/shared/room-view.ts'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { itemChanges } from '../sessions/part.ts'
import type { Look, RoomPart } from '../sessions/room.ts'
import { type ClusterRow, presentCluster } from './clusters.ts'
import { type Card, presentIdea, presentOwn, presentSealed } from './ideas.ts'
import { presentPoints } from './points.ts'
import { clusters, ideaSources, ideas, pointsGiven } from './tables.ts'

const HERE = { all: 'ideas', podium: 'sealed', seat: 'ownIdeas' } as const

/** Ideas, clusters and points: the room its open cards, the podium all, a delegation its own. */
export const boardPart: RoomPart = {
  nouns: ['board', 'idea', 'cluster', 'points'],

  async whole(tx, look) {
    const cards = await cardsIn(tx, look, {})
    switch (look.seen.kind) {
      case 'all':
        return {
          ideas: cards.map((card) => presentIdea(card, look)),
          clusters: (await clustersIn(tx, look, {})).map(presentCluster),
        }
      case 'podium':
        return { sealed: cards.map((card) => presentSealed(card, look)) }
      case 'seat':
        return { ownIdeas: cards.map(presentOwn), ownPoints: (await pointsIn(tx, look)).map(presentPoints) }
    }
  },

  async changed(tx, look, noun, subjects) {
    switch (noun) {
      case 'idea':
        return changes(look, await cardsIn(tx, look, { ids: subjects }), subjects)
      case 'cluster': {
        if (look.seen.kind !== 'all') return []
        const rows = new Map((await clustersIn(tx, look, { ids: subjects })).map((row) => [row.id, row]))
        return subjects.map((id): Change => {
          const row = rows.get(id)
          return row ? { set: 'clusters', value: presentCluster(row) } : { drop: 'clusters', id }
        })
      }
      case 'points':
        if (look.seen.kind !== 'seat') return []
        return (await pointsIn(tx, look, subjects)).map((row) => ({ set: 'ownPoints', value: presentPoints(row) }))
      default:
        return (await Promise.all(subjects.map((itemId) => boardAnew(tx, look, itemId)))).flat()
    }
  },
}

/** A whole board at once: after a phase, a release or a merging. */
async function boardAnew(tx: Tx, look: Look, itemId: string): Promise<Change[]> {
  const cards = await cardsIn(tx, look, { itemId })
  const anew: Change[] = [{ clear: HERE[look.seen.kind], itemId }, ...changes(look, cards)]
  if (look.seen.kind !== 'all') return anew
  const there = await clustersIn(tx, look, { itemId })
  return [
    ...(await itemChanges(tx, look, [itemId])),
    { clear: 'clusters', itemId },
    ...there.map((row): Change => ({ set: 'clusters', value: presentCluster(row) })),
    ...anew,
  ]
}

function changes(look: Look, cards: readonly Card[], subjects?: readonly string[]): Change[] {
  const set = (card: Card): Change => {
    switch (look.seen.kind) {
      case 'all':
        return { set: 'ideas', value: presentIdea(card, look) }
      case 'podium':
        return { set: 'sealed', value: presentSealed(card, look) }
      case 'seat':
        return { set: 'ownIdeas', value: presentOwn(card) }
    }
  }
  if (!subjects) return cards.map(set)
  const there = new Map(cards.map((card) => [card.idea.id, card]))
  return subjects.map((id) => {
    const card = there.get(id)
    return card ? set(card) : { drop: HERE[look.seen.kind], id }
  })
}

type Which = { ids?: readonly string[]; itemId?: string }

async function cardsIn(tx: Tx, { session, seen }: Look, { ids, itemId }: Which): Promise<Card[]> {
  const cards = await tx
    .select({ idea: ideas, source: ideaSources })
    .from(ideas)
    .leftJoin(ideaSources, eq(ideaSources.ideaId, ideas.id))
    .where(
      and(
        eq(ideas.sessionId, session.id),
        ids ? inArray(ideas.id, [...ids]) : undefined,
        itemId ? eq(ideas.itemId, itemId) : undefined,
        // Asked for no more than is shown: each row is weighed by row-level security.
        seen.kind === 'seat' ? eq(ideaSources.delegationId, seen.delegationId) : undefined,
        seen.kind === 'all' ? eq(ideas.state, 'open') : undefined,
      ),
    )
    .orderBy(ideas.place)
  // PostgreSQL has left out what this audience may not read; here stands what it is shown, whoever asks for it.
  return cards.filter(({ idea, source }) => {
    if (seen.kind === 'all') return idea.state === 'open'
    return seen.kind === 'podium' || source?.delegationId === seen.delegationId
  })
}

const clustersIn = (tx: Tx, { session }: Look, { ids, itemId }: Which): Promise<ClusterRow[]> =>
  tx
    .select()
    .from(clusters)
    .where(
      and(
        eq(clusters.sessionId, session.id),
        isNull(clusters.mergedInto),
        ids ? inArray(clusters.id, [...ids]) : undefined,
        itemId ? eq(clusters.itemId, itemId) : undefined,
      ),
    )

async function pointsIn(tx: Tx, { session, seen }: Look, itemIds?: readonly string[]) {
  if (seen.kind !== 'seat') return []
  return tx
    .select()
    .from(pointsGiven)
    .where(
      and(
        eq(pointsGiven.sessionId, session.id),
        eq(pointsGiven.delegationId, seen.delegationId),
        itemIds ? inArray(pointsGiven.itemId, [...itemIds]) : undefined,
      ),
    )
}
