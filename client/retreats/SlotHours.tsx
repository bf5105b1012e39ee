import { formatDate, formatTime, zoneName } from '@consultation/shared/house-style.ts'
import { useMyZone } from '../me.tsx'
import { useWords } from '../words/index.ts'

type Props = { of: { startsAt: string; endsAt: string }; zone: string }

/** From when to when by the clock of the retreat, under the heading of its day; by the reader’s own where that differs. */
export function SlotHours({ of: { startsAt, endsAt }, zone }: Props) {
  const t = useWords('retreat-delegate')
  const own = useMyZone()
  const timesIn = (place: string) => ({
    from: formatTime(startsAt, t.language, place),
    until: formatTime(endsAt, t.language, place),
  })
  const here = timesIn(zone)
  const there = timesIn(own)
  const differs =
    here.from !== there.from || formatDate(startsAt, t.language, zone) !== formatDate(startsAt, t.language, own)
  return (
    <span className="slot-hours">
      <time dateTime={startsAt}>{t('hours_from_until', here)}</time>
      {differs && (
        <span className="small quiet">
          {t('from_until_there', { ...there, zone: zoneName(own, t.language, startsAt) })}
        </span>
      )}
    </span>
  )
}
