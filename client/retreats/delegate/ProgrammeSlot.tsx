import type { GroupView, RetreatView, SlotView } from '@consultation/shared/retreats.ts'
import { sessionCalendar } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { download, RefusalError } from '../../api.ts'
import { Link } from '../../navigation.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Name } from '../../ui/Name.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { tell } from '../../ui/Toast.tsx'
import { When } from '../../ui/When.tsx'
import { useWords } from '../../words/index.ts'
import { GroupFacts } from '../GroupFacts.tsx'
import { GroupReport } from '../GroupReport.tsx'
import { inNumberOrder, ownGroupOf } from '../programme.ts'
import { SlotHours } from '../SlotHours.tsx'

type Props = { retreat: RetreatView; slot: SlotView; onDecline: (group: GroupView) => void }

/** A part of the programme: the delegation’s own place first and whole, the other groups folded beneath it. */
export function ProgrammeSlot({ retreat, slot, onDecline }: Props) {
  const t = useWords('retreat-delegate')
  const own = ownGroupOf(slot)
  const others = inNumberOrder(slot.sessions).filter(({ sessionId }) => sessionId !== own?.sessionId)
  const declined = slot.sessions.find((one) => one.own === 'declined')
  const breakouts = slot.kind === 'breakouts'
  // A plenary is everybody’s, also before its invitation has gone out.
  const plenary = breakouts || own ? undefined : slot.sessions[0]
  return (
    <li className="slot" data-own={own ? true : undefined}>
      <SlotHours of={slot} zone={retreat.zone} />
      <div className="slot-what">
        <h4>
          <Name of={slot.title} />
        </h4>
        {own && (
          <div className="own-group">
            {breakouts && (
              <p>
                <strong>
                  {t('your_group', { number: own.number, group: inLanguage(own.title, t.language).text })}
                </strong>
              </p>
            )}
            <GroupFacts group={own} findings={retreat.findings} />
            {own.state === 'open' && (
              <p>
                <StateMark shape="full">{t('group_is_open')}</StateMark>
              </p>
            )}
            {own.state === 'closed' && (
              <p>
                <StateMark shape="done">{t('group_has_met')}</StateMark>
              </p>
            )}
            <OwnSteps group={own} onDecline={onDecline} />
            {own.reportBack && <GroupReport report={own.reportBack} />}
          </div>
        )}
        {plenary && <GroupFacts group={plenary} findings={retreat.findings} />}
        {declined && !own && (
          <p>
            <StateMark shape="none">
              {t('group_declined', { group: inLanguage(declined.title, t.language).text })}
            </StateMark>
          </p>
        )}
        {breakouts && !slot.assignedAt && (
          <p className="small quiet">
            {slot.choiceUntil
              ? t.rich('groups_by_choice', { when: <When at={slot.choiceUntil} /> })
              : t('groups_to_be_told')}
          </p>
        )}
        {breakouts && slot.assignedAt && !own && !declined && <p className="quiet">{t('in_no_group_here')}</p>}
        {breakouts && others.length > 0 && (
          <details>
            <summary>{t(own ? 'other_groups' : 'groups_of_part', { count: others.length })}</summary>
            <ul className="group-list">
              {others.map((group) => (
                <li key={group.sessionId}>
                  <p>
                    {group.number}. <Name of={group.title} />
                  </p>
                  <GroupFacts group={group} findings={retreat.findings} />
                  {group.reportBack && <GroupReport report={group.reportBack} />}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}

function OwnSteps({ group, onDecline }: { group: GroupView; onDecline: Props['onDecline'] }) {
  const t = useWords('retreat-delegate')
  const [fetching, setFetching] = useState(false)
  const params = { sessionId: group.sessionId }
  const title = inLanguage(group.title, t.language).text

  async function fetchCalendar() {
    setFetching(true)
    try {
      await download(sessionCalendar, { params })
    } catch (error) {
      tell(t(error instanceof RefusalError ? error.code : 'unexpected'))
    } finally {
      setFetching(false)
    }
  }

  return (
    <div className="row no-print">
      {group.may.enter && group.state === 'open' && (
        <LinkButton to="/sessions/:sessionId/room" params={params}>
          {t('into_the_room')}
        </LinkButton>
      )}
      {group.may.enter && (
        <Link to="/sessions/:sessionId" params={params}>
          {t('about_session')}
          <span className="visually-hidden"> {title}</span>
        </Link>
      )}
      {group.state === 'announced' && (
        <Button kind="quiet" busy={fetching} onClick={() => void fetchCalendar()}>
          {t('slot_calendar')}
          <span className="visually-hidden"> {title}</span>
        </Button>
      )}
      {group.may.decline && (
        <Button kind="quiet" onClick={() => onDecline(group)}>
          {t('decline_group')}
          <span className="visually-hidden"> {title}</span>
        </Button>
      )}
    </div>
  )
}
