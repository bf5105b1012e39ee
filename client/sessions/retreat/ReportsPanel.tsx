import { directScreen } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Button } from '../../ui/Button.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { SeatName } from '../Seat.tsx'
import type { Room } from '../use-room.ts'
import { reportNow, reportsTo } from './report.ts'
import './retreat.css'

/** In the plenary: what each group brought back, the one that is being reported first and unfolded. */
export function ReportsPanel({ room }: { room: Room }) {
  const t = useWords('breakout')
  const { view } = room
  const directing = useCall(directScreen)
  const session = view.sessions[0]
  const reports = reportsTo(view)
  const now = reportNow(view)
  if (reports.length === 0 || !session) return null
  const speaking = view.speakers.find(({ state }) => state === 'speaking')
  return (
    <section aria-labelledby="reports-title">
      <h3 id="reports-title">{t('reports_of_groups')}</h3>
      <RefusalNotice refusal={directing.refusal} />
      {session.state === 'open' && view.may['screen.direct'] && session.screen.show !== 'report' && (
        <p className="no-print">
          <Button
            kind="quiet"
            busy={directing.status === 'sending'}
            onClick={() =>
              void directing.send({
                params: { sessionId: view.sessionId },
                body: { show: 'report', message: session.screen.message },
              })
            }
          >
            {t('report_on_screen')}
          </Button>
        </p>
      )}
      {reports.map((report) => (
        <details key={report.id} open={report.id === now?.id}>
          <summary>
            {t('report_of', { number: report.number, group: inLanguage(report.title, t.language).text })}
            {speaking && report.speakerId === speaking.id && (
              <span className="small quiet"> · {t('is_being_reported')}</span>
            )}
          </summary>
          <ol className="group-points said">
            {report.points.map(({ id, text }) => (
              <li key={id}>
                <p dir="auto">{text}</p>
              </li>
            ))}
          </ol>
          {report.signed !== null && <p className="small quiet">{t('signed_by_count', { count: report.signed })}</p>}
          {report.dissents.map(({ seat, note }) => (
            <blockquote key={note} className="dissent">
              <p className="small">
                {t('dissents_in_words')} <SeatName seat={seat} />
              </p>
              <p className="said" dir="auto">
                {note}
              </p>
            </blockquote>
          ))}
        </details>
      ))}
    </section>
  )
}
