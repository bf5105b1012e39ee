import { moderateIdea } from '@consultation/shared/board.ts'
import type { ItemView, SealedView } from '@consultation/shared/room-view.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { SeatName } from '../Seat.tsx'
import type { Room } from '../use-room.ts'

/** What the podium sees and the room does not: ideas before a moderator, returned or hidden, and those still silent. */
export function SealedIdeas({ room, item }: { room: Room; item: ItemView }) {
  const t = useWords('podium')
  const here = room.view.sealed.filter(
    ({ itemId, state }) => itemId === item.id && state !== 'open' && state !== 'withdrawn',
  )
  if (here.length === 0) return null
  const waiting = here.filter(({ state }) => state === 'waiting')
  return (
    <details className="controls" open={waiting.length > 0}>
      <summary>{t('not_seen_by_room', { count: here.length })}</summary>
      <ul className="cards">
        {[...waiting, ...here.filter(({ state }) => state !== 'waiting')].map((one) => (
          <Sealed key={one.id} room={room} sealed={one} />
        ))}
      </ul>
    </details>
  )
}

function Sealed({ room, sealed }: { room: Room; sealed: z.infer<typeof SealedView> }) {
  const t = useWords('podium')
  const moderating = useCall(moderateIdea)
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const params = { ideaId: sealed.ideaId }
  const may = room.view.may['idea.moderate']
  return (
    <li className="card own">
      <p className="small card-mark">{t('sealed_state', { state: sealed.state })}</p>
      <p className="said" lang={sealed.idea.language} dir="auto">
        {sealed.idea.text}
      </p>
      <p className="small quiet">
        <SeatName seat={sealed.idea.seat} />
      </p>
      {sealed.reason && <p className="small">{t('reason_said', { reason: sealed.reason })}</p>}
      <RefusalNotice refusal={moderating.refusal} />
      {may && sealed.state === 'waiting' && (
        <div className="row">
          <Button onClick={() => void moderating.send({ params, body: { to: 'open' } })}>{t('let_through')}</Button>
          <Button kind="quiet" onClick={() => setReturning(true)}>
            {t('return_to_author')}
          </Button>
        </div>
      )}
      {may && sealed.state === 'hidden' && (
        <Button kind="quiet" onClick={() => void moderating.send({ params, body: { to: 'open' } })}>
          {t('show_again')}
        </Button>
      )}
      <Dialog open={returning} title={t('return_to_author')} onClose={() => setReturning(false)}>
        <TextArea label={t('reason_to_author')} rows={3} value={reason} onChange={setReason} />
        <Actions>
          <Button onClick={() => setReturning(false)}>{t('leave_undone')}</Button>
          <Button
            kind="filled"
            onClick={async () => {
              if (await moderating.send({ params, body: { to: 'returned', reason } })) setReturning(false)
            }}
          >
            {t('return_to_author')}
          </Button>
        </Actions>
      </Dialog>
    </li>
  )
}
