import type { ClusterView, IdeaView, ItemView } from '@consultation/shared/room-view.ts'
import { takesClusters } from '@consultation/shared/rules/board.ts'
import { lazy, memo, Suspense } from 'react'
import { useWords } from '../../words/index.ts'
import { SeatName } from '../Seat.tsx'
import type { Room } from '../use-room.ts'

const CardMenu = lazy(async () => ({ default: (await import('../podium/CardMenu.tsx')).CardMenu }))
const TakeApart = lazy(async () => ({ default: (await import('../podium/CardMenu.tsx')).TakeApart }))

type Props = {
  room: Room
  item: ItemView
  idea: IdeaView
  clusters: readonly ClusterView[]
  merged: readonly IdeaView[]
}

export function IdeaCard({ room, item, idea, clusters, merged }: Props) {
  const t = useWords('board')
  const { view } = room
  const isOwn = (one: IdeaView) => view.ownIdeas.some(({ id }) => id === one.id)
  return (
    <li className="card" data-pinned={idea.pinned || undefined} id={`idea-${idea.id}`}>
      {idea.pinned && <p className="small card-mark">{t('pinned')}</p>}
      <Words idea={idea} />
      <p className="small quiet">
        <Author idea={idea} own={isOwn(idea)} />
      </p>
      {merged.length > 0 && (
        <details>
          <summary className="small">{t('merged_here', { count: merged.length })}</summary>
          <ul className="plain-list">
            {merged.map((one) => (
              <li key={one.id}>
                <Words idea={one} />
                <p className="small quiet">
                  <Author idea={one} own={isOwn(one)} />
                </p>
                {view.may['idea.moderate'] && takesClusters(item.board.phase) && (
                  <Suspense>
                    <TakeApart idea={one} />
                  </Suspense>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {view.may['idea.moderate'] && (
        <Suspense>
          <CardMenu room={room} item={item} idea={idea} clusters={clusters} />
        </Suspense>
      )}
    </li>
  )
}

function Author({ idea, own }: { idea: IdeaView; own: boolean }) {
  const t = useWords('board')
  if (own) return <>{t('yours')}</>
  return idea.seat.kind === 'withheld' ? null : <SeatName seat={idea.seat} />
}

const Words = memo(function Words({ idea }: { idea: IdeaView }) {
  return (
    <p className="said" lang={idea.language} dir="auto">
      {idea.text}
    </p>
  )
})
