import { answerTrade, inscribe, moveSpeaker, offerTrade } from '@consultation/shared/floor.ts'
import type { ItemView, SpeakerView, Thing } from '@consultation/shared/room-view.ts'
import {
  ASKED_CAPACITIES,
  type AskedCapacity,
  type FloorCapacity,
  isWaiting,
  mayInscribe,
  sameKind,
} from '@consultation/shared/rules/floor.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useGroups } from '../reference.ts'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { RadioGroup } from '../ui/Field.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { tell } from '../ui/Toast.tsx'
import { useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { ClockFace, useTicking } from './Clock.tsx'
import { isOf, listOf, nextStepOf, waitBefore } from './floor.ts'
import { CapacityMark, useSeatName } from './Seat.tsx'
import type { Room } from './use-room.ts'

const FloorControls = lazy(async () => ({ default: (await import('./podium/FloorControls.tsx')).FloorControls }))

/** On a phone so many of those who wait are shown at once; the ideas and the question now open come below them. */
const FIRST = 3

/** The speakers list: who has the floor and for how long, who is next, and one's own place on it. */
export function FloorPanel({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('rooms')
  const { view, now } = room
  const seatName = useSeatName()
  const { speaking, waiting, spoken } = listOf(view, item)
  const mine = [...(speaking ? [speaking] : []), ...waiting].filter((one) => isOf(one, view.delegationId))
  const isOpen = view.sessions[0]?.state === 'open'
  const [wide] = useState(() => matchMedia('(min-width: 60rem)').matches)
  const atOnce = wide || waiting.length <= FIRST + 1 ? waiting.length : FIRST
  const running = item.clock.startedAt !== null

  const line = (one: SpeakerView) => (
    <li key={one.id} data-mine={isOf(one, view.delegationId) || undefined}>
      {seatName(one.seat)} <CapacityMark speaker={one} />
      {one.state === 'confirmed' && <span className="small quiet"> {t('place_confirmed')}</span>}
      {one.movedFor && <span className="small quiet"> {t('moved_because', { reason: one.movedFor })}</span>}
    </li>
  )
  return (
    <section className="floor" aria-labelledby="floor-title">
      <h3 id="floor-title">{t('speakers_list')}</h3>
      <p className="small quiet floor-state">{item.listOpen ? t('speakers_are_open') : t('speakers_are_closed')}</p>
      <div className="floor-now" aria-live="off">
        {speaking ? (
          <>
            <p className="floor-speaker">
              {seatName(speaking.seat)} <CapacityMark speaker={speaking} />
            </p>
            <ClockFace clock={item.clock} now={now} />
          </>
        ) : (
          <>
            <p className="quiet">{t('nobody_has_floor')}</p>
            {running && <ClockFace clock={item.clock} now={now} />}
          </>
        )}
      </div>
      {view.roles.length > 0 && (
        <Suspense>
          <FloorControls room={room} item={item} />
        </Suspense>
      )}
      {mine.map((one) => (
        <OwnPlace key={one.id} room={room} item={item} speaker={one} />
      ))}
      <Offers room={room} item={item} />
      {isOpen && view.may['speakers.inscribe'] && view.delegationId && (
        <AskForFloor room={room} item={item} first={mine.length === 0 && nextStepOf(view, item) === 'floor'} />
      )}
      {waiting.length > 0 ? (
        <>
          <ol className="floor-list">{waiting.slice(0, atOnce).map(line)}</ol>
          {waiting.length > atOnce && (
            <details>
              <summary>{t('more_waiting', { count: waiting.length - atOnce })}</summary>
              <ol className="floor-list" start={atOnce + 1}>
                {waiting.slice(atOnce).map(line)}
              </ol>
            </details>
          )}
        </>
      ) : (
        <p className="quiet">{t('nobody_waits')}</p>
      )}
      {spoken.length > 0 && (
        <details>
          <summary>{t('have_spoken', { count: spoken.length })}</summary>
          <ul className="plain-list">
            {spoken.map((one) => (
              <li key={one.id}>
                {seatName(one.seat)} <CapacityMark speaker={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function OwnPlace({ room, item, speaker }: { room: Room; item: ItemView; speaker: SpeakerView }) {
  const t = useWords('rooms')
  const { view, now } = room
  const { waiting, speaking } = listOf(view, item)
  const moving = useCall(moveSpeaker)
  const trading = useCall(offerTrade)
  const [choosing, setChoosing] = useState(false)
  const at = useTicking(now, true)
  const place = waiting.findIndex(({ id }) => id === speaker.id)
  const minutes = Math.round(waitBefore(place, waiting, item, speaking, at) / 60_000)
  const asked = view.trades.filter(({ fromSpeakerId, state }) => fromSpeakerId === speaker.id && state === 'offered')
  const others = waiting.filter(
    (one) =>
      !isOf(one, view.delegationId) &&
      !asked.some(({ toSpeakerId }) => toSpeakerId === one.id) &&
      sameKind(one, speaker, view.sessions[0]?.observersAfter ?? true),
  )
  const seatName = useSeatName()

  const move = (to: 'withdrawn' | 'yielded') => void moving.send({ params: { speakerId: speaker.id }, body: { to } })
  if (speaker.state === 'speaking') return <p className="own-place">{t('you_have_floor')}</p>
  return (
    <div className="own-place">
      <p>{t('your_place', { place: place + 1, minutes })}</p>
      <RefusalNotice refusal={moving.refusal ?? trading.refusal} />
      <div className="row">
        <Button busy={moving.status === 'sending'} onClick={() => move('withdrawn')}>
          {t('withdraw_place')}
        </Button>
        {place === 0 && (
          <Button busy={moving.status === 'sending'} onClick={() => move('yielded')}>
            {t('yield_place')}
          </Button>
        )}
        {others.length > 0 && <Button onClick={() => setChoosing(true)}>{t('trade_place')}</Button>}
      </div>
      {asked.map((trade) => (
        <Asked key={trade.id} room={room} trade={trade} />
      ))}
      <Dialog open={choosing} title={t('trade_place')} onClose={() => setChoosing(false)}>
        <p>{t('trade_explained')}</p>
        <ul className="plain-list">
          {others.map((other) => (
            <li key={other.id}>
              <Button
                onClick={async () => {
                  const done = await trading.send({ params: { speakerId: speaker.id }, body: { with: other.id } })
                  if (!done) return
                  setChoosing(false)
                  tell(t('trade_offered', { delegation: seatName(other.seat) }))
                }}
              >
                {waiting.indexOf(other) + 1}. {seatName(other.seat)}
              </Button>
            </li>
          ))}
        </ul>
        <Actions>
          <Button onClick={() => setChoosing(false)}>{t('leave_it')}</Button>
        </Actions>
      </Dialog>
    </div>
  )
}

/** An offer of one’s own, until it is answered or taken back. */
function Asked({ room, trade }: { room: Room; trade: Thing<'trades'> }) {
  const t = useWords('rooms')
  const seatName = useSeatName()
  const withdrawing = useCall(answerTrade)
  const to = room.view.speakers.find(({ id }) => id === trade.toSpeakerId)
  if (!to) return null
  return (
    <div className="stack">
      <p>{t('trade_is_asked', { delegation: seatName(to.seat) })}</p>
      <RefusalNotice refusal={withdrawing.refusal} />
      <div>
        <Button
          busy={withdrawing.status === 'sending'}
          onClick={() => void withdrawing.send({ params: { tradeId: trade.id }, body: { accept: false } })}
        >
          {t('trade_take_back')}
        </Button>
      </div>
    </div>
  )
}

/** What became of one’s own offers is said when it happens: whoever asked looks elsewhere by then. */
function useTradeNotice({ view }: Room) {
  const t = useWords('rooms')
  const seatName = useSeatName()
  const before = useRef(view.trades)
  useEffect(() => {
    for (const { id, mine, state, toSpeakerId } of view.trades) {
      const was = before.current.find((one) => one.id === id)?.state
      const to = view.speakers.find((one) => one.id === toSpeakerId)
      if (!mine || !to || was !== 'offered' || state === 'offered') continue
      const delegation = seatName(to.seat)
      tell(state === 'accepted' ? t('trade_was_made', { delegation }) : t('trade_has_ended', { delegation }))
    }
    before.current = view.trades
  }, [view.trades, view.speakers, seatName, t])
}

/** Offers of other delegations to trade places, until answered. */
function Offers({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('rooms')
  const seatName = useSeatName()
  const answering = useCall(answerTrade)
  const { view } = room
  useTradeNotice(room)
  const { waiting } = listOf(view, item)
  const place = (id: string) => waiting.findIndex((one) => one.id === id) + 1
  const offers = view.trades.filter(({ itemId, state, mine }) => itemId === item.id && state === 'offered' && !mine)
  return offers.map((offer) => {
    const from = view.speakers.find(({ id }) => id === offer.fromSpeakerId)
    if (!from) return null
    const answer = (accept: boolean) => void answering.send({ params: { tradeId: offer.id }, body: { accept } })
    return (
      <div key={offer.id} className="own-place" role="status">
        <p>
          {t('trade_asked', {
            delegation: seatName(from.seat),
            theirs: place(offer.fromSpeakerId),
            ours: place(offer.toSpeakerId),
          })}
        </p>
        <RefusalNotice refusal={answering.refusal} />
        <div className="row">
          <Button onClick={() => answer(true)}>{t('trade_accept')}</Button>
          <Button onClick={() => answer(false)}>{t('trade_decline')}</Button>
        </div>
      </div>
    )
  })
}

/** Two taps: ask, and in which capacity; the usual one is chosen already. `first`: it is what this person would do next. */
function AskForFloor({ room, item, first }: { room: Room; item: ItemView; first: boolean }) {
  const t = useWords('rooms')
  const seatName = useSeatName()
  const { groupOf } = useGroups()
  const { view } = room
  const delegationId = view.delegationId!
  const asking = useCall(inscribe)
  const [open, setOpen] = useState(false)
  const [choice, setChoice] = useState<string>('national')

  const taken = (capacity: FloorCapacity, groupId: string | null) =>
    view.speakers.some(
      (one) =>
        one.itemId === item.id &&
        one.capacity === capacity &&
        isOf(one, delegationId) &&
        (one.seat.kind === 'group' ? one.seat.groupId : null) === groupId &&
        (isWaiting(one.state) || one.state === 'speaking'),
    )
  const groups = view.speaksFor.map((groupId) => ({ value: `group ${groupId}`, groupId }))
  const options = [
    ...ASKED_CAPACITIES.filter((capacity) => capacity !== 'group').map((capacity) => ({
      value: capacity as string,
      label:
        capacity === 'national'
          ? t('in_national_capacity', { delegation: seatName({ kind: 'delegation', delegationId }) })
          : t('capacity', { capacity }),
      capacity,
      groupId: null as string | null,
    })),
    ...groups.map(({ value, groupId }) => ({
      value,
      label: t('speaking_for_group', { group: inLanguage(groupOf(groupId)?.names ?? {}, t.language).text }),
      capacity: 'group' as AskedCapacity,
      groupId: groupId as string | null,
    })),
  ].filter(({ capacity, groupId }) => mayInscribe(item.listOpen, capacity) && !taken(capacity, groupId))
  const mayAskUsually = options.some(({ capacity }) => capacity === 'national' || capacity === 'group')
  const chosen = options.find(({ value }) => value === choice) ?? options[0]

  async function ask() {
    if (!chosen) return
    const reply = await asking.send({
      params: { itemId: item.id },
      body: { capacity: chosen.capacity, groupId: chosen.groupId },
    })
    if (!reply) return
    room.own([{ set: 'speakers', value: reply }])
    setOpen(false)
  }

  if (!chosen) return null
  return (
    <>
      <Button
        kind={first && mayAskUsually ? 'filled' : 'plain'}
        className={mayAskUsually ? 'room-primary' : ''}
        data-key="f"
        onClick={() => setOpen(true)}
      >
        {mayAskUsually ? t('ask_for_floor') : t('ask_exceptionally')}
      </Button>
      <Dialog open={open} title={t('ask_for_floor')} onClose={() => setOpen(false)}>
        <RefusalNotice refusal={asking.refusal} />
        <RadioGroup label={t('in_which_capacity')} value={chosen.value} onChange={setChoice} options={options} />
        <Actions>
          <Button onClick={() => setOpen(false)}>{t('leave_it')}</Button>
          <Button kind="filled" busy={asking.status === 'sending'} onClick={() => void ask()}>
            {t('ask_for_floor')}
          </Button>
        </Actions>
      </Dialog>
    </>
  )
}
