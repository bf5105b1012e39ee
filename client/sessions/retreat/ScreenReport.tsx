import { inLanguage } from '@consultation/shared/text.ts'
import { useWords } from '../../words/index.ts'
import type { Room } from '../use-room.ts'
import { reportNow } from './report.ts'

/** For the hall: the points of the group that reports, five at most, and that somebody dissented. */
export function ScreenReport({ room }: { room: Room }) {
  const t = useWords('breakout')
  const report = reportNow(room.view)
  if (!report) return <p className="screen-message">{t('no_report_yet')}</p>
  const length = report.points.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <div className="screen-part screen-report">
      <h2>{t('report_of', { number: report.number, group: inLanguage(report.title, t.language).text })}</h2>
      <ol className={length > 500 ? 'screen-lines long' : 'screen-lines'}>
        {report.points.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ol>
      {report.dissents.length > 0 && <p className="quiet">{t('dissents_count', { count: report.dissents.length })}</p>}
    </div>
  )
}
