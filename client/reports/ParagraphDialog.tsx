import { LANGUAGE_NAMES, type Language } from '@consultation/shared/languages.ts'
import {
  addParagraph,
  changeParagraph,
  type ParagraphBody,
  type ReportParagraphView,
  type ReportView,
} from '@consultation/shared/reports.ts'
import { unequalLanguages } from '@consultation/shared/rules/findings.ts'
import { isBlank, type TranslatedBlocks } from '@consultation/shared/text.ts'
import type { Rest } from '@consultation/shared/things.ts'
import { useState } from 'react'
import { Editor } from '../editor/Editor.tsx'
import { citationsIn, RestsField } from '../RestsField.tsx'
import { Button } from '../ui/Button.tsx'
import { Actions, Dialog } from '../ui/Dialog.tsx'
import { TextInput } from '../ui/Field.tsx'
import { LanguageTabs } from '../ui/LanguageTabs.tsx'
import { Notice, RefusalNotice } from '../ui/Notice.tsx'
import { RichText } from '../ui/RichText.tsx'
import { useCall } from '../use-call.ts'
import { useSeen } from '../use-seen.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { again } from './again.ts'

type Props = {
  report: ReportView
  /** Null: a new one, of this kind, before that part. */
  part: ReportParagraphView | null
  kind: 'heading' | 'paragraph'
  before: string | null
  onClose: () => void
  onDone: () => void
}

/** A paragraph in the languages of the text on one side, what it rests on at the other. */
export function ParagraphDialog({ report, part, kind, before, onClose, onDone }: Props) {
  const t = useWords('results-staff')
  const own = useLanguage()
  const adding = useCall(addParagraph)
  const changing = useCall(changeParagraph)
  const { revision, newer, goOn } = useSeen(part)
  const [language, setLanguage] = useState<Language>(
    report.languages.find((one) => one === own) ?? report.languages[0] ?? own,
  )
  const [texts, setTexts] = useState<TranslatedBlocks>(part?.texts ?? {})
  const [rests, setRests] = useState<Rest[]>(part?.rests ?? [])
  const [editorial, setEditorial] = useState(part?.editorial ?? '')
  const refusal = part ? changing.refusal : adding.refusal
  const paragraph = kind === 'paragraph'
  const uneven = unequalLanguages(texts)
  const other = report.languages.find((one) => one !== language && !isBlank(texts[one] ?? []))
  const restsRefused = refusal?.errors.find(({ field }) => field.startsWith('citations'))

  async function save() {
    const body: ParagraphBody = {
      texts: Object.fromEntries(Object.entries(texts).filter(([, blocks]) => !isBlank(blocks))),
      editorial: editorial.trim(),
      citations: paragraph ? citationsIn(rests) : [],
    }
    const kept = part
      ? await changing.send({ params: { paragraphId: part.id }, body, revision })
      : await adding.send({ params: { reportId: report.id }, body: { ...body, kind, before } })
    if (kept) onDone()
    // Refused because others changed it: what they wrote is shown beside what was typed.
    else again(report)
  }

  const title = part
    ? part.number === null
      ? t('edit_heading')
      : t('edit_paragraph', { number: part.number })
    : t(paragraph ? 'add_paragraph' : 'add_heading')
  return (
    <Dialog open wide title={title} onClose={onClose}>
      <LanguageTabs
        label={t('written_in')}
        value={language}
        onChange={setLanguage}
        note={(one) =>
          !isBlank(texts[one] ?? [])
            ? t('has_words')
            : report.languages.includes(one)
              ? t('words_needed')
              : t('not_of_report')
        }
      />
      <div className="paragraph-words">
        <Editor
          // One editor for each language: what is typed in one never reaches another.
          key={language}
          id={`part-words-${language}`}
          label={t('words_in', { language: LANGUAGE_NAMES[language] })}
          blocks={texts[language] ?? []}
          arrival={0}
          language={language}
          onChange={(blocks) => setTexts((now) => ({ ...now, [language]: blocks }))}
        />
        {other && (
          <div>
            <p className="small quiet">{LANGUAGE_NAMES[other]}</p>
            <RichText blocks={texts[other] ?? []} language={other} />
          </div>
        )}
      </div>
      {uneven.length > 0 && (
        <Notice kind="warning">
          <p>{t('paragraphs_differ')}</p>
        </Notice>
      )}
      {paragraph && (
        <>
          <RestsField
            consultationId={report.consultation.id}
            value={rests}
            onChange={setRests}
            // A summary rests on what was said alone.
            results={report.kind === 'summary' ? {} : { findings: true, measures: true, summaries: true }}
            error={restsRefused && t(restsRefused.code)}
          />
          <TextInput
            label={t('editorial_label')}
            help={t('editorial_help')}
            optional
            value={editorial}
            onChange={setEditorial}
            error={refusal?.code === 'unfounded' ? t('unfounded') : undefined}
          />
        </>
      )}
      {newer ? (
        <Notice kind="warning" title={t('changed_by_others')} role="alert">
          <RichText blocks={newer.texts[language] ?? []} language={language} />
          <Button onClick={goOn}>{t('go_on_with_mine')}</Button>
        </Notice>
      ) : (
        <RefusalNotice refusal={refusal} />
      )}
      <Actions>
        <Button
          kind="filled"
          busy={adding.status === 'sending' || changing.status === 'sending'}
          onClick={() => void save()}
        >
          {t('keep_part')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('let_be')}
        </Button>
      </Actions>
    </Dialog>
  )
}
