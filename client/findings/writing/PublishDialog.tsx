import { type FindingView, listFindings, publishFinding, readFinding } from '@consultation/shared/findings.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { languagesOf, refusesPublishing } from '@consultation/shared/rules/findings.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Notice, RefusalNotice } from '../../ui/Notice.tsx'
import { tell } from '../../ui/Toast.tsx'
import { refresh, renew, useCall } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'

type Props = {
  finding: FindingView
  /** Something typed is not saved yet: only what is saved is published. */
  dirty: boolean
  onPublished: (view: FindingView) => void
  onClose: () => void
}

const names = (languages: readonly Language[]) => languages.map((one) => LANGUAGE_NAMES[one]).join(', ')

/** What is frozen and who reads it from then on, before it is done; or what is still missing. */
export function PublishDialog({ finding, dirty, onPublished, onClose }: Props) {
  const t = useWords('findings-writing')
  const { send, status, refusal } = useCall(publishFinding)
  const params = { findingId: finding.id }
  const { draft } = finding
  if (!draft) return null
  const languages = languagesOf(draft.texts)
  const missing = LANGUAGES.filter((one) => !languages.includes(one))
  const why = refusesPublishing({
    ...draft,
    version: finding.version,
    revision: finding.state === 'published' ? 0 : 1,
    publishedRevision: 0,
    withdrawnAt: null,
  })

  async function publish() {
    const reply = await send({ params, body: { revision: finding.revision } })
    if (!reply) return
    renew(readFinding, { params }, reply)
    onPublished(reply)
    void refresh(listFindings, { consultationId: finding.consultationId })
    tell(t('was_published', { number: finding.number, version: reply.version }))
    onClose()
  }

  return (
    <Dialog open title={t('publish_as', { version: finding.version + 1 })} onClose={onClose}>
      <div className="stack">
        <RefusalNotice refusal={refusal} />
        {dirty ? (
          <Notice kind="warning">
            <p>{t('save_before_publishing')}</p>
          </Notice>
        ) : why ? (
          <Notice kind="warning" title={t('not_ready_to_publish')}>
            <p>{t(why.code === 'required' ? (MISSING[why.field.split('.')[0] ?? ''] ?? 'missing_text') : why.code)}</p>
          </Notice>
        ) : (
          <>
            <p>{t('publish_text')}</p>
            <ul className="finding-frozen">
              <li>{t('publish_languages', { languages: names(languages) })}</li>
              {missing.length > 0 && <li>{t('publish_missing', { languages: names(missing) })}</li>}
              <li>{t('publish_sources', { count: draft.rests.length })}</li>
              {finding.version > 0 && (
                <li>{t('publish_change', { change: inLanguage(draft.change, t.language).text })}</li>
              )}
            </ul>
          </>
        )}
        <Actions>
          {!dirty && !why && (
            <Button kind="filled" busy={status === 'sending'} onClick={() => void publish()}>
              {t('publish_finding')}
            </Button>
          )}
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </div>
    </Dialog>
  )
}

const MISSING: Record<string, 'missing_text' | 'missing_title' | 'missing_change'> = {
  texts: 'missing_text',
  title: 'missing_title',
  change: 'missing_change',
}
