import { formatTime } from '@consultation/shared/house-style.ts'
import { callChair, type PlaceInRetreat } from '@consultation/shared/retreats.ts'
import type { CallView, MessageView } from '@consultation/shared/room-view.ts'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useMe, useMyZone } from '../../me.tsx'
import { Link } from '../../navigation.tsx'
import { announce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { tell } from '../../ui/Toast.tsx'
import { When } from '../../ui/When.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import type { Room } from '../use-room.ts'
import './retreat.css'
import { awaitsSignature, ownReportOf } from './report.ts'

const MINUTE = 60_000
/** So long before the end a group is told that it comes. */
const ENDING = 5 * MINUTE

/** What a room has of the retreat: which group it is, how long it still has, what the retreat’s chair says, and the way to call. */
export function RetreatBar({ room, place }: { room: Room; place: PlaceInRetreat }) {
  const t = useWords('breakout')
  const { may } = useMe()
  const { view } = room
  const session = view.sessions[0]
  const [calling, setCalling] = useState(false)
  const messages = view.messages.toSorted((a, b) => b.at.localeCompare(a.at))
  useMessageNotice(messages[0])
  useCallNotice(view.calls)
  useTimeNotice(session?.endsAt)
  if (!session) return null
  const isOpen = session.state === 'open'
  const report = ownReportOf(view)
  const call = view.calls.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)
  const mayCall =
    place.kind === 'breakouts' &&
    isOpen &&
    may('retreat.call') &&
    (view.roles.length > 0 || view.may.attend) &&
    (!call || call.answeredAt !== null)
  return (
    <div className="retreat-bar">
      <div className="retreat-bar-line">
        <p>
          {place.kind === 'breakouts' && <>{t('group_of_slot', { number: place.number })} · </>}
          <Name of={place.slotTitle} /> ·{' '}
          <Link to="/retreats/:retreatId" params={{ retreatId: place.retreatId }}>
            <Name of={place.title} />
          </Link>
        </p>
        {isOpen && <TimeOfGroup endsAt={session.endsAt} now={room.now} />}
        {mayCall && (
          <Button className="no-print" onClick={() => setCalling(true)}>
            {t('call_chair')}
          </Button>
        )}
      </div>
      {isOpen && call && (
        <p className="group-call">
          {call.answeredAt === null ? (
            <StateMark shape="handed">{t('chair_is_called')}</StateMark>
          ) : (
            <StateMark shape="done">
              {t.rich('chair_is_coming', { when: <When at={call.answeredAt} show="time" /> })}
            </StateMark>
          )}
        </p>
      )}
      {messages[0] && <Message message={messages[0]} />}
      {messages.length > 1 && (
        <details>
          <summary>{t('earlier_messages', { count: messages.length - 1 })}</summary>
          {messages.slice(1).map((one) => (
            <Message key={one.id} message={one} />
          ))}
        </details>
      )}
      {awaitsSignature(view) && report && (
        <Notice title={t('points_put_to_you')} role="status">
          <p>
            <a href="#points-of-group">{t('read_and_sign')}</a>
          </p>
        </Notice>
      )}
      {place.findings.length > 0 && (
        <details>
          <summary>{t('findings_at_hand', { count: place.findings.length })}</summary>
          <ul className="plain-list">
            {place.findings.map(({ findingId, versionId, number, title }) => (
              <li key={findingId}>
                {number}.{' '}
                <Link to="/finding-versions/:versionId" params={{ versionId }} target="_blank">
                  <Name of={title} />
                </Link>
              </li>
            ))}
          </ul>
          {view.delegationId && (
            <p>
              <Link to="/retreats/:retreatId/feedback" params={{ retreatId: place.retreatId }} target="_blank">
                {t('own_feedback_here')}
              </Link>
            </p>
          )}
        </details>
      )}
      {calling && <CallChair sessionId={view.sessionId} onClose={() => setCalling(false)} />}
    </div>
  )
}

function Message({ message }: { message: MessageView }) {
  const t = useWords('breakout')
  return (
    <Notice
      title={
        <>
          {t('chair_says')} <When at={message.at} show="time" />
        </>
      }
    >
      <p dir="auto" className="retreat-message">
        {message.text}
      </p>
    </Notice>
  )
}

/** By the server’s clock, the same in every group; to the minute, and to the second in the last one. */
function TimeOfGroup({ endsAt, now }: { endsAt: string; now: () => number }) {
  const t = useWords('breakout')
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 500)
    return () => clearInterval(timer)
  }, [now])
  const left = Date.parse(endsAt) - at
  const minutes = Math.ceil(Math.abs(left) / MINUTE)
  const ending = left > 0 && left <= ENDING
  const tellHowLong = useEffectEvent(() => announce(t('group_minutes_left', { count: minutes })))
  useEffect(() => {
    if (ending) tellHowLong()
  }, [ending])
  return (
    <p className={left <= ENDING ? 'group-time ending' : 'group-time'} role="timer">
      {left > MINUTE
        ? t('group_minutes_left', { count: minutes })
        : left > 0
          ? t('group_seconds_left', { count: Math.ceil(left / 1_000) })
          : t('group_time_over')}{' '}
      <span className="small quiet">
        {t('group_until')} <When at={endsAt} show="time" />
      </span>
    </p>
  )
}

function useMessageNotice(newest: MessageView | undefined) {
  const t = useWords('breakout')
  const heard = useRef(newest?.id)
  useEffect(() => {
    if (newest && heard.current !== newest.id) announce(t('chair_says_this', { text: newest.text }))
    heard.current = newest?.id
  }, [newest, t])
}

/** Whoever is in the group hears that it calls, and that it was heard; also one who did not call. */
function useCallNotice(calls: readonly CallView[]) {
  const t = useWords('breakout')
  const zone = useMyZone()
  const waiting = calls.some(({ answeredAt }) => answeredAt === null)
  const heardAt = calls.reduce(
    (last, { answeredAt }) => (answeredAt !== null && answeredAt > last ? answeredAt : last),
    '',
  )
  const before = useRef({ waiting, heardAt })
  useEffect(() => {
    if (heardAt > before.current.heardAt)
      announce(t('chair_is_coming', { when: formatTime(heardAt, t.language, zone) }))
    else if (waiting && !before.current.waiting) announce(t('chair_is_called'))
    before.current = { waiting, heardAt }
  }, [waiting, heardAt, zone, t])
}

function useTimeNotice(endsAt: string | undefined) {
  const t = useWords('breakout')
  const zone = useMyZone()
  const known = useRef(endsAt)
  useEffect(() => {
    if (known.current && endsAt && known.current !== endsAt)
      announce(t('group_time_changed_to', { time: formatTime(endsAt, t.language, zone) }))
    known.current = endsAt
  }, [endsAt, zone, t])
}

function CallChair({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const t = useWords('breakout')
  const { send, status, refusal } = useCall(callChair)
  const [note, setNote] = useState('')
  async function call() {
    if (!(await send({ params: { sessionId }, body: { note } }))) return
    tell(t('chair_is_called'))
    onClose()
  }
  return (
    <Dialog open title={t('call_chair')} onClose={onClose}>
      <div className="stack">
        <p>{t('call_means')}</p>
        <TextArea label={t('call_note')} optional rows={2} maxLength={500} value={note} onChange={setNote} />
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button kind="filled" busy={status === 'sending'} onClick={() => void call()}>
            {t('call_chair')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
