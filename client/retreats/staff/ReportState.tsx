import { bringToPlenary, type GroupView, readRetreat } from '@consultation/shared/retreats.ts'
import type { ReportBackState } from '@consultation/shared/rules/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Button } from '../../ui/Button.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { type MarkShape, StateMark } from '../../ui/StateMark.tsx'
import { tell } from '../../ui/Toast.tsx'
import { refresh, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { GroupReport } from '../GroupReport.tsx'

const REPORT = {
  drafting: ['points_drafted', 'part'],
  put: ['points_are_put', 'handed'],
  signed: ['points_are_signed', 'done'],
  reported: ['points_are_in_plenary', 'done'],
  given_up: ['points_given_up', 'none'],
} as const satisfies Record<ReportBackState, readonly [string, MarkShape]>

/** Where the points of a group stand, what they are once they were put, and the way into the plenary. */
export function ReportState({ retreatId, group }: { retreatId: string; group: GroupView }) {
  const t = useWords('retreat')
  const { send, status, refusal } = useCall(bringToPlenary)
  const { sessionId, reportBack } = group
  if (!reportBack) return null
  const title = inLanguage(group.title, t.language).text
  const [word, shape] = REPORT[reportBack.state]

  async function bring() {
    if (!(await send({ params: { sessionId }, body: {} }))) return
    void refresh(readRetreat, { retreatId })
    tell(t('points_were_brought', { group: title }))
  }
  return (
    <>
      <StateMark shape={shape}>{t(word, { count: reportBack.points.length || (group.pointsSoFar ?? 0) })}</StateMark>
      {reportBack.state === 'given_up' && (
        <p className="said" dir="auto">
          {reportBack.reason}
        </p>
      )}
      {(reportBack.state === 'signed' || reportBack.state === 'reported') && <GroupReport report={reportBack} />}
      <RefusalNotice refusal={refusal} />
      {reportBack.state === 'signed' && reportBack.reportsTo && (
        <div className="no-print">
          <Button
            busy={status === 'sending'}
            aria-label={t('bring_points_of', { group: title })}
            onClick={() => void bring()}
          >
            {t('bring_points')}
          </Button>
        </div>
      )}
    </>
  )
}
