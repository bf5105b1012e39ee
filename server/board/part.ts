import type { Change } from '@consultation/shared/room-view.ts'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'
import { own, ownWith } from '../sessions/own.ts'
import { itemChanges } from '../sessions/part.ts'
import type { Look, RoomPart } from '../sessions/room.ts'
import { type ClusterRow, presentCluster } from './clusters.ts'
import { type Card, presentIdea, presentSealed } from './ideas.ts'
import { clusters, ideaSources, ideas } from './tables.ts'

const HERE = { all: 'ideas', podium: 'sealed', seat: 'ownIdeas' } as const

const OWN_IDEAS = own(
  'ownIdeas',
  `select i.id, i.item_id as "itemId", i.text, i.language, s.group_id as "groupId", i.state, i.reason
    from idea_sources s join ideas i on i.id = s.idea_id where s.session_id = $1 and s.delegation_id = $2 order by i.place`,
)
const OWN_POINTS = own(
  'ownPoints',
  'select p.item_id as id, p.points, p.revision from points_given p where p.session_id = $1 and p.delegation_id = $2',
)

/** Ideas, clusters and points: the room its open cards, the podium all, a delegation its own. */
export const boardPart: RoomPart = {
  nouns: ['board', 'idea', 'cluster', 'points'],
  own: [OWN_IDEAS, OWN_POINTS],

  async whole(tx, look) {
    if (look.seen.kind === 'seat') return {}
    const cards = await cardsIn(tx, look, {})
    if (look.seen.kind === 'podium') return { sealed: cards.map((card) => presentSealed(card, look)) }
    return {
      ideas: cards.map((card) => presentIdea(card, look)),
      clusters: (await clustersIn(tx, look, {})).map(presentCluster),
    }
  },

  async changed(tx, look, noun, subjects) {
    switch (noun) {
      case 'idea':
        return changes(await shownIn(tx, look, { ids: subjects }), HERE[look.seen.kind], subjects)
      case 'cluster': {
        if (look.seen.kind !== 'all') return []
        const rows = new Map((await clustersIn(tx, look, { ids: subjects })).map((row) => [row.id, row]))
        return subjects.map((id): Change => {
          const row = rows.get(id)
          return row ? { set: 'clusters', value: presentCluster(row) } : { drop: 'clusters', id }
        })
      }
      case 'points':
        return pointsAnew(tx, look, subjects)
      default:
        return (await Promise.all(subjects.map((itemId) => boardAnew(tx, look, itemId)))).flat()
    }
  },
}

/** A whole board at once: after a phase, a release or a merging. */
async function boardAnew(tx: Tx, look: Look, itemId: string): Promise<Change[]> {
  const here = HERE[look.seen.kind]
  const anew: Change[] = [{ clear: here, itemId }, ...changes(await shownIn(tx, look, { itemId }), here)]
  if (look.seen.kind !== 'all') return [...anew, ...(await pointsAnew(tx, look, [itemId]))]
  const there = await clustersIn(tx, look, { itemId })
  return [
    ...(await itemChanges(tx, look, [itemId])),
    { clear: 'clusters', itemId },
    ...there.map((row): Change => ({ set: 'clusters', value: presentCluster(row) })),
    ...anew,
  ]
}

/** A delegation's own points at these items; those that were destroyed with their sums are gone from its page. */
async function pointsAnew(tx: Tx, look: Look, itemIds: readonly string[]): Promise<Change[]> {
  if (look.seen.kind !== 'seat') return []
  const given = new Map((await ownWith(tx, OWN_POINTS, look, itemIds)).map((value) => [value.id, value]))
  return itemIds.map((id): Change => {
    const value = given.get(id)
    return value ? { set: 'ownPoints', value } : { drop: 'ownPoints', id }
  })
}

type Shown = Extract<Change, { set: 'ideas' | 'sealed' | 'ownIdeas' }>
type Which = { ids?: readonly string[]; itemId?: string }

/** Cards as this audience is shown them. */
async function shownIn(tx: Tx, look: Look, which: Which): Promise<Shown[]> {
  const { ids, itemId } = which
  if (look.seen.kind === 'seat') {
    const mine = ids
      ? ownWith(tx, OWN_IDEAS, look, ids)
      : ownWith(tx, OWN_IDEAS, look, itemId ? [itemId] : [], 'itemId')
    return (await mine).map((value) => ({ set: 'ownIdeas', value }))
  }
  const cards = await cardsIn(tx, look, which)
  return look.seen.kind === 'podium'
    ? cards.map((card) => ({ set: 'sealed', value: presentSealed(card, look) }))
    : cards.map((card) => ({ set: 'ideas', value: presentIdea(card, look) }))
}

function changes(shown: readonly Shown[], here: Shown['set'], subjects?: readonly string[]): Change[] {
  if (!subjects) return [...shown]
  const there = new Map(shown.map((change) => [change.value.id, change]))
  return subjects.map((id) => there.get(id) ?? { drop: here, id })
}

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
        seen.kind === 'all' ? eq(ideas.state, 'open') : undefined,
      ),
    )
    .orderBy(ideas.place)
  // PostgreSQL has left out what this audience may not read; here stands what it is shown, whoever asks for it.
  return cards.filter(({ idea }) => seen.kind === 'podium' || (seen.kind === 'all' && idea.state === 'open'))
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
