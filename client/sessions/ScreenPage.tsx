import type { ItemView, TemperatureView } from '@consultation/shared/room-view.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useEffect } from 'react'
import { showAs } from '../api.ts'
import { live } from '../live.ts'
import { useParams } from '../navigation.tsx'
import { useGroups } from '../reference.ts'
import { ConnectionLine } from '../ui/ConnectionLine.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/index.ts'
import { boardOf } from './board/BoardPanel.tsx'
import { ClockFace } from './Clock.tsx'
import { listOf } from './floor.ts'
import { useSeatName } from './Seat.tsx'
import { type Room, useRoom } from './use-room.ts'
import './screen.css'

/** How many of those who wait the hall is shown. */
const NEXT_SHOWN = 4

// The address carries the token behind '#', which no server and no log is told.
const token = location.hash.slice(1) || null
if (token && location.pathname.endsWith('/screen')) showAs(token)

/** The plenary screen: what everybody sees, large; it asks for nothing and recovers by itself. */
export function ScreenPage() {
  const { sessionId } = useParams('/sessions/:sessionId/screen')
  useEffect(() => {
    if (!token) return
    live.open()
    return () => live.close()
  }, [])
  const state = useRoom(sessionId)
  if (state.status === 'refused') throw state.refusal
  if (state.status === 'loading') return <Skeleton />
  return <Screen room={state.room} />
}

function Screen({ room }: { room: Room }) {
  const t = useWords('rooms')
  const session = room.view.sessions[0]
  const item = room.view.items.find(({ id }) => id === session?.currentItemId)
  const title = session ? inLanguage(session.title, t.language).text : ''
  useEffect(() => {
    document.title = title
  }, [title])
  if (!session) return null
  return (
    <main className="screen" id="main">
      <ConnectionLine />
      <header>
        <p className="screen-session">{title}</p>
        {item && (
          <h1>
            {t('item_number', { number: item.number })}. {inLanguage(item.title, t.language).text}
          </h1>
        )}
      </header>
      {session.screen.show === 'message' ? (
        <p className="screen-message" dir="auto">
          {session.screen.message}
        </p>
      ) : item ? (
        <Shown room={room} item={item} show={session.screen.show} />
      ) : (
        <p className="screen-message">{t('state_of_room', { state: session.state })}</p>
      )}
      <footer>{session.recordKept ? t('record_is_kept') : t('record_is_not_kept')}</footer>
    </main>
  )
}

function Shown({ room, item, show }: { room: Room; item: ItemView; show: string }) {
  const t = useWords('rooms')
  if (show === 'board') return <Board room={room} item={item} />
  if (show === 'temperature') {
    const released = room.view.temperatures.filter(({ itemId, state }) => itemId === item.id && state === 'released')
    const last = released.at(-1)
    return last ? <Figures question={last} /> : <p className="screen-message">{t('no_figures_yet')}</p>
  }
  return <Floor room={room} item={item} most={show === 'speakers' ? 3 * NEXT_SHOWN : NEXT_SHOWN} />
}

function Floor({ room, item, most }: { room: Room; item: ItemView; most: number }) {
  const t = useWords('rooms')
  const seatName = useSeatName()
  const { speaking, waiting } = listOf(room.view, item)
  return (
    <div className="screen-floor">
      <div>
        <p className="screen-speaker">{speaking ? seatName(speaking.seat) : t('nobody_has_floor')}</p>
        {speaking && <ClockFace clock={item.clock} now={room.now} large />}
      </div>
      {waiting.length > 0 && (
        <div>
          <h2>{t('next_on_list')}</h2>
          <ol>
            {waiting.slice(0, most).map((one) => (
              <li key={one.id}>{seatName(one.seat)}</li>
            ))}
          </ol>
        </div>
      )}
    </div>
  )
}

/** Clusters by name, with the ideas that the podium pinned: cards of a whole board cannot be read from the back. */
function Board({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('board')
  const { view } = room
  const { clusters, loose } = boardOf(view.ideas, view.clusters, item.id)
  const pinned = view.ideas.filter((idea) => idea.itemId === item.id && idea.pinned)
  return (
    <div className="screen-board">
      <p>{t('phase_sentence', { phase: item.board.phase })}</p>
      <ul>
        {clusters.map((cluster) => (
          <li key={cluster.id}>
            <bdi>{cluster.name}</bdi>{' '}
            <span className="quiet">
              {t('ideas_in_cluster', { count: view.ideas.filter((idea) => idea.clusterId === cluster.id).length })}
            </span>
          </li>
        ))}
        {loose.length > 0 && (
          <li>
            {clusters.length > 0 ? t('not_in_cluster') : t('all_ideas')}{' '}
            <span className="quiet">{t('ideas_in_cluster', { count: loose.length })}</span>
          </li>
        )}
      </ul>
      {pinned.map((idea) => (
        <blockquote key={idea.id} lang={idea.language} dir="auto">
          {idea.text}
        </blockquote>
      ))}
    </div>
  )
}

function Figures({ question }: { question: TemperatureView }) {
  const t = useWords('temperature')
  const { regionName } = useGroups()
  const { result } = question
  const text = inLanguage(question.question, t.language)
  return (
    <div className="screen-figures">
      <h2 lang={text.language} dir="auto">
        {text.text}
      </h2>
      <p>{t('not_a_vote')}</p>
      {result?.all ? (
        <ul>
          {result.all.map(({ choices, figure }) => (
            <li key={choices.join()}>
              {choices.map((choice) => t('feeling', { choice })).join(t('or_between'))}: <strong>{figure}</strong>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('too_few_answered')}</p>
      )}
      {result?.parts.map((part) => (
        <p key={part.regions.join()} className="quiet">
          {part.regions
            .map((region) => (region ? inLanguage(regionName(region), t.language).text : t('no_regional_group')))
            .join(t('and_between'))}
          : {t('delegations_answered', { count: part.answered })}
        </p>
      ))}
    </div>
  )
}
