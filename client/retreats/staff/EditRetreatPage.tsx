import { changeRetreat, type RetreatView, readRetreat } from '@consultation/shared/retreats.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { RefusalError } from '../../api.ts'
import { go, Link, useParams } from '../../navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Name } from '../../ui/Name.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { tell } from '../../ui/Toast.tsx'
import { renew, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import '../retreats.css'
import { bodyOf, type Plan, planOf } from './plan.ts'
import { RetreatForm } from './RetreatForm.tsx'

/** Changes a retreat. A colleague’s change meanwhile is told, and neither wording goes unseen. */
export function EditRetreatPage() {
  const t = useWords('retreat')
  const { retreatId } = useParams('/retreats/:retreatId/edit')
  const shown = useView(readRetreat, { params: { retreatId } })
  /** As it was when the form was filled in, or since it was taken over from a colleague. */
  const [base, setBase] = useState(shown)
  const [seen, setSeen] = useState<RefusalError | null>(null)
  const { send, status, refusal, forget } = useCall(changeRetreat)
  const theirs = refusal?.code === 'changed_meanwhile' ? (refusal.current as RetreatView) : null

  async function save(plan: Plan) {
    const body = bodyOf(plan)
    if (body instanceof RefusalError) return setSeen(body)
    setSeen(null)
    const reply = await send({ params: { retreatId }, body, revision: theirs?.revision ?? base.revision })
    if (!reply) return
    renew(readRetreat, { params: { retreatId } }, reply)
    tell(t('retreat_is_saved'))
    go({ to: '/retreats/:retreatId', params: { retreatId } })
  }
  return (
    <>
      <PageHead
        title={t('edit_retreat')}
        within={{
          title: inLanguage(base.title, t.language).text,
          link: (
            <Link to="/retreats/:retreatId" params={{ retreatId }}>
              <Name of={base.title} /> · <bdi>{base.reference}</bdi>
            </Link>
          ),
        }}
      />
      <RetreatForm
        key={base.revision}
        consultationId={base.consultationId}
        initial={planOf(base)}
        refusal={seen ?? (theirs ? null : refusal)}
        busy={status === 'sending'}
        submit={t(theirs ? 'save_retreat_over' : 'save_retreat')}
        onSubmit={(plan) => void save(plan)}
      >
        {theirs && (
          <Notice kind="warning" title={t('retreat_changed_by_other')} role="alert">
            <p>{t('retreat_changed_choice')}</p>
            <Actions>
              <Button
                onClick={() => {
                  setBase(theirs)
                  forget()
                }}
              >
                {t('take_other_retreat')}
              </Button>
            </Actions>
          </Notice>
        )}
        {base.announcedAt && (
          <Notice>
            <p>{t('changes_of_retreat_are_told')}</p>
          </Notice>
        )}
      </RetreatForm>
    </>
  )
}
