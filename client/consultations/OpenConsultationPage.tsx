import { addConsultation, listConsultations } from '@consultation/shared/consultations.ts'
import { go, Link } from '../navigation.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { refresh, useCall } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { ConsultationForm, type ConsultationTexts } from './ConsultationForm.tsx'

const NOTHING: ConsultationTexts = {
  reference: '',
  title: {},
  track: 'management',
  description: {},
  office: {},
  milestones: [],
}

export function OpenConsultationPage() {
  const t = useWords('staff')
  const { send, status, refusal } = useCall(addConsultation)

  async function open(texts: ConsultationTexts) {
    const reply = await send({ body: texts })
    if (!reply) return
    void refresh(listConsultations)
    go({ to: '/consultations/:consultationId', params: { consultationId: reply.id } })
  }

  return (
    <div className="column">
      <PageHead
        title={t('open_consultation')}
        within={{ title: t('nav_consultations'), link: <Link to="/consultations">{t('nav_consultations')}</Link> }}
      />
      <ConsultationForm
        initial={NOTHING}
        refusal={refusal}
        busy={status === 'sending'}
        action={t('open_consultation')}
        onSubmit={open}
      />
    </div>
  )
}
