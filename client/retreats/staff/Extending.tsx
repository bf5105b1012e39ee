import { formatTime } from '@consultation/shared/house-style.ts'
import {
  changeSlot,
  extendGroups,
  type RetreatView,
  readRetreat,
  type SlotView,
} from '@consultation/shared/retreats.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Name } from '../../ui/Name.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { refresh, renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { SlotHours } from '../SlotHours.tsx'
import { RUNNING_WORDS } from './running-words.ts'
import { type Hours, pushedBy } from './shifts.ts'

const MINUTE = 60_000

type Props = { retreat: RetreatView; slot: SlotView }

/** More time, or less, for all groups at once. What begins right after them is asked about first: it would begin later. */
export function Extending({ retreat, slot }: Props) {
  const t = useWords('retreat')
  const extending = useCall(extendGroups)
  const shifting = useCall(changeSlot)
  const [asked, setAsked] = useState<number | null>(null)
  const words = RUNNING_WORDS[slot.kind]
  const busy = extending.status === 'sending' || shifting.status === 'sending'
  const shown = (reply: RetreatView) => renew(readRetreat, { params: { retreatId: retreat.id } }, reply)
  const endAfter = (minutes: number) => new Date(Date.parse(slot.endsAt) + minutes * MINUTE).toISOString()
  const pushed = asked === null ? [] : pushedBy(retreat.slots, slot, endAfter(asked))

  /** One after the other, each on the programme as the one before left it; null once one was refused. */
  async function shift(all: readonly Hours[], revision: number): Promise<number | null> {
    for (const { slot: one, startsAt, endsAt } of all) {
      const body = { title: one.title, choiceUntil: one.choiceUntil, startsAt, endsAt }
      const reply = await shifting.send({ params: { slotId: one.id }, body, revision })
      if (!reply) return null
      revision = reply.revision
      shown(reply)
    }
    return revision
  }
  async function end(from: string, endsAt: string): Promise<RetreatView | null> {
    const reply = await extending.send({ params: { slotId: slot.id }, body: { from, endsAt } })
    if (reply) shown(reply)
    else void refresh(readRetreat, { retreatId: retreat.id })
    return reply
  }

  async function extend(minutes: number) {
    const [from, endsAt] = [slot.endsAt, endAfter(minutes)]
    const later = pushedBy(retreat.slots, slot, endsAt)
    if (later.length > 0 && asked === null) return setAsked(minutes)
    // The last first, so that on the way no two run into one another.
    if ((await shift(later.toReversed(), retreat.revision)) === null) return
    const reply = await end(from, endsAt)
    if (!reply) return
    setAsked(null)
    tell(t(minutes > 0 ? words.extended : words.shortened, { minutes: Math.abs(minutes) }), () => {
      const asBefore = later.map(({ slot: one }) => ({ slot: one, startsAt: one.startsAt, endsAt: one.endsAt }))
      void end(endsAt, from).then((back) => back && shift(asBefore, back.revision))
    })
  }
  const refusal = shifting.refusal ?? extending.refusal
  return (
    <>
      {asked === null && <RefusalNotice refusal={refusal} />}
      {[5, 10, 15].map((minutes) => (
        <Button key={minutes} busy={busy} onClick={() => void extend(minutes)}>
          {t('extend_by', { minutes })}
        </Button>
      ))}
      <Button kind="quiet" busy={busy} onClick={() => void extend(-5)}>
        {t('shorten_by', { minutes: 5 })}
      </Button>
      {asked !== null && (
        <Dialog open title={t('what_follows_later')} onClose={() => setAsked(null)}>
          <div className="stack">
            <ul className="group-list">
              {pushed.map(({ slot: one, startsAt, endsAt }) => (
                <li key={one.id}>
                  <p>
                    <strong>
                      <Name of={one.title} />
                    </strong>
                  </p>
                  <SlotHours of={{ startsAt, endsAt }} zone={retreat.zone} />
                  <p className="small quiet">
                    {t('instead_of_hours', {
                      from: formatTime(one.startsAt, t.language, retreat.zone),
                      until: formatTime(one.endsAt, t.language, retreat.zone),
                    })}
                  </p>
                </li>
              ))}
            </ul>
            <p className="quiet">{t('what_follows_is_told')}</p>
            <RefusalNotice refusal={refusal} />
            <Actions>
              <Button kind="filled" busy={busy} onClick={() => void extend(asked)}>
                {t('extend_and_follow', { minutes: asked })}
              </Button>
              <Button onClick={() => setAsked(null)}>{t('not_now')}</Button>
            </Actions>
          </div>
        </Dialog>
      )}
    </>
  )
}
