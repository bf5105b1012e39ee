import { inLanguage } from '@consultation/shared/text.ts'
import { useWords } from '../../words/index.ts'
import { Fitting } from '../Fitting.tsx'
import type { Room } from '../use-room.ts'
import { reportNow } from './report.ts'
import './retreat.css'

/** Letters up to which five points stand on one screen in the larger size. */
const LONG = 450

/** For the hall: the points of the group that reports, five at most, and that somebody dissented. */
export function ScreenReport({ room }: { room: Room }) {
  const t = useWords('breakout')
  const report = reportNow(room.view)
  if (!report) return <p className="screen-message">{t('no_report_yet')}</p>
  const length = report.points.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <div className={length > LONG ? 'screen-part screen-report long' : 'screen-part screen-report'}>
      <h2>{t('report_of', { number: report.number, group: inLanguage(report.title, t.language).text })}</h2>
      <Fitting
        key={report.id}
        lines={report.points.map(({ id, text }) => ({ key: id, line: <span dir="auto">{text}</span> }))}
        numbered
        turns
      />
      {report.dissents.length > 0 && <p className="quiet">{t('dissents_count', { count: report.dissents.length })}</p>}
    </div>
  )
}
