import { readConsultation } from '@consultation/shared/consultations.ts'
import { addSession, listSessions } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { RefusalError } from '../../api.ts'
import { go, Link, useParams } from '../../navigation.tsx'
import { Name } from '../../ui/Name.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { refresh, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { bodyOf, newPlan, type Plan } from './plan.ts'
import { SessionForm } from './SessionForm.tsx'

/** Schedules a session. Nobody is told of it until it is announced. */
export function ScheduleSessionPage() {
  const t = useWords('planning')
  const { consultationId } = useParams('/consultations/:consultationId/sessions/new')
  const { title } = useView(readConsultation, { params: { consultationId } })
  const { send, status, refusal } = useCall(addSession)
  const [initial] = useState(newPlan)
  const [seen, setSeen] = useState<RefusalError | null>(null)

  async function schedule(plan: Plan) {
    const body = bodyOf(plan)
    if (body instanceof RefusalError) return setSeen(body)
    setSeen(null)
    const reply = await send({ params: { consultationId }, body })
    if (!reply) return
    void refresh(listSessions, { consultationId })
    go({ to: '/sessions/:sessionId', params: { sessionId: reply.id }, replace: true })
  }

  return (
    <>
      <PageHead
        title={t('schedule_session')}
        within={{
          title: inLanguage(title, t.language).text,
          link: (
            <Link to="/consultations/:consultationId" params={{ consultationId }}>
              <Name of={title} />
            </Link>
          ),
        }}
        lead={t('schedule_lead')}
      />
      <SessionForm
        {...{ consultationId, initial }}
        session={null}
        refusal={seen ?? refusal}
        busy={status === 'sending'}
        submit={t('schedule_it')}
        onSubmit={(plan) => void schedule(plan)}
      />
    </>
  )
}
