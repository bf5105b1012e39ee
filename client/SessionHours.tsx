import type { SessionSummary } from '@consultation/shared/sessions.ts'
import { clocksDiffer, hoursAt } from './hours.ts'
import { useMyZone } from './me.tsx'
import { useWords } from './words/index.ts'

/** From when to when, by the clock where the session is, and by the reader's own where that differs. */
export function SessionHours({ of }: { of: Pick<SessionSummary, 'startsAt' | 'endsAt' | 'zone'> }) {
  const t = useWords('sessions')
  const own = useMyZone()
  const { startsAt, zone } = of
  const hoursIn = (place: string) => {
    const { untilDate, until, ...hours } = hoursAt(of, t.language, place)
    return t('hours', { ...hours, until: untilDate ? t('date_and_time', { date: untilDate, time: until }) : until })
  }
  return (
    <span className="session-hours">
      <time dateTime={startsAt}>{hoursIn(zone)}</time>
      {clocksDiffer(startsAt, t.language, zone, own) && (
        <>
          <br />
          <span className="quiet">{hoursIn(own)}</span>
        </>
      )}
    </span>
  )
}
