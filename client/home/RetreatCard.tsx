import type { HomeView } from '@consultation/shared/home.ts'
import { Link } from '../navigation.tsx'
import { SessionHours } from '../SessionHours.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { When } from '../ui/When.tsx'
import { useWords } from '../words/index.ts'

type Props = { retreat: HomeView['retreats'][number]; first: boolean }

/** A retreat ahead: when and where, and what is asked of the delegation until then. */
export function RetreatCard({ retreat, first }: Props) {
  const t = useWords('retreat-delegate')
  const params = { retreatId: retreat.id }
  const [choice] = retreat.toChoose
  return (
    <li className="card">
      <p className="small quiet">
        <Name of={retreat.consultationTitle} />
      </p>
      <h3>
        <Link to="/retreats/:retreatId" params={params}>
          <Name of={retreat.title} />
        </Link>
      </h3>
      {retreat.startsAt && retreat.endsAt && (
        <p>
          <SessionHours of={{ startsAt: retreat.startsAt, endsAt: retreat.endsAt, zone: retreat.zone }} />
        </p>
      )}
      {retreat.place && (
        <p>
          <bdi>{retreat.place}</bdi>
        </p>
      )}
      {retreat.toChoose.map(({ slotId, title, until }) => (
        <p key={slotId}>
          <StateMark shape="empty">
            {t.rich('retreat_card_choose', { when: <When at={until} weekday /> })} · <Name of={title} />
          </StateMark>
        </p>
      ))}
      <p className="small">
        {retreat.toRead > 0 && <>{t('asked_read', { count: retreat.toRead })} · </>}
        {t.rich('retreat_card_feedback', { when: <When at={retreat.feedbackClosesAt} weekday /> })}
      </p>
      <div>
        {choice ? (
          <LinkButton
            kind={first ? 'filled' : 'plain'}
            to="/retreats/:retreatId"
            params={params}
            hash={`choose-${choice.slotId}`}
          >
            {t('retreat_card_choose_now')}
          </LinkButton>
        ) : (
          <LinkButton kind="plain" to="/retreats/:retreatId" params={params}>
            {t('retreat_card_open')}
          </LinkButton>
        )}
      </div>
    </li>
  )
}
