import type { Language } from '@consultation/shared/languages.ts'
import { changeReport, type ReportView } from '@consultation/shared/reports.ts'
import type { Translated } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { LanguageTabs } from '../ui/LanguageTabs.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TranslatedField } from '../ui/TranslatedField.tsx'
import { useCall } from '../use-call.ts'
import { useSeen } from '../use-seen.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { again } from './again.ts'

/** The languages of the title are those in which every paragraph must be there. */
export function TitleDialog({
  report,
  onClose,
  onDone,
}: {
  report: ReportView
  onClose: () => void
  onDone: () => void
}) {
  const t = useWords('results-staff')
  const changing = useCall(changeReport)
  const [title, setTitle] = useState<Translated>(report.title)
  const { revision, newer, goOn } = useSeen(report)
  const [language, setLanguage] = useState<Language>(useLanguage())
  return (
    <Dialog open title={t('change_title')} onClose={onClose}>
      <p>{t('title_languages')}</p>
      {newer && (
        <Notice kind="warning" title={t('changed_by_others')} role="alert">
          <p>
            <Name of={newer.title} />
          </p>
          <Button onClick={goOn}>{t('go_on_with_mine')}</Button>
        </Notice>
      )}
      <LanguageTabs
        label={t('written_in')}
        value={language}
        onChange={setLanguage}
        note={(one) => (title[one]?.trim() ? t('has_words') : t('has_no_words'))}
      />
      <TranslatedField
        label={t('title_label')}
        value={title}
        onChange={setTitle}
        language={language}
        beside={language === 'en' ? null : 'en'}
        error={changing.refusal && !newer ? t(changing.refusal.code) : undefined}
      />
      <Actions>
        <Button
          kind="filled"
          busy={changing.status === 'sending'}
          onClick={async () => {
            const written = Object.fromEntries(Object.entries(title).filter(([, words]) => words.trim() !== ''))
            const params = { reportId: report.id }
            if (await changing.send({ params, body: { title: written }, revision })) onDone()
            else again(report)
          }}
        >
          {t('keep_title')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('let_be')}
        </Button>
      </Actions>
    </Dialog>
  )
}
