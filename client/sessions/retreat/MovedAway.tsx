import { streams } from '@consultation/shared/live.ts'
import { type PlaceInRetreat, readRetreat } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useEffect, useEffectEvent } from 'react'
import type { RefusalError } from '../../api.ts'
import { useFollow } from '../../follow.ts'
import { useMe } from '../../me.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { refresh, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

type Props = { sessionId: string; place: PlaceInRetreat; refusal: RefusalError }

/** The room is closed to a delegation that was in it until now: where it has its place instead, and the way there. */
export function MovedAway({ sessionId, place, refusal }: Props) {
  const t = useWords('breakout')
  const retreat = useView(readRetreat, { params: { retreatId: place.retreatId } })
  const { acting } = useMe()
  const again = () => void refresh(readRetreat, { retreatId: place.retreatId })
  const look = useEffectEvent(again)
  // The page of the retreat may have been read before the move.
  useEffect(() => look(), [])
  useFollow(acting && streams.delegation(acting.delegationId), () => 'now', again)
  const groups = retreat.slots.find(({ id }) => id === place.slotId)?.sessions ?? []
  const own = groups.find((one) => one.own === 'placed')
  // Refused for another reason than that it sits elsewhere.
  if (own?.sessionId === sessionId || place.kind !== 'breakouts') throw refusal
  const group = own && inLanguage(own.title, t.language).text
  return (
    <div className="column">
      <PageHead title={t('moved_away')} within={{ title: place.reference }} />
      <div className="stack">
        <p role="status">
          {own ? t('moved_to_group', { number: own.number, group: group ?? '' }) : t('moved_nowhere')}
        </p>
        <p>{t('moved_keeps')}</p>
        <Actions>
          {own && (
            <LinkButton
              kind="filled"
              to={own.state === 'open' ? '/sessions/:sessionId/room' : '/sessions/:sessionId'}
              params={{ sessionId: own.sessionId }}
            >
              {t('to_own_group')}
            </LinkButton>
          )}
          <LinkButton to="/retreats/:retreatId" params={{ retreatId: place.retreatId }}>
            {t('to_retreat')}
          </LinkButton>
        </Actions>
      </div>
    </div>
  )
}
