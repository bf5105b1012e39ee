import { formatDate, formatDateTime, formatTime, NEW_YORK, zoneName } from '@consultation/shared/house-style.ts'
import { useMyZone } from '../me.tsx'
import { useLanguage, useWords } from '../words/index.ts'

type Props = {
  at: string
  /** `date`: the day alone. `time`: today's hour alone. `moment`: both, at the reader's clock. `both` (as usual): day and hour in New York and at the reader's clock. */
  show?: 'date' | 'time' | 'moment' | 'both'
  weekday?: boolean
}

/** A moment as the Organization writes it, in New York time; beside it the reader's own where that differs. */
export function When({ at, show = 'both', weekday = false }: Props) {
  const t = useWords()
  const language = useLanguage()
  const zone = useMyZone()
  if (show === 'date') return <time dateTime={at}>{formatDate(at, language, zone, { weekday })}</time>
  if (show === 'time') return <time dateTime={at}>{formatTime(at, language, zone)}</time>
  if (show === 'moment') {
    const [date, time] = [formatDate(at, language, zone, { weekday }), formatTime(at, language, zone)]
    return <time dateTime={at}>{t('date_and_time', { date, time })}</time>
  }
  const newYork = formatDateTime(at, language, NEW_YORK, { weekday })
  const sameDay = formatDate(at, language, zone) === formatDate(at, language)
  if (sameDay && formatTime(at, language, zone) === formatTime(at, language))
    return <time dateTime={at}>{newYork}</time>
  const here = sameDay
    ? `${formatTime(at, language, zone)} (${zoneName(zone, language, at)})`
    : formatDateTime(at, language, zone, { weekday })
  return <time dateTime={at}>{t('here_too', { when: newYork, here })}</time>
}
