import type { DeskFinding } from '@consultation/shared/feedback.ts'
import { type FindingVersionView, readFindingVersion } from '@consultation/shared/findings.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { Difference } from '../../Difference.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions } from '../../ui/Dialog.tsx'
import { useRead } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import { FeedbackShown } from '../FeedbackShown.tsx'
import type { Draft } from './draft.ts'

type Props = {
  draft: Draft
  finding: DeskFinding
  version: FindingVersionView
  mayMove: boolean
  onMove: () => void
  onDrop: () => void
}

/** A newer version came while somebody wrote: what it changed, what was written, and the way to take it over. */
export function Superseded({ draft, finding, version, mayMove, onMove, onDrop }: Props) {
  const t = useWords('feedback')
  const old = useRead(readFindingVersion, { params: { versionId: draft.versionId } })
  const change = inLanguage(finding.change, t.language)
  const before = old.status === 'ready' ? old.view.texts[draft.language] : undefined
  const after = version.texts[draft.language]
  return (
    <section className="beside" role="alert" aria-labelledby="superseded">
      <h3 id="superseded">{t('superseded_title', { number: finding.version })}</h3>
      <p>{t('superseded_text')}</p>
      {change.text && (
        <p>
          {t('what_it_changed')}{' '}
          <span lang={change.language} dir="auto">
            {change.text}
          </span>
        </p>
      )}
      {before && after && (
        <details open>
          <summary>{t('difference_of_versions')}</summary>
          <Difference before={before} after={after} language={draft.language} />
        </details>
      )}
      <FeedbackShown feedback={{ id: 'draft', ...draft }} title={t('your_words')} level={4} />
      <Actions>
        {mayMove && (
          <Button kind="filled" onClick={onMove}>
            {t('take_to_version', { number: finding.version })}
          </Button>
        )}
        <Button kind="quiet" onClick={onDrop}>
          {t('drop_draft')}
        </Button>
      </Actions>
    </section>
  )
}
