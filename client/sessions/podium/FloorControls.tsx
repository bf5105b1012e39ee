import {
  giveFloor,
  inscribe,
  moveSpeaker,
  placeSpeaker,
  setClock,
  setSpeakersList,
  takeBackFloor,
} from '@consultation/shared/floor.ts'
import type { ItemView, SpeakerView } from '@consultation/shared/room-view.ts'
import { ASKED_CAPACITIES, type AskedCapacity, sameKind } from '@consultation/shared/rules/floor.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useDelegations, useGroups } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Select, TextInput } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { listOf } from '../floor.ts'
import { CapacityMark, useSeatName } from '../Seat.tsx'
import type { Room } from '../use-room.ts'
import { ListDialog, SpeakingTimeDialog } from './ListDialogs.tsx'
import { podiumStepOf } from './next-step.ts'
import './podium.css'

/** Running the list and the clock. Nothing goes on by itself, and what everyone sees can be taken back for thirty seconds. */
export function FloorControls({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('podium')
  const { view } = room
  const seatName = useSeatName()
  const { speaking, waiting } = listOf(view, item)
  const giving = useCall(giveFloor)
  const undoing = useCall(takeBackFloor)
  const clock = useCall(setClock)
  const list = useCall(setSpeakersList)
  const [asking, setAsking] = useState<'arrange' | 'inscribe' | 'list' | 'times' | null>(null)
  const params = { itemId: item.id }
  const next = waiting[0]
  const step = podiumStepOf(view, item)

  async function give(to: SpeakerView | null) {
    const body = to ? { from: speaking?.id ?? null, to: to.id } : { from: speaking?.id ?? null, end: true }
    if (!(await giving.send({ params, body }))) return
    tell(
      to ? t('floor_given', { delegation: seatName(to.seat) }) : t('floor_ended'),
      () => void undoing.send({ params, body: {} }),
    )
  }
  const run = (body: { to?: 'start' | 'stop' | 'reset'; addSeconds?: number }) =>
    void clock.send({ params, body: { revision: item.revision, ...body } })

  if (view.sessions[0]?.state !== 'open' || !view.may['speakers.run']) return null
  const running = item.clock.startedAt !== null
  return (
    <fieldset className="controls no-print" aria-label={t('run_the_list')}>
      <RefusalNotice refusal={giving.refusal ?? undoing.refusal ?? clock.refusal ?? list.refusal} />
      <div className="row">
        {next && (
          <Button
            kind={step === 'floor' ? 'filled' : 'plain'}
            data-key="n"
            busy={giving.status === 'sending'}
            onClick={() => void give(next)}
          >
            {t('give_floor_to', { delegation: seatName(next.seat) })}
          </Button>
        )}
        {speaking && <Button onClick={() => void give(null)}>{t('end_statement')}</Button>}
      </div>
      {(speaking || running) && (
        <div className="row">
          <Button data-key="c" onClick={() => run({ to: running ? 'stop' : 'start' })}>
            {running ? t('stop_clock') : t('start_clock')}
          </Button>
          <Button kind="quiet" onClick={() => run({ addSeconds: 60 })}>
            {t('one_more_minute')}
          </Button>
          <Button kind="quiet" onClick={() => run({ to: 'reset' })}>
            {t('reset_clock')}
          </Button>
        </div>
      )}
      <div className="row">
        <Button
          kind={step === 'list' ? 'filled' : 'plain'}
          onClick={() =>
            void list.send({ params, body: { open: !item.listOpen } }).then((done) => {
              if (done)
                tell(
                  item.listOpen ? t('list_was_closed') : t('list_was_opened'),
                  () => void list.send({ params, body: { open: item.listOpen } }),
                )
            })
          }
        >
          {item.listOpen ? t('close_list_of_speakers') : t('open_list_of_speakers')}
        </Button>
        {waiting.length > 0 && (
          <Button kind="quiet" onClick={() => setAsking('arrange')}>
            {t('arrange_list')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => setAsking('inscribe')}>
          {t('inscribe_delegation')}
        </Button>
        <Button kind="quiet" onClick={() => setAsking('list')}>
          {t('list_and_times')}
        </Button>
        {view.may['speaking_time.read'] && (
          <Button kind="quiet" onClick={() => setAsking('times')}>
            {t('who_has_spoken')}
          </Button>
        )}
      </div>
      {asking === 'list' && <ListDialog room={room} item={item} onClose={() => setAsking(null)} />}
      {asking === 'times' && <SpeakingTimeDialog room={room} onClose={() => setAsking(null)} />}
      <Arrange
        open={asking === 'arrange'}
        waiting={waiting}
        observersAfter={view.sessions[0].observersAfter}
        onGive={(to) => {
          setAsking(null)
          void give(to)
        }}
        onClose={() => setAsking(null)}
      />
      <Inscribe open={asking === 'inscribe'} item={item} onClose={() => setAsking(null)} />
    </fieldset>
  )
}

type ArrangeProps = {
  open: boolean
  waiting: readonly SpeakerView[]
  observersAfter: boolean
  onGive: (to: SpeakerView) => void
  onClose: () => void
}

/** The order by buttons, so that a phone and a keyboard do it too. A place given by hand says why. */
function Arrange({ open, waiting, observersAfter, onGive, onClose }: ArrangeProps) {
  const t = useWords('podium')
  const seatName = useSeatName()
  const placing = useCall(placeSpeaker)
  const moving = useCall(moveSpeaker)
  const [reason, setReason] = useState('')

  /** Within those of its kind; past its edge there is nowhere to go. */
  const mayGo = (at: number, step: -1 | 1) => {
    const [one, other] = [waiting[at], waiting[at + step]]
    return one !== undefined && other !== undefined && sameKind(one, other, observersAfter)
  }
  function place(at: number, step: -1 | 1) {
    const speaker = waiting[at]!
    const after = waiting[at + 2]
    const below = after && sameKind(after, speaker, observersAfter) ? after.id : null
    const before = step < 0 ? waiting[at - 1]?.id : below
    if (before === undefined) return
    void placing.send({ params: { speakerId: speaker.id }, body: { before, reason } })
  }

  async function takeOff({ id, seat }: SpeakerView) {
    const params = { speakerId: id }
    if (!(await moving.send({ params, body: { to: 'withdrawn' } }))) return
    tell(
      t('taken_off_list', { delegation: seatName(seat) }),
      () => void moving.send({ params, body: { to: 'requested' } }),
    )
  }

  const unreasoned = placing.refusal?.field === 'reason'
  return (
    <Dialog open={open} title={t('arrange_list')} onClose={onClose} wide>
      <RefusalNotice refusal={unreasoned ? null : (placing.refusal ?? moving.refusal)} />
      <TextInput
        label={t('reason_for_moving')}
        help={t('reason_for_moving_help')}
        error={unreasoned ? t('move_needs_reason') : undefined}
        dir="auto"
        value={reason}
        onChange={setReason}
      />
      <ol className="arrange">
        {waiting.map((one, at) => (
          <li key={one.id}>
            <div>
              <span>
                <strong>{seatName(one.seat)}</strong> <CapacityMark speaker={one} />
              </span>
              <span className="row">
                <Button
                  kind="quiet"
                  aria-label={t('speaker_up', { delegation: seatName(one.seat) })}
                  aria-disabled={!mayGo(at, -1) || undefined}
                  onClick={() => mayGo(at, -1) && place(at, -1)}
                >
                  ↑
                </Button>
                <Button
                  kind="quiet"
                  aria-label={t('speaker_down', { delegation: seatName(one.seat) })}
                  aria-disabled={!mayGo(at, 1) || undefined}
                  onClick={() => mayGo(at, 1) && place(at, 1)}
                >
                  ↓
                </Button>
                {one.state === 'requested' && (
                  <Button
                    kind="quiet"
                    aria-label={t('confirm_place_of', { delegation: seatName(one.seat) })}
                    onClick={() => void moving.send({ params: { speakerId: one.id }, body: { to: 'confirmed' } })}
                  >
                    {t('confirm_place')}
                  </Button>
                )}
                <Button
                  kind="quiet"
                  aria-label={t('give_floor_to', { delegation: seatName(one.seat) })}
                  onClick={() => onGive(one)}
                >
                  {t('give_floor_now')}
                </Button>
                <Button
                  kind="quiet"
                  aria-label={t('take_off_list_of', { delegation: seatName(one.seat) })}
                  onClick={() => void takeOff(one)}
                >
                  {t('take_off_list')}
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ol>
      <Actions>
        <Button onClick={onClose}>{t('arranged')}</Button>
      </Actions>
    </Dialog>
  )
}

function Inscribe({ open, item, onClose }: { open: boolean; item: ItemView; onClose: () => void }) {
  const t = useWords('podium')
  const { sorted } = useDelegations()
  const { groups } = useGroups()
  const inscribing = useCall(inscribe)
  const [delegationId, setDelegationId] = useState<string | null>(null)
  const [capacity, setCapacity] = useState<AskedCapacity>('national')
  const [groupId, setGroupId] = useState<string | null>(null)

  async function add() {
    if (!delegationId) return
    const body = { delegationId, capacity, groupId: capacity === 'group' ? groupId : null }
    if (!(await inscribing.send({ params: { itemId: item.id }, body }))) return
    setDelegationId(null)
    onClose()
  }

  return (
    <Dialog open={open} title={t('inscribe_delegation')} onClose={onClose}>
      <RefusalNotice refusal={inscribing.refusal} />
      <Combobox
        label={t('delegation_label')}
        value={delegationId}
        onChange={setDelegationId}
        options={sorted.map((one) => ({ value: one.id, label: inLanguage(one.names, t.language).text }))}
      />
      <Select
        label={t('capacity_label')}
        value={capacity}
        onChange={setCapacity}
        options={ASKED_CAPACITIES.map((value) => ({ value, label: t('as_capacity', { capacity: value }) }))}
      />
      {capacity === 'group' && (
        <Combobox
          label={t('group_label')}
          value={groupId}
          onChange={setGroupId}
          options={groups.map(({ id, names }) => ({ value: id, label: inLanguage(names, t.language).text }))}
        />
      )}
      <Actions>
        <Button onClick={onClose}>{t('leave_undone')}</Button>
        <Button kind="filled" busy={inscribing.status === 'sending'} onClick={() => void add()}>
          {t('inscribe_now')}
        </Button>
      </Actions>
    </Dialog>
  )
}
