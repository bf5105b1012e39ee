import {
  type DeadlineWarning,
  dayIn,
  deadlineWarnings,
  WORKING_DAYS_MIN,
  workingDaysBetween,
} from '@consultation/shared/rules/deadlines.ts'
import { HOLIDAY_NAMES, headquartersHolidays } from '@consultation/shared/rules/holidays.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import { useWords } from '../../words/index.ts'

/** What to think of before setting this deadline, each in a sentence. It warns and does not forbid, but for what is past. */
export function DeadlineWarnings({ closesAt }: { closesAt: string }) {
  const t = useWords('staff')
  const at = new Date(closesAt)
  const now = new Date()
  const days = workingDaysBetween(now, at)
  const sentence = (warning: DeadlineWarning): string => {
    switch (warning) {
      case 'past':
        return t('warn_past')
      case 'weekend':
        return t('warn_weekend')
      case 'holiday': {
        const day = dayIn(at, NEW_YORK)
        const holiday = headquartersHolidays(Number(day.slice(0, 4))).find(({ date }) => date === day)
        return t('warn_holiday', { holiday: holiday ? HOLIDAY_NAMES[holiday.name][t.language] : '' })
      }
      case 'general_debate':
        return t('warn_general_debate')
      case 'short':
        return t('warn_short', { count: days, least: WORKING_DAYS_MIN })
    }
  }
  const warnings = deadlineWarnings(at, now)
  // Of a moment that is past it is idle to count the days.
  const told = warnings.includes('past') ? warnings.filter((warning) => warning !== 'short') : warnings
  return (
    <div role="status">
      {told.length === 0 ? (
        <p className="small quiet">{t('working_days_left', { count: days })}</p>
      ) : (
        <ul className="deadline-warnings">
          {told.map((warning) => (
            <li key={warning}>{sentence(warning)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
