import type { ItemView, TopicView } from '@consultation/shared/room-view.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { moveTopic, openTopic, resolveTopic } from '@consultation/shared/topics.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Select, TextInput } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import type { Room } from '../use-room.ts'

export function TopicControls({ room, topic }: { room: Room; topic: TopicView }) {
  const t = useWords('podium')
  const resolving = useCall(resolveTopic)
  const moving = useCall(moveTopic)
  const [asking, setAsking] = useState(false)
  const here = placeOf(topic.itemId, topic.clusterId)
  const [place, setPlace] = useState(here)
  const params = { topicId: topic.id }
  const resolved = topic.resolvedAt !== null

  async function resolve(to: boolean) {
    if (!(await resolving.send({ params, body: { resolved: to } }))) return
    tell(
      to ? t('topic_is_resolved') : t('topic_is_open_again'),
      () => void resolving.send({ params, body: { resolved: !to } }),
    )
  }
  async function move(to: string) {
    const [itemId = '', clusterId = ''] = to.split(' ')
    if (!(await moving.send({ params, body: { itemId, clusterId: clusterId || null } }))) return
    setAsking(false)
    tell(t('topic_is_moved'), () => void move(here))
  }

  return (
    <div className="row no-print">
      <RefusalNotice refusal={resolving.refusal ?? moving.refusal} />
      <Button kind="quiet" onClick={() => void resolve(!resolved)}>
        {resolved ? t('open_topic_again') : t('resolve_topic')}
      </Button>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('move_topic')}
      </Button>
      <Dialog open={asking} title={t('move_topic')} onClose={() => setAsking(false)}>
        <PlaceSelect room={room} value={place} onChange={setPlace} />
        <Actions>
          <Button onClick={() => setAsking(false)}>{t('leave_undone')}</Button>
          <Button kind="filled" onClick={() => void move(place)}>
            {t('move_topic')}
          </Button>
        </Actions>
      </Dialog>
    </div>
  )
}

const placeOf = (itemId: string, clusterId: string | null) => `${itemId} ${clusterId ?? ''}`

type PlaceProps = { room: Room; value: string; onChange: (place: string) => void }

function PlaceSelect({ room, value, onChange }: PlaceProps) {
  const t = useWords('podium')
  const { items, clusters } = room.view
  return (
    <Select
      label={t('place_of_topic')}
      value={value}
      onChange={onChange}
      options={items
        .toSorted((a, b) => a.number - b.number)
        .flatMap((item) => [
          { value: placeOf(item.id, null), label: `${item.number}. ${inLanguage(item.title, t.language).text}` },
          ...clusters
            .filter(({ itemId }) => itemId === item.id)
            .map((cluster) => ({ value: placeOf(item.id, cluster.id), label: `${item.number}. ${cluster.name}` })),
        ])}
    />
  )
}

export function OpenTopic({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('podium')
  const opening = useCall(openTopic)
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState(placeOf(item.id, null))
  if (!room.view.may['topic.open'] || room.view.sessions[0]?.state !== 'open') return null

  async function begin() {
    const [itemId = item.id, clusterId = ''] = place.split(' ')
    if (!(await opening.send({ params: { itemId }, body: { title, clusterId: clusterId || null } }))) return
    setTitle('')
    setOpen(false)
  }
  return (
    <>
      <Button className="no-print" onClick={() => setOpen(true)}>
        {t('open_topic')}
      </Button>
      <Dialog open={open} title={t('open_topic')} onClose={() => setOpen(false)}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void begin()
          }}
        >
          <RefusalNotice refusal={opening.refusal} />
          <TextInput label={t('title_of_topic')} dir="auto" value={title} onChange={setTitle} />
          <PlaceSelect room={room} value={place} onChange={setPlace} />
          <Actions>
            <Button onClick={() => setOpen(false)}>{t('leave_undone')}</Button>
            <Button type="submit" kind="filled" busy={opening.status === 'sending'}>
              {t('open_topic')}
            </Button>
          </Actions>
        </form>
      </Dialog>
    </>
  )
}
