import { formatPartialDay } from '@consultation/shared/house-style.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import type { CSSProperties } from 'react'
import { Name } from '../ui/Name.tsx'
import { useWords } from '../words/index.ts'
import { inOrder, lineOf, standing } from './timeline.ts'

export type Moment = { id: string; label: Translated; on: string; until: string | null }

const place = (at: number, length = 0) => ({ '--at': `${at}%`, '--length': `${length}%` }) as CSSProperties

/** One line of time with numbered marks and today; beneath it the same as a list, which says it all without the picture. */
export function Timeline({ moments, now }: { moments: Moment[]; now: Date }) {
  const t = useWords('staff')
  const line = lineOf(moments, now.getTime())
  if (moments.length === 0) return <p className="quiet">{t('no_milestones')}</p>
  const wordOf = ({ on, until }: Moment) =>
    until && until !== on
      ? t('day_span', { from: formatPartialDay(on, t.language), until: formatPartialDay(until, t.language) })
      : formatPartialDay(on, t.language)
  return (
    <section aria-label={t('milestones')} className="timeline">
      <div className="timeline-line" aria-hidden="true">
        {line.years.map(({ year, at }) => (
          <span key={year} className="timeline-year" style={place(at)}>
            {year}
          </span>
        ))}
        {line.marks.map(({ first, last, of, at, length }) => (
          <span
            key={first}
            className="timeline-mark"
            data-standing={standing(of[0]!.on, of.at(-1)!.until, now.getTime())}
            style={place(at, length)}
            title={of.map(({ label }) => inLanguage(label, t.language).text).join(' · ')}
          >
            <span className="timeline-number">{first === last ? first : `${first}–${last}`}</span>
          </span>
        ))}
        {line.today !== null && (
          <span className="timeline-today" style={place(line.today)}>
            <span>{t('today_mark')}</span>
          </span>
        )}
      </div>
      <ol className="timeline-list">
        {inOrder(moments).map((moment) => {
          const stands = standing(moment.on, moment.until, now.getTime())
          return (
            <li key={moment.id} data-standing={stands}>
              <span className="timeline-day">
                {wordOf(moment)}
                {stands === 'now' && <> · {t('under_way')}</>}
              </span>{' '}
              <Name of={moment.label} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}
