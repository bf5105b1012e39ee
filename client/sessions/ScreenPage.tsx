import { type ItemView, SCREEN_SHOWS, type SpeakerView, type TemperatureView } from '@consultation/shared/room-view.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { lazy, Suspense, useEffect } from 'react'
import { showAs } from '../api.ts'
import { live } from '../live.ts'
import { useParams, useSearch } from '../navigation.tsx'
import { useGroups } from '../reference.ts'
import { ConnectionLine } from '../ui/ConnectionLine.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/index.ts'
import { boardOf } from './board/BoardPanel.tsx'
import { ClockFace } from './Clock.tsx'
import { Fitting } from './Fitting.tsx'
import { listOf } from './floor.ts'
import { listed } from './listed.ts'
import { useSeatName } from './Seat.tsx'
import { type Room, useRoom } from './use-room.ts'
import './screen.css'

// Only a plenary of a retreat shows what a group brought back.
const ScreenReport = lazy(async () => ({ default: (await import('./retreat/ScreenReport.tsx')).ScreenReport }))

/** How many of those who wait the hall is shown. */
const NEXT_SHOWN = 4
/** A message of so many letters is shown larger than a longer one. */
const SHORT = 110
const LONG_IDEA = 350

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

const isShow = (value: string | undefined): value is (typeof SCREEN_SHOWS)[number] =>
  SCREEN_SHOWS.some((show) => show === value)

function Screen({ room }: { room: Room }) {
  const t = useWords('rooms')
  const session = room.view.sessions[0]
  const item = room.view.items.find(({ id }) => id === session?.currentItemId)
  const title = session ? inLanguage(session.title, t.language).text : ''
  // Whoever is signed in looks first at what the hall is not shown yet; the hall's own screen is not told otherwise.
  const [{ show: wanted }] = useSearch('show')
  const show = token === null && isShow(wanted) ? wanted : session?.screen.show
  useEffect(() => {
    document.title = title
  }, [title])
  if (!session) return null
  return (
    <main className="screen" id="main">
      <ConnectionLine />
      <header>
        {item ? (
          <>
            <p className="screen-session">{title}</p>
            <h1>
              {t('item_number', { number: item.number })}. {inLanguage(item.title, t.language).text}
            </h1>
          </>
        ) : (
          <h1>{title}</h1>
        )}
      </header>
      {show === 'message' ? (
        <p className={session.screen.message.length > SHORT ? 'screen-message long' : 'screen-message'} dir="auto">
          {session.screen.message}
        </p>
      ) : show === 'report' ? (
        <Suspense>
          <ScreenReport room={room} />
        </Suspense>
      ) : item ? (
        <Shown room={room} item={item} show={show ?? 'item'} />
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
        {speaking && <Capacity speaker={speaking} />}
        {(speaking || item.clock.startedAt !== null) && <ClockFace clock={item.clock} now={room.now} />}
      </div>
      {waiting.length > 0 && (
        <div className="screen-part">
          <h2>{t('next_on_list')}</h2>
          <Fitting
            lines={waiting.slice(0, most).map((one) => ({
              key: one.id,
              line: (
                <>
                  {seatName(one.seat)} <Capacity speaker={one} />
                </>
              ),
            }))}
            numbered
          />
        </div>
      )}
    </div>
  )
}

function Capacity({ speaker: { capacity } }: { speaker: SpeakerView }) {
  const t = useWords('rooms')
  if (capacity === 'national' || capacity === 'group') return null
  return <span className="screen-capacity quiet">{t('capacity', { capacity })}</span>
}

/** The ideas that the podium pinned or that were just revealed, else the clusters by name: cards of a whole board cannot be read from the back. */
function Board({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('board')
  const { view } = room
  const { clusters, loose } = boardOf(view.ideas, view.clusters, item.id)
  const pinned = view.ideas.filter((idea) => idea.itemId === item.id && idea.pinned && idea.mergedInto === null)
  const count = (ideas: number) => <span className="quiet">{t('ideas_in_cluster', { count: ideas })}</span>
  const quoted = pinned.length > 0 ? pinned : clusters.length === 0 ? loose : []
  const named = clusters.map((cluster) => ({
    key: cluster.id,
    line: (
      <>
        <bdi>{cluster.name}</bdi>{' '}
        {count(view.ideas.filter((idea) => idea.clusterId === cluster.id && idea.mergedInto === null).length)}
        {cluster.points !== null && <> · {t('points_of_cluster', { count: cluster.points })}</>}
      </>
    ),
  }))
  const others = {
    key: 'loose',
    line: (
      <>
        {t('not_in_cluster')} {count(loose.length)}
      </>
    ),
  }
  return (
    <div className="screen-part">
      {pinned.length === 0 && <p>{t('phase_sentence', { phase: item.board.phase })}</p>}
      {quoted.length > 0 ? (
        <Fitting
          inColumns={pinned.length === 0}
          lines={quoted
            .toSorted((a, b) => a.place - b.place)
            .map((idea) => ({
              key: idea.id,
              line: (
                <blockquote
                  className={idea.text.length > LONG_IDEA ? 'long' : undefined}
                  lang={idea.language}
                  dir="auto"
                >
                  {idea.text}
                </blockquote>
              ),
            }))}
        />
      ) : (
        <Fitting lines={loose.length > 0 ? [...named, others] : named} inColumns />
      )}
    </div>
  )
}

function Figures({ question }: { question: TemperatureView }) {
  const t = useWords('temperature')
  const { regionName } = useGroups()
  const { result } = question
  const text = inLanguage(question.question, t.language)
  const parts = (result?.parts ?? []).map((part) => ({
    key: part.regions.join(),
    line: (
      <>
        {listed(
          part.regions.map((region) =>
            region ? inLanguage(regionName(region), t.language).text : t('no_regional_group'),
          ),
          t.language,
          'conjunction',
        )}
        : <span className="quiet">{t('delegations_answered', { count: part.answered })}</span>
      </>
    ),
  }))
  return (
    <div className="screen-part">
      <h2 lang={text.language} dir="auto">
        {text.text}
      </h2>
      <p className="quiet">{t('not_a_vote')}</p>
      {result?.all ? (
        <div className="screen-figures">
          <ul>
            {result.all.map(({ choices, figure }) => (
              <li key={choices.join()}>
                <span>
                  {listed(
                    choices.map((choice) => t('feeling', { choice })),
                    t.language,
                    'disjunction',
                  )}
                </span>{' '}
                <strong>{figure}</strong>
              </li>
            ))}
          </ul>
          {parts.length > 0 && (
            <div className="screen-part">
              <Fitting lines={parts} />
            </div>
          )}
        </div>
      ) : (
        <p>{t('too_few_answered')}</p>
      )}
    </div>
  )
}
