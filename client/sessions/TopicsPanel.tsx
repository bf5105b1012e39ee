import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import type { ItemView, RemarkView, TopicView } from '@consultation/shared/room-view.ts'
import type { RoomView } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { remark } from '@consultation/shared/topics.ts'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Checkbox, Select, TextArea } from '../ui/Field.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { SeatName } from './Seat.tsx'
import { isText, useKept } from './use-kept.ts'
import type { Room } from './use-room.ts'

const OpenTopic = lazy(async () => ({ default: (await import('./podium/TopicControls.tsx')).OpenTopic }))
const TopicControls = lazy(async () => ({ default: (await import('./podium/TopicControls.tsx')).TopicControls }))

/** What is talked over on an item or a cluster, one topic at a time, each until it is resolved. */
export function TopicsPanel({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('topics')
  const { view } = room
  const onPodium = view.roles.length > 0
  const all = view.topics.filter(({ itemId }) => itemId === item.id)
  const [openOnly, setOpenOnly] = useState(false)
  const shown = all.filter(({ resolvedAt }) => !openOnly || resolvedAt === null)
  // Where it stood a trace leads on to it, as it says itself from where it came.
  const gone = view.topics.filter(
    ({ itemId, movedFrom }) => itemId !== item.id && movedFrom.some((from) => from.itemId === item.id),
  )
  if (all.length === 0 && gone.length === 0 && !onPodium) return null
  return (
    <section aria-labelledby="topics-title">
      <h3 id="topics-title">{t('topics')}</h3>
      {all.some(({ resolvedAt }) => resolvedAt !== null) && (
        <Checkbox label={t('open_topics_only')} checked={openOnly} onChange={setOpenOnly} />
      )}
      {shown.map((topic) => (
        <Topic key={topic.id} room={room} topic={topic} />
      ))}
      {gone.map(({ id, itemId, title }) => (
        <p key={id} className="small quiet">
          {t('topic_went', { topic: title })}{' '}
          <a href={`?item=${itemId}#topic-${id}`}>{placeName(view, itemId, null, t.language)}</a>
        </p>
      ))}
      {onPodium && (
        <Suspense>
          <OpenTopic room={room} item={item} />
        </Suspense>
      )}
    </section>
  )
}

function Topic({ room, topic }: { room: Room; topic: TopicView }) {
  const t = useWords('topics')
  const { view } = room
  const cluster = view.clusters.find(({ id }) => id === topic.clusterId)
  const remarks = view.remarks.filter(({ topicId }) => topicId === topic.id).toSorted((a, b) => a.place - b.place)
  const [replyTo, setReplyTo] = useState<RemarkView | null>(null)
  const from = topic.movedFrom.at(-1)
  const may = view.may['remark.make'] && view.sessions[0]?.mode !== 'anonymous' && view.sessions[0]?.state === 'open'
  return (
    <details className="topic" open={topic.resolvedAt === null} id={`topic-${topic.id}`}>
      <summary>
        <bdi>{topic.title}</bdi> <span className="small quiet">{t('remarks_in', { count: remarks.length })}</span>{' '}
        {topic.resolvedAt !== null && <span className="small">{t('topic_resolved')}</span>}
      </summary>
      {(cluster || from) && (
        <p className="small quiet">
          {cluster && t('topic_of_cluster', { cluster: cluster.name })}{' '}
          {from &&
            t('topic_came_from', {
              place: placeName(view, from.itemId ?? topic.itemId, from.clusterId, t.language),
            })}
        </p>
      )}
      <ul className="plain-list">
        {remarks.map((one) => {
          const quoted = remarks.find(({ id }) => id === (one.quotes ?? one.replyTo))
          return (
            <li key={one.id} id={`remark-${one.id}`} className="remark">
              <p className="small quiet">
                <SeatName seat={one.seat} />
              </p>
              {quoted && (
                <blockquote className="small">
                  <a href={`#remark-${quoted.id}`} lang={quoted.language} dir="auto">
                    {quoted.text.slice(0, 160)}
                  </a>
                </blockquote>
              )}
              <p className="said" lang={one.language} dir="auto">
                {one.text}
              </p>
              {may && (
                <Button kind="quiet" onClick={() => setReplyTo(one)}>
                  {t('reply_to_remark')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {(may || view.may['topic.run']) && (
        <Reply room={room} topic={topic} replyTo={replyTo} onDone={() => setReplyTo(null)} />
      )}
      {view.may['topic.run'] && (
        <Suspense>
          <TopicControls room={room} topic={topic} />
        </Suspense>
      )}
    </details>
  )
}

/** A cluster by its name, as long as there is one; else the agenda item. */
function placeName(view: RoomView, itemId: string, clusterId: string | null, language: Language): string {
  const cluster = view.clusters.find(({ id }) => id === clusterId)
  const item = view.items.find(({ id }) => id === itemId)
  return cluster?.name ?? (item ? `${item.number}. ${inLanguage(item.title, language).text}` : '')
}

type ReplyProps = { room: Room; topic: TopicView; replyTo: RemarkView | null; onDone: () => void }

function Reply({ room, topic, replyTo, onDone }: ReplyProps) {
  const t = useWords('topics')
  const rooms = useWords('rooms')
  const kept = useKept(room.view.sessionId, `topic ${topic.id}`, '', isText)
  const [language, setLanguage] = useState<Language>(t.language)
  const sending = useCall(remark)

  async function send() {
    const text = kept.value.trim()
    if (text === '') return
    const reply = await sending.send({
      params: { topicId: topic.id },
      body: { text, language, replyTo: replyTo?.id ?? null },
    })
    if (!reply) return
    room.own([{ set: 'remarks', value: reply }])
    kept.forget()
    onDone()
  }

  return (
    <form
      className="stack no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {room.view.may['remark.make'] && (
        <p className="small quiet">{rooms('mode_sentence', { mode: room.view.sessions[0]?.mode ?? '' })}</p>
      )}
      <RefusalNotice refusal={sending.refusal} />
      {replyTo && (
        <p className="small">
          {t('replying_to', { text: replyTo.text.slice(0, 80) })}{' '}
          <Button kind="quiet" onClick={onDone}>
            {t('reply_to_whole')}
          </Button>
        </p>
      )}
      <TextArea label={t('your_remark')} rows={2} lang={language} value={kept.value} onChange={kept.change} />
      <div className="write-idea-row">
        <Select
          label={t('remark_language')}
          value={language}
          onChange={setLanguage}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <Button type="submit" busy={sending.status === 'sending'}>
          {t('send_remark')}
        </Button>
      </div>
    </form>
  )
}
