import { streams } from '@consultation/shared/live.ts'
import type { PlaceInRetreat } from '@consultation/shared/retreats.ts'
import type { ItemView } from '@consultation/shared/room-view.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { useParams, useSearch } from '../navigation.tsx'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/index.ts'
import { AgendaPanel } from './AgendaPanel.tsx'
import { asDelegate } from './as-delegate.ts'
import { BoardPanel } from './board/BoardPanel.tsx'
import { FloorPanel } from './FloorPanel.tsx'
import { nextStepOf } from './floor.ts'
import { KeysSheet } from './KeysSheet.tsx'
import { QuestionsPanel } from './QuestionsPanel.tsx'
import { usePlace } from './retreat/use-place.ts'
import { StatementPanel } from './StatementPanel.tsx'
import { TemperaturePanel } from './TemperaturePanel.tsx'
import { TopicsPanel } from './TopicsPanel.tsx'
import { useAttendance } from './use-attendance.ts'
import { type Room, useRoom } from './use-room.ts'
import './room.css'

// Most sessions are of no retreat: what one has of it comes when there is one.
const RetreatBar = lazy(async () => ({ default: (await import('./retreat/RetreatBar.tsx')).RetreatBar }))
const MovedAway = lazy(async () => ({ default: (await import('./retreat/MovedAway.tsx')).MovedAway }))
const PointsPanel = lazy(async () => ({ default: (await import('./retreat/PointsPanel.tsx')).PointsPanel }))
const ReportsPanel = lazy(async () => ({ default: (await import('./retreat/ReportsPanel.tsx')).ReportsPanel }))

/** A session's room, the same page for everybody in it: what somebody may do stands where it is done. */
export function RoomPage() {
  const { sessionId } = useParams('/sessions/:sessionId/room')
  // By its address: whoever goes from one room to another is in a new one.
  return <Entered key={sessionId} sessionId={sessionId} />
}

function Entered({ sessionId }: { sessionId: string }) {
  const state = useRoom(sessionId)
  const place = usePlace(sessionId)
  switch (state.status) {
    case 'refused':
      if (place === null) throw state.refusal
      return (
        <Suspense fallback={<Skeleton />}>
          <MovedAway sessionId={sessionId} place={place} refusal={state.refusal} />
        </Suspense>
      )
    case 'loading':
      return <Skeleton />
    case 'ready':
      return <AsSeen room={state.room} place={place} />
  }
}

/** The podium may look at the room as the others see it before it shows them something. */
function AsSeen({ room, place }: { room: Room; place: PlaceInRetreat | null }) {
  const [{ as }] = useSearch('as')
  const looking = as === 'delegate' && room.view.roles.length > 0
  return <InRoom room={looking ? { ...room, view: asDelegate(room.view) } : room} place={place} looking={looking} />
}

type InRoomProps = { room: Room; place: PlaceInRetreat | null; looking: boolean }

function InRoom({ room, place, looking }: InRoomProps) {
  const t = useWords('rooms')
  const { view } = room
  const session = view.sessions[0]
  const [{ item: chosen }, setSearch] = useSearch('item')
  useAttendance(view)
  useReloadNotice(room)
  useOwnPart(room)

  const items = view.items.toSorted((a, b) => a.number - b.number)
  const current = items.find(({ id }) => id === session?.currentItemId)
  const item = items.find(({ id }) => id === chosen) ?? current ?? items[0]
  useItemNotice(current)
  if (!session || !item) return null

  return (
    <div className="room">
      <PageHead
        title={inLanguage(session.title, t.language).text}
        within={{
          title: session.reference,
          link: (
            <>
              {session.reference} · {t('state_of_room', { state: session.state })}
            </>
          ),
        }}
      />
      {looking && (
        <Notice>
          <p>{t('seen_as_delegate')}</p>
        </Notice>
      )}
      {session.rehearsal && (
        <Notice kind="warning">
          <p>{t('rehearsal_sentence')}</p>
        </Notice>
      )}
      {place && (
        <Suspense>
          <RetreatBar room={room} place={place} />
        </Suspense>
      )}
      <AgendaPanel
        room={room}
        items={items}
        item={item}
        onChoose={(id) => setSearch({ item: id === session.currentItemId ? undefined : id })}
      />
      <div className="room-body">
        <div className="room-side">
          <FloorPanel room={room} item={item} />
          <Jump room={room} item={item} />
        </div>
        <div className="room-main">
          <div className="small quiet">
            <p>{t('mode_sentence', { mode: session.mode })}</p>
            <p>{session.recordKept ? t('record_is_kept') : t('record_is_not_kept')}</p>
          </div>
          {place && (
            <Suspense>
              <ReportsPanel room={room} />
            </Suspense>
          )}
          <TemperaturePanel room={room} item={item} />
          <BoardPanel room={room} item={item} />
          <TopicsPanel key={`topics ${item.id}`} room={room} item={item} />
          {place && (
            <Suspense>
              <PointsPanel room={room} />
            </Suspense>
          )}
          <QuestionsPanel item={item} />
          <StatementPanel key={item.id} room={room} item={item} />
        </div>
      </div>
      <KeysSheet />
    </div>
  )
}

const JUMPS = {
  sign: { word: 'read_and_sign_points', to: '.sign-points input' },
  temperature: { word: 'answer_question', to: '.temperature input' },
  idea: { word: 'write_an_idea', to: '[data-key="i"]' },
  points: { word: 'to_your_points', to: '.points-form button' },
} as const

/** On a phone what a delegation would do next is below the list; the thumb reaches it from the foot of the page. */
function Jump({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('rooms')
  const next = nextStepOf(room.view, item)
  if (next === null || next === 'floor' || room.view.sessions[0]?.state !== 'open') return null
  const { word, to } = JUMPS[next]
  return (
    <Button
      className="room-jump no-print"
      onClick={() => {
        const there = document.querySelector<HTMLElement>(to)
        there?.focus({ preventScroll: true })
        there?.closest('section')?.scrollIntoView()
      }}
    >
      {t(word)}
    </Button>
  )
}

/** Whoever follows the meeting hears that it has gone on to another item. */
function useItemNotice(current: ItemView | undefined) {
  const t = useWords('rooms')
  const before = useRef(current?.id)
  const title = current && inLanguage(current.title, t.language).text
  useEffect(() => {
    if (current && before.current !== current.id) announce(t('item_taken_up', { item: title ?? '' }))
    before.current = current?.id
  }, [current, title, t])
}

/** Who is given a part in the session, or another one, sees the room as that from then on. */
function useOwnPart({ view, again }: Room) {
  const t = useWords('rooms')
  const { person } = useMe()
  useStream(
    streams.person(person.id),
    () => {},
    ({ kind, subject }) => {
      if (kind !== 'session.roles_assigned' || subject !== view.sessionId) return
      again()
      announce(t('own_part_changed'))
    },
  )
}

/** What was missed could not be told one by one: the page says that it was loaded anew. */
function useReloadNotice({ reloads }: Room) {
  const t = useWords('rooms')
  const told = useRef(0)
  useEffect(() => {
    if (reloads > told.current) announce(t('room_loaded_anew'))
    told.current = reloads
  }, [reloads, t])
}
