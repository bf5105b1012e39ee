import { readConsultation } from '@consultation/shared/consultations.ts'
import { addRetreat, listRetreats } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { RefusalError } from '../../api.ts'
import { go, Link, useParams } from '../../navigation.tsx'
import { Name } from '../../ui/Name.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { refresh, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import '../retreats.css'
import { bodyOf, newPlan, type Plan } from './plan.ts'
import { RetreatForm } from './RetreatForm.tsx'

/** Begins to prepare a retreat. Nobody is told of it until it is announced. */
export function AddRetreatPage() {
  const t = useWords('retreat')
  const staff = useWords('staff')
  const { consultationId } = useParams('/consultations/:consultationId/retreats/new')
  const { title } = useView(readConsultation, { params: { consultationId } })
  const { send, status, refusal } = useCall(addRetreat)
  const [initial] = useState(newPlan)
  const [seen, setSeen] = useState<RefusalError | null>(null)

  async function add(plan: Plan) {
    const body = bodyOf(plan)
    if (body instanceof RefusalError) return setSeen(body)
    setSeen(null)
    const reply = await send({ params: { consultationId }, body })
    if (!reply) return
    void refresh(listRetreats, { consultationId })
    go({ to: '/retreats/:retreatId', params: { retreatId: reply.id }, replace: true })
  }
  return (
    <>
      <PageHead
        title={staff('prepare_retreat')}
        within={{
          title: inLanguage(title, t.language).text,
          link: (
            <Link to="/consultations/:consultationId" params={{ consultationId }}>
              <Name of={title} />
            </Link>
          ),
        }}
        lead={t('prepare_retreat_lead')}
      />
      <RetreatForm
        {...{ consultationId, initial }}
        refusal={seen ?? refusal}
        busy={status === 'sending'}
        submit={t('save_retreat')}
        onSubmit={(plan) => void add(plan)}
      />
    </>
  )
}
