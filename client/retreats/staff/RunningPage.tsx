import { formatDate } from '@consultation/shared/house-style.ts'
import { streams } from '@consultation/shared/live.ts'
import {
  messageGroups,
  moveGroups,
  moveToGroup,
  type RetreatView,
  readRetreat,
  type SlotView,
} from '@consultation/shared/retreats.ts'
import { isAnswered } from '@consultation/shared/rules/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useEffect, useState } from 'react'
import { RefusalError } from '../../api.ts'
import { useFollow } from '../../follow.ts'
import { Link, useParams } from '../../navigation.tsx'
import { useDelegations } from '../../reference.ts'
import { announce } from '../../ui/Announcer.tsx'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button } from '../../ui/Button.tsx'
import { Combobox } from '../../ui/Combobox.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Select, TextArea } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { tell } from '../../ui/Toast.tsx'
import { refresh, renew, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { inNumberOrder } from '../programme.ts'
import '../retreats.css'
import { SlotHours } from '../SlotHours.tsx'
import { groupOf, placementOf } from './assignment.ts'
import { Extending } from './Extending.tsx'
import { GroupAtGlance } from './GroupAtGlance.tsx'
import { Owing } from './Owing.tsx'
import { ReportState } from './ReportState.tsx'
import { RUNNING_WORDS } from './running-words.ts'

/** Who comes and goes in a room is told to its podium only: whoever watches many rooms looks again. */
const LOOK_MS = 10_000

/** All groups of a part at a glance while they meet: who is there, how far they are, who calls. */
export function RunningPage() {
  const t = useWords('retreat')
  const { retreatId, slotId } = useParams('/retreats/:retreatId/slots/:slotId/running')
  const retreat = useView(readRetreat, { params: { retreatId } })
  const again = () => void refresh(readRetreat, { retreatId })
  useFollow(streams.retreatAll(retreatId), () => 'now', again)
  useFollow(
    streams.retreatStaff(retreatId),
    () => 'now',
    again,
    ({ kind }) => {
      if (kind === 'call.made') announce(t('a_group_calls'))
      if (kind === 'report_back.signed') announce(t('a_group_has_signed'))
    },
  )
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void refresh(readRetreat, { retreatId })
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [retreatId])
  const [offset] = useState(() => Date.parse(retreat.now) - Date.now())
  const [asked, setAsked] = useState<'message' | 'move' | 'close' | null>(null)
  const slot = retreat.slots.find(({ id }) => id === slotId)
  if (!slot) throw new RefusalError({ code: 'not_found' })
  const groups = inNumberOrder(slot.sessions).filter(({ state }) => state !== 'cancelled')
  const calls = groups.filter((one) => (one.calls?.length ?? 0) > 0)
  const close = () => setAsked(null)

  return (
    <div className="retreat">
      <PageHead
        title={inLanguage(slot.title, t.language).text}
        within={{
          title: inLanguage(retreat.title, t.language).text,
          link: (
            <>
              <Link to="/retreats/:retreatId" params={{ retreatId }}>
                <Name of={retreat.title} />
              </Link>{' '}
              ·{' '}
              <Link to="/retreats/:retreatId/slots/:slotId" params={{ retreatId, slotId }}>
                {t(slot.kind === 'plenary' ? 'who_is_invited' : 'who_is_where')}
              </Link>
            </>
          ),
        }}
        lead={
          <>
            {formatDate(slot.startsAt, t.language, retreat.zone, { weekday: true })} ·{' '}
            <SlotHours of={slot} zone={retreat.zone} />
          </>
        }
      />
      {groups.map(({ sessionId }) => (
        <FollowGroup key={sessionId} sessionId={sessionId} again={again} />
      ))}
      <Controls retreat={retreat} slot={slot} onAsk={setAsked} />
      <div role="status">
        {calls.length > 0 && (
          <Notice kind="warning" title={t('groups_calling', { count: calls.length })}>
            <ul className="slot-groups">
              {calls.map(({ sessionId, title }) => (
                <li key={sessionId}>
                  <a href={`#group-${sessionId}`}>
                    <Name of={title} />
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      {groups.length === 0 ? (
        <Empty>
          <p>{t('no_groups_yet')}</p>
        </Empty>
      ) : (
        <ul className="glance">
          {groups.map((group) => (
            <GroupAtGlance key={group.sessionId} retreatId={retreatId} group={group} offset={offset} />
          ))}
        </ul>
      )}
      {slot.kind === 'plenary' && <Reports retreat={retreat} slot={slot} />}
      {asked === 'message' && <MessageAll slot={slot} onClose={close} />}
      {asked === 'move' && <MoveOne retreat={retreat} slot={slot} onClose={close} />}
      {asked === 'close' && <CloseAll retreat={retreat} slot={slot} onClose={close} />}
    </div>
  )
}

/** What comes back to this plenary from the groups, in the order of the programme. */
function Reports({ retreat, slot }: { retreat: RetreatView; slot: SlotView }) {
  const t = useWords('retreat')
  const here = slot.sessions.map(({ sessionId }) => sessionId)
  const reporting = retreat.slots.flatMap(({ sessions }) =>
    inNumberOrder(sessions).filter(
      ({ reportsTo, state }) => reportsTo !== null && here.includes(reportsTo) && state !== 'cancelled',
    ),
  )
  const expected = retreat.slots.some(({ kind, startsAt }) => kind === 'breakouts' && startsAt < slot.startsAt)
  if (reporting.length === 0 && !expected) return null
  return (
    <section className="stack reports-of-slot" aria-labelledby="reporting">
      <h2 id="reporting">{t('reports_of_slot')}</h2>
      {reporting.length === 0 ? (
        <Empty>
          <p>{t('nobody_reports_here')}</p>
        </Empty>
      ) : (
        <ul className="group-list">
          {reporting.map((group) => (
            <li key={group.sessionId}>
              <h3>
                {group.number}. <Name of={group.title} />
              </h3>
              <ReportState retreatId={retreat.id} group={group} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** It opens, goes on and is signed by itself; what is written inside can wait. */
function FollowGroup({ sessionId, again }: { sessionId: string; again: () => void }) {
  useFollow(
    streams.sessionAll(sessionId),
    (kind) => (/^(session|board|report_back)\./.test(kind) ? 'now' : 'later'),
    again,
  )
  return null
}

type ControlsProps = { retreat: RetreatView; slot: SlotView; onAsk: (what: 'message' | 'move' | 'close') => void }

function Controls({ retreat, slot, onAsk }: ControlsProps) {
  const t = useWords('retreat')
  const opening = useCall(moveGroups)
  const { may } = slot
  const words = RUNNING_WORDS[slot.kind]
  const params = { slotId: slot.id }
  function shown(reply: RetreatView | null): boolean {
    if (reply) renew(readRetreat, { params: { retreatId: retreat.id } }, reply)
    return reply !== null
  }

  async function openAll() {
    if (shown(await opening.send({ params, body: { to: 'open' } }))) tell(t(words.isOpen))
  }
  if (!(may.open || may.extend || may.message || may.move || may.close)) return null
  return (
    <div className="running-controls no-print">
      <RefusalNotice refusal={opening.refusal} />
      <div className="row">
        {may.open && (
          <Button kind="filled" busy={opening.status === 'sending'} onClick={() => void openAll()}>
            {t(words.open)}
          </Button>
        )}
        {may.extend && <Extending retreat={retreat} slot={slot} />}
        {may.message && <Button onClick={() => onAsk('message')}>{t(words.message)}</Button>}
        {may.move && <Button onClick={() => onAsk('move')}>{t('move_delegation')}</Button>}
        {may.close && (
          <Button kind="quiet" className="running-close" onClick={() => onAsk('close')}>
            {t(words.close)}
          </Button>
        )}
      </div>
    </div>
  )
}

function MessageAll({ slot, onClose }: { slot: SlotView; onClose: () => void }) {
  const t = useWords('retreat')
  const { send, status, refusal } = useCall(messageGroups)
  const words = RUNNING_WORDS[slot.kind]
  const [text, setText] = useState('')
  const [again, setAgain] = useState(false)
  async function message() {
    if (text.trim() === '') return setAgain(true)
    if (!(await send({ params: { slotId: slot.id }, body: { text } }))) return
    tell(t(words.isSent))
    onClose()
  }
  return (
    <Dialog open title={t(words.message)} onClose={onClose}>
      <div className="stack">
        <TextArea
          label={t('message_text')}
          help={t(words.messageHelp)}
          error={again && text.trim() === '' ? t('required') : undefined}
          rows={4}
          maxLength={2_000}
          value={text}
          onChange={setText}
        />
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button kind="filled" busy={status === 'sending'} onClick={() => void message()}>
            {t(words.send)}
          </Button>
          <Button onClick={onClose}>{t('not_now')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}

function MoveOne({ retreat, slot, onClose }: { retreat: RetreatView; slot: SlotView; onClose: () => void }) {
  const t = useWords('retreat')
  const { sorted, nameOf } = useDelegations()
  const { send, status, refusal } = useCall(moveToGroup)
  const [delegationId, setDelegationId] = useState<string | null>(null)
  const [to, setTo] = useState('')
  const placement = placementOf(slot)
  const groups = inNumberOrder(slot.sessions).filter(({ state }) => state === 'open' || state === 'announced')
  const from = delegationId ? groupOf(placement, delegationId) : null
  const titleOf = (id: string | null) => {
    const group = slot.sessions.find(({ sessionId }) => sessionId === id)
    return group
      ? t('group_by_number', { number: group.number, group: inLanguage(group.title, t.language).text })
      : t('in_no_group')
  }

  async function moveIt(of: string, was: string | null, target: string | null) {
    const reply = await send({ params: { slotId: slot.id }, body: { delegationId: of, from: was, to: target } })
    if (reply) renew(readRetreat, { params: { retreatId: retreat.id } }, reply)
    return reply !== null
  }
  async function move() {
    if (!delegationId || to === '' || to === from) return
    if (!(await moveIt(delegationId, from, to))) return
    const delegation = inLanguage(nameOf(delegationId), t.language).text
    tell(t('is_moved', { delegation, group: titleOf(to) }), () => void moveIt(delegationId, to, from))
    onClose()
  }
  return (
    <Dialog open title={t('move_delegation')} onClose={onClose}>
      <div className="stack">
        <Combobox
          label={t('which_delegation')}
          value={delegationId}
          onChange={setDelegationId}
          options={sorted
            .filter(({ id }) => retreat.participantIds?.includes(id))
            .map(({ id, names }) => ({ value: id, label: inLanguage(names, t.language).text }))}
        />
        {delegationId && <p role="status">{t('sits_now_in', { group: titleOf(from) })}</p>}
        <Select
          label={t('move_to')}
          value={to}
          onChange={setTo}
          options={[
            { value: '', label: t('pick_where') },
            ...groups.map(({ sessionId }) => ({ value: sessionId, label: titleOf(sessionId) })),
          ]}
        />
        <p className="small quiet">{t('move_means')}</p>
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button
            kind="filled"
            busy={status === 'sending' || !delegationId || to === '' || to === from}
            onClick={() => void move()}
          >
            {t('move_now')}
          </Button>
          <Button onClick={onClose}>{t('not_now')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}

function CloseAll({ retreat, slot, onClose }: { retreat: RetreatView; slot: SlotView; onClose: () => void }) {
  const t = useWords('retreat')
  const { send, status, refusal } = useCall(moveGroups)
  const words = RUNNING_WORDS[slot.kind]
  const open = slot.sessions.filter(({ state }) => state === 'open')
  const unanswered = open.filter(({ reportBack }) => reportBack && !isAnswered(reportBack.state))
  async function closeThem() {
    const reply = await send({ params: { slotId: slot.id }, body: { to: 'closed' } })
    if (!reply) return
    renew(readRetreat, { params: { retreatId: retreat.id } }, reply)
    onClose()
  }
  return (
    <AskOnceMore
      verb={t(words.close)}
      onSure={closeThem}
      leave={t('rather_later')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{slot.kind === 'plenary' ? t('close_meeting_means') : t('close_all_means', { count: open.length })}</p>
      <Owing groups={unanswered} />
    </AskOnceMore>
  )
}
