import { announceSession, cancelSession, readSession, type SessionView } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { useDelegations } from '../../reference.ts'
import { AskOnceMore } from '../../ui/AskOnceMore.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { tell } from '../../ui/Toast.tsx'
import { renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import './arranging.css'
import { ROLE, Roles } from './Roles.tsx'
import { Screens } from './Screens.tsx'

/** What staff do with a session: announce it, change it, give out the parts, set up the screens, cancel it. */
export function Arranging({ session }: { session: SessionView }) {
  const t = useWords('planning')
  const comma = useWords('staff')('list_comma')
  const { nameOf } = useDelegations()
  const [asked, setAsked] = useState<'announce' | 'cancel' | 'roles' | null>(null)
  const { may, invited } = session
  const params = { sessionId: session.id }
  const names = invited.map(({ delegationId }) => inLanguage(nameOf(delegationId), t.language).text)
  const close = () => setAsked(null)

  return (
    <>
      <section className="stack" aria-labelledby="guests">
        <h2 id="guests">
          {t('session_guests')} <span className="quiet">{t('guests_count', { count: invited.length })}</span>
        </h2>
        {names.length > 0 && (
          <details>
            <summary>{t('show_names')}</summary>
            <p>{names.toSorted(new Intl.Collator(t.language).compare).join(comma)}</p>
          </details>
        )}
      </section>
      <section className="stack" aria-labelledby="parts">
        <h2 id="parts">{t('parts_in_room')}</h2>
        <ul className="part-list">
          {session.roles.map(({ personId, name, role }) => (
            <li key={`${personId} ${role}`}>
              {t(ROLE[role])}: <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
        {may.edit && (
          <div>
            <Button onClick={() => setAsked('roles')}>{t('give_out_parts')}</Button>
          </div>
        )}
      </section>
      {session.state !== 'cancelled' && <Screens sessionId={session.id} mayAdd={may.edit} />}
      {(may.edit || may.announce || may.cancel) && (
        <section className="stack" aria-labelledby="arrange">
          <h2 id="arrange">{t('arrange_session')}</h2>
          {may.announce && <p className="quiet">{t('nobody_told_yet')}</p>}
          <Actions>
            {may.announce && (
              <Button kind="filled" onClick={() => setAsked('announce')}>
                {t('announce_session')}
              </Button>
            )}
            {may.edit && (
              <LinkButton to="/sessions/:sessionId/edit" params={params}>
                {t('edit_session')}
              </LinkButton>
            )}
            {may.cancel && (
              <Button kind="warning" onClick={() => setAsked('cancel')}>
                {t('cancel_session')}
              </Button>
            )}
          </Actions>
        </section>
      )}
      <Announce session={session} open={asked === 'announce'} onClose={close} />
      <CancelIt session={session} open={asked === 'cancel'} onClose={close} />
      {asked === 'roles' && <Roles session={session} onClose={close} />}
    </>
  )
}

type Asked = { session: SessionView; open: boolean; onClose: () => void }

function Announce({ session, open, onClose }: Asked) {
  const t = useWords('planning')
  const { send, status, refusal } = useCall(announceSession)
  const params = { sessionId: session.id }
  async function announce() {
    const reply = await send({ params })
    if (!reply) return
    renew(readSession, { params }, reply)
    tell(t('session_is_announced'))
    onClose()
  }
  return (
    <AskOnceMore
      open={open}
      kind="filled"
      verb={t('announce_session')}
      onSure={announce}
      leave={t('close')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t('announce_means', { count: session.invited.length })}</p>
    </AskOnceMore>
  )
}

function CancelIt({ session, open, onClose }: Asked) {
  const t = useWords('planning')
  const { send, status, refusal } = useCall(cancelSession)
  const [reason, setReason] = useState('')
  const params = { sessionId: session.id }
  async function cancel() {
    const reply = await send({ params, body: { reason } })
    if (!reply) return
    renew(readSession, { params }, reply)
    tell(t('session_is_cancelled'))
    onClose()
  }
  return (
    <AskOnceMore
      open={open}
      verb={t('cancel_session')}
      onSure={cancel}
      leave={t('keep_session')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>
        {session.announcedAt ? t('cancel_means', { count: session.invited.length }) : t('cancel_means_unannounced')}
      </p>
      {session.announcedAt && (
        <TextArea
          label={t('reason_for_cancelling')}
          help={t('reason_for_cancelling_help')}
          optional
          rows={3}
          maxLength={1_000}
          value={reason}
          onChange={setReason}
        />
      )}
    </AskOnceMore>
  )
}
