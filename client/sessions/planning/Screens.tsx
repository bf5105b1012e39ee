import { addScreen, listScreens, revokeScreen } from '@consultation/shared/sessions.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { tell } from '../../ui/Toast.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, useCall, useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

/** Addresses for plenary screens. Each is shown once: only who has it can open it, and it can be taken back. */
export function Screens({ sessionId, mayAdd }: { sessionId: string; mayAdd: boolean }) {
  const t = useWords('planning')
  const reading = useRead(listScreens, { params: { sessionId } })
  const making = useCall(addScreen)
  const revoking = useCall(revokeScreen)
  const [address, setAddress] = useState<string | null>(null)

  async function make() {
    const reply = await making.send({ params: { sessionId } })
    if (!reply) return
    setAddress(new URL(reply.path, location.origin).href)
    await refresh(listScreens, { sessionId })
  }
  async function revoke(screenId: string) {
    if (!(await revoking.send({ params: { screenId } }))) return
    tell(t('screen_is_dark'))
    await refresh(listScreens, { sessionId })
  }
  async function copy() {
    if (!address) return
    try {
      await navigator.clipboard.writeText(address)
      tell(t('address_copied'))
    } catch {
      // Not every browser lets a page write there: the address stands beside the button.
      tell(t('address_not_copied'))
    }
  }

  return (
    <section className="stack" aria-labelledby="screens">
      <h2 id="screens">{t('plenary_screens')}</h2>
      <p className="quiet">{t('plenary_screens_help')}</p>
      {address && (
        <Notice kind="done" role="status">
          <p>{t('screen_address_once')}</p>
          <p className="screen-address">
            <code dir="ltr">{address}</code>
            <Button onClick={() => void copy()}>{t('copy_address')}</Button>
          </p>
        </Notice>
      )}
      {reading.status === 'loading' && <Skeleton />}
      {reading.status === 'ready' && reading.view.screens.length > 0 && (
        <ul className="part-list">
          {reading.view.screens.map(({ id, madeAt, revokedAt }, at) => (
            <li key={id} className="row">
              <StateMark shape={revokedAt ? 'none' : 'done'}>
                {t('screen_no', { number: at + 1 })} · {t(revokedAt ? 'screen_revoked' : 'screen_in_use')}
              </StateMark>
              <span className="small quiet">
                <When at={revokedAt ?? madeAt} show="moment" />
              </span>
              {!revokedAt && (
                <Button
                  kind="warning"
                  aria-label={t('revoke_screen_no', { number: at + 1 })}
                  busy={revoking.status === 'sending'}
                  onClick={() => void revoke(id)}
                >
                  {t('revoke_screen')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <RefusalNotice
        refusal={making.refusal ?? revoking.refusal ?? (reading.status === 'refused' ? reading.refusal : null)}
      />
      {mayAdd && (
        <div>
          <Button busy={making.status === 'sending'} onClick={() => void make()}>
            {t('make_screen')}
          </Button>
        </div>
      )}
    </section>
  )
}
