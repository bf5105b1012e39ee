import { REGIONAL_GROUPS } from '@consultation/shared/people.ts'
import {
  assignGroups,
  drawGroups,
  previewGroups,
  type RetreatView,
  readRetreat,
  type SlotView,
} from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useDelegations } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { tell } from '../../ui/Toast.tsx'
import { When } from '../../ui/When.tsx'
import { renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { inNumberOrder } from '../programme.ts'
import { bodyOfPlacement, type Placement, placementOf, wishesMet } from './assignment.ts'
import { Balance } from './Balance.tsx'
import { Names } from './Names.tsx'

type By = 'choice' | 'mix' | 'earlier'
type Drawn = { by: By; earlierSlotId: string | null; seed: string; placement: Placement }

const WAS_ASSIGNED = {
  hand: 'was_by_hand',
  choice: 'was_by_choice',
  mix: 'was_by_mix',
  earlier: 'was_as_earlier',
} as const

/** Puts the groups together by choice, by a mix of regional groups or as in an earlier part: looked at before it is kept. */
export function DrawPart({ retreat, slot }: { retreat: RetreatView; slot: SlotView }) {
  const t = useWords('retreat')
  const previewing = useCall(previewGroups)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [open, setOpen] = useState(false)
  const earlier = retreat.slots.filter(
    ({ id, kind, startsAt, sessions }) =>
      id !== slot.id &&
      kind === 'breakouts' &&
      startsAt < slot.startsAt &&
      sessions.some(({ assigned }) => (assigned?.length ?? 0) > 0),
  )
  const [from, setFrom] = useState('')
  const source = earlier.find(({ id }) => id === from) ?? earlier.at(-1)
  const wishes = (slot.choices ?? []).filter(({ sessionIds }) => sessionIds.length > 0).length

  async function look(by: By, earlierSlotId: string | null = null) {
    setOpen(true)
    const reply = await previewing.send({
      params: { slotId: slot.id },
      query: { by, ...(earlierSlotId && { earlierSlotId }) },
    })
    if (!reply) return
    const placement = new Map(reply.groups.map(({ sessionId, delegationIds }) => [sessionId, delegationIds]))
    setDrawn({ by, earlierSlotId, seed: reply.seed, placement })
  }
  const close = () => {
    setOpen(false)
    setDrawn(null)
    previewing.forget()
  }

  return (
    <section className="stack" aria-labelledby="drawing">
      <h2 id="drawing">{t('put_groups_together')}</h2>
      {slot.assignedBy && <p className="quiet">{t(WAS_ASSIGNED[slot.assignedBy], { seed: slot.seed ?? '' })}</p>}
      {slot.choiceUntil && (
        <p className="quiet">
          {t.rich('wishes_so_far', { count: wishes, when: <When at={slot.choiceUntil} show="moment" /> })}
        </p>
      )}
      <div className="row">
        <Button onClick={() => void look('mix')}>{t('draw_by_mix')}</Button>
        {slot.choiceUntil && <Button onClick={() => void look('choice')}>{t('draw_by_choice')}</Button>}
      </div>
      {source && (
        <div className="assign-bar">
          <Select
            label={t('earlier_slot')}
            value={source.id}
            onChange={setFrom}
            options={earlier.map(({ id, title }) => ({ value: id, label: inLanguage(title, t.language).text }))}
          />
          <Button onClick={() => void look('earlier', source.id)}>{t('draw_as_earlier')}</Button>
        </div>
      )}
      {open && (
        <Dialog open wide title={t('look_before_keeping')} onClose={close}>
          {drawn ? (
            <Preview retreat={retreat} slot={slot} drawn={drawn} onAnew={() => void look(drawn.by)} onClose={close} />
          ) : (
            <div className="stack">
              {previewing.refusal ? <RefusalNotice refusal={previewing.refusal} /> : <Skeleton />}
              <Actions>
                <Button onClick={close}>{t('not_now')}</Button>
              </Actions>
            </div>
          )}
        </Dialog>
      )}
    </section>
  )
}

type PreviewProps = {
  retreat: RetreatView
  slot: SlotView
  drawn: Drawn
  onAnew: () => void
  onClose: () => void
}

function Preview({ retreat, slot, drawn, onAnew, onClose }: PreviewProps) {
  const t = useWords('retreat')
  const { sorted } = useDelegations()
  const drawing = useCall(drawGroups)
  const putting = useCall(assignGroups)
  const groups = inNumberOrder(slot.sessions)
  const participants = sorted.filter(({ id }) => retreat.participantIds?.includes(id))
  const regions = [...REGIONAL_GROUPS, null].filter((one) =>
    participants.some(({ regionalGroup }) => regionalGroup === one),
  )
  const { by, earlierSlotId, seed, placement } = drawn
  const wishes = by === 'choice' ? wishesMet(placement, slot.choices ?? []) : null
  const params = { retreatId: retreat.id }

  async function keep() {
    const before = placementOf(slot)
    const reply = await drawing.send({ params: { slotId: slot.id }, body: { by, earlierSlotId, seed } })
    if (!reply) return
    renew(readRetreat, { params }, reply)
    onClose()
    tell(t('groups_are_kept'), () => {
      void putting
        .send({ params: { slotId: slot.id }, body: bodyOfPlacement(before), revision: reply.revision })
        .then((back) => back && renew(readRetreat, { params }, back))
    })
  }
  return (
    <div className="stack">
      <p className="quiet">{t('nobody_is_told_of_draw')}</p>
      <Balance placement={placement} groups={groups} people={participants} regions={regions} />
      {wishes && (
        <ul>
          {wishes.met.map((count, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is what it is
            <li key={at}>{t('got_wish', { count, place: at + 1 })}</li>
          ))}
          {wishes.elsewhere > 0 && <li>{t('got_no_wish', { count: wishes.elsewhere })}</li>}
        </ul>
      )}
      {groups.map(({ sessionId, number, title }) => {
        const inside = placement.get(sessionId) ?? []
        return (
          <Names
            key={sessionId}
            of={t('group_by_number', { number, group: inLanguage(title, t.language).text })}
            ids={inside}
          />
        )
      })}
      <RefusalNotice refusal={drawing.refusal} />
      <Actions>
        <Button kind="filled" busy={drawing.status === 'sending'} onClick={() => void keep()}>
          {t('keep_groups')}
        </Button>
        {by !== 'earlier' && <Button onClick={onAnew}>{t('draw_anew')}</Button>}
        <Button onClick={onClose}>{t('leave_as_is')}</Button>
      </Actions>
    </div>
  )
}
