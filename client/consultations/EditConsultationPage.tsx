import { type ConsultationView, changeConsultation, readConsultation } from '@consultation/shared/consultations.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { go, Link, useParams } from '../navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { tell } from '../ui/Toast.tsx'
import { renew, useCall, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { ConsultationForm, type ConsultationTexts } from './ConsultationForm.tsx'

export function EditConsultationPage() {
  const t = useWords('staff')
  const { consultationId } = useParams('/consultations/:consultationId/edit')
  const consultation = useView(readConsultation, { params: { consultationId } })
  // The form begins with what was there when the page was opened; what others change meanwhile is met on saving.
  const [began, setBegan] = useState(consultation)
  const { send, status, refusal } = useCall(changeConsultation)
  const theirs = refusal?.code === 'changed_meanwhile' ? (refusal.current as ConsultationView) : null

  async function save(texts: ConsultationTexts, revision: number) {
    const reply = await send({ params: { consultationId }, body: texts, revision })
    if (!reply) return
    renew(readConsultation, { params: { consultationId } }, reply)
    tell(t('consultation_saved'))
    go({ to: '/consultations/:consultationId', params: { consultationId } })
  }

  return (
    <div className="column">
      <PageHead
        title={t('edit_consultation')}
        within={{
          title: inLanguage(began.title, t.language).text,
          link: (
            <Link to="/consultations/:consultationId" params={{ consultationId }}>
              <Name of={began.title} />
            </Link>
          ),
        }}
      />
      {theirs && (
        <Notice kind="warning" role="alert" title={t('changed_by_colleague')}>
          <p>{t('consultation_conflict')}</p>
          <ul>
            {(['title', 'office', 'description'] as const).map((field) => (
              <li key={field}>
                <Name of={theirs[field]} />
              </li>
            ))}
          </ul>
          <Button onClick={() => setBegan(theirs)}>{t('save_over_theirs')}</Button>
        </Notice>
      )}
      <ConsultationForm
        initial={began}
        refusal={theirs ? null : refusal}
        busy={status === 'sending'}
        action={t('save_consultation')}
        onSubmit={(texts) => save(pick(texts), began.revision)}
      />
    </div>
  )
}

const pick = ({ reference, title, track, description, office, milestones }: ConsultationTexts): ConsultationTexts => ({
  reference,
  title,
  track,
  description,
  office,
  milestones,
})
