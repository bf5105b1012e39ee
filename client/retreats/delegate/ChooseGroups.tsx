import { chooseGroups, type RetreatView, readRetreat, type SlotView } from '@consultation/shared/retreats.ts'
import { canonical, inLanguage } from '@consultation/shared/text.ts'
import { useRef, useState } from 'react'
import { announce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Name } from '../../ui/Name.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { When } from '../../ui/When.tsx'
import { renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { GroupFacts } from '../GroupFacts.tsx'
import { inNumberOrder, moved } from '../programme.ts'

type Props = { retreat: RetreatView; slot: SlotView; first: boolean }

/** The groups in the delegation’s own order, until a time. To say what one really wishes is never a disadvantage. */
export function ChooseGroups({ retreat, slot, first }: Props) {
  const t = useWords('retreat-delegate')
  const { send, status, refusal } = useCall(chooseGroups)
  const sent = slot.ownChoice !== null
  const given = slot.ownChoice ?? []
  const [order, setOrder] = useState<string[]>(given)
  // What a colleague sends meanwhile is taken over, unless somebody is at it here.
  const [seen, setSeen] = useState(given)
  if (canonical(given) !== canonical(seen)) {
    setSeen(given)
    if (canonical(order) === canonical(seen)) setOrder(given)
  }
  const part = useRef<HTMLElement>(null)
  const groups = inNumberOrder(slot.sessions)
  const titleOf = (id: string) =>
    inLanguage(groups.find(({ sessionId }) => sessionId === id)?.title ?? {}, t.language).text
  const differs = canonical(order) !== canonical(given)

  /** `then` has the focus afterwards: what was pressed moves, or is there no longer. */
  function put(next: string[], id: string, then: HTMLElement | string) {
    setOrder(next)
    const place = next.indexOf(id) + 1
    if (place > 0) announce(t('wish_is_now', { group: titleOf(id), place, count: next.length }))
    requestAnimationFrame(() => {
      const there = typeof then === 'string' ? part.current?.querySelector<HTMLElement>(then) : then
      const target = there ?? part.current?.querySelector<HTMLElement>('.send-wishes')
      target?.focus()
    })
  }
  async function save(sessionIds: string[]) {
    const reply = await send({ params: { slotId: slot.id }, body: { sessionIds } })
    if (reply) renew(readRetreat, { params: { retreatId: retreat.id } }, reply)
    return reply !== null
  }
  async function saveNow() {
    const before = slot.ownChoice
    if (!(await save(order))) return
    const takeBack = (wishes: string[]) => {
      void save(wishes)
      setOrder(wishes)
    }
    // What was sent first cannot be unsent, only changed.
    tell(t(order.length === 0 ? 'choice_is_left' : 'choice_is_saved'), before ? () => takeBack(before) : undefined)
  }

  return (
    <section ref={part} className="stack" aria-labelledby={`choose-${slot.id}`}>
      <h2 id={`choose-${slot.id}`}>{t('choose_your_group', { slot: inLanguage(slot.title, t.language).text })}</h2>
      <p>{t.rich('choose_until', { when: <When at={slot.choiceUntil ?? slot.startsAt} weekday /> })}</p>
      {order.length > 0 && (
        <ol className="wishes">
          {order.map((id, at) => (
            <li key={id}>
              <span>{titleOf(id)}</span>
              <span className="row">
                <Button
                  kind="quiet"
                  aria-label={t('wish_up', { group: titleOf(id) })}
                  busy={at === 0}
                  onClick={(event) => put(moved(order, id, -1), id, event.currentTarget)}
                >
                  ↑
                </Button>
                <Button
                  kind="quiet"
                  aria-label={t('wish_down', { group: titleOf(id) })}
                  busy={at === order.length - 1}
                  onClick={(event) => put(moved(order, id, 1), id, event.currentTarget)}
                >
                  ↓
                </Button>
                <Button
                  kind="quiet"
                  aria-label={t('wish_out', { group: titleOf(id) })}
                  onClick={() =>
                    put(
                      order.filter((one) => one !== id),
                      id,
                      '.group-list button',
                    )
                  }
                >
                  ×
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
      <ul className="group-list">
        {groups
          .filter(({ sessionId, may }) => may.choose && !order.includes(sessionId))
          .map((group) => (
            <li key={group.sessionId}>
              <p>
                <Name of={group.title} />
              </p>
              <GroupFacts group={group} findings={retreat.findings} />
              <Button
                aria-label={t('wish_for', { group: titleOf(group.sessionId), place: order.length + 1 })}
                onClick={() => put([...order, group.sessionId], group.sessionId, '.group-list button')}
              >
                {t('wish_place', { place: order.length + 1 })}
              </Button>
            </li>
          ))}
      </ul>
      {differs && (
        <p className="quiet" role="status">
          {t('wishes_that_stand', {
            count: given.length,
            wishes: given.map((id, at) => `${at + 1}. ${titleOf(id)}`).join(' · '),
          })}
        </p>
      )}
      <RefusalNotice refusal={refusal} />
      <Actions>
        <Button
          className="send-wishes"
          kind={first && differs ? 'filled' : 'plain'}
          busy={status === 'sending'}
          onClick={() => void saveNow()}
        >
          {t(order.length === 0 ? 'leave_choice' : 'save_choice')}
        </Button>
        {!differs && sent && <p role="status">{t(given.length === 0 ? 'choice_is_left' : 'choice_stands')}</p>}
      </Actions>
    </section>
  )
}
