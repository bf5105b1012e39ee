import { givePoints } from '@consultation/shared/board.ts'
import type { ClusterView, ItemView } from '@consultation/shared/room-view.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { nextStepOf } from '../floor.ts'
import type { Room } from '../use-room.ts'

/** The delegation's one budget, by buttons. Nobody sees the sums before the phase is over, and they are no vote. */
export function PointsForm({ room, item, clusters }: { room: Room; item: ItemView; clusters: readonly ClusterView[] }) {
  const t = useWords('board')
  const giving = useCall(givePoints)
  const saved = room.view.ownPoints.find(({ id }) => id === item.id)
  const [typed, setTyped] = useState<Record<string, number> | null>(null)
  const points = typed ?? saved?.points ?? {}
  const given = Object.values(points).reduce((sum, n) => sum + n, 0)
  const left = item.board.budget - given

  const set = (clusterId: string, n: number) => setTyped({ ...points, [clusterId]: n })
  async function give() {
    const reply = await giving.send({ params: { itemId: item.id }, body: { revision: saved?.revision ?? 0, points } })
    if (!reply) return
    room.own([{ set: 'ownPoints', value: reply }])
    setTyped(null)
    tell(t('points_given'))
  }

  if (clusters.length === 0) return <p className="quiet">{t('nothing_to_prioritise')}</p>
  return (
    <section className="points-form stack no-print" aria-labelledby="points-title">
      <h4 id="points-title">{t('your_points')}</h4>
      <p>{t('points_explained', { budget: item.board.budget, cap: item.board.cap })}</p>
      <p role="status">{t('points_left', { count: left })}</p>
      <RefusalNotice refusal={giving.refusal} />
      <ul className="plain-list">
        {clusters.map((cluster) => {
          const n = points[cluster.id] ?? 0
          const fewer = n > 0
          const more = left > 0 && n < item.board.cap
          return (
            <li key={cluster.id} className="points-row">
              <bdi>{cluster.name}</bdi>
              <fieldset aria-label={cluster.name}>
                <Button
                  aria-label={t('one_point_less', { cluster: cluster.name })}
                  aria-disabled={!fewer || undefined}
                  onClick={() => fewer && set(cluster.id, n - 1)}
                >
                  −
                </Button>
                <output aria-live="polite">{n}</output>
                <Button
                  aria-label={t('one_point_more', { cluster: cluster.name })}
                  aria-disabled={!more || undefined}
                  onClick={() => more && set(cluster.id, n + 1)}
                >
                  +
                </Button>
              </fieldset>
            </li>
          )
        })}
      </ul>
      {typed && (
        <div className="row">
          <Button
            kind={nextStepOf(room.view, item) === 'points' ? 'filled' : 'plain'}
            busy={giving.status === 'sending'}
            onClick={() => void give()}
          >
            {t('give_points')}
          </Button>
          <Button kind="quiet" onClick={() => setTyped(null)}>
            {t('leave_points')}
          </Button>
        </div>
      )}
    </section>
  )
}
