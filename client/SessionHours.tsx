import { formatDate, formatDateTime, formatTime, zoneName } from '@consultation/shared/house-style.ts'
import type { SessionSummary } from '@consultation/shared/sessions.ts'
import { useMyZone } from './me.tsx'
import { useWords } from './words/index.ts'

/** From when to when, by the clock where the session is, and by the reader's own where that differs. */
export function SessionHours({ of }: { of: Pick<SessionSummary, 'startsAt' | 'endsAt' | 'zone'> }) {
  const t = useWords('sessions')
  const own = useMyZone()
  const { startsAt, endsAt, zone } = of
  const hoursIn = (place: string) => {
    const date = formatDate(startsAt, t.language, place, { weekday: true })
    const sameDay = formatDate(endsAt, t.language, place, { weekday: true }) === date
    const until = sameDay ? formatTime(endsAt, t.language, place) : formatDateTime(endsAt, t.language, place)
    return t('hours', {
      date,
      from: formatTime(startsAt, t.language, place),
      until,
      zone: zoneName(place, t.language, startsAt),
    })
  }
  const same = formatDateTime(startsAt, t.language, own).replace(/ ?[(（].*$/, '')
  const differs = same !== formatDateTime(startsAt, t.language, zone).replace(/ ?[(（].*$/, '')
  return (
    <span className="session-hours">
      <time dateTime={startsAt}>{hoursIn(zone)}</time>
      {differs && (
        <>
          <br />
          <span className="quiet">{hoursIn(own)}</span>
        </>
      )}
    </span>
  )
}
