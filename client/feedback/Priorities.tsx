import { type DeskView, readDesk, setPriorities } from '@consultation/shared/feedback.ts'
import { PRIORITIES_MAX } from '@consultation/shared/rules/feedback.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { RefusalNotice } from '../ui/Notice.tsx'
import { refresh, renew, useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'

/** The findings that matter most, in the delegation’s own order: each change is sent at once. */
export function usePriorities(desk: DeskView) {
  const setting = useCall(setPriorities)
  const params = { retreatId: desk.retreatId }
  return {
    order: desk.priorities.findingIds,
    busy: setting.status === 'sending',
    refusal: setting.refusal,
    async set(findingIds: string[]) {
      const reply = await setting.send({ params, body: { findingIds }, revision: desk.priorities.revision })
      if (reply) renew(readDesk, { params }, { ...desk, priorities: reply })
      // A colleague’s order may stand by now.
      else void refresh(readDesk, params)
    },
  }
}

type Props = { desk: DeskView; priorities: ReturnType<typeof usePriorities> }

export function Priorities({ desk, priorities }: Props) {
  const t = useWords('feedback')
  const { order, set, busy, refusal } = priorities
  if (desk.delegationId === null) return null
  const findings = order.flatMap((id) => desk.findings.find(({ findingId }) => findingId === id) ?? [])
  const moved = (from: number, to: number) => {
    const next = order.filter((_, at) => at !== from)
    next.splice(to, 0, order[from]!)
    void set(next)
  }
  return (
    <section className="stack" aria-labelledby="priorities">
      <h2 id="priorities">{t('priorities_title')}</h2>
      <p className="quiet">{t('priorities_lead', { max: PRIORITIES_MAX })}</p>
      <RefusalNotice refusal={refusal} />
      {findings.length === 0 ? (
        <Empty>
          <p>{t('no_priorities')}</p>
        </Empty>
      ) : (
        <ol className="priorities">
          {findings.map(({ findingId, number, title }, at) => (
            <li key={findingId}>
              <span>
                {at + 1}. {t('finding_short', { number })} <Name of={title} />
              </span>
              {desk.may.prioritize && (
                <span className="row no-print">
                  {at > 0 && (
                    <Button busy={busy} aria-label={t('earlier_finding', { number })} onClick={() => moved(at, at - 1)}>
                      <span aria-hidden="true">↑</span>
                    </Button>
                  )}
                  {at < findings.length - 1 && (
                    <Button busy={busy} aria-label={t('later_finding', { number })} onClick={() => moved(at, at + 1)}>
                      <span aria-hidden="true">↓</span>
                    </Button>
                  )}
                  <Button
                    kind="quiet"
                    busy={busy}
                    aria-label={t('not_priority_finding', { number })}
                    onClick={() => void set(order.filter((id) => id !== findingId))}
                  >
                    {t('not_priority')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
