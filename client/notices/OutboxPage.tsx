import { directionOf, LANGUAGES } from '@consultation/shared/languages.ts'
import { listMails, type MAIL_STATES, type MailView } from '@consultation/shared/notices.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { type MarkShape, StateMark } from '../ui/StateMark.tsx'
import { When } from '../ui/When.tsx'
import { refresh, useRead } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import './outbox.css'

type Mail = z.infer<typeof MailView>

const STATE = {
  waiting: { word: 'mail_waiting', shape: 'part' },
  sent: { word: 'mail_sent', shape: 'done' },
  kept: { word: 'mail_kept', shape: 'covered' },
  failed: { word: 'mail_failed', shape: 'attention' },
} as const satisfies Record<(typeof MAIL_STATES)[number], { word: string; shape: MarkShape }>

/** The letters of the platform: those it could not send stand here, for an administrator to hand on. */
export function OutboxPage() {
  const t = useWords('people')
  return (
    <div className="column">
      <PageHead title={t('nav_outbox')} lead={t('outbox_lead')}>
        <Button onClick={() => void refresh(listMails)}>{t('look_again')}</Button>
      </PageHead>
      <Mails cursor={null} />
    </div>
  )
}

function Mails({ cursor }: { cursor: string | null }) {
  const t = useWords('people')
  const [more, showMore] = useState(false)
  const reading = useRead(listMails, { query: cursor ? { cursor } : {} })
  switch (reading.status) {
    case 'loading':
      return <Skeleton />
    case 'refused':
      return <RefusalNotice refusal={reading.refusal} />
    case 'ready': {
      const { mails, next } = reading.view
      if (mails.length === 0 && !cursor) {
        return (
          <Empty>
            <p>{t('no_mails')}</p>
          </Empty>
        )
      }
      return (
        <>
          <ul className="mails">
            {mails.map((mail) => (
              <MailLine key={mail.id} mail={mail} />
            ))}
          </ul>
          {next &&
            (more ? <Mails cursor={next} /> : <Button onClick={() => showMore(true)}>{t('earlier_mails')}</Button>)}
        </>
      )
    }
  }
}

function MailLine({ mail: { to, subject, text, language, at, state } }: { mail: Mail }) {
  const t = useWords('people')
  const written = LANGUAGES.find((one) => one === language) ?? 'en'
  return (
    <li>
      <details className="mail">
        <summary>
          <span className="mail-subject" lang={written} dir={directionOf(written)}>
            {subject}
          </span>
          <span className="mail-facts small quiet">
            <bdi>{to}</bdi>
            <When at={at} show="moment" />
            <StateMark shape={STATE[state].shape}>{t(STATE[state].word)}</StateMark>
          </span>
        </summary>
        <div className="mail-text" lang={written} dir={directionOf(written)}>
          {text}
        </div>
      </details>
    </li>
  )
}
