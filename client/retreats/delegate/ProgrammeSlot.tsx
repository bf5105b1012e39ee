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

/**
 * A part of the programme: for a delegation its own place first and whole, the other groups folded beneath it. The Review Team
 * has no place in it: it finds all groups, and its way into those in which it has a part.
 */
export function ProgrammeSlot({ retreat, slot, onDecline }: Props) {
  const t = useWords('retreat-delegate')
  const own = ownGroupOf(slot)
  const others = inNumberOrder(slot.sessions).filter(({ sessionId }) => sessionId !== own?.sessionId)
  const declined = slot.sessions.find((one) => one.own === 'declined')
  const breakouts = slot.kind === 'breakouts'
  const takesPart = retreat.delegationId !== null
  // A plenary is everybody’s, also before its invitation has gone out.
  const plenary = breakouts || own ? undefined : slot.sessions[0]
  const groups = (
    <ul className="group-list">
      {others.map((group) => (
        <li key={group.sessionId}>
          <p className={takesPart ? undefined : 'group-named'}>
            {group.number}. <Name of={group.title} />
          </p>
          <Group group={group} retreat={retreat} onDecline={onDecline} />
        </li>
      ))}
    </ul>
  )
  return (
    <li className="slot" data-own={own || slot.sessions.some(({ may }) => may.enter) ? true : undefined}>
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
            <Group group={own} retreat={retreat} onDecline={onDecline} />
          </div>
        )}
        {plenary && <Group group={plenary} retreat={retreat} onDecline={onDecline} />}
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
        {breakouts && takesPart && slot.assignedAt && !own && !declined && (
          <p className="quiet">{t('in_no_group_here')}</p>
        )}
        {breakouts && !takesPart && groups}
        {breakouts && takesPart && others.length > 0 && (
          <details>
            <summary>{t(own ? 'other_groups' : 'groups_of_part', { count: others.length })}</summary>
            {groups}
          </details>
        )}
      </div>
    </li>
  )
}

/** What is known of a group; where it stands and the way in for whoever belongs there. */
function Group({ group, retreat, onDecline }: { group: GroupView } & Pick<Props, 'retreat' | 'onDecline'>) {
  const t = useWords('retreat-delegate')
  const reads = retreat.delegationId === null
  const belongs = group.own === 'placed' || group.may.enter
  return (
    <>
      <GroupFacts group={group} findings={retreat.findings} />
      {reads && group.may.enter && (
        <p>
          <strong>{t('your_part_here')}</strong>
        </p>
      )}
      {(belongs || reads) && group.state === 'open' && (
        <p>
          <StateMark shape="full">{t('group_is_open')}</StateMark>
        </p>
      )}
      {(belongs || reads) && group.state === 'closed' && (
        <p>
          <StateMark shape="done">{t('group_has_met')}</StateMark>
        </p>
      )}
      {belongs && <OwnSteps group={group} onDecline={onDecline} />}
      {group.reportBack?.state === 'reported' && <GroupReport report={group.reportBack} />}
      {group.reportBack?.state === 'given_up' && group.state === 'closed' && (
        <>
          <p>
            <StateMark shape="none">{t('group_without_points')}</StateMark>
          </p>
          <p className="said" dir="auto">
            {group.reportBack.reason}
          </p>
        </>
      )}
    </>
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
