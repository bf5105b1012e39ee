import type { ClusterView, IdeaView, ItemView } from '@consultation/shared/room-view.ts'
import { isSilent, takesIdeas, takesPoints } from '@consultation/shared/rules/board.ts'
import { lazy, Suspense } from 'react'
import { useWords } from '../../words/index.ts'
import type { Room } from '../use-room.ts'
import { IdeaCard } from './IdeaCard.tsx'
import { OwnIdeas } from './OwnIdeas.tsx'
import { PointsForm } from './PointsForm.tsx'
import { WriteIdea } from './WriteIdea.tsx'
import './board.css'

const BoardControls = lazy(async () => ({ default: (await import('../podium/BoardControls.tsx')).BoardControls }))
const SealedIdeas = lazy(async () => ({ default: (await import('../podium/SealedIdeas.tsx')).SealedIdeas }))

/** The idea board of an item: clusters one after the other, not a canvas, so that every device and reader has the same. */
export function BoardPanel({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('board')
  const { view } = room
  const { phase, silentCount } = item.board
  const isOpen = view.sessions[0]?.state === 'open'
  const onPodium = view.roles.length > 0
  const { clusters, loose, mergedInto } = boardOf(view.ideas, view.clusters, item.id)
  if (phase === 'idle' && !onPodium) return null

  const card = (idea: IdeaView) => (
    <IdeaCard key={idea.id} room={room} item={item} idea={idea} clusters={clusters} merged={mergedInto(idea.id)} />
  )
  return (
    <section className="board" aria-labelledby="board-title">
      <h3 id="board-title">{t('ideas')}</h3>
      <p className="quiet">{t('phase_sentence', { phase })}</p>
      {onPodium && (
        <Suspense>
          <BoardControls room={room} item={item} />
        </Suspense>
      )}
      {isSilent(phase) && phase !== 'idle' && silentCount !== null && (
        <p role="status">{t('ideas_written', { count: silentCount, exact: silentCount < 20 ? 'no' : 'yes' })}</p>
      )}
      {isOpen && takesIdeas(phase) && view.may['idea.write'] && <WriteIdea key={item.id} room={room} item={item} />}
      <OwnIdeas room={room} item={item} />
      {takesPoints(phase) && view.may['points.give'] && <PointsForm room={room} item={item} clusters={clusters} />}
      {phase === 'discussing' && clusters.length > 0 && clusters.every(({ points }) => points === null) && (
        <p className="small quiet">{t('too_few_gave_points')}</p>
      )}
      {clusters.map((cluster) => {
        const inside = view.ideas.filter((idea) => idea.clusterId === cluster.id && idea.mergedInto === null)
        return (
          <section key={cluster.id} className="cluster" aria-labelledby={`cluster-${cluster.id}`}>
            <h4 id={`cluster-${cluster.id}`}>
              <bdi>{cluster.name}</bdi>{' '}
              <span className="small quiet">{t('ideas_in_cluster', { count: inside.length })}</span>
              {cluster.points !== null && (
                <span className="small points"> {t('points_of_cluster', { count: cluster.points })}</span>
              )}
            </h4>
            <ul className="cards">{inside.toSorted(inDrawnOrder).map(card)}</ul>
          </section>
        )
      })}
      {loose.length > 0 && (
        <section className="cluster" aria-labelledby="loose">
          <h4 id="loose">
            {clusters.length > 0 ? t('not_in_cluster') : t('all_ideas')}{' '}
            <span className="small quiet">{t('ideas_in_cluster', { count: loose.length })}</span>
          </h4>
          <ul className="cards">{loose.map(card)}</ul>
        </section>
      )}
      {!isSilent(phase) && clusters.length + loose.length === 0 && <p className="quiet">{t('no_ideas')}</p>}
      {onPodium && (
        <Suspense>
          <SealedIdeas room={room} item={item} />
        </Suspense>
      )}
    </section>
  )
}

/** Pinned first, then as drawn; what is merged stands in the other's card. */
const inDrawnOrder = (a: IdeaView, b: IdeaView) => Number(b.pinned) - Number(a.pinned) || a.place - b.place

export function boardOf(ideas: readonly IdeaView[], all: readonly ClusterView[], itemId: string) {
  const here = ideas.filter((idea) => idea.itemId === itemId)
  const clusters = all.filter((cluster) => cluster.itemId === itemId).toSorted((a, b) => a.place - b.place)
  const known = new Set(clusters.map(({ id }) => id))
  return {
    clusters,
    loose: here
      .filter(({ clusterId, mergedInto }) => mergedInto === null && (clusterId === null || !known.has(clusterId)))
      .toSorted(inDrawnOrder),
    mergedInto: (id: string) => here.filter(({ mergedInto }) => mergedInto === id),
  }
}
