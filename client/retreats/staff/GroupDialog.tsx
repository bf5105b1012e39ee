import { changeGroup, type GroupView, type RetreatView, readRetreat } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { DiscussesField, ReportsToField } from './GroupFields.tsx'

type Props = { retreat: RetreatView; group: GroupView; onClose: () => void }

/** What a session has of the retreat; all else is its own, and changed as in any session. */
export function GroupDialog({ retreat, group, onClose }: Props) {
  const t = useWords('retreat')
  const { send, status, refusal } = useCall(changeGroup)
  const [seats, setSeats] = useState(group.seats === null ? '' : String(group.seats))
  const [findingIds, setFindingIds] = useState<string[]>(group.findingIds)
  const [reportsTo, setReportsTo] = useState(group.reportsTo)
  const params = { sessionId: group.sessionId }
  const isBreakout = group.kind === 'breakouts'

  async function change(body: Pick<GroupView, 'seats' | 'findingIds' | 'reportsTo'>, revision: number) {
    const reply = await send({ params, body, revision })
    if (reply) renew(readRetreat, { params: { retreatId: retreat.id } }, reply)
    return reply
  }
  async function save() {
    const theirs = refusal?.code === 'changed_meanwhile' ? (refusal.current as RetreatView) : null
    const before = { seats: group.seats, findingIds: group.findingIds, reportsTo: group.reportsTo }
    const body = { seats: seats === '' ? null : Number(seats), findingIds, reportsTo }
    const reply = await change(body, theirs?.revision ?? retreat.revision)
    if (!reply) return
    tell(t('group_is_saved'), () => void change(before, reply.revision))
    onClose()
  }
  return (
    <Dialog open wide title={inLanguage(group.title, t.language).text} onClose={onClose}>
      <div className="stack">
        {isBreakout && (
          <TextInput
            type="number"
            min={1}
            max={250}
            label={t('seats_of_group')}
            help={t('seats_of_group_help')}
            optional
            value={seats}
            onChange={setSeats}
          />
        )}
        <DiscussesField retreat={retreat} chosen={findingIds} onChange={setFindingIds} />
        {isBreakout && <ReportsToField retreat={retreat} value={reportsTo} onChange={setReportsTo} />}
        <p className="quiet">{t('rest_of_session')}</p>
        <div className="row">
          <LinkButton kind="quiet" to="/sessions/:sessionId/edit" params={params}>
            {t('title_place_languages')}
          </LinkButton>
          <LinkButton kind="quiet" to="/sessions/:sessionId" params={params}>
            {t('parts_of_group')}
          </LinkButton>
        </div>
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button kind="filled" busy={status === 'sending'} onClick={() => void save()}>
            {t('save_group')}
          </Button>
          <Button onClick={onClose}>{t('not_now')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}
