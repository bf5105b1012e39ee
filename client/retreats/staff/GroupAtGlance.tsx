import { answerCall, type GroupView, readRetreat } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useEffect, useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Name } from '../../ui/Name.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { type MarkShape, StateMark } from '../../ui/StateMark.tsx'
import { When } from '../../ui/When.tsx'
import { refresh, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { minutesLeft } from '../programme.ts'
import { Names } from './Names.tsx'
import { ReportState } from './ReportState.tsx'

const STATE = {
  draft: ['group_not_told', 'empty'],
  announced: ['group_not_open', 'empty'],
  open: ['group_meets', 'full'],
  closed: ['group_has_ended', 'done'],
  cancelled: ['group_is_cancelled', 'none'],
} as const satisfies Record<GroupView['state'], readonly [string, MarkShape]>

type Props = { retreatId: string; group: GroupView /** The server’s clock less this device’s. */; offset: number }

export function GroupAtGlance({ retreatId, group, offset }: Props) {
  const t = useWords('retreat')
  const answering = useCall(answerCall)
  const { sessionId, calls } = group
  const title = inLanguage(group.title, t.language).text
  const [state, shape] = STATE[group.state]
  const again = () => void refresh(readRetreat, { retreatId })

  return (
    <li data-calls={(calls?.length ?? 0) > 0 || undefined}>
      <h2 id={`group-${sessionId}`} tabIndex={-1}>
        {group.kind === 'breakouts' && `${group.number}. `}
        <Name of={group.title} />
      </h2>
      <p className="small">
        <StateMark shape={shape}>{t(state)}</StateMark>
        {group.state === 'open' && (
          <>
            {' · '}
            <TimeLeft endsAt={group.endsAt} offset={offset} />
          </>
        )}
      </p>
      {calls?.map(({ id, note, at }) => (
        <div key={id} className="call">
          <p>
            <StateMark shape="attention">
              {t('called_at')} <When at={at} show="time" />
            </StateMark>
          </p>
          {note && <p dir="auto">{note}</p>}
          <RefusalNotice refusal={answering.refusal} />
          <Button
            busy={answering.status === 'sending'}
            aria-label={t('answer_call_of', { group: title })}
            onClick={() => void answering.send({ params: { callId: id } }).then((done) => done && again())}
          >
            {t('answer_call')}
          </Button>
        </div>
      ))}
      <dl className="retreat-facts small">
        <dt>{t('present_of')}</dt>
        <dd>{t('present_out_of', { count: group.present ?? 0, of: group.assigned?.length ?? 0 })}</dd>
        {group.phase && (
          <>
            <dt>{t('board_is_at')}</dt>
            <dd>{t('phase_short', { phase: group.phase })}</dd>
          </>
        )}
        {group.reportBack && (
          <>
            <dt>{t('points_of_group')}</dt>
            <dd>
              <ReportState retreatId={retreatId} group={group} />
            </dd>
          </>
        )}
      </dl>
      {group.kind === 'breakouts' && (
        <Names ids={(group.assigned ?? []).map(({ delegationId }) => delegationId)} of={t('placed_here')} />
      )}
      <div className="row no-print">
        {group.may.enter && (
          <LinkButton
            kind="quiet"
            to="/sessions/:sessionId/room"
            params={{ sessionId }}
            aria-label={t('go_into_group', { group: title })}
          >
            {t('go_into_room')}
          </LinkButton>
        )}
      </div>
    </li>
  )
}

/** Whole minutes, so that it changes once a minute and not before one’s eyes. */
function TimeLeft({ endsAt, offset }: { endsAt: string; offset: number }) {
  const t = useWords('retreat')
  const [now, setNow] = useState(() => Date.now() + offset)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + offset), 5_000)
    return () => clearInterval(timer)
  }, [offset])
  const left = minutesLeft(endsAt, now)
  return <>{left >= 0 ? t('minutes_left', { count: left }) : t('minutes_over', { count: -left })}</>
}
