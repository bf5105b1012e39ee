import type { ReportBackView, Seat } from '@consultation/shared/room-view.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useDelegations } from '../reference.ts'
import { useWords } from '../words/index.ts'

/** What a group brought to the plenary: its points, how many signed where that may be said, and dissent in its words. */
export function GroupReport({ report }: { report: ReportBackView }) {
  const t = useWords('retreat-delegate')
  const { nameOf } = useDelegations()
  const dissenting = (seat: Seat) =>
    seat.kind === 'delegation' ? inLanguage(nameOf(seat.delegationId), t.language).text : t('a_delegation_of_group')
  return (
    <details className="group-report">
      <summary>{t('group_brought_back', { group: inLanguage(report.title, t.language).text })}</summary>
      <ol className="said">
        {report.points.map(({ id, text }) => (
          <li key={id}>
            <p dir="auto">{text}</p>
          </li>
        ))}
      </ol>
      {report.signed !== null && <p className="small quiet">{t('group_signed', { count: report.signed })}</p>}
      {report.dissents.map(({ seat, note }) => (
        <blockquote key={note} className="group-dissent">
          <p className="small">{t('group_dissent', { delegation: dissenting(seat) })}</p>
          <p className="said" dir="auto">
            {note}
          </p>
        </blockquote>
      ))}
    </details>
  )
}
