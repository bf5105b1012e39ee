import { Button } from '../../ui/Button.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { When } from '../../ui/When.tsx'
import { useWords } from '../../words/index.ts'
import type { Saving } from './use-draft.ts'

/** Whether what is on the page is with the server, always and in words. */
export function SavingState({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  const t = useWords('staff')
  switch (saving.status) {
    case 'saved':
      return (
        <p className="saving small quiet">
          <StateMark shape="done">
            {saving.at
              ? t.rich('list_saved_at', { time: <When at={saving.at.toISOString()} show="time" /> })
              : t('list_saved')}
          </StateMark>
        </p>
      )
    case 'waiting':
      return (
        <p className="saving small quiet">
          <StateMark shape="part">{t('list_not_yet_saved')}</StateMark>
        </p>
      )
    case 'saving':
      return (
        <p className="saving small quiet">
          <StateMark shape="part">{t('list_saving')}</StateMark>
        </p>
      )
    case 'refused':
      return (
        <p className="saving small" role="alert">
          <StateMark shape="attention">{t('list_not_saved', { why: t(saving.refusal.code) })}</StateMark>{' '}
          <Button kind="quiet" onClick={onRetry}>
            {t('try_again')}
          </Button>
        </p>
      )
  }
}
