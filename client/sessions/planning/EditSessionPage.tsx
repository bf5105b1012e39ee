import { changeSession, readSession, type SessionView } from '@consultation/shared/sessions.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { RefusalError } from '../../api.ts'
import { go, Link, useParams } from '../../navigation.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { tell } from '../../ui/Toast.tsx'
import { renew, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { bodyOf, changedFields, type Plan, planOf } from './plan.ts'
import { labelsOf, SessionForm } from './SessionForm.tsx'

/** Changes a session. A colleague's change meanwhile is told, and neither wording goes unseen. */
export function EditSessionPage() {
  const t = useWords('planning')
  const comma = useWords('staff')('list_comma')
  const { sessionId } = useParams('/sessions/:sessionId/edit')
  const shown = useView(readSession, { params: { sessionId } })
  /** As it was when the form was filled in, or since it was taken over from a colleague. */
  const [base, setBase] = useState(shown)
  const [seen, setSeen] = useState<RefusalError | null>(null)
  const { send, status, refusal, forget } = useCall(changeSession)
  const theirs = refusal?.code === 'changed_meanwhile' ? (refusal.current as SessionView) : null

  const labels = labelsOf(t)
  const changed = theirs
    ? changedFields(planOf(base), planOf(theirs))
        .map((field) => labels[field])
        .join(comma)
    : ''

  async function save(plan: Plan) {
    const body = bodyOf(plan)
    if (body instanceof RefusalError) return setSeen(body)
    setSeen(null)
    // Shown what a colleague changed, whoever saves again means it.
    const reply = await send({ params: { sessionId }, body, revision: theirs?.revision ?? base.revision })
    if (!reply) return
    renew(readSession, { params: { sessionId } }, reply)
    tell(t(reply.announcedAt ? 'session_saved_told' : 'session_saved'))
    go({ to: '/sessions/:sessionId', params: { sessionId } })
  }

  return (
    <>
      <PageHead
        title={t('edit_session')}
        within={{
          title: inLanguage(base.title, t.language).text,
          link: (
            <Link to="/sessions/:sessionId" params={{ sessionId }}>
              {inLanguage(base.title, t.language).text} · <bdi>{base.reference}</bdi>
            </Link>
          ),
        }}
      />
      {base.may.edit ? (
        <SessionForm
          key={base.revision}
          consultationId={base.consultationId}
          session={base}
          initial={planOf(base)}
          refusal={seen ?? refusal}
          busy={status === 'sending'}
          submit={t(theirs ? 'save_over' : 'save_session')}
          onSubmit={(plan) => void save(plan)}
          notice={
            theirs && (
              <Notice kind="warning" title={t('session_changed_by_other')}>
                {changed && <p>{t('session_changed_fields', { fields: changed })}</p>}
                <p>{t('session_changed_choice')}</p>
                <Actions>
                  <Button
                    onClick={() => {
                      setBase(theirs)
                      forget()
                    }}
                  >
                    {t('take_other_version')}
                  </Button>
                </Actions>
              </Notice>
            )
          }
        >
          {base.announcedAt && <p className="quiet">{t('changes_are_told')}</p>}
        </SessionForm>
      ) : (
        <Notice>
          <p>{t('session_is_over')}</p>
          <LinkButton to="/sessions/:sessionId" params={{ sessionId }}>
            {t('to_the_session')}
          </LinkButton>
        </Notice>
      )}
    </>
  )
}
