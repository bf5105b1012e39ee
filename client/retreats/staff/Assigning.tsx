import { REGIONAL_GROUPS } from '@consultation/shared/people.ts'
import {
  assignGroups,
  moveToGroup,
  type RetreatView,
  readRetreat,
  type SlotView,
} from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { type KeyboardEvent, useState } from 'react'
import { fits } from '../../DelegationsChoice.tsx'
import { useDelegations, useGroups } from '../../reference.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Select, TextInput } from '../../ui/Field.tsx'
import { Name } from '../../ui/Name.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { refresh, renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { inNumberOrder } from '../programme.ts'
import { bodyOfPlacement, groupOf, movedTo, type Placement, placementOf, samePlacement } from './assignment.ts'
import { Balance } from './Balance.tsx'

const NOWHERE = 'nowhere'

/**
 * Who is in which group, by hand: choose some, say where to. Each move is kept at once and can be taken back. Before people are
 * told a whole order is sent; from then on each delegation is moved by itself, and told.
 */
export function Assigning({ retreat, slot }: { retreat: RetreatView; slot: SlotView }) {
  const t = useWords('retreat')
  const { sorted } = useDelegations()
  const { regionName } = useGroups()
  const assigning = useCall(assignGroups)
  const moving = useCall(moveToGroup)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [target, setTarget] = useState('')
  const [region, setRegion] = useState('')
  const [sought, setSought] = useState('')
  const groups = inNumberOrder(slot.sessions)
  const placement = placementOf({ sessions: groups })
  const participants = sorted.filter(({ id }) => retreat.participantIds?.includes(id))
  const mayMove = slot.may.assign || slot.may.move
  const busy = assigning.status === 'sending' || moving.status === 'sending'
  const params = { retreatId: retreat.id }
  const shownOf = (reply: RetreatView) => renew(readRetreat, { params }, reply)
  const titleOf = (id: string | null) => {
    const group = groups.find(({ sessionId }) => sessionId === id)
    return group
      ? t('group_by_number', { number: group.number, group: inLanguage(group.title, t.language).text })
      : t('in_no_group')
  }
  const shown = participants.filter(
    (one) => fits(one, sought, t.language) && (region === '' || (one.regionalGroup ?? NOWHERE) === region),
  )

  async function put(next: Placement, revision: number): Promise<RetreatView | null> {
    const reply = await assigning.send({ params: { slotId: slot.id }, body: bodyOfPlacement(next), revision })
    if (reply) shownOf(reply)
    else void refresh(readRetreat, params)
    return reply
  }
  /** One by one: each is told. What was refused stays where it was, and stays chosen. */
  async function moveOnes(ids: readonly string[], toOf: (id: string) => string | null, from: Placement) {
    const left = new Set(ids)
    for (const delegationId of ids) {
      const body = { delegationId, from: groupOf(from, delegationId), to: toOf(delegationId) }
      if (body.from !== body.to) {
        const reply = await moving.send({ params: { slotId: slot.id }, body })
        if (!reply) break
        shownOf(reply)
      }
      left.delete(delegationId)
    }
    setChosen(left)
    return left.size === 0
  }

  async function move(to: string | null) {
    const ids = participants.map(({ id }) => id).filter((id) => chosen.has(id))
    const next = movedTo(placement, ids, to)
    if (ids.length === 0 || busy || samePlacement(next, placement)) return
    const done = t('are_moved', { count: ids.length, group: titleOf(to) })
    if (slot.may.assign) {
      const reply = await put(next, retreat.revision)
      if (!reply) return
      setChosen(new Set())
      tell(done, () => void put(placement, reply.revision))
      return
    }
    if (await moveOnes(ids, () => to, placement))
      tell(done, () => void moveOnes(ids, (id) => groupOf(placement, id), next))
  }

  /** A figure moves what is chosen into the group of that number, 0 out of all: only while the focus is among the names. */
  function onKey(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || !/^[0-9]$/.test(event.key)) return
    const to = event.key === '0' ? null : groups.find(({ number }) => number === Number(event.key))?.sessionId
    if (to === undefined) return
    event.preventDefault()
    void move(to)
  }

  const toggle = (ids: readonly string[], on: boolean) =>
    setChosen((now) => {
      const next = new Set(now)
      for (const id of ids)
        if (on) next.add(id)
        else next.delete(id)
      return next
    })
  const lists = [
    ...groups.map((group) => ({
      id: group.sessionId as string | null,
      title: titleOf(group.sessionId),
      seats: group.seats,
      inside: placement.get(group.sessionId) ?? [],
    })),
    {
      id: null,
      title: t('in_no_group'),
      seats: null,
      inside: participants.map(({ id }) => id).filter((id) => groupOf(placement, id) === null),
    },
  ]
  const regions = [...REGIONAL_GROUPS, null].filter((one) =>
    participants.some(({ regionalGroup }) => regionalGroup === one),
  )

  return (
    <section className="stack" aria-labelledby="assigning">
      <h2 id="assigning">{t('who_is_where')}</h2>
      {participants.length === 0 ? (
        <p className="quiet">{t('nobody_takes_part')}</p>
      ) : (
        <>
          <Balance placement={placement} groups={groups} people={participants} regions={regions} />
          {mayMove && (
            <div className="assign-bar no-print">
              <TextInput type="search" label={t('find_participant')} value={sought} onChange={setSought} dir="auto" />
              <Select
                label={t('by_region')}
                value={region}
                onChange={setRegion}
                options={[
                  { value: '', label: t('of_all_regions') },
                  ...regions.map((one) => ({
                    value: one ?? NOWHERE,
                    label: one ? inLanguage(regionName(one), t.language).text : t('of_no_region'),
                  })),
                ]}
              />
              <Select
                label={t('move_to')}
                value={target}
                onChange={setTarget}
                options={[
                  { value: '', label: t('pick_where') },
                  ...groups.map(({ sessionId }) => ({ value: sessionId, label: titleOf(sessionId) })),
                  { value: NOWHERE, label: t('in_no_group') },
                ]}
              />
              <Button
                busy={busy || chosen.size === 0 || target === ''}
                onClick={() => void move(target === NOWHERE ? null : target)}
              >
                {t('move_chosen', { count: chosen.size })}
              </Button>
              <Button
                kind="quiet"
                onClick={() =>
                  toggle(
                    shown.map(({ id }) => id),
                    true,
                  )
                }
              >
                {t('choose_shown', { count: shown.length })}
              </Button>
              {chosen.size > 0 && (
                <Button kind="quiet" onClick={() => setChosen(new Set())}>
                  {t('choose_none')}
                </Button>
              )}
            </div>
          )}
          <RefusalNotice refusal={assigning.refusal ?? moving.refusal} />
          {mayMove && <p className="small quiet no-print">{t(slot.may.assign ? 'assign_hint' : 'assign_hint_told')}</p>}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: figures are a second way to what the buttons do */}
          <div className={mayMove ? 'assign-lists' : 'assign-lists read'} onKeyDown={mayMove ? onKey : undefined}>
            {lists.map(({ id, title, seats, inside }) => (
              <section key={id ?? NOWHERE} aria-labelledby={`list-${id ?? NOWHERE}`}>
                <h3 id={`list-${id ?? NOWHERE}`}>
                  {title}{' '}
                  <span className="small quiet">
                    {seats === null ? inside.length : t('of_seats', { count: inside.length, seats })}
                  </span>
                </h3>
                <ul>
                  {shown
                    .filter((one) => inside.includes(one.id))
                    .map((one) => (
                      <li key={one.id}>
                        {mayMove ? (
                          <Checkbox
                            label={<Name of={one.names} />}
                            checked={chosen.has(one.id)}
                            onChange={(checked) => toggle([one.id], checked)}
                          />
                        ) : (
                          <Name of={one.names} />
                        )}
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </section>
  )
}
