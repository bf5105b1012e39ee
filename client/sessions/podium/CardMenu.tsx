import { addCluster, clusterIdea, mergeIdea, moderateIdea } from '@consultation/shared/board.ts'
import type { ClusterView, IdeaView, ItemView } from '@consultation/shared/room-view.ts'
import { takesClusters } from '@consultation/shared/rules/board.ts'
import { useState } from 'react'
import { announce } from '../../ui/Announcer.tsx'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button } from '../../ui/Button.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { TextArea, TextInput } from '../../ui/Field.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { boardOf } from '../board/BoardPanel.tsx'
import type { Room } from '../use-room.ts'

type Props = { room: Room; item: ItemView; idea: IdeaView; clusters: readonly ClusterView[] }

/** Everything that can be done with a card, by name: nothing has to be dragged. */
export function CardMenu({ room, item, idea, clusters }: Props) {
  const t = useWords('podium')
  const clustering = useCall(clusterIdea)
  const starting = useCall(addCluster)
  const merging = useCall(mergeIdea)
  const moderating = useCall(moderateIdea)
  const [asking, setAsking] = useState<'hide' | 'merge' | 'start' | null>(null)
  const [text, setText] = useState('')
  const [into, setInto] = useState<string | null>(null)
  const [unchosen, setUnchosen] = useState(false)
  const params = { ideaId: idea.id }
  const close = () => {
    setAsking(null)
    setText('')
    setInto(null)
    setUnchosen(false)
  }

  async function moveTo(to: ClusterView | null) {
    const from = idea.clusterId
    if (!(await clustering.send({ params, body: { from, to: to?.id ?? null } }))) return
    announce(to ? t('card_moved_to', { cluster: to.name }) : t('card_taken_out'))
    tell(
      to ? t('card_moved_to', { cluster: to.name }) : t('card_taken_out'),
      () => void clustering.send({ params, body: { from: to?.id ?? null, to: from } }),
    )
  }
  async function hide() {
    if (!(await moderating.send({ params, body: { to: 'hidden', reason: text } }))) return
    close()
    tell(t('card_hidden'), () => void moderating.send({ params, body: { to: 'open' } }))
  }
  async function merge() {
    setUnchosen(!into)
    if (!into || !(await merging.send({ params, body: { into } }))) return
    close()
    tell(t('card_merged'), () => void merging.send({ params, body: { into: null } }))
  }
  async function start() {
    if (await starting.send({ params: { itemId: item.id }, body: { name: text, ideaIds: [idea.id] } })) close()
  }

  const { loose } = boardOf(room.view.ideas, room.view.clusters, item.id)
  const others = [...loose, ...room.view.ideas.filter((one) => one.clusterId !== null)]
    .filter((one) => one.itemId === item.id && one.id !== idea.id && one.mergedInto === null)
    .map((one) => ({ value: one.id, label: one.text.slice(0, 120) }))
  const unreasoned = moderating.refusal?.code === 'reason_required' ? moderating.refusal.code : null
  const name = t('card_menu_of', { idea: idea.text.slice(0, 60) })
  return (
    <>
      {asking === null && <RefusalNotice refusal={clustering.refusal ?? moderating.refusal ?? merging.refusal} />}
      <Menu label={t('card_menu')} name={name}>
        {takesClusters(item.board.phase) && (
          <>
            {clusters
              .filter(({ id }) => id !== idea.clusterId)
              .map((cluster) => (
                <li key={cluster.id}>
                  <button type="button" onClick={() => void moveTo(cluster)}>
                    {t('move_card_to', { cluster: cluster.name })}
                  </button>
                </li>
              ))}
            <li>
              <button type="button" onClick={() => setAsking('start')}>
                {t('start_cluster_with')}
              </button>
            </li>
            {idea.clusterId && (
              <li>
                <button type="button" onClick={() => void moveTo(null)}>
                  {t('take_out_of_cluster')}
                </button>
              </li>
            )}
            {others.length > 0 && (
              <li>
                <button type="button" onClick={() => setAsking('merge')}>
                  {t('merge_card')}
                </button>
              </li>
            )}
          </>
        )}
        <li>
          <button
            type="button"
            onClick={() => void moderating.send({ params, body: { to: idea.pinned ? 'unpinned' : 'pinned' } })}
          >
            {idea.pinned ? t('unpin_card') : t('pin_card')}
          </button>
        </li>
        <li>
          <button type="button" onClick={() => setAsking('hide')}>
            {t('hide_card')}
          </button>
        </li>
      </Menu>
      <AskOnceMore
        open={asking === 'hide'}
        verb={t('hide_card')}
        onSure={hide}
        leave={t('leave_undone')}
        onLeave={close}
        call={{ status: moderating.status, refusal: unreasoned ? null : moderating.refusal }}
      >
        <p>{t('hide_card_explained')}</p>
        <TextArea
          label={t('reason_to_author')}
          rows={3}
          dir="auto"
          value={text}
          error={unreasoned ? t(unreasoned) : undefined}
          onChange={setText}
        />
      </AskOnceMore>
      <Dialog open={asking === 'start'} title={t('add_cluster')} onClose={close}>
        <RefusalNotice refusal={starting.refusal} />
        <TextInput label={t('cluster_name')} dir="auto" value={text} onChange={setText} />
        <Actions>
          <Button onClick={close}>{t('leave_undone')}</Button>
          <Button kind="filled" busy={starting.status === 'sending'} onClick={() => void start()}>
            {t('add_cluster')}
          </Button>
        </Actions>
      </Dialog>
      <Dialog open={asking === 'merge'} title={t('merge_card')} onClose={close}>
        <p>{t('merge_card_explained')}</p>
        <RefusalNotice refusal={merging.refusal} />
        <Combobox
          label={t('merge_card_into')}
          value={into}
          error={unchosen ? t('choose_a_card') : undefined}
          onChange={setInto}
          options={others}
        />
        <Actions>
          <Button onClick={close}>{t('leave_undone')}</Button>
          <Button kind="filled" busy={merging.status === 'sending'} onClick={() => void merge()}>
            {t('merge_card')}
          </Button>
        </Actions>
      </Dialog>
    </>
  )
}

/** A card merged into another stands by itself again, also when it was merged long ago. */
export function TakeApart({ idea }: { idea: IdeaView }) {
  const t = useWords('podium')
  const merging = useCall(mergeIdea)
  return (
    <>
      <RefusalNotice refusal={merging.refusal} />
      <Button
        kind="quiet"
        busy={merging.status === 'sending'}
        onClick={() => void merging.send({ params: { ideaId: idea.id }, body: { into: null } })}
      >
        {t('take_card_apart')}
      </Button>
    </>
  )
}
