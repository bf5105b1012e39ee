import { addCluster, mergeCluster, movePhase, renameCluster, undoMerge } from '@consultation/shared/board.ts'
import type { ClusterView, ItemView } from '@consultation/shared/room-view.ts'
import { BOARD_PHASES, type BoardPhase, isSilent, takesClusters } from '@consultation/shared/rules/board.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Select, TextInput } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { boardOf } from '../board/BoardPanel.tsx'
import type { Room } from '../use-room.ts'
import { podiumStepOf } from './next-step.ts'
import './podium.css'

/** The next step of the board as the one way on, and the step before as the way back. */
export function BoardControls({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('podium')
  const { view } = room
  const moving = useCall(movePhase)
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<ClusterView | null>(null)
  const { phase } = item.board
  const next = BOARD_PHASES[BOARD_PHASES.indexOf(phase) + 1]
  const { clusters } = boardOf(view.ideas, view.clusters, item.id)

  async function move(from: BoardPhase, to: BoardPhase) {
    const params = { itemId: item.id }
    if (!(await moving.send({ params, body: { from, to } }))) return
    tell(t('board_moved'), () => void moving.send({ params, body: { from: to, to: from } }))
  }

  if (view.sessions[0]?.state !== 'open' || !view.may['board.run']) return null
  return (
    <fieldset className="controls no-print" aria-label={t('run_the_board')}>
      <RefusalNotice refusal={moving.refusal} />
      <div className="row">
        {next && (
          <Button
            kind={podiumStepOf(view, item) === 'board' ? 'filled' : 'plain'}
            data-key="b"
            busy={moving.status === 'sending'}
            onClick={() => void move(phase, next)}
          >
            {t('move_board_to', { phase: next })}
          </Button>
        )}
        {takesClusters(phase) && (
          <Button kind="quiet" onClick={() => setAdding(true)}>
            {t('add_cluster')}
          </Button>
        )}
        {!isSilent(phase) &&
          clusters.length > 0 &&
          clusters.map((cluster) => (
            <Button key={cluster.id} kind="quiet" onClick={() => setEditing(cluster)}>
              {t('edit_cluster', { cluster: cluster.name })}
            </Button>
          ))}
      </div>
      <AddCluster open={adding} item={item} onClose={() => setAdding(false)} />
      {editing && <EditCluster key={editing.id} cluster={editing} others={clusters} onClose={() => setEditing(null)} />}
    </fieldset>
  )
}

function AddCluster({ open, item, onClose }: { open: boolean; item: ItemView; onClose: () => void }) {
  const t = useWords('podium')
  const adding = useCall(addCluster)
  const [name, setName] = useState('')
  async function add() {
    if (!(await adding.send({ params: { itemId: item.id }, body: { name } }))) return
    setName('')
    onClose()
  }
  return (
    <Dialog open={open} title={t('add_cluster')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <RefusalNotice refusal={adding.refusal} />
        <TextInput label={t('cluster_name')} dir="auto" value={name} onChange={setName} />
        <Actions>
          <Button onClick={onClose}>{t('leave_undone')}</Button>
          <Button type="submit" kind="filled" busy={adding.status === 'sending'}>
            {t('add_cluster')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

type EditProps = { cluster: ClusterView; others: readonly ClusterView[]; onClose: () => void }

function EditCluster({ cluster, others, onClose }: EditProps) {
  const t = useWords('podium')
  const renaming = useCall(renameCluster)
  const merging = useCall(mergeCluster)
  const undoing = useCall(undoMerge)
  const [name, setName] = useState(cluster.name)
  const [into, setInto] = useState('')
  const params = { clusterId: cluster.id }
  const targets = others.filter(({ id }) => id !== cluster.id)

  async function save() {
    if (name !== cluster.name && !(await renaming.send({ params, body: { name } }))) return
    if (into) {
      if (!(await merging.send({ params, body: { into } }))) return
      tell(t('clusters_merged'), () => void undoing.send({ params, body: {} }))
    }
    onClose()
  }
  return (
    <Dialog open title={t('edit_cluster', { cluster: cluster.name })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <RefusalNotice refusal={renaming.refusal ?? merging.refusal ?? undoing.refusal} />
        <TextInput label={t('cluster_name')} dir="auto" value={name} onChange={setName} />
        {targets.length > 0 && (
          <Select
            label={t('merge_cluster_into')}
            help={t('merge_cluster_help')}
            value={into}
            onChange={setInto}
            options={[
              { value: '', label: t('merge_not') },
              ...targets.map(({ id, name: label }) => ({ value: id, label })),
            ]}
          />
        )}
        <Actions>
          <Button onClick={onClose}>{t('leave_undone')}</Button>
          <Button type="submit" kind="filled">
            {t('save_cluster')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
