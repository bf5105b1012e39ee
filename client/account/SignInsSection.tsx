import { endSignIn, listSignIns, signOutEverywhere } from '@consultation/shared/sign-in.ts'
import { useState } from 'react'
import { forgetMe } from '../me.tsx'
import { goTo } from '../navigation.tsx'
import { AskOnceMore } from '../ui/AskOnceMore.tsx'
import { Button } from '../ui/Button.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StackingTable } from '../ui/Table.tsx'
import { tell } from '../ui/Toast.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useCall, useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'

export function SignInsSection() {
  const t = useWords('account')
  const reading = useRead(listSignIns, {})
  const ending = useCall(endSignIn)
  const [asking, setAsking] = useState(false)

  async function end(id: string) {
    if (!(await ending.send({ params: { id } }))) return
    tell(t('sign_in_ended'))
    await refresh(listSignIns)
  }

  return (
    <section aria-labelledby="sign-ins" className="stack">
      <h2 id="sign-ins">{t('where_signed_in')}</h2>
      <p>{t('devices_lead')}</p>
      <RefusalNotice refusal={reading.status === 'refused' ? reading.refusal : ending.refusal} />
      {reading.status === 'loading' && <Skeleton lines={3} />}
      {reading.status === 'ready' && (
        <StackingTable
          caption={<span className="visually-hidden">{t('where_signed_in')}</span>}
          rows={reading.view.signIns}
          keyOf={({ id }) => id}
          columns={[
            {
              name: t('device'),
              cell: ({ device, current }) => (
                <>
                  <bdi>{device}</bdi> {current && <span className="quiet">({t('this_device')})</span>}
                </>
              ),
            },
            { name: t('since'), cell: ({ startedAt }) => <When at={startedAt} show="date" /> },
            { name: t('last_seen'), cell: ({ seenAt }) => <When at={seenAt} show="moment" /> },
            {
              name: t('action'),
              unseen: true,
              number: true,
              cell: ({ id, current }) =>
                !current && (
                  <Button kind="quiet" onClick={() => void end(id)}>
                    {t('end_sign_in')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <div>
        <Button kind="warning" onClick={() => setAsking(true)}>
          {t('sign_out_everywhere')}
        </Button>
      </div>
      <Everywhere open={asking} onClose={() => setAsking(false)} />
    </section>
  )
}

function Everywhere({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords('account')
  const { send, refusal, status } = useCall(signOutEverywhere)
  return (
    <AskOnceMore
      open={open}
      verb={t('sign_out_everywhere')}
      onSure={async () => {
        if (!(await send({}))) return
        forgetMe()
        goTo('/')
      }}
      leave={t('close')}
      onLeave={onClose}
      call={{ status, refusal }}
    >
      <p>{t('sign_out_everywhere_text')}</p>
    </AskOnceMore>
  )
}
